"""Who says what, decoded from scores made here: cues, and for each of them one source and its contents."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.told import Told, row_of_told, told_from
from stemma.reader.told import _CONTENT, _SOURCE, _labels, told_of


def scores(labels: str, kinds: str, high: float = 9.0) -> np.ndarray:
    """Scores in favour of these labels, one letter a word."""
    made = np.zeros((len(labels), len(kinds)))
    for n, label in enumerate(labels):
        made[n, kinds.index(label)] = high
    return made


def told(cues: str, **parts: str) -> list[Told]:
    """Decodes cues such as `..BI.`, and for the cue that begins at word 2 `w2="SS..CC"`."""
    of_words = np.zeros((len(cues), len(cues), 3))
    for name, labels in parts.items():
        of_words[int(name[1:])] = scores(labels, ".SC")
    return told_of(scores(cues, ".BI"), of_words)


@pytest.mark.parametrize(
    ("cues", "parts", "cue", "source", "content"),
    [
        (".B...", "S.CCC", (1, 2), (0, 1), ((2, 5),)),
        ("...B.", "CCC.S", (3, 4), (4, 5), ((0, 3),)),
        (".BI..", "S..CC", (1, 3), (0, 1), ((3, 5),)),
        ("..B..", "CC.CC", (2, 3), None, ((0, 2), (3, 5))),
        ("CC.B.".replace("C", "."), "CCC.S", (3, 4), (4, 5), ((0, 3),)),
        ("..B...", ".S.CCC", (2, 3), (1, 2), ((3, 6),)),
        ("B....", ".SSCC", (0, 1), (1, 3), ((3, 5),)),
        ("....B", "SSSS.", (4, 5), (0, 4), ()),
        ("....B", ".....", (4, 5), None, ()),
        # Words of the cue are no part of anything.
        (".BI..", "SSSCC", (1, 3), (0, 1), ((3, 5),)),
        ("B", "C", (0, 1), None, ()),
    ],
)
def test_a_cue_with_its_parts(
    cues: str, parts: str, cue: tuple[int, int], source: object, content: object
) -> None:
    (found,) = told(cues, **{f"w{cue[0]}": parts})
    assert (found.cue, found.source, found.content) == (cue, source, content)
    assert 0.9 < found.sure <= 1


def test_of_two_sources_the_one_that_is_seen_better_is_taken() -> None:
    parts = np.zeros((7, 7, 3))
    parts[3] = scores("S..." + ".SS", ".SC")
    (found,) = told_of(scores("...B...", ".BI"), parts)
    assert found.source == (5, 7)
    parts[3, 0, 1] = 30
    (found,) = told_of(scores("...B...", ".BI"), parts)
    assert found.source == (0, 1)


def test_two_cues_have_parts_of_their_own() -> None:
    one, other = told(".B..B..", w1="S.CCCCC", w4="..SS.CC")
    assert (one.cue, one.source, one.content) == ((1, 2), (0, 1), ((2, 7),))
    assert (other.cue, other.source, other.content) == ((4, 5), (2, 4), ((5, 7),))


def test_cues_may_stand_side_by_side() -> None:
    assert [one.cue for one in told(".BB.")] == [(1, 2), (2, 3)]


def test_words_inside_a_cue_that_begins_nowhere_are_none() -> None:
    assert told("..II..") == []
    assert told("") == []


def test_a_cue_that_is_hardly_seen_is_told_with_how_sure_it_is() -> None:
    for odds, seen in ((-2.1, False), (-1.9, True), (0.0, True), (3.0, True)):
        cues = scores("..", ".BI")
        cues[1] = (0, odds, -50)
        found = told_of(cues, np.zeros((2, 2, 3)))
        assert bool(found) is seen
        if found:
            assert found[0].sure == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-3)


def test_a_word_between_two_stretches_does_not_part_them_unless_much_speaks_for_it() -> None:
    parts = np.zeros((6, 6, 3))
    parts[0] = scores(".CC.CC", ".SC")
    parts[0, 3] = (3, 0, 0)  # less than it costs to begin a content again
    (found,) = told_of(scores("B.....", ".BI"), parts)
    assert found.content == ((1, 6),)
    parts[0, 3] = (5, 0, 0)
    (found,) = told_of(scores("B.....", ".BI"), parts)
    assert found.content == ((1, 3), (4, 6))


def test_one_word_that_weakly_looks_like_content_is_none() -> None:
    parts = np.zeros((4, 4, 3))
    parts[0, 2] = (0, 0, 3.5)
    (found,) = told_of(scores("B...", ".BI"), parts)
    assert found.content == ()


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.tuples(
            st.lists(st.lists(st.floats(-6, 6), min_size=3, max_size=3), min_size=n, max_size=n),
            st.integers(0, 2**32 - 1),
        )
    )
)
def test_whatever_the_scores_spans_lie_inside_and_do_not_overlap(
    made: tuple[list[list[float]], int],
) -> None:
    cues = np.array(made[0])
    count = len(cues)
    parts = np.random.default_rng(made[1]).normal(scale=4, size=(count, count, 3))
    found = told_of(cues, parts)
    assert [one.cue for one in found] == sorted(one.cue for one in found)
    assert all(a.cue[1] <= b.cue[0] for a, b in itertools.pairwise(found))
    for one in found:
        spans = [one.cue, *one.content, *([one.source] if one.source else [])]
        assert all(0 <= first < last <= count for first, last in spans)
        words = [n for span in spans for n in range(*span)]
        assert len(words) == len(set(words))
        assert list(one.content) == sorted(one.content)
        assert 0 < one.sure <= 1
        assert told_from(row_of_told(one)) == one


@given(st.lists(st.lists(st.floats(-6, 6), min_size=3, max_size=3), min_size=1, max_size=6))
def test_the_row_of_labels_is_the_best_one(rows: list[list[float]]) -> None:
    given_scores = np.array(rows)

    def worth(labels: tuple[int, ...]) -> float:
        begun = sum(
            (0.0, _SOURCE, _CONTENT)[b] for a, b in itertools.pairwise((0, *labels)) if a != b
        )
        return float(sum(given_scores[n, label] for n, label in enumerate(labels)) - begun)

    best = max(map(worth, itertools.product(range(3), repeat=len(rows))))
    assert worth(tuple(_labels(given_scores))) == pytest.approx(best)


@pytest.mark.parametrize("shift", [0, 7])
@pytest.mark.parametrize(
    "one",
    [
        Told((1, 2), (0, 1), ((2, 5),), 0.98),
        Told((1, 2), None, ((2, 5), (6, 9)), 0.5),
        Told((3, 5), (5, 6), (), 1.0),
    ],
)
def test_an_attribution_is_kept_whole(one: Told, shift: int) -> None:
    kept = told_from(row_of_told(one, shift))

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        return span[0] + shift, span[1] + shift

    assert kept.cue == moved(one.cue)
    assert kept.source == (moved(one.source) if one.source else None)
    assert kept.content == tuple(map(moved, one.content))
    assert kept.sure == one.sure
