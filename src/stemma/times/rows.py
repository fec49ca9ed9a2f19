"""Expressions of time at their places, with their anchors, as rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stemma.model import Timex as Row
from stemma.model import span_id
from stemma.times.anchor import Anchor, spoken
from stemma.times.anchored import Pile, Place, Shown, passages_of
from stemma.times.careful import careful
from stemma.times.pages import Line, Wording, has_weekday
from stemma.times.tagger import Timex

_COUNTED = re.compile(r"^(?:It counts from|Its day is) (\S+), the date (before|beside) it\.$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T.*)?")
_DAY = re.compile(r"XXXX-(\d\d-\d\d)(T.*)?")
_YEARLY = re.compile(r"XXXX-(?!W)[\w-]+")
_CHOOSING = re.compile(r"\b(?:last|next|this|previous|past|coming|following)\b", re.IGNORECASE)


def timexes_of(pile: Pile) -> Iterator[Row]:
    """The rows of all expressions of time, in order."""
    block, values = "", list[str]()
    for place, shown in passages_of(pile):
        line = place.line
        if line.sentence.block_id != block or not _goes_on(place, block):
            block, values = line.sentence.block_id, []
        for one, anchor, why in _told(pile, place, shown, values):
            if one.first and one.how != "unknown":
                values.append(one.value)
            yield _row(line, one, anchor, why)


def _goes_on(place: Place, block: str) -> bool:
    """Whether the whole of the passage since the block's beginning stands in the original too."""
    first = place.page.passage(place.number)[0]
    return first.sentence.block_id == block or place.line.goes_on


def _told(
    pile: Pile, place: Place, shown: Shown, before: Sequence[str]
) -> Iterator[tuple[Timex, str | None, str | None]]:
    """Each expression of a line with its anchor and what shows that."""
    wording = place.line.wording
    bare = _by_span(wording.tagged(Anchor(), before))
    bound = careful(wording, _on(shown.latest), before)
    for one in careful(wording, shown.anchor, before):
        span = one.start, one.end
        settled = _settled(pile, place, one) if one.how == "unknown" else None
        if settled:
            yield settled
        elif one.how == "unknown" and _depends(wording, bare.get(span, one)):
            yield _bounded(one, _by_span(bound).get(span, one), shown)
        else:
            yield one, *_anchor(one, shown)


def _by_span(found: Sequence[Timex]) -> dict[tuple[int, int], Timex]:
    return {(one.start, one.end): one for one in found}


def _on(day: date | None) -> Anchor:
    return Anchor.on(day) if day else Anchor()


def _depends(wording: Wording, one: Timex) -> bool:
    """Whether an anchor would tell its value, or a latest anchor its latest day: not of an hour, nor of what
    comes once a year unless it is past."""
    yearly = _YEARLY.fullmatch(one.value)
    tense = wording.tense_of(one.start, one.end) if yearly and wording.tense_of else None
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
    return _written(shown.anchor), shown.why


def _written(anchor: Anchor) -> str:
    return "/".join(day.isoformat() for day in anchor.days)


def _bounded(one: Timex, bound: Timex, shown: Shown) -> tuple[Timex, str | None, str | None]:
    """What stays unknown, with the days that it may lie between."""
    if shown.anchor.days:
        return one, _written(shown.anchor), shown.why
    if shown.latest is None or bound.last is None:
        return one, None, shown.why
    reason = f"{one.reason} It was no later than {spoken(shown.latest)}."
    return replace(one, last=bound.last, reason=reason), f"../{shown.latest.isoformat()}", shown.why


# -- a weekday, or a day without its year, that is said in full beside it or in another witness ------


def _settled(pile: Pile, place: Place, one: Timex) -> tuple[Timex, str, str] | None:
    """By the only day in full that it can be, in its own sentence, else in another witness of it."""
    form = _WEEKDAY.fullmatch(one.value) or _DAY.fullmatch(one.value)
    if form is None or _CHOOSING.search(one.text):
        return None
    fitting = _fitting(place.line.wording, one)
    why = "its sentence says the day in full"
    if not fitting:
        found = [
            (other, day)
            for other in pile.naming(place)
            for day in _in_its_place(other.line.wording, one)
        ]
        fitting = {day for _, day in found}
        why = (
            f"another page with this sentence ({found[0][0].line.sentence.id}) says the day in full"
            if found
            else ""
        )
    if len(fitting) != 1:
        return None
    (day,) = fitting
    said = replace(
        one, value=day.isoformat() + (form[2] or ""), how="relative", first=day, last=day,
        reason=f"It is {spoken(day)}, which is said in full with it.",
    )  # fmt: skip
    return said, day.isoformat(), why


def _fitting(wording: Wording, one: Timex) -> set[date]:
    """The days in full of a sentence that an expression may mean."""
    weekday = _WEEKDAY.fullmatch(one.value)
    found = [(day.first, day.text) for day in wording.days if day.first]
    if weekday:
        return {d for d, text in found if d.isoweekday() == int(weekday[1]) and has_weekday(text)}
    return {d for d, _ in found if f"XXXX-{d:%m-%d}" == one.value.split("T")[0]}


def _in_its_place(wording: Wording, one: Timex) -> set[date]:
    """The same, if nothing else of the sentence can be what the expression is."""
    if any(other.value == one.value for other in wording.bare):
        return set()
    return _fitting(wording, one)


def _row(line: Line, one: Timex, anchor: str | None, why: str | None) -> Row:
    article, at = line.sentence.article_id, line.sentence.start
    start, end = at + one.start, at + one.end
    first, last = (day.isoformat() if day else None for day in (one.first, one.last))
    return Row(
        span_id("timex", article, start, end), article, line.sentence.id, start, end, one.type, one.value,
        one.mod or None, first, last, anchor, why, one.how, one.reason, one.text,
    )  # fmt: skip
