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


def row_of(text: str, reading: Reading, version: str) -> tuple[Any, ...]:
    """A reading as a row of `READINGS`."""
    pieces = len(reading.vectors)
    how = f"reader {version}" + (f", in {pieces} pieces, being long" if pieces > 1 else "")
    return (
        text,
        [word.text for word in reading.words],
        [word.start for word in reading.words],
        [word.end for word in reading.words],
        reading.upos, reading.xpos, reading.feats, reading.lemmas, reading.heads, reading.rels,
        reading.names, reading.told, _vector(reading), how if reading.words else "no word in it",
    )  # fmt: skip


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
