"""Orphans whose speaker another witness names: the same words, aligned or equal, with a clause that reports
them. A pronoun restores nothing, and neither does a name that merely stands near."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from stemma.model import Quote, Witness
from stemma.quotes.places import Places
from stemma.quotes.rows import NO_MARKS
from stemma.text.candidates import COMMON, TITLES
from stemma.text.tokens import compared_words, words

_ALIKE = 0.8  # of the shorter one's words, in order, for two quotes to be of the same words
_FEWEST = 4  # words that must be the same
_RUN = 5  # words in a row that two quotes have in common, to be compared
_POINTS = frozenset("he she they it who".split())  # a pronoun restores nothing
_KEPT = 1_000  # names of which it is remembered whose they may be
_INSIDE = 0.5  # of a quote that lies in a witness, for it to be that witness's


Words = tuple[str, ...]


def restored(
    quotes: Sequence[Quote],
    witnesses: Iterable[Witness],
    repeated: Mapping[str, str] | None = None,
) -> list[Quote]:
    """The quotes, orphans with the speaker whom witnesses of the same words name, or `disputed` where they
    name several. A restored speaker restores no other, and neither does a page that repeats another one
    (`repeated`: article -> that, or itself): it names whom that one names."""
    of = repeated or {}
    spoken = [quote for quote in quotes if quote.kind != "indirect" and NO_MARKS not in quote.flags]
    words = {quote.id: tuple(compared_words(quote.text)) for quote in spoken}
    groups = _groups(spoken, witnesses, words)
    first = [one for one in spoken if of.get(one.article_id, one.article_id) == one.article_id]
    named = _Named(first, groups, words)
    return [
        _with_speaker(quote, named.witnesses(quote, groups[quote.id], words[quote.id]))
        if quote.id in words and quote.status == "orphan"
        else quote
        for quote in quotes
    ]


class _Named:
    """The quotes that name their speaker, by what others may have in common with them, each wording once."""

    def __init__(
        self,
        quotes: Sequence[Quote],
        groups: Mapping[str, set[str]],
        words: Mapping[str, Words],
    ) -> None:
        self._wordings: dict[str, set[Words]] = defaultdict(set)
        self._quotes: dict[Words, list[Quote]] = defaultdict(list)
        self._alike: dict[tuple[Words, frozenset[str]], list[tuple[Quote, Words]]] = {}
        spoken = {quote.id for quote in quotes if quote.kind == "direct"}
        for quote in quotes:
            # What is claimed within somebody's speech (`"We wish to apologise"`) is not said by another.
            inside = quote.within_id in spoken
            known = quote.speaker and not _POINTS.issuperset(compared_words(quote.speaker))
            if quote.status == "attributed" and known and not inside:
                for group in groups[quote.id]:
                    self._wordings[group].add(words[quote.id])
                self._quotes[words[quote.id]].append(quote)

    def witnesses(self, quote: Quote, groups: Iterable[str], words: Words) -> list[Quote]:
        """Those that have the words of a quote, in other articles; in its own, the very same words: a line
        that the page shows twice."""
        asked = words, frozenset(groups)
        if asked not in self._alike:
            near = {w for group in asked[1] for w in self._wordings.get(group, ())}
            alike = [(one, w) for w in near if _same(words, w) for one in self._quotes[w]]
            self._alike[asked] = sorted(alike, key=lambda pair: pair[0].id)
        return [
            other
            for other, wording in self._alike[asked]
            if other.article_id != quote.article_id or wording == words
        ]


def _groups(
    quotes: Sequence[Quote], witnesses: Iterable[Witness], words: Mapping[str, Words]
) -> dict[str, set[str]]:
    """Quote -> its family, and its words themselves and runs of them, by which others may be found."""
    inside: dict[str, list[Witness]] = defaultdict(list)
    for witness in sorted(witnesses, key=lambda w: (w.start, w.end, w.id)):
        inside[witness.article_id].append(witness)
    places = {a: Places([(w.start, w.end) for w in held]) for a, held in inside.items()}
    found: dict[str, set[str]] = {}
    runs: dict[Words, list[str]] = {}
    for quote in quotes:
        said = words[quote.id]
        if said not in runs:
            runs[said] = list(_runs(said))
        found[quote.id] = set(runs[said])
        here = places.get(quote.article_id)
        for number in here.overlapping((quote.start, quote.end)) if here else ():
            witness = inside[quote.article_id][number]
            shared = min(witness.end, quote.end) - max(witness.start, quote.start)
            if shared >= _INSIDE * min(quote.end - quote.start, witness.end - witness.start):
                found[quote.id].add(witness.family_id)
    return found


def _runs(words: Words) -> Iterable[str]:
    yield f"words {' '.join(words)}"
    for first in range(len(words) - _RUN + 1):
        yield f"run {' '.join(words[first : first + _RUN])}"


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
    why = f"the same words are reported with their speaker: {said}"
    actors = {other.actor_id for other in others if other.actor_id}
    return replace(
        quote, status="restored", speaker=names[0], speaker_start=None, speaker_end=None,
        actor_id=min(actors) if len(actors) == 1 else None, witness_ids=evidence,
        how=f"{quote.how}; {why}",
    )  # fmt: skip


def _distinct(others: Sequence[Quote]) -> list[str]:
    """The longest of the names that may mean one person, for each such; the commonest first. They may if
    they are one actor, or the words of one, but for titles and what is said behind a comma, are all in the
    other; a mere title may mean whoever has it. Beside a name a description (`the judge`) is no other
    person's."""
    counts = Counter([(other.speaker or "", other.actor_id or "") for other in others])
    return list(_persons(tuple(sorted(counts.items()))))


@lru_cache(maxsize=_KEPT)
def _persons(counted: tuple[tuple[tuple[str, str], int], ...]) -> tuple[str, ...]:
    counts = dict(counted)
    proper = {one: n for one, n in counts.items() if _proper(one[0])} or counts
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    for one in sorted(proper, key=lambda o: (-len(_parts(o[0])), -len(o[0]), o)):
        name, actor = one
        known = [g for g in groups if actor in g[0] or _parts(name) <= g[0]]
        if len(known) == 1:
            known[0][1].append(one)
            known[0][0].update({actor} - {""})
        elif not known:
            groups.append(({*_head(name), *({actor} - {""})}, [one]))
    ordered = sorted(groups, key=lambda g: (-sum(counts[one] for one in g[1]), g[1][0]))
    return tuple(max((name for name, _ in held), key=lambda n: (len(n), n)) for _, held in ordered)


def _head(name: str) -> list[str]:
    """The words of a name, less what is said behind a comma."""
    return [word for word in compared_words(name.partition(",")[0]) if word not in COMMON]


def _parts(name: str) -> set[str]:
    """The words that tell somebody from others; of a mere title, the title."""
    return {word for word in _head(name) if word not in TITLES} or set(_head(name))


def _proper(name: str) -> bool:
    """Whether a name stands in these words, and not only what somebody is."""
    return any(
        token.t[:1].isupper() and token.n not in TITLES and token.n not in COMMON
        for token in words(name)
    )
