"""The days that a pile's expressions of time mean, told from one another in rounds.

First what each passage's own day tells. Then deeds: what is known to have been done on a day tells the same
of other passages of the story that speak of it, and these when they were said. Last, a weekday of which the
story knows only one day.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.times.anchor import Anchor, spoken
from stemma.times.anchored import Pile, Place, Shown, passages_of
from stemma.times.careful import careful
from stemma.times.deeds import Deed, deed_of
from stemma.times.settled import (
    WEEKDAY,
    Told,
    beside,
    chooses,
    of_year,
    on_day,
    only_one,
    written,
)
from stemma.times.tagger import Timex
from stemma.times.values import unit_of

ROUNDS = 3
_WEEK = timedelta(days=7)


class Done(NamedTuple):
    """A deed on a day, with the sentence that tells of it and its text."""

    deed: Deed
    day: date
    sentence: str
    text: str


class Telling:
    """What is told of each line with expressions of time."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.shown = {place.line.sentence.id: pile.shown(place) for place in passages_of(pile)}
        self.told: dict[str, list[Told]] = {}
        self._deeds: dict[str, list[Done]] = {}
        self._known: dict[tuple[str, int], dict[date, str]] = {}
        self._tell(set(self.shown))
        for _ in range(ROUNDS):
            self._learn()
            narrowed = self._narrow()
            if not narrowed:
                break
            self._tell(narrowed)
        self._learn()

    def _tell(self, wanted: set[str]) -> None:
        """Tells the lines that are wanted, in the order of their pages."""
        block, values = "", list[str]()
        for place in passages_of(self.pile):
            line = place.line
            if line.sentence.block_id != block or not place.page.whole:
                block, values = line.sentence.block_id, []
            if line.sentence.id in wanted:
                shown = self.shown[line.sentence.id]
                self.told[line.sentence.id] = list(self._line(place, shown, values))
            values += [
                one.timex.value
                for one in self.told[line.sentence.id]
                if one.timex.first and one.timex.how != "unknown"
            ]

    def _line(self, place: Place, shown: Shown, before: Sequence[str]) -> Iterator[Told]:
        line = place.line
        anchor = shown.anchor if shown.anchor.days else shown.about
        forms = {(one.start, one.end): one.value for one in line.bare}
        found = careful(line, anchor, before)
        floor = _floor(found)
        for one in found:
            yield (
                of_year(forms.get((one.start, one.end), ""), one, shown)
                or (beside(self.pile, place, one) if one.how == "unknown" else None)
                or (only_one(self.pile, place, one, shown, floor) if one.how == "unknown" else None)
                or Told(one, None, None)
            )

    # -- deeds and known days -----------------------------------------------------------------------

    def _learn(self) -> None:
        """Gathers what is known of the days of each story."""
        self._deeds, self._known = defaultdict(list), defaultdict(dict)
        for place in passages_of(self.pile):
            line, story = place.line, place.line.story or ""
            for told in self.told[line.sentence.id]:
                one = told.timex
                if one.how == "unknown" or unit_of(one.value) != "day" or not one.first:
                    continue
                if not self._is_near(story, one.first):
                    continue
                holder = self._known[story, one.first.isoweekday()].setdefault(
                    one.first, line.sentence.id
                )
                self._known[story, one.first.isoweekday()][one.first] = min(holder, line.sentence.id)
                deed = deed_of(line, one.start, one.end)
                if deed:
                    self._deeds[story].append(Done(deed, one.first, line.sentence.id, line.sentence.text))

    def _is_near(self, story: str, day: date) -> bool:
        span = self.pile.spans.get(story)
        return span is not None and span.first - 4 * _WEEK <= day <= span.last + 4 * _WEEK

    def _narrow(self) -> set[str]:
        """Lines of which a deed tells more exactly when they were said."""
        found = set()
        for place in passages_of(self.pile):
            id_ = place.line.sentence.id
            shown = self.shown[id_]
            if len(shown.anchor.days) == 1:
                continue
            for told in self.told[id_]:
                narrower = self._by_deed(place, told.timex, shown)
                if narrower and narrower.anchor != shown.anchor:
                    self.shown[id_] = shown = narrower
                    found.add(id_)
        return found

    def _by_deed(self, place: Place, one: Timex, shown: Shown) -> Shown | None:
        deed = deed_of(place.line, one.start, one.end)
        if deed is None or one.how == "explicit":
            return None
        bare = next((b for b in place.line.bare if (b.start, b.end) == (one.start, one.end)), one)
        done = [
            other
            for other in self._deeds[place.line.story or ""]
            if other.text != place.line.sentence.text
            and (deed.fits(other.deed) or _meets(bare, deed, other))
        ]
        days = [(_told_on(bare, other.day), other) for other in done]
        fitting = [(days_, other) for days_, other in days if days_]
        if not fitting or len({other.day for _, other in fitting}) != 1:
            return None
        (first, last), other = min(fitting, key=lambda pair: pair[1].sentence)
        about = shown.anchor if shown.anchor.days else shown.about
        if about.first and about.last:
            first, last = max(first, about.first), min(last, about.last)
        if first > last:
            return None
        why = f"what it calls {one.text} was on {spoken(other.day)} ({other.sentence})"
        return shown._replace(anchor=Anchor(first, last), why=why)

    # -- the rest -------------------------------------------------------------------------------------

    def known(self, place: Place, one: Timex, shown: Shown) -> Told | None:
        """A weekday of which the story knows only one day."""
        form = WEEKDAY.fullmatch(one.value)
        story = place.line.story or ""
        about = shown.anchor if shown.anchor.days else shown.about
        if form is None or chooses(one) or not about.days:
            return None
        found = self._known.get((story, int(form[1])), {})
        first, last = about.days[0] - _WEEK, about.days[-1] + _WEEK
        days = [day for day in found if first <= day <= last]
        if len(days) != 1:
            return None
        reason = f"It is {spoken(days[0])}, the only {days[0]:%A} that its story is known to tell of."
        why = f"its story tells of {days[0].isoformat()} ({found[days[0]]})"
        return Told(on_day(one, days[0], reason), written(about), why)


def _floor(found: Sequence[Timex]) -> date | None:
    """Behind the days that a line calls last ones: a bare weekday beside these is none of them."""
    days = [
        one.last
        for one in found
        if one.how == "relative" and one.last and one.text.casefold().startswith("last ")
        and unit_of(one.value) in ("day", "week")
    ]  # fmt: skip
    return max(days) + timedelta(days=1) if days else None


def _meets(one: Timex, deed: Deed, other: Done) -> bool:
    """Whether a weekday is that of a deed by the same noun, whatever else marks it."""
    form = WEEKDAY.fullmatch(one.value)
    return bool(
        form and deed.noun and (deed.word, True) == (other.deed.word, other.deed.noun)
        and other.day.isoweekday() == int(form[1])
    )  # fmt: skip


def _told_on(one: Timex, day: date) -> tuple[date, date] | None:
    """The days on which somebody may have called a day so; only of what is past."""
    form, text = WEEKDAY.fullmatch(one.value), one.text.casefold()
    if one.value == "XXXX-WXX" and text == "last week":
        monday = day - timedelta(days=day.weekday()) + _WEEK
        return monday, monday + timedelta(days=6)
    if form and day.isoweekday() == int(form[1]):
        if text.startswith("last "):
            return day + timedelta(days=1), day + _WEEK
        if not chooses(one):
            return day, day + timedelta(days=6)
    return None
