"""A family and its variants -> its places, and its distinct wordings with their reading at each."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stemma.model import Family, Parallel, Variant, Witness

ABSENT = -1  # the reading of a wording that has nothing at a place, because it is cut there
BASE = 0  # the reading of the base; 1, 2, … are the variants of the place

Readings = tuple[int, ...]  # one for each place
Chosen = tuple[tuple[int, int], ...]  # (place, reading)


class Place(NamedTuple):
    """A range of the base's article and the readings there; the first text is the base's."""

    start: int
    end: int
    texts: tuple[str, ...]
    variants: tuple[Variant, ...]

    def kinds(self, one: int, other: int) -> tuple[str, ...]:
        """The kinds of the variants among two readings."""
        return tuple(self.variants[r - 1].kind for r in (one, other) if r > BASE)


class Box(NamedTuple):
    """Places that overlap, as one range of the base's article."""

    start: int
    end: int
    places: tuple[int, ...]


class Wording(NamedTuple):
    """Versions that read alike at every place. `start`, `end`: what they cover of the base."""

    number: int
    witnesses: tuple[Witness, ...]
    readings: Readings
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wordings:
    """The distinct wordings of a family, the base's first; `boxes`: places that lie inside what the
    versions cover, as they are shown; `of`: version -> its wording."""

    family: Family
    places: tuple[Place, ...]
    boxes: tuple[Box, ...]
    all: tuple[Wording, ...]
    of: dict[str, int]

    def base(self, start: int, end: int) -> str:
        """The base's words over a range of its article."""
        return self.family.text[start - self.family.start : end - self.family.start]

    def text(self, wording: int, box: Box) -> str | None:
        """What a wording has over a box; None if it is cut there."""
        one = self.all[wording]
        if all(one.readings[at] == ABSENT for at in box.places):
            return None
        start, end = max(box.start, one.start), max(box.start, min(box.end, one.end))
        inside = [
            at for at in box.places if start <= self.places[at].start <= self.places[at].end <= end
        ]
        return self.spliced(Box(start, end, ()), [(at, one.readings[at]) for at in inside])

    def spliced(self, box: Box, chosen: Iterable[tuple[int, int]]) -> str:
        """The base's words over a box with other readings put in, the last place first. A place
        inside another that has been put in is passed over."""
        text, done = self.base(box.start, box.end), box.end
        for at, reading in sorted(chosen, key=lambda c: (-self.places[c[0]].start, c)):
            place = self.places[at]
            if reading > BASE and place.end <= done:
                done = place.start
                head, tail = text[: place.start - box.start], text[place.end - box.start :]
                text = head + _spaced(head, place.texts[reading], tail) + tail
        return text


def wordings(
    family: Family,
    witnesses: Sequence[Witness],
    variants: Iterable[Variant],
    parallels: Iterable[Parallel],
    apart: Mapping[str, Hashable],
) -> Wordings:
    """The wordings of a family; versions keep their order. `apart`: version -> what must be the same
    for versions of one wording besides their words."""
    covered = {p.witness_id: p for p in parallels}
    places = _places(family, variants)
    has = variants_of(witnesses, (v for place in places for v in place.variants))
    found = tuple(
        _wording(number, inside, family, places, covered.get(inside[0].id), has[inside[0].id])
        for number, inside in enumerate(_groups(family, witnesses, has, apart))
    )
    of = {witness.id: one.number for one in found for witness in one.witnesses}
    return Wordings(family, places, _boxes(places, covered), found, of)


def variants_of(
    witnesses: Iterable[Witness], variants: Iterable[Variant]
) -> dict[str, frozenset[str]]:
    """Version -> the ids of the variants that it has."""
    found: dict[str, set[str]] = {witness.id: set() for witness in witnesses}
    for variant in variants:
        for name in variant.witness_ids:
            found.setdefault(name, set()).add(variant.id)
    return {name: frozenset(inside) for name, inside in found.items()}


def _groups(
    family: Family,
    witnesses: Sequence[Witness],
    has: Mapping[str, frozenset[str]],
    apart: Mapping[str, Hashable],
) -> list[list[Witness]]:
    """The base's group first, then the larger ones."""
    found: dict[Hashable, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        found[has[witness.id], apart.get(witness.id)].append(witness)

    def standing(inside: list[Witness]) -> tuple[bool, int]:
        return all(w.id != family.base_id for w in inside), -len(inside)

    return sorted(found.values(), key=standing)


def _wording(
    number: int,
    inside: Sequence[Witness],
    family: Family,
    places: Sequence[Place],
    parallel: Parallel | None,
    has: frozenset[str],
) -> Wording:
    start, end = family.start, family.end
    if parallel is not None and not inside[0].whole:
        # What lies beyond by one character is a mark, no cut.
        start = parallel.base_start if parallel.base_start > start + 1 else start
        end = parallel.base_end if parallel.base_end < end - 1 else end
    own = [v for place in places for v in place.variants if v.id in has]
    lacks = [(v.base_start, v.base_end) for v in own if v.base_start < v.base_end]
    lacks += [(family.start, start)] if start > family.start else []
    lacks += [(end, family.end)] if end < family.end else []
    readings = tuple(_reading(place, has, lacks) for place in places)
    return Wording(number, tuple(inside), readings, start, end)


def _reading(place: Place, has: frozenset[str], lacks: Iterable[tuple[int, int]]) -> int:
    """`lacks`: ranges of the base of which a wording has nothing, or something else."""
    for number, variant in enumerate(place.variants, 1):
        if variant.id in has:
            return number
    within = any(start <= place.start and place.end <= end for start, end in lacks)
    return ABSENT if within else BASE


def _places(family: Family, variants: Iterable[Variant]) -> tuple[Place, ...]:
    found: dict[tuple[int, int], list[Variant]] = defaultdict(list)
    for variant in sorted(variants, key=lambda v: v.id):
        if _fits(variant, family):
            found[variant.base_start, variant.base_end].append(variant)
    return tuple(
        Place(start, end, (held[0].base_text, *(v.text for v in held)), tuple(held))
        for (start, end), held in sorted(found.items())
    )


def _fits(variant: Variant, family: Family) -> bool:
    """Whether the base has at this place what the variant says it has."""
    start, end = variant.base_start - family.start, variant.base_end - family.start
    return 0 <= start <= end and family.text[start:end] == variant.base_text


def _boxes(places: Sequence[Place], covered: Mapping[str, Parallel]) -> tuple[Box, ...]:
    """Where a witness is cut short, its version says so; a box over the rest of the sentence would
    bury the differences of the others."""
    found: list[Box] = []
    for at, place in enumerate(places):
        if all(_is_beyond(variant, covered) for variant in place.variants):
            continue
        last = found[-1] if found else None
        if last and place.start < last.end:
            found[-1] = Box(last.start, max(last.end, place.end), (*last.places, at))
        else:
            found.append(Box(place.start, place.end, (at,)))
    return tuple(found)


def _is_beyond(variant: Variant, covered: Mapping[str, Parallel]) -> bool:
    """Whether a variant is nothing but the end of what its witnesses cover."""
    held = [covered.get(name) for name in variant.witness_ids]
    return variant.kind == "omission" and all(
        p is not None
        and (variant.base_start >= p.base_end - 1 or variant.base_end <= p.base_start + 1)
        for p in held
    )


def _spaced(before: str, words: str, after: str) -> str:
    """Words put between others, with white space where letters would touch."""
    if words and before and before[-1].isalnum() and words[0].isalnum():
        words = " " + words
    return words + " " if words and after and after[0].isalnum() and words[-1].isalnum() else words
