"""Distinct texts: bodies that are equal or lie inside one another are one."""

import random

from hypothesis import given
from hypothesis import strategies as st
from tests.lineage.tracing import (
    BAKERS,
    ORCHARD,
    PIER,
    PROSE,
    ROOFS,
    SLUICE,
    VALVE,
    of_articles,
    piles,
    swapped,
    traced,
)

from stemma.lineage.texts import distinct_texts
from stemma.model import Article


def texts(*bodies: str) -> list[set[str]]:
    """The articles of each distinct text, by file name without its ending."""
    found = traced(*bodies)
    groups: dict[str, set[str]] = {}
    for article, text in distinct_texts(
        found.sentences, found.lineage.witnesses, found.surfaces
    ).items():
        groups.setdefault(text, set()).add(found.articles[article].path[0])
    return sorted(groups.values(), key=sorted)


def body(*parts: str) -> str:
    return "\n\n".join(parts)


def test_equal_bodies_are_one() -> None:
    assert texts(body(PIER, ROOFS), body(PIER, ROOFS), body(VALVE)) == [{"0", "1"}, {"2"}]


def test_equal_bodies_once_swaps_and_spelling_are_undone_are_one() -> None:
    one = body(
        PIER, "No lorries may turn at the old church, a notice on its wooden door reads.", ROOFS
    )
    other = swapped(one, ("lorries", "trucks"), ("wooden", "timber"), ("harbour", "harbor"))
    assert texts(one, other) == [{"0", "1"}]


def test_another_number_is_another_text() -> None:
    one = body(PIER, ROOFS)
    assert texts(one, swapped(one, ("214", "241"))) == [{"0"}, {"1"}]


def test_a_body_inside_another_is_one_with_it() -> None:
    assert texts(body(PIER, ROOFS, VALVE, SLUICE), body(PIER, VALVE)) == [{"0", "1"}]
    assert texts(body(PIER, VALVE), body(PIER, ROOFS, VALVE)) == [{"0", "1"}]


def test_a_mosaic_is_a_text_of_its_own() -> None:
    first, second = body(PIER, ROOFS, VALVE), body(SLUICE, BAKERS, ORCHARD)
    assert texts(first, second, body(PIER, BAKERS, ROOFS)) == [{"0"}, {"1"}, {"2"}]


def test_shuffled_sentences_are_another_text() -> None:
    assert texts(body(PIER, ROOFS, VALVE), body(VALVE, PIER, ROOFS)) == [{"0"}, {"1"}]


def test_a_part_of_two_texts_joins_them_not() -> None:
    """What both contain lies inside either; the two stay two."""
    found = texts(body(PIER, ROOFS, VALVE), body(PIER, BAKERS, VALVE), body(PIER, VALVE))
    assert len(found) == 2
    assert {"0", "1"} not in found


def test_a_dateline_makes_no_other_text() -> None:
    one = body(PIER, ROOFS)
    assert texts(one, f"MARROW POINT (LNA) - {one}") == [{"0", "1"}]


def test_a_cut_sentence_counts_as_its_own_words() -> None:
    cut = PIER[: PIER.index(" because")] + "."
    assert texts(body(PIER, ROOFS), body(PIER, ROOFS), body(cut, VALVE)) == [{"0", "1"}, {"2"}]


def test_nothing_in_common_is_as_many_texts_as_articles() -> None:
    assert len(texts(*PROSE)) == len(PROSE)
    assert texts() == []


@given(piles())
def test_a_text_is_named_by_the_least_of_its_articles(articles: list[Article]) -> None:
    found = of_articles(articles)
    named = distinct_texts(found.sentences, found.lineage.witnesses, found.surfaces)
    assert set(named.values()) <= set(named)
    for text in set(named.values()):
        assert named[text] == text


@given(piles(), st.randoms())
def test_order_makes_no_difference(articles: list[Article], chance: random.Random) -> None:
    found = of_articles(articles)
    sentences, witnesses = list(found.sentences), list(found.lineage.witnesses)
    chance.shuffle(sentences)
    chance.shuffle(witnesses)
    named = distinct_texts(found.sentences, found.lineage.witnesses, found.surfaces)
    assert distinct_texts(sentences, witnesses, found.surfaces) == named
