"""The alignment of two wordings: what it covers, and when it is evidence enough."""

import pytest
from hypothesis import given
from tests.lineage.tracing import BAKERS, ORCHARD, PIER, PROSE, SLUICE, tellings

from stemma.lineage.align import Match, align, near
from stemma.lineage.passages import ClassTable, Form, forms, surface


def pair(one: str, other: str) -> tuple[Form, Form]:
    """Two wordings as they are compared, weighed in a small pile of other prose."""
    found = {surface(text): [] for text in dict.fromkeys([one, other, *PROSE])}
    made = {form.surfaces[0].text: form for form in forms(found, ClassTable({}))}
    by_items = {form.items: form for form in made.values()}
    sides = [surface(text).words for text in (one, other)]
    return by_items[sides[0]], by_items[sides[1]]


def match(one: str, other: str) -> Match | None:
    return align(*pair(one, other))


def test_equal_wordings_match_from_end_to_end() -> None:
    found = match(PIER, PIER)
    assert found is not None
    assert (found.a_start, found.a_end, found.matched, found.run) == (0, 25, 25, 25)


def test_a_differing_word_at_either_end_is_taken_in() -> None:
    found = match(PIER, f"Our {PIER.removeprefix('The ').replace('lorries', 'carts')}")
    assert found is not None
    assert (found.a_start, found.a_end, found.b_start, found.b_end) == (0, 25, 0, 25)
    assert (found.matched, found.run) == (23, 23)


def test_a_stretch_does_not_run_on_into_other_prose() -> None:
    one = f"{PIER.rstrip('.')} while {SLUICE}"
    other = f"{PIER.rstrip('.')} although {ORCHARD}"
    found = match(one, other)
    assert found is not None
    assert 25 <= found.a_end <= 28
    assert found.b_end <= 28


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PIER, BAKERS),
        ("Yes.", "Yes."),
        ("Nothing was known on Monday.", "Nothing was known on Monday."),
        ("Foreign Minister Tomas Reyl of Kestria met Ilse Marten and Petra Olin in Marrow.",) * 2,
    ],
)
def test_too_little_is_no_match(one: str, other: str) -> None:
    assert match(one, other) is None


@given(tellings(), tellings())
def test_a_match_is_the_same_both_ways_round(one: str, other: str) -> None:
    """What is decided does not hang on which wording comes first."""
    a, b = match(one, other), match(other, one)
    assert (a is None) == (b is None)
    if a is not None and b is not None:
        assert a.matched == b.matched


@given(tellings(), tellings())
def test_a_match_lies_inside_and_is_dense(one: str, other: str) -> None:
    left, right = pair(one, other)
    found = align(left, right)
    if found is not None:
        assert 0 <= found.a_start < found.a_end <= len(left.items)
        assert 0 <= found.b_start < found.b_end <= len(right.items)
        longer = max(found.a_end - found.a_start, found.b_end - found.b_start)
        assert found.run <= found.matched <= longer <= 2 * found.matched
        assert found.plain <= found.matched


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [("Sheldovan", "Sheldoven", True), ("harbour", "harbor", True), ("Olin", "Olsen", False),
     ("1400", "1401", False), ("cat", "car", False), ("north", "forth", False)],
)  # fmt: skip
def test_near_spellings(one: str, other: str, is_near: bool) -> None:
    assert near(one, other) is is_near
    assert near(other, one) is is_near


def test_what_it_rests_on_is_said_in_words() -> None:
    found = match(PIER, PIER)
    assert found is not None
    assert "25 words equal once swaps are undone, longest run 25" in found.rests_on
