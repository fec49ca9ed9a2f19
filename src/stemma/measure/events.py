"""Types of events on the annotated sentences of PLV: what `measure events` prints.

The sentences have PLOVER's root for what a marked source does to a marked target, among 15: CONCEDE and
RETREAT are one, YIELD. The parties are given, and the model was never trained on these sentences.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stemma.errors import UsageError
from stemma.events import types_between
from stemma.reader.model import OnnxReader

_ROOT = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_MARK = re.compile(r"</?[st]>")
_COLUMNS = ("sentence", "marked_sentence", "gold_root")


class Pair(NamedTuple):
    """A sentence, where it has source and target, and the root that it was given."""

    sentence: str
    source: tuple[int, int]
    target: tuple[int, int]
    root: str


def measure_events(data: Path) -> dict[str, Any]:
    """How many roots are right and the macro-F1 over the roots of the gold, in per cent. Data: a TSV with
    `sentence`, `marked_sentence` and `gold_root`."""
    pairs = read_pairs(data)
    roots = sorted({pair.root for pair in pairs})
    texts = list(dict.fromkeys(pair.sentence for pair in pairs))
    read = {row["text"]: row for row in OnnxReader().read(texts).iter_rows(named=True)}
    found = [_root(pair, read[pair.sentence], roots) for pair in pairs]
    gold = [pair.root for pair in pairs]
    each = f1_of_each(gold, found)
    right = sum(a == b for a, b in zip(gold, found, strict=True))
    return {
        "task": "events",
        "sentences": len(pairs),
        "roots": len(roots),
        "right": round(100 * right / max(len(pairs), 1), 2),
        "macro_f1": round(100 * sum(each.values()) / max(len(each), 1), 2),
        "f1": {root: round(100 * value, 1) for root, value in each.items()},
    }


def _root(pair: Pair, reading: dict[str, Any], roots: Sequence[str]) -> str:
    shares = dict.fromkeys(roots, 0.0)
    found = types_between(pair.sentence, reading, pair.source, pair.target)
    for kind, share in found.items():
        root = _ROOT.get(kind, kind)
        if root in shares:
            shares[root] += share
    return max(roots, key=lambda root: shares[root])


def f1_of_each(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Root of the gold -> F1."""
    both = Counter(a for a, b in zip(gold, found, strict=True) if a == b)
    in_gold, in_found = Counter(gold), Counter(found)
    return {root: 2 * both[root] / (in_gold[root] + in_found[root]) for root in sorted(in_gold)}


def read_pairs(path: Path) -> list[Pair]:
    """The rows of a file. Raises UsageError if it is none of these."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
    except OSError as error:
        raise UsageError(
            f"There is no PLV at '{path}'.", remedy="Give its file of sentences, a TSV."
        ) from error
    if not rows or any(name not in rows[0] for name in _COLUMNS):
        raise UsageError(f"'{path}' lacks columns.", remedy=f"It needs {', '.join(_COLUMNS)}.")
    return [_pair(row) for row in rows]


def _pair(row: dict[str, str]) -> Pair:
    marked = row["marked_sentence"]
    source, target = _unmarked(marked, "s"), _unmarked(marked, "t")
    return Pair(row["sentence"], source, target, row["gold_root"])


def _unmarked(marked: str, kind: str) -> tuple[int, int]:
    """Where marked words stand once all marks are taken out; nowhere if they are not marked."""
    start, end = marked.find(f"<{kind}>"), marked.find(f"</{kind}>")
    if start < 0 or end < 0:
        return 0, 0
    return len(_MARK.sub("", marked[:start])), len(_MARK.sub("", marked[:end]))
