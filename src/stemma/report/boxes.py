"""A family -> its base cut into shared stretches and boxes, each box with the other readings, and with
what stands in it if another version is taken as the base."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from stemma.model import Variant, Witness
from stemma.pedigree import ABSENT, BASE, Box, Pedigree
from stemma.report.plain import contained, one_line
from stemma.report.shown import Shown
from stemma.report.view import Held, Piece, Reading, Version
from stemma.report.words import kind_of, listed


def pieces(shown: Shown, made: Pedigree) -> tuple[Piece, ...]:
    """The base's wording from end to end; empty stretches are left out."""
    family = made.wordings.family
    ages = made.ages(shown.replacements)
    found: list[Piece] = []
    at = family.start
    for box in made.wordings.boxes:
        found.extend(_shared(made, at, box.start))
        found.append(_piece(shown, made, box, ages))
        at = box.end
    return (*found, *_shared(made, at, family.end))


def versions(shown: Shown, made: Pedigree) -> tuple[Version, ...]:
    """What can be chosen as the base: nothing, if all versions read alike."""
    if len(made.wordings.all) == 1:
        return ()
    return tuple(Version(one.number, letters(shown, one.witnesses)) for one in made.wordings.all)


def letters(shown: Shown, witnesses: Iterable[Witness], most: int = 8) -> str:
    """`A, B and 3 more`: the pages of some versions."""
    return listed(shown.letters(witnesses), most)


def _shared(made: Pedigree, start: int, end: int) -> list[Piece]:
    """Words that differ nowhere, divided where versions begin or end."""
    inside = {b for one in made.wordings.all for b in (one.start, one.end) if start < b < end}
    bounds = [start, *sorted(inside), end]
    return [
        Piece(contained(made.wordings.base(a, b)), cut=_cut(made, a, b))
        for a, b in pairwise(bounds)
        if a < b
    ]


def _cut(made: Pedigree, start: int, end: int) -> tuple[int, ...]:
    return tuple(w.number for w in made.wordings.all if start >= w.end or end <= w.start)


def _piece(shown: Shown, made: Pedigree, box: Box, ages: dict[tuple[int, int], str]) -> Piece:
    by_id = {w.id: w for one in made.wordings.all for w in one.witnesses}
    readings = [
        _reading(shown, variant, by_id, ages.get((at, number), ""))
        for at in box.places
        for number, variant in enumerate(made.wordings.places[at].variants, 1)
    ]
    readings.sort(key=lambda r: (kind_of(r.kind).rank, -len(r.pages) - r.more, r.text))
    known = {ages.get((at, BASE), "") for at in box.places}
    return Piece(
        text=contained(made.wordings.base(box.start, box.end)),
        readings=tuple(readings),
        folded=all(r.folded for r in readings),
        kind=readings[0].kind,
        age=known.pop() if len(known) == 1 else "",
        cut=_cut(made, box.start, box.end) if box.start < box.end else (),
        held=_held(shown, made, box, ages),
    )


def _reading(shown: Shown, variant: Variant, by_id: dict[str, Witness], age: str) -> Reading:
    kind = kind_of(variant.kind)
    held, more = shown.some(by_id[name] for name in variant.witness_ids if name in by_id)
    return Reading(
        kind=variant.kind,
        label=kind.label,
        sign=kind.sign,
        folded=kind.folded,
        base=one_line(variant.base_text),
        text=one_line(variant.text),
        pages=held,
        more=more,
        how=shown.reason(variant.how),
        age=age,
    )


def _held(
    shown: Shown, made: Pedigree, box: Box, ages: dict[tuple[int, int], str]
) -> tuple[Held, ...]:
    """Each text that stands in a box, that of the base first."""
    found: dict[str, list[int]] = {contained(made.wordings.base(box.start, box.end)): []}
    for one in made.wordings.all:
        text = made.wordings.text(one.number, box)
        if text is not None:
            found.setdefault(contained(text), []).append(one.number)
    return tuple(
        _holding(shown, made, box, ages, numbers, text)
        for text, numbers in found.items()
        if numbers
    )


def _holding(
    shown: Shown,
    made: Pedigree,
    box: Box,
    ages: dict[tuple[int, int], str],
    numbers: Sequence[int],
    text: str,
) -> Held:
    first = made.wordings.all[numbers[0]]
    read = [(at, first.readings[at]) for at in box.places if first.readings[at] != ABSENT]
    kinds = [k for at, number in read for k in made.wordings.places[at].kinds(BASE, number)]
    known = {ages.get(one, "") for one in read}
    held, more = shown.some(w for n in numbers for w in made.wordings.all[n].witnesses)
    return Held(
        wordings=tuple(numbers),
        text=text,
        kind=min(kinds, key=lambda kind: kind_of(kind).rank, default=""),
        age=known.pop() if len(known) == 1 else "",
        letters=tuple(place.siglum for place in held),
        more=more,
    )
