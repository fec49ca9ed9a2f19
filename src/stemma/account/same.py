"""Which reports of a story are of one event: a learnt scorer over pairs, and average link."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, sqrt

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from stemma.account.deeds import FEATURES, Deed, features, marks
from stemma.account.weights import WEIGHTS

# Mean likelihood of two groups of reports from which they are one event. Chosen on gold/tune/ecbplus.
THRESHOLD = 0.4
# Of reports that share a word with more than this many others, only the nearest by context are compared.
MOST = 120
NEAREST = 24


def same_events(deeds: Sequence[Deed]) -> list[list[Deed]]:
    """The reports of one story -> those of one event each, in order of keys."""
    ordered = sorted(deeds, key=lambda deed: deed.key)
    rarity = rarity_of(ordered)
    scores = {
        pair: likelihood(ordered[pair[0]], ordered[pair[1]], rarity) for pair in _pairs(ordered)
    }
    groups = [
        [ordered[n] for n in numbers]
        for part, own in _connected(len(ordered), scores)
        for numbers in _linked(part, own)
    ]
    return sorted(groups, key=lambda group: group[0].key)


def rarity_of(deeds: Sequence[Deed]) -> dict[str, float]:
    """Lemma -> how much it tells in a story, from 1 for one that a single report has downwards."""
    counts = Counter(lemma for deed in deeds for lemma in deed.lemmas)
    return {lemma: 1 / sqrt(count) for lemma, count in counts.items()}


def likelihood(a: Deed, b: Deed, rarity: Mapping[str, float]) -> float:
    """That two reports are of one event, between 0 and 1; 0 for days that exclude each other."""
    found = features(a, b, rarity)
    if found[_APART]:
        return 0.0
    return 1 / (1 + exp(-sum(w * x for w, x in zip(_OF_FEATURES, found, strict=True))))


_APART = FEATURES.index("day differs")
_OF_FEATURES = tuple(WEIGHTS[name] for name in FEATURES)


def _pairs(deeds: Sequence[Deed]) -> set[tuple[int, int]]:
    """Those with something in common that tells of a deed."""
    having: dict[str, list[int]] = defaultdict(list)
    for n, deed in enumerate(deeds):
        for mark in marks(deed):
            having[mark].append(n)
    pairs: set[tuple[int, int]] = set()
    for _, numbers in sorted(having.items()):
        if len(numbers) <= MOST:
            pairs.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
        else:
            pairs.update(_nearest(numbers, deeds))
    return pairs


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
