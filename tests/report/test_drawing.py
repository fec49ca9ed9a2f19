"""Where nodes and lines of a family tree lie: inside, apart, and small."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.report.drawing import OMEGA, WIDEST, Branch, draw, rows_of
from stemma.report.view import Spot


def branch(letters: tuple[str, ...] = ("A",), *below: Branch, kind: str = "wording") -> Branch:
    return Branch(kind, letters, "", True, "why", below)


def letters() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(["A", "Q", "AB", "ZZ", "ABC"]), min_size=1, max_size=60).map(
        tuple
    )


trees = st.recursive(
    letters().map(branch),
    lambda inner: st.builds(
        lambda own, below: branch(own, *below), letters(), st.lists(inner, max_size=5)
    ),
    max_leaves=25,
)


def touch(one: Spot, other: Spot) -> bool:
    beside = one.x + one.width < other.x or other.x + other.width < one.x
    apart = one.y + one.height < other.y or other.y + other.height < one.y
    return not beside and not apart


@given(trees)
def test_nodes_lie_inside_and_touch_no_other(tree: Branch) -> None:
    width, height, spots, strokes = draw(tree)
    for spot in spots:
        assert 0 <= spot.x < spot.x + spot.width <= width
        assert 0 <= spot.y < spot.y + spot.height <= height
    assert not [pair for pair in combinations(spots, 2) if touch(*pair)]
    assert len(strokes) == len(spots) - 1


@given(trees)
def test_a_line_leads_down_to_its_node_and_crosses_none(tree: Branch) -> None:
    _, _, spots, strokes = draw(tree)
    for line in strokes:
        assert [y for _, y in line.points] == sorted(y for _, y in line.points)
        for (x1, y1), (x2, y2) in pairwise(line.points):
            for step in range(1, 20):
                x, y = x1 + (x2 - x1) * step / 20, y1 + (y2 - y1) * step / 20
                assert not [spot for spot in spots if inside(spot, x, y)]


def inside(spot: Spot, x: float, y: float) -> bool:
    return spot.x < x < spot.x + spot.width and spot.y < y < spot.y + spot.height


@given(trees)
def test_a_wide_tree_goes_down_instead(tree: Branch) -> None:
    width, _, spots, _ = draw(tree)
    deepest = max(spot.x for spot in spots) - min(spot.x for spot in spots)
    assert width <= max(WIDEST, deepest + 130)


def test_five_hundred_copies_in_a_node_stay_small() -> None:
    many = tuple(f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(500))
    width, height, spots, _ = draw(branch(many))
    assert (width, height) < (140, 100)
    assert spots[0].lines[-1] == "+488"


@pytest.mark.parametrize(
    ("letters", "rows"),
    [
        (("A",), ("A",)),
        (tuple("ABCDEF"), ("A B C D E F",)),
        (tuple("ABCDEFG"), ("A B C D E F", "G")),
        ((), ()),
        (tuple("ABCDEF") * 3, ("A B C D E F",) * 3),
        ((*tuple("ABCDEF") * 3, "G"), ("A B C D E F",) * 3 + ("+1",)),
    ],
)
def test_letters_in_rows(letters: tuple[str, ...], rows: tuple[str, ...]) -> None:
    assert rows_of(letters) == rows


def test_a_conjecture_is_a_circle_without_letters() -> None:
    _, _, (top, below), (line,) = draw(branch((), branch(("B",)), kind="conjecture"))
    assert top.lines == (OMEGA,)
    assert top.width == top.height
    assert below.y > top.y + top.height
    assert line.points[0][0] == line.points[1][0]


def test_the_likely_original_is_marked_beside_its_letters() -> None:
    _, _, (top,), _ = draw(branch(("A", "B"), kind="original"))
    assert top.lines == (OMEGA, "A B")


def test_a_node_of_which_nothing_is_said_has_no_line() -> None:
    loose = Branch("wording", ("C",), "", None, "", ())
    _, _, spots, strokes = draw(branch(("A",), branch(("B",)), loose))
    assert len(spots) == 3
    assert len(strokes) == 1
