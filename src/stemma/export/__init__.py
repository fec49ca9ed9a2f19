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


def _parquet(case: Case, folder: Path) -> list[Path]:
    return [_table(case, folder, name, "parquet") for name in case.tables()]


def _csv(case: Case, folder: Path) -> list[Path]:
    return [_table(case, folder, name, "csv") for name in case.tables()]


def _jsonl(case: Case, folder: Path) -> list[Path]:
    return [_table(case, folder, name, "jsonl") for name in case.tables()]


def _table(case: Case, folder: Path, name: str, form: str) -> Path:
    path = folder / f"{name}.{form}"
    if form == "parquet":
        case.table(name).write_parquet(path)
    else:
        text = csv(case.table(name)) if form == "csv" else jsonl(case.table(name))
        path.write_text(text, encoding="utf-8", newline="")
    return path


def _sqlite(case: Case, folder: Path) -> list[Path]:
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
    return [target]


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


EXPORTERS: dict[str, Callable[[Case, Path], list[Path]]] = {
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
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"'{out}' can't be made a folder.",
            f"{error.strerror}.",
            "Name another place with --out.",
        ) from error
    return EXPORTERS[form](case, folder)
