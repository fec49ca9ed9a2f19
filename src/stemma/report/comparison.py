"""What the versions of a family have of its base: how far each goes, and what it rests on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.model import NEGATION, Family, Parallel, Witness
from stemma.report.plain import contained, one_line
from stemma.report.shown import Shown
from stemma.report.view import WHOLE, Notable, Piece, Place
from stemma.report.words import FIRST

_CONTEXT = 60
_SPACES = re.compile(r"\s+")


class Versions(NamedTuple):
    """Where the first versions of a family stand, how many more there are, and how many of all are cut
    short."""

    places: tuple[Place, ...]
    more: int
    cut: int


def versions(shown: Shown, family: Family) -> Versions:
    """Every version of a family, the base first, then in the order of paths."""
    covered = {p.witness_id: p for p in shown.rows.parallels.get(family.id, ())}
    of = shown.pedigrees[family.id].wordings.of
    every = shown.in_order(shown.rows.witnesses[family.id])
    every.sort(key=lambda w: w.id != family.base_id)
    extents = [_extent(w, covered.get(w.id), family) for w in every]
    kept = every[: shown.room.places]
    places = tuple(
        replace(
            shown.place(w),
            extent=extent,
            how=_rests_on(shown, w, covered.get(w.id)),
            is_base=w.id == family.base_id,
            wording=of[w.id],
        )
        for w, extent in zip(kept, extents, strict=False)
    )
    return Versions(places, len(every) - len(kept), sum(one != WHOLE for one in extents))


def notables(anchor: str, number: int, made: Sequence[Piece]) -> tuple[Notable, ...]:
    """The differences in a number, a name or quoted words, with the words around them."""
    found = []
    for at, piece in enumerate(made):
        readings = tuple(r for r in piece.readings if r.kind in FIRST or r.how.startswith(NEGATION))
        if readings:
            before = tail("".join(p.text for p in made[:at]))
            after = head("".join(p.text for p in made[at + 1 :]))
            base = one_line(piece.text)
            found.append(Notable(number, anchor, before, base, after, readings, piece.age))
    return tuple(found)


def _extent(witness: Witness, parallel: Parallel | None, family: Family) -> str:
    if witness.whole or parallel is None:
        return WHOLE
    later = parallel.base_start > family.start + 1
    earlier = parallel.base_end < family.end - 1
    return {
        (True, True): "cut at both ends",
        (True, False): "cut: begins later",
        (False, True): "cut: ends earlier",
    }.get((later, earlier), "cut")


def _rests_on(shown: Shown, witness: Witness, parallel: Parallel | None) -> str:
    if parallel is None:
        return (
            "the version that the others are compared with"
            if witness.how == "base"
            else shown.reason(witness.how)
        )
    return shown.reason(parallel.how)


def tail(text: str, room: int = _CONTEXT) -> str:
    """The last words of a text, on one line."""
    kept = text if len(text) <= room else "…" + text[-room:].partition(" ")[2]
    return contained(_SPACES.sub(" ", kept))


def head(text: str, room: int = _CONTEXT) -> str:
    """The first words of a text, on one line."""
    kept = text if len(text) <= room else text[:room].rpartition(" ")[0] + "…"
    return contained(_SPACES.sub(" ", kept))
