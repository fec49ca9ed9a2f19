"""The rows as JSON, the same as those of `stemma show --format jsonl`, and what describes them (OpenAPI)."""

import json
from collections.abc import Mapping
from typing import Any

import polars as pl

import stemma
from stemma.case import Case
from stemma.errors import UsageError
from stemma.explain import explain
from stemma.lookup import look_up
from stemma.model import TABLES, Names, columns
from stemma.search import search
from stemma.show import jsonl, rows

MOST = 1000  # rows of one answer
USUAL = 100

_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    str | None: {"type": ["string", "null"]},
    int: {"type": "integer"},
    int | None: {"type": ["integer", "null"]},
    float: {"type": "number"},
    float | None: {"type": ["number", "null"]},
    bool: {"type": "boolean"},
    Names: {"type": "array", "items": {"type": "string"}},
    Names | None: {"type": ["array", "null"], "items": {"type": "string"}},
}
_HERE = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def table_rows(case: Case, table: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Some rows of a table. `asked`: story, id, limit, offset. Raises UnknownRow, UsageError."""
    frame = _asked(case, table, asked)
    limit, offset = number(asked, "limit", USUAL, 1, MOST), number(asked, "offset", 0, 0)
    some = frame.slice(offset, limit)
    return {
        "table": table,
        "total": len(frame),
        "offset": offset,
        "rows": list(some.iter_rows(named=True)),
    }


def table_lines(case: Case, table: str, asked: Mapping[str, str]) -> str:
    """The rows of a table as JSON Lines: all of them, unless a limit is given."""
    frame = _asked(case, table, asked)
    offset = number(asked, "offset", 0, 0)
    limit = number(asked, "limit", 0, 0) or len(frame)
    return jsonl(frame.slice(offset, limit))


def explained(case: Case, row_id: str) -> dict[str, Any]:
    """A row with the evidence behind it. Raises UnknownRow."""
    found = look_up(case, row_id)
    name = str(found.row["id"])
    return {
        "table": found.table,
        "id": name,
        "remark": found.remark,
        "row": found.row,
        "explained": explain(case, name),
    }


def found(case: Case, asked: Mapping[str, str]) -> dict[str, Any]:
    """Sentences with all the words. Raises UsageError."""
    limit, offset = number(asked, "limit", USUAL, 1, MOST), number(asked, "offset", 0, 0)
    hits = search(case, asked.get("q", ""))
    some = [hit._asdict() for hit in hits[offset : offset + limit]]
    return {"query": asked.get("q", ""), "total": len(hits), "offset": offset, "rows": some}


def number(
    asked: Mapping[str, str], name: str, usual: int, least: int, most: int | None = None
) -> int:
    """A number of the address. Raises UsageError for one that is none, or too small or large."""
    text = asked.get(name, "")
    if not text:
        return usual
    if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) < least:
        raise UsageError(f"'{name}' has to be a number from {least}.", f"It is '{text}'.")
    return int(text) if most is None else min(int(text), most)


def as_json(value: Any) -> bytes:
    """JSON as `show` writes it; half of a pair of surrogates becomes a question mark."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def described() -> dict[str, Any]:
    """The interface as an OpenAPI document, made from the documented columns of the tables."""
    paths: dict[str, Any] = {f"/api/{name}": {"get": _table_path(name)} for name in TABLES}
    paths["/api/explain/{id}"] = {"get": _explain_path()}
    paths["/api/event/{id}"] = {"get": _event_path()}
    paths["/api/search"] = {"get": _search_path()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "stemma",
            "version": stemma.__version__,
            "summary": "The rows of a case, as stemma show prints them.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": {**{n: _schema(n) for n in TABLES}, "error": _error()}},
    }


def _asked(case: Case, table: str, asked: Mapping[str, str]) -> pl.DataFrame:
    frame = rows(case, table, asked.get("story") or None)
    return frame.filter(pl.col("id") == asked["id"]) if asked.get("id") else frame


def _schema(table: str) -> dict[str, Any]:
    record = columns(TABLES[table])
    return {
        "type": "object",
        "description": TABLES[table].__doc__,
        "properties": {
            n: {**_TYPES[kind], "description": doc} for n, (kind, doc) in record.items()
        },
        "required": list(record),
    }


def _error() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("what", "why", "remedy")},
    }


def _table_path(table: str) -> dict[str, Any]:
    listed = {"type": "array", "items": {"$ref": f"#/components/schemas/{table}"}}
    parameters = [
        _query("story", "only rows of this story"),
        _query("id", "only the row with this id"),
        _query("limit", f"rows at most (usually {USUAL}, at most {MOST})", "integer"),
        _query("offset", "rows that are passed over", "integer"),
        _query("format", "jsonl: all rows as JSON Lines, as stemma show prints them"),
    ]
    return {
        "summary": f"Rows of {table}",
        "operationId": f"rows_{table}",
        "parameters": parameters,
        "responses": _answers(_answer(listed)),
    }


def _event_path() -> dict[str, Any]:
    tables = ("events", "timeline", "mentions", "figures", "conflicts", "quotes", "families")
    rows_of = {n: {"type": "array", "items": {"$ref": f"#/components/schemas/{n}"}} for n in tables}
    text = {"type": "string"}
    return {
        "summary": "An event with its mentions, figures, conflicts, quotes and families",
        "operationId": "event",
        "parameters": [_HERE],
        "responses": _answers(
            {"type": "object", "properties": {"id": text, "remark": text, **rows_of}}
        ),
    }


def _explain_path() -> dict[str, Any]:
    text = {"type": "string"}
    answer = {
        "table": text,
        "id": text,
        "remark": text,
        "row": {"type": "object"},
        "explained": text,
    }
    return {
        "summary": "A row with the evidence behind it; an id formed from any member opens the group",
        "operationId": "explain",
        "parameters": [_HERE],
        "responses": _answers({"type": "object", "properties": answer}),
    }


def _search_path() -> dict[str, Any]:
    words = {**_query("q", 'all words; "in marks" they stand side by side'), "required": True}
    return {
        "summary": "Sentences that hold all the words",
        "operationId": "search",
        "parameters": [
            words,
            _query("limit", "hits at most", "integer"),
            _query("offset", "hits passed over", "integer"),
        ],
        "responses": _answers(_answer({"type": "array", "items": {"type": "object"}})),
    }  # fmt: skip


def _answer(rows_of: Mapping[str, Any]) -> dict[str, Any]:
    whole = {"type": "integer"}
    return {"type": "object", "properties": {"total": whole, "offset": whole, "rows": rows_of}}


def _answers(schema: Mapping[str, Any]) -> dict[str, Any]:
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    return {
        "200": {"description": "found", "content": {"application/json": {"schema": schema}}},
        "400": {"description": "asked wrongly", "content": error},
        "404": {"description": "the case does not hold it", "content": error},
    }


def _query(name: str, doc: str, kind: str = "string") -> dict[str, Any]:
    return {"name": name, "in": "query", "description": doc, "schema": {"type": kind}}
