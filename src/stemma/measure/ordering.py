"""How alike two timelines are: the relations of time that one states and the other bears out.

As in the evaluation of TempEval-3 (UzZaman and others 2013), which SemEval-2015 task 4 goes by (Minard and
others 2015): of the relations of one timeline that do not follow from others, those count that are in the
closure of the other. Precision asks so for the system's, recall for those of the gold.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, product
from typing import NamedTuple

ANCHOR, SAME, BEFORE = "anchor", "same", "before"
Relation = tuple[str, str, str]


class Moment(NamedTuple):
    """What stands at one place of a timeline: a date (a day, a month or a year; None if it is not known) and
    the mentions of all events that lie there."""

    date: str | None
    mentions: tuple[str, ...]


Timeline = Sequence[Moment]


class Score(NamedTuple):
    """Relations of the system, those of them in the gold's closure; relations of the gold, those of them in
    the system's closure. Scores of several timelines are added."""

    found: int = 0
    right: int = 0
    gold: int = 0
    met: int = 0

    @property
    def precision(self) -> float:
        """From 0 to 1."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """From 0 to 1."""
        return self.met / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Micro-F1, if several timelines are added."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-12)


def compared(system: Timeline, gold: Timeline) -> Score:
    """The score of one timeline. Mentions are equal if their names are."""
    mine, theirs = set(stated(system)), set(stated(gold))
    return Score(len(mine), len(mine & closure(gold)), len(theirs), len(theirs & closure(system)))


def added(scores: Iterable[Score]) -> Score:
    """The score of several timelines, each relation counting once."""
    total = Counter[str]()
    for score in scores:
        total.update(score._asdict())
    return Score(**total)


def stated(timeline: Timeline) -> list[Relation]:
    """The relations from which all others follow: each mention with the date of its place (with the one
    before it where there is none), and the last mention of a place before the first of the next."""
    found: list[Relation] = []
    places = _numbered(timeline)
    for date, mentions in places:
        if date is None:
            found += [_same(a, b) for a, b in pairwise(mentions)]
        else:
            found += [(ANCHOR, mention, date) for mention in mentions]
    found += [(BEFORE, a.mentions[-1], b.mentions[0]) for a, b in pairwise(places)]
    return found


def closure(timeline: Timeline) -> set[Relation]:
    """All relations of a timeline."""
    places = _numbered(timeline)
    found: set[Relation] = set()
    for date, mentions in places:
        found |= {_same(a, b) for a, b in combinations(mentions, 2)}
        if date is not None:
            found |= {(ANCHOR, mention, date) for mention in mentions}
    for earlier, later in combinations(places, 2):
        found |= {(BEFORE, a, b) for a, b in product(earlier.mentions, later.mentions)}
    return found


def _numbered(timeline: Timeline) -> list[Moment]:
    """The places that have mentions; what has the name of an earlier one is told from it by a number."""
    seen = Counter[str]()
    found = []
    for date, mentions in timeline:
        named = []
        for mention in mentions:
            seen[mention] += 1
            named.append(mention if seen[mention] == 1 else f"{mention} ({seen[mention]})")
        if named:
            found.append(Moment(date, tuple(named)))
    return found


def _same(one: str, other: str) -> Relation:
    return SAME, min(one, other), max(one, other)
