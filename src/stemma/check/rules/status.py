"""What the draft tells as done, denied or to come, and the pile otherwise; and what the pile tells both ways."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.check.found import Asked, Found, Match, point
from stemma.check.telling import Deed, Telling
from stemma.check.terms import stem
from stemma.check.verdicts import DISPUTED, STATUS

_RANK = {"certain": 0, "probable": 1, "possible": 2, "unclear": 2}
_EMPTY = frozenset("be have do get make take go come put let keep seem become say tell add".split())


class _Pair(NamedTuple):
    """A deed of the draft and the same in a sentence of the case."""

    deed: Deed
    match: Match
    other: Deed


def status(asked: Asked) -> Iterator[Found]:
    """Each deed is held against the same deed in all that tells the same. Where the pile has it otherwise
    throughout, its status differs; where some have it so and others not, it is disputed."""
    for deed in _main(asked.telling):
        pairs = [p for match in asked.others for p in _same(deed, match)]
        against = [p for p in pairs if differ(deed, p.other)]
        if not against:
            continue
        if len(against) == len(pairs):
            yield _differs(against[0])
        elif any(denied(p.other) != denied(deed) for p in against):
            yield _disputed(deed, [p for p in against if denied(p.other) != denied(deed)])


def _main(telling: Telling) -> list[Deed]:
    """The deeds but for those whose verb only reports or stands in another's words of time."""
    cues = {one.cue for one in telling.speeches if one.cue}
    return [d for d in telling.deeds if not _stems(d) & _EMPTY and d.predicate not in cues]


def _same(deed: Deed, match: Match) -> list[_Pair]:
    """The deeds of another sentence with the same predicate, one where several have it."""
    own = _stems(deed)
    found = [d for d in match.telling.deeds if _stems(d) & own]
    if len(found) > 1:
        found = [d for d in found if not differ(deed, d)][:1] or found[:1]
    return [_Pair(deed, match, d) for d in found]


def _stems(deed: Deed) -> frozenset[str]:
    return frozenset(stem(word) for word in deed.predicate.split())


def differ(one: Deed, other: Deed) -> bool:
    """Whether two tell of one deed with another status: denied, two grades less certain, or yet to come."""
    if denied(one) != denied(other):
        return True
    if abs(_RANK[one.certainty] - _RANK[other.certainty]) > 1:
        return True
    ahead = {one.time == "future", other.time == "future"} == {True, False}
    done = one if one.time != "future" else other
    return ahead and done.certainty == "certain" and done.time == "past"


def denied(deed: Deed) -> bool:
    """Whether a deed is told not to be so, by the sentence or by whoever says so in it."""
    turned = sum(voice.startswith("!") for voice in deed.sources)
    return (deed.polarity == "negative") != bool(turned % 2)


def told(deed: Deed) -> str:
    """The status in a word."""
    if denied(deed):
        return "denied"
    if deed.time == "future":
        return "planned or expected" if _RANK[deed.certainty] < 2 else "possible"
    return {0: "done", 1: "probable", 2: "possible"}[_RANK[deed.certainty]]


def _differs(pair: _Pair) -> Found:
    said = f"you tell «{pair.deed.text}» as {told(pair.deed)}, the pile as {told(pair.other)}"
    where = point(pair.match, pair.other.start, pair.other.end)
    return Found(STATUS, said, pair.deed.start, pair.deed.end, (where,))


def _disputed(deed: Deed, against: Sequence[_Pair]) -> Found:
    voices = [v.removeprefix("!") for p in against for v in p.other.sources[-1:]]
    who = ", ".join(f"«{name}»" for name in dict.fromkeys(voices)) or "another page"
    said = f"«{deed.text}» is disputed by {who}"
    where = tuple(point(p.match, p.other.start, p.other.end) for p in against)
    return Found(DISPUTED, said, deed.start, deed.end, where)
