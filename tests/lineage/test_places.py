"""A family as a table: who reads what at each place, and which reading is the older one."""

from hypothesis import given
from tests.lineage.tracing import (
    LNA,
    PIER,
    ROOFS,
    Traced,
    exchanged,
    of_articles,
    piles,
    swapped,
    traced,
)

from stemma.lineage.leaning import vote
from stemma.lineage.places import Told, tellings_of
from stemma.lineage.primary import Judged, judge
from stemma.model import Article

CUT = PIER[: PIER.index(" because")] + "."


def tables(found: Traced) -> list[Told]:
    """The families as tables, swaps aside."""
    lineage = found.lineage
    return tellings_of(lineage.families, lineage.witnesses, lineage.variants, {})


def judged(found: Traced) -> Judged:
    """What is older, from votes and tags alone."""
    tagged = {tag.sentence_id for tag in found.tags}
    on = {w.id for w in found.lineage.witnesses if w.sentence_id in tagged}
    return judge(tables(found), found.lineage.swaps, on)


def read(found: Traced, told: Told) -> dict[str, tuple[str | None, ...]]:
    """Path -> what the witness has at each place."""
    return {
        found.path(witness): tuple(
            None if number is None else place.readings[number].text
            for number, place in zip(told.held[witness.id], told.places, strict=True)
        )
        for witness in told.witnesses
    }


def test_each_witness_has_its_reading_at_each_place() -> None:
    other = swapped(ROOFS, ("214", "241"), ("houses", "homes"))
    found = traced(ROOFS, ROOFS, swapped(ROOFS, ("214", "nearly 250")), other)
    (told,) = tables(found)
    assert [place.kind for place in told.places] == ["number", "wording"]
    assert read(found, told) == {
        "0.txt": ("214", "houses"),
        "1.txt": ("214", "houses"),
        "2.txt": ("nearly 250", "houses"),
        "3.txt": ("241", "homes"),
    }
    assert not any(place.is_cut for place in told.places)


def test_who_is_cut_has_no_reading_behind_the_cut() -> None:
    found = traced(PIER, PIER, CUT, swapped(PIER, ("wooden", "timber")))
    (told,) = tables(found)
    gone = "because its wooden piers can no longer carry lorries"
    assert [place.is_cut for place in told.places] == [True, False]
    assert read(found, told) == {
        "0.txt": (gone, "wooden"),
        "1.txt": (gone, "wooden"),
        "2.txt": ("", None),
        "3.txt": (gone, "timber"),
    }


def test_a_place_is_shown_for_the_gravest_of_its_differences() -> None:
    found = traced(ROOFS, ROOFS, swapped(ROOFS, ("214", "the")), swapped(ROOFS, ("214", "241")))
    (told,) = tables(found)
    assert [place.kind for place in told.places] == ["number"]
    assert len(told.places[0].readings) == 3


@given(piles())
def test_each_witness_has_one_reading_at_each_place_or_is_cut(articles: list[Article]) -> None:
    found = of_articles(articles)
    told = tables(found)
    assert [one.family.id for one in told] == [family.id for family in found.lineage.families]
    for one in told:
        names = [witness.id for witness in one.witnesses]
        assert one.family.base_id in names
        assert list(one.held) == names
        for at, place in enumerate(one.places):
            held = [name for reading in place.readings for name in reading.witnesses]
            assert sorted(held) == sorted(n for n in names if one.held[n][at] is not None)
            assert len(held) == len(set(held))
            assert [reading.variant is None for reading in place.readings].index(True) == 0
            assert len(place.readings) > 1
        missing = [n for n in names if None in one.held[n]]
        assert all(not w.whole for w in one.witnesses if w.id in missing)


@given(piles())
def test_the_older_reading_is_one_that_somebody_has(articles: list[Article]) -> None:
    found = of_articles(articles)
    ranked = judged(found).places
    assert set(ranked) == {family.id for family in found.lineage.families}
    for places in ranked.values():
        for one in places:
            assert one.place.readings[one.primary].witnesses
            assert one.bits >= 0
            assert one.how


def test_most_articles_speak_for_a_reading_and_the_more_the_more_they_are() -> None:
    other = swapped(ROOFS, ("214", "241"))
    bits = []
    for many in (2, 4, 6):
        found = traced(*[ROOFS] * many, other)
        ((one,),) = judged(found).places.values()
        assert one.place.readings[one.primary].text == "214"
        assert one.how == (f"{many} articles with it",)
        bits.append(one.bits)
    assert bits == sorted(bits)
    assert bits[0] < bits[-1]


def test_a_tag_outweighs_an_article_more() -> None:
    other = swapped(ROOFS, ("214", "241"))
    ((one,),) = judged(traced(LNA + ROOFS, other, other)).places.values()
    assert one.place.readings[one.primary].text == "214"
    assert "an agency's tag on a passage with it" in one.how


def test_what_is_known_of_a_swap_counts_at_each_of_its_places() -> None:
    found = traced(*[exchanged({})] * 3, exchanged({0: "l", 1: "l", 2: "l", 3: "l"}))
    (swap,) = found.descent.swaps
    assert swap.spun == "trucks"
    for archetype in found.descent.archetypes:
        assert "lorries" in archetype.wording


def test_who_exchanges_words_leaves_numbers_as_they_are() -> None:
    assert vote("a", {"a": 0.8}) < 0
    assert vote("a", {"a": 0.8}, "number") == vote("b", {})
    assert vote("a", {"a": 0.1}, "number") == vote("a", {"a": 0.1})
