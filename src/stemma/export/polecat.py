"""Events as rows of POLECAT: the 40 columns of its files, a row for each pair of actor and recipient.

It has no place for what was planned, asked for, denied or disputed. That goes to a second file, with a 41st
column for its status.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from stemma.case import Case
from stemma.export.coding import QUADS, quad, score
from stemma.export.files import write
from stemma.export.happened import (
    Happened,
    Party,
    happened,
    load,
    note,
    one_day,
    parties,
    published,
    raw,
    typed,
    untyped,
)
from stemma.model import SCHEMA_VERSION, Actor, Article, Event
from stemma.remarks import count
from stemma.report.plain import one_line

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW",
    "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude",
    "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
STATUS = "Status"
_SEVERAL = ";"  # between several values of one cell

Row = dict[str, str | None]


def polecat(case: Case, folder: Path) -> list[Path]:
    """`polecat.tsv`, `polecat-not-done.tsv`, and a note."""
    rows = load(case)
    done = [event for event in typed(rows) if happened(event)]
    other = [event for event in typed(rows) if not happened(event)]
    return [
        write(folder / "polecat.tsv", table(COLUMNS, pairs(rows, done))),
        write(folder / "polecat-not-done.tsv", table((*COLUMNS, STATUS), pairs(rows, other))),
        write(folder / "polecat-note.txt", [_note(rows, done, other)]),
    ]


def table(columns: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    """Lines of values with tabs between, which no reader takes for quoted or for more than one line."""
    columns = list(columns)
    yield "\t".join(columns) + "\n"
    for row in rows:
        yield "\t".join(cell(row.get(name)) for name in columns) + "\n"


def cell(value: str | None) -> str:
    """A value that needs no quotation marks: on one line, its own double ones made single."""
    return one_line(value or "").replace('"', "'")


def pairs(rows: Happened, events: Iterable[Event]) -> Iterator[Row]:
    """A row for each pair of who does it and to whom; one side is empty where nobody is named, and nobody
    is a pair with himself."""
    for event in events:
        who: list[Party] = parties(rows, event.actors, event.actor_ids)
        whom: list[Party] = parties(rows, event.recipients, event.recipient_ids)
        both = list(product(who or (None,), whom or (None,)))
        apart = [pair for pair in both if not _is_one(*pair)]
        for one, other in apart or both:
            yield {
                **_event(rows, event),
                **_party(rows, event, one, "Actor"),
                **_party(rows, event, other, "Recipient"),
            }


def _is_one(one: Party | None, other: Party | None) -> bool:
    return (
        one is not None and other is not None and one.actor is not None and one.actor == other.actor
    )


def _event(rows: Happened, event: Event) -> Row:
    article, number, scale = rows.articles[event.article_id], quad(event), score(event)
    return {
        "Event ID": event.id,
        "Event Date": one_day(event),
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": None if scale is None else f"{scale:.1f}",
        "Quad Code": QUADS[number] if number else None,
        "Contexts": _SEVERAL.join(event.contexts),
        "Placename": event.place,
        "Country": event.country,
        "Raw Placename": event.place,
        "Source": article.site,
        "Publication Date": published(article),
        **_story(rows, article),
        "Language": article.language,
        "Version": f"stemma-{SCHEMA_VERSION}",
        STATUS: event.status,
    }


def _story(rows: Happened, article: Article) -> Row:
    """Whom and what the article of an event names."""

    def named(*kinds: str) -> str:
        held = rows.present.get(article.id, [])
        return _SEVERAL.join(a.name for a in held if a.kind in kinds)

    return {
        "Story People": named("person"),
        "Story Organizations": named("organisation", "group", "media"),
        "Story Locations": named("country", "place"),
    }


def _party(rows: Happened, event: Event, party: Party | None, side: str) -> Row:
    if party is None:
        return {}
    actor: Actor | None = party.actor
    return {
        f"{side} Name": party.name,
        f"{side} Country": actor.country if actor else None,
        f"Primary {side} Sector": actor.sector if actor else None,
        f"{side} Sectors": actor.sector if actor else None,
        f"{side} Title": actor.titles[0] if actor and actor.titles else None,
        f"{side} Name Raw": raw(rows, event, party, side == "Recipient"),
    }


def _note(rows: Happened, done: list[Event], other: list[Event]) -> str:
    undated = sum(one_day(event) is None for event in [*done, *other])
    return note(
        f"polecat.tsv: {count(len(done), 'event')}. An event has a row for each pair of actor and "
        "recipient: count Event ID, not rows.",
        f"polecat-not-done.tsv: {count(len(other), 'event')} that are planned, possible, asked for, not "
        "done or disputed, with this status in a 41st column. POLECAT has no place for them.",
        untyped(rows),
        f"Without an Event Date, since no single day is known: {count(undated, 'event')}.",
    )
