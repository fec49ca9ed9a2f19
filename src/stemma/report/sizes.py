"""Figures of one thing -> side by side on a scale, in the order of the days of which they are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.model import Figure, Timex
from stemma.report.days import NO_DAY, day_of, short, yearless
from stemma.report.scale import scale
from stemma.report.shown import Shown
from stemma.report.tale import Span, Tick, Value
from stemma.text.counted import counted_on

_DOT = 6.0  # pixels
_EXACT = "exact"
_LAST = "9999"  # behind every day


class Laid(NamedTuple):
    """The values with their places, and the marks of the scale."""

    values: tuple[Value, ...]
    ticks: tuple[Tick, ...]


def laid(shown: Shown, values: Sequence[tuple[Value, Sequence[str]]]) -> Laid | None:
    """Values with the ids of the figures that give them; None where they can't be laid out."""
    found = [
        (value, [shown.rows.figures[name] for name in names if name in shown.rows.figures])
        for value, names in values
    ]
    numbers = [
        end for _, held in found for f in held[:1] for end in (f.low, f.high) if end is not None
    ]
    made = scale(numbers)
    if made is None or not all(held for _, held in found):
        return None
    placed: list[tuple[str, float, Value]] = []
    for value, held in found:
        figure = held[0]
        if figure.low is None and figure.high is None:
            return None
        where = made.extent(figure.low, figure.high)
        point = figure.low is None or figure.high is None or figure.low == figure.high
        span = Span(*where, point, figure.qualifier == _EXACT, _DOT)
        order, said = _as_of(shown, held)
        size = figure.low if figure.low is not None else figure.high or 0.0
        placed.append((order, size, replace(value, as_of=said, span=span)))
    placed.sort(key=lambda one: one[:2])
    if all(order == _LAST for order, _, _ in placed):
        placed = [(order, size, replace(value, as_of="")) for order, size, value in placed]
    return Laid(
        tuple(value for _, _, value in placed),
        tuple(Tick(mark.at, mark.label) for mark in made.marks()),
    )


def _as_of(shown: Shown, held: Sequence[Figure]) -> tuple[str, str]:
    """The day of which a figure is, for the order and in words: that for which, or on which, its passage was
    said, as far as its expressions of time show; else the latest that the first page with it allows."""
    told = [
        day
        for figure in held
        for timex in shown.rows.timexes.get(figure.sentence_id, ())
        for day in [counted_on(_before(shown, timex), timex.value, timex.anchor)]
        if day
    ]
    if told:
        first = min(told)
        return first, f"as of {yearless(first) or short(day_of(first), day_of(first))}"
    pages = [shown.rows.articles[figure.article_id].published or "" for figure in held]
    known = min((one[:10] for one in pages if day_of(one[:10])), default="")
    if known:
        return known, f"on a page of {short(day_of(known), day_of(known))}"
    return _LAST, NO_DAY


def _before(shown: Shown, timex: Timex) -> str:
    """The sentence of an expression of time, up to it."""
    held = shown.rows.sentences.get(timex.article_id, ())
    own = (one for one in held if one.id == timex.sentence_id)
    return next((one.text[: timex.start - one.start] for one in own), "")
