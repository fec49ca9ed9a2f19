"""Days in words, as a reader meets them: in full, and short enough for a picture."""

from datetime import date, timedelta

NO_DAY = "day not known"


def day_of(day: str | None) -> date | None:
    """A day as the rows have it; None for what is none."""
    try:
        return date.fromisoformat(day or "")
    except ValueError:
        return None


def day(given: str) -> str:
    """`Monday 3 May 2021`."""
    known = day_of(given)
    return f"{known:%A} {known.day} {known:%B} {known.year}" if known else given


def yearless(given: str | None) -> str:
    """`12 April` for `--04-12`; empty for what has a year, or is none."""
    known = day_of(f"2000{given[1:]}") if given and given.startswith("--") else None  # a leap year
    return f"{known.day} {known:%B}" if known else ""


def days(first: str, last: str) -> str:
    """A year or month that is meant as a whole by its name, else the days."""
    begin, end = day_of(first), day_of(last)
    if begin is None or end is None:
        return f"{first} to {last}"
    whole = _whole(begin, end)
    if whole:
        return whole
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def short(first: date | None, last: date | None) -> str:
    """`3 May 2021`, `3–9 May 2021`, `by 9 May 2021`, `from 3 May 2021`."""
    if first is None or last is None:
        known = last or first
        return f"{'by' if last else 'from'} {_short(known)}" if known else ""
    whole = _whole(first, last)
    if whole or first == last:
        return whole or _short(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_short(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {_short(last)}"
    return f"{_short(first)} – {_short(last)}"


def _short(known: date) -> str:
    return f"{known.day} {known:%b} {known.year}"


def _whole(begin: date, end: date) -> str:
    behind = end + timedelta(days=1) if end < date.max else end
    if (begin.month, begin.day, behind.month, behind.day) == (1, 1, 1, 1):
        return str(begin.year) if behind.year == begin.year + 1 else ""
    one_month = (begin.year, begin.month) == (end.year, end.month)
    return f"{begin:%B} {begin.year}" if begin.day == behind.day == 1 and one_month else ""
