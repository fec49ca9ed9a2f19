"""The dated events of a story -> their picture: an axis of time, and a line for each."""

from collections.abc import Sequence
from datetime import date

from stemma.model import Event
from stemma.remarks import count
from stemma.report.axis import Piece, axis, place, ticks
from stemma.report.days import day_of, short
from stemma.report.tale import Bar, Happening, Picture, Span, Tick, Words

_MOST = 16  # lines
_FEWEST = 2  # events that make a picture
_BEFORE, _BEHIND = 24, 50  # characters around an event's own words
_DOT, _MORE, _LARGEST = 4.5, 0.5, 9.0  # pixels: of an event on one page, of each page more, at most

Drawn = tuple[Event, Happening]


def picture(told: Sequence[Drawn]) -> Picture | None:
    """A line for each dated event, the first of them (the best-supported) if there are many, in the order
    of time; None if there is no more than one. `told`: the best-supported first."""
    dated = [one for one in told if _days(one[0]) != (None, None)]
    if len(dated) < _FEWEST:
        return None
    some = sorted(dated[:_MOST], key=_when)
    pieces = axis([_days(event) for event, _ in some])
    behind = [p.x + p.width for p in pieces]
    return Picture(
        said=_said(some, len(pieces)),
        ticks=tuple(Tick(*one) for one in ticks(pieces)),
        cuts=tuple((end, p.x) for end, p in zip(behind, pieces[1:], strict=False)),
        bars=tuple(_bar(event, one, pieces) for event, one in some),
        left_out=len(dated) - len(some),
    )


def _days(event: Event) -> tuple[date | None, date | None]:
    return day_of(event.first), day_of(event.last)


def _when(one: Drawn) -> tuple[date, date, str]:
    first, last = _days(one[0])
    known = first or last or date.max
    return known, last or known, one[0].id


def _said(some: Sequence[Drawn], pieces: int) -> str:
    first, last = (short(*_days(some[at][0])) for at in (0, -1))
    cut = f" The axis is cut in {count(pieces - 1, 'place')}." if pieces > 1 else ""
    return f"{count(len(some), 'dated event')} on an axis of time, from {first} to {last}.{cut}"


def _bar(event: Event, told: Happening, pieces: Sequence[Piece]) -> Bar:
    first, last = _days(event)
    where = place(pieces, first, last)
    return Bar(
        anchor=told.anchor,
        day=told.day,
        words=around(told.words),
        status=told.status,
        figures=tuple(one.text for one in told.figures),
        text=told.text,
        span=Span(
            where.start, where.end, where.open_start, where.open_end,
            point=first is not None and first == last,
            sure=event.status in ("done", "going on"),
            size=min(_DOT + _MORE * event.carriers, _LARGEST),
        ),
    )  # fmt: skip


def around(words: Sequence[Words]) -> tuple[Words, ...]:
    """The event's own words, the first of them, with a few words on both sides."""
    at = next((n for n, one in enumerate(words) if one.own), None)
    if at is None:
        whole = "".join(one.text for one in words)
        return (Words(_head(whole, _BEFORE + _BEHIND)),)
    before = "".join(one.text for one in words[:at])
    after = "".join(one.text for one in words[at + 1 :])
    found = (Words(_tail(before, _BEFORE)), words[at], Words(_head(after, _BEHIND)))
    return tuple(one for one in found if one.text)


def _head(text: str, room: int) -> str:
    return text if len(text) <= room else text[:room].rpartition(" ")[0] + " …"


def _tail(text: str, room: int) -> str:
    return text if len(text) <= room else "… " + text[-room:].partition(" ")[2]
