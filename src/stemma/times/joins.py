"""Expressions that stand together and are one: `9:30 a.m. Thursday`, `the night of April 6`, `late 2016`."""

from collections.abc import Sequence

from stemma.times.phrases import Clock, Fixed, Named, Phrase, Shift
from stemma.times.symbols import Symbol, pattern

_BEFORE_CLOCK = pattern("(?:COMMA|AT|ABOUT|BY|OPEN)*")
_BEFORE_DAY = pattern("(?:COMMA|ON)*")
_BEFORE_PART = pattern("(?:COMMA|ON|IN|THE)*")
_PART_BEHIND = pattern("(?:(?P<s>EARLY)DASH?)? (?P<p>PART)(?!OF)")
# What stands before a date and belongs to it.
_HEADS = [
    pattern(written)
    for written in (
        "THE? VERY? (?P<s>BOUND) OF",
        "THE? VERY? (?P<s>BOUND) OF THE",
        "THE? (?:(?P<s>EARLY)DASH?)? (?P<p>PART) OF",
        "THE (?P<s>EARLY) (?P<hours>HOURS) OF",
        "(?P<s>EARLY) DASH?",
        "(?P<s>STAGE) (?:ON|IN)?",
    )
]
_Head = tuple[int, str, str]  # where it begins, the MOD, the part of the day


def joined(phrases: Sequence[Phrase], symbols: Sequence[Symbol], line: str) -> list[Phrase]:
    """Phrases in order, those that are one expression made one."""
    heads = _heads(symbols, line)
    found = [_with_part(_with_head(phrase, heads), symbols, line) for phrase in phrases]
    return _clocked(_apart(found), line)


def _heads(symbols: Sequence[Symbol], line: str) -> dict[int, _Head]:
    """Where a head ends -> the head; of several, the longest."""
    found: dict[int, _Head] = {}
    for form in _HEADS:
        for match in form.finditer(line):
            named = match.groupdict()
            said = {
                group: str(symbols[match.start(group)].value)
                for group in ("s", "p")
                if named.get(group)
            }
            part = said.get("p") or ("MO" if named.get("hours") else "")
            head = (match.start(), said.get("s", ""), part)
            found[match.end()] = min(found.get(match.end(), head), head)
    return found


def _with_head(phrase: Phrase, heads: dict[int, _Head]) -> Phrase:
    head = heads.get(phrase.first)
    if head is None or phrase.type != "DATE" or isinstance(phrase.what, Clock) or _vague(phrase):
        return phrase
    first, mod, part = head
    if part and not _is_day(phrase):
        return phrase
    clock, type_ = (f"T{part}", "TIME") if part else (phrase.clock, phrase.type)
    return phrase._replace(first=first, mod=mod or phrase.mod, clock=clock, type=type_)


def _vague(phrase: Phrase) -> bool:
    return isinstance(phrase.what, Fixed) and phrase.what.vague


def _is_day(phrase: Phrase) -> bool:
    """Whether a phrase names a day, so that an hour may stand beside it."""
    if phrase.type != "DATE" or phrase.clock:
        return False
    match phrase.what:
        case Named(kind=kind):
            return kind in ("weekday", "day", "holiday")
        case Shift(unit=unit):
            return unit == "day"
        case Fixed(value=value):
            return len(value) == 10 and value[4] == value[7] == "-"
    return False


def _with_part(phrase: Phrase, symbols: Sequence[Symbol], line: str) -> Phrase:
    """`Friday morning`"""
    match = _PART_BEHIND.match(line, phrase.last) if _is_day(phrase) else None
    if match is None:
        return phrase
    part = symbols[match.start("p")].value
    mod = str(symbols[match.start("s")].value) if match.group("s") else phrase.mod
    return phrase._replace(last=match.end(), type="TIME", clock=f"T{part}", mod=mod)


def _apart(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Phrases less those that another has grown over."""
    found: list[Phrase] = []
    for phrase in phrases:
        if not found or phrase.first >= found[-1].last:
            found.append(phrase)
        elif phrase.last > found[-1].last or phrase.first < found[-1].first:
            found[-1] = max(found[-1], phrase, key=lambda one: one.last - one.first)
    return found


def _clocked(phrases: Sequence[Phrase], line: str) -> list[Phrase]:
    """An hour and the day beside it as one."""
    found: list[Phrase] = []
    for phrase in phrases:
        one = _one_of(found[-1], phrase, line) if found else None
        if one is None:
            found.append(phrase)
        else:
            found[-1] = one
    return found


def _one_of(left: Phrase, right: Phrase, line: str) -> Phrase | None:
    between = line[left.last : right.first]
    if isinstance(left.what, Clock) and _is_day(right) and _BEFORE_DAY.fullmatch(between):
        return right._replace(first=left.first, type="TIME", clock=left.clock)
    if ":" in left.clock and isinstance(left.what, Clock) and _is_part(right):
        if _BEFORE_PART.fullmatch(between):
            what = left.what if isinstance(right.what, Clock) else right.what
            clock = _in_part(left.clock, right.clock[1:])
            return left._replace(last=right.last, what=what, clock=clock)
        return None
    hour = isinstance(right.what, Clock) and ":" in right.clock
    day = _is_day(left) or (left.type == "TIME" and len(left.clock) == 3 and ":" not in left.clock)
    if hour and day and _BEFORE_CLOCK.fullmatch(between):
        return left._replace(last=right.last, type="TIME", clock=right.clock, mod="")
    return None


def _is_part(phrase: Phrase) -> bool:
    return phrase.type == "TIME" and phrase.clock[1:].isalpha()


def _in_part(clock: str, part: str) -> str:
    """An hour in a part of the day: nine o'clock tonight is 21:00."""
    hour = int(clock[1:3])
    late = part in ("AF", "EV") or (part == "NI" and hour > 4)
    return f"T{hour + 12:02}{clock[3:]}" if late and hour < 12 else clock


def longest(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Of phrases that overlap, those that begin first, and of these the longest; in order."""
    found: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda one: (one.first, -one.last)):
        if not found or phrase.first >= found[-1].last:
            found.append(phrase)
    return found
