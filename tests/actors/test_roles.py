"""What nouns say of their bearers."""

import pytest

from stemma.actors.roles import body, is_between_states, is_media, is_office, role, sector_of


@pytest.mark.parametrize(
    ("word", "sort", "sector"),
    [
        ("minister", "person", "GOV"),
        ("senator", "person", "LEG"),
        ("judge", "person", "JUD"),
        ("reporter", "person", "JRN"),
        ("doctor", "person", "MED"),
        ("president", "person", None),
        ("ministry", "organisation", "GOV"),
        ("police", "organisation", "COP"),
        ("court", "organisation", "JUD"),
        ("rebels", "group", "REB"),
        ("civilians", "group", "CVL"),
    ],
)
def test_a_noun_and_its_sector(word: str, sort: str, sector: str | None) -> None:
    found = role(word, word.endswith("s") and sort == "group")
    assert found is not None
    assert (found.sort, found.sector) == (sort, sector)


def test_several_of_them_are_a_group() -> None:
    assert role("ministers", plural=True).sort == "group"  # type: ignore[union-attr]
    assert role("companies", plural=True) is None or role("company").sort == "organisation"  # type: ignore[union-attr]


@pytest.mark.parametrize("word", ["table", "attack", "talks", "resolution"])
def test_other_nouns_have_no_role(word: str) -> None:
    assert role(word) is None


def test_titles_that_disagree_tell_no_sector() -> None:
    assert sector_of(["minister", "ambassador"]) == "GOV"
    assert sector_of(["minister", "professor"]) is None
    assert sector_of(["president"]) is None


def test_bodies_media_and_those_of_several_states() -> None:
    assert body(("ministry", "of", "trade")).sector == "GOV"  # type: ignore[union-attr]
    assert body(("harbour", "agency")) is None
    assert is_media(("northern", "times"))
    assert not is_media(("northern", "bank"))
    assert is_between_states(("united", "nations"))
    assert is_between_states(("nato",))
    assert not is_between_states(("nations", "bank"))


def test_offices_and_callings() -> None:
    assert is_office("president")
    assert is_office("minister")
    assert not is_office("businessman")
    assert not is_office("reporter")
