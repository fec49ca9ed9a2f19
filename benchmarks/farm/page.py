"""An article as it is published: its text, and where every passage of it lies."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.farm.passage import Op, Passage

PARAGRAPH = "\n\n"


@dataclass(frozen=True)
class Placed:
    """A passage and the code points that it takes up, end exclusive."""

    start: int
    end: int
    passage: Passage


@dataclass
class Page:
    """One article. ``add`` is the only way in, so the offsets cannot be wrong.

    ``day`` is when it was put together, ``date`` what it says of that: nothing if undated.
    """

    kind: str
    event: str
    site: str
    date: datetime.date | None
    text: str = ""
    day: datetime.date | None = None
    passages: list[Placed] = field(default_factory=list)

    def add(self, passage: Passage, separator: str) -> None:
        """Set a passage after a separator, which is left out at the top of the page."""
        before = separator if self.text else ""
        if self.text and not separator:
            self.passages[-1].passage.ops.append(_glue(self.passages[-1].passage))
        start = len(self.text) + len(before)
        self.text += before + passage.text
        self.passages.append(Placed(start, len(self.text), passage))

    def add_paragraph(self, passages: Sequence[Passage], separator: str = PARAGRAPH) -> None:
        """Set passages as one paragraph, a space apart."""
        for number, passage in enumerate(passages):
            self.add(passage, " " if number else separator)


def _glue(passage: Passage) -> Op:
    """The space that should follow this passage is missing."""
    return Op("glue", len(passage.text), " ", "")
