"""Pronouns mean the one who fits, or nobody."""

import pytest
from tests.actors.telling import cast, who, why


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Lars Holmgren said that he was tired.", "he", "Lars Holmgren"),
        ("Lars Holmgren left. / He was tired.", "He", "Lars Holmgren"),
        ("Mrs Kari Dahl left. / She was tired.", "She", "Kari Dahl"),
        ("Lars Holmgren met his lawyer.", "his", "Lars Holmgren"),
        ("Norway withdrew its ships.", "its", "Norway"),
        ("Lars Holmgren met Ingrid Moser. / She was tired.", "She", "Ingrid Moser"),
        ("Lars Holmgren met Peter Moser before his speech.", "his", "Lars Holmgren"),
        (
            "Peter Moser spoke in Oslo. / Lars Holmgren had fled to Sweden, he added.",
            "he",
            "Peter Moser",
        ),
        ("Lars Holmgren saw Peter Moser, who is said to have hired him.", "him", "Lars Holmgren"),
    ],
)
def test_a_pronoun_with_one_that_fits(text: str, pronoun: str, expected: str) -> None:
    assert who(cast(text), pronoun) == [expected]


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Lars Holmgren met Peter Moser. / He was tired.", "He"),
        ("Mrs Kari Dahl left. / He was tired.", "He"),
        ("Ingrid Moser left. / He was tired.", "He"),
        ("Lars Holmgren left.\nHe was tired.", "He"),
        ("Lars Holmgren had fled to Sweden, he added.", "he"),
        ("He was tired. / Lars Holmgren left.", "He"),
        ("Norway signed it. / The board opened its doors.", "its"),
        ("Norway and Denmark signed the treaty. / It was angry.", "It"),
        ("It was clear that Norway would sign.", "It"),
        ("The talks failed and the ships left. / They were late.", "They"),
        ("Lars Holmgren left. / She was tired. / Mr Lars Holmgren slept.", "She"),
        ('"We met Peter Moser and he agreed", Lars Holmgren said, "so he left".', "they"),
    ],
)
def test_a_pronoun_stays_open_where_none_or_two_fit(text: str, pronoun: str) -> None:
    assert not any(who(cast(text), pronoun))


def test_an_open_pronoun_says_why() -> None:
    found = cast("Lars Holmgren met Peter Moser. / He was tired.")
    assert why(found, "He") == ["may mean Lars Holmgren or Peter Moser"]
    found = cast("He was tired.")
    assert why(found, "He") == ["nothing before it in the passage fits"]


def test_nobody_names_himself_in_his_own_words() -> None:
    found = cast('Lars Holmgren said: "The captain said nothing and he left".')
    assert who(found, "he") != ["Lars Holmgren"]


def test_another_paragraph_is_another_passage() -> None:
    one = cast("Lars Holmgren left. / He was tired.")
    two = cast("Lars Holmgren left.\nHe was tired.")
    assert who(one, "He") == ["Lars Holmgren"]
    assert who(two, "He") == [None]


def test_a_name_that_may_mean_two_stands_in_the_way() -> None:
    found = cast(
        "Bill Marlow and Jack Marlow opened the bridge.\nMarlow was glad. / He went home early."
    )
    assert who(found, "He") == [None]
