"""Events -> the timeline of each story: by their days; what has no day beside what its sentences put it next
to, or by the day before or behind which it is known to lie; then days of a year that no page says, in the
order of the calendar, and else at the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from stemma.account.fresh import TOLD
from stemma.model import Event, Mention, Moment, Names, Timex, group_id
from stemma.text.unsaid import YEARLESS

Order = tuple[str, str]  # two events, of which the first came first
_TURN = 300  # days
_LAST = 400  # behind any day of a year


def yearless(mentions: Iterable[Mention], times: Mapping[str, Timex]) -> str | None:
    """The day without its year that all mentions which name any say, as `--04-12`."""
    held = (times.get(one.timex_id or "") for one in mentions)
    values = [one.value for one in held if one]
    found = {f"{match[1]}-{match[2]}" for match in map(YEARLESS.fullmatch, values) if match}
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
    story = _Story(events, earlier, later, days)
    placed = sorted((story.place(event), event) for event in events)
    for position, (_, event) in enumerate(placed, 1):
        given = figures.get(event.id, ())
        beside = story.beside(event)
        yield _moment(event, position, beside, given, rank[event.id], days.get(event.id))


# Behind which event that has a day; the place of a day without its year; how many events without a day come
# before it; the event.
_Place = tuple[float, float, int, str]


class _Story:
    """The events of a story, of which some have a day, some a day without its year, and others stand beside
    these."""

    def __init__(
        self,
        events: Sequence[Event],
        earlier: Mapping[str, set[str]],
        later: Mapping[str, set[str]],
        days: Mapping[str, str],
    ) -> None:
        self._dated = sorted((e for e in events if e.first and e.last), key=_day)
        self._number = {event.id: n for n, event in enumerate(self._dated)}
        named = {event.id: days[event.id] for event in events if event.id in days}
        named = {name: day for name, day in named.items() if name not in self._number}
        places = _in_order(set(named.values()))
        self._yearless = {name: places[day] for name, day in named.items()}
        own = {event.id for event in events}
        self._earlier = {name: earlier.get(name, set()) & own for name in own}
        self._later = {name: later.get(name, set()) & own for name in own}

    def place(self, event: Event) -> _Place:
        """Where it stands: behind what it comes after, before what it comes before, else by its day without a
        year, else by its only end, else at the end."""
        end = float(len(self._dated))
        if event.id in self._number:
            return float(self._number[event.id]), 0.0, 0, event.id
        before_it = self._undated(event.id)
        after, before = self._sides(event.id, self._number)
        yearless = float(self._yearless.get(event.id, _LAST))
        if after is not None:
            return self._number[after] + 0.5, yearless, before_it, event.id
        if before is not None:
            return self._number[before] - 0.5, yearless, before_it, event.id
        if event.id not in self._yearless:
            after, before = self._sides(event.id, self._yearless)
            if after is not None:
                yearless = self._yearless[after] + 0.5
            elif before is not None:
                yearless = self._yearless[before] - 0.5
            elif event.first or event.last:
                return self._by_end(event), _LAST, before_it, event.id
        return end, yearless, before_it, event.id

    def beside(self, event: Event) -> tuple[str | None, str | None]:
        """The latest event that sentences put before one without a day, and the earliest that they put behind
        it: of those that have a day, else of those that have one without its year, else of all."""
        if event.id in self._number:
            return None, None
        for known in (self._number, self._yearless):
            found = self._sides(event.id, known)
            if any(found):
                return found
        return min(self._earlier[event.id], default=None), min(self._later[event.id], default=None)

    def _sides(self, name: str, known: Mapping[str, int]) -> tuple[str | None, str | None]:
        """The latest event before one and the earliest behind it, of those that are known, also by events
        between that are not."""
        before = [one for one in _reached(name, self._earlier, known) if one in known]
        behind = [one for one in _reached(name, self._later, known) if one in known]
        return (
            max(before, key=lambda one: (known[one], one), default=None),
            min(behind, key=lambda one: (known[one], one), default=None),
        )

    def _undated(self, name: str) -> int:
        """How many events without a day come before one, directly or by others."""
        return sum(one not in self._number for one in _reached(name, self._earlier, self._number))

    def _by_end(self, event: Event) -> float:
        """By the only end of its days: before the first event that begins behind its last day, or behind the
        last one that ends before its first."""
        if event.last:
            behind = (n for n, one in enumerate(self._dated) if (one.first or "") > event.last)
            return next(behind, len(self._dated)) - 0.5
        first = event.first or ""
        before = [n for n, one in enumerate(self._dated) if (one.last or "") < first]
        return max(before, default=-1) + 0.5


def _reached(name: str, beside: Mapping[str, set[str]], known: Mapping[str, int]) -> set[str]:
    """The events beside one, and beside those of them that are not known themselves."""
    found, ways = set[str](), [name]
    while ways:
        for one in beside[ways.pop()]:
            if one not in found and one != name:
                found.add(one)
                if one not in known:
                    ways.append(one)
    return found


def _day(event: Event) -> tuple[str, str, str]:
    """What is likely because it is told as news is mostly of the day on which it is told."""
    first = event.last if event.date_how.startswith(TOLD) else event.first
    return first or "", event.last or "", event.id


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
