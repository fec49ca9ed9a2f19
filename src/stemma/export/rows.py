"""What the exports of lineage are made of: a case's records, found by what they belong to."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from stemma.case import Case
from stemma.frames import records_of
from stemma.model import (
    TABLES,
    Archetype,
    Article,
    Copy,
    Family,
    Sentence,
    Story,
    Swap,
    Tag,
    Variant,
    Witness,
)
from stemma.report.words import siglum

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Rows:
    """The records, in an order that depends on them alone. `articles`: in the order of their sigla;
    `families`: in the order in which their bases stand in these; `archetypes`: by family; `tags`: by
    sentence."""

    articles: dict[str, Article]
    sigla: dict[str, str]
    stories: dict[str, Story]
    families: list[Family]
    witnesses: dict[str, list[Witness]]
    sentences: dict[str, Sentence]
    tags: dict[str, list[Tag]]
    variants: dict[str, list[Variant]]
    swaps: list[Swap]
    archetypes: dict[str, Archetype]
    copies: dict[str, list[Copy]]


class Share(NamedTuple):
    """What one file of an export holds: the families of one story, or those that belong to none."""

    story: Story | None
    families: list[Family]

    @property
    def name(self) -> str:
        """The part of a file's name that tells it from the others."""
        return self.story.id if self.story else "no-story"

    @property
    def title(self) -> str:
        """What it is about."""
        return self.story.title if self.story else "Passages that belong to no single story"


def load(case: Case) -> Rows:
    """Reads the tables that the exports of lineage need; without stories, all are of none. Raises CaseError
    if the case was not built as far as lineage: that nothing is shared would be another answer."""
    copies = records_of(Copy, case.table("copies"))
    articles = sorted(_all(case, Article), key=lambda a: (a.path, a.id))
    rank = {a.id: number for number, a in enumerate(articles)}
    witnesses = sorted(_all(case, Witness), key=lambda w: (rank[w.article_id], w.start, w.end))
    held = {w.sentence_id for w in witnesses}
    return Rows(
        articles={a.id: a for a in articles},
        sigla={name: siglum(number) for name, number in rank.items()},
        stories={s.id: s for s in sorted(_all(case, Story), key=lambda s: (-s.carriers, s.id))},
        families=sorted(_all(case, Family), key=lambda f: (rank[f.article_id], f.start, f.id)),
        witnesses=_grouped(witnesses, lambda w: w.family_id),
        sentences={s.id: s for s in _all(case, Sentence) if s.id in held},
        tags=_grouped(_all(case, Tag), lambda t: t.sentence_id),
        variants=_grouped(_all(case, Variant), lambda v: v.family_id),
        swaps=_all(case, Swap),
        archetypes={a.family_id: a for a in _all(case, Archetype)},
        copies=_grouped(copies, lambda c: c.family_id),
    )


def shares(rows: Rows, families: Iterable[Family]) -> list[Share]:
    """The families by their stories, the most carried story first, those without one last."""
    inside = _grouped(families, lambda family: family.story_id or "")
    found = [Share(story, inside[name]) for name, story in rows.stories.items() if name in inside]
    rest = [one for name, held in inside.items() if name not in rows.stories for one in held]
    return [*found, Share(None, rest)] if rest else found


def short(text: str, most: int) -> str:
    """On one line, with at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _all(case: Case, record: type[Record]) -> list[Record]:
    name = next(name for name, kind in TABLES.items() if kind is record)
    return records_of(record, case.table(name)) if name in case.tables() else []


def _grouped(records: Iterable[Record], owner: Callable[[Record], str]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[owner(record)].append(record)
    return dict(found)
