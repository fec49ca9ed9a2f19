"""Which wordings may belong together: cheap, and wrong at times. Alignment decides.

Wordings come longest first. Each is held against the stretches of earlier ones with which it shares
a run of five items, and what no earlier stretch explains of it becomes a stretch of its own. So no
word is explained twice, and frequencies count stretches, not copies: a run that a thousand copies
share points at one stretch and is never dropped.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from stemma.lineage.align import Match, align
from stemma.lineage.passages import Form

RUN = 5  # items in a key
_STOCK = 48  # bases that a run may point at before it is a stock phrase
_TRIED = 8  # bases that a wording is aligned with, the likeliest first


class Stretch(NamedTuple):
    """Items `start` to before `end` of wording `form` (an index)."""

    form: int
    start: int
    end: int


class Proposal(NamedTuple):
    """An accepted alignment of wording `form` with stretch `base`; `match.a` is the base's wording,
    both sides in offsets of whole wordings."""

    base: Stretch
    form: int
    match: Match


def propose(forms: Sequence[Form]) -> tuple[list[Stretch], list[Proposal]]:
    """The stretches that no earlier one explains, and the alignments of all others with them.
    `forms` in their own order."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    bases: list[Stretch] = []
    found: list[Proposal] = []
    for number, form in enumerate(forms):
        fresh = [Stretch(number, 0, len(form.items))]
        for base in _likely(form, index):
            fresh = _explain(forms, bases[base], fresh, found)
        for stretch in fresh:
            if stretch.end - stretch.start >= RUN:
                _index(len(bases), form.items[stretch.start : stretch.end], index)
                bases.append(stretch)
    return bases, found


def _explain(
    forms: Sequence[Form], base: Stretch, fresh: Sequence[Stretch], found: list[Proposal]
) -> list[Stretch]:
    """What is left of the fresh stretches of a wording once `base` is held against each."""
    left: list[Stretch] = []
    for stretch in fresh:
        match = _align(forms, base, stretch)
        if match is None:
            left.append(stretch)
            continue
        found.append(Proposal(base, stretch.form, match))
        left.append(stretch._replace(end=match.b_start))
        left.append(stretch._replace(start=match.b_end))
    return [stretch for stretch in left if stretch.start < stretch.end]


def _align(forms: Sequence[Form], base: Stretch, other: Stretch) -> Match | None:
    match = align(
        forms[base.form].part(base.start, base.end), forms[other.form].part(other.start, other.end)
    )
    return match.shifted(base.start, other.start) if match is not None else None


def _likely(form: Form, index: dict[tuple[str, ...], list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for i in range(len(form.items) - RUN + 1):
        bases = index.get(form.items[i : i + RUN])
        if bases is not None and len(bases) <= _STOCK:
            shared.update(bases)
    return [base for base, _ in sorted(shared.items(), key=lambda kv: (-kv[1], kv[0]))[:_TRIED]]


def _index(number: int, items: Sequence[str], index: dict[tuple[str, ...], list[int]]) -> None:
    for i in range(len(items) - RUN + 1):
        bases = index[tuple(items[i : i + RUN])]
        if len(bases) <= _STOCK and (not bases or bases[-1] != number):
            bases.append(number)
