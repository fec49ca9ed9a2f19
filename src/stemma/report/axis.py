"""Days -> places on an axis of time. Years without an event are left out: the axis is cut there, and each
of its pieces has a scale of its own."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

_MOST = 5  # pieces: more can't be told apart on a telephone
_COARSE = 45  # days: an event that is known less closely has no say in where the axis is cut
_FEWEST, _SHARE = 20, 0.35  # a gap of so many days, and of so much of its piece, is cut out
_GAP, _EDGE = 2.5, 2.0  # percent between pieces, and at both ends
_NARROWEST = 10.0  # percent of a piece
_LABEL = 14.0  # percent that a label needs: on a telephone it has 45 pixels
_STEPS = (1, 2, 5, 7, 14)  # days between ticks
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 500)
_LONG, _LONGER = 70, 900  # days of a piece from which on months, and years, are named

Days = tuple[date, date]


class Piece(NamedTuple):
    """Days that follow on each other, from `x` on, in percent of the axis."""

    first: date
    last: date
    x: float
    width: float

    def at(self, day: date, behind: bool = False) -> float:
        """Where a day begins, or what is behind it."""
        number = (day - self.first).days + behind
        return self.x + self.width * number / ((self.last - self.first).days + 1)


class Tick(NamedTuple):
    """A mark on the axis: its day, and its year where that is new."""

    at: float
    label: str
    year: str


class Stretch(NamedTuple):
    """Where some days lie; `open`: whether they go on beyond, or nobody knows how far, on either side."""

    start: float
    end: float
    open_start: bool
    open_end: bool


def axis(spans: Sequence[tuple[date | None, date | None]]) -> tuple[Piece, ...]:
    """The pieces for these days; of those that are open at an end, the other end counts."""
    known = [(first or last, last or first) for first, last in spans]
    days = sorted((a, b) for a, b in known if a is not None and b is not None)
    fine = [one for one in days if (one[1] - one[0]).days <= _COARSE] or days
    pieces = _split(_joined(fine)) if fine else []
    pieces += _joined([one for one in days if one not in fine and not _meets(one, pieces)])
    pieces.sort()
    while len(pieces) > _MOST:
        gaps = [(b[0] - a[1], at) for at, (a, b) in enumerate(pairwise(pieces))]
        at = min(gaps)[1]
        pieces[at : at + 2] = [(pieces[at][0], max(pieces[at][1], pieces[at + 1][1]))]
    return tuple(_laid(pieces, days))


def place(pieces: Sequence[Piece], first: date | None, last: date | None) -> Stretch:
    """Where days lie. An open end reaches to the end of its piece."""
    known = last or first
    assert known is not None
    home = next((p for p in pieces if p.first <= known <= p.last), pieces[0])
    start, cut_start = (home.x, True) if first is None else _start(pieces, first)
    end, cut_end = (home.x + home.width, True) if last is None else _end(pieces, last)
    return Stretch(round(min(start, end), 2), round(max(start, end), 2), cut_start, cut_end)


def ticks(pieces: Sequence[Piece]) -> tuple[Tick, ...]:
    """As many as there is room for on a telephone; the first of each piece has its year."""
    return tuple(tick for piece in pieces for tick in _ticks(piece))


def _joined(days: Sequence[Days]) -> list[Days]:
    found: list[Days] = []
    for first, last in sorted(days):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _split(days: Sequence[Days]) -> list[Days]:
    """Cuts out gaps, the widest first."""
    gaps = [((b[0] - a[1]).days, at) for at, (a, b) in enumerate(pairwise(days), 1)]
    widest, at = max(gaps, default=(0, 0))
    if widest > max(_FEWEST, _SHARE * (days[-1][1] - days[0][0]).days):
        return [*_split(days[:at]), *_split(days[at:])]
    return [(days[0][0], days[-1][1])]


def _meets(one: Days, pieces: Sequence[Days]) -> bool:
    return any(one[0] <= last and first <= one[1] for first, last in pieces)


def _laid(pieces: Sequence[Days], days: Sequence[Days]) -> Iterator[Piece]:
    """Pieces side by side; the more happens in one, the wider."""
    weights = [sum(p[0] <= one[0] and one[1] <= p[1] for one in days) for p in pieces]
    room = 100 - 2 * _EDGE - _GAP * (len(pieces) - 1)
    spare = room - _NARROWEST * len(pieces)
    x = _EDGE
    for (first, last), weight in zip(pieces, weights, strict=True):
        width = _NARROWEST + spare * weight / max(sum(weights), 1)
        yield Piece(first, last, x, width)
        x += width + _GAP


def _start(pieces: Sequence[Piece], day: date) -> tuple[float, bool]:
    for piece in pieces:
        if day < piece.first:
            return piece.x, True
        if day <= piece.last:
            return piece.at(day), False
    return pieces[-1].x, True


def _end(pieces: Sequence[Piece], day: date) -> tuple[float, bool]:
    for piece in reversed(pieces):
        if day > piece.last:
            return piece.x + piece.width, True
        if day >= piece.first:
            return piece.at(day, behind=True), False
    return pieces[0].x + pieces[0].width, True


def _ticks(piece: Piece) -> Iterator[Tick]:
    length = (piece.last - piece.first).days + 1
    most = max(int(piece.width / _LABEL), 1)
    if length > _LONGER or (piece.first.day, piece.first.month, piece.last.month) == (1, 1, 12):
        named = [(d, str(d.year), "") for d in _years(piece, most)]
    elif length > _LONG:
        named = [(d, f"{d:%b}", str(d.year)) for d in _months(piece, most)]
    else:
        step = next((s for s in _STEPS if -(-length // s) <= most), -(-length // most))
        every = [piece.first + timedelta(days=n) for n in range(0, length, step)]
        named = [(d, f"{d.day} {d:%b}", str(d.year)) for d in every]
    said = ""
    for number, (known, label, year) in enumerate(named):
        if number and piece.at(known) > 100 - _LABEL:
            return
        yield Tick(round(piece.at(known), 2), label, year if year != said else "")
        said = year


def _years(piece: Piece, most: int) -> list[date]:
    begins = [date(y, 1, 1) for y in range(piece.first.year, piece.last.year + 1)]
    inside = [d for d in begins if piece.first <= d] or [piece.first]
    step = next((s for s in _YEARS if -(-len(inside) // s) <= most), len(inside))
    return inside[::step]


def _months(piece: Piece, most: int) -> list[date]:
    number = piece.first.year * 12 + piece.first.month - 1 + (piece.first.day > 1)
    last = piece.last.year * 12 + piece.last.month - 1
    inside = [date(n // 12, n % 12 + 1, 1) for n in range(number, last + 1)]
    step = next((s for s in _MONTHS if -(-len(inside) // s) <= most), 12)
    return inside[::step]
