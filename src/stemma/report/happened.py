"""The events of a story -> what happened, in order: one sentence each, the best-supported first."""

from collections.abc import Sequence
from datetime import date, timedelta

from stemma.model import Event, Figure, Moment, span_id
from stemma.remarks import count
from stemma.report.disputes import disputes
from stemma.report.plain import one_line
from stemma.report.shown import Shown, cut
from stemma.report.tale import Given, Happening, Tale
from stemma.report.where import Place
from stemma.report.words import event_kind, listed

MOST_FIRST = 25
MOST_REST = 175
_MOST_PLACES = 8
_MOST_FIGURES = 6
_MOST_NAMES = 4
_NEAR = 30  # characters behind a figure within which what it counts is shown with it
_SUMMARY = 5
_HAPPENS = ("done", "going on", "disputed")


def tale(shown: Shown, story: str, rest: int | None = None) -> Tale | None:
    """What happened in a story; None if events are not looked for yet. `rest`: how many sentences stand a
    click away."""
    rows = shown.rows
    if rows.events is None:
        return None
    events = {event.id: event for event in rows.events.get(story, ())}
    moments = {one.event_id: one for one in rows.moments.get(story, ())}
    told = _by_sentence(sorted(events.values(), key=lambda event: moments[event.id].rank))
    ranked = [(held, moments[held[0].id]) for held in told]
    command = f"stemma show {rows.path} timeline --story {story}"
    most = MOST_FIRST + (MOST_REST if rest is None else rest)
    real, apparent, disputes_cut = disputes(shown, story)
    return Tale(
        counts=_counts(list(events.values())),
        summary=_in_order(
            shown, [one for one in ranked if one[0][0].status in _HAPPENS][:_SUMMARY], events
        ),
        first=_in_order(shown, ranked[:MOST_FIRST], events),
        rest=_in_order(shown, ranked[MOST_FIRST:most], events),
        cut=cut(most, len(ranked), "sentences that tell of events", command),
        real=real,
        apparent=apparent,
        disputes_cut=disputes_cut,
        nothing="" if events else "No event was found that a sentence reports.",
        agreed=""
        if real
        else "No two tellings were found to differ in a figure, a date or a deed.",
    )


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


_Told = tuple[list[Event], Moment]


def _in_order(
    shown: Shown, told: Sequence[_Told], events: dict[str, Event]
) -> tuple[Happening, ...]:
    ordered = sorted(told, key=lambda one: one[1].position)
    return tuple(_happening(shown, held, moment, events) for held, moment in ordered)


def _happening(
    shown: Shown, held: Sequence[Event], moment: Moment, events: dict[str, Event]
) -> Happening:
    event = held[0]
    places = _places(shown, event)
    return Happening(
        anchor=event.id,
        when=_when(event, moment, events),
        why=shown.reason(moment.how),
        dated=event.date is not None,
        text=one_line(event.text),
        place=_place(shown, event.article_id, event.start, event.end),
        places=tuple(places[:_MOST_PLACES]),
        more=max(len(places) - _MOST_PLACES, 0),
        kind=_kind(event),
        doubt=_doubt(event),
        footing=_footing(event),
        figures=_figures(shown, moment),
        also=tuple(dict.fromkeys(one_line(_kind(one)) for one in held[1:]))[:_MOST_NAMES],
        command=f"stemma explain {shown.rows.path} {event.id}",
    )


def _place(shown: Shown, article: str, start: int, end: int) -> Place:
    return shown.spot(article, span_id("sentence", article, start, end), start, end)


def _places(shown: Shown, event: Event) -> list[Place]:
    """The sentences that report it, the first on each page."""
    found: dict[str, Place] = {}
    for one in shown.rows.mentions.get(event.id, ()):
        found.setdefault(
            one.article_id, shown.spot(one.article_id, one.sentence_id, one.start, one.end)
        )
    return sorted(found.values(), key=lambda place: (place.path, place.start))


def _when(event: Event, moment: Moment, events: dict[str, Event]) -> str:
    if event.first and event.last:
        if event.date_how.startswith("disputed"):
            return f"{_day(event.first)} or {_day(event.last)}, disputed"
        return _days(event.first, event.last)
    for said, other in (("after", moment.after_id), ("before", moment.before_id)):
        if other in events:
            return f"{said} «{events[other].predicate}»"
    if event.last:
        return f"no later than {_day(event.last)}"
    if event.first:
        return f"no earlier than {_day(event.first)}"
    return "undated"


def _days(first: str, last: str) -> str:
    """A year or month that is meant as a whole by its name, else the days."""
    if (first[5:], last[5:]) == ("01-01", "12-31") and first[:4] == last[:4]:
        return first[:4]
    try:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return f"{first} to {last}"
    is_month = begin.day == 1 and (end + timedelta(days=1)).day == 1
    if is_month and first[:7] == last[:7]:
        return f"{begin:%B} {begin.year}"
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: str) -> str:
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{known:%A} {known.day} {known:%B} {known.year}"


def _kind(event: Event) -> str:
    """`veto (reject): A → B`."""
    who = listed([one_line(name) for name in event.actors], _MOST_NAMES)
    whom = listed([one_line(name) for name in event.recipients], _MOST_NAMES)
    kind = event_kind(event.type)
    said = event.predicate + (f" ({kind})" if kind else "")
    sides = " → ".join(filter(None, [who, whom])) if who else (f"→ {whom}" if whom else "")
    return f"{said}: {sides}" if sides else said


def _doubt(event: Event) -> str:
    said = "" if event.status == "done" else event.status
    told = f"according to {listed(event.said_by, _MOST_NAMES)}" if event.said_by else ""
    denied = f"denied by {listed(event.denied_by, _MOST_NAMES)}" if event.denied_by else ""
    return "; ".join(filter(None, [said, told, denied]))


def _footing(event: Event) -> str:
    known = f"reporters: at least {event.reporters_min}, at most {event.reporters_max}"
    named = f"named: {listed(event.reporters, _MOST_NAMES)}" if event.reporters else ""
    bases = (
        f"relies on: {listed(event.bases, _MOST_NAMES)}" if event.bases else "relies on: not stated"
    )
    return " · ".join(filter(None, [count(event.carriers, "page"), known, named, bases]))


def _figures(shown: Shown, moment: Moment) -> tuple[Given, ...]:
    """Figures with what they count, each once."""
    found: dict[str, Given] = {}
    for name in moment.figure_ids:
        figure = shown.rows.figures.get(name)
        if figure is not None:
            place = shown.spot(figure.article_id, figure.sentence_id, figure.start, figure.end)
            said = _said(shown, figure)
            found.setdefault(said.casefold(), Given(said, place))
    return tuple(found.values())[:_MOST_FIGURES]


def _said(shown: Shown, figure: Figure) -> str:
    """A figure with what it counts where that stands right behind it, else with its unit."""
    text = shown.rows.articles[figure.article_id].text
    to = figure.what_end
    if to is not None and figure.end < to <= figure.end + _NEAR:
        return one_line(text[figure.start : to])
    unit = figure.unit if figure.kind != "count" else None  # persons, things or times
    return one_line(" ".join(filter(None, (figure.text, unit))))
