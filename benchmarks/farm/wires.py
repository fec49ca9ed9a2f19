"""The invented wire reports and events that a farm feeds on: what they hold, and their reading."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

QUOTE_KINDS = ("direct", "indirect", "mixed")
STATUSES = ("done", "denied", "planned", "wished", "refused", "possible")
# PLOVER's 16 types; empty: it has none for what is told.
PLOVER = (
    "", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


class WireError(ValueError):
    """A wire or event file does not say what it must; the text names the file."""


@dataclass(frozen=True)
class Quote:
    """Words of a speaker, exactly as they stand in the sentence."""

    speaker: str
    kind: str
    words: str


@dataclass(frozen=True)
class Deed:
    """Who did what to whom: names as the wires have them, and the types of PLOVER, each the best one first.

    All names of a list are right, be they several parties or names for one; an empty list: the wires name
    nobody. Who does a ``mutual`` deed does it to one another. What ``also`` names may stand in either place
    and need not: things, and parties that only some would count. No type at all: nobody has said.
    """

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()
    mutual: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Happening:
    """What a sentence reports: a short type, the day it is about, how it is meant, and the deed.

    ``words``: those of the sentence that carry it, where there are such. ``own``: this sentence's deed is
    another one than the event's file has for that type and day.
    """

    type: str
    date: date
    status: str
    words: tuple[str, ...] = ()
    deed: Deed = Deed()
    own: bool = False


@dataclass(frozen=True)
class Figure:
    """A number about a thing, as of a day; ``low == high`` unless a range is given."""

    what: str
    low: int
    high: int
    qualifier: str
    unit: str
    as_of: date


@dataclass(frozen=True)
class Sentence:
    """One sentence of a wire; ``release`` is the release sentence that it reproduces."""

    text: str
    release: int | None
    quotes: tuple[Quote, ...]
    events: tuple[Happening, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Wire:
    """One agency report, written by one reporter who saw nobody else's copy."""

    id: str
    event: str
    agency: str
    style: str
    dateline: str
    byline: str
    signoff: str
    date: date
    title: str
    basis: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Release:
    """A press release that every newsroom had: its words prove no copying."""

    issuer: str
    date: date
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """The happening that several wires report. ``deeds``: by the short type and the day of what is told."""

    id: str
    title: str
    first_day: date
    release: Release
    deeds: Mapping[tuple[str, date], Deed] = field(default_factory=dict)


def load_event(path: Path) -> Event:
    """Read an event. Raises WireError, naming the file, where it is incomplete."""
    try:
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        given = row.pop("release")
        release = Release(given["issuer"], given["date"], tuple(given["sentences"]))
        deeds = {(told["type"], told["date"]): _deed(told) for told in row.pop("deeds", ())}
        return Event(release=release, deeds=deeds, **row)
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise WireError(f"{path.name}: {error}") from error


def load_wire(path: Path) -> Wire:
    """Read a wire. Raises WireError, naming the file, where it is incomplete."""
    try:
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        sentences = tuple(_sentence(given) for given in row.pop("sentence"))
        wire = Wire(sentences=sentences, **row)
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise WireError(f"{path.name}: {error}") from error
    if wire.id != path.stem:
        raise WireError(f"{path.name}: its id is {wire.id!r}; the file must bear the same name")
    return wire


def _sentence(row: Mapping[str, Any]) -> Sentence:
    return Sentence(
        text=row["text"],
        release=row.get("release"),
        quotes=tuple(Quote(**quote) for quote in row.get("quotes", ())),
        events=tuple(map(_happening, row.get("events", ()))),
        figures=tuple(Figure(**figure) for figure in row.get("figures", ())),
    )


def _happening(row: Mapping[str, Any]) -> Happening:
    deed, words = _deed(row), tuple(row.get("words", ()))
    return Happening(row["type"], row["date"], row["status"], words, deed, own=deed != Deed())


def _deed(row: Mapping[str, Any]) -> Deed:
    """What a table says of a deed, be it that of an event or of a sentence of its own."""
    lists = {name: tuple(row.get(name, ())) for name in ("actor", "recipient", "plover", "also")}
    return Deed(mutual=row.get("mutual", False), **lists)


def with_deeds(wire: Wire, events: Mapping[str, Event]) -> Wire:
    """The wire, each of whose reports has the deed of its event where its sentence gives none."""
    deeds = events[wire.event].deeds if wire.event in events else {}
    return replace(wire, sentences=tuple(_told(sentence, deeds) for sentence in wire.sentences))


def _told(sentence: Sentence, deeds: Mapping[tuple[str, date], Deed]) -> Sentence:
    events = (
        one if one.own else replace(one, deed=deeds.get((one.type, one.date), one.deed))
        for one in sentence.events
    )
    return replace(sentence, events=tuple(events))


def check_wire(wire: Wire, events: Mapping[str, Event]) -> None:
    """Raises WireError where a wire contradicts itself or its event."""
    if wire.event not in events:
        raise WireError(f"{wire.id}: no event {wire.event!r} in events/")
    released = len(events[wire.event].release.sentences)
    for number, sentence in enumerate(wire.sentences):
        for fault in _faults(sentence, released):
            raise WireError(f"{wire.id}, sentence {number}: {fault}")


def _faults(sentence: Sentence, released: int) -> list[str]:
    faults = [
        f"these words are not in the text: {quote.words!r}"
        for quote in sentence.quotes
        if quote.words not in sentence.text
    ]
    faults += [f"quote kind {q.kind!r}" for q in sentence.quotes if q.kind not in QUOTE_KINDS]
    faults += [
        f"these words are not in the text: {words!r}"
        for event in sentence.events
        for words in event.words
        if words not in sentence.text
    ]
    faults += [f"status {e.status!r}" for e in sentence.events if e.status not in STATUSES]
    faults += [f"type {p!r}" for e in sentence.events for p in e.deed.plover if p not in PLOVER]
    faults += [f"{f.what}: low > high" for f in sentence.figures if f.low > f.high]
    if sentence.release is not None and not 0 <= sentence.release < released:
        faults.append(f"the release has no sentence {sentence.release}")
    return faults
