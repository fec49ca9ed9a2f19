"""Rules for durations (`for nearly two hours`, `three-day`), sets (`every Friday`), and vague times."""

from stemma.times.phrases import Fixed, Phrase
from stemma.times.rules import AMOUNT, MORE, NUMBER, Found, Reader, Rule, rule, whole
from stemma.times.values import length_value

_FREE = {"year", "month", "week", "hour", "decade", "century", "fortnight"}  # as in `a week`
_SETS = {"day", "week", "month", "year"}
# Which unit may follow which in one duration: `two hours and 20 minutes`.
_FINER = {("hour", "minute"), ("minute", "second"), ("year", "month"), ("month", "week"),
          ("week", "day"), ("month", "day"), ("day", "hour")}  # fmt: skip
_LASTS = {"FOR", "WITHIN", "IN", "AFTER", "TAKES", "THAN", "MOD", "LEAST", "JUST", "DURING"}
_STANDS_ALONE = {"AGO", "LATER", "EARLIER", "BEFORE", "AFTER"}


def _is(found: Found, offset: int, *classes: str) -> bool:
    near = found.near(offset)
    return near is not None and bool(near.classes & set(classes))


def _length(found: Found) -> list[Phrase]:
    """An amount of a unit: `two and a half years`, `12-hour`."""
    unit, number = found.value("u"), found.amount()
    if unit == "weekend" or _is(found, -1, "AGED", "MONEY", "SERIAL"):
        return []
    if unit == "quarter" and ("hyphen" in found or _is(found, 0, "OF")):
        return []  # three-quarters
    lone = found.word("n") == "one" and unit in ("day", "minute", "second") and "more" not in found
    if lone and not (_is(found, -1, *_LASTS) or _is(found, 0, *_STANDS_ALONE)):
        return []  # `one day`, whenever that will be
    return found.phrase("DURATION", Fixed(length_value(unit, number)), found.mod())


def _seconds(found: Found) -> list[Phrase]:
    """`30-second`; the word is an ordinal as well."""
    return found.phrase("DURATION", Fixed(length_value("second", found.amount())))


def _two_lengths(found: Found) -> list[Phrase]:
    units = found.value("u"), found.value("v")
    if units not in _FINER:
        return []
    first, second = (
        length_value(units[0], found.number("n")),
        length_value(units[1], found.number("k")),
    )
    if first.startswith("PT"):
        return found.phrase("DURATION", Fixed(first + second[2:]))
    return found.phrase("DURATION", Fixed(first + second[1:]))


def _range(found: Found) -> list[Phrase]:
    """`two to three years`: the greater, about."""
    value = length_value(found.value("u"), found.number("k"))
    return found.phrase("DURATION", Fixed(value), "APPROX")


def _half_unit(found: Found) -> list[Phrase]:
    return found.phrase("DURATION", Fixed(length_value(found.value("u"), 0.5)), found.mod())


def _unit_and_half(found: Found) -> list[Phrase]:
    return found.phrase("DURATION", Fixed(length_value(found.value("u"), 1.5)), found.mod())


def _some(found: Found) -> list[Phrase]:
    """An amount that is not said: `several years`, `decades-long`."""
    unit = found.value("u")
    if unit == "weekend":
        return []
    return found.phrase("DURATION", Fixed(length_value(unit, None)))


def _many(found: Found) -> list[Phrase]:
    """Units without a number, where a duration is to be expected: `for years`."""
    return [] if found.value("u") in ("weekend", "quarter") else _some(found)


def _one(found: Found) -> list[Phrase]:
    """`the past decade`: one of a unit."""
    unit = found.value("u")
    if unit in ("weekend", "quarter"):
        return []
    return found.phrase("DURATION", Fixed(length_value(unit, 1)))


def _a_unit(found: Found) -> list[Phrase]:
    """`a week`: how often, behind a count; else how long."""
    unit = found.value("u")
    if "more" not in found and _rate(found):
        value = length_value(unit, 1)
        return found.phrase("SET", Fixed(value)) if unit in _SETS else []
    free = unit in _FREE or _is(found, -1, *_LASTS) or _is(found, 0, *_STANDS_ALONE)
    if unit == "quarter" or not (free or "more" in found) or _is(found, -1, "HALF", "MONEY"):
        return []
    return found.phrase("DURATION", Fixed(length_value(unit, 1)), found.mod())


def _rate(found: Found) -> bool:
    """Whether a count stands before: `15 a year`, `$5m a month`, `barrels a day`."""
    before = found.near(-1)
    if before is None:
        return False
    if before.classes & {"NUM", "NW", "PERCENT", "TIMES", "COUNTED", "ONCE", "UNITS"}:
        return True
    return (
        not before.classes
        and before.text.islower()
        and before.text.endswith("s")
        and len(before.text) > 3
    )


def _how_often(found: Found) -> list[Phrase]:
    unit = found.value("u")
    return found.phrase("SET", Fixed(length_value(unit, 1))) if unit in _SETS else []


# -- sets -----------------------------------------------------------------------------------------


def _every(found: Found) -> list[Phrase]:
    number = 2.0 if "other" in found else found.number("n") if "n" in found else 1.0
    unit = found.value("u")
    if unit == "weekend":
        return found.phrase("SET", Fixed("XXXX-WXX-WE"))
    return found.phrase("SET", Fixed(length_value(unit, number or whole(found.value("n")))))


def _every_named(found: Found) -> list[Phrase]:
    clock = f"T{found.value('p')}" if "p" in found else ""
    if "w" in found:
        return found.phrase("SET", Fixed(f"XXXX-WXX-{whole(found.value('w'))}{clock}"))
    if "m" in found:
        return found.phrase("SET", Fixed(f"XXXX-{whole(found.value('m')):02}"))
    if "season" in found:
        return found.phrase("SET", Fixed(f"XXXX-{found.value('season')}"))
    return found.phrase("SET", Fixed(f"XXXX-XX-XX{clock}"))


def _regular(found: Found) -> list[Phrase]:
    shown = found.part("r")[0].text
    if shown[0].isupper() and (found.first > 0 or _is(found, 0, "NAME", "TIMES", "PRESS")):
        return []  # the Daily Mail
    if _is(found, 0, "NAME", "PRESS"):
        return []  # the weekly Der Spiegel
    return found.phrase("SET", Fixed(found.value("r")))


# -- vague ----------------------------------------------------------------------------------------


def _vague(value: str) -> Reader:
    return lambda found: found.phrase("DATE", Fixed(value, vague=True))


def _said_vaguely(found: Found) -> list[Phrase]:
    return found.phrase("DATE", Fixed(found.value("v"), vague=True))


def _soon(found: Found) -> list[Phrase]:
    return found.phrase("DATE", Fixed("FUTURE_REF", vague=True, only="future"))


_UNITS = "(?P<u>UNIT|UNITS|SECONDS)"
_NO_AGE = "(?!HYPHEN? OLD|OF AGE)"
_SPAN = "(?:(?:THE|THESE|THOSE|THIS)? VERY? (?:LAST|PAST|NEXT|COMING|FIRST|STEP))"
_FEW = "(?:(?:A|THE)? (?:FEW|NUMBER OF) (?:OF|MORE|OTHER)*|HUNDREDS OF)"

LENGTHS: list[Rule] = [
    rule(
        f"{_SPAN}? {MORE}? {AMOUNT} MORE? (?:(?P<hyphen>HYPHEN)|DASH)? {_UNITS} (?:DASH LONG)? {_NO_AGE}",
        _length,
    ),
    rule(f"{AMOUNT} HYPHEN SECOND", _seconds),
    rule(
        f"{MORE}? (?P<n>{NUMBER}) (?P<u>UNIT|UNITS) (?:AND|COMMA)* (?P<k>{NUMBER})"
        f" (?P<v>UNIT|UNITS|SECONDS) {_NO_AGE}",
        _two_lengths,
    ),
    rule(
        f"(?:BETWEEN)? (?P<n>{NUMBER}) (?:TO|OR|HYPHEN|AND) (?P<k>{NUMBER}) DASH?"
        f" (?P<u>UNIT|UNITS) {_NO_AGE}",
        _range,
    ),
    rule(f"{MORE}? (?:HALF A|A HALF|HALF) DASH? (?P<u>UNIT)(?!HYPHEN)", _half_unit),
    rule(f"{MORE}? A (?P<u>UNIT) AND A HALF", _unit_and_half),
    rule(f"{_SPAN}? {MORE}? {_FEW} {_UNITS} {_NO_AGE}", _some),
    rule(
        "(?<=FOR|WITHIN|TAKES|AFTER|IN|OVER|OF) (?:THE|THESE|THOSE)? (?P<u>UNITS) (?!OLD|HYPHEN)",
        _many,
    ),
    rule("(?:^|(?<=COMMA|STOP))(?P<u>UNITS) (?=OF)", _many),
    rule("(?<!NUM|NW|FEW)(?P<u>UNITS) (?=AFTER|BEFORE)", _many),
    rule("(?P<u>UNITS) DASH LONG", _some),
    rule("(?P<u>UNIT) DASH LONG", _one),
    rule("(?P<u>LONG_WORD)", _one),
    rule("(?:THE|THIS) PAST (?P<u>UNIT)(?!OF)", _one),
    rule("(?<=OVER|IN|FOR|WITHIN|DURING) THE (?:LAST|NEXT|COMING) (?P<u>UNIT)(?!OF)", _one),
    rule(f"{MORE}? A (?P<u>UNIT)(?!HYPHEN|OLD|OF AGE|AGO)", _a_unit),
    rule("(?:ONCE|TIMES|NUM TIMES|NW TIMES) A (?P<u>UNIT)(?!HYPHEN)", _how_often),
    rule("PER (?P<u>UNIT)(?!HYPHEN)", _how_often),
    rule("EVERY (?P<other>OTHER)? (?P<u>UNIT)", _every),
    rule(f"EVERY (?P<n>{NUMBER}|ORD) (?P<u>UNIT|UNITS)", _every),
    rule("EVERY (?P<w>WEEKDAY) (?P<p>PART)?", _every_named),
    rule("EVERY (?:(?P<p>PART)|(?P<m>MONTH)|(?P<season>SEASON))", _every_named),
    rule("(?P<w>WEEKDAYS)", _every_named),
    rule("(?P<w>WEEKDAY) (?P<p>PARTS)", _every_named),
    rule("(?:ONCE)? (?P<r>REGULAR)(?!HYPHEN)", _regular),
    rule("(?P<v>VAGUE)", _said_vaguely),
    rule("NOW(?!HYPHEN|THAT)", _vague("PRESENT_REF")),
    rule("AT THE MOMENT|AT CURRENT(?=COMMA|DOT|$)", _vague("PRESENT_REF")),
    rule("(?<!IN|OVER|FOR)THESE UNITS(?!AFTER|BEFORE)", _vague("PRESENT_REF")),
    rule("THE? RECENT (?:UNITS|UNIT)", _vague("PAST_REF")),
    rule("THE? COMING UNITS", _vague("FUTURE_REF")),
    rule("(?<=IN|FOR) THE NEAR? FUTURE(?!OF)", _vague("FUTURE_REF")),
    rule("(?<=IN) THE RECENT? PAST(?!UNIT|UNITS|NUM|NW|FEW|WEEKDAY)", _vague("PAST_REF")),
    rule("(?<!AS|TOO)SOON(?!AFTER|AS|HYPHEN|BEFORE|THAN)", _soon),
]
