"""What tells the day of an expression where its passage's own day does not: a day said in full beside it, the
year of its story, the only such weekday since the story began."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from stemma.text.unsaid import WEEKDAY, YEARLESS
from stemma.times.anchor import Anchor, spoken
from stemma.times.anchored import Pile, Place, Shown
from stemma.times.pages import NEAR, Line, has_weekday
from stemma.times.tagger import Timex
from stemma.times.values import yearly

_NAMED = re.compile(r" [A-Z]")
_CALLED = re.compile(r"\bthe \|[.”\"]*$")  # `calls itself the March 1.`
_CHOOSING = re.compile(r"\b(?:last|next|this|previous|past|coming|following)\b", re.IGNORECASE)
_HOUR = 6  # days before its passage at which an hour may lie whose day is not said


class Told(NamedTuple):
    """An expression with its anchor and what shows that."""

    timex: Timex
    anchor: str | None
    why: str | None


def written(anchor: Anchor) -> str:
    """An anchor as a row has it."""
    return "/".join(day.isoformat() for day in anchor.days)


def chooses(one: Timex) -> bool:
    """Whether it says which one is meant: `last Tuesday`."""
    return bool(_CHOOSING.search(one.text))


def on_day(one: Timex, day: date, reason: str) -> Timex:
    """An expression that means a day, or an hour of it."""
    clock = one.value.partition("T")
    value = day.isoformat() + clock[1] + clock[2]
    return replace(one, value=value, how="relative", first=day, last=day, reason=reason)


def weekdays(one: Timex, first: date, last: date) -> list[date]:
    """The days that a weekday may mean."""
    form = WEEKDAY.fullmatch(one.value)
    days = [first + timedelta(n) for n in range((last - first).days + 1)] if form else []
    return [day for day in days if form and day.isoweekday() == int(form[1])]


# -- a weekday, or a day without its year, that is said in full beside it or in another witness ------


def beside(pile: Pile, place: Place, one: Timex) -> Told | None:
    """By the only day in full that it can be, in its own sentence, else in another witness of it."""
    if chooses(one) or not (WEEKDAY.fullmatch(one.value) or one.value.startswith("XXXX-")):
        return None
    fitting = _fitting(place.line, one)
    why = "its sentence says the day in full"
    if not fitting:
        others = pile.naming(place)
        lines = {other.line.wording: other.line for other in others}
        days = {wording: _in_its_place(line, one) for wording, line in lines.items()}
        fitting = set().union(*days.values())
        if fitting:
            holder = next(o.line.sentence.id for o in others if days[o.line.wording])
            why = f"another page with this sentence ({holder}) says the day in full"
    if len(fitting) != 1:
        return None
    (day,) = fitting
    said = on_day(one, day, f"It is {spoken(day)}, which is said in full with it.")
    return Told(said, day.isoformat(), why)


def _fitting(line: Line, one: Timex) -> set[date]:
    """The days in full of a line that an expression may mean."""
    weekday = WEEKDAY.fullmatch(one.value)
    found = [(day.first, day.text) for day in line.days if day.first]
    if weekday:
        return {d for d, text in found if d.isoweekday() == int(weekday[1]) and has_weekday(text)}
    return {d for d, _ in found if f"XXXX-{d:%m-%d}" == one.value.split("T")[0]}


def _in_its_place(line: Line, one: Timex) -> set[date]:
    """The same, if nothing else of the line can be what the expression is."""
    if any(other.value == one.value for other in line.bare):
        return set()
    return _fitting(line, one)


# -- by the days of the story -------------------------------------------------------------------


def of_year(form: str, line: Line, one: Timex, shown: Shown) -> Told | None:
    """A day without its year: the one near its story, whatever its verb says; not one in a name, as in
    `the March 1 Movement`."""
    match = YEARLESS.fullmatch(form)
    about, why = shown.days
    if match is None or not about.days or chooses(one):
        return None
    text = line.sentence.text
    if _NAMED.match(text, one.end) or _CALLED.search(f"{text[: one.start]}|{text[one.end :]}"):
        return None
    near = yearly(int(match[1]), int(match[2]), about.days)
    if not near or near[0][0] > NEAR or any(off <= NEAR for off, _ in near[1:]):
        return None
    day = near[0][1]
    if one.first == day and one.how == "relative":
        return None
    said = on_day(
        replace(one, value=form), day, f"It is {spoken(day)}, the one nearest to {about}."
    )
    return Told(said, written(about), why)


def only_one(pile: Pile, place: Place, one: Timex, shown: Shown, floor: date | None) -> Told | None:
    """The only weekday of its name that is left: not before its story began, nor before a day that its
    sentence calls one of last week."""
    if one.last is None or chooses(one) or not shown.anchor.days:
        return None
    span = pile.spans.get(place.line.story or "")
    begun = span.first if span and span.begun else None
    since = max((day for day in (one.first, begun, floor) if day), default=None)
    days = weekdays(one, since, one.last) if since else []
    if len(days) != 1:
        return None
    reason = f"It is {spoken(days[0])}: it was said on one of several days ({shown.anchor})"
    if since == floor:
        reason += ", and its sentence says of a day before that it was a `last` one."
    elif since == begun:
        reason += ", and its story began no earlier."
    return Told(on_day(one, days[0], reason), written(shown.anchor), shown.why)


def hour(one: Timex, shown: Shown) -> Timex:
    """An hour whose day is not said, with the days that it may lie on."""
    days = shown.anchor.days
    if not days:
        return one
    first = days[0] if len(days) > 1 else days[0] - timedelta(_HOUR)
    return replace(one, first=first, last=days[-1])
