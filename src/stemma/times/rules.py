"""How rules of the grammar are written: a pattern over classes of words, and what a match says."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from stemma.times.phrases import Phrase, What
from stemma.times.symbols import Symbol, pattern

# A number: in digits, or in words that may be joined (`twenty-five`, `one hundred and ten`).
NUMBER = "(?:NUM|NW(?:DASH?NW|(?<=HUNDRED)AND NW)*)"
_HALF = "(?P<half>DASH?AND DASH?A DASH?HALF)"
AMOUNT = f"(?:(?P<n>{NUMBER}){_HALF}?)"
# What makes an amount more or less.
# `Over` is less often more than during.
MORE = (
    "(?P<more>JUST?(?:NO? MORE THAN|NO? LESS THAN|AT LEAST|UP TO|MOD)"
    "|(?:(?<=FOR|AFTER|TAKES|IN|OF|JUST)|JUST)OVER)"
)
_MORE_WORDS = {
    "more than": "MORE_THAN", "no more than": "EQUAL_OR_LESS", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE",
    "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS",
}  # fmt: skip


class Found:
    """A match of a rule, with the symbols of the text."""

    def __init__(self, match: re.Match[str], symbols: Sequence[Symbol]) -> None:
        self._match = match
        self.symbols = symbols
        self.first, self.last = match.span()

    def __contains__(self, group: str) -> bool:
        return bool(self._match.groupdict().get(group))

    def part(self, group: str) -> Sequence[Symbol]:
        """The symbols of a group; none if it did not take part."""
        start, end = self._match.span(group) if group in self else (0, 0)
        return self.symbols[start:end]

    def word(self, group: str) -> str:
        """The words of a group, in small letters."""
        return " ".join(symbol.text.lower() for symbol in self.part(group))

    def value(self, group: str) -> str:
        """The value of the first symbol in a group that has one, as text."""
        return next((str(symbol.value) for symbol in self.part(group) if symbol.value != ""), "")

    def number(self, group: str) -> float:
        """What the number words and digits of a group come to."""
        return number_of(self.part(group))

    def mod(self) -> str:
        """The MOD of what stands in the group `more`."""
        said = self.word("more").removeprefix("just ")
        return _MORE_WORDS.get(said) or self.value("more")

    def amount(self) -> float:
        """The number in `n`, and the half in `half`."""
        return self.number("n") + (0.5 if "half" in self else 0)

    def near(self, offset: int) -> Symbol | None:
        """The symbol so many before (-1) or behind (0) the match."""
        at = self.first + offset if offset < 0 else self.last + offset
        return self.symbols[at] if 0 <= at < len(self.symbols) else None

    def glued(self) -> bool:
        """Whether no blank stands within the match."""
        inside = self.symbols[self.first : self.last]
        return all(a.end == b.start for a, b in pairwise(inside))

    def phrase(self, type_: str, what: What, mod: str = "", clock: str = "") -> list[Phrase]:
        """A phrase over the whole match."""
        return [Phrase(self.first, self.last, type_, what, mod, clock)]

    def phrase_over(self, group: str, type_: str, what: What) -> Phrase:
        """A phrase over one group of the match."""
        return Phrase(*self._match.span(group), type_, what)


Reader = Callable[[Found], list[Phrase]]


class Rule(NamedTuple):
    """A pattern, and what reads its matches; that may find that a match is none."""

    pattern: re.Pattern[str]
    read: Reader


def rule(written: str, read: Reader) -> Rule:
    """A rule by its written pattern."""
    return Rule(pattern(written), read)


def number_of(symbols: Sequence[Symbol]) -> float:
    """The number that digits or number words say: `two hundred and ten` -> 210."""
    total = 0.0
    for symbol in symbols:
        if "NUM" in symbol.classes:
            total += float(symbol.value)
        elif "HUNDRED" in symbol.classes or symbol.value == 12.0:
            total = max(total, 1) * float(symbol.value)
        elif "NW" in symbol.classes:
            total += float(symbol.value)
    return total


def whole(value: str) -> int:
    """A whole number that is written as text, perhaps with a fraction of nought."""
    return int(float(value))
