"""Copies of copies: what a page takes from earlier pages, as it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.farm.page import Page
from benchmarks.farm.passage import Passage

# A passage is copied so often at most: from the wire to a page, and on to three more.
DEEPEST = 4
MOST_LENDERS = 3


@dataclass
class Loans:
    """The copies that are at hand for one page, in the order in which they are taken.

    ``share`` is how often a copy is preferred to what the page would have otherwise.
    """

    share: float = 0.0
    ready: dict[str, list[Passage]] = field(default_factory=dict)

    def take(self, role: str, rng: Random) -> Passage | None:
        """A copy of this role in a share of the calls, as long as there are any."""
        waiting = self.ready.get(role)
        return waiting.pop() if waiting and rng.random() < self.share else None

    def among(self, passages: Iterable[Passage], rng: Random) -> Iterator[Passage]:
        """The passages, and copies between them; no sentence comes twice."""
        seen: set[tuple[str | None, int | None]] = set()
        for passage in passages:
            while (copy := self.take("body", rng)) is not None:
                if _key(copy) not in seen:
                    seen.add(_key(copy))
                    yield copy
            if _key(passage) not in seen:
                yield passage
                seen.add(_key(passage))


def borrow(pages: Sequence[Page], day: date, share: float, rng: Random) -> Loans:
    """Copy from up to three of the pages, none of them younger than the day."""
    if not share:
        return Loans()
    older = [page for page in pages if page.day is not None and page.day <= day]
    lenders = rng.sample(older, min(len(older), rng.randint(1, MOST_LENDERS)))
    ready: dict[str, list[Passage]] = {"headline": [], "body": [], "insert": []}
    for passage in (placed.passage for lender in lenders for placed in lender.passages):
        if passage.role in ready and passage.depth < DEEPEST:
            ready[passage.role].append(passage.copied())
    for waiting in ready.values():
        rng.shuffle(waiting)
    return Loans(share, ready)


def _key(passage: Passage) -> tuple[str | None, int | None]:
    return passage.wire, passage.sentence
