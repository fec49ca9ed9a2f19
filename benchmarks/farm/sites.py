"""Invented sites and the furniture that recurs on their pages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.farm.passage import Passage


@dataclass(frozen=True)
class Site:
    """One site: its kind, its marks, its furniture and the labels of its inserts."""

    name: str
    kind: str
    curly: bool = False
    one_line: float = 0.0
    agency: str = ""
    credit: str = ""
    top: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def chrome(self, lines: tuple[str, ...], day: date | None, rng: Random) -> list[Passage]:
        """Most of these lines; a line that needs a date is left out of undated pages."""
        kept = [line for line in lines if rng.random() < 0.7]
        return [
            Passage(line.format(date=_written(day)), "chrome")
            for line in kept
            if day is not None or "{date}" not in line
        ]


@dataclass(frozen=True)
class Sites:
    """All sites, and headlines of stories that no wire tells."""

    sites: tuple[Site, ...]
    headlines: tuple[str, ...]

    def of_kind(self, kind: str) -> list[Site]:
        """The sites of one kind, in file order."""
        return [site for site in self.sites if site.kind == kind]

    def of_agency(self, agency: str) -> Site:
        """The agency's own site."""
        return next(site for site in self.sites if site.agency == agency)


def load_sites(path: Path) -> Sites:
    """Read the sites."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [{key: _frozen(value) for key, value in row.items()} for row in given["site"]]
    return Sites(tuple(Site(**row) for row in rows), tuple(given["inserts"]["headlines"]))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _written(day: date | None) -> str:
    # strftime would follow the locale of whoever runs the farm.
    months = "January February March April May June July August September October November December"
    return "" if day is None else f"{months.split()[day.month - 1]} {day.day}, {day.year}"
