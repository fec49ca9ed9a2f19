"""What a pile shows of when its passages were said: pages with their lines, and what each says by itself.

A *passage* is a sentence with those before it that it follows on in the original too. Of a page that was
stitched together the date says only that no passage of it is younger.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from stemma.model import Sentence
from stemma.text.calendar import WEEKDAYS
from stemma.text.unsaid import YEARLESS, weekday_of
from stemma.times.anchor import UNKNOWN, Anchor
from stemma.times.tagger import TenseOf, Timex, looks_back, may_have_times, tag_times
from stemma.times.tense import tense_of_tree
from stemma.times.values import unit_of, yearly

NEAR = 92  # days from its story within which a day without its year lies, whatever its verb
FRESH = 31  # days before its page's date in which a dateline without a year lies
SHORT = (
    7  # words of a sentence with its dateline that is too short to be taken from a report by itself
)
DEEP = 3  # sentences that a page may put before a report's dateline, such as what it says in short
_KEPT = 20_000  # datelines that are remembered, each with the days by which it was read
_WORD = re.compile(r"[^\W\d_]+")
# What stands before the date of a page, and behind it: an hour, who put it up, how many answered.
_STAMPS = frozenset("posted published updated created modified last first on at date".split())
_BY_WHOM = re.compile(
    r"(?:[\s\d:.,|–-]|\b(?:[ap]\.?m\b\.?|at|GMT|UTC|comments?)|\b[Bb]y(?: [\w.-]+){1,3}$)+"
)
_BY = re.compile(r"[Bb][Yy] [A-Z]")
_OLD_PICTURE = re.compile(r"\bfile\b", re.IGNORECASE)


class Dated(NamedTuple):
    """When something was said, and what shows it, in words."""

    anchor: Anchor
    why: str


@dataclass(frozen=True, eq=False)
class Wording:
    """A sentence by itself: what is worked out of its words is worked out once for all places that have it.
    `reading`: its row of the reader, if it has one."""

    text: str
    reading: Mapping[str, Any] | None
    _tagged: dict[tuple[Anchor, tuple[str, ...], bool], list[Timex]] = field(
        default_factory=dict, repr=False
    )

    @cached_property
    def tense_of(self) -> TenseOf | None:
        """What gives the tense above some words of it."""
        return tense_of_tree(self.reading) if self.reading else None

    @cached_property
    def bare(self) -> list[Timex]:
        """Its expressions of time by themselves."""
        return self.tagged(UNKNOWN)

    @cached_property
    def folded(self) -> str:
        """Its words in small letters."""
        return self.text.casefold()

    @cached_property
    def open(self) -> frozenset[str]:
        """Those that say too little by themselves, as written but in small letters."""
        return frozenset(one.text.casefold() for one in self.bare if one.how == "unknown")

    @cached_property
    def _looks_back(self) -> bool:
        return may_have_times(self.text) and looks_back(self.text)

    def behind(self, before: Sequence[str]) -> tuple[str, ...]:
        """Of these dates those that its expressions may be told from: all or none."""
        return tuple(before) if self._looks_back else ()

    def tagged(
        self, anchor: Anchor, before: Sequence[str] = (), by_tree: bool = True
    ) -> list[Timex]:
        """Its expressions of time, said on the anchor, behind these dates; tenses by the tree, or by a few
        words."""
        asked = anchor, self.behind(before), by_tree
        if asked not in self._tagged:
            tense_of = self.tense_of if by_tree and may_have_times(self.text) else None
            self._tagged[asked] = tag_times(self.text, anchor, tense_of, before)
        return self._tagged[asked]

    @cached_property
    def days(self) -> list[Timex]:
        """The days that it names in full."""
        return [
            one
            for one in self.bare
            if one.how == "explicit"
            and unit_of(one.value) == "day"
            and "but that day" not in one.reason
        ]

    @cached_property
    def is_stamp(self) -> bool:
        """Whether it says nothing but the day on which a page was put up, as the first line of a page that
        has lost its headline may: `Posted on 3 May 2021 by admin`, but not `Vote set for 3 May 2021`."""
        if len(self.days) != 1:
            return False
        (one,) = self.days
        before, behind = self.text[: one.start], self.text[one.end :]
        return not _BY_WHOM.sub("", behind).strip() and all(
            word.casefold() in _STAMPS for word in _WORD.findall(before)
        )

    @cached_property
    def past(self) -> list[date]:
        """Of these the ones under a verb of the past."""
        tense = self.tense_of if self.days else None
        return [
            one.first
            for one in self.days
            if one.first and tense and tense(one.start, one.end) == "past"
        ]

    @cached_property
    def picture(self) -> date | None:
        """The day of a picture's caption: what somebody does, in the present, on a weekday with its date."""
        tense = self.tense_of if self.days else None
        if not tense or _OLD_PICTURE.search(self.text):
            return None
        found = {
            one.first
            for one in self.days
            if has_weekday(one.text) and tense(one.start, one.end) == "present"
        }
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True)
class Line:
    """A sentence at its place. `goes_on`: whether it follows on the one before in the original too;
    `dateline`: the date in its dateline, as written; `wording`: the sentence by itself; `story`: that of its
    passage; `kind`: that of its block."""

    sentence: Sentence
    goes_on: bool
    dateline: str | None
    wording: Wording
    story: str | None = None
    kind: str = "paragraph"

    @property
    def insert(self) -> bool:
        """Whether it is of another story than its page."""
        return self.kind == "insert"

    @property
    def tense_of(self) -> TenseOf | None:
        """What gives the tense above some words of it."""
        return self.wording.tense_of

    @property
    def bare(self) -> list[Timex]:
        """Its expressions of time by themselves."""
        return self.wording.bare

    def tagged(
        self, anchor: Anchor, before: Sequence[str] = (), by_tree: bool = True
    ) -> list[Timex]:
        """Its expressions of time, said on the anchor, behind these dates."""
        return self.wording.tagged(anchor, before, by_tree)

    @property
    def days(self) -> list[Timex]:
        """The days that it names in full."""
        return self.wording.days

    @property
    def past(self) -> list[date]:
        """Of these the ones under a verb of the past."""
        return self.wording.past

    @property
    def picture(self) -> date | None:
        """The day of a picture's caption."""
        return self.wording.picture


def has_weekday(text: str) -> bool:
    """Whether a weekday is named."""
    return any(word in WEEKDAYS for word in _WORD.findall(text.casefold()))


@dataclass(frozen=True)
class Page:
    """An article. `day`: its date, given; `latest`: a day on which it existed, given or, if it `shows` it, by
    a line above its text; `whole`: whether it was not stitched together; `text`: its distinct text, which
    copies of it share; `credited`: whether it names an agency as where it has its report from; `again`:
    whether it repeats another page, so that it shows nothing that this does not."""

    article_id: str
    day: date | None
    latest: date | None
    whole: bool
    lines: Sequence[Line] = field(repr=False)
    text: str = ""
    shows: bool = False
    credited: bool = False
    again: bool = False

    @property
    def dated(self) -> str:
        """Its latest day, in words."""
        return f"{'shows' if self.shows else 'is of'} {self.latest}"

    def passage(self, number: int) -> Sequence[Line]:
        """A line and, on a page that is not stitched, those before it, in order."""
        return self.lines[0 if self.whole else number : number + 1]

    @cached_property
    def _datelines(self) -> Sequence[str | None]:
        last: str | None = None
        found, short = [], False
        for line in self.lines:
            last = line.dateline or (last if self.whole or line.goes_on or short else None)
            # `Rudby, July 15: All stood still.` is too short to be taken from a report by itself.
            short = line.dateline is not None and len(_WORD.findall(line.sentence.text)) < SHORT
            found.append(last)
        return found

    def dateline(self, number: int) -> str | None:
        """The last dateline of the passage that ends with a line."""
        return self._datelines[number]

    @cached_property
    def is_of_its_day(self) -> bool:
        """Whether it was told on its date and not before: it has it from no agency, or tells of something
        as past on the weekday of its date."""
        if self.day is None or not self.credited:
            return self.day is not None
        wanted = weekday_of(self.day)
        return any(
            one.value.startswith(wanted) and _is_past(line, one)
            for line in self.lines
            for one in line.bare
        )

    @cached_property
    def named(self) -> date | None:
        """The latest day that it tells of as past."""
        return max((day for line in self.lines for day in line.wording.past), default=None)


def shown_date(lines: Iterable[Line]) -> date | None:
    """The latest full date in the lines above the text of a page, but for datelines of reports. That day it
    existed, though what it tells may be older."""
    found = [
        one.first
        for line in takewhile(_is_above, lines)
        if not line.dateline and (line.kind == "dateline" or line.wording.is_stamp)
        for one in line.days
        if one.first
    ]
    return max(found, default=None)


def _is_above(line: Line) -> bool:
    """Whether a line stands above the text: a headline that asks is not always known for one."""
    return line.kind in ("headline", "dateline") or line.sentence.text.endswith("?")


def begins(lines: Iterable[Line], opened: Container[str], signed: bool, by: str = "") -> bool:
    """Whether the text of a page begins as a report does: with one of the sentences that are `opened` by a
    place, a date or an agency, and is signed, be it by whoever wrote it in a line above. `by`: who signs it;
    a line above its text that names the same is as good a beginning."""
    for line in lines:
        if by and line.kind == "dateline" and by.casefold() in line.sentence.text.casefold():
            # Alone it would be the very line that signs it.
            return line.sentence.text.strip(" -–—") != by
        signed |= line.kind == "dateline" and bool(_BY.match(line.sentence.text))
        if line.kind != "headline" and line.sentence.id in opened:
            return signed
        if line.kind == "paragraph":
            break
    return False


def opens_on(lines: Iterable[Line], opened: Container[str], day: date | None) -> bool:
    """Whether the text of a page opens with one of the sentences that are `opened`, and that tells of
    something as past on the weekday of the page's date or the day before: the first news of a report, put
    up as it came. A sentence that came there by chance rarely fits that day."""
    first = next((line for line in lines if line.kind == "paragraph"), None)
    if day is None or first is None or first.sentence.id not in opened:
        return False
    fresh = {weekday_of(day - timedelta(days=ago)) for ago in (0, 1)}
    return any(one.value[:10] in fresh and _is_past(first, one) for one in first.bare)


def opened_with(lines: Iterable[Line], day: date) -> bool:
    """Whether the text of a page opens with a dateline of that day."""
    first = next((line for line in lines if line.kind == "paragraph"), None)
    dated = dateline_of(first.dateline, day) if first and first.dateline else None
    return dated is not None and dated.anchor == Anchor.on(day)


def _is_past(line: Line, one: Timex) -> bool:
    return line.tense_of is not None and line.tense_of(one.start, one.end) == "past"


def is_pasted(lines: Iterable[Line], opened: Container[str]) -> bool:
    """Whether sentences that open a report stand deep in the text of a page, or several do: what comes from
    there on was taken from another report than what stands before."""
    prose = [line.sentence.id in opened for line in lines if line.kind == "paragraph"]
    return any(prose[DEEP:]) or sum(prose) > 1


@lru_cache(maxsize=_KEPT)
def dateline_of(written: str, latest: date | None, about: Anchor = UNKNOWN) -> Dated | None:
    """The date in a dateline; its year, if that is not said, by a day on which its passage was known, or by
    the weeks in which its story was told."""
    anchor = Anchor.on(latest) if latest else UNKNOWN
    found = tag_times(written, anchor, lambda *_: "past")
    if len(found) != 1:
        return None
    one, says = found[0], f"says «{written}»"
    if one.how == "explicit" and one.first and unit_of(one.value) == "day":
        return Dated(Anchor.on(one.first), says)
    if latest and one.first and unit_of(one.value) == "day":
        of_story = about.first is not None and about.first <= one.first
        fresh = of_story or (latest - one.first).days <= FRESH
        return Dated(Anchor.on(one.first), f"{says}, and was known on {latest}") if fresh else None
    yearless = YEARLESS.fullmatch(one.value)
    known = about.days if yearless and not latest else ()
    near = yearly(int(yearless[1]), int(yearless[2]), known) if yearless and known else []
    if not near or near[0][0] > FRESH or any(off <= NEAR for off, _ in near[1:]):
        return None
    return Dated(Anchor.on(near[0][1]), f"{says}, and its story was told about {near[0][1].year}")
