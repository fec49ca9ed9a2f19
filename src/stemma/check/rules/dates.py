"""A date of the draft that what it rests on does not have."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from stemma.check.found import Asked, Found, Match, point
from stemma.check.telling import When
from stemma.check.verdicts import DATE, PARTLY
from stemma.text.calendar import WEEKDAYS
from stemma.text.unsaid import WEEKDAY

_DAYS = tuple(sorted(WEEKDAYS, key=WEEKDAYS.__getitem__))
_FULL = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d|XX))?(?:T(\w+)(?::(\d\d))?)?")
_HOUR = re.compile(r"T(\d\d)(?::(\d\d))?")

Parts = dict[str, str]


def dates(asked: Asked) -> Iterator[Found]:
    """Each date or hour is held part by part (year, month, day, weekday, hour) against those of what tells
    the same. It differs if all that have such a part have another one."""
    for when in asked.telling.times:
        own = parts(when)
        if when.type not in ("DATE", "TIME") or not own:
            continue
        held = [(m, other) for m in asked.others for other in m.telling.times if parts(other)]
        if any(agree(own, parts(other)) for _, other in held):
            continue
        rivals = [(m, o) for m, o in held if _differ(own, parts(o)) and _free(o, asked)]
        if rivals:
            match, other = max(rivals, key=lambda pair: pair[0].like.same)
            said = f"you write «{when.text}», the pile has «{_shown(other)}"
            yield Found(
                DATE, said, when.start, when.end, (point(match, other.start, other.end, other.id),)
            )
        elif not _beside(own, asked.others):
            yield Found(PARTLY, f"the date «{when.text}» was not found", when.start, when.end)


def _free(other: When, asked: Asked) -> bool:
    """Whether no date of the draft's sentence is that one."""
    return not any(agree(parts(own), parts(other)) for own in asked.telling.times)


def _beside(own: Parts, others: Sequence[Match]) -> bool:
    """Whether a passage beside one that tells the same has the date."""
    return any(agree(own, parts(other)) for match in others for other in match.telling.before)


def _shown(when: When) -> str:
    """As written, with the day that it means."""
    known = when.first and when.first == when.last and when.first not in when.text
    return f"{when.text}» (which is {when.first})" if known else f"{when.text}»"


def parts(when: When) -> Parts:
    """What is known of a date: year, month, day, weekday, hour, minute."""
    found: Parts = {}
    match = _FULL.match(when.value)
    if match:
        names = ("year", "month", "day", "hour", "minute")
        found = {n: v for n, v in zip(names, match.groups(), strict=True) if v and "X" not in v}
    weekday, hour = WEEKDAY.match(when.value), _HOUR.search(when.value)
    if weekday:
        found["weekday"] = _DAYS[int(weekday[1]) - 1]
    if hour and hour[1].isdigit():
        found["hour"], found["minute"] = hour[1], hour[2] or "00"
    if {"year", "month", "day"} <= found.keys():
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        found["weekday"] = _DAYS[day.weekday()]
    for word in re.findall(r"[a-z]+", when.text.casefold()):
        if word in WEEKDAYS:
            found["weekday"] = word
    return found


def agree(one: Parts, other: Parts) -> bool:
    """Whether two dates may be one, as far as both are known."""
    common = one.keys() & other.keys()
    telling = common - {"year", "minute"} or common & {"year"}
    return bool(telling) and all(one[name] == other[name] for name in common)


def _differ(one: Parts, other: Parts) -> bool:
    common = one.keys() & other.keys()
    return any(one[name] != other[name] for name in common)
