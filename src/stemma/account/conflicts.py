"""Where the tellings differ: two values on one slot, and whether that is a disagreement. No vote is taken."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from stemma.account.grounds import Grounds
from stemma.account.outcomes import About, about
from stemma.account.slots import DISPUTED, NOT_DONE, status_of
from stemma.model import Actor, Conflict, Event, Figure, Mention, Saying, Sentence, Timex, key

COMPATIBLE, UPDATED, OTHER_SCOPE, UNORDERED, CONFLICTING = (
    "compatible", "updated", "other scope", "different with order unknown", "conflicting",
)  # fmt: skip
_ALIKE = 60  # percent of words in common from which two names may be of one
_NAMED = re.compile(r"(?<!^)\b[A-Z]|^[A-Z][\w.’'-]+$|^[A-Z]{2,}")
_NEAR = 30  # characters behind a figure within which what it counts is shown with it
_MOST = 8  # values of one slot of which each is set against each; of more, each against the next


@dataclass(frozen=True)
class Slots:
    """What is compared. `event_of`: figure -> the event that its sentence gives it for; `times`: sentence ->
    its expressions of time; `actors`: by id; `families`: sentence ->
    the families of its passages."""

    events: Sequence[Event]
    mentions: Mapping[str, Sequence[Mention]]
    figures: Sequence[Figure]
    event_of: Mapping[str, str]
    times: Mapping[str, Sequence[Timex]]
    sayings: Sequence[Saying]
    actors: Mapping[str, Actor]
    families: Mapping[str, frozenset[str]]
    grounds: Grounds


class _Side(NamedTuple):
    """A value with the rows that say so and their sentences."""

    value: str
    rows: tuple[str, ...]
    sentences: tuple[str, ...]


class _Difference(NamedTuple):
    """Two sides, what of, and the verdict with its reason."""

    story: str | None
    slot: str
    of: str
    event: str | None
    one: _Side
    other: _Side
    verdict: str
    why: str


def conflicts_of(slots: Slots) -> list[Conflict]:
    """A row for each two values that differ on one slot, in order of id."""
    found = [*_figures(slots), *_of_events(slots), *_words(slots)]
    rows: dict[str, Conflict] = {}
    for one in found:
        # A sentence does not contradict itself: what looks like that is misread.
        if not set(one.one.sentences) & set(one.other.sentences):
            row = _conflict(one, slots.grounds, rows)
            rows[row.id] = row
    return [rows[name] for name in sorted(rows)]


# -- figures -----------------------------------------------------------------------------------------


class _Value(NamedTuple):
    """Figures of one thing with the same value."""

    about: About
    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """One that stands for all."""
        return self.figures[0]


def _figures(slots: Slots) -> Iterator[_Difference]:
    by_thing: dict[tuple[str, ...], dict[tuple[object, ...], list[Figure]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for figure in slots.figures:
        of = about(figure)
        if of is not None and figure.story_id:
            key = (figure.story_id, of.kind, of.of, of.unit)
            by_thing[key][of.scope, figure.low, figure.high, figure.qualifier].append(figure)
    for (story, *_), values in sorted(by_thing.items()):
        known = [
            _Value(About(held[0].kind, about_of, "", str(scope)), tuple(held))
            for (scope, *_), held in sorted(values.items(), key=_by_size)
            if (about_of := _of(held[0]))
        ]
        pairs = combinations(known, 2) if len(known) <= _MOST else pairwise(known)
        for one, other in pairs:
            yield _difference(story, one, other, slots)


def _of(figure: Figure) -> str:
    found = about(figure)
    return found.of if found else ""


def _by_size(item: tuple[tuple[object, ...], list[Figure]]) -> tuple[float, float, str, str]:
    (scope, low, high, qualifier), _ = item
    least = low if isinstance(low, int | float) else 0.0
    most = high if isinstance(high, int | float) else float("inf")
    return least, most, str(qualifier), str(scope)


def _difference(story: str, one: _Value, other: _Value, slots: Slots) -> _Difference:
    verdict, why = _verdict(one, other, slots)
    rows = (*one.figures, *other.figures)
    events = {slots.event_of[figure.id] for figure in rows if figure.id in slots.event_of}
    return _Difference(
        story, "figure", one.about.of, min(events) if len(events) == 1 else None,
        _side(one, slots.grounds), _side(other, slots.grounds), verdict, why,
    )  # fmt: skip


def _side(value: _Value, grounds: Grounds) -> _Side:
    sentences = tuple(sorted({figure.sentence_id for figure in value.figures}))
    return _Side(
        _shown(value.first, grounds), tuple(sorted(f.id for f in value.figures)), sentences
    )


def _shown(figure: Figure, grounds: Grounds) -> str:
    """A figure with what it counts where that stands behind it: `14 guards`."""
    sentence = grounds.sentences.get(figure.sentence_id)
    to = figure.what_end
    if sentence is None or to is None or not figure.end < to <= figure.end + _NEAR:
        return figure.text
    return " ".join(sentence.text[figure.start - sentence.start : to - sentence.start].split())


def _verdict(one: _Value, other: _Value, slots: Slots) -> tuple[str, str]:
    if one.about.scope != other.about.scope:
        scopes = " and ".join(value.about.scope or "all" for value in (one, other))
        return OTHER_SCOPE, f"they count different things: {scopes}"
    versions = _versions(one, other, slots)
    if versions:
        return versions
    if _meet(one.first, other.first):
        return COMPATIBLE, "both can be true: what the one allows the other does not exclude"
    apart = _other_event(one, other, slots)
    if apart:
        return OTHER_SCOPE, apart
    days, later = _as_of(one, slots), _as_of(other, slots)
    if days and later and (max(days) < min(later) or max(later) < min(days)):
        first, second = sorted((max(days), max(later)))
        return UPDATED, f"the one is of {first}, the other of {second}"
    if days and later and days == later:
        return CONFLICTING, f"both are of {', '.join(sorted(days))}"
    return UNORDERED, "nothing shows which of the two is the later one"


def _versions(one: _Value, other: _Value, slots: Slots) -> tuple[str, str] | None:
    """The verdict on two values of one sentence's versions: a number that a passage of another sentence has
    too was brought up to date, any other was changed."""
    ours, theirs = (
        {
            name: slots.families.get(name, frozenset())
            for name in {f.sentence_id for f in value.figures}
        }
        for value in (one, other)
    )
    shared = frozenset().union(*ours.values()) & frozenset().union(*theirs.values())
    if not shared:
        return None
    elsewhere = any(not held & shared for held in (*ours.values(), *theirs.values()))
    if elsewhere:
        return UPDATED, "versions of one sentence; another passage has the other number too"
    return (
        CONFLICTING,
        "versions of one sentence: a copy has another number, that no other passage has",
    )


def _meet(one: Figure, other: Figure) -> bool:
    """Whether two figures leave room for one number."""
    low = max(one.low or 0.0, other.low or 0.0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def _other_event(one: _Value, other: _Value, slots: Slots) -> str:
    """Why two figures are of different events, if their events are known and lie on different days."""
    sides = [
        sorted({slots.event_of[f.id] for f in value.figures if f.id in slots.event_of})
        for value in (one, other)
    ]
    known = {event.id: event for event in slots.events}
    for a in sides[0]:
        for b in sides[1]:
            if a != b and _apart(known[a], known[b]):
                return f"they are of different events: {a} and {b}"
    return ""


def _apart(one: Event, other: Event) -> bool:
    """Whether two events lie on different days for certain."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _as_of(value: _Value, slots: Slots) -> set[str]:
    """The days on which the sentences of a value were said, where that is known of all."""
    days: set[str] = set()
    for figure in value.figures:
        own = {
            day
            for timex in slots.times.get(figure.sentence_id, ())
            for day in [_said_on(timex)]
            if day
        }
        if not own:
            return set()
        days |= own
    return days


def _said_on(timex: Timex) -> str | None:
    anchor = timex.anchor or ""
    return anchor if len(anchor) == len("2000-01-01") else None


# -- events ------------------------------------------------------------------------------------------


def _of_events(slots: Slots) -> Iterator[_Difference]:
    for event in slots.events:
        mentions = slots.mentions.get(event.id, ())
        if event.status == DISPUTED:
            yield from _status(event, mentions)
        if event.date_how.startswith(DISPUTED):
            yield from _dates(event, mentions)
        yield from _who(event, mentions, slots.actors)


def _status(event: Event, mentions: Sequence[Mention]) -> Iterator[_Difference]:
    """That it happened against that it did not; and, where somebody denies that somebody did it, that
    against what pages say of these."""
    done = [one for one in mentions if status_of(one) in ("done", "going on")]
    denied = [one for one in mentions if status_of(one) == NOT_DONE]
    of_somebody = [one for one in denied if one.actors and _is_denial(one)]
    rest = [one for one in denied if one not in of_somebody]
    if rest:
        yield _Difference(
            event.story_id, "status", event.predicate, event.id, _mentioned("it happened", done),
            _mentioned("it did not happen", rest), CONFLICTING,
            "some sentences say that it happened, others that it did not",
        )  # fmt: skip
    for names in sorted({one.actors for one in of_somebody}):
        who = ", ".join(names)
        denying = [one for one in of_somebody if one.actors == names]
        ids = {actor for one in denying for actor in one.actor_ids}
        blaming = [one for one in done if ids & set(one.actor_ids)]
        said = f"{who} did it" if blaming else "it happened"
        yield _Difference(
            event.story_id, "actor", event.predicate, event.id, _mentioned(said, blaming or done),
            _mentioned(f"{who} did not do it", denying), CONFLICTING if blaming else UNORDERED,
            f"{', '.join(_deniers(denying))} denies that {who} did it",
        )  # fmt: skip


def _is_denial(one: Mention) -> bool:
    return any(source.startswith("!") for source in one.sources)


def _deniers(mentions: Sequence[Mention]) -> list[str]:
    found = [s.removeprefix("!") for one in mentions for s in one.sources if s.startswith("!")]
    return sorted(set(found))


def _dates(event: Event, mentions: Sequence[Mention]) -> Iterator[_Difference]:
    by_day: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.first and one.last:
            by_day[one.first, one.last].append(one)
    days = sorted(by_day)
    for a, b in combinations(days, 2) if len(days) <= _MOST else pairwise(days):
        if a[1] < b[0] or b[1] < a[0]:
            yield _Difference(
                event.story_id, "date", event.predicate, event.id, _mentioned(_day(a), by_day[a]),
                _mentioned(_day(b), by_day[b]), CONFLICTING, "the days exclude each other",
            )  # fmt: skip


def _day(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else "/".join(days)


def _who(
    event: Event, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> Iterator[_Difference]:
    """Who is said to have done it, where sentences name different actors. A country and those who act for
    it are not different."""
    by_actor: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.actor_ids and len(one.actor_ids) == len(one.actors) and one.type:
            by_actor[tuple(sorted(one.actor_ids))].append(one)
    sides = sorted(by_actor)
    for a, b in combinations(sides, 2) if len(sides) <= _MOST else pairwise(sides):
        if _are_others(a, b, actors):
            yield _Difference(
                event.story_id, "actor", event.predicate, event.id,
                _mentioned(_names(by_actor[a]), by_actor[a]), _mentioned(_names(by_actor[b]), by_actor[b]),
                UNORDERED, "sentences that tell of one event name different actors",
            )  # fmt: skip


def _are_others(a: Sequence[str], b: Sequence[str], actors: Mapping[str, Actor]) -> bool:
    """Whether two sides are named persons, countries or bodies of which none is, or acts for, another."""
    ours, theirs = ([actors[one] for one in side if one in actors] for side in (a, b))
    if not ours or not theirs or not all(_NAMED.search(one.name) for one in (*ours, *theirs)):
        return False
    lands = [{one.country for one in side if one.country} for side in (ours, theirs)]
    alike = any(
        fuzz.token_set_ratio(one.name, other.name) >= _ALIKE for one in ours for other in theirs
    )
    return not (set(a) & set(b) or lands[0] & lands[1] or alike)


def _names(mentions: Sequence[Mention]) -> str:
    return ", ".join(mentions[0].actors)


def _mentioned(value: str, mentions: Sequence[Mention]) -> _Side:
    return _Side(
        value, tuple(sorted(one.id for one in mentions)),
        tuple(sorted({one.sentence_id for one in mentions})),
    )  # fmt: skip


# -- what was said -----------------------------------------------------------------------------------


def _words(slots: Slots) -> Iterator[_Difference]:
    known = {saying.id: saying for saying in slots.sayings}
    for saying in slots.sayings:
        for other in saying.differs:
            if saying.id < other and other in known:
                yield _Difference(
                    saying.story_id, "words", saying.speaker, None, _said(saying, slots),
                    _said(known[other], slots), UNORDERED,
                    "one speaker is reported with different words; both may have been said",
                )  # fmt: skip


def _said(saying: Saying, slots: Slots) -> _Side:
    sentences = [
        one.id
        for one in slots.grounds.in_article(saying.article_id)
        if one.start < saying.end and saying.start < one.end
    ]
    return _Side(saying.text, (saying.id,), tuple(sentences))


# -- rows --------------------------------------------------------------------------------------------


def _conflict(one: _Difference, grounds: Grounds, taken: Collection[str]) -> Conflict:
    left, right = (_fullest(side, grounds) for side in (one.one, one.other))
    ours, theirs = (grounds.of(frozenset(side.sentences)) for side in (one.one, one.other))
    return Conflict(
        id=_id(one, taken), story_id=one.story, slot=one.slot, verdict=one.verdict, about=one.of,
        event_id=one.event, value=one.one.value, row_ids=one.one.rows, carriers=ours.footing.carriers,
        reporters_min=ours.footing.least, reporters_max=ours.footing.most, bases=ours.bases,
        other_value=one.other.value, other_row_ids=one.other.rows,
        other_carriers=theirs.footing.carriers, other_reporters_min=theirs.footing.least,
        other_reporters_max=theirs.footing.most, other_bases=theirs.bases, article_id=left.article_id,
        start=left.start, end=left.end, other_article_id=right.article_id, other_start=right.start,
        other_end=right.end, how=one.why, text=left.text, other_text=right.text,
    )  # fmt: skip


def _id(one: _Difference, taken: Collection[str]) -> str:
    """The least rows of both sides: a value may differ from several others. Where two mentions differ on two
    slots, the second has them the other way round, and so on."""
    sides = [min(map(key, one.one.rows)), min(map(key, one.other.rows))]
    for again in range(len(taken) + 1):
        left, right = sides if again % 2 == 0 else reversed(sides)
        found = f"conflict-{left}@{right}" + "@" * (again // 2)
        if found not in taken:
            break
    return found


def _fullest(side: _Side, grounds: Grounds) -> Sentence:
    held: Iterable[Sentence] = (grounds.sentences[one] for one in side.sentences)
    return min(held, key=lambda one: (one.fragment, -len(one.text), one.id))
