"""Figures of one thing that differ, and whether that is a disagreement. Nothing is averaged."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import NamedTuple

from stemma.account.gainsaid import by_two_voices
from stemma.account.grounds import Grounds
from stemma.account.outcomes import ABOARD, About, about
from stemma.account.restated import comes_on_top, revised, versions
from stemma.account.sides import (
    COMPATIBLE,
    CONFLICTING,
    MOST,
    OTHER_SCOPE,
    UNORDERED,
    UPDATED,
    Difference,
    Side,
    Slots,
    meet,
)
from stemma.account.terms import term_of
from stemma.model import OTHER_EVENT, Event, Figure, Sentence, Timex
from stemma.text.counted import counted_on

_UNITED = ("duration", "measure")  # kinds of which the word behind is the unit
_WORD_BEHIND = re.compile(r"[ -](?:(?:square|cubic|nautical|metric|sq|cu)\.? )?[^\W\d_]+")
_WENT_ON = re.compile(
    r"\b(?:for|lasted|took) (?:about |some |nearly |almost |around )?$", re.IGNORECASE
)
_STEM = 5  # letters that a noun has in common with its plural
_NEAR = 30  # characters behind a figure within which what it counts is shown with it

FAR = 3  # times the lesser of two numbers from which they are of two things
_DATED = 3  # events of a known day by which it is known of which year a story tells
_HALF_A_YEAR = 6  # months between days without their year; from then on either may be the later
_NOTHING = About("", "", "", "")


class _Value(NamedTuple):
    """Figures of one thing with the same value."""

    about: About
    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """One that stands for all."""
        return self.figures[0]


def figures_that_differ(slots: Slots) -> Iterator[Difference]:
    """Each two values of one thing, of very many each with the next in size; and the numbers of one
    sentence's versions, whatever they are of."""
    known: set[frozenset[str]] = set()
    for one in _of_two_voices(slots):
        known.add(frozenset((*one.one.rows, *one.other.rows)))
        yield one
    for one in _of_things(slots):
        known.add(frozenset((*one.one.rows, *one.other.rows)))
        yield one
    for story, values in versions(slots):
        for left, right in combinations(values, 2):
            rows = frozenset(one.id for one in (*left, *right))
            if not any(rows <= others for others in known):
                yield _changed(story, left, right, slots)


def _changed(
    story: str, left: Sequence[Figure], right: Sequence[Figure], slots: Slots
) -> Difference:
    """Two numbers at one place of a sentence's versions; that of a day or an hour is another time."""
    one, other = (_Value(_NOTHING, tuple(figures)) for figures in (left, right))
    events = {slots.event_of[f.id] for f in (*left, *right) if f.id in slots.event_of}
    times = [_time(figures[0], slots) for figures in (left, right)]
    if left[0].kind in _OF_TIMES and times[0] and times[1]:
        sides = [_side(value, slots.grounds) for value in (one, other)]
        return Difference(
            story, "date", left[0].predicate or left[0].kind, min(events) if len(events) == 1 else None,
            sides[0]._replace(value=times[0]), sides[1]._replace(value=times[1]), CONFLICTING,
            "versions of one sentence: a copy has another day or hour",
        )  # fmt: skip
    return Difference(
        story, "figure", _label(left[0], slots.grounds) or left[0].predicate or left[0].kind,
        min(events) if len(events) == 1 else None, _side(one, slots.grounds),
        _side(other, slots.grounds), CONFLICTING, "versions of one sentence: a copy has another number",
    )  # fmt: skip


_OF_TIMES = frozenset(("time", "year"))


def _time(figure: Figure, slots: Slots) -> str:
    """The words of the expression of time that a figure is a part of."""
    held = slots.times.get(figure.sentence_id, ())
    return next((t.text for t in held if t.start <= figure.start < t.end), "")


def _of_two_voices(slots: Slots) -> Iterator[Difference]:
    """Figures that a sentence has from two sources; equal ones of other sentences are told with them."""
    for left, right, one, other in by_two_voices(slots):
        full = max((left, right), key=lambda figure: (figure.what or "") not in ("", "number"))
        of = _about(full, slots)
        events = {slots.event_of[f.id] for f in (left, right) if f.id in slots.event_of}
        ours, theirs = (_side(_Value(_NOTHING, (f,)), slots.grounds) for f in (left, right))
        yield Difference(
            left.story_id, "figure", of.of if of else full.predicate or full.kind,
            min(events) if len(events) == 1 else None, ours, theirs, CONFLICTING,
            f"one sentence has it from two sources: {one}, {other}", told=True,
        )  # fmt: skip


def _of_things(slots: Slots) -> Iterator[Difference]:
    by_thing: dict[tuple[str, ...], dict[tuple[object, ...], list[Figure]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for figure in slots.figures:
        of = _about(figure, slots)
        on_top = comes_on_top(figure, slots.grounds.sentences.get(figure.sentence_id))
        if of is not None and figure.story_id and not on_top:
            key = (figure.story_id, of.kind, of.of, of.unit)
            by_thing[key][of.scope, figure.low, figure.high, figure.qualifier].append(figure)
    for (story, *_), values in sorted(by_thing.items()):
        ranked = sorted(values.items(), key=_by_size)
        thing = _named(ranked[0][1][0], slots)
        known = [
            _Value(About(held[0].kind, thing, "", str(scope)), tuple(held))
            for (scope, *_), held in ranked
        ]
        # Of very many those of one scope are set against each other all the same.
        pairs = combinations(known, 2) if len(known) <= MOST else _of_one_scope(known)
        for one, other in pairs:
            yield _difference(story, one, other, slots)


def _about(figure: Figure, slots: Slots) -> About | None:
    """What a figure is of. Who is on board, and how long something went on, is told of one event alone."""
    sentence = slots.grounds.sentences.get(figure.sentence_id)
    of = term_of(figure, sentence, slots.actors.values()) or about(figure)
    if of is not None and of.of != ABOARD:
        return of
    event = slots.event_of.get(figure.id)
    if of is None:
        of = _length(figure, sentence)
    elif event is None:
        near = slots.in_sentences.get(figure.sentence_id, ())
        beside = min(near, key=lambda pair: abs(pair[0].start - figure.start), default=None)
        event = beside[1] if beside else None
    return of._replace(unit=f"{of.unit}/{event}") if of and event else None


def _length(figure: Figure, sentence: Sentence | None) -> About | None:
    """How long a deed went on: `searched for nine hours`."""
    if sentence is None or figure.kind != "duration" or not figure.predicate or figure.low is None:
        return None
    before = sentence.text[: figure.start - sentence.start]
    went_on = _WENT_ON.search(before)
    return About(figure.kind, figure.predicate, figure.unit or "", "") if went_on else None


def _of_one_scope(known: Sequence[_Value]) -> Iterator[tuple[_Value, _Value]]:
    scopes: dict[str, list[_Value]] = defaultdict(list)
    for one in known:
        scopes[one.about.scope].append(one)
    for held in scopes.values():
        yield from combinations(held, 2) if len(held) <= MOST else pairwise(held)


def _named(figure: Figure, slots: Slots) -> str:
    """What a figure is of, what it counts in the words of its passage."""
    found = _about(figure, slots)
    of = found.of if found else ""
    what, told, done = of.partition(", ")
    return f"{_label(figure, slots.grounds)}, {done}" if told and what else of


def _label(figure: Figure, grounds: Grounds) -> str:
    """What a figure counts, as the words behind it have it: `tonnes of ammonium nitrate`."""
    _, _, behind = _shown(figure, grounds).partition(figure.text)
    words = behind.strip(" -–")
    own = (figure.what or "").casefold()[:_STEM]
    return words if own and own in words.casefold() else figure.what or ""


def _by_size(item: tuple[tuple[object, ...], list[Figure]]) -> tuple[float, float, str, str]:
    (scope, low, high, qualifier), _ = item
    least = low if isinstance(low, int | float) else 0.0
    most = high if isinstance(high, int | float) else float("inf")
    return least, most, str(qualifier), str(scope)


def _difference(story: str, one: _Value, other: _Value, slots: Slots) -> Difference:
    verdict, why = _verdict(one, other, slots)
    rows = (*one.figures, *other.figures)
    events = {slots.event_of[figure.id] for figure in rows if figure.id in slots.event_of}
    ours, theirs = _side(one, slots.grounds), _side(other, slots.grounds)
    # A sentence that has both numbers, and says which took whose place, stands on neither side.
    both = set(ours.sentences) & set(theirs.sentences) if verdict == UPDATED else set()
    return Difference(
        story, "figure", one.about.of, min(events) if len(events) == 1 else None,
        _without(ours, both), _without(theirs, both), verdict, why,
    )  # fmt: skip


def _without(side: Side, sentences: set[str]) -> Side:
    """A side less some sentences, unless it has no other."""
    left = tuple(one for one in side.sentences if one not in sentences)
    return side._replace(sentences=left or side.sentences)


def _side(value: _Value, grounds: Grounds) -> Side:
    sentences = tuple(sorted({figure.sentence_id for figure in value.figures}))
    return Side(_shown(value.first, grounds), tuple(sorted(f.id for f in value.figures)), sentences)


def _shown(figure: Figure, grounds: Grounds) -> str:
    """A figure with what it counts, or its unit, where that stands behind it: `14 guards`, `four years`."""
    sentence = grounds.sentences.get(figure.sentence_id)
    to = figure.what_end
    if sentence is not None and figure.kind in _UNITED and not figure.end < (to or 0):
        unit = _WORD_BEHIND.match(sentence.text, figure.end - sentence.start)
        to = sentence.start + unit.end() if unit else None
    if sentence is None or to is None or not figure.end < to <= figure.end + _NEAR:
        return figure.text
    return " ".join(sentence.text[figure.start - sentence.start : to - sentence.start].split())


def _names(figure: Figure, grounds: Grounds) -> set[str]:
    """Names in what a figure counts: `nine Dutch diplomats` are no Danish ones."""
    _, _, what = _shown(figure, grounds).partition(figure.text)
    words = re.findall(r"[^\W\d_][\w’'-]*", what)
    # In a headline what is counted may be capital itself.
    own = (figure.what or "").casefold()[:_STEM]
    return {
        one for one in words if one[0].isupper() and not (own and one.casefold().startswith(own))
    }


def _part(one: _Value, other: _Value, grounds: Grounds) -> str:
    """`Six men, four of them Danes` beside `two Greek men`: the words that say so, if there are any."""
    names = {name[:_STEM] for figure in one.figures for name in _names(figure, grounds)}
    for figure in other.figures if names else ():
        sentence = grounds.sentences.get(figure.sentence_id)
        found = _OF_THEM.search(sentence.text, figure.end - sentence.start) if sentence else None
        if found:
            return found[0]
    return ""


_OF_THEM = re.compile(r"\b[\w-]+ of (?:them|whom)(?: \w+)? ([A-Z][\w-]+)")


def _verdict(one: _Value, other: _Value, slots: Slots) -> tuple[str, str]:
    if one.about.scope != other.about.scope:
        scopes = " and ".join(value.about.scope or "all" for value in (one, other))
        return OTHER_SCOPE, f"they count different things: {scopes}"
    named = _names(one.first, slots.grounds), _names(other.first, slots.grounds)
    if named[0] and named[1] and not named[0] & named[1]:
        names = " and ".join(", ".join(sorted(found)) for found in named)
        return OTHER_SCOPE, f"they count different things: {names}"
    part = _part(one, other, slots.grounds) or _part(other, one, slots.grounds)
    if part:
        return OTHER_SCOPE, f"the one is a part of the other: {part}"
    saying = revised(one.figures, other.figures, slots.grounds.sentences)
    if saying and not meet(one.first, other.first):
        return UPDATED, f"{saying} says that the one took the place of the other"
    told = _versions(one, other, slots)
    if told:
        return told
    if meet(one.first, other.first):
        return COMPATIBLE, "both can be true: what the one allows the other does not exclude"
    apart = _other_event(one, other, slots)
    if apart:
        return OTHER_SCOPE, apart
    days = _as_of(one, slots), _as_of(other, slots)
    if all(days) and len({day.startswith("-") for own in days for day in own}) == 1:
        # Each is of the first day for which it is told: a later page may look back.
        first, second = sorted(map(min, days))
        if first == second:
            return CONFLICTING, f"both are of {_in_words(first)}"
        if not first.startswith("-") or int(second[2:4]) - int(first[2:4]) < _HALF_A_YEAR:
            return UPDATED, f"the one is of {_in_words(first)}, the other of {_in_words(second)}"
    if _far_apart(one, other):
        return OTHER_SCOPE, "they are too far apart to be counts of one thing"
    return UNORDERED, "nothing shows which of the two is the later one"


def _far_apart(one: _Value, other: _Value) -> bool:
    """Whether exact numbers of a common thing (`5 orders received`, `149 orders received`) differ so much
    that nothing but their words makes them one; the dead and the injured are counted and counted again."""
    lows = sorted(value.first.low or 0.0 for value in (one, other))
    exact = all(value.first.low is not None for value in (one, other))
    return exact and ", " in one.about.of and lows[1] >= FAR * lows[0]


def _versions(one: _Value, other: _Value, slots: Slots) -> tuple[str, str] | None:
    """The verdict on two values of one sentence's versions: a copy's number that a passage of another
    sentence has too was brought up to date, any other was changed. Where the original's words are not known,
    either may be the copy's."""
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
    known = slots.wordings
    first, second = (
        known is not None
        and any(held & shared and not known.departs(name) for name, held in side.items())
        for side in (ours, theirs)
    )
    made = [side for side, is_first in ((ours, first), (theirs, second)) if not is_first]
    copied = made if len(made) == 1 else [ours, theirs]
    if any(not held & shared for side in copied for held in side.values()):
        return UPDATED, "versions of one sentence; another passage has the other number too"
    return (
        CONFLICTING,
        "versions of one sentence: a copy has another number, that no other passage has",
    )


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
                return f"{OTHER_EVENT}: {a} and {b}"
    for a, others in (*((a, sides[1]) for a in sides[0]), *((b, sides[0]) for b in sides[1])):
        if a not in others and _is_of_old(known[a], slots.events):
            return f"{OTHER_EVENT}: {a} lies years before what its story tells of"
    return ""


def _is_of_old(event: Event, events: Sequence[Event]) -> bool:
    """Whether an event is of another year than nearly all of its story, and a year or more before them: what
    is called to mind (`the worst fire since one of 1998 that killed 31`)."""
    years = [
        int(one.first[:4]) for one in events
        if one.story_id == event.story_id and one.first and one.first == one.last
    ]  # fmt: skip
    if not event.last or len(years) < _DATED:
        return False
    return int(event.last[:4]) + 1 < sorted(years)[len(years) // 2]


def _apart(one: Event, other: Event) -> bool:
    """Whether two events lie on different days for certain."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _as_of(value: _Value, slots: Slots) -> set[str]:
    """The days of which the figures of a value are. What says none (a headline) says nothing against them."""
    return {
        day
        for figure in value.figures
        for timex in slots.times.get(figure.sentence_id, ())
        for day in [_of_day(timex, figure, slots.grounds)]
        if day
    }


def _in_words(day: str) -> str:
    """A day; one without its year as `9 May`."""
    if not day.startswith("--"):
        return day
    known = date.fromisoformat(f"2000{day[1:]}")  # a leap year
    return f"{known.day} {known:%B}"


def _of_day(timex: Timex, figure: Figure, grounds: Grounds) -> str | None:
    """The day of which a figure is, by one of the expressions of time of its sentence."""
    sentence = grounds.sentences.get(figure.sentence_id)
    before = sentence.text[: timex.start - sentence.start] if sentence else ""
    return counted_on(before, timex.value, timex.anchor)
