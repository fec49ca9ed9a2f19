"""Numbers that count nothing and are known by their form: times, days, years, names with a number."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stemma.figures.lexicon import NAMED, NAMING, PLAYING, SMALL, VOTING
from stemma.text.calendar import MONTHS, SHORT_MONTHS
from stemma.text.numbers import ONES, ORDINALS, TENS
from stemma.text.tokens import Token


class Fixed(NamedTuple):
    """Characters `start` to before `end`, and what they are. `low`, `high`: None where it has no value."""

    start: int
    end: int
    kind: str
    low: float | None
    high: float | None
    reason: str


_MONTH = "|".join(word.capitalize() for word in (*MONTHS, *SHORT_MONTHS))
_HOURS = "|".join(list(ONES)[:12])
# `twenty-first`; what has no ten before it may be a part of a whole, too.
_RANKS = {
    f"{ten}-{word}": TENS[ten] + value for ten in TENS for word, value in list(ORDINALS.items())[:9]
}
_WORDS = SMALL | _RANKS
_DAY = r"[0-3]?\d"
_TAIL = r"(?:st|nd|rd|th)?"
# In the order in which they are tried; the group is the number, the whole is not read again.
_FORMS: list[tuple[str, str, re.Pattern[str]]] = [
    (kind, reason, re.compile(pattern))
    for kind, reason, pattern in (
        ("other", "a phrase for always", r"(?<![\w/])(24/7)(?![\w/])"),
        ("identifier", "a telephone number",
         r"(?<!\w)(\+?\d{2,5}(?:[ -]\d{3,4}){2,3}|0\d{2,4}[ -]\d{3,7})(?![\w,])"),
        ("time", "a time of day", r"\b(\d{1,2}: ?\d{2})(?::\d\d)?\b(?:\s?[ap]\.?m\b\.?)?"),
        ("time", "a time of day", r"\b(\d{1,2}(?:\.\d\d)?)\s?[ap]\.?m\b\.?"),
        ("time", "a time of day", r"\b(\d{4})\s?(?:GMT|UTC|BST|CET|EST|hours local)\b"),
        ("time", "a time of day", rf"\b(\d{{1,2}}|(?i:{_HOURS}))\s?o['’]clock\b"),
        ("time", "a day of a month", rf"\b({_DAY}){_TAIL}(?:\s+of)?\s+(?:{_MONTH})\b\.?"),
        ("time", "a day of a month", rf"\b(?:{_MONTH})\b\.?\s*(?:the\s+)?({_DAY}){_TAIL}\b(?![:,.]?\d)"),
        ("time", "a date", r"(?<![\w/])(\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?![\w/])"),
        ("time", "a date", r"\b(\d{4}-\d\d-\d\d)\b"),
        ("year", "a decade", r"\b((?:1\d|20)\d0)['’]?s\b"),
        ("age", "a decade of life", r"\b(?:his|her|their|my|your)\s(?:early|mid|late)?[ -]?(\d0)s\b"),
        ("other", "a decade of numbers", r"\b(\d0)s\b"),
        ("year", "years with a dash or stroke", r"\b((?:1[5-9]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d\d))\b(?!,\d)"),
        ("identifier", "a word with a number in it", r"\b(\d+(?:ers|x\d+))\b"),
        ("identifier", "an address",
         r"\b(\d{1,5})\s(?:[A-Z]\w+\s){1,3}(?:Street|Road|Avenue|Lane|Square|Drive|Way)\b"),
        ("identifier", "a name with a number in it",
         r"(?<![\w$€£])([A-Z][A-Za-z]*[-–]?\d+(?:[.-]\d+)*[A-Za-z]{0,2})(?![\w,])"),
        ("identifier", "a number behind what it names", rf"\b(?:{NAMED})s?\s(\d+(?:[./]\d+)*)\b(?!,\d)"),
        ("identifier", "a number behind what it names", rf"\b(?:{NAMING})\s(\d+)\b(?!,\d|\.\d)"),
        ("identifier", "a number behind `No.`", r"\b(?:No|Nos|no|nos)\.\s?(\d+)\b"),
        ("identifier", "a number behind a mark for numbers", r"[#№]\s?(\d+)\b"),
        ("other", "the number of an item in a list", r"^\s*[(]?(\d{1,2})[.)](?=\s+[A-Z])"),
        ("ordinal", "a rank", r"\b(\d+)(?:st|nd|rd|th)\b"),
        ("ordinal", "a rank", rf"\b((?i:{'|'.join(_RANKS)}))\b"),
    )
]  # fmt: skip
_PAIR = re.compile(r"(?<![\w.,$€£])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\w%]|[.,]\d|-)")
_YEAR = re.compile(r"(?<![\w.,$€£/])((?:1[1-9]|20)\d\d)(?![\w%]|[,.]\d|-\w)")
_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b", re.I)
_VOTES = frozenset(VOTING.split())
_PLAYS = frozenset(PLAYING.split())


Match = tuple[str, str, re.Match[str]]  # what it is, and why


def matches(text: str) -> list[Match]:
    """All that has a form, the words beside its number included."""
    return [(k, why, match) for k, why, pattern in _FORMS for match in pattern.finditer(text)]


def fixed(found: Iterable[Match]) -> list[Fixed]:
    """What is known by its form alone, in order, without overlap."""
    taken: list[tuple[int, int]] = []
    made: list[Fixed] = []
    for kind, reason, match in found:
        span = match.span()
        if not any(a < span[1] and span[0] < b for a, b in taken):
            taken.append(span)
            made.append(Fixed(*match.span(1), kind, *_values(kind, match[1]), reason))
    return sorted(made)


def _values(kind: str, shown: str) -> tuple[float | None, float | None]:
    if kind == "year" and not shown.isdigit():
        first, last = re.split(r"\s?[-–/]\s?", shown)
        return int(first), int(first[: 4 - len(last)] + last)
    value = int(shown) if shown.isdigit() else _WORDS.get(shown.casefold())
    return (value, value) if kind in ("time", "ordinal", "year") else (None, None)


def ordinals(text: str) -> Iterator[Fixed]:
    """Ranks in words; fractions (`a third of`) have been read before."""
    for match in _ORDINAL.finditer(text):
        if text[: match.start()].casefold().endswith("at ") and match[1].casefold() == "first":
            continue
        value = ORDINALS[match[1].casefold()]
        yield Fixed(*match.span(), "ordinal", value, value, "a rank")


# -- pairs ----------------------------------------------------------------------------------------


def pairs(text: str, found: list[Token]) -> Iterator[tuple[str, re.Match[str]]]:
    """`3-1`, `212-87`, `20-25`: whether a score, a vote or a range, by the words of the sentence."""
    words = {token.n for token in found}
    for match in _PAIR.finditer(text):
        first, last = int(match[1]), int(match[2])
        behind = next((token for token in found if token.start >= match.end()), None)
        if first < last and behind and behind.kind == "word":
            continue
        if words & _VOTES and not words & {"match", "game", "goal", "goals", "final"}:
            yield "vote", match
        elif words & _PLAYS or first >= last:
            yield "score", match


def years(text: str) -> Iterator[re.Match[str]]:
    """Four digits that may be a year."""
    return _YEAR.finditer(text)


def ballot(words: set[str]) -> bool:
    """Whether a sentence with these words tells of a vote."""
    return bool(words & _VOTES)
