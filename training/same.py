"""The scorer of reports that are of one event: trained on our own wires, written to ``stemma/account/weights.py``.

    PYTHONPATH=src:. python -m training.same [--out src/stemma/account/weights.py]

The farm's wires (`benchmarks/farm/wires`) say of each sentence which events it tells of. A mention is one of
these where a word of it is akin to a word of the event's name, or where a sentence has one of each. Two
mentions that are known, of wires about one happening, are an example: of one event or of two. A logistic
function with a square penalty, by L-BFGS; no chance is in it. The held-out wires are not looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from benchmarks.farm.library import load_library
from benchmarks.farm.wires import Wire
from stemma.account.deeds import FEATURES, Deed, features
from stemma.account.same import rarity_of
from stemma.events import Seen, Sight, events, sight
from stemma.events.types import vector_of
from stemma.reader.model import OnnxReader
from stemma.text.deeds import akin
from stemma.times import Anchor, tag_times, tense_of_tree

OUT = Path(__file__).parents[1] / "src" / "stemma" / "account" / "weights.py"
PENALTY = 1.0
_HEAD = '''"""The weights of the scorer in `same`, by the features in `deeds`. Made by `training/same.py`: do not edit."""

WEIGHTS = {
'''


class Known(NamedTuple):
    """A mention whose event is known: what it happened in, which one it is, and how it is compared."""

    happening: str
    event: str
    deed: Deed


def known_mentions() -> list[Known]:
    """The mentions of the farm's own wires whose event is known, in order."""
    wires = load_library().wires
    texts = sorted({sentence.text for wire in wires for sentence in wire.sentences})
    read = {row["text"]: row for row in OnnxReader().read(texts).iter_rows(named=True)}
    seen = {text: sight(text, row, events(text, row)) for text, row in read.items()}
    counts = Counter(word for one in seen.values() for word in one.words)
    found = [one for wire in wires for one in _of_wire(wire, seen, read, counts)]
    return sorted(found, key=lambda one: (one.happening, one.deed.key))


def _of_wire(
    wire: Wire, seen: dict[str, Sight], read: dict[str, Any], counts: Counter[str]
) -> Iterator[Known]:
    anchor = Anchor.on(wire.date)
    for number, sentence in enumerate(wire.sentences):
        one, reading = seen[sentence.text], read[sentence.text]
        labels = [(event.type, f"{event.type} {event.date}") for event in sentence.events]
        times = tag_times(sentence.text, anchor, tense_of_tree(reading), [])
        mine = [each for each in one.seen if each.event]
        for label, each in _matched(labels, mine):
            deed = _deed(f"{wire.id}-{number}-{each.mention.start}", wire.id, each, one, counts, len(seen))
            near = [
                t for t in times for a, b in each.when
                if t.type in ("DATE", "TIME") and t.first and a <= t.start and t.end <= b
            ]  # fmt: skip
            day = min(near, key=lambda t: (t.first != t.last, t.start), default=None)
            first, last = (str(day.first), str(day.last)) if day else (None, None)
            yield Known(wire.event, label, _dated(deed, first, last, reading))


def _dated(deed: Deed, first: str | None, last: str | None, reading: Any) -> Deed:
    from dataclasses import replace

    return replace(deed, days=(first, last), vector=vector_of(reading))


def _matched(
    labels: Sequence[tuple[str, str]], seen: Sequence[Seen]
) -> Iterator[tuple[str, Seen]]:
    if len(labels) == len(seen) == 1:
        yield labels[0][1], seen[0]
        return
    for name, label in labels:
        fitting = [
            one for one in seen
            if any(akin(word, head) for word in name.split() if len(word) > 3 for head in one.heads)
        ]  # fmt: skip
        if len(fitting) == 1:
            yield label, fitting[0]


def _deed(
    key: str, page: str, one: Seen, around: Sight, counts: Counter[str], texts: int
) -> Deed:
    left = {w: n for w, n in around.words.items() if w not in one.heads}
    weights = {w: n * log((1 + texts) / counts[w]) for w, n in left.items()}
    size = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Deed(
        key=key, page=page, lemmas=frozenset(one.heads), type=one.mention.type,
        who=frozenset(lemma for _, lemma in one.who), whom=frozenset(lemma for _, lemma in one.whom),
        ahead=one.mention.time == "future", context={w: v / size for w, v in weights.items()},
    )  # fmt: skip


def examples(known: Sequence[Known]) -> tuple[np.ndarray, np.ndarray]:
    """The features of pairs, and whether they are of one event."""
    rows, right = [], []
    for happening in sorted({one.happening for one in known}):
        own = [one for one in known if one.happening == happening]
        rarity = rarity_of([one.deed for one in own])
        for n, a in enumerate(own):
            for b in own[:n]:
                rows.append(features(a.deed, b.deed, rarity))
                right.append(a.event == b.event)
    return np.array(rows, dtype=float), np.array(right)


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights that make the examples likeliest, less a penalty for large ones."""
    signs = 2.0 * right - 1

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = rows @ weights
        slope = -(rows * (signs / (1 + np.exp(z * signs)))[:, None]).sum(axis=0)
        slope[1:] += PENALTY * weights[1:]
        total = np.logaddexp(0, -z * signs).sum() + PENALTY * (weights[1:] ** 2).sum() / 2
        return float(total), slope

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x)


def main() -> None:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    known = known_mentions()
    rows, right = examples(known)
    weights = fit(rows, right)
    lines = [f'    "{name}": {value:.3f},\n' for name, value in zip(FEATURES, weights, strict=True)]
    out.write_text(_HEAD + "".join(lines) + "}\n", encoding="utf-8")
    print(f"{len(known)} mentions, {len(right)} pairs, {int(right.sum())} of one event; {out}")


if __name__ == "__main__":
    main()
