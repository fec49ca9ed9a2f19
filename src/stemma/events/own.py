"""The type that a verb or a noun most often stands for, and the one that what stands with it makes sure."""

from collections.abc import Callable

from stemma.events.agents import acts, group_of
from stemma.events.lexicon import ALSO_NOUNS, ALSO_VERBS, NOUNS, PARTED, PHRASES, SHOTS, VERBS
from stemma.events.mentions import VERB, Mention
from stemma.events.objects import direct
from stemma.events.parties import heads_of
from stemma.events.tree import Tree


def own_type(tree: Tree, mention: Mention) -> tuple[str, tuple[str, ...]]:
    """The type that a verb with its particle, or a noun, most often stands for, and its others."""
    lemma = tree.lemmas[mention.head]
    if mention.kind != VERB:
        if lemma == "call":
            return _call(tree, mention.head), ()
        if lemma == "strike":
            return _strike(tree, mention)
        return NOUNS.get(lemma, ""), ALSO_NOUNS.get(lemma, ())
    phrase = " ".join(tree.lemmas[n] for n in mention.words)
    if phrase in PHRASES or phrase != lemma:
        return PHRASES.get(phrase, ""), ()
    # The reader may take a particle for an adverb.
    apart = [f"{lemma} {tree.words[k]}" for k in tree.below(mention.head, "advmod", "compound")]
    parted = next((PHRASES[one] for one in apart if one in PHRASES), "")
    if parted or lemma in PARTED:
        return parted, () if parted else ALSO_VERBS.get(lemma, ())
    objects = direct(tree, mention.head)
    if lemma in _LESS and any(tree.lemmas[k] in READY for k in objects):
        return "RETREAT", ()
    asked = [k for k in tree.below(mention.head, "obl") if tree.case(k) in ("for", "on", "upon")]
    if lemma == "call" and not asked:
        return "CONSULT", ()
    return VERBS.get(lemma, ""), ALSO_VERBS.get(lemma, ())


_LESS = frozenset("reduce lower lift end relax cut decrease scale".split())
READY = frozenset("alert readiness presence".split())
# What is given up with no weapon.
QUIT = frozenset("fight struggle battle claim bid campaign resistance pursuit".split())


def surely(tree: Tree, mention: Mention) -> str:
    """The type that a word has by what stands with it, whatever the model has of it; empty if none."""
    n, lemma = mention.head, tree.lemmas[mention.head]
    if mention.kind != VERB:
        verb = mention.lent if mention.lent is not None else tree.heads[n]
        handed = verb >= 0 and tree.lemmas[verb] in ("hand", "lodge", "deliver", "submit")
        return "ACCUSE" if lemma == "protest" and handed else ""
    who = heads_of(tree, mention.actors)
    groups = {group_of(tree, k) for k in who}
    objects = direct(tree, n)
    idiom = _idiom(tree, n, objects)
    if idiom:
        return idiom
    if lemma in ("warn", "caution") and _told_to(tree, n):
        return "REQUEST"  # `warned people not to drink it`
    if lemma == "dismiss" and any(acts(tree, k) or tree.words[k] in NO_ONE for k in objects):
        return "SANCTION"
    if lemma in LEFT and objects and armed_go(tree, mention):
        return "RETREAT"
    towards = any(tree.case(k) in ("into", "on", "at") for k in tree.below(n, "obl"))
    if lemma in _FALLS and "weapons" in groups and towards:
        return "ASSAULT"
    walks = lemma == "march" and not tree.below(n, "obj") and not groups & {"troops", "armed"}
    return "PROTEST" if walks and any(acts(tree, k) and several(tree, k) for k in who) else ""


def is_ahead(tree: Tree, mention: Mention) -> bool:
    """Whether a verb is of what is yet to come: `will send`, `is to send`, `promised to send`."""
    n = mention.head
    aux = {tree.words[k] for k in tree.below(n, "aux")}
    to_come = aux & {"will", "'ll", "shall", "would", "may", "might", "could"}
    return bool(to_come) or (tree.has(n, "to") and tree.xpos[n] in ("VB", "VBN"))


def _idiom(tree: Tree, n: int, objects: list[int]) -> str:
    """The type of a verb with one word that goes with it: `took two men hostage`, `opened fire`."""
    return next((kind for holds, kind in _IDIOMS if holds(tree, n, objects)), "")


def _takes_hostage(tree: Tree, n: int, _: list[int]) -> bool:
    captive = tree.has(n, "hostage", "hostages", "captive")
    return captive and tree.lemmas[n] in ("take", "hold", "seize", "keep")


def _fires(tree: Tree, n: int, objects: list[int]) -> bool:
    """`opened fire`, `traded fire`, `fired tear gas`, `no shot was fired`."""
    shot = any(tree.lemmas[k] in SHOTS or tree.words[k] in SHOTS for k in objects)
    return shot and tree.lemmas[n] in (
        "fire",
        "open",
        "trade",
        "exchange",
        "return",
        "lob",
        "loose",
    )


def _emergency(tree: Tree, n: int, objects: list[int]) -> bool:
    """`declared a state of emergency`."""
    named = [tree.lemmas[j] for k in objects for j in (k, *tree.below(k, "nmod", "amod"))]
    rule = "emergency" in named or {"law", "martial"} <= set(named) or "curfew" in named
    return rule and tree.lemmas[n] in ("declare", "proclaim", "impose", "decree", "announce")


def _to_prison(tree: Tree, n: int, _: list[int]) -> bool:
    beside = [k for k in tree.below(n, "obl") if tree.case(k) == "to"]
    jailed = any(tree.lemmas[k] in ("prison", "jail") for k in beside)
    return jailed and tree.lemmas[n] in ("send", "take", "drive", "return")


def _opens(tree: Tree, n: int, objects: list[int]) -> bool:
    """`opened the border`, and not `opened a box`."""
    return tree.lemmas[n] == "open" and any(tree.lemmas[k] in _WAYS_IN for k in objects)


def _stops_work(tree: Tree, n: int, objects: list[int]) -> bool:
    """`downed tools`, `stopped work`."""
    tools = any(tree.lemmas[k] in ("tool", "work") for k in objects)
    return tools and tree.lemmas[n] in ("down", "stop")


def _to_death(tree: Tree, n: int, _: list[int]) -> bool:
    beside = [k for k in tree.below(n, "obl") if tree.case(k) == "to"]
    return tree.lemmas[n] == "condemn" and any(tree.lemmas[k] in _PENALTIES for k in beside)


def _ultimatum(tree: Tree, n: int, _: list[int]) -> bool:
    """`gave them 48 hours to leave`."""
    whom = tree.below(n, "iobj")
    hours = [k for k in tree.below(n, "obj") if tree.lemmas[k] in ("hour", "day", "minute", "week")]
    return tree.lemmas[n] == "give" and bool(whom and hours)


def _appeals(tree: Tree, n: int, _: list[int]) -> bool:
    """`appealed for calm`, and not `appealed against it`."""
    return tree.lemmas[n] == "appeal" and any(tree.case(k) == "for" for k in tree.below(n, "obl"))


_WAYS_IN = frozenset("border crossing frontier airspace corridor".split())
_PENALTIES = frozenset("death prison jail year hanging exile life".split())
_IDIOMS: tuple[tuple[Callable[[Tree, int, list[int]], bool], str], ...] = (
    (_takes_hostage, "ASSAULT"), (_fires, "ASSAULT"), (_emergency, "COERCE"), (_to_prison, "COERCE"),
    (_to_death, "SANCTION"), (_ultimatum, "REQUEST"), (_appeals, "REQUEST"), (_opens, "RETREAT"),
    (_stops_work, "PROTEST"),
)  # fmt: skip
NO_ONE = frozenset("nobody none one anybody anyone".split())
_FALLS = frozenset("crash slam land fall rain smash plough".split())


def _told_to(tree: Tree, n: int) -> bool:
    """`warned people not to drink it`, wherever the reader hangs the clause."""
    whom = tree.below(n, "obj", "iobj")
    clauses = [k for at in (n, *whom) for k in tree.below(at, "xcomp", "advcl", "acl")]
    return bool(whom) and any(tree.has(k, "to") or tree.mark(k) == "against" for k in clauses)


def _call(tree: Tree, n: int) -> str:
    """`a call for talks` asks, `a call with the king` is one by telephone."""
    if any(tree.case(k) == "for" for k in tree.below(n, "nmod")) or tree.below(n, "acl"):
        return "REQUEST"
    wired = tree.has(n, "phone", "telephone", "video", "conference")
    return "CONSULT" if wired or any(tree.case(k) == "with" for k in tree.below(n, "nmod")) else ""


def _strike(tree: Tree, mention: Mention) -> tuple[str, tuple[str, ...]]:
    """Of arms or of workers: by what stands before it, and whether it is begun, ended or called."""
    if _armed(tree, mention):
        return "ASSAULT", ()
    above = tree.heads[mention.head]
    verb = mention.lent if mention.lent is not None else above
    if verb >= 0 and tree.lemmas[verb] in _STRIKING and tree.rels[mention.head] in ("nsubj", "obj"):
        return "PROTEST", ()
    who = heads_of(tree, mention.actors)
    if who and all(_works(tree, k) for k in who):
        return "PROTEST", ()
    near = tree.below(mention.head, "compound", "amod")
    if any(tree.words[k] in _OF_WORKERS for k in near):
        return "PROTEST", ()
    kinds = [k for k in near if tree.upos[k] == "NOUN"]
    return ("PROTEST", ("ASSAULT",)) if kinds else ("ASSAULT", ("PROTEST",))


_OF_WORKERS = frozenset("general hunger wildcat token rail sympathy indefinite nationwide".split())


def _works(tree: Tree, k: int) -> bool:
    """People who may go on strike: no name, no state, none under arms."""
    armed = group_of(tree, k) in ("troops", "armed", "weapons", "police", "state", "vessel")
    return tree.upos[k] == "NOUN" and acts(tree, k) and not armed and tree.names[k] == "O"


_STRIKING = frozenset(
    "begin start end call stage join continue resume avert go threaten vote suspend".split()
)


def _armed(tree: Tree, mention: Mention) -> bool:
    """A strike of arms, and none of workers."""
    near = tree.below(mention.head, "compound", "amod")
    armed = any(group_of(tree, k) == "weapons" or tree.words[k] in _ARMED for k in near)
    return armed or any(tree.case(k) in ("on", "against") for k in tree.below(mention.head, "nmod"))


_ARMED = frozenset(
    "air military retaliatory nuclear pre-emptive preemptive cruise punitive aerial".split()
)


def several(tree: Tree, k: int) -> bool:
    """Whether a phrase names more than one: by its form."""
    return tree.xpos[k] in ("NNS", "NNPS") or tree.words[k] in ("they", "we", "both", "who")


def armed_go(tree: Tree, mention: Mention) -> bool:
    """`the fighters are to leave the bridges`: of those under arms any place is one that they held."""
    groups = {group_of(tree, k) for k in heads_of(tree, mention.actors)}
    fighters = any(tree.lemmas[k] == "fighter" for k in heads_of(tree, mention.actors))
    return fighters or bool(groups & {"troops", "armed"})


LEFT = frozenset("leave quit vacate depart evacuate".split())
