"""The week in which a story mostly happened, as what is known of its days and the dates of its pages show it.

Reports of one story are said within some days of one another, and nine weekdays in ten that they name lie in
the same seven days. Which seven these are is reckoned from every sign: days that are known, days on which
something was said, weekdays on pages that existed on some day. It tells where a bare weekday likely lies; it is
no proof, so that such a day is never stated, and only the week is given.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from math import exp, log
from typing import NamedTuple

from stemma.times.anchor import spoken
from stemma.times.anchored import Pile, Place, Shown, passages_of
from stemma.times.pages import has_weekday
from stemma.times.settled import WEEKDAY, Told, chooses
from stemma.times.tagger import Timex
from stemma.times.values import Days

LIKELY = 0.9  # from this on the week of a weekday is given
LATE = 20  # days behind a weekday at which a page that names it may be the first
_BACK = 28  # days before the first sign at which the week may begin
_MOST = 3  # sentences of one sign that count
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)

# What each sign weighs, by how many days behind the week's first day it lies: first day, last day, share.
_Shares = Sequence[tuple[int, int, float]]
_SAID: _Shares = ((-60, -1, 0.01), (0, 6, 0.6), (7, 20, 0.3), (21, 80, 0.1))
_PAGE: _Shares = ((-60, -1, 0.01), (0, 6, 0.45), (7, 13, 0.35), (14, 27, 0.15), (28, 87, 0.05))
_TOLD: _Shares = ((-30, -1, 0.25), (0, 6, 0.5), (7, 36, 0.25))
_INSIDE, _OUTSIDE = 0.9, 0.03  # of a known weekday, that it lies in the week, or in another one
# Of a weekday on a page of some day: how many weeks before, and that it is not the week's.
_OPEN, _NOT = (1.0, 0.3, 0.1, 0.03), 0.03
_HALF = 0.5  # what the weaker signs count, of which several come from one page


class Sign(NamedTuple):
    """What shows where the week of a story lies. `kind`: `sure`, a weekday that is known; `named`, another
    past day; `said`, a day of saying; `page`, a day on which a page existed; `open`, a past weekday that is
    not known, with a day on which its sentence existed."""

    kind: str
    weekday: int
    day: date


class Weeks:
    """Where the weekdays of each story likely lie."""

    def __init__(
        self, pile: Pile, shown: Mapping[str, Shown], told: Mapping[str, Sequence[Told]]
    ) -> None:
        self.pile, self.shown, self.told = pile, shown, told
        self._found: dict[str, Mapping[date, float]] = {}

    def likely(self, place: Place, told: Told, shown: Shown) -> Told | None:
        """A bare weekday that is not known, or an hour without its day, with the week in which it likely lies."""
        one, story = told.timex, place.line.story or ""
        if len(shown.anchor.days) == 1 or chooses(one):
            return None
        form = WEEKDAY.fullmatch(one.value)
        if form:
            days, why = self._of_weekday(place, one, shown, int(form[1]))
        elif one.value.startswith("T"):
            days, why = self._begun(place, shown, story), "The days of its story lie mostly"
        else:
            return None
        if days is None:
            return None
        first, last = days
        reason = f"{one.reason} {why} in the week from {spoken(first)}."
        found = replace(one, first=first, last=last, reason=reason)
        return Told(found, told.anchor, self._why(story, told.why))

    def _of_weekday(
        self, place: Place, one: Timex, shown: Shown, weekday: int
    ) -> tuple[Days | None, str]:
        first = self._first(place.line.story or "", weekday)
        if first is None:
            return None, ""
        day, last = _on(first, weekday), first + _WEEK - _DAY
        if not (one.first or day) <= day <= (one.last or day) or not self._fits(
            place, one, shown, day
        ):
            return None, ""
        why = f"It is likely {spoken(day)}: the days of its story lie mostly"
        return (max(first, one.first or first), min(last, one.last or last)), why

    def _begun(self, place: Place, shown: Shown, story: str) -> Days | None:
        """From the first day of the week of its story to the first day on which a sentence existed, if that
        lies in this week."""
        weeks, latest = self._weeks(story), self._latest(place, shown)
        first = max(weeks, key=lambda day: (weeks[day], day), default=None)
        if first is None or latest is None or not first <= latest < first + _WEEK:
            return None
        return first, latest

    def _why(self, story: str, shown: str | None) -> str:
        signs = Counter(sign.kind for sign in self._signs[story])
        known = f"{signs['sure'] + signs['named']} days that its story tells of"
        said = f"{signs['said']} on which it was told, {signs['page']} of pages"
        return f"{known}, {said}" + (f"; {shown}" if shown else "")

    def _fits(self, place: Place, one: Timex, shown: Shown, day: date) -> bool:
        """Whether it can be that day by all that is known of its sentence, and is no later one than those that
        the story is known to tell of."""
        past = place.line.tense_of is not None and place.line.tense_of(one.start, one.end) == "past"
        latest = self._latest(place, shown)
        if latest is None:
            return past
        signs = self._signs[place.line.story or ""]
        since = min((sign.day for sign in signs if sign.kind == "page"), default=latest)
        late = (latest - day).days
        if late > LATE or (past and late < 0):
            return False
        known = past and any(sign.kind == "sure" and sign.day == day for sign in signs)
        if not known and min(late, (latest - since).days) > 6:
            return False
        first, last = shown.anchor.first, shown.anchor.last
        return not (first and last) or first - _WEEK < day < last + _WEEK

    def _latest(self, place: Place, shown: Shown) -> date | None:
        """The first day on which the sentence existed."""
        known = (self._since.get(self.pile.sentence_of(place)), shown.latest, shown.anchor.last)
        return min((day for day in known if day), default=None)

    @cached_property
    def _since(self) -> dict[str, date]:
        found: dict[str, date] = {}
        for place in self.pile.places.values():
            if place.page.latest and not place.line.insert:
                key = self.pile.sentence_of(place)
                found[key] = min(found.get(key, place.page.latest), place.page.latest)
        return found

    # -- signs ----------------------------------------------------------------------------------------

    @cached_property
    def _signs(self) -> dict[str, dict[Sign, set[str]]]:
        """Story -> its signs, with the sentences or pages that give each."""
        found: dict[str, dict[Sign, set[str]]] = defaultdict(lambda: defaultdict(set))
        for page in self.pile.pages:
            stories = Counter(line.story for line in page.lines if line.story and not line.insert)
            if page.latest and stories:
                story = max(stories, key=lambda one: (stories[one], one))
                found[story][Sign("page", 0, page.latest)].add(page.text)
        for place in passages_of(self.pile):
            if place.line.story:
                of, alike = found[place.line.story], self.pile.sentence_of(place)
                for sign in self._of_line(place):
                    of[sign].add(alike)
        return found

    def _of_line(self, place: Place) -> Iterable[Sign]:
        line = place.line
        shown = self.shown[line.sentence.id]
        if line.tense_of is None or line.kind == "dateline":
            return
        if len(shown.anchor.days) == 1:
            yield Sign("said", 0, shown.anchor.days[0])
        for told in self.told[line.sentence.id]:
            one = told.timex
            form = WEEKDAY.fullmatch(one.value)
            if one.how == "unknown" and (form is None or chooses(one)):
                continue
            if one.how != "unknown" and (one.first is None or one.first != one.last):
                continue
            if line.tense_of(one.start, one.end) != "past":
                continue
            if form and one.how == "unknown":
                latest = self._latest(place, shown)
                if latest:
                    yield Sign("open", int(form[1]), latest)
            elif one.first and self._near(line.story or "", one.first):
                kind = "sure" if has_weekday(one.text) else "named"
                yield Sign(kind, one.first.isoweekday(), one.first)

    def _near(self, story: str, day: date) -> bool:
        span = self.pile.spans.get(story)
        return span is not None and span.first - 4 * _WEEK <= day <= span.last + 4 * _WEEK

    # -- the week -------------------------------------------------------------------------------------

    def _first(self, story: str, weekday: int) -> date | None:
        """The first day of the likeliest week, if it is likely that the weekday of that week is meant."""
        weeks = self._weeks(story)
        days: dict[date, float] = defaultdict(float)
        for first, share in weeks.items():
            days[_on(first, weekday)] += share
        day, share = max(days.items(), key=lambda pair: (pair[1], pair[0]), default=(None, 0.0))
        if day is None or share < LIKELY:
            return None
        return max(
            (first for first in weeks if _on(first, weekday) == day),
            key=lambda first: (weeks[first], first),
        )

    def _weeks(self, story: str) -> Mapping[date, float]:
        """How likely the week of a story begins on each day."""
        if story not in self._found:
            signs = self._signs.get(story, {})
            sure = any(sign.kind == "sure" for sign in signs)
            self._found[story] = _weighed(signs) if sure else {}
        return self._found[story]


def _weighed(signs: Mapping[Sign, set[str]]) -> Mapping[date, float]:
    start = min(sign.day for sign in signs) - _BACK * _DAY
    end = max(sign.day for sign in signs)
    firsts = [start + n * _DAY for n in range((end - start).days + 1)]
    weights = [sum(_weight(sign, len(of), first) for sign, of in signs.items()) for first in firsts]
    most = max(weights)
    shares = [exp(weight - most) for weight in weights]
    return {first: share / sum(shares) for first, share in zip(firsts, shares, strict=True)}


def _weight(sign: Sign, holders: int, first: date) -> float:
    """The logarithm of how well a sign fits a week that begins on a day."""
    behind = (sign.day - first).days
    match sign.kind:
        case "sure":
            return min(holders, _MOST) * log(_INSIDE if 0 <= behind < 7 else _OUTSIDE)
        case "open":
            weeks = (sign.day - _on(first, sign.weekday)).days // 7
            share = _NOT if weeks < 0 else _OPEN[min(weeks, len(_OPEN) - 1)]
            return _HALF * min(holders, _MOST) * log(share)
        case "said":
            return _HALF * log(_share(_SAID, behind))
        case "page":
            return _HALF * min(holders, _MOST - 1) * log(_share(_PAGE, behind))
    return log(_share(_TOLD, behind))


def _share(shares: _Shares, behind: int) -> float:
    """The share of one day."""
    for first, last, share in shares:
        if behind <= last:
            return share / (last - first + 1)
    first, last, share = shares[-1]
    return share / (last - first + 1)


def _on(first: date, weekday: int) -> date:
    """The weekday of the week that begins on a day."""
    return first + timedelta(days=(weekday - first.isoweekday()) % 7)
