"""Which rows the report has room for, so that every link lands on something that is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.model import NEGATION, Article, Family, Witness, group_id, key
from stemma.pedigree import Pedigree, in_words, pedigree
from stemma.report.plain import one_line
from stemma.report.rows import Rows
from stemma.report.view import Cut, Place, Ref
from stemma.report.words import FIRST, reason

# A browser lays out some thousand paragraphs with ease; what is beyond is for `stemma show`.
MOST_FAMILIES = 300
MOST_ARTICLES = 60
MOST_ROWS = 300
MOST_PLACES = 24
# Where passages belong that stand in no English article: such get no story.
OTHER_LANGUAGE = "other-language"


@dataclass(frozen=True, slots=True)
class Shown:
    """The families of each story (`None`: of several, or of none yet) and the articles that are
    shown, the numbers of the families, the anchors of witnesses, the tree of each family, and of each
    swap the side that is known to be the replacement."""

    rows: Rows
    shared: dict[str | None, list[Family]]
    repeated: dict[str | None, list[Family]]
    articles: frozenset[str]
    numbers: dict[str, int]
    anchored: frozenset[str]
    pedigrees: dict[str, Pedigree]
    replacements: dict[str, str]

    def left_out(self, story: str | None) -> int:
        """How many shared families of a story are not shown."""
        return len(self.shared[story]) - len(self.shared[story][:MOST_FAMILIES])

    def places(self, witnesses: Iterable[Witness]) -> list[Place]:
        """Where versions stand, in the order of paths."""
        return sorted(map(self.place, witnesses), key=lambda place: (place.path, place.start))

    def refs(self, families: Iterable[str]) -> list[Ref]:
        """The statements of families, as far as they are shown."""
        found = {self.numbers[name]: name for name in families if name in self.numbers}
        return [Ref(number, anchor_of(name)) for number, name in sorted(found.items())]

    def reason(self, how: str) -> str:
        """A row's reason in the words that users meet, with letters for the pages that it names."""
        return reason(in_words(how, lambda article: self.rows.sigla.get(article, article)))

    def place(self, witness: Witness, extent: str = "", is_base: bool = False) -> Place:
        """Where a witness stands, as a link if its article's text is shown."""
        anchor = witness.id if witness.id in self.anchored else None
        return self.spot(witness.article_id, anchor, witness.start, witness.end, extent, is_base)

    def spot(
        self,
        article: str,
        anchor: str | None,
        start: int,
        end: int,
        extent: str = "",
        is_base: bool = False,
    ) -> Place:
        """A place in an article; its anchor is dropped if the article's text is not shown."""
        held = self.rows.articles[article]
        return Place(
            siglum=self.rows.sigla[article],
            path=one_line(held.path),
            anchor=anchor if article in self.articles else None,
            start=start,
            end=end,
            extent=extent,
            is_base=is_base,
        )


def choose(rows: Rows) -> Shown:
    """The families with most carriers of each story, and the articles with most of them."""
    keys: list[str | None] = [*rows.stories, OTHER_LANGUAGE, None]
    shared = {key: _ordered(rows, key, many=True) for key in keys}
    repeated = {key: _ordered(rows, key, many=False)[:MOST_FAMILIES] for key in keys}
    chosen = [f for key in keys for f in [*shared[key][:MOST_FAMILIES], *repeated[key]]]
    articles = frozenset(a.id for a in articles_first(rows)[:MOST_ARTICLES])
    inside = frozenset(w.id for name in articles for w in rows.in_article.get(name, ()))
    numbers = {family.id: number for number, family in enumerate(chosen, 1)}
    spun = {swap.id: swap.spun for swap in rows.swaps if swap.spun}
    return Shown(rows, shared, repeated, articles, numbers, inside, _pedigrees(rows), spun)


def anchor_of(family: str) -> str:
    """The id of the family's statement, which names its card."""
    return group_id("statement", [key(family)])


def _pedigrees(rows: Rows) -> dict[str, Pedigree]:
    return {
        name: pedigree(
            family,
            rows.witnesses.get(name, ()),
            rows.variants.get(name, ()),
            rows.parallels.get(name, ()),
            rows.archetypes.get(name),
            rows.copies.get(name, ()),
        )
        for name, family in rows.families.items()
    }


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


def _ordered(rows: Rows, story: str | None, many: bool) -> list[Family]:
    """Most carriers first; among equals, those that differ in a number, a name or quoted words,
    then those whose reporter is known, then the longer."""

    def standing(family: Family) -> tuple[int, bool, bool, int, str]:
        kinds = {variant.kind for variant in rows.variants.get(family.id, ())}
        statement = rows.statements.get(family.id)
        named = statement is not None and bool(statement.reporters)
        negated = any(v.how.startswith(NEGATION) for v in rows.variants.get(family.id, ()))
        first = bool(kinds.intersection(FIRST)) or negated
        return -family.carriers, not first, not named, -family.core, family.id

    mine = [f for f in rows.families.values() if _home(rows, f) == story]
    return sorted((f for f in mine if (f.carriers > 1) == many), key=standing)


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
