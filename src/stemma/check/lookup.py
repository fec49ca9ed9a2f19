"""Which sentences of a case may tell what a sentence tells: those that share its rare words, names and
numbers, or whose vector is near. Cheap, and wrong at times; what is told is compared afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# A pile is taken as part of a larger one, so that what is in every sentence of a small pile still counts.
LARGER = 2_000
_VECTOR = 0.5  # weight of the vectors' likeness beside that of the words


@dataclass(frozen=True)
class Lookup:
    """The distinct sentences of a case. `vocabulary`: term -> number; `rows`, `starts`: for each term the
    sentences that have it; `rarity`: in bits; `weights`: of all terms of a sentence together."""

    vocabulary: dict[str, int]
    rows: Ints
    starts: Ints
    rarity: Floats
    weights: Floats
    vectors: Floats

    @property
    def size(self) -> int:
        """How many sentences there are."""
        return len(self.weights)

    def bits(self, term: str) -> float:
        """How rare a term is; one that the case lacks is the rarest."""
        number = self.vocabulary.get(term)
        return float(self.rarity[number]) if number is not None else _bits(0, self.size)

    def likely(self, asked: Sequence[str], vector: Floats, most: int) -> list[int]:
        """The sentences that are the likeliest to tell the same, best first."""
        if not self.size:
            return []
        near = self._near(vector)
        shared = self._shared(set(asked))
        total = sum(self.bits(term) for term in set(asked)) or 1.0
        like = shared / np.sqrt(total * np.maximum(self.weights, 1.0))
        best = like + _VECTOR * np.maximum(near, 0.0)
        some = min(most, self.size)
        found = np.argpartition(-best, some - 1)[:some]
        return [int(n) for n in sorted(found, key=lambda n: (-best[n], n)) if best[n] > 0]

    def _shared(self, asked: set[str]) -> Floats:
        found = np.zeros(self.size, dtype=np.float32)
        for term in sorted(asked):
            number = self.vocabulary.get(term)
            if number is not None:
                found[self.rows[self.starts[number] : self.starts[number + 1]]] += self.rarity[
                    number
                ]
        return found

    def _near(self, vector: Floats) -> Floats:
        if not len(vector) or not self.vectors.size:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(self.vectors @ vector, dtype=np.float32)


def lookup(term_lists: Sequence[Sequence[str]], vectors: Floats) -> Lookup:
    """The lookup of sentences, given the terms and the vector of each (a vector may be all zeros)."""
    vocabulary: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for row, asked in enumerate(term_lists):
        pairs += [
            (vocabulary.setdefault(term, len(vocabulary)), row) for term in dict.fromkeys(asked)
        ]
    held = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    order = np.lexsort((held[:, 1], held[:, 0]))
    numbers, rows = held[order, 0], held[order, 1]
    counts = np.bincount(numbers, minlength=len(vocabulary))
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    rarity = np.array([_bits(int(n), len(term_lists)) for n in counts], dtype=np.float32)
    weights = np.zeros(len(term_lists), dtype=np.float32)
    np.add.at(weights, rows, rarity[numbers])
    return Lookup(vocabulary, rows, starts, rarity, weights, vectors)


def _bits(count: int, sentences: int) -> float:
    return float(np.log2((sentences + LARGER) / (count + 1.0)))
