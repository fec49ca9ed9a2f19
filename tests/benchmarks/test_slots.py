"""Rows of events against the truth, slot by slot."""

from datetime import date
from typing import Any

import pytest
from benchmarks.happened import _label
from benchmarks.slots import Report, all_names, names_day, verdicts, words_of
from benchmarks.spoken import Passage

LABEL = {
    "type": "veto", "date": "2023-05-17", "status": "done", "words": ["vetoed"],
    "actor": ["Kestria", "Anton Reuss"], "recipient": [], "plover": ["REJECT"],
    "mutual": False, "also": ["resolution"],
}  # fmt: skip
ROW = {
    "actors": ["Kestria"], "recipients": ["a resolution on nets"], "type": "REJECT",
    "first": "2023-05-17", "last": "2023-05-17", "status": "done", "said_by": [],
}  # fmt: skip
TEXT = "Kestria on Wednesday vetoed a resolution on nets."
TALKS = {
    **LABEL, "type": "talks", "actor": ["Norvane", "Kestria"], "plover": ["CONSULT"], "mutual": True,
}  # fmt: skip


def judged(
    row: dict[str, Any], label: dict[str, Any] | None = None, text: str = TEXT, **names: set[str]
) -> dict[str, str]:
    """Verdicts of a row that differs from the right one in what is given."""
    known = {**LABEL, **(label or {})}
    report = Report(known, text, frozenset({known["date"]}))
    return verdicts({**ROW, **row}, [report], names)


def wrong(verdict: dict[str, str]) -> dict[str, str]:
    return {slot: said for slot, said in verdict.items() if said != "right"}


def test_a_row_that_says_what_its_sentence_says() -> None:
    assert wrong(judged({})) == {}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["Kestria's delegate, Anton Reuss"], "right"),
        (["President Kestria"], "right"),  # titles are no names
        (["Norvane"], "wrong"),
        (["Kestria", "Norvane"], "wrong"),
        ([], "missing"),
        (["it"], "missing"),
        (["this"], "missing"),
    ],
)
def test_who(given: list[str], said: str) -> None:
    assert judged({"actors": given})["actor"] == said


def test_who_is_not_missing_where_the_sentence_does_not_say() -> None:
    assert judged({"actors": []}, text="The text was vetoed.")["actor"] == "right"


def test_another_name_of_the_actor_is_right() -> None:
    names = all_names([{"story_id": "s", "name": "Lorn", "aliases": ["Kestria", "it"]}])["s"]
    assert names == {"Lorn": {"Lorn", "Kestria"}}
    assert judged({"actors": ["Lorn"]}, **names)["actor"] == "right"
    assert judged({"actors": ["Lorn"]})["actor"] == "wrong"


def test_whom_a_thing_is_right_and_a_place_is_wrong() -> None:
    assert judged({"recipients": []})["recipient"] == "right"
    assert judged({"recipients": ["St. Olan"]})["recipient"] == "wrong"
    known = {"recipient": ["Norvane"]}
    assert judged({}, known, "Kestria vetoed a resolution of Norvane.")["recipient"] == "missing"


@pytest.mark.parametrize(
    ("actors", "recipients"), [(["Norvane"], ["Kestria"]), (["Kestria"], []), ([], ["Norvane"])]
)
def test_what_two_do_to_one_another(actors: list[str], recipients: list[str]) -> None:
    verdict = judged({"actors": actors, "recipients": recipients, "type": "CONSULT"}, TALKS)
    assert wrong(verdict) == {}


def test_the_head_of_a_name_decides() -> None:
    known = {"actor": ["governor"]}
    said = "The governor's spokesman, not the governor, vetoed it."
    assert judged({"actors": ["the governor's spokesman"]}, known, said)["actor"] == "wrong"
    assert judged({"actors": ["the governor of the province"]}, known, said)["actor"] == "right"
    assert judged({"actors": ["up to 600 governors"]}, known, said)["actor"] == "right"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2023-05-15", "2023-05-21", "right"),
        ("2023-05-10", "2023-05-17", "missing"),
        (None, None, "missing"),
        (None, "2023-05-16", "wrong"),
        ("2023-05-18", "2023-05-18", "wrong"),
    ],
)
def test_day(first: str | None, last: str | None, said: str) -> None:
    assert judged({"first": first, "last": last})["day"] == said


def test_an_unknown_day_is_right_where_nothing_says_it() -> None:
    assert judged({"first": None, "last": None}, text="Kestria vetoed it.")["day"] == "right"


def test_a_weekday_may_be_another_events() -> None:
    report = Report(LABEL, TEXT, frozenset({"2023-05-17", "2023-05-24"}))
    assert verdicts({**ROW, "first": None, "last": None}, [report], {})["day"] == "right"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He left on Wednesday.", True),
        ("He left on May 17.", True),
        ("He left on 17 May.", True),
        ("He left two days ago.", True),
        ("He left last week.", True),
        ("He left in May.", False),
        ("He left last year, on a Friday.", False),
    ],
)
def test_words_that_say_the_day(text: str, named: bool) -> None:
    assert names_day(text, date(2023, 5, 17)) is named


def test_what_is_done_about_a_deed_is_a_type_and_a_status() -> None:
    asked = {"status": "wished", "plover": ["RETREAT"], "recipient": ["Norvane"]}
    said = "On Wednesday Kestria asked Norvane to go."
    request = {"type": "REQUEST", "recipients": ["Norvane"]}
    assert wrong(judged(request, asked, said)) == {}
    leave = {"type": "RETREAT", "actors": ["Norvane"], "recipients": [], "status": "asked for"}
    assert wrong(judged(leave, asked, said)) == {}
    assert wrong(judged({**leave, "status": "done"}, asked, said)) == {"status": "wrong"}


def test_status_of_claims_offers_and_denials() -> None:
    claimed = {"status": "possible"}
    assert judged({"said_by": ["Norvane"]}, claimed)["status"] == "right"
    assert judged({}, claimed)["status"] == "wrong"
    offer = {"status": "refused", "type": "aid offer", "plover": ["AGREE"]}
    assert judged({"type": "AGREE"}, offer)["status"] == "right"
    assert judged({"type": None}, {"status": "denied", "plover": [""]})["status"] == "wrong"


def test_a_type_is_missing_or_wrong() -> None:
    assert judged({"type": None})["type"] == "missing"
    assert judged({"type": "AID"})["type"] == "wrong"
    assert judged({"type": None}, {"plover": [""]})["type"] == "right"


def test_titles_are_dropped_before_names_only() -> None:
    assert words_of("Captain Erik Sandor") == {"erik", "sandor"}
    assert words_of("the captain in question") == {"captain", "question"}


def test_a_mention_is_of_the_event_whose_words_it_has() -> None:
    text = "Kestria vetoed the plan and Norvane left the hall."
    passage = Passage("a.txt", "mosaic", 0, 10, "council-mpa-1", 0, text, (), tuple(range(len(text))),
                      frozenset(), ())  # fmt: skip
    left = {**LABEL, "type": "departure", "words": ["left"]}
    at = 10 + text.index("left")
    assert _label(range(at, at + 4), passage, [LABEL, left]) is left
    assert _label(range(10, 17), passage, [LABEL, left]) is None
    assert _label(range(18, 24), passage, [LABEL, left]) is LABEL
