"""Samples -> tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch import Tensor
from training.data import Sample

from stemma.reader.lemmas import rule_of
from stemma.reader.shapes import shape
from stemma.reader.wordpiece import WordPiece

IGNORED = -100
OTHER_NAMES = ("gum", "btc")
MASK = 103  # in the vocabulary of uncased BERT
HIDDEN_WORDS = 0.06
LONGEST = 250  # pieces


class Encoded:
    """A sample as numbers."""

    def __init__(
        self,
        sample: Sample,
        pieces: WordPiece,
        labels: dict[str, dict[str, int]],
        chance: random.Random | None = None,
    ) -> None:
        """`chance`: hides a word now and then, so that a sentence is read by more than its words."""
        cut = pieces.pieces(sample.words)
        self.ids, self.first, self.last = list(cut.ids), [0, *cut.first], [0, *cut.last]
        self.plain = cut.ids
        self.shapes = [0] * len(cut.ids)
        for word, first, last in zip(sample.words, cut.first, cut.last, strict=True):
            self.shapes[first : last + 1] = [shape(word)] * (last + 1 - first)
            if chance and chance.random() < HIDDEN_WORDS:
                self.ids[first : last + 1] = [MASK] * (last + 1 - first)
        count = len(sample.words)

        def of(head: str, values: Sequence[str] | None) -> list[int]:
            if values is None:
                return [IGNORED] * (count + 1)
            return [IGNORED, *(labels[head].get(value, IGNORED) for value in values)]

        rules = sample.lemmas and list(map(rule_of, sample.words, sample.lemmas))
        self.tags = [
            of("upos", sample.upos), of("xpos", sample.xpos), of("feats", sample.feats),
            of("lemma", rules), of("names", None if sample.names_by else sample.names),
        ]  # fmt: skip
        for other in OTHER_NAMES:
            self.tags.append(of("names", sample.names if sample.names_by == other else None))
        self.heads = [IGNORED, *(sample.heads or [IGNORED] * count)]
        self.rels = of("rel", sample.rels)


def recased(sample: Sample, chance: random.Random) -> Sample:
    """Now and then in other letters, or without the stop at its end, as headlines are."""
    words = sample.words
    dice = chance.random()
    if dice < 0.03:
        words = [word.upper() for word in words]
    elif dice < 0.06:
        words = [word.lower() for word in words]
    elif dice < 0.10:
        words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    if words is sample.words:
        return sample
    # The lemma of a word in other letters is not what a rule makes of it.
    return replace(sample, words=words, lemmas=None if dice < 0.10 else sample.lemmas)


def batches(
    encoded: Sequence[Encoded], pieces: int, chance: random.Random | None
) -> Iterator[list[Encoded]]:
    """Samples of like length together, `pieces` with padding in a batch."""
    noise = chance or random.Random(0)
    order = sorted(encoded, key=lambda one: len(one.ids) + (noise.random() * 4 if chance else 0))
    made: list[list[Encoded]] = []
    for one in order:
        if not made or (len(made[-1]) + 1) * len(one.ids) > pieces:
            made.append([])
        made[-1].append(one)
    if chance:
        chance.shuffle(made)
    yield from made


def tensors(batch: Sequence[Encoded]) -> dict[str, Tensor]:
    """A batch as padded tensors."""
    length = max(len(one.ids) for one in batch)
    words = max(len(one.first) for one in batch)

    def pad(rows: Sequence[Sequence[int]], size: int, value: int) -> Tensor:
        return torch.tensor([[*row, *[value] * (size - len(row))] for row in rows])

    return {
        "ids": pad([one.ids for one in batch], length, 0),
        "plain": pad([one.plain for one in batch], length, 0),
        "shapes": pad([one.shapes for one in batch], length, 0),
        "mask": pad([[1] * len(one.ids) for one in batch], length, 0),
        "first": pad([one.first for one in batch], words, 0),
        "last": pad([one.last for one in batch], words, 0),
        "words": pad([[1] * len(one.first) for one in batch], words, 0),
        "heads": pad([one.heads for one in batch], words, IGNORED),
        "rels": pad([one.rels for one in batch], words, IGNORED),
        "tags": torch.stack(
            [pad([one.tags[n] for one in batch], words, IGNORED) for n in range(len(batch[0].tags))]
        ),
    }
