"""Scores by their published definitions, on gold small enough to reckon by hand."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stories.pages import FERRY, FROST

from stemma.errors import UsageError
from stemma.measure import TASKS, measure
from stemma.measure.scores import b_cubed


def tokens(name: str, text: str) -> str:
    """An article as ECB+ has it: article, sentence, number, token."""
    return "\n".join(
        f"{name}\t{number}\t{at}\t{word}"
        for number, sentence in enumerate(text.split(". "))
        for at, word in enumerate(sentence.split())
    )


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two topics in two files; the first has a sub-topic of each collection."""
    one = [tokens("1_1ecb", FERRY[0]), tokens("1_2ecb", FERRY[1]), tokens("1_1ecbplus", FROST[0])]
    (tmp_path / "a_corpus.txt").write_text("\n".join(one) + "\n")
    (tmp_path / "b_corpus.txt").write_text(tokens("2_1ecbplus", FROST[1]) + "\n")
    (tmp_path / "readme.txt").write_text("not a corpus")
    return tmp_path


def test_stories_are_scored_over_all_files(gold: Path) -> None:
    found = measure("stories", gold)
    assert (found["articles"], found["stories"], found["found"]) == (4, 3, 2)
    assert found["data"] == ["a_corpus.txt", "b_corpus.txt"]
    # The frost articles are one story here and two in the gold: precision 2 × 1 + 2 × 1/2 over 4.
    assert (found["b3_precision"], found["b3_recall"], found["b3_f1"]) == (75.0, 100.0, 85.71)
    assert found["threshold"] == 0.15
    json.dumps(found)


def test_one_file_may_be_given(gold: Path) -> None:
    assert measure("stories", gold / "a_corpus.txt")["b3_f1"] == 100.0


def test_wrong_use(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Tasks: stories"):
        measure("dinner", gold)
    with pytest.raises(UsageError, match=r"corpus\.txt"):
        measure("stories", tmp_path / "nowhere")
    (tmp_path / "c_corpus.txt").write_text("strange\t0\t0\tword\n")
    with pytest.raises(UsageError, match="no ECB"):
        measure("stories", tmp_path)
    assert list(TASKS) == [
        "stories",
        "syntax",
        "names",
        "sentences",
        "similarity",
        "times",
        "actors",
        "quotes",
        "events",
        "status",
        "timeline",
        "coreference",
    ]


def test_b_cubed_by_hand() -> None:
    """Bagga and Baldwin 1998, their first example: twelve things, one link too many."""
    gold = [1] * 5 + [2] * 2 + [3] * 5
    one_link = [1] * 5 + [2] * 2 + [2] * 5
    other_link = [1] * 5 + [2] * 2 + [1] * 5
    assert b_cubed(gold, one_link).precision == pytest.approx((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert b_cubed(gold, one_link).recall == 1
    assert b_cubed(gold, other_link).precision == pytest.approx((5 * 5 / 10 * 2 + 2) / 12)


def test_b_cubed_of_nothing() -> None:
    assert b_cubed([], []).f1 == 0


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_b_cubed_is_bounded_and_whole_when_equal(pairs: list[tuple[int, int]]) -> None:
    gold, found = ([pair[i] for pair in pairs] for i in (0, 1))
    score = b_cubed(gold, found)
    assert 0 < score.precision <= 1 + 1e-9
    assert 0 < score.recall <= 1 + 1e-9
    back = b_cubed(found, gold)
    assert (back.precision, back.recall) == pytest.approx((score.recall, score.precision))
    assert b_cubed(gold, gold) == pytest.approx((1, 1, 1))
