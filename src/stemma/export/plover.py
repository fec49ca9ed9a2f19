"""Events as PLOVER's JSON: a line for each event, with the names that its manual gives to fields.

What did not happen, may happen or is disputed has an auxiliary mode of PLOVER beside its own.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from stemma.case import Case
from stemma.export.coding import auxiliary, quad, score
from stemma.export.files import write
from stemma.export.happened import (
    Happened,
    Party,
    citation,
    days,
    figures_of,
    load,
    note,
    parties,
    raw,
    typed,
    untyped,
)
from stemma.model import SCHEMA_VERSION, Event, Figure
from stemma.remarks import count

CODEBOOK = "plover-2.0-draft"
# What is said of those who are counted, by the fields of PLOVER's size.
_SIZES = {
    "dead": frozenset(("kill", "die", "dead", "death", "fatality", "slay", "murder")),
    "injured": frozenset(("injure", "injured", "injury", "wound", "wounded", "hurt", "casualty")),
    "arrested": frozenset(("arrest", "detain", "arrested", "detained")),
}
REQUIRED = ("id", "date", "actor", "event")


def plover(case: Case, folder: Path) -> list[Path]:
    """`plover.jsonl`, and a note on what is not in it."""
    rows = load(case)
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in events(rows))
    return [
        write(folder / "plover.jsonl", lines),
        write(folder / "plover-note.txt", [_note(rows)]),
    ]


def events(rows: Happened) -> Iterator[dict[str, Any]]:
    """An object for each event that has a type: the required fields always, the others where known."""
    for event in typed(rows):
        made = _event(rows, event)
        yield {k: v for k, v in made.items() if k in REQUIRED or v not in (None, [], {})}


def _event(rows: Happened, event: Event) -> dict[str, Any]:
    first, last = days(event) or (None, None)
    article = rows.articles[event.article_id]
    mention = next(
        (m for m in rows.mentions.get(event.id, []) if m.article_id == event.article_id), None
    )
    number = rows.numbers.get(mention.sentence_id) if mention else None
    return {
        "id": event.id,
        "has_event": True,
        "date": first,
        "enddate": last if last != first else None,
        "actor": _entities(rows, event, parties(rows, event.actors, event.actor_ids), False),
        "recipient": _entities(rows, event, parties(rows, event.recipients, event.recipient_ids), True),
        "event": [event.type],
        "event_loc": _known({"extracted_place": event.place, "country_code": event.country}),
        "event_text": [event.predicate],
        "quad_code": quad(event),
        "event_scale": score(event),
        "mode": [mode for mode in (event.mode, auxiliary(event)) if mode],
        "context": list(event.contexts),
        "size": _size(figures_of(rows, event)),
        "link": event.story_id,
        "text": event.text,
        "text_info": _known({"sequence": number, "start": event.start, "end": event.end}),
        "cite_info": _known({
            "corpus": article.path, "citation": citation(rows, event), "url": article.url,
            "title": article.title, "language": article.language, "publication": article.site,
            "coder": "stemma", "codebook": CODEBOOK, "version": f"stemma-{SCHEMA_VERSION}",
        }),
        "coder": "stemma",
        "comment": _comment(event),
    }  # fmt: skip


def _entities(
    rows: Happened, event: Event, found: Sequence[Party], done_to: bool
) -> list[dict[str, Any]]:
    return [_entity(party, raw(rows, event, party, done_to)) for party in found]


def _entity(party: Party, words: str) -> dict[str, Any]:
    actor = party.actor
    if actor is None:
        return {"entity_text": words}
    return _known({
        "code": actor.country, "sector": actor.sector, "entity_text": words,
        "identifier_id": actor.id, "identifier_text": actor.name,
        "office": actor.titles[0] if actor.titles else None,
    })  # fmt: skip


def _size(figures: Sequence[Figure]) -> dict[str, Any]:
    """How many died and so on, where all figures that say so are one exact number; else nothing, since
    the fields have room for one."""
    found = {}
    for name, words in _SIZES.items():
        told = {
            (f.low, f.high, f.qualifier)
            for f in figures
            if f.kind == "count" and not words.isdisjoint((f.predicate, f.what))
        }
        low, high, qualifier = next(iter(told), (None, None, ""))
        if len(told) == 1 and low is not None and low == high and qualifier == "exact":
            found[name] = int(low) if low == int(low) else low
    return found


def _comment(event: Event) -> str:
    """What PLOVER has no field for: status, voices, footing, and how the day is known."""
    said = [f"status: {event.status}"]
    said += [f"said by {', '.join(event.said_by)}"] if event.said_by else []
    said += [f"denied by {', '.join(event.denied_by)}"] if event.denied_by else []
    said.append(
        f"{count(event.mentions, 'report')} in {count(event.carriers, 'article')}; reporters: at least "
        f"{event.reporters_min}, at most {event.reporters_max}"
    )
    if days(event) is None and (event.first or event.last):
        said.append(f"not before {event.first or 'any day'}, not after {event.last or 'any day'}")
    return "; ".join([*said, f"date {event.date_how}"])


def _note(rows: Happened) -> str:
    kept = typed(rows)
    marked = sum(auxiliary(event) is not None for event in kept)
    undated = sum(days(event) is None for event in kept)
    return note(
        f"plover.jsonl: {count(len(kept), 'event')}.",
        untyped(rows),
        f"With the auxiliary mode future, hypothetical or negation, since they are not said to have "
        f"happened or this is disputed: {count(marked, 'event')}.",
        f"Without a date, since none is known: {count(undated, 'event')}.",
    )


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
