"""Which events of a story to read first: what happened, as pages tell it in their own words, by how many
texts have it and how many headlines and leads tell of it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from statistics import median_low

from stemma.account.compared import LOOSE
from stemma.account.kinds import INQUIRY, ONLY_SAID
from stemma.account.parties import PRONOUNS
from stemma.account.slots import LIKELY
from stemma.model import Event, Mention
from stemma.text.deeds import lines_of

_HAPPENS = ("done", "going on", "disputed")
# Who speaks where a page has lost the marks around somebody's words.
_FIRST_PERSON = frozenset("i we me us my our you your".split())
# An event that lies so many days before the story is what went before it.
_LONG_AGO = 365
# Texts that a headline counts as: what a page sets above its text is what it is about; and the sentence
# behind a dateline, with which an agency begins its report.
_HEADLINE, _LEAD = 3, 2


def ranks(
    events: Iterable[Event],
    mentions: Mapping[str, Sequence[Mention]],
    quoted: Collection[str],
    headlines: Mapping[str, str],
    yearless: Collection[str] = (),
    again: Collection[str] = (),
    leads: Mapping[str, str] | None = None,
) -> dict[str, int]:
    """Event -> its number within its story, from 1. `mentions`: event -> its mentions; `quoted`: ids of
    quotes of whole speech, whose words are nobody's report; `headlines`: sentences that are set as
    headlines, with their texts; `yearless`: events of which pages say the day, and none the year; `again`:
    articles that repeat another one, whose headlines tell nothing that this does not; `leads`: sentences
    behind a dateline, with the words of their originals."""
    by_story: dict[str | None, list[Event]] = {}
    for event in events:
        by_story.setdefault(event.story_id, []).append(event)
    found: dict[str, int] = {}
    for own in by_story.values():
        since = _since(own)
        of = {}
        for event in own:
            own_words = [one for one in mentions.get(event.id, ()) if one.quote_id not in quoted]
            told = [
                one for one in own_words
                if not _is_first_person(one)
                and not (one.article_id in again and one.sentence_id in headlines)
            ]  # fmt: skip
            above = {headlines[one.sentence_id] for one in told if one.sentence_id in headlines}
            begun = {
                (leads or {})[one.sentence_id]
                for one in told
                if one.sentence_id in (leads or {}) and one.stands != "aside"
            }
            weight = _HEADLINE * len(above) + _LEAD * len(begun)
            has_day = _has_day(event) or event.id in yearless
            of[event.id] = _standing(event, told, weight, since, has_day)
        found |= {name: n for n, name in enumerate(sorted(of, key=lambda name: of[name]), 1)}
    return found


def _since(events: Sequence[Event]) -> str:
    """The day before which an event went before the story, empty if none has a day."""
    days = [event.last for event in events if event.date and event.last for _ in range(event.texts)]
    if not days:
        return ""
    middle = date.fromisoformat(median_low(days)).toordinal()
    return date.fromordinal(max(middle - _LONG_AGO, 1)).isoformat()


def _standing(
    event: Event, told: Sequence[Mention], above: int, since: str, has_day: bool
) -> tuple[object, ...]:
    """`told`: its mentions in pages' own words; `above`: texts that headlines and leads count as which tell
    of it. Deeds that news tells of often (`deeds.txt`) need no type."""
    known = any(word in lines_of() and word not in LOOSE for word in event.predicate.split())
    if event.status not in _HAPPENS or not told or _is_no_telling(event.text):
        grade = 3
    elif (event.last is not None and event.last < since) or not (
        event.type or has_day or above or known
    ):
        grade = 2
    else:
        somebody = bool(event.type and (event.actor_ids or event.recipient_ids))
        told_of = any(one.stands != "aside" for one in told)
        dated = has_day and event.texts > 1
        grade = 0 if above or dated or (told_of and (somebody or has_day or known)) else 1
    return (
        grade, -event.texts - above, _weight(event, told, has_day), -event.carriers,
        _only_said(told), -_sides_named(event), not has_day, -event.mentions, event.id,
    )  # fmt: skip


# What a page says of itself: `Correction: an earlier version of this story said that …`.
_OF_ITSELF = re.compile(
    r"^\W*(?:correction|clarification|editor's note)\b"
    r"|\b(?:earlier|previous) version of this (?:story|article|report)\b"
    r"|^\W*this (?:story|article|report|post) (?:has been|was) (?:corrected|updated|amended)\b",
    re.IGNORECASE,
)


def _is_no_telling(text: str) -> bool:
    """Whether a sentence only asks, or what its page says of itself, or is the rest of one that damage has
    cut: it begins small."""
    if _OF_ITSELF.search(text):
        return True
    bare = text.strip().lstrip("\"'“‘«(–- ")
    cut = " " in bare and bare[0].islower()
    return cut or text.rstrip("\"'”’» )").endswith("?")


def _weight(event: Event, told: Sequence[Mention], has_day: bool) -> int:
    """Among events that as many texts have, the first are those with a day, and deeds that a page tells of
    itself; then deeds that somebody says were done, and what is only words; last what has no type."""
    if has_day:
        return 0
    if not event.type:
        return 2
    words = event.type in ONLY_SAID and event.mode != INQUIRY
    return 1 if words or _only_said(told) else 0


def _has_day(event: Event) -> bool:
    """Whether its day is known. A range of days is mostly that of its whole story, as is the week in which a
    day is likely meant; and that it is told as news is true of nearly all."""
    known = event.first is not None and event.first == event.last
    return known and not event.date_how.startswith(LIKELY)


def _only_said(told: Sequence[Mention]) -> bool:
    """Whether no page tells it as its own: somebody says that it was done, or it is mentioned in passing."""
    return all(one.stands != "main" for one in told)


def _sides_named(event: Event) -> int:
    """How many sides it names, less those of which it has a pronoun alone."""
    sides = [side for side in (event.actors, event.recipients) if side]
    return sum(-1 if PRONOUNS.issuperset(name.casefold() for name in side) else 1 for side in sides)


def _is_first_person(one: Mention) -> bool:
    named = {word.casefold() for word in one.actors}
    return bool(named) and named <= _FIRST_PERSON
