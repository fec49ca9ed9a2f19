"""A family's records -> its text as segments: stretches that all witnesses share, and places with the
readings of each. Nothing is aligned anew; the segments follow the recorded variants.

Places that overlap, as `U.S. reply` and `reply`, are one segment. Where a witness is cut short, what it has
no part in ends at a segment's edge. So every witness is the sum of what it has in the segments.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from stemma.export.rows import Rows
from stemma.model import Family, Variant, Witness
from stemma.report.words import kind_of
from stemma.text.tokens import words

Cell = tuple[int, int] | None  # words of a witness; None where it is cut and has no reading


class Word(NamedTuple):
    """A word as compared, and where it stands in the witness's text."""

    n: str
    start: int
    end: int


class Version(NamedTuple):
    """A witness with its words, and which of them each segment has. `name`: the siglum of its article,
    with a number from the second passage of one article on."""

    name: str
    witness: Witness
    words: tuple[Word, ...]
    cells: tuple[Cell, ...] = ()


class Reading(NamedTuple):
    """What some versions (by number) have in a segment. `kind`: of difference from the base, empty for what
    the base has; `variants`: the rows that say so."""

    words: tuple[str, ...]
    versions: tuple[int, ...]
    kind: str = ""
    variants: tuple[str, ...] = ()


class Segment(NamedTuple):
    """A stretch of the base's words. `places`: the recorded places in it, none where all have the same
    words; `readings`: the base's first; `cut`: the versions that end before it or begin behind it."""

    first: int
    last: int
    places: tuple[int, ...]
    readings: tuple[Reading, ...]
    cut: tuple[int, ...]


class Collation(NamedTuple):
    """A family as a table: its versions, the number of the base among them, and the segments."""

    family: Family
    versions: tuple[Version, ...]
    base: int
    segments: tuple[Segment, ...]


class _Change(NamedTuple):
    """A variant as a range of the base's words, and the number of words in its place."""

    first: int
    last: int
    size: int
    cut: bool
    variant: Variant


class _Stretch(NamedTuple):
    """A segment in the making."""

    first: int
    last: int
    changes: tuple[_Change, ...]


def collated(rows: Rows, family: Family) -> Collation:
    """A family's witnesses and variants as a table."""
    versions = list(_versions(rows, rows.witnesses.get(family.id, [])))
    base = next(i for i, one in enumerate(versions) if one.witness.id == family.base_id)
    changes = list(_changes(rows.variants.get(family.id, []), versions, versions[base]))
    own: dict[str, list[_Change]] = defaultdict(list)
    for change in changes:
        for name in change.variant.witness_ids:
            own[name].append(change)
    size = len(versions[base].words)
    stretches = _stretches(changes, size)
    told = [one._replace(cells=_cells(stretches, own[one.witness.id], size)) for one in versions]
    if not all(_adds_up(one, told[base], stretches) for one in told):
        # Records that contradict each other: still every witness's words, as one place.
        stretches = [_Stretch(0, size, tuple(changes))]
        told = [one._replace(cells=((0, len(one.words)),)) for one in versions]
    return Collation(family, tuple(told), base, tuple(_segments(told, base, stretches)))


def held(collation: Collation) -> list[tuple[int | None, ...]]:
    """For each version the numbers of its readings; None where it is cut."""
    rows: list[list[int | None]] = [[None] * len(collation.segments) for _ in collation.versions]
    for at, segment in enumerate(collation.segments):
        for number, reading in enumerate(segment.readings):
            for version in reading.versions:
                rows[version][at] = number
    return [tuple(row) for row in rows]


def text_of(version: Version, cell: tuple[int, int]) -> str:
    """The characters of some words of a version, with what stands before each; behind its last word, to
    the end. All cells of a version together are its text."""
    first, last = cell
    if first == last:
        return ""
    start = version.words[first - 1].end if first else 0
    end = version.words[last - 1].end if last < len(version.words) else None
    return version.witness.text[start:end]


def said(version: Version, cell: Cell) -> tuple[str, ...]:
    """The words of a cell, as compared."""
    return tuple(word.n for word in version.words[slice(*cell)]) if cell else ()


# -- the words of witnesses -----------------------------------------------------------------------


def _versions(rows: Rows, witnesses: Iterable[Witness]) -> Iterator[Version]:
    seen: Counter[str] = Counter()
    known: dict[tuple[object, ...], tuple[Word, ...]] = {}
    for witness in {w.id: w for w in witnesses}.values():
        name = rows.sigla[witness.article_id]
        seen[name] += 1
        name = name if seen[name] == 1 else f"{name}-{seen[name]}"
        sentence = rows.sentences[witness.sentence_id]
        at = witness.start - sentence.start, witness.end - sentence.start
        tags = tuple(
            (tag.start - sentence.start, tag.end - sentence.start)
            for tag in rows.tags.get(sentence.id, ())
        )
        told = sentence.text, at, tags
        if told not in known:
            known[told] = tuple(_words(*told))
        yield Version(name, witness, known[told])


def _words(text: str, at: tuple[int, int], tags: Iterable[tuple[int, int]]) -> Iterator[Word]:
    """The words of a part of a sentence that are compared: those of a tag are not. The whole sentence is
    looked at, for what stands around a word tells what it is."""
    for token in words(text):
        inside = at[0] <= token.start and token.end <= at[1]
        if inside and not any(a <= token.start and token.end <= b for a, b in tags):
            yield Word(token.n, token.start - at[0], token.end - at[0])


# -- variants as ranges of words ------------------------------------------------------------------


def _changes(
    variants: Iterable[Variant], versions: Sequence[Version], base: Version
) -> Iterator[_Change]:
    named = {version.witness.id: version for version in versions}
    for variant in variants:
        first, last = _range(base, variant.base_start, variant.base_end)
        start, end = _range(named[variant.witness_ids[0]], variant.start, variant.end)
        yield _Change(first, last, end - start, _is_cut(variant), variant)


def _range(version: Version, start: int, end: int) -> tuple[int, int]:
    """The words of a version between two offsets into its article; of none, the place between two."""
    at = version.witness.start
    if start == end:
        before = sum(word.end + at <= start for word in version.words)
        return before, before
    found = [i for i, w in enumerate(version.words) if start <= w.start + at and w.end + at <= end]
    return (found[0], found[-1] + 1) if found else (0, 0)


def _is_cut(variant: Variant) -> bool:
    """Whether a witness ends here, or begins behind it, rather than reads differently."""
    return variant.kind == "omission" and variant.how.startswith("the witness is cut short")


def _stretches(changes: Sequence[_Change], size: int) -> list[_Stretch]:
    """The base from end to end: places that overlap as one, and what lies between, parted where a witness
    begins or ends."""
    edges = {at for one in changes if one.cut for at in (one.first, one.last)}
    found: list[_Stretch] = []
    at = 0
    for place in _joined([one for one in changes if not one.cut]):
        found.extend(_shared(at, place.first, edges))
        found.append(place)
        at = place.last
    return [*found, *_shared(at, size, edges)]


def _joined(changes: Iterable[_Change]) -> list[_Stretch]:
    found: list[_Stretch] = []
    for one in sorted(changes, key=lambda c: (c.first, c.last, c.variant.id)):
        last = found[-1] if found else None
        same = last is not None and (last.first, last.last) == (one.first, one.last)
        if last is not None and (same or one.first < last.last):
            found[-1] = _Stretch(last.first, max(last.last, one.last), (*last.changes, one))
        else:
            found.append(_Stretch(one.first, one.last, (one,)))
    return found


def _shared(first: int, last: int, edges: Iterable[int]) -> Iterator[_Stretch]:
    for at in sorted(edge for edge in edges if first < edge < last):
        yield _Stretch(first, at, ())
        first = at
    if first < last:
        yield _Stretch(first, last, ())


# -- what each witness has ------------------------------------------------------------------------


def _cells(stretches: Sequence[_Stretch], own: Sequence[_Change], size: int) -> tuple[Cell, ...]:
    """`own`: the changes of one witness; `size`: words of the base."""
    begins = max((c.last for c in own if c.cut and c.first == 0), default=0)
    ends = min((c.first for c in own if c.cut and c.first > 0), default=size)
    held = {change.variant.id for change in own}
    cells: list[Cell] = []
    at = 0
    for one in stretches:
        here = [change for change in one.changes if change.variant.id in held]
        if not here and _is_outside(one, begins, ends, size):
            cells.append(None)
            continue
        words = min(one.last, ends) - max(one.first, begins)
        words += sum(change.size - (change.last - change.first) for change in here)
        cells.append((at, at + words))
        at += words
    return tuple(cells)


def _is_outside(one: _Stretch, begins: int, ends: int, size: int) -> bool:
    if one.first < one.last:
        return one.last <= begins or one.first >= ends
    return 0 < begins >= one.first or size > ends <= one.first


def _adds_up(version: Version, base: Version, stretches: Sequence[_Stretch]) -> bool:
    """Whether all words of a version lie in its cells, and are the base's where it has no change."""
    at = 0
    for one, cell, own in zip(stretches, version.cells, base.cells, strict=True):
        if cell is None:
            continue
        if cell[0] != at or cell[1] < at or own is None:
            return False
        at = cell[1]
        if not one.changes and said(version, cell) != said(base, own):
            return False
    return at == len(version.words)


def _segments(
    told: Sequence[Version], base: int, stretches: Sequence[_Stretch]
) -> Iterator[Segment]:
    for number, one in enumerate(stretches):
        cut = tuple(i for i, version in enumerate(told) if version.cells[number] is None)
        places = sorted({change.variant.place for change in one.changes})
        readings = tuple(_readings(told, base, number, one.changes))
        yield Segment(one.first, one.last, tuple(places), readings, cut)


def _readings(
    told: Sequence[Version], base: int, number: int, changes: Sequence[_Change]
) -> Iterator[Reading]:
    """Versions with the same words and the same variants have one reading."""
    by_witness: Mapping[str, list[Variant]] = defaultdict(list)
    for change in changes:
        for name in change.variant.witness_ids:
            by_witness[name].append(change.variant)
    own = (), said(told[base], told[base].cells[number])
    held: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {own: []}
    kinds: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {own: ""}
    for i, version in enumerate(told):
        if version.cells[number] is not None:
            variants = by_witness.get(version.witness.id, [])
            one = tuple(v.id for v in variants), said(version, version.cells[number])
            held.setdefault(one, []).append(i)
            kinds.setdefault(one, _gravest(variants))
    for one in [own, *sorted(held.keys() - {own})]:
        yield Reading(one[1], tuple(held[one]), kinds[one], one[0])


def _gravest(variants: Sequence[Variant]) -> str:
    """Without a variant of its own, a witness that differs has lost a part to its cut."""
    kinds = [variant.kind for variant in variants] or ["omission"]
    return min(kinds, key=lambda kind: kind_of(kind).rank)
