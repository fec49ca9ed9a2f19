"""Events that no report dates, but a report of a known day tells as news."""

from dataclasses import replace

from tests.account.events import event, mention, sentence

from stemma.account import ranks, timeline_of
from stemma.account.fresh import Fresh, SaidOn
from stemma.model import Timex

TOLD = sentence("A", "The crew left the harbour.")
LEFT = mention(TOLD, "left")
SAID = {TOLD.id: SaidOn("2021-05-14", "2021-05-14", "its page is of 2021-05-14")}


def time(first: str | None, last: str | None) -> Timex:
    return Timex(
        "timex", TOLD.article_id, TOLD.id, 0, 1, "DATE", "2003", None, first, last, None, None,
        "explicit", "by hand", "t",
    )  # fmt: skip


def test_it_is_likely_of_the_week_before_it_was_told() -> None:
    found = Fresh(SAID, {LEFT.id}, ()).when([LEFT])
    assert found is not None
    assert (found.first, found.last) == ("2021-05-08", "2021-05-14")
    assert found.how == f"likely: told as news in {LEFT.id}, and its page is of 2021-05-14"
    assert not found.is_sure


def test_the_first_report_that_tells_it_says_when() -> None:
    later = sentence("B", "The crew left the harbour.")
    said = {**SAID, later.id: SaidOn("2021-05-16", "2021-05-17", "by hand")}
    again = mention(later, "left")
    found = Fresh(said, {LEFT.id, again.id}, ()).when([again, LEFT])
    assert found is not None
    assert found.last == "2021-05-14"


def test_what_is_not_told_as_news_or_not_certain_or_of_an_unknown_day_has_none() -> None:
    assert Fresh(SAID, (), ()).when([LEFT]) is None
    assert Fresh({}, {LEFT.id}, ()).when([LEFT]) is None
    for more in ({"polarity": "negative"}, {"certainty": "possible"}, {"timex_id": "timex"}):
        assert Fresh(SAID, {LEFT.id}, ()).when([mention(TOLD, "left", **more)]) is None


def test_a_sentence_that_names_older_days_may_tell_of_these() -> None:
    assert Fresh(SAID, {LEFT.id}, [time("2003-01-01", "2003-12-31")]).when([LEFT]) is None
    for other in (
        time("2021-05-10", "2021-05-10"),
        time("2022-01-01", "2022-12-31"),
        time(None, None),
    ):
        assert Fresh(SAID, {LEFT.id}, [other]).when([LEFT]) is not None


def test_beside_a_deed_of_a_known_day_it_lies_in_the_week_up_to_that() -> None:
    day = time("2021-05-12", "2021-05-12")
    found = Fresh({}, (), [day], {LEFT.id: (day.id,)}).when([LEFT])
    assert found is not None
    assert (found.first, found.last) == ("2021-05-06", "2021-05-12")
    assert found.how == f"likely: told as news in {LEFT.id} beside 't'"
    wide = time("2021-05-01", "2021-05-12")
    assert Fresh({}, (), [wide], {LEFT.id: (wide.id,)}).when([LEFT]) is None
    named = replace(wide, value="XXXX-WXX-3", how="unknown", first="2021-05-08", last="2021-05-14")
    likely = Fresh({}, (), [named], {LEFT.id: (named.id,)}).when([LEFT])
    assert likely is not None
    assert likely.last == "2021-05-12"


def test_it_stands_in_the_timeline_on_the_day_on_which_it_is_told_and_is_read_no_sooner() -> None:
    week = {"first": "2021-05-08", "last": "2021-05-14", "date": "2021-05-08/2021-05-14"}
    fresh = event("left", **week, date_how="likely: told as news in mention-a")
    raid = event("raid", first="2021-05-12", last="2021-05-12", date="2021-05-12")
    found = timeline_of([fresh, raid], (), {}, {fresh.id: 1, raid.id: 2}, {})
    order = sorted(found, key=lambda one: one.position)
    assert [one.event_id for one in order] == [raid.id, fresh.id]
    mentions = {one.id: [mention(TOLD, "left")] for one in (fresh, raid)}
    assert ranks([fresh, raid], mentions, (), {}) == {raid.id: 1, fresh.id: 2}
