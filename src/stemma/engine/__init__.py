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

    def apart(self, function: Batch, unit: Frames) -> Result:
        """`function` over one unit, where it is in nobody's way."""
        ...

    def spreads(self, articles: int) -> bool:
        """Whether the work on so many articles is worth being done in several places at once; then it is
        asked for by two threads."""
        ...

    def rest(self) -> None:
        """Gives up what is under way and gives back what is held for work to come; more may follow
        nevertheless."""
        ...


__all__ = ["Batch", "Engine", "Frames", "LocalEngine", "Result", "few_collections", "units_of"]
