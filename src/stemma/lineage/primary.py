"""Which reading of each place is the older one, and how sure that is.

A copier exchanges a word at some places and leaves it at others, so that at most places most copies
still have what was there first. That is a weak vote at one place; over all the places of a swap it
shows which of its sides is the replacement, and over all the passages of an article how much is
replaced in it. Each is reckoned from the other, in turns. Besides: what is whole is older than what
lacks words, what stands on a passage with an agency's tag is nearer to the agency, an article before
a word that it no longer fits betrays an exchange; and of two sides the one that is the commoner in
the whole pile is rather what was exchanged than what took its place.

Weights are bits: 1 bit is odds of 2 to 1, 3 bits of 8 to 1.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from stemma.lineage.places import Place, Reading, Side, Told
from stemma.model import Swap

ROUNDS = 6
_AT_FIRST = 0.25  # share of places exchanged in an article of which nothing is known
_PRIOR = 4.0  # places that this guess counts for
_RARELY, _OFTEN = 0.02, 0.45  # bounds of that share
_VOTE = 0.6  # of a vote's worth: copies of copies are no new voters
_PLACE_MOST = 4.0  # bits that the votes at one place are worth, at most
_SWAP_MOST = 12.0
_MISFIT = 6.0
_COMMONER = 3.0  # bits that its being commoner is worth, at most
_PRESENT = 2.0  # for words that another witness lacks
_WHOLE = 4.0  # for a wording that another witness has the beginning or end of
_TAGGED = 3.0
_ALIKE = 10.0  # places of a swap at which its own share counts as much as that of all swaps


class Ranked(NamedTuple):
    """A place with its older reading. `bits`: how much more speaks for that one than for the next best;
    `how`: what speaks for it."""

    place: Place
    primary: int
    bits: float
    how: tuple[str, ...]


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


class Judged(NamedTuple):
    """Every family's places with their older readings, and what is known of each swap."""

    places: dict[str, tuple[Ranked, ...]]
    swaps: dict[str, Leaning]

    def share(self) -> float:
        """The share of the places of all swaps at which the replacement stands."""
        held = sum(one.held for one in self.swaps.values())
        return sum(o.share * o.held for o in self.swaps.values()) / held if held else _AT_FIRST


def judge(
    told: Sequence[Told],
    swaps: Sequence[Swap],
    tagged: set[str],
    sentences: Iterable[Sequence[str]] = (),
) -> Judged:
    """`tagged`: the witnesses on whose passage an agency's tag stands; `sentences`: the compared words of
    each distinct sentence of the pile."""
    by_id = {swap.id: swap for swap in swaps}
    seen = _seen(told, by_id)
    exchanged: dict[str, float] = {}
    leaning = dict.fromkeys((swap.id for swap in swaps), Leaning(0.0, 0, 0, _AT_FIRST))
    uses = _uses(swaps, sentences)
    before = {swap.id: _of_misfit(swap) + _of_use(swap, uses) for swap in swaps}
    for _ in range(ROUNDS):
        leaning = {name: _lean(seen[name], before[name], exchanged) for name in leaning}
        leaning = _evened(leaning)
        exchanged = _exchanged(seen, leaning)
    ranked = {
        one.family.id: tuple(
            _rank(one, place, leaning, by_id, exchanged, tagged) for place in one.places
        )
        for one in told
    }
    return Judged(ranked, leaning)


class _Seen(NamedTuple):
    """A place of a swap: the articles that have its left and its right side there."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def _seen(told: Sequence[Told], swaps: Mapping[str, Swap]) -> dict[str, list[_Seen]]:
    found: dict[str, list[_Seen]] = {name: [] for name in sorted(swaps)}
    for one in told:
        article = {w.id: w.article_id for w in one.witnesses}
        for place in one.places:
            for swap_id, sides in _sides_of(place, swaps):
                left, right = (
                    tuple(sorted({article[w] for r in rs for w in r.witnesses})) for rs in sides
                )
                found[swap_id].append(_Seen(left, right))
    return found


def _sides_of(
    place: Place, swaps: Mapping[str, Swap]
) -> Iterator[tuple[str, tuple[list[Reading], list[Reading]]]]:
    """Each swap seen at a place, with the readings that have its left and its right side."""
    here = sorted({r.variant.swap_id for r in place.readings if r.variant and r.variant.swap_id})
    for name in here:
        own = [r for r in place.readings if r.variant and r.variant.swap_id == name]
        sides = {r.side for r in own} | {place.readings[0].side}
        low = min(side for side in sides if side is not None)
        yield (
            name,
            (
                [r for r in [place.readings[0], *own] if r.side == low],
                [r for r in [place.readings[0], *own] if r.side != low],
            ),
        )


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


def _vote(article: str, exchanged: Mapping[str, float]) -> float:
    """Bits by which an article's having a reading speaks for its being the older one."""
    share = min(max(exchanged.get(article, _AT_FIRST), _RARELY), _OFTEN)
    return _VOTE * math.log2((1 - share) / share)


def _lean(seen: Sequence[_Seen], before: float, exchanged: Mapping[str, float]) -> Leaning:
    bits = before
    for place in seen:
        votes = sum(_vote(a, exchanged) for a in place.left)
        votes -= sum(_vote(a, exchanged) for a in place.right)
        bits += max(-_PLACE_MOST, min(_PLACE_MOST, votes))
    bits = max(-_SWAP_MOST, min(_SWAP_MOST, bits))
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
        a: (spun[a] + _AT_FIRST * _PRIOR) / (count + _PRIOR) for a, count in sorted(total.items())
    }


def _probability(bits: float) -> float:
    return float(1 / (1 + 2.0**-bits))


def _rank(
    told: Told,
    place: Place,
    leaning: Mapping[str, Leaning],
    swaps: Mapping[str, Swap],
    exchanged: Mapping[str, float],
    tagged: set[str],
) -> Ranked:
    article = {w.id: w.article_id for w in told.witnesses}
    scores = [0.0] * len(place.readings)
    reasons: list[list[str]] = [[] for _ in place.readings]
    for number, reading in enumerate(place.readings):
        for bits, why in _for(place, reading, article, leaning, swaps, exchanged, tagged):
            scores[number] += bits
            if bits > 0:
                reasons[number].append(why)
    # A reading that no witness has (all who had it are cut there) is no candidate.
    held = [n for n, reading in enumerate(place.readings) if reading.witnesses]
    best = max(held, key=lambda n: (scores[n], -n))
    second = max((scores[n] for n in held if n != best), default=scores[best] - _PLACE_MOST)
    return Ranked(place, best, round(scores[best] - second, 2), tuple(reasons[best]))


def _for(
    place: Place,
    reading: Reading,
    article: Mapping[str, str],
    leaning: Mapping[str, Leaning],
    swaps: Mapping[str, Swap],
    exchanged: Mapping[str, float],
    tagged: set[str],
) -> Iterator[tuple[float, str]]:
    articles = {article[w] for w in reading.witnesses}
    votes = sum(_vote(a, exchanged) for a in sorted(articles))
    cap = _PLACE_MOST if place.kind in ("swap", "spelling") else _SWAP_MOST / 2
    yield min(votes, cap), f"{len(articles)} article{'s' * (len(articles) != 1)} with it"
    yield from _by_swaps(place, reading, leaning, swaps)
    if any(w in tagged for w in reading.witnesses):
        yield _TAGGED, "an agency's tag on a passage with it"
    if reading.variant is None and place.is_cut:
        yield _WHOLE, "it is whole"
    elif reading.text and not all(r.text for r in place.readings):
        yield _PRESENT, "it has words that others lack"


def _by_swaps(
    place: Place, reading: Reading, leaning: Mapping[str, Leaning], swaps: Mapping[str, Swap]
) -> Iterator[tuple[float, str]]:
    for name, sides in _sides_of(place, swaps):
        bits = leaning[name].bits
        side = 0 if reading in sides[0] else 1 if reading in sides[1] else None
        if side is None or bits == 0:
            continue
        mine = bits if side == 0 else -bits
        # Half to either side, so that the two differ by what is known.
        yield mine / 2, f"'{reading.text}' is where '{swaps[name].text}' was not yet exchanged"
