"""Which articles come again: what one has, another one has in the same order, but for some words.

Such a copy shows nothing that the article which it repeats does not show: that two sentences stand beside
each other in both is no sign that they did so in the original, and its words are no second voice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz.distance import LCSseq

from stemma.model import Copy, Part, Repeat, Sentence, Witness

FEWEST = 3  # passages in common, in order
_SHARE = 0.7  # of the copy's passages that the other article has in the same order
_PART = 0.33  # of the other article's passages that a copy has at least
_PAIR = 2  # pages that have what shows nothing of either
_TRIED = 5  # articles that have most passages in common

_TAKEN = ("copied", "swapped")
_SHARED = (*_TAKEN, "exemplar", "undecided")

_Chain = tuple[str, ...]


def repeats(
    sentences: Iterable[Sentence],
    witnesses: Iterable[Witness],
    published: Mapping[str, str] | None = None,
    originals: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Article -> the article that it repeats, itself where it repeats none. `witnesses`: those of families
    that several articles have; `published`: article -> its day; `originals`: family -> the likely original's
    words. Of two that repeat each other the earlier one is the first; where that is not known the one that
    has more of these words, then the longer one. A page that is older than what it seems to repeat repeats
    nothing."""
    held = list(witnesses)
    chains = _chains(sentences, held)
    return _firsts(chains, _Order(chains, held, published or {}, originals or {}))


def repeats_of(
    sentences: Iterable[Sentence],
    witnesses: Iterable[Witness],
    published: Mapping[str, str],
    originals: Mapping[str, str],
) -> Iterator[Repeat]:
    """The same as rows, for the articles that repeat another one."""
    held = list(witnesses)
    chains = _chains(sentences, held)
    for article, of in _firsts(chains, _Order(chains, held, published, originals)).items():
        if article != of:
            yield _row(article, of, chains)


def _row(article: str, of: str, chains: Mapping[str, _Chain]) -> Repeat:
    own = chains[article]
    common = LCSseq.similarity(own, chains[of])
    near = _inside(article, [of], chains)
    how = f"has {common} of its {len(own)} passages in the same order"
    return Repeat(
        f"repeat-{article}", article, of, len(own), common,
        how if near else f"{how}; repeats an article that repeats it",
    )  # fmt: skip


def _firsts(chains: Mapping[str, _Chain], order: "_Order") -> dict[str, str]:
    """Article -> the first of those that it repeats, or itself."""
    with_chain: dict[_Chain, list[str]] = defaultdict(list)
    for article in sorted(chains, key=order.standing):
        with_chain[chains[article]].append(article)
    first = {order.first(held): held for held in with_chain.values()}
    inside = {one: _inside(one, near, chains) for one, near in _near(first, chains).items()}
    found = {}
    for one, others in inside.items():
        above = [
            other
            for other in others
            if (one not in inside[other] or order.before(other, one))
            and not order.is_older(one, other)
        ]
        found[one] = order.first(above or [one])
    roots = {one: _root(one, found, order) for one in first}
    copies = {
        a: roots[one] for one, held in first.items() for a in held if len(chains[a]) >= FEWEST
    }
    return {article: copies.get(article, article) for article in chains}


class _Order:
    """Which of two articles that repeat each other is the first."""

    def __init__(
        self,
        chains: Mapping[str, _Chain],
        witnesses: Sequence[Witness],
        day: Mapping[str, str],
        originals: Mapping[str, str],
    ) -> None:
        self._chains, self._day = chains, day
        held: dict[str, set[str]] = defaultdict(set)
        for one in witnesses:
            held[one.family_id].add(one.article_id)
        exact = [w for w in witnesses if originals.get(w.family_id) == w.text]
        # What only the two have that are compared shows hardly which of them is the first.
        self._exact = Counter(w.article_id for w in exact if len(held[w.family_id]) > _PAIR)
        self._perhaps = Counter(w.article_id for w in exact)

    def standing(self, article: str) -> tuple[object, ...]:
        """The less, the rather it is the first, but for what days say."""
        day = self._day.get(article)
        exact, perhaps = self._exact[article], self._perhaps[article]
        return -exact, -perhaps, day is None, day or "", -len(self._chains[article]), article

    def is_older(self, one: str, other: str) -> bool:
        """Whether an article is of an earlier day than another, as far as both are known."""
        return one in self._day and other in self._day and self._day[one] < self._day[other]

    def before(self, one: str, other: str) -> bool:
        """Whether the one is the first: it is of an earlier day, or has more of the original's words."""
        if self.is_older(one, other) or self.is_older(other, one):
            return self.is_older(one, other)
        return self.standing(one) < self.standing(other)

    def first(self, articles: Iterable[str]) -> str:
        """The first of several: the one that is of the earliest day, or one without a day that has more of
        the original's words than that."""
        held = sorted(articles, key=self.standing)
        dated = [one for one in held if one in self._day]
        earliest = min(dated, key=lambda one: (self._day[one], self.standing(one)), default=held[0])
        undated = [one for one in held if one not in self._day]
        return min([earliest, *undated], key=self.standing)


def _chains(sentences: Iterable[Sentence], witnesses: Iterable[Witness]) -> dict[str, _Chain]:
    """Article -> its passages in order: the family of each, or its words where it is of none."""
    families: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        families[witness.sentence_id].append(witness)
    found: dict[str, list[str]] = defaultdict(list)
    for sentence in sorted(sentences, key=lambda one: (one.article_id, one.start)):
        held = sorted(families.get(sentence.id, ()), key=lambda one: (one.start, one.id))
        passages = [one.family_id for one in held] or [sentence.text.casefold()]
        found[sentence.article_id] += passages
    return {article: tuple(chain) for article, chain in found.items()}


def _near(articles: Iterable[str], chains: Mapping[str, _Chain]) -> dict[str, list[str]]:
    """Article -> those that have most in common with it, of those that have enough."""
    wanted = sorted(one for one in articles if len(chains[one]) >= FEWEST)
    members: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(wanted):
        for passage in set(chains[article]):
            members[passage].append(number)
    holders = {passage: np.array(held) for passage, held in members.items()}
    found = {}
    for number, article in enumerate(wanted):
        held = np.concatenate([holders[passage] for passage in set(chains[article])])
        common = np.bincount(held, minlength=len(wanted))
        common[number] = 0
        others = np.flatnonzero(common)
        # Stable, so that of equals the least article comes first.
        nearest = others[np.argsort(-common[others], kind="stable")[:_TRIED]]
        found[article] = [wanted[other] for other in nearest.tolist()]
    return found


def _inside(one: str, others: Sequence[str], chains: Mapping[str, _Chain]) -> list[str]:
    """Those that have most of an article in its order, and not much more."""
    own = chains[one]
    fewest = max(FEWEST, _SHARE * len(own))
    return [
        other
        for other in others
        if len(own) >= _PART * len(chains[other])
        and LCSseq.similarity(own, chains[other]) >= fewest
    ]


def _root(one: str, above: Mapping[str, str], order: _Order) -> str:
    """What an article repeats in the end: the last one above it, or the first of those that go round."""
    seen = [one]
    while (up := above.get(one, one)) not in seen:
        seen.append(up)
        one = up
    return order.first(seen[seen.index(up) :])


def in_several(witnesses: Sequence[Witness], repeated: Mapping[str, str]) -> list[Witness]:
    """The witnesses of families that stand in several articles of which none repeats another."""
    held: dict[str, set[str]] = defaultdict(set)
    for one in witnesses:
        held[one.family_id].add(repeated.get(one.article_id, one.article_id))
    return [one for one in witnesses if len(held[one.family_id]) > 1]


def apart(
    parts: Iterable[Part],
    copies: Iterable[Copy],
    witnesses: Iterable[Witness],
    repeated: Mapping[str, str],
) -> Iterator[Part]:
    """The parts of articles, as they would be if no article were repeated: what only those have that repeat
    an article is its own, and it gives nothing to them and takes nothing from them."""
    at = {one.id: repeated.get(one.article_id, one.article_id) for one in witnesses}
    held: dict[str, set[str]] = defaultdict(set)
    for one in witnesses:
        held[one.family_id].add(at[one.id])
    given: dict[str, set[str]] = defaultdict(set)
    source: dict[str, str | None] = {}
    for copy in copies:
        source[copy.id] = at.get(copy.exemplar_id)
        # What copies of a copy have of it was given to that.
        if copy.direction == "forward" and repeated.get(copy.article_id) in (None, copy.article_id):
            given[copy.family_id].add(copy.article_id)
    for part in parts:
        mine = repeated.get(part.article_id, part.article_id)
        family = part.family_id or ""
        if len(held.get(family, ())) == 1 and part.kind in _SHARED:
            yield replace(part, kind="own")
        elif (part.kind == "exemplar" and not given[family] - {mine}) or (
            part.kind in _TAKEN and source.get(part.copy_id or "") == mine
        ):
            yield replace(part, kind="undecided")
        else:
            yield part
