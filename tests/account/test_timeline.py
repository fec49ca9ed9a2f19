"""The order of events."""

from tests.account.events import event, mention, on, sentence

from stemma.account import timeline_of, yearless
from stemma.model import Timex

VETO, RAID, TALKS = on("veto", "2021-05-12"), on("raid", "2021-05-04"), event("talks")


def moments(
    events: object, order: object = (), figures: object = None, days: object = None
) -> list[object]:
    ranks = {one.id: n for n, one in enumerate(events, 1)}  # type: ignore[attr-defined, var-annotated]
    return timeline_of(events, order, figures or {}, ranks, days or {})  # type: ignore[arg-type, return-value]


def in_order(*events: object, order: object = (), days: object = None) -> list[str]:
    found = moments(events, order, days=days)
    return [one.event_id for one in sorted(found, key=lambda one: one.position)]


def test_by_day_and_the_undated_at_the_end() -> None:
    assert in_order(TALKS, VETO, RAID) == [RAID.id, VETO.id, TALKS.id]


def test_what_a_sentence_puts_after_an_event_stands_behind_it() -> None:
    assert in_order(TALKS, VETO, RAID, order=[(RAID.id, TALKS.id)]) == [RAID.id, TALKS.id, VETO.id]
    (talks,) = [one for one in moments([TALKS, RAID], [(RAID.id, TALKS.id)]) if not one.date]
    assert talks.after_id == RAID.id
    assert talks.how == f"undated; a sentence puts it after {RAID.id}"


def test_what_it_puts_before_stands_before() -> None:
    assert in_order(TALKS, VETO, RAID, order=[(TALKS.id, VETO.id)]) == [RAID.id, TALKS.id, VETO.id]
    assert in_order(TALKS, RAID, order=[(TALKS.id, RAID.id)]) == [TALKS.id, RAID.id]


def test_an_event_that_is_known_to_lie_before_a_day_has_no_place_by_it() -> None:
    early = event("early", last="2021-05-01")
    (found,) = moments([early], [])
    assert found.date is None
    assert "to 2021-05-01" in found.how


def test_figures_stand_with_their_event() -> None:
    (found,) = moments([RAID], [], {RAID.id: ("figure-b", "figure-c")})
    assert found.figure_ids == ("figure-b", "figure-c")


def test_stories_are_numbered_apart() -> None:
    other = on("fair", "2021-05-01", story_id="story-b")
    assert {one.position for one in moments([RAID, other], [])} == {1}


def test_days_of_a_year_that_no_page_says_come_by_the_calendar() -> None:
    crash, vote, talks = event("crash"), event("vote"), event("talks")
    named = {vote.id: "--05-09", crash.id: "--04-12"}
    assert in_order(VETO, talks, vote, crash, days=named) == [VETO.id, crash.id, vote.id, talks.id]
    (first,) = moments([crash], days=named)
    assert first.date == "--04-12"  # type: ignore[attr-defined]
    assert "no page of its story shows the year" in first.how  # type: ignore[attr-defined]
    turn = {vote.id: "--01-02", crash.id: "--12-30"}
    assert in_order(vote, crash, days=turn) == [crash.id, vote.id]
    march = {vote.id: "--10-02", crash.id: "--03-05"}
    assert in_order(vote, crash, days=march) == [crash.id, vote.id]


def test_a_day_that_is_known_needs_no_other() -> None:
    (one,) = moments([VETO], days={VETO.id: "--05-12"})
    assert one.date == VETO.date  # type: ignore[attr-defined]


def test_a_day_without_its_year_is_that_on_which_all_agree() -> None:
    told = sentence("A", "The bridge fell on April 12.")
    values = {"a": "XXXX-04-12", "b": "XXXX-04-12T12:00", "c": "XXXX-05-09", "d": "XXXX-WXX-3"}
    times = {
        name: Timex(
            name, told.article_id, told.id, 0, 1, "DATE", value, None, None, None, None, None, "unknown",
            "by hand", "t",
        )
        for name, value in values.items()
    }  # fmt: skip
    held = {name: mention(told, "fell", timex_id=name) for name in (*times, None)}
    assert yearless([held["a"], held["b"], held["d"], held[None]], times) == "--04-12"
    assert yearless([held["a"], held["c"]], times) is None
    assert yearless([held["d"], held[None]], times) is None


def test_what_comes_after_an_undated_one_comes_after_what_that_comes_after() -> None:
    vote = event("vote")
    order = [(RAID.id, TALKS.id), (TALKS.id, vote.id)]
    assert in_order(vote, TALKS, VETO, RAID, order=order) == [RAID.id, TALKS.id, vote.id, VETO.id]
    (found,) = [one for one in moments([vote, TALKS, RAID], order) if one.event_id == vote.id]  # type: ignore[attr-defined]
    assert found.after_id == RAID.id  # type: ignore[attr-defined]


def test_undated_ones_stand_in_the_order_that_sentences_give_them() -> None:
    vote = event("vote")
    assert in_order(TALKS, vote, order=[(vote.id, TALKS.id)]) == [vote.id, TALKS.id]
    assert in_order(TALKS, vote, order=[(TALKS.id, vote.id)]) == [TALKS.id, vote.id]
    both = [(TALKS.id, vote.id), (vote.id, TALKS.id)]
    assert len(in_order(TALKS, vote, order=both)) == 2


def test_what_a_sentence_puts_after_a_day_without_its_year_stands_behind_it() -> None:
    crash, vote = event("crash"), event("vote")
    named = {vote.id: "--05-09", crash.id: "--04-12"}
    order = [(crash.id, TALKS.id)]
    found = in_order(vote, TALKS, crash, VETO, order=order, days=named)
    assert found == [VETO.id, crash.id, TALKS.id, vote.id]


def test_the_only_end_of_its_days_gives_an_event_its_place() -> None:
    early, late = event("early", last="2021-05-06"), event("late", first="2021-05-06")
    assert in_order(late, VETO, early, RAID) == [RAID.id, early.id, late.id, VETO.id]
    assert in_order(event("z", last="2021-05-13"), VETO, RAID)[-1] == "event-z"
