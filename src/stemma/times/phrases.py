"""What an expression says before it is known when it was said: the meanings between grammar and value."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor: `2017-04-12`, `P3D`, `PAST_REF`. `vague`: it names no certain time;
    `weekday`: a weekday (1 to 7) that stands beside a date; `only`: the tense without which it is no time
    (`soon`)."""

    value: str
    vague: bool = False
    weekday: int = 0
    only: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the anchor, or from the date that was spoken of before (`base`)."""

    unit: str
    by: float
    base: str = "anchor"


@dataclass(frozen=True, slots=True)
class Named:
    """Something that comes again each week or each year. `kind`: `weekday`, `weekend`, `month`, `day`,
    `season`, `quarter`, `half`, `holiday`; `name`: its number or name; `way`: `last`, `next`, `this`, or
    empty where tense decides; `weekday`: a weekday that stands beside a date; `year`: how many years from
    the anchor's, if that is said."""

    kind: str
    name: str
    way: str = ""
    weekday: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour or a part of a day, of the day that stands beside it in the text."""


@dataclass(frozen=True, slots=True)
class Either:
    """A date in figures whose order is not certain: two days, the earlier first."""

    days: tuple[str, str]


What = Fixed | Shift | Named | Clock | Either


class Phrase(NamedTuple):
    """An expression of time: tokens `first` to before `last`. `clock`: an hour (`T09:30`) or a part of the
    day (`TMO`) in addition to what the day is."""

    first: int
    last: int
    type: str
    what: What
    mod: str = ""
    clock: str = ""
