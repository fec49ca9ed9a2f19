"""The anchor of each passage: its own dates, those of other witnesses of its sentence, its page's date.

In this order: a date in its dateline, or that of a caption; such a date of another witness that has the same
expressions; the earliest date of a page with this sentence that is not stitched. Else the earliest date of
any page with it is a latest bound, and what the passage tells of as past an earliest one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from stemma.model import Witness
from stemma.times.anchor import UNKNOWN, Anchor
from stemma.times.begins import Span, spans
from stemma.times.bouts import parted
from stemma.times.pages import Dated, Line, Page, Wording, dateline_of
from stemma.times.reports import Reports

_WORD = re.compile(r"\w+")
OWN = 1  # words that a line has of its own beside the quotation that it shares
_ENOUGH = 20  # lines of a report behind datelines that are looked at
LATE = timedelta(days=1)  # after its report a page that is not stitched may have it
STALE = 3  # sentences of such a page that others had earlier still, so that its date is not theirs
NOT_SHOWN = "no page with this sentence shows when it was said"


class Place(NamedTuple):
    """A line of a page, and its number."""

    page: Page
    number: int
    line: Line

    @property
    def shows_day(self) -> bool:
        """Whether its passage has a date of its own."""
        return bool(self.page.dateline(self.number) or self.line.picture)


class Shown(NamedTuple):
    """What is known of when a passage was said. `anchor`: a day or several; `latest`: no later than that;
    both with `why`. `about`: where neither is known, the weeks in which its story was told, with
    `about_why`."""

    anchor: Anchor
    latest: date | None
    why: str
    about: Anchor = UNKNOWN
    about_why: str = ""

    @property
    def days(self) -> tuple[Anchor, str]:
        """The anchor, or else the weeks of its story, with what shows it."""
        if self.anchor.days:
            return self.anchor, self.why
        return self.about, self.about_why or self.why


class Pile:
    """All pages, and which of their sentences are witnesses of one."""

    def __init__(self, pages: Sequence[Page], witnesses: Iterable[Witness]) -> None:
        held = {line.sentence.id for page in pages for line in page.lines}
        of: dict[str, set[str]] = defaultdict(set)
        self._in: dict[str, set[str]] = defaultdict(set)
        # Family -> those with its spoken words.
        self._quoting: dict[str, set[str]] = defaultdict(set)
        self._spoken: dict[str, set[str]] = defaultdict(set)
        for witness in witnesses:
            if witness.sentence_id not in held:
                continue
            self._quoting[witness.family_id].add(witness.sentence_id)
            self._spoken[witness.sentence_id].add(witness.family_id)
            if not witness.quoted:
                of[witness.sentence_id].add(witness.family_id)
                self._in[witness.family_id].add(witness.sentence_id)
        self.pages = pages = parted(pages, of)
        self.places = {
            line.sentence.id: Place(page, number, line)
            for page in pages
            for number, line in enumerate(page.lines)
        }
        self._of = {sentence: frozenset(families) for sentence, families in of.items()}
        self._others: dict[frozenset[str], Sequence[Place]] = {}
        self._naming: dict[frozenset[str], Sequence[Place]] = {}
        self._alike: dict[tuple[frozenset[str], Wording], _Alike] = {}
        self._said: dict[tuple[frozenset[str], Wording], list[Place]] = {}
        self._shown: dict[str, Shown] = {}
        self.reports = Reports(pages, self._of)
        self.spans = spans(pages)
        self._told: dict[str, list[Place]] = defaultdict(list)
        self._found: dict[str, _Report] = {}
        self._least: dict[str, str] = {}
        for id_ in sorted(self.places):
            report = self.report(self.places[id_])
            if report:
                self._told[report].append(self.places[id_])

    def report(self, place: Place) -> str | None:
        """The report of a line."""
        line = place.line
        return self.reports.of(place.page.article_id, line.sentence.id, line.insert)

    def others(self, place: Place) -> list[Place]:
        """The same sentence in other articles, in order of ids."""
        return _elsewhere(self._witnesses(self._families(place)), place)

    def naming(self, place: Place) -> list[Place]:
        """Of these the ones whose sentence names a day in full."""
        families = self._families(place)
        if families not in self._naming:
            held = self._witnesses(families)
            self._naming[families] = [one for one in held if one.line.days]
        return _elsewhere(self._naming[families], place)

    def _families(self, place: Place) -> frozenset[str]:
        return self._of.get(place.line.sentence.id, frozenset())

    def _witnesses(self, families: frozenset[str]) -> Sequence[Place]:
        """The lines of some families in order of ids, sorted once."""
        if families not in self._others:
            ids = sorted({one for family in families for one in self._in[family]})
            self._others[families] = [self.places[one] for one in ids]
        return self._others[families]

    def _alike_to(self, place: Place) -> "_Alike":
        """The same sentence wherever what is to be told of a line stands in it, sorted out once for all
        lines of its words."""
        asked = self._families(place), place.line.wording
        if asked not in self._alike:
            witnesses = self._witnesses(asked[0])
            wordings = {one.line.wording for one in witnesses}
            said = {one: _says_the_same(asked[1], one) for one in wordings}
            same = [one for one in witnesses if said[one.line.wording]]
            self._alike[asked] = _Alike.of(same)
        return self._alike[asked]

    def _speech(self, place: Place) -> list[Place]:
        """The first of the same words of somebody on other pages that are not stitched. One may have lost the
        clause that says whose they are; where both have words of their own around them, two reports may quote
        one statement."""
        families = frozenset(self._spoken.get(place.line.sentence.id, ()))
        asked = families, place.line.wording
        if asked not in self._said:
            ids = {one for family in families for one in self._quoting[family]}
            alike = (self.places[one] for one in sorted(ids) if one in self.places)
            whole = _whole(self._prompt(alike))
            same = (one for one in whole if _says_the_same(asked[1], one.line.wording))
            self._said[asked] = [one for one in same if _is_in(place.line, one.line)]
        return _first(self._said[asked], place)

    def sentence_of(self, place: Place) -> str:
        """What all witnesses of a sentence have in common: the least of its families, or its text."""
        sentence = place.line.sentence
        if sentence.id not in self._least:
            self._least[sentence.id] = min(self._families(place), default=sentence.text)
        return self._least[sentence.id]

    @cached_property
    def timed(self) -> Sequence[Place]:
        """Each line that has expressions of time, in order."""
        return [
            Place(page, number, line)
            for page in self.pages
            for number, line in enumerate(page.lines)
            if line.bare
        ]

    @cached_property
    def since(self) -> dict[str, date]:
        """Sentence, by what its witnesses have in common -> the first day on which a page with it existed."""
        found: dict[str, date] = {}
        for place in self.places.values():
            if place.page.latest and not place.line.insert:
                alike = self.sentence_of(place)
                found[alike] = min(found.get(alike, place.page.latest), place.page.latest)
        return found

    @cached_property
    def _stale(self) -> frozenset[str]:
        """Pages that are not stitched, but whose sentences others had before: their dates are late."""
        older = Counter(
            place.page.article_id
            for place in self.places.values()
            if place.page.whole and place.page.day and not place.line.insert
            and self.since[self.sentence_of(place)] < place.page.day - LATE
        )  # fmt: skip
        return frozenset(page for page, count in older.items() if count >= STALE)

    def _prompt(self, places: Iterable[Place]) -> Iterator[Place]:
        return (one for one in places if one.page.article_id not in self._stale)

    def shown(self, place: Place) -> Shown:
        """When the passage of a line was said, told once."""
        id_ = place.line.sentence.id
        if id_ not in self._shown:
            self._shown[id_] = self._shown_of(place)
        return self._shown[id_]

    def _shown_of(self, place: Place) -> Shown:
        alike = self._alike_to(place)
        report = self._of_report(self.report(place))
        latest, holder = _earliest(_latest([place, *_first(alike.known, place)]), report.latest)
        span = self.spans.get(place.line.story or "")
        about = span.anchor if span else UNKNOWN
        dated = (
            _own(place, latest, about)
            or _of_others(_elsewhere(alike.dated, place), latest, about)
            or _of_whole([*self._prompt([place]), *_first(self._prompt(alike.whole), place)], place)
            or _of_others(report.datelines, latest, about)
            or _of_whole(report.whole, place)
            or _of_whole(self._speech(place), place)
        )
        if dated:
            return Shown(dated.anchor, None, dated.why)
        if latest is None or holder is None:
            return Shown(UNKNOWN, None, _undated(place), *_about(span))
        return _bounded(place, latest, holder, span)

    def _of_report(self, report: str | None) -> "_Report":
        """What the sentences of a report show, found once."""
        if report is None:
            return _Report((None, None), [], [])
        if report not in self._found:
            told = self._told[report]
            datelines = [one for one in told if one.shows_day]
            earliest = _whole(self._prompt(told))[:1]
            self._found[report] = _Report(_latest(told), datelines[:_ENOUGH], earliest)
        return self._found[report]


class _Alike(NamedTuple):
    """Witnesses of a sentence: those on pages that existed on a day that is known, by that day; those whose
    passages have a date of their own, in order, as many as it takes; those on pages that are not stitched, by
    date."""

    known: Sequence[Place]
    dated: Sequence[Place]
    whole: Sequence[Place]

    @classmethod
    def of(cls, places: Sequence[Place]) -> "_Alike":
        """Sorts them out."""
        own = [one for one in places if not one.line.insert]
        known = [(one.page.latest, n) for n, one in enumerate(own) if one.page.latest]
        return cls(
            [own[n] for _, n in sorted(known)],
            list(_each_date(one for one in places if one.shows_day)),
            _whole(own),
        )


def _whole(places: Iterable[Place]) -> list[Place]:
    """Of places those on pages that are not stitched, by date."""
    held = [(one.page.day, one) for one in places if one.page.whole and not one.line.insert]
    known = [(day, n) for n, (day, _) in enumerate(held) if day]
    return [held[n][1] for _, n in sorted(known)]


def _each_date(places: Iterable[Place]) -> Iterator[Place]:
    """Of the places that have one date, as it is written, those in the first two articles: whichever article
    asks, one of them is another."""
    held: dict[tuple[str | None, date | None], set[str]] = defaultdict(set)
    for one in places:
        pages = held[one.page.dateline(one.number), one.line.picture]
        if len(pages) < 2 and one.page.article_id not in pages:
            pages.add(one.page.article_id)
            yield one


def _elsewhere(places: Iterable[Place], place: Place) -> list[Place]:
    """Those in other articles."""
    own = place.page.article_id
    return [one for one in places if one.page.article_id != own]


def _first(places: Iterable[Place], place: Place) -> list[Place]:
    """The first of them, if there is one."""
    return list(islice((p for p in places if p.page.article_id != place.page.article_id), 1))


class _Report(NamedTuple):
    """Of the lines of a report the first day on which one existed, those behind a dateline, and the first
    on a page that is not stitched."""

    latest: tuple[date | None, Place | None]
    datelines: Sequence[Place]
    whole: Sequence[Place]


def _earliest(
    one: tuple[date | None, Place | None], other: tuple[date | None, Place | None]
) -> tuple[date | None, Place | None]:
    """The earlier of two days, the first if they are equal."""
    if one[0] is None or (other[0] is not None and other[0] < one[0]):
        return other
    return one


def _bounded(place: Place, latest: date, holder: Place, span: Span | None) -> Shown:
    """By the first page with the sentence, and by the beginning of its story or what it tells of."""
    why = f"{_page(holder, place)} {holder.page.dated}, and this sentence is no younger"
    past = [day for line in place.page.passage(place.number) for day in line.past]
    since = max((day for day in past if day <= latest), default=None)
    if span and span.begun and span.first <= latest and not (since and since > span.first):
        return Shown(Anchor(span.first, latest), latest, f"{span.why}; {why}")
    if since:
        why = f"it tells of {since.isoformat()} as past; {why}"
        return Shown(Anchor(since, latest), latest, why)
    if span is None or span.first > latest:
        return Shown(UNKNOWN, latest, why)
    return Shown(UNKNOWN, latest, why, Anchor(span.first, latest), f"{span.why}; {why}")


def _about(span: Span | None) -> tuple[Anchor, str]:
    return (span.anchor, span.why) if span else (UNKNOWN, "")


def _says_the_same(one: Wording, other: Wording) -> bool:
    """Whether what is to be told of a sentence stands in the other as well."""
    return all(text in other.folded for text in one.open)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_in(line: Line, other: Line) -> bool:
    """Whether one of two lines has no words of its own, but for a few that may have been swapped."""
    one, two = _words(line.sentence.text), _words(other.sentence.text)
    return min(len(one - two), len(two - one)) <= OWN


def _latest(places: Sequence[Place]) -> tuple[date | None, Place | None]:
    """The first day on which a page with the sentence existed, and that page."""
    own = [one for one in places if not one.line.insert]
    known = [(one.page.latest, n) for n, one in enumerate(own) if one.page.latest]
    if not known:
        return None, None
    day, number = min(known)
    return day, own[number]


def _own(place: Place, latest: date | None, about: Anchor) -> Dated | None:
    written = place.page.dateline(place.number)
    dateline = dateline_of(written, latest, about) if written else None
    if dateline:
        return Dated(dateline.anchor, f"its dateline {dateline.why}")
    day = place.line.picture
    return Dated(Anchor.on(day), f"its sentence is a caption of {day.isoformat()}") if day else None


def _of_others(alike: Sequence[Place], latest: date | None, about: Anchor) -> Dated | None:
    """The day that other witnesses' own dates show, or the days between the first and the last of these."""
    found = [(one, dated) for one in alike if (dated := _own(one, latest, about))]
    if not found:
        return None
    days = [day for _, dated in found for day in dated.anchor.days]
    anchor = Anchor(min(days), max(days))
    one, dated = found[0]
    said = dated.why.removeprefix("its dateline ").replace("its sentence is", "has it as")
    why = f"another page with this sentence ({one.line.sentence.id}) {said}"
    return Dated(anchor, why if len(anchor.days) == 1 else f"{why}; others say other days")


def _of_whole(held: Iterable[Place], place: Place) -> Dated | None:
    """The earliest date of a page that is not stitched."""
    first = next(iter(_whole(held)), None)
    day = first and first.page.day
    if first is None or day is None:
        return None
    holder = first.page
    why = f"{_page(first, place)} is of {day.isoformat()} and is not stitched"
    if holder.is_of_its_day:
        return Dated(Anchor.on(day), why)
    why += ", but it may have its report from the day before"
    return Dated(Anchor(day - LATE, day), why)


def _page(holder: Place, place: Place) -> str:
    if holder.page is place.page:
        return "its page"
    return f"another page with this sentence ({holder.line.sentence.id})"


def _undated(place: Place) -> str:
    named = place.page.named
    if named is None:
        return NOT_SHOWN
    return f"{NOT_SHOWN}; its page, which tells of {named.isoformat()}, is no older than that"


def passages_of(pile: Pile, first: bool = False) -> Sequence[Place]:
    """Each line that has expressions of time, in order. `first`: only on pages that repeat no other."""
    return [one for one in pile.timed if not one.page.again] if first else pile.timed
