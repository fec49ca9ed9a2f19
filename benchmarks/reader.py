"""How well the reader reads, how fast, and in how much memory: every figure that the docs show of it.

    python -m benchmarks.reader [--gold ../shared/gold] [--own training/own]

Prints one JSON object a measure, with its target. Data that is not there is left out, and that is said.
Speed and memory are those of a process of its own, on one core.
"""

import argparse
import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from stemma.measure import measure

GOLD = Path("../shared/gold")
OWN = Path(__file__).parents[1] / "training" / "own"
SPEED = """
import glob, json, resource, sys, time
begun = time.perf_counter()
from stemma.reader import load
reader = load()
loaded = time.perf_counter() - begun
from stemma.text.sentences import split_sentences
texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(sys.argv[1] + "/*.txt"))]
best = 1e9
for _ in range(3):
    begun = time.process_time()
    sentences = [b[c.start : c.end] for t in texts for b in t.split("\\n\\n") for c in split_sentences(b)]
    read = reader.read(sentences)
    best = min(best, time.process_time() - begun)
words = int(read["words"].list.len().sum())
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"words_a_second": round(words / best), "load_seconds": round(loaded, 2),
                  "memory_mb": round(memory)}))
"""


class Measure(NamedTuple):
    """What is measured on which data, the figure of it that counts, and what it is to reach."""

    name: str
    task: str
    data: Path
    key: str
    target: float


def main() -> None:
    """Prints each measure as it is made."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--gold", type=Path, default=GOLD)
    given.add_argument("--own", type=Path, default=OWN)
    options = given.parse_args()
    for one in measures(options.gold, options.own):
        print(json.dumps(one, ensure_ascii=False), flush=True)


def measures(gold: Path, own: Path) -> Iterator[dict[str, Any]]:
    """Each measure as values for JSON."""
    for one in _list(gold, own):
        if one.data.exists():
            found = measure(one.task, one.data)
            yield _row(one.name, found[one.key], one.target)
        else:
            print(f"reader: there is no '{one.data}'; {one.name} is left out.", file=sys.stderr)
    yield from _speed()


def held_back(own: Path) -> Path:
    """A file of the fifth of our damaged text that was not looked at while rules were written."""
    kept = Path(tempfile.gettempdir(), f"stemma-held-back-{os.getpid()}.txt")
    if (own / "splits.txt").exists():
        lines = (own / "splits.txt").read_text(encoding="utf-8").splitlines(keepends=True)
        kept.write_text("".join(lines[4::5]), encoding="utf-8")
        atexit.register(kept.unlink, missing_ok=True)
    return kept


def _list(gold: Path, own: Path) -> list[Measure]:
    ewt, gum = gold / "train/ud_ewt", gold / "train/gum_open"
    return [
        Measure("EWT test UPOS", "syntax", ewt, "upos", 97.0),
        Measure("EWT test UAS", "syntax", ewt, "uas", 92.3),
        Measure("EWT test LAS", "syntax", ewt, "las", 90.2),
        Measure("EWT test features", "syntax", ewt, "feats", 0),
        Measure("EWT test lemmas", "syntax", ewt, "lemma", 0),
        Measure("GUM-open test UAS", "syntax", gum, "uas", 92.0),
        Measure("GUM-open test LAS", "syntax", gum, "las", 89.8),
        Measure("names F1, EWT test", "names", gold / "train/uner_ewt", "f1", 82.0),
        Measure("sentences F1, GUM news, raw", "sentences", gum, "f1", 97.0),
        Measure("sentences F1, our damaged text", "sentences", own / "splits.txt", "f1", 95.0),
        Measure("the same, lines held back", "sentences", held_back(own), "f1", 95.0),
        Measure("similarity, Spearman, our pairs", "similarity", own / "pairs.tsv", "spearman", 0),
        Measure("similarity, F1 on AESOP", "similarity", gold / "tune/aesop", "f1", 0.62),
    ]


def _speed() -> Iterator[dict[str, Any]]:
    articles = Path(__file__).parents[1] / "examples/farm/articles"
    command = [sys.executable, "-c", SPEED, str(articles)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    yield _row("words a second, one core, raw text to all layers", found["words_a_second"], 8000)
    yield _row("seconds to import and load", found["load_seconds"], 0.5, less=True)
    yield _row("resident memory, MB", found["memory_mb"], 300, less=True)
    weights = Path(__file__).parents[1] / "src/stemma/reader/weights"
    size = sum(path.stat().st_size for path in weights.iterdir()) / 1e6
    yield _row("shipped weights, MB", round(size, 1), 40, less=True)


def _row(name: str, value: float, target: float, less: bool = False) -> dict[str, Any]:
    met = value <= target if less else value >= target
    return {
        "measure": name,
        "value": value,
        "target": target or None,
        "met": met if target else None,
    }


if __name__ == "__main__":
    main()
