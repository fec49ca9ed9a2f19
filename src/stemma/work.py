"""What a step of the flow is given, and the two things that most of them do with it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import polars as pl

from stemma.engine import Engine, Frames, Result
from stemma.frames import ordered, schema
from stemma.intake import Pile
from stemma.progress import Progress

_TEXTS = 512  # in one unit of work


class Work(Protocol):
    """One step at work on one case. `corrections`: what stands in its file of corrections; in `counts`
    it reports what it worked on, in `swept` what it went over in tables kept from before (see `flow`)."""

    engine: Engine
    progress: Progress
    pile: Pile
    corrections: str
    counts: dict[str, int]
    swept: dict[str, int]

    def table(self, name: str) -> pl.DataFrame:
        """A table as the steps before left it."""

    def before(self, name: str) -> pl.DataFrame | None:
        """A table as this step left it the last time."""

    def unit(self, key: str) -> Result | None:
        """A finished unit of this step."""

    def finish_unit(self, key: str, result: Result) -> None:
        """Keeps a unit."""


def map_units(
    work: Work, function: Callable[[Frames], Result], units: Iterable[tuple[str, Frames]]
) -> list[Result]:
    """A batch function over units of work; those that an earlier run finished are taken from it."""
    rows: dict[str, int] = {}

    def counted() -> Iterator[tuple[str, Frames]]:
        for key, unit in units:
            # The first frame of a unit is what it is a unit of.
            rows[key] = len(next(iter(unit.values())))
            yield key, unit

    parts = []
    for key, part in work.engine.map_batches(function, counted(), work.unit):
        work.finish_unit(key, part)
        parts.append(part)
        work.progress.advance(rows[key])
    return parts


def map_texts(
    work: Work, function: Callable[[Frames], Result], texts: pl.DataFrame, key: Sequence[str]
) -> list[Result]:
    """A batch function over distinct texts (frame `texts`), some hundreds at a time; what is done is known by
    their columns `key`."""
    parts = texts.iter_slices(_TEXTS)
    return map_units(work, function, ((_name(part.select(key)), {"texts": part}) for part in parts))


def _name(keys: pl.DataFrame) -> str:
    return hashlib.sha256(json.dumps(keys.rows()).encode()).hexdigest()[:16]


def union(frames: Sequence[pl.DataFrame], record: type) -> pl.DataFrame:
    """The rows of all frames, each id once, the first counts."""
    start = pl.DataFrame(schema=schema(record))
    return ordered(pl.concat([start, *frames]).unique("id", keep="first", maintain_order=True))
