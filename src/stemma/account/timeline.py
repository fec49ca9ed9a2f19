"""Events -> the timeline of each story: by their days; what has no day beside what its sentences put it next
to, and else at the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stemma.model import Event, Moment, Names, group_id

Order = tuple[str, str]  # two events, of which the first came first


def timeline_of(
    events: Iterable[Event],
    order: Iterable[Order],
    figures: Mapping[str, Names],
    rank: Mapping[str, int],
) -> list[Moment]:
    """The moments of all stories, in order of id. `order`: what sentences say came first; `figures`: event
    -> the figures given for it; `rank`: event -> its number in its story."""
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
        for moment in _of_story(own, earlier, later, figures, rank)
    ]
    return sorted(found, key=lambda moment: moment.id)


def _of_story(
    events: Sequence[Event],
    earlier: Mapping[str, set[str]],
    later: Mapping[str, set[str]],
    figures: Mapping[str, Names],
    rank: Mapping[str, int],
) -> Iterator[Moment]:
    dated = sorted((e for e in events if e.first and e.last), key=_day)
    number = {event.id: n for n, event in enumerate(dated)}
    placed: list[tuple[tuple[float, str], Event, str | None, str | None]] = [
        ((float(n), event.id), event, None, None) for n, event in enumerate(dated)
    ]
    for event in events:
        if event.id not in number:
            after = max((number[e] for e in earlier.get(event.id, ()) if e in number), default=None)
            before = min((number[e] for e in later.get(event.id, ()) if e in number), default=None)
            placed.append((_between(event, after, before, len(dated)), event,
                           None if after is None else dated[after].id,
                           None if before is None else dated[before].id))  # fmt: skip
    for position, (_, event, after_id, before_id) in enumerate(
        sorted(placed, key=lambda p: p[0]), 1
    ):
        beside = (after_id, before_id)
        yield _moment(event, position, beside, figures.get(event.id, ()), rank[event.id])


def _day(event: Event) -> tuple[str, str, str]:
    return event.first or "", event.last or "", event.id


def _between(event: Event, after: int | None, before: int | None, end: int) -> tuple[float, str]:
    """Where an undated event stands among the dated ones."""
    if after is not None:
        return after + 0.5, event.id
    if before is not None:
        return before - 0.5, event.id
    return float(end), event.id


def _moment(
    event: Event, position: int, beside: tuple[str | None, str | None], figures: Names, rank: int
) -> Moment:
    after, before = beside
    return Moment(
        id=group_id("moment", [event.id]), story_id=event.story_id, position=position,
        event_id=event.id, rank=rank, date=event.date, after_id=after, before_id=before,
        figure_ids=figures, how=_how(event, after, before), article_id=event.article_id,
        start=event.start, end=event.end, text=event.text,
    )  # fmt: skip


def _how(event: Event, after: str | None, before: str | None) -> str:
    if event.first and event.last:
        return event.date_how
    beside = [f"after {after}" if after else "", f"before {before}" if before else ""]
    said = " and ".join(one for one in beside if one)
    if said:
        return f"undated; a sentence puts it {said}"
    if event.first or event.last:
        return (
            f"undated but for one end: from {event.first or 'unknown'} to {event.last or 'unknown'}"
        )
    return "undated: nothing says when, or before or after what"
