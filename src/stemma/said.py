"""The step that finds who said what: what is said in each English article, then whose it is by what other
witnesses of the same words show."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import polars as pl

from stemma.engine import Result
from stemma.frames import frame_of, in_other_language, records_of
from stemma.model import (
    Actor,
    ActorMention,
    Article,
    Block,
    Given,
    Outcome,
    Quote,
    Sentence,
)
from stemma.quotes import (
    Line,
    Seen,
    by_hand,
    kept,
    line_of,
    quotes_of,
    restored,
    said_in,
    spoken_by,
)
from stemma.repeated import repeated
from stemma.work import Work

# What is looked at: not the furniture of pages.
_KINDS = ("headline", "paragraph", "caption", "insert", "dateline")


def find_quotes(work: Work) -> Result:
    """Sentences with their readings, and families -> quotes."""
    articles = work.table("articles").filter(~in_other_language()).sort("id")
    work.progress.stage("quotes", 1)
    work.swept.update(articles=len(articles))
    blocks = _of(work.table("blocks").filter(pl.col("kind").is_in(list(_KINDS))), articles)
    sentences = work.table("sentences").join(blocks, left_on="block_id", right_on="id", how="semi")
    held = records_of(Sentence, sentences.sort("article_id", "start"))
    again = repeated(work)
    following = again.following(held)
    mentions = _mentions(work)
    read = work.table("readings").drop("feats", "vector", "how")
    readings = {row["text"]: row for row in read.iter_rows(named=True)}
    seen: Seen = {}
    by_article: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in held:
        by_article[sentence.article_id].append(sentence)
    inside: dict[str, list[Block]] = defaultdict(list)
    for block in records_of(Block, blocks.sort("article_id", "start")):
        inside[block.article_id].append(block)
    quotes = [
        quote
        for article in records_of(Article, articles)
        for quote in _of_article(
            article, inside[article.id], by_article[article.id], readings,
            following.get(article.id, frozenset()), seen,
        )
    ]  # fmt: skip
    given = records_of(Given, work.table("given"))
    actors = records_of(Actor, work.table("actors"))
    spoken = spoken_by(quotes, mentions, {actor.id: actor.name for actor in actors})
    corrected = by_hand(spoken, given, actors, [m for held in mentions.values() for m in held])
    found = kept(restored(corrected.quotes, again.shared, again.of), corrected.quotes, given)
    return {"quotes": frame_of(Quote, found), "given_done": frame_of(Outcome, corrected.outcomes)}


def _of(frame: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    return frame.join(articles, left_on="article_id", right_on="id", how="semi")


def _mentions(work: Work) -> dict[str, list[ActorMention]]:
    found: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in records_of(ActorMention, work.table("actor_mentions")):
        found[mention.sentence_id].append(mention)
    return found


def _of_article(
    article: Article,
    blocks: list[Block],
    sentences: list[Sentence],
    readings: Mapping[str, Mapping[str, Any]],
    following: frozenset[int],
    seen: Seen,
) -> list[Quote]:
    number = {block.id: n for n, block in enumerate(blocks)}
    lines: list[Line] = [
        line_of(s, number[s.block_id], readings[s.text]) for s in sentences if s.text in readings
    ]
    stories = {
        n: block.story_id if block.kind == "insert" else article.story_id
        for n, block in enumerate(blocks)
    }
    said = said_in(article.text, blocks, lines, following, seen)
    return quotes_of(article.text, lines, said, stories)
