"""A family -> its base cut into shared stretches and boxes, each box with the other readings."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stemma.model import NEGATION, Family, Parallel, Variant, Witness
from stemma.report.plain import contained, one_line
from stemma.report.shown import MOST_PLACES, Shown
from stemma.report.view import WHOLE, Notable, Piece, Place, Reading
from stemma.report.words import FIRST, kind_of, reason

_CONTEXT = 60
_SPACES = re.compile(r"\s+")


class _Box(NamedTuple):
    start: int
    end: int
    variants: list[Variant]


def pieces(shown: Shown, family: Family) -> tuple[Piece, ...]:
    """The base's wording from end to end; empty stretches are left out."""
    by_id = {w.id: w for w in shown.rows.witnesses[family.id]}
    found: list[Piece] = []
    at = family.start
    for box in _boxes(_inner(shown, family)):
        if box.start > at:
            found.append(Piece(_base(family, at, box.start)))
        found.append(_piece(shown, family, box, by_id))
        at = box.end
    if at < family.end:
        found.append(Piece(_base(family, at, family.end)))
    return tuple(found)


def extents(shown: Shown, family: Family) -> dict[str, tuple[str, str]]:
    """Witness -> `whole` or where it is cut, and what its alignment rests on."""
    covered = {p.witness_id: p for p in shown.rows.parallels.get(family.id, ())}
    return {
        w.id: (_extent(w, covered.get(w.id), family), _rests_on(w, covered.get(w.id)))
        for w in shown.rows.witnesses[family.id]
    }


def notables(anchor: str, number: int, made: Sequence[Piece]) -> tuple[Notable, ...]:
    """The differences in a number, a name or quoted words, with the words around them."""
    found = []
    for at, piece in enumerate(made):
        readings = tuple(r for r in piece.readings if r.kind in FIRST or r.how.startswith(NEGATION))
        if readings:
            before = _tail("".join(p.text for p in made[:at]))
            after = _head("".join(p.text for p in made[at + 1 :]))
            found.append(Notable(number, anchor, before, one_line(piece.text), after, readings))
    return tuple(found)


def _base(family: Family, start: int, end: int) -> str:
    return contained(family.text[start - family.start : end - family.start])


def _inner(shown: Shown, family: Family) -> list[Variant]:
    """Variants inside what their witnesses cover. Where a witness is cut short, its version says
    so; a box over the rest of the sentence would bury the differences of the others."""
    covered = {p.witness_id: p for p in shown.rows.parallels.get(family.id, ())}
    return [
        v
        for v in shown.rows.variants.get(family.id, ())
        if _fits(v, family) and not all(_beyond(v, covered.get(name)) for name in v.witness_ids)
    ]


def _fits(variant: Variant, family: Family) -> bool:
    """Whether the base has at this place what the variant says it has."""
    start, end = variant.base_start - family.start, variant.base_end - family.start
    return 0 <= start <= end and family.text[start:end] == variant.base_text


def _beyond(variant: Variant, parallel: Parallel | None) -> bool:
    if parallel is None or variant.kind != "omission":
        return False
    return (
        variant.base_start >= parallel.base_end - 1 or variant.base_end <= parallel.base_start + 1
    )


def _boxes(variants: Iterable[Variant]) -> list[_Box]:
    """Places that overlap share one box."""
    found: list[_Box] = []
    for v in sorted(variants, key=lambda v: (v.base_start, v.base_end, v.id)):
        start, end = v.base_start, v.base_end
        last = found[-1] if found else None
        if last and (start < last.end or (start, end) == (last.start, last.end)):
            found[-1] = _Box(last.start, max(last.end, end), [*last.variants, v])
        else:
            found.append(_Box(start, end, [v]))
    return found


def _piece(shown: Shown, family: Family, box: _Box, by_id: dict[str, Witness]) -> Piece:
    readings = [_reading(shown, variant, by_id) for variant in box.variants]
    readings.sort(key=lambda r: (kind_of(r.kind).rank, -len(r.pages) - r.more, r.text))
    return Piece(
        text=_base(family, box.start, box.end),
        readings=tuple(readings),
        folded=all(r.folded for r in readings),
        kind=readings[0].kind,
    )


def _reading(shown: Shown, variant: Variant, by_id: dict[str, Witness]) -> Reading:
    kind = kind_of(variant.kind)
    held = sorted(
        (shown.place(by_id[name]) for name in variant.witness_ids if name in by_id),
        key=lambda place: (place.path, place.start),
    )
    return Reading(
        kind=variant.kind,
        label=kind.label,
        sign=kind.sign,
        folded=kind.folded,
        base=one_line(variant.base_text),
        text=one_line(variant.text),
        pages=tuple(held[:MOST_PLACES]),
        more=len(held) - len(held[:MOST_PLACES]),
        how=reason(variant.how),
    )


def _extent(witness: Witness, parallel: Parallel | None, family: Family) -> str:
    if witness.whole or parallel is None:
        return WHOLE
    head = parallel.base_start > family.start + 1
    tail = parallel.base_end < family.end - 1
    return {
        (True, True): "cut at both ends",
        (True, False): "cut: begins later",
        (False, True): "cut: ends earlier",
    }.get((head, tail), "cut")


def _rests_on(witness: Witness, parallel: Parallel | None) -> str:
    if parallel is None:
        return (
            "the version that the others are compared with"
            if witness.how == "base"
            else reason(witness.how)
        )
    return reason(parallel.how)


def _tail(text: str) -> str:
    kept = text if len(text) <= _CONTEXT else "…" + text[-_CONTEXT:].partition(" ")[2]
    return contained(_SPACES.sub(" ", kept))


def _head(text: str) -> str:
    kept = text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + "…"
    return contained(_SPACES.sub(" ", kept))


def ordered_places(shown: Shown, family: Family) -> list[Place]:
    """Every version of a family, the base first, then in the order of paths."""
    extent = extents(shown, family)
    found = []
    for w in shown.rows.witnesses[family.id]:
        where = shown.place(w, extent[w.id][0], w.id == family.base_id)
        found.append((where, extent[w.id][1]))
    found.sort(key=lambda pair: (not pair[0].is_base, pair[0].path, pair[0].start))
    return [_with_how(place, how) for place, how in found]


def _with_how(place: Place, how: str) -> Place:
    return Place(
        place.siglum,
        place.path,
        place.anchor,
        place.start,
        place.end,
        place.extent,
        how,
        place.is_base,
    )
