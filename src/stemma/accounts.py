"""The step that makes the account: statements and who stands behind them, what each speaker said, what
happened, in which order, and where the tellings disagree."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

import polars as pl

from stemma.account import (
    Grounds,
    Happenings,
    Originals,
    Pool,
    Report,
    SaidOn,
    Slots,
    account_of,
    bases_of,
    conflicts_of,
    events_of,
    is_offset,
    outcome_of,
    pool_of,
    ranks,
    sayings_of,
    stated,
    timeline_of,
    yearless,
)
from stemma.engine import Result
from stemma.frames import frame_of, in_other_language, records_of, values_of
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
from stemma.repeated import repeated_by
from stemma.work import Work

Row = TypeVar("Row")


def state(work: Work) -> Result:
    """Families -> statements and reporters, and what each speaker said; none for what stands in other
    languages only."""
    work.progress.stage("statements", 1)
    known = _known(work)
    work.swept.update(articles=len(work.table("articles")))
    found = account_of(known.pool)
    bases = bases_of(known.witnesses, known.quotes, known.names)
    statements = [
        replace(row, bases=(on := bases.get(row.family_id, ())), how=f"{row.how}; {stated(on)}")
        for row in found.statements
    ]
    said = sayings_of(known.quotes, known.pool, known.names, repeated_by(work))
    return {
        "statements": frame_of(Statement, statements),
        "reporters": frame_of(Reporter, found.reporters),
        "sayings": frame_of(Saying, said),
    }


class _Known(NamedTuple):
    """What is at hand when anything is counted. `families` and `witnesses`: those in English articles;
    `held`: the witnesses in all; `names`: of actors."""

    pool: Pool
    sentences: Sequence[Sentence]
    families: Sequence[Family]
    witnesses: Sequence[Witness]
    held: Sequence[Witness]
    quotes: Sequence[Quote]
    names: Mapping[str, str]


def _known(work: Work) -> _Known:
    foreign = set(work.table("articles").filter(in_other_language())["id"])
    sentences = records_of(Sentence, work.table("sentences"))
    held = records_of(Witness, work.table("witnesses"))
    english = [one for one in held if one.article_id not in foreign]
    told = pl.col("id").is_in([one.family_id for one in english])
    families = records_of(Family, work.table("families").filter(told))
    pool = _pool(work, sentences, families, held)
    quotes = records_of(Quote, work.table("quotes"))
    names = dict(work.table("actors").select("id", "name").iter_rows())
    return _Known(pool, sentences, families, english, held, quotes, names)


def _pool(
    work: Work,
    sentences: Sequence[Sentence],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    again: Mapping[str, str] | None = None,
) -> Pool:
    """What counting starts from. `again`: articles that are left out."""
    gone = again or {}
    held = [one for one in witnesses if one.article_id not in gone]
    inside = _grouped(held, lambda one: one.family_id)
    pages = {name: {one.article_id for one in own} for name, own in inside.items()}
    return pool_of(
        [one for one in records_of(Article, work.table("articles")) if one.id not in gone],
        [one for one in records_of(Block, work.table("blocks")) if one.article_id not in gone],
        [one for one in sentences if one.article_id not in gone],
        [one for one in records_of(Tag, work.table("tags")) if one.article_id not in gone],
        # What has only one passage left is no family.
        families if not gone else [
            replace(one, carriers=len(pages[one.id]))
            for one in families
            if len(inside.get(one.id, ())) > 1
        ],
        held if not gone else [one for one in held if len(inside[one.family_id]) > 1],
    )  # fmt: skip


def account(work: Work) -> Result:
    """Mentions -> events, their order, and where they and their figures differ."""
    work.progress.stage("account", 1)
    work.swept.update(articles=len(work.table("articles")))
    known, again = _known(work), repeated_by(work)
    first = _pool(work, known.sentences, known.families, known.held, again) if again else known.pool
    sentences = {one.id: one for one in known.sentences}
    grounds = Grounds(first, sentences, known.quotes, known.names, known.pool)
    families = _families(known.witnesses)
    mentions, reports = work.table("mentions"), work.table("reports")
    held = {m.id: m for m in records_of(Mention, mentions.join(reports, on="id", how="semi"))}
    actors = {actor.id: actor for actor in records_of(Actor, work.table("actors"))}
    times = records_of(Timex, work.table("timexes"))
    archetypes = records_of(Archetype, work.table("archetypes"))
    given = Happenings(
        mentions=held, reports=_reports(reports), sentences=sentences, headlines=_headlines(work),
        words=_telling_words(work),
        originals=Originals(sentences, known.witnesses, archetypes, _published(work), again),
        witnesses=known.witnesses, archetypes=archetypes, quotes=known.quotes, actors=actors,
        times={one.id: one for one in times}, grounds=grounds, said_on=_said_on(work),
    )  # fmt: skip
    events, event_of = events_of(given)
    inside = _grouped(held.values(), lambda one: event_of.get(one.id))
    figures = records_of(Figure, work.table("figures"))
    sayings = records_of(Saying, work.table("sayings"))
    times_of = _grouped(times, lambda one: one.sentence_id)
    counts = [
        one for one in _no_days(figures, times_of)
        if not is_offset(one, sentences.get(one.sentence_id))
    ]  # fmt: skip
    given_for = _given_for(counts, _grouped(held.values(), lambda one: one.sentence_id), event_of)
    slots = Slots(
        events, inside, _of_their_own(figures, families, again), given_for, times_of, sayings,
        actors, families, grounds, given.originals,
    )  # fmt: skip
    order = _order(reports, event_of)
    by_event = _grouped(given_for.items(), lambda item: item[1])
    counted = {event: tuple(sorted(name for name, _ in own)) for event, own in by_event.items()}
    speech = {one.id for one in given.quotes if one.kind == "direct"}
    named = ((one.id, yearless(inside[one.id], given.times)) for one in events if not one.date)
    days = {event: day for event, day in named if day}
    above = {one: sentences[one].text for one in given.headlines}
    leads = {one: given.originals.text(sentences[one]) for one in _leads(work) if one in sentences}
    rank = ranks(events, inside, speech, above, days, again, leads)
    return {
        "mentions": _joined(mentions, event_of),
        "events": frame_of(Event, events),
        "timeline": frame_of(Moment, timeline_of(events, order, counted, rank, days)),
        "conflicts": frame_of(Conflict, conflicts_of(slots)),
    }


def _of_their_own(
    figures: Iterable[Figure],
    families: Mapping[str, frozenset[str]],
    again: Mapping[str, str],
) -> list[Figure]:
    """Without the figures on pages that repeat another one, unless the sentence has another number there."""

    def marks(one: Figure) -> set[tuple[object, ...]]:
        # `Killing seven and wounding two` has not the numbers of `killing two and wounding seven`.
        value = one.kind, one.low, one.high, one.qualifier, outcome_of(one)
        pages = {again.get(one.article_id, one.article_id)}
        return {(where, *value) for where in families.get(one.sentence_id) or pages}

    held = list(figures)
    known = {mark for one in held if one.article_id not in again for mark in marks(one)}
    return [one for one in held if one.article_id not in again or not marks(one) <= known]


def _families(witnesses: Iterable[Witness]) -> dict[str, frozenset[str]]:
    """Sentence -> the families of its passages."""
    found: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        found[witness.sentence_id].add(witness.family_id)
    return {name: frozenset(families) for name, families in found.items()}


def _published(work: Work) -> dict[str, str]:
    """Article -> its day, where that is known."""
    dated = work.table("articles").select("id", "published").drop_nulls()
    return {name: day[:10] for name, day in dated.iter_rows()}


def _said_on(work: Work) -> dict[str, SaidOn]:
    """Sentence -> the days on which it was said."""
    rows = work.table("said_on").iter_rows()
    return {sentence: SaidOn(first, last, why) for sentence, first, last, why in rows}


def _reports(reports: pl.DataFrame) -> list[Report]:
    return list(map(Report, *(values_of(reports[name]) for name in Report._fields)))


def _headlines(work: Work) -> frozenset[str]:
    blocks = work.table("blocks").filter(pl.col("kind") != "paragraph")
    own = work.table("sentences").join(blocks, left_on="block_id", right_on="id", how="semi")
    return frozenset(own["id"])


def _leads(work: Work) -> list[str]:
    """The sentences that begin with a dateline."""
    placed = pl.col("kind").is_in(["dateline", "agency"]) & pl.col("place").is_not_null()
    tags = work.table("tags").filter(placed)
    return sorted(set(tags["sentence_id"].drop_nulls()))


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


def _no_days(figures: Sequence[Figure], times: Mapping[str, Sequence[Timex]]) -> list[Figure]:
    """Without the figures that only say which day it was (`five years ago`, `two days after the vote`): they
    date a deed and count nothing of it."""
    return [
        one for one in figures
        if not any(
            time.type in ("DATE", "TIME") and time.start <= one.start and one.end <= time.end
            for time in times.get(one.sentence_id, ())
        )
    ]  # fmt: skip


_BESIDE = 20  # characters between a verb and the number of those whom it leaves in a state


def _given_for(
    figures: Sequence[Figure],
    mentions: Mapping[str, Sequence[Mention]],
    event_of: Mapping[str, str],
) -> dict[str, str]:
    """Figure -> the event whose mention is what its sentence says of it. How long something else lasted
    (`raided during the three-year war`) is no figure of the event."""
    found = {}
    for figure in figures:
        at = None if figure.kind == "duration" and figure.what else figure.predicate_start
        for mention in mentions.get(figure.sentence_id, ()):
            if at is None or mention.id not in event_of:
                continue
            if mention.start <= at < mention.end or _leaves(mention, figure, at):
                found[figure.id] = event_of[mention.id]
    return found


def _leaves(mention: Mention, figure: Figure, state: int) -> bool:
    """Whether a mention tells in which state so many were left: `the flood left four people dead`."""
    left = mention.predicate.split(" ")[0] == "leave"
    return left and mention.end < figure.start < state and figure.start - mention.end < _BESIDE


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
