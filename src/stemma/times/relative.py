"""Rules for dates that are told from another: weekdays, `last week`, `two days later`, seasons, holidays."""

from stemma.times.phrases import Fixed, Named, Phrase, Shift
from stemma.times.recurring import falls
from stemma.times.rules import AMOUNT, MORE, Found, Rule, rule, whole

_STEPS = {
    "last": -1.0,
    "past": -1.0,
    "this": 0.0,
    "current": 0.0,
    "present": 0.0,
    "next": 1.0,
    "coming": 1.0,
}
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_DAY_PART = "(?:(?P<p>PART)|(?P<u>UNIT))"
_ENDS = {"DOT", "COMMA", "CLOSED", "STOP"}
_BESIDE = {"after": 1.0, "before": -1.0}
# Behind `the day before` and the like, where nothing follows that they could be before.
_STOPS = "(?=COMMA|DOT|CLOSED|COLON|STOP|$)"
_FINE = {"hour", "minute", "second"}


def _weekday(found: Found) -> list[Phrase]:
    behind, before = found.near(0), found.near(-1)
    named = behind is not None and bool(behind.classes & {"NAME", "TIMES", "PRESS"})
    if named and before is not None and "THE" in before.classes and "way" not in found:
        return []  # the Sunday Telegraph
    if before is not None and "A" in before.classes and (behind is None or behind.classes & _ENDS):
        return []  # It was a Sunday.
    way = found.value("way")
    return found.phrase(
        "DATE", Named("weekday", str(whole(found.value("w"))), way), found.value("s")
    )


def _deictic(found: Found) -> list[Phrase]:
    before, shown = found.near(-1), found.part("d")[0].text
    if shown[0].isupper() and before is not None and "NAME" in before.classes:
        return []  # USA Today
    by = float(found.value("d"))
    return found.phrase("DATE", Shift("day", by + _BESIDE.get(found.word("side"), 0.0)))


def _tonight(found: Found) -> list[Phrase]:
    return found.phrase("TIME", Shift("day", 0), clock="TNI")


def _part_of_today(found: Found) -> list[Phrase]:
    if found.first and found.part("p")[0].text[0].isupper():
        return []  # the programme of that name
    return found.phrase(
        "TIME", Shift("day", _STEPS[found.word("way")]), clock=f"T{found.value('p')}"
    )


def _way_unit(found: Found) -> list[Phrase]:
    """`last week`, `this year`, `the current quarter`."""
    unit, way = found.value("u"), found.word("way").split()[-1]
    if unit in _FINE or unit == "fortnight" or (unit == "day"):
        return []
    return found.phrase("DATE", Shift(unit, _STEPS[way]), found.value("s"))


def _weekend(found: Found) -> list[Phrase]:
    return found.phrase("DATE", Named("weekend", "WE", found.value("way")), found.value("s"))


def _bound_unit(found: Found) -> list[Phrase]:
    """The unit of `the end of the year`; what stands before it is joined later."""
    unit = found.value("u")
    if unit in _FINE or unit == "fortnight":
        return []
    base = "before" if unit == "day" else "anchor"
    return found.phrase("DATE", Shift(unit, 0, base), found.value("s"))


def _from_before(found: Found, by: float) -> list[Phrase]:
    """A unit or a part of a day, told from the date that was spoken of before."""
    if "p" in found:
        return found.phrase("TIME", Shift("day", by, "before"), clock=f"T{found.value('p')}")
    unit = found.value("u")
    if unit in _FINE or unit == "fortnight":
        return []
    return found.phrase("DATE", Shift(unit, by, "before"))


def _step(found: Found) -> list[Phrase]:
    by = 1.0 if found.word("step") == "next" else float(found.value("step"))
    return _from_before(found, by)


def _same(found: Found) -> list[Phrase]:
    return _from_before(found, 0.0)


def _beside(found: Found) -> list[Phrase]:
    return _from_before(found, _BESIDE[found.word("side")])


def _after_next(found: Found) -> list[Phrase]:
    """`the year before last`, `the week after next`"""
    unit = found.value("u")
    if unit in _FINE or unit == "fortnight":
        return []
    return found.phrase("DATE", Shift(unit, -2.0 if "back" in found else 2.0))


def _ago(found: Found) -> list[Phrase]:
    """`two years ago`, `a week from now`: from the anchor."""
    unit, sign = found.value("u"), -1.0 if "ago" in found else 1.0
    if unit in _FINE or "few" in found:
        return found.phrase("DATE", Fixed("PAST_REF" if sign < 0 else "FUTURE_REF", vague=True))
    unit, number = _plain(unit, found.amount() if "n" in found else 1.0)
    return found.phrase("DATE", Shift(unit, sign * number), _mod_of_past(found) if sign < 0 else "")


def _mod_of_past(found: Found) -> str:
    """More than two years ago lies before what two years ago is."""
    turned = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE",
              "EQUAL_OR_LESS": "ON_OR_AFTER"}  # fmt: skip
    return turned.get(found.mod(), found.mod())


def _later(found: Found) -> list[Phrase]:
    """`two days later`, `a year earlier`: from the date that was spoken of before."""
    unit, sign = found.value("u"), -1.0 if found.word("side") in ("earlier", "prior") else 1.0
    if unit in _FINE:
        return []
    if "few" in found:
        return found.phrase("DATE", Shift(unit, 0, "nothing"))
    unit, number = _plain(unit, found.amount() if "n" in found else 1.0)
    return found.phrase("DATE", Shift(unit, sign * number, "before"))


def _plain(unit: str, number: float) -> tuple[str, float]:
    """A fortnight as weeks; a part of a year as months."""
    if unit == "fortnight":
        return "week", 2 * number
    if unit == "year" and number % 1:
        return "month", round(12 * number)
    return unit, number


# -- seasons, quarters, holidays ------------------------------------------------------------------


def _season(found: Found) -> list[Phrase]:
    name, mod = found.value("n"), found.value("s")
    if "y" in found:
        return found.phrase("DATE", Fixed(f"{found.value('y')}-{name}"), mod)
    return found.phrase("DATE", Named("season", name, found.value("way")), mod)


def _quarter(found: Found) -> list[Phrase]:
    number = whole(found.value("n"))
    return _part_of_year(found, "quarter", "Q", number) if number <= 4 else []


def _half(found: Found) -> list[Phrase]:
    number = whole(found.value("n"))
    return _part_of_year(found, "half", "H", number) if number <= 2 else []


def _part_of_year(found: Found, kind: str, letter: str, number: int) -> list[Phrase]:
    if "y" in found:
        return found.phrase("DATE", Fixed(f"{found.value('y')}-{letter}{number}"))
    words = found.word("way").split()
    year = _SHIFTS.get(words[0], 0) if words else None
    return found.phrase("DATE", Named(kind, str(number), year=year))


_HOLIDAYS = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
    "new year 's eve": "12-31", "new year 's day": "01-01", "new year 's": "01-01",
    "halloween": "10-31", "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving",
    "easter": "easter", "easter sunday": "easter", "easter monday": "easter monday",
    "good friday": "good friday",
}  # fmt: skip


def _holiday(found: Found) -> list[Phrase]:
    name = _HOLIDAYS.get(found.word("h"))
    behind = found.near(0)
    if name is None or (behind is not None and "NAME" in behind.classes and "y" not in found):
        return []  # Easter Island
    named = Named("holiday", name, found.value("way"))
    if "y" not in found:
        return found.phrase("DATE", named)
    fall = falls(named, whole(found.value("y")))
    return found.phrase("DATE", Fixed(fall[1])) if fall else []


_WAY = "(?:(?:THE|THIS)? (?P<way>WAY))"
_YEAR = "(?:(?:OF|COMMA|IN)? (?:(?P<y>YEAR)|(?P<way>(?:THE|LAST|THIS|NEXT) YEAR_WORD)))"
_FEW = "(?P<few>A? FEW (?:OF)?|ABOUT|HUNDREDS OF)"

RELATIVE: list[Rule] = [
    rule(f"(?<!NAMED_DAY) {_WAY}? (?P<w>WEEKDAY)", _weekday),
    rule("(?P<s>STAGE) ON? (?P<w>WEEKDAY)", _weekday),
    rule("(?P<d>DEIC)", _deictic),
    rule("(?:THE DAY_WORD (?P<side>AFTER|BEFORE)) (?P<d>DEIC)", _deictic),
    rule("TONIGHT", _tonight),
    rule("(?P<way>THIS|LAST) (?P<p>PART)", _part_of_today),
    rule("(?:THE|THIS)? (?P<way>WAY) WEEKEND", _weekend),
    rule("(?<=OVER|ON|AT|DURING|SINCE|BY|THROUGH) THE WEEKEND(?!OF)", _weekend),
    rule(
        "(?P<way>THIS|LAST|NEXT|THE LAST|THE CURRENT|CURRENT) (?P<u>UNIT)(?!HYPHEN|OF)", _way_unit
    ),
    rule("(?P<way>THE COMING|THIS COMING) (?P<u>UNIT)(?!HYPHEN|OF)", _way_unit),
    rule("(?<=BOUND OF) THE (?P<u>UNIT)(?!OF|NAME)", _bound_unit),
    rule("(?P<s>STAGE) IN THE (?P<u>UNIT)(?!OF)", _bound_unit),
    rule(f"(?:THE|A)? (?P<step>STEP) {_DAY_PART}(?!OF|HYPHEN)", _step),
    rule("THE? (?P<step>NEXT) (?:(?P<p>PART)|(?P<u>DAY_WORD))(?!OF|HYPHEN)", _step),
    rule("THE (?P<step>NEXT) (?P<u>UNIT)(?!OF|HYPHEN)", _step),
    rule(f"(?:THAT SAME?|THE SAME) {_DAY_PART}(?!OF|HYPHEN)", _same),
    rule(f"THE {_DAY_PART} (?P<side>BEFORE|AFTER) {_STOPS}", _beside),
    rule("THE (?P<u>UNIT) (?:(?P<back>BEFORE LAST)|AFTER NEXT)", _after_next),
    rule(f"{MORE}? (?:A|{AMOUNT}|{_FEW}) (?P<u>UNIT|UNITS) (?P<ago>AGO)", _ago),
    rule(
        "(?P<few>UNITS|LONG|A LONG TIME) (?P<ago>AGO)",
        lambda f: f.phrase("DATE", Fixed("PAST_REF", vague=True)),
    ),
    rule(f"{MORE}? (?:A|{AMOUNT}|{_FEW}) (?P<u>UNIT|UNITS) (?:FROM NOW|PUNCTUAL)", _ago),
    rule(
        f"{MORE}? (?:A|{AMOUNT}|{_FEW}) (?P<u>UNIT|UNITS) (?P<side>LATER|EARLIER)(?!THAN)", _later
    ),
    rule("(?P<few>(?P<u>UNITS)) (?P<side>LATER|EARLIER)(?!THAN|TO)", _later),
    rule("THE? (?:(?P<s>EARLY)DASH?)? (?P<n>SEASON) (?:OF|COMMA)? (?P<y>YEAR)(?!COUNTED)", _season),
    rule("(?:THE|THIS)? (?P<way>WAY) (?P<n>SEASON)", _season),
    rule(
        "(?<=IN|DURING|BY|SINCE|UNTIL) THE? (?:(?P<s>EARLY)DASH?)? (?P<n>SEASON)(?!OF|NAME)",
        _season,
    ),
    rule("THE (?:(?P<s>EARLY)DASH?)? (?P<n>SURE_SEASON)(?!OF|NAME)", _season),
    rule(f"THE? (?P<n>ORD) DASH? QUARTER {_YEAR}?", _quarter),
    rule(f"(?P<n>Q) {_YEAR}?", _quarter),
    rule("(?P<y>YEAR) COMMA? (?P<n>Q)", _quarter),
    rule(f"THE? (?P<n>ORD) DASH? HALF {_YEAR}", _half),
    rule("(?P<n>H) (?P<y>YEAR)", _half),
    rule(
        f"{_WAY}? (?P<h>CHRISTMAS (?:EVE|DAY_WORD)?|THANKSGIVING DAY_WORD?|HALLOWEEN|BOXING DAY_WORD"
        "|GOOD WEEKDAY|EASTER WEEKDAY?) (?:OF|COMMA)? (?P<y>YEAR)?",
        _holiday,
    ),
    rule(f"{_WAY}? (?P<h>NEW YEAR_WORD .(?:EVE|DAY_WORD)?) (?P<y>YEAR)?", _holiday),
]
