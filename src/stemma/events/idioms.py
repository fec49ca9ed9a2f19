"""Verbs whose type one more word makes sure: `took two men hostage`, `opened fire`, `sent him to prison`."""

from collections.abc import Callable

from stemma.events.agents import group_of
from stemma.events.lexicon import SHOTS
from stemma.events.objects import direct
from stemma.events.tree import Tree


def idiom(tree: Tree, n: int) -> str:
    """The type of a verb by what stands with it; empty if that tells none."""
    lemma, objects = tree.lemmas[n], direct(tree, n)
    for verbs, things, kind in _DONE_TO:
        plain = [k for k in objects if tree.names[k] in ("O", "_")]
        if lemma in verbs and any({tree.lemmas[k], tree.words[k]} & things for k in plain):
            return kind
    for verbs, cases, things, kind in _BESIDE:
        if lemma in verbs and _beside(tree, n, cases, things):
            return kind
    return next((kind for holds, kind in _OTHERS if holds(tree, n, objects)), "")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Verbs, and what they are done to.
_DONE_TO = (
    (_set("fire open trade exchange return lob loose aim direct"), SHOTS, "ASSAULT"),
    (_set("open"), _set("border crossing frontier airspace corridor"), "RETREAT"),
    (_set("down stop"), _set("tool tools work"), "PROTEST"),
    (_set("form"), _set("chain cordon"), "PROTEST"),
    (_set("grant"), _set("truce ceasefire amnesty reprieve pardon request application bail"), "CONCEDE"),
    (_set("receive draw get"), _set("sentence term"), "SANCTION"),
)  # fmt: skip
# Verbs, the prepositions beside them, and what stands behind these; no words: whatever stands there.
_BESIDE = (
    (_set("send take drive return"), ("to",), _set("prison jail"), "COERCE"),
    (_set("condemn"), ("to",), _set("death prison jail year hanging exile life"), "SANCTION"),
    (_set("appeal"), ("for",), frozenset[str](), "REQUEST"),
    (
        _set("pull dig drag haul cut lift free"), ("from", "out of", "from under", "from beneath"),
        _set("rubble wreck wreckage debris ruin mud water sea flame house building bakery"), "AID",
    ),
    (_set("spend"), ("on",), _set("telephone phone"), "CONSULT"),
    (_set("speak talk"), ("by", "over", "on"), _set("telephone phone video"), "CONSULT"),
    (_set("escort lead carry drag remove"), ("from", "out of"), _set("hall chamber court room"), "COERCE"),
)  # fmt: skip


def _beside(tree: Tree, n: int, cases: tuple[str, ...], things: frozenset[str]) -> bool:
    near = [k for k in tree.below(n, "obl") if tree.case(k) in cases]
    return any(tree.lemmas[k] in things for k in near) if things else bool(near)


def _takes_hostage(tree: Tree, n: int, _: list[int]) -> bool:
    captive = tree.has(n, "hostage", "hostages", "captive")
    return captive and tree.lemmas[n] in ("take", "hold", "seize", "keep")


def _emergency(tree: Tree, n: int, objects: list[int]) -> bool:
    """`declared a state of emergency`."""
    named = [tree.lemmas[j] for k in objects for j in (k, *tree.below(k, "nmod", "amod"))]
    rule = "emergency" in named or {"law", "martial"} <= set(named) or "curfew" in named
    return rule and tree.lemmas[n] in ("declare", "proclaim", "impose", "decree", "announce")


def _ultimatum(tree: Tree, n: int, _: list[int]) -> bool:
    """`gave them 48 hours to leave`."""
    hours = [k for k in tree.below(n, "obj") if tree.lemmas[k] in ("hour", "day", "minute", "week")]
    below = [*tree.below(n, "xcomp", "advcl"), *(j for k in hours for j in tree.below(k, "acl"))]
    aimed = any(tree.mark(k) == "to" for k in below)
    return tree.lemmas[n] == "give" and aimed and bool(hours and tree.below(n, "iobj"))


def _calls_home(tree: Tree, n: int, objects: list[int]) -> bool:
    """`called its ambassador home`, `sent the diplomats home`."""
    near = [*objects, *tree.below(n, "xcomp")]  # a reader may take it for `called him a fool`
    envoys = any(group_of(tree, k) in ("envoy", "keepers") for k in near)
    return envoys and tree.has(n, "home") and tree.lemmas[n] in ("call", "order", "bring", "send")


def _points_finger(tree: Tree, n: int, objects: list[int]) -> bool:
    return tree.lemmas[n] == "point" and any(tree.lemmas[k] == "finger" for k in objects)


_OTHERS: tuple[tuple[Callable[[Tree, int, list[int]], bool], str], ...] = (
    (_takes_hostage, "ASSAULT"), (_emergency, "COERCE"), (_ultimatum, "REQUEST"),
    (_calls_home, "SANCTION"), (_points_finger, "ACCUSE"),
)  # fmt: skip
