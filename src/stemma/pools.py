"""What counting reporters starts from, of no more articles than a few passages need."""

from collections.abc import Sequence

import polars as pl

from stemma.account import Pool, pool_of
from stemma.case import Case
from stemma.frames import records_of
from stemma.model import Article, Block, Family, Sentence, Tag, Witness


class Pools:
    """The pools of a case. What is counted of some passages depends on the articles that have them or a
    version of them, and on those that share passages with these; a pool of these counts as one of all
    would."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._witnesses = case.table("witnesses")
        prose = case.table("families").filter(pl.col("kind") == "prose").select("id")
        self._prose = self._witnesses.join(prose, left_on="family_id", right_on="id", how="semi")
        # What a signature names is told by the tags of all pages.
        self._tags = records_of(Tag, case.table("tags"))
        self._asked: dict[str, str] = {}
        self._pool: Pool = pool_of([], [], [], [], [], [])

    def of(self, sentences: Sequence[Sentence]) -> Pool:
        """A pool in which these passages can be counted."""
        if not {s.id for s in sentences} <= self._asked.keys():
            self.take(sentences)
        return self._pool

    def take(self, sentences: Sequence[Sentence]) -> None:
        """Makes a pool for some passages, in place of the one before."""
        self._asked = {s.id: s.article_id for s in sentences}
        asked = pl.Series("sentence_id", sorted(self._asked), dtype=pl.String)
        own = pl.Series("article_id", sorted(set(self._asked.values())), dtype=pl.String)
        families = self._witnesses.filter(pl.col("sentence_id").is_in(asked.implode()))["family_id"]
        told = self._witnesses.filter(pl.col("family_id").is_in(families.unique().implode()))
        near = self._sharing(pl.concat([own, told["article_id"]]).unique().to_frame())
        inside = pl.concat([self._prose.join(near, on="article_id", how="semi"), told]).unique("id")
        self._pool = self._made(near, inside, frozenset(families))

    def _made(self, near: pl.DataFrame, inside: pl.DataFrame, counted: frozenset[str]) -> Pool:
        case = self._case
        families = case.table("families").join(
            inside, left_on="id", right_on="family_id", how="semi"
        )
        articles = case.table("articles").join(
            near, left_on="id", right_on="article_id", how="semi"
        )
        held = case.table("sentences")
        tagged = pl.Series("id", [tag.sentence_id for tag in self._tags], dtype=pl.String)
        inner = pl.col("article_id").is_in(near["article_id"].implode())
        held = held.filter(inner | pl.col("id").is_in(tagged.implode()))
        blocks = case.table("blocks").join(held, left_on="id", right_on="block_id", how="semi")
        return pool_of(
            records_of(Article, articles), records_of(Block, blocks),
            records_of(Sentence, held), self._tags,
            records_of(Family, families), records_of(Witness, inside), counted,
        )  # fmt: skip

    def _sharing(self, own: pl.DataFrame) -> pl.DataFrame:
        """The articles that have prose in common with some, these included."""
        held = self._prose.join(own, on="article_id", how="semi").select("family_id").unique()
        found = self._prose.join(held, on="family_id", how="semi").select("article_id")
        return pl.concat([own, found]).unique().sort("article_id")
