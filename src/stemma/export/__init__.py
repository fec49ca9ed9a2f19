"""A case -> files that other programs read. Exporters sit in a plain dict."""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import polars as pl

from stemma.case import Case
from stemma.errors import UsageError
from stemma.model import TABLES, columns
from stemma.show import csv, jsonl


def _parquet(case: Case, folder: Path) -> None:
    for name in case.tables():
        case.table(name).write_parquet(folder / f"{name}.parquet")


def _csv(case: Case, folder: Path) -> None:
    for name in case.tables():
        (folder / f"{name}.csv").write_text(csv(case.table(name)), encoding="utf-8", newline="")


def _jsonl(case: Case, folder: Path) -> None:
    for name in case.tables():
        (folder / f"{name}.jsonl").write_text(jsonl(case.table(name)), encoding="utf-8")


def _sqlite(case: Case, folder: Path) -> None:
    """One database with a table for each; lists are JSON; columns are documented in `columns`."""
    target = folder / "case.sqlite"
    temporary = folder / ".case.sqlite.writing"
    temporary.unlink(missing_ok=True)
    with closing(sqlite3.connect(temporary)) as base:
        base.execute("create table columns (table_name text, column_name text, documentation text)")
        for name in case.tables():
            _sqlite_table(base, name, case.table(name))
        base.commit()
    os.replace(temporary, target)


def _sqlite_table(base: sqlite3.Connection, name: str, frame: pl.DataFrame) -> None:
    kinds = {pl.Int64: "integer", pl.Float64: "real", pl.Boolean: "integer"}
    fields = ", ".join(
        f'"{column}" {kinds.get(kind.base_type(), "text")}'
        + (" primary key" if column == "id" else "")
        for column, kind in frame.schema.items()
    )
    base.execute(f'create table "{name}" ({fields})')
    marks = ", ".join("?" * len(frame.columns))
    values = (
        [json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for v in row]
        for row in frame.iter_rows()
    )
    base.executemany(f'insert into "{name}" values ({marks})', values)
    base.executemany(
        "insert into columns values (?, ?, ?)",
        [(name, column, doc) for column, (_, doc) in columns(TABLES[name]).items()],
    )
    if "article_id" in frame.columns:
        base.execute(f'create index "{name}_article" on "{name}" (article_id)')


EXPORTERS: dict[str, Callable[[Case, Path], None]] = {
    "parquet": _parquet,
    "csv": _csv,
    "jsonl": _jsonl,
    "sqlite": _sqlite,
}


def export(case: Case, form: str, out: str | Path) -> list[Path]:
    """Writes all tables of a case to folder `out` (made if missing) and returns the files.

    `form`: a key of EXPORTERS. Raises UsageError.
    """
    if form not in EXPORTERS:
        raise UsageError(
            f"There is no export format '{form}'.", remedy=f"Formats: {', '.join(EXPORTERS)}."
        )
    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"'{out}' is a file.", remedy="Name a folder with --out.")
    folder.mkdir(parents=True, exist_ok=True)
    EXPORTERS[form](case, folder)
    return sorted(p for p in folder.iterdir() if p.suffix == f".{form}")
