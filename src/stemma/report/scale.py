"""Numbers -> places on a scale, from nought where that is near enough."""

import math
from collections.abc import Sequence
from typing import NamedTuple

_EDGE = 4.0  # percent at both ends
_MARKS = 4  # on the scale, about
_NEAR = 0.5  # of the largest: from a smallest value above this the scale need not begin at nought
_ARROW = 14.0  # percent of what goes on beyond: how far is not said
_MILLION, _THOUSAND = 1e6, 1e4


class Mark(NamedTuple):
    """A mark on the scale."""

    at: float
    label: str


class Extent(NamedTuple):
    """Where a figure lies. `open_start`, `open_end`: it may be less, or more."""

    start: float
    end: float
    open_start: bool
    open_end: bool


class Scale(NamedTuple):
    """What a width of 100 percent stands for."""

    least: float
    most: float
    step: float

    def at(self, number: float) -> float:
        """Where a number lies."""
        part = (number - self.least) / (self.most - self.least)
        return round(_EDGE + (100 - 2 * _EDGE) * part, 2)

    def marks(self) -> tuple[Mark, ...]:
        """The marks of the scale."""
        number = round((self.most - self.least) / self.step)
        every = [self.least + n * self.step for n in range(number + 1)]
        return tuple(Mark(self.at(one), _said(one)) for one in every)

    def extent(self, low: float | None, high: float | None) -> Extent:
        """Where a figure lies that is stated with this least and most."""
        if low is None or high is None:
            known = self.at(low if low is not None else high or 0.0)
            if low is None:
                return Extent(max(known - _ARROW, 0.0), known, True, False)
            return Extent(known, min(known + _ARROW, 100.0), False, True)
        return Extent(self.at(low), self.at(high), False, False)


def scale(numbers: Sequence[float]) -> Scale | None:
    """A scale on which all of them lie; None if there is nothing to lay out."""
    if not numbers or not all(map(math.isfinite, numbers)) or max(numbers) <= min(numbers):
        return None
    least, most = min(numbers), max(numbers)
    low = 0.0 if 0 <= least < _NEAR * most else least
    step = _round((most - low) / _MARKS)
    start, end = math.floor(low / step) * step, math.ceil(most / step) * step
    return Scale(start, end, step)


def _round(step: float) -> float:
    """The next 1, 2 or 5 and noughts."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(n * power for n in (1.0, 2.0, 5.0, 10.0) if n * power >= step * 0.999)


def _said(number: float) -> str:
    if abs(number) >= _MILLION:
        return f"{number / _MILLION:,.6g} million"
    return f"{number:,.0f}" if abs(number) >= _THOUSAND else f"{number:,.6g}"
