"""What comes again: on which days of a year it falls, and which of these is meant."""

from calendar import FRIDAY, THURSDAY
from datetime import date, timedelta

from stemma.times.phrases import Named
from stemma.times.values import SEASONS, Days, month_days, value_of

_MARGIN = 5  # years around the anchor in which 29 February comes


def falls(named: Named, year: int) -> tuple[Days, str] | None:
    """Its days in a year and their value; None if it does not come that year."""
    name = named.name
    if named.kind == "month":
        return month_days(year, int(name)), f"{year:04}-{name}"
    if named.kind == "season":
        return month_days(year, SEASONS[name], 3), f"{year:04}-{name}"
    if named.kind == "quarter":
        return month_days(year, 3 * int(name) - 2, 3), f"{year:04}-Q{name}"
    if named.kind == "half":
        return month_days(year, 6 * int(name) - 5, 6), f"{year:04}-H{name}"
    day = _day(name, year)
    return ((day, day), day.isoformat()) if day else None


def _day(name: str, year: int) -> date | None:
    """A day of the year by its month and day, or by the name of a holiday that moves."""
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 21)
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    try:
        return date(year, int(name[:2]), int(name[3:]))
    except ValueError:
        return None


_FROM_EASTER = {"easter": 0, "easter monday": 1, "good friday": FRIDAY - 6}


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def chosen(named: Named, anchor: date, direction: str) -> tuple[str, str] | None:
    """The one that is meant, as its value, and how it was told, in words with a gap for the anchor.
    `direction`: `past`, `future` or `near`, which the tense gives, where no `last` or `next` says so."""
    if named.kind == "weekday":
        return _weekday(int(named.name), anchor, named.way, direction)
    if named.kind == "weekend":
        return _weekend(anchor, named.way, direction)
    if named.year is not None:
        fall = falls(named, anchor.year + named.year)
        return (fall[1], "that of the year that is said, counted from {}") if fall else None
    years = range(max(anchor.year - _MARGIN, 1), min(anchor.year + _MARGIN, 9998) + 1)
    falling = [fall for fall in (falls(named, year) for year in years) if fall]
    near = [f for f in falling if abs(f[0][0].year - anchor.year) <= 1]
    fitting = [f for f in near if f[0][0].isoweekday() == named.weekday]
    return _of_years(fitting or falling, anchor, named.way or direction)


def _of_years(falling: list[tuple[Days, str]], anchor: date, way: str) -> tuple[str, str] | None:
    def distance(fall: tuple[Days, str]) -> int:
        (first, last), _ = fall
        return max((first - anchor).days, (anchor - last).days, 0)

    if way in ("near", "this"):
        return min(falling, key=distance)[1], "the one nearest to {}"
    back = way in ("last", "past")
    fits = [fall for fall in falling if _lies(fall[0], anchor, way)]
    if not fits:
        return None
    return fits[-1 if back else 0][1], f"the {'last' if back else 'next'} one as of {{}}"


def _lies(days: Days, anchor: date, way: str) -> bool:
    """Whether it may be meant: `last` is over and `next` has not begun; tense alone takes what lasts."""
    first, last = days
    return {
        "last": last < anchor, "next": first > anchor, "past": first <= anchor, "future": last >= anchor,
    }[way]  # fmt: skip


def _weekday(weekday: int, anchor: date, way: str, direction: str) -> tuple[str, str]:
    behind = (anchor.isoweekday() - weekday) % 7  # days since the last one
    if behind == 0 and way not in ("last", "next"):
        return anchor.isoformat(), "{} itself"
    if way == "last" or (way != "next" and direction == "past"):
        return (anchor - timedelta(days=behind or 7)).isoformat(), "the last one before {}"
    if way == "this" and direction == "near":
        monday = anchor - timedelta(days=anchor.weekday())
        return (monday + timedelta(days=weekday - 1)).isoformat(), "that of the week of {}"
    if way != "next" and direction == "near":
        return (
            anchor - timedelta(days=behind)
        ).isoformat(), "the last one before {}, as news has it"
    return (anchor + timedelta(days=(7 - behind) or 7)).isoformat(), "the next one after {}"


def _weekend(anchor: date, way: str, direction: str) -> tuple[str, str]:
    """The weekend of a week, by its Saturday; on a Sunday it is the one that lasts."""
    asked = anchor - timedelta(days=anchor.isoweekday() == 7)
    day, why = _weekday(6, asked, way, direction)
    return value_of("weekend", date.fromisoformat(day)), why
