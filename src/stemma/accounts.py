"""The step that makes the account: statements and who stands behind them, what each speaker said, what
happened, in which order, and where the tellings disagree."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import polars as pl

from stemma.account import (
    Grounds,
    Happenings,
    Pool,
    Report,
    Slots,
    account_of,
    bases_of,
    conflicts_of,
    events_of,
    pool_of,
    ranks,
    sayings_of,
    stated,
    timeline_of,
)
from stemma.engine import Result
from stemma.frames import frame_of, in_other_language, records_of
from stemma.model import (
    Actor,
    Archetype,
    Article,
    Block,
    Conflict,
    Event,
    Family,
    Figure,
    Mention,
    Moment,
    Quote,
    Reporter,
    Saying,
    Sentence,
    Statement,
    Tag,
    Timex,
    Witness,
)
from stemma.work import Work

Row = TypeVar("Row")


def account(work: Work) -> Result:
    """Families -> statements and reporters; none for what stands in other languages only."""
    work.progress.stage("account", 1)
    articles, witnesses = work.table("articles"), work.table("witnesses")
    work.swept.update(articles=len(articles))
    english = witnesses.join(
        articles.filter(~in_other_language()), left_on="article_id", right_on="id", how="semi"
    )
    families = work.table("families").join(english, left_on="id", right_on="family_id", how="semi")
    pool = pool_of(
        records_of(Article, articles),
        records_of(Block, work.table("blocks")),
        records_of(Sentence, work.table("sentences")),
        records_of(Tag, work.table("tags")),
        records_of(Family, families),
        records_of(Witness, witnesses),
    )
    found = account_of(pool)
    names = dict(work.table("actors").select("id", "name").iter_rows())
    quotes = records_of(Quote, work.table("quotes"))
    bases = bases_of(records_of(Witness, english), quotes, names)
    statements = [
        replace(row, bases=(on := bases.get(row.family_id, ())), how=f"{row.how}; {stated(on)}")
        for row in found.statements
    ]
    said = sayings_of(quotes, pool, names)
    happened = _happened(work, pool, quotes, said)
    return {
        "statements": frame_of(Statement, statements),
        "reporters": frame_of(Reporter, found.reporters),
        "sayings": frame_of(Saying, said),
        **happened,
    }


def _happened(work: Work, pool: Pool, quotes: Sequence[Quote], sayings: Sequence[Saying]) -> Result:
    """Mentions -> events, their order, and where they and their figures differ."""
    mentions, reports = work.table("mentions"), work.table("reports")
    held = {m.id: m for m in records_of(Mention, mentions.join(reports, on="id", how="semi"))}
    actors = {actor.id: actor for actor in records_of(Actor, work.table("actors"))}
    sentences = {one.id: one for one in records_of(Sentence, work.table("sentences"))}
    times = records_of(Timex, work.table("timexes"))
    names = {actor.id: actor.name for actor in actors.values()}
    grounds = Grounds(pool, sentences, quotes, names)
    given = Happenings(
        mentions=held, reports=_reports(reports), sentences=sentences, headlines=_headlines(work),
        words=_telling_words(work),
        witnesses=records_of(Witness, _english(work)),
        archetypes=records_of(Archetype, work.table("archetypes")), quotes=quotes, actors=actors,
        times={one.id: one for one in times}, grounds=grounds,
    )  # fmt: skip
    events, event_of = events_of(given)
    inside = _grouped(held.values(), lambda one: event_of.get(one.id))
    figures = records_of(Figure, work.table("figures"))
    given_for = _given_for(figures, _grouped(held.values(), lambda one: one.sentence_id), event_of)
    slots = Slots(
        events, inside, figures, given_for, _grouped(times, lambda one: one.sentence_id), sayings,
        actors, _families(given.witnesses), grounds,
    )  # fmt: skip
    order = _order(reports, event_of)
    by_event = _grouped(given_for.items(), lambda item: item[1])
    counted = {event: tuple(sorted(name for name, _ in own)) for event, own in by_event.items()}
    speech = {quote.id for quote in quotes if quote.kind == "direct"}
    rank = ranks(events, inside, speech, {one: sentences[one].text for one in given.headlines})
    return {
        "mentions": _joined(mentions, event_of),
        "events": frame_of(Event, events),
        "timeline": frame_of(Moment, timeline_of(events, order, counted, rank)),
        "conflicts": frame_of(Conflict, conflicts_of(slots)),
    }


def _families(witnesses: Iterable[Witness]) -> dict[str, frozenset[str]]:
    """Sentence -> the families of its passages."""
    found: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        found[witness.sentence_id].add(witness.family_id)
    return {name: frozenset(families) for name, families in found.items()}


def _english(work: Work) -> pl.DataFrame:
    """The witnesses that stand in English articles."""
    english = work.table("articles").filter(~in_other_language())
    return work.table("witnesses").join(english, left_on="article_id", right_on="id", how="semi")


def _reports(reports: pl.DataFrame) -> list[Report]:
    rows = reports.select(Report._fields).iter_rows(named=True)
    return [
        Report(
            row["id"], row["article_id"], row["sentence_id"], row["story_id"], row["at"],
            row["sentence"], tuple(row["heads"]), tuple(row["who"]), tuple(row["whom"]),
            tuple(row["near"]), tuple(row["after"]), tuple(row["manner"]), row["many"],
        )
        for row in rows
    ]  # fmt: skip


def _headlines(work: Work) -> frozenset[str]:
    blocks = work.table("blocks").filter(pl.col("kind") != "paragraph")
    own = work.table("sentences").join(blocks, left_on="block_id", right_on="id", how="semi")
    return frozenset(own["id"])


def _telling_words(work: Work) -> dict[str, Mapping[str, int]]:
    rows = work.table("dealt").select("text", "found").iter_rows()
    return {text: json.loads(found)["words"] for text, found in rows}


def _grouped(rows: Iterable[Row], by: Callable[[Row], str | None]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        key = by(row)
        if key:
            found[key].append(row)
    return found


def _given_for(
    figures: Sequence[Figure],
    mentions: Mapping[str, Sequence[Mention]],
    event_of: Mapping[str, str],
) -> dict[str, str]:
    """Figure -> the event whose mention is what its sentence says of it."""
    found = {}
    for figure in figures:
        at = figure.predicate_start
        for mention in mentions.get(figure.sentence_id, ()):
            if at is not None and mention.start <= at < mention.end and mention.id in event_of:
                found[figure.id] = event_of[mention.id]
    return found


def _order(reports: pl.DataFrame, event_of: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of events of which a sentence says that the first came first."""
    found = set()
    for later, earlier in reports.select("id", "after").explode("after").drop_nulls().iter_rows():
        first, second = event_of.get(earlier), event_of.get(later)
        if first and second and first != second:
            found.add((first, second))
    return found


def _joined(mentions: pl.DataFrame, event_of: Mapping[str, str]) -> pl.DataFrame:
    known = pl.DataFrame(
        {"id": list(event_of), "event_id": list(event_of.values())},
        schema={"id": pl.String, "event_id": pl.String},
    )
    columns = mentions.columns
    return mentions.drop("event_id").join(known, on="id", how="left").select(columns)
