"""Orphans whose speaker another witness names: the same words, aligned or equal, with a clause that reports
them. A pronoun restores nothing, and neither does a name that merely stands near."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from stemma.model import Quote, Witness
from stemma.quotes.rows import is_named
from stemma.text.candidates import COMMON, TITLES
from stemma.text.tokens import compared_words

_ALIKE = 0.8  # of the shorter one's words, in order, for two quotes to be of the same words
_FEWEST = 4  # words that must be the same
_INSIDE = 0.5  # of a quote that lies in a witness, for it to be that witness's


def restored(quotes: Sequence[Quote], witnesses: Iterable[Witness]) -> list[Quote]:
    """The quotes, orphans with the speaker whom witnesses of the same words name, or `disputed` where they
    name several. A restored speaker restores no other."""
    words = {quote.id: tuple(compared_words(quote.text)) for quote in quotes}
    groups = _groups(quotes, witnesses, words)
    named = [q for q in quotes if q.status == "attributed" and q.speaker and is_named(q.speaker)]
    by_group: dict[str, list[Quote]] = defaultdict(list)
    for quote in named:
        for group in groups[quote.id]:
            by_group[group].append(quote)
    return [
        _with_speaker(quote, _witnesses(quote, groups, by_group, words))
        if quote.status == "orphan" and quote.kind != "indirect"
        else quote
        for quote in quotes
    ]


def _groups(
    quotes: Sequence[Quote],
    witnesses: Iterable[Witness],
    words: Mapping[str, tuple[str, ...]],
) -> dict[str, set[str]]:
    """Quote -> its families, and the runs of its words, by which others may be found."""
    inside: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        inside[witness.article_id].append(witness)
    found: dict[str, set[str]] = {}
    for quote in quotes:
        found[quote.id] = set(_runs(words[quote.id]))
        for witness in inside[quote.article_id]:
            shared = min(witness.end, quote.end) - max(witness.start, quote.start)
            if shared >= _INSIDE * min(quote.end - quote.start, witness.end - witness.start):
                found[quote.id].add(witness.family_id)
    return found


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[i : i + _FEWEST]) for i in range(len(words) - _FEWEST + 1))


def _witnesses(
    quote: Quote,
    groups: Mapping[str, set[str]],
    by_group: Mapping[str, Sequence[Quote]],
    words: Mapping[str, tuple[str, ...]],
) -> list[Quote]:
    found = {
        other.id: other
        for group in groups[quote.id]
        for other in by_group.get(group, ())
        if other.article_id != quote.article_id and _same(words[quote.id], words[other.id])
    }
    return [other for _, other in sorted(found.items())]


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _FEWEST and LCSseq.similarity(one, other) >= _ALIKE * shorter


def _with_speaker(quote: Quote, others: Sequence[Quote]) -> Quote:
    if not others:
        return quote
    names = _distinct(others)
    evidence = tuple(other.id for other in others)
    said = ", ".join(f"«{other.speaker}» in {other.article_id}" for other in others[:3])
    if len(names) > 1:
        why = f"witnesses of the same words name different speakers: {', '.join(names)}"
        return replace(quote, status="disputed", witness_ids=evidence, how=f"{quote.how}; {why}")
    why = f"the same words are reported elsewhere with their speaker: {said}"
    actors = {other.actor_id for other in others if other.actor_id}
    return replace(
        quote, status="restored", speaker=names[0], speaker_start=None, speaker_end=None,
        actor_id=min(actors) if len(actors) == 1 else None, witness_ids=evidence,
        how=f"{quote.how}; {why}",
    )  # fmt: skip


def _distinct(others: Sequence[Quote]) -> list[str]:
    """Of the speakers, one for each that may be somebody else: the longest name of it, the commonest first.
    Those of one actor are one, and so are names that have a word in common."""
    groups: list[tuple[set[str], list[str]]] = []
    for other in sorted(others, key=lambda q: (-len(q.speaker or ""), q.speaker or "", q.id)):
        marks = {w for w in compared_words(other.speaker or "") if w not in COMMON | TITLES}
        marks |= {other.actor_id} if other.actor_id else set()
        known = next((g for g in groups if g[0] & marks), None)
        if known is None:
            groups.append((marks, [other.speaker or ""]))
        else:
            known[0].update(marks)
            known[1].append(other.speaker or "")
    return [held[0] for _, held in sorted(groups, key=lambda g: (-len(g[1]), g[1][0]))]
