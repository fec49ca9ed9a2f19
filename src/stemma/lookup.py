"""An id -> the row that it names now, also for groups whose members have moved."""

from typing import Any, NamedTuple

import polars as pl

from stemma.case import Case
from stemma.errors import UnknownRow
from stemma.model import is_article, key

_TABLES = {
    "block": "blocks",
    "sentence": "sentences",
    "tag": "tags",
    "name": "names",
    "actor": "actors",
    "actormention": "actor_mentions",
    "quote": "quotes",
    "saying": "sayings",
    "rewording": "rewordings",
    "figure": "figures",
    "timex": "timexes",
    "mention": "mentions",
    "event": "events",
    "moment": "timeline",
    "conflict": "conflicts",
    "story": "stories",
    "family": "families",
    "witness": "witnesses",
    "parallel": "parallels",
    "variant": "variants",
    "swap": "swaps",
    "archetype": "archetypes",
    "copy": "copies",
    "part": "parts",
    "repeat": "repeats",
    "statement": "statements",
    "reporter": "reporters",
    "correction": "corrections",
    "failure": "failures",
}


class Found(NamedTuple):
    """A row, its table, and what became of the id that was asked for, if it names another now."""

    table: str
    row: dict[str, Any]
    remark: str


def table_of(row_id: str) -> str | None:
    """The table that rows with such an id are in; None if no id looks so."""
    return "articles" if is_article(row_id) else _TABLES.get(row_id.partition("-")[0])


def look_up(case: Case, row_id: str) -> Found:
    """The row of an id; an id formed from any member of a group opens the group. Articles are also
    found by path. Raises UnknownRow."""
    if is_article(row_id):
        _refuse_removed(case, row_id)
        return Found("articles", _row(case, "articles", row_id), "")
    table = _TABLES.get(row_id.partition("-")[0])
    if table is None:
        return _by_path(case, row_id)
    found = case.table(table).filter(pl.col("id") == row_id)
    if len(found):
        return Found(table, found.row(0, named=True), "")
    now = _now(case, table, row_id)
    return Found(table, _row(case, table, now), f"'{row_id}' is now part of '{now}'.")


def _refuse_removed(case: Case, article: str) -> None:
    if "corrections" not in case.tables():
        return
    made = case.table("corrections")
    found = made.filter((pl.col("kind") == "remove") & (pl.col("target") == article))
    if len(found):
        raise UnknownRow(
            f"The article '{article}' was taken out of this case.",
            f"{found['change'][0].removeprefix('taken out: ')}.",
            "It is listed in the case's corrections.toml.",
        )


def _now(case: Case, table: str, row_id: str) -> str:
    """The id of the group that holds the member from which `row_id` is formed, or its members."""
    kind, member = row_id.partition("-")[0], key(row_id)
    group = {"statements": f"family-{member}"}.get(table, row_id)
    moved = case.moved(group)
    if moved == []:
        raise UnknownRow(
            f"'{row_id}' is no more.",
            "What it stood for shares its passages with no other text now.",
            "List the present ids with: stemma show CASE TABLE.",
        )
    if moved is not None and len(moved) > 1:
        now = ", ".join(_kind(one, kind) for one in moved)
        raise UnknownRow(f"'{row_id}' was split.", f"Its members are now in {now}.", "Ask for one.")
    holder = moved or _holder(case, table, member)
    if not holder:
        raise _unknown(case, row_id)
    return _kind(holder[0], kind)


def _holder(case: Case, table: str, member: str) -> list[str]:
    if table == "stories":
        found = case.table("articles").filter(pl.col("id") == member)["story_id"]
    elif table == "actors":
        mentions = case.table("actor_mentions")
        found = mentions.filter(pl.col("id") == f"actormention-{member}")["actor_id"]
    elif table in ("families", "statements"):
        found = case.table("witnesses").filter(pl.col("id") == f"witness-{member}")["family_id"]
    elif table in ("events", "timeline"):
        found = case.table("mentions").filter(pl.col("id") == f"mention-{member}")["event_id"]
    elif table == "sayings":
        sayings = case.table("sayings")
        found = sayings.filter(pl.col("quote_ids").list.contains(f"quote-{member}"))["id"]
    else:
        return []
    return [str(one) for one in found.drop_nulls()]


def _kind(group: str, kind: str) -> str:
    return f"{kind}-{key(group)}"


def _by_path(case: Case, name: str) -> Found:
    articles = case.table("articles")
    exact = articles.filter(pl.col("path") == name)
    found = (
        exact if len(exact) else articles.filter(pl.col("path").str.contains(name, literal=True))
    )
    if len(found) > 1:
        raise UnknownRow(
            f"'{name}' fits {len(found)} articles.", remedy="Give its id or its whole path."
        )
    if not len(found):
        raise _unknown(case, name)
    return Found("articles", found.row(0, named=True), "")


def _row(case: Case, table: str, row_id: str) -> dict[str, Any]:
    found = case.table(table).filter(pl.col("id") == row_id)
    if not len(found):
        raise _unknown(case, row_id)
    return found.row(0, named=True)


def _unknown(case: Case, row_id: str) -> UnknownRow:
    return UnknownRow(
        f"The case '{case.path}' holds nothing called '{row_id}'.",
        remedy="List ids with: stemma show CASE TABLE.",
    )
