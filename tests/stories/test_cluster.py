"""Which articles are about one happening."""

import random
from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from tests.stories.pages import FERRY, FROST, grouped, pages, stories

from stemma.stories import cluster, tally, word_counts
from stemma.stories.cluster import FARTHEST_DAYS, average_link

FIRST = date(2019, 3, 5)


def partition(texts: list[str], days: list[date | None] | None = None) -> set[frozenset[int]]:
    """Groups of indices."""
    labels, _, _ = cluster(tally([word_counts(text) for text in texts]), days or [])
    groups: dict[int, set[int]] = {}
    for number, label in enumerate(labels):
        groups.setdefault(label, set()).add(number)
    return {frozenset(group) for group in groups.values()}


@pytest.mark.parametrize("seed", range(40))
def test_average_link_is_that_of_scipy_ties_and_all(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count, least = int(chance.integers(2, 40)), 0.4
    likeness = chance.random((count, count))
    likeness = np.round((likeness + likeness.T) / 2, 1 + seed % 2 * 8)
    distance = 1 - likeness
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(np.round(distance, 9), checks=False), "average")
    theirs = fcluster(tree, 1 - least, "distance")
    ours = average_link(likeness, least)
    alike = theirs[:, None] == theirs
    assert len(set(ours.tolist())) > 1 or alike.all()
    assert np.array_equal(ours[:, None] == ours, alike)


def test_two_happenings_are_two_stories() -> None:
    assert partition([*FERRY, *FROST]) == {frozenset({0, 1, 2}), frozenset({3, 4})}
    found = stories(pages(*FERRY, *FROST))
    assert grouped(found) == {frozenset({"0.txt", "1.txt", "2.txt"}), frozenset({"3.txt", "4.txt"})}


def test_one_happening_is_one_story() -> None:
    assert partition(list(FERRY)) == {frozenset({0, 1, 2})}


@pytest.mark.parametrize(
    "texts", [[FERRY[0], FERRY[1]], [FROST[0], FROST[1]], [FERRY[0], FERRY[2]]]
)
def test_a_pile_of_two_about_one_happening(texts: list[str]) -> None:
    """In a small pile a word that is everywhere still weighs something."""
    assert partition(texts) == {frozenset({0, 1})}


def test_a_pile_of_two_about_two_happenings() -> None:
    assert partition([FERRY[0], FROST[0]]) == {frozenset({0}), frozenset({1})}


def test_a_pile_of_one_and_of_none() -> None:
    assert partition([FERRY[0]]) == {frozenset({0})}
    assert partition([]) == set()


def test_texts_without_words_stay_apart() -> None:
    assert partition(["", "...", "the of and", FERRY[0]]) == {frozenset({n}) for n in range(4)}


def test_dates_too_far_apart_are_vetoed() -> None:
    """A ferry sinks off Marrow Point again, a year later."""
    texts = [FERRY[0], FERRY[0].replace("ninety", "sixty"), FERRY[1]]
    near = [FIRST, FIRST + timedelta(days=FARTHEST_DAYS), FIRST]
    far = [FIRST, FIRST + timedelta(days=FARTHEST_DAYS + 1), FIRST]
    assert partition(texts, list(near)) == {frozenset({0, 1, 2})}
    assert partition(texts, list(far)) == {frozenset({0, 2}), frozenset({1})}


def test_an_unknown_date_vetoes_nothing() -> None:
    assert partition(list(FERRY), [FIRST, None, FIRST]) == {frozenset({0, 1, 2})}


def test_dates_are_read_off_the_articles() -> None:
    days = ["2019-03-05", "2019-08-01T12:00:00Z", "yesterday"]
    together = grouped(stories(pages(*FERRY, days=days)))
    assert frozenset({"0.txt", "2.txt"}) in together or frozenset({"1.txt", "2.txt"}) in together
    assert frozenset({"0.txt", "1.txt", "2.txt"}) not in together


@given(st.permutations(range(5)))
def test_labels_do_not_depend_on_order(order: list[int]) -> None:
    texts = [*FERRY, *FROST]
    found = partition([texts[i] for i in order])
    assert {frozenset(order[i] for i in group) for group in found} == partition(texts)


@given(st.lists(st.sampled_from([*FERRY, *FROST]), max_size=8), st.randoms())
def test_equal_texts_are_in_one_story(texts: list[str], chance: random.Random) -> None:
    chance.shuffle(texts)
    for group in partition(texts):
        inside = {texts[n] for n in group}
        assert all(n in group for n, text in enumerate(texts) if text in inside)


def test_commonest_words_do_not_count() -> None:
    assert word_counts("The ferry and the ferry's crew said that it was late") == Counter(
        {"ferry": 2, "crew": 1, "late": 1}
    )


def test_a_likeness_is_between_none_and_whole() -> None:
    _, space, likeness = cluster(tally([word_counts(text) for text in (*FERRY, *FROST)]))
    dense = likeness.toarray()
    assert dense.min() >= 0
    assert dense.max() <= 1 + 1e-9
    assert dense.diagonal() == pytest.approx(1)
    assert list(space.vocabulary) == sorted(space.vocabulary)
