"""Who does what a noun tells, by the verb that it hangs on: who joins, plans or wants it."""

from stemma.events.agents import acts, speaks
from stemma.events.doers import planner, subject_of
from stemma.events.groups import GROUPS
from stemma.events.lexicon import ASPECTS, LIGHT, NOUNS, VERBS
from stemma.events.owners import agents_of
from stemma.events.tree import Tree
from stemma.events.words import HANDS


def takes_part(tree: Tree, n: int) -> list[int]:
    """Who does what a noun tells, by the verb that it hangs on: `joined the search`, `is planning a raid`.
    Who wants or calls for a deed stands for it where nobody else is named."""
    above = tree.heads[n]
    if above < 0:
        return []
    found: list[int] = []
    if tree.lemmas[above] in _LASTING and tree.rels[n] == "nmod" and tree.case(n) == "of":
        return _long_talks(tree, n, above) or takes_part(tree, above)
    if tree.rels[n] == "conj" and tree.rels[above] in ("obj", "obl"):
        verb = tree.heads[above]
        found = subject_of(tree, verb) if partakes(tree, above) and not tree.passive(verb) else []
        return [k for k in found if speaks(tree, k)]
    if tree.upos[above] == "NOUN" and tree.rels[n] == "nmod" and tree.lemmas[above] in _MEANT:
        found = planner(tree, above) if tree.case(n) in ("for", "of", "to", "on") else []
    elif tree.upos[above] != "VERB" or tree.passive(above):
        return []
    elif partakes(tree, n) or in_the_course(tree, n) or _takes_back(tree, n):
        found = subject_of(tree, above)
    return [k for k in found if k != n and speaks(tree, k)]


def _takes_back(tree: Tree, n: int) -> bool:
    """`dropped its request`, `renewed a charge`: such words are one's own."""
    own = tree.rels[n] == "obj" and not tree.below(n, "nmod:poss")
    own = own and tree.lemmas[tree.heads[n]] in _ITS_OWN
    return own and NOUNS.get(tree.lemmas[n]) in ("REQUEST", "ACCUSE", "THREATEN", "AGREE")


_ITS_OWN = frozenset("drop withdraw retract renew repeat reiterate abandon revive".split())


def doers_of_it(tree: Tree, n: int) -> list[int]:
    """`the attack was planned and carried out by rebels`: who does it, where a passive says no more."""
    verb = tree.heads[n]
    if verb < 0 or tree.full[n] != "nsubj:pass":
        return []
    verbs = [v for v in (verb, *tree.below(verb, "conj")) if tree.lemmas[v] in _DONE_TO_DEEDS]
    return [k for v in verbs for k in agents_of(tree, v) if acts(tree, k)][:1]


_DONE_TO_DEEDS = frozenset(
    "plan prepare plot carry conduct stage lead order commit perform mount direct execute perpetrate "
    "organise organize orchestrate launch authorise authorize".split()
)


def _long_talks(tree: Tree, n: int, span: int) -> list[int]:
    """`reached an agreement after two days of talks`."""
    verb = tree.heads[span]
    if verb < 0 or tree.upos[verb] != "VERB" or NOUNS.get(tree.lemmas[n]) != "CONSULT":
        return []
    held = tree.rels[span] == "obl" and tree.case(span) in ("after", "following", "during", "in")
    return [k for k in subject_of(tree, verb) if acts(tree, k)] if held else []


def partakes(tree: Tree, n: int) -> bool:
    """Whether the subject of the verb above a noun takes part in what the noun tells, or wants it."""
    lemma, case = tree.lemmas[tree.heads[n]], tree.case(n)
    if tree.rels[n] == "obj" and lemma in HANDS and NOUNS.get(tree.lemmas[n]) == "REQUEST":
        return True  # `handed the mayor a petition`
    if tree.has(n, "to") and tree.rels[n] in ("xcomp", "advcl"):
        return True  # `whether to appeal`, which the reader took for a noun
    if tree.rels[n] == "obj" and not case:
        return lemma in _PARTAKES or (lemma == "rule" and tree.has(tree.heads[n], "out"))
    return tree.rels[n] == "obl" and (lemma, case) in _PARTAKES_WITH


def in_the_course(tree: Tree, n: int) -> bool:
    """`stormed the bank in an assault`, `blocked the road in protest`: the deed that another one is part of,
    where that is no misfortune."""
    verb = tree.heads[n]
    if tree.rels[n] != "obl" or tree.case(n) != "in" or tree.below(n, "nmod:poss"):
        return False
    told = NOUNS.get(tree.lemmas[n], "")
    if told in ("PROTEST", "SUPPORT"):
        return tree.lemmas[verb] not in _MISFORTUNES
    if told not in ("ASSAULT", "COERCE") or tree.lemmas[verb] in _MISFORTUNES:
        return False
    armed = any(
        GROUPS.get(tree.lemmas[k]) in ("armed", "troops", "police") for k in subject_of(tree, verb)
    )
    return armed or VERBS.get(tree.lemmas[verb]) in ("ASSAULT", "COERCE")


_MISFORTUNES = frozenset("die lose suffer perish survive fall be end result begin start".split())
_PARTAKES = frozenset(
    "attend conclude consider contemplate continue demand draft enter favour favor finish join mull order "
    "organise organize pledge plan prefer prepare promise propose request resume schedule seek send stage "
    "threaten urge want weigh".split()
)
_PARTAKES_WITH = frozenset(
    {
        ("agree", "to"), ("appeal", "for"), ("ask", "for"), ("call", "for"), ("engage", "in"),
        ("go", "on"), ("hand", "in"),
        ("opt", "for"), ("vote", "for"), ("press", "for"), ("lobby", "for"), ("campaign", "for"),
        ("apply", "for"), ("petition", "for"), ("plead", "for"), ("beg", "for"), ("argue", "for"),
         ("participate", "in"), ("plan", "for"), ("prepare", "for"), ("push", "for"),
    }
)  # fmt: skip
# `a day of protest`, `a wave of strikes`: the deed is what it is full of.
_LASTING = frozenset("hour year day week month series wave round campaign night start end".split())
# Nouns of what is meant to be done.
_MEANT = frozenset(
    "plan proposal call bid possibility preparation motion request demand appeal application petition plea "
    "pressure suit".split()
)


def visiting(tree: Tree, n: int, recipients: list[int]) -> list[int]:
    """Who is on a visit or in talks, by the verb that these stand beside: `said during a trip to Oman`,
    `broke off a visit`."""
    verb = tree.heads[n]
    if verb < 0 or tree.upos[verb] != "VERB" or tree.passive(verb):
        return []
    consults = NOUNS[tree.lemmas[n]] == "CONSULT"
    goes_on = tree.lemmas[verb] in ASPECTS["goes on"] | ASPECTS["begins"] | _BREAKS
    held = tree.rels[n] == "obj" and goes_on and (consults or tree.lemmas[verb] not in _BREAKS)
    beside = tree.rels[n] == "obl" and consults and tree.case(n).split(" ")[0] in _DURING
    if not held and not (beside and recipients):
        return []
    return [k for k in subject_of(tree, verb) if acts(tree, k) and k not in recipients]


_BREAKS = frozenset("break cut cancel postpone end plan abandon interrupt delay".split())
_DURING = frozenset("during after following before in at on amid ahead".split())


def own_affair(tree: Tree, n: int, owner: int) -> list[int]:
    """`The army is to lift its siege`: who begins, keeps up or ends a deed of its own."""
    verb = tree.heads[n]
    if verb < 0 or tree.rels[n] != "obj" or tree.lemmas[verb] not in _OWN_AFFAIRS:
        return []
    if tree.lemmas[n] in BEFALLS or tree.words[owner] not in ("its", "their"):
        return []
    found = [] if tree.passive(verb) else subject_of(tree, verb)
    several = any(tree.xpos[k] in ("NNS", "NNPS") or tree.below(k, "conj") for k in found)
    fits = several == (tree.words[owner] == "their")
    return [k for k in found if acts(tree, k) and tree.upos[k] != "PRON"] if fits else []


_OWN_AFFAIRS = LIGHT.union(*(ASPECTS[one] for one in ("ends", "begins", "goes on")))


# Of these, whose it is it befalls.
BEFALLS = frozenset(
    "arrest detention killing murder assassination abduction kidnapping release expulsion extradition "
    "deportation torture execution conviction rescue prosecution indictment imprisonment acquittal pardon "
    "protection treatment punishment suspension questioning discharge disqualification exclusion "
    "humiliation harassment surveillance reinstatement hospitalisation hospitalization capture trial "
    "impeachment ouster eviction internment lynching persecution interrogation beating".split()
)
