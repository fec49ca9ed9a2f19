"""The second half of lineage: what the families show of their descent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.lineage.archetype import archetypes
from stemma.lineage.descent import around, copies, graphs_of
from stemma.lineage.leaning import Leaning
from stemma.lineage.places import Side, tellings_of
from stemma.lineage.primary import judge
from stemma.model import Archetype, Article, Copy, Family, Parallel, Swap, Tag, Variant, Witness
from stemma.text.tokens import compared_words


class Descent(NamedTuple):
    """What is found of descent, each list in order of id; swaps with the side that is the replacement."""

    archetypes: list[Archetype]
    copies: list[Copy]
    swaps: list[Swap]


def descend(
    articles: Iterable[Article],
    tags: Iterable[Tag],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    parallels: Iterable[Parallel],
    variants: Sequence[Variant],
    swaps: Sequence[Swap],
    sentences: Mapping[str, Sequence[str]],
) -> Descent:
    """Archetypes and edges of all families. `sentences`: each distinct sentence of the pile and its words
    as compared."""
    told = tellings_of(families, witnesses, variants, _sides(variants, swaps))
    tagged = _tagged(witnesses, tags)
    judged = judge(told, swaps, tagged, sentences.values())
    known = around(articles, witnesses, tagged)
    graphs = graphs_of(told, judged, known)
    found = archetypes(told, graphs, judged, sentences)
    return Descent(
        sorted(found, key=lambda row: row.id),
        copies(told, graphs, parallels, known, {a.family_id: a for a in found}),
        [_leaning(swap, judged.swaps[swap.id]) for swap in swaps],
    )


def _sides(variants: Iterable[Variant], swaps: Iterable[Swap]) -> dict[str, tuple[Side, Side]]:
    known = {swap.id: swap for swap in swaps}
    found: dict[str, tuple[Side, Side]] = {}
    for variant in variants:
        if variant.swap_id in known:
            base, own = (
                " ".join(compared_words(text)) for text in (variant.base_text, variant.text)
            )
            found[variant.id] = base, own
    return found


def _tagged(witnesses: Iterable[Witness], tags: Iterable[Tag]) -> set[str]:
    """Witnesses whose passage has an agency's tag or a dateline at its head."""
    on = {tag.sentence_id for tag in tags if tag.kind in ("agency", "dateline")}
    return {witness.id for witness in witnesses if witness.sentence_id in on}


def _leaning(swap: Swap, leaning: Leaning) -> Swap:
    spun = leaning.replaced(swap)
    if spun is None:
        return swap
    places = f"{leaning.places} place{'s' * (leaning.places != 1)}"
    why = f"'{spun}' is the replacement: {abs(leaning.bits):.0f} bits over {places}"
    return replace(swap, spun=spun, how=f"{swap.how}; {why}")
