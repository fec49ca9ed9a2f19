"""Whether and where two wordings run parallel: a local alignment, item by item, and its weight.

Equal items are matched by longest common subsequence (`rapidfuzz`), the stretch that they are
dense in is cut out, and the stretch is accepted only if it could not well be chance.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from stemma.lineage.passages import Form

# Tuned on the farm's development pile (seed 1), the five seeds, and by reading what is joined among
# the 770 news articles of gold/tune/ecbplus, most of them written separately: below some 35 bits
# joins there are mostly two reporters' usual words for one fact ("was arrested early Sunday on
# suspicion of"), above 50 they are mostly copied sentences. With GAP less, stretches run on into prose
# that is not shared; with more, words swapped in a row cut them.
GAP = 0.7
DENSITY = 0.5  # matched items of the stretch, at the least; 40 % of words swapped leave .6
FEWEST = 6  # matched items
FEWEST_PLAIN = 5  # matched items that are neither names, numbers nor titles of office
FEWEST_BITS = 40.0  # that the stretch is worth, GAP_BITS taken off for each word that differs
GAP_BITS = 5.0
SHARE = 0.45  # of the shorter wording, unless the stretch is long
LONG = 12  # matched items that need no such share
EDGE = 3  # words at either end that are taken in although they differ
_NEAR = 80.0  # likeness of two spellings of one word, per cent


class Match(NamedTuple):
    """A stretch of wording `a` that runs parallel to one of `b`; item offsets, ends exclusive.
    `matched` items are equal, `plain` of them neither name, number nor title of office; `bits` is
    what that is worth, less GAP_BITS for each word that differs."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    matched: int
    plain: int
    run: int
    bits: float

    def shifted(self, a: int, b: int) -> "Match":
        """The match of parts that start at `a` and `b`, in offsets of the whole wordings."""
        return self._replace(
            a_start=self.a_start + a,
            a_end=self.a_end + a,
            b_start=self.b_start + b,
            b_end=self.b_end + b,
        )

    @property
    def rests_on(self) -> str:
        """The evidence in words."""
        return (
            f"{self.matched} words equal once swaps are undone, longest run {self.run}, "
            f"worth {self.bits:.0f} bits beyond names and numbers"
        )


def align(a: Form, b: Form) -> Match | None:
    """The best accepted stretch of `a` parallel to `b`, or None."""
    if a.items == b.items:
        return _accept(a, b, itself(a, 0, len(a.items)))
    kept = _densest(equal_runs(a.items, b.items))
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    found = Match(
        first[0], last[0] + last[2], first[1], last[1] + last[2],
        *_weigh(a, [(start, start + size) for start, _, size in kept]),
    )  # fmt: skip
    accepted = _accept(a, b, found)
    return _with_edges(found, len(a.items), len(b.items)) if accepted else None


def itself(a: Form, start: int, end: int) -> Match:
    """A stretch of a wording held against itself."""
    return Match(start, end, start, end, *_weigh(a, [(start, end)]))


def near(left: str, right: str) -> bool:
    """Whether two words may be spellings of one: `Sergei`, `Sergey`."""
    if min(len(left), len(right)) < 4 or left.isdigit() or right.isdigit():
        return False
    return left[0] == right[0] and fuzz.ratio(left, right) >= _NEAR


def equal_runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start in a, start in b, length) of each run of equal items, in order."""
    if a == b:
        return [(0, 0, len(a))] if a else []
    return [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(a, b)
        if op.tag == "equal"
    ]


def _densest(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The run of blocks with the greatest worth: a point for each item, less GAP for each word
    between blocks on the side that has more of them."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    worth, first = 0.0, 0
    for i, (a, b, size) in enumerate(blocks):
        if i:
            a0, b0, size0 = blocks[i - 1]
            worth -= GAP * max(a - a0 - size0, b - b0 - size0)
        if worth <= 0:
            worth, first = 0.0, i
        worth += size
        if worth > best[0]:
            best = (worth, first, i + 1)
    return list(blocks[best[1] : best[2]])


def _weigh(a: Form, runs: Sequence[tuple[int, int]]) -> tuple[int, int, int, float]:
    matched = sum(end - start for start, end in runs)
    plain = sum(weight > 0 for start, end in runs for weight in a.weights[start:end])
    # An item alone between differences matches by chance far more easily than one in a run.
    bits = sum(sum(a.weights[s:e]) * (1.0 if e - s > 1 else 0.5) for s, e in runs)
    return matched, plain, max(end - start for start, end in runs), bits


def _with_edges(found: Match, a_length: int, b_length: int) -> Match:
    """Takes in a few differing words at either end, so that a swapped first word is a variant
    rather than a shorter stretch."""
    head = max(found.a_start, found.b_start)
    tail = max(a_length - found.a_end, b_length - found.b_end)
    if head <= EDGE:
        found = found._replace(a_start=0, b_start=0)
    if tail <= EDGE:
        found = found._replace(a_end=a_length, b_end=b_length)
    return found


def _accept(a: Form, b: Form, found: Match) -> Match | None:
    length = max(found.a_end - found.a_start, found.b_end - found.b_start)
    shorter = min(len(a.items), len(b.items))
    found = found._replace(bits=found.bits - GAP_BITS * (length - found.matched))
    enough = (
        found.matched >= FEWEST
        and found.plain >= FEWEST_PLAIN
        and found.bits >= FEWEST_BITS
        and found.matched >= DENSITY * length
        and (found.matched >= LONG or found.matched >= SHARE * shorter)
    )
    return found if enough else None
