"""Where the witnesses of one family differ, as a table: place by place, who has which reading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.model import Family, Variant, Witness

# What a place is shown for, the gravest first.
_ORDER = (
    "number", "name", "quote words", "omission", "addition", "wording", "order", "swap", "spelling",
)  # fmt: skip
Side = str  # one side of a swap, as compared


class Reading(NamedTuple):
    """What some witnesses have at a place. `variant`: None for what the base has; `side`: of a swap,
    which of its sides this is."""

    variant: Variant | None
    text: str
    witnesses: tuple[str, ...]
    side: Side | None = None


class Place(NamedTuple):
    """A place of a family. `readings`: the base's first; `swaps`: the swaps that are seen here, each
    with the number of the reading that has its other side."""

    number: int
    kind: str
    start: int
    end: int
    readings: tuple[Reading, ...]

    @property
    def is_cut(self) -> bool:
        """Whether some witnesses end here rather than read differently."""
        return any(r.variant is not None and is_cut(r.variant) for r in self.held)

    @property
    def held(self) -> list[Reading]:
        """The readings that some witness has."""
        return [reading for reading in self.readings if reading.witnesses]

    def held_by(self, readings: tuple[Reading, ...]) -> "Place":
        """The same place, with these readings."""
        kinds = [r.variant.kind for r in readings if r.variant is not None and r.witnesses]
        return self._replace(
            readings=readings, kind=min(kinds, key=_ORDER.index, default=self.kind)
        )


class Told(NamedTuple):
    """A family with its witnesses (of prose, those that have more than quoted words) and places. `held`:
    witness -> number of its reading at each place, None where it is cut and has none."""

    family: Family
    witnesses: tuple[Witness, ...]
    places: tuple[Place, ...]
    held: dict[str, tuple[int | None, ...]]


def is_cut(variant: Variant) -> bool:
    """Whether a witness is cut short there, at its head or its tail."""
    return variant.kind == "omission" and variant.how.startswith("the witness is cut short")


def tellings_of(
    families: Iterable[Family],
    witnesses: Iterable[Witness],
    variants: Iterable[Variant],
    sides: Mapping[str, tuple[Side, Side]],
) -> list[Told]:
    """All families as tables, in order of id. `sides`: variant -> the side that the base has and the
    side that it has itself, for each variant that is an instance of a swap."""
    inside: dict[str, list[Witness]] = defaultdict(list)
    differing: dict[str, list[Variant]] = defaultdict(list)
    for witness in witnesses:
        inside[witness.family_id].append(witness)
    for variant in variants:
        differing[variant.family_id].append(variant)
    return [
        _told(family, inside[family.id], differing.get(family.id, ()), sides)
        for family in sorted(families, key=lambda family: family.id)
    ]


def _told(
    family: Family,
    inside: Sequence[Witness],
    variants: Sequence[Variant],
    sides: Mapping[str, tuple[Side, Side]],
) -> Told:
    found = tuple(w for w in sorted(inside, key=lambda w: w.id) if _counts(w, family))
    variants = list(_held_by({w.id for w in found}, variants))
    by_place: dict[int, list[Variant]] = defaultdict(list)
    for variant in sorted(variants, key=lambda v: v.id):
        by_place[variant.place].append(variant)
    names = [w.id for w in found]
    cuts = [v for v in variants if is_cut(v)]
    places = tuple(_place(n, held, names, cuts, sides) for n, held in sorted(by_place.items()))
    return Told(family, found, places, _held(names, places, cuts))


def _counts(witness: Witness, family: Family) -> bool:
    """Who has only quoted words of a family of prose may have heard them, and says nothing of the rest."""
    return not witness.quoted or family.kind == "quotation" or witness.id == family.base_id


def _held_by(known: set[str], variants: Iterable[Variant]) -> Iterator[Variant]:
    for variant in variants:
        held = tuple(name for name in variant.witness_ids if name in known)
        if held:
            yield replace(variant, witness_ids=held)


def _place(
    number: int,
    variants: Sequence[Variant],
    names: Sequence[str],
    cuts: Sequence[Variant],
    sides: Mapping[str, tuple[Side, Side]],
) -> Place:
    first = variants[0]
    away = {w for v in variants for w in v.witness_ids}
    away |= {w for c in cuts if _covers(c, first) for w in c.witness_ids}
    ours = next((sides[v.id][0] for v in variants if v.id in sides), None)
    base = Reading(None, first.base_text, tuple(n for n in names if n not in away), ours)
    others = [
        Reading(v, v.text, tuple(sorted(v.witness_ids)), sides[v.id][1] if v.id in sides else None)
        for v in variants
    ]
    kind = min((v.kind for v in variants), key=_ORDER.index)
    return Place(number, kind, first.base_start, first.base_end, (base, *others))


def _covers(cut: Variant, other: Variant) -> bool:
    if cut is other or cut.place == other.place:
        return False
    return cut.base_start <= other.base_start and other.base_end <= cut.base_end


def _held(
    names: Sequence[str], places: Sequence[Place], cuts: Sequence[Variant]
) -> dict[str, tuple[int | None, ...]]:
    rows: dict[str, list[int | None]] = {name: [None] * len(places) for name in names}
    for at, place in enumerate(places):
        for number, reading in enumerate(place.readings):
            for name in reading.witnesses:
                rows[name][at] = number
    return {name: tuple(row) for name, row in rows.items()}
