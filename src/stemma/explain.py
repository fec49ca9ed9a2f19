"""Why a row says what it says: the row, the rule behind it, and the rows that it rests on."""

from collections.abc import Iterator, Mapping
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
        ("quotes", "sentence_id"), ("figures", "sentence_id"), ("timexes", "sentence_id"),
        ("mentions", "sentence_id"),
    ),
    "stories": (("articles", "story_id"), ("actors", "story_id"), ("sayings", "story_id"),
                ("events", "story_id"), ("conflicts", "story_id")),
    "actors": (("actor_mentions", "actor_id"), ("quotes", "actor_id"), ("sayings", "actor_id")),
    "families": (
        ("archetypes", "family_id"), ("witnesses", "family_id"), ("parallels", "family_id"),
        ("variants", "family_id"), ("copies", "family_id"), ("statements", "family_id"),
        ("reporters", "family_id"),
    ),
    "archetypes": (("copies", "exemplar_id"), ("variants", "family_id", "family_id")),
    "witnesses": (("parallels", "witness_id"), ("copies", "copy_id"), ("copies", "exemplar_id")),
    "events": (("mentions", "event_id"), ("timeline", "event_id"), ("conflicts", "event_id")),
    "timeline": (("events", "id", "event_id"),),
    "mentions": (("events", "id", "event_id"), ("timexes", "id", "timex_id")),
    "timexes": (("mentions", "timex_id"),),
    "statements": (("witnesses", "family_id", "family_id"), ("reporters", "statement_id")),
    "swaps": (("variants", "swap_id"),),
}  # fmt: skip
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
        if _is_end_of(name, record):
            continue
        if name == "article_id":
            yield f"  where: {_place(case, found.row)}"
            continue
        if found.table == "articles" and name == "text":
            yield f"  text: {len(value):,} characters"
            continue
        at = _at(found.row, name)
        yield f"  {name}: {_said(case, name, value)}{at}    [{record[name][1]}]"


def _is_end_of(name: str, record: Mapping[str, Any]) -> bool:
    """Whether a column says where the words of another column stand."""
    of, _, end = name.rpartition("_")
    return end in ("start", "end") and of in record


def _at(row: Mapping[str, Any], name: str) -> str:
    start = row.get(f"{name}_start")
    return "" if start is None else f", characters {start}-{row[f'{name}_end']}"


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
    if found.table == "quotes":
        yield from _of_a_quote(case, found.row)
    if found.table == "conflicts":
        yield from _of_a_conflict(case, found.row)
    if found.table in ("sayings", "statements"):
        yield from _denials(case, found.row)
    for table, column, *own in _RESTS_ON.get(found.table, ()):
        value = found.row[own[0] if own else "id"]
        if table not in case.tables() or value is None:
            continue
        rows = case.table(table).filter(pl.col(column) == value)
        yield f"{table}: {len(rows)}"
        for row in rows.iter_rows(named=True):
            yield f"  {row['id']}  {_gist(case, row)}"


def _of_a_quote(case: Case, row: dict[str, Any]) -> Iterator[str]:
    """To whom it is given, the pages that name its speaker, and those whose speaker it names."""
    quotes = case.table("quotes")
    if row["status"] == "orphan":
        yield "given to nobody: no other page has these words with a clause that names who said them"
    if row["status"] == "disputed":
        yield "given to nobody: the pages that name a speaker do not name the same one"
    for said, held in (
        ("the same words with their speaker", pl.col("id").is_in(row["witness_ids"])),
        ("names the speaker of", pl.col("witness_ids").list.contains(row["id"])),
        ("reported within its words", pl.col("within_id") == row["id"]),
    ):
        others = quotes.filter(held)
        if len(others):
            yield f"{said}: {len(others)}"
        for other in others.iter_rows(named=True):
            by = (
                f"by «{other['speaker']}»{_at(other, 'speaker')}"
                if other["speaker"]
                else "by nobody"
            )
            cue = f", cue «{other['cue']}»{_at(other, 'cue')}" if other["cue"] else ""
            yield f"  {other['id']}  {_place(case, other)}: «{_short(other['text'])}» {by}{cue}"
    yield from _reworded(case, row["id"])


def _reworded(case: Case, quote: str) -> Iterator[str]:
    """Where other quotations have a quote's words otherwise."""
    if "rewordings" not in case.tables():
        return
    held = (pl.col("base_quote_id") == quote) | pl.col("quote_ids").list.contains(quote)
    rows = case.table("rewordings").filter(held)
    if len(rows):
        yield f"the same words otherwise: {len(rows)}"
    for row in rows.iter_rows(named=True):
        yield f"  {row['id']}  {_gist(case, row)}"


def _denials(case: Case, row: dict[str, Any]) -> Iterator[str]:
    """The rows that a saying or statement denies, and those that deny it."""
    for column, said in (("denies", "it denies"), ("denied_by", "it is denied by")):
        if row.get(column):
            yield f"{said}: {len(row[column])}"
        for name in row.get(column) or ():
            other = look_up(case, name).row
            by = f"{other['speaker']}, " if other.get("speaker") else ""
            yield f"  {name}  {by}{_place(case, other)}: «{_short(other['text'])}»"


def _of_a_conflict(case: Case, row: dict[str, Any]) -> Iterator[str]:
    """The rows of each side."""
    for value, ids in (("value", "row_ids"), ("other_value", "other_row_ids")):
        yield f"«{_short(row[value])}»: {len(row[ids])}"
        for one in row[ids]:
            held = look_up(case, one).row
            yield f"  {one}  {_gist(case, held)}"


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
