"""Where sentences end, on raw text: what `measure sentences` prints."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from stemma.measure.conll import files_of, read_conll
from stemma.text.sentences import split_sentences

_CUT = "⏎"


def measure_sentences(data: Path) -> dict[str, Any]:
    """Sentences of raw paragraphs: precision, recall and F1 of exact spans, white space at the ends left
    out. Data: CoNLL-U, whose paragraphs are put together again (of documents that are news, if any
    is), or lines in which `⏎` marks the cuts."""
    paths = [data] if data.suffix == ".txt" else files_of(data, ".conllu")
    both = in_gold = in_found = paragraphs = 0
    for path in paths:
        for text, true in _marked(path) if path.suffix == ".txt" else _paragraphs(path):
            mine = {_trimmed(text, cut.start, cut.end) for cut in split_sentences(text)}
            both, in_gold, in_found = (
                both + len(true & mine),
                in_gold + len(true),
                in_found + len(mine),
            )
            paragraphs += 1
    precision, recall = both / max(in_found, 1), both / max(in_gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-12)
    return {
        "task": "sentences", "data": [path.name for path in paths], "paragraphs": paragraphs,
        "sentences": in_gold, "precision": round(100 * precision, 2), "recall": round(100 * recall, 2),
        "f1": round(100 * f1, 2),
    }  # fmt: skip


def _marked(path: Path) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield _joined(line.split(_CUT), "")


def _paragraphs(path: Path) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    gold = list(read_conll(path))
    news = [sentence for sentence in gold if "_news_" in sentence.doc]
    for _, inside in groupby(news or gold, key=lambda sentence: (sentence.doc, sentence.par)):
        yield _joined([sentence.text for sentence in inside], " ")


def _joined(parts: list[str], between: str) -> tuple[str, set[tuple[int, int]]]:
    text, spans = "", set()
    for part in parts:
        start = len(text)
        text += part
        if part.strip():
            spans.add(_trimmed(text, start, len(text)))
        text += between
    return text, spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip())
