"""The model of types: a log-linear sum over what is seen of a mention and the vector of its sentence.

`weights.npz` is made by `training/typed.py`; it has the names of features, their weights for each type,
those of the numbers of the vector, and the types.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

NONE = "NONE"


@dataclass(frozen=True)
class Types:
    """Weights that give each type a probability."""

    types: tuple[str, ...]
    known: Mapping[str, int]
    weights: np.ndarray
    of_vector: np.ndarray
    bias: np.ndarray

    def shares(self, features: Sequence[str], vector: np.ndarray) -> dict[str, float]:
        """Type -> probability, all summing to 1."""
        rows = sorted(self.known[name] for name in features if name in self.known)
        total = self.bias + self.weights[rows].sum(axis=0)
        if len(vector) == len(self.of_vector):
            total = total + vector @ self.of_vector
        grown = np.exp(total - total.max())
        return dict(zip(self.types, (grown / grown.sum()).tolist(), strict=True))


@cache
def shipped() -> Types:
    """The weights of the package. One for all callers: read it, do not change it."""
    data = files("stemma.events").joinpath("weights.npz").read_bytes()
    return read_types(np.load(io.BytesIO(data)))


def read_types(arrays: Mapping[str, Any]) -> Types:
    """From the arrays of a file of weights."""
    names = str(arrays["names"]).split("\n")
    numbers = {name: arrays[name].astype(np.float64) for name in ("weights", "of_vector", "bias")}
    known = {name: n for n, name in enumerate(names)}
    return Types(tuple(str(arrays["types"]).split("\n")), known, **numbers)


def vector_of(reading: Mapping[str, Any]) -> np.ndarray:
    """The sentence vector of a reading, empty if it has none."""
    return np.frombuffer(reading["vector"], dtype="<f2").astype(np.float64)
