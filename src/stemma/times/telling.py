"""The days that a pile's expressions of time mean, told from one another in rounds.

First what each passage's own day tells. Then deeds: what is known to have been done on a day tells the same
of other passages of the story that speak of it, and these when they were said. Last, a weekday of which the
story knows only one day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from stemma.text.unsaid import WEEK, WEEKDAY
from stemma.times.anchor import Anchor, spoken
from stemma.times.anchored import Pile, Place, Shown, passages_of
from stemma.times.careful import careful
from stemma.times.deeds import Deed, deed_of
from stemma.times.pages import Line, Wording, has_weekday
from stemma.times.settled import (
    Told,
    beside,
    chooses,
    of_year,
    on_day,
    only_one,
    weekdays,
    written,
)
from stemma.times.tagger import Timex
from stemma.times.tense import Tense
from stemma.times.values import unit_of

ROUNDS = 3
WITNESSES = 2  # different reports that tell of a day by which a bare weekday is known
UNSURE = "Whether its verb"
_WEEK = timedelta(days=7)


class Done(NamedTuple):
    """A deed on a day, with the sentence that tells of it and what its witnesses are `alike` in. `steps`:
    how many deeds it took to tell that day."""

    deed: Deed
    day: date
    sentence: str
    alike: str
    steps: int


class Telling:
    """What is told of each line with expressions of time."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.shown = {place.line.sentence.id: pile.shown(place) for place in passages_of(pile)}
        self.told: dict[str, list[Told]] = {}
        self._deeds: dict[tuple[str, str], list[Done]] = {}  # story and word -> what was done
        self._known: dict[tuple[str, int], dict[date, dict[str, str]]] = {}
        self._full: dict[
            str, set[date]
        ] = {}  # days that a story names in full, with their weekdays
        self._steps: dict[str, int] = {}
        self._days: dict[tuple[str, int], Done] = {}  # sentence and place in it -> its deed
        self._deed: dict[tuple[Wording, int, int], Deed | None] = {}
        self._tell(set(self.shown))
        for number in range(1, ROUNDS + 1):
            self._learn()
            narrowed = self._narrow(number)
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
        anchor, _ = shown.days
        forms = {(one.start, one.end): one.value for one in line.bare}
        found = [self._begun(place, one, forms) for one in careful(line, anchor, before)]
        floor = _floor(found)
        for one in found:
            yield (
                self._day_of_deed(place, one, shown)
                or of_year(forms.get((one.start, one.end), ""), line, one, shown)
                or (beside(self.pile, place, one) if one.how == "unknown" else None)
                or (only_one(self.pile, place, one, shown, floor) if one.how == "unknown" else None)
                or Told(one, None, None)
            )

    def _day_of_deed(self, place: Place, one: Timex, shown: Shown) -> Told | None:
        """A weekday by what else tells of its deed."""
        done = self._days.get((place.line.sentence.id, one.start))
        if done is None or one.how != "unknown":
            return None
        said = on_day(one, done.day, f"It is {spoken(done.day)}, the day of what it tells of.")
        return Told(said, written(shown.anchor), shown.why)

    def _begun(self, place: Place, one: Timex, forms: Mapping[tuple[int, int], str]) -> Timex:
        """A bare weekday before its story began is not what is meant."""
        span = self.pile.spans.get(place.line.story or "")
        form = forms.get((one.start, one.end), "")
        if (
            span is None or not span.begun or one.how != "relative" or not WEEKDAY.fullmatch(form)
            or chooses(one) or one.first is None or one.first >= span.first
            or len(self.shown[place.line.sentence.id].anchor.days) == 1
        ):  # fmt: skip
            return one
        reason = f"{spoken(one.first)} lies before its story began."
        return replace(one, value=form, how="unknown", reason=reason, first=None, last=None)

    # -- deeds and known days -----------------------------------------------------------------------

    def _learn(self) -> None:
        """Gathers what is known of the days of each story."""
        self._deeds, self._known = defaultdict(list), defaultdict(dict)
        self._full = defaultdict(set)
        seen = set[object]()
        for place in passages_of(self.pile, first=True):
            line, story = place.line, place.line.story or ""
            for told in self.told[line.sentence.id]:
                one = told.timex
                if one.how == "unknown" or unit_of(one.value) != "day" or not one.first:
                    continue
                if not self._is_near(story, one.first):
                    continue
                id_, alike = line.sentence.id, self.pile.sentence_of(place)
                known = self._known[story, one.first.isoweekday()].setdefault(one.first, {})
                if has_weekday(one.text):
                    if one.how == "explicit":
                        self._full[story].add(one.first)
                    known[alike] = min(known.get(alike, id_), id_)
                deed = self._deed_of(line, one)
                if deed:
                    steps = self._steps.get(id_, 0)
                    done = Done(deed, one.first, id_, alike, steps)
                    same = done._replace(sentence="")
                    if same not in seen:
                        seen.add(same)
                        self._deeds[story, deed.word].append(done)

    def _deed_of(self, line: Line, one: Timex) -> Deed | None:
        """What happened at a time, told once for all lines of the same words."""
        asked = line.wording, one.start, one.end
        if asked not in self._deed:
            self._deed[asked] = deed_of(line, one.start, one.end)
        return self._deed[asked]

    def _is_near(self, story: str, day: date) -> bool:
        span = self.pile.spans.get(story)
        return span is not None and span.first - 4 * _WEEK <= day <= span.last + 4 * _WEEK

    def _narrow(self, number: int) -> set[str]:
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
            if id_ in found:
                self._steps.setdefault(id_, number)
        return found

    def _by_deed(self, place: Place, one: Timex, shown: Shown) -> Shown | None:
        deed = self._deed_of(place.line, one)
        if deed is None or one.how == "explicit":
            return None
        bare = next((b for b in place.line.bare if (b.start, b.end) == (one.start, one.end)), one)
        alike = self.pile.sentence_of(place)
        done = [
            other
            for other in self._deeds.get((place.line.story or "", deed.word), ())
            if other.alike != alike
            and other.steps < self._steps.get(place.line.sentence.id, ROUNDS)
            and (deed.fits(other.deed) or _meets(bare, deed, other))
        ]
        tense = place.line.tense_of
        said = tense(one.start, one.end) if tense else None
        days = [(_told_on(bare, other.day, said), other) for other in done]
        fitting = [(days_, other) for days_, other in days if days_]
        if not fitting or len({days_ for days_, _ in fitting}) != 1:
            return None
        (first, last), other = min(fitting, key=lambda pair: pair[1].sentence)
        about, _ = shown.days
        if about.first and about.last:
            first, last = max(first, about.first), min(last, about.last)
        if first > last:
            return None
        if WEEKDAY.fullmatch(bare.value):
            self._days[place.line.sentence.id, one.start] = other
        why = f"what it calls {one.text} was on {spoken(other.day)} ({other.sentence})"
        return shown._replace(anchor=Anchor(first, last), why=why)

    # -- the rest -------------------------------------------------------------------------------------

    def known(self, place: Place, one: Timex, shown: Shown) -> Told | None:
        """A weekday of which the story knows only one day that it can be."""
        form, story = WEEKDAY.fullmatch(one.value), place.line.story or ""
        if form is None or chooses(one):
            return None
        days = self._possible(place, one, shown)
        found = {
            day: of for day, of in self._known.get((story, int(form[1])), {}).items() if day in days
        }
        if len(found) != 1:
            return None
        ((day, holders),) = found.items()
        if self._reports(holders.values()) < (1 if self._is_choice(one, shown) else WITNESSES):
            return None
        span = self.pile.spans.get(story)
        if span and span.begun and not self._is_choice(one, shown) and day not in self._full[story]:
            return None
        reason = f"It is {spoken(day)}, the only {day:%A} that its story is known to tell of."
        why = f"its story tells of {day.isoformat()} ({min(holders.values())})"
        about, _ = shown.days
        return Told(on_day(one, day, reason), written(about), why)

    def _reports(self, sentences: Iterable[str]) -> int:
        """How many reports sentences are of, as far as that is known: one report that names its day in two
        sentences says nothing of the day on which another one was made."""
        return len({self.pile.report(self.pile.places[one]) or one for one in sentences})

    def _is_choice(self, one: Timex, shown: Shown) -> bool:
        """Whether it is the last or the next one of its name."""
        return bool(one.first and one.last) and (
            len(shown.anchor.days) == 1 or one.reason.startswith(UNSURE)
        )

    def _possible(self, place: Place, one: Timex, shown: Shown) -> Sequence[date]:
        """The days that it may mean: the last or the next one of a day that is known, or any that was past
        in the weeks of its story."""
        if one.first and one.last and self._is_choice(one, shown):
            return weekdays(one, one.first, one.last)
        tense, (about, _) = place.line.tense_of, shown.days
        if tense is None or tense(one.start, one.end) != "past" or not about.days:
            return []
        return weekdays(one, about.days[0] - _WEEK, about.days[-1])


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
    fits = one.value == WEEK or (form and other.day.isoweekday() == int(form[1]))
    return bool(fits and deed.noun and (deed.word, True) == (other.deed.word, other.deed.noun))


def _told_on(one: Timex, day: date, tense: Tense | None) -> tuple[date, date] | None:
    """The days on which somebody may have called a day so."""
    form, text = WEEKDAY.fullmatch(one.value), one.text.casefold()
    if one.value == WEEK and text == "last week":
        monday = day - timedelta(days=day.weekday()) + _WEEK
        return monday, monday + timedelta(days=6)
    if form and day.isoweekday() == int(form[1]):
        if text.startswith("last "):
            return day + timedelta(days=1), day + _WEEK
        if not chooses(one):
            ends = (
                timedelta(days=0 if tense == "past" else 6),
                timedelta(days=6 * (tense == "past")),
            )
            return day - ends[0], day + ends[1]
    return None
