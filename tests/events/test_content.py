"""What a deed of words says."""

import pytest
from tests.events.test_seen import seen


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("The mayor accused the builder of hiding the cracks.", "accused", {"hide", "crack"}),
        ("She was accused of theft by the bank.", "accused", {"theft"}),
        (
            "The union warned that any further cuts would lead to walkouts.",
            "warned",
            {"cut", "walkout"},
        ),
        ("The two firms agreed to share the port.", "agreed", {"share", "port"}),
        ("The farmers demanded a new bridge.", "demanded", {"bridge"}),
        ("Berg blamed everything on the rain.", "blamed", {"everything"}),
        ("The minister issued a warning about floods.", "issued a warning", {"flood"}),
    ],
)
def test_what_is_said(text: str, word: str, said: set[str]) -> None:
    assert said <= set(seen(text)[word].said)


def test_neither_who_nor_whom_nor_when() -> None:
    found = seen("On Monday the mayor blamed the builder for the collapse.")["blamed"].said
    assert "collapse" in found
    assert not {"mayor", "builder", "monday"} & set(found)


def test_not_what_is_told_beside_it() -> None:
    said = seen("The mayor demanded an inquiry into the fire that killed two guests.")[
        "demanded"
    ].said
    assert "inquiry" in said
    assert "guest" not in said


def test_names_are_in_most_of_what_a_story_tells() -> None:
    found = seen("The Danish minister accused Norway of fishing off Greenland.")["accused"].said
    assert "fish" in found
    assert not {"norway", "greenland"} & {word.casefold() for word in found}
