"""The label sets of the heads, learnt from the training data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from training.data import NAMES, Sample

from stemma.reader.lemmas import rule_of


@dataclass(frozen=True)
class Labels:
    """Names of the labels of each head, by number."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    rel: list[str]
    names: list[str]

    def numbers(self) -> dict[str, dict[str, int]]:
        """Head -> label -> number."""
        return {head: {one: n for n, one in enumerate(names)} for head, names in vars(self).items()}


def learn(samples: Iterable[Sample]) -> Labels:
    """The labels that occur; lemma rules and features that occur once are left out."""
    seen: dict[str, Counter[str]] = {
        head: Counter() for head in ("upos", "xpos", "feats", "lemma", "rel")
    }
    for sample in samples:
        seen["upos"].update(sample.upos or ())
        seen["xpos"].update(sample.xpos or ())
        seen["feats"].update(sample.feats or ())
        seen["rel"].update(sample.rels or ())
        if sample.lemmas:
            seen["lemma"].update(map(rule_of, sample.words, sample.lemmas))
    most = {
        head: [one for one, n in sorted(counts.items()) if n > (head in ("lemma", "feats"))]
        for head, counts in seen.items()
    }
    names = ["O", *(f"{begins}-{kind}" for kind in NAMES for begins in "BI")]
    return Labels(**most, names=names)
