"""An event with the rows that belong to it, and these as JSON."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import polars as pl

from stemma.errors import UnknownRow
from stemma.frames import records_of
from stemma.lookup import look_up
from stemma.model import Conflict, Event, Figure, Mention, Moment, Quote
from stemma.web.held import Held


class Told(NamedTuple):
    """An event with all that belongs to it."""

    event: Event
    moment: Moment | None
    mentions: list[Mention]
    figures: list[Figure]
    conflicts: list[Conflict]
    quotes: dict[str, Quote]


def event_rows(held: Held, row_id: str) -> dict[str, Any]:
    """The same as rows of the tables. Raises UnknownRow."""
    name, remark = named(held, row_id)
    told = told_of(held, name)
    ids = {
        "events": [name],
        "timeline": [told.moment.id] if told.moment else [],
        "mentions": [one.id for one in told.mentions],
        "figures": [one.id for one in told.figures],
        "conflicts": [one.id for one in told.conflicts],
        "quotes": list(told.quotes),
        "families": list(told.event.family_ids),
    }
    rows = {
        table: list(held.table(table).filter(pl.col("id").is_in(some)).iter_rows(named=True))
        for table, some in ids.items()
        if table in held.tables()
    }
    return {"id": name, "remark": remark, **rows}


def named(held: Held, row_id: str) -> tuple[str, str]:
    """The id of the event that holds the member from which an id is formed, and what to say of that.
    Raises UnknownRow."""
    found = look_up(held, row_id)
    if found.table != "events":
        raise UnknownRow(f"'{row_id}' is no event.", remedy=f"It is one of {found.table}.")
    return str(found.row["id"]), found.remark


def told_of(held: Held, name: str) -> Told:
    """An event with all that belongs to it."""
    rows = held.rows
    (event,) = records_of(Event, held.table("events").filter(pl.col("id") == name))
    story = event.story_id or ""
    moment = next((one for one in rows.moments.get(story, ()) if one.event_id == name), None)
    mentions = list(rows.mentions.get(name, ()))
    ids = moment.figure_ids if moment else ()
    of_it = {one.id for one in mentions} | set(ids)
    return Told(
        event,
        moment,
        mentions,
        [rows.figures[one] for one in ids if one in rows.figures],
        [
            row
            for row in rows.conflicts.get(story, ())
            if row.event_id == name or not of_it.isdisjoint((*row.row_ids, *row.other_row_ids))
        ],
        _quotes(held, [one.quote_id for one in mentions if one.quote_id]),
    )


def _quotes(held: Held, ids: Sequence[str]) -> dict[str, Quote]:
    if not ids or "quotes" not in held.tables():
        return {}
    found = records_of(Quote, held.table("quotes").filter(pl.col("id").is_in(list(ids))))
    return {one.id: one for one in found}
