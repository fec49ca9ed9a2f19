"""Tokens: every character once, and each thing compared as it should be."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import INVISIBLE, SEEDS, needs_seeds, texts

from stemma.text.tokens import tokenize, words


def shown(text: str) -> list[str]:
    return [token.t for token in tokenize(text)]


def compared(text: str) -> list[str]:
    return [token.n for token in words(text)]


@given(texts())
@example("\ufeffharbour")
def test_every_character_that_is_no_white_space_lies_in_exactly_one_token(text: str) -> None:
    times = [0] * len(text)
    for token in tokenize(text):
        assert text[token.start : token.end] == token.t
        for at in range(token.start, token.end):
            times[at] += 1
    for at, character in enumerate(text):
        if not character.isspace() and character not in INVISIBLE:
            assert times[at] == 1, (at, character)


@given(st.text(max_size=40))
def test_in_any_text_tokens_are_in_order_and_leave_nothing_out(text: str) -> None:
    tokens = tokenize(text)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(text[token.start : token.end] == token.t and token.n for token in tokens)
    assert all(token.kind in ("word", "number", "mark") for token in tokens)


@pytest.mark.parametrize("sign", ["‼", "℃", "⅓", "⑴", "㏂", "№", "ﬁ", "…", "½", "™"])
def test_a_sign_that_stands_for_several_characters_is_one_token(sign: str) -> None:
    assert shown(f"so {sign} it") == ["so", sign, "it"]


def test_a_sign_before_a_number_shares_nothing_with_it() -> None:
    tokens = tokenize("row №5 is free")
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("U.S. US U.S us Us", ["US", "US", "US", "us", "us"]),
        ("U.N. UN un", ["un", "un", "un"]),
        ("U.S.A. USA usa", ["usa", "usa", "usa"]),
        ("IT it It WHO who Who", ["IT", "it", "it", "WHO", "who", "who"]),
        ("a.m. AM am", ["am", "AM", "am"]),
        ("J.R.R. Marlow", ["jrr", "marlow"]),
        ("U.S.-led US-led", ["US", "led", "US", "led"]),
    ],
)
def test_initials_and_their_homographs(text: str, n: list[str]) -> None:
    assert compared(text) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("1,000 1000", ["1000", "1000"]),
        ("1,234,567", ["1234567"]),
        ("3.5 percent", ["3.5", "percent"]),
        ("1,5 kg", ["1,5", "kg"]),
        ("$12, then 3.", ["12", "then", "3"]),
        ("20th 20", ["20th", "20"]),
        ("2016-17", ["2016", "17"]),
        ("６０", ["60"]),
    ],
)
def test_numbers(text: str, n: list[str]) -> None:
    assert compared(text) == n


def test_a_number_in_other_groups_is_folded_whole_or_left_alone() -> None:
    assert compared("10,00,000")[0] in ("1000000", "10,00,000")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Marrow's plan", ["Marrow", "'s", "plan"]),
        ("Marrow’s plan", ["Marrow", "’s", "plan"]),
        ("MARROW'S plan", ["MARROW", "'S", "plan"]),
        ("the workers' hall", ["the", "workers", "'", "hall"]),
        ("it isn’t O'Brien's", ["it", "isn’t", "O'Brien", "'s"]),
        ("'so' he said", ["'", "so", "'", "he", "said"]),
        ("the US's role", ["the", "US", "'s", "role"]),
        ("the U.S.'s role", ["the", "U.S.", "'s", "role"]),
    ],
)
def test_possessives_and_apostrophes(text: str, parts: list[str]) -> None:
    assert shown(text) == parts


@pytest.mark.parametrize("word", ["MH17", "Covid19", "AK47s", "abc123", "G20", "3D", "a1b2", "x_1"])
def test_letters_and_digits_in_one_word_are_one_token(word: str) -> None:
    assert shown(f"the {word} case") == ["the", word, "case"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Never”, he said – twice…", '"Never", he said - twice...'),
        ("the ﬁnal word", "the final word"),
        ("cafe\u0301", "café"),
        ("zero\u200bwidth", "zerowidth"),
        ("HARBOUR", "harbour"),
        ("Straße", "STRASSE"),
        ("isn’t", "isn't"),
    ],
)
def test_what_is_drawn_otherwise_compares_equal(one: str, other: str) -> None:
    assert [token.n for token in tokenize(one)] == [token.n for token in tokenize(other)]


def test_words_are_the_tokens_that_are_no_marks() -> None:
    assert [token.t for token in words("“So,” he said: 12!")] == ["So", "he", "said", "12"]


@needs_seeds
def test_the_seeds_lose_no_character() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert "".join(shown(text)) == "".join(text.split())
