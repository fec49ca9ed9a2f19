"""The order of the stages: runs what is missing, keeps what is done, publishes, and reports.

In the report (`run.json`) each stage says what it did, and with what:

    processed   work on text: `files` read; `articles` whose text was cut, tokenised, folded or counted
                in this run, and `sentences`, the distinct texts among these that no run had met (the
                least article that has one is counted for it)
    swept       work on tables that hold the words already: the `articles` and distinct `sentences` that
                were joined, counted, summed, or compared word by word once more

`index` tells the same of `stemma search`: sentences added to, dropped from and kept in its index.
"""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from stemma.case import Case
from stemma.engine import Engine, LocalEngine, Result
from stemma.errors import NothingUsable, UsageError
from stemma.model import SCHEMA_VERSION, TABLES
from stemma.progress import Progress, Silent
from stemma.read import READERS
from stemma.remarks import remarks
from stemma.search import write_index
from stemma.steps import STEPS, Step
from stemma.words import compared_words

STAGES = tuple(step.name for step in STEPS)


@dataclass
class _Work:
    """One step at work on one case; see `steps.Work`."""

    case: Case
    engine: Engine
    progress: Progress
    paths: Sequence[str]
    stdin: bytes | None
    form: str | None
    step: Step = STEPS[0]
    counts: dict[str, int] = field(default_factory=dict)
    swept: dict[str, int] = field(default_factory=dict)

    def table(self, name: str) -> pl.DataFrame:
        return self.case.made(_origin(name, before=self.step), name)

    def before(self, name: str) -> pl.DataFrame | None:
        marker = self.case.done(self.step.name)
        # What was read stays, whichever version read it: its files need not be at hand any more.
        if marker is None or (self.step.reads and marker["version"] != self.step.version):
            return None
        return self.case.made(self.step.name, name)

    def unit(self, key: str) -> Result | None:
        return self.case.unit(self.step.name, self._versioned(key))

    def finish_unit(self, key: str, result: Result) -> None:
        self.case.finish_unit(self.step.name, self._versioned(key), result)

    def _versioned(self, key: str) -> str:
        return f"{key}-v{self.step.version}"


def build(
    paths: Sequence[str],
    out: str | Path,
    *,
    stdin: bytes | None = None,
    form: str | None = None,
    workers: int | None = None,
    until: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Case:
    """Reads a pile and makes or extends the case in folder `out`.

    `paths`: files and folders, `-` for `stdin`; `form`: a format to be used instead of sniffing;
    `until`: the last stage to run. Raises UsageError, CaseError, or NothingUsable if there is no
    article at all; single bad files become rows of the table `failures`.
    """
    if until is not None and until not in STAGES:
        raise UsageError(f"There is no stage '{until}'.", remedy=f"Stages: {', '.join(STAGES)}.")
    if form is not None and form not in READERS:
        raise UsageError(f"There is no format '{form}'.", remedy=f"Formats: {', '.join(READERS)}.")
    _check_place(paths, Path(out))
    case = Case.create(out)
    with case.locked():
        work = _Work(case, engine or LocalEngine(workers), progress or Silent(), paths, stdin, form)
        started = datetime.now(UTC)
        report = _run(work, until)
        _publish(case, until)
        index = _index(case)
        case.keep_run({**_report(case, started, report), "index": index})
    return case


def _check_place(paths: Sequence[str], out: Path) -> None:
    for path in paths:
        if (
            path != "-"
            and Path(path).is_dir()
            and out.resolve().is_relative_to(Path(path).resolve())
        ):
            raise UsageError(
                f"The case '{out}' would lie inside the pile '{path}'.",
                "The next build would read it as part of the pile.",
                "Name a folder outside the pile with --out.",
            )


def _run(work: _Work, until: str | None) -> list[dict[str, Any]]:
    report = []
    for step in STEPS:
        work.step, work.counts, work.swept = step, {}, {}
        begun = time.monotonic()
        did = _one(work, step)
        report.append(
            {
                "stage": step.name,
                "did": did,
                "seconds": round(time.monotonic() - begun, 3),
                "processed": work.counts,
                "swept": work.swept,
            }
        )
        if step.name == "read" and work.case.made("read", "articles").is_empty():
            _nothing(work.case)
        if step.name == until:
            break
    return report


def _one(work: _Work, step: Step) -> str:
    """Runs a step if its inputs are not those of the last time."""
    marker = work.case.done(step.name)
    if step.reads and marker is not None and marker["key"] == _key(work.case, step):
        return "kept"
    result = step.run(work)
    key = _key(work.case, step) if step.reads else ""
    work.case.finish(step.name, key, step.version, result)
    return "ran"


def _holds(case: Case, step: Step) -> bool:
    marker = case.done(step.name)
    return marker is not None and bool(step.reads) and marker["key"] == _key(case, step)


def _key(case: Case, step: Step) -> str:
    inputs = {}
    for name in step.reads:
        marker = case.done(_origin(name, before=step)) or {"tables": {}}
        inputs[name] = marker["tables"].get(name)
    text = json.dumps([step.name, step.version, SCHEMA_VERSION, inputs])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _origin(name: str, before: Step | None = None) -> str:
    """The last stage (before a given one) that writes a table."""
    found = ""
    for step in STEPS:
        if before is not None and step.name == before.name:
            break
        if name in step.writes:
            found = step.name
    return found


def _publish(case: Case, until: str | None) -> None:
    last = STAGES.index(until) if until else len(STAGES) - 1
    # What later stages made of the same inputs before still holds.
    valid = [step for n, step in enumerate(STEPS) if n <= last or _holds(case, step)]
    origin = {name: step.name for step in valid for name in step.writes if name in TABLES}
    manifest = {
        "schema": SCHEMA_VERSION,
        "stages": {step.name: step.version for step in valid},
        "settings": {"until": until} if until else {},
    }
    case.remember(_moves(case, origin))
    case.publish(origin, manifest)


def _index(case: Case) -> dict[str, Any]:
    begun = time.monotonic()
    held = any(step.name == "words" and _holds(case, step) for step in STEPS)
    kept = compared_words(case.made("words", "surfaces")) if held else {}
    done = write_index(case, kept)
    return {**done, "seconds": round(time.monotonic() - begun, 3)}


def _moves(case: Case, origin: dict[str, str]) -> dict[str, list[str]]:
    """Groups of the tables published now -> the groups that their members are in by the new ones,
    where that is not the same group; none if their members are in no group any more."""
    moves: dict[str, list[str]] = {}
    # A passage may be cut otherwise by the next build; the sentence that it lies in stays.
    for table, member, column in (
        ("witnesses", "sentence_id", "family_id"),
        ("articles", "id", "story_id"),
    ):
        if table not in case.tables() or table not in origin:
            continue
        old = case.table(table).select(member, column).drop_nulls()
        new = case.made(origin[table], table).select(member, pl.col(column).alias("now"))
        # A sentence of two parts lies in two families, which are not therefore merged.
        fresh = new.join(old, left_on=[member, "now"], right_on=[member, column], how="anti")
        gone = old.filter(~pl.col(column).is_in(new["now"].unique().to_list()))
        moves.update(_followed(gone, fresh, member, column))
    return moves


def _followed(
    gone: pl.DataFrame, fresh: pl.DataFrame, member: str, column: str
) -> Iterator[tuple[str, list[str]]]:
    joined = gone.join(fresh, on=member, how="left").group_by(column).agg(pl.col("now").unique())
    for group, now in joined.iter_rows():
        yield group, sorted(one for one in now if one is not None)


def _nothing(case: Case) -> None:
    failures = case.made("read", "failures")
    why = "The pile holds no file." if failures.is_empty() else failures.row(0, named=True)["what"]
    case.publish({"failures": "read", "articles": "read"}, case.manifest)
    raise NothingUsable(
        "No article could be read.",
        f"{len(failures)} file(s) or record(s) failed; the first reason: {why}"
        if len(failures)
        else why,
        f"See: stemma show {case.path} failures"
        if len(failures)
        else "Give a folder with articles.",
    )


def _report(case: Case, started: datetime, stages: list[dict[str, Any]]) -> dict[str, Any]:
    rows = {name: len(case.table(name)) for name in case.tables()}
    ended = datetime.now(UTC)
    formats = case.table("articles").group_by("format").len().sort("format")
    return {
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((ended - started).total_seconds(), 2),
        "stages": stages,
        "rows": rows,
        "formats": dict(formats.iter_rows()),
        "remarks": remarks(case),
    }
