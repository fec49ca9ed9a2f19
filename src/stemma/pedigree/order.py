"""Two versions of a family -> which of them has the older words, and why."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.pedigree.tree import Edge, Pedigree

_ALIKE = "nothing shows which came first"
_APART = "neither was copied from the other: each has changes of its own"
_NOTHING = "nothing is said of their descent"


class Order(NamedTuple):
    """The version (0 or 1) with the older words, None if that is not decided, and the reasons."""

    first: int | None
    how: str


def order(made: Pedigree, one: str, other: str) -> Order:
    """Which of two versions (ids of witnesses) has the older words. It is decided if every step from
    the one down to the other is."""
    pair = one, other
    here = [made.wordings.of[name] for name in pair]
    if here[0] == here[1]:
        return _alike(made, pair)
    lines = [_line(made, at) for at in here]
    common = [at for at in lines[0] if at in lines[1]]
    if not common:
        return Order(None, _NOTHING)
    paths = [_steps(made, line[: line.index(common[0])]) for line in lines]
    unsure = next((edge.how for path in paths for edge in path if not edge.forward), None)
    if unsure is not None:
        return Order(None, unsure)
    if all(paths):
        return Order(None, _APART)
    first = 0 if not paths[0] else 1
    return Order(first, "; ".join(edge.how for edge in paths[1 - first]))


def _alike(made: Pedigree, pair: Sequence[str]) -> Order:
    for first in (0, 1):
        copy = made.rows.get(pair[1 - first])
        if copy and copy.exemplar_id == pair[first] and copy.direction == "forward":
            return Order(first, copy.how)
    return Order(None, _ALIKE)


def _line(made: Pedigree, wording: int) -> list[int | None]:
    """A wording, what it was copied from, what that was copied from, and so on."""
    line: list[int | None] = [wording]
    at: int | None = wording
    while at is not None and at in made.edges:
        at = made.edges[at].exemplar
        if at in line:
            break
        line.append(at)
    return line


def _steps(made: Pedigree, line: Sequence[int | None]) -> list[Edge]:
    return [made.edges[at] for at in line if at is not None]
