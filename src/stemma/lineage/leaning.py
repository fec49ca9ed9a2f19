"""Which side of each swap is the replacement, and how much is exchanged in each article.

A copier exchanges a word at some places and leaves it at others. Where little is exchanged, most copies
still have what was there first, which is a weak vote at one place and a strong one over all the places of a
swap; and over all the passages of an article it shows how much is exchanged in that. Each is reckoned from
the other, in turns. Where much is exchanged, and copied on, the majority is misled. But some articles were
not exchanged at all, and none at every place: so several beginnings are tried, and that one is kept under
which the articles are likeliest. Besides, an article before a word that it no longer fits betrays an
exchange; and of two sides the one that is the commoner in the whole pile, or in English, is rather what was
exchanged than what took its place.

Weights are bits: 1 bit is odds of 2 to 1, 3 bits of 8 to 1.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from stemma.lineage.places import Place, Reading, Side, Told
from stemma.lineage.swaps import INITIALS
from stemma.model import Swap
from stemma.text.usual import usual

ROUNDS = 6
AT_FIRST = 0.25  # share of places exchanged in an article of which nothing is known
MOST = 12.0  # bits that are known of a swap, at most
_PRIOR = 4.0  # places that this guess counts for
_RARELY, _OFTEN = 0.02, 0.9  # bounds of that share
_VOTE = 0.6  # of a vote's worth: copies of copies are no new voters
PLACE_MOST = 4.0  # bits that the votes at one place are worth, at most
_MISFIT = 6.0
_COMMONER = 3.0  # bits that its being commoner is worth, at most
_USUAL = 0.5  # of the bits by which a word is more usual in English than the other
_MORE_USUAL = 2.0  # bits that this is worth, at most
_SHORTER = 1.0  # bits of being one word where the other side is several
_ALIKE = 10.0  # places of a swap at which its own share counts as much as that of all swaps
_UNTOUCHED = 0.2  # of articles, to begin with
_SLIP = 0.01  # places of an untouched article that look exchanged all the same

Exchanged = Mapping[str, float]  # article -> share of its places that have a replacement


class Leaning(NamedTuple):
    """What the pile shows of one swap: bits for `left` being there first (negative: `right`), at how many
    places it was seen, how many articles have either side at these, and in which share of them the
    replacement stands."""

    bits: float
    places: int
    held: int
    share: float

    def replaced(self, swap: Swap) -> Side | None:
        """The side that is the replacement, if that is shown."""
        if abs(self.bits) < 3.0:
            return None
        return swap.right if self.bits > 0 else swap.left


class _Seen(NamedTuple):
    """A place of a swap: the articles that have its left and its right side there."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class Learnt(NamedTuple):
    """What is known of each swap, and the share of places exchanged in each article."""

    swaps: dict[str, Leaning]
    exchanged: dict[str, float]


def learn(
    told: Sequence[Told], swaps: Sequence[Swap], sentences: Iterable[Sequence[str]]
) -> Learnt:
    """`sentences`: the compared words of each distinct sentence of the pile."""
    by_id = {swap.id: swap for swap in swaps}
    seen = _seen(told, by_id)
    uses = _uses(swaps, sentences)
    before = {swap.id: _of_misfit(swap) + _of_use(swap, uses) + _of_words(swap) for swap in swaps}
    found = [_settled(seen, before, start) for start in _starts(seen, before)]
    return max(found, key=lambda one: _likelihood(seen, one.swaps))


def _settled(
    seen: Mapping[str, Sequence[_Seen]], before: Mapping[str, float], start: Mapping[str, float]
) -> Learnt:
    """Swaps and articles reckoned from one another, beginning with so many bits for each swap."""
    leaning = {
        name: _of_bits(places, max(-MOST, min(MOST, start[name]))) for name, places in seen.items()
    }
    exchanged: dict[str, float] = {}
    for _ in range(ROUNDS):
        leaning = _evened(leaning)
        exchanged = _exchanged(seen, leaning)
        votes = _Votes(exchanged)
        leaning = {name: _lean(seen[name], before[name], votes) for name in leaning}
    return Learnt(_evened(leaning), exchanged)


def _starts(
    seen: Mapping[str, Sequence[_Seen]], before: Mapping[str, float]
) -> Iterator[Mapping[str, float]]:
    """The majority at each place; and the sides that go together in the same articles, either way round:
    those of untouched articles do."""
    votes = _Votes({})
    yield {name: _lean(places, before[name], votes).bits for name, places in seen.items()}
    together = _together(seen)
    for sign in (1.0, -1.0):
        yield {name: sign * value for name, value in together.items()}


def _together(seen: Mapping[str, Sequence[_Seen]]) -> dict[str, float]:
    names = [name for name in sorted(seen) if seen[name]]
    articles = sorted({a for places in seen.values() for p in places for a in p.left + p.right})
    if not names or not articles:
        return dict.fromkeys(seen, 0.0)
    row = {article: n for n, article in enumerate(articles)}
    table = np.zeros((len(articles), len(names)))
    for column, name in enumerate(names):
        for place in seen[name]:
            for side, value in ((place.left, 1.0), (place.right, -1.0)):
                for article in side:
                    table[row[article], column] += value
    _, vectors = np.linalg.eigh(table.T @ table)
    first = vectors[:, -1]
    scale = MOST / max(float(np.abs(first).max()), 1e-9)
    found = {name: float(round(first[n] * scale, 3)) for n, name in enumerate(names)}
    return {name: found.get(name, 0.0) for name in seen}


def _likelihood(seen: Mapping[str, Sequence[_Seen]], leaning: Mapping[str, Leaning]) -> float:
    """Bits of all articles: each is untouched, or has some share of its places exchanged, any but nearly
    all alike."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, places in seen.items():
        for place in places:
            sides = (
                (place.left, place.right) if leaning[name].bits >= 0 else (place.right, place.left)
            )
            for number, side in enumerate(sides):
                for article in side:
                    counts[article][number] += 1
    kept, spun = (np.array([pair[n] for _, pair in sorted(counts.items())]) for n in (0, 1))
    shares = np.linspace(0.05, _OFTEN, 18)[:, None]
    some = np.logaddexp.reduce(spun * np.log(shares) + kept * np.log(1 - shares), axis=0)
    some += math.log((1 - _UNTOUCHED) / len(shares))
    none = spun * math.log(_SLIP) + kept * math.log(1 - _SLIP) + math.log(_UNTOUCHED)
    return float(np.logaddexp(some, none).sum()) if len(kept) else 0.0


def _seen(told: Sequence[Told], swaps: Mapping[str, Swap]) -> dict[str, list[_Seen]]:
    found: dict[str, list[_Seen]] = {name: [] for name in sorted(swaps)}
    for one in told:
        article = {w.id: w.article_id for w in one.witnesses}
        for place in one.places:
            for swap_id, sides in sides_of(place, swaps):
                left, right = (
                    tuple(sorted({article[w] for r in rs for w in r.witnesses})) for rs in sides
                )
                # Where nobody is left to have one of them, nothing was exchanged.
                if left and right:
                    found[swap_id].append(_Seen(left, right))
    return found


def sides_of(
    place: Place, swaps: Mapping[str, Swap]
) -> Iterator[tuple[str, tuple[list[Reading], list[Reading]]]]:
    """Each swap seen at a place, with the readings that have its left and its right side."""
    here = sorted({r.variant.swap_id for r in place.readings if r.variant and r.variant.swap_id})
    for name in here:
        own = [r for r in place.readings if r.variant and r.variant.swap_id == name]
        both = [place.readings[0], *own]
        left = [r for r in both if r.side == swaps[name].left]
        yield name, (left, [r for r in both if r not in left])


def _of_misfit(swap: Swap) -> float:
    if swap.spun is None:
        return 0.0
    return _MISFIT if swap.spun == swap.right else -_MISFIT


def _uses(swaps: Sequence[Swap], sentences: Iterable[Sequence[str]]) -> Counter[Side]:
    """How often each side of a swap stands in the pile."""
    sides = {side for swap in swaps for side in (swap.left, swap.right)}
    sizes = sorted({len(side.split()) for side in sides})
    counts: Counter[Side] = Counter()
    for words in sentences if sides else ():
        for size in sizes:
            runs = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
            counts.update(run for run in runs if run in sides)
    return counts


def _of_use(swap: Swap, uses: Mapping[Side, int]) -> float:
    # A name's long form holds its short one, so that uses of the short one say nothing.
    if f" {swap.left} " in f" {swap.right} " or f" {swap.right} " in f" {swap.left} ":
        return 0.0
    bits = math.log2((uses.get(swap.left, 0) + 2) / (uses.get(swap.right, 0) + 2))
    return max(-_COMMONER, min(_COMMONER, bits))


def _of_words(swap: Swap) -> float:
    """What the words themselves show: a usual word is rather exchanged for a rarer one than the other way
    round, and one word for several (`once more` for `again`). Initials are written for what they stand for as
    often as the other way round."""
    if INITIALS in swap.how:
        return 0.0
    left, right = swap.left.split(), swap.right.split()
    if len(left) != len(right):
        return _SHORTER if len(left) < len(right) else -_SHORTER
    if len(left) > 1:
        return 0.0
    bits = _USUAL * (usual(left[0]) - usual(right[0]))
    return max(-_MORE_USUAL, min(_MORE_USUAL, bits))


def vote(article: str, exchanged: Exchanged, kind: str = "") -> float:
    """Bits by which an article's having a reading speaks for its being the older one. Who exchanges words
    leaves numbers (`kind` of the place) as they are, as a rule."""
    often = AT_FIRST if kind == "number" else _OFTEN
    share = min(max(exchanged.get(article, AT_FIRST), _RARELY), often)
    return _VOTE * math.log2((1 - share) / share)


class _Votes(dict[str, float]):
    """The vote of each article, reckoned when it is first asked for."""

    def __init__(self, exchanged: Exchanged) -> None:
        super().__init__()
        self._exchanged = exchanged

    def __missing__(self, article: str) -> float:
        self[article] = vote(article, self._exchanged)
        return self[article]


def _lean(seen: Sequence[_Seen], before: float, votes: Mapping[str, float]) -> Leaning:
    bits = before
    for place in seen:
        here = sum([votes[a] for a in place.left])
        here -= sum([votes[a] for a in place.right])
        bits += max(-PLACE_MOST, min(PLACE_MOST, here))
    return _of_bits(seen, max(-MOST, min(MOST, bits)))


def _of_bits(seen: Sequence[_Seen], bits: float) -> Leaning:
    """A swap of which so much is known."""
    spun = sum(len(place.right if bits >= 0 else place.left) for place in seen)
    total = sum(len(place.left) + len(place.right) for place in seen)
    return Leaning(round(bits, 2), len(seen), total, spun / max(total, 1))


def _evened(leaning: Mapping[str, Leaning]) -> dict[str, Leaning]:
    """Shares of swaps that are seen seldom, drawn to that of all swaps."""
    total = sum(one.held for one in leaning.values())
    mean = sum(one.share * one.held for one in leaning.values()) / max(total, 1)
    return {
        name: one._replace(share=(one.share * one.held + mean * _ALIKE) / (one.held + _ALIKE))
        for name, one in leaning.items()
    }


def _exchanged(
    seen: Mapping[str, Sequence[_Seen]], leaning: Mapping[str, Leaning]
) -> dict[str, float]:
    """The share of an article's places that have a replacement."""
    spun: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    for name, places in seen.items():
        # What is not known of a swap says nothing of an article.
        sure = 2 * _probability(abs(leaning[name].bits)) - 1
        for place in places:
            after, before = place.right, place.left
            if leaning[name].bits < 0:
                after, before = before, after
            for article in before:
                total[article] += sure
            for article in after:
                total[article] += sure
                spun[article] += sure
    return {
        a: (spun[a] + AT_FIRST * _PRIOR) / (count + _PRIOR) for a, count in sorted(total.items())
    }


def _probability(bits: float) -> float:
    return float(1 / (1 + 2.0**-bits))
