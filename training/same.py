"""The scorers of reports that are of one event: trained on our own text, written to ``account/weights.py``.

    PYTHONPATH=src:. python -m training.same [--out src/stemma/account/weights.py] [--marked]

Two scorers of the same features. That of mentions that a person marked learns from our own stories
(`own/same.txt`), in which each report and its happening is marked, and from the wires of the farm
(`benchmarks/farm/wires`), which say of each sentence the events that it tells of: a mention is one of these
where a word of it is akin to a word of the event's name, or where a sentence has one of each. That of events
learns from what it is to compare: the reports of piles that are built of the open libraries of the farm
(`training/piles.py`), with the actors, days and types that a build finds. These are few, so that it
begins from the weights of the first, with what news leans to, and is moved away from them only as far as many
pairs ask for it. `--marked` trains the first alone and keeps the other as it is.
Two reports of one story that may be one are an example. A logistic function with a square penalty, by
L-BFGS; no chance is in it. Every fifth story is held back for the score that is printed; what is shipped is
trained on all. The held-out wires are not looked at, nor is any text of others.
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
from training.piles import told_in_piles
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
HELD = 15.0  # the penalty for what moves the weights of events away from those of marked mentions
EVERY = 5  # story is held back
_HEAD = '"""Weights of the scorers in `same`, by the features in `compared`: made by `training/same.py`."""\n'


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


def examples_of_piles() -> tuple[np.ndarray, np.ndarray]:
    """The same of the reports of piles."""
    rows, right = [np.zeros((0, len(FEATURES)))], [np.zeros(0, dtype=bool)]
    for deeds, truths in told_in_piles():
        known = [(a, b) for a, b in candidates(deeds) if truths[a] and truths[b]]
        if known:
            pairs = np.array(known)
            rows.append(Compared(deeds).features(pairs[:, 0], pairs[:, 1]))
            right.append(np.array([truths[a] == truths[b] for a, b in known]))
    return np.vstack(rows), np.concatenate(right)


def fit(
    rows: np.ndarray, right: np.ndarray, before: np.ndarray | None = None, penalty: float = PENALTY
) -> np.ndarray:
    """The weights that make the examples likeliest, less a penalty for large ones. `before`: weights from
    which theirs should be little away, instead of from 0."""
    signs = 2.0 * right - 1
    start = np.zeros(rows.shape[1]) if before is None else before
    free = 1 if before is None else 0  # the bias has no penalty where nothing is known of it

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z, away = rows @ weights, weights - start
        slope = -(rows * (signs / (1 + np.exp(z * signs)))[:, None]).sum(axis=0)
        slope[free:] += penalty * away[free:]
        total = np.logaddexp(0, -z * signs).sum() + penalty * (away[free:] ** 2).sum() / 2
        return float(total), slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B")
    return np.asarray(found.x)


def scored(told: Sequence[Sequence[Known]], weights: np.ndarray) -> dict[str, float]:
    """The scores of coreference that weights reach on stories, without the leanings that news has."""
    kept = same._OF_MARKED
    gold, found = [], []
    try:
        same._OF_MARKED = weights
        for known in told:
            at = {one.deed.key: f"{one.story} {one.event}" for one in known}
            for group in same_marked([one.deed for one in known]):
                gold += [at[deed.key] for deed in group]
                found += [group[0].key] * len(group)
    finally:
        same._OF_MARKED = kept
    return conll(gold, found)


def main() -> None:
    """Train, print the score of what is held back, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--marked", action="store_true", help="train that of marked mentions alone")
    given = parser.parse_args()
    own, farm = known_reports(stories()), known_mentions()
    back = own[EVERY - 1 :: EVERY]
    rest = [known for n, known in enumerate(own, 1) if n % EVERY]
    held = scored(back, fit(*examples([*rest, *farm])))
    print("held back: " + ", ".join(f"{name} {100 * value:.1f}" for name, value in held.items()))
    rows, right = examples([*own, *farm])
    marked = fit(rows, right)
    count = sum(len(known) for known in (*own, *farm))
    print(f"{count} reports, {len(right)} pairs, {int(right.sum())} of one event")
    of_events = same._OF_EVENTS if given.marked else _of_events(marked)
    given.out.write_text(
        f"{_HEAD}\n# Of reports as a pile has them.\n{_table('OF_EVENTS', of_events)}"
        f"\n# Of mentions that a person marked.\n{_table('OF_MARKED', marked)}",
        encoding="utf-8",
    )


def _of_events(marked: np.ndarray) -> np.ndarray:
    """The weights of the scorer of events."""
    rows, right = examples_of_piles()
    print(f"piles: {len(right)} pairs, {int(right.sum())} of one event")
    leanings = np.array([same.LEANINGS.get(name, 0.0) for name in FEATURES])
    return fit(rows, right, marked + leanings, HELD)


def _table(name: str, weights: np.ndarray) -> str:
    lines = [f'    "{of}": {value:.3f},\n' for of, value in zip(FEATURES, weights, strict=True)]
    return f"{name} = {{\n{''.join(lines)}}}\n"


if __name__ == "__main__":
    main()
