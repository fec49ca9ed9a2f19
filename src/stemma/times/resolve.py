"""From what an expression says to a TIMEX3 value: with the anchor, the tense, and the dates before it.

Where these do not give one value, the value stays a form with `X` in it, and `how` is `unknown`.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from stemma.times.anchor import Anchor, spoken
from stemma.times.phrases import Clock, Either, Fixed, Named, Shift
from stemma.times.recurring import chosen
from stemma.times.values import UNITS, UNKNOWN, days_of, moved, unit_of, value_of

_LENGTHS = {unit: n for n, unit in enumerate(UNITS)}


class Context(NamedTuple):
    """What is known beside the expression: the anchor; `direction`, which the tense of its verb gives
    (`past`, `future`, `near`) with `verb` as its reason; values of the dates `before` it, the latest last."""

    anchor: Anchor
    direction: str
    verb: str
    before: Sequence[str]


class Resolved(NamedTuple):
    """A value, how it was told, and why; the days it lies between, if that is known."""

    value: str
    how: str
    reason: str
    first: date | None = None
    last: date | None = None


def explicit(value: str, reason: str) -> Resolved:
    """A value that was said in full."""
    return Resolved(value, "explicit", reason, *(days_of(value) or (None, None)))


def relative(value: str, reason: str) -> Resolved:
    """A value that was told from something else."""
    return Resolved(value, "relative", reason, *(days_of(value) or (None, None)))


def fixed(what: Fixed, _: Context) -> Resolved:
    """What needs no anchor."""
    if what.vague:
        return Resolved(what.value, "unknown", "It names no certain time.")
    found = explicit(what.value, "It says so in full.")
    if what.weekday and found.first and found.first.isoweekday() != what.weekday:
        day = spoken(found.first)
        return found._replace(reason=f"It says so in full, but that day is {day}.")
    return found


def either(what: Either, _: Context) -> Resolved:
    """A date in figures, of which the day or the month stands first."""
    a, b = (date.fromisoformat(day) for day in what.days)
    reason = f"The order of day and month is not certain: {spoken(a)} or {spoken(b)}."
    return Resolved(f"{a.year:04}-XX-XX", "unknown", reason, a, b)


def named(what: Named, context: Context) -> Resolved:
    """A weekday, a month or the like, by the anchor and the tense."""
    ends = [chosen(what, day, context.direction) for day in context.anchor.days]
    if not ends or None in ends:
        return Resolved(_form(what), "unknown", "The day on which this was said is not known.")
    (value, why), (other, _) = ends[0] or ("", ""), ends[-1] or ("", "")
    if value != other:
        return _between(_form(what), value, other, context.anchor)
    verb = "" if what.way not in ("", "this") or what.year is not None else context.verb
    return relative(value, f"It is {why.format(context.anchor)}, when it was said{verb}.")


def _form(what: Named) -> str:
    forms: dict[str, Callable[[], str]] = {
        "weekday": lambda: f"XXXX-WXX-{what.name}",
        "weekend": lambda: "XXXX-WXX-WE",
        "quarter": lambda: f"XXXX-Q{what.name}",
        "half": lambda: f"XXXX-H{what.name}",
        "holiday": lambda: f"XXXX-{what.name}" if what.name[0].isdigit() else "XXXX-XX-XX",
    }
    return forms.get(what.kind, lambda: f"XXXX-{what.name}")()


def _between(form: str, value: str, other: str, anchor: Anchor) -> Resolved:
    days = [days_of(one) for one in (value, other)]
    first, last = days[0] and days[0][0], days[1] and days[1][1]
    reason = f"It was said on one of several days ({anchor}), so it is {value}, {other} or between."
    return Resolved(form, "unknown", reason, first, last)


def shift(what: Shift, context: Context) -> Resolved:
    """So many units from the anchor, or from a date before."""
    if what.base == "before":
        return _from_before(what, context.before)
    if what.base != "anchor" or not context.anchor.days:
        reason = "The day from which it counts is not known."
        return Resolved(UNKNOWN[what.unit], "unknown", reason)
    ends = [_moved(what, day) for day in context.anchor.days]
    if ends[0] != ends[-1]:
        return _between(UNKNOWN[what.unit], ends[0], ends[-1], context.anchor)
    return relative(ends[0], f"It counts from {context.anchor}, when it was said.")


def _moved(what: Shift, day: date) -> str:
    try:
        return value_of(what.unit, moved(what.unit, day, what.by))
    except (ValueError, OverflowError):
        return UNKNOWN[what.unit]


def _from_before(what: Shift, before: Sequence[str]) -> Resolved:
    """Told from the last date before it that is as fine as its unit."""
    for value in reversed(before):
        unit, days = unit_of(value), days_of(value)
        if unit and days and _LENGTHS[unit] <= _LENGTHS[what.unit]:
            return relative(_moved(what, days[0]), f"It counts from {value}, the date before it.")
    return Resolved(
        UNKNOWN[what.unit], "unknown", "No date stands before it from which it could count."
    )


def clock(context: Context, beside: str | None) -> Resolved:
    """The day of an hour that stands alone: `beside` it in the sentence, before it, or the anchor's."""
    days = [value for value in context.before if unit_of(value) == "day"]
    value = beside or (days[-1].split("T")[0] if days else None)
    if value:
        return relative(value, f"Its day is {value}, the date beside it.")
    if len(context.anchor.days) == 1:
        return relative(context.anchor.days[0].isoformat(), f"It was said on {context.anchor}.")
    return Resolved("", "unknown", "No day is said with it.")


def resolve(what: Fixed | Either | Named | Shift | Clock, context: Context) -> Resolved:
    """The value of anything but an hour that stands alone."""
    match what:
        case Fixed():
            return fixed(what, context)
        case Either():
            return either(what, context)
        case Named():
            return named(what, context)
        case Shift():
            return shift(what, context)
        case Clock():
            return clock(context, None)
