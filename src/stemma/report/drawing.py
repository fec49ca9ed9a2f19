"""A tree of wordings -> where its nodes and lines lie, so that nothing touches.

A small tree is drawn as books on textual criticism do it, the copies of a text side by side below it.
One that would be too wide for a telephone has them below each other, each further in than what it
was copied from.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.report.view import Spot, Stroke

OMEGA = "ω"
WIDEST = 300  # pixels that a tree may take side by side: a telephone's, less the margins of a card
# Pixels. Letters are drawn in a typewriter's face, so that their width is known.
_LETTER, _LINE = 9, 18
_PAD, _EDGE = 8, 4
_BESIDE, _BELOW = 14, 34  # between nodes side by side, and rows of them
_INWARDS, _UNDER, _STEM = (
    28,
    10,
    12,
)  # in a tree that goes down: further in, between nodes, of a line
_ROUND = 34  # across, of a conjecture
# Room in a node: letters of one line, and lines. What is beyond is counted.
_ROW, _ROWS = 11, 3

Drawing = tuple[int, int, tuple[Spot, ...], tuple[Stroke, ...]]


class Branch(NamedTuple):
    """A node with its letters, its line to what it hangs on (None: there is none), and its branches."""

    kind: str
    letters: tuple[str, ...]
    said: str
    edge: bool | None
    why: str
    below: tuple["Branch", ...]


class _Laid(NamedTuple):
    """A branch with its size: of its node, and of all of it across."""

    branch: Branch
    lines: tuple[str, ...]
    width: int
    height: int
    across: int
    below: tuple["_Laid", ...]

    def spot(self, x: int, y: int) -> Spot:
        """Its node, with its upper left corner there."""
        branch = self.branch
        return Spot(branch.kind, x, y, self.width, self.height, self.lines, branch.said)


def draw(top: Branch) -> Drawing:
    """Width, height, nodes and lines of a drawing."""
    laid = _lay(top)
    return _side_by_side(laid) if laid.across + 2 * _EDGE <= WIDEST else _downwards(laid)


def rows_of(letters: Sequence[str]) -> tuple[str, ...]:
    """The letters in a few lines; if there are too many, the last says how many more."""
    rows: list[str] = []
    for done, letter in enumerate(letters):
        if rows and len(rows[-1]) + 1 + len(letter) <= _ROW:
            rows[-1] += f" {letter}"
        elif len(rows) < _ROWS:
            rows.append(letter)
        else:
            return (*rows, f"+{len(letters) - done:,}")
    return tuple(rows)


def _lay(branch: Branch) -> _Laid:
    below = tuple(map(_lay, branch.below))
    lines = rows_of(branch.letters)
    if branch.kind == "conjecture":
        lines, width, height = (OMEGA,), _ROUND, _ROUND
    else:
        lines = (OMEGA, *lines) if branch.kind == "original" else lines
        # Even, so that middles lie above each other.
        width = (max(map(len, lines), default=1) * _LETTER + 2 * _PAD + 1) // 2 * 2
        height = len(lines) * _LINE + _PAD
    return _Laid(branch, lines, width, height, max(width, _across(below)), below)


def _across(below: Sequence[_Laid]) -> int:
    return sum(one.across for one in below) + _BESIDE * max(len(below) - 1, 0)


def _side_by_side(laid: _Laid) -> Drawing:
    rows = list(_heights([laid]))
    tops = [_EDGE + sum(rows[:n]) + n * _BELOW for n in range(len(rows))]
    spots: list[Spot] = []
    strokes: list[Stroke] = []
    _put_beside(laid, _EDGE, tops, spots, strokes)
    return laid.across + 2 * _EDGE, tops[-1] + rows[-1] + _EDGE, tuple(spots), tuple(strokes)


def _heights(row: Sequence[_Laid]) -> Iterator[int]:
    """The height of each row of nodes."""
    while row:
        yield max(one.height for one in row)
        row = [below for one in row for below in one.below]


def _put_beside(
    laid: _Laid, left: int, tops: Sequence[int], spots: list[Spot], strokes: list[Stroke]
) -> int:
    """Puts a branch where it belongs; gives the middle of its node across."""
    x = left + laid.across // 2
    spots.append(laid.spot(x - laid.width // 2, tops[0]))
    at = left + (laid.across - _across(laid.below)) // 2
    for one in laid.below:
        to = _put_beside(one, at, tops[1:], spots, strokes)
        if one.branch.edge is not None:
            points = (x, tops[0] + laid.height), (to, tops[1])
            strokes.append(Stroke(points, one.branch.edge, one.branch.why))
        at += one.across + _BESIDE
    return x


def _downwards(laid: _Laid) -> Drawing:
    spots: list[Spot] = []
    strokes: list[Stroke] = []
    height = _put_below(laid, _EDGE, _EDGE, spots, strokes) - _UNDER + _EDGE
    width = max(spot.x + spot.width for spot in spots) + _EDGE
    return width, height, tuple(spots), tuple(strokes)


def _put_below(laid: _Laid, x: int, y: int, spots: list[Spot], strokes: list[Stroke]) -> int:
    """Puts a branch where it belongs; gives where the next one may begin."""
    spots.append(laid.spot(x, y))
    at = y + laid.height + _UNDER
    for one in laid.below:
        if one.branch.edge is not None:
            middle = at + one.height // 2
            points = (x + _STEM, y + laid.height), (x + _STEM, middle), (x + _INWARDS, middle)
            strokes.append(Stroke(points, one.branch.edge, one.branch.why))
        at = _put_below(one, x + _INWARDS, at, spots, strokes)
    return at
