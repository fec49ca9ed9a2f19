"""Sentences that come from one report, as far as pages that are not stitched show it.

Two such pages have one report if half of the sentences of either that others have too are in both. A sentence
that stands in two reports (what a release says, or what two reporters heard) shows nothing of either's day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stemma.times.pages import Page

FEWEST = 2  # shared sentences of a page by which its report is known
ALIKE = 0.5  # of the fewer shared sentences of two pages that are in both if their report is one


class Reports:
    """`families`: sentence -> the families that it is of."""

    def __init__(self, pages: Sequence[Page], families: Mapping[str, Iterable[str]]) -> None:
        self._families = families
        whole = {
            page.article_id: page
            for page in sorted(pages, key=lambda page: page.article_id)
            if page.whole and not page.again and len(self._of(page)) >= FEWEST
        }
        self._report = _joined({id_: self._of(page) for id_, page in whole.items()})
        holding: dict[str, set[str]] = defaultdict(set)
        for id_, page in whole.items():
            for family in self._of(page):
                holding[family].add(self._report[id_])
        self._holding = {family: next(iter(of)) for family, of in holding.items() if len(of) == 1}
        self._shared = {family for family, of in holding.items() if len(of) > 1}

    def _of(self, page: Page) -> frozenset[str]:
        return frozenset(
            family
            for line in page.lines
            if not line.insert
            for family in self._families.get(line.sentence.id, ())
        )

    def of(self, article_id: str, sentence_id: str, insert: bool = False) -> str | None:
        """The report that a sentence is from, by the least article that has it whole; None if that is not
        known."""
        families = set(self._families.get(sentence_id, ()))
        if families & self._shared or insert:
            return None
        found = {self._holding[family] for family in families if family in self._holding}
        if not families and article_id in self._report:
            found = {self._report[article_id]}
        return found.pop() if len(found) == 1 else None


def _joined(held: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Page -> the least page that has the same report; of three pages each must fit the first."""
    found: dict[str, str] = {}
    for one, families in held.items():
        first = next((other for other in found.values() if _alike(families, held[other])), one)
        found[one] = first
    return found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(FEWEST, ALIKE * min(len(one), len(other)))
