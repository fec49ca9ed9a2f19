"""The engine of one machine: worker processes, or none where the work is small."""

import gc
import hashlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice

import polars as pl

Frames = Mapping[str, pl.DataFrame]
Result = dict[str, pl.DataFrame]

# Rows in one unit of work: large enough to pay for its files, small enough to lose little.
UNIT = 64
# A worker takes half a second to start; below this many units it costs more than it saves.
FEWEST_UNITS = 4
# Units for each worker that are cut and wait for it or for being taken: more of them only fill memory.
_AHEAD = 8
# Objects made before Python looks for cycles: records have none, and are made by the hundred thousand.
COLLECTED = (200_000, 20, 20)


@contextmanager
def few_collections() -> Iterator[None]:
    """Has Python look for cycles as seldom as the workers do."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class LocalEngine:
    """Runs batch functions in `workers` processes (None: one a core), which stay from one stage to the next
    until it is closed."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._starting = threading.Lock()

    def close(self) -> None:
        """Ends the worker processes; what none of them has begun is left."""
        with self._starting:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def rest(self) -> None:
        """Ends the worker processes until there is work again."""
        self.close()

    def apart(self, function: Callable[[Frames], Result], unit: Frames) -> Result:
        """See `Engine.apart`."""
        return self._started().submit(function, unit).result()

    def spreads(self, articles: int) -> bool:
        """See `Engine.spreads`."""
        return self.workers > 1 and articles > UNIT * (FEWEST_UNITS - 1)

    def map_batches(
        self,
        function: Callable[[Frames], Result],
        units: Iterable[tuple[str, Frames]],
        finished: Callable[[str], Result | None],
    ) -> Iterator[tuple[str, Result]]:
        """See `Engine.map_batches`."""
        waiting = iter(units)
        first = list(islice(waiting, FEWEST_UNITS))
        if self.workers < 2 or len(first) < FEWEST_UNITS:
            for key, unit in chain(first, waiting):
                done = finished(key)
                yield key, function(unit) if done is None else done
            return
        yield from self._in_processes(function, chain(first, waiting), finished)

    def _in_processes(
        self,
        function: Callable[[Frames], Result],
        units: Iterable[tuple[str, Frames]],
        finished: Callable[[str], Result | None],
    ) -> Iterator[tuple[str, Result]]:
        pool = self._started()
        begun: deque[tuple[str, Result | Future[Result]]] = deque()
        try:
            for key, unit in units:
                done = finished(key)
                begun.append((key, pool.submit(function, unit) if done is None else done))
                if len(begun) >= _AHEAD * self.workers:
                    yield _ended(*begun.popleft())
            while begun:
                yield _ended(*begun.popleft())
        except BaseException:
            self.close()
            raise

    def _started(self) -> ProcessPoolExecutor:
        with self._starting:
            if self._pool is None:
                # Polars has threads, and a forked process that inherits their locks can hang.
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(
                    self.workers, mp_context=context, initializer=_begin_work
                )
            return self._pool


def _ended(key: str, result: Result | Future[Result]) -> tuple[str, Result]:
    return key, result.result() if isinstance(result, Future) else result


def _begin_work() -> None:
    """What is stopped from the keyboard is stopped by the parent, in one voice."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*COLLECTED)


def units_of(
    frames: Frames, name: str, by: str, others: Mapping[str, str], size: int = UNIT
) -> Iterator[tuple[str, Frames]]:
    """`size` rows of frame `name` at a time, in order of their column `by`, with the rows of the
    `others` (frame -> column) that refer to them. A unit's key is made of its values of `by`."""
    main = frames[name].sort(by)
    for start in range(0, len(main), size):
        rows = main.slice(start, size)
        values = rows[by].to_list()
        key = hashlib.sha256("\n".join(values).encode()).hexdigest()[:16]
        beside = {
            other: frames[other].filter(pl.col(column).is_in(values))
            for other, column in others.items()
        }
        yield key, {name: rows, **beside}
