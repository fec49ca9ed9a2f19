"""How well verbs are typed that the model never saw: our own rows, with their verbs left out.

    PYTHONPATH=src:. python -m training.unseen [--folds 5] [--fills 1] [--listed] [--errors]

Verbs are put into folds by a hash of their lemma. For each fold a model is trained on the rows and frames
that other words carry, and the lists of `stemma.events` are used without the fold's verbs; with `--listed`
they keep these. Then the rows of ``own/events.txt`` that the fold's verbs carry are typed as a build types
them. Printed is in per cent how many of the rows with a type are right and how many have a wrong one (the
others stay empty), and how many of the rows of NONE have one all the same.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from training.events import Event, events
from training.frames import frames
from training.typed import at, examples, marked_words, train

from stemma.events import coded
from stemma.events.lexicon import ALSO_VERBS, VERBS
from stemma.events.mentions import VERB, Mention, mentions
from stemma.events.phrases import PHRASES
from stemma.events.tree import Tree
from stemma.events.types import NONE, Types, read_types, vector_of
from stemma.reader.model import OnnxReader

Readings = Mapping[str, Mapping[str, Any]]
NOBODYS = -1  # a fold that no verb is in


def fold_of(lemma: str, folds: int) -> int:
    """Which fold a verb is in; one that no verb is in for a row that no verb carries."""
    return int(hashlib.sha256(lemma.encode()).hexdigest(), 16) % folds if lemma else NOBODYS


@contextmanager
def without(fold: int, folds: int) -> Iterator[None]:
    """The lists of verbs without those of one fold."""
    lists: list[dict[str, Any]] = [VERBS, ALSO_VERBS, PHRASES]
    held = [dict(one) for one in lists]
    for one in lists:
        for verb in [verb for verb in one if fold_of(verb.split()[0], folds) == fold]:
            del one[verb]
    try:
        yield
    finally:
        for one, before in zip(lists, held, strict=True):
            one.clear()
            one.update(before)


def carrier(row: Event, reading: Mapping[str, Any]) -> tuple[Tree, Mention | None]:
    """The tree of a row and the mention at its marks."""
    tree = Tree.of(row.sentence.text, reading)
    return tree, at(tree, mentions(tree), marked_words(tree, row, "P"))


def verb_of(row: Event, reading: Mapping[str, Any]) -> str:
    """The lemma of the verb that carries a row; empty where another word does."""
    tree, one = carrier(row, reading)
    is_verb = one is not None and one.kind == VERB and tree.upos[one.head] == "VERB"
    return tree.lemmas[one.head] if one is not None and is_verb else ""


@contextmanager
def shipping(model: Types) -> Iterator[None]:
    """A build that has this model in place of the one of the package."""
    held = coded.shipped
    coded.shipped = lambda: model  # type: ignore[assignment]
    try:
        yield
    finally:
        coded.shipped = held


def type_of(row: Event, reading: Mapping[str, Any]) -> tuple[str, str]:
    """The type that a build gives to a row's mention, and why."""
    tree, one = carrier(row, reading)
    if one is None:
        return NONE, "no mention"
    kind, how = coded.typed(tree, one, vector_of(reading))
    return kind or NONE, how


def tested(
    fold: int, given: argparse.Namespace, rows: Sequence[tuple[Event, int, bool]], read: Readings
) -> Iterator[tuple[Event, str, str]]:
    """The rows of a fold with the type that they get by what the other folds teach. `rows`: each with its
    fold, and whether it is tested."""
    with without(NOBODYS - 1 if given.listed else fold, given.folds):
        shown = [
            one
            for row, own, _ in rows
            if own != fold
            for one in examples(row, read[row.sentence.text])
        ]
        with shipping(read_types(train(shown))):
            for row, own, is_tested in rows:
                if own == fold and is_tested:
                    yield row, *type_of(row, read[row.sentence.text])


def main() -> None:
    """Prints the shares over all folds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--fills", type=int, default=1, help="sentences made of each frame")
    parser.add_argument("--listed", action="store_true", help="the lists keep the verbs")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    given = parser.parse_args()
    own, made = events(), frames(fills=given.fills)
    texts = list(dict.fromkeys(row.sentence.text for row in [*own, *made]))
    read = {one["text"]: one for one in OnnxReader().read(texts).iter_rows(named=True)}
    rows = [
        (row, fold_of(verb_of(row, read[row.sentence.text]), given.folds), is_tested)
        for part, is_tested in ((own, True), (made, False))
        for row in part
    ]
    counts: Counter[tuple[bool, str]] = Counter()
    for fold in range(given.folds):
        for row, found, how in tested(fold, given, rows, read):
            what = "right" if found == row.type else "empty" if found == NONE else "wrong"
            counts[row.type != NONE, what] += 1
            if given.errors and what == "wrong":
                print(f"{row.type} {found} | {how} | {row.sentence.text}")
        print(f"fold {fold}: {_shown(counts)}", flush=True)


def _shown(counts: Mapping[tuple[bool, str], int]) -> str:
    typed = {what: counts.get((True, what), 0) for what in ("right", "empty", "wrong")}
    plain = {what: counts.get((False, what), 0) for what in ("right", "wrong")}
    rows, others = max(sum(typed.values()), 1), max(sum(plain.values()), 1)
    return (
        f"{rows} rows with a type: right {100 * typed['right'] / rows:.1f}, "
        f"wrong {100 * typed['wrong'] / rows:.1f}; "
        f"{others} of NONE: wrong {100 * plain['wrong'] / others:.1f}"
    )


if __name__ == "__main__":
    main()
