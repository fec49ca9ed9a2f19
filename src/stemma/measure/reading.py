"""The reader against treebanks and names: what `measure syntax` and `measure names` print."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from stemma.measure.conll import Sentence, files_of, read_conll
from stemma.measure.marked import read_marked_names, read_marked_trees
from stemma.reader.model import OnnxReader

_KINDS = ("PER", "ORG", "LOC")
# Columns of gold that are compared as they are -> those of a reading.
_PLAIN = {"upos": "upos", "xpos": "xpos", "feats": "feats", "lemma": "lemmas"}


def measure_syntax(data: Path) -> dict[str, Any]:
    """Parts of speech, features, lemmas and trees on gold words, in per cent, as far as the gold has them.
    LAS leaves subtypes of relations out. Data: CoNLL-U, or a `.txt` of trees marked by hand."""
    paths = files_of(data, ".conllu")
    gold = [sentence for path in paths for sentence in _sentences(path, read_marked_trees)]
    read = OnnxReader().read_words([s.text for s in gold], [s.words for s in gold])
    total = sum(len(sentence.words) for sentence in gold)
    right: Counter[str] = Counter()
    for sentence, row in zip(gold, read.iter_rows(named=True), strict=True):
        right.update(_right(sentence.columns, row))
    return {
        "task": "syntax",
        "data": [p.name for p in paths],
        "sentences": len(gold),
        "words": total,
        **{name: round(100 * count / max(total, 1), 2) for name, count in right.items()},
    }


def _sentences(path: Path, marked: Callable[[Path], Iterator[Sentence]]) -> Iterator[Sentence]:
    return marked(path) if path.suffix == ".txt" else read_conll(path)


def _right(gold: Mapping[str, list[str]], row: Mapping[str, Any]) -> dict[str, int]:
    """How many words of a sentence are right in each respect that the gold tells."""
    right = {n: _equal(gold[n], row[column]) for n, column in _PLAIN.items() if n in gold}
    heads = [str(head) for head in row["heads"]]
    right["uas"] = _equal(gold["head"], heads)
    right["las"] = _equal(_arcs(gold["head"], gold["rel"]), _arcs(heads, row["rels"]))
    return right


def _equal(gold: Sequence[str], found: Sequence[str]) -> int:
    return sum(a == b for a, b in zip(gold, found, strict=True))


def _arcs(heads: Sequence[str], rels: Sequence[str]) -> list[str]:
    return [f"{head} {rel.split(':')[0]}" for head, rel in zip(heads, rels, strict=True)]


def measure_names(data: Path) -> dict[str, Any]:
    """Names (PER, ORG, LOC) on gold words: precision, recall and F1 of exact spans. Data: IOB2 files, or a
    `.txt` of names marked by hand."""
    paths = files_of(data, ".iob2")
    gold = [sentence for path in paths for sentence in _sentences(path, read_marked_names)]
    read = OnnxReader().read_words([s.text for s in gold], [s.words for s in gold])
    both = in_gold = in_found = 0
    for sentence, found in zip(gold, read["names"].to_list(), strict=True):
        true, mine = spans(_known(sentence)), spans(found)
        both, in_gold, in_found = both + len(true & mine), in_gold + len(true), in_found + len(mine)
    precision, recall = both / max(in_found, 1), both / max(in_gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-12)
    shares = {"precision": precision, "recall": recall, "f1": f1}
    return {
        "task": "names", "data": [path.name for path in paths], "sentences": len(gold),
        "names": in_gold, **{name: round(100 * value, 2) for name, value in shares.items()},
    }  # fmt: skip


def _known(sentence: Sentence) -> list[str]:
    return [label if label[2:] in _KINDS else "O" for label in sentence.columns["name"]]


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names as (first word, behind the last, kind) out of IOB2 labels."""
    found: set[tuple[int, int, str]] = set()
    start = 0
    for i, label in enumerate([*labels, "O"]):
        before = labels[i - 1] if i else "O"
        goes_on = label.startswith("I-") and before[2:] == label[2:]
        if before != "O" and not goes_on:
            found.add((start, i, before[2:]))
        if label != "O" and not goes_on:
            start = i
    return found
