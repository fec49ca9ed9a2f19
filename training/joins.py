"""Which mention joins two parties: fits ``JOINS`` of ``stemma.events.given`` to our own rows and prints it.

    PYTHONPATH=src:. python -m training.joins

In each row with who, whom and the words that carry the event marked, the mention at those words is to be
chosen among all of its sentence: a log-linear choice with a square penalty, by L-BFGS; no chance is in it.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from training.events import Event, events
from training.frames import frames
from training.typed import at, marked_words

from stemma.events.given import JOINS, joins
from stemma.events.mentions import mentions
from stemma.events.tree import Tree
from stemma.events.types import NONE
from stemma.reader.model import OnnxReader

PENALTY = 0.5
FILLS = 3  # sentences of each frame


def choices(rows: list[Event], read: dict[str, dict[str, object]]) -> list[tuple[np.ndarray, int]]:
    """What speaks for each mention of a row, and which is the one."""
    found = []
    for row in rows:
        tree = Tree.of(row.sentence.text, read[row.sentence.text])
        deed, who, whom = (set(marked_words(tree, row, kind)) for kind in "PAR")
        all_ = mentions(tree)
        one = at(tree, all_, sorted(deed))
        if row.type != NONE and who and whom and len(all_) > 1 and one in all_:
            seen = [[float(value) for _, value in joins(tree, each, who, whom)] for each in all_]
            found.append((np.array(seen), all_.index(one)))
    return found


def fitted(rows: list[tuple[np.ndarray, int]]) -> np.ndarray:
    """The weights."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = PENALTY / 2 * float(weights @ weights), PENALTY * weights
        for seen, right in rows:
            scores = seen @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            total -= float(np.log(shares[right] + 1e-12))
            slope = slope + seen.T @ shares - seen[right]
        return total, slope

    start = np.zeros(rows[0][0].shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def main() -> None:
    """Prints the weights and how often the right mention has the most."""
    rows = [*events(), *frames(fills=FILLS)]
    texts = list(dict.fromkeys(row.sentence.text for row in rows))
    read = {one["text"]: one for one in OnnxReader().read(texts).iter_rows(named=True)}
    given = choices(rows, read)
    weights = fitted(given)
    for name, weight in zip(JOINS, weights, strict=True):
        print(f"{name!r}: {weight:.2f}")
    right = sum(int(np.argmax(seen @ weights)) == one for seen, one in given)
    print(f"{len(given)} rows, right: {right / len(given):.3f}")


if __name__ == "__main__":
    main()
