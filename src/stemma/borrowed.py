"""Whether a sentence of a draft has the words of a page, swaps undone: by lineage's own alignment."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.lineage.align import LONG, Match, align
from stemma.lineage.passages import ClassTable, Surface, forms, surface
from stemma.model import Sentence
from stemma.text.marks import quoted_spans

# Equal words of a sentence's own prose in a page, as a share of them, for it to be called copied.
_SHARE = 0.75


class Borrowed(NamedTuple):
    """A sentence of the case whose words a draft's sentence has: its number, how many of them, and the
    longest run of them; and characters of the draft's sentence."""

    row: int
    matched: int
    run: int
    start: int
    end: int


def borrowed(text: str, others: Mapping[int, str], classes: ClassTable) -> list[Borrowed]:
    """The sentences of the case (number -> text) whose own words a sentence has, most first. Words in
    quotation marks are the speaker's, and show no copying."""
    own = surface(text)
    found = []
    for row, other in others.items():
        theirs = surface(other)
        match, made = _aligned(own, theirs, classes)
        if match is None or _quoted(own):
            continue
        if match.run >= LONG or (match.matched >= LONG and match.matched >= _SHARE * len(made)):
            first, last = made[match.a_start][0], made[match.a_end - 1][1]
            found.append(
                Borrowed(row, match.matched, match.run, own.starts[first], own.ends[last - 1])
            )
    return sorted(found, key=lambda one: (-one.matched, one.row))


def _aligned(
    own: Surface, theirs: Surface, classes: ClassTable
) -> tuple[Match | None, Sequence[tuple[int, int]]]:
    place = Sentence("", "", "", 0, len(own.text), False, "", own.text)
    made = forms({own: [place], theirs: [place]} if own != theirs else {own: [place]}, classes)
    a = next(form for form in made if own in form.surfaces)
    b = next(form for form in made if theirs in form.surfaces)
    return align(a, b), a.sides[a.surfaces.index(own)]


def _quoted(own: Surface) -> bool:
    """Whether most of a sentence stands in marks."""
    inside = sum(end - start for start, end in quoted_spans(own.text))
    return 2 * inside > len(own.text)
