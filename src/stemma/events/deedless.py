"""Words that tell of no deed of their own: what is said of another deed, words to the press, opinions."""

from stemma.events.agents import acts, group_of
from stemma.events.idioms import idiom
from stemma.events.lexicon import EMPTY, NOUNS, VERBS
from stemma.events.mentions import VERB, Mention, is_nominal
from stemma.events.objects import HARM, direct
from stemma.events.own import is_wanted
from stemma.events.phrases import PHRASES
from stemma.events.tree import Tree
from stemma.events.words import DENIES, TOLD


def no_deed(tree: Tree, mention: Mention) -> str:
    """Why a verb is no deed of its own; empty if it may be one."""
    if mention.kind != VERB:
        return _no_noun(tree, mention)
    return next((why for rule in _RULES if (why := rule(tree, mention))), "")


def _phrase(tree: Tree, mention: Mention) -> str:
    """A verb with its particle, be it parted from it: `pushed them back`."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    whole = " ".join(tree.lemmas[n] for n in mention.words)
    apart = (f"{lemma} {tree.words[k]}" for k in tree.below(head, "advmod") if k > head)
    return whole if whole in PHRASES else next((one for one in apart if one in PHRASES), whole)


def _says_nothing(tree: Tree, mention: Mention) -> str:
    """Empty verbs, and denials, of which the deed itself is told below."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    if lemma in EMPTY and not idiom(tree, head):
        return "a verb that tells of no deed of its own"
    clause = bool(tree.below(head, "ccomp"))
    denies = lemma in DENIES and (clause or not _withheld(tree, head))
    if denies or (lemma in ("reject", "refute") and clause):
        return "a denial, of what has its own row"
    return ""


def _is_of_its_object(tree: Tree, mention: Mention) -> str:
    """`prepared an attack`, `paid a visit`, `considered it a crime`."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    done = [k for k in (*tree.below(head, "obj"), *direct(tree, head)) if is_nominal(tree, k)]
    talks = lemma == "conclude" and any(NOUNS[tree.lemmas[k]] == "CONSULT" for k in done)
    phrase = _phrase(tree, mention)
    listed = lemma in VERBS or phrase in PHRASES
    if done and (not listed or lemma in _PLANS or talks or lemma == "execute"):
        return "its object tells of the deed"
    if _is_asked_who(tree, head):
        return "it is asked who did it"
    held = tree.below(head, "obj") and tree.below(head, "xcomp")
    if lemma in _HELD_TO_BE and held and not idiom(tree, head):
        return "an opinion"
    travels = any(tree.lemmas[k] in ("visit", "trip", "tour") for k in tree.below(head, "obj"))
    if travels and VERBS.get(lemma) not in ("REJECT", "CONCEDE") and phrase not in PHRASES:
        return "its object tells of the deed"
    return ""


def _is_asked_who(tree: Tree, n: int) -> bool:
    """`asked who did it`, and not `the aide, who was jailed and who fled`."""
    asked = [k for k in tree.below(n, "nsubj") if tree.words[k] in ("who", "what")]
    first = tree.heads[n] if tree.rels[n] == "conj" else n
    return bool(asked) and tree.rels[first] != "acl" and tree.heads[n] >= 0


def _is_of_what_is_below(tree: Tree, mention: Mention) -> str:
    """`let them vote`, `stopped shelling it`, `used its veto to kill it`."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    below = tree.first(head, "xcomp")
    goes = below is not None and tree.lemmas[below] in _GOING
    lets = lemma in ("let", "allow", "permit") and not goes and not _lets_in(tree, head)
    if lets and _phrase(tree, mention) not in PHRASES:
        return "it only lets another deed be done"
    if below is not None and lemma in _ONLY_HOW and not tree.below(head, "obj"):
        return "it only says how another deed goes"
    if tree.mark(head) == "to" and _is_what_veto_does(tree, head):
        return "it is what 'veto' is about"
    return ""


def _lets_in(tree: Tree, n: int) -> bool:
    """`let into the building`, `allowed across the border`: with nothing else that is to be done there."""
    ways = any(tree.case(k).split(" ")[-1] in _WAYS for k in tree.below(n, "obl"))
    return ways and not tree.below(n, "xcomp", "ccomp")


_WAYS = frozenset("into inside onto across through past aboard ashore".split())


def _asks_for_nothing(tree: Tree, mention: Mention) -> str:
    """A question, a push, an office that is sought: nobody is asked to do a thing."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    if lemma == "ask" and _a_question(tree, head):
        return "a question"
    bare = lemma in ("push", "press") and _phrase(tree, mention) not in PHRASES
    if bare and _bare_push(tree, head) and not tree.below(head, "compound"):
        return "nothing is asked for"
    if lemma == "seek" and any(tree.lemmas[k] in _OFFICES for k in tree.below(head, "obj")):
        return "an office is sought"
    if lemma in ("intend", "plan", "want") and _own_affair(tree, head):
        return "a plan of one's own"
    if VERBS.get(lemma) == "REQUEST" and _unnamed(tree, head):
        return "it is asked not to be named"
    return ""


def _in_another_sense(tree: Tree, mention: Mention) -> str:
    """`broke with a custom`, `boarded a bus`, `pleaded guilty`, `called it a lie`."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    if lemma in ("break", "depart", "part") and _with_a_habit(tree, head):
        return "a habit that is given up"
    if lemma in _OF_THINGS and _with_things(tree, mention):
        return "something else by that word"
    if lemma == "plead" and tree.has(head, "guilty", "innocent"):
        return "words in court"
    if lemma == "call" and not idiom(tree, head) and not _asks_or_rings(tree, head):
        return "a name for it"
    return ""


def _in_words(tree: Tree, mention: Mention) -> str:
    """What is only said: a caution, a statement, or nothing at all."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    if lemma in ("warn", "caution") and _of_a_hazard(tree, head):
        return "a word of caution"
    wanted = lemma == "insist" and is_wanted(tree, head)
    if lemma in _STATED and tree.below(head, "ccomp") and not wanted:
        return "words, of what has its own row"
    if lemma in ("repeat", "reiterate", "restate") and _is_said(tree, head):
        return "words, said before"
    if lemma in ("refuse", "decline") and _is_silent(tree, head):
        return "silence is no deed"
    return ""


def _is_silent(tree: Tree, n: int) -> bool:
    """`declined to comment`, `refused to give their names`; who refuses to answer somebody's questions, or to
    tell him a thing, turns him down."""
    below = tree.first(n, "xcomp")
    if below is None or tree.lemmas[below] not in _SPEAKING:
        return False
    told = [k for k in tree.below(below, "obj", "iobj") if tree.lemmas[n] == "refuse"]
    return not any(acts(tree, k) or tree.lemmas[k] == "question" for k in told)


_RULES = (
    _says_nothing, _is_of_its_object, _is_of_what_is_below, _asks_for_nothing, _in_another_sense, _in_words,
)  # fmt: skip


def _with_a_habit(tree: Tree, n: int) -> bool:
    """`broke with the custom of meeting the press`: of nobody is it said that he was rejected."""
    given_up = [k for k in tree.below(n, "obl", "obj") if tree.case(k) in ("with", "from", "")]
    return any(tree.lemmas[k] in _HABITS for k in given_up)


_HABITS = frozenset("tradition custom habit practice convention precedent protocol routine".split())


def _of_a_hazard(tree: Tree, n: int) -> bool:
    """`warned that the dam could burst`, `warned of frost`: nobody says that he will do it, or that somebody
    will. `warned that the bridge would be bombed` and `warned of war` do."""
    told = tree.below(n, "ccomp")
    if told:
        befalls = tree.below(told[0], "nsubj")
        somebody = any(acts(tree, k) or tree.upos[k] == "PRON" for k in befalls)
        done = tree.lemmas[told[0]] in VERBS and (somebody or tree.passive(told[0]))
        return bool(befalls) and not somebody and not done
    near = [k for k in tree.below(n, "obl") if tree.case(k) in ("of", "about")]
    harmless = [k for k in near if tree.lemmas[k] not in NOUNS and not acts(tree, k)]
    return bool(near) and near == harmless and not any(group_of(tree, k) for k in near)


def _with_things(tree: Tree, mention: Mention) -> bool:
    """`restored power`, `hung a photograph`, `boarded a flight`, `is still being sought`."""
    head, objects = mention.head, direct(tree, mention.head)
    things, people = _OF_THINGS[tree.lemmas[head]]
    if people:
        return tree.passive(head) and any(acts(tree, k) for k in objects)
    if not things:
        return bool(objects) and not any(acts(tree, k) or tree.upos[k] == "PRON" for k in objects)
    armed = any(
        group_of(tree, k) in ("troops", "armed", "police") for k in tree.below(head, "nsubj")
    )
    return not armed and any(tree.lemmas[k] in things for k in objects)


# Verbs of a deed that tell of none with these things, with any thing, or with people in the passive.
_OF_THINGS: dict[str, tuple[frozenset[str], bool]] = {
    "restore": (frozenset("power electricity service signal water calm order heat".split()), False),
    "board": (frozenset("flight train bus plane ferry ship boat tram coach".split()), False),
    "hang": (frozenset(), False),
    "seek": (frozenset(), True),
}


def _asks_or_rings(tree: Tree, n: int) -> bool:
    """`called for talks`, `called on the army`, `called the king`, and not `called it a lie`."""
    if any(tree.case(k) in ("for", "on", "upon") for k in tree.below(n, "obl")):
        return True
    if tree.below(n, "compound") or any(tree.full[k] == "compound:prt" for k in tree.kids[n]):
        return True
    return not tree.passive(n) and not tree.below(n, "xcomp") and bool(tree.below(n, "obj"))


def _withheld(tree: Tree, n: int) -> bool:
    """`denied the request`, `denied the men asylum`: that is a deed; `denied it` is a word."""
    return any(
        tree.upos[k] != "PRON"
        and tree.lemmas[k] not in _TOLD_OF
        and (group_of(tree, k) in ("asks", "rights", "blame") or acts(tree, k))
        for k in direct(tree, n)
    )


_TOLD_OF = frozenset("report story rumour rumor suggestion account".split())


def _is_what_veto_does(tree: Tree, n: int) -> bool:
    """`used its veto to kill a resolution`: one refusal."""
    above = tree.heads[n]
    near = [above, *tree.below(above, "obj")] if above >= 0 else []
    below = tree.rels[n] in ("acl", "xcomp", "advcl")
    return below and any(tree.lemmas[k] == "veto" and tree.upos[k] == "NOUN" for k in near)


def _a_question(tree: Tree, n: int) -> bool:
    """`asked how it fell`, `was asked about it`: that asks for an answer alone."""
    if any(tree.has(k, "to") for k in tree.below(n, "xcomp", "advcl", "ccomp")):
        return False
    asked = [tree.mark(k).split(" ")[0] for k in tree.below(n, "advcl", "ccomp", "xcomp")]
    for_it = "for" in (*asked, *map(tree.case, tree.below(n, "obl")))
    if for_it or tree.below(n, "compound"):
        return False
    told = [k for k in tree.below(n, "ccomp") if tree.mark(k) == "that"]
    return not told and not any(tree.lemmas[k] in NOUNS for k in tree.below(n, "obj"))


def _bare_push(tree: Tree, n: int) -> bool:
    # `pushed them closer to war`, `pushed by a battle`: nobody asks for that.
    closer = [k for k in tree.below(n, "xcomp", "advmod") if tree.upos[k] in ("ADV", "ADJ")]
    if closer or any(is_nominal(tree, k) for k in tree.below(n, "nsubj")):
        return True
    near = tree.below(n, "xcomp") or [
        k for k in tree.below(n, "obl") if tree.case(k) in ("for", "to")
    ]
    return not near


def _own_affair(tree: Tree, n: int) -> bool:
    """`intends to resign`: a plan that is no offer to anybody."""
    below = tree.first(n, "xcomp")
    return below is not None and VERBS.get(tree.lemmas[below], "") not in _OFFERED


_OFFERED = frozenset("CONSULT SUPPORT CONCEDE COOPERATE AID AGREE".split())


def _is_said(tree: Tree, n: int) -> bool:
    """`repeated its stance`, and not `repeated the test`."""
    return any(tree.lemmas[k] in _SAYINGS for k in tree.below(n, "obj"))


_SAYINGS = frozenset(
    "stance position view line claim opinion belief argument message denial assertion statement mantra point "
    "concern warning words word remark comment".split()
)


def _unnamed(tree: Tree, n: int) -> bool:
    """`asked to remain anonymous`, `insisted on anonymity`."""
    return any(
        tree.words[k] in _UNNAMED for kid in tree.below(n, "obl", "xcomp") for k in tree.under(kid)
    )


_UNNAMED = frozenset("anonymity anonymous named identified unnamed name unidentified".split())


def _no_noun(tree: Tree, mention: Mention) -> str:
    above = tree.heads[mention.head]
    if tree.rels[mention.head] == "xcomp" and tree.lemmas[above] in _HELD_TO_BE:
        return "an opinion"
    told = {tree.words[k] for k in tree.below(mention.head, "compound", "amod")}
    if told & {"news", "press"}:
        return "words to the press"
    if tree.lemmas[mention.head] == "march" and told & {"funeral", "wedding", "bridal"}:
        return "a piece of music"
    if told & _OF_WORDS_ALONE and NOUNS.get(tree.lemmas[mention.head]) in HARM:
        return "an attack in words"
    return ""


_OFFICES = frozenset(
    "term office re-election reelection election seat nomination mandate job".split()
)
_OF_WORDS_ALONE = frozenset(
    "verbal slanderous personal scathing media blistering rhetorical".split()
)
_PLANS = frozenset("plan prepare intend propose consider prompt spark trigger".split())
_ONLY_HOW = frozenset(
    "seek stop cease keep continue begin start try attempt finish halt prepare".split()
)
_STATED = frozenset(
    "admit confirm acknowledge concede reiterate repeat emphasize emphasise stress underline underscore "
    "indicate insist claim remind hold brief inform respond note".split()
) | (TOLD - frozenset("warn charge allege fear complain".split()))
_GOING = frozenset("go leave enter return pass come visit inspect cross land".split())
_HELD_TO_BE = frozenset("consider find deem hold judge see call term make".split())
_SPEAKING = TOLD | frozenset("comment name identify give elaborate speculate".split())
