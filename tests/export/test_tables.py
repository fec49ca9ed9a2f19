"""Exports, re-read by other programs."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import polars as pl
import pytest

from stemma.case import Case
from stemma.errors import CaseError, UsageError
from stemma.export import EXPORTERS, export
from stemma.flow import build
from stemma.model import TABLES, columns


def test_parquet(tmp_path: Path, anselm: Case) -> None:
    files = export(anselm, "parquet", tmp_path / "out")
    assert {path.stem for path in files} == set(TABLES)
    for path in files:
        assert pl.read_parquet(path).equals(anselm.table(path.stem))


def test_csv(tmp_path: Path, anselm: Case) -> None:
    for path in export(anselm, "csv", tmp_path / "out"):
        with open(path, encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        frame = anselm.table(path.stem)
        assert [row["id"] for row in rows] == frame["id"].to_list()
        if "text" in frame.columns:
            assert [row["text"] for row in rows] == frame["text"].to_list()


def test_jsonl(tmp_path: Path, anselm: Case) -> None:
    for path in export(anselm, "jsonl", tmp_path / "out"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert rows == list(anselm.table(path.stem).iter_rows(named=True))


def test_sqlite(tmp_path: Path, anselm: Case) -> None:
    (path,) = export(anselm, "sqlite", tmp_path / "out")
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        assert base.execute("pragma integrity_check").fetchone()[0] == "ok"
        for name in TABLES:
            rows = base.execute(f"select * from {name}").fetchall()
            assert len(rows) == len(anselm.table(name))
            for row, record in zip(rows, anselm.table(name).iter_rows(named=True), strict=True):
                assert list(row.keys()) == list(record)
                for column, value in record.items():
                    read = json.loads(row[column]) if isinstance(value, list) else row[column]
                    assert read == value
        documented = base.execute("select table_name, column_name, documentation from columns")
        assert set(map(tuple, documented)) == {
            (name, column, doc)
            for name, record in TABLES.items()
            for column, (_, doc) in columns(record).items()
        }
        joined = base.execute(
            "select count(*) from witnesses join articles on witnesses.article_id = articles.id "
            "where substr(articles.text, start + 1, end - start) = witnesses.text"
        )
        assert joined.fetchone()[0] == len(anselm.table("witnesses"))


@pytest.mark.parametrize("form", EXPORTERS)
def test_exporting_again_replaces(form: str, tmp_path: Path, anselm: Case) -> None:
    once = {path: path.stat().st_size for path in export(anselm, form, tmp_path)}
    again = {path: path.stat().st_size for path in export(anselm, form, tmp_path)}
    assert once == again
    assert sorted(tmp_path.iterdir()) == sorted(once)


def test_only_what_was_written_is_returned(tmp_path: Path, anselm: Case) -> None:
    (tmp_path / "mine.csv").write_text("a,b\n")
    assert tmp_path / "mine.csv" not in export(anselm, "csv", tmp_path)


@pytest.mark.parametrize("form", EXPORTERS)
def test_empty_tables_are_exported_too(form: str, tmp_path: Path, nothing_shared: Case) -> None:
    assert export(nothing_shared, form, tmp_path / "out")


@pytest.mark.parametrize("form", ["graphml", "dot", "tei", "collatex"])
def test_what_was_not_examined_is_not_exported_as_nothing(
    form: str, tmp_path: Path, pile: Path
) -> None:
    case = build([str(pile)], tmp_path / "case", workers=1, until="clean")
    with pytest.raises(CaseError, match="without --until"):
        export(case, form, tmp_path / "out")


@pytest.mark.parametrize("form", ["graphml", "dot", "tei", "collatex"])
def test_the_same_case_gives_the_same_bytes(form: str, tmp_path: Path, pile: Path) -> None:
    parts = [tmp_path / "one", tmp_path / "other"]
    for number, part in enumerate(parts):
        files = sorted(pile.iterdir(), reverse=bool(number))
        case = build([str(file) for file in files], part / "case", workers=1, until="stories")
        export(case, form, part / "out")
    one, other = (sorted((part / "out").iterdir()) for part in parts)
    assert [path.name for path in one] == [path.name for path in other]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_wrong_use(tmp_path: Path, anselm: Case) -> None:
    with pytest.raises(UsageError, match="Formats: parquet, csv, jsonl, sqlite"):
        export(anselm, "xlsx", tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="made a folder"):
        export(anselm, "csv", tmp_path / "file")
