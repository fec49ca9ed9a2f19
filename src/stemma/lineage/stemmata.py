"""The second half of lineage: what the families show of their descent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.lineage.again import Again, Repeating, firsts_of, texts_of
from stemma.lineage.archetype import archetypes
from stemma.lineage.descent import Around, Node, alignments, around, copies, graphs_of
from stemma.lineage.leaning import Leaning
from stemma.lineage.places import Side, Told, tellings_of
from stemma.lineage.primary import Judged, judge
from stemma.model import (
    Archetype,
    Article,
    Copy,
    Family,
    Parallel,
    Sentence,
    Swap,
    Tag,
    Variant,
    Witness,
)
from stemma.text.tokens import compared_words


class Descent(NamedTuple):
    """What is found of descent, each list in order of id; swaps with the side that is the replacement."""

    archetypes: list[Archetype]
    copies: list[Copy]
    swaps: list[Swap]


class _Seen(NamedTuple):
    """Families as some pages show them: which words are older, the distinct wordings of each, and the likely
    originals."""

    told: Sequence[Told]
    judged: Judged
    graphs: Mapping[str, Sequence[Node]]
    originals: list[Archetype]


def descend(
    articles: Iterable[Article],
    tags: Iterable[Tag],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    parallels: Iterable[Parallel],
    variants: Sequence[Variant],
    swaps: Sequence[Swap],
    words: Mapping[str, Sequence[str]],
    sentences: Sequence[Sentence] = (),
    repeating: Repeating | None = None,
) -> Descent:
    """Archetypes and edges of all families. `words`: each distinct sentence of the pile and its words as
    compared; `sentences`: where these stand; `repeating`: which pages repeat another one (see `again`). What
    these have decides nothing but whose copies they are themselves."""
    told = tellings_of(families, witnesses, variants, _sides(variants, swaps))
    tagged = _tagged(witnesses, tags)
    known = around(articles, witnesses, tagged)

    def seen(told: Sequence[Told], words: Mapping[str, Sequence[str]]) -> _Seen:
        judged = judge(told, swaps, tagged, words.values())
        graphs = graphs_of(told, judged, known)
        return _Seen(told, judged, graphs, archetypes(told, graphs, judged, words))

    first = seen(told, words)
    found = repeating({a.family_id: a.text for a in first.originals}) if repeating else {}
    again = {one: of for one, of in found.items() if one != of}
    if again:
        texts = texts_of(sentences, again)
        first = seen(firsts_of(told, again), {t: words[t] for t in words if t in texts})
    return Descent(
        sorted(first.originals, key=lambda row: row.id),
        _copies(told, first, parallels, known, again),
        [_leaning(swap, first.judged.swaps[swap.id]) for swap in swaps],
    )


def _copies(
    told: Sequence[Told], first: _Seen, parallels: Iterable[Parallel], known: Around, again: Again
) -> list[Copy]:
    """The edges of the pages that repeat no other, as if there were only these; and those of the others."""
    originals = {one.family_id: one for one in first.originals}
    aligned = alignments(told, parallels)
    found = {c.id: c for c in copies(first.told, first.graphs, aligned, known, originals)}
    if again:
        graphs = graphs_of(told, first.judged, known)
        for copy in copies(told, graphs, aligned, known, originals):
            if copy.article_id in again:
                found.setdefault(copy.id, copy)
    return [found[name] for name in sorted(found)]


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
