"""Words of one deed: stems, lines, and the table of how alike words are."""

import numpy as np
import pytest

from stemma.text.deeds import akin, count_of_lines, line, lines_of, stem
from stemma.text.likeness import alike, vectors


@pytest.mark.parametrize(
    "words",
    [
        "abdicate abdication", "accuse accusation", "win winner", "deny denial", "marry marriage", "pay",
        "discover discovery", "injure injury", "cancel cancellation", "embezzle embezzlement",
        "kill killer killing",
        "depart departure", "rob robbery robber", "escape escapee", "grow growth", "arson arsonist",
    ],
)  # fmt: skip
def test_a_verb_and_its_nouns_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words", ["sing song", "fire five", "strike stride", "vote veto", "raid rain"]
)
def test_other_words_have_other_stems(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


def test_words_of_one_line_are_akin() -> None:
    assert akin("resign", "stepdown")
    assert akin("quake", "tremor")
    assert not akin("quake", "resign")


def test_every_line_has_words_once() -> None:
    assert count_of_lines() > 800
    for number in range(count_of_lines()):
        words = line(number)
        assert len(words) == len(set(words)) > 0
        assert all(number in lines_of()[word] for word in words)


def test_words_that_mean_the_same_are_alike() -> None:
    words = ["collision", "crash", "resign", "quit", "zyqqa"]
    found = alike(words)
    assert np.allclose(found, found.T)
    assert np.allclose(np.diag(found)[:4], 1)
    assert found[0, 1] > found[0, 2]
    assert found[2, 3] > found[1, 3]
    assert not found[4].any()


def test_the_table_has_the_words_of_the_lines() -> None:
    known = vectors().at
    assert len(set(lines_of()) - set(known)) < 0.02 * len(lines_of())
