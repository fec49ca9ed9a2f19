"""Groups of wordings -> families with their witnesses, alignments and variants, as records."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from stemma.lineage.align import Match, itself
from stemma.lineage.differ import Change, Side, changes, kind_of, moved
from stemma.lineage.group import Group, Member
from stemma.lineage.passages import Form, Phrase, Surface, any_first
from stemma.model import Family, Parallel, Sentence, Variant, Witness, group_id, key, span_id

_QUOTED = 0.75  # of the shared words in quotation marks, on either side, make a common statement
# A quotation's closing mark, with the comma or stop that may stand before it.
_CLOSING = re.compile(r"[.,!?]?[\"“”'‘’](?!\w)")
_FOLDED = frozenset({"swap", "spelling"})

# What is left of a wording once swaps, spelling and cuts are undone.
_Hard = frozenset[tuple[tuple[int, int], Phrase]]


class Telling(NamedTuple):
    """One surface in a family: its stretch, its alignment and its differences from the base."""

    side: Side
    match: Match
    sentences: list[Sentence]
    changes: list[Change]


class _Told(NamedTuple):
    """A telling with what is the same for every sentence of its text: its extent in the text, its
    readings, and whether it shares only quoted words; `ids`: the witness in each sentence."""

    side: Side
    match: Match
    sentences: list[Sentence]
    changes: list[Change]
    extent: tuple[int, int]
    ids: list[str]
    readings: list[tuple["Reading", Change]]
    quoted: bool

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """The witness, as offsets into the article."""
        return sentence.start + self.extent[0], sentence.start + self.extent[1]


class Collated(NamedTuple):
    """One family as records; `exchanges`: for each variant of one class, and each that has other words, its
    two phrases."""

    family: Family
    witnesses: list[Witness]
    parallels: list[Parallel]
    variants: list[Variant]
    exchanges: dict[str, tuple[Phrase, Phrase]]


class Reading(NamedTuple):
    """What some tellings have at one place."""

    place: tuple[int, int]
    words: Phrase
    kind: str
    how: str
    same_class: bool


class _Holder(NamedTuple):
    """A witness with a reading, and the change that shows it there."""

    name: str
    sentence: Sentence
    surface: Surface
    change: Change


def tellings(
    forms: Sequence[Form], made: Group, apart: Sequence[tuple[str, str]] = ()
) -> tuple[Side, list[Telling]]:
    """The base's stretch, and every surface of the family held against it. `apart`: pairs of ids of
    sentences of which, by hand, the first is no version of the second."""
    base_form = forms[made.base]
    at = _base_surface(base_form)
    base = _side(base_form, at, made.start, made.end)
    own = itself(base_form, made.start, made.end)
    found: list[Telling] = []
    for member in [Member(made.base, own), *made.members]:
        form, match = forms[member.form], member.match
        for number in range(len(form.surfaces)):
            side = _side(form, number, match.b_start, match.b_end)
            differs = changes(base, side, (match.a_start, match.a_end))
            found.append(Telling(side, match, form.sentences[number], differs))
    return base, _kept_apart(base, found, apart) if apart else found


def _kept_apart(
    base: Side, found: list[Telling], apart: Sequence[tuple[str, str]]
) -> list[Telling]:
    inside = {sentence.id for telling in found for sentence in telling.sentences}
    own = {s.id for telling in found if telling.side == base for s in telling.sentences}
    gone: set[str] = set()
    for passage, other in apart:
        if {passage, other} <= inside - gone:
            # A family is what runs parallel to its base, which therefore stays.
            gone.add(other if own - gone == {passage} else passage)
    left = [t._replace(sentences=[s for s in t.sentences if s.id not in gone]) for t in found]
    return [telling for telling in left if telling.sentences]


def collate(base: Side, found: Sequence[Telling], again: Set[str] = frozenset()) -> Collated:
    """A family's records. The first witness of the base's own surface is the base. `again`: the articles that
    repeat another one."""
    quotation = _is_quotation(base, found, again)
    told = [_told(base, telling, quotation) for telling in found]
    own = next(one for one in told if one.side == base)
    family_id = group_id("family", [name for one in told for name in one.ids])
    wordings = _wordings([_hard(one.readings) for one in told])
    at_base = _base(own, family_id, wordings, again)
    witnesses = [w for one in told for w in _witnesses(one, family_id, at_base.id, wordings)]
    parallels = [p for one in told for p in _parallels(one, base, family_id, at_base)]
    variants, exchanges = _variants(base, told, family_id, at_base)
    family = _family(family_id, at_base, quotation, found, witnesses)
    return Collated(family, sorted(witnesses, key=lambda w: w.id), parallels, variants, exchanges)


def _told(base: Side, telling: Telling, quotation: bool) -> _Told:
    start, end = _extent(telling.side)
    ids = [
        span_id("witness", s.article_id, s.start + start, s.start + end) for s in telling.sentences
    ]
    # Who has the base's very words has its prose too, however much of them is quoted.
    quoted = (quotation or telling.side != base) and _only_quoted(base, telling)
    return _Told(*telling, (start, end), ids, _readings(base, telling), quoted)


def _base_surface(form: Form) -> int:
    def standing(number: int) -> tuple[int, bool, str]:
        surface = form.surfaces[number]
        articles = {s.article_id for s in form.sentences[number]} - form.again
        return -len(articles), not surface.tagged, surface.text

    return min(range(len(form.surfaces)), key=standing)


def _side(form: Form, number: int, first: int, last: int) -> Side:
    return Side(form.surfaces[number], form.items, form.sides[number], first, last)


def _extent(side: Side) -> tuple[int, int]:
    """Offsets into the sentence's text; a stretch that reaches its first or last word takes the
    marks there along."""
    start, end = side.words(side.first, side.last)
    surface = side.surface
    first, last = surface.starts[start], surface.ends[end - 1]
    if end == len(surface.words):
        last = len(surface.text.rstrip())
    elif closing := _CLOSING.match(surface.text, last):
        last = closing.end()
    if start == 0 and not surface.tagged:
        first = 0
    elif first and surface.text[first - 1] in "\"“”'‘’":
        first -= 1
    return first, last


def _readings(base: Side, telling: Telling) -> list[tuple[Reading, Change]]:
    surface = telling.side.surface
    kinds: dict[int, str] = {}
    hows: dict[int, str] = {}
    texts: dict[int, Phrase] = {}
    for i, change in enumerate(telling.changes):
        kinds[i], hows[i] = kind_of(base.surface, surface, change)
        texts[i] = base.surface.phrase(*change.a) or surface.phrase(*change.b)
    for i in moved(kinds, texts):
        kinds[i], hows[i] = "order", "the same words stand elsewhere in this witness"
    return [
        (Reading(c.a, surface.phrase(*c.b), kinds[i], hows[i], c.same_class), c)
        for i, c in enumerate(telling.changes)
    ]


def _hard(readings: Sequence[tuple[Reading, Change]]) -> _Hard:
    return frozenset(
        (reading.place, reading.words)
        for reading, change in readings
        if reading.kind not in _FOLDED and not reading.same_class and not change.cut
    )


def _wordings(read: Iterable[_Hard]) -> dict[_Hard, int]:
    distinct: set[_Hard] = {*read, frozenset()}
    ordered = sorted(distinct, key=lambda hard: (len(hard) > 0, sorted(hard)))
    return {hard: number for number, hard in enumerate(ordered)}


def _base(own: _Told, family_id: str, wordings: Mapping[_Hard, int], again: Set[str]) -> Witness:
    held = zip(own.sentences, own.ids, strict=True)
    first = [name for sentence, name in held if sentence.article_id not in again]
    base_id = min(first or own.ids)
    return next(w for w in _witnesses(own, family_id, base_id, wordings) if w.id == base_id)


def _witnesses(
    one: _Told, family_id: str, base_id: str, wordings: Mapping[_Hard, int]
) -> Iterator[Witness]:
    how = "aligned" if one.changes else "identical"
    whole = not any(change.cut for change in one.changes)
    wording = wordings[_hard(one.readings)]
    text = one.side.surface.text[slice(*one.extent)]
    for name, sentence in zip(one.ids, one.sentences, strict=True):
        yield Witness(
            name,
            family_id,
            sentence.article_id,
            sentence.id,
            *one.span(sentence),
            whole,
            wording,
            one.quoted,
            "base" if name == base_id else how,
            text,
        )


def _parallels(one: _Told, base: Side, family_id: str, at_base: Witness) -> Iterator[Parallel]:
    match = one.match
    offset = at_base.start - _extent(base)[0]
    base_start, base_end = _extent(base._replace(first=match.a_start, last=match.a_end))
    how = "the same words" if not one.changes else match.rests_on
    text = one.side.surface.text[slice(*one.extent)]
    for name, sentence in zip(one.ids, one.sentences, strict=True):
        start, end = one.span(sentence)
        if name != at_base.id:
            yield Parallel(
                id=span_id("parallel", sentence.article_id, start, end),
                family_id=family_id,
                witness_id=name,
                base_id=at_base.id,
                article_id=sentence.article_id,
                start=start,
                end=end,
                base_article_id=at_base.article_id,
                base_start=base_start + offset,
                base_end=base_end + offset,
                matched=match.matched,
                run=match.run,
                bits=round(match.bits, 1),
                how=how,
                text=text,
            )


def _variants(
    base: Side, told: Sequence[_Told], family_id: str, at_base: Witness
) -> tuple[list[Variant], dict[str, tuple[Phrase, Phrase]]]:
    holders: dict[Reading, list[_Holder]] = defaultdict(list)
    for one in told:
        for reading, change in one.readings:
            for name, sentence in zip(one.ids, one.sentences, strict=True):
                holders[reading].append(_Holder(name, sentence, one.side.surface, change))
    places = {place: n for n, place in enumerate(sorted({r.place for r in holders}), 1)}
    variants: list[Variant] = []
    exchanges: dict[str, tuple[Phrase, Phrase]] = {}
    for number, reading in enumerate(sorted(holders), 1):
        name = f"variant-{key(family_id)}-{places[reading.place]}-{number}"
        held = sorted(holders[reading], key=lambda h: h.name)
        variants.append(
            _variant(name, places[reading.place], reading, held, base, family_id, at_base)
        )
        if reading.same_class or reading.kind == "wording":
            exchanges[name] = base.surface.phrase(*reading.place), reading.words
    return variants, exchanges


def _variant(
    name: str,
    place: int,
    reading: Reading,
    held: Sequence[_Holder],
    base: Side,
    family_id: str,
    at_base: Witness,
) -> Variant:
    _, sentence, surface, change = held[0]
    start, end = _characters(surface, change.b)
    base_start, base_end = _characters(base.surface, reading.place)
    offset = at_base.start - _extent(base)[0]
    return Variant(
        id=name,
        family_id=family_id,
        place=place,
        kind=reading.kind,
        swap_id=None,
        base_text=base.surface.text[base_start:base_end],
        base_start=base_start + offset,
        base_end=base_end + offset,
        witness_ids=tuple(h.name for h in held),
        article_id=sentence.article_id,
        start=sentence.start + start,
        end=sentence.start + end,
        how=reading.how,
        text=sentence.text[start:end],
    )


def _characters(surface: Surface, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    if start < end:
        return surface.starts[start], surface.ends[end - 1]
    at = surface.ends[start - 1] if start else 0
    return at, at


def _family(
    family_id: str,
    at_base: Witness,
    quotation: bool,
    found: Sequence[Telling],
    witnesses: Sequence[Witness],
) -> Family:
    core = min(telling.match.matched for telling in found)
    return Family(
        id=family_id,
        story_id=None,
        kind="quotation" if quotation else "prose",
        carriers=len({w.article_id for w in witnesses}),
        texts=len({w.wording for w in witnesses}),
        witnesses=len(witnesses),
        core=core,
        base_id=at_base.id,
        article_id=at_base.article_id,
        start=at_base.start,
        end=at_base.end,
        how="most attested wording, a tagged or longer one first; the direction is undecided",
        text=at_base.text,
    )


def _is_quotation(base: Side, found: Sequence[Telling], again: Set[str]) -> bool:
    """Whether only quoted words are shared, as pages show that repeat no other."""
    first = [telling for telling in found if any_first(telling.sentences, again)]
    counts = sum(s.article_id not in again for telling in first for s in telling.sentences)
    others = [telling for telling in (first if counts > 1 else found) if telling.side != base]
    if not others:
        return _quoted_share(base, []) >= _QUOTED
    return all(_only_quoted(base, telling) for telling in others)


def _only_quoted(base: Side, telling: Telling) -> bool:
    """Whether what is shared stands in quotation marks on either side: the other may have lost them."""
    shares = (
        _quoted_share(base, [change.a for change in telling.changes]),
        _quoted_share(telling.side, [change.b for change in telling.changes]),
    )
    return max(shares) >= _QUOTED


def _quoted_share(side: Side, differing: Sequence[tuple[int, int]]) -> float:
    """Of the words that are shared, how many stand in quotation marks."""
    start, end = side.words(side.first, side.last)
    differs = {i for a, b in differing for i in range(a, b)}
    shared = [i for i in range(start, end) if i not in differs]
    return sum(side.surface.quoted[i] for i in shared) / max(len(shared), 1)


def all_families(
    forms: Sequence[Form],
    groups: Sequence[Group],
    apart: Sequence[tuple[str, str]] = (),
    again: Set[str] = frozenset(),
) -> Iterator[Collated]:
    """The records of every family that has two witnesses. `apart`, `again`: see `tellings`, `collate`."""
    for made in groups:
        base, found = tellings(forms, made, apart)
        if sum(len(t.sentences) for t in found) > 1:
            yield collate(base, found, again)
