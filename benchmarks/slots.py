"""Who, whom, type, day and status of the rows that hold mentions of one true event alone.

A slot is *right*, *missing* (the sentences say it, the row leaves it empty) or *wrong*. What its sentences do
not say, as the pages have them, cut and swapped, a row rightly leaves empty.

Who and whom: every name that the row gives must be one of those that the truth has for that place, or a name
that the story's table of actors has for the same actor; one of several parties is enough. Names are compared
by their words: the shorter one must be part of the longer (`Velmark`, `border guards of Velmark`). Pronouns
and the like are no names. What is done by two parties to one another has either as who and as whom. Things
that the deed was done with or to are right in either place and never needed.

Type: that of the deed, or of what is done about it: what is wished is a REQUEST as well, what is refused a
REJECT, what is planned an AGREE, as PLOVER has it. Several types are right where its manual leaves it open.

Day: right if stated, or as a range of at most a week that holds it; wrong if it is excluded. It is said if a
sentence of the row names that very day (its weekday, its date), or has words that count from another day
(`yesterday`, `last week`, `two days ago`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

SLOTS = ("actor", "recipient", "type", "day", "status")
WEEK = 7
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED = re.compile(
    r"\b(?:yesterday|tomorrow|today|tonight|overnight|ago|(?:last|next|this) "
    r"(?:night|week|weekend|month|year|spring|summer|autumn|fall|winter)|(?:day|days|week|weeks) "
    r"(?:before|earlier|later|after)|the (?:day|night|week) before)\b",
    re.IGNORECASE,
)
# Words that name nobody, and those that stand between the words of a name.
_NOBODY = frozenset(
    "he she it they we i you him her them us me his its their our my who whom which that this these those "
    "one ones himself herself itself themselves what whoever both all some others another each no nobody "
    "nothing any anyone anybody anything someone somebody something".split()
)
_BETWEEN = frozenset(
    "a an the of in on at for from by to with and or two three four five six seven some several many about "
    "mr mrs ms miss dr prof general gen colonel col captain capt governor gov commander cmdr president "
    "prime minister foreign".split()
)
# What is done about a deed is a type of its own in PLOVER.
_ABOUT = {"wished": "REQUEST", "refused": "REJECT", "planned": "AGREE"}
# What was made all the same if it was refused.
_MADE = frozenset({"offer", "request", "petition", "demand", "appeal", "proposal", "plea"})
# Statuses of the farm -> those of a row that say the same.
_SAME = {
    "done": {"done", "going on"},
    "denied": {"not done", "disputed"},
    "refused": {"not done", "asked for", "possible", "planned"},
    "planned": {"planned"},
    "wished": {"asked for", "planned", "possible"},
    "possible": {"possible", "planned"},
}

Row = Mapping[str, Any]


class Report(NamedTuple):
    """What the truth has of a mention, its sentence as the page has it, and all days told of in it."""

    label: Row
    text: str
    days: frozenset[str]


def verdicts(
    row: Row, held: Sequence[Report], aliases: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Slot -> right, missing or wrong. `aliases`: name of an actor of the story -> all of its names."""
    label = held[0].label
    texts = {report.text for report in held}
    said = any(_says_day(report) for report in held)
    return {
        "actor": _party(row["actors"], label["actor"], label["also"], texts, aliases),
        "recipient": _recipient(row, label, texts, aliases),
        "type": _type(row["type"] or "", held),
        "day": _day(row, date.fromisoformat(label["date"]), said),
        "status": "right" if has_status(row, held) else "wrong",
    }


def _recipient(
    row: Row, label: Row, texts: Iterable[str], aliases: Mapping[str, Collection[str]]
) -> str:
    if not label["mutual"]:
        return _party(row["recipients"], label["recipient"], label["also"], texts, aliases)
    either = [*label["actor"], *label["also"]]
    return _party(row["recipients"], (), either, texts, aliases)


def _party(
    given: Iterable[str],
    known: Sequence[str],
    also: Sequence[str],
    texts: Iterable[str],
    aliases: Mapping[str, Collection[str]],
) -> str:
    names = [name for name in given if words_of(name) - _NOBODY]
    if not all(_fits(name, [*known, *also], aliases) for name in names):
        return "wrong"
    if any(_fits(name, known, aliases) for name in names):
        return "right"
    needed = [name for name in known if words_of(name) - _NOBODY]
    return "missing" if any(_stands(name, text) for name in needed for text in texts) else "right"


def _fits(name: str, known: Iterable[str], aliases: Mapping[str, Collection[str]]) -> bool:
    """Whether a row's name is one of those that are known, or another name of the same actor."""
    same = {frozenset(words_of(alias)) for alias in aliases.get(name, ())}
    return any(_alike(name, one) or frozenset(words_of(one)) in same for one in known)


def _alike(given: str, known: str) -> bool:
    one, other = words_of(given), words_of(known)
    if not one or not other:
        return given.lower() == known.lower()
    # `the governor's spokesman` is not `the governor`; `Velmark's army` acts for `Velmark`.
    return one <= other or (other <= one and (known[:1].isupper() or _head(given) in other))


def words_of(name: str) -> set[str]:
    """The words by which names are compared: lower case, singular, without titles and articles."""
    plain = re.sub(r"['’]s\b|['’](?=\s|$)", "", name)
    words = [word.lower() for word in re.findall(r"[\w.’'-]+", plain)]
    kept = [_single(word.strip(".")) for word in words if word.strip(".") not in _BETWEEN]
    return set(kept or map(_single, words))


def _single(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _head(name: str) -> str:
    """The word that the others describe: the last one before `of`, `in` and the like."""
    before = re.split(
        r" (?:of|in|on|to|by|from|for|at|with|who|that|worth|against|between) ", name
    )[0]
    found = re.findall(r"[\w.’'-]+", before)
    return _single(found[-1].lower()) if found else ""


def _stands(name: str, text: str) -> bool:
    """Whether a text names somebody: by all words of the name, or by a last name."""
    last = re.findall(r"\w+", name)[-1]
    if words_of(name) <= words_of(text):
        return True
    return (
        len(name.split()) > 1 and last[0].isupper() and re.search(rf"\b{last}\b", text) is not None
    )


def _type(given: str, held: Sequence[Report]) -> str:
    right = {kind for report in held for kind in report.label["plover"]}
    right |= {_ABOUT[s] for s in (report.label["status"] for report in held) if s in _ABOUT}
    if given in right:
        return "right"
    return "wrong" if given else "missing"


def _day(row: Row, day: date, said: bool) -> str:
    first, last = (row[name] and date.fromisoformat(row[name]) for name in ("first", "last"))
    if (first and day < first) or (last and day > last):
        return "wrong"
    if first and last and (last - first).days < WEEK:
        return "right"
    return "missing" if said else "right"


def _says_day(report: Report) -> bool:
    """Whether a sentence says which day it was; a weekday may be that of something else in it."""
    day = date.fromisoformat(report.label["date"])
    others = {date.fromisoformat(other).weekday() for other in report.days if other != str(day)}
    return names_day(report.text, day, weekday=day.weekday() not in others)


def names_day(text: str, day: date, weekday: bool = True) -> bool:
    """Whether a text names that day, or counts from another."""
    month = _MONTHS[day.month - 1]
    dated = rf"\b(?:{month}|{month[:3]}\.?|{month[:4]}\.?) {day.day}\b|\b{day.day} {month}\b"
    named = weekday and re.search(rf"\b{_DAYS[day.weekday()]}\b", text)
    return bool(named or re.search(dated, text) or _COUNTED.search(text))


def has_status(row: Row, held: Sequence[Report]) -> bool:
    """Whether a row's status is that of one of its reports, or disputed where these differ."""
    told = {report.label["status"] for report in held}
    meant = {name for status in told for name in _SAME[status]}
    if "refused" in told and any(_MADE & set(r.label["type"].split()) for r in held):
        meant.add("done")
    return row["status"] in meant or (row["status"] == "disputed" and len(told) > 1)


def all_names(actors: Iterable[Row]) -> dict[str, dict[str, set[str]]]:
    """Story -> name of an actor -> all of its names."""
    found: dict[str, dict[str, set[str]]] = {}
    for actor in actors:
        names = {actor["name"], *actor["aliases"]}
        held = found.setdefault(actor["story_id"], {})
        held.setdefault(actor["name"], set()).update(n for n in names if words_of(n) - _NOBODY)
    return found


def misses(verdict: Mapping[str, str]) -> Iterator[str]:
    """The slots that are not right."""
    return (slot for slot in SLOTS if verdict[slot] != "right")
