"""Hours whose day is not said, told by the days beside them: those of their own sentence, else the last one
before them in the report that they are from.

`On Monday the talks went on; they ended at midnight` is about Monday, or the day behind it. It is no proof,
so that the hour stays unknown, and only bounds are given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from stemma.text.unsaid import WEEKDAY
from stemma.times.anchor import spoken
from stemma.times.anchored import Pile, Place, Shown
from stemma.times.settled import Told
from stemma.times.tagger import Timex
from stemma.times.values import Days
from stemma.times.weeks import Weeks, tense_at

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class Hours:
    """About which days hours lie."""

    def __init__(
        self,
        pile: Pile,
        shown: Mapping[str, Shown],
        told: Mapping[str, Sequence[Told]],
        weeks: Weeks,
    ) -> None:
        self.pile, self.shown, self.told, self.weeks = pile, shown, told, weeks
        self._last: dict[str, Days | None] = {}

    def near(self, place: Place, told: Told) -> Told | None:
        """An hour with the days about which it likely lies."""
        one = told.timex
        if not one.value.startswith("T") or _is_narrow(one):
            return None
        days, where = self._beside(place, one), "its sentence"
        if days is None:
            days, where = self._before(place), "its report before it"
        if days is None:
            return None
        first, last = max(days[0], one.first or days[0]), min(days[1], one.last or days[1])
        if first > last:
            return None
        reason = f"{one.reason} It is likely about the days of which {where} tells, from {spoken(first)}."
        return told._replace(timex=replace(one, first=first, last=last, reason=reason))

    def _beside(self, place: Place, hour: Timex) -> Days | None:
        """About the nearest day of its sentence, rather one that is named before it; not one to come where
        the hour is past, nor the other way about: `met at noon and will meet again on Friday`."""
        tense = tense_at(place, hour)
        found = [
            (one.start > hour.start, abs(one.start - hour.start), days)
            for one, days in self._days(place)
            if {tense, tense_at(place, one)} != {"past", "future"}
        ]
        return min(found)[-1] if found else None

    def _before(self, place: Place) -> Days | None:
        """About the last day named before it, where its report stands in one piece."""
        for other in (place, *self.pile.others(place)):
            if other.page.whole and not other.line.insert:
                return self._last_of(other)
        return None

    def _last_of(self, place: Place) -> Days | None:
        id_ = place.line.sentence.id
        if id_ not in self._last:
            lines = (
                Place(place.page, number, place.page.lines[number])
                for number in range(place.number - 1, -1, -1)
            )
            own = (days for line in lines for _, days in [*self._days(line)][-1:])
            self._last[id_] = next(own, None)
        return self._last[id_]

    def _days(self, place: Place) -> Iterator[tuple[Timex, Days]]:
        """The days that a line names, each with those about it; of a weekday those of its likely week."""
        id_ = place.line.sentence.id
        for told in self.told.get(id_, ()):
            one = told.timex
            if one.how != "unknown" and one.first and one.first == one.last:
                if self.weeks.is_near(place.line.story or "", one.first):
                    yield one, (one.first - _DAY, one.first + _DAY)
            elif WEEKDAY.fullmatch(one.value):
                likely = self.weeks.likely(place, told, self.shown[id_])
                if likely and likely.timex.first and likely.timex.last:
                    yield one, (likely.timex.first, likely.timex.last)


def _is_narrow(one: Timex) -> bool:
    return one.first is not None and one.last is not None and one.last - one.first < _WEEK
