"""Rules for dates of the calendar: days, months, years, decades, and dates in figures."""

from datetime import date

from stemma.times.phrases import Either, Fixed, Named, Phrase, What
from stemma.times.rules import Found, Rule, rule, whole

_DAY_NAME = "(?P<w>WEEKDAY|SHORT_DAY DOT?) COMMA? OPEN? (?:ON|THE)*"
_MONTH = "(?P<m>MONTH)(?:(?<=SHORT)DOT)?"
_DAY = "(?P<d>DAY|NTH)"
_NEAR_YEAR = "(?P<way>LAST|THIS|NEXT) YEAR_WORD"
_IN_YEAR = f"(?:(?:COMMA|OF)? (?:(?P<y>YEAR)(?!COUNTED)|{_NEAR_YEAR}))"
_PLAIN_YEAR = "(?:COMMA? (?P<y>YEAR)(?!COUNTED))"
# Behind these a month that may be a name, or a year that may be a number, is one.
_INTRODUCED = (
    "(?:(?<=IN|SINCE|UNTIL|DURING|BETWEEN|THROUGH|BY|FROM|EARLY)"
    "|(?<=MID DASH|MONTH AND|MONTH TO|BOUND OF))"
)
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_LATE_CENTURY = 50  # of a year in two figures: from here on, of the last century
_ROUND = 50  # a number of these is round


def _weekday(found: Found) -> int:
    return whole(found.value("w")) if "w" in found else 0


def _day_number(found: Found, group: str = "d") -> int:
    part = found.part(group)
    return whole(str(part[0].value)) if part else 0


def day_of(year: str, month: int, day: int, weekday: int = 0) -> Fixed | None:
    """A day of a year that is said; None where the calendar has no such day."""
    try:
        return Fixed(date(int(year), month, day).isoformat(), weekday=weekday)
    except ValueError:
        return None


def _dated(found: Found, month: int, day: int) -> What | None:
    """A day of a month, in the year that is said, or in one that is not."""
    if "y" in found:
        return day_of(found.value("y"), month, day, _weekday(found))
    if day_of("2000", month, day) is None:
        return None
    year = _SHIFTS[found.word("way").split()[0]] if "way" in found else None
    return Named("day", f"{month:02}-{day:02}", weekday=_weekday(found), year=year)


def _day_of_month(found: Found) -> list[Phrase]:
    what = _dated(found, whole(found.value("m")), _day_number(found))
    return found.phrase("DATE", what) if what else []


def _two_days(found: Found) -> list[Phrase]:
    """`April 6-7, 2017`, `6 to 7 April`: each of the days is an expression."""
    month = whole(found.value("m"))
    first, second = (_dated(found, month, _day_number(found, group)) for group in ("c", "d"))
    if first is None or second is None:
        return []
    return [
        found.phrase_over("one", "DATE", first),
        found.phrase_over("two", "DATE", second),
    ]


def _month(found: Found) -> list[Phrase]:
    month = whole(found.value("m"))
    mod = found.value("s")
    if "y" in found:
        return found.phrase("DATE", Fixed(f"{found.value('y')}-{month:02}"), mod)
    return found.phrase("DATE", _bare_month(found, month), mod)


def _bare_month(found: Found, month: int) -> Named:
    way = found.word("way").split()
    if way and way[-1] == "year":
        return Named("month", f"{month:02}", year=_SHIFTS[way[0]])
    return Named("month", f"{month:02}", found.value("way"))


# -- in figures -----------------------------------------------------------------------------------


def _iso(found: Found) -> list[Phrase]:
    year, month, day = found.value("y"), whole(found.value("m")), found.value("d").split()
    what = day_of(year, month, int(day[0])) if found.glued() else None
    if what is None:
        return []
    if len(day) == 1:
        return found.phrase("DATE", what)
    return found.phrase("TIME", what, clock=f"T{day[1]}:{found.value('min')}{_zulu(found)}")


def _zulu(found: Found) -> str:
    return "Z" if found.symbols[found.last - 1].text.endswith(("Z", "z")) else ""


def _figures(found: Found) -> list[Phrase]:
    """`12/04/2017`: the day or the month may stand first."""
    if not found.glued():
        return []
    parts = [found.value("a"), found.value("b"), found.value("y")]
    return _in_order(found, *parts)


def _dotted(found: Found) -> list[Phrase]:
    """`12.04.2017`, as only those write who put the day first."""
    day, month, year = found.value("all").split(".")
    what = day_of(year, int(month), int(day))
    return found.phrase("DATE", what) if what else []


def _in_order(found: Found, a: str, b: str, year: str) -> list[Phrase]:
    if len(year) == 2:
        year = ("19" if int(year) >= _LATE_CENTURY else "20") + year
    days = {day_of(year, int(month), int(day)) for month, day in ((a, b), (b, a))} - {None}
    values = sorted(day.value for day in days if day)
    if not values:
        return []
    one = Fixed(values[0]) if len(values) == 1 else Either((values[0], values[1]))
    return found.phrase("DATE", one)


# -- years and more -------------------------------------------------------------------------------


def _year(found: Found) -> list[Phrase]:
    return [] if _counts(found) else found.phrase("DATE", Fixed(found.value("y")), found.value("s"))


def _counts(found: Found) -> bool:
    """Whether the four figures count what follows: `2000 rebels`, but not `2005 levels` nor `the 2000
    games`. Figures that are not round would have a comma."""
    before, behind = found.near(-1), found.near(0)
    if behind is None or behind.classes or not behind.text.islower():
        return False
    if int(found.value("y")) % _ROUND:
        return False
    sure = before is not None and before.classes & {"THE", "IN", "SINCE", "DURING", "UNTIL"}
    plural = behind.text.endswith("s") and not behind.text.endswith(("ss", "us", "is", "'s"))
    return plural and not sure and not behind.text.startswith("'")


def _two_years(found: Found) -> list[Phrase]:
    """`2016-17`, `1914-18`: the second year is written short; `2010-12` may be a month."""
    year, short = found.value("y"), int(found.value("b"))
    later = int(year) // 100 * 100 + short
    if not found.glued() or not (later == int(year) + 1 or (later > int(year) and short > 12)):
        return []
    second = Fixed(str(later))
    return [found.phrase_over("y", "DATE", Fixed(year)), found.phrase_over("b", "DATE", second)]


def _decade(found: Found) -> list[Phrase]:
    said = found.value("t").split()  # of `1990s` the century, too
    digits = "".join(said) if len(said) == 2 else f"19{whole(said[0]):02}"
    return found.phrase("DATE", Fixed(digits[:3]), found.value("s"))


def _century(found: Found) -> list[Phrase]:
    number = whole(found.value("o"))
    return found.phrase("DATE", Fixed(f"{number - 1:02}"), found.value("s")) if number > 1 else []


def _fiscal(found: Found) -> list[Phrase]:
    year = found.value("y")
    return found.phrase("DATE", Fixed(f"FY{year if len(year) == 4 else '20' + year}", vague=True))


_NOT_COUNTED = "(?!HYPHEN? (?:COUNTED|UNIT|UNITS|SECONDS|NW)|PERCENT|COLON MINUTE)"
_NO_NUMBER = "(?<!MONEY|ABOUT|NEARLY|OVER|UNDER|THAN|LEAST|NUM|SERIAL|COLON|PLUS)"

DATES: list[Rule] = [
    # Before the rules for one day, since they know the year of both.
    rule(
        f"(?P<one>(?:{_DAY_NAME})? {_MONTH} (?P<c>DAY|NTH)) (?:DASH|TO|THROUGH)"
        f" (?P<two>{_DAY} {_PLAIN_YEAR}?) (?!COUNTED|UNITS|MONTH)",
        _two_days,
    ),
    rule(
        f"(?P<one>(?P<c>DAY|NTH)) (?:DASH|TO|THROUGH|AND|OR)"
        f" (?P<two>{_DAY} OF? {_MONTH} {_PLAIN_YEAR}?)",
        _two_days,
    ),
    rule(
        f"(?:{_DAY_NAME})? {_MONTH} (?:THE(?=NTH))? {_DAY}"
        f" (?!COUNTED|PERCENT|COLON MINUTE|HYPHEN UNIT) {_IN_YEAR}?",
        _day_of_month,
    ),
    rule(f"(?:{_DAY_NAME})? THE? {_DAY} OF? {_MONTH} {_IN_YEAR}?", _day_of_month),
    rule(f"(?:{_DAY_NAME})? THE (?P<d>ORD) OF {_MONTH} {_IN_YEAR}?", _day_of_month),
    rule(f"{_DAY} DASH {_MONTH} DASH (?P<y>YEAR)", _day_of_month),
    rule(f"{_MONTH} (?:OF|COMMA)? (?P<y>YEAR)(?!COUNTED)", _month),
    rule(f"{_MONTH} OF? (?P<way>LAST YEAR_WORD|THIS YEAR_WORD|NEXT YEAR_WORD)", _month),
    rule("(?P<way>WAY) (?P<m>MONTH)", _month),
    rule("(?P<m>FULL)(?!NAME)", _month),
    rule("(?P<m>MONTH)(?=(?:HYPHEN|TO|AND) MONTH)", _month),
    rule(f"{_INTRODUCED} (?P<m>FULL|MAYBE) (?:(?<=SHORT)DOT)?", _month),
    rule("(?P<y>YEAR) DASH (?P<m>MM) DASH (?P<d>DAY)(?!HYPHEN)", _iso),
    rule("(?P<y>YEAR) SLASH (?P<m>MM) SLASH (?P<d>DAY)(?!SLASH)", _iso),
    rule(
        "(?P<y>YEAR) DASH (?P<m>MM) DASH (?P<d>ISO_DAY) COLON (?P<min>MINUTE|MINUTE_Z)"
        "(?:COLON(?:MINUTE|MINUTE_Z|DECIMAL))?",
        _iso,
    ),
    rule("(?<!SLASH)(?P<a>DAY) SLASH (?P<b>DAY) SLASH (?P<y>YEAR|TWO)(?!SLASH)", _figures),
    rule("(?<!DASH)(?P<a>DAY) DASH (?P<b>DAY) DASH (?P<y>YEAR)(?!HYPHEN)", _figures),
    rule("(?P<all>DOTTED)", _dotted),
    rule(f"(?<=IN|SINCE)(?P<y>YEAR){_NOT_COUNTED}", _year),
    rule(f"{_NO_NUMBER}(?P<y>MODERN){_NOT_COUNTED}", _year),
    rule("(?P<y>MODERN) (?:DASH|SLASH) (?P<b>TWO)(?!HYPHEN|SLASH)", _two_years),
    rule("THE? (?:(?P<s>EARLY)DASH?)? (?P<t>DECADE)", _decade),
    rule("THE (?:(?P<s>EARLY)DASH?)? (?P<t>DECADE_WORD|SIXTIES)", _decade),
    # `in the mid-30s` may be degrees, years of age or per cent.
    rule("THE? (?:(?P<s>EARLY)DASH?)? APOS (?P<t>SHORT_DECADE)", _decade),
    rule("THE? (?:(?P<s>EARLY)DASH?)? (?P<o>ORD) DASH? CENTURY", _century),
    rule("FISCAL YEAR_WORD? (?P<y>YEAR)", _fiscal),
    rule("(?P<y>FY)", _fiscal),
]
