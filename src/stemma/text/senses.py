"""How near in meaning words are by WordNet, whatever their letters (`senses.npz`).

`training/senses.py` makes the table, and says how.
"""

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from scipy import sparse

_STEPS = 15  # of nearness, as the table has it


class Senses(NamedTuple):
    """Word -> its row, and how near each two words are."""

    at: dict[str, int]
    near: "sparse.csr_array"


@cache
def senses() -> Senses:
    """The table of the package. One for all callers: read it, do not change it."""
    held = np.load(io.BytesIO(files("stemma.text").joinpath("senses.npz").read_bytes()))
    words = str(held["words"]).split()
    ends = np.concatenate([[0], np.cumsum(held["counts"].astype(np.int64))])
    values, others = held["near"].astype(float) / _STEPS, held["others"].astype(np.int64)
    half = sparse.csr_array((values, others, ends), shape=(len(words), len(words)))
    return Senses({word: n for n, word in enumerate(words)}, sparse.csr_array(half + half.T))


def nearness(words: Sequence[str]) -> np.ndarray:
    """How near each two of some words are, up to 1 for those of one sense; 0 to all for a word that the table
    lacks, and for a word with itself."""
    table = senses()
    known = [n for n, word in enumerate(words) if word in table.at]
    rows = [table.at[words[n]] for n in known]
    found = np.zeros((len(words), len(words)))
    found[np.ix_(known, known)] = table.near[rows][:, rows].toarray()
    return found
