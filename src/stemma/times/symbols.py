"""A text as one character for each token, so that patterns over classes of words are regular
expressions over a short string.

Every set of classes that a token may have has a character of its own; a class stands for all characters
whose set has it. So `May` may be a month or a name, `12` a day, an hour or a number, until a pattern
decides.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from stemma.text.tokens import Token, tokenize
from stemma.times.words import CAPITAL, LEXICON, Value

_MARKS = {
    ",": "COMMA", "-": "DASH", ":": "COLON", "/": "SLASH", ".": "DOT", "'": "APOS", "(": "OPEN",
    ")": "CLOSED", "+": "PLUS", "$": "MONEY", "€": "MONEY", "£": "MONEY", "%": "PERCENT", "#": "MONEY",
    ";": "STOP", "?": "STOP", "!": "STOP", '"': "STOP",
}  # fmt: skip
_YEAR = re.compile(r"1\d{3}|20\d\d")
_SHAPES: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th)"), "NTH"),
    (re.compile(r"(1\d|20)(\d0)s"), "DECADE"),
    (re.compile(r"([2-5]0)s"), "SHORT_DECADE"),
    (re.compile(r"([6-9]0)s"), "SIXTIES"),
    (re.compile(r"(\d{1,2})([ap]m)"), "HOUR_AMPM"),
    (re.compile(r"(\d\d)t(\d\d)"), "ISO_DAY"),
    (re.compile(r"([0-5]\d)z"), "MINUTE_Z"),
    (re.compile(r"q([1-4])"), "Q"),
    (re.compile(r"h([12])"), "H"),
    (re.compile(r"fy((?:20)?\d\d)"), "FY"),
]
# Shapes that stand in two classes: `9pm`, and `30pm` behind `9:`; `2nd`, an ordinal in figures; `60s`, which
# is seldom anything but a decade.
_TWO_CLASSES = {
    "HOUR_AMPM": frozenset({"HOUR_AMPM", "MINUTE_AMPM"}),
    "NTH": frozenset({"NTH", "ORD"}),
    "SIXTIES": frozenset({"SIXTIES", "SHORT_DECADE"}),
}
_SHORT_DASHES = "-‐‑"
_HYPHEN = frozenset({"DASH", "HYPHEN"})  # one that joins two words
_GROUND = 0xE000  # the first of Unicode's characters for private use


class Symbol(NamedTuple):
    """A token of the text: as shown, its place, its classes, and what it is worth."""

    text: str
    start: int
    end: int
    classes: frozenset[str]
    value: Value


def symbols_of(text: str) -> list[Symbol]:
    """The tokens of a text as symbols, in order."""
    return [_symbol(token, text) for token in tokenize(text)]


def _symbol(token: Token, text: str) -> Symbol:
    if token.kind == "mark":
        return Symbol(token.t, token.start, token.end, _mark(token, text), "")
    shown = token.t if token.t.isascii() else token.n or token.t  # digits of full width
    return Symbol(token.t, token.start, token.end, *_read(shown, token.n.lower()))


def _mark(token: Token, text: str) -> frozenset[str]:
    if token.t in _SHORT_DASHES and not _blank_beside(text, token.start, token.end):
        return _HYPHEN
    return _MARK_CLASSES.get(token.n, _NOTHING)


def _blank_beside(text: str, start: int, end: int) -> bool:
    return (
        start == 0 or text[start - 1].isspace() or text[end : end + 1].isspace() or end == len(text)
    )


def _read(shown: str, compared: str) -> tuple[frozenset[str], Value]:
    if not shown[0].isdigit():
        known = LEXICON.get(compared)
        if known and compared not in CAPITAL:
            return known
    elif shown.isdigit() and shown.isascii():
        return number_classes(shown), shown
    return _other(shown, compared)


def _other(shown: str, compared: str) -> tuple[frozenset[str], Value]:
    capital = shown[0].isupper()
    if compared in LEXICON and capital:
        return LEXICON[compared]
    for form, name in _SHAPES:
        if match := form.fullmatch(compared):
            return _shaped(name), " ".join(match.groups())
    if re.fullmatch(r"\d+\.\d+", shown, re.ASCII):
        return _DECIMAL, shown
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", shown, re.ASCII):
        return frozenset({"DOTTED"}), shown
    if re.fullmatch(r"\d+(?:,\d{3})+", shown, re.ASCII):
        return _GROUPED, shown.replace(",", "")
    return _NAME if capital else _NOTHING, ""


@cache
def number_classes(digits: str) -> frozenset[str]:
    """The classes of a whole number, by its digits."""
    number, found = int(digits[:6]), {"NUM"}
    if len(digits) <= 2:
        small = {"DAY": 1 <= number <= 31, "MM": 1 <= number <= 12, "HOUR": number <= 24}
        found |= {name for name, fits in small.items() if fits}
        if len(digits) == 2:
            found |= {"TWO"} | ({"MINUTE"} if number < 60 else set())
    elif len(digits) == 4:
        found |= {"YEAR"} if _YEAR.fullmatch(digits) else set()
        found |= {"MODERN"} if 1900 <= number < 2100 else set()
        found |= {"FOUR"} if number < 2400 and number % 100 < 60 else set()
    return frozenset(found)


def _shaped(name: str) -> frozenset[str]:
    return _TWO_CLASSES.get(name) or frozenset({name})


_NOTHING: frozenset[str] = frozenset()
_NAME = frozenset({"NAME"})
_DECIMAL = frozenset({"NUM", "DECIMAL"})
_GROUPED = frozenset({"NUM"})
_MARK_CLASSES = {mark: frozenset({name}) for mark, name in _MARKS.items()}


def _sets() -> list[frozenset[str]]:
    """Every set of classes that a token may have."""
    numbers = [f"{n}" for n in range(100)] + [f"{n:02}" for n in range(100)]
    numbers += [f"{n:04}" for n in range(10000)] + ["100"]
    found: set[frozenset[str]] = {
        _NOTHING,
        _NAME,
        _DECIMAL,
        _GROUPED,
        _HYPHEN,
        frozenset({"DOTTED"}),
    }
    found |= {number_classes(digits) for digits in numbers}
    found |= {_shaped(name) for _, name in _SHAPES}
    found |= {classes for classes, _ in LEXICON.values()}
    found |= set(_MARK_CLASSES.values())
    return sorted(found, key=sorted)


_CHARACTER = {classes: chr(_GROUND + n) for n, classes in enumerate(_sets())}
CLASSES = frozenset().union(*_CHARACTER)


def line_of(symbols: Iterable[Symbol]) -> str:
    """The symbols as one string, a character for each."""
    return "".join([_CHARACTER[symbol.classes] for symbol in symbols])


def pattern(written: str) -> re.Pattern[str]:
    """A pattern over classes as a regular expression over lines: `THE? (?P<n>NUM) (?:UNIT|UNITS)`, classes
    in capitals, blanks for nothing. Raises KeyError for a class that no word has."""
    return re.compile(re.sub(r"\b(?!P<)[A-Z][A-Z_]*\b", _expanded, written), re.VERBOSE)


def _expanded(match: re.Match[str]) -> str:
    name = match.group()
    if name not in CLASSES:
        raise KeyError(name)
    return f"[{''.join(c for classes, c in _CHARACTER.items() if name in classes)}]"
