"""Dumps in columns: Parquet and SQLite. Read a piece at a time, so that a dump may be larger than
memory."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from stemma.errors import Unreadable
from stemma.read.file import File
from stemma.read.found import Found
from stemma.read.limits import Options
from stemma.read.records import FIELDS, has_text, names_of, record
from stemma.read.tables import header_of
from stemma.read.wording import sentence

Rows = Iterator[Found | Unreadable]

_ROWS = 1000  # of a table, at a time


def read_parquet(file: File) -> Rows:
    """A Parquet file, a thousand rows at a time."""
    import polars as pl

    try:
        frame = (
            pl.scan_parquet(file.path, glob=False)
            if file.path
            else pl.read_parquet(file.data()).lazy()
        )
        names = frame.collect_schema().names()
        count = int(frame.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError as error:
        raise _damaged(file, "Parquet", error) from error
    header_of(file, names)
    wanted = [name for name in names if _is_known(name, file.options)]
    for start in range(0, count, _ROWS):
        try:
            rows = frame.select(wanted).slice(start, _ROWS).collect().iter_rows(named=True)
        except pl.exceptions.PolarsError as error:
            raise _damaged(file, "Parquet", error) from error
        for number, row in enumerate(rows, start + 1):
            yield record(number, row.items(), file.options)


def _is_known(name: str, options: Options) -> bool:
    folded = name.strip().lower()
    wanted = [one for field in FIELDS for one in names_of(field, options)]
    return any(folded == one or one.startswith(f"{folded}.") for one in wanted)


def read_sqlite(file: File) -> Rows:
    """Every table of an SQLite database that has a column of text; a record is `TABLE/NUMBER`."""
    try:
        with closing(_database(file)) as base:
            base.execute("pragma trusted_schema = off")
            tables = _tables(base, file.options)
            if not tables:
                raise _no_text_table(file, base)
            for table, columns in tables:
                yield from _table(base, table, columns, file.options)
    except sqlite3.Error as error:
        raise _damaged(file, "SQLite", error) from error


def _database(file: File) -> sqlite3.Connection:
    if file.path:
        base = sqlite3.connect(f"{Path(file.path).absolute().as_uri()}?mode=ro", uri=True)
    else:
        base = sqlite3.connect(":memory:")
        if data := file.data():
            base.deserialize(data)
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    return base


# A table that only serves to search in others, and the tables that it keeps its own affairs in.
_INDEX = re.compile(r"\s*create\s+virtual\s+table\b.*?\busing\s+fts", re.I | re.S)
_AFFAIRS = ("data", "idx", "content", "docsize", "config", "segments", "segdir", "stat")


class _Table(NamedTuple):
    """A table, an index to search in (`fts`) or a view, with its columns."""

    kind: str
    name: str
    columns: list[str]


def _all_tables(base: sqlite3.Connection) -> list[_Table]:
    found = base.execute(
        "select type, name, sql from sqlite_master where type in ('table', 'view') "
        "and name not like 'sqlite\\_%' escape '\\' order by name"
    ).fetchall()
    indices = {name for _, name, sql in found if _INDEX.match(sql or "")}
    affairs = {f"{name}_{part}" for name in indices for part in _AFFAIRS}
    return [
        _Table("fts" if name in indices else kind, name, _columns(base, name))
        for kind, name, _ in found
        if name not in affairs
    ]


def _columns(base: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in base.execute(f"pragma table_info({_quoted(name)})")]


def _tables(base: sqlite3.Connection, options: Options) -> list[tuple[str, list[str]]]:
    """The tables to be read: what searches in them or shows parts of them would give the same texts
    again, and is read only where no table has one."""
    texts = [one for one in _all_tables(base) if has_text(one.columns, options)]
    for kind in ("table", "fts", "view"):
        if found := [one for one in texts if one.kind == kind]:
            return [(one.name, [c for c in one.columns if _is_known(c, options)]) for one in found]
    return []


def _table(
    base: sqlite3.Connection, table: str, columns: list[str], options: Options
) -> Iterator[Found | Unreadable]:
    wanted = ", ".join(map(_quoted, columns))
    rows = base.execute(f"select {wanted} from {_quoted(table)}")
    for number, row in enumerate(rows, 1):
        yield record(f"{table}/{number}", zip(columns, row, strict=True), options)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _no_text_table(file: File, base: sqlite3.Connection) -> Unreadable:
    held = "; ".join(f"{one.name} ({', '.join(one.columns[:12])})" for one in _all_tables(base))
    return Unreadable(
        f"'{file.locator}' has no table with a column of text.",
        f"Its tables are: {held}." if held else "It holds no table.",
        "Say which column holds the text: --map text=COLUMN.",
        file.locator,
    )


def _damaged(file: File, format: str, error: Exception) -> Unreadable:
    return Unreadable(
        f"'{file.locator}' can't be read as {format}.",
        sentence(str(error).splitlines()[0]),
        "Fetch it again.",
        file.locator,
    )
