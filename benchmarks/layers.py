"""How many words a second all layers of a text together work on, on one core.

    python -m benchmarks.layers [--articles 100] [--swap 0.2]

The text holds every sentence of a pile of the farm once, as a build reads each distinct sentence once.
Seconds are those of the processor; the reader has one thread. What a layer takes beside the reader is
measured on sentences that were read before, cutting the text into sentences included.
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from functools import cache
from time import process_time
from typing import Any

import polars as pl

from benchmarks.farm.cli import main as farm
from benchmarks.pages import table
from benchmarks.pile import SEED
from stemma.annotate import READ, annotate
from stemma.clean import clean
from stemma.errors import Unreadable
from stemma.read import Read, read_source, sources, stdin_source
from stemma.reader import Reader, load

ARTICLES, SWAP, RUNS = 100, 0.2, 2
TARGET = 4000  # words a second


def main() -> None:
    """Prints the measures as JSON."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("--articles", type=int, default=ARTICLES)
    given.add_argument("--swap", type=float, default=SWAP)
    options = given.parse_args()
    print(json.dumps(measure(options.articles, options.swap), indent=1))


def measure(articles: int, swap: float, runs: int = RUNS) -> dict[str, Any]:
    """Words, and words a second of all layers, of the reader alone, and of each layer beside it."""
    text = distinct_text(articles, swap)
    reader = load()
    words = sum(
        row["layer"] == "syntax" for row in annotate(stdin_source(text), ("syntax",), reader)
    )
    every = _seconds(text, tuple(READ), reader, runs)
    alone = _seconds(text, ("names",), reader, runs)
    read = _ReadBefore(reader)
    beside = {
        layer: _seconds(text, (layer,), read, runs)
        for layer in READ
        if layer not in ("names", "syntax")
    }
    return {
        "words": words,
        "all": round(words / every),
        "reader": round(words / alone),
        **{layer: round(words / seconds) for layer, seconds in beside.items()},
    }


class _ReadBefore:
    """A reader that remembers what it read."""

    def __init__(self, reader: Reader) -> None:
        self.version = reader.version
        self._read = cache(reader.read)

    def read(self, sentences: Sequence[str]) -> pl.DataFrame:
        """As `Reader.read`."""
        return self._read(tuple(sentences))


def distinct_text(articles: int, swap: float) -> bytes:
    """Every sentence of a pile once, with its fellows in a paragraph as a page has them."""
    seen = set[str]()
    paragraphs: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        options = ["--articles", str(articles), "--seed", str(SEED), "--swap", str(swap)]
        farm([*options, "--out", folder])
        for source in sources([f"{folder}/articles"]):
            if isinstance(source, Unreadable):
                raise source
            for found in read_source(source):
                if not isinstance(found, Read):
                    continue
                for sentence in clean(found.article, found.layout).sentences:
                    if sentence.text not in seen:
                        seen.add(sentence.text)
                        paragraphs.setdefault(sentence.block_id, []).append(sentence.text)
    return "\n\n".join(map(" ".join, paragraphs.values())).encode()


def _seconds(text: bytes, layers: Sequence[str], reader: Reader, runs: int) -> float:
    spent = []
    for _ in range(runs + 1):  # the first one only warms up
        begun = process_time()
        for _row in annotate(stdin_source(text), layers, reader):
            pass
        spent.append(process_time() - begun)
    return min(spent[1:])


def layers_table(articles: int = ARTICLES, swap: float = SWAP) -> str:
    """Words a second of all layers and of each beside the reader."""
    found = measure(articles, swap)
    rows = [
        [name, f"{found[name]:,}", f"≥ {TARGET:,}" if name == "all" else "–"]
        for name in found
        if name != "words"
    ]
    return f"{found['words']:,} words:\n\n" + table(("layers", "words a second", "target"), rows)


if __name__ == "__main__":
    main()
