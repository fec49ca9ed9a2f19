"""Events -> the timeline of each story: by their days; what has no day beside what its sentences put it next
to, then days of a year that no page says, in the order of the calendar, and else at the end."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from stemma.model import Event, Mention, Moment, Names, Timex, group_id

Order = tuple[str, str]  # two events, of which the first came first
_TURN = 300  # days
_LAST = 400  # behind any day of a year
_YEARLESS = re.compile(r"XXXX-(\d\d-\d\d)(?:T.*)?")


def yearless(mentions: Iterable[Mention], times: Mapping[str, Timex]) -> str | None:
    """The day without its year that all mentions which name any say, as `--04-12`."""
    held = (times.get(one.timex_id or "") for one in mentions)
    values = [one.value for one in held if one]
    found = {match[1] for match in map(_YEARLESS.fullmatch, values) if match}
    return f"--{found.pop()}" if len(found) == 1 else None


def timeline_of(
    events: Iterable[Event],
    order: Iterable[Order],
    figures: Mapping[str, Names],
    rank: Mapping[str, int],
    days: Mapping[str, str],
) -> list[Moment]:
    """The moments of all stories, in order of id. `order`: what sentences say came first; `figures`: event
    -> the figures given for it; `rank`: event -> its number in its story; `days`: event -> its day without
    its year."""
    later: dict[str, set[str]] = defaultdict(set)
    earlier: dict[str, set[str]] = defaultdict(set)
    for first, second in order:
        later[first].add(second)
        earlier[second].add(first)
    by_story: dict[str | None, list[Event]] = defaultdict(list)
    for event in events:
        by_story[event.story_id].append(event)
    found = [
        moment
        for _, own in sorted(by_story.items(), key=lambda item: item[0] or "")
        for moment in _of_story(own, earlier, later, figures, rank, days)
    ]
    return sorted(found, key=lambda moment: moment.id)


def _of_story(
    events: Sequence[Event],
    earlier: Mapping[str, set[str]],
    later: Mapping[str, set[str]],
    figures: Mapping[str, Names],
    rank: Mapping[str, int],
    days: Mapping[str, str],
) -> Iterator[Moment]:
    dated = sorted((e for e in events if e.first and e.last), key=_day)
    number = {event.id: n for n, event in enumerate(dated)}
    placed: list[tuple[_Place, Event, str | None, str | None]] = [
        ((float(n), 0, event.id), event, None, None) for n, event in enumerate(dated)
    ]
    places = _in_order({days[event.id] for event in events if event.id in days})
    for event in events:
        if event.id not in number:
            after = max((number[e] for e in earlier.get(event.id, ()) if e in number), default=None)
            before = min((number[e] for e in later.get(event.id, ()) if e in number), default=None)
            place = places.get(days.get(event.id, ""), _LAST)
            placed.append((_between(event, after, before, len(dated), place), event,
                           None if after is None else dated[after].id,
                           None if before is None else dated[before].id))  # fmt: skip
    for position, (_, event, after_id, before_id) in enumerate(
        sorted(placed, key=lambda p: p[0]), 1
    ):
        beside = (after_id, before_id)
        given = figures.get(event.id, ())
        yield _moment(event, position, beside, given, rank[event.id], days.get(event.id))


# Behind which event that has a day; the place of a day without its year; the event.
_Place = tuple[float, int, str]


def _day(event: Event) -> tuple[str, str, str]:
    return event.first or "", event.last or "", event.id


def _in_order(days: set[str]) -> dict[str, int]:
    """Days without their year -> their places. Behind most of a year without any of them another year begins:
    the end of December comes before the beginning of January."""
    known = sorted(days, key=_number)
    gaps = [_number(day) - _number(before) for before, day in pairwise(known)]
    turn = gaps.index(max(gaps)) + 1 if gaps and max(gaps) > _TURN else 0
    return {day: n for n, day in enumerate(known[turn:] + known[:turn])}


def _number(day: str) -> int:
    """The number of a day, `--04-12`, in a leap year; 0 for what is none."""
    try:
        return date.fromisoformat(f"2000{day[1:]}").timetuple().tm_yday
    except ValueError:
        return 0


def _between(event: Event, after: int | None, before: int | None, end: int, place: int) -> _Place:
    """Where an undated event stands among the dated ones; behind them what has a day without its year."""
    if after is not None:
        return after + 0.5, place, event.id
    if before is not None:
        return before - 0.5, place, event.id
    return float(end), place, event.id


def _moment(
    event: Event,
    position: int,
    beside: tuple[str | None, str | None],
    figures: Names,
    rank: int,
    named: str | None,
) -> Moment:
    after, before = beside
    named = None if event.first or event.last else named
    return Moment(
        id=group_id("moment", [event.id]), story_id=event.story_id, position=position,
        event_id=event.id, rank=rank, date=event.date or named, after_id=after, before_id=before,
        figure_ids=figures, how=_how(event, after, before, named), article_id=event.article_id,
        start=event.start, end=event.end, text=event.text,
    )  # fmt: skip


def _how(event: Event, after: str | None, before: str | None, named: str | None) -> str:
    if event.first and event.last:
        return event.date_how
    if named:
        return f"a day without its year, {named}: no page of its story shows the year"
    beside = [f"after {after}" if after else "", f"before {before}" if before else ""]
    said = " and ".join(one for one in beside if one)
    if said:
        return f"undated; a sentence puts it {said}"
    if event.first or event.last:
        return (
            f"undated but for one end: from {event.first or 'unknown'} to {event.last or 'unknown'}"
        )
    return "undated: nothing says when, or before or after what"
