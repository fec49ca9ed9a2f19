"""Numerals -> phrases: a number with its qualifier, its unit, and what it is a rate of."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.figures.lexicon import PRICED, SIGNS, UNITS, Unit
from stemma.figures.numerals import Numeral, whole, word, words
from stemma.figures.qualifiers import bounds, qualifier
from stemma.figures.ranges import joined
from stemma.text.tokens import Token

_SKIPPED = frozenset(
    "- more full long straight consecutive extra further whole different separate".split()
)
_LETTERS = {"m": 10**6, "b": 10**9}
# What is counted by the million, so that `3m people` are no metres.
_MILLIONS = frozenset(
    "people voters refugees jobs barrels children tonnes users homes households visitors pilgrims "
    "residents workers customers passengers viewers doses".split()
)


class Phrase(NamedTuple):
    """A number with what belongs to it. Pieces `begin` to before `end` are shown; `first` to before `last`
    are the number alone, to before `unit_end` with its unit."""

    begin: int
    end: int
    first: int
    last: int
    unit_end: int
    low: float | None
    high: float | None
    qualifier: str
    unit: Unit | None
    per: str | None
    form: str
    reason: str


def phrases(found: Sequence[Token], numbers: Sequence[Numeral]) -> list[Phrase]:
    """Each numeral, or two that make a range or a ratio, with its qualifier, unit and rate."""
    made: list[Phrase] = []
    at = 0
    while at < len(numbers):
        both = joined(found, numbers, at)
        made.append(_phrase(found, both or numbers[at]))
        at += 2 if both else 1
    return [_shared(found, made, n) for n in range(len(made))]


def _phrase(found: Sequence[Token], one: Numeral) -> Phrase:
    unit, scale, last = _unit(found, one)
    sign, first = _sign(found, one)
    low, high = (None if v is None else whole(v * scale) for v in (one.low, one.high))
    if unit and unit.name in ("C", "F", "degree") and word(found, first - 1) in ("minus", "-"):
        low, high, first = -(high or 0), -(low or 0), first - 1
    if sign:
        unit = Unit("money", sign)
    elif unit is None:
        unit = _unit_before(found, one)
    name, begin, end = qualifier(found, first, one.last, unit)
    low, high, told = bounds(low, high, name, one.form)
    end = max(end, one.last + (scale > 1))
    return Phrase(
        begin, end, one.first, one.last, last, low, high, told, unit, _per(found, last),
        one.form, _reason(one.form, name),
    )  # fmt: skip


def _reason(form: str, name: str | None) -> str:
    said = {
        "vague": "a vague word, at its least",
        "range": "two numbers that make a range",
        "ratio": "a part of a number",
        "fraction": "a part of a whole",
        "zero": "a word for none",
        "article": "an article before a unit of time",
    }
    return said.get(form, "a number") + (f" behind or before a word for '{name}'" if name else "")


def _shared(found: Sequence[Token], made: Sequence[Phrase], n: int) -> Phrase:
    """In `from 3 to 5 per cent` and `from 10 years to six` both numbers have the unit that one has."""
    one, before = made[n], made[n - 1] if n else None
    after = made[n + 1] if n + 1 < len(made) else None
    if one.unit:
        return one
    if after and after.unit and after.first == one.last + 1 and _paired(found, one):
        return one._replace(unit=after.unit)
    if before and before.unit and one.first == before.unit_end + 1 and _paired(found, before):
        bare = one.last >= len(found) or found[one.last].kind == "mark"
        return one._replace(unit=before.unit) if bare else one
    return one


def _paired(found: Sequence[Token], first: Phrase) -> bool:
    """Whether `from` stands before the first of two numbers and `to` between them, or `or` does."""
    link = word(found, first.unit_end) if first.unit else word(found, first.last)
    leads = (word(found, first.begin - 1), word(found, first.first - 2))
    return link == "or" or (link == "to" and "from" in leads)


# -- units ----------------------------------------------------------------------------------------


def _sign(found: Sequence[Token], one: Numeral) -> tuple[str | None, int]:
    """The currency of the sign before a number, and the first piece of both."""
    at = one.first
    within = [token.n for token in found[one.first : one.last] if token.n in SIGNS]
    if within:
        return SIGNS[within[0]], at
    before = word(found, at - 1)
    if before not in SIGNS:
        return None, at
    letters = word(found, at - 2) + before
    glued = at >= 2 and found[at - 2].end == found[at - 1].start
    return (SIGNS[letters], at - 2) if glued and letters in SIGNS else (SIGNS[before], at - 1)


def _unit_before(found: Sequence[Token], one: Numeral) -> Unit | None:
    """Of a fraction the whole; of a quake's strength its word, which may stand before."""
    if one.form in ("fraction", "ratio"):
        return Unit("share", "fraction")
    before = words(found, max(0, one.first - 4), min(4, one.first))
    behind = words(found, one.last, 2)
    strong = "magnitude" in (*before, *behind) or "richter" in words(found, one.last, 4)
    small = one.form == "number" and (one.high or 0) < 10
    return Unit("measure", "magnitude") if strong and small else None


def _unit(found: Sequence[Token], one: Numeral) -> tuple[Unit | None, float, int]:
    """The unit behind a number, what a short `m` multiplies it by, and where both end."""
    if one.form == "article":
        return UNITS[words(found, one.first + 1, 1)], 1, max(one.last, one.first + 2)
    at, scale = one.last, 1.0
    short = word(found, at)
    glued = at < len(found) and found[at].start == found[at - 1].end
    if short in _LETTERS and glued and _is_million(found, one, at):
        at, scale = at + 1, _LETTERS[short]
    begin = at
    while word(found, at) in _SKIPPED or _links(found, one, at):
        at += 1
    for length in (3, 2, 1):
        unit = UNITS.get(words(found, at, length))
        if unit and _fits(found, one, unit, at):
            return unit, scale, min(at + length, len(found))
    if word(found, at) in ("point", "points") and _POLLS & {token.n for token in found}:
        return UNITS[("percentage", "point")], scale, at + 1
    return None, scale, begin


_POLLS = frozenset(
    "percent cent percentage % poll polls margin survey lead rating approval".split()
)


def _links(found: Sequence[Token], one: Numeral, at: int) -> bool:
    """`hundreds of kilometres`; but not the `of` of `a third of a day`."""
    return one.form == "vague" and word(found, at) == "of" and at == one.last


def _fits(found: Sequence[Token], one: Numeral, unit: Unit, at: int) -> bool:
    """An abbreviation is a unit only behind digits, a letter only right behind them."""
    shown, before = found[at].n, found[at - 1]
    if unit.name == "second":
        return shown != "second" or before.n == "-"
    if len(shown) == 1 and shown.isalpha():
        return before.kind == "number" and (before.end == found[at].start or shown == "m")
    return len(shown) > 3 or before.kind != "word" or (shown,) not in UNITS or shown in _SHORT_WORDS


_SHORT_WORDS = ("day", "ton", "yen", "per")


def _is_million(found: Sequence[Token], one: Numeral, at: int) -> bool:
    if any(token.n in SIGNS for token in found[max(0, one.first - 1) : one.last]):
        return True
    behind = UNITS.get(words(found, at + 1, 1))
    return bool(behind and behind.kind == "money") or word(found, at + 1) in _MILLIONS


def _per(found: Sequence[Token], at: int) -> str | None:
    """`an hour`, `per person`, `$12-an-hour`, `each`: of a rate, what it is for."""
    shown, behind = word(found, at), word(found, at + 1)
    if shown == "-" and behind in ("a", "an", "per") and word(found, at + 2) == "-":
        return word(found, at + 3)
    unit = UNITS.get((behind,))
    timed = unit is not None and unit.kind in ("duration", "measure")
    if shown in ("each", "apiece"):
        return behind if timed else "each"
    if word(found, at + 2) in ("earlier", "later", "ago", "before", "after") and timed:
        return None
    if not behind.isalpha() or shown not in ("a", "an", "per", "every"):
        return None
    priced = word(found, at - 1) in PRICED or found[at - 1].kind == "number"
    return behind if shown in ("per", "every") or timed or priced else None
