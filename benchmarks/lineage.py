"""Lineage against the farm's truth: are passages of one wire sentence in one family, and all that hangs on
it (see `descent` and `reporters`).

    python -m benchmarks.lineage [--articles 120] [--seed 1] [--swap 0 0.2 0.4] [--library DIR]

A pair of passages is to be found if both hold eight words or more of the same part of one wire
sentence. A found pair is right if both come from one wire sentence, or from one press release, or
share a quotation that both wires have; pairs of the last two kinds are not asked for.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.descent import edges, swaps
from benchmarks.pages import table
from benchmarks.pile import (
    ARTICLES,
    CHAIN,
    SEED,
    Pile,
    farm_options,
    made_pile,
    piles,
    rows_of,
)
from benchmarks.reporters import reporters
from stemma.frames import records_of
from stemma.model import Witness
from stemma.text.candidates import is_number, name_tokens
from stemma.text.tokens import words

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
    """Prints one JSON object for each share of words swapped: all measures of lineage on one pile."""
    for swap, errors, pile in piles(__doc__):
        print(json.dumps({"swap": swap, **measure(pile, errors)}), flush=True)


def measure(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """Every measure of lineage on one pile: pairs, edges, swaps, reporters."""
    return {**pairs(pile, errors), **edges(pile), **swaps(pile), **reporters(pile)}


def pairs(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """Precision, recall and F1 of pairs; and how many of the pairs of separately written sentences of one
    event that share a name and a number are joined."""
    passages = list(_passages(pile.truth, pile.texts))
    witnesses = list(records_of(Witness, pile.case.table("witnesses")))
    found = _found(passages, witnesses, pile.paths)
    asked = set(_same_sentence(passages))
    allowed = _allowed(pile.truth)
    right = {pair for pair in found if pair in asked or _is_allowed(pair, allowed)}
    for label, wrong in (("WRONG", found - right), ("MISSED", asked - found)):
        for pair in sorted(wrong)[:errors]:
            shown = (pile.texts[one.path][one.start : one.end] for one in pair)
            print(label, *pair, *shown, sep="\n  ", file=sys.stderr)
    precision = len(right) / max(len(found), 1)
    recall = len(asked & found) / max(len(asked), 1)
    alike = _like_each_other(passages, pile, allowed)
    return {
        "pairs": len(asked),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "separate_pairs": len(alike),
        "wrongly_joined": round(len(alike & found) / max(len(alike), 1), 4),
    }


def _like_each_other(
    passages: Sequence[Passage], pile: Pile, allowed: dict[tuple[str, int], set[str]]
) -> set[tuple[Passage, Passage]]:
    """Pairs of sentences of two reports of one event that share a name and a number, and neither a
    release nor a quotation."""
    event = {wire["id"]: wire["event"] for wire in pile.truth["wires"]}
    marks = {
        p: _marks(pile.texts[p.path][p.start : p.end]) for p in passages if p.words >= FEWEST_WORDS
    }
    return {
        (a, b)
        for a, b in combinations(sorted(marks), 2)
        if a.path != b.path and a.wire != b.wire and event[a.wire] == event[b.wire]
        and marks[a][0] & marks[b][0] and marks[a][1] & marks[b][1]
        and not _is_allowed((a, b), allowed)
    }  # fmt: skip


def _marks(text: str) -> tuple[set[str], set[str]]:
    """The names and the numbers of a sentence."""
    tokens = words(text)
    named = name_tokens(tokens)
    names = {token.n for token, is_name in zip(tokens, named, strict=True) if is_name}
    return names, {token.n for token in tokens if is_number(token)}


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


def lineage_table() -> str:
    """Families, edges, swaps and reporters on piles of the farm, for both libraries."""
    head = (
        "library", "words swapped", "pairs", "precision", "recall", "F1", "wrongly joined", "edges",
        "older words right", "wording right too", "undecided",
        "swaps: precision", "recall of swaps", "reporters within", "one value",
    )  # fmt: skip
    return table(head, rows_of(_lineage_row))


def _lineage_row(library: Path | None, swap: float) -> list[object]:
    with made_pile(ARTICLES, SEED, swap, farm_options(CHAIN, library)) as pile:
        found = measure(pile)

    def share(key: str) -> str:
        return f"{100 * found[key]:.1f}"

    return [
        found["pairs"], *map(share, ("precision", "recall", "f1", "wrongly_joined")), found["edges"],
        *map(share, ("older_right", "decided_right", "undecided")),
        # Where no word was swapped, no swap can be learnt.
        *(map(share, ("swaps_precision", "swaps_recall")) if swap else ("–", "–")),
        *map(share, ("within", "one_value")),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
