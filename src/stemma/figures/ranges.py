"""Two numerals that make one: ranges (`20 to 30`) and ratios (`one in five`)."""

from collections.abc import Sequence

from stemma.figures.lexicon import MOVED, MOVING, SIGNS, UNITS
from stemma.figures.numerals import Numeral, whole, word
from stemma.text.tokens import Token

_OF = (["out", "of"], ["out", "of", "every"], ["in", "every"])
_WHOLES = (12, 20, 25, 50, 100, 1000)  # beside those up to ten, of which `one in …` tells a part
_OR = ("or", "or perhaps", "or even", ", perhaps", "perhaps", ", maybe", ", possibly")


def joined(found: Sequence[Token], numbers: Sequence[Numeral], at: int) -> Numeral | None:
    """The numeral that two in a row make; None if they stand apart."""
    if at + 1 >= len(numbers):
        return None
    a, b = numbers[at], numbers[at + 1]
    if a.low is None or b.low is None or b.form not in ("number", "fraction"):
        return None
    if _is_ratio(found, a, b):
        value = round(a.low / b.low, 4)
        return Numeral(a.first, b.last, value, value, "ratio")
    return _range(found, a, b)


def _is_ratio(found: Sequence[Token], a: Numeral, b: Numeral) -> bool:
    if {a.form, b.form} != {"number"} or not a.low or not b.low or a.low >= b.low:
        return False
    between = [token.n for token in found[a.last : b.first]]
    small = b.low <= 10 or b.low in _WHOLES
    if a.low == 1 and len(between) == 2 and between[1] == "in":
        return small and b.low > 2 and word(found, b.last) in ("", ".", ",", ";")
    return between in _OF or (between == ["in"] and small)


def _range(found: Sequence[Token], a: Numeral, b: Numeral) -> Numeral | None:
    low, high = a.low or 0, b.low or 0
    # In `5 to 6 million` the first number lacks what the second has.
    low = low * b.scale if a.scale == 1 and low < high / b.scale else low
    if low >= high or a.form != "number" or not _is_range(found, a, b):
        return None
    before = a.first - (2 if word(found, a.first - 1) in SIGNS else 1)
    first = before if word(found, before) in ("between", "from") else a.first
    return Numeral(first, b.last, whole(low), b.high, "range", b.scale)


def _is_range(found: Sequence[Token], a: Numeral, b: Numeral) -> bool:
    between = _between(found, a, b)
    if _unit_words(found, a.last, b.first) - _unit_words(found, b.last, b.last + 3):
        return False
    before = word(found, a.first - (2 if word(found, a.first - 1) in SIGNS else 1))
    if between == "and":
        return before == "between"
    if between == "to" and before == "from":
        return not any(token.n in MOVING | MOVED for token in found)
    if between in _OR:
        return b.low is not None and b.low < 100
    return between in ("-", "to")


def _unit_words(found: Sequence[Token], first: int, last: int) -> set[str]:
    return {token.n for token in found[first:last] if (token.n,) in UNITS or token.n == "per"}


def _between(found: Sequence[Token], a: Numeral, b: Numeral) -> str:
    """What stands between two numerals, less units and signs of money."""
    shown = [token.n for token in found[a.last : b.first]]
    return " ".join(
        n for n in shown if n not in SIGNS and (n,) not in UNITS and n not in ("per", "m")
    )
