"""What changes a case from the browser: one change at a time, in a process of its own, with its progress."""

import contextlib
import multiprocessing
import os
import shutil
import signal
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from stemma.case import Case
from stemma.errors import CaseError, StemmaError
from stemma.flow import build, correct
from stemma.remarks import count

_STOPPED = "The change was stopped; nothing is lost."
_OFTEN = 0.1  # seconds between two reports of progress


class Change(NamedTuple):
    """What is to be done. `folder`: of files that are added, deleted afterwards; `kind`, `fields`: a
    correction."""

    said: str
    folder: str | None = None
    kind: str | None = None
    fields: Mapping[str, str | Sequence[str]] | None = None


@dataclass
class State:
    """How far the present change is, or how the last one ended. `state`: idle, running, done or failed."""

    number: int = 0
    state: str = "idle"
    said: str = ""
    stage: str = ""
    done: int = 0
    total: int = 0
    outcome: str = ""
    began: float = field(default=0.0)

    def told(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "number": self.number,
            "state": self.state,
            "said": self.said,
            "stage": self.stage,
            "done": self.done,
            "total": self.total,
            "outcome": self.outcome,
            "seconds": round(time.monotonic() - self.began, 1) if self.state == "running" else None,
        }


class Changes:
    """Runs changes of one case. Two never run at once."""

    def __init__(self, path: Path, workers: int | None = None) -> None:
        self.path, self.workers = path, workers
        self.state = State()
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None

    def start(self, change: Change) -> State:
        """Begins a change. Raises CaseError if another one runs."""
        with self._lock:
            if self.state.state == "running":
                raise CaseError(
                    "Another change is being made.",
                    f"{self.state.said}.",
                    "Wait until it has ended.",
                )
            number = self.state.number + 1
            state = State(number, "running", change.said, began=time.monotonic())
            spawn = multiprocessing.get_context("spawn")
            ours, theirs = spawn.Pipe(duplex=False)
            self._process = spawn.Process(
                target=_work, args=(theirs, str(self.path), change, self.workers)
            )
            self._process.start()
            theirs.close()
            self.state = state
        threading.Thread(target=self._listen, args=(ours, change, state), daemon=True).start()
        return state

    def stop(self) -> None:
        """Ends the change that runs; the next one of its kind goes on from there."""
        process = self._process
        if process is not None and process.is_alive() and process.pid is not None:
            os.kill(process.pid, signal.SIGINT)  # so that it ends its own processes too
            process.join(10)
            if process.is_alive():
                process.terminate()

    def _listen(self, ours: Connection, change: Change, state: State) -> None:
        outcome: tuple[str, str] = ("failed", _STOPPED)
        with contextlib.suppress(EOFError, OSError):
            while True:
                kind, *told = ours.recv()
                if kind == "progress":
                    state.stage, state.done, state.total = told
                else:
                    outcome = (kind, str(told[0]))
        if self._process is not None:
            self._process.join()
        if change.folder is not None:
            shutil.rmtree(change.folder, ignore_errors=True)
        state.outcome = outcome[1]
        state.state = outcome[0]


class _Told:
    """Progress that goes to the app."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._name, self._done, self._total = "", 0, 0
        self._sent = 0.0

    def stage(self, name: str, total: int) -> None:
        """A stage begins."""
        self._name, self._done, self._total = name, 0, total
        self._send()

    def advance(self, pieces: int = 1) -> None:
        """So many pieces are done."""
        self._done += pieces
        if time.monotonic() - self._sent > _OFTEN:
            self._send()

    def _send(self) -> None:
        self._sent = time.monotonic()
        self._pipe.send(("progress", self._name, self._done, self._total))


def _work(pipe: Connection, path: str, change: Change, workers: int | None) -> None:
    """One change, in a process of its own."""
    progress = _Told(pipe)
    try:
        if change.folder is not None:
            before = len(Case(path).table("articles"))
            build([change.folder], path, workers=workers, progress=progress)
            more = len(Case(path).table("articles")) - before
            pipe.send(("done", _added(more)))
        else:
            assert change.kind is not None
            assert change.fields is not None
            correct(Case(path), change.kind, change.fields, workers=workers, progress=progress)
            pipe.send(("done", "The correction is kept, and the case built anew with it."))
    except StemmaError as error:
        pipe.send(("failed", str(error)))
    except KeyboardInterrupt:
        pipe.send(("failed", _STOPPED))
    except OSError as error:
        pipe.send(("failed", f"{error.strerror}. Nothing that the case held is lost."))


def _added(more: int) -> str:
    if more <= 0:
        return "Nothing new: the case holds these articles already."
    return f"{count(more, 'article')} added, and the case built anew."
