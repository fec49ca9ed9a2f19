"""Passages in company with one another: the fewest writings, and the most that have nothing in common."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.account.surroundings import most_apart, surroundings

marks = st.lists(st.sets(st.sampled_from("abcdefg"), max_size=4), max_size=7)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], 0),
        ([set()], 1),
        ([set(), set()], 2),
        ([{"a"}, {"a"}, {"b"}], 2),
        # The commonest mark first would leave three to be held one by one.
        ([{"a", "x"}, {"a", "y"}, {"b", "x"}, {"b", "y"}, {"a", "z"}, {"b", "z"}], 2),
        # A chain: the passage in the middle makes the other two not one.
        ([{"a"}, {"a", "b"}, {"b"}], 2),
    ],
)
def test_as_few_numbers_as_can_be(found: list[set[str]], expected: int) -> None:
    assert len(set(surroundings(found))) == expected


@given(marks)
def test_passages_of_one_number_have_a_mark_in_common(found: list[set[str]]) -> None:
    numbers = surroundings(found)
    assert len(numbers) == len(found)
    for number in set(numbers):
        inside = [found[i] for i, n in enumerate(numbers) if n == number]
        assert len(inside) == 1 or set.intersection(*inside)


@given(marks, st.randoms(use_true_random=False), st.sampled_from("hij"))
def test_another_order_or_another_mark_of_its_own_changes_no_count(
    found: list[set[str]], rng: random.Random, new: str
) -> None:
    count = len(set(surroundings(found)))
    again = list(found)
    rng.shuffle(again)
    assert len(set(surroundings(again))) == count
    if found:
        again[0] = again[0] | {new}
        assert len(set(surroundings(again))) == count


def test_many_passages_are_told_in_time() -> None:
    rng = random.Random(1)
    found = [{f"m{rng.randrange(60)}" for _ in range(5)} for _ in range(400)]
    assert len(set(surroundings(found))) < 60


@given(st.integers(0, 8), st.data())
def test_most_apart_is_the_most_there_is(count: int, data: st.DataObject) -> None:
    pairs = data.draw(
        st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]))
    )
    chosen = most_apart(count, lambda i, j: (min(i, j), max(i, j)) in pairs)
    assert chosen == sorted(set(chosen))
    assert not any((i, j) in pairs for i in chosen for j in chosen)
    every = [[i for i in range(count) if number >> i & 1] for number in range(2**count)]
    free = [one for one in every if not any((i, j) in pairs for i in one for j in one)]
    assert len(chosen) == max(map(len, free))
