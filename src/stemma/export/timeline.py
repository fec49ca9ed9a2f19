"""The timelines of a case as a table for spreadsheets and as a calendar (RFC 5545)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from stemma.case import Case
from stemma.export.files import write
from stemma.export.happened import (
    HAPPENED,
    Happened,
    citation,
    days,
    figures_of,
    happened,
    load,
    note,
    published,
)
from stemma.export.rows import short
from stemma.model import Event, Figure
from stemma.remarks import count
from stemma.report.plain import contained, one_line

COLUMNS = (
    "date", "first", "last", "text", "actors", "recipients", "type", "status", "place", "figures",
    "carriers", "reporters_min", "reporters_max", "bases", "event_id", "citation", "story", "position",
    "after", "before", "said_by", "denied_by",
)  # fmt: skip
_SEVERAL = "; "

_OCTETS = 75  # of a line, less its end
_SUMMARY = 120  # characters
_UNDATED_PILE = "19700101T000000Z"
# What a calendar may say of an event that is not said to have happened.
_STATUS = {"not done": "CANCELLED"}
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")  # what may stand as it is as a URI


def timeline(case: Case, folder: Path) -> list[Path]:
    """`timeline.csv`: a row for each event, in the order of the timelines."""
    rows = load(case)
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows(_row(rows, event) for event in rows.events)
    return [write(folder / "timeline.csv", [out.getvalue()])]


def ical(case: Case, folder: Path) -> list[Path]:
    """`timeline.ics`: the events whose days are known, and a note on the others."""
    rows = load(case)
    return [
        write(folder / "timeline.ics", calendar(rows)),
        write(folder / "ical-note.txt", [_note(rows)]),
    ]


# -- table ----------------------------------------------------------------------------------------


def _row(rows: Happened, event: Event) -> list[str | int | None]:
    moment = rows.moments.get(event.id)
    story = rows.stories.get(event.story_id or "")
    return [
        event.date,
        event.first,
        event.last,
        one_line(event.text),
        _SEVERAL.join(event.actors),
        _SEVERAL.join(event.recipients),
        event.type,
        event.status,
        event.place,
        _figures(rows, event),
        event.carriers,
        event.reporters_min,
        event.reporters_max,
        _SEVERAL.join(event.bases),
        event.id,
        citation(rows, event),
        one_line(story.title) if story else None,
        moment.position if moment else None,
        moment.after_id if moment else None,
        moment.before_id if moment else None,
        _SEVERAL.join(event.said_by),
        _SEVERAL.join(event.denied_by),
    ]


def _figures(rows: Happened, event: Event) -> str:
    """Each once, however many reports give it in these words."""
    return _SEVERAL.join(dict.fromkeys(_figure(figure) for figure in figures_of(rows, event)))


def _figure(figure: Figure) -> str:
    """As written, with what is counted where the words do not say it."""
    said = one_line(figure.text)
    what = figure.what
    return f"{said} ({what})" if what and what.lower() not in said.lower() else said


# -- calendar -------------------------------------------------------------------------------------


def calendar(rows: Happened) -> Iterator[str]:
    """The lines of the calendar. Its stamps are the latest day on which an article of the pile was
    published, never the clock's."""
    stamp = max((day for a in rows.articles.values() if (day := published(a))), default=None)
    when = f"{stamp.replace('-', '')}T000000Z" if stamp else _UNDATED_PILE
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//stemma//timeline//EN",
        "CALSCALE:GREGORIAN",
    )
    yield from map(folded, head)
    for event in rows.events:
        span = days(event)
        if span is not None:
            yield from map(folded, _vevent(rows, event, span, when))
    yield folded("END:VCALENDAR")


def _vevent(rows: Happened, event: Event, span: tuple[str, str], when: str) -> Iterator[str]:
    first, last = map(date.fromisoformat, span)
    url = rows.articles[event.article_id].url
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}"
    yield f"DTSTAMP:{when}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(_summary(event))}"
    yield f"DESCRIPTION:{_text(_description(rows, event))}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.type:
        yield f"CATEGORIES:{_text(event.type)}"
    if url and _ADDRESS.fullmatch(url):
        yield f"URL:{url}"
    yield f"STATUS:{'CONFIRMED' if happened(event) else _STATUS.get(event.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(event: Event) -> str:
    """The sentence that tells it; what is not said to have happened begins with its status."""
    said = short(one_line(event.text), _SUMMARY)
    return said if happened(event) else f"[{_not_sure(event)}] {said}"


def _not_sure(event: Event) -> str:
    return "denied" if event.status in HAPPENED else event.status


def _description(rows: Happened, event: Event) -> str:
    lines = [one_line(event.text), f"Status: {event.status}."]
    if event.date and "/" in event.date:
        lines.append(f"From {event.date.replace('/', ' to ')}, or on a day of these.")
    figures = _figures(rows, event)
    lines += [f"Figures: {figures}."] if figures else []
    lines += [f"Said by {', '.join(event.said_by)}."] if event.said_by else []
    lines += [f"Denied by {', '.join(event.denied_by)}."] if event.denied_by else []
    lines.append(
        f"{count(event.carriers, 'page')}; reporters: at least {event.reporters_min}, at most "
        f"{event.reporters_max}; relies on: {', '.join(event.bases) or 'not stated'}."
    )
    return "\n".join([*lines, citation(rows, event)])


def _text(value: str) -> str:
    return contained(value).translate(_ESCAPED)


def folded(line: str) -> str:
    """A content line, folded so that none has more than 75 octets and no character is cut."""
    return "\r\n ".join(_pieces(line)) + "\r\n"


def _pieces(line: str) -> Iterable[str]:
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append("")
            size = 1  # the blank that a further line begins with
        pieces[-1] += character
        size += octets
    return pieces


def _note(rows: Happened) -> str:
    dated = sum(days(event) is not None for event in rows.events)
    return note(
        f"timeline.ics: {count(dated, 'event')}, each over all days on which it may lie.",
        f"Left out, since no day is known: {count(len(rows.events) - dated, 'event')}.",
    )
