"""Whether two sentences say the same: what `measure similarity` prints."""

import csv
import re
from pathlib import Path
from typing import Any

import numpy as np

from stemma.errors import UsageError
from stemma.reader import vector_of
from stemma.reader.model import OnnxReader

# Chosen on the folder that is measured (gold/tune/aesop); the score says how well it fits these.
NEAR = 0.52


def measure_similarity(data: Path) -> dict[str, Any]:
    """Of a table of scored pairs (`score`, sentence, sentence, tab-separated): Spearman's correlation.
    Of a folder of aligned retellings (AESOP, CSV): F1 of pairs of sentences."""
    if data.is_file():
        return _pairs(data)
    tables = sorted(data.glob("*.csv"))
    if not tables:
        raise UsageError(
            f"There is no table at '{data}'.", remedy="Give a .tsv, or a folder of .csv."
        )
    return _alignment(tables)


def vectors(reader: OnnxReader, texts: list[str]) -> np.ndarray:
    """A row of length 1 for each text; zeros for one without words."""
    kept = [vector_of(one) for one in reader.read(texts)["vector"]]
    width = max(map(len, kept), default=0)
    return np.array([one if len(one) else np.zeros(width, np.float32) for one in kept])


def _pairs(path: Path) -> dict[str, Any]:
    from scipy.stats import spearmanr

    rows = [
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.count("\t") == 2
    ]
    reader = OnnxReader()
    left, right = (vectors(reader, [row[n] for row in rows]) for n in (1, 2))
    found = (left * right).sum(axis=1)
    rho = float(spearmanr([float(row[0]) for row in rows], found).statistic)
    return {
        "task": "similarity",
        "data": [path.name],
        "pairs": len(rows),
        "spearman": round(rho, 4),
    }


def _alignment(tables: list[Path]) -> dict[str, Any]:
    reader = OnnxReader()
    both = in_gold = in_found = 0
    for path in tables:
        with open(path, encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        left = [row["sent1"] for row in rows if row["sent1"]]
        right = [row["sent2"] for row in rows if row["sent2"]]
        gold = {
            pair
            for row in rows
            for pair in re.findall(r"\((\d+), (\d+)\)", row["manual_alignments"] or "")
        }
        mine = {(str(i), str(j)) for i, j in aligned(vectors(reader, left), vectors(reader, right))}
        both, in_gold, in_found = both + len(gold & mine), in_gold + len(gold), in_found + len(mine)
    precision, recall = both / max(in_found, 1), both / max(in_gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-12)
    return {
        "task": "similarity", "data": [f"{len(tables)} tables"], "pairs": in_gold,
        "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4),
    }  # fmt: skip


def aligned(left: np.ndarray, right: np.ndarray, near: float = NEAR) -> set[tuple[int, int]]:
    """Pairs of rows of which each is the other's nearest, or the nearest of one and near enough."""
    likeness = left @ right.T
    found = set()
    for i in range(len(left)):
        j = int(likeness[i].argmax())
        mutual = int(likeness[:, j].argmax()) == i
        if likeness[i, j] >= (near - 0.12 if mutual else near):
            found.add((i, j))
    return found
