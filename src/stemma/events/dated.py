"""Which expression of time of a sentence says when one of its deeds was done."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from stemma.model import Timex

Marks = Iterable[
    tuple[int, int]
]  # characters of what stands in quotation marks: first, behind the last

# What stands before a day on which a deed is not done: `a vote before the summer`.
_NOT_ON = re.compile(r"\b(?:before|after|until|till|prior to|ahead of|following)(?: the)? $", re.I)
# A year or a month since which nothing like it happened: `the first trial since 1994`.
_SINCE = re.compile(r"\bsince(?: the)? $", re.I)
_DAY = len("2021-05-03")
_COUNT = re.compile(r"P(T?)(\d\d?|X)([DWH])")
_SIDE = re.compile(r" (after|before)\b")


def _is_apart(before: str, one: Timex) -> bool:
    """Whether what stands before a date says that the deed was not on it."""
    return bool(_NOT_ON.search(before) or (_SINCE.search(before) and len(one.value) < _DAY))


def dating(
    text: str, seen: Mapping[str, Any], at: int, times: Sequence[Timex], marks: Marks = ()
) -> tuple[Timex | None, list[str]]:
    """The expression of time that hangs on the predicate; of several the one that says most. Its last word
    tells what it hangs on: `late on Saturday`."""
    near = [
        one
        for one in times
        if one.type in ("DATE", "TIME") and is_in(one, seen["when"], at)
        and not (one.type == "DATE" and _is_apart(text[: one.start - at], one))
        and not _is_spoken(one, at + int(seen["mention"]["start"]), marks)
        and not (seen["mention"]["time"] == "past" and _is_to_come(one))
    ]  # fmt: skip
    known = [one for one in near if one.first or one.last]
    best = min(known or near, key=_grain, default=None)
    if best is None:
        return _counted(text, seen, at, times)
    return best, [f"dated by '{best.text}' beside it"]


def _is_spoken(one: Timex, deed: int, marks: Marks) -> bool:
    """Whether a time stands in words of somebody that a deed stands outside of: `shouted "Where were you on
    Sunday?" until she left`."""
    return any(first <= one.start < last and not first <= deed < last for first, last in marks)


def _is_to_come(one: Timex) -> bool:
    """Whether it lies behind the day on which it was said, so that nothing told as past was then: `pledged
    new houses by next autumn`, `invited them to a summit next week`."""
    said = (one.anchor or "").rpartition("/")[2]
    return one.how == "relative" and bool(one.first and said and said < one.first)


def is_in(one: Timex, stretches: Sequence[Sequence[int]], at: int) -> bool:
    """Whether an expression ends in one of some stretches of a sentence that begins at a character."""
    return any(at + start < one.end <= at + end for start, end in stretches)


def _counted(
    text: str, seen: Mapping[str, Any], at: int, times: Sequence[Timex]
) -> tuple[Timex | None, list[str]]:
    """The only day of the sentence, or rather the day that is so many days before it or behind it: `announced
    on Tuesday, two days after voters split`, `resigned a day after the vote of Monday`."""
    days = [one for one in times if one.first and one.first == one.last]
    days = [one for one in days if not _NOT_ON.search(text[: one.start - at])]  # `had until Friday`
    own = at + int(seen["mention"]["start"])
    for one in times:
        count, side = _COUNT.fullmatch(one.value), _SIDE.match(text[one.end - at :])
        if (
            not count
            or not _counts(count)
            or not side
            or not is_in(one, seen["when"], at)
            or len(days) != 1
        ):
            continue
        (day,) = days
        if day.start < own < one.start or own < day.start < one.start:
            continue  # it counts between other deeds
        later = own < one.start or one.start < day.start < own  # rather than what it came after
        ahead = (side[1] == "after") is later
        return _so_far(day, count, ahead), [
            f"dated by '{one.text}' {side[1]} it, from '{day.text}'"
        ]
    return None, []


def _counts(count: re.Match[str]) -> bool:
    """Whether it says how far a day is: `two days`, `a week`, and `hours`, be it how many."""
    return bool(count[1]) == (count[3] == "H") and (count[2] != "X" or count[3] == "H")


def _so_far(day: Timex, count: re.Match[str], ahead: bool) -> Timex:
    """So many days or weeks from a day. A week after a Monday may be a Sunday; hours after it may be the same
    day or the next."""
    one = date.fromisoformat(day.first or "")
    if count[3] == "H":
        few = timedelta(days=1 if count[2] == "X" else -(-int(count[2]) // _HOURS))
        first, last = (one, one + few) if ahead else (one - few, one)
        return replace(day, first=first.isoformat(), last=last.isoformat())
    week = count[3] == "W"
    off = timedelta(days=int(count[2]) * (7 if week else 1))
    middle = one + (off if ahead else -off)
    loose = timedelta(days=week)
    return replace(day, first=(middle - loose).isoformat(), last=(middle + loose).isoformat())


_HOURS = 24  # of a day


def _grain(one: Timex) -> tuple[int, int, int]:
    """The narrower first: both ends known, and the same; then the order of the text."""
    return (not (one.first and one.last), one.first != one.last, one.start)
