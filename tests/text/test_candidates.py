"""Candidates for names and dates."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from tests.strategies import any_texts

from stemma.text.candidates import Candidate, dates, name_tokens, names
from stemma.text.tokens import Token, tokenize


def found(text: str, finder: Callable[[Sequence[Token]], list[Candidate]]) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens[c.first].start : tokens[c.last - 1].end] for c in finder(tokens)]


@given(any_texts())
def test_candidates_lie_in_the_text_in_order_and_apart(text: str) -> None:
    tokens = tokenize(text)
    for finder in (names, dates):
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
        ("they met on Monday and on April 12, 2017", ["Monday", "April 12", "2017"]),
        ("in 1998 and in March 1999", ["1998", "March 1999"]),
        ("they may march in June", ["June"]),
        ("on 3 May", ["3 May"]),
        ("some 2500 men", []),
        ("they march on", []),
    ],
)
def test_dates(text: str, parts: list[str]) -> None:
    assert found(text, dates) == parts
