"""The steps that hold what is said beside what else is: who denies what, and which quotations of the same
words differ."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

import polars as pl

from stemma.account import (
    Learnt,
    Read,
    Said,
    claims_of,
    in_question,
    rewordings_of,
    told_in,
    with_denials,
)
from stemma.engine import Result
from stemma.frames import frame_of, records_of
from stemma.model import (
    ActorMention,
    Quote,
    Rewording,
    Saying,
    Statement,
)
from stemma.work import Work

Span = tuple[str, int, int]


def find_denials(work: Work) -> Result:
    """Sayings and statements -> the same with who denies them."""
    work.progress.stage("denials", 1)
    quotes = {quote.id: quote for quote in records_of(Quote, work.table("quotes"))}
    sayings = records_of(Saying, work.table("sayings"))
    statements = records_of(Statement, work.table("statements"))
    sentences = _Sentences(work)
    heard = [quotes[name] for saying in sayings for name in saying.quote_ids]
    sentences.read([(quote.article_id, quote.start, quote.end) for quote in heard])
    spoken = claims_of(sayings, quotes, sentences.at)
    doubted = in_question(statements, spoken)
    sentences.read([(row.article_id, row.start, row.end) for row in doubted])
    told = told_in(doubted, quotes, sentences.at)
    work.swept.update(sentences=len(sentences.known))
    found = with_denials(sayings, statements, quotes, spoken, told)
    return {
        "sayings": frame_of(Saying, found.sayings),
        "statements": frame_of(Statement, found.statements),
    }


def find_rewordings(work: Work) -> Result:
    """Quotes, sayings and swaps -> where quotations of the same words differ."""
    work.progress.stage("rewordings", 1)
    quotes = records_of(Quote, work.table("quotes"))
    work.swept.update(quotes=len(quotes))
    sentences = work.table("sentences").select("id", "text")
    held = sentences.filter(pl.col("id").is_in([quote.sentence_id for quote in quotes]))
    texts = dict(held.iter_rows())
    passages = {quote.id: texts.get(quote.sentence_id, "") for quote in quotes}
    swaps = {
        frozenset((left, right)): Learnt(spun, places)
        for left, right, spun, places in work.table("swaps")
        .select("left", "right", "spun", "places")
        .iter_rows()
    }
    sayings = records_of(Saying, work.table("sayings"))
    found = rewordings_of(quotes, sayings, passages, swaps)
    return {"rewordings": frame_of(Rewording, found)}


class _Sentences:
    """Sentences by their place, of which those that are asked for are read."""

    def __init__(self, work: Work) -> None:
        self.known: dict[str, Said] = {}
        self._readings = work.table("readings").select("text", *Read._fields[1:])
        self._mentions = work.table("actor_mentions")
        held: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        rows = work.table("sentences").select("article_id", "start", "id", "text")
        for article, start, name, text in rows.sort("article_id", "start").iter_rows():
            held[article].append((start, name, text))
        self._held = dict(held)
        self._starts = {
            article: [start for start, _, _ in rows] for article, rows in self._held.items()
        }

    def read(self, spans: Iterable[Span]) -> None:
        """Makes sentences known."""
        wanted = {
            name: (start, text)
            for span in spans
            for start, name, text in self._there(*span)
            if name not in self.known
        }
        texts = list({text for _, text in wanted.values()})
        rows = self._readings.filter(pl.col("text").is_in(texts)).iter_rows(named=True)
        readings = {row["text"]: row for row in rows}
        inside: dict[str, list[ActorMention]] = defaultdict(list)
        mentions = self._mentions.filter(pl.col("sentence_id").is_in(list(wanted)))
        for mention in records_of(ActorMention, mentions):
            inside[mention.sentence_id].append(mention)
        for name, (start, text) in wanted.items():
            if text in readings:
                self.known[name] = Said(Read.of(start, readings[text]), inside[name])

    def at(self, article: str, start: int, end: int) -> list[Said]:
        """The known sentences of a span."""
        there = self._there(article, start, end)
        return [self.known[name] for _, name, _ in there if name in self.known]

    def _there(self, article: str, start: int, end: int) -> list[tuple[int, str, str]]:
        starts = self._starts.get(article, [])
        first = max(bisect_right(starts, start) - 1, 0)
        return self._held.get(article, [])[first : bisect_left(starts, end)]
