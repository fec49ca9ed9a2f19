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
    "said|says?|put|puts|claim(?:s|ed)|estimate[sd]?|report(?:s|ed)|counted|spoken? of|speaks? of|gave|gives?"
    "|announced|insist(?:s|ed)|maintain(?:s|ed)|reckon(?:s|ed)"
)
_SAYS = re.compile(
    rf"\b(?P<who>[^\W\d_][^,;:.]*?)\s+(?:(?:has|have|(?P<before>had)) )?(?P<cue>{_CUES})\b"
)
_ACCORDING = re.compile(r"\baccording to (?P<who>[^,;:.]+)", re.IGNORECASE)
# `Police estimated the crowd at 5,000, organisers at 20,000`.
_GAPPED = re.compile(
    r"[,;] (?:and |but |while )?(?P<who>[^\W\d_][^,;:.\d]*?) (?P<cue>at|of) (?:\w+ ){0,2}$"
)
# Where a clause begins, so that what stands before it is no part of who speaks.
_BEGINS = re.compile(
    r"^(?:.*(?:[,;:—–]| -)\s*)?(?:.*\b(?:while|whereas|but|and|though|although|yet)\s+)?"
    r"(?:an? (?:figure|number|estimate|sum) (?:that |which )?)?(?P<who>.*)$",
    re.DOTALL,
)
# What a figure is told with that has no thing of its own: it is of what the other is of.
_NO_THING = frozenset(("number", "figure", "crowd", "toll", "total", "it", "turnout", "they"))
# Who is none besides whoever was named, and what is counted, not who counts.
_NOBODY = re.compile(
    r"(?:.*\b)?(?:i|we|he|she|it|they|who|which|that|now|number|share|total|toll|dead|missing|ill|sick"
    r"|homeless|\w+ed)",
    re.IGNORECASE | re.DOTALL,
)
# What tells that the one number took the place of the other, or is of another time.
_IN_TIME = re.compile(
    r"\b(?:later|earlier|at first|initially|previously|revised|raised|lowered|corrected|updated|now|by then"
    r"|since then|(?:rose|risen|grown|climbed|fell|fallen|up|down) (?:to|from)"
    r"|by (?:the )?(?:dawn|noon|midday|dusk|nightfall|midnight|morning|afternoon|evening))\b",
    re.IGNORECASE,
)
# Of whom or what they speak is themselves: `said it had lost 12`; not `said it was 12`.
_OWN = re.compile(
    r"\b(?:we|they|he|she|its|their|his|her|it (?!was\b|is\b|were\b|had been\b))", re.IGNORECASE
)
# `put those in need at 5,000`.
_PUT = re.compile(r"\s+(?:(?:the|its|their|his|her) )?(?P<of>\w+)\b[^,;:.]* at (?:\w+ ){0,2}$")
_WHERE = re.compile(r"[^,;:.]*?\b(?:in|at|near|around|outside|along|across) (?P<where>[^,;:.]+)")
_NO_DEED = frozenset(
    "say put claim estimate report count speak give announce insist do be maintain".split()
)


class _Voice(NamedTuple):
    """Who gives something, where that is said, and whether it was before the rest."""

    who: str
    end: int
    before: bool = False


class _Told(NamedTuple):
    """A figure with who gives it in its sentence, and what it counts and where if the sentence says so."""

    figure: Figure
    voice: _Voice
    of: str
    done: str
    where: str


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
        dated = [t.start for t in slots.times.get(name, ()) if t.type in ("DATE", "TIME")]
        for one, other in combinations(told, 2):
            another_day = any(at > one.figure.end for at in dated)
            if not another_day and _are_rivals(one, other):
                yield one.figure, other.figure, one.voice.who, other.voice.who


def _told(figures: Sequence[Figure], text: str, at: int) -> Iterator[_Told]:
    """The figures that somebody gives, in order: of each clause with a speaker the first."""
    taken: set[int] = set()
    for figure in figures:
        voice = _voice(text, figure.start - at)
        if voice is None or voice.end in taken:
            continue
        taken.add(voice.end)
        between = text[voice.end : figure.start - at]
        if _NOBODY.fullmatch(voice.who) or _OWN.search(between):
            continue
        put = _PUT.match(between)
        what = figure.what or (put["of"] if put else "")
        done = (figure.predicate or "").split(" ")[0]
        where = _WHERE.match(text[figure.end - at :])
        yield _Told(
            figure, voice, "" if what in _NO_THING else what, "" if done in _NO_DEED else done,
            where["where"] if where else "",
        )  # fmt: skip


def _voice(text: str, at: int) -> _Voice | None:
    """Who gives what stands at a place: the last one before it."""
    before = text[:at]
    found = [_Voice(m["who"], m.end(), bool(m["before"])) for m in _SAYS.finditer(before)]
    found += [_Voice(m["who"], m.end()) for m in _ACCORDING.finditer(before)]
    last = max(found, key=lambda one: one.end, default=None)
    gapped = _GAPPED.search(before)
    if last is None:
        return None
    if gapped and gapped.start() > last.end:
        return _Voice(gapped["who"], gapped.end())
    who = _BEGINS.match(last.who)
    return last._replace(who=who["who"].strip()) if who else last


def _are_rivals(one: _Told, other: _Told) -> bool:
    """Whether two sources give one thing in numbers that leave no room for one."""
    ours, theirs = one.voice.who.casefold(), other.voice.who.casefold()
    if not ours or not theirs or ours == theirs or one.figure.kind != other.figure.kind:
        return False
    if one.voice.before != other.voice.before:
        return (
            False  # `said 41 had died, after the governor had spoken of 30`: the one is the older
        )
    if one.where and other.where and one.where != other.where:
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
