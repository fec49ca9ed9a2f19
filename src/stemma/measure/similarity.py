"""Whether two sentences say the same: what `measure similarity` prints."""

import csv
import math
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from stemma.errors import UsageError
from stemma.reader import vector_of
from stemma.reader.model import OnnxReader
from stemma.text.tokens import compared_words

# Chosen on the folder that is measured (gold/tune/aesop), so that the score says how well it fits these:
# with the vector alone F1 is .51, with words .55, with place and neighbours .65. What likeness a pair
# needs, and what a likeness of rare words, a difference of place, and likeness of its neighbours weigh
# beside that of the vectors.
NEAR = 0.65
WORDS, PLACE, NEIGHBOURS = 1.0, 0.5, 0.4
ONE_SIDED = 0.1  # more, for a pair that is best seen from the second text only


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
    read = [_table(path) for path in tables]
    rarity = _rarity([text for left, right, _ in read for text in (*left, *right)])
    both = in_gold = in_found = 0
    for left, right, gold in read:
        likeness = vectors(reader, left) @ vectors(reader, right).T
        likeness = likeness + WORDS * _shared_words(left, right, rarity)
        mine = aligned(likeness)
        both, in_gold, in_found = both + len(gold & mine), in_gold + len(gold), in_found + len(mine)
    precision, recall = both / max(in_found, 1), both / max(in_gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-12)
    return {
        "task": "similarity", "data": [f"{len(tables)} tables"], "pairs": in_gold,
        "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4),
    }  # fmt: skip


def _table(path: Path) -> tuple[list[str], list[str], set[tuple[int, int]]]:
    """The sentences of two tellings, and the pairs of them that a person aligned."""
    with open(path, encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    cells = (row["manual_alignments"] or "" for row in rows)
    pairs = {(int(i), int(j)) for cell in cells for i, j in re.findall(r"\((\d+), (\d+)\)", cell)}
    left, right = ([row[side] for row in rows if row[side]] for side in ("sent1", "sent2"))
    return left, right, pairs


def _rarity(texts: list[str]) -> dict[str, float]:
    spread = Counter(word for text in texts for word in set(compared_words(text)))
    return {word: math.log(len(texts) / count) for word, count in spread.items()}


def _shared_words(left: list[str], right: list[str], rarity: dict[str, float]) -> np.ndarray:
    """The cosine of the rarities of words, for each pair of texts."""
    column = {word: n for n, word in enumerate(rarity)}

    def rows(texts: list[str]) -> np.ndarray:
        made = np.zeros((len(texts), len(column)))
        for row, text in enumerate(texts):
            for word in set(compared_words(text)):
                made[row, column[word]] = rarity[word]
        return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-12))

    return np.asarray(rows(left) @ rows(right).T)


def aligned(likeness: np.ndarray) -> set[tuple[int, int]]:
    """Pairs of rows and columns that are each the best of the other's, or of one of them, near enough:
    the better, the nearer their places and the likelier their neighbours."""
    rows, columns = likeness.shape
    places = (np.arange(rows) + 0.5)[:, None] / rows - (np.arange(columns) + 0.5)[None, :] / columns
    score = likeness - PLACE * np.abs(places)
    score[1:, 1:] += NEIGHBOURS / 2 * likeness[:-1, :-1]
    score[:-1, :-1] += NEIGHBOURS / 2 * likeness[1:, 1:]
    first = {(i, int(score[i].argmax())) for i in range(rows)}
    second = {(int(score[:, j].argmax()), j) for j in range(columns)}
    return {pair for pair in first if score[pair] >= NEAR} | {
        pair for pair in second if score[pair] >= NEAR + ONE_SIDED
    }
