"""The step that finds figures: each distinct sentence once, kept by its text and the reader's version, then
placed in the articles that have it."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from stemma.engine import Frames, Result
from stemma.figures import figures
from stemma.frames import fields_of, frame_of, in_other_language
from stemma.model import Figure, span_id
from stemma.work import Work, map_texts

# What is looked at: not the furniture of pages.
KINDS = ("headline", "paragraph", "caption", "insert", "dateline")
# Of a reading what figures ask for.
_READ = ("words", "starts", "ends", "lemmas", "upos", "xpos", "heads", "rels", "names")
_COUNTED = {"text": pl.String, "reading": pl.String, "found": pl.String}
_KEY = ["text", "reading"]


def find_figures(work: Work) -> Result:
    """Readings of English sentences -> figures; what dates a page counts nothing."""
    sentences = passages(work).filter(pl.col("block_kind") != "dateline")
    readings = work.table("readings").rename({"how": "reading"})
    texts = sentences.unique("text", keep="first", maintain_order=True).join(readings, on="text")
    before = work.before("counted")
    known = pl.DataFrame(schema=_COUNTED) if before is None else before
    fresh = texts.join(known, on=_KEY, how="anti")
    work.counts.update(articles=fresh["article_id"].n_unique(), sentences=len(fresh))
    work.swept.update(articles=sentences["article_id"].n_unique(), sentences=len(texts))
    work.progress.stage("figures", len(fresh))
    parts = map_texts(work, _count_batch, fresh.select(*_KEY, *_READ).sort("text"), _KEY)
    kept = known.join(texts, on=_KEY, how="semi")
    counted = pl.concat([kept, *(part["counted"] for part in parts)]).sort("text")
    quotes = work.table("quotes").select("id", "article_id", "start", "end", "pieces")
    return {"figures": frame_of(Figure, _placed(sentences, counted, quotes)), "counted": counted}


def passages(work: Work) -> pl.DataFrame:
    """The English sentences that are looked at, in order, with the story of each."""
    english = work.table("articles").filter(~in_other_language())
    own = english.select(article_id="id", of_article="story_id")
    blocks = work.table("blocks").filter(pl.col("kind").is_in(list(KINDS)))
    held = blocks.select(block_id="id", block_kind="kind", of_block="story_id")
    insert = pl.col("block_kind") == "insert"
    return (
        work.table("sentences")
        .join(held, on="block_id")
        .join(own, on="article_id")
        .with_columns(
            story_id=pl.when(insert).then(pl.col("of_block")).otherwise(pl.col("of_article"))
        )
        .drop("of_block", "of_article")
        .sort("article_id", "start")
    )


def _count_batch(frames: Frames) -> Result:
    rows = [
        (
            row["text"],
            row["reading"],
            json.dumps(figures(row["text"], row), default=fields_of),
        )
        for row in frames["texts"].iter_rows(named=True)
    ]
    return {"counted": pl.DataFrame(rows, schema=_COUNTED, orient="row")}


def _placed(
    sentences: pl.DataFrame, counted: pl.DataFrame, quotes: pl.DataFrame
) -> Iterator[Figure]:
    found = {
        text: json.loads(told)
        for text, told in counted.select("text", "found").iter_rows()
        if told != "[]"
    }
    of: dict[str, list[Said]] = defaultdict(list)
    for name, article, start, end, pieces in quotes.iter_rows():
        of[article].append(said(name, end - start, pieces))
    placed = sentences.select("text", "article_id", "start", "id", "story_id")
    for row in placed.iter_rows(named=True):
        for figure in found.get(row["text"], ()):
            yield _figure(row, figure, of[row["article_id"]])


class Said(NamedTuple):
    """A quote: how wide it is, its id, and its pieces."""

    width: int
    id: str
    pieces: tuple[tuple[int, int], ...]


def said(name: str, width: int, pieces: Sequence[str]) -> Said:
    """A quote as figures and mentions are looked for in it."""
    spans = (piece.split("-") for piece in pieces)
    return Said(width, name, tuple((int(first), int(last)) for first, last in spans))


def _figure(row: Mapping[str, Any], figure: dict[str, Any], quotes: Sequence[Said]) -> Figure:
    article, at = row["article_id"], row["start"]
    start, end = at + figure["start"], at + figure["end"]

    def place(name: str) -> int | None:
        return None if figure[name] is None else at + figure[name]

    return Figure(
        span_id("figure", article, start, end), article, row["id"], row["story_id"], start, end,
        figure["kind"], figure["low"], figure["high"], figure["qualifier"], figure["unit"], figure["per"],
        figure["what"], place("what_start"), place("what_end"),
        figure["predicate"], place("predicate_start"), place("predicate_end"),
        holder(quotes, start, end), figure["how"], figure["text"],
    )  # fmt: skip


def holder(quotes: Sequence[Said], start: int, end: int) -> str | None:
    """The narrowest quote of an article that holds these characters."""
    holding = [q for q in quotes for first, last in q.pieces if first <= start and end <= last]
    best = min(holding, default=None)
    return best.id if best else None
