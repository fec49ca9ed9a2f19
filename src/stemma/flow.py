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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from stemma.case import Case
from stemma.corrections import entries_of, removal, removed, written
from stemma.engine import Engine, LocalEngine, Result, few_collections
from stemma.errors import CaseError, NothingUsable, UnknownRow, UsageError
from stemma.frames import records_of
from stemma.intake import Pile
from stemma.lanes import in_lanes
from stemma.model import SCHEMA_VERSION, TABLES, Article
from stemma.moves import moves
from stemma.progress import Progress, Silent
from stemma.read import FIELDS, Limits, Options, formats
from stemma.remarks import count, remarks
from stemma.search import write_index
from stemma.steps import STEPS, Step
from stemma.words import compared_words
from stemma.work import in_a_worker

STAGES = tuple(step.name for step in STEPS)


@dataclass
class _Work:
    """One step at work on one case; see `work.Work`."""

    case: Case
    engine: Engine
    progress: Progress
    pile: Pile = Pile()
    corrections: str = ""
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
        if name not in marker["tables"]:
            return None  # an earlier version did not keep it
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
    fields: Mapping[str, str] | None = None,
    meta: str | Path | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
    until: str | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Case:
    """Reads a pile and makes or extends the case in folder `out`.

    `paths`: files and folders, `-` for `stdin`; none of them brings an existing case up to date with
    its corrections. `form`: a format to be used instead of sniffing; `fields`: our name of a field ->
    the name that the dumps have; `meta`: a table that says of bare texts what their files don't;
    `limits`: the most that is read of one file; `until`: the last stage to run.

    Raises UsageError, CaseError, or NothingUsable if no article came of the pile; single bad files
    become rows of the table `failures`.
    """
    _check(until, form, fields)
    _check_place(paths, Path(out))
    if not paths and not Path(out, "manifest.json").exists():
        raise UsageError(
            f"There is no case '{out}' to be brought up to date.",
            remedy="Name a pile to build it from.",
        )
    options = Options(form, tuple(sorted((fields or {}).items())), limits or Limits())
    pile = Pile(tuple(paths), stdin, options, str(meta) if meta else None)
    case = Case.create(out)
    with case.locked(), _at_work(engine, workers) as running:
        work = _Work(case, running, progress or Silent(), pile)
        _update(work, until)
    return case


def remove(
    case: Case,
    articles: Sequence[str],
    *,
    workers: int | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> list[str]:
    """Takes articles, by id or path, out of a case and makes the account anew without them. Returns
    their paths.

    Their texts are deleted from the case's folder; `corrections.toml` remembers that they were taken
    out, so that building the same pile again does not bring them back. A report in the case is deleted
    too, since it holds them. Raises UnknownRow.
    """
    with case.locked(), _at_work(engine, workers) as running:
        entries_of(
            case.corrections()
        )  # a file that can't be understood stops this before it begins
        gone = records_of(Article, _named(case, articles))
        case.correct(removal(gone, datetime.now(UTC).date()))
        work = _Work(case, running, progress or Silent())
        _update(work, case.manifest["settings"].get("until"), may_be_empty=True)
        (case.path / "report.html").unlink(missing_ok=True)
        names = {article.id for article in gone}
        left = [note for note in case.notes() if note.get("article_id") not in names]
        if left != case.notes():
            case.keep_notes(left)
    return sorted(article.path for article in gone)


def correct(
    case: Case,
    kind: str,
    fields: Mapping[str, str | Sequence[str]],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Adds a correction by hand to a case and makes the account anew with it. `kind`: article, family,
    speaker or actor, with the `fields` that `corrections.toml` has for it. Raises CaseError for one that
    can't be understood."""
    with case.locked(), _at_work(None, workers) as running:
        entries_of(case.corrections())
        case.correct(written(kind, fields))
        work = _Work(case, running, progress or Silent())
        _update(work, case.manifest["settings"].get("until"), may_be_empty=True)


def check_correction(kind: str, fields: Mapping[str, str | Sequence[str]]) -> None:
    """Raises UsageError for a correction that can't be understood."""
    try:
        written(kind, fields)
    except CaseError as error:
        raise UsageError("This can't be a correction.", error.why, "Write it otherwise.") from error


@contextmanager
def _at_work(engine: Engine | None, workers: int | None) -> Iterator[Engine]:
    """The engine given, else one of this machine that is closed at the end."""
    with few_collections():
        if engine is not None:
            yield engine
        else:
            with closing(LocalEngine(workers)) as own:
                yield own


def _named(case: Case, articles: Sequence[str]) -> pl.DataFrame:
    held = case.table("articles")
    found = [held.filter((pl.col("id") == name) | (pl.col("path") == name)) for name in articles]
    for name, rows in zip(articles, found, strict=True):
        if rows.is_empty():
            raise UnknownRow(
                f"The case '{case.path}' holds no article '{name}'.",
                remedy=f"List ids and paths with: stemma show {case.path} articles",
            )
    return pl.concat(found).unique("id")


def _update(work: _Work, until: str | None, may_be_empty: bool = False) -> None:
    started = datetime.now(UTC)
    if not work.case.corrections():
        work.case.correct("")  # a file that was deleted is there again, and says what it may hold
    work.corrections = work.case.corrections()
    report = _run(work, until, may_be_empty)
    _publish(work.case, until)
    index = _index(work.case)
    work.case.keep_run({**_report(work.case, started, report), "index": index})
    read = report[0]["processed"]
    if read["files"] and not read["articles"] and not read["files_known"]:
        _nothing(work.case, "The case is as it was.")


def _check(until: str | None, form: str | None, fields: Mapping[str, str] | None) -> None:
    if until is not None and until not in STAGES:
        raise UsageError(f"There is no stage '{until}'.", remedy=f"Stages: {', '.join(STAGES)}.")
    if form is not None and form not in formats():
        raise UsageError(
            f"There is no format '{form}'.", remedy=f"Formats: {', '.join(formats())}."
        )
    for name in fields or ():
        if name not in FIELDS:
            raise UsageError(
                f"There is no field '{name}' to be mapped.", remedy=f"Fields: {', '.join(FIELDS)}."
            )


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


def _run(work: _Work, until: str | None, may_be_empty: bool) -> list[dict[str, Any]]:
    door, *others = STEPS[: STAGES.index(until) + 1] if until else STEPS
    report = [_reported(work, door, aside=False)]
    articles = work.case.made("read", "articles")
    if articles.is_empty() and not may_be_empty:
        manifest = {**work.case.manifest, "schema": SCHEMA_VERSION}
        work.case.publish({"failures": "read", "articles": "read"}, manifest)
        _nothing(work.case)
    spread = work.engine.spreads(len(articles))

    def aside(step: Step) -> bool:
        return spread and step.aside != ""

    return report + in_lanes(
        others, aside, _needs, lambda step: _reported(work, step, aside(step)), work.engine.rest
    )


def _reported(work: _Work, step: Step, aside: bool) -> dict[str, Any]:
    """Runs a step and reports what it did. `aside`: beside others, which alone tell how far they are."""
    progress = Silent() if aside else work.progress
    own = replace(work, step=step, progress=progress, counts={}, swept={})
    begun = time.monotonic()
    did = _one(own, step, aside and step.aside == "whole")
    return {
        "stage": step.name,
        "did": did,
        "seconds": round(time.monotonic() - begun, 3),
        "processed": own.counts,
        "swept": own.swept,
    }


def _one(work: _Work, step: Step, whole: bool) -> str:
    """Runs a step if its inputs are not those of the last time."""
    marker = work.case.done(step.name)
    if step.reads and marker is not None and marker["key"] == _key(work.case, step):
        return "kept"
    result = in_a_worker(work, step.run, step.reads) if whole else step.run(work)
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


def _needs(step: Step) -> set[str]:
    """The steps that make what a step reads."""
    return {_origin(name, before=step) for name in step.reads}


def _origin(name: str, before: Step | None = None) -> str:
    """The last stage that writes a table; of those whose tables a given one reads."""
    end = len(STEPS) if before is None else STAGES.index(before.name)
    if before is not None and before.behind:
        end = STAGES.index(before.behind) + 1
    return next((step.name for step in reversed(STEPS[:end]) if name in step.writes), "")


def _publish(case: Case, until: str | None) -> None:
    last = STAGES.index(until) if until else len(STAGES) - 1
    valid: list[Step] = []
    for number, step in enumerate(STEPS):
        # What a later stage made before still holds if all that it read holds and is the same.
        made = {one.name for one in valid}
        if number <= last or (
            _holds(case, step) and made.issuperset(_origin(name, step) for name in step.reads)
        ):
            valid.append(step)
    origin = {name: step.name for step in valid for name in step.writes if name in TABLES}
    manifest = {
        "schema": SCHEMA_VERSION,
        "stages": {step.name: step.version for step in valid},
        "settings": {"until": until} if until else {},
    }
    case.remember(moves(case, origin))
    case.publish(origin, manifest)


def _index(case: Case) -> dict[str, Any]:
    begun = time.monotonic()
    held = any(step.name == "words" and _holds(case, step) for step in STEPS)
    kept = compared_words(case.made("words", "surfaces")) if held else {}
    done = write_index(case, kept)
    return {**done, "seconds": round(time.monotonic() - begun, 3)}


def _nothing(case: Case, and_so: str = "") -> None:
    failures = case.table("failures").filter(pl.col("outcome") == "left out")
    if failures.is_empty():
        taken = removed(entries_of(case.corrections())).names
        why = "All that was read is taken out." if taken else "The pile holds no file."
        remedy = "Give a folder with articles."
    else:
        first = failures.row(0, named=True)
        why = (
            f"{count(len(failures), 'file or record', 'files or records')} failed; the first reason: "
            f"{first['path']}: {first['what']} {first['remedy']}"
        )
        remedy = f"See: stemma show {case.path} failures"
    raise NothingUsable("No article could be read.", f"{why} {and_so}".strip(), remedy)


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
