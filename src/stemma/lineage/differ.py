"""Two parallel wordings -> the places where they differ, in words, and what kind each is."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from stemma.lineage.align import equal_runs, near
from stemma.lineage.passages import Phrase, Surface
from stemma.model import NEGATION
from stemma.text.calendar import WEEKDAYS
from stemma.text.candidates import TITLES

# Spellings of one English word on the two sides of the Atlantic, as exchanges of letters.
_ATLANTIC = (
    ("s", "z"), ("our", "or"), ("re", "er"), ("ll", "l"), ("ae", "e"), ("oe", "e"), ("ce", "se"),
    ("ogue", "og"), ("mme", "m"), ("gement", "gment"), ("ey", "y"), ("oeuvre", "euver"), ("eing", "ing"),
)  # fmt: skip
_NEGATIONS = frozenset("not no never none nor neither nobody nothing cannot without".split())
_IRREGULAR = ({"grey", "gray"}, {"tyre", "tire"}, {"cheque", "check"}, {"plough", "plow"})


class Side(NamedTuple):
    """A stretch of one surface: its items with the range of words of each."""

    surface: Surface
    items: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    first: int
    last: int

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The range of words of items `start` to before `end`; of none, the place between."""
        if start < end:
            return self.ranges[start][0], self.ranges[end - 1][1]
        at = self.ranges[start][0] if start < len(self.ranges) else len(self.surface.words)
        return at, at


class Change(NamedTuple):
    """One difference: ranges of words of the base and of the witness (either may be empty), whether
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
        here = witness.words(witness.first, witness.first)
        found.append(Change(base.words(base.first, covered[0]), here, False, True))
    found.extend(_inner(base, witness, covered))
    if covered[1] < base.last:
        here = witness.words(witness.last, witness.last)
        found.append(Change(base.words(covered[1], base.last), here, False, True))
    return found


def _inner(base: Side, witness: Side, covered: tuple[int, int]) -> list[Change]:
    a, b = base.items[covered[0] : covered[1]], witness.items[witness.first : witness.last]
    found: list[Change] = []
    a_done, b_done = covered[0], witness.first
    # What lies between two runs is one change: "U.S. reply" for "American answer".
    for a0, b0, size in [*equal_runs(a, b), (len(a), len(b), 0)]:
        a_at, b_at = a0 + covered[0], b0 + witness.first
        if (a_done, b_done) != (a_at, b_at):
            found.extend(_split(base, witness, (a_done, a_at, b_done, b_at)))
        found.extend(_same_class(base, witness, a_at, b_at, size))
        a_done, b_done = a_at + size, b_at + size
    return found


def _split(base: Side, witness: Side, span: tuple[int, int, int, int]) -> list[Change]:
    """Edits of equally many items pair off one by one; others stay one change, but for what stands on the two
    sides of a quotation mark."""
    a0, a1, b0, b1 = span
    parted = _at_marks(base, witness, span)
    if parted is not None:
        a, b = parted
        return [*_split(base, witness, (a0, a, b0, b)), *_split(base, witness, (a, a1, b, b1))]
    if a1 - a0 != b1 - b0 or a1 - a0 == 1:
        return [Change(base.words(a0, a1), witness.words(b0, b1), False, False)]
    return [
        Change(base.words(a0 + k, a0 + k + 1), witness.words(b0 + k, b0 + k + 1), False, False)
        for k in range(a1 - a0)
    ]


def _at_marks(base: Side, witness: Side, span: tuple[int, int, int, int]) -> tuple[int, int] | None:
    """The items at which an edit is parted by the end, or the beginning, of a quotation: where both sides
    have words within it, and one of them alone has more outside."""
    a0, a1, b0, b1 = span
    if not (a1 > a0 and b1 > b0) or a1 - a0 == b1 - b0:
        return None
    a = [_within(base, item) for item in range(a0, a1)]
    b = [_within(witness, item) for item in range(b0, b1)]
    for side, other, here in ((a, b, True), (b, a, False)):
        if not all(other) or all(side) or not any(side):
            continue
        first = side[0]
        cut = side.index(not first)
        if any(inside == first for inside in side[cut:]):
            continue
        # The quoted words stand for each other, and what is outside stands alone.
        at = (cut, len(other)) if first else (cut, 0)
        return (a0 + at[0], b0 + at[1]) if here else (a0 + at[1], b0 + at[0])
    return None


def _within(side: Side, item: int) -> bool:
    """Whether an item lies in quotation marks."""
    return all(side.surface.quoted[slice(*side.ranges[item])])


def _same_class(base: Side, witness: Side, a0: int, b0: int, size: int) -> list[Change]:
    found = []
    for a, b in zip(base.ranges[a0 : a0 + size], witness.ranges[b0 : b0 + size], strict=True):
        if base.surface.words[slice(*a)] != witness.surface.words[slice(*b)]:
            found.append(Change(a, b, True, False))
    return found


def kind_of(base: Surface, witness: Surface, change: Change) -> tuple[str, str]:
    """Kind of a change and the reason, for all kinds but `order`."""
    kind, how = _kind(base, witness, change)
    sides = (base.phrase(*change.a), witness.phrase(*change.b))
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
    if not a.words or not b.words:
        if quoted:
            return "quote words", "words more or less inside quotation marks"
        return ("omission", "only the base has it") if a.words else ("addition", "only here")
    if _is_spelling(a, b):
        return "spelling", "the same words, spelt or joined differently"
    if quoted:
        return "quote words", "words differ inside quotation marks"
    if change.same_class:
        return "swap", "the two sides are of one class"
    if _numbers(a) != _numbers(b):
        return "number", "a number or a day differs"
    if a.named or b.named:
        return "name", "a name stands on either side"
    return "wording", "a substitution that is no learnt swap"


class _Flagged(NamedTuple):
    words: Phrase
    numbers: bytes
    named: bool
    quoted: bool


def _flagged(surface: Surface, span: tuple[int, int]) -> _Flagged:
    start, end = span
    words, numbers = surface.words[start:end], surface.numbers[start:end]
    named = any(
        flag and word not in TITLES
        for flag, word in zip(surface.named[start:end], words, strict=True)
    )
    if start == end:
        # What is missing was inside quotation marks if both its neighbours are.
        around = surface.quoted[max(start - 1, 0) : start + 1]
        return _Flagged(words, numbers, False, len(around) == 2 and all(around))
    return _Flagged(words, numbers, named, any(surface.quoted[start:end]))


def _numbers(side: _Flagged) -> list[str]:
    flagged = zip(("", *side.words), side.words, side.numbers, strict=False)
    # `No one` counts nobody.
    return [
        word
        for before, word, number in flagged
        if (number and (before, word) != ("no", "one")) or word in WEEKDAYS
    ]


def _is_spelling(a: _Flagged, b: _Flagged) -> bool:
    left, right = ("".join(side.words).replace("'", "") for side in (a, b))
    if left.casefold() == right.casefold():
        return True
    if len(a.words) != len(b.words) or any(a.numbers + b.numbers):
        return False
    named = a.named and b.named
    return all(x == y or _one_word(x, y, named) for x, y in zip(a.words, b.words, strict=True))


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
