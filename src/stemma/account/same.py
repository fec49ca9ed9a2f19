"""Which reports of a story are of one event: a learnt scorer over pairs, and average link."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import inf, log
from typing import NamedTuple

import numpy as np

from stemma.account.apart import are_apart, by_one_side, may_be_of_one_side, met, told_as_one
from stemma.account.compared import FEATURES, Compared
from stemma.account.deeds import Deed, marks
from stemma.account.linked import Pair, linked
from stemma.account.victims import are_of_one_victim
from stemma.account.weights import OF_EVENTS, OF_MARKED

# Mean likelihood of two groups of reports from which they are one event: chosen by the rows of the farm's
# three open libraries and by what a lower one joins on the first screen of the seeds.
THRESHOLD = 0.44
# The same of mentions that a person chose: what is worth marking is told of twice more often than what else
# stands on a page.
MARKED = 0.3
# How much likelier it is, by the logarithm of its size, that a bare report is of an event than of another.
SIZE = 0.5
# Likelihood that talks of the same two persons are one meeting, and refusals or harm by one side one; and the
# same of harm where not both reports say whom it is done to.
SURE, LIKELY = 0.9, 0.75
CERTAIN = 0.99  # the same of one meeting that a sentence tells of twice
# What is added for what joins two words: the stories that the scorer learns from have more synonyms and more
# like deeds than news has. These and `MARKED` were chosen on gold/tune/ecbplus, train and dev pooled; that
# has no days, and the stories hardly any, so that what one day shows is ours to say.
LEANINGS = {
    "same word": 1.2, "loose word": 1.4, "telling word": -0.6, "same stem": -0.6, "akin": -0.8,
    "day shared": 1.0,
}  # fmt: skip
# Of reports that share a word with more than this many others, only the nearest by context are compared.
MOST = 120
NEAREST = 24
_AT_ONCE = 50_000  # pairs


def same_events(deeds: Sequence[Deed]) -> list[list[Deed]]:
    """The reports of one story -> those of one event each, in order of keys. Those that say which deed they
    mean are joined first, and the bare ones (`the attack`) to what is found so."""
    pairs = _Pairs.of(deeds, _OF_EVENTS)
    every = range(len(pairs.deeds))
    plain = [n for n in every if _says_which(pairs.deeds[n])]
    bare = [n for n in every if not _says_which(pairs.deeds[n])]
    groups = pairs.linked(plain, THRESHOLD)
    firm = [tuple(group) for group in groups]
    left = []
    for n in bare:
        best = pairs.likeliest(n, firm)
        if best is None:
            left.append(n)
        else:
            groups[best].append(n)
    return pairs.shown(pairs.of_one_victim([*groups, *pairs.linked(left, THRESHOLD)]))


def same_marked(deeds: Sequence[Deed]) -> list[list[Deed]]:
    """The same of mentions that a person chose as worth telling: all are joined alike."""
    pairs = _Pairs.of(deeds, _OF_MARKED)
    return pairs.shown(pairs.linked(range(len(pairs.deeds)), MARKED))


def _says_which(deed: Deed) -> bool:
    """Whether a report says by whom, on which day or in which manner."""
    first, last = deed.days
    on_a_day = first is not None and first == last
    return bool(deed.lands or deed.persons or deed.manner or on_a_day)


class _Pairs(NamedTuple):
    """Reports in order of their keys, likelihoods of two by their numbers, and pairs that are never one."""

    deeds: list[Deed]
    scores: dict[Pair, float]
    apart: frozenset[Pair]

    @classmethod
    def of(cls, deeds: Sequence[Deed], weights: np.ndarray) -> "_Pairs":
        ordered = sorted(deeds, key=lambda deed: deed.key)
        pairs = candidates(ordered)
        scores = dict(zip(pairs, likelihoods(ordered, pairs, weights).tolist(), strict=True))
        talks = [n for n, deed in enumerate(ordered) if deed.type == "CONSULT"]
        sure = [(a, b) for a, b in combinations(talks, 2) if met(ordered[a], ordered[b])]
        sure += [(a, b) for a, b in pairs if by_one_side(ordered[a], ordered[b])]
        likely = [(a, b) for a, b in pairs if may_be_of_one_side(ordered[a], ordered[b])]
        for found, least in ((likely, LIKELY), (sure, SURE)):
            scores |= {pair: max(least, scores.get(pair, 0.0)) for pair in found}
        apart = {(a, b) for a, b in scores if are_apart(ordered[a], ordered[b])}
        told = [(a, b) for a, b in combinations(talks, 2) if told_as_one(ordered[a], ordered[b])]
        told += _told_again(ordered)
        for pair in told:
            _liken(pair, scores, apart)
        return cls(ordered, scores | dict.fromkeys(apart, 0.0), frozenset(apart))

    def linked(self, numbers: Sequence[int], least: float) -> list[list[int]]:
        """Groups of some of the reports."""
        at = {n: k for k, n in enumerate(numbers)}
        scores = {
            (at[a], at[b]): score for (a, b), score in self.scores.items() if a in at and b in at
        }
        apart = [(at[a], at[b]) for a, b in self.apart if a in at and b in at]
        return [[numbers[k] for k in group] for group in linked(len(at), scores, apart, least)]

    def likeliest(self, n: int, groups: Sequence[Sequence[int]]) -> int | None:
        """The number of the group that a report belongs to; None where none is likely enough."""
        best: tuple[float, int] | None = None
        for k, group in enumerate(groups):
            pairs = [(min(n, other), max(n, other)) for other in group]
            near = sorted((self.scores.get(pair, 0.0) for pair in pairs), reverse=True)
            near = near[: -(-len(near) // 2)]
            mean = sum(near) / len(near)
            if mean >= THRESHOLD and self.apart.isdisjoint(pairs):
                best = max(best or (-inf, 0), (log(mean / (1 - mean)) + SIZE * log(len(group)), -k))
        return None if best is None else -best[1]

    def of_one_victim(self, groups: Iterable[Sequence[int]]) -> list[list[int]]:
        """The groups, those as one that tell of harm to one person or thing and have no reports apart."""
        found: list[list[int]] = []
        for group in sorted(map(sorted, groups)):
            ours = [self.deeds[n] for n in group]
            fitting = (
                other for other in found
                if are_of_one_victim(ours, [self.deeds[n] for n in other])
                and not any(are_apart(self.deeds[a], self.deeds[b]) for a in group for b in other)
            )  # fmt: skip
            of = next(fitting, None)
            if of is None:
                found.append(list(group))
            else:
                of += group
        return found

    def shown(self, groups: Iterable[Sequence[int]]) -> list[list[Deed]]:
        """The reports of groups, in order of keys."""
        found = [[self.deeds[n] for n in sorted(group)] for group in groups]
        return sorted(found, key=lambda group: group[0].key)


def _told_again(deeds: Sequence[Deed]) -> list[Pair]:
    """Reports that one sentence has of one event, unless one of them is of several."""
    at = {deed.key: n for n, deed in enumerate(deeds)}
    pairs = [(n, at[key]) for n, deed in enumerate(deeds) for key in deed.again if key in at]
    ordered = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    return sorted((a, b) for a, b in ordered if deeds[a].many == deeds[b].many)


def _liken(pair: Pair, scores: dict[Pair, float], apart: set[Pair]) -> None:
    """Gives two reports that are one the likelihoods of both: what is likely for the one is for the other."""
    for one, other in (pair, pair[::-1]):
        for a, b in [known for known in scores if one in known and other not in known]:
            k = a + b - one
            same = (min(other, k), max(other, k))
            scores[same] = max(scores[a, b], scores.get(same, 0.0))
            if (a, b) in apart:
                apart.add(same)
    scores[pair] = max(CERTAIN, scores.get(pair, 0.0))
    apart.discard(pair)


def likelihoods(
    deeds: Sequence[Deed], pairs: Sequence[tuple[int, int]], weights: np.ndarray
) -> np.ndarray:
    """For pairs of reports that they are of one event, from 0 to 1, by weights of `FEATURES`."""
    if not pairs:
        return np.zeros(0)
    compared, numbers = Compared(deeds), np.array(pairs)
    parts = [
        compared.features(some[:, 0], some[:, 1]) @ weights
        for some in (numbers[n : n + _AT_ONCE] for n in range(0, len(numbers), _AT_ONCE))
    ]
    return np.asarray(1 / (1 + np.exp(-np.concatenate(parts))))


_OF_EVENTS = np.array([OF_EVENTS[name] for name in FEATURES])
_OF_MARKED = np.array([OF_MARKED[name] + LEANINGS.get(name, 0.0) for name in FEATURES])


def candidates(deeds: Sequence[Deed]) -> list[tuple[int, int]]:
    """Pairs by number with something in common that tells of a deed, in order."""
    having: dict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(marks(deeds)):
        for mark in sorted(found):
            having[mark].append(n)
    pairs: set[tuple[int, int]] = set()
    for numbers in {tuple(numbers) for numbers in having.values()}:
        if len(numbers) <= MOST:
            pairs.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
        else:
            pairs.update(_nearest(numbers, deeds))
    return sorted(pairs)


def _nearest(numbers: Sequence[int], deeds: Sequence[Deed]) -> set[tuple[int, int]]:
    """Each with those whose sentences have most in common with its own."""
    words: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n in numbers:
        for word, weight in deeds[n].context.items():
            words[word].append((n, weight))
    found: set[tuple[int, int]] = set()
    for n in numbers:
        near: dict[int, float] = defaultdict(float)
        for word, weight in deeds[n].context.items():
            if len(words[word]) <= MOST:
                for other, its in words[word]:
                    near[other] += weight * its
        near.pop(n, None)
        best = sorted(near, key=lambda other: (-near[other], other))[:NEAREST]
        found.update((min(n, other), max(n, other)) for other in best)
    return found
