"""Readers of the open treebanks and name corpora, and of our own annotated text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from stemma.measure.marked import read_marked_names, read_marked_trees

NAMES = ("PER", "ORG", "LOC")


@dataclass
class Sample:
    """A sentence with what is annotated of it; None where nothing is. Heads count from 1, 0 is the
    root. `names_by`: whose idea of a name `names` follows, where it is not that of the reader (`btc`,
    `gum`). `spaced`: whether white space stands behind each word."""

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    rels: list[str] | None = None
    names: list[str] | None = None
    names_by: str = ""
    spaced: list[bool] = field(default_factory=list)
    origin: str = ""
    text: str = ""
    id: str = ""


def read_conllu(path: Path, origin: str) -> Iterator[Sample]:
    """The sentences of a treebank. Empty nodes are left out; a word that is written as several is read
    as these."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
        if not rows:
            continue
        joined = {
            number
            for line in lines
            if (found := re.match(r"(\d+)-(\d+)\t", line))
            for number in range(int(found[1]), int(found[2]))
        }
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        name = next((line[12:] for line in lines if line.startswith("# sent_id = ")), "")
        yield Sample(
            words=[row[1] for row in rows],
            upos=[row[3] for row in rows],
            xpos=[row[4] for row in rows],
            feats=[row[5] for row in rows],
            lemmas=[row[2] for row in rows],
            heads=[int(row[6]) for row in rows],
            rels=[row[7] for row in rows],
            spaced=["SpaceAfter=No" not in row[9] and int(row[0]) not in joined for row in rows],
            origin=origin,
            text=text,
            id=name,
        )


_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_JOINS = {"PER": set(), "ORG": {"of", "for", "and", "the", "on", "&", "'s"}, "LOC": {"of", "the"}}


def read_gum(path: Path) -> Iterator[Sample]:
    """GUM with names, made of its entities: the proper nouns around the head of a person, an organization
    or a place, the longest where they nest."""
    rows = [
        [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)]
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    for sample, sentence in zip(read_conllu(path, "gum"), filter(None, rows), strict=True):
        sample.names = _names_of_entities(sample, [row[9] for row in sentence])
        sample.names_by = "gum"
        yield sample


def _names_of_entities(sample: Sample, notes: list[str]) -> list[str]:
    labels = ["O"] * len(notes)
    for first, last, kind, head in sorted(_entities(notes), key=lambda one: one[0] - one[1]):
        span = _proper(sample, first, last, head, _JOINS[kind])
        if span and all(labels[n] == "O" for n in range(*span)):
            labels[span[0] : span[1]] = [f"B-{kind}", *[f"I-{kind}"] * (span[1] - span[0] - 1)]
    return labels


def _entities(notes: list[str]) -> Iterator[tuple[int, int, str, int]]:
    """First and last word, kind and head of each entity that begins and ends in the sentence."""
    begun: list[tuple[str, int, str, int]] = []
    for n, note in enumerate(notes):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", note)
        for opens, number, rest, closes in re.findall(
            r"(\()?(\d+)((?:-[^()]*)?)(\))?", found[1] if found else ""
        ):
            if opens:
                kind, head = rest.split("-")[1], rest.split("-")[5].split(",")[0]
                begun.append((number, n, kind, n + int(head) - 1 if head.isdigit() else n))
            if closes:
                at = next((m for m in reversed(begun) if m[0] == number), None)
                if at:
                    begun.remove(at)
                    if at[2] in _KINDS:
                        yield at[1], n, _KINDS[at[2]], at[3]


def _proper(
    sample: Sample, first: int, last: int, head: int, joins: set[str]
) -> tuple[int, int] | None:
    """The proper nouns around a head, joined by small words; None if the head is no proper noun."""
    tags, words = sample.upos or [], sample.words
    if not first <= head <= last or tags[head] != "PROPN":
        return None

    def reach(step: int) -> int:
        kept = at = head
        while first <= at + step <= last:
            at += step
            if tags[at] == "PROPN":
                kept = at
            elif words[at].lower() not in joins:
                break
        return kept

    return reach(-1), reach(1) + 1


def read_uner(path: Path) -> dict[str, list[str]]:
    """Characters of a sentence, without spaces -> the label of each."""
    found: dict[str, list[str]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)]
        letters = "".join(row[1] for row in rows)
        labels: list[str] = []
        for row in rows:
            label = _label(row[2])
            inside = "O" if label == "O" else f"I-{label[2:]}"
            labels += [label, *[inside] * (len(row[1]) - 1)]
        if rows:
            found[letters] = labels
    return found


def with_names(samples: list[Sample], names: dict[str, list[str]]) -> int:
    """Puts name labels on the sentences of a treebank that have the same characters, however they are
    cut into words; returns how many."""
    count = 0
    for sample in samples:
        labels = names.get("".join(sample.words))
        if labels is not None:
            starts = [sum(map(len, sample.words[:i])) for i in range(len(sample.words))]
            sample.names = [labels[start] for start in starts]
            count += 1
    return count


def _label(tag: str) -> str:
    return tag if tag[2:] in NAMES else "O"


def read_wikigold(path: Path) -> Iterator[Sample]:
    """Names on Wikipedia sentences; labels without beginnings are turned into IOB2."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split(" ") for line in block.splitlines() if line and "DOCSTART" not in line]
        if rows:
            yield Sample(
                [row[0] for row in rows], names=_iob2([row[1] for row in rows]), origin="wikigold"
            )


def read_btc(path: Path) -> Iterator[Sample]:
    """Names on tweets; `@user` is no name."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.count("\t") == 1]
        rows = [row for row in rows if row[0].strip()]
        if rows:
            tags = ["O" if row[0].startswith("@") else _label(row[1].strip()) for row in rows]
            yield Sample([row[0] for row in rows], names=_iob2(tags), names_by="btc", origin="btc")


def _iob2(tags: list[str]) -> list[str]:
    found: list[str] = []
    for tag in tags:
        kind = tag[2:]
        if kind not in NAMES:
            found.append("O")
        else:
            goes_on = tag.startswith("I-") and found and found[-1][2:] == kind
            found.append(f"{'I' if goes_on else 'B'}-{kind}")
    return found


def read_trees(path: Path, origin: str) -> Iterator[Sample]:
    """Our own trees (see `stemma.measure.marked`)."""
    for one in read_marked_trees(path):
        yield Sample(
            [word.text for word in one.words],
            upos=one.columns["upos"],
            heads=[int(head) for head in one.columns["head"]],
            rels=one.columns["rel"],
            spaced=[*(a.end < b.start for a, b in pairwise(one.words)), True],
            origin=origin,
            id=f"{origin}-{one.par}",
        )


def read_names(path: Path, origin: str) -> Iterator[Sample]:
    """Our own names (see `stemma.measure.marked`)."""
    for one in read_marked_names(path):
        words = [word.text for word in one.words]
        name = f"{origin}-{one.par}"
        yield Sample(words, names=one.columns["name"], origin=origin, text=one.text, id=name)
