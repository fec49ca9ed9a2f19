"""What is read of a sentence, and the columns that it is kept in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from stemma.reader.tokens import Word

# A row for each distinct sentence text. Heads count from 1, 0 is the root; names are IOB2 labels; the
# vector has length 1 and is kept as 384 numbers of 16 bits. `told`: see `model.told`.
READINGS = pl.Schema(
    {
        "text": pl.String(),
        "words": pl.List(pl.String()),
        "starts": pl.List(pl.Int64()),
        "ends": pl.List(pl.Int64()),
        "upos": pl.List(pl.String()),
        "xpos": pl.List(pl.String()),
        "feats": pl.List(pl.String()),
        "lemmas": pl.List(pl.String()),
        "heads": pl.List(pl.Int64()),
        "rels": pl.List(pl.String()),
        "names": pl.List(pl.String()),
        "told": pl.List(
            pl.Struct(
                {
                    "cue": pl.List(pl.Int64()),
                    "source": pl.List(pl.Int64()),
                    "content": pl.List(pl.Int64()),
                    "sure": pl.Float64(),
                }
            )
        ),
        "vector": pl.Binary(),
        "how": pl.String(),
    }
)


Row = dict[str, Any]  # of `READINGS`
_OF_WORDS = (
    "words", "starts", "ends", "upos", "xpos", "feats", "lemmas", "heads", "rels", "names",
)  # fmt: skip


def frame_of(rows: Sequence[Row]) -> pl.DataFrame:
    """Rows as a frame. Its lists are made of their members in a row, for Polars would make a series of each
    list."""
    lengths = pl.Series([len(row["words"]) for row in rows], dtype=pl.UInt32)
    number = pl.DataFrame({"row": pl.int_range(len(rows), eager=True)})
    members = {
        name: pl.Series([one for row in rows for one in row[name]], dtype=READINGS[name].inner)  # type: ignore[attr-defined]
        for name in _OF_WORDS
    }
    words = pl.DataFrame(
        {"row": number["row"].repeat_by(lengths).explode().drop_nulls(), **members}
    )
    lists = words.group_by("row", maintain_order=True).agg(pl.all())
    held = number.join(lists, on="row", how="left", maintain_order="left")
    empty = [pl.col(name).fill_null(pl.lit([], dtype=READINGS[name])) for name in _OF_WORDS]
    others = [
        pl.Series(name, [row[name] for row in rows], dtype=kind)
        for name, kind in READINGS.items()
        if name not in _OF_WORDS
    ]
    return held.with_columns(*empty, *others).select(list(READINGS))


@dataclass
class Reading:
    """A sentence while it is read, piece by piece."""

    words: list[Word]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    rels: list[str]
    names: list[str]
    told: list[dict[str, Any]] = field(default_factory=list)
    vectors: list[tuple[np.ndarray, int]] = field(default_factory=list)

    @classmethod
    def empty(cls, words: Sequence[Word]) -> "Reading":
        """Nothing is known yet."""
        blank = ["_"] * len(words)
        return cls(
            list(words),
            [*blank],
            [*blank],
            [*blank],
            [*blank],
            [0] * len(words),
            [*blank],
            [*blank],
        )

    def attach(self, first: int, heads: Sequence[int], rels: Sequence[str]) -> None:
        """The tree of a piece that begins at word `first`. The root of a later piece of a long sentence
        hangs on that of the first, as what stands beside it."""
        root = next((n for n in range(first) if self.heads[n] == 0), None)
        for number, (head, rel) in enumerate(zip(heads, rels, strict=True), first):
            if head:
                self.heads[number], self.rels[number] = head + first, rel
            elif root is None:
                self.heads[number], self.rels[number] = 0, rel
            else:
                self.heads[number], self.rels[number] = root + 1, "parataxis"


def row_of(text: str, reading: Reading, version: str) -> Row:
    """A reading as a row."""
    pieces = len(reading.vectors)
    how = f"reader {version}" + (f", in {pieces} pieces, being long" if pieces > 1 else "")
    return {
        "text": text,
        "words": [word.text for word in reading.words],
        "starts": [word.start for word in reading.words],
        "ends": [word.end for word in reading.words],
        "upos": reading.upos, "xpos": reading.xpos, "feats": reading.feats, "lemmas": reading.lemmas,
        "heads": reading.heads, "rels": reading.rels, "names": reading.names, "told": reading.told,
        "vector": _vector(reading), "how": how if reading.words else "no word in it",
    }  # fmt: skip


def _vector(reading: Reading) -> bytes:
    if not reading.vectors:
        return b""
    total = sum(
        vector.astype(np.float64) * (count / np.linalg.norm(vector))
        for vector, count in reading.vectors
    )
    return np.asarray(total / np.linalg.norm(total), dtype="<f2").tobytes()


def vector_of(kept: bytes) -> np.ndarray:
    """The vector of a row, of length 1; of length 0 for a sentence without a word."""
    return np.frombuffer(kept, dtype="<f2").astype(np.float32)


def named(
    starts: Sequence[int], ends: Sequence[int], labels: Sequence[str]
) -> list[tuple[int, int, str]]:
    """Names as (start, end, kind), characters of the sentence, out of IOB2 labels."""
    found: list[tuple[int, int, str]] = []
    for start, end, label in zip(starts, ends, labels, strict=True):
        kind = label[2:]
        if label.startswith("B-") or (
            label.startswith("I-") and (not found or found[-1][2] != kind)
        ):
            found.append((start, end, kind))
        elif label.startswith("I-"):
            found[-1] = (found[-1][0], end, kind)
    return found
