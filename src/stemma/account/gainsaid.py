"""Figures of one thing that one sentence has from two sources: `police said 12, the union said 40 marched`.
Elsewhere a sentence does not contradict itself; here it tells of a disagreement."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from stemma.account.sides import Slots, meet
from stemma.model import Figure

_KINDS = frozenset(("count", "money", "share", "duration", "measure"))
# Who says, estimates or counts it.
_CUES = (
    "said|says?|put|puts|claim(?:s|ed)|estimate[sd]?|report(?:s|ed)|counted|spoke of|speaks? of|gave|gives?"
    "|announced|insist(?:s|ed)|maintain(?:s|ed)|reckon(?:s|ed)"
)
_SAYS = re.compile(rf"\b(?P<who>[^\W\d_][^,;:.]*?)\s+(?:has |have |had )?(?P<cue>{_CUES})\b")
_ACCORDING = re.compile(r"\baccording to (?P<who>[^,;:.]+)", re.IGNORECASE)
# `Police estimated the crowd at 5,000, organisers at 20,000`.
_GAPPED = re.compile(
    r"[,;] (?:and |but |while )?(?P<who>[^\W\d_][^,;:.\d]*?) (?P<cue>at|of) (?:\w+ ){0,2}$"
)
# Where a clause begins, so that what stands before it is no part of who speaks.
_BEGINS = re.compile(
    r"^(?:.*(?:[,;:—–]| -)\s*)?(?:.*\b(?:while|whereas|but|and|though|although|yet)\s+)?(?P<who>.*)$",
    re.DOTALL,
)
# What a figure is told with that has no thing of its own: it is of what the other is of.
_NO_THING = frozenset(("number", "figure", "crowd", "toll", "total", "it", "turnout", "they"))
# What tells that the one number took the place of the other, or is of another time.
_IN_TIME = re.compile(
    r"\b(?:later|earlier|at first|initially|previously|revised|raised|lowered|corrected|updated"
    r"|(?:up|down) from)\b",
    re.IGNORECASE,
)
_NO_DEED = frozenset(
    "say put claim estimate report count speak give announce insist do be maintain".split()
)


class _Told(NamedTuple):
    """A figure with who gives it in its sentence, and what it counts if the sentence says so."""

    figure: Figure
    voice: str
    of: str
    done: str


def by_two_voices(slots: Slots) -> Iterator[tuple[Figure, Figure, str, str]]:
    """Each two such figures, with who gives them."""
    inside: dict[str, list[Figure]] = defaultdict(list)
    for figure in slots.figures:
        if figure.kind in _KINDS and figure.story_id and figure.low is not None:
            inside[figure.sentence_id].append(figure)
    for name, held in sorted(inside.items()):
        sentence = slots.grounds.sentences.get(name)
        if sentence is None or len(held) < 2 or _IN_TIME.search(sentence.text):
            continue
        told = list(_told(sorted(held, key=lambda f: f.start), sentence.text, sentence.start))
        for one, other in combinations(told, 2):
            if _are_rivals(one, other):
                yield one.figure, other.figure, one.voice, other.voice


def _told(figures: Sequence[Figure], text: str, at: int) -> Iterator[_Told]:
    """The figures that somebody gives, in order: of each clause with a speaker the first."""
    taken: set[int] = set()
    for figure in figures:
        found = _voice(text, figure.start - at)
        if found is None or found[1] in taken:
            continue
        taken.add(found[1])
        what, done = figure.what or "", (figure.predicate or "").split(" ")[0]
        yield _Told(
            figure, found[0], "" if what in _NO_THING else what, "" if done in _NO_DEED else done
        )


def _voice(text: str, at: int) -> tuple[str, int] | None:
    """Who gives what stands at a place, and where that is said: the last one before it."""
    before = text[:at]
    gapped = _GAPPED.search(before)
    found = [(m["who"], m.end()) for m in (*_SAYS.finditer(before), *_ACCORDING.finditer(before))]
    last = max(found, key=lambda one: one[1], default=None)
    if gapped and last and gapped.start() > last[1]:
        last = gapped["who"], gapped.end()
    if last is None:
        return None
    who = _BEGINS.match(last[0])
    return (who["who"].strip() if who else last[0]), last[1]


def _are_rivals(one: _Told, other: _Told) -> bool:
    """Whether two sources give one thing in numbers that leave no room for one."""
    ours, theirs = one.voice.casefold(), other.voice.casefold()
    if not ours or not theirs or ours == theirs or one.figure.kind != other.figure.kind:
        return False
    return (
        _same(one.of, other.of)
        and _same(one.done, other.done)
        and _bare(one, other)
        and (not meet(one.figure, other.figure))
    )


def _same(one: str, other: str) -> bool:
    return not one or not other or one == other


def _bare(one: _Told, other: _Told) -> bool:
    """Whether one of them has no thing of its own, or both have the same."""
    return (
        not (one.of and one.done)
        or not (other.of and other.done)
        or (one.of == other.of and one.done == other.done)
    )
