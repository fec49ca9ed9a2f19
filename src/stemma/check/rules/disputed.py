"""What the draft has as one side of a disagreement of the pile: other passages have another day, figure,
place or doer for it."""

import re
from collections.abc import Iterator
from datetime import date

from stemma.check.found import Asked, Dispute, Found, Match
from stemma.check.rules.dates import agree as agree_on_day
from stemma.check.rules.dates import parts
from stemma.check.rules.figures import agree
from stemma.check.rules.status import denied
from stemma.check.telling import Telling
from stemma.check.verdicts import DISPUTED


def disputed(asked: Asked) -> Iterator[Found]:
    """A value that the draft shares with what tells the same, where the account sets another against it. A
    draft that has both takes no side, nor does one that gives a figure to who says it."""
    shown: set[tuple[int, int]] = set()
    for match in asked.others:
        for one in match.disputes:
            span = _shared(asked.telling, match, one)
            if span and span not in shown and one.other not in asked.telling.text:
                shown.add(span)
                said = (
                    f"another passage has «{_shown(one)}» for «{asked.telling.text[slice(*span)]}»"
                )
                yield Found(DISPUTED, said, *span, (one.pointer,))


def _shown(one: Dispute) -> str:
    """The other value; a day in words."""
    if one.slot != "date" or not _DAY.fullmatch(one.other):
        return one.other
    day = date.fromisoformat(one.other)
    return f"{day:%A}, {day.day} {day:%B %Y}"


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _shared(own: Telling, match: Match, one: Dispute) -> tuple[int, int] | None:
    """Where the draft has the value that the passage has there."""
    if one.slot == "date":
        theirs = [parts(w) for w in match.telling.times if _overlaps((w.start, w.end), one)]
        held = [
            (w.start, w.end) for w in own.times
            if parts(w) and any(agree_on_day(parts(w), other) for other in theirs if other)
        ]  # fmt: skip
        return held[0] if held else None
    if one.slot == "figure":
        amounts = [a for a in match.telling.amounts if _overlaps((a.start, a.end), one)]
        found = [
            (a.start, a.end) for a in own.amounts
            if any(a.kind == o.kind and agree(a, o) for o in amounts)
            and not own.spoken(a.start, a.end)
        ]  # fmt: skip
        return found[0] if found else None
    if one.slot == "status":
        done = [
            d
            for d in own.deeds
            if d.predicate == one.value and not denied(d) and d.time != "future"
        ]
        return (done[0].start, done[0].end) if done and not done[0].sources else None
    name = one.value.partition(" ")[2] if one.slot == "place" else one.value
    at = own.text.casefold().find(name.casefold()) if name else -1
    return (at, at + len(name)) if at >= 0 else None


def _overlaps(span: tuple[int, int], one: Dispute) -> bool:
    return span[0] < one.end and one.start < span[1]
