"""Scores of the field, each by its published definition."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """B³ of two partitions of the same things (Bagga and Baldwin 1998): for each thing, the share of
    its found group that is of its gold group, and the reverse, averaged over things."""
    both = Counter(zip(gold, found, strict=True))
    in_gold, in_found = Counter(gold), Counter(found)
    total = len(gold)
    precision = sum(n * n / in_found[f] for (_, f), n in both.items()) / max(total, 1)
    recall = sum(n * n / in_gold[g] for (g, _), n in both.items()) / max(total, 1)
    return Score(precision, recall, 2 * precision * recall / max(precision + recall, 1e-12))
