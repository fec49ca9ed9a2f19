"""Events of which only one can be so: told of two days, or with opposite ends."""

import pytest
from tests.account.events import mention, on, sentence
from tests.account.test_conflicts import found

from stemma.model import Conflict, Event, Mention, Sentence


def told(page: str, text: str, verb: str, day: str, **more: object) -> tuple[Sentence, Mention]:
    of = sentence(page, text)
    word = next(w for w in text.split() if w.startswith(verb))
    return of, mention(of, word, predicate=verb, first=day, last=day, type="COERCE", **more)


def rows(one: tuple[Sentence, Mention], other: tuple[Sentence, Mention]) -> list[Conflict]:
    events: list[Event] = []
    mentions = []
    for (_, held), name in ((one, "a"), (other, "b")):
        events.append(on(name, held.first or "", predicate=held.predicate, type=held.type))
        mentions.append(held)
    inside = {"event-a": [mentions[0]], "event-b": [mentions[1]]}
    return found(events=events, sentences=(one[0], other[0]), inside=inside)


HER = {"recipients": ("Ada Brandt",), "recipient_ids": ("actor-a",)}
ARREST = told("A", "Police arrested Ada Brandt on Monday.", "arrest", "2021-05-03", **HER)


def test_one_arrest_of_one_person_on_two_days_differs() -> None:
    other = told("B", "Ada Brandt was arrested on Tuesday.", "arrest", "2021-05-04", **HER)
    the_bridge = {"actors": ("the bridge",)}
    fell = told("A", "The bridge collapsed on Monday.", "collapse", "2021-05-03", **the_bridge)
    fell_too = told(
        "B", "The bridge collapsed late on Tuesday.", "collapse", "2021-05-04", **the_bridge
    )
    (row,) = rows(fell, fell_too)
    assert (row.slot, row.verdict) == ("date", "different with order unknown")
    assert {row.value, row.other_value} == {"2021-05-03", "2021-05-04"}
    assert rows(ARREST, other) == []  # nobody says that she is a person


@pytest.mark.parametrize(
    ("who", "day"),
    [
        ("three bridges", "2021-05-04"),
        ("the old tower", "2021-05-04"),
        ("the bridge", "2021-05-24"),
    ],
)
def test_what_may_have_been_two_deeds_does_not(who: str, day: str) -> None:
    fell = told(
        "A", "The bridge collapsed on Monday.", "collapse", "2021-05-03", actors=("the bridge",)
    )
    other = told("B", "Then it collapsed later.", "collapse", day, actors=(who,))
    assert rows(fell, other) == []


def test_a_page_with_both_days_means_two_deeds() -> None:
    fell = told(
        "A", "The bridge collapsed on Monday.", "collapse", "2021-05-03", actors=("the bridge",)
    )
    other = told(
        "A", "The bridge collapsed again.", "collapse", "2021-05-04", actors=("the bridge",)
    )
    assert rows(fell, other) == []


def test_opposite_ends_of_one_matter_on_one_day_conflict() -> None:
    matter = {"actors": ("Parliament",), "recipients": ("the harbour bill",)}
    passed = told("A", "Parliament approved the harbour bill.", "approve", "2021-05-03", **matter)
    failed = told("B", "Parliament rejected the harbour bill.", "reject", "2021-05-03", **matter)
    (row,) = rows(passed, failed)
    assert (row.slot, row.verdict) == ("status", "conflicting")
    assert {row.value, row.other_value} == {"approve", "reject"}
    later = told("B", "Parliament rejected the harbour bill.", "reject", "2021-05-06", **matter)
    assert rows(passed, later) == []


def test_reports_that_were_joined_may_tell_the_opposite() -> None:
    matter = {"actors": ("Parliament",), "recipients": ("the harbour bill",)}
    passed = told("A", "Parliament approved the harbour bill.", "approve", "2021-05-03", **matter)
    failed = told("B", "Parliament rejected the harbour bill.", "reject", "2021-05-03", **matter)
    held = [passed[1], failed[1]]
    (row,) = found(
        events=[on("a", "2021-05-03", predicate="approve", type="SUPPORT")], mentions=held,
        sentences=(passed[0], failed[0]),
    )  # fmt: skip
    assert (row.value, row.other_value) == ("approve", "reject")


def test_one_deed_on_two_days_may_be_in_two_towns_too() -> None:
    held = [
        told(page, f"The bridge collapsed in {town} on {name}.", "collapse", day, actors=("the bridge",),
             place=town)
        for page, town, name, day in (
            ("A", "Orvik", "Monday", "2021-05-03"), ("B", "Lund", "Tuesday", "2021-05-04"),
        )
    ]  # fmt: skip
    assert {row.slot for row in rows(held[0], held[1])} == {"date", "place"}
