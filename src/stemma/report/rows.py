"""A case's records, loaded once and found by what they belong to. Missing tables are empty."""

import shlex
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from stemma.case import Case
from stemma.frames import records_of
from stemma.model import (
    TABLES,
    Actor,
    Archetype,
    Article,
    Block,
    Copy,
    Correction,
    Failure,
    Family,
    Name,
    Parallel,
    Quote,
    Reporter,
    Rewording,
    Saying,
    Sentence,
    Statement,
    Story,
    Swap,
    Tag,
    Variant,
    Witness,
)
from stemma.remarks import remarks
from stemma.report.words import siglum

Record = TypeVar("Record")
Placed = TypeVar("Placed", Block, Sentence, Tag, Name)


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything the report shows, in an order that depends on the records alone."""

    name: str
    path: str
    remarks: tuple[str, ...]
    articles: dict[str, Article]
    sigla: dict[str, str]
    blocks: dict[str, list[Block]]
    sentences: dict[str, list[Sentence]]
    tags: dict[str, list[Tag]]
    names: dict[str, list[Name]]
    stories: dict[str, Story]
    families: dict[str, Family]
    witnesses: dict[str, list[Witness]]
    in_article: dict[str, list[Witness]]
    parallels: dict[str, list[Parallel]]
    variants: dict[str, list[Variant]]
    archetypes: dict[str, Archetype]
    copies: dict[str, list[Copy]]
    swaps: list[Swap]
    statements: dict[str, Statement]
    reporters: dict[str, list[Reporter]]
    corrections: list[Correction]
    failures: list[Failure]
    actors: dict[str, str]  # names
    sayings: dict[str, Saying]
    rewordings: list[Rewording]
    quotes: list[Quote] | None  # in the order of pages; None if not looked for yet
    examined: bool  # whether the case was built as far as its stories


def load(case: Case) -> Rows:
    """Reads every table that the case holds."""
    articles = sorted(_all(case, Article), key=lambda a: (a.path, a.id))
    witnesses = _witnesses(case)
    at = {a.id: number for number, a in enumerate(articles)}
    return Rows(
        name=case.path.resolve().name,
        path=shlex.quote(str(case.path)),
        remarks=_remarks(case),
        articles={a.id: a for a in articles},
        sigla={name: siglum(number) for name, number in at.items()},
        blocks=_grouped(_placed(_all(case, Block)), lambda b: b.article_id),
        sentences=_grouped(_placed(_all(case, Sentence)), lambda s: s.article_id),
        tags=_grouped(_placed(_all(case, Tag)), lambda t: t.article_id),
        names=_grouped(_placed(_all(case, Name)), lambda n: n.article_id),
        stories={s.id: s for s in sorted(_all(case, Story), key=lambda s: (-s.carriers, s.id))},
        families={f.id: f for f in sorted(_all(case, Family), key=lambda f: (f.carriers, f.id))},
        witnesses=_grouped(witnesses, lambda w: w.family_id),
        in_article=_grouped(witnesses, lambda w: w.article_id),
        parallels=_grouped(_all(case, Parallel), lambda p: p.family_id),
        variants=_grouped(_all(case, Variant), lambda v: v.family_id),
        archetypes={a.family_id: a for a in _all(case, Archetype)},
        copies=_grouped(_all(case, Copy), lambda c: c.family_id),
        swaps=sorted(_all(case, Swap), key=lambda s: (-s.places, -s.carriers, s.left, s.right)),
        statements={
            s.family_id: s for s in sorted(_all(case, Statement), key=lambda s: (s.carriers, s.id))
        },
        reporters=_grouped(_all(case, Reporter), lambda r: r.family_id),
        corrections=_all(case, Correction),
        failures=_all(case, Failure),
        actors={a.id: a.name for a in _all(case, Actor)},
        sayings={s.id: s for s in _all(case, Saying)},
        rewordings=_all(case, Rewording),
        quotes=_quotes(case, at) if "quotes" in case.tables() else None,
        examined="stories" in case.tables(),
    )


def _witnesses(case: Case) -> list[Witness]:
    """In the order of the texts, and each place of a family once."""
    places = {(w.family_id, w.id): w for w in _all(case, Witness)}
    return sorted(places.values(), key=lambda w: (w.article_id, w.start, -w.end, w.family_id))


def _quotes(case: Case, at: dict[str, int]) -> list[Quote]:
    return sorted(_all(case, Quote), key=lambda q: (at[q.article_id], q.start, -q.end))


def _all(case: Case, record: type[Record]) -> list[Record]:
    name = next(name for name, kind in TABLES.items() if kind is record)
    return records_of(record, case.table(name)) if name in case.tables() else []


def _placed(records: Iterable[Placed]) -> list[Placed]:
    return sorted(records, key=lambda r: (r.article_id, r.start, -r.end))


def _grouped(records: Iterable[Record], owner: Callable[[Record], str]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[owner(record)].append(record)
    return dict(found)


def _remarks(case: Case) -> tuple[str, ...]:
    report = case.run() or {}
    said = list(report.get("remarks") or remarks(case))
    missing = [name for name in TABLES if name not in case.tables()]
    if missing:
        said.append(
            f"Not examined yet: {', '.join(missing)}. The case was built up to an earlier stage; "
            "run stemma build again, without --until."
        )
    return tuple(said)
