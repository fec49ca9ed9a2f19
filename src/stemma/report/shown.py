"""Which rows the report has room for, so that every link lands on something that is there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from stemma.model import NEGATION, Article, Family, Witness, group_id, key
from stemma.pedigree import Pedigree, in_words, pedigree
from stemma.report.groups import Lazily
from stemma.report.plain import one_line
from stemma.report.rows import Rows
from stemma.report.view import Cut, Place, Ref
from stemma.report.words import FIRST, reason

# A browser lays out some thousand paragraphs with ease; what is beyond is for `stemma show`.
MOST_FAMILIES = 300
MOST_ARTICLES = 60
MOST_ROWS = 300
MOST_PLACES = 24
MOST_VOICES = 120
MOST_SAYINGS = 60
# Where passages belong that stand in no English article: such get no story.
OTHER_LANGUAGE = "other-language"


# The id of words in an article: the reader is shown the page's letter and where on it they stand.
SPAN = re.compile(r"\b(?:mention|sentence|timex|figure|quote)-(a[0-9a-f]{12})-(\d+)-(\d+)\b")
# An event's id is that of the words of one of its mentions.
_EVENT = re.compile(r"\bevent-(a[0-9a-f]{12}-(\d+)-(\d+))\b")
_ARTICLE = re.compile(r"\ba[0-9a-f]{12}\b(?!-)")


class Room(NamedTuple):
    """How much a page has room for; None: for all. `families`: statements of a story that have a number
    and a place; `articles`: those whose text is shown; `voices`: speakers of a story; `sayings`: what
    one of them said; `places`: where one wording stands."""

    families: int | None
    articles: int | None
    voices: int
    sayings: int
    places: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The families of each story (`None`: of several, or of none yet) and the articles that are
    shown, the numbers of the families, the tree of each family, and of each swap the side that is
    known to be the replacement."""

    rows: Rows
    shared: dict[str | None, list[Family]]
    repeated: dict[str | None, list[Family]]
    articles: frozenset[str]
    numbers: dict[str, int]
    pedigrees: Mapping[str, Pedigree]
    replacements: dict[str, str]
    room: Room

    def left_out(self, story: str | None) -> int:
        """How many shared families of a story are not shown."""
        return len(self.shared[story]) - len(self.shared[story][: self.room.families])

    def places(self, witnesses: Iterable[Witness]) -> list[Place]:
        """Where versions stand, in the order of paths."""
        return [self.place(witness) for witness in self.in_order(witnesses)]

    def some(
        self, witnesses: Iterable[Witness], most: int | None = None
    ) -> tuple[tuple[Place, ...], int]:
        """Where the first of them stand, `most` or as many as there is room for; and how many more there
        are."""
        ordered = self.in_order(witnesses)
        kept = ordered[: self.room.places if most is None else most]
        return tuple(map(self.place, kept)), len(ordered) - len(kept)

    def letters(self, witnesses: Iterable[Witness]) -> list[str]:
        """The letters of their pages, each once, in the order of paths."""
        order = self.rows.order
        pages = sorted({w.article_id for w in witnesses}, key=lambda article: order[article])
        return [self.rows.sigla[article] for article in pages]

    def paths(self, witnesses: Iterable[Witness]) -> list[str]:
        """The paths of their pages, each once, in order."""
        order = self.rows.order
        pages = sorted({w.article_id for w in witnesses}, key=lambda article: order[article])
        return list(dict.fromkeys(_path(self.rows.articles[article].path) for article in pages))

    def in_order(self, witnesses: Iterable[Witness]) -> list[Witness]:
        """In the order of paths, then of the text."""
        order = self.rows.order
        return sorted(witnesses, key=lambda w: (order[w.article_id], w.start))

    def refs(self, families: Iterable[str]) -> list[Ref]:
        """The statements of families, as far as they are shown."""
        found = {self.numbers[name]: name for name in families if name in self.numbers}
        return [Ref(number, anchor_of(name)) for number, name in sorted(found.items())]

    def reason(self, how: str) -> str:
        """A row's reason in the words that users meet, with letters for the pages that it names."""
        sigla = self.rows.sigla

        def place(found: re.Match[str]) -> str:
            return f"{sigla[found[1]]}:{found[2]}-{found[3]}" if found[1] in sigla else found[0]

        def event(found: re.Match[str]) -> str:
            article = self.rows.articles.get(found[1][:13])
            words = one_line(article.text[int(found[2]) : int(found[3])]) if article else ""
            return f"«{words}» ({SPAN.sub(place, f'mention-{found[1]}')})"

        how = _EVENT.sub(event, how)
        said = in_words(SPAN.sub(place, how), lambda article: sigla.get(article, article))
        return reason(_ARTICLE.sub(lambda found: sigla.get(found[0], found[0]), said))

    def place(self, witness: Witness, extent: str = "", is_base: bool = False) -> Place:
        """Where a witness stands, as a link if its article's text is shown."""
        return self.spot(
            witness.article_id, witness.id, witness.start, witness.end, extent, is_base
        )

    def spot(
        self,
        article: str,
        anchor: str,
        start: int,
        end: int,
        extent: str = "",
        is_base: bool = False,
    ) -> Place:
        """A place in an article; its anchor is dropped if the article's text is not shown."""
        held = self.rows.articles[article]
        return Place(
            siglum=self.rows.sigla[article],
            path=_path(held.path),
            article=article,
            anchor=anchor if article in self.articles else None,
            start=start,
            end=end,
            extent=extent,
            is_base=is_base,
        )


# The path of a page is shown with each of its passages.
_path = lru_cache(maxsize=100_000)(one_line)


def choose(rows: Rows, room: Room | None = None) -> Shown:
    """The families with most carriers of each story, and the articles with most of them."""
    room = room or Room(MOST_FAMILIES, MOST_ARTICLES, MOST_VOICES, MOST_SAYINGS, MOST_PLACES)
    keys: list[str | None] = [*rows.stories, OTHER_LANGUAGE, None]
    shared, repeated = _ordered(rows, keys, many=True), _ordered(rows, keys, many=False)
    repeated = {key: held[: room.families] for key, held in repeated.items()}
    chosen = [f for key in keys for f in [*shared[key][: room.families], *repeated[key]]]
    articles = frozenset(a.id for a in articles_first(rows)[: room.articles])
    numbers = {family.id: number for number, family in enumerate(chosen, 1)}
    spun = {swap.id: swap.spun for swap in rows.swaps if swap.spun}
    pedigrees = Lazily(rows.families, lambda name: _pedigree(rows, name))
    return Shown(rows, shared, repeated, articles, numbers, pedigrees, spun, room)


def anchor_of(family: str) -> str:
    """The id of the family's statement, which names its card."""
    return group_id("statement", [key(family)])


def _pedigree(rows: Rows, family: str) -> Pedigree:
    return pedigree(
        rows.families[family],
        rows.witnesses.get(family, ()),
        rows.variants.get(family, ()),
        rows.parallels.get(family, ()),
        rows.archetypes.get(family),
        rows.copies.get(family, ()),
    )


def articles_first(rows: Rows) -> list[Article]:
    """Articles by the number of shared passages in them, most first."""

    def standing(article: Article) -> tuple[int, str, str]:
        inside = rows.in_article.get(article.id, ())
        shared = sum(rows.families[w.family_id].carriers > 1 for w in inside)
        return -shared, article.path, article.id

    return sorted(rows.articles.values(), key=standing)


def cut(shown: int, total: int, what: str, command: str) -> Cut:
    """The sentence for what is not shown."""
    if shown >= total:
        return Cut()
    return Cut(f"Shown are the first {shown:,} of {total:,} {what}; for all of them:", command)


def _ordered(rows: Rows, keys: Sequence[str | None], many: bool) -> dict[str | None, list[Family]]:
    """Those of each story; with most carriers first; among equals, those that differ in a number, a name
    or quoted words, then those whose reporter is known, then the longer."""

    def standing(family: Family) -> tuple[int, bool, bool, int, str]:
        kinds = {variant.kind for variant in rows.variants.get(family.id, ())}
        statement = rows.statements.get(family.id)
        named = statement is not None and bool(statement.reporters)
        negated = any(v.how.startswith(NEGATION) for v in rows.variants.get(family.id, ()))
        first = bool(kinds.intersection(FIRST)) or negated
        return -family.carriers, not first, not named, -family.core, family.id

    found: dict[str | None, list[Family]] = defaultdict(list)
    for family in rows.families.values():
        if (family.carriers > 1) == many:
            found[_home(rows, family)].append(family)
    return {key: sorted(found[key], key=standing) for key in keys}


def _home(rows: Rows, family: Family) -> str | None:
    if family.story_id in rows.stories:
        return family.story_id
    articles = {witness.article_id for witness in rows.witnesses.get(family.id, ())}
    foreign = {name for name in articles if rows.articles[name].story_id is None}
    return OTHER_LANGUAGE if rows.examined and articles == foreign else None


def titles(rows: Rows, article: Article) -> str:
    """The article's title, else its first headline, else its path."""
    blocks: Sequence[str] = [
        block.text for block in rows.blocks.get(article.id, ()) if block.kind == "headline"
    ]
    return one_line(article.title or next(iter(blocks), "") or article.path)
