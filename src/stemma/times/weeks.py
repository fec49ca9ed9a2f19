"""The week in which a story mostly happened, as what is known of its days and the dates of its pages show it.

Reports of one story are said within some days of one another, and of ten weekdays that they name about nine
lie in the same seven days. Which these are is reckoned from all signs: days that are known, days on which
something was said, weekdays on pages that existed on some day. This tells where a bare weekday likely lies.
It is no proof, so that such a day is never stated: what is given is the week.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, cached_property
from math import exp, log
from typing import NamedTuple

from stemma.text.unsaid import WEEKDAY
from stemma.times.anchor import spoken
from stemma.times.anchored import Pile, Place, Shown, passages_of
from stemma.times.pages import has_weekday
from stemma.times.settled import Told, chooses
from stemma.times.tagger import Timex
from stemma.times.tense import Tense
from stemma.times.values import UNKNOWN, Days, unit_of

LIKELY = 0.9  # from this probability on the week of a weekday is given
LATE = 20  # days behind a weekday up to which a page that names it tells of that week
FRESH = 6  # the same, if no sentence is known to tell of that day: a later one may be meant
ABOUT = 3  # days about its likeliest beginning that are as good as that, for an hour
ELSEWHERE = (
    4  # known days outside of a story's week from which it goes on for longer, if as many as inside
)
WITNESSES = 2  # different sentences that call a week so, for it to be likely in others
BACK = 28  # days before a sign at which the week may begin
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)

# How often what a sign names lies so many days behind the week's first day: first day, last day, share.
_Shares = Sequence[tuple[int, int, float]]
_SAID: _Shares = ((-60, -1, 0.01), (0, 6, 0.6), (7, 20, 0.3), (21, 80, 0.1))
_PAGE: _Shares = ((-60, -1, 0.01), (0, 6, 0.45), (7, 13, 0.35), (14, 27, 0.15), (28, 87, 0.05))
_NAMED: _Shares = ((-30, -1, 0.25), (0, 6, 0.5), (7, 36, 0.25))
_INSIDE, _OUTSIDE = 0.9, 0.03  # a known weekday is that of the week, or that of some other one
_OPEN = (1.0, 0.3, 0.1, 0.03)  # an open one lies so many weeks before its page
_YOUNGER = 0.03  # that of the week is younger than the page, so that another one is meant
_FADES = (0.22, 0.22, 0.16, 0.12, 0.1, 0.09, 0.09)  # so much is told of each day of the week
# A weekday lies in the week behind its first page, in the one before that page, in the one before that …
_AFTER: Mapping[str, Sequence[float]] = {
    "past": (0.005, 0.55, 0.3, 0.1, 0.04),
    "present": (0.15, 0.5, 0.25, 0.07, 0.03),
    "future": (0.25, 0.5, 0.15, 0.07, 0.03),
}
_YOUNGEST = 0.005  # the same of a weekday still later
_ELSEWHERE = 0.004  # what a day that the week of its story does not hold has at least
# Signs do not show independently of one another: what one counts, and how many sentences at most.
# Fitted on the farm's development and second libraries: which weekdays are told at all shows best where the
# week begins, the dates of pages show least.
_COUNTS = {"sure": (1.0, 3), "open": (0.3, 3), "bare": (1.2, 20), "said": (1.0, 1), "page": (0.25, 2),
           "named": (1.0, 1)}  # fmt: skip


class Sign(NamedTuple):
    """What shows where the week of a story lies. `kind`: `sure`, a past weekday that is known; `named`,
    another past day; `said`, a day of saying; `page`, a day on which a page existed; `open`, a past weekday
    that is not known, with a day on which its sentence existed; `bare`, any past weekday, by its name."""

    kind: str
    weekday: int
    day: date


class Story(NamedTuple):
    """What is known of one story. `sure`: weekdays that it tells of, with the number of sentences; `known`:
    these and other days; `weeks`: how likely its week begins on each day, empty where nothing shows a day."""

    signs: Mapping[str, int]
    sure: Mapping[date, int]
    known: frozenset[date]
    weeks: Mapping[date, float]

    @property
    def first(self) -> date | None:
        """The day on which its week most likely begins."""
        return max(self.weeks, key=lambda day: (self.weeks[day], day), default=None)

    def is_of(self, first: date) -> bool:
        """Whether the days of which it is known to tell lie mostly in the week that begins on a day: else it
        goes on for weeks, and any of these may be meant."""
        inside = sum(first <= day < first + _WEEK for day in self.known)
        outside = len(self.known) - inside
        return outside < ELSEWHERE or outside < inside

    def days(self, weekday: int) -> Mapping[date, float]:
        """How likely its weekday of some name is each day. A story that goes on for longer than a
        week has later days, too: a weekday is one of these as often as the known days are."""
        days: dict[date, float] = defaultdict(float)
        for first, share in self.weeks.items():
            days[_on(first, weekday)] += share
        told, begins = sum(self.sure.values()), self.first
        for day, sentences in self.sure.items():
            if begins and day >= begins + _WEEK:
                other = _on(day - ABOUT * _DAY, weekday)
                days[other] += sentences / told
        return days

    def first_by(self, day: date) -> date:
        """The day on which its week most likely begins, of the weeks that hold a day."""
        weekday = day.isoweekday()
        return max(
            (first for first in self.weeks if _on(first, weekday) == day),
            key=lambda first: (self.weeks[first], first),
        )


class Weeks:
    """Where the weekdays of each story likely lie."""

    def __init__(
        self, pile: Pile, shown: Mapping[str, Shown], told: Mapping[str, Sequence[Told]]
    ) -> None:
        self.pile, self.shown, self.told = pile, shown, told
        self._stories: dict[str, Story] = {}
        self._days: dict[tuple[str, int], Mapping[date, float]] = {}

    def likely(self, place: Place, told: Told, shown: Shown) -> Told | None:
        """A bare weekday that is not known, or an hour without its day, with the week in which it likely
        lies."""
        one = told.timex
        if place.line.story is None or len(shown.anchor.days) == 1:
            return None
        if one.value == UNKNOWN["week"]:
            return self._same(place, told)
        if chooses(one):
            return None
        form, story = WEEKDAY.fullmatch(one.value), self._story(place.line.story)
        if form:
            days = self._week(place, one, shown, int(form[1]))
            day = days and _on(days[0], int(form[1]))
        elif one.value.startswith("T"):
            days, day = self._begun(place, shown, story), None
        else:
            return None
        if days is None:
            return None
        first, last = max(days[0], one.first or days[0]), min(days[1], one.last or days[1])
        if first > last:
            return None
        likely = f"It is likely {spoken(day)}: the" if day else "The"
        why = f"{likely} days of its story lie mostly in the week from {spoken(days[0])}."
        found = replace(one, first=first, last=last, reason=f"{one.reason} {why}")
        return Told(found, told.anchor, _counted(story.signs, told.why))

    def _same(self, place: Place, told: Told) -> Told | None:
        """`last week`, if all that the story is known to call so is one week."""
        one = told.timex
        known = self._named[place.line.story or "", one.text.casefold()]
        if len(known) != 1:
            return None
        (days, holders), *_ = known.items()
        others = holders - {self.pile.sentence_of(place)}
        if len(others) < WITNESSES or not (one.first or days[0]) <= days[0] <= (
            one.last or days[0]
        ):
            return None
        likely = (
            f"It is likely the week from {spoken(days[0])}, as in other sentences of its story."
        )
        found = replace(one, first=days[0], last=days[1], reason=f"{one.reason} {likely}")
        return Told(found, told.anchor, told.why)

    @cached_property
    def _named(self) -> dict[tuple[str, str], dict[Days, set[str]]]:
        """Story and words that name a week -> the weeks that are known to be called so, and where."""
        found: dict[tuple[str, str], dict[Days, set[str]]] = defaultdict(lambda: defaultdict(set))
        for place in passages_of(self.pile, first=True):
            for told in self.told[place.line.sentence.id]:
                one = told.timex
                if (
                    one.how == "relative"
                    and unit_of(one.value) == "week"
                    and one.first
                    and one.last
                ):
                    week = found[place.line.story or "", one.text.casefold()]
                    week[one.first, one.last].add(self.pile.sentence_of(place))
        return found

    def _week(self, place: Place, one: Timex, shown: Shown, weekday: int) -> Days | None:
        """The week in which a weekday likely lies."""
        name = place.line.story or ""
        shares = self._shares(place, one, shown, weekday)
        day = max(shares, key=lambda day: (shares[day], day), default=None)
        if day is None or shares[day] < LIKELY * sum(shares.values()):
            return None
        if not self._fits(place, one, shown, day):
            return None
        first = self._story(name).first_by(day)
        return (first, first + _WEEK - _DAY) if self._story(name).is_of(first) else None

    def _shares(self, place: Place, one: Timex, shown: Shown, weekday: int) -> Mapping[date, float]:
        """How likely a weekday is each of the days that it can be: by the week of its story, and by how long
        after what they tell of, or before it, pages are made."""
        name, latest = place.line.story or "", self._latest(place, shown)
        if (name, weekday) not in self._days:
            self._days[name, weekday] = self._story(name).days(weekday)
        tense = tense_at(place, one)
        return {
            day: max(share, _ELSEWHERE) * (_after(tense, (latest - day).days) if latest else 1)
            for day, share in self._days[name, weekday].items()
            if _is_allowed(day, one, shown)
        }

    def _begun(self, place: Place, shown: Shown, story: Story) -> Days | None:
        """From the first day of the week of its story to the first day on which a sentence existed, if that
        lies in this week; the whole week, if it is certain enough and that day soon after it."""
        first, latest = story.first, self._latest(place, shown)
        if first is None or latest is None or not first <= latest < first + 2 * _WEEK:
            return None
        if not story.is_of(first):
            return None
        if latest < first + _WEEK:
            return first, latest
        about = sum(share for day, share in story.weeks.items() if abs(day - first) <= ABOUT * _DAY)
        return (first, first + _WEEK - _DAY) if about >= LIKELY else None

    def _fits(self, place: Place, one: Timex, shown: Shown, day: date) -> bool:
        """Whether that day is no earlier one than what is meant: a sentence that appears more than a week
        behind it may tell of a later week, unless its story is known to tell of that very day."""
        latest, tense = self._latest(place, shown), tense_at(place, one)
        if latest is None:
            return tense in ("past", "present")
        past, late = tense == "past", (latest - day).days
        known = day in self._story(place.line.story or "").sure
        fresh = late <= FRESH or (past and known)
        return late <= LATE and not (past and late < 0) and fresh

    def _latest(self, place: Place, shown: Shown) -> date | None:
        """The first day on which a sentence existed."""
        known = (self.pile.since.get(self.pile.sentence_of(place)), shown.latest, shown.anchor.last)
        return min((day for day in known if day), default=None)

    def _story(self, name: str) -> Story:
        if name not in self._stories:
            signs = self._signs.get(name, {})
            sure = {sign.day: len(of) for sign, of in signs.items() if sign.kind == "sure"}
            since = min((sign.day for sign in signs if sign.kind == "page"), default=None)
            known = frozenset(sign.day for sign in signs if sign.kind in ("sure", "named"))
            kinds = Counter(sign.kind for sign in signs)
            # Later pages are copies, and show no more than that the story was told before.
            early = {s: of for s, of in signs.items() if s.kind != "page" or s.day == since}
            self._stories[name] = Story(kinds, sure, known, _weeks(early))
        return self._stories[name]

    # -- signs ----------------------------------------------------------------------------------------

    @cached_property
    def _signs(self) -> dict[str, dict[Sign, set[str]]]:
        """Story -> its signs, with the sentences or pages that give each."""
        found: dict[str, dict[Sign, set[str]]] = defaultdict(lambda: defaultdict(set))
        for page in (one for one in self.pile.pages if not one.again):
            stories = Counter(line.story for line in page.lines if line.story and not line.insert)
            if page.latest and stories:
                story = max(stories, key=lambda one: (stories[one], one))
                found[story][Sign("page", 0, page.latest)].add(page.text)
        seen = set[object]()
        for place in passages_of(self.pile, first=True):
            if place.line.story and place.line.kind != "dateline":
                alike = self.pile.sentence_of(place)
                for sign in self._of_line(place, alike, seen):
                    found[place.line.story][sign].add(alike)
        return found

    def _of_line(self, place: Place, alike: str, seen: set[object]) -> Iterator[Sign]:
        """The signs of a line, but for those that other witnesses of its sentence have given."""
        line = place.line
        shown = self.shown[line.sentence.id]
        if len(shown.anchor.days) == 1:
            yield Sign("said", 0, shown.anchor.days[0])
        latest = self._latest(place, shown)
        for told in self.told[line.sentence.id]:
            one = told.timex
            signs = tuple(self._of_time(one, latest, line.story or ""))
            if not signs or line.tense_of is None or (alike, one.text, signs) in seen:
                continue
            seen.add((alike, one.text, signs))
            if line.tense_of(one.start, one.end) == "past":
                yield from signs

    def _of_time(self, one: Timex, latest: date | None, story: str) -> Iterable[Sign]:
        """What an expression would show, if it is past."""
        form = WEEKDAY.fullmatch(one.value)
        if one.how == "unknown":
            if form and not chooses(one):
                yield Sign("bare", int(form[1]), date.min)
                if latest:
                    yield Sign("open", int(form[1]), latest)
        elif one.first and one.first == one.last and self.is_near(story, one.first):
            weekday = one.first.isoweekday()
            if has_weekday(one.text):
                yield Sign("bare", weekday, date.min)
            yield Sign("sure" if has_weekday(one.text) else "named", weekday, one.first)

    def is_near(self, story: str, day: date) -> bool:
        """Whether a story may have told of a day as news."""
        span = self.pile.spans.get(story)
        return span is not None and span.first - BACK * _DAY <= day <= span.last + BACK * _DAY


def tense_at(place: Place, one: Timex) -> Tense | None:
    """The tense of the verb above an expression of time, if that is known."""
    tense = place.line.tense_of
    return tense(one.start, one.end) if tense else None


def _is_allowed(day: date, one: Timex, shown: Shown) -> bool:
    """Whether it can be that day by all that is known of its sentence."""
    if not (one.first or day) <= day <= (one.last or day):
        return False
    first, last = shown.anchor.first, shown.anchor.last
    return not (first and last) or first - _WEEK < day < last + _WEEK


def _after(tense: Tense | None, days: int) -> float:
    """How many of the weekdays under a verb lie so many days before the first page that has them."""
    weeks, shares = days // 7, _AFTER["past" if tense is None else tense]
    return shares[min(weeks + 1, len(shares) - 1)] if weeks >= -1 else _YOUNGEST


# -- the week -----------------------------------------------------------------------------------------


def _weeks(signs: Mapping[Sign, set[str]]) -> Mapping[date, float]:
    """How likely the week begins on each day."""
    known = {sign.day.toordinal() for sign in signs if sign.kind != "bare"}
    firsts = sorted({day - back for day in known for back in range(BACK)})
    if not firsts:
        return {}
    weights = [0.0] * len(firsts)
    for (kind, weekday, day), holders in signs.items():
        counts, most = _COUNTS[kind]
        weight, at = counts * min(len(holders), most), day.toordinal()
        for n, first in enumerate(firsts):
            weights[n] += weight * _fit(kind, weekday, at - first, (weekday - first) % 7)
    top = max(weights)
    shares = [exp(weight - top) for weight in weights]
    whole = sum(shares)
    return {
        date.fromordinal(first): share / whole for first, share in zip(firsts, shares, strict=True)
    }


@cache
def _fit(kind: str, weekday: int, behind: int, offset: int) -> float:
    """The logarithm of how well a sign fits a week whose first day it lies `behind`, and whose day number
    `offset` is of its weekday."""
    if kind == "bare":
        return log(7 * _FADES[offset])
    if kind == "sure":
        return log(_INSIDE if 0 <= behind < 7 else _OUTSIDE)
    if kind == "open":
        weeks = (behind - offset) // 7
        return log(_YOUNGER if weeks < 0 else _OPEN[min(weeks, len(_OPEN) - 1)])
    shares = {"said": _SAID, "page": _PAGE}.get(kind, _NAMED)
    for first, last, share in shares:
        if behind <= last or (first, last, share) == shares[-1]:
            return log(share / (last - first + 1))
    return 0.0


def _on(first: date, weekday: int) -> date:
    """The weekday of the week that begins on a day."""
    return first + timedelta(days=(weekday - first.isoweekday()) % 7)


def _counted(signs: Mapping[str, int], why: str | None) -> str:
    """What shows the week, in words, and what was known before."""
    told = signs.get("sure", 0) + signs.get("named", 0)
    shown = (
        f"the week of its story is told by {told} days that it tells of, {signs.get('said', 0)} on which "
        f"it was told and {signs.get('page', 0)} of its pages"
    )
    return f"{why}; {shown}" if why else shown
