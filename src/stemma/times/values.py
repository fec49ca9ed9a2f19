"""TIMEX3 values of stretches of the calendar: how they are written, moved, and read back as days.

A *unit* is one of `UNITS`. Weeks are those of ISO 8601. A winter is named after the year in which it
begins, as in TimeML's `2016-WI`.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta

UNITS = (
    "day",
    "week",
    "weekend",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
)
Days = tuple[date, date]  # the first and the last
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_LETTER = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_CLOCK_LETTER = {"hour": "H", "minute": "M", "second": "S"}
_MANY = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W")}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month in which each begins
# What stands for a value of which nothing is known but its form.
UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "season": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX", "year": "XXXX", "decade": "X" * 3,
    "century": "XX",
}  # fmt: skip


def value_of(unit: str, day: date) -> str:
    """The value of the stretch of that unit in which a day lies."""
    year, week, _ = day.isocalendar()
    written: dict[str, Callable[[], str]] = {
        "day": day.isoformat,
        "week": lambda: f"{year:04}-W{week:02}",
        "weekend": lambda: f"{year:04}-W{week:02}-WE",
        "month": lambda: f"{day.year:04}-{day.month:02}",
        "season": lambda: season_value(day),
        "quarter": lambda: f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half": lambda: f"{day.year:04}-H{(day.month + 5) // 6}",
        "year": lambda: f"{day.year:04}",
        "decade": lambda: f"{day.year // 10:03}",
        "century": lambda: f"{day.year // 100:02}",
    }
    return written[unit]()


def season_value(day: date) -> str:
    """The season of a day, by whole months: `2016-WI` for a day of January 2017."""
    year = day.year - (day.month < 3)
    name = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return f"{year:04}-{name}"


def moved(unit: str, day: date, by: float) -> date:
    """A day that lies `by` units later; the last of a month where the month is shorter. Raises
    OverflowError or ValueError beyond the calendar."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(days=round(by * (1 if unit == "day" else 7)))
    if unit == "season":
        return moved("quarter", day, by)
    months = day.year * 12 + day.month - 1 + round(by * _MONTHS_OF[unit])
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def length_value(unit: str, number: float | None) -> str:
    """The value of a duration: `P3D`, `PT2H`, `P2.5Y`; of an unknown number `PXD`."""
    if unit in _CLOCK_LETTER:
        return _short(unit, number)
    many, letter = _MANY.get(unit) or (1, _LETTER[unit])
    if number == 0.5 and unit in ("day", "year"):
        return {"day": "PT12H", "year": "P6M"}[unit]
    return f"P{_plain(None if number is None else number * many)}{letter}"


def _short(unit: str, number: float | None) -> str:
    if number == 0.5 and unit in ("hour", "minute"):
        return {"hour": "PT30M", "minute": "PT30S"}[unit]
    return f"PT{_plain(number)}{_CLOCK_LETTER[unit]}"


def _plain(number: float | None) -> str:
    return "X" if number is None else f"{number:g}" if number < 1e6 else f"{number:.0f}"


# -- back to days ---------------------------------------------------------------------------------


def days_of(value: str) -> Days | None:
    """The first and the last day of a DATE or TIME value; None where it names no certain days."""
    head = re.split(r"T", value, maxsplit=1)[0]
    for form, read in _FORMS:
        match = form.fullmatch(head)
        if match:
            try:
                return read(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def yearly(month: int, number: int, days: Sequence[date]) -> list[tuple[int, date]]:
    """A day of the year in the years around some days: how many days from these it lies, and itself, the
    nearest first."""
    first, last = days[0], days[-1]
    found = []
    for year in range(max(first.year - 1, 1), min(last.year + 1, 9999) + 1):
        if number <= monthrange(year, month)[1]:
            day = date(year, month, number)
            found.append((max((first - day).days, (day - last).days, 0), day))
    return sorted(found)


def unit_of(value: str) -> str | None:
    """The unit that a DATE or TIME value is as fine as."""
    head = value.split("T", 1)[0]
    named = zip(_FORMS, UNITS, strict=True)
    return next((name for (form, _), name in named if form.fullmatch(head)), None)


def month_days(year: int, month: int, months: int = 1) -> Days:
    """The days of one month, or of several from there on."""
    first = date(year, month, 1)
    return first, moved("month", first, months) - timedelta(days=1)


def _day(year: str, month: str, day: str) -> Days:
    found = date(int(year), int(month), int(day))
    return found, found


def _week(year: str, week: str) -> Days:
    first = date.fromisocalendar(int(year), int(week), 1)
    return first, first + timedelta(days=6)


def _weekend(year: str, week: str) -> Days:
    last = _week(year, week)[1]
    return last - timedelta(days=1), last


def _years(year: int, count: int) -> Days:
    return date(max(year, 1), 1, 1), date(year + count - 1, 12, 31)


# In the order of UNITS.
_FORMS: list[tuple[re.Pattern[str], Callable[..., Days]]] = [
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: month_days(int(y), int(m))),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: month_days(int(y), SEASONS[s], 3)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: month_days(int(y), 3 * int(q) - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: month_days(int(y), 6 * int(h) - 5, 6)),
    (re.compile(r"(\d{4})"), lambda y: _years(int(y), 1)),
    (re.compile(r"(\d{3})"), lambda y: _years(10 * int(y), 10)),
    (re.compile(r"(\d\d)"), lambda y: _years(100 * int(y), 100)),
]
