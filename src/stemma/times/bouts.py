"""Stories that are two: their pages come in bouts that lie months apart, and share no sentences.

A pile whose pages have few dates may join two happenings that much the same people had a part in. What one
of them shows of its days says nothing of the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from stemma.times.pages import Line, Page

GAP = timedelta(days=92)  # without any page of a story, behind which another bout begins
LINKS = 2  # sentences that two pages share if they are of one bout
ALIKE = 0.15  # and this share of the fewer ones that either has


def parted(pages: Sequence[Page], families: Mapping[str, Iterable[str]]) -> Sequence[Page]:
    """The pages, with a name of its own for each bout of a story. `families`: sentence -> those that it is
    of."""
    bouts = _Bouts(pages, families)
    if not bouts.of_page:
        return pages
    return [replace(page, lines=[bouts.named(page, line) for line in page.lines]) for page in pages]


class _Bouts:
    """`of_page`: story and page -> its bout; only of stories that have several."""

    def __init__(self, pages: Sequence[Page], families: Mapping[str, Iterable[str]]) -> None:
        self._families = families
        self.of_page: dict[tuple[str, str], str] = {}
        self._of_family: dict[tuple[str, str], str] = {}
        held: dict[str, list[Page]] = defaultdict(list)
        for page in pages:
            for story in {line.story for line in page.lines if line.story}:
                held[story].append(page)
        for story, own in held.items():
            if _gaps({page.latest for page in own if page.latest}):
                self._part(story, own)

    def _part(self, story: str, pages: Sequence[Page]) -> None:
        shares = {page.article_id: self._shared(page, story) for page in pages}
        groups = _grouped(shares)
        days: dict[str, set[date]] = defaultdict(set)
        for page in pages:
            if page.latest and not all(line.insert for line in page.lines if line.story == story):
                days[groups[page.article_id]].add(page.latest)
        bouts = _bouts_of(days)
        if len(set(bouts.values())) < 2:
            return
        for page in pages:
            group = groups[page.article_id]
            # What shares nothing with a page of known date may be of either.
            bout = f"{story} {bouts.get(group, group)}"
            self.of_page[story, page.article_id] = bout
            for family in shares[page.article_id]:
                self._of_family.setdefault((story, family), bout)

    def _shared(self, page: Page, story: str) -> set[str]:
        """The families of the sentences of a page that are of a story and no inserts."""
        return {
            family
            for line in page.lines
            if line.story == story and not line.insert
            for family in self._families.get(line.sentence.id, ())
        }

    def named(self, page: Page, line: Line) -> Line:
        """A line with the name of its bout."""
        story = line.story or ""
        bout = self.of_page.get((story, page.article_id))
        if bout is None:
            return line
        if line.insert:  # of the bout of the pages that have its sentence as their own
            own = (
                self._of_family.get((story, one))
                for one in self._families.get(line.sentence.id, ())
            )
            bout = next((one for one in own if one), bout)
        return replace(line, story=bout)


def _gaps(days: Iterable[date]) -> list[date]:
    """The days that begin another bout."""
    known = sorted(days)
    return [day for before, day in pairwise(known) if day - before > GAP]


def _grouped(shares: Mapping[str, set[str]]) -> dict[str, str]:
    """Page -> the least of the pages that share enough sentences with it, directly or through others."""
    pages = sorted(shares)
    least = list(range(len(pages)))

    def root(page: int) -> int:
        while least[page] != page:
            page = least[page]
        return page

    for one, others in enumerate(_linked([shares[page] for page in pages])):
        for other in others:
            low, high = sorted((root(one), root(other)))
            least[high] = low
    return {page: pages[root(n)] for n, page in enumerate(pages)}


def _linked(shares: Sequence[set[str]]) -> Iterator[list[int]]:
    """For each page the later ones that share enough sentences with it."""
    sizes = np.array([len(own) for own in shares], dtype=np.int64)
    members: dict[str, list[int]] = defaultdict(list)
    for page, own in enumerate(shares):
        for family in own:
            members[family].append(page)
    holding = {family: np.array(held) for family, held in members.items()}
    for page, own in enumerate(shares):
        held = [holding[family] for family in own]
        common = np.bincount(np.concatenate(held) if held else [], minlength=len(shares))
        enough = np.maximum(LINKS, ALIKE * np.minimum(sizes, sizes[page]))
        later = np.arange(len(shares)) > page
        yield np.flatnonzero((common >= enough) & later).tolist()


def _bouts_of(days: Mapping[str, set[date]]) -> dict[str, str]:
    """Group of pages -> the first day of its bout. A group joins all that lies between its own days."""
    found = dict[str, str]()
    first = last = None
    for group in sorted(days, key=lambda one: min(days[one])):
        if first is None or last is None or min(days[group]) - last > GAP:
            first, last = min(days[group]), max(days[group])
        last = max(last, *days[group])
        found[group] = str(first)
    return found
