"""Rules for hours of the day, and for parts of a day that stand without it."""

from stemma.times.phrases import Clock, Phrase
from stemma.times.rules import Found, Rule, rule, whole

_ZONE = "(?:(?P<o>OPEN)? (?P<z>ZONE|LOCAL TIME) (?P<off>(?:PLUS|DASH) NUM)? (?(o)CLOSED))"
# Behind these, two figures with a colon are an hour, and no score.
_INTRODUCED = "(?<=AT|ABOUT|BY|UNTIL|SINCE|FROM|BEFORE|AFTER|BETWEEN)"


def _clock(found: Found) -> list[Phrase]:
    """`9:30 a.m.`, `18:00 UTC`, `nine o'clock`."""
    hour, half = _hour(found)
    minute = whole(found.value("min").split()[0]) if "min" in found else 0
    if half is not None and not 1 <= hour <= 12:
        return []
    if half is not None:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return []
    return found.phrase("TIME", Clock(), clock=f"T{hour:02}:{minute:02}{_zulu(found)}")


def _hour(found: Found) -> tuple[int, str | None]:
    """The hour as written, and which half of the day is said."""
    words = [
        *found.value("h").split(),
        *found.value("min").split()[1:],
        *found.value("half").split(),
    ]
    half = next((word for word in words if word in ("am", "pm")), None)
    return whole(words[0]), half


def _decimal(found: Found) -> list[Phrase]:
    """`9.30 a.m.`"""
    hour, _, minute = found.value("h").partition(".")
    half = found.value("half")
    if len(minute) != 2 or int(hour) > (12 if half else 24) or int(minute) > 59:
        return []
    hours = int(hour) % 12 + (12 if half == "pm" else 0) if half else int(hour)
    return found.phrase("TIME", Clock(), clock=f"T{hours:02}:{minute}{_zulu(found)}")


def _four(found: Found) -> list[Phrase]:
    """`1800 GMT`"""
    digits = found.value("h")
    return found.phrase("TIME", Clock(), clock=f"T{digits[:2]}:{digits[2:]}{_zulu(found)}")


def _zulu(found: Found) -> str:
    """`Z` for Greenwich time; `GMT +8` is the time of another place."""
    return "Z" if found.value("z") == "Z" and "off" not in found else ""


def _noon(found: Found) -> list[Phrase]:
    return found.phrase("TIME", Clock(), clock=found.value("h"))


def _part(found: Found) -> list[Phrase]:
    return found.phrase("TIME", Clock(), found.value("s"), f"T{found.value('p')}")


CLOCKS: list[Rule] = [
    rule(f"(?P<h>HOUR) COLON (?P<min>MINUTE) (?:COLON MINUTE)? (?P<half>AMPM)? {_ZONE}", _clock),
    rule(f"(?P<h>HOUR) (?:COLON|DOT) (?P<min>MINUTE) (?P<half>AMPM) {_ZONE}?", _clock),
    rule(f"(?P<h>HOUR) (?:COLON|DOT) (?P<min>MINUTE_AMPM) {_ZONE}?", _clock),
    rule(f"{_INTRODUCED} (?P<h>HOUR) COLON (?P<min>MINUTE)(?!COLON)", _clock),
    rule("(?P<h>HOUR) COLON (?P<min>MINUTE_Z)", _clock),
    rule(f"(?P<h>HOUR_AMPM) {_ZONE}?", _clock),
    rule(f"(?P<h>HOUR|NW) (?P<half>AMPM) {_ZONE}?", _clock),
    rule("(?P<h>HOUR|NW) OCLOCK", _clock),
    rule(f"(?P<h>DECIMAL) (?P<half>AMPM) {_ZONE}?", _decimal),
    rule(f"(?P<h>DECIMAL) {_ZONE}", _decimal),
    rule("(?P<h>FOUR) HOURS? " + _ZONE, _four),
    rule("(?P<h>NOON)", _noon),
    rule("(?<=IN|DURING) THE (?:(?P<s>EARLY)DASH?)? (?P<p>PART)(?!OF)", _part),
]
