"""Places of a text, looked up without going over all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

Place = tuple[int, int]  # characters of the article


class Places:
    """Places in order of their beginnings, which may overlap."""

    def __init__(self, places: Sequence[Place]) -> None:
        """`places`: in order."""
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]
        self._reach = list(accumulate(self._ends, max))  # the farthest end so far

    def overlapping(self, place: Place) -> list[int]:
        """Numbers of those that have a character of a place, in order."""
        found = []
        number = bisect_left(self._starts, place[1]) - 1
        while number >= 0 and self._reach[number] > place[0]:
            if self._ends[number] > place[0]:
                found.append(number)
            number -= 1
        return found[::-1]

    def holding(self, character: int) -> list[Place]:
        """Those that have a character."""
        found = self.overlapping((character, character + 1))
        return [(self._starts[n], self._ends[n]) for n in found]

    def at(self, character: int) -> int | None:
        """Number of the last that begins at or before a character, if it has that character."""
        number = bisect_right(self._starts, character) - 1
        return number if number >= 0 and character < self._ends[number] else None
