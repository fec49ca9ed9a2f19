"""Full-text search over the sentences of a case (SQLite FTS5)."""

import errno
import os
import re
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from stemma.case import Case
from stemma.errors import CaseError, UsageError
from stemma.text.tokens import words

_NAME = "search.sqlite"
_VERSION = 1  # of what is written for a sentence; raise it with any change of compared words


class Hit(NamedTuple):
    """A sentence that matches."""

    id: str
    article_id: str
    path: str
    start: int
    end: int
    kind: str
    text: str


def write_index(case: Case, kept: Mapping[str, Sequence[str]] | None = None) -> dict[str, int]:
    """Indexes the sentences of a case, in the normal form, so that any marks match any others.
    `kept`: text -> its compared words, as far as they are known. Sentences that the index has are
    left in it. Returns how many sentences were `added`, `dropped` and `kept`."""
    if "sentences" not in case.tables():
        return {}
    texts = dict(case.table("sentences").select("id", "text").iter_rows())
    temporary = case.path / f".{_NAME}.writing"
    try:
        done = _update(case.path / _NAME, temporary, texts, kept or {})
    except sqlite3.DatabaseError:
        # The index of the build before is damaged; or the disk is full, as will show.
        done = _anew(temporary, texts, kept or {})
    os.replace(temporary, case.path / _NAME)
    return done


def _anew(new: Path, texts: Mapping[str, str], kept: Mapping[str, Sequence[str]]) -> dict[str, int]:
    try:
        return _update(None, new, texts, kept)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, f"The index can't be written ({error})", str(new)) from error


def _update(
    old: Path | None, new: Path, texts: Mapping[str, str], kept: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """Writes an index of `texts` (sentence id -> text), from an old one where there is one."""
    new.unlink(missing_ok=True)
    if old is not None and old.exists():
        shutil.copyfile(old, new)
    with closing(sqlite3.connect(new)) as base:
        base.execute("pragma synchronous = off")
        _begin(base)
        before = {name: row for row, name in base.execute("select rowid, id from sentences")}
        gone = [(row,) for name, row in before.items() if name not in texts]
        fresh = {name: text for name, text in texts.items() if name not in before}
        written = {text: _indexed(text, kept) for text in set(fresh.values())}
        base.executemany("delete from sentences where rowid = ?", gone)
        rows = ((written[text], name) for name, text in fresh.items())
        base.executemany("insert into sentences values (?, ?)", rows)
        base.commit()
        if gone:
            # What was deleted would stay readable in the file.
            base.execute("insert into sentences(sentences) values ('optimize')")
            base.commit()
            base.execute("vacuum")
    return {"added": len(fresh), "dropped": len(gone), "kept": len(texts) - len(fresh)}


def _begin(base: sqlite3.Connection) -> None:
    """Makes the table, or makes it anew if another version wrote it."""
    if base.execute("pragma user_version").fetchone() == (_VERSION,):
        return
    base.execute(f"pragma user_version = {_VERSION}")
    base.execute("drop table if exists sentences")
    base.execute(
        "create virtual table sentences using fts5(compared, id unindexed, "
        "tokenize = \"unicode61 remove_diacritics 2 tokenchars '.'\")"
    )


def _indexed(text: str, kept: Mapping[str, Sequence[str]]) -> str:
    found = kept.get(text)
    return _compared(text) if found is None else _joined(found)


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
    parts = re.findall(r"[\"“”„«»「」]([^\"“”„«»「」]+)[\"“”„«»「」]|([^\s\"“”„«»「」]+)", query)
    phrases = [_compared(quoted or plain) for quoted, plain in parts]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        raise UsageError("There is no word to search for.", remedy="Give one word or more.")
    return " ".join(f'"{phrase}"' for phrase in phrases)


def _compared(text: str) -> str:
    return _joined([token.n for token in words(text)])


def _joined(compared: Sequence[str]) -> str:
    # One possessive more or less must not hide a name.
    return " ".join(word.casefold() for word in compared if word != "'s")


def _hits(case: Case, ids: list[str]) -> list[Hit]:
    import polars as pl

    order = {name: i for i, name in enumerate(ids)}
    paths = dict(case.table("articles").select("id", "path").iter_rows())
    found = case.table("sentences").filter(pl.col("id").is_in(ids))
    blocks = case.table("blocks").filter(pl.col("id").is_in(found["block_id"].to_list()))
    kinds = dict(blocks.select("id", "kind").iter_rows())
    hits = [
        Hit(
            row["id"], row["article_id"], paths[row["article_id"]], row["start"], row["end"],
            kinds[row["block_id"]], row["text"],
        )
        for row in found.iter_rows(named=True)
    ]  # fmt: skip
    return sorted(hits, key=lambda hit: order[hit.id])
