"""Average link over likelihoods, in which some pairs are never joined."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

Pair: TypeAlias = tuple[int, int]
Scores: TypeAlias = Mapping[Pair, float]


def linked(count: int, scores: Scores, apart: Iterable[Pair], least: float) -> list[list[int]]:
    """Groups of the numbers below `count`: the two groups of the highest mean likelihood are joined while
    it is at least `least`; never two of which a pair is `apart`. A pair without a score counts 0."""
    above = _parts(count, scores, least)
    of_part: dict[int, dict[Pair, float]] = defaultdict(dict)
    never: dict[int, list[Pair]] = defaultdict(list)
    members: dict[int, list[int]] = defaultdict(list)
    for n in range(count):
        members[above[n]].append(n)
    for pair, score in scores.items():
        if above[pair[0]] == above[pair[1]]:
            of_part[above[pair[0]]][pair] = score
    for pair in apart:
        if above[pair[0]] == above[pair[1]]:
            never[above[pair[0]]].append(pair)
    return [
        group
        for name, part in members.items()
        for group in _of_part(part, of_part[name], never[name], least)
    ]


def _parts(count: int, scores: Scores, least: float) -> list[int]:
    """For each number the least of its part. Two groups whose mean reaches the threshold have a pair that
    does, so that the parts that no such pair joins can be linked each by itself."""
    above = list(range(count))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for (a, b), score in scores.items():
        if score >= least:
            first, second = sorted((top(a), top(b)))
            above[second] = first
    return [top(n) for n in range(count)]


def _of_part(
    part: Sequence[int], scores: Scores, apart: Iterable[Pair], least: float
) -> list[list[int]]:
    """The groups of one part."""
    place = {n: k for k, n in enumerate(part)}
    total = np.zeros((len(part), len(part)))
    for (a, b), score in scores.items():
        total[place[a], place[b]] = total[place[b], place[a]] = score
    never = np.eye(len(part), dtype=bool)
    for a, b in apart:
        never[place[a], place[b]] = never[place[b], place[a]] = True
    groups = _Groups(total, never)
    while groups.join_best(least):
        pass
    return [sorted(part[k] for k in group) for group in groups.members if group]


class _Groups:
    """Groups that are joined two by two. `total`: the sums of the likelihoods between two; `never`: which may
    not be joined; `best`: the highest mean in each row."""

    def __init__(self, total: np.ndarray, never: np.ndarray) -> None:
        self.members = [[k] for k in range(len(total))]
        self._total, self._never = total, never
        self._sizes = np.ones(len(total))
        self._means = np.where(never, -1.0, total)
        self._best = self._means.max(axis=1)

    def join_best(self, least: float) -> bool:
        """Joins the two of the highest mean, the first of equals; False where none reaches `least`."""
        first = int(self._best.argmax())
        if self._best[first] < least:
            return False
        second = int(self._means[first].argmax())
        first, second = min(first, second), max(first, second)
        self.members[first] += self.members[second]
        self.members[second] = []
        self._sizes[first] += self._sizes[second]
        for table in (self._total, self._never):
            table[first] += table[second]
            table[:, first] = table[first]
        self._never[first, first] = self._never[second] = self._never[:, second] = True
        before = np.maximum(self._means[:, first], self._means[:, second])
        self._means[second] = self._means[:, second] = -1.0
        row = self._total[first] / (self._sizes * self._sizes[first])
        self._means[first] = self._means[:, first] = np.where(self._never[first], -1.0, row)
        # A row whose best was one of the two may have another now.
        stale = np.flatnonzero(self._best <= before)
        self._best = np.maximum(self._best, self._means[:, first])
        stale = np.union1d(stale, [first, second])
        self._best[stale] = self._means[stale].max(axis=1)
        return True
