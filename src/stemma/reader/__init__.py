"""The reader: sentences -> words with parts of speech, lemmas, syntax and names, and a vector.

A `Reader` is anything with a `version` and a method `read`; ours is `OnnxReader`. `load` gives one by
name: `stemma`, `spacy:PIPELINE`, or that of an installed package (entry point group `stemma.readings`).
"""

from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import Protocol, cast

import polars as pl

from stemma.errors import ReaderError
from stemma.reader.reading import READINGS, vector_of

GROUP = "stemma.readings"


class Reader(Protocol):
    """Reads sentences of one language."""

    version: str

    def read(self, sentences: Sequence[str]) -> pl.DataFrame:
        """A row for each sentence, in their order, with the columns of `READINGS` (an Arrow table).
        What a reader can't tell is `_`, and a vector that it has not is empty."""
        ...


def load(name: str = "stemma") -> Reader:
    """A reader by its name. Raises ReaderError if there is none of that name, or it can't be used."""
    if name == "stemma":
        from stemma.reader.model import OnnxReader

        return OnnxReader()
    if name.startswith("spacy:"):
        from stemma.reader.spacy import SpacyReader

        return SpacyReader.load(name.removeprefix("spacy:"))
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise ReaderError(
            f"There is no reader '{name}'.",
            f"Known are: {', '.join(['stemma', 'spacy:PIPELINE', *sorted(found)])}.",
            "Install the package that brings it, or leave the name out.",
        )
    return cast("Reader", found[name].load()())


__all__ = ["READINGS", "Reader", "load", "vector_of"]
