"""What a verb is done to, and whom that leads to: the asker of a request, the owner of what is seized."""

from stemma.events.agents import (
    acts,
    group_of,
    holder_of,
    is_measure,
    is_time,
    nation_of,
    speaks,
    whose_it_is,
)
from stemma.events.doers import antecedent, subject_of, told_of_the_nearer
from stemma.events.lexicon import DONE_TO, NOUNS, OF_OBJECT, VERBS
from stemma.events.owners import agents_of, is_relative
from stemma.events.tree import Tree
from stemma.text.people import BODIES

# Deeds that are done to things and places as well as to people.
HARM = frozenset("ASSAULT COERCE PROTEST MOBILIZE".split())


def direct(tree: Tree, n: int) -> list[int]:
    """What a verb is done to: its object, or the subject of a passive."""
    if not tree.passive(n):
        found = tree.below(n, "iobj") or tree.below(n, "obj") or _left_out(tree, n)
        found = found or shared(tree, n)
        found = [k for k in found if not tree.words[k].endswith(("self", "selves"))]
        shouted = tree.lemmas[n] in _SHOUTS and not _has_particle(tree, n)
        found = [] if shouted else [_named_so(tree, k) for k in found]
        found = found[:1] if tree.lemmas[n] in _CALLS else found
        found = [k for k in found if k == found[0] or tree.lemmas[k] not in _TAKEN_AS]
        found = [_set_fire_to(tree, n, k) for k in found]
        return [_meant_by(tree, n, k) if tree.words[k] in _SOMEBODY else k for k in found]
    found = _known_as(tree, n) or tree.below(n, "nsubj")
    found = [antecedent(tree, n, k) for k in found if k < n or not any(j < n for j in found)]
    if tree.rels[n] in ("acl", "conj") and any(tree.has(k, "whose") for k in found):
        # `the mayor, whose house was searched and whose papers were taken`
        owned = [k for k in found if tree.has(k, "whose") and not _is_alone(tree, k)]
        found = [whose_it_is(tree, k) if k in owned else k for k in found]
    if not found and tree.rels[n] == "acl":
        nearer = told_of_the_nearer(tree, n)
        whole = group_of(tree, tree.heads[n])  # `the houses of miners burned in May`
        return [tree.heads[n] if nearer is None or whole else nearer]
    having = any(tree.words[k] in ("being", "having", "been") for k in tree.below(n, "aux"))
    cut = tree.mark(n) in _CUT_SHORT or (having and tree.mark(n) in _AFTER)
    if not found and tree.rels[n] == "advcl" and cut:
        # `left on Monday, cheered by fans`, `if convicted, could be jailed`, `spoke of having been beaten`
        return [k for k in subject_of(tree, n) if acts(tree, k) and tree.words[k] != "it"]
    if not found and tree.rels[n] == "root" and n == 0:
        behind = [k for v in tree.below(n, "conj") for k in tree.below(v, "nsubj")]
        return [k for k in behind if acts(tree, k)][:1]  # `Charged with theft, he was freed`
    if found or tree.rels[n] not in ("conj", "xcomp"):
        return found
    above = tree.below(tree.heads[n], "obj") if tree.rels[n] == "xcomp" else []
    return above or subject_of(tree, n)  # `wanted the army called out`


def _known_as(tree: Tree, n: int) -> list[int]:
    """`The dead man was identified as Al Holm`: of the two, which are one, the name."""
    known = tree.lemmas[n] in ("identify", "name", "unmask", "recognise", "recognize", "reveal")
    as_whom = [k for k in tree.below(n, "obl", "advcl") if tree.case(k) == "as" and k > n]
    return [k for k in as_whom if known and tree.upos[k] == "PROPN"]


def _set_fire_to(tree: Tree, n: int, k: int) -> int:
    """`set fire to a line of cars`: what is burned."""
    if tree.lemmas[n] != "set" or tree.lemmas[k] not in ("fire", "light"):
        return k
    near = (*tree.below(n, "obl"), *tree.below(k, "nmod"))
    burned = next((j for j in near if tree.case(j) == "to" and j > k), k)
    row = tree.lemmas[burned] in ("line", "row", "string", "stack", "pile", "queue")
    of = [j for j in tree.below(burned, "nmod") if tree.case(j) == "of"] if row else []
    return next(iter(of), burned)


def _has_particle(tree: Tree, n: int) -> bool:
    """`shouted her down`."""
    return any(tree.full[k] == "compound:prt" for k in tree.kids[n])


def _meant_by(tree: Tree, n: int, k: int) -> int:
    """Whom a relative pronoun stands for; where the reader hung its clause on a time, the name before it:
    `took over from the chief, whom they fired`."""
    found = antecedent(tree, n, k)
    if tree.words[k] == "which":
        return found if _is_firm_or_land(tree, found) else k  # people are never `which`
    if found == k or not is_time(tree, found) or tree.words[k] not in ("who", "whom"):
        return found
    before = k - 2 if tree.words[k - 1] == "," else k - 1
    return before if before > found and acts(tree, before) else found


def _is_firm_or_land(tree: Tree, n: int) -> bool:
    named = tree.names[n].endswith(("ORG", "LOC")) or nation_of(tree, n) is not None
    body = tree.lemmas[n] in BODIES | _FIRMS or group_of(tree, n) in ("firm", "state", "court")
    return acts(tree, n) and (named or body)


# Firms by what they do.
_FIRMS = frozenset(
    "builder maker manufacturer developer operator supplier retailer exporter importer lender insurer "
    "grower publisher shipper shipbuilder refiner brewer carrier".split()
)
_CUT_SHORT = frozenset(("", "if", "when", "once", "unless", "while", "although", "though"))


_AFTER = frozenset("of after for about from without before despite against by since".split())


def _is_alone(tree: Tree, k: int) -> bool:
    """Whether what `whose` stands before is somebody himself: an aide, but not offices."""
    return acts(tree, k) and tree.lemmas[k] != "office"


def _named_so(tree: Tree, k: int) -> int:
    """`shelled what it called a camp`, `what was described as a base`: what somebody calls a thing."""
    if tree.words[k] != "what":
        return k
    for verb in tree.below(k, "acl"):
        kids = tree.below(verb, "xcomp", "obl", "advcl")
        if tree.lemmas[verb] in _CALLS:
            return next((j for j in kids if tree.upos[j] in ("NOUN", "PROPN") and j > verb), k)
    return k


_CALLS = frozenset("call describe term label dub brand characterise characterize denounce".split())


def _left_out(tree: Tree, n: int) -> list[int]:
    """`the rebels it has fought`: the noun that a clause without a pronoun hangs on."""
    if tree.full[n] != "acl:relcl" or n < tree.heads[n]:
        return []
    subject = tree.first(n, "nsubj")
    if subject is None or is_relative(tree, subject) or tree.below(n, "ccomp", "xcomp", "advmod"):
        return []
    inside = [k for k in tree.under(n) if k < n]
    pronoun = any(tree.words[k] in _RELATIVE | {"where", "when", "why"} for k in inside)
    noun = tree.heads[n]
    return [] if pronoun or is_time(tree, noun) or not acts(tree, noun) else [noun]


def shared(tree: Tree, n: int) -> list[int]:
    """`shot and killed a clerk`: the object that two verbs of one kind of deed share."""
    own = tree.below(n, "obj", "iobj", "xcomp", "ccomp")
    pair = [k for k in tree.below(n, "conj") if k == n + 2 and not tree.below(k, "nsubj", "aux")]
    kind = VERBS.get(tree.lemmas[n])
    both = [k for k in pair if kind in _TO_ANOTHER and VERBS.get(tree.lemmas[k]) == kind]
    return [] if own else [j for k in both for j in tree.below(k, "obj")]


_TO_ANOTHER = frozenset("ASSAULT ACCUSE COERCE SANCTION AID".split())
# What people are made: `took nine people hostage`.
_TAKEN_AS = frozenset("hostage captive prisoner".split())
_SHOUTS = frozenset("shout chant cry yell scream sing whisper mutter".split())
_SOMEBODY = frozenset(("who", "whom", "that", "which"))
_RELATIVE = frozenset("who which that whom whose".split())


def called_for(tree: Tree, n: int, kind: str) -> list[int]:
    """`called for the resignation of the minister`."""
    asked = kind == "REQUEST"
    return [k for k in tree.below(n, "obl") if asked and tree.case(k) == "for"]


def whose(tree: Tree, thing: int) -> int | None:
    """Whose a thing is that something is done to, or whom it serves: `cut electricity to the bank`. What lies
    between two is neither's."""
    if tree.has(thing, "whose"):
        return whose_it_is(tree, thing)
    held = holder_of(tree, thing)
    held = body_of(tree, thing) if held is None else held
    if held is not None and tree.case(held) == "between":
        return None
    served = [k for k in tree.below(thing, "nmod") if tree.case(k) == "to" and acts(tree, k)]
    return held if held is not None or not served else served[0]


def body_of(tree: Tree, thing: int) -> int | None:
    """`a court ruling`, `the union proposal`: the body whose word or rule it is."""
    ruled = group_of(tree, thing) in ("law", "asks", "blame", "bars")
    if not ruled or tree.lemmas[thing] in DONE_TO:
        return None
    near = [k for k in tree.below(thing, "compound") if k < thing and not tree.below(k, "compound")]
    bodies = [k for k in near if tree.lemmas[k] in BODIES or group_of(tree, k) in _RULERS]
    return bodies[0] if bodies else None


_RULERS = frozenset("court state police troops".split())


def blamed(tree: Tree, n: int) -> list[int]:
    """`blamed the fire on the rebels`, `attributed it to them`."""
    puts = ("to",) if tree.lemmas[n] in PUTS_DOWN else ("on", "upon")
    if tree.lemmas[n] not in PUTS_DOWN | {"blame", "pin"} or tree.passive(n):
        return []
    near = [
        *tree.below(n, "obl"),
        *(k for o in tree.below(n, "obj") for k in tree.below(o, "nmod")),
    ]
    on = [k for k in near if tree.case(k) in puts]
    able = acts if tree.lemmas[n] in PUTS_DOWN else speaks
    found = [k if able(tree, k) else behind_it(tree, k) for k in on]
    return [k for k in found if k is not None]


PUTS_DOWN = frozenset("attribute ascribe impute".split())


def is_count(tree: Tree, k: int, kind: str) -> bool:
    """`freed 41`, `fined nine`: people who are only counted."""
    many = tree.upos[k] == "NUM" and not is_measure(tree, k) and tree.words[k] not in _SUMS
    return many and kind in _TO_PEOPLE and tree.rels[k] in ("obj", "nsubj")


_TO_PEOPLE = HARM | {"SANCTION", "RETREAT", "CONCEDE", "ACCUSE"}
_SUMS = frozenset("million billion trillion hundred thousand millions billions".split())


def robbed(tree: Tree, n: int) -> list[int]:
    """`seized two boxes from the board`: whose they were."""
    if tree.lemmas[n] not in ("seize", "confiscate", "impound", "steal", "commandeer", "take"):
        return []
    near = [
        *tree.below(n, "obl"),
        *(k for o in tree.below(n, "obj") for k in tree.below(o, "nmod")),
    ]
    found = [k for k in near if tree.case(k) == "from" and acts(tree, k)]
    return [k for k in found if not tree.names[k].endswith("LOC")]


def own_people(tree: Tree, people: list[int]) -> bool:
    """`withdrew its troops`: people who are moved by those whose they are."""
    return any(
        tree.full[k] == "nmod:poss" and tree.words[k] in ("its", "their", "his", "her", "our")
        for n in people
        for k in tree.below(n, "nmod")
        if group_of(tree, n) in ("troops", "keepers", "envoy", "police")
    )


def expletive(tree: Tree, n: int, k: int) -> bool:
    """`considered it important to`."""
    told = tree.lemmas[n] in OF_OBJECT - {"make", "call", "like", "prefer"}
    thought = not told and (tree.rels[k] == "obj" or tree.lemmas[n] in ("make", "find", "think"))
    return tree.words[k] == "it" and thought and bool(tree.below(n, "xcomp", "ccomp"))


def cut_off(tree: Tree, things: list[int]) -> list[int]:
    """`cut electricity to the prison`: whom it serves."""
    goods = [k for k in things if group_of(tree, k) in ("goods", "relief", "systems")]
    to = [j for k in goods for j in tree.below(k, "nmod") if tree.case(j) == "to"]
    return [j for j in to if acts(tree, j) or group_of(tree, j) == "building"]


def broken_of(tree: Tree, n: int, things: list[int]) -> list[int]:
    """`broke windows of the embassy`, `stoned the embassy, breaking windows`: whose the panes are; `burned an
    effigy of the premier`, `tore down the Danish flag`: whom a thing stands for."""
    panes = [k for k in things if tree.lemmas[k] in _PANES]
    near = [(j, tree.case(j)) for k in panes for j in tree.below(k, "nmod")]
    found = [j for j, case in near if case in ("of", "at")][:1]
    found = found or images_of(tree, things)
    if found or not panes or tree.rels[n] != "advcl" or tree.mark(n):
        return found
    at = [k for k in tree.below(tree.heads[n], "obl") if tree.case(k) in ("at", "on", "against")]
    return [k for k in at if acts(tree, k) or group_of(tree, k) == "building"][:1]


def images_of(tree: Tree, things: list[int]) -> list[int]:
    """Whom things stand for: `burned an effigy of the premier`, `took down the Danish flag`."""
    shown = [k for k in things if tree.lemmas[k] in _IMAGES]
    of = [
        j for k in shown for j in tree.below(k, "nmod") if tree.case(j) == "of" and speaks(tree, j)
    ]
    return of or [j for k in shown for j in [holder_of(tree, k)] if j is not None]


_PANES = frozenset("window door gate pane windscreen windshield shutter fence".split())
_IMAGES = frozenset(
    "effigy portrait flag statue photograph photo poster picture banner bust".split()
)


def cleared(tree: Tree, laws: list[int]) -> list[int]:
    """`dropped all charges against the singer`: whom a charge or a ban was against."""
    near = [j for k in laws for j in tree.below(k, "nmod") if tree.case(j) in ("against", "on")]
    return [j for j in near if acts(tree, j) and not is_time(tree, j)]


def fallen(tree: Tree, n: int) -> list[int]:
    """`two hospitals hit by the attack`, `were captured in the ambush`: whom the verb says that it befell."""
    verb = tree.heads[n]
    if verb < 0 or VERBS.get(tree.lemmas[verb]) not in HARM or not tree.passive(verb):
        return []
    by = tree.full[n] == "obl:agent" or tree.case(n) == "by"
    inside = tree.case(n) == "in" and tree.lemmas[n] in _BLOWS
    return [k for k in direct(tree, verb) if k < n] if by or inside else []


_BLOWS = frozenset(
    "ambush attack bombing shooting stabbing blast explosion airstrike shelling bombardment massacre".split()
)


def hit(tree: Tree, k: int) -> int:
    """`aimed at the boat's engine`, `fired over the bow of the boat`: whose it is that is shot at."""
    near = tree.below(k, "nmod")
    part = tree.lemmas[k] in _PARTS_OF
    owner = next(
        (j for j in near if tree.full[j] == "nmod:poss" or (part and tree.case(j) == "of")), None
    )
    return k if owner is None or acts(tree, k) or tree.upos[owner] == "PRON" else owner


_PARTS_OF = frozenset("bow stern deck hull engine roof head side front back door window".split())


def behind_it(tree: Tree, n: int) -> int | None:
    """Who is behind a thing that acts: whose it is, or who says what a statement says."""
    if tree.lemmas[n] not in NOUNS | dict.fromkeys(TOOLS):
        return None
    held = holder_of(tree, n)
    if held is None:  # `a bomb planted by rebels`
        sent = (k for v in tree.below(n, "acl") if tree.passive(v) for k in agents_of(tree, v))
        held = next((k for k in sent if acts(tree, k)), None)
    verb = tree.heads[n]
    if held is not None or verb < 0 or tree.upos[verb] != "VERB" or tree.passive(verb):
        return held
    put = tree.rels[n] == "obj" or (tree.rels[n] == "obl" and tree.case(n) == "in")
    said = [k for k in subject_of(tree, verb) if speaks(tree, k)]
    return said[0] if put and said and tree.lemmas[n] in SPEECHES else None


SPEECHES = frozenset(
    "statement letter message speech declaration communique interview note banner placard poster leaflet "
    "sign petition".split()
)


TOOLS = (
    "howitzer mortar cannon battery armour armor warplane gunship submarine frigate office missile rocket "
    "shell bomb jet plane drone gun ship navy force fire artillery tank helicopter munition bullet "
    "decision move step order spokesman statement letter message speech declaration communique interview "
    "note veto vote banner placard poster leaflet sign petition"
).split()


# Of these cases of a place only harm has a party: `the attack in Oman`, but not `talks in Oman`.
_WHERE = frozenset("in at over about for into".split())


def is_placed(tree: Tree, k: int, case: str) -> bool:
    """Whether a name behind a preposition says where it was. No person stands behind `in`, whatever the
    reader takes a name for, and a body only where it is trusted: `an embargo in the council`."""
    name = tree.names[k]
    inside = name.endswith(("PER", "ORG")) or tree.lemmas[k] in BODIES
    inside = inside and tree.lemmas[tree.heads[k]] not in _TRUST
    return case in _WHERE and (name.endswith("LOC") or (case == "in" and inside))


_TRUST = frozenset("confidence faith trust belief hope lie believe trust invest".split())


def is_struck_there(tree: Tree, n: int, k: int, case: str) -> bool:
    """Whether harm in a place is done to it: `the attack in Oman` and `the gas attack in Port Holm` are, the
    `shootings in Port Holm` only lie there."""
    inside = case == "in" and tree.lemmas[n] not in _AIMED and nation_of(tree, k) is None
    return case not in _TOPICS and not inside


_TOPICS = frozenset("about over for into".split())
# What is aimed at places.
_AIMED = frozenset(
    "attack strike airstrike bombing shelling bombardment raid air-raid assault offensive invasion barrage "
    "bomb shell bombard blitz".split()
)

# Two sides fight in one: where they do is struck by neither.
OF_TWO_SIDES = frozenset(
    "clash firefight gunfight battle fighting skirmish shootout gunbattle combat standoff brawl fight".split()
)


def forestalled(tree: Tree, verb: int) -> list[int]:
    """`used its veto to kill a resolution`: what a refusal is meant to stop."""
    near = (verb, *tree.below(verb, "obj"))  # a reader may take it for `its right to …`
    below = [k for n in near for k in tree.below(n, "xcomp", "advcl", "acl")]
    clauses = [k for k in below if tree.mark(k) == "to" and k > verb]
    return [k for clause in clauses for k in direct(tree, clause)][:1]


def no_time(tree: Tree, k: int, kind: str) -> bool:
    """`killed nine` names people, `on the ninth` a day."""
    of_them = kind in HARM or tree.has(k, "the", "all")  # `the eleven were sentenced`
    counted = of_them and tree.upos[k] == "NUM" and tree.rels[k] in ("obj", "nsubj")
    counted = counted or is_count(tree, k, kind) or (tree.upos[k] == "NUM" and acts(tree, k))
    return counted or not is_time(tree, k)
