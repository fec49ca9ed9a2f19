"""Tokens -> numerals: what is written in digits and in words, with its least and its greatest value."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stemma.figures.lexicon import (
    MULTIPLES,
    PARTS,
    PLURAL,
    PLURALS,
    SHORT,
    SMALL,
    UNITS,
    VAGUE,
)
from stemma.text.numbers import TENS
from stemma.text.tokens import Token

# Finer than the tokens of lineage: `12.5km` is a number and a word. Farms tear numbers apart (`200, 000`,
# `2. 6 million`); they are joined where nothing else can be meant.
_PIECE = re.compile(
    r"(?P<number>\d{1,3}(?:, 000)+(?!,?\d|\.\d)"
    r"|\d+\. \d+(?=[ -]?(?:trillion|million|billion|magnitude|per ?cent))|"
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*)|(?P<mark>\S)"
)
_DASHES = ("-", "–", "—", "‑")


class Numeral(NamedTuple):
    """Pieces `first` to before `last`. `form`: number, vague, fraction, range, zero or article (`a week`).
    `scale`: of the word it ends on, such as `million`, else 1."""

    first: int
    last: int
    low: float | None
    high: float | None
    form: str = "number"
    scale: float = 1


def pieces(text: str) -> list[Token]:
    """The numbers, words and marks of a text. Dashes are written `-` in `n`, and `n` has no capitals."""
    return [
        Token(m.group(), _plain(m.group()), *m.span(), m.lastgroup or "mark")
        for m in _PIECE.finditer(text)
    ]


def _plain(shown: str) -> str:
    return "-" if shown in _DASHES else shown.replace("’", "'").casefold()


def numerals(found: Sequence[Token], free: Sequence[bool]) -> list[Numeral]:
    """The numerals in order, in pieces that are `free` of another reading."""
    made: list[Numeral] = []
    at = 0
    while at < len(found):
        one = numeral_at(found, at) if free[at] else None
        if one is None or not all(free[one.first : one.last]):
            at += 1
            continue
        made.append(one)
        at = one.last
    return made


def numeral_at(found: Sequence[Token], at: int) -> Numeral | None:
    """The numeral that begins at a piece, the longest reading first."""
    for rule in (_zero, _half, _fraction, _vague, _plural, _cardinal, _article):
        one = rule(found, at)
        if one is not None:
            return one
    return None


def words(found: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    """The `n` of `count` pieces from `at` on, or of those that there are."""
    return tuple([token.n for token in found[at : at + count]])


def word(found: Sequence[Token], at: int) -> str:
    """The `n` of a piece, or nothing before the first and behind the last."""
    return found[at].n if 0 <= at < len(found) else ""


# -- cardinals ------------------------------------------------------------------------------------


class _Sum:
    """A number while its words are added. What comes next must be smaller than `room`."""

    def __init__(self) -> None:
        self.total: float = 0
        self.current: float | None = None
        self.room = float("inf")
        self.scale: float = 1

    def add(self, value: float) -> bool:
        if value >= self.room:
            return False
        self.current = (self.current or 0) + value
        self.room = 10 if value in TENS.values() else 1
        return True

    def times(self, scale: float) -> bool:
        if self.current is None or (scale == 100 and self.current >= 100):
            return False
        if scale in (100, 12):
            self.current *= scale
        else:
            self.total, self.current = self.total + self.current * scale, None
        self.room = scale if scale > 12 else 0
        self.scale = scale
        return True

    def value(self) -> float:
        return self.total + (self.current or 0)


def _cardinal(found: Sequence[Token], at: int) -> Numeral | None:
    made, end = _Sum(), at
    if found[at].n in ("a", "an"):
        if word(found, at + 1) not in (*MULTIPLES, "dozen", "score"):
            return None
        made.add(1)
        end = at + 1
    while end < len(found) and (taken := _taken(found, end, made, end > at)):
        end += taken
    if end == at:
        return None
    value, end = _and_a_half(found, end, made)
    return Numeral(at, end, whole(value), whole(value), scale=made.scale)


def _taken(found: Sequence[Token], at: int, made: _Sum, inside: bool) -> int:
    """How many pieces from `at` on belong to the number."""
    n = found[at].n
    if found[at].kind == "number":
        fresh = made.current is None and not made.total
        return int(fresh and made.add(float(re.sub("[, ]", "", n))) and _shut(found, at, made))
    if n in SMALL or n in TENS:
        return int(made.add(SMALL.get(n, TENS.get(n, 0))))
    if inside and (scale := _scale(found, at)):
        return int(made.times(scale))
    if inside and n in ("-", "and") and at + 1 < len(found):
        return _linked(found, at, made)
    return 0


def _shut(found: Sequence[Token], at: int, made: _Sum) -> bool:
    """Behind digits no further word is added, but a multiple."""
    made.room = 0
    return True


def _scale(found: Sequence[Token], at: int) -> float:
    token, before = found[at], found[at - 1]
    if token.n in MULTIPLES:
        return MULTIPLES[token.n]
    if token.n == "dozen":
        return 12
    if token.n == "score" and before.n == "a":
        return 20
    return SHORT.get(token.n, 0) if before.kind == "number" else 0


def _linked(found: Sequence[Token], at: int, made: _Sum) -> int:
    """`twenty-one`, `two hundred and fifty`; but not `two and three`, nor `between 100 and 200`."""
    n = found[at + 1].n
    if found[at].n == "-" and (scale := MULTIPLES.get(n, 0)) and found[at - 1].kind == "number":
        return 2 if made.times(scale) else 0
    value = SMALL.get(n, TENS.get(n, 0))
    if not 0 < value < made.room or (found[at].n == "-" and made.room != 10):
        return 0
    if found[at].n == "and" and made.room < 100:
        return 0
    return 2 if made.add(value) else 0


def _and_a_half(found: Sequence[Token], end: int, made: _Sum) -> tuple[float, int]:
    if words(found, end, 3) != ("and", "a", "half"):
        return made.value(), end
    if made.scale == 1 and end + 3 < len(found) and (scale := MULTIPLES.get(found[end + 3].n)):
        made.scale = scale
        return (made.value() + 0.5) * scale, end + 4
    return made.value() + 0.5 * made.scale, end + 3


def whole(value: float) -> float:
    """The value as a whole number if it is one."""
    value = round(value, 4)
    return int(value) if value == int(value) else value


# -- other forms ----------------------------------------------------------------------------------


# First word -> the phrases for none that begin with it, in the order in which they are tried.
_NONE = {
    "not": (("not", "a", "single"), ("not", "one")), "no": (("no", "one"), ("no",)),
    "nobody": (("nobody",),), "none": (("none",),), "neither": (("neither", "of"),),
}  # fmt: skip


def _zero(found: Sequence[Token], at: int) -> Numeral | None:
    for phrase in _NONE.get(found[at].n, ()):
        if words(found, at, len(phrase)) == phrase:
            last = at + (1 if phrase[0] == "neither" else len(phrase))
            return Numeral(at, last, 0, 0, "zero")
    return None


def _half(found: Sequence[Token], at: int) -> Numeral | None:
    """`half a dozen`, `half a million`, `half an hour`; `a quarter of a million`."""
    if found[at].n not in ("half", "a"):
        return None
    head = words(found, at, 2)
    if head in (("half", "a"), ("half", "an")):
        part, end = 0.5, at + 2
    elif words(found, at, 4) == ("a", "quarter", "of", "a"):
        part, end = 0.25, at + 4
    else:
        return None
    scale = _scale(found, end) if end < len(found) else 0
    if scale:
        return Numeral(at, end + 1, whole(part * scale), whole(part * scale), scale=scale)
    return Numeral(at, end, part, part, "part of one") if part == 0.5 else None


def _fraction(found: Sequence[Token], at: int) -> Numeral | None:
    first = found[at].n
    if (
        first == "half"
        and word(found, at - 1) not in ("first", "second", "-")
        and words(found, at + 1, 1) not in (("time",), ("brother",), ("-",))
    ):
        return Numeral(at, at + 1, 0.5, 0.5, "fraction")
    above = 1 if first in ("a", "one") else SMALL.get(first, 0)
    if not above:
        return None
    end = at + 1 + (words(found, at + 1, 1) == ("-",))
    part = found[end].n if end < len(found) else ""
    if part not in PARTS or (above == 1) == part.endswith("s"):
        return None
    if above == 1 and not _is_part(found, end + 1):
        return None
    value = round(above / PARTS[part], 4)
    return Numeral(at, end + 1, value, value, "fraction")


def _is_part(found: Sequence[Token], at: int) -> bool:
    """`a third of`, `by a third,`; `a third man` is an ordinal."""
    if at >= len(found):
        return True
    return (
        found[at].n in ("of", "to", "in", "from", "since", "last", "this")
        or found[at].kind == "mark"
    )


def _vague(found: Sequence[Token], at: int) -> Numeral | None:
    """`several`, `a few hundred`, `a couple of dozen`, `a handful`."""
    end = at + (found[at].n == "a")
    shown = found[end].n if end < len(found) else ""
    if shown not in VAGUE or (shown != "several" and end == at):
        return None
    of = end + 1 + (words(found, end + 1, 1) == ("of",))
    scale = _scale(found, of) if of < len(found) and found[of].kind == "word" else 0
    last = of + 1 if scale else (of if shown == "couple" and _unit_follows(found, of) else end + 1)
    return Numeral(at, last, whole(VAGUE[shown] * (scale or 1)), None, "vague", scale or 1)


def _unit_follows(found: Sequence[Token], at: int) -> bool:
    return words(found, at, 1) in UNITS


def _plural(found: Sequence[Token], at: int) -> Numeral | None:
    """`dozens`, `hundreds`, `tens of thousands`, `hundreds of millions`."""
    value, end = PLURALS.get(found[at].n, 0), at + 1
    if not value:
        return None
    while word(found, end) == "of" and (more := PLURALS.get(word(found, end + 1), 0)):
        value, end = value * more, end + 2
    if found[at].n in ("tens", "scores") and end == at + 1 and words(found, end, 1) != ("of",):
        return None
    return Numeral(at, end, PLURAL * value, None, "vague", value)


_BEHIND_A = frozenset("later earlier ago before after and".split())
_BEFORE_A = frozenset("in for within after nearly almost about over than least most under".split())


def _article(found: Sequence[Token], at: int) -> Numeral | None:
    """`a week later`, `in a week`, `a year and a half`: the article is the number."""
    kind = UNITS.get(words(found, at + 1, 1)) if found[at].n in ("a", "an") else None
    if kind is None or kind.kind != "duration":
        return None
    behind = "".join(words(found, at + 2, 1))
    before = found[at - 1].n if at else ""
    if words(found, at + 2, 3) == ("and", "a", "half"):
        return Numeral(at, at + 5, 1.5, 1.5, "article")
    if words(found, at + 2, 2) == ("or", "two"):
        return Numeral(at, at + 4, 1, 2, "article")
    if behind in _BEHIND_A - {"and"} or before in _BEFORE_A:
        return Numeral(at, at + 1, 1, 1, "article")
    return None
