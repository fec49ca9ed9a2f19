"""Candidates for names and numbers."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from tests.strategies import any_texts

from stemma.text.candidates import Candidate, name_tokens, names, numbers
from stemma.text.tokens import Token, tokenize


def found(text: str, finder: Callable[[Sequence[Token]], list[Candidate]]) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens[c.first].start : tokens[c.last - 1].end] for c in finder(tokens)]


@given(any_texts())
def test_candidates_lie_in_the_text_in_order_and_apart(text: str) -> None:
    tokens = tokenize(text)
    for finder in (names, numbers):
        reached = 0
        for candidate in finder(tokens):
            assert reached <= candidate.first < candidate.last <= len(tokens)
            reached = candidate.last
    assert len(name_tokens(tokens)) == len(tokens)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the mayor of Lorn met Anna Brook there", ["Lorn", "Anna Brook"]),
        ("the Bank of Kestria closed", ["Bank of Kestria"]),
        ("Water ran into the town", []),  # a first word is capitalised for its place
        ("Anna Brook left", ["Anna Brook"]),
        ("they met Prime Minister Dale", ["Prime Minister Dale"]),
        ("the Lorn-Halden line", ["Lorn-Halden"]),
        ("on Monday they met Dale", ["Dale"]),
        ("THE DYKE AT HALDEN HAS BROKEN", []),  # a headline in capitals tells nothing
        ("", []),
    ],
)
def test_names(text: str, parts: list[str]) -> None:
    assert found(text, names) == parts


def test_inside_a_sentence_the_first_word_may_be_a_name() -> None:
    tokens = tokenize("Halden was flooded")
    assert name_tokens(tokens) == [False, False, False]
    assert name_tokens(tokens, inside=True) == [True, False, False]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("some two dozen men and 1.5 million crowns", ["two dozen", "1.5 million"]),
        ("twelve men, 3,000 boats", ["twelve", "3,000"]),
        ("the 20th man", ["20th"]),
        ("the men left", []),
    ],
)
def test_numbers(text: str, parts: list[str]) -> None:
    assert found(text, numbers) == parts
