"""What is trained on and what is watched while training. Nothing of `gold/tune` is here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.data import (
    Sample,
    read_btc,
    read_conllu,
    read_gum,
    read_names,
    read_trees,
    read_uner,
    read_wikigold,
    with_names,
)
from training.labels import Labels, learn

OFTEN = 3


@dataclass
class Corpus:
    """`trees`: sentences with syntax (some with names too); `names`: with names alone; `dev`: what
    scores are watched on."""

    trees: list[Sample]
    names: list[Sample]
    dev: dict[str, list[Sample]]
    labels: Labels


def load(gold: Path, own: Path) -> Corpus:
    """Everything that may be trained on, by the licences in the model card."""
    ewt = treebank(gold, "train")
    gum = list(read_gum(gold / "gum_open/en_gum_open-train.conllu"))
    names = list(read_wikigold(gold / "wikigold/wikigold.conll.txt"))
    for path in sorted((gold / "btc").glob("*.conll")):
        names += read_btc(path)
    dev = {
        "ewt": treebank(gold, "dev"),
        "gum": list(read_conllu(gold / "gum_open/en_gum_open-dev.conllu", "gum")),
    }
    mine = ours(own, held_back=False)
    trees = [sample for sample in mine if sample.heads]
    # Ours are few and are what the treebanks lack, so that they are seen more often.
    return Corpus(
        [*ewt, *gum, *trees * OFTEN],
        [*names, *[sample for sample in mine if not sample.heads] * OFTEN],
        dev,
        learn([*ewt, *gum]),
    )


def treebank(gold: Path, part: str) -> list[Sample]:
    """EWT with the names of UNER."""
    found = list(read_conllu(gold / f"ud_ewt/en_ewt-ud-{part}.conllu", "ewt"))
    with_names(found, read_uner(gold / f"uner_ewt/en_ewt-ud-{part}.iob2"))
    return found


def ours(own: Path, held_back: bool) -> list[Sample]:
    """Our own text: every fifth line is held back and reported apart."""
    found: list[Sample] = []
    for name in ("headlines", "quotes"):
        if (own / f"{name}.txt").exists():
            found += read_trees(own / f"{name}.txt", name)
    if (own / "names.txt").exists():
        found += read_names(own / "names.txt", "names")
    return [s for s in found if (int(s.id.rsplit("-", 1)[1]) % 5 == 0) == held_back]
