"""How alike words of deeds are in meaning, by a table of vectors (`likeness.npz`).

A vector is what the reader makes of the word alone; `training/likeness.py` makes the table.
"""

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np


class Vectors(NamedTuple):
    """Word -> its row, and rows of length 1."""

    at: dict[str, int]
    rows: np.ndarray


@cache
def vectors() -> Vectors:
    """The table of the package. One for all callers: read it, do not change it."""
    held = np.load(io.BytesIO(files("stemma.text").joinpath("likeness.npz").read_bytes()))
    rows = held["rows"].astype(np.float64)
    words = str(held["words"]).split()
    return Vectors(
        {w: n for n, w in enumerate(words)}, rows / np.linalg.norm(rows, axis=1)[:, None]
    )


def alike(words: Sequence[str]) -> np.ndarray:
    """The likeness of each two of some words, up to 1; 0 to all for a word that the table lacks."""
    table = vectors()
    known = [n for n, word in enumerate(words) if word in table.at]
    rows = np.zeros((len(words), table.rows.shape[1]))
    rows[known] = table.rows[[table.at[words[n]] for n in known]]
    return np.asarray(rows @ rows.T)
