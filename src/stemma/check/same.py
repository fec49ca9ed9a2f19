"""Whether two sentences tell the same: by the words they share, weighed by how rare they are, and by how near
their vectors are. Names and numbers show what a sentence is about, and only the other words what it tells."""

from collections.abc import Iterable
from math import exp
from typing import NamedTuple

from stemma.check.lookup import Lookup
from stemma.check.telling import Telling
from stemma.check.terms import Term

# Fitted, by logistic regression, on the farm's development library (see `benchmarks.checks`): sentences
# as they stand, swapped and reworded, altered too, against the other sentences that the lookup proposes.
_BIAS = -14.5
_PLAIN, _ABOUT, _BACK, _NEAR = 8.2, 2.7, 2.4, 11.8
SAME = 0.25  # from which two sentences are taken to tell the same
PERHAPS = 0.1  # from which they may, in part


class Likeness(NamedTuple):
    """`plain`, `about`: the share of the asked sentence's words, and of its names and numbers, that the other
    has, in bits; `back`: the share of the other's that it has; `near`: the cosine of the vectors; `same`: how
    likely it is that both tell the same."""

    plain: float
    about: float
    back: float
    near: float
    same: float


def likeness(asked: Telling, other: Telling, bits: Lookup) -> Likeness:
    """How alike a sentence is to one of the case."""
    words = [term for term in asked.terms if term.kind == "word"]
    about = [
        term
        for term in asked.terms
        # A number that differs is one that may have been changed.
        if term.kind in ("name", "nation") or (term.kind == "number" and term.key in other.keys)
    ]
    plain = _share(words, other.keys, bits)
    named = _share(about, other.keys, bits) if about else plain
    back = _share(other.terms, asked.keys, bits)
    near = _cosine(asked, other)
    return Likeness(plain, named, back, near, chance((plain, named, back, near)))


def chance(of: tuple[float, float, float, float]) -> float:
    """How likely it is that two sentences with these shares tell the same."""
    total = _BIAS + sum(w * x for w, x in zip((_PLAIN, _ABOUT, _BACK, _NEAR), of, strict=True))
    return 1 / (1 + exp(-total))


def _share(asked: Iterable[Term], keys: frozenset[str], bits: Lookup) -> float:
    rarity = {term.key: bits.bits(term.key) for term in asked}
    total = sum(rarity.values())
    return sum(worth for key, worth in rarity.items() if key in keys) / total if total else 0.0


def _cosine(asked: Telling, other: Telling) -> float:
    if not len(asked.vector) or not len(other.vector):
        return 0.0
    return float(asked.vector @ other.vector)
