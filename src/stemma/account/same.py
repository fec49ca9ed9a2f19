"""Which reports of a story are of one event: a learnt scorer over pairs, and average link."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from stemma.account.compared import FEATURES, Compared
from stemma.account.deeds import Deed, marks
from stemma.account.weights import WEIGHTS

# Mean likelihood of two groups of reports from which they are one event.
THRESHOLD = 0.3
# What is added for what joins two words: the stories that the scorer learns from have more synonyms and more
# like deeds than news has. These and the threshold were chosen on gold/tune/ecbplus, train and dev pooled.
LEANINGS = {
    "same word": 1.2, "loose word": 1.4, "telling word": -1.0, "same stem": -1.2, "akin": -0.8,
}  # fmt: skip
# Of reports that share a word with more than this many others, only the nearest by context are compared.
MOST = 120
NEAREST = 24
_AT_ONCE = 50_000  # pairs


def same_events(deeds: Sequence[Deed]) -> list[list[Deed]]:
    """The reports of one story -> those of one event each, in order of keys."""
    ordered = sorted(deeds, key=lambda deed: deed.key)
    pairs = candidates(ordered)
    pairs = [(a, b) for a, b in pairs if not by_others(ordered[a], ordered[b])]
    scores = dict(zip(pairs, likelihoods(ordered, pairs).tolist(), strict=True))
    groups = [
        [ordered[n] for n in numbers]
        for part, own in _connected(len(ordered), scores)
        for numbers in _linked(part, own)
    ]
    return sorted(groups, key=lambda group: group[0].key)


# Deeds that two sides do together, of which a text may name either.
_TOGETHER = ("CONSULT", "AGREE", "SUPPORT", "COOPERATE")


def by_others(a: Deed, b: Deed) -> bool:
    """Whether two reports tell of like deeds of different countries, and so not of one event."""
    same_kind = a.type is not None and a.type == b.type and a.type not in _TOGETHER
    return same_kind and bool(a.lands and b.lands) and not a.lands & b.lands


def likelihoods(deeds: Sequence[Deed], pairs: Sequence[tuple[int, int]]) -> np.ndarray:
    """For pairs of reports that they are of one event, from 0 to 1; 0 if their days exclude each other."""
    if not pairs:
        return np.zeros(0)
    compared, numbers = Compared(deeds), np.array(pairs)
    parts = [
        _likely(compared.features(some[:, 0], some[:, 1]))
        for some in (numbers[n : n + _AT_ONCE] for n in range(0, len(numbers), _AT_ONCE))
    ]
    return np.concatenate(parts)


def _likely(rows: np.ndarray) -> np.ndarray:
    found = 1 / (1 + np.exp(-(rows @ _OF_FEATURES)))
    return np.where(rows[:, _APART] > 0, 0.0, found)


_APART = FEATURES.index("day differs")
_OF_FEATURES = np.array([WEIGHTS[name] + LEANINGS.get(name, 0.0) for name in FEATURES])


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


_Scores = Mapping[tuple[int, int], float]


def _connected(count: int, scores: _Scores) -> list[tuple[list[int], _Scores]]:
    """The parts that no pair of some likelihood joins, with the scores inside each. Two groups whose mean
    reaches the threshold have a pair that does, so that each part can be linked by itself."""
    above = list(range(count))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for (a, b), score in scores.items():
        if score >= THRESHOLD:
            first, second = sorted((top(a), top(b)))
            above[second] = first
    parts: dict[int, list[int]] = defaultdict(list)
    for n in range(count):
        parts[top(n)].append(n)
    inside: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        if top(a) == top(b):
            inside[top(a)][a, b] = score
    return [(part, inside[name]) for name, part in parts.items()]


def _linked(part: Sequence[int], scores: _Scores) -> list[list[int]]:
    if len(part) == 1:
        return [list(part)]
    apart = np.ones((len(part), len(part)))
    place = {n: k for k, n in enumerate(part)}
    np.fill_diagonal(apart, 0.0)
    for (a, b), score in scores.items():
        apart[place[a], place[b]] = apart[place[b], place[a]] = 1 - score
    labels = fcluster(linkage(squareform(apart), "average"), 1 - THRESHOLD, "distance")
    groups: dict[int, list[int]] = defaultdict(list)
    for n, label in zip(part, labels, strict=True):
        groups[label].append(n)
    return list(groups.values())
