"""What the draft tells as done, denied or to come, and the pile otherwise; and what the pile tells both
ways."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, Opcode

from stemma.check.found import Asked, Found, Match, point
from stemma.check.markers import AHEAD, CLAIMED, DENIES, DOUBTS, ENDED, Marker, markers
from stemma.check.telling import Deed, Telling
from stemma.check.terms import stem
from stemma.check.verdicts import DISPUTED, STATUS
from stemma.text.marks import quoted_spans
from stemma.text.tokens import Token, words

_RANK = {"certain": 0, "probable": 1, "possible": 2, "unclear": 2}
_EMPTY = frozenset(
    stem(word)
    for word in "be have do get make take go come put let keep seem become say tell add blame".split()
)
_NEAR = 0.15  # of likeness below the likeliest passage, for another to count beside it
_WORDED = 0.7  # of the longer one's words, for two sentences to have the same wording


class Pair(NamedTuple):
    """A deed of the draft and the same in a sentence of the case."""

    deed: Deed
    match: Match
    other: Deed


def status(asked: Asked) -> Iterator[Found]:
    """Deeds are held against the same deeds, and the words that deny, doubt or look ahead against those of
    the likeliest passages. Where all of these have it otherwise, the status differs; where some have it so
    and others not, what the draft states itself is disputed."""
    found = list(_by_deeds(asked))
    yield from found
    if not any(one.verdict == STATUS for one in found):
        yield from _by_words(asked)


# -- by deeds -------------------------------------------------------------------------------------


def _by_deeds(asked: Asked) -> Iterator[Found]:
    quoted = quoted_spans(asked.telling.text)
    for deed in main_deeds(asked.telling):
        if _within(deed.start, deed.end, quoted):
            continue  # what is quoted is compared word by word
        pairs = [p for match in asked.others for p in same_deeds(deed, match)]
        against = [p for p in pairs if differ(deed, p.other)]
        if against and len(against) == len(pairs):
            yield _differs(against[0])
        elif not deed.sources and not denied(deed):
            wide = [p for match in asked.wide for p in same_deeds(deed, match)]
            other = [p for p in wide if denied(p.other) and differ(deed, p.other)]
            if other:
                yield _disputed(deed, other)


def main_deeds(telling: Telling) -> list[Deed]:
    """The deeds told by verbs, but for those that only report or have no meaning of their own."""
    cues = {stem(word) for one in telling.speeches for word in one.cue.split()}
    return [d for d in telling.deeds if d.verb and not _stems(d) & (_EMPTY | cues)]


def same_deeds(deed: Deed, match: Match) -> list[Pair]:
    """The deed of another sentence with the same predicate; of several, one that agrees."""
    own = _stems(deed)
    found = [d for d in match.telling.deeds if d.verb and _stems(d) & own]
    if len(found) > 1:
        found = [d for d in found if not differ(deed, d)][:1] or found[:1]
    return [Pair(deed, match, d) for d in found]


def _stems(deed: Deed) -> frozenset[str]:
    return frozenset(stem(word) for word in deed.predicate.split())


def differ(one: Deed, other: Deed) -> bool:
    """Whether two tell of one deed with another status: denied, two grades less certain, or yet to come."""
    if told(one) == told(other) or (
        one.time == other.time == "future" and denied(one) == denied(other)
    ):
        return False
    if denied(one) != denied(other):
        return True
    if abs(_RANK[one.certainty] - _RANK[other.certainty]) > 1:
        return True
    ahead = {one.time == "future", other.time == "future"} == {True, False}
    done = one if one.time != "future" else other
    return ahead and done.certainty == "certain" and done.time == "past"


def denied(deed: Deed) -> bool:
    """Whether a deed is told not to be so, by the sentence or by whoever says so in it."""
    return deed.polarity == "negative"


def told(deed: Deed) -> str:
    """The status in a word."""
    if denied(deed):
        return DENIES
    if deed.time == "future":
        return AHEAD if _RANK[deed.certainty] < 2 else DOUBTS
    return {0: "done", 1: "probable", 2: DOUBTS}[_RANK[deed.certainty]]


def _differs(pair: Pair) -> Found:
    said = f"you tell «{pair.deed.text}» as {told(pair.deed)}, the pile as {told(pair.other)}"
    where = point(pair.match, pair.other.start, pair.other.end)
    return Found(STATUS, said, pair.deed.start, pair.deed.end, (where,))


def _disputed(deed: Deed, against: Sequence[Pair]) -> Found:
    voices = [v.removeprefix("!") for p in against for v in p.other.sources[-1:]]
    who = ", ".join(f"«{name}»" for name in dict.fromkeys(voices)) or "another page"
    said = f"«{deed.text}» is disputed by {who}"
    where = tuple(point(p.match, p.other.start, p.other.end) for p in against)
    return Found(DISPUTED, said, deed.start, deed.end, where)


# -- by words -------------------------------------------------------------------------------------


def _by_words(asked: Asked) -> Iterator[Found]:
    if not asked.others:
        return
    best = asked.others[0].like.same
    near = [m for m in asked.others if m.like.same >= best - _NEAR]
    inside = quoted_spans(asked.telling.text)
    own = markers(asked.telling.text)
    found = [_against(asked.telling, own, match) for match in near]
    found = [one for one in found if one is None or not _within(one.start, one.end, inside)] or [
        None
    ]
    if all(one is not None for one in found):
        yield next(one for one in found if one is not None)


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _against(telling: Telling, own: Sequence[Marker], match: Match) -> Found | None:
    theirs = markers(match.telling.text)
    mine, others = words(telling.text), words(match.telling.text)
    ops = Indel.opcodes([t.n for t in mine], [t.n for t in others])
    equal = sum(op.src_end - op.src_start for op in ops if op.tag == "equal")
    if equal >= _WORDED * max(len(mine), len(others)):
        return _reworded(telling, own, theirs, match, [op for op in ops if op.tag != "equal"])
    return _told(telling, own, theirs, match)


def _reworded(
    telling: Telling,
    own: Sequence[Marker],
    theirs: Sequence[Marker],
    match: Match,
    changed: Sequence[Opcode],
) -> Found | None:
    """Of two sentences of one wording: a marker in the words that only one of them has."""
    mine, others = words(telling.text), words(match.telling.text)
    gone = [m for m in own for op in changed if _touches(m, mine, op.src_start, op.src_end)]
    come = [m for m in theirs for op in changed if _touches(m, others, op.dest_start, op.dest_end)]
    if {m.kind for m in gone} == {m.kind for m in come}:
        return None
    more = [m for m in gone if m.kind not in {o.kind for o in come}]
    if more:
        return _says(telling, more[0], True, match)
    return _says(
        telling, next(m for m in come if m.kind not in {o.kind for o in gone}), False, match
    )


def _touches(marker: Marker, tokens: Sequence[Token], first: int, last: int) -> bool:
    return last > first and tokens[first].start < marker.end and marker.start < tokens[last - 1].end


def _told(
    telling: Telling, own: Sequence[Marker], theirs: Sequence[Marker], match: Match
) -> Found | None:
    """Of two wordings: what one of them denies of words that both have, and the other denies nowhere; what
    the pile doubts or has ahead, and the draft tells plainly."""
    mine, others = ([m for m in some if m.kind == DENIES] for some in (own, theirs))
    denied_there = frozenset[str]().union(*(m.over for m in others))
    for marker in mine:
        shared = marker.over & match.telling.keys
        if not marker.verb and (not others or (shared and not shared & denied_there)):
            return _says(telling, marker, True, match)
    ended = [m for m in own if m.kind == ENDED]
    if ended and not any(m.kind == ENDED for m in theirs):
        return _says(telling, ended[0], True, match)
    bare = not telling.speeches and not any(m.kind in (CLAIMED, DOUBTS, DENIES) for m in own)
    told_as = {key for deed in main_deeds(telling) for key in _stems(deed)}
    soft = any(m.kind in (DOUBTS, AHEAD) for m in own)
    for marker in theirs:
        shared = marker.over & telling.keys
        told = marker.first in shared or len(shared) > 1
        claimed = marker.kind == CLAIMED and bare
        if told and ((marker.kind == DENIES and not mine) or claimed):
            return _says(telling, marker, False, match)
        if shared & told_as and marker.kind in (DOUBTS, AHEAD) and not soft and _plain(telling):
            return _says(telling, marker, False, match)
    return None


def _plain(telling: Telling) -> bool:
    """Whether a sentence tells all that it tells as done."""
    own = main_deeds(telling)
    return bool(own) and all(d.time == "past" and d.certainty == "certain" for d in own)


def _says(telling: Telling, marker: Marker, mine: bool, match: Match) -> Found:
    if mine:
        shown = telling.text[marker.start : marker.end]
        said = f"you write «{shown}» ({marker.kind}), the pile does not"
        whole = point(match, 0, len(match.telling.text))
        return Found(STATUS, said, marker.start, marker.end, (whole,))
    where = point(match, marker.start, marker.end)
    said = f"the pile has «{where.text}» ({marker.kind}), and you do not"
    return Found(STATUS, said, 0, len(telling.text), (where,))
