"""Words that may be names or numbers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from tests.strategies import any_texts

from stemma.text.candidates import is_number, name_tokens
from stemma.text.tokens import Token, tokenize


def shown(text: str, flags: Callable[[list[Token]], list[bool]]) -> list[str]:
    tokens = tokenize(text)
    return [token.t for token, flag in zip(tokens, flags(tokens), strict=True) if flag]


@given(any_texts())
def test_every_token_is_a_name_or_none(text: str) -> None:
    tokens = tokenize(text)
    assert len(name_tokens(tokens)) == len(tokens)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the mayor of Lorn met Anna Brook there", ["Lorn", "Anna", "Brook"]),
        ("the Bank of Kestria closed", ["Bank", "Kestria"]),
        ("Water ran into the town", []),  # a first word is capitalised for its place
        ("Anna Brook left", ["Anna", "Brook"]),
        ("they met Prime Minister Dale", ["Prime", "Minister", "Dale"]),
        ("the Lorn-Halden line", ["Lorn", "Halden"]),
        ("on Monday they met Dale", ["Dale"]),
        ("THE DYKE AT HALDEN HAS BROKEN", []),  # a headline in capitals tells nothing
        ("", []),
    ],
)
def test_names(text: str, parts: list[str]) -> None:
    assert shown(text, name_tokens) == parts


def test_inside_a_sentence_the_first_word_may_be_a_name() -> None:
    tokens = tokenize("Halden was flooded")
    assert name_tokens(tokens) == [False, False, False]
    assert name_tokens(tokens, inside=True) == [True, False, False]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("some two dozen men and 1.5 million crowns", ["two", "dozen", "1.5", "million"]),
        ("twelve men, 3,000 boats", ["twelve", "3,000"]),
        ("the 20th man", ["20th"]),
        ("the men left", []),
    ],
)
def test_numbers(text: str, parts: list[str]) -> None:
    assert shown(text, lambda tokens: [is_number(token) for token in tokens]) == parts
