"""The first half of lineage: rounds of matching and learning swaps, until nothing changes."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from stemma.lineage.align import itself
from stemma.lineage.candidates import propose
from stemma.lineage.collate import Collated, all_families, tellings
from stemma.lineage.group import Group, Member, group
from stemma.lineage.passages import (
    ClassTable,
    Form,
    Phrase,
    Surface,
    any_first,
    forms,
    standing,
)
from stemma.lineage.swaps import SAME_COUNTRY, Pair, classes, learnt, observe
from stemma.model import Family, Parallel, Sentence, Swap, Variant, Witness

ROUNDS = 3  # of matching; each may learn swaps that let the next match more


class Lineage(NamedTuple):
    """What lineage finds, each list in order of id."""

    families: list[Family]
    witnesses: list[Witness]
    parallels: list[Parallel]
    variants: list[Variant]
    swaps: list[Swap]


_Pairs = dict[tuple[Phrase, Phrase], Pair]


class _Round(NamedTuple):
    """`pairs`: the swaps that pages teach which repeat no other; `all_pairs`: with the others."""

    forms: list[Form]
    groups: list[Group]
    pairs: _Pairs
    all_pairs: _Pairs


def trace(
    sentences: Iterable[Sentence],
    made: Mapping[str, Surface],
    codes: Mapping[Phrase, str] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    apart: Sequence[tuple[str, str]] = (),
    repeating: Callable[[Sequence[Witness], Mapping[str, str]], Set[str]] | None = None,
) -> Lineage:
    """Families of the sentences given. `made`: text -> surface, for every sentence; `codes`: forms
    of country names (as compared words) and the country of each, the only list that lineage is given;
    `progress`: rounds done, of how many; `apart`: pairs of ids of sentences of which, by hand, the first
    is no version of the second; `repeating`: the articles that repeat another one, as the families of the
    first round show, each with its commonest wording. What these have is held against what the others have,
    and changes nothing of it; a swap that they alone teach tells of their own words."""
    known = codes or {}
    found = standing(sentences, made)
    table = classes((), known)
    again: Set[str] = frozenset()
    for number in range(ROUNDS):
        progress(number, ROUNDS + 1)
        last = _match(found, table, known, apart, again)
        if number == 0 and repeating is not None:
            again = repeating(list(_shared(last)), _commonest(last))
            last = _match(found, table, known, apart, again) if again else last
        grown = classes(last.pairs, known)
        if grown == table or number == ROUNDS - 1:
            break
        table = grown
    progress(ROUNDS, ROUNDS + 1)
    families = list(all_families(last.forms, last.groups, apart, again))
    return _records([_of_copies(one, last.all_pairs, again) for one in families], last, known)


def _match(
    found: Mapping[Surface, list[Sentence]],
    table: ClassTable,
    known: Mapping[Phrase, str],
    apart: Sequence[tuple[str, str]],
    again: Set[str],
) -> _Round:
    made = forms(found, table, again)
    groups = group(made, *propose(made))
    pairs: _Pairs = {}
    all_pairs: _Pairs = {}
    for number, one in enumerate(groups):
        base, told = tellings(made, one, apart)
        first = any(t.side == base and any_first(t.sentences, again) for t in told)
        for telling in told:
            taught = (
                (all_pairs, pairs)
                if first and any_first(telling.sentences, again)
                else (all_pairs,)
            )
            for change, seen in product(telling.changes, taught):
                place = (number, *change.a)
                observe(seen, place, base.surface, telling.side.surface, change, known)
    return _Round(made, groups, learnt(pairs), learnt(all_pairs))


def _shared(found: _Round) -> Iterator[Witness]:
    """Who has the passages of each family, before these are made."""
    for number, made in enumerate(found.groups):
        own = Member(made.base, itself(found.forms[made.base], made.start, made.end))
        for form, match in (own, *made.members):
            for sentence in (s for held in found.forms[form].sentences for s in held):
                yield Witness(
                    sentence.id, f"{number}", sentence.article_id, sentence.id,
                    match.b_start, match.b_end, True, 0, False, "", sentence.text,
                )  # fmt: skip


def _commonest(found: _Round) -> dict[str, str]:
    """The wording of each family that most pages have."""
    return {
        f"{number}": tellings(found.forms, one)[0].surface.text
        for number, one in enumerate(found.groups)
    }


def _of_copies(one: Collated, pairs: _Pairs, again: Set[str]) -> Collated:
    """A family in which other words are swaps too that only pages have which repeat another one, where all
    pages together teach that."""
    own = {w.id for w in one.witnesses if w.article_id in again}
    if not own:
        return one
    found = [
        replace(variant, kind="swap") if _is_theirs(variant, one, pairs, own) else variant
        for variant in one.variants
    ]
    return one._replace(variants=found)


def _is_theirs(variant: Variant, one: Collated, pairs: _Pairs, own: Set[str]) -> bool:
    sides = one.exchanges.get(variant.id)
    taught = sides is not None and (min(sides), max(sides)) in pairs
    return taught and variant.kind == "wording" and set(variant.witness_ids) <= own


def _records(families: Sequence[Collated], last: _Round, known: Mapping[Phrase, str]) -> Lineage:
    swaps, used = _swaps(families, {**last.all_pairs, **last.pairs}, known)
    variants = [
        _with_swap(variant, used.get(variant.id)) for one in families for variant in one.variants
    ]
    witnesses = [w for one in families for w in one.witnesses]
    parallels = [p for one in families for p in one.parallels]
    records = [one.family for one in families]
    return Lineage(
        sorted(records, key=_by_id),
        sorted(witnesses, key=_by_id),
        sorted(parallels, key=_by_id),
        sorted(variants, key=_by_id),
        swaps,
    )


def _by_id(row: Family | Witness | Parallel | Variant) -> str:
    return row.id


def _with_swap(variant: Variant, swap: Swap | None) -> Variant:
    if swap is None:
        return variant
    how = f"{variant.how}; swap: {swap.how}" if variant.kind != "swap" else swap.how
    return replace(variant, swap_id=swap.id, how=how)


def _swaps(
    families: Sequence[Collated],
    pairs: _Pairs,
    known: Mapping[Phrase, str],
) -> tuple[list[Swap], dict[str, Swap]]:
    """The swaps seen in the final families, and which variant is an instance of which."""
    seen: dict[tuple[Phrase, Phrase], list[_Exchange]] = defaultdict(list)
    for one in families:
        for variant in one.variants:
            sides = one.exchanges.get(variant.id)
            if sides is not None and variant.kind in ("swap", "quote words"):
                exchange = _Exchange(variant, _with_base(one, variant))
                seen[min(sides), max(sides)].append(exchange)
    swaps = [_swap(sides, found, pairs.get(sides), known) for sides, found in sorted(seen.items())]
    used = {name: swap for swap in swaps for name in swap.variant_ids}
    return sorted(swaps, key=lambda swap: swap.id), used


class _Exchange(NamedTuple):
    """A variant that is an instance of a swap, and the articles that have either side there."""

    variant: Variant
    articles: set[str]


def _with_base(one: Collated, variant: Variant) -> set[str]:
    others = {
        name
        for other in one.variants
        if other.place == variant.place and other.id != variant.id
        for name in other.witness_ids
    }
    return {witness.article_id for witness in one.witnesses if witness.id not in others}


def _swap(
    sides: tuple[Phrase, Phrase],
    found: Sequence[_Exchange],
    pair: Pair | None,
    known: Mapping[Phrase, str],
) -> Swap:
    left, right = (" ".join(side) for side in sides)
    variants = [exchange.variant for exchange in found]
    digest = hashlib.sha256(f"{left}\x1f{right}".encode()).hexdigest()[:12]
    first = min(variants, key=lambda variant: variant.id)
    places = len({(v.family_id, v.place) for v in variants})
    evidence = set(pair.evidence) if pair is not None else set()
    if sides[0] in known and known[sides[0]] == known.get(sides[1]):
        evidence.add(SAME_COUNTRY)
    spun = sorted(" ".join(side) for side in pair.spun) if pair is not None else []
    return Swap(
        id=f"swap-{digest}",
        left=left,
        right=right,
        places=places,
        carriers=len(set().union(*(exchange.articles for exchange in found))),
        spun=spun[0] if len(spun) == 1 else None,
        variant_ids=tuple(sorted(v.id for v in variants)),
        how="; ".join(_reasons(places, evidence, direct=pair is not None)),
        text=f"{first.base_text} ↔ {first.text}",
    )


def _reasons(places: int, evidence: set[str], direct: bool) -> list[str]:
    if places > 1:
        return [f"seen at {places} places of origin", *sorted(evidence)]
    if evidence:
        return sorted(evidence)
    if direct:
        return ["seen at one place of origin, and in other inflections at more"]
    # Two words that each stood for a third one have its class, and so stand for each other.
    return ["both stand for a third wording that was learnt"]
