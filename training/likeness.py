"""The table of words and how alike they are: written to ``stemma/text/likeness.npz``.

    PYTHONPATH=src:. python -m training.likeness [--out src/stemma/text/likeness.npz]

The words are the verbs and nouns of our own text and all words of `text/deeds.txt`. The vector of a word is
what the shipped reader makes of it alone, less the mean of all, in the directions in which the words differ
most, each number kept in 8 bits. No chance is in it, and no text of others.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from benchmarks.farm.library import load_library
from training.reports import stories

from stemma.reader import vector_of
from stemma.reader.model import OnnxReader
from stemma.text.deeds import lines_of

OUT = Path(__file__).parents[1] / "src" / "stemma" / "text" / "likeness.npz"
WIDTH = 96
_OWN = Path(__file__).parent / "own"


def sentences() -> list[str]:
    """All sentences whose words are in the table."""
    found = {sentence.text for wire in load_library().wires for sentence in wire.sentences}
    found |= {sentence.text for story in stories() for sentence in story.sentences}
    return sorted(found | set(_columns("events.txt", 4)) | set(_columns("status.tsv", 0)))


def _columns(name: str, number: int) -> Iterator[str]:
    for line in (_OWN / name).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > number:
            yield re.sub(r"\[[A-Z]\w* |[\[\]]", "", cells[number])


def words() -> list[str]:
    """The verbs and nouns of our own text, and those of `deeds.txt`, in order."""
    found = set(lines_of())
    for row in OnnxReader().read(sentences()).iter_rows(named=True):
        for word, lemma, upos in zip(row["words"], row["lemmas"], row["upos"], strict=True):
            if upos in ("VERB", "NOUN"):
                found.add(word.casefold() if lemma == "_" else lemma.casefold())
    return sorted(word for word in found if re.fullmatch("[a-z-]+", word))


def table(kept: list[str]) -> tuple[list[str], np.ndarray]:
    """The words that have a vector, and their vectors."""
    rows = {
        row["text"]: vector_of(row["vector"])
        for row in OnnxReader().read(kept).iter_rows(named=True)
    }
    known = [word for word in kept if len(rows[word])]
    all_of = np.array([rows[word] for word in known], dtype=np.float64)
    apart = all_of - all_of.mean(axis=0)
    _, turned = np.linalg.eigh(apart.T @ apart)
    most = turned[:, ::-1][:, :WIDTH]
    most = most * np.sign(most[np.abs(most).argmax(axis=0), np.arange(most.shape[1])])
    found = apart @ most
    found /= np.linalg.norm(found, axis=1)[:, None]
    return known, np.round(127 * found).astype(np.int8)


def main() -> None:
    """Make the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    known, rows = table(words())
    np.savez_compressed(out, words=np.array(" ".join(known)), rows=rows)
    print(f"{len(known)} words; {out}")


if __name__ == "__main__":
    main()
