"""Expressions of time at their places, with their anchors, as rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stemma.model import Timex as Row
from stemma.model import span_id
from stemma.times.anchor import Anchor, spoken
from stemma.times.anchored import LATE, Pile, Shown, passages_of
from stemma.times.careful import careful
from stemma.times.hours import Hours
from stemma.times.pages import Line
from stemma.times.settled import Told, hour, written
from stemma.times.tagger import Timex
from stemma.times.telling import Telling
from stemma.times.weeks import Weeks

_COUNTED = re.compile(r"^(?:It counts from|Its day is) (\S+), the date (before|beside) it\.$")
_YEARLY = re.compile(r"XXXX-(?!W)[\w-]+")


def timexes_of(pile: Pile) -> Iterator[Row]:
    """The rows of all expressions of time, in order."""
    telling = Telling(pile)
    weeks = Weeks(pile, telling.shown, telling.told)
    hours = Hours(pile, telling.shown, telling.told, weeks)
    for place in passages_of(pile):
        id_ = place.line.sentence.id
        shown = telling.shown[id_]
        bare = _by_span(place.line.bare)
        open_ = shown.latest is not None and not shown.anchor.days
        bound = _by_span(careful(place.line, _on(shown.latest), ())) if open_ else {}
        for told in telling.told[id_]:
            one = told.timex
            span = one.start, one.end
            if told.anchor is None and one.how == "unknown":
                told = telling.known(place, one, shown) or told
            if told.anchor is None:
                told = _placed(place.line, one, bare.get(span, one), bound.get(span, one), shown)
            if told.timex.how == "unknown":
                told = hours.near(place, told) or weeks.likely(place, told, shown) or told
            yield _row(place.line, *told)


def said_of(pile: Pile) -> Iterator[tuple[str, str, str, str]]:
    """Each sentence of which it is known on which day it was said, or that it was one of two days, in order
    of ids: first day, last day, and what shows them."""
    for name, place in sorted(pile.places.items()):
        shown = pile.shown(place)
        first, last = shown.anchor.first, shown.anchor.last
        if first and last and last - first <= LATE:
            yield name, first.isoformat(), last.isoformat(), shown.why


def _placed(line: Line, one: Timex, bare: Timex, bound: Timex, shown: Shown) -> Told:
    if one.how != "unknown":
        return Told(one, *_anchor(one, shown))
    if not shown.anchor.days and one.first and shown.about.days:
        one = replace(one, first=None, last=None, reason=bare.reason)
    if one.value.startswith("T"):
        return Told(hour(one, shown), written(shown.anchor) or None, shown.why)
    if _depends(line, bare):
        return Told(*_bounded(one, bound, shown))
    said = written(shown.anchor)
    return Told(one, said or None, shown.why if said else None)


def _by_span(found: Sequence[Timex]) -> dict[tuple[int, int], Timex]:
    return {(one.start, one.end): one for one in found}


def _on(day: date | None) -> Anchor:
    return Anchor.on(day) if day else Anchor()


def _depends(line: Line, one: Timex) -> bool:
    """Whether an anchor would tell its value, or a latest anchor its latest day: not of an hour, nor of what
    comes once a year unless it is past."""
    yearly = _YEARLY.fullmatch(one.value)
    tense = line.tense_of(one.start, one.end) if yearly and line.tense_of else None
    if one.value.startswith("T") or (yearly and tense != "past"):
        return False
    return (
        one.how == "unknown"
        and one.value not in ("PAST_REF", "FUTURE_REF", "PRESENT_REF")
        and not one.first
    )


def _anchor(one: Timex, shown: Shown) -> tuple[str | None, str | None]:
    counted = _COUNTED.match(one.reason)
    if counted:
        return counted[1], f"the date {counted[2]} it"
    if one.how != "relative":
        return None, None
    anchor, why = shown.days
    return written(anchor), why


def _bounded(one: Timex, bound: Timex, shown: Shown) -> tuple[Timex, str | None, str | None]:
    """What stays unknown, with the days that it may lie between."""
    if shown.anchor.days:
        return one, written(shown.anchor), shown.why
    if shown.latest is None or bound.last is None:
        return one, None, shown.why
    reason = f"{one.reason} It was no later than {spoken(shown.latest)}."
    return replace(one, last=bound.last, reason=reason), f"../{shown.latest.isoformat()}", shown.why


def _row(line: Line, one: Timex, anchor: str | None, why: str | None) -> Row:
    article, at = line.sentence.article_id, line.sentence.start
    start, end = at + one.start, at + one.end
    first, last = (day.isoformat() if day else None for day in (one.first, one.last))
    return Row(
        span_id("timex", article, start, end), article, line.sentence.id, start, end, one.type, one.value,
        one.mod or None, first, last, anchor, why, one.how, one.reason, one.text,
    )  # fmt: skip
