"""Deeds without a time of their own that a sentence tells in passing beside one that has a time: they lie
likely on its day or in the days before."""

from collections.abc import Iterator

from stemma.events.agents import is_time
from stemma.events.sameday import is_relative, is_told
from stemma.events.sequence import EARLIER, LATER
from stemma.events.tree import Span, Tree
from stemma.events.when import is_dated

_DEEP = 3  # clauses that one goes up
# Words that join a clause of news to what it lies behind: `sat down after the fire was put out`.
_JOINS = frozenset(("", "after", "as", "when", "because", "where", "once", "that", "until"))
# What puts a clause back behind the days of news.
_LONG_AGO = frozenset(
    "earlier previously once originally formerly first long ago ever always never decade century".split()
)


def passing(tree: Tree, words: tuple[int, ...]) -> list[Span]:
    """The stretches of characters that may say when the deed is done above which a deed stands that is told
    in the simple past and has no time: `trucks came on Friday after the army gave way`, `police on Monday
    broke up a march that shut the port`, `the boat sank on Monday; fishermen saved nine`."""
    n = tree.top(words) if words else -1
    if n >= 0 and tree.rels[n] == "xcomp" and tree.lemmas[tree.heads[n]] in _BEGINS:
        n = tree.heads[n]  # `as teams began to land`
    if n < 0 or tree.upos[n] != "VERB" or not _is_news(tree, n) or _has_own(tree, n):
        return []
    for _ in range(_DEEP):
        n = _above(tree, n)
        if n < 0:
            return []
        if is_dated(tree, n):
            return [_span(tree, k) for k in _on_days(tree, n)] if _is_past(tree, n) else []
    return []


def _on_days(tree: Tree, n: int) -> list[int]:
    """The times of a verb on which it is done: not `until Friday`, `since May`."""
    near = [k for k in tree.below(n, "obl", "advmod") if is_time(tree, k)]
    return [k for k in near if tree.case(k).split(" ")[0] not in LATER | EARLIER | _BOUNDS]


_BOUNDS = frozenset("until till by for since".split())


def _span(tree: Tree, n: int) -> Span:
    inner = tree.under(n)
    return tree.starts[min(inner)], tree.ends[max(inner)]


_BEGINS = frozenset("begin start".split())


def _is_news(tree: Tree, n: int) -> bool:
    """`gave way`, `was shut`; `after it had given way`. Who somebody is lies farther back: `Holm, who bought
    the mill, was arrested on Monday`."""
    helpers = {tree.words[k] for k in tree.below(n, "aux")}
    before = tree.xpos[n] == "VBN" and "had" in helpers and helpers <= {"had", "been"}
    described = any(tree.words[k] == "who" for k in tree.below(n, "nsubj"))
    return (is_told(tree, n) or (before and tree.mark(n) == "after")) and not described


def _has_own(tree: Tree, n: int) -> bool:
    """Whether anything about a deed says when, how long or how often."""
    near = [k for k in tree.below(n, "obl", "advmod", "advcl", "obj", "nmod") if not tree.mark(k)]
    return any(is_time(tree, k) or tree.words[k] in _LONG_AGO for k in near)


def _above(tree: Tree, n: int) -> int:
    """The verb to whose clause that of a verb belongs, or which stands beside it; -1 if there is none."""
    above = tree.heads[n]
    if above < 0 or (tree.mark(n) not in _JOINS and tree.rels[n] != "ccomp"):
        return -1
    if tree.rels[n] == "acl":
        relative = tree.full[n] == "acl:relcl" or any(is_relative(tree, k) for k in tree.kids[n])
        return next(_verbs(tree, above), -1) if relative else -1
    joined = tree.rels[n] in ("advcl", "ccomp", "conj", "parataxis")
    return above if joined and tree.upos[above] == "VERB" else -1


def _verbs(tree: Tree, n: int) -> Iterator[int]:
    """The verbs above a noun, nearest first."""
    while n >= 0 and tree.upos[n] != "VERB":
        n = tree.heads[n]
    if n >= 0:
        yield n


def _is_past(tree: Tree, n: int) -> bool:
    """Whether a deed is told as done: `came`, `was shut`, `had come`."""
    helpers = {tree.words[k] for k in tree.below(n, "aux")}
    return tree.xpos[n] in ("VBD", "VBN") and helpers <= {"was", "were", "had", "been"}
