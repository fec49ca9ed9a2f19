"""Rows of a table as text: for a terminal, as JSON Lines, or as CSV. Always all rows."""

import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import polars as pl

from stemma.case import Case
from stemma.errors import UsageError
from stemma.model import TABLES, columns

# Where a row lies is one column in a terminal, and its text is shortened there.
_PLACE = ("article_id", "start", "end")
# Of a quote a terminal shows what is said and by whom; `explain` opens the rest.
_OF_A_QUOTE = ("id", "kind", "status", "speaker", "cue", "text", "flags", "how", "within_id")
_TEXT = 72


def rows(case: Case, table: str, story: str | None = None) -> pl.DataFrame:
    """A table, or those of its rows that belong to one story."""
    frame = case.table(table)
    return frame if story is None else _of_story(case, frame, table, story)


def jsonl(frame: pl.DataFrame) -> str:
    """One JSON object a line, keys in the order of the columns."""
    return "".join(
        json.dumps(row, ensure_ascii=False) + "\n" for row in frame.iter_rows(named=True)
    )


def csv(frame: pl.DataFrame) -> str:
    """CSV with a header (RFC 4180). A list is a JSON array, so that no item need be guessed apart."""
    lists = [name for name, kind in frame.schema.items() if kind == pl.List]
    flat = frame.with_columns(
        pl.Series(name, [None if v is None else json.dumps(list(v), ensure_ascii=False) for v in frame[name]],
                  dtype=pl.String)
        for name in lists
    )  # fmt: skip
    out = io.StringIO()
    flat.write_csv(out)
    return out.getvalue()


def table(frame: pl.DataFrame) -> str:
    """A table for a terminal: ids whole, long texts shortened."""
    from rich.console import Console
    from rich.table import Table

    shown = [name for name in frame.columns if name not in _PLACE or "end" not in frame.columns]
    if {*_OF_A_QUOTE, "witness_ids"} <= set(shown):
        shown = list(_OF_A_QUOTE)
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for name in shown:
        drawn.add_column(name, no_wrap=name == "id", overflow="fold")
    for row in frame.iter_rows(named=True):
        drawn.add_row(*(_cell(row[name]) for name in shown))
    out = io.StringIO()
    Console(file=out, width=max(_width(frame, shown), 80), highlight=False, markup=False).print(
        drawn
    )
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


FORMATS: dict[str, Callable[[pl.DataFrame], str]] = {"table": table, "jsonl": jsonl, "csv": csv}


def _of_story(case: Case, frame: pl.DataFrame, name: str, story: str) -> pl.DataFrame:
    known = case.table("stories")["id"].to_list()
    if story not in known:
        raise UsageError(f"There is no story '{story}'.", remedy=f"Stories: {', '.join(known)}.")
    names = columns(TABLES[name])
    if name == "stories":
        return frame.filter(pl.col("id") == story)
    if "story_id" in names and name != "blocks":
        return frame.filter(pl.col("story_id") == story)
    if "family_id" in names and name != "parts":  # a part may belong to no family
        families = case.table("families").filter(pl.col("story_id") == story)["id"]
        return frame.filter(pl.col("family_id").is_in(families.to_list()))
    if "article_id" in names:
        articles = case.table("articles").filter(pl.col("story_id") == story)["id"]
        return frame.filter(pl.col("article_id").is_in(articles.to_list()))
    raise UsageError(f"Rows of '{name}' belong to no single story.", remedy="Leave --story out.")


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = " ".join(str(value).split())
    return text if len(text) <= _TEXT else text[: _TEXT - 1] + "…"


def _width(frame: pl.DataFrame, shown: list[str]) -> int:
    widths: Iterator[int] = (
        max([len(name), *(len(_cell(value)) for value in frame[name].to_list())]) + 2
        for name in shown
    )
    return sum(widths)
