"""Which sentences of a case are on a side of a disagreement that its account shows, as a check asks for them.
What versions of one sentence have otherwise is left out: a check compares these itself."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

import polars as pl

from stemma.case import Case

# Of two figures of which nothing shows the later one, one may be an update.
_SHOWN = ("conflicting", "different with order unknown")
_SLOTS = ("date", "place", "actor")
_OPPOSITE = (
    "sentences tell the opposite"  # that something was done and was not, a check sees by itself
)


class Against(NamedTuple):
    """A value of a sentence, where it stands in the article, and the sentence that has another value."""

    slot: str
    start: int
    end: int
    value: str
    other: str
    text: str


def disagreements(case: Case) -> Mapping[str, list[Against]]:
    """Sentence -> its values that other sentences have otherwise."""
    found: dict[str, list[Against]] = defaultdict(list)
    if "conflicts" not in case.tables():
        return found
    rows = case.table("conflicts").filter(
        (
            pl.col("slot").is_in(_SLOTS)
            | ((pl.col("slot") == "figure") & (pl.col("verdict") == _SHOWN[0]))
            | pl.col("how").str.starts_with(_OPPOSITE)
        )
        & pl.col("verdict").is_in(_SHOWN)
        & ~pl.col("how").str.starts_with("versions of one sentence")
    )
    places = _places(case, rows)
    for row in rows.iter_rows(named=True):
        for ours, theirs in (("", "other_"), ("other_", "")):
            for name in row[f"{ours}row_ids"]:
                if name in places:
                    sentence, start, end = places[name]
                    found[sentence].append(
                        Against(row["slot"], start, end, row[f"{ours}value"], row[f"{theirs}value"],
                                row[f"{theirs}text"])
                    )  # fmt: skip
    return found


def _places(case: Case, rows: pl.DataFrame) -> dict[str, tuple[str, int, int]]:
    """Row of a side -> its sentence, and where its value stands there: of a mention, its expression of
    time."""
    names = pl.concat([rows["row_ids"].explode(), rows["other_row_ids"].explode()]).unique()
    found: dict[str, tuple[str, int, int]] = {}
    for table in ("figures", "timexes"):
        held = case.table(table).filter(pl.col("id").is_in(names.implode()))
        found |= _spans(held.select("id", "sentence_id", "start", "end"))
    mentions = case.table("mentions").filter(pl.col("id").is_in(names.implode()))
    times = case.table("timexes").select("id", "start", "end")
    whole = mentions.select("id", "sentence_id", "timex_id", "start", "end").join(
        times, left_on="timex_id", right_on="id", how="left", suffix="_time"
    )
    at = {edge: pl.coalesce(f"{edge}_time", edge).alias(edge) for edge in ("start", "end")}
    return found | _spans(whole.select("id", "sentence_id", *at.values()))


def _spans(frame: pl.DataFrame) -> dict[str, tuple[str, int, int]]:
    rows: list[tuple[Any, ...]] = frame.rows()
    return {name: (sentence, start, end) for name, sentence, start, end in rows}
