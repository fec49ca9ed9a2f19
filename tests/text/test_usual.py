"""How usual words are in running text."""

import pytest

from stemma.text.usual import usual


@pytest.mark.parametrize(
    ("usual_word", "rare_word"),
    [("kill", "slay"), ("house", "abode"), ("big", "sizeable"), ("kill", "qqzx")],
)
def test_usual_words_have_more_bits_than_rare_ones(usual_word: str, rare_word: str) -> None:
    assert usual(usual_word) > usual(rare_word)


def test_a_form_is_as_usual_as_its_word() -> None:
    assert usual("killed") == usual("kill")
    assert usual("went") == usual("go")
