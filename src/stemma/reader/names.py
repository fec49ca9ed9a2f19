"""Scores of name labels -> labels that follow one another as IOB2 allows."""

from collections.abc import Sequence

import numpy as np


def allowed(labels: Sequence[str]) -> np.ndarray:
    """0 where a label (row) may be followed by another (column), else minus infinity: `I-X` only
    follows `B-X` and `I-X`."""
    found = np.zeros((len(labels), len(labels)))
    for row, before in enumerate(labels):
        for column, after in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                found[row, column] = -np.inf
    return found


def best_labels(scores: np.ndarray, steps: np.ndarray) -> list[int]:
    """The best sequence of labels (Viterbi). `scores`: a row for each word; `steps`: see `allowed`,
    the label without a name being number 0."""
    alone = scores.argmax(axis=1)
    # Where the best of each word may follow one another, no other sequence is better.
    if steps[0, alone[0]] == 0 and not steps[alone[:-1], alone[1:]].any():
        chosen: list[int] = alone.tolist()
        return chosen
    total = scores[0] + steps[0]
    back = []
    for row in scores[1:]:
        through = total[:, None] + steps
        back.append(through.argmax(axis=0))
        total = through.max(axis=0) + row
    found = [int(total.argmax())]
    for pointers in reversed(back):
        found.append(int(pointers[found[-1]]))
    return found[::-1]
