"""The order of events."""

from tests.account.events import event, on

from stemma.account import timeline_of

VETO, RAID, TALKS = on("veto", "2021-05-12"), on("raid", "2021-05-04"), event("talks")


def moments(events: object, order: object = (), figures: object = None) -> list[object]:
    ranks = {one.id: n for n, one in enumerate(events, 1)}  # type: ignore[attr-defined, var-annotated]
    return timeline_of(events, order, figures or {}, ranks)  # type: ignore[arg-type, return-value]


def in_order(*events: object, order: object = ()) -> list[str]:
    found = moments(events, order)
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
