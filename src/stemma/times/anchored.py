"""The anchor of each passage: its own dates, those of other witnesses of its sentence, its page's date.

In this order: a date in its dateline, or that of a caption; such a date of another witness that has the same
expressions; the earliest date of a page with this sentence that is not stitched. Else the earliest date of
any page with it is a latest bound, and what the passage tells of as past an earliest one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from stemma.model import Witness
from stemma.times.anchor import UNKNOWN, Anchor
from stemma.times.pages import Dated, Line, Page, Wording, dateline_of

NOT_SHOWN = "no page with this sentence shows when it was said"


class Place(NamedTuple):
    """A line of a page by its number."""

    page: Page
    number: int

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.page.lines[self.number]


class Shown(NamedTuple):
    """What is known of when a passage was said. `anchor`: a day or several; `latest`: no later than that;
    both with `why`."""

    anchor: Anchor
    latest: date | None
    why: str


class Versions(NamedTuple):
    """A sentence in all articles: the places that say the same, in order of ids, and of these what tells
    when it was said. `dated`: those with a date of their own; `latest`, `whole`: the days of their pages
    with the numbers of the places, the first day first; `whole`: of pages that are not stitched."""

    places: Sequence[Place]
    dated: Sequence[Place]
    latest: Sequence[tuple[date, int]]
    whole: Sequence[tuple[date, int]]


class Pile:
    """All pages, and which of their sentences are witnesses of one."""

    def __init__(self, pages: Sequence[Page], witnesses: Iterable[Witness]) -> None:
        self.pages = pages
        self._places = {
            line.sentence.id: Place(page, number)
            for page in pages
            for number, line in enumerate(page.lines)
        }
        self._of: dict[str, set[str]] = defaultdict(set)
        self._in: dict[str, set[str]] = defaultdict(set)
        for witness in witnesses:
            if not witness.quoted and witness.sentence_id in self._places:
                self._of[witness.sentence_id].add(witness.family_id)
                self._in[witness.family_id].add(witness.sentence_id)
        # Kept, since a sentence that a thousand pages have would be looked up in all of them as often.
        self._held: dict[frozenset[str], list[Place]] = {}
        self._naming: dict[frozenset[str], list[Place]] = {}
        self._versions: dict[tuple[frozenset[str], str], Versions] = {}

    def naming(self, place: Place) -> list[Place]:
        """The same sentence in other articles, where it names a day in full, in order of ids."""
        families = self._families(place)
        if families not in self._naming:
            held = self._with_any(families)
            self._naming[families] = [one for one in held if one.line.wording.days]
        return list(_elsewhere(self._naming[families], place))

    def _families(self, place: Place) -> frozenset[str]:
        return frozenset(self._of.get(place.line.sentence.id, ()))

    def _with_any(self, families: frozenset[str]) -> list[Place]:
        """The places of some families, in order of ids."""
        if families not in self._held:
            ids = sorted({one for family in families for one in self._in[family]})
            self._held[families] = [self._places[one] for one in ids]
        return self._held[families]

    def _alike(self, place: Place) -> Versions:
        families, wording = self._families(place), place.line.wording
        asked = families, wording.text
        if asked not in self._versions:
            held = self._with_any(families)
            self._versions[asked] = _versions([p for p in held if _says_the_same(wording, p.line)])
        return self._versions[asked]

    def shown(self, place: Place) -> Shown:
        """When the passage of a line was said."""
        alike = self._alike(place)
        latest, holder = _latest(place, alike)
        dated = _own(place, latest) or _of_others(place, alike, latest) or _of_whole(place, alike)
        if dated:
            return Shown(dated.anchor, None, dated.why)
        if latest is None or holder is None:
            return Shown(UNKNOWN, None, _undated(place))
        passage = place.page.passage(place.number)
        since = max((d for line in passage for d in line.wording.past if d <= latest), default=None)
        why = f"{_page(holder, place)} is of {latest.isoformat()}, and this sentence is no younger"
        if since:
            why = f"it tells of {since.isoformat()} as past; {why}"
            return Shown(Anchor(since, latest), latest, why)
        return Shown(UNKNOWN, latest, why)


def _says_the_same(wording: Wording, other: Line) -> bool:
    """Whether what is to be told of a wording stands in the other as well."""
    if wording is other.wording or not wording.open:
        return True
    text = other.sentence.text.casefold()
    return all(said in text for said in wording.open)


def _versions(places: Sequence[Place]) -> Versions:
    latest = [(one.page.latest, n) for n, one in enumerate(places) if one.page.latest]
    whole = [(one.page.day, n) for n, one in enumerate(places) if one.page.whole and one.page.day]
    return Versions(places, [p for p in places if _is_dated(p)], sorted(latest), sorted(whole))


def _is_dated(place: Place) -> bool:
    """Whether a place may have a date of its own, see `_own`."""
    passage = place.page.passage(place.number)
    return bool(place.line.wording.picture) or any(line.dateline for line in passage)


def _elsewhere(places: Iterable[Place], place: Place) -> Iterator[Place]:
    """Those in other articles."""
    return (one for one in places if one.page.article_id != place.page.article_id)


def _latest(place: Place, alike: Versions) -> tuple[date | None, Place | None]:
    """The first day on which a page with the sentence existed, and that page."""
    return _first(place, place.page.latest, alike.places, alike.latest)


def _first(
    place: Place, own: date | None, places: Sequence[Place], days: Iterable[tuple[date, int]]
) -> tuple[date | None, Place | None]:
    """The first of the days of a place's own page and of others, and the place that shows it."""
    held = ((day, places[n]) for day, n in days)
    found = next(((d, p) for d, p in held if p.page.article_id != place.page.article_id), None)
    if own and (found is None or own <= found[0]):
        return own, place
    return found or (None, None)


def _own(place: Place, latest: date | None) -> Dated | None:
    dateline = dateline_of(place.page.passage(place.number), latest)
    if dateline:
        return Dated(dateline.anchor, f"its dateline {dateline.why}")
    day = place.line.wording.picture
    return Dated(Anchor.on(day), f"its sentence is a caption of {day.isoformat()}") if day else None


def _of_others(place: Place, alike: Versions, latest: date | None) -> Dated | None:
    """The day that other witnesses' own dates show, or the days between the first and the last of these."""
    elsewhere = _elsewhere(alike.dated, place)
    found = [(one, dated) for one in elsewhere if (dated := _own(one, latest))]
    if not found:
        return None
    days = [day for _, dated in found for day in dated.anchor.days]
    anchor = Anchor(min(days), max(days))
    one, dated = found[0]
    said = dated.why.removeprefix("its dateline ").replace("its sentence is", "has it as")
    why = f"another page with this sentence ({one.line.sentence.id}) {said}"
    return Dated(anchor, why if len(anchor.days) == 1 else f"{why}; others say other days")


def _of_whole(place: Place, alike: Versions) -> Dated | None:
    """The earliest date of a page that is not stitched."""
    own = place.page.day if place.page.whole else None
    day, holder = _first(place, own, alike.places, alike.whole)
    if day is None or holder is None:
        return None
    page = _page(holder, place)
    return Dated(Anchor.on(day), f"{page} is of {day.isoformat()} and is not stitched")


def _page(holder: Place, place: Place) -> str:
    if holder.page is place.page:
        return "its page"
    return f"another page with this sentence ({holder.line.sentence.id})"


def _undated(place: Place) -> str:
    named = place.page.named
    if named is None:
        return NOT_SHOWN
    return f"{NOT_SHOWN}; its page, which tells of {named.isoformat()}, is no older than that"


def passages_of(pile: Pile) -> Iterator[tuple[Place, Shown]]:
    """Each line that has expressions of time, in order, with what is known of its passage."""
    for page in pile.pages:
        for number, line in enumerate(page.lines):
            if line.wording.bare:
                place = Place(page, number)
                yield place, pile.shown(place)
