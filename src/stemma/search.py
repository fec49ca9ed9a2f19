"""Full-text search over the sentences of a case (SQLite FTS5)."""

import os
import re
import sqlite3
from contextlib import closing
from typing import NamedTuple

from stemma.case import Case
from stemma.errors import CaseError, UsageError
from stemma.text.tokens import words

_NAME = "search.sqlite"


class Hit(NamedTuple):
    """A sentence that matches."""

    id: str
    article_id: str
    path: str
    start: int
    end: int
    kind: str
    text: str


def write_index(case: Case) -> None:
    """Indexes the sentences of a case, in the normal form, so that any marks match any others."""
    if "sentences" not in case.tables():
        return
    temporary = case.path / f".{_NAME}.writing"
    temporary.unlink(missing_ok=True)
    with closing(sqlite3.connect(temporary)) as base:
        base.execute("pragma synchronous = off")
        base.execute(
            "create virtual table sentences using fts5(compared, id unindexed, "
            "tokenize = \"unicode61 remove_diacritics 2 tokenchars '.'\")"
        )
        rows = case.table("sentences").select("text", "id").iter_rows()
        base.executemany(
            "insert into sentences values (?, ?)", ((_compared(text), name) for text, name in rows)
        )
        base.commit()
    os.replace(temporary, case.path / _NAME)


def drop_index(case: Case) -> None:
    """Deletes the index, so that nothing of what it held is left in its file."""
    (case.path / _NAME).unlink(missing_ok=True)


def search(case: Case, query: str, limit: int | None = None) -> list[Hit]:
    """Sentences with all words of `query`; words inside quotation marks must stand side by side.
    The best first, then by id. Raises UsageError for a query without a word."""
    match = _match(query)
    if not (case.path / _NAME).exists():
        raise CaseError(
            "The case has no search index.", remedy="Run the build again, at least until 'clean'."
        )
    with closing(sqlite3.connect(f"file:{case.path / _NAME}?mode=ro", uri=True)) as base:
        found = base.execute(
            "select id from sentences where sentences match ? order by round(rank, 6), id limit ?",
            (match, -1 if limit is None else limit),
        ).fetchall()
    return _hits(case, [row[0] for row in found])


def _match(query: str) -> str:
    parts = re.findall(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|([^\s\"“”„«»]+)", query)
    phrases = [_compared(quoted or plain) for quoted, plain in parts]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        raise UsageError("There is no word to search for.", remedy="Give one word or more.")
    return " ".join(f'"{phrase}"' for phrase in phrases)


def _compared(text: str) -> str:
    # One possessive more or less must not hide a name.
    return " ".join(token.n.casefold() for token in words(text) if token.n != "'s")


def _hits(case: Case, ids: list[str]) -> list[Hit]:
    import polars as pl

    order = {name: i for i, name in enumerate(ids)}
    paths = dict(case.table("articles").select("id", "path").iter_rows())
    kinds = dict(case.table("blocks").select("id", "kind").iter_rows())
    rows = case.table("sentences").filter(pl.col("id").is_in(ids)).iter_rows(named=True)
    hits = [
        Hit(
            row["id"], row["article_id"], paths[row["article_id"]], row["start"], row["end"],
            kinds[row["block_id"]], row["text"],
        )
        for row in rows
    ]  # fmt: skip
    return sorted(hits, key=lambda hit: order[hit.id])
