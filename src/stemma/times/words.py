"""The words that expressions of time are made of, each with the classes that it may stand in.

A class is a name in capitals; the patterns of the grammar are written in these. A word may have a
value beside: a number, or the name of a unit, a season, a part of a day.
"""

from collections.abc import Mapping

from stemma.text.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from stemma.text.numbers import ONES, ORDINALS, TENS

Value = str | float

_SHORT_DAYS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
    "sat": 6, "sun": 7,
}  # fmt: skip
_UNSURE_MONTHS = ("march", "may")  # that are common words, too
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI"}
_UNITS = "day week weekend fortnight month quarter year decade".split()
_REGULAR = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y",
    "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "fortnightly": "P2W",
    "biennial": "P2Y", "biannual": "P6M", "biannually": "P6M",
}  # fmt: skip
_LONG = {
    "yearlong": "year", "monthlong": "month", "weeklong": "week", "daylong": "day",
    "hourlong": "hour", "decadelong": "decade",
}  # fmt: skip
_COUNTED = (
    "people men women children troops soldiers votes points dead miles km kilometres kilometers metres "
    "meters feet tons tonnes barrels dollars euros pounds percent cases jobs seats workers employees "
    "deaths homes households units copies m mm cc hp mhz bhp gmt utc est hours"
)


def _same(words: str, value: Value) -> dict[str, Value]:
    return dict.fromkeys(words.split(), value)


# Classes -> the words that stand in them, with their values. A word may come several times.
_VALUED: list[tuple[str, Mapping[str, Value]]] = [
    ("MONTH FULL", {w: n for w, n in MONTHS.items() if w not in _UNSURE_MONTHS}),
    ("MONTH MAYBE", {w: MONTHS[w] for w in _UNSURE_MONTHS} | SHORT_MONTHS),
    ("SHORT", SHORT_MONTHS),
    ("WEEKDAY", WEEKDAYS),
    ("WEEKDAYS", {f"{day}s": n for day, n in WEEKDAYS.items()}),
    ("SHORT_DAY", _SHORT_DAYS),
    ("NW", ONES),
    ("NW", TENS),
    ("NW HUNDRED", {"hundred": 100.0, "thousand": 1000.0}),
    ("NW", {"dozen": 12.0}),
    ("ORD", ORDINALS),
    ("DECADE_WORD", {f"{ten[:-1]}ies": value for ten, value in TENS.items()}),
    ("UNIT", {unit: unit for unit in _UNITS}),
    ("UNITS", {f"{unit}s": unit for unit in _UNITS}),
    ("UNIT", {"century": "century"}),
    ("CENTURY", {"century": "century"}),
    ("UNITS", {"centuries": "century", "yrs": "year", "hrs": "hour", "mins": "minute"}),
    ("UNIT", {"hour": "hour", "minute": "minute"}),
    ("UNITS", {"hours": "hour", "minutes": "minute"}),
    ("SECOND", {"second": "second"}),
    ("SECONDS", {"seconds": "second"}),
    ("DAY_WORD", {"day": "day"}),
    ("YEAR_WORD", {"year": "year"}),
    ("QUARTER", {"quarter": "quarter"}),
    ("WEEKEND", {"weekend": "weekend", "weekends": "weekend"}),
    ("PART", _PARTS),
    ("PARTS", {f"{part}s": value for part, value in _PARTS.items()}),
    ("SEASON SURE_SEASON", {"autumn": "FA", "summer": "SU", "winter": "WI"}),
    ("SEASON", {"spring": "SP", "fall": "FA"}),
    ("REGULAR", _REGULAR),
    ("LONG_WORD", _LONG),
    ("DEIC", {"today": 0.0, "yesterday": -1.0, "tomorrow": 1.0}),
    ("TONIGHT", {"tonight": 0.0}),
    ("NOON", {"noon": "T12:00", "midnight": "T24:00"}),
    ("AMPM", {"am": "am", "pm": "pm"}),
    ("VAGUE", _same("recently lately", "PAST_REF")),
    ("VAGUE", _same("currently presently nowadays", "PRESENT_REF")),
    ("ABOUT MOD", _same("about around roughly approximately some circa", "APPROX")),
    ("NEARLY MOD", _same("nearly almost", "LESS_THAN")),
    ("OVER", {"over": "MORE_THAN"}),
    ("UNDER MOD", {"under": "LESS_THAN"}),
    ("WAY", {"last": "last", "past": "last", "next": "next", "coming": "next", "this": "this"}),
    ("STEP", {"previous": -1.0, "preceding": -1.0, "following": 1.0, "ensuing": 1.0}),
    ("STAGE", {"early": "START", "late": "END", "mid": "MID", "earlier": "START", "later": "END"}),
    ("EARLY", {"early": "START", "late": "END", "mid": "MID"}),
    ("BOUND", _same("beginning start outset", "START")),
    ("BOUND", {"middle": "MID", "end": "END", "close": "END"}),
    ("ZONE", _same("utc gmt zulu", "Z")),
    ("ZONE", _same("est edt cst cdt mst mdt pst pdt et bst cet cest eet msk ist jst", "")),
]  # fmt: skip

_PLAIN: dict[str, str] = {
    "THE": "the", "A": "a an", "OF": "of", "IN": "in", "ON": "on", "AT": "at", "TO": "to til till",
    "AND": "and", "OR": "or", "FOR": "for", "FROM": "from", "PER": "per", "THAN": "than", "AS": "as",
    "LEAST": "least", "MORE": "more", "LESS": "less fewer", "NO": "no", "LONG": "long",
    "AGO": "ago", "LATER": "later", "EARLIER": "earlier prior", "BEFORE": "before", "AFTER": "after",
    "NOW": "now", "THIS": "this", "THAT": "that", "THESE": "these", "THOSE": "those",
    "SAME": "same very", "LAST": "last", "PAST": "past", "NEXT": "next", "COMING": "coming upcoming",
    "FIRST": "first", "EVERY": "every each", "CURRENT": "current present", "OTHER": "other",
    "RECENT": "recent", "MID": "mid", "HALF": "half", "TIMES": "times", "ONCE": "once twice thrice",
    "JUST": "just only exactly precisely barely", "OLD": "old olds", "AGED": "aged", "AGE": "age",
    "HUNDREDS": "hundreds thousands dozens scores millions tens", "VERY": "very",
    "FEW": "few several couple handful many numerous", "NUMBER": "number", "SINCE": "since",
    "DURING": "during throughout", "BY": "by", "UNTIL": "until", "BETWEEN": "between",
    "WITHIN": "within inside", "THROUGH": "through", "FISCAL": "fiscal financial", "TIME": "time",
    "FUTURE": "future", "MOMENT": "moment", "NEAR": "near foreseeable distant", "SOON": "soon shortly",
    "CHRISTMAS": "christmas", "EASTER": "easter", "THANKSGIVING": "thanksgiving", "NEW": "new",
    "HALLOWEEN": "halloween", "EVE": "eve", "GOOD": "good", "BOXING": "boxing", "LOCAL": "local",
    "OCLOCK": "o'clock", "COUNTED": _COUNTED, "HOURS": "hours hrs",
    "SERIAL": "flight route room page no nos highway section article resolution act model boeing airbus "
    "windows office level psalm chapter", "NAMED_DAY": "black good super bloody ash holy palm fat shrove",
    "UP": "up", "TOO": "too", "PUNCTUAL": "hence",
    "TAKES": "spent spend spends spending took take takes taking taken lasted lasting lasts wait waited "
    "waiting waits serve served serving serves", "PRESS": "newspaper magazine paper tabloid",
}  # fmt: skip

# Words that are no times in small letters: `may`, `march`, `sun`, `august`.
CAPITAL = frozenset(
    "may march april june august mar jan jun dec sep mon tue tues wed weds thu thur thurs fri sat sun "
    "christmas easter thanksgiving halloween eve boxing".split()
)


def _lexicon() -> dict[str, tuple[frozenset[str], Value]]:
    classes: dict[str, set[str]] = {}
    values: dict[str, Value] = {}
    for names, words in _VALUED:
        for word, value in words.items():
            classes.setdefault(word, set()).update(names.split())
            values.setdefault(word, value)
    for name, listed in _PLAIN.items():
        for word in listed.split():
            classes.setdefault(word, set()).add(name)
    return {word: (frozenset(one), values.get(word, "")) for word, one in classes.items()}


LEXICON = _lexicon()
# A text without any of these words, and without a digit, has no expression of time.
TRIGGERS = {"clock"} | frozenset(
    word
    for word, (classes, _) in LEXICON.items()
    if classes
    & {
        "MONTH", "WEEKDAY", "WEEKDAYS", "SHORT_DAY", "DECADE_WORD", "UNIT", "UNITS", "SECONDS", "PART",
        "PARTS", "SEASON", "REGULAR", "LONG_WORD", "DEIC", "TONIGHT", "NOON", "VAGUE", "NOW", "SOON",
        "FUTURE", "MOMENT", "OCLOCK", "CHRISTMAS", "EASTER", "THANKSGIVING", "HALLOWEEN", "PAST",
        "SECOND", "AGO",
    }
)  # fmt: skip
