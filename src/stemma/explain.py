"""Why a row says what it says: the row, the rule behind it, and the rows that it rests on."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from stemma.case import Case
from stemma.errors import StemmaError
from stemma.lookup import Found, look_up
from stemma.model import TABLES, columns

# For a row of a table: the rows of others that are its evidence, as (table, column that refers to
# it), or (table, column, column of the row that it equals).
_RESTS_ON: dict[str, tuple[tuple[str, ...], ...]] = {
    "articles": (
        ("corrections", "article_id"), ("blocks", "article_id"), ("tags", "article_id"),
        ("witnesses", "article_id"),
    ),
    "blocks": (("sentences", "block_id"),),
    "sentences": (
        ("tags", "sentence_id"), ("witnesses", "sentence_id"), ("actor_mentions", "sentence_id"),
    ),
    "stories": (("articles", "story_id"), ("actors", "story_id")),
    "actors": (("actor_mentions", "actor_id"),),
    "families": (
        ("archetypes", "family_id"), ("witnesses", "family_id"), ("parallels", "family_id"),
        ("variants", "family_id"), ("copies", "family_id"), ("statements", "family_id"),
        ("reporters", "family_id"),
    ),
    "archetypes": (("copies", "exemplar_id"), ("variants", "family_id", "family_id")),
    "witnesses": (("parallels", "witness_id"), ("copies", "copy_id"), ("copies", "exemplar_id")),
    "statements": (("witnesses", "family_id", "family_id"), ("reporters", "statement_id")),
    "swaps": (("variants", "swap_id"),),
}  # fmt: skip
# Columns that name another row; its text is shown beside the id.
_SHORT = 160


def explain(case: Case, row_id: str) -> str:
    """The evidence behind one row, as text. Raises UnknownRow."""
    found = look_up(case, row_id)
    lines = [found.remark] if found.remark else []
    lines.append(f"{_one(found.table)} {found.row['id']}")
    lines.extend(_fields(case, found))
    lines.extend(_evidence(case, found))
    return "\n".join(lines) + "\n"


def _one(table: str) -> str:
    return TABLES[table].__name__.lower()


def _fields(case: Case, found: Found) -> Iterator[str]:
    record = columns(TABLES[found.table])
    for name, value in found.row.items():
        if name in ("id", "start", "end") or value is None or value in ([], ""):
            continue
        if name == "article_id":
            yield f"  where: {_place(case, found.row)}"
            continue
        if found.table == "articles" and name == "text":
            yield f"  text: {len(value):,} characters"
            continue
        yield f"  {name}: {_said(case, name, value)}    [{record[name][1]}]"


def _said(case: Case, name: str, value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if name.endswith("_id"):
        try:
            text = look_up(case, str(value)).row.get("text")
        except StemmaError:
            return str(value)
        return f"{value} «{_short(text)}»" if text and name != "text_id" else str(value)
    return _short(str(value), 2000)


def _place(case: Case, row: dict[str, Any]) -> str:
    articles = case.table("articles").filter(pl.col("id") == row["article_id"])
    path = articles["path"][0] if len(articles) else row["article_id"]
    return (
        f"{path}, characters {row['start']}-{row['end']} ({row['article_id']})"
        if "end" in row
        else path
    )


def _evidence(case: Case, found: Found) -> Iterator[str]:
    for table, column, *own in _RESTS_ON.get(found.table, ()):
        if table not in case.tables():
            continue
        rows = case.table(table).filter(pl.col(column) == found.row[own[0] if own else "id"])
        yield f"{table}: {len(rows)}"
        for row in rows.iter_rows(named=True):
            yield f"  {row['id']}  {_gist(case, row)}"


def _gist(case: Case, row: dict[str, Any]) -> str:
    place = f"{_place(case, row)}: " if "end" in row else ""
    label = "/".join(str(row[name]) for name in ("kind", "name", "path") if row.get(name))
    if "base_text" in row:
        return f"{place}{label} «{row['base_text']}» -> «{row['text']}» ({row['how']})"
    how = f" ({row['how']})" if row.get("how") else ""
    text = "" if "path" in row else f" «{_short(row.get('text') or '')}»"
    return f"{place}{label}{text}{how}"


def _short(text: str | None, length: int = _SHORT) -> str:
    folded = " ".join((text or "").split())
    return folded if len(folded) <= length else folded[: length - 1] + "…"
