"""Two articles side by side: the passages that they share, and what differs in them."""

import io
import textwrap
from collections.abc import Mapping
from typing import TypeVar

import polars as pl

from stemma.case import Case
from stemma.errors import UsageError
from stemma.frames import records_of
from stemma.lookup import look_up
from stemma.model import TABLES, Archetype, Copy, Family, Parallel, Variant, Witness
from stemma.pedigree import Order, Pedigree, in_words, order, pedigree
from stemma.remarks import count

Record = TypeVar("Record")
# The versions of the one and of the other article -> which has the older words.
Orders = Mapping[tuple[str, str], Order]

_SIDES = ("left", "right")


def compare(case: Case, one: str, other: str, width: int = 100) -> str:
    """The shared passages of two articles (ids or paths) in the order of the first, as text of at
    most `width` columns. Differing words stand in [brackets]."""
    left, right = (look_up(case, name).row for name in (one, other))
    if left["id"] == right["id"]:
        raise UsageError("Both names mean the same article.", remedy="Name two articles.")
    shared = _shared(case, left["id"], right["id"])
    head = f"{left['path']}  |  {right['path']}\n"
    if shared.is_empty():
        return (
            head
            + "They share no passage that is long enough, beyond names and numbers, to show copying.\n"
        )
    quotes = int((shared["kind"] == "quotation").sum())
    told = f"{count(len(shared), 'passage')} in common" + (
        f", {quotes} of which only quoted words" if quotes else ""
    )
    orders = _orders(case, shared)
    told = textwrap.fill(f"{told}; {_decided(orders)}.", width)
    return f"{head}{told}\n\n" + _drawn(case, shared, orders, left, right, width)


def _decided(orders: Orders) -> str:
    """How many passages of each side have the older words."""
    known = [one.first for one in orders.values() if one.first is not None]
    if not known:
        return "direction undecided"
    said = [f"{known.count(n)} on the {_SIDES[n]}" for n in (0, 1) if n in known]
    rest = "" if len(known) == len(orders) else "; the rest is undecided"
    return f"the older words: {', '.join(said)}{rest}"


def _orders(case: Case, shared: pl.DataFrame) -> Orders:
    """Of passages of shared prose; none of quoted words."""
    prose = shared.filter(pl.col("kind") == "prose")
    made = _pedigrees(case, prose["family_id"].unique().to_list())
    paths = dict(case.table("articles").select("id", "path").iter_rows())
    found = {}
    for family, one, other in prose.select("family_id", "id", "id_right").iter_rows():
        first, how = order(made[family], one, other)
        found[one, other] = Order(first, in_words(how, lambda article: str(paths[article])))
    return found


def _pedigrees(case: Case, families: list[str]) -> dict[str, Pedigree]:
    witnesses, variants = _held(case, Witness, families), _held(case, Variant, families)
    parallels, copies = _held(case, Parallel, families), _held(case, Copy, families)
    archetypes = _held(case, Archetype, families)
    found = case.table("families").filter(pl.col("id").is_in(families))
    return {
        family.id: pedigree(
            family,
            witnesses[family.id],
            variants.get(family.id, []),
            parallels.get(family.id, []),
            next(iter(archetypes.get(family.id, [])), None),
            copies.get(family.id, []),
        )
        for family in records_of(Family, found)
    }


def _held(case: Case, record: type[Record], families: list[str]) -> dict[str, list[Record]]:
    """Family -> its rows in a table; nothing, if the case was not built so far."""
    name = next(name for name, kind in TABLES.items() if kind is record)
    if name not in case.tables():
        return {}
    rows = case.table(name).filter(pl.col("family_id").is_in(families))
    parts = rows.partition_by("family_id", as_dict=True, maintain_order=True)
    return {str(family): records_of(record, part) for (family,), part in parts.items()}


def _shared(case: Case, left: str, right: str) -> pl.DataFrame:
    witnesses = case.table("witnesses")
    a = witnesses.filter(pl.col("article_id") == left)
    b = witnesses.filter(pl.col("article_id") == right)
    kinds = case.table("families").select(pl.col("id").alias("family_id"), "kind")
    joined = a.join(b, on="family_id", suffix="_right").join(kinds, on="family_id")
    return joined.sort("start", "start_right")


def _drawn(
    case: Case,
    shared: pl.DataFrame,
    orders: Orders,
    left: dict[str, str],
    right: dict[str, str],
    width: int,
) -> str:
    from rich.console import Console
    from rich.table import Table

    variants = case.table("variants")
    drawn = Table(box=None, pad_edge=False, show_lines=False, header_style="bold", expand=True)
    drawn.add_column(left["path"], ratio=1, overflow="fold")
    drawn.add_column("differences", ratio=1, overflow="fold")
    drawn.add_column(right["path"], ratio=1, overflow="fold")
    for row in shared.iter_rows(named=True):
        inside = variants.filter(pl.col("family_id") == row["family_id"])
        drawn.add_row(
            f"{row['start']}-{row['end']}  {row['text']}",
            _differences(inside, row["id"], row["id_right"], str(row["kind"]))
            + _older(orders.get((row["id"], row["id_right"]))),
            f"{row['start_right']}-{row['end_right']}  {row['text_right']}",
        )
        drawn.add_row("", "", "")
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False).print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _older(one: Order | None) -> str:
    """Which side has the older words, with the reasons; a line of its own, none for quoted words."""
    if one is None:
        return ""
    if one.first is None:
        return f"\nundecided: {one.how}"
    return f"\nolder: {_SIDES[one.first]}; of the {_SIDES[1 - one.first]}: {one.how}"


def _differences(variants: pl.DataFrame, left: str, right: str, kind: str) -> str:
    """The places at which the two witnesses read differently; a witness that a place does not name
    has the base's reading there."""
    said = ["common statement (quoted words)"] if kind == "quotation" else []
    for (_,), place in variants.sort("place", "id").group_by(["place"], maintain_order=True):
        base = place["base_text"][0]
        a, b = (_reading(place, one, base) for one in (left, right))
        if a[0] != b[0]:
            said.append(f"{b[1] or a[1]}: [{a[0] or '—'}] [{b[0] or '—'}]")
    return "\n".join(said) or "the same words"


def _reading(place: pl.DataFrame, witness: str, base: str) -> tuple[str, str]:
    for row in place.iter_rows(named=True):
        if witness in row["witness_ids"]:
            return row["text"], row["kind"]
    return base, ""
