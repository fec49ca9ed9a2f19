"""What a farm breaks in a sentence: cuts, lost speakers, questions, marks, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from benchmarks.farm.passage import Passage
from benchmarks.farm.wires import Figure

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_CUT = re.compile(
    r"\b(?:U\.S\.|U\.N\.|Mr\.|Ms\.|Dr\.|St\.|Gov\.|Col\.|No\.|Sept\.|Oct\.|Dec\.|[ap]\.m\.)(?=[ '])"
    rf"|\b(?:{_MONTHS}) \d{{1,2}}\b|\b(?:{_DAYS})(?=,)"
)
_LEAST_PART = 18
_LEADING_QUOTE = re.compile(r'"(?P<words>[^"]+?)[,.]?"[^"]{3,}(?:"[^"]+")?$')
_TRAILING_QUOTE = re.compile(r'[^"]+[:,.] "(?P<words>[^"]+?)\.?"\.?$')
_TWO_QUOTES = re.compile(r'"[^"]+"[^"]+ "(?P<words>[^"]+?)\.?"$')
_QUESTION = re.compile(r'"(?P<question>[^"?]+\? )(?=[^"]+")')
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def cut(passage: Passage, rng: Random) -> tuple[Passage, Passage] | None:
    """Cut at an abbreviation or a date, as a splitter does that knows neither."""
    places = [
        match.end()
        for match in _CUT.finditer(passage.text)
        if _LEAST_PART <= match.end() <= len(passage.text) - _LEAST_PART
    ]
    if not places:
        return None
    place = rng.choice(places)
    return _head(passage, place), _tail(passage, place)


def _head(passage: Passage, place: int) -> Passage:
    head = passage.fork("head")
    stop = "" if passage.text[place - 1] == "." else "."
    head.edit("cut", place, len(head.text), stop)
    return head


def _tail(passage: Passage, place: int) -> Passage:
    tail = passage.fork("tail")
    while tail.text[place] in " ,'":
        place += 1
    tail.edit("cut", 0, place, "")
    return tail


def orphan(passage: Passage, rng: Random) -> bool:
    """Drop the reporting clause and keep the quotation; False where it has none."""
    span = _bare_quote(passage.text, rng)
    if span is None:
        return False
    start, end = span
    stop = '"' if passage.text[end - 1] in "?!" else '".'
    passage.edit("orphan", end, len(passage.text), stop)
    if start > 1:
        passage.edit("orphan", 0, start - 1, "")
    return True


def unquote(passage: Passage, rng: Random) -> bool:
    """Leave the speaker's words without marks, in the page's own voice."""
    span = _bare_quote(passage.text, rng)
    if span is None:
        return False
    words = passage.text[slice(*span)]
    stop = "" if words[-1] in "?!" else "."
    passage.edit("unquote", 0, len(passage.text), words + stop)
    return True


def _bare_quote(text: str, rng: Random) -> tuple[int, int] | None:
    """The span of a whole quotation's words, without marks and the last stop."""
    patterns = [_TWO_QUOTES, _LEADING_QUOTE, _TRAILING_QUOTE]
    found = [match for pattern in patterns if (match := pattern.match(text))]
    return rng.choice(found).span("words") if found else None


def lose_question(passage: Passage, rng: Random) -> bool:
    """Drop a question that the speaker asked and answered; False where there is none."""
    match = _QUESTION.search(passage.text)
    if match is None:
        return False
    passage.edit("question_lost", *match.span("question"), "")
    return True


def change_figure(
    passage: Passage, own: Sequence[Figure], others: Sequence[Figure], rng: Random
) -> bool:
    """Update a figure to a later count, or else damage it; False where none is written."""
    for figure in own:
        written = _written(figure.low, passage.text)
        if written is None:
            continue
        later = _later_counts(figure, others)
        if later and rng.random() < 0.6:
            after, note = f"{rng.choice(later):,}", "updated"
        else:
            after, note = _damaged(written.group(), rng), "damaged"
        passage.edit("figure", *written.span(), after, note)
        return True
    return False


def _later_counts(figure: Figure, others: Sequence[Figure]) -> list[int]:
    """Later values for the same thing; half of a range is never updated on its own."""
    if figure.low != figure.high:
        return []
    later = [f for f in others if f.what == figure.what and f.as_of > figure.as_of]
    return [f.low for f in later if f.low == f.high != figure.low]


def _written(value: int, text: str) -> re.Match[str] | None:
    forms = [f"{value:,}", str(value)]
    if value < len(_WORDS):
        forms.append(_WORDS[value])
    either = "|".join(re.escape(form) for form in forms)
    return re.search(rf"(?<![\w.,-])(?:{either})(?![\w-]|[.,]\d)", text)


def _damaged(number: str, rng: Random) -> str:
    if number in _WORDS:
        return rng.choice([word for word in _WORDS[2:] if word != number])
    digits = number.replace(",", "")
    turned = digits[:-2] + digits[:-3:-1]
    choices = [turned, digits + "0", digits[:-1], str(int(digits) + 10)]
    fitting = [choice for choice in choices if choice.strip("0") and choice != digits]
    return f"{int(rng.choice(fitting)):,}"
