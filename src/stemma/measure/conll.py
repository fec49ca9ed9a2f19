"""Treebanks and name corpora in the formats of CoNLL, as far as scores need them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stemma.errors import UsageError
from stemma.reader.tokens import Word


class Sentence(NamedTuple):
    """A sentence of gold: its text, its words with their places in it, and columns by name. `par`: the
    number of its paragraph; `doc`: its document."""

    text: str
    words: list[Word]
    columns: dict[str, list[str]]
    doc: str
    par: int


_CONLLU = ("form", "lemma", "upos", "xpos", "feats", "head", "rel", "deps", "misc")
_IOB2 = ("form", "name")


def files_of(data: Path, ending: str, part: str = "test") -> list[Path]:
    """The file given, or those of a folder that are of a part (`test`). Raises UsageError."""
    found = [data] if data.is_file() else sorted(data.glob(f"*{part}*{ending}"))
    if not found:
        raise UsageError(
            f"There is no {ending} file at '{data}'.",
            remedy=f"Name the file, or a folder with a file *{part}*{ending}.",
        )
    return found


def read_conll(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U or IOB2 file."""
    names = _IOB2 if path.suffix == ".iob2" else _CONLLU
    doc, par = "", 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t")[1:] for line in lines if re.match(r"\d+\t", line)]
        doc = next((line[14:] for line in lines if line.startswith("# newdoc id = ")), doc)
        par += any(line.startswith("# newpar") for line in lines)
        if rows:
            shown = [row[0] for row in rows]
            text = next(
                (line[9:] for line in lines if line.startswith("# text = ")), " ".join(shown)
            )
            columns = {
                name: [row[n] for row in rows] for n, name in enumerate(names[: len(rows[0])])
            }
            yield Sentence(text, _placed(text, shown), columns, doc, par)


def _placed(text: str, shown: list[str]) -> list[Word]:
    words, at = [], 0
    for form in shown:
        found = text.find(form, at)
        # A word that the text spells otherwise (a goeswith, a damaged line) stands where it would be.
        start = found if found >= 0 and not text[at:found].strip() else at
        words.append(Word(form, start, start + len(form)))
        at = max(at, start + len(form))
    return words
