"""The model of event types: trained on ``own/events.txt`` and ``own/frames.txt`` alone, written to
``stemma/events/weights.npz``.

    PYTHONPATH=src:. python -m training.typed [--out src/stemma/events/weights.npz]

A log-linear model over 16 types and none, with a square penalty, by L-BFGS; no chance is in it. A row's
mention is the one that ``stemma.events.mentions`` finds at its marks; where other words would be taken if
only the parties were known, these are an example too. Every fifth sentence of
``events.txt``, by a hash of its text, is held back from the model that is scored; the one that is shipped is
trained on all of them.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from training.events import Event, events
from training.frames import frames

from stemma.events.features import features
from stemma.events.given import weighed
from stemma.events.mentions import VERB, Mention, mentions
from stemma.events.tree import Tree
from stemma.events.types import NONE, Types, read_types, vector_of
from stemma.reader.model import OnnxReader

OUT = Path(__file__).parents[1] / "src" / "stemma" / "events" / "weights.npz"
LEAST = 3  # times that a feature must be seen
PENALTY = 1.2
VECTOR = 4.0  # what the sentence vector is multiplied by
STEPS = 120


@dataclass(frozen=True)
class Example:
    """What the model sees of a row, and what it should say."""

    names: Sequence[str]
    vector: np.ndarray
    type: str


def held_back(text: str) -> bool:
    """Whether a sentence is one of the fifth that is not trained on."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def examples(row: Event, reading: dict[str, Any]) -> list[Example]:
    """The example of a row, and a second where the parties alone would lead elsewhere."""
    tree = Tree.of(row.sentence.text, reading)
    marked = {kind: marked_words(tree, row, kind) for kind in "PAR"}
    who, whom = set(marked["A"]), set(marked["R"])
    found = mentions(tree)
    chosen = [at(tree, found, marked["P"])]
    if found and (chosen[0] is None or (who and whom and row.type != NONE)):
        chosen.append(weighed(tree, found, who, whom)[0][1])
    heads = {one.head: one for one in reversed(chosen) if one is not None}
    vector = vector_of(reading)
    return [
        Example(features(tree, one, who, whom), vector, row.type)
        for one in reversed(heads.values())
    ]


def marked_words(tree: Tree, row: Event, kind: str) -> list[int]:
    """The words that a row marks as one kind of part."""
    parts = [part for part in row.sentence.parts if part.part == kind]
    return [n for part in parts for n in tree.inside(part.start, part.end)]


def at(tree: Tree, found: list[Mention], marked: list[int]) -> Mention | None:
    """The mention that shares most words with the marks, or one made of them."""
    if not marked:
        return None
    best = max(
        found,
        key=lambda one: (len(set(one.words) & set(marked)), one.kind != VERB, -one.head),
        default=None,
    )
    if best is not None and set(best.words) & set(marked):
        return best
    return Mention(tree.top(marked), tuple(marked), VERB)


def train(rows: list[Example]) -> dict[str, Any]:
    """The arrays of the file of weights."""
    seen = Counter(name for row in rows for name in row.names)
    names = sorted(name for name, count in seen.items() if count >= LEAST)
    types = sorted({row.type for row in rows})
    number = {name: n for n, name in enumerate(names)}
    given = _matrix(rows, number)
    wanted = np.eye(len(types))[[types.index(row.type) for row in rows]]
    weights = fitted(given, wanted, PENALTY)
    size = len(rows[0].vector)
    return {
        "names": np.array("\n".join(names)),
        "types": np.array("\n".join(types)),
        "weights": weights[: len(names)].astype(np.float16),
        "of_vector": (weights[len(names) : len(names) + size] * VECTOR).astype(np.float16),
        "bias": weights[-1].astype(np.float16),
    }


def _matrix(rows: list[Example], number: dict[str, int]) -> csr_matrix:
    cells = [
        (n, number[name]) for n, row in enumerate(rows) for name in row.names if name in number
    ]
    across, down = zip(*cells, strict=True)
    seen = csr_matrix((np.ones(len(cells)), (across, down)), (len(rows), len(number)))
    vectors = VECTOR * np.array([row.vector for row in rows])
    return csr_matrix(hstack([seen, csr_matrix(vectors), np.ones((len(rows), 1))]))


def fitted(given: csr_matrix, wanted: np.ndarray, penalty: float) -> np.ndarray:
    """The weights of each column of what is given, for each of what is wanted."""
    shape = (given.shape[1], wanted.shape[1])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        scores = given @ weights
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = given.T @ (np.exp(logs) - wanted) + penalty * weights
        return float(-(wanted * logs).sum() + penalty / 2 * (flat @ flat)), slope.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x).reshape(shape)


def scored(model: Types, rows: list[Example]) -> str:
    """How many types are right, and the F1 of each."""
    pairs = []
    for row in rows:
        shares = model.shares(row.names, row.vector)
        pairs.append((row.type, max(shares, key=lambda name: shares[name])))
    both = Counter(gold for gold, found in pairs if gold == found)
    gold, found = Counter(p[0] for p in pairs), Counter(p[1] for p in pairs)
    each = {kind: 2 * both[kind] / max(gold[kind] + found[kind], 1) for kind in model.types}
    right = sum(both.values()) / max(len(pairs), 1)
    shown = ", ".join(f"{kind} {value:.2f}" for kind, value in each.items())
    return f"right {right:.3f}, macro-F1 {sum(each.values()) / len(each):.3f} ({shown})"


def main() -> None:
    """Trains, writes and scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    rows, made = events(), frames()
    texts = list(dict.fromkeys(row.sentence.text for row in [*rows, *made]))
    read = {one["text"]: one for one in OnnxReader().read(texts).iter_rows(named=True)}
    apart = [held_back(row.sentence.text) for row in rows]
    shown = [examples(row, read[row.sentence.text]) for row in rows]
    framed = [one for row in made for one in examples(row, read[row.sentence.text])]
    kept = [one for each, held in zip(shown, apart, strict=True) if not held for one in each]
    held = [each[0] for each, held in zip(shown, apart, strict=True) if held and each]
    print(f"held back, not trained on: {scored(read_types(train(kept + framed)), held)}")
    arrays = train([one for each in shown for one in each] + framed)
    np.savez_compressed(given.out, **arrays)
    known = len(read_types(arrays).known)
    size = given.out.stat().st_size
    print(f"shipped: {len(rows)} rows, {len(made)} of frames, {known} features, {size} bytes")


if __name__ == "__main__":
    main()
