"""Scores of heads -> the best tree with one root (Chu and Liu 1965, Edmonds 1967)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]
Heads = NDArray[np.int64]


def best_tree(scores: Scores) -> Heads:
    """The head of each word. `scores[dependent, head]`, both with the root as number 0; returns an
    array of the same length whose first entry is 0 and means nothing."""
    scores = scores.astype(np.float64, copy=True)
    scores[0, :] = -np.inf
    np.fill_diagonal(scores, -np.inf)
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1 and not _cycle(heads):
        return heads
    return _one_root(scores)


def _one_root(scores: Scores) -> Heads:
    """Of the likeliest roots, the one whose tree is best."""
    candidates = np.argsort(-scores[1:, 0])[:4] + 1
    best: tuple[float, Heads] | None = None
    for root in candidates:
        alone = scores.copy()
        alone[1:, 0] = -np.inf
        alone[root, :] = -np.inf
        alone[root, 0] = scores[root, 0]
        heads = _edmonds(alone)
        total = float(scores[np.arange(1, len(heads)), heads[1:]].sum())
        if best is None or total > best[0]:
            best = (total, heads)
    assert best is not None  # there is one word at the least
    return best[1]


def _cycle(heads: Heads) -> list[int]:
    """The words of a cycle; none if every word leads to the root."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _edmonds(scores: Scores) -> Heads:
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    # The cycle becomes one node, the last of a smaller problem.
    inside = set(cycle)
    outside = [n for n in range(len(scores)) if n not in inside]
    own = scores[cycle, heads[cycle]]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - own[:, None]
    smaller[size, :size] = into.max(axis=0)
    out = scores[np.ix_(outside, cycle)]
    smaller[:size, size] = out.max(axis=1)
    smaller[0, :] = -np.inf
    found = _edmonds(smaller)
    result: Heads = heads.copy()
    for number in range(1, size):
        head = int(found[number])
        word = outside[number]
        result[word] = cycle[int(out[number].argmax())] if head == size else outside[head]
    entry = int(found[size])
    opened = cycle[int(into[:, entry].argmax())]
    result[opened] = outside[entry]
    return result
