"""Numerals -> phrases: ranges, qualifiers before and behind, units and rates."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.figures.lexicon import BEFORE, BEHIND, FILLERS, MOVING, SIGNS, UNITS, Unit
from stemma.figures.numerals import Numeral, whole
from stemma.text.tokens import Token

_MONEY_MEASURES = {"m": 10**6, "b": 10**9}
_LONGEST_QUALIFIER = max(map(len, BEFORE))


class Phrase(NamedTuple):
    """A number with what belongs to it. Pieces `begin` to before `end` are shown; from `first` to before
    `last` they are the number alone, to before `whole_last` with its unit."""

    begin: int
    end: int
    first: int
    last: int
    whole_last: int
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
        joined = _joined(found, numbers, at)
        made.append(_phrase(found, joined or numbers[at]))
        at += 2 if joined else 1
    return [_shared(made, n) for n in range(len(made))]


# -- two numerals ---------------------------------------------------------------------------------


def _joined(found: Sequence[Token], numbers: Sequence[Numeral], at: int) -> Numeral | None:
    if at + 1 >= len(numbers):
        return None
    a, b = numbers[at], numbers[at + 1]
    if a.low is None or b.low is None or b.form not in ("number", "fraction"):
        return None
    between = _between(found, a, b)
    if _is_ratio(found, between, a, b):
        value = round(a.low / b.low, 4)
        return Numeral(a.first, b.last, value, value, "ratio")
    low = a.low * b.scale if a.scale == 1 and a.low < b.low / b.scale else a.low
    if not low < b.low or a.form != "number" or not _is_range(found, between, a, b):
        return None
    before = a.first - (2 if _word(found, a.first - 1) in SIGNS else 1)
    first = before if _word(found, before) in ("between", "from") else a.first
    return Numeral(first, b.last, whole(low), b.high, "range", b.scale)


def _between(found: Sequence[Token], a: Numeral, b: Numeral) -> str:
    """What stands between two numerals, less units and signs of money."""
    words = [t.n for t in found[a.last : b.first]]
    kept = [w for w in words if w not in SIGNS and (w,) not in UNITS and w not in ("per", "m")]
    return " ".join(kept)


def _word(found: Sequence[Token], at: int) -> str:
    return found[at].n if 0 <= at < len(found) else ""


def _is_ratio(found: Sequence[Token], between: str, a: Numeral, b: Numeral) -> bool:
    if a.form != "number" or b.form != "number" or not a.low or not b.low or a.low >= b.low:
        return False
    if b.last - b.first > 1 or a.last - a.first > 1 or a.last + 3 < b.first:
        return False
    adjacent = [t.n for t in found[a.last : b.first]]
    if adjacent in (["out", "of"], ["out", "of", "every"], ["in", "every"]):
        return True
    return adjacent == ["in"] and (b.low <= 10 or b.low in (12, 20, 100, 1000))


def _is_range(found: Sequence[Token], between: str, a: Numeral, b: Numeral) -> bool:
    before = _word(found, a.first - 1)
    before = _word(found, a.first - 2) if before in SIGNS else before
    if between == "and":
        return before == "between"
    if between == "to" and before == "from":
        return not any(t.n in MOVING or _stem(t.n) in MOVING for t in found)
    if between in ("or", "or perhaps", "or even", ", perhaps", "perhaps", ", maybe"):
        return b.low is not None and b.low < 100
    return between in ("-", "to")


def _stem(word: str) -> str:
    forms = {"rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow",
             "went": "go", "gone": "go", "came": "come", "sank": "sink", "sunk": "sink"}  # fmt: skip
    if word in forms:
        return forms[word]
    for ending, put in (
        ("ed", ""),
        ("d", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ped", ""),
        ("es", ""),
    ):
        if word.endswith(ending) and word[: -len(ending)] + put in MOVING:
            return word[: -len(ending)] + put
    return word


# -- one phrase -----------------------------------------------------------------------------------


def _phrase(found: Sequence[Token], one: Numeral) -> Phrase:
    unit, scale, last = _unit(found, one)
    sign, first = _sign(found, one)
    low, high = (None if v is None else whole(v * scale) for v in (one.low, one.high))
    if unit and unit.name in ("C", "degree", "F") and _word(found, first - 1) in ("minus", "-"):
        low, high, first = -(high or 0), -(low or 0), first - 1
    form = one.form
    if form == "part of one":
        form = "number"
    name, begin, end = _qualifier(found, first, one.last, unit)
    low, high, qualifier = _bounds(low, high, name, form)
    if sign:
        unit = Unit("money", sign)
    elif form in ("fraction", "ratio") and unit is None:
        unit = Unit("share", "fraction")
    per = _per(found, last)
    return Phrase(begin, max(end, one.last), one.first, one.last, last, low, high, qualifier, unit, per,
                  form, _reason(form, name, unit))  # fmt: skip


def _reason(form: str, name: str | None, unit: Unit | None) -> str:
    said = {"vague": "a vague word", "range": "two numbers that make a range",
            "ratio": "a part of a number", "fraction": "a part of a whole",
            "zero": "a word for none", "article": "an article before a unit of time"}  # fmt: skip
    parts = [said.get(form, "a number")]
    if name:
        parts.append(f"with a word for '{name}'")
    if unit:
        parts.append(f"of the unit '{unit.name}'")
    return " ".join(parts)


def _sign(found: Sequence[Token], one: Numeral) -> tuple[str | None, int]:
    """The currency of the sign before a number, and the first piece of both."""
    at = one.first
    within = [t.n for t in found[one.first : one.last] if t.n in SIGNS]
    if within:
        return SIGNS[within[0]], at
    before = _word(found, at - 1)
    if before not in SIGNS:
        return None, at
    letters = _word(found, at - 2) + before
    glued = at >= 2 and found[at - 2].end == found[at - 1].start
    return (SIGNS[letters], at - 2) if glued and letters in SIGNS else (SIGNS[before], at - 1)


def _unit(found: Sequence[Token], one: Numeral) -> tuple[Unit | None, float, int]:
    """The unit behind a number, what a short `m` multiplies it by, and where both end."""
    if one.form == "article":
        return UNITS[_words(found, one.first + 1, 1)], 1, max(one.last, one.first + 2)
    at, scale = one.last, 1.0
    short = _word(found, at)
    glued = at < len(found) and found[at].start == found[at - 1].end
    if short in _MONEY_MEASURES and glued and _is_million(found, one, at):
        at, scale = at + 1, _MONEY_MEASURES[short]
    while _word(found, at) in ("-", "more", "full", "long", "straight", "consecutive", "extra", "further",
                               "whole", "different", "separate", "of", "a", "an"):  # fmt: skip
        if _word(found, at) in ("of", "a", "an") and not (
            one.form in ("vague", "fraction", "part of one")
        ):
            break
        if _word(found, at) == "of" and one.form == "fraction":
            break
        at += 1
    for length in (3, 2, 1):
        unit = UNITS.get(_words(found, at, length))
        if unit and _fits(found, one, unit, at, glued):
            return unit, scale, at + length
    return None, scale, at if scale > 1 else one.last


def _words(found: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(token.n for token in found[at : at + count])


def _fits(found: Sequence[Token], one: Numeral, unit: Unit, at: int, glued: bool) -> bool:
    """A single letter or abbreviation is a unit only right behind digits."""
    shown = found[at].n
    if shown in ("m", "c", "f", "min", "pc", "ft", "mm", "cm"):
        return found[at - 1].kind == "number" and (glued or shown in ("m", "ft", "min", "mm", "cm"))
    return not (unit.name == "second" and one.high == 1 and shown == "second")


def _is_million(found: Sequence[Token], one: Numeral, at: int) -> bool:
    if any(t.n in SIGNS for t in found[max(0, one.first - 1) : one.last]):
        return True
    behind = UNITS.get(_words(found, at + 1, 1))
    return bool(behind and behind.kind == "money") or _word(found, at + 1) in (
        "people", "voters", "refugees", "jobs", "barrels", "children", "tonnes", "users", "homes", "households",
    )  # fmt: skip


def _per(found: Sequence[Token], at: int) -> str | None:
    """`an hour`, `per person`, `each`: of a rate, what it is for."""
    word, behind = _word(found, at), _word(found, at + 1)
    if word in ("each", "apiece"):
        return "each"
    if (
        word in ("a", "an", "per", "every")
        and behind.isalpha()
        and (word,) != ("per",)
        or word == "per"
    ):
        whole_unit = UNITS.get((behind,))
        if (
            word == "per"
            or (whole_unit and whole_unit.kind in ("duration", "measure"))
            or word == "every"
        ):
            return behind
        return behind if _word(found, at - 1) in _PRICED else None
    return None


_PRICED = frozenset(
    "dollars euros pounds cents pence yen rupees crowns roubles rubles francs".split()
)


# -- qualifiers -----------------------------------------------------------------------------------


def _qualifier(
    found: Sequence[Token], first: int, last: int, unit: Unit | None
) -> tuple[str | None, int, int]:
    """The qualifier's name, and the first piece and the end of what is shown."""
    for phrase, name in BEHIND.items():
        if _words(found, last, len(phrase)) == phrase:
            return name, first, last + len(phrase)
    at = first
    while _word(found, at - 1) in FILLERS and at > 0:
        at -= 1
    for length in range(_LONGEST_QUALIFIER, 0, -1):
        name_at = BEFORE.get(_words(found, at - length, length)) if at >= length else None
        if name_at and _holds(found, at - length, length, unit):
            return _stretched(found, at - length, name_at, last)
    return None, _with_all(found, at, first), last


def _stretched(
    found: Sequence[Token], begin: int, name: str, last: int
) -> tuple[str | None, int, int]:
    """`just over`, `well over` belong to it; `about` before `half` is one."""
    while _word(found, begin - 1) in ("just", "well", "only", "far") and begin > 0:
        begin -= 1
    return name, begin, last


def _with_all(found: Sequence[Token], at: int, first: int) -> int:
    return at if at < first and found[at].n == "all" else first


def _holds(found: Sequence[Token], at: int, length: int, unit: Unit | None) -> bool:
    """Whether words that may be a preposition are a qualifier here."""
    word, before = found[at].n, _word(found, at - 1)
    if length > 1 or word not in ("over", "within", "under", "around", "about", "near", "beyond", "below", "above"):  # fmt: skip
        return True
    if word == "over" and unit and unit.kind == "duration":
        return before in ("for", "of", "just", "well", "lasted", "took", "after", "spent", "little")
    if word == "within":
        return unit is not None
    return not (
        word == "about" and before in ("talked", "spoke", "asked", "told", "tell", "worried")
    )


def _bounds(
    low: float | None, high: float | None, name: str | None, form: str
) -> tuple[float | None, float | None, str]:
    """Low, high and the name of the qualifier; an end that is not stated is open."""
    if form == "range" and name in (None, "about"):
        return low, high, "range"
    if form == "vague" and name in (None, "about"):
        return low, None, "vague"
    if name in ("at least", "more than"):
        return low, None, name
    if name in ("at most", "less than", "almost"):
        return None, high, name
    return low, high, name or "exact"


def _shared(made: Sequence[Phrase], n: int) -> Phrase:
    """In `from 3 to 5 per cent` the unit of the second number is that of the first too."""
    one, after = made[n], made[n + 1] if n + 1 < len(made) else None
    if after is None or one.unit or not after.unit or after.first != one.last + 1:
        return one
    return one._replace(unit=after.unit)
