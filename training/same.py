"""The scorer of reports that are of one event: trained on our own text, written to ``account/weights.py``.

    PYTHONPATH=src:. python -m training.same [--out src/stemma/account/weights.py]

Two sources. Our own stories (`own/same.txt`), in which each report and its happening is marked; and the wires
of the farm (`benchmarks/farm/wires`), which say of each sentence the events that it tells of and have days: a
mention is one of these where a word of it is akin to a word of the event's name, or where a sentence has one
of each. Two reports of one story that may be one are an example. A logistic function with a square penalty,
by L-BFGS; no chance is in it. Every fifth story is held back for the score that is printed; what is shipped
is trained on all. The held-out wires are not looked at, nor is any text of others.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from benchmarks.farm.library import load_library
from benchmarks.farm.wires import Wire
from scipy.optimize import minimize
from training.reports import Sentence, Story, stories

from stemma.account import same
from stemma.account.compared import FEATURES, Compared
from stemma.account.deeds import Contexts, Deed
from stemma.account.same import candidates, same_marked
from stemma.events import Seen, events, sight, sight_of, tree_of
from stemma.measure.clusters import conll
from stemma.measure.coreference import deed_of
from stemma.reader.model import OnnxReader
from stemma.text.deeds import akin
from stemma.times import Anchor, tag_times, tense_of_tree

OUT = Path(__file__).parents[1] / "src" / "stemma" / "account" / "weights.py"
PENALTY = 2.0
EVERY = 5  # story is held back
_HEAD = '''"""Weights of the scorer in `same`, by the features in `compared`: made by `training/same.py`."""

WEIGHTS = {
'''


class Known(NamedTuple):
    """A report whose event is known: its story, the event, and how it is compared."""

    story: str
    event: str
    deed: Deed


# -- our own stories ------------------------------------------------------------------------------


def known_reports(told: Sequence[Story]) -> list[list[Known]]:
    """The reports of stories, a list for each."""
    texts = sorted({sentence.text for story in told for sentence in story.sentences})
    read = {row["text"]: row for row in OnnxReader().read(texts).iter_rows(named=True)}
    seen = {
        sentence.text: sight_of(
            sentence.text, read[sentence.text], [(r.start, r.end) for r in sentence.reports],
            events(sentence.text, read[sentence.text]),
        )
        for story in told for sentence in story.sentences
    }  # fmt: skip
    contexts = Contexts({text: one.words for text, one in seen.items()})
    return [list(_of_story(n, story, seen, contexts)) for n, story in enumerate(told)]


def _of_story(number: int, story: Story, seen: Any, contexts: Contexts) -> Iterator[Known]:
    articles: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in story.sentences:
        articles[sentence.article].append(sentence)
    for article, sentences in articles.items():
        whole = contexts.of_article(one.text for one in sentences)
        for line, sentence in enumerate(sentences):
            of = seen[sentence.text].seen
            for k, (report, one) in enumerate(zip(sentence.reports, of, strict=True)):
                key = f"{number:03d}-{article:02d}-{line:02d}-{k:02d}"
                deed = deed_of(key, f"{number}-{article}", one, sentence.text, contexts, whole)
                yield Known(story.name, key if report.number is None else str(report.number), deed)


# -- the farm's wires -----------------------------------------------------------------------------


def known_mentions() -> list[list[Known]]:
    """The mentions of the farm's own wires whose event is known, a list for each happening."""
    wires = load_library().wires
    texts = sorted({sentence.text for wire in wires for sentence in wire.sentences})
    read = {row["text"]: row for row in OnnxReader().read(texts).iter_rows(named=True)}
    seen = {text: sight(tree_of(text, row), events(text, row)) for text, row in read.items()}
    contexts = Contexts({text: one.words for text, one in seen.items()})
    found: dict[str, list[Known]] = defaultdict(list)
    for wire in wires:
        found[wire.event] += _of_wire(wire, seen, read, contexts)
    return [found[name] for name in sorted(found)]


def _of_wire(wire: Wire, seen: Any, read: dict[str, Any], contexts: Contexts) -> Iterator[Known]:
    anchor = Anchor.on(wire.date)
    whole = contexts.of_article(sentence.text for sentence in wire.sentences)
    for number, sentence in enumerate(wire.sentences):
        labels = [(event.type, f"{event.type} {event.date}") for event in sentence.events]
        times = tag_times(sentence.text, anchor, tense_of_tree(read[sentence.text]), [])
        mine = [each for each in seen[sentence.text].seen if each.event]
        for label, each in _matched(labels, mine):
            key = f"{wire.id}-{number}-{each.mention.start}"
            deed = deed_of(key, wire.id, each, sentence.text, contexts, whole)
            yield Known(wire.event, label, replace(deed, days=_days(each, times)))


def _days(each: Seen, times: Sequence[Any]) -> tuple[str | None, str | None]:
    near = [
        t for t in times for a, b in each.when
        if t.type in ("DATE", "TIME") and t.first and a <= t.start and t.end <= b
    ]  # fmt: skip
    day = min(near, key=lambda t: (t.first != t.last, t.start), default=None)
    return (str(day.first), str(day.last)) if day else (None, None)


def _matched(labels: Sequence[tuple[str, str]], seen: Sequence[Seen]) -> Iterator[tuple[str, Seen]]:
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


# -- learning -------------------------------------------------------------------------------------


def examples(told: Sequence[Sequence[Known]]) -> tuple[np.ndarray, np.ndarray]:
    """The features of pairs that may be of one event, and whether they are."""
    rows, right = [np.zeros((0, len(FEATURES)))], [np.zeros(0, dtype=bool)]
    for known in told:
        pairs = np.array(candidates([one.deed for one in known])).reshape(-1, 2)
        if len(pairs):
            compared = Compared([one.deed for one in known])
            rows.append(compared.features(pairs[:, 0], pairs[:, 1]))
            right.append(np.array([known[a].event == known[b].event for a, b in pairs]))
    return np.vstack(rows), np.concatenate(right)


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


def scored(told: Sequence[Sequence[Known]], weights: np.ndarray) -> dict[str, float]:
    """The scores of coreference that weights reach on stories, without the leanings that news has."""
    kept = same._OF_FEATURES
    gold, found = [], []
    try:
        same._OF_FEATURES = weights
        for known in told:
            at = {one.deed.key: f"{one.story} {one.event}" for one in known}
            for group in same_marked([one.deed for one in known]):
                gold += [at[deed.key] for deed in group]
                found += [group[0].key] * len(group)
    finally:
        same._OF_FEATURES = kept
    return conll(gold, found)


def main() -> None:
    """Train, print the score of what is held back, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    own, farm = known_reports(stories()), known_mentions()
    back = own[EVERY - 1 :: EVERY]
    rest = [known for n, known in enumerate(own, 1) if n % EVERY]
    held = scored(back, fit(*examples([*rest, *farm])))
    print("held back: " + ", ".join(f"{name} {100 * value:.1f}" for name, value in held.items()))
    rows, right = examples([*own, *farm])
    weights = fit(rows, right)
    lines = [f'    "{name}": {value:.3f},\n' for name, value in zip(FEATURES, weights, strict=True)]
    out.write_text(_HEAD + "".join(lines) + "}\n", encoding="utf-8")
    count = sum(len(known) for known in (*own, *farm))
    print(f"{count} reports, {len(right)} pairs, {int(right.sum())} of one event; {out}")


if __name__ == "__main__":
    main()
