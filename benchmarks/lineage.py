"""Lineage against the farm's truth: are passages of one wire sentence in one family?

    python -m benchmarks.lineage [--articles 60] [--seed 1] [--swap 0 0.2 0.4]

A pair of passages is to be found if both hold eight words or more of the same part of one wire
sentence. A found pair is right if both come from one wire sentence, or from one press release, or
share a quotation that both wires have; pairs of the last two kinds are not asked for.
"""

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.farm.cli import main as farm
from stemma.flow import build
from stemma.frames import records_of
from stemma.model import Witness

FEWEST_WORDS = 8


class Passage(NamedTuple):
    """A passage of the truth: where it lies and what it comes from."""

    path: str
    start: int
    end: int
    wire: str
    sentence: int
    part: str
    words: int


def main() -> None:
    """Prints one JSON object for each share of words swapped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--swap", type=float, nargs="*", default=[0.0, 0.2, 0.4])
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong pairs")
    given = parser.parse_args()
    for swap in given.swap:
        print(json.dumps(measure(given.articles, given.seed, swap, given.errors)))


def measure(articles: int, seed: int, swap: float, errors: int = 0) -> dict[str, Any]:
    """Precision, recall and F1 of pairs on one farm pile."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "pile")
        farm(
            [
                "--articles",
                str(articles),
                "--seed",
                str(seed),
                "--swap",
                str(swap),
                "--out",
                str(pile),
            ]
        )
        truth = json.loads((pile / "truth.json").read_text(encoding="utf-8"))
        case = build([str(pile / "articles")], Path(folder, "case"), workers=1)
        paths = dict(case.table("articles").select("id", "path").iter_rows())
        witnesses = records_of(Witness, case.table("witnesses"))
        texts = dict(case.table("articles").select("path", "text").iter_rows())
    passages = list(_passages(truth, texts))
    found = _found(passages, witnesses, paths)
    asked = set(_same_sentence(passages))
    allowed = _allowed(truth)
    right = {pair for pair in found if pair in asked or _is_allowed(pair, allowed)}
    wrong = sorted(found - right)
    for a, b in wrong[:errors]:
        print("WRONG", a, "|", texts[a.path][a.start : a.end], "|", texts[b.path][b.start : b.end])
    for a, b in sorted(asked - found)[:errors]:
        print("MISSED", a, "|", texts[a.path][a.start : a.end], "|", texts[b.path][b.start : b.end])
    precision = len(right) / max(len(found), 1)
    recall = len(asked & found) / max(len(asked), 1)
    return {
        "swap": swap,
        "pairs": len(asked),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
    }


def _passages(truth: dict[str, Any], texts: dict[str, str]) -> Iterator[Passage]:
    for article in truth["articles"]:
        path = article["path"].removeprefix("articles/")
        for passage in article["passages"]:
            if passage["sentence"] is None or not passage["wire"]:
                continue
            text = texts[path][passage["start"] : passage["end"]]
            yield Passage(
                path, passage["start"], passage["end"], passage["wire"], passage["sentence"],
                passage["part"], len(text.split()),
            )  # fmt: skip


def _same_sentence(passages: list[Passage]) -> Iterator[tuple[Passage, Passage]]:
    groups: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.words >= FEWEST_WORDS:
            groups[passage.wire, passage.sentence].append(passage)
    for group in groups.values():
        for a, b in combinations(sorted(group), 2):
            if a.path != b.path and (a.part == b.part or "whole" in (a.part, b.part)):
                yield a, b


def _found(
    passages: list[Passage], witnesses: list[Witness], paths: dict[str, str]
) -> set[tuple[Passage, Passage]]:
    by_path: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_path[passage.path].append(passage)
    families: dict[str, set[Passage]] = defaultdict(set)
    for witness in witnesses:
        for passage in by_path[paths[witness.article_id]]:
            shared = min(witness.end, passage.end) - max(witness.start, passage.start)
            if shared >= 0.5 * min(witness.end - witness.start, passage.end - passage.start):
                families[witness.family_id].add(passage)
    pairs = (pair for inside in families.values() for pair in combinations(sorted(inside), 2))
    return {(a, b) for a, b in pairs if a.path != b.path}


def _allowed(truth: dict[str, Any]) -> dict[tuple[str, int], set[str]]:
    """(wire, sentence) -> the release sentences and quotations in it, and the sentence itself."""
    found: dict[tuple[str, int], set[str]] = {}
    for wire in truth["wires"]:
        for number, sentence in enumerate(wire["sentences"]):
            marks = {f"{wire['id']}#{number}"}
            if sentence.get("release") is not None:
                marks.add(f"{wire['event']} release {sentence['release']}")
            for quote in sentence.get("quotes", ()):
                marks.add(f"{quote['speaker']}: {quote['words']}")
            found[wire["id"], number] = marks
    return found


def _is_allowed(pair: tuple[Passage, Passage], allowed: dict[tuple[str, int], set[str]]) -> bool:
    a, b = pair
    one, other = allowed[a.wire, a.sentence], allowed[b.wire, b.sentence]
    return bool(one & other) or _overlap(one, other)


def _overlap(one: set[str], other: set[str]) -> bool:
    # A speaker quoted at different lengths is still one quotation.
    return any(
        ": " in a and ": " in b and a.split(": ")[0] == b.split(": ")[0] and (a in b or b in a or
        a.split(": ", 1)[1] in b or b.split(": ", 1)[1] in a)
        for a in one for b in other
    )  # fmt: skip


if __name__ == "__main__":
    main()
