"""Datelines, agency tags and credits: the places where a passage names its reporter.

They are found by their form, not from a list of agencies, and anywhere in a text: a mosaic keeps
`PARIS (XYZ) -` in the middle of its body.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from stemma.text.normal import normalise

_MONTHS = (
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?"
    "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_DATE = rf"(?:\d{{1,2}} (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}})(?:,? \d{{4}})?"
_CAPITALS = r"[A-Z][A-Z.'-]+(?: (?:[A-Z][A-Z.'-]*|de|del|la|al)){0,5}"
_PROPER = r"[A-Z][\w.'-]+(?: (?:of|de|del|la|al|[A-Z][\w.'-]*)){0,4}"
_NAME = r"(?:[A-Z][\w&'-]*|[A-Z]{2,})(?:[ /](?:of|and|&|[A-Z][\w&'-]*)){0,5}"
# Labels in capitals that stand where a dateline may.
_SHOUTED = (
    "(?:BREAKING|UPDATED?|EXCLUSIVE|ANALYSIS|OPINION|WATCH|LIVE|NEWS|VIDEO|FACTBOX|CORRECTED)\\b"
)
_AFTER = r"\s*(?:--?|:)(?=\s|[A-Z\"'])\s*"
_SAID = "reports|reported|writes|wrote"

_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "agency",
        "place, agency in brackets, dash",
        re.compile(
            rf"(?:(?<![\w\"'])(?P<place>{_CAPITALS}(?:, {_PROPER})?)|^(?P<place2>{_PROPER}(?:, {_PROPER})?))"
            rf"(?:, (?P<date>{_DATE}))?,? \((?P<name>{_NAME}|[a-z]{{2,5}})\){_AFTER}"
        ),
    ),
    (
        "agency",
        "place, agency behind a stroke, dash",
        re.compile(
            rf"(?<![\w\"'])(?P<place>{_CAPITALS})(?:, (?P<date>{_DATE}))?\s?/(?P<name>{_NAME})/?{_AFTER}"
        ),
    ),
    (
        "agency",
        "place, date, agency between strokes",
        re.compile(
            rf"(?<![\w\"'])(?P<place>{_CAPITALS})(?:, (?P<date>{_DATE}))?\. /(?P<name>{_NAME})/\.\s*"
        ),
    ),
    (
        "agency",
        "agency in brackets at the head",
        re.compile(rf"^\((?P<name>{_NAME})\)(?:{_AFTER}|\s)"),
    ),
    (
        "dateline",
        "place in capitals and a dash at the head",
        re.compile(
            rf"^(?!{_SHOUTED})(?P<place>{_CAPITALS}(?:, {_PROPER})?)(?:, (?P<date>{_DATE}))?"
            rf"\s+--?\s+(?=[A-Z\"'])"
        ),
    ),
    (
        "dateline",
        "place, date and a dash or colon at the head",
        re.compile(rf"^(?P<place>{_PROPER}), (?P<date>{_DATE})(?:\s*--?|:)\s+(?=[A-Z\"'])"),
    ),
    (
        "credit",
        "credit line",
        re.compile(
            r"^(?:Source|Credit|Via|Story by|Reporting by|Report by)(?: by)?:?\s+"
            rf"(?:\d{{4}}\s+)?(?:The |the )?(?P<name>{_NAME})\.?$"
        ),
    ),
    (
        "credit",
        "copyright line",
        re.compile(
            rf"^(?:Copyright|\(c\)|©)\s+(?:\d{{4}}\s+)?(?P<name>{_NAME})[.,]?(?:\s+[\w ,]{{0,40}}\.?)?$"
        ),
    ),
    (
        "credit",
        "where it was first published",
        re.compile(
            r"^(?:This|The) (?:report|article|story) (?:was )?(?:first|originally) "
            rf"(?:published|printed|reported|appeared) (?:by|in|on) (?:the )?(?P<name>{_NAME})\.?$"
        ),
    ),
    ("credit", "name alone behind a dash", re.compile(rf"^--?\s*(?:The )?(?P<name>{_NAME})\.?$")),
    ("credit", "name alone in brackets", re.compile(rf"^\((?:The )?(?P<name>{_NAME})\)\.?$")),
    (
        "credit",
        "in brackets at the end",
        re.compile(rf"(?<=[.?!\"'])\s*\((?P<name>{_NAME})\)\s*$"),
    ),
    (
        "credit",
        "at the end behind a dash",
        re.compile(rf"(?<=[.?!\"'])\s+--?\s?(?P<name>{_NAME})\s*$"),
    ),
    (
        "credit",
        "clause at the end",
        re.compile(
            rf",\s(?:the )?(?P<name>[A-Z]{{2,}}[\w-]*|{_PROPER})(?: news agency)? (?:{_SAID})\.?$"
        ),
    ),
)


_KEPT = 10_000  # sentences whose tags are remembered: the pages of a pile have many in common


class Tagged(NamedTuple):
    """A tag in a text: its span, `kind` (dateline, agency or credit), what it names, and `how`."""

    start: int
    end: int
    kind: str
    name: str | None
    place: str | None
    date: str | None
    how: str


def find_tags(sentence: str) -> list[Tagged]:
    """The tags of one sentence, in order, none overlapping another; earlier forms win."""
    return list(_found(sentence))


@lru_cache(maxsize=_KEPT)
def _found(sentence: str) -> tuple[Tagged, ...]:
    normal = normalise(sentence)
    found: list[Tagged] = []
    for kind, how, form in _FORMS:
        for match in form.finditer(normal.text):
            tag = _tagged(kind, how, match)
            if all(tag.end <= other.start or other.end <= tag.start for other in found):
                found.append(tag)
    return tuple(_placed(normal.span(tag.start, tag.end), tag) for tag in sorted(found))


def _tagged(kind: str, how: str, match: re.Match[str]) -> Tagged:
    parts = match.groupdict()
    place = parts.get("place") or parts.get("place2")
    return Tagged(
        match.start(), match.end(), kind, parts.get("name"), place, parts.get("date"), how
    )


def _placed(span: tuple[int, int], tag: Tagged) -> Tagged:
    return tag._replace(start=span[0], end=span[1])
