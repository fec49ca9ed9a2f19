"""Average link: against that of scipy, and with pairs that are never joined."""

import random

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from stemma.account.linked import linked


@pytest.mark.parametrize("seed", range(30))
def test_without_pairs_apart_it_is_that_of_scipy(seed: int) -> None:
    chance, least = random.Random(seed), 0.45
    count = chance.randint(2, 30)
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count) if chance.random() < 0.6]
    scores = {pair: chance.random() for pair in pairs}
    distance = np.ones((count, count))
    np.fill_diagonal(distance, 0.0)
    for (a, b), score in scores.items():
        distance[a, b] = distance[b, a] = 1 - score
    labels = fcluster(linkage(squareform(distance), "average"), 1 - least, "distance").tolist()
    theirs = {label: [n for n in range(count) if labels[n] == label] for label in labels}
    assert sorted(linked(count, scores, [], least)) == sorted(theirs.values())


def test_what_is_apart_is_never_joined_by_a_third() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}
    assert linked(3, scores, [], 0.5) == [[0, 1, 2]]
    assert linked(3, scores, [(0, 2)], 0.5) == [[0, 1], [2]]


def test_nothing_gives_nothing() -> None:
    assert linked(0, {}, [], 0.5) == []
    assert linked(2, {}, [], 0.5) == [[0], [1]]
