"""Scores of coreference, each by its published definition, over partitions of the same mentions."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from stemma.measure.scores import Score, b_cubed


def muc(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """MUC (Vilain and others 1995): of the links that join a group, those that the other partition leaves."""
    return _score(_links(found, gold), _links(gold, found))


def _links(groups: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    parts = len(set(zip(groups, other, strict=True)))
    count = len(set(groups))
    return (len(groups) - parts) / (len(groups) - count) if len(groups) > count else 0.0


def ceaf_e(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """CEAFe (Luo 2005): groups are matched one to one so that the sum of the likeness of matched groups
    (twice what they share, by their sizes) is the greatest; the sum by the number of groups of each side."""
    both = Counter(zip(gold, found, strict=True))
    rows, columns = (
        {name: n for n, name in enumerate(dict.fromkeys(side))} for side in (gold, found)
    )
    sizes, found_sizes = Counter(gold), Counter(found)
    likeness = np.zeros((len(rows), len(columns)))
    for (g, f), shared in both.items():
        likeness[rows[g], columns[f]] = 2 * shared / (sizes[g] + found_sizes[f])
    total = float(likeness[linear_sum_assignment(-likeness)].sum())
    return _score(total / max(len(columns), 1), total / max(len(rows), 1))


def conll(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    """F1 of MUC, B³ and CEAFe, and their mean, from 0 to 1. Mentions that stand alone count."""
    each = {
        "muc": muc(gold, found).f1,
        "b3": b_cubed(gold, found).f1,
        "ceaf_e": ceaf_e(gold, found).f1,
    }
    return {**each, "conll": sum(each.values()) / len(each)}


def same_label(labels: Sequence[frozenset[str]], stories: Sequence[Hashable]) -> list[int]:
    """Groups of mentions that have a label in common within a story, by any chain of such: a baseline."""
    above = list(range(len(labels)))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    having: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
    for n, (own, story) in enumerate(zip(labels, stories, strict=True)):
        for label in own:
            having[story, label].append(n)
    for numbers in having.values():
        for n in numbers[1:]:
            first, second = sorted((top(numbers[0]), top(n)))
            above[second] = first
    return [top(n) for n in range(len(labels))]


def _score(precision: float, recall: float) -> Score:
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)
