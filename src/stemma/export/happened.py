"""What the exports of events are made of: a case's events in the order of its timelines, with all that is
said of them elsewhere; and what holds for each of these exports."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeVar

from stemma.case import Case
from stemma.frames import records_of
from stemma.model import (
    TABLES,
    Actor,
    ActorMention,
    Article,
    Block,
    Event,
    Figure,
    Mention,
    Moment,
    Sentence,
    Story,
)
from stemma.remarks import count
from stemma.report.plain import one_line

Record = TypeVar("Record")
Key = TypeVar("Key", bound=Hashable)

# Statuses of what is said to have happened. All others name something that may never have been.
HAPPENED = ("done", "going on")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Happened:
    """The records. `events`: by story, the most carried first, then by place in its timeline; `mentions`:
    by event, in the order of the articles' paths; `present`: the actors that an article mentions;
    `numbers`: of each sentence in its article, from 1."""

    articles: dict[str, Article]
    stories: dict[str, Story]
    actors: dict[str, Actor]
    events: list[Event]
    moments: dict[str, Moment]
    mentions: dict[str, list[Mention]]
    figures: dict[str, Figure]
    present: dict[str, list[Actor]]
    numbers: dict[str, int]
    sentences: dict[str, Sentence]


class Party(NamedTuple):
    """Who does something, or to whom it is done: the name, and the actor if it is known."""

    name: str
    actor: Actor | None


def load(case: Case) -> Happened:
    """Reads the tables. Raises CaseError if the case was not built as far as its timelines: that nothing
    happened would be another answer."""
    moments = {m.event_id: m for m in records_of(Moment, case.table("timeline"))}
    events = records_of(Event, case.table("events"))
    articles = {a.id: a for a in titled(case)}
    rank = {name: number for number, name in enumerate(articles)}
    stories = {s.id: s for s in sorted(_all(case, Story), key=lambda s: (-s.carriers, s.id))}
    sentences = sorted(_all(case, Sentence), key=lambda s: (rank[s.article_id], s.start, s.end))
    mentions = sorted(_all(case, Mention), key=lambda m: (rank[m.article_id], m.start, m.end))
    actors = {a.id: a for a in _all(case, Actor)}
    return Happened(
        articles=articles,
        stories=stories,
        actors=actors,
        events=_in_order(events, moments, stories),
        moments=moments,
        mentions=_grouped((m for m in mentions if m.event_id), lambda m: m.event_id or ""),
        figures={f.id: f for f in _all(case, Figure)},
        present=_present(actors, _all(case, ActorMention)),
        numbers=_numbers(sentences),
        sentences={s.id: s for s in sentences},
    )


def titled(case: Case) -> list[Article]:
    """The articles in the order of their paths; whose file gives no title has its headline as title."""
    heads: dict[str, str] = {}
    for block in _all(case, Block):
        if block.kind == "headline":
            heads.setdefault(block.article_id, block.text)
    articles = sorted(records_of(Article, case.table("articles")), key=lambda a: (a.path, a.id))
    return [replace(a, title=a.title or heads.get(a.id)) for a in articles]


def typed(rows: Happened) -> list[Event]:
    """The events that PLOVER has a type for."""
    return [event for event in rows.events if event.type is not None]


def happened(event: Event) -> bool:
    """Whether it is said to have happened, and nobody denies it."""
    return event.status in HAPPENED and not event.denied_by


def parties(rows: Happened, names: Sequence[str], ids: Sequence[str]) -> list[Party]:
    """The names with the actors that they mean, by their names in the story or else by an alias."""
    known = [rows.actors[name] for name in ids if name in rows.actors]
    found = []
    for name in names:
        actor = next((a for a in known if a.name == name), None)
        actor = actor or next((a for a in known if name in a.aliases), None)
        found.append(Party(name, actor))
    return found


def raw(rows: Happened, event: Event, party: Party, done_to: bool) -> str:
    """The words of the passage that tells it best, or of another, for a party that is known by its name; a
    pronoun only if there are no others. `done_to`: as one to whom it is done."""
    if party.actor is None:
        return party.name
    held = rows.mentions.get(event.id, [])
    held = sorted(
        held,
        key=lambda m: not (m.article_id == event.article_id and event.start <= m.start < event.end),
    )
    said = []
    for mention in held:
        names = mention.recipients if done_to else mention.actors
        ids = mention.recipient_ids if done_to else mention.actor_ids
        if len(names) == len(ids) and party.actor.id in ids:
            said.append(names[ids.index(party.actor.id)])
    named = [words for words in said if words.lower() != words]
    return next(iter([*named, *said]), party.name)


def days(event: Event) -> tuple[str, str] | None:
    """The first and the last of the days on which it lies, one day twice; None without both."""
    first, _, last = (event.date or "").partition("/")
    last = last or first
    return (first, last) if _is_day(first) and _is_day(last) else None


def _is_day(text: str) -> bool:
    """Whether it is one, and has a next."""
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text) < date.max
    except ValueError:
        return False


def one_day(event: Event) -> str | None:
    """Its day, if that is known to be one."""
    found = days(event)
    return found[0] if found and found[0] == found[1] else None


def published(article: Article) -> str | None:
    """The day on which an article was published, as far as it is dated to the day."""
    found = _DAY.match(article.published or "")
    return found.group() if found else None


def citation(rows: Happened, event: Event) -> str:
    """Where the sentence stands that tells it best: title, site, day, address or path, and characters."""
    article = rows.articles[event.article_id]
    title = f"“{one_line(article.title)}”" if article.title else None
    parts = (title, article.site, published(article), article.url or article.path)
    said = ", ".join(one_line(part) for part in parts if part)
    return f"{said}, characters {event.start}–{event.end}"


def figures_of(rows: Happened, event: Event) -> list[Figure]:
    """The figures that are given for it."""
    moment = rows.moments.get(event.id)
    names = moment.figure_ids if moment else ()
    return [rows.figures[name] for name in names if name in rows.figures]


def note(*lines: str) -> str:
    """The text of a note that lies beside an export."""
    return "".join(f"{line}\n" for line in lines)


def untyped(rows: Happened) -> str:
    """A line of a note: what was left out since PLOVER has no type for it."""
    left = len(rows.events) - len(typed(rows))
    return f"Left out, since PLOVER has no type for them or none is sure: {count(left, 'event')}."


def _in_order(
    events: Iterable[Event], moments: dict[str, Moment], stories: dict[str, Story]
) -> list[Event]:
    rank = {name: number for number, name in enumerate(stories)}

    def place(event: Event) -> tuple[int, int, str]:
        moment = moments.get(event.id)
        position = moment.position if moment else len(moments) + 1
        return rank.get(event.story_id or "", len(rank)), position, event.id

    return sorted(events, key=place)


def _present(actors: dict[str, Actor], mentions: Iterable[ActorMention]) -> dict[str, list[Actor]]:
    found: dict[str, dict[str, Actor]] = defaultdict(dict)
    for mention in mentions:
        if mention.actor_id in actors:
            found[mention.article_id][mention.actor_id] = actors[mention.actor_id]
    return {
        name: sorted(held.values(), key=lambda a: (a.name, a.id)) for name, held in found.items()
    }


def _numbers(sentences: Iterable[Sentence]) -> dict[str, int]:
    held: dict[str, int] = defaultdict(int)
    found = {}
    for sentence in sentences:
        held[sentence.article_id] += 1
        found[sentence.id] = held[sentence.article_id]
    return found


def _all(case: Case, record: type[Record]) -> list[Record]:
    name = next(name for name, kind in TABLES.items() if kind is record)
    return records_of(record, case.table(name)) if name in case.tables() else []


def _grouped(records: Iterable[Record], owner: Callable[[Record], Key]) -> dict[Key, list[Record]]:
    found: dict[Key, list[Record]] = defaultdict(list)
    for record in records:
        found[owner(record)].append(record)
    return dict(found)
