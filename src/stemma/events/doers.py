"""Who does what a verb tells: subjects, also those that clauses share, and agents."""

from stemma.events.agents import (
    COUNTING,
    acts,
    asked_for,
    is_time,
    none_of,
    of_office,
)
from stemma.events.groups import GROUPS
from stemma.events.lexicon import OF_OBJECT, VERBS
from stemma.events.owners import agents_of, is_name, is_relative, owners_of
from stemma.events.rehung import HELP, PART
from stemma.events.tree import Tree
from stemma.events.words import CLAIMS, DENIES, IDEAS, MOTIONS, REJECTS, TOLD, VOWS
from stemma.text.people import BODIES

_HOPS = 6  # clauses over which a subject is inherited, at most


def actor_of(tree: Tree, n: int, hops: int = _HOPS) -> list[int]:
    """The heads of the phrases that say who does what a verb tells."""
    if tree.passive(n):
        named = agents_of(tree, n) or _shared_agents(tree, n) or _summoner(tree, n)
        return named or _wisher(tree, n) or _teller(tree, n) or asked_for(tree, n)
    subject = tree.first(n, "nsubj")
    if subject is not None:
        return [antecedent(tree, n, subject)]
    return _inherited(tree, n, hops)


def _wisher(tree: Tree, n: int) -> list[int]:
    """Who wants or orders what is to be done by nobody that is named: `ordered that it be closed`."""
    head = _who_vows(tree, n)
    made = tree.rels[n] == "xcomp" and tree.lemmas[head] in ("have", "get")
    made = made and not tree.has(n, "to")  # `have yet to be paid`
    behind = head != tree.heads[n]
    if not behind and (
        tree.rels[n] not in ("ccomp", "xcomp") or not (made or tree.lemmas[head] in _WISHES)
    ):
        return []
    to_come = tree.has(n, "be", "to") or not tree.below(n, "aux")
    found = [k if acts(tree, k) else of_office(tree, k) for k in subject_of(tree, head)]
    return [k for k in found if k is not None and acts(tree, k)] if to_come else []


def _who_vows(tree: Tree, n: int) -> int:
    """The verb above what is wished or promised; also if it stands behind: `It will be lifted, she said`."""
    behind = [k for k in tree.below(n, "parataxis", "advcl") if k > n and tree.below(k, "nsubj")]
    vows = [k for k in behind if tree.lemmas[k] in _WISHES and not tree.mark(k)]
    vows = [k for k in vows if "," in tree.words[n : tree.below(k, "nsubj")[0]]]
    return vows[0] if vows and tree.has(n, "will", "shall") else tree.heads[n]


def _summoner(tree: Tree, n: int) -> list[int]:
    """`was summoned to the foreign ministry`: who summons is where one has to go."""
    if tree.lemmas[n] not in ("summon", "invite"):
        return []
    to = [k for k in tree.below(n, "obl") if tree.case(k) == "to" and acts(tree, k)]
    return [k for k in to if tree.names[k].endswith("ORG") or tree.lemmas[k] in BODIES]


def _teller(tree: Tree, n: int) -> list[int]:
    """Who tells of an arrest or a seizure that nobody else is named for, or is at it: `Police said that nine
    men had been arrested`, `was arrested when police raided his house`."""
    head = tree.heads[n]
    if tree.lemmas[n] in _JUDGED:
        return _court(tree, n)
    if tree.lemmas[n] not in _HELD:
        return []
    found = [
        k for v in tree.below(n, "advcl") if not tree.passive(v) for k in tree.below(v, "nsubj")
    ]
    if tree.rels[n] == "ccomp" and tree.lemmas[head] in TOLD:
        found = subject_of(tree, head)
    return [k for k in found if GROUPS.get(tree.lemmas[k]) in ("police", "troops")][:1]


def _court(tree: Tree, n: int) -> list[int]:
    """`The result is annulled, the court said`: whose word does it."""
    head = tree.heads[n]
    if tree.rels[n] != "ccomp" or tree.lemmas[head] not in TOLD | {"read", "hold"}:
        return []
    said = subject_of(tree, head)
    near = {k: [k, *(j for j in tree.below(k, "nmod", "compound") if j < k)] for k in said}
    return [k for k in said if any(tree.lemmas[j] in _COURTS for j in near[k])]


_COURTS = frozenset("court tribunal judge jury magistrate justice panel".split())
_JUDGED = frozenset(
    "annul overturn quash uphold void strike reverse acquit convict sentence find reinstate "
    "invalidate".split()
)
_HELD = frozenset(
    "arrest detain capture seize confiscate handcuff apprehend impound evacuate disperse disarm".split()
)
_WISHES = frozenset(
    "promise vow pledge guarantee "
    "order demand want desire like wish insist request propose decide recommend urge suggest".split()
)


def _shared_agents(tree: Tree, n: int) -> list[int]:
    """Who did what a passive before it tells, where he may have done this too: `was seized by troops and
    burned`; `was hit by a lorry and taken to hospital` says of nobody that he took him."""
    if not tree.joined_passive(n):
        return []
    return [k for k in agents_of(tree, tree.heads[n]) if acts(tree, k)]


def antecedent(tree: Tree, n: int, subject: int) -> int:
    """The noun that a relative pronoun stands for."""
    if tree.words[subject] in ("it", "they"):
        return _speaker(tree, n, subject)
    if not is_relative(tree, subject):
        return _some_of_them(tree, n, none_of(tree, subject))
    top, on = n, ("conj",) if tree.rels[subject] == "nsubj" else ("conj", "xcomp")
    while tree.rels[top] in on and tree.heads[top] >= 0:
        top = tree.heads[top]
    if tree.rels[top] != "acl":
        return subject
    named = [k for k in tree.below(subject, "appos") if acts(tree, k)]
    # People are never `which`.
    nearer = None if tree.words[subject] == "which" else told_of_the_nearer(tree, top)
    if nearer is not None and not tree.passive(n):
        return called(tree, nearer)  # `the advice of the mayor, who warned …`
    if named:
        return named[0]  # `six men, one of whom, a cook, died`
    return called(tree, _somebody(tree, tree.heads[top], tree.words[subject]))


def told_of_the_nearer(tree: Tree, clause: int) -> int | None:
    """`the affair of the miners beaten in May`: whoever stands right before a clause about a noun that is
    nobody, and behind `of`."""
    noun = tree.heads[clause]
    if noun < 0 or acts(tree, noun) or tree.lemmas[noun] in COUNTING or is_time(tree, noun):
        return None
    first = min(tree.under(clause))
    last = first - 2 if tree.words[first - 1] == "," else first - 1
    of = [k for k in tree.below(noun, "nmod") if noun < k and tree.case(k) == "of"]
    near = [k for k in of if acts(tree, k) and tree.span(k)[1] == last + 1]
    return near[-1] if near else None


def _of_several(tree: Tree, n: int) -> int:
    """`the leader of the strikers, who was …`: behind a comma and a plural, the one whose they are."""
    one, clause = tree.heads[n], tree.first(n, "acl")
    if tree.rels[n] != "nmod" or tree.case(n) != "of" or clause is None or one < 0:
        return n
    first = min(tree.under(clause))
    comma = tree.words[first] == "," or (first > 0 and tree.words[first - 1] == ",")
    many = any(tree.words[k] in ("were", "are", "have") for k in tree.below(clause, "aux", "cop"))
    single = (
        tree.xpos[one] == "NN" and tree.lemmas[one] not in COUNTING and not tree.below(one, "conj")
    )
    several = tree.xpos[n] in ("NNS", "NNPS")
    return one if comma and several and single and not many and acts(tree, one) else n


def _some_of_them(tree: Tree, n: int, subject: int) -> int:
    """`Hundreds gathered, some of them shouting`: those of the clause above."""
    them = any(tree.words[k] == "them" for k in tree.below(subject, "nmod"))
    loose = tree.rels[n] == "advcl" and not tree.mark(n) and tree.xpos[n] in ("VBG", "VBN")
    above = subject_of(tree, tree.heads[n]) if them and loose else []
    return above[0] if above and acts(tree, above[0]) else subject


def _somebody(tree: Tree, n: int, pronoun: str) -> int:
    """`survivors of the flood who …`: `who` is somebody, and not what the reader took for it."""
    at = n
    while pronoun == "who" and not acts(tree, at) and tree.rels[at] == "nmod":
        at = tree.heads[at]
    at = _of_several(tree, at) if pronoun == "who" or not acts(tree, at) else at
    return at if tree.upos[at] in ("NOUN", "PROPN", "PRON", "NUM") and acts(tree, at) else n


def called(tree: Tree, n: int) -> int:
    """The name that a description is put behind: `The Bell, a weekly that …`."""
    head = tree.heads[n]
    behind = tree.rels[n] == "appos" and 0 <= head < n and not is_name(tree, n)
    return head if behind and is_name(tree, head) else n


def _speaker(tree: Tree, n: int, pronoun: int) -> int:
    """Who says it, where a pronoun in what is said means him: `the ministry said it would look into it`,
    `the drivers said they would wait`; else the pronoun."""
    top = n
    while tree.rels[top] in ("conj", "xcomp") and tree.heads[top] >= 0:
        top = tree.heads[top]
    verb = tree.heads[top]
    saying = tree.lemmas[n] in TOLD | VOWS | {"caution"}
    empty = bool(tree.below(n, "ccomp", "csubj")) and not saying  # `it is clear that`
    loose = tree.upos[n] != "VERB" or tree.lemmas[n] in _WEATHER or empty
    if verb >= 0 and tree.rels[top] == "acl" and tree.lemmas[verb] in CLAIMS | IDEAS:
        above = tree.heads[verb]  # `denied reports that it would …`
        told = above >= 0 and tree.lemmas[above] in DENIES | REJECTS | {"confirm"}
        verb = above if told and tree.rels[verb] == "obj" else verb
    elif tree.rels[n] == "conj" and tree.lemmas[tree.heads[n]] in TOLD and tree.has(n, "and"):
        verb = tree.heads[n]  # `Nobody had been hurt, the ministry said, and it warned …`
    elif tree.rels[top] != "ccomp" or tree.lemmas[verb] not in TOLD:
        return pronoun
    if loose or pronoun < verb or tree.upos[verb] != "VERB":
        return pronoun
    subject = next(iter(subject_of(tree, verb)), None)
    if subject is None or tree.upos[subject] not in ("NOUN", "PROPN") or not acts(tree, subject):
        return pronoun
    if tree.words[pronoun] == "they":
        several = tree.xpos[subject] in ("NNS", "NNPS") or bool(tree.below(subject, "conj"))
        return subject if several else pronoun
    called = [subject, *tree.below(subject, "appos", "compound", "flat")]
    called += [k for one in called[1:] for k in tree.below(one, "appos")]
    named = any(tree.names[k].endswith(("ORG", "LOC")) for k in called)
    # A name of which the reader sees nothing is nobody's that `it` can't mean.
    named = named or (is_name(tree, subject) and not tree.names[subject].endswith("PER"))
    body = named or any(tree.lemmas[k] in BODIES for k in called)
    return subject if body and tree.xpos[subject] in ("NN", "NNP") else pronoun


_WEATHER = frozenset("rain snow hail thunder freeze take seem appear happen turn".split())


def subject_of(tree: Tree, n: int, hops: int = _HOPS) -> list[int]:
    """The subject of a clause, active or passive, or that which it shares with the clause above."""
    subject = tree.first(n, "nsubj")
    return [antecedent(tree, n, subject)] if subject is not None else _inherited(tree, n, hops)


def _inherited(tree: Tree, n: int, hops: int) -> list[int]:
    """The subject that a verb shares with the clause above it."""
    head, rel, mark = tree.heads[n], tree.rels[n], tree.mark(n)
    if head < 0 or hops == 0:
        return []
    if rel == "acl" and tree.lemmas[head] in _SUSPECTED and tree.heads[head] >= 0:
        return _charged(tree, tree.heads[head], hops)
    if rel == "acl" and tree.below(head, "cop") and (mark or tree.below(n, "case")):
        # `was the first to go`, `is under pressure for having been late`
        first = mark == "to" and tree.lemmas[head] in _ORDINAL
        if first or (tree.xpos[n] in ("VBG", "VBN") and mark in ("for", "of", "over", "after")):
            return [antecedent(tree, head, k) for k in tree.below(head, "nsubj")[:1]]
    if rel == "acl" and mark == "in" and tree.lemmas[head] in HELP:
        return []
    if rel == "acl" and mark == "in" and tree.lemmas[head] in PART:
        return planner(tree, head, hops)
    if rel == "acl" and mark == "of" and tree.lemmas[head] in _MINDS:
        planned = planner(tree, head, hops)  # `has no intention of leaving`
        if planned:
            return planned
    if rel in ("acl", "advcl") and mark == "to":
        made = _made_to(tree, n)
        if made:
            return made
    if rel == "acl" and tree.xpos[n] == "VBG" and mark in _OF and not acts(tree, head):
        return owners_of(tree, head)  # `the danger of crossing`
    if rel == "acl":
        itself = tree.xpos[n] == "VBG" or tree.passive(n) or tree.lemmas[head] in MOTIONS
        return [head] if itself else planner(tree, head, hops)
    objects = tree.below(n, "obj")
    if rel == "xcomp" and len(objects) > 1 and tree.words[objects[0]] == "whom":
        return [antecedent(tree, n, objects[0])]  # `whom a panel found to have ordered it`
    below = rel in ("xcomp", "ccomp") or (rel == "advcl" and tree.has(n, "to", *_BELOW))
    if below and tree.lemmas[head] in OF_OBJECT and not tree.passive(head):
        told = tree.below(head, "obj", "iobj") or [k for k in tree.below(head, "nsubj") if k > head]
        if told:
            return [antecedent(tree, head, told[0]) if tree.words[told[0]] != "it" else told[0]]
    if rel in ("xcomp", "advcl", "ccomp") and tree.lemmas[head] == "call" and tree.has(n, "to"):
        asked = [k for k in tree.below(head, "obl") if tree.case(k) in ("on", "upon") and k < n]
        if asked:
            return asked  # `called on the mayor to resign`
    if rel == "advcl" and mark[:3] == "for" and tree.lemmas[head] in _FOR_IT:
        return _charged(tree, head, hops) or subject_of(tree, head, hops - 1)
    if rel in ("conj", "xcomp", "advcl", "parataxis") or (rel == "ccomp" and mark[-2:] == "to"):
        return subject_of(tree, head, hops - 1)
    return []


_ORDINAL = frozenset("first second third fourth fifth last only next one".split())
_OF, _BELOW = frozenset("of for in about".split()), ("of", "from", "into")
_MINDS = frozenset("intention idea hope habit thought aim purpose goal dream honour honor".split())


def _made_to(tree: Tree, n: int) -> list[int]:
    """`appointed a panel to investigate the fire`, `sent troops to retake the town`: those who are named or
    sent to do it."""
    head = tree.heads[n]
    verb = head if tree.upos[head] == "VERB" else tree.heads[head]
    if verb < 0 or tree.lemmas[verb] not in _APPOINTS or not tree.below(n, "obj", "obl"):
        return []
    made = tree.below(verb, "nsubj") if tree.passive(verb) else tree.below(verb, "obj")
    if head != verb and head not in made:
        return []
    return [k for k in made if acts(tree, k) and tree.upos[k] in ("NOUN", "PROPN") and k < n]


_APPOINTS = frozenset(
    "appoint name set establish create form found assemble send dispatch hire recruit choose elect deploy "
    "commission assign nominate engage fly".split()
)


def _charged(tree: Tree, verb: int, hops: int) -> list[int]:
    """`arrested three men on suspicion of looting shops`: whom a verb is done to for what he did."""
    if tree.upos[verb] != "VERB":
        return []
    found = tree.below(verb, "iobj", "obj")[:1]
    return subject_of(tree, verb, hops - 1) if tree.passive(verb) else found


# What is done to somebody for a deed of his own: `fined nine drivers for blocking the road`.
_JUDGES = frozenset("REJECT ACCUSE SANCTION COERCE SUPPORT CONCEDE".split())
_FOR_IT = {verb for verb, kind in VERBS.items() if kind in _JUDGES} | {"dismiss", "fire", "sack"}
_SUSPECTED = frozenset("suspicion charge accusation allegation count".split())


def planner(tree: Tree, noun: int, hops: int = _HOPS) -> list[int]:
    """Who has `a plan to …`: by its possessive, or the subject above."""
    own = owners_of(tree, noun)
    verb = tree.heads[noun]
    if own and tree.upos[own[0]] == "PRON" and verb >= 0 and tree.upos[verb] == "VERB":
        above = subject_of(tree, verb, hops - 1) if tree.rels[noun] == "obj" else []
        own = [k for k in above if acts(tree, k)] or own  # `broke its promise to …`
    if own or verb < 0 or tree.upos[verb] != "VERB":
        return own
    return subject_of(tree, verb, hops - 1) if tree.rels[noun] in ("obj", "obl") else []
