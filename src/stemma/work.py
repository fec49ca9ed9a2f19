"""What a step of the flow is given, and the two things that most of them do with it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import polars as pl

from stemma.engine import Engine, Frames, LocalEngine, Result
from stemma.frames import ordered, schema
from stemma.intake import Pile
from stemma.progress import Progress, Silent

_TEXTS = 512  # in one unit of work
_SWEPT = "what was swept"  # beside the tables that a worker gives back


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


@dataclass
class _AtHand:
    """A step at work on tables that it was handed, in a process that has no case; see `Work`."""

    frames: Frames
    engine: Engine = field(default_factory=lambda: LocalEngine(1))
    progress: Progress = field(default_factory=Silent)
    pile: Pile = Pile()
    corrections: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    swept: dict[str, int] = field(default_factory=dict)

    def table(self, name: str) -> pl.DataFrame:
        return self.frames[name]

    def before(self, name: str) -> pl.DataFrame | None:
        return None

    def unit(self, key: str) -> Result | None:
        return None

    def finish_unit(self, key: str, result: Result) -> None:
        pass


def in_a_worker(work: Work, run: Callable[[Work], Result], reads: Iterable[str]) -> Result:
    """Runs a step as a whole in a worker process. It may ask for the tables that it `reads` and for nothing
    else."""
    frames = {name: work.table(name) for name in reads}
    made = work.engine.apart(partial(_run_at_hand, run), frames)
    work.swept.update(made.pop(_SWEPT).iter_rows())
    return made


def _run_at_hand(run: Callable[[Work], Result], frames: Frames) -> Result:
    work = _AtHand(frames)
    made = run(work)
    swept = pl.DataFrame(list(work.swept.items()), schema=["what", "rows"], orient="row")
    return {**made, _SWEPT: swept}


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
