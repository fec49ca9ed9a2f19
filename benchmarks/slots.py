"""Who, whom, type, day and status of the rows that hold mentions of one true event alone.

A slot is *right*, *missing* (the sentences say it, the row leaves it empty) or *wrong*. What its sentences do
not say, as the pages have them, cut and swapped, a row rightly leaves empty.

Who and whom: every name that the row gives must be one of those that the truth has for that place, or a name
that the story's table of actors has for the same actor; one of several parties is enough. Names are compared
by their words: the shorter one must be part of the longer (`Velmark`, `border guards of Velmark`). Pronouns
and the like are no names. What is done by two parties to one another has either in either place; who is asked
to do something is whom, or else who, if the row is not of the asking. Things that the deed was done with or
to are right in either place and never needed.

Type: that of the deed, or of what is done about it, as PLOVER has it: what is wished is a REQUEST as well,
what is refused a REJECT, what is planned an AGREE, what is possible an AGREE or a THREATEN. Several types are
right where its manual leaves it open.

Day: right if stated, or as a range of at most a week that holds it; wrong if it is excluded. It is said if a
sentence of the row names that very day (its weekday, its date), or has words that count from another day
(`yesterday`, `last week`, `two days ago`).

Status: done, denied, planned and so on, as the authors have it (`_SAME`). A REQUEST, REJECT, AGREE or
THREATEN that is done says that something is wished, refused, planned or possible; an offer is made even if it
is refused; what is done by the word of some voices alone (`said_by`) is what the authors call possible.
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
    r"\b(?:yesterday|tomorrow|today|tonight|(?:last|this) night|(?:last|this|next) week(?:end)?|"
    r"(?:day|days|week|weeks) (?:ago|before|earlier|later|after)|the (?:day|night|week) before)\b",
    re.IGNORECASE,
)
# Words that name nobody, and those that stand between the words of a name.
_NOBODY = frozenset(
    "he she it they we i you him her them us me his its their our my who whom which that this these those "
    "one ones himself herself itself themselves what whoever both all some others another each no nobody "
    "nothing any anyone anybody anything someone somebody something".split()
)
_BETWEEN = frozenset("a an the of in on at for from by to with and or about".split())
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Prof General Gen Colonel Col Captain Capt Governor Gov Commander Cmdr President Prime "
    "Foreign Minister Mayor Judge Chief Justice Interior".split()
)
# `all of her herd`, `up to 600 sailors`: what is counted is behind them.
_AMOUNT = re.compile(
    r"^(?:[\d,.]+|up|all|most|many|much|more|as|than|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|tens|dozens|scores|hundreds|thousands|millions?|tons|handful|group|number|couple|least|part|half|"
    r"the|a|an|some|several|each|both)$",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r" (?:of|in|on|to|by|from|for|at|with|near|along|who|that|worth|against|between|away|above|under) "
)
# What is done about a deed is a type of its own in PLOVER; an offer or a threat makes a deed possible.
_ABOUT = {
    "wished": {"REQUEST"},
    "refused": {"REJECT"},
    "planned": {"AGREE"},
    "possible": {"AGREE", "THREATEN"},
}
# What was made all the same if it was refused.
_MADE = re.compile(r"\b(?:offer|request|petition|demand|appeal|propos|plea|ask|invit|volunteer)")
# Statuses of the farm -> those of a row that say the same.
_SAME = {
    "done": {"done", "going on"},
    "denied": {"not done", "disputed"},
    "refused": {"not done", "asked for", "possible", "planned"},
    "planned": {"planned", "asked for"},
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
    who, whom, also = _parties(row, held)
    given = row["actors"]
    if label["mutual"] and not any(words_of(name) - _NOBODY for name in given):
        given = row["recipients"]
    return {
        "actor": _party(given, who, label["also"], texts, aliases),
        "recipient": _party(row["recipients"], whom, also, texts, aliases),
        "type": _type(row["type"] or "", held),
        "day": _day(row, date.fromisoformat(label["date"]), said),
        "status": "right" if has_status(row, held) else "wrong",
    }


def _parties(row: Row, held: Sequence[Report]) -> tuple[list[str], list[str], list[str]]:
    """Who and whom the truth has for this row, and what may stand for whom and need not."""
    label = held[0].label
    who, whom, also = label["actor"], label["recipient"], label["also"]
    if label["mutual"]:
        return who, [], [*also, *who]
    if "wished" in {report.label["status"] for report in held} and row["type"] != "REQUEST":
        # Not `she asked them to go`, but `they go, as she asks`.
        return [*who, *whom], [], [*also, *whom]
    return who, whom, also


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
    words = [word.strip(".") for word in re.findall(r"[\w.’'-]+", plain)]
    kept = [word for word in words if word.lower() not in _BETWEEN and word not in _TITLES]
    return {_single(word.lower()) for word in kept or words}


def _single(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _head(name: str) -> str:
    """The word that the others describe: the last one before `of`, `in` and the like."""
    for part in _PARTED.split(name):
        found = [word for word in re.findall(r"[\w.’'-]+", part) if not _AMOUNT.match(word)]
        if found:
            return _single(found[-1].lower())
    return ""


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
    right |= {kind for report in held for kind in _ABOUT.get(report.label["status"], ())}
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
    if (
        any(row["type"] in _ABOUT.get(status, ()) for status in told)
        or ("refused" in told and any(_is_made(report.label) for report in held))
        or ("possible" in told and row["said_by"])
    ):
        meant |= _SAME["done"]
    return row["status"] in meant or (row["status"] == "disputed" and len(told) > 1)


def _is_made(label: Row) -> bool:
    return _MADE.search(" ".join([label["type"], *label["words"]])) is not None


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
