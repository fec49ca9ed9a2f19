"""Two parallel wordings -> the places where they differ, in tokens, and what kind each is."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from stemma.lineage.align import near
from stemma.lineage.passages import Phrase, Surface
from stemma.model import NEGATION
from stemma.text.candidates import TITLES, WEEKDAYS, is_number
from stemma.text.tokens import Token

# Spellings of one English word on the two sides of the Atlantic, as exchanges of letters.
_ATLANTIC = (
    ("s", "z"), ("our", "or"), ("re", "er"), ("ll", "l"), ("ae", "e"), ("oe", "e"), ("ce", "se"),
    ("ogue", "og"), ("mme", "m"), ("gement", "gment"), ("ey", "y"), ("oeuvre", "euver"), ("eing", "ing"),
)  # fmt: skip
_NEGATIONS = frozenset("not no never none nor neither nobody nothing cannot without".split())
_IRREGULAR = ({"grey", "gray"}, {"tyre", "tire"}, {"cheque", "check"}, {"plough", "plow"})


class Side(NamedTuple):
    """A stretch of one surface: its items with the token range of each."""

    surface: Surface
    items: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    first: int
    last: int

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The token range of items `start` to before `end`; of none, the place between."""
        if start < end:
            return self.ranges[start][0], self.ranges[end - 1][1]
        at = self.ranges[start][0] if start < len(self.ranges) else len(self.surface.tokens)
        return at, at


class Change(NamedTuple):
    """One difference: token ranges of the base and of the witness (either may be empty), whether
    the two sides are of one class, and whether it stands at an end where the witness is cut."""

    a: tuple[int, int]
    b: tuple[int, int]
    same_class: bool
    cut: bool


def changes(base: Side, witness: Side, covered: tuple[int, int]) -> list[Change]:
    """Where the stretches differ, in the base's order. `covered`: the base's items that the
    witness runs parallel to; what the base has beyond is cut from the witness."""
    found: list[Change] = []
    if covered[0] > base.first:
        here = witness.tokens(witness.first, witness.first)
        found.append(Change(base.tokens(base.first, covered[0]), here, False, True))
    found.extend(_inner(base, witness, covered))
    if covered[1] < base.last:
        here = witness.tokens(witness.last, witness.last)
        found.append(Change(base.tokens(covered[1], base.last), here, False, True))
    return found


def _inner(base: Side, witness: Side, covered: tuple[int, int]) -> list[Change]:
    a = base.items[covered[0] : covered[1]]
    b = witness.items[witness.first : witness.last]
    found: list[Change] = []
    pending: tuple[int, int, int, int] | None = None
    for op in Indel.opcodes(a, b):
        a0, a1 = op.src_start + covered[0], op.src_end + covered[0]
        b0, b1 = op.dest_start + witness.first, op.dest_end + witness.first
        if op.tag != "equal":
            # Neighbouring edits are one change: "U.S. reply" for "American answer".
            pending = (pending[0], a1, pending[2], b1) if pending else (a0, a1, b0, b1)
            continue
        if pending:
            found.extend(_split(base, witness, pending))
            pending = None
        found.extend(_same_class(base, witness, a0, b0, a1 - a0))
    if pending:
        found.extend(_split(base, witness, pending))
    return found


def _split(base: Side, witness: Side, span: tuple[int, int, int, int]) -> list[Change]:
    """Edits of equally many items pair off one by one; others stay one change."""
    a0, a1, b0, b1 = span
    if a1 - a0 != b1 - b0 or a1 - a0 == 1:
        return [Change(base.tokens(a0, a1), witness.tokens(b0, b1), False, False)]
    return [
        Change(base.tokens(a0 + k, a0 + k + 1), witness.tokens(b0 + k, b0 + k + 1), False, False)
        for k in range(a1 - a0)
    ]


def _same_class(base: Side, witness: Side, a0: int, b0: int, size: int) -> list[Change]:
    found = []
    for k in range(size):
        a, b = base.ranges[a0 + k], witness.ranges[b0 + k]
        if phrase(base.surface, a) != phrase(witness.surface, b):
            found.append(Change(a, b, True, False))
    return found


def phrase(surface: Surface, span: tuple[int, int]) -> Phrase:
    """The compared words of a token range."""
    return tuple(token.n for token in surface.tokens[span[0] : span[1]])


def kind_of(base: Surface, witness: Surface, change: Change) -> tuple[str, str]:
    """Kind of a change and the reason, for all kinds but `order`."""
    kind, how = _kind(base, witness, change)
    sides = (phrase(base, change.a), phrase(witness, change.b))
    negated = [
        sum(word in _NEGATIONS or word.endswith("n't") for word in side) % 2 for side in sides
    ]
    if negated[0] != negated[1] and not change.cut and kind not in ("swap", "spelling"):
        how = f"{NEGATION}; {how}"
    return kind, how


def _kind(base: Surface, witness: Surface, change: Change) -> tuple[str, str]:
    a, b = _flagged(base, change.a), _flagged(witness, change.b)
    # In one witness alone the marks may be lost, or stand round more than the other quotes.
    quoted = a.quoted and b.quoted
    if change.cut:
        return "omission", "the witness is cut short here"
    if not a.tokens or not b.tokens:
        if quoted:
            return "quote words", "words more or less inside quotation marks"
        return ("omission", "only the base has it") if a.tokens else ("addition", "only here")
    if _is_spelling(a.tokens, b.tokens, a.named and b.named):
        return "spelling", "the same words, spelt or joined differently"
    if quoted:
        return "quote words", "words differ inside quotation marks"
    if change.same_class:
        return "swap", "the two sides are of one class"
    if _numbers(a.tokens) != _numbers(b.tokens):
        return "number", "a number or a day differs"
    if a.named or b.named:
        return "name", "a name stands on either side"
    return "wording", "a substitution that is no learnt swap"


class _Flagged(NamedTuple):
    tokens: Sequence[Token]
    named: bool
    quoted: bool


def _flagged(surface: Surface, span: tuple[int, int]) -> _Flagged:
    start, end = span
    tokens = surface.tokens[start:end]
    named = any(
        flag and token.n not in TITLES
        for flag, token in zip(surface.named[start:end], tokens, strict=True)
    )
    if start == end:
        # What is missing was inside quotation marks if both its neighbours are.
        around = surface.quoted[max(start - 1, 0) : start + 1]
        return _Flagged(tokens, False, len(around) == 2 and all(around))
    return _Flagged(tokens, named, any(surface.quoted[start:end]))


def _numbers(tokens: Sequence[Token]) -> list[str]:
    return [token.n for token in tokens if is_number(token) or token.n in WEEKDAYS]


def _is_spelling(a: Sequence[Token], b: Sequence[Token], named: bool) -> bool:
    left, right = ("".join(t.n for t in side).replace("'", "") for side in (a, b))
    if left.casefold() == right.casefold():
        return True
    if len(a) != len(b) or any(is_number(t) for t in (*a, *b)):
        return False
    return all(x.n == y.n or _one_word(x.n, y.n, named) for x, y in zip(a, b, strict=True))


def _one_word(left: str, right: str, named: bool) -> bool:
    if named:
        return near(left, right)
    folded = {left, right}
    if folded in _IRREGULAR:
        return True
    for one, other in _ATLANTIC:
        if left.replace(one, other) == right.replace(one, other) and len(left) > 3:
            return True
    return len({re.sub(r"[^\w]", "", word) for word in folded}) == 1


def moved(kinds: Mapping[int, str], texts: Mapping[int, Phrase]) -> set[int]:
    """Changes of one witness (by number) that are one piece moved: an addition and an omission of
    the same words."""
    gone = {texts[i]: i for i, kind in kinds.items() if kind == "omission"}
    pairs = [
        (i, gone[texts[i]]) for i, kind in kinds.items() if kind == "addition" and texts[i] in gone
    ]
    return {i for pair in pairs for i in pair}
