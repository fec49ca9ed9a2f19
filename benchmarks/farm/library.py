"""A library: all that a farm writes from, and the folder that it is read from."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from benchmarks.farm.sites import Sites, load_sites
from benchmarks.farm.swaps import SwapList, load_swaps
from benchmarks.farm.wires import (
    Event,
    Wire,
    WireError,
    check_wire,
    load_event,
    load_wire,
    with_deeds,
)

HERE = Path(__file__).parent
T = TypeVar("T")
PARTS = ("wires", "events", "swaps.toml", "sites.toml")


@dataclass(frozen=True)
class Library:
    """All events and wires, in the order of their ids, the sites, and the list of swaps."""

    events: tuple[Event, ...]
    wires: tuple[Wire, ...]
    sites: Sites
    swaps: SwapList

    def wires_of(self, event: str) -> tuple[Wire, ...]:
        """The wires that report one event."""
        return tuple(wire for wire in self.wires if wire.event == event)

    def wire(self, wire_id: str) -> Wire:
        """The wire with this id."""
        return next(wire for wire in self.wires if wire.id == wire_id)

    def only(self, events: Collection[str]) -> Library:
        """The part of the library that is about these events; all of it where none is named."""
        if not events:
            return self
        kept = tuple(event for event in self.events if event.id in events)
        return replace(self, events=kept, wires=tuple(w for w in self.wires if w.event in events))


def load_library(folder: Path = HERE) -> Library:
    """Read ``events/*.toml``, ``wires/*.toml``, ``swaps.toml`` and ``sites.toml`` of a folder.

    What the folder lacks is taken from the library that comes with the farm; events that no wire
    reports are left out. Raises WireError, naming the file, where one is incomplete or contradicts
    itself, and where the folder has nothing of a library.
    """
    if not any((folder / part).exists() for part in PARTS):
        raise WireError(f"{folder} is no library: it has none of {', '.join(PARTS)}")
    events = {e.id: e for e in map(load_event, sorted(_part(folder, "events").glob("*.toml")))}
    found = map(load_wire, sorted(_part(folder, "wires").glob("*.toml")))
    wires = tuple(with_deeds(wire, events) for wire in found)
    for wire in wires:
        check_wire(wire, events)
    reported = tuple(e for e in events.values() if any(wire.event == e.id for wire in wires))
    if not reported:
        raise WireError(f"{folder} is no library: there is no wire in it")
    library = Library(
        reported,
        wires,
        _read(load_sites, _part(folder, "sites.toml")),
        _read(load_swaps, _part(folder, "swaps.toml")),
    )
    _check_agencies(library)
    return library


def _part(folder: Path, part: str) -> Path:
    return folder / part if (folder / part).exists() else HERE / part


def _read(reader: Callable[[Path], T], path: Path) -> T:
    try:
        return reader(path)
    except (AttributeError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise WireError(f"{path.name}: {error}") from error


def _check_agencies(library: Library) -> None:
    known = {site.agency for site in library.sites.of_kind("agency")}
    for wire in library.wires:
        if wire.agency not in known:
            raise WireError(f"{wire.id}: no site of an agency {wire.agency!r} in sites.toml")
