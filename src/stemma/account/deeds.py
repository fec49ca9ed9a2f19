"""Reports of events as they are compared: how alike two are, by what is known of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt

import numpy as np

from stemma.text.deeds import akin, lines_of, stem

# Verbs that say little of themselves: who does it to whom must show that two are one.
_LOOSE = frozenset(
    "be have do make take get give go come put set say tell report add note call ask see find know think want "
    "need use keep let show try work play run turn hold bring leave move look feel seem continue happen "
    "occur follow become include".split()
)


@dataclass(frozen=True, eq=False)
class Deed:
    """A report of an event. `lemmas`: of the words that carry it; `who` and `whom`: actors by id, others by
    the lemma of their main word; `context`: the other words of its sentence with their weights (the square
    of which sum to 1); `page`: its article; `days`: the first and last it may lie on, as ISO days."""

    key: str
    page: str
    lemmas: frozenset[str]
    type: str | None = None
    who: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    days: tuple[str | None, str | None] = (None, None)
    ahead: bool = False
    context: Mapping[str, float] = field(default_factory=dict)
    vector: np.ndarray = field(default_factory=lambda: np.zeros(0))


FEATURES = (
    "bias", "same word", "same stem", "akin", "same word, loose", "rare word", "same type", "other type", "context",
    "same word and context", "stem and context", "akin and context", "vector", "who shared", "who differs", "whom shared",
    "whom differs", "place shared", "place differs", "day shared", "day differs", "one ahead", "one page",
    "head crossed",
)  # fmt: skip


def features(a: Deed, b: Deed, rarity: Mapping[str, float]) -> list[float]:
    """The numbers of `FEATURES` for two reports, each between 0 and 1. `rarity`: of a lemma in the story."""
    shared = a.lemmas & b.lemmas
    loose = bool(shared) and shared <= _LOOSE
    same = bool(shared) and not loose
    stems = not shared and bool({stem(x) for x in a.lemmas} & {stem(y) for y in b.lemmas})
    kin = not (shared or stems) and any(akin(x, y) for x in a.lemmas for y in b.lemmas)
    near = _cosine(a.context, b.context)
    crossed = bool(a.lemmas & (b.who | b.whom)) or bool(b.lemmas & (a.who | a.whom))
    rare = max((rarity.get(word, 1.0) for word in shared), default=0.0)
    return [
        1.0, same, stems, kin, loose, rare * same, bool(a.type) and a.type == b.type,
        bool(a.type and b.type) and a.type != b.type, near, near * same, near * stems, near * kin,
        _alike(a.vector, b.vector), *_sides(a.who, b.who), *_sides(a.whom, b.whom),
        *_sides(a.place, b.place), *_days(a, b), a.ahead != b.ahead, a.page == b.page, crossed,
    ]  # fmt: skip


def may_be_one(a: Deed, b: Deed) -> bool:
    """Whether anything speaks for two being one: a word of both, or one akin."""
    return bool(a.lemmas & b.lemmas) or any(akin(x, y) for x in a.lemmas for y in b.lemmas)


def marks(deed: Deed) -> set[str]:
    """What two that may be one have in common: their words' stems and lines."""
    known = lines_of()
    found = {f"stem {stem(word)}" for word in deed.lemmas} | {f"word {w}" for w in deed.lemmas}
    return found | {f"line {n}" for word in deed.lemmas for n in known.get(word, ())}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * long.get(word, 0.0) for word, weight in short.items())


def _alike(a: np.ndarray, b: np.ndarray) -> float:
    if not len(a) or len(a) != len(b):
        return 0.0
    size = sqrt(float(a @ a) * float(b @ b))
    return max(float(a @ b) / size, 0.0) if size else 0.0


def _sides(a: frozenset[str], b: frozenset[str]) -> tuple[bool, bool]:
    return bool(a & b), bool(a and b) and not a & b


def _days(a: Deed, b: Deed) -> tuple[bool, bool]:
    (a_first, a_last), (b_first, b_last) = a.days, b.days
    apart = bool(a_last and b_first and a_last < b_first) or bool(
        b_last and a_first and b_last < a_first
    )
    one = bool(a_first and a_first == a_last)
    return one and a.days == b.days, apart
