"""A case's records, found by what they belong to. Missing tables are empty; what there is much of is
made into records when it is asked for."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from stemma.case import Case
from stemma.frames import frame_of, records_of
from stemma.model import (
    TABLES,
    Actor,
    Archetype,
    Article,
    Block,
    Conflict,
    Copy,
    Correction,
    Event,
    Failure,
    Family,
    Figure,
    Mention,
    Moment,
    Name,
    Parallel,
    Part,
    Quote,
    Reporter,
    Rewording,
    Saying,
    Sentence,
    Statement,
    Story,
    Swap,
    Tag,
    Timex,
    Variant,
    Witness,
)
from stemma.remarks import remarks
from stemma.report.groups import Groups, Ones
from stemma.report.words import siglum

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything the report shows, in an order that depends on the records alone."""

    name: str
    path: str
    remarks: tuple[str, ...]
    articles: dict[str, Article]
    order: dict[str, int]  # of articles, by path
    sigla: dict[str, str]
    blocks: Mapping[str, Sequence[Block]]
    sentences: Mapping[str, Sequence[Sentence]]
    tags: Mapping[str, Sequence[Tag]]
    names: Mapping[str, Sequence[Name]]
    parts: Mapping[str, Sequence[Part]]
    stories: dict[str, Story]
    families: dict[str, Family]
    witnesses: Mapping[str, Sequence[Witness]]
    in_article: Mapping[str, Sequence[Witness]]
    parallels: Mapping[str, Sequence[Parallel]]
    variants: Mapping[str, Sequence[Variant]]
    archetypes: dict[str, Archetype]
    copies: Mapping[str, Sequence[Copy]]
    exemplars: dict[str, str]  # copy -> what it was copied from
    swaps: list[Swap]
    statements: dict[str, Statement]
    reporters: Mapping[str, Sequence[Reporter]]
    corrections: list[Correction]
    failures: list[Failure]
    actors: dict[str, str]  # names
    sayings: Mapping[str, Saying]
    rewordings: Mapping[str, Sequence[Rewording]]  # of a story
    quotes: (
        Mapping[str, Sequence[Quote]] | None
    )  # story -> in the order of pages; None if not looked for
    events: Mapping[str, Sequence[Event]] | None  # of a story; None if not looked for
    moments: Mapping[str, Sequence[Moment]]  # of a story
    mentions: Mapping[str, Sequence[Mention]]  # of an event
    conflicts: Mapping[str, Sequence[Conflict]]  # of a story
    figures: Mapping[str, Figure]
    timexes: Mapping[str, Sequence[Timex]]  # of a sentence
    examined: bool  # whether the case was built as far as its stories


def load(case: Case) -> Rows:
    """Finds every table that the case holds."""
    articles = sorted(_all(case, Article), key=lambda a: (a.path, a.id))
    at = {a.id: number for number, a in enumerate(articles)}
    witnesses = _frame(case, Witness).unique(["family_id", "id"], keep="last")
    placed = witnesses.select("article_id", "start", -pl.col("end"), "family_id")
    return Rows(
        name=case.path.resolve().name,
        path=shlex.quote(str(case.path)),
        remarks=remarks_of(case),
        articles={a.id: a for a in articles},
        order=at,
        sigla={name: siglum(number) for name, number in at.items()},
        blocks=_placed(case, Block),
        sentences=_placed(case, Sentence),
        tags=_placed(case, Tag),
        names=_placed(case, Name),
        parts=_placed(case, Part),
        stories={s.id: s for s in sorted(_all(case, Story), key=lambda s: (-s.carriers, s.id))},
        families={f.id: f for f in sorted(_all(case, Family), key=lambda f: (f.carriers, f.id))},
        witnesses=Groups(Witness, witnesses, "family_id", placed),
        in_article=Groups(Witness, witnesses, "article_id", placed),
        parallels=_of_family(case, Parallel),
        variants=_of_family(case, Variant),
        archetypes={a.family_id: a for a in _all(case, Archetype)},
        copies=_of_family(case, Copy),
        exemplars=dict(_frame(case, Copy).select("id", "exemplar_id").iter_rows()),
        swaps=sorted(_all(case, Swap), key=lambda s: (-s.places, -s.carriers, s.left, s.right)),
        statements={
            s.family_id: s for s in sorted(_all(case, Statement), key=lambda s: (s.carriers, s.id))
        },
        reporters=_of_family(case, Reporter),
        corrections=_all(case, Correction),
        failures=_all(case, Failure),
        actors={a.id: a.name for a in _all(case, Actor)},
        sayings=Ones(Saying, _frame(case, Saying)),
        rewordings=Groups(Rewording, _frame(case, Rewording), "story_id"),
        quotes=_quotes(case, at) if "quotes" in case.tables() else None,
        events=Groups(Event, _frame(case, Event), "story_id")
        if "events" in case.tables()
        else None,
        moments=Groups(Moment, _frame(case, Moment), "story_id"),
        mentions=Groups(Mention, _frame(case, Mention), "event_id"),
        conflicts=Groups(Conflict, _frame(case, Conflict).sort("id"), "story_id"),
        figures=Ones(Figure, _frame(case, Figure)),
        timexes=Groups(Timex, _frame(case, Timex), "sentence_id"),
        examined="stories" in case.tables(),
    )


def _quotes(case: Case, at: Mapping[str, int]) -> Groups[Quote]:
    """By story, in the order of pages; of spans that begin together, the longer first."""
    frame = _frame(case, Quote)
    order = pl.Series("order", [at[article] for article in frame["article_id"]], pl.Int64)
    return Groups(Quote, frame, "story_id", frame.select(order, "start", -pl.col("end")))


def _placed(case: Case, record: type[Record]) -> Groups[Record]:
    """By article, in the order of the text; of spans that begin together, the longer first."""
    frame = _frame(case, record)
    return Groups(record, frame, "article_id", frame.select("start", -pl.col("end")))


def _of_family(case: Case, record: type[Record]) -> Groups[Record]:
    return Groups(record, _frame(case, record), "family_id")


def _all(case: Case, record: type[Record]) -> list[Record]:
    return records_of(record, _frame(case, record))


def _frame(case: Case, record: type[Record]) -> pl.DataFrame:
    name = next(name for name, kind in TABLES.items() if kind is record)
    return case.table(name) if name in case.tables() else frame_of(record, [])


def remarks_of(case: Case) -> tuple[str, ...]:
    """What the last run has to say, and what is not examined yet."""
    report = case.run() or {}
    said = list(report.get("remarks") or remarks(case))
    missing = [name for name in TABLES if name not in case.tables()]
    if missing:
        said.append(
            f"Not examined yet: {', '.join(missing)}. The case was built up to an earlier stage; "
            "run stemma build again, without --until."
        )
    return tuple(said)
