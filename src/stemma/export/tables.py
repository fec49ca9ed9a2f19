"""A case's tables, one file for each or all in one database: Parquet, CSV, JSON Lines, SQLite."""

import io
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import polars as pl

from stemma.case import Case
from stemma.export.files import write
from stemma.model import TABLES, columns
from stemma.show import csv, jsonl


def parquet(case: Case, folder: Path) -> list[Path]:
    """A Parquet file for each table."""
    return [_table(case, folder, name, "parquet") for name in case.tables()]


def comma_separated(case: Case, folder: Path) -> list[Path]:
    """A CSV file for each table; lists are JSON."""
    return [_table(case, folder, name, "csv") for name in case.tables()]


def json_lines(case: Case, folder: Path) -> list[Path]:
    """A file of JSON Lines for each table."""
    return [_table(case, folder, name, "jsonl") for name in case.tables()]


def _table(case: Case, folder: Path, name: str, form: str) -> Path:
    frame = case.table(name)
    if form == "parquet":
        made = io.BytesIO()
        frame.write_parquet(made)
        return write(folder / f"{name}.{form}", [made.getvalue()])
    text = csv(frame) if form == "csv" else jsonl(frame)
    return write(folder / f"{name}.{form}", [text])


def sqlite(case: Case, folder: Path) -> list[Path]:
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
