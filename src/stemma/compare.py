"""Two articles side by side: the passages that they share, and what differs in them."""

import io

import polars as pl

from stemma.case import Case
from stemma.errors import UsageError
from stemma.lookup import look_up
from stemma.remarks import count


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
    return f"{head}{told}; direction undecided.\n\n" + _drawn(case, shared, left, right, width)


def _shared(case: Case, left: str, right: str) -> pl.DataFrame:
    witnesses = case.table("witnesses")
    a = witnesses.filter(pl.col("article_id") == left)
    b = witnesses.filter(pl.col("article_id") == right)
    kinds = case.table("families").select(pl.col("id").alias("family_id"), "kind")
    joined = a.join(b, on="family_id", suffix="_right").join(kinds, on="family_id")
    return joined.sort("start", "start_right")


def _drawn(
    case: Case, shared: pl.DataFrame, left: dict[str, str], right: dict[str, str], width: int
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
            _differences(inside, row["id"], row["id_right"], str(row["kind"])),
            f"{row['start_right']}-{row['end_right']}  {row['text_right']}",
        )
        drawn.add_row("", "", "")
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False).print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


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
