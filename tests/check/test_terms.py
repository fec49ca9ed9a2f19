"""Words as a check compares them."""

import pytest

from stemma.check import digits, name_keys, stem, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vetoed", "vetoes"), ("investigation", "investigate"), ("broke", "break"), ("deaths", "died"),
        ("removal", "remove"), ("companies", "company"), ("stopped", "stop"),
    ],
)  # fmt: skip
def test_words_of_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("police", "policy"), ("party", "part"), ("rise", "rice")]
)
def test_words_of_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_numbers_are_compared_in_digits() -> None:
    assert [digits(word) for word in ("seven", "40", "4,310", "wall", "one")] == [
        "7",
        "40",
        "4,310",
        "",
        "",
    ]


def test_a_country_is_one_under_all_its_names() -> None:
    keys = [
        [term.key for term in terms(text)]
        for text in ("Ships of the United States", "Ships of the U.S.")
    ]
    assert keys[0] == keys[1] == ["ship", "nation USA"]


def test_words_without_a_meaning_of_their_own_are_left_out() -> None:
    assert [term.key for term in terms("The wall was, he said, still there")] == ["wall"]


def test_a_term_knows_its_place_and_kind() -> None:
    (wall, orvik) = terms("a wall in Orvik")
    assert (wall.start, wall.end, wall.kind) == (2, 6, "word")
    assert orvik.kind == "name"


def test_a_capital_stands_for_its_country_in_a_name() -> None:
    assert "nation USA" in name_keys("Washington")
    assert name_keys("President Ann Holm") == ["ann", stem("holm")]
