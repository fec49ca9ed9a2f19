"""Where the work runs. Results do not depend on which engine it is.

Batch functions take and give Polars frames, so that a cluster's engine can run them unchanged.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from stemma.engine.local import Frames, LocalEngine, Result, few_collections, units_of

Batch = Callable[[Frames], Result]


class Engine(Protocol):
    """The verbs that stages need."""

    def map_batches(
        self,
        function: Batch,
        units: Iterable[tuple[str, Frames]],
        finished: Callable[[str], Result | None],
    ) -> Iterator[tuple[str, Result]]:
        """`function` over units of work (key, frames); yields (key, result) in the units' order.
        `finished` gives a unit's result where an earlier run left it."""
        ...

    def rest(self) -> None:
        """Gives back what is held for work to come; more work may follow nevertheless."""
        ...


__all__ = ["Batch", "Engine", "Frames", "LocalEngine", "Result", "few_collections", "units_of"]
