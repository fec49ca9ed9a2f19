"""Sentences that a person marked by hand, one a line, in plain text: trees and names.

Trees: `form|UPOS|head|deprel`, `~` before a form that is glued to the one before it. Names: `[PER Ann Lee]`.
Empty lines and lines that begin with `#` are left out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from stemma.errors import UsageError
from stemma.measure.conll import Sentence
from stemma.reader.tokens import Word, cut_words

_NAME = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")


def read_marked_trees(path: Path) -> Iterator[Sentence]:
    """Sentences with the columns `upos`, `head` and `rel`; `par` is the number of the line. Raises
    UsageError for a line that is no tree."""
    for number, line in _lines(path):
        rows = [token.rsplit("|", 3) for token in line.split()]
        if not all(len(row) == 4 and row[2].isdecimal() for row in rows):
            raise UsageError(
                f"Line {number} of '{path}' is no tree.", remedy="Write form|UPOS|head|deprel."
            )
        text, words = _joined([row[0] for row in rows])
        columns = {name: [row[n] for row in rows] for n, name in ((1, "upos"), (2, "head"))}
        yield Sentence(text, words, {**columns, "rel": [row[3] for row in rows]}, path.stem, number)


def read_marked_names(path: Path) -> Iterator[Sentence]:
    """Sentences, cut into words by the reader's rules, with the column `name` (IOB2); `par` is the number
    of the line. A name that begins inside a word is none."""
    for number, line in _lines(path):
        text, spans = _unmarked(line.strip())
        words = cut_words(text)
        labels = [_label(word, spans) for word in words]
        yield Sentence(text, words, {"name": labels}, path.stem, number)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _joined(forms: list[str]) -> tuple[str, list[Word]]:
    text, words = "", []
    for form in forms:
        glued = form.startswith("~") and len(form) > 1
        shown = form[1:] if glued else form
        text += "" if glued or not text else " "
        words.append(Word(shown, len(text), len(text) + len(shown)))
        text += shown
    return text, words


def _label(word: Word, spans: list[tuple[int, int, str]]) -> str:
    for start, end, kind in spans:
        if start <= word.start and word.end <= end:
            return f"{'B' if word.start == start else 'I'}-{kind}"
    return "O"


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, at = "", [], 0
    for found in _NAME.finditer(line):
        text += line[at : found.start()]
        spans.append((len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        at = found.end()
    return text + line[at:], spans
