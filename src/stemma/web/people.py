"""An actor or a saying -> its page: who it is, what is said, and where."""

from typing import Any, NamedTuple, TypeVar

import polars as pl

from stemma.case import Case
from stemma.errors import UnknownRow
from stemma.frames import records_of
from stemma.lookup import look_up
from stemma.model import Actor, ActorMention, Event, Quote, Saying
from stemma.remarks import count
from stemma.report.comparison import head, tail
from stemma.report.days import day_of, short
from stemma.report.deeds import footing as counted
from stemma.report.deeds import likely, sides, status
from stemma.report.plain import one_line
from stemma.report.shown import Shown, titles
from stemma.web.held import Held
from stemma.web.links import address, passage

Record = TypeVar("Record")

_ON_A_PAGE = 40


class Heard(NamedTuple):
    """A saying in a list, with its footing."""

    id: str
    href: str
    text: str
    speaker: str
    footing: str


class Spoken(NamedTuple):
    """A quote on a page, with who is said to have said it there."""

    id: str
    href: str
    row: str
    siglum: str
    title: str
    kind: str
    status: str
    speaker: str
    cue: str
    text: str
    how: str


class Met(NamedTuple):
    """A mention of an actor, and the words around it."""

    href: str
    siglum: str
    before: str
    text: str
    after: str
    kind: str


class Person(NamedTuple):
    """An actor. `events`: those that it takes part in; `mentions`: the first on each page; `total`: of all
    mentions."""

    id: str
    remark: str
    name: str
    known: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    how: str
    story: str
    story_title: str
    sayings: tuple[Heard, ...]
    sayings_total: int
    events: tuple[Heard, ...]
    events_total: int
    mentions: tuple[Met, ...]
    total: int


class Said(NamedTuple):
    """A saying with its quotes. `differs`: what the same speaker is reported to have said otherwise."""

    id: str
    remark: str
    speaker: str
    actor: str
    text: str
    footing: str
    relies: str
    how: tuple[str, ...]
    quotes: tuple[Spoken, ...]
    total: int
    differs: tuple[Heard, ...]
    story: str
    story_title: str


def person(held: Held, row_id: str) -> Person:
    """The page of an actor. Raises UnknownRow."""
    found = look_up(held, row_id)
    _check(found.table, "actors", row_id)
    actor = _record(Actor, found.row)
    mentions = _rows(held, "actor_mentions", pl.col("actor_id") == actor.id, ActorMention)
    sayings = _rows(held, "sayings", pl.col("actor_id") == actor.id, Saying)
    sayings.sort(key=lambda s: (-s.carriers, s.id))
    part = pl.any_horizontal(
        pl.col(name).list.contains(actor.id) for name in ("actor_ids", "recipient_ids")
    )
    events = _rows(held, "events", part, Event)
    events.sort(key=lambda one: (-one.texts, -one.carriers, one.id))
    known = (("kind", actor.kind), ("country", actor.country), ("sector", actor.sector))
    story = held.rows.stories.get(actor.story_id or "")
    return Person(
        id=actor.id,
        remark=found.remark,
        name=one_line(actor.name),
        known=tuple((name, one_line(value)) for name, value in known if value),
        aliases=tuple(map(one_line, actor.aliases)),
        titles=tuple(map(one_line, actor.titles)),
        how=held.shown.reason(actor.how),
        story=address("stories", story.id) if story else "",
        story_title=one_line(story.title) if story else "",
        sayings=tuple(map(heard, sayings[:_ON_A_PAGE])),
        sayings_total=len(sayings),
        events=tuple(map(_deed, events[:_ON_A_PAGE])),
        events_total=len(events),
        mentions=tuple(_met(held.shown, one) for one in _first_on_each_page(mentions)),
        total=len(mentions),
    )


def said(held: Held, row_id: str) -> Said:
    """The page of a saying. Raises UnknownRow."""
    found = look_up(held, row_id)
    _check(found.table, "sayings", row_id)
    saying = _record(Saying, found.row)
    quotes = _rows(held, "quotes", pl.col("id").is_in(list(saying.quote_ids)), Quote)
    differs = _rows(held, "sayings", pl.col("id").is_in(list(saying.differs)), Saying)
    story = held.rows.stories.get(saying.story_id or "")
    return Said(
        id=saying.id,
        remark=found.remark,
        speaker=one_line(saying.speaker),
        actor=address("actors", saying.actor_id) if saying.actor_id else "",
        text=one_line(saying.text),
        footing=heard(saying).footing,
        relies=one_line(saying.speaker),
        how=tuple(held.shown.reason(saying.how).split("; ")),
        quotes=tuple(_spoken(held.shown, quote) for quote in quotes[:_ON_A_PAGE]),
        total=len(quotes),
        differs=tuple(map(heard, differs[:_ON_A_PAGE])),
        story=address("stories", story.id) if story else "",
        story_title=one_line(story.title) if story else "",
    )


def heard(saying: Saying) -> Heard:
    """A saying as a line of a list."""
    names = ", ".join(saying.reporters) or "none named"
    footing = (
        f"{count(saying.carriers, 'page')} · {count(saying.texts, 'text')} · reporters: at least "
        f"{saying.reporters_min}, at most {saying.reporters_max} ({names})"
    )
    return Heard(
        saying.id,
        address("sayings", saying.id),
        one_line(saying.text),
        one_line(saying.speaker),
        one_line(footing),
    )


def _deed(event: Event) -> Heard:
    """An event as a line of a list."""
    day = likely(event) + short(day_of(event.first), day_of(event.last))
    footing = " · ".join(filter(None, (day, status(event), sides(event), *counted(event))))
    return Heard(event.id, address("events", event.id), one_line(event.text), "", footing)


def _first_on_each_page(mentions: list[ActorMention]) -> list[ActorMention]:
    first: dict[str, ActorMention] = {}
    for mention in sorted(mentions, key=lambda m: (m.kind != "name", m.article_id, m.start)):
        first.setdefault(mention.article_id, mention)
    return list(first.values())[:_ON_A_PAGE]


def _met(shown: Shown, mention: ActorMention) -> Met:
    text = shown.rows.articles[mention.article_id].text
    return Met(
        passage(mention.article_id, mention.start, mention.end),
        shown.rows.sigla[mention.article_id],
        tail(text[max(mention.start - 200, 0) : mention.start]),
        one_line(mention.text),
        head(text[mention.end : mention.end + 200]),
        mention.kind,
    )


def _spoken(shown: Shown, quote: Quote) -> Spoken:
    return Spoken(
        id=quote.id,
        href=passage(quote.article_id, quote.start, quote.end),
        row=address("quotes", quote.id),
        siglum=shown.rows.sigla[quote.article_id],
        title=titles(shown.rows, shown.rows.articles[quote.article_id]),
        kind=quote.kind,
        status=quote.status,
        speaker=one_line(quote.speaker or ""),
        cue=one_line(quote.cue or ""),
        text=one_line(quote.text),
        how=shown.reason(quote.how),
    )


def _check(table: str, wanted: str, row_id: str) -> None:
    if table != wanted:
        raise UnknownRow(f"'{row_id}' is none of {wanted}.", remedy=f"It is one of {table}.")


def _rows(case: Case, table: str, kept: pl.Expr, record: type[Record]) -> list[Record]:
    return records_of(record, case.table(table).filter(kept)) if table in case.tables() else []


def _record(record: type[Record], row: dict[str, Any]) -> Record:
    return record(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()})
