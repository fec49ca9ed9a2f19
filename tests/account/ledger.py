"""Invented articles through all stages up to the account."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.strategies import article_of

from stemma.account import Account, Footing, Pool, account_of, footing_of, pool_of
from stemma.clean import clean
from stemma.lineage import trace
from stemma.lineage.passages import surfaces
from stemma.lineage.texts import distinct_texts
from stemma.model import Article, Block, Family, Sentence, Statement, Tag, Witness
from stemma.stories import sort_stories, tally, word_counts

Given = tuple[
    Sequence[Article], Sequence[Block], Sequence[Sentence], Sequence[Tag], Sequence[Family],
    Sequence[Witness],
]  # fmt: skip


class Ledger(NamedTuple):
    """Articles, their families, and what the account says of them."""

    articles: Sequence[Article]
    families: Sequence[Family]
    account: Account
    sentences: Sequence[Sentence]
    pool: Pool

    def statement(self, words: str) -> Statement:
        """The one statement whose wording holds `words`."""
        (found,) = [s for s in self.account.statements if words in s.text]
        return found

    def counts(self, words: str) -> tuple[int, int, tuple[str, ...]]:
        """Reporters at least, at most, and their names."""
        found = self.statement(words)
        return found.reporters_min, found.reporters_max, found.reporters

    def footing(self, *words: str) -> Footing:
        """The footing of all sentences that hold one of `words`, each of which must occur."""
        assert all(any(one in s.text for s in self.sentences) for one in words)
        passages = [s for s in self.sentences if any(one in s.text for one in words)]
        return footing_of(passages, self.pool)

    def bounds(self, *words: str) -> tuple[int, int]:
        """Reporters at least and at most of these sentences."""
        found = self.footing(*words)
        return found.least, found.most


def ledger(*texts: str) -> Ledger:
    """The account of articles `0.txt`, `1.txt`, …"""
    found = given(*texts)
    articles, _, sentences, _, families, _ = found
    return Ledger(articles, families, account_of(pool_of(*found)), sentences, pool_of(*found))


def given(*texts: str) -> Given:
    """What the account is made of."""
    made = [article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)]
    articles = sorted(made, key=lambda article: article.id)
    parts = [clean(article) for article in articles]
    blocks = [block for part in parts for block in part.blocks]
    sentences = [sentence for part in parts for sentence in part.sentences]
    tags = [tag for part in parts for tag in part.tags]
    made = surfaces(sentences, tags)
    found = trace(sentences, made)
    done = sort_stories(
        articles,
        blocks,
        found.families,
        found.witnesses,
        distinct_texts(sentences, found.witnesses, made),
        tally([word_counts(block.text) for block in blocks]),
    )
    return done.articles, done.blocks, sentences, tags, done.families, found.witnesses
