"""What rules are asked and what they find."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from stemma.check.same import Likeness
from stemma.check.telling import Telling


class Pointer(NamedTuple):
    """Words of a sentence of the case, as characters of it, and the quote, figure or time that they are."""

    row: int
    start: int
    end: int
    text: str
    id: str = ""


class Dispute(NamedTuple):
    """A value of a sentence of the case, as characters of it, that another sentence has otherwise; `slot`: as
    in the table `conflicts`."""

    slot: str
    start: int
    end: int
    value: str
    other: str
    pointer: Pointer


class Match(NamedTuple):
    """A sentence of the case that may tell what a sentence of the draft tells. `row`: its number; `pages`:
    how many articles have it; `disputes`: what of it others have otherwise."""

    row: int
    telling: Telling
    like: Likeness
    pages: int = 1
    disputes: tuple[Dispute, ...] = ()


class Asked(NamedTuple):
    """A sentence of the draft, the sentences that tell the same, best first, and all that were looked at.
    `wide`: where some tell the same much more closely than others, these too."""

    telling: Telling
    others: Sequence[Match]
    near: Sequence[Match]
    wide: Sequence[Match] = ()


class Found(NamedTuple):
    """What a rule found: a verdict on some characters of the draft's sentence, in words, and with what it
    was held against."""

    verdict: str
    said: str
    start: int
    end: int
    pointers: tuple[Pointer, ...] = ()


Rule = Callable[[Asked], Iterable[Found]]


def point(match: Match, start: int, end: int, id: str = "") -> Pointer:
    """A pointer to some characters of a matched sentence."""
    return Pointer(match.row, start, end, match.telling.text[start:end], id)
