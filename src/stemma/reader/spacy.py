"""Any spaCy pipeline as a reader. Needs the extra `stemma[spacy]`, and a pipeline that the user has."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from stemma.errors import ReaderError
from stemma.reader.heads import read_apart
from stemma.reader.reading import READINGS, Row, frame_of

_NAMES = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


class SpacyReader:
    """Wraps a pipeline; what it has no component for is `_`."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        meta = pipeline.meta
        self.version = f"spacy {meta.get('lang')}_{meta.get('name')} {meta.get('version')}"

    @classmethod
    def load(cls, name: str) -> "SpacyReader":
        """A pipeline by name or path. Raises ReaderError."""
        try:
            import spacy
        except ImportError as error:
            raise ReaderError(
                "spaCy is not installed.",
                "It is an extra.",
                "Install it: pip install 'stemma[spacy]'",
            ) from error
        try:
            return cls(spacy.load(name))
        except OSError as error:
            raise ReaderError(
                f"spaCy has no pipeline '{name}'.", f"{error}".splitlines()[0], "Install it first."
            ) from error

    def read(self, sentences: Sequence[str]) -> pl.DataFrame:
        """See `Reader.read`. A text that the pipeline parts in several sentences stays one: their roots
        hang on the first."""
        return frame_of(read_apart(sentences, self._rows))

    def _rows(self, sentences: Sequence[str]) -> list[Row]:
        read = zip(sentences, self._pipeline.pipe(sentences), strict=True)
        return [dict(zip(READINGS, self._row(text, doc), strict=True)) for text, doc in read]

    def _row(self, text: str, doc: Any) -> tuple[Any, ...]:
        tokens = [token for token in doc if not token.is_space]
        number = {token.i: n for n, token in enumerate(tokens, 1)}
        heads, rels = _tree(doc, tokens, number)
        return (
            text,
            [token.text for token in tokens],
            [token.idx for token in tokens],
            [token.idx + len(token) for token in tokens],
            [token.pos_ or "_" for token in tokens],
            [token.tag_ or "_" for token in tokens],
            [str(token.morph) or "_" for token in tokens],
            [token.lemma_ or token.text for token in tokens],
            heads,
            rels,
            [_name(token) for token in tokens],
            [],
            _vector(doc),
            self.version,
        )


def _tree(doc: Any, tokens: Sequence[Any], number: dict[int, int]) -> tuple[list[int], list[str]]:
    if not doc.has_annotation("DEP"):
        return [0] * len(tokens), ["_"] * len(tokens)
    roots = [number[token.i] for token in tokens if token.head.i == token.i]
    heads, rels = [], []
    for token in tokens:
        own = number[token.i]
        if own in roots:
            heads.append(0 if own == roots[0] else roots[0])
            rels.append("root" if own == roots[0] else "parataxis")
        else:
            heads.append(number.get(token.head.i, roots[0]))
            rels.append(token.dep_)
    return heads, rels


def _name(token: Any) -> str:
    kind = _NAMES.get(token.ent_type_)
    return f"{token.ent_iob_}-{kind}" if kind and token.ent_iob_ in "BI" else "O"


def _vector(doc: Any) -> bytes:
    if not doc.vocab.vectors_length or not doc.vector_norm:
        return b""
    return np.asarray(doc.vector / doc.vector_norm, dtype="<f2").tobytes()
