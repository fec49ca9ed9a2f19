"""What a long run tells: stage, share done, rate and time left. Silent unless given a terminal."""

import sys
from types import TracebackType
from typing import Protocol, Self


class Progress(Protocol):
    """Told by the flow how far it is."""

    def stage(self, name: str, total: int) -> None:
        """A stage begins; `total` pieces of work (0: not known)."""

    def advance(self, pieces: int = 1) -> None:
        """So many pieces are done."""


class Silent:
    """Says nothing."""

    def stage(self, name: str, total: int) -> None:
        """Nothing."""

    def advance(self, pieces: int = 1) -> None:
        """Nothing."""


class Terminal:
    """A line on standard error, with rate and time left; a context manager."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.description:>10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            transient=True,
        )
        self._task = self._bars.add_task("", rate="", visible=False)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def stage(self, name: str, total: int) -> None:
        """A stage begins."""
        self._bars.reset(
            self._task, description=name, total=total or None, rate="", visible=True, start=True
        )

    def advance(self, pieces: int = 1) -> None:
        """So many pieces are done."""
        self._bars.advance(self._task, pieces)
        speed = self._bars.tasks[0].speed
        self._bars.update(self._task, rate=f"{speed:,.0f}/s" if speed else "")
