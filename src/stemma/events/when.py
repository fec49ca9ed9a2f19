"""Which characters beside a predicate may say when it happened."""

from collections.abc import Iterator

from stemma.events.tree import Span, Tree

_BESIDE = ("obl", "advmod", "nmod", "obj", "dep", "amod", "compound")


def beside(tree: Tree, words: tuple[int, ...]) -> list[Span]:
    """The stretches of characters, first and behind the last, of what hangs on the words of a predicate as a
    time would: `vetoed on Monday`, `the raid of 3 May`, `Monday's raid`. Clauses are none."""
    return sorted(set(_beside(tree, words)))


def _beside(tree: Tree, words: tuple[int, ...]) -> Iterator[Span]:
    for n in words:
        for kid in tree.kids[n]:
            if tree.rels[kid] in _BESIDE and kid not in words:
                inner = [kid, *_below(tree, kid)]
                yield tree.starts[min(inner)], tree.ends[max(inner)]


def _below(tree: Tree, n: int) -> list[int]:
    found = []
    for kid in tree.kids[n]:
        if tree.rels[kid] not in ("acl", "advcl", "parataxis", "appos", "conj"):
            found += [kid, *_below(tree, kid)]
    return found
