"""What a build says, and why a table is empty: whole sentences, and never one number for a pile."""

import re
from dataclasses import replace

import polars as pl
import pytest
from tests.account.events import event, on

from stemma import summary as summary_module
from stemma.case import Case
from stemma.model import TABLES
from stemma.remarks import count
from stemma.report.deeds import HAPPENS
from stemma.report.happened import ranked_events
from stemma.report.rows import load
from stemma.summary import footing, quotations, summary, why_empty


def test_the_case_in_a_few_lines(anselm: Case) -> None:
    said = summary(anselm)
    assert "6 articles with 40 sentences." in said
    assert "8 passages stand in more than one article" in said
    assert "5 pages, 5 texts: " in said
    assert "4 pages · 1 text · reporters at least 1, at most 1 (LNA)" in said
    assert said.endswith(f"Next: stemma report {anselm.path}\n")
    assert len(said.splitlines()) <= 24


def test_what_happened_is_said_with_its_footing(anselm: Case) -> None:
    said = summary(anselm).partition("What happened, by the best-supported events:\n")[2]
    assert re.search(r"^  .*\d{4}: «.+» .*\d pages? · .*\d reporters?$", said, re.M)


def test_disagreements_are_counted_with_where_to_see_them(anselm: Case) -> None:
    verdicts = ("conflicting", "different with order unknown")
    rows = anselm.table("conflicts").filter(pl.col("verdict").is_in(verdicts))
    assert bool(len(rows)) == (f": stemma show {anselm.path} conflicts" in summary(anselm))


def test_a_case_that_shares_nothing_says_so(nothing_shared: Case) -> None:
    assert "No two articles share a passage" in summary(nothing_shared)


def test_a_footing_is_never_one_number() -> None:
    row = {"reporters_min": 2, "reporters_max": 5, "reporters": ["LNA", "Halden"], "carriers": 1,
           "texts": 1200}  # fmt: skip
    assert footing(row) == "1 page · 1,200 texts · reporters at least 2, at most 5 (LNA, Halden)"
    assert footing({**row, "reporters": []}).endswith("(none named)")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_sentence_for_being_empty(name: str, nothing_shared: Case) -> None:
    said = why_empty(nothing_shared, name)
    assert said.endswith(".")
    assert len(said) > 20


def test_why_nothing_failed_and_why_a_story_has_no_rows(anselm: Case) -> None:
    assert why_empty(anselm, "failures") == "Nothing failed: every file and record was used."
    story = anselm.table("stories").sort("carriers")["id"][0]
    assert story in why_empty(anselm, "families", story)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (2000, "2,000 pages")]
)
def test_counted(number: int, said: str) -> None:
    assert count(number, "page") == said


def test_counted_with_a_plural_of_its_own() -> None:
    assert (count(1, "story", "stories"), count(3, "story", "stories")) == ("1 story", "3 stories")


def test_quotations_are_counted_by_what_is_known_of_their_speaker(
    anselm: Case, nothing_shared: Case
) -> None:
    quotes = anselm.table("quotes")
    said = quotations(anselm)
    quoted = quotes.filter(quotes["kind"] != "indirect")
    assert said.startswith(f"{len(quoted)} quotations: ")
    assert f"{(quoted['status'] == 'attributed').sum()} with their speaker" in said
    assert said in summary(anselm).splitlines()
    assert quotations(nothing_shared).startswith("No quotation, ")


def test_the_events_named_first_are_those_that_the_report_has_first(anselm: Case) -> None:
    rows = load(anselm)
    for story in rows.stories:
        ranked = [one.id for one in ranked_events(rows, story) if one.status in HAPPENS]
        assert [one.id for one in summary_module._happening(anselm, story)] == ranked


def test_a_sentence_that_tells_two_events_is_named_once(anselm: Case) -> None:
    story = anselm.table("stories").sort("carriers", descending=True)["id"][0]
    event = summary_module._happening(anselm, story)[0]
    twice = [event, replace(event, id="another"), replace(event, id="third", text="Other words.")]
    found = list(summary_module._each_text_once(twice))
    assert [one.id for one in found] == [event.id, "third"]


def test_the_event_to_read_first_is_named_even_without_a_day() -> None:
    crash = event("crash", text="The ferries met.")
    letter, check, later = (
        on(name, day, text=name)
        for name, day in (
            ("letter", "2021-05-03"),
            ("check", "2021-05-01"),
            ("later", "2021-05-09"),
        )
    )
    found = summary_module._first([crash, letter, check, later], "Strike")
    assert [one.predicate for one in found] == ["crash", "letter", "check"]
    known = summary_module._first([crash, letter, check, later], "The ferries met.")
    assert [one.predicate for one in known] == ["letter", "check"]
    in_time = sorted(found, key=summary_module._in_time)
    assert [one.predicate for one in in_time] == ["check", "letter", "crash"]
    assert [summary_module._day(one) for one in in_time] == [
        "1 May 2021", "3 May 2021", "day not known",
    ]  # fmt: skip


def test_of_days_with_one_end_the_shorter_span_comes_first() -> None:
    week = on("abstain", "2021-05-11", "2021-05-17", text="week")
    day = on("veto", "2021-05-17", text="day")
    found = sorted([week, day], key=summary_module._in_time)
    assert [one.predicate for one in found] == ["veto", "abstain"]
