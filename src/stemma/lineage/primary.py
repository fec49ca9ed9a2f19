"""Which reading of each place is the older one, and how sure that is.

What is known of the swap, and of how much is exchanged in the articles that have each reading, decides
(`leaning`). Besides: what is whole is older than what lacks words, and what stands on a passage with an
agency's tag is nearer to the agency. Weights are bits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from stemma.lineage.leaning import (
    AT_FIRST,
    MOST,
    PLACE_MOST,
    Leaning,
    Learnt,
    learn,
    sides_of,
    vote,
)
from stemma.lineage.places import Place, Reading, Told
from stemma.model import Swap

_PRESENT = 2.0  # for words that another witness lacks
_WHOLE = 4.0  # for a wording that another witness has the beginning or end of
_TAGGED = 4.0


class Ranked(NamedTuple):
    """A place with its older reading. `bits`: how much more speaks for that one than for the next best;
    `how`: what speaks for it."""

    place: Place
    primary: int
    bits: float
    how: tuple[str, ...]


class Judged(NamedTuple):
    """Every family's places with their older readings, and what is known of each swap."""

    places: dict[str, tuple[Ranked, ...]]
    swaps: dict[str, Leaning]

    def share(self) -> float:
        """The share of the places of all swaps at which the replacement stands."""
        held = sum(one.held for one in self.swaps.values())
        return sum(o.share * o.held for o in self.swaps.values()) / held if held else AT_FIRST


def judge(
    told: Sequence[Told],
    swaps: Sequence[Swap],
    tagged: set[str],
    sentences: Iterable[Sequence[str]] = (),
) -> Judged:
    """`tagged`: the witnesses on whose passage an agency's tag stands; `sentences`: the compared words of
    each distinct sentence of the pile."""
    learnt = learn(told, swaps, sentences)
    by_id = {swap.id: swap for swap in swaps}
    ranked = {
        one.family.id: tuple(_rank(one, place, learnt, by_id, tagged) for place in one.places)
        for one in told
    }
    return Judged(ranked, learnt.swaps)


def _rank(
    told: Told,
    place: Place,
    learnt: Learnt,
    swaps: Mapping[str, Swap],
    tagged: set[str],
) -> Ranked:
    article = {w.id: w.article_id for w in told.witnesses}
    scores = [0.0] * len(place.readings)
    reasons: list[list[str]] = [[] for _ in place.readings]
    for number, reading in enumerate(place.readings):
        for bits, why in _for(place, reading, article, learnt, swaps, tagged):
            scores[number] += bits
            if bits > 0:
                reasons[number].append(why)
    # A reading that no witness has (all who had it are cut there) is no candidate.
    held = [n for n, reading in enumerate(place.readings) if reading.witnesses]
    best = max(held, key=lambda n: (scores[n], -n))
    second = max((scores[n] for n in held if n != best), default=scores[best] - PLACE_MOST)
    return Ranked(place, best, round(scores[best] - second, 2), tuple(reasons[best]))


def _for(
    place: Place,
    reading: Reading,
    article: Mapping[str, str],
    learnt: Learnt,
    swaps: Mapping[str, Swap],
    tagged: set[str],
) -> Iterator[tuple[float, str]]:
    articles = {article[w] for w in reading.witnesses}
    votes = sum(vote(a, learnt.exchanged, place.kind) for a in sorted(articles))
    cap = PLACE_MOST if place.kind in ("swap", "spelling") else MOST / 2
    yield min(votes, cap), f"{len(articles)} article{'s' * (len(articles) != 1)} with it"
    yield from _by_swaps(place, reading, learnt.swaps, swaps)
    if any(w in tagged for w in reading.witnesses):
        yield _TAGGED, "an agency's tag on a passage with it"
    if reading.variant is None and place.is_cut:
        yield _WHOLE, "it is whole"
    elif reading.text and not all(r.text for r in place.held):
        yield _PRESENT, "it has words that others lack"


def _by_swaps(
    place: Place, reading: Reading, leaning: Mapping[str, Leaning], swaps: Mapping[str, Swap]
) -> Iterator[tuple[float, str]]:
    for name, sides in sides_of(place, swaps):
        bits = leaning[name].bits
        side = 0 if reading in sides[0] else 1 if reading in sides[1] else None
        if side is None or bits == 0:
            continue
        mine = bits if side == 0 else -bits
        # Half to either side, so that the two differ by what is known.
        yield mine / 2, f"'{reading.text}' is where '{swaps[name].text}' was not yet exchanged"
