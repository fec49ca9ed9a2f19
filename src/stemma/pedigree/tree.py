"""Wordings, archetype and copies of a family -> what each wording was copied from."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stemma.model import Archetype, Copy, Family, Parallel, Variant, Witness
from stemma.pedigree.original import original_readings
from stemma.pedigree.wordings import ABSENT, BASE, Readings, Wordings, variants_of, wordings
from stemma.text.tokens import compared_words


class Edge(NamedTuple):
    """What a wording was copied from: another, or (None) a likely original that no version has."""

    exemplar: int | None
    forward: bool
    how: str


class Change(NamedTuple):
    """What one wording has in place of another's words; `kinds`: of the variants that these are."""

    older: str
    newer: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pedigree:
    """The tree of a family. `root`: the wording of the likely original, None if that is a conjecture;
    `original`: its readings, None if they are not known one by one; `edges`: for each other wording of
    which something is said; `rows`: version -> its row in `copies`."""

    wordings: Wordings
    archetype: Archetype | None = None
    root: int | None = None
    original: Readings | None = None
    edges: dict[int, Edge] = field(default_factory=dict)
    rows: dict[str, Copy] = field(default_factory=dict)

    @property
    def nodes(self) -> int:
        """Distinct wordings, with that of a likely original which no version has."""
        return len(self.wordings.all) + (self.archetype is not None and self.root is None)

    @property
    def decided(self) -> int:
        """Copies of which it is decided what they were copied from."""
        return sum(copy.direction == "forward" for copy in self.rows.values())

    def readings(self, wording: int | None) -> Readings | None:
        """Of a wording, or (None) of the likely original."""
        return self.original if wording is None else self.wordings.all[wording].readings

    def changes(self, older: int | None, newer: int) -> tuple[Change, ...]:
        """Where two wordings read differently, as far as both are there."""
        places = self.wordings.places
        return tuple(
            Change(places[at].texts[a], places[at].texts[b], places[at].kinds(a, b))
            for at, a, b in self._differing(older, newer)
        )

    def ages(self, replacements: Mapping[str, str]) -> dict[tuple[int, int], str]:
        """(place, reading) -> `older`, `later`, or `perhaps older`: what the likely original has. A
        copy is decided as a whole, its differences only if it has one alone, or one is a swap's
        replacement. `replacements`: swap -> the side, as compared, that is known to be it."""
        shown = [
            (at, a, b)
            for wording, edge in self.edges.items()
            if edge.forward and (found := list(self._differing(edge.exemplar, wording)))
            for at, a, b in found
            if len(found) == 1 or self._replaced(at, a, b, replacements)
        ]
        later = {(at, b) for at, _, b in shown}
        older = {(at, a) for at, a, _ in shown} - later
        known = {at for at, _ in older}
        perhaps = {
            (at, reading) for at, reading in enumerate(self.original or ()) if at not in known
        }
        return (
            {one: "perhaps older" for one in perhaps if one[1] != ABSENT}
            | dict.fromkeys(older, "older")
            | {one: "later" for one in later if one[0] in known}
        )

    def _replaced(self, at: int, a: int, b: int, replacements: Mapping[str, str]) -> bool:
        place = self.wordings.places[at]
        swaps = {place.variants[r - 1].swap_id for r in (a, b) if r > BASE}
        sides = {replacements[swap] for swap in swaps if swap and swap in replacements}
        return " ".join(compared_words(place.texts[b])) in sides

    def _differing(self, older: int | None, newer: int) -> Iterator[tuple[int, int, int]]:
        left, right = self.readings(older), self.readings(newer)
        if left is None or right is None:
            return
        for at, (a, b) in enumerate(zip(left, right, strict=True)):
            if a != b and ABSENT not in (a, b):
                yield at, a, b


def pedigree(
    family: Family,
    witnesses: Sequence[Witness],
    variants: Sequence[Variant],
    parallels: Iterable[Parallel] = (),
    archetype: Archetype | None = None,
    copies: Iterable[Copy] = (),
) -> Pedigree:
    """The tree of a family. All rows given belong to it."""
    rows = {copy.copy_id: copy for copy in copies}
    has = variants_of(witnesses, variants)
    apart = {witness.id: _outside(witness.id, has, rows) for witness in witnesses}
    made = wordings(family, witnesses, variants, parallels, apart)
    if archetype is None:
        return Pedigree(made, rows=rows)
    root = None if archetype.conjecture else made.of.get(archetype.witness_id)
    edges = _edges(made, root, rows)
    return Pedigree(made, archetype, root, original_readings(made, archetype), edges, rows)


def _outside(
    name: str, has: Mapping[str, frozenset[str]], rows: Mapping[str, Copy]
) -> Hashable | None:
    """What a version was copied from, be it through others with the same words, and how surely."""
    at, met = name, {name}
    while at in rows:
        copy = rows[at]
        if has.get(copy.exemplar_id) != has[name]:
            return has.get(copy.exemplar_id, copy.exemplar_id), copy.direction
        at = copy.exemplar_id
        if at in met:
            break
        met.add(at)
    return None


def _edges(made: Wordings, root: int | None, rows: Mapping[str, Copy]) -> dict[int, Edge]:
    """Each wording's, as its first version with an exemplar of other words has it."""
    found = {}
    for one in made.all:
        for copy in [rows[w.id] for w in one.witnesses if w.id in rows]:
            exemplar = made.of.get(copy.exemplar_id, root)
            if one.number not in (exemplar, root):
                found[one.number] = Edge(exemplar, copy.direction == "forward", copy.how)
                break
    return found
