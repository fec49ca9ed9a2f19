"""Expressions of a line, less what would be guessed: a direction on which tree and words do not agree, the
day of an hour that stands alone, and what counts from either."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from stemma.times.anchor import Anchor
from stemma.times.pages import Line
from stemma.times.tagger import Timex

_FROM = re.compile(r"^(?:It counts from|Its day is) (\S+), the date (?:before|beside) it\.$")
_ALONE = "It was said on "
_HOUR = "Its day is "
_LAST_WEEK = re.compile(r"last week\b", re.IGNORECASE)
_SATURDAY = 5


def careful(line: Line, anchor: Anchor, before: Sequence[str]) -> list[Timex]:
    """The expressions of a sentence, said on the anchor, behind these dates. What is not sure stays unknown,
    with the days that it lies between where these are known."""
    forms = {(one.start, one.end): one.value for one in line.tagged(Anchor())}
    other = {(one.start, one.end): one for one in line.tagged(anchor, before, by_tree=False)}
    found, sure = list[Timex](), {*before, *map(_day_of, before)}
    for one in sorted(line.tagged(anchor, before), key=_last):
        span = one.start, one.end
        form = forms.get(span, one.value)
        kept = _over(_kept(one, other.get(span, one), sure, form), anchor, form)
        if kept.how != "unknown":
            sure |= {kept.value, _day_of(kept.value)}
        found.append(kept)
    return sorted(found, key=lambda one: one.start)


def _day_of(value: str) -> str:
    """The day of an hour, or what is no hour."""
    return value.partition("T")[0]


def _last(one: Timex) -> tuple[bool, int]:
    """Hours are told by the days beside them, be these before or behind."""
    return one.reason.startswith(_HOUR), one.start


def _kept(one: Timex, other: Timex, sure: set[str], form: str) -> Timex:
    if one.how != "relative":
        return one
    counted = _FROM.match(one.reason)
    if counted:
        from_sure = counted[1] in sure and (counted[1] == one.value[:10] or not _is_hour(one))
        return (
            one if from_sure else _unknown(one, form, "The date from which it counts is not known.")
        )
    if one.reason.startswith(_ALONE):
        return _unknown(one, form, "No day is said with it.")
    if other.value != one.value:
        reason = "Whether its verb speaks of the past or of the future is not certain."
        return _unknown(one, form, reason, _days(one, other))
    return one


def _over(one: Timex, anchor: Anchor, form: str) -> Timex:
    """At its end some call a week `last week` that others call so only on the Monday after."""
    day = anchor.first if anchor.first == anchor.last else None
    if one.how != "relative" or day is None or day.weekday() < _SATURDAY:
        return one
    if not _LAST_WEEK.match(one.text):
        return one
    return _unknown(one, form, "The week may be the one that ends then.", (one.first, day))


def _is_hour(one: Timex) -> bool:
    return one.reason.startswith(_HOUR)


def _days(one: Timex, other: Timex) -> tuple[date | None, date | None]:
    ends = [day for each in (one, other) for day in (each.first, each.last) if day]
    return (min(ends), max(ends)) if len(ends) == 4 else (None, None)


def _unknown(
    one: Timex, form: str, reason: str, days: tuple[date | None, date | None] = (None, None)
) -> Timex:
    return replace(one, value=form, how="unknown", reason=reason, first=days[0], last=days[1])
