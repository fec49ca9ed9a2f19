"""Accepted alignments -> families: one base, and the witnesses that each run parallel to it.

Never a chain: whoever belongs to a family has an alignment with its base, over the same part of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stemma.lineage.align import Match, align, itself
from stemma.lineage.candidates import Proposal, Stretch
from stemma.lineage.passages import Form

# Of the shorter of two parts of a base that must lie in the other for both to be one family's.
_OVERLAP = 0.6
_CENTRES = 3  # wordings tried as a better base
_COVERS = 0.8  # of the family's part of the base, by whoever takes the base's place


class Member(NamedTuple):
    """A wording in a family; `match.a` is the base, `match.b` the wording."""

    form: int
    match: Match


class Group(NamedTuple):
    """A family in the making: the base wording, its part [start, end) in items, the others."""

    base: int
    start: int
    end: int
    members: tuple[Member, ...]


def group(
    forms: Sequence[Form], bases: Sequence[Stretch], proposals: Sequence[Proposal]
) -> list[Group]:
    """Families of wordings; a stretch that only recurs unchanged makes one with itself."""
    by_base: dict[Stretch, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        by_base[proposal.base].append(proposal)
    return [made for base in bases for made in _of_base(forms, base, by_base.get(base, []))]


def _of_base(
    forms: Sequence[Form], base: Stretch, proposals: Sequence[Proposal]
) -> Iterator[Group]:
    """What pages that repeat another one have is held against the families that the others make, and makes
    some of its own of what is left."""
    parts = _Parts(forms, base)
    held = forms[base.form].sentences
    if sum(one.article_id not in forms[base.form].again for own in held for one in own) > 1:
        parts.add_itself()
    parts.add([one for one in proposals if forms[one.form].is_first])
    firsts = [_recentred(forms, made) for made in parts.groups()]
    known = [len(members) for members in parts.members]
    if sum(map(len, held)) > 1:
        parts.add_itself()
    parts.add([one for one in proposals if not forms[one.form].is_first], len(firsts))
    for made, inside, number in zip(firsts, parts.members, known, strict=False):
        yield _with(forms, made, inside[number:])
    yield from (_recentred(forms, made) for made in parts.groups(len(firsts)))


class _Parts:
    """The parts of a base that are families, with the wordings that run parallel to each."""

    def __init__(self, forms: Sequence[Form], base: Stretch) -> None:
        self._forms, self._base = forms, base
        self._spans: list[tuple[int, int]] = []
        self.members: list[list[Member]] = []

    def groups(self, first: int = 0) -> list[Group]:
        """The families from that number on."""
        found = zip(self._spans[first:], self.members[first:], strict=True)
        return [Group(self._base.form, *span, tuple(inside)) for span, inside in found]

    def add_itself(self) -> None:
        """The base as a whole, if it says enough and no part of it is a family yet."""
        own = self._forms[self._base.form].part(self._base.start, self._base.end)
        if not self._spans and align(own, own) is not None:
            self._new(self._base.start, self._base.end)

    def add(self, proposals: Iterable[Proposal], fixed: int = 0) -> None:
        """More wordings, the widest first. `fixed`: so many parts stay as they are."""
        for proposal in sorted(proposals, key=_widest_first):
            match = _clear_of(self._forms, self._spans, proposal)
            # What can't stand without the shared words belongs with them: no word is in two families.
            at = _touched(self._spans, match.a_start, match.a_end)
            if at is None:
                at = self._new(match.a_start, match.a_end)
            if at >= fixed:
                first, last = self._spans[at]
                self._spans[at] = min(first, match.a_start), max(last, match.a_end)
            self.members[at].append(Member(proposal.form, match))

    def _new(self, start: int, end: int) -> int:
        self._spans.append((start, end))
        self.members.append([])
        return len(self._spans) - 1


def _with(forms: Sequence[Form], made: Group, late: Sequence[Member]) -> Group:
    """A family with more wordings, as far as these run parallel to its part of the base."""
    own = forms[made.base].part(made.start, made.end)
    members = list(made.members)
    for form, (first, last) in ((one.form, (one.match.b_start, one.match.b_end)) for one in late):
        match = align(own, forms[form].part(first, last))
        if match is not None:
            members.append(Member(form, match.shifted(made.start, first)))
    return made._replace(members=tuple(members))


def _widest_first(proposal: Proposal) -> tuple[int, int]:
    return proposal.match.a_start - proposal.match.a_end, proposal.form


def _clear_of(forms: Sequence[Form], parts: Sequence[tuple[int, int]], proposal: Proposal) -> Match:
    """The alignment, without what little it shares with parts that are not its own."""
    match = proposal.match
    if _part(parts, match.a_start, match.a_end) is not None:
        return match
    start = max([match.a_start, *(b for a, b in parts if a <= match.a_start < b)])
    end = min([match.a_end, *(a for a, b in parts if a < match.a_end <= b)])
    if (start, end) == (match.a_start, match.a_end) or start >= end:
        return match
    own, other = forms[proposal.base.form], forms[proposal.form]
    clear = align(own.part(start, end), other.part(match.b_start, match.b_end))
    return clear.shifted(start, match.b_start) if clear is not None else match


def _part(parts: Sequence[tuple[int, int]], start: int, end: int) -> int | None:
    for number, (a, b) in enumerate(parts):
        if min(b, end) - max(a, start) >= _OVERLAP * min(b - a, end - start):
            return number
    return None


def _touched(parts: Sequence[tuple[int, int]], start: int, end: int) -> int | None:
    """The part that shares most with a stretch, if any shares a word with it."""
    shared = [(min(b, end) - max(a, start), -number) for number, (a, b) in enumerate(parts)]
    most, number = max(shared, default=(0, 0))
    return -number if most > 0 else None


def _recentred(forms: Sequence[Form], made: Group) -> Group:
    """The family around its most attested wording, if all others run parallel to that one too."""
    candidates = [
        Member(made.base, itself(forms[made.base], made.start, made.end)),
        *(m for m in made.members if _covers(m.match, made)),
    ]
    ranked = sorted(candidates, key=lambda m: _standing(forms[m.form], m.form == made.base))
    for centre in ranked[:_CENTRES]:
        if centre.form == made.base:
            return made
        around = _around(forms, made, centre)
        if around is not None:
            return around
    return made


def _standing(form: Form, is_base: bool) -> tuple[int, bool, bool, tuple[object, ...]]:
    tagged = any(surface.tagged for surface in form.surfaces)
    return -len(form.articles()), not tagged, not is_base, form.order


def _covers(match: Match, made: Group) -> bool:
    return match.a_end - match.a_start >= _COVERS * (made.end - made.start)


def _around(forms: Sequence[Form], made: Group, centre: Member) -> Group | None:
    """The same stretches held against the centre's instead, or None if one does not run parallel."""
    start, end = centre.match.b_start, centre.match.b_end
    own = forms[centre.form].part(start, end)
    members = []
    for other in [Member(made.base, itself(forms[made.base], made.start, made.end)), *made.members]:
        if other.form == centre.form and other.match.b_start == start:
            continue
        first, last = other.match.b_start, other.match.b_end
        match = align(own, forms[other.form].part(first, last))
        if match is None:
            return None
        members.append(Member(other.form, match.shifted(start, first)))
    return Group(centre.form, start, end, tuple(members))
