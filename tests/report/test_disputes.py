"""Where tellings differ: which rows stand together."""

from dataclasses import replace

from stemma.model import OTHER_EVENT, Conflict
from stemma.report.disputes import grouped, is_real


def row(
    value: str, other: str, verdict: str, slot: str = "figure", about: str = "dead"
) -> Conflict:
    """Two values of one thing, with a verdict; of other scope are figures of another event."""
    how = f"{OTHER_EVENT}: a and b" if verdict == "other scope" else "by hand"
    return Conflict(
        id=f"conflict-{value}@{other}", story_id="story-a", slot=slot, verdict=verdict, about=about,
        event_id=None, value=value, row_ids=(), carriers=1, reporters_min=1, reporters_max=1, bases=(),
        other_value=other, other_row_ids=(), other_carriers=1, other_reporters_min=1,
        other_reporters_max=1, other_bases=(), article_id="a", start=0, end=1, other_article_id="b",
        other_start=0, other_end=1, how=how, text="", other_text="",
    )  # fmt: skip


def values(held: list[Conflict]) -> set[str]:
    return {value for one in held for value in (one.value, one.other_value)}


def test_figures_of_a_disaster_of_long_ago_stand_apart() -> None:
    rows = [
        row("14", "9", "different with order unknown"), row("14", "at least 9", "compatible"),
        row("14", "four", "other scope"), row("9", "three", "other scope"),
        row("four", "three", "conflicting"),
    ]  # fmt: skip
    now, then, other = grouped(rows)
    assert values(now) == {"14", "9", "at least 9"}
    assert values(then) == {"four", "three"}
    assert [one.verdict for one in other] == ["other scope"] * 2
    assert [is_real(held) for held in (now, then, other)] == [True, True, False]


def test_what_joins_two_parts_makes_them_one() -> None:
    rows = [
        row("1", "2", "conflicting"), row("3", "4", "conflicting"), row("1", "9", "other scope"),
        row("2", "3", "updated"),
    ]  # fmt: skip
    one, other = grouped(rows)
    assert values(one) == {"1", "2", "3", "4"}
    assert values(other) == {"1", "9"}


def test_figures_without_a_disagreement_stay_one_group() -> None:
    rows = [row("14", "four", "other scope"), row("14", "9", "updated")]
    assert grouped(rows) == [rows]


def test_other_slots_are_not_parted() -> None:
    rows = [
        row("the army", "rebels", "conflicting", "actor"), row("a", "b", "other scope", "actor")
    ]  # fmt: skip
    assert grouped(rows) == [rows]


def test_parts_of_those_who_are_counted_stay_together() -> None:
    rows = [
        row("71", "17", "conflicting"),
        replace(row("71 passengers", "71", "other scope"), how="they count different things"),
    ]
    assert grouped(rows) == [rows]
