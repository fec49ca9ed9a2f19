"""The events of a story -> what happened, in order: one sentence each, the best-supported first."""

from collections.abc import Sequence

from stemma.model import Event, Moment, span_id
from stemma.remarks import count
from stemma.report.days import day, day_of, days, short, yearless
from stemma.report.deeds import (
    HAPPENS,
    MOST_NAMES,
    figures,
    footing,
    kind,
    label,
    likely,
    marked,
    sides,
    status,
    voices,
)
from stemma.report.disputes import disputes
from stemma.report.picture import picture
from stemma.report.plain import one_line
from stemma.report.rows import Rows
from stemma.report.shown import Shown, cut
from stemma.report.tale import Also, Happening, Tale, Words
from stemma.report.where import Place
from stemma.text.candidates import COMMON
from stemma.text.tokens import compared_words

MOST_FIRST = 25
MOST_REST = 175
_MOST_PLACES = 8
_SUMMARY = 5
_SAME = 0.6  # of a sentence's words that another of the summary has, from which it says that again


def tale(
    shown: Shown, story: str, rest: int | None = None, differing: int | None = None
) -> Tale | None:
    """What happened in a story; None if events are not looked for yet. What has no place in the order of
    time comes last, the best-supported first. `rest`: how many sentences stand a click away; `differing`:
    how many slots on which tellings differ are shown, of each kind."""
    rows = shown.rows
    if rows.events is None:
        return None
    events = {event.id: event for event in rows.events.get(story, ())}
    moments = {one.event_id: one for one in rows.moments.get(story, ())}
    ranked = [(held, moments[held[0].id]) for held in _by_sentence(ranked_events(rows, story))]
    command = f"stemma show {rows.path} timeline --story {story}"
    most = MOST_FIRST + (MOST_REST if rest is None else rest)
    told = [(held[0], happening(shown, held, moment, events)) for held, moment in ranked[:most]]
    places = {event.id: rank for rank, (event, _) in enumerate(told)}
    orders = {
        event.id: (0, moment.position) if _has_place(event, moment) else (1, places[event.id])
        for (event, *_), moment in ranked[:most]
    }
    found = disputes(shown, story, differing)

    def in_order(some: Sequence[tuple[Event, Happening]]) -> tuple[Happening, ...]:
        return tuple(one for event, one in sorted(some, key=lambda one: orders[one[0].id]))

    return Tale(
        counts=_counts(list(events.values())),
        picture=picture([one for one in told if one[0].status in HAPPENS] or told),
        summary=in_order(_best(told, rows)),
        first=in_order(told[:MOST_FIRST]),
        rest=in_order(told[MOST_FIRST:]),
        cut=cut(most, len(ranked), "sentences that tell of events", command),
        figures=found.figures,
        real=found.real,
        apparent=found.apparent,
        disputes_cut=found.cut,
        nothing="" if events else "No event was found that a sentence reports.",
        agreed=""
        if found.real or any(one.real for one in found.figures)
        else "No two tellings were found to differ in a figure, a date or a deed.",
    )


def _best(told: Sequence[tuple[Event, Happening]], rows: Rows) -> list[tuple[Event, Happening]]:
    """The first that happened, those that pages tell in whole sentences before mere headlines, and none in
    the words of another."""
    found = [one for one in told if one[0].status in HAPPENS]
    whole = [one for one in found if not _is_headline(one[0], rows)]
    kept: list[tuple[Event, Happening]] = []
    seen: list[set[str]] = []
    for one in [*whole, *(one for one in found if one not in whole)]:
        words = set(compared_words(one[0].text)) - COMMON
        if len(kept) < _SUMMARY and not any(_is_same(words, other) for other in seen):
            kept.append(one)
            seen.append(words)
    return kept


def _is_same(words: set[str], others: set[str]) -> bool:
    """Whether the shorter of two sentences has most of its words in common with the other."""
    return len(words & others) >= _SAME * min(len(words), len(others))


def _is_headline(event: Event, rows: Rows) -> bool:
    return any(
        block.start <= event.start < block.end and block.kind == "headline"
        for block in rows.blocks.get(event.article_id, ())
    )


def _has_place(event: Event, moment: Moment) -> bool:
    """Whether anything puts it into the order of time."""
    return any((event.first, event.last, moment.date, moment.after_id, moment.before_id))


def ranked_events(rows: Rows, story: str) -> list[Event]:
    """The events of a story, what is to be read first first."""
    rank = {one.event_id: one.rank for one in rows.moments.get(story, ())}
    return sorted((rows.events or {}).get(story, ()), key=lambda event: rank[event.id])


def _counts(events: Sequence[Event]) -> str:
    dated = sum(event.date is not None for event in events)
    known = f", {dated} of them with a date" if dated else ", none of them with a known date"
    return count(len(events), "event") + (known if events else "")


def _by_sentence(events: Sequence[Event]) -> list[list[Event]]:
    """The events that one sentence tells best stand together, the first of them first."""
    found: dict[tuple[str, int], list[Event]] = {}
    for event in events:
        found.setdefault((event.article_id, event.start), []).append(event)
    return list(found.values())


def happening(
    shown: Shown, held: Sequence[Event], moment: Moment, events: dict[str, Event]
) -> Happening:
    """The first of some events that one sentence tells best; `events`: those of its story."""
    event = held[0]
    places = places_of(shown, event)
    return Happening(
        anchor=event.id,
        when=when(event, moment, events),
        day=likely(event) + short(day_of(event.first), day_of(event.last)) or yearless(moment.date),
        why=shown.reason(moment.how),
        dated=event.date is not None,
        text=one_line(event.text),
        words=sentence_of(shown, event),
        place=_place(shown, event.article_id, event.start, event.end),
        places=tuple(places[:_MOST_PLACES]),
        more=max(len(places) - _MOST_PLACES, 0),
        kind=kind(event),
        sides=sides(event),
        status=status(event),
        voices=voices(event),
        footing=footing(event),
        figures=figures(shown, moment.figure_ids),
        also=tuple(Also(one.id, label(one)) for one in held[1:])[:MOST_NAMES],
        command=f"stemma explain {shown.rows.path} {event.id}",
    )


def sentence_of(shown: Shown, event: Event) -> tuple[Words, ...]:
    """The sentence that tells an event best, with the words that carry it."""
    spans = [
        (one.start, one.end)
        for one in shown.rows.mentions.get(event.id, ())
        if one.article_id == event.article_id and event.start <= one.start < event.end
    ]
    return marked(event.text, event.start, spans)


def _place(shown: Shown, article: str, start: int, end: int) -> Place:
    return shown.spot(article, span_id("sentence", article, start, end), start, end)


def places_of(shown: Shown, event: Event) -> list[Place]:
    """The sentences that report it, the first on each page."""
    found: dict[str, Place] = {}
    for one in shown.rows.mentions.get(event.id, ()):
        found.setdefault(
            one.article_id, shown.spot(one.article_id, one.sentence_id, one.start, one.end)
        )
    return sorted(found.values(), key=lambda place: (place.path, place.start))


def _known_by(event: Event) -> str:
    """Another event that one lies beside: its word, and its days if these are known."""
    known = (
        f" ({likely(event)}{days(event.first, event.last)})" if event.first and event.last else ""
    )
    return f"«{one_line(event.predicate)}»{known}"


def when(event: Event, moment: Moment | None, events: dict[str, Event]) -> str:
    """Its day or days, else what it comes after or before."""
    if event.first and event.last:
        if event.date_how.startswith("disputed"):
            return f"{day(event.first)} or {day(event.last)}, disputed"
        return likely(event) + days(event.first, event.last)
    named = yearless(moment.date if moment else None)
    if named:
        return f"{named}, year not known"
    around = (("after", moment.after_id), ("before", moment.before_id)) if moment else ()
    for said, other in around:
        if other in events:
            return f"{said} {_known_by(events[other])}"
    if event.last:
        return f"no later than {day(event.last)}"
    if event.first:
        return f"no earlier than {day(event.first)}"
    return "undated"
