"""How well the reader reads, how fast, and in how much memory: every figure that the docs show of it.

    python -m benchmarks.reader [--gold ../shared/gold] [--own training/own]

Prints one JSON object a measure, with its target. Data that is not there is left out, and that is said.
Speed and memory are those of a process of its own, on one core. How near the weights of 8 bits are to those
of 32 is measured by `training.exactness`, which needs PyTorch; what it found for the shipped file is shown.

Names are not scored on GUM, though its entities could be made into names. To GUM a person is whoever is
meant: `President Obama` with the title, `Governor` alone, `Americans`; and a country that only stands before
a noun is nobody. The reader leaves titles and peoples out and marks that country, as UNER does. So a score
would tell the two ideas apart and not good readings from bad ones.
"""

import argparse
import atexit
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from stemma.measure import measure

GOLD = Path("../shared/gold")
ROOT = Path(__file__).parents[1]
OWN = ROOT / "training" / "own"
EXACTNESS = ROOT / "training" / "exactness.jsonl"
WEIGHTS = ROOT / "src/stemma/reader/weights"
COSINE = "sentence vector: mean cosine of the shipped 8-bit weights to the 32-bit ones"
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
    scored = cache(measure)
    for one in _list(gold, own):
        if one.data.exists():
            yield _row(one.name, scored(one.task, one.data)[one.key], one.target)
        else:
            print(f"reader: there is no '{one.data}'; {one.name} is left out.", file=sys.stderr)
    yield from _exactness()
    yield from _speed()


def held_back(path: Path) -> Path:
    """A file of each fifth line of our own text, which was not trained on, nor looked at while rules were
    written; where there is none, the path itself."""
    if not path.exists():
        return path
    kept = Path(tempfile.gettempdir(), f"stemma-held-back-{os.getpid()}-{path.name}")
    kept.write_text("\n".join(path.read_text("utf-8").splitlines()[4::5]) + "\n", "utf-8")
    atexit.register(kept.unlink, missing_ok=True)
    return kept


def _list(gold: Path, own: Path) -> list[Measure]:
    ewt, gum = gold / "train/ud_ewt", gold / "train/gum_open"
    news = [
        Measure(f"our {name}, held back, {key.upper()}", "syntax", held, key, 0)
        for name in ("headlines", "quotes")
        for held in [held_back(own / f"{name}.txt")]
        for key in ("upos", "uas", "las")
    ]
    names = held_back(own / "names.txt")
    return [
        Measure("EWT test UPOS", "syntax", ewt, "upos", 97.0),
        Measure("EWT test UAS", "syntax", ewt, "uas", 92.3),
        Measure("EWT test LAS", "syntax", ewt, "las", 90.2),
        Measure("EWT test features", "syntax", ewt, "feats", 0),
        Measure("EWT test lemmas", "syntax", ewt, "lemma", 0),
        Measure("GUM-open test UAS", "syntax", gum, "uas", 92.0),
        Measure("GUM-open test LAS", "syntax", gum, "las", 89.8),
        *news,
        Measure("names F1, EWT test", "names", gold / "train/uner_ewt", "f1", 82.0),
        Measure("names F1, our names, held back", "names", names, "f1", 0),
        Measure("sentences F1, GUM news, raw", "sentences", gum, "f1", 97.0),
        Measure("sentences F1, our damaged text", "sentences", own / "splits.txt", "f1", 95.0),
        Measure(
            "the same, lines held back", "sentences", held_back(own / "splits.txt"), "f1", 95.0
        ),
        Measure("similarity, Spearman, our pairs", "similarity", own / "pairs.tsv", "spearman", 0),
        Measure("similarity, F1 on AESOP", "similarity", gold / "tune/aesop", "f1", 0.62),
    ]


def _exactness() -> Iterator[dict[str, Any]]:
    """What `training.exactness` found for the shipped file, if it was asked."""
    shipped = hashlib.sha256((WEIGHTS / "reader.onnx").read_bytes()).hexdigest()
    lines = EXACTNESS.read_text("utf-8").splitlines() if EXACTNESS.exists() else []
    found = [one for one in map(json.loads, lines) if one["sha256"] == shipped]
    if not found:
        print("reader: these weights were not held against those of 32 bits.", file=sys.stderr)
        return
    yield _row(COSINE, found[-1]["vector"]["mean"], 0.99)


def _speed() -> Iterator[dict[str, Any]]:
    articles = ROOT / "examples/farm/articles"
    command = [sys.executable, "-c", SPEED, str(articles)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    yield _row("words a second, one core, raw text to all layers", found["words_a_second"], 8000)
    yield _row("seconds to import and load", found["load_seconds"], 0.5, less=True)
    yield _row("resident memory, MB", found["memory_mb"], 300, less=True)
    size = sum(path.stat().st_size for path in WEIGHTS.iterdir()) / 1e6
    yield _row("shipped weights, MB", round(size, 1), 40, less=True)


def _row(name: str, value: float, target: float, less: bool = False) -> dict[str, Any]:
    met = value <= target if less else value >= target
    return {
        "measure": name,
        "value": value,
        "target": target or None,
        "met": met if target else None,
    }


def reader_table(gold: Path) -> str | None:
    """What the reader reaches, or None without the treebanks."""
    if not (gold / "train").is_dir():
        return None
    made = measures(gold, OWN)
    head = ("measure", "reached", "target", "met")
    said = {True: "yes", False: "no", None: "–"}
    return table(
        head,
        [
            [
                one["measure"],
                f"{one['value']:,}",
                f"{one['target']:,}" if one["target"] else "–",
                said[one["met"]],
            ]
            for one in made
        ],
    )


if __name__ == "__main__":
    main()
