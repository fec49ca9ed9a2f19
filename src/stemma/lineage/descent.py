"""Families -> who copied whom: for each witness its exemplar, another witness or the archetype.

An exemplar has nothing that its copy lacks, but for what the copy changed back, which hardly happens; what
both have changed alike, the copy has of it. So for each witness every other one is weighed against the
family's archetype: each changed reading in common speaks for it, the more the rarer such a change is;
each changed reading that the copy lacks speaks against it. Passages that stand beside each other in both
articles, and what other passages of the two show, add to it; an exemplar's article of a later date takes
from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from stemma.lineage.places import Told
from stemma.lineage.primary import Judged, Ranked
from stemma.model import Archetype, Article, Copy, Parallel, Variant, Witness, span_id

DECIDED = 3.0  # bits
DECIDED_FOR_EACH = (
    2.0  # for the archetype's having the older words, at each place where a witness differs
)
DECIDED_FOR_ONE = 4.5  # for one witness rather than the archetype and all other witnesses
# Shares of the places at which a copier makes a change of a kind that is no learnt swap.
_RATE = {
    "number": 0.03, "name": 0.03, "quote words": 0.05, "omission": 0.05, "addition": 0.03,
    "wording": 0.03, "order": 0.02, "swap": 0.2, "spelling": 0.1,
}  # fmt: skip
_PHRASE = 3  # words
_BACK = 0.01  # share of changed places that a copier changes back
_BEHIND_CUT = 8.0  # against an exemplar that lacks what the copy has
_NEIGHBOUR = 2.0  # for a passage that stands beside the same one in both articles
_LATER = 3.0  # against an exemplar whose article has a later date
_COMPANY = 4.0  # what all other passages of the two articles may add, at most
_FEWEST_IN_COMMON = 2.0  # bits of changed readings in common, to be weighed at all


# Family, exemplar's and copy's article -> bits that the other families of these two articles add.
Company = dict[tuple[str, str, str], float]


class Changed(NamedTuple):
    """A reading that is not the older one: its place and number, how rarely a copier makes it by
    itself (`rare`, in bits), how sure it is that it is not the older one (`sure`, in bits)."""

    place: int
    reading: int
    rare: float
    sure: float
    what: str


class Node(NamedTuple):
    """Witnesses that read alike at every place, with their changed readings. `cut`: the places where
    they have none."""

    witnesses: tuple[Witness, ...]
    changed: dict[int, Changed]
    cut: frozenset[int]

    @property
    def first(self) -> Witness:
        """The one that stands for all."""
        return self.witnesses[0]


class _Edge(NamedTuple):
    """An exemplar in question: bits for it beyond the archetype; `later`: bits for the copy's being the
    later of the two; and the reasons."""

    exemplar: Node
    bits: float
    later: float
    how: tuple[str, ...]


class Around(NamedTuple):
    """What is known beside the families: dates of articles, tagged witnesses, neighbours of witnesses."""

    date: Mapping[str, str]
    tagged: frozenset[str]
    beside: Mapping[str, frozenset[str]]


def around(
    articles: Iterable[Article], witnesses: Iterable[Witness], tagged: Iterable[str]
) -> Around:
    """`tagged`: ids of witnesses on whose passage an agency's tag stands."""
    date = {a.id: a.published[:10] for a in articles if a.published and len(a.published) >= 10}
    inside: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        inside[witness.article_id].append(witness)
    beside: dict[str, set[str]] = defaultdict(set)
    for held in inside.values():
        for one, other in pairwise(sorted(held, key=lambda w: (w.start, w.id))):
            beside[one.id].add(f"before {other.family_id}")
            beside[other.id].add(f"behind {one.family_id}")
    return Around(date, frozenset(tagged), {name: frozenset(b) for name, b in beside.items()})


def graphs_of(told: Sequence[Told], judged: Judged, known: Around) -> dict[str, list[Node]]:
    """Family of shared prose -> its distinct wordings, an exemplar always before its copies."""
    prose = (one for one in told if one.family.kind == "prose" and one.family.carriers > 1)
    return {one.family.id: _nodes(one, judged, known) for one in prose}


def _nodes(told: Told, judged: Judged, known: Around) -> list[Node]:
    ranked = judged.places[told.family.id]
    alike: dict[tuple[int | None, ...], list[Witness]] = defaultdict(list)
    for witness in told.witnesses:
        alike[told.held[witness.id]].append(witness)
    nodes = [
        _node(held, sorted(inside, key=lambda w: _standing(w, known)), ranked, judged)
        for held, inside in alike.items()
    ]
    return sorted(nodes, key=_age)


def _age(node: Node) -> tuple[int, float, str]:
    """What an exemplar has less of than its copy: places that are cut off, and changes."""
    return len(node.cut), round(sum(_sureness(c) for c in node.changed.values()), 6), node.first.id


def _standing(witness: Witness, known: Around) -> tuple[bool, str, str]:
    return witness.id not in known.tagged, known.date.get(witness.article_id, "9"), witness.id


def _node(
    held: Sequence[int | None],
    inside: Sequence[Witness],
    ranked: Sequence[Ranked],
    judged: Judged,
) -> Node:
    changed: dict[int, Changed] = {}
    cut: set[int] = set()
    for number, one in zip(held, ranked, strict=True):
        at = one.place.number
        if number is None:
            cut.add(at)
        elif number != one.primary:
            changed[at] = _changed(one, number, judged)
            if one.place.is_cut:
                cut.add(at)
    return Node(tuple(inside), changed, frozenset(cut))


def _changed(ranked: Ranked, number: int, judged: Judged) -> Changed:
    reading, older = ranked.place.readings[number], ranked.place.readings[ranked.primary]
    what = f"«{reading.text or '—'}» for «{older.text or '—'}»"
    rate = _rate(ranked, reading.variant or older.variant, judged)
    return Changed(ranked.place.number, number, -log2(rate), max(ranked.bits, 0.0), what)


def _rate(ranked: Ranked, variant: Variant | None, judged: Judged) -> float:
    """How likely another copier makes the same change by itself."""
    if variant is not None and variant.swap_id is not None:
        return min(max(judged.swaps[variant.swap_id].share, 0.05), 0.6)
    rate = _RATE[variant.kind if variant is not None else ranked.place.kind]
    if variant is not None and variant.kind == "wording" and len(variant.text.split()) <= _PHRASE:
        # It may be an entry of the same machine's list, which was not seen often enough to be learnt.
        return max(rate, min(judged.share(), 0.6))
    return rate


def copies(
    told: Sequence[Told],
    graphs: Mapping[str, Sequence[Node]],
    aligned: Mapping[str, str],
    known: Around,
    archetypes: Mapping[str, Archetype],
) -> list[Copy]:
    """An edge for each witness of shared prose but the one that stands for the archetype. `graphs`: see
    `graphs_of`; `aligned`: see `alignments`; `archetypes`: family -> its archetype."""
    prose = [one for one in told if one.family.id in graphs]
    company: Company = {}
    for last in (False, True):
        found: list[Copy] = []
        weighed: dict[tuple[str, str, str], float] = defaultdict(float)
        for one in prose:
            nodes = graphs[one.family.id]
            for number, node in enumerate(nodes):
                edges = list(_edges(node, nodes[:number], known, company))
                for edge in edges:
                    weighed[_pair(edge.exemplar, node)] += max(edge.bits, 0.0)
                if last:
                    found.extend(_rows(one, node, edges, known, aligned, archetypes[one.family.id]))
        company = _company(weighed)
    return sorted(found, key=lambda copy: copy.id)


def _pair(exemplar: Node, copy: Node) -> tuple[str, str, str]:
    return copy.first.family_id, exemplar.first.article_id, copy.first.article_id


def _company(weighed: Mapping[tuple[str, str, str], float]) -> Company:
    """What the two articles' passages of all other families show."""
    total: dict[tuple[str, str], float] = defaultdict(float)
    for (_, exemplar, copy), bits in sorted(weighed.items()):
        total[exemplar, copy] += bits
    return {
        key: min(_COMPANY, (total[key[1:]] - bits) / 2) for key, bits in sorted(weighed.items())
    }


def alignments(told: Sequence[Told], parallels: Iterable[Parallel]) -> dict[str, str]:
    """Witness -> its alignment with the base; for the base, the first that another has with it."""
    found = {p.witness_id: p.id for p in parallels}
    for one in told:
        others = sorted(found[w.id] for w in one.witnesses if w.id in found)
        if others:
            found.setdefault(one.family.base_id, others[0])
    return found


def _edges(node: Node, older: Sequence[Node], known: Around, company: Company) -> Iterator[_Edge]:
    """The witnesses that have changed readings in common with this one, as its exemplars."""
    choices = sum(bool(_common(node, other)) for other in older)
    for other in older:
        common = _common(node, other)
        worth = sum(one.rare * _sureness(one) for one in common)
        if worth < _FEWEST_IN_COMMON:
            continue
        bits = worth - log2(1 + choices)
        reasons = [f"both have {', '.join(one.what for one in common)} ({worth:.1f} bits)"]
        for weight, why in _besides(node, other, known, company):
            bits += weight
            reasons.append(f"{why} ({weight:+.1f})")
        yield _Edge(other, round(bits, 2), _later(node, other), tuple(reasons))


def _later(node: Node, other: Node) -> float:
    """What shows that `node` is the later one: changes that the other has not, words that it lost."""
    own = sum(one.sure for place, one in node.changed.items() if _lacks(other, place, one))
    return own + (_BEHIND_CUT if node.cut - other.cut else 0.0)


def _common(node: Node, other: Node) -> list[Changed]:
    return [
        one
        for place, one in sorted(node.changed.items())
        if place in other.changed and other.changed[place].reading == one.reading
    ]


def _sureness(one: Changed) -> float:
    """0 where nothing shows which reading is older, 1 where it is certain."""
    return float(2 / (1 + 2.0**-one.sure)) - 1


def _besides(
    node: Node, other: Node, known: Around, company: Company
) -> Iterator[tuple[float, str]]:
    lacking = [one for place, one in other.changed.items() if _lacks(node, place, one)]
    if lacking:
        against = sum(min(-log2(_BACK), one.sure) for one in lacking)
        yield -against, f"it has {', '.join(o.what for o in lacking)} besides, which this has not"
    if other.cut - node.cut:
        yield -_BEHIND_CUT, "it lacks words that this has"
    beside = known.beside.get(node.first.id, frozenset()) & known.beside.get(
        other.first.id, frozenset()
    )
    if beside:
        yield _NEIGHBOUR * len(beside), "the same passage stands beside it in both articles"
    dates = [known.date.get(n.first.article_id) for n in (other, node)]
    if dates[0] and dates[1] and dates[0] > dates[1]:
        yield -_LATER, "its article has a later date"
    more = company.get(_pair(other, node), 0.0)
    if more > 0.05:
        yield more, "other passages of the two articles show the same"


def _lacks(node: Node, place: int, one: Changed) -> bool:
    if place in node.cut:
        return False
    return place not in node.changed or node.changed[place].reading != one.reading


def _rows(
    told: Told,
    node: Node,
    edges: Sequence[_Edge],
    known: Around,
    aligned: Mapping[str, str],
    archetype: Archetype,
) -> Iterator[Copy]:
    ranked = sorted(edges, key=lambda edge: (-edge.bits, edge.exemplar.first.id))
    best = ranked[0] if ranked else None
    second = max(ranked[1].bits if len(ranked) > 1 else 0.0, 0.0)
    exemplar, direction, how = archetype.id, "undecided", ""
    if best is not None and best.bits > 0:
        sure = best.bits - second
        exemplar, how = best.exemplar.first.id, "; ".join(best.how)
        decided = sure >= DECIDED_FOR_ONE and best.later >= DECIDED
        direction = "forward" if decided else "undecided"
        how += f"; {sure:.1f} bits beyond the next best, {best.later:.1f} for its being the earlier one"
    else:
        direction, how = _from_archetype(node, best, archetype)
    for witness in node.witnesses:
        if archetype.conjecture or witness.id != archetype.witness_id:
            alike = witness is not node.first and not node.changed and archetype.lost is None
            own = _identical(node) if alike else (exemplar, direction, how)
            yield _row(told, witness, *own, aligned)


def _from_archetype(node: Node, best: _Edge | None, archetype: Archetype) -> tuple[str, str]:
    if archetype.lost is not None:
        # Who was copied first is open; that words were there before they were lost is not.
        return (
            "forward",
            f"it lacks {archetype.lost}, as all others do: damage of a common ancestor",
        )
    if best is not None and best.bits > -DECIDED:
        return (
            "undecided",
            f"it may be a copy of {best.exemplar.first.id} as well: {'; '.join(best.how)}",
        )
    if not node.changed:
        return (
            "undecided",
            "its words are those of the likely original; nothing shows which came first",
        )
    changes = ", ".join(
        f"{one.what} ({one.sure:.1f} bits)"
        for one in sorted(node.changed.values(), key=lambda one: (-one.sure, one.place))
    )
    least, most = (pick(one.sure for one in node.changed.values()) for pick in (min, max))
    if least >= DECIDED_FOR_EACH:
        return "forward", f"it has {changes}; no other version explains them better"
    said = "too little shows" if most else "nothing shows"
    return "undecided", f"{said} which came first: {changes}"


def _identical(node: Node) -> tuple[str, str, str]:
    return node.first.id, "undecided", "the same words; nothing shows which came first"


def _row(
    told: Told,
    witness: Witness,
    exemplar: str,
    direction: str,
    how: str,
    aligned: Mapping[str, str],
) -> Copy:
    return Copy(
        id=span_id("copy", witness.article_id, witness.start, witness.end),
        family_id=told.family.id,
        parallel_id=aligned[witness.id],
        exemplar_id=exemplar,
        copy_id=witness.id,
        direction=direction,
        article_id=witness.article_id,
        start=witness.start,
        end=witness.end,
        how=how,
        text=witness.text,
    )
