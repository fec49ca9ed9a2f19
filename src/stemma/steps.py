"""The stages as steps of the flow: frames in, frames out, the pure functions in between."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import polars as pl

from stemma.account import give_account
from stemma.clean import clean, recurring_chrome
from stemma.engine import Frames, Result, units_of
from stemma.frames import frame_of, in_other_language, records_of
from stemma.lineage import trace
from stemma.lineage.texts import distinct_texts
from stemma.model import (
    Article,
    Block,
    Copy,
    Family,
    Parallel,
    Reporter,
    Sentence,
    Statement,
    Story,
    Swap,
    Tag,
    Variant,
    Witness,
)
from stemma.reading import corrections, read
from stemma.stories import sort_stories
from stemma.text.countries import known_forms
from stemma.work import Work, map_units, union


class Step(NamedTuple):
    """One stage: the tables it reads and writes. A higher `version` makes old results void."""

    name: str
    version: int
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[[Work], Result]


def clean_articles(work: Work) -> Result:
    """Articles -> blocks, sentences, tags; those of articles cleaned before are kept."""
    articles, layout = work.table("articles"), work.table("layout")
    before = {name: work.before(name) for name in ("blocks", "sentences", "tags")}
    known = before["blocks"]
    fresh = (
        articles
        if known is None
        else articles.join(known, left_on="id", right_on="article_id", how="anti")
    )
    work.counts.update(articles=len(fresh))
    work.progress.stage("clean", len(fresh))
    units = units_of(
        {"articles": fresh, "layout": layout}, "articles", "id", {"layout": "article_id"}
    )
    parts = map_units(work, _clean_batch, units)
    result = {}
    for name, record in (("blocks", Block), ("sentences", Sentence), ("tags", Tag)):
        old = before[name]
        kept = (
            []
            if old is None
            else [old.join(articles, left_on="article_id", right_on="id", how="semi")]
        )
        result[name] = union([part[name] for part in parts] + kept, record)
    return result


def _clean_batch(frames: Frames) -> Result:
    layout: dict[str, list[Block]] = {}
    for block in sorted(records_of(Block, frames["layout"]), key=lambda b: b.start):
        layout.setdefault(block.article_id, []).append(block)
    parts = [clean(a, layout.get(a.id, ())) for a in records_of(Article, frames["articles"])]
    return {
        "blocks": frame_of(Block, [b for part in parts for b in part.blocks]),
        "sentences": frame_of(Sentence, [s for part in parts for s in part.sentences]),
        "tags": frame_of(Tag, [t for part in parts for t in part.tags]),
    }


def furniture(work: Work) -> Result:
    """Lines that recur over the pile -> chrome."""
    blocks = records_of(Block, work.table("blocks").sort("article_id", "start"))
    articles = work.table("articles")
    sites = dict(zip(articles["id"], articles["site"], strict=True))
    work.progress.stage("furniture", 1)
    return {"blocks": frame_of(Block, recurring_chrome(blocks, sites))}


def lineage(work: Work) -> Result:
    """Sentences -> families and what hangs on them; articles -> distinct texts."""
    sentences = _compared(work, ("headline", "paragraph", "caption", "insert", "dateline"))
    tags = records_of(Tag, work.table("tags"))
    work.counts.update(articles=len(work.table("articles")))

    def told(done: int, total: int) -> None:
        if done == 0:
            work.progress.stage("lineage", total)
        else:
            work.progress.advance()

    found = trace(sentences, tags, known_forms(), told)
    return {
        "families": frame_of(Family, found.families),
        "witnesses": frame_of(Witness, found.witnesses),
        "parallels": frame_of(Parallel, found.parallels),
        "variants": frame_of(Variant, found.variants),
        "swaps": frame_of(Swap, found.swaps),
        "copies": frame_of(Copy, found.copies),
    }


def stories(work: Work) -> Result:
    """Articles -> stories; blocks foreign to them -> inserts. Those in another language than English
    have none."""
    work.progress.stage("stories", 1)
    articles = work.table("articles")
    work.counts.update(articles=len(articles))
    foreign = articles.filter(in_other_language())
    read = {name: work.table(name) for name in ("blocks", "witnesses")}
    of = {
        name: frame.join(foreign, left_on="article_id", right_on="id", how="anti")
        for name, frame in read.items()
    }
    texts = distinct_texts(_compared(work, ("paragraph",)), records_of(Witness, read["witnesses"]))
    found = sort_stories(
        records_of(Article, articles.filter(~in_other_language()).sort("id")),
        records_of(Block, of["blocks"].sort("article_id", "start")),
        records_of(Family, work.table("families")),
        records_of(Witness, of["witnesses"]),
        _within(texts, set(foreign["id"])),
    )
    apart = [replace(a, text_id=texts.get(a.id, a.id)) for a in records_of(Article, foreign)]
    blocks = read["blocks"].join(foreign, left_on="article_id", right_on="id", how="semi")
    return {
        "stories": frame_of(Story, found.stories),
        "articles": frame_of(Article, [*found.articles, *apart]),
        "blocks": frame_of(Block, [*found.blocks, *records_of(Block, blocks)]),
        "families": frame_of(Family, found.families),
    }


def _within(texts: Mapping[str, str], foreign: set[str]) -> dict[str, str]:
    """Distinct texts, without those that would be counted under an article in another language."""
    return {article: text for article, text in texts.items() if text not in foreign}


def account(work: Work) -> Result:
    """Families -> statements and reporters; none for what stands in other languages only."""
    work.progress.stage("account", 1)
    articles, witnesses = work.table("articles"), work.table("witnesses")
    english = witnesses.join(
        articles.filter(~in_other_language()), left_on="article_id", right_on="id", how="semi"
    )
    families = work.table("families").join(english, left_on="id", right_on="family_id", how="semi")
    found = give_account(
        records_of(Article, articles),
        records_of(Block, work.table("blocks")),
        records_of(Sentence, work.table("sentences")),
        records_of(Tag, work.table("tags")),
        records_of(Family, families),
        records_of(Witness, witnesses),
    )
    return {
        "statements": frame_of(Statement, found.statements),
        "reporters": frame_of(Reporter, found.reporters),
    }


STEPS: tuple[Step, ...] = (
    Step("read", 2, (), ("articles", "layout", "failures", "sources", "origins", "by_hand"), read),
    Step("corrections", 1, ("articles", "by_hand"), ("articles", "corrections"), corrections),
    Step("clean", 1, ("articles", "layout"), ("blocks", "sentences", "tags"), clean_articles),
    Step("furniture", 1, ("articles", "blocks"), ("blocks",), furniture),
    Step(
        "lineage", 1, ("blocks", "sentences", "tags"),
        ("families", "witnesses", "parallels", "variants", "swaps", "copies"), lineage,
    ),
    Step(
        "stories", 1, ("articles", "blocks", "sentences", "families", "witnesses"),
        ("stories", "articles", "blocks", "families"), stories,
    ),
    Step(
        "account", 1, ("articles", "blocks", "sentences", "tags", "families", "witnesses"),
        ("statements", "reporters"), account,
    ),
)  # fmt: skip


def _compared(work: Work, kinds: Sequence[str]) -> list[Sentence]:
    blocks = work.table("blocks").filter(pl.col("kind").is_in(list(kinds)))
    inside = work.table("sentences").join(blocks, left_on="block_id", right_on="id", how="semi")
    return records_of(Sentence, inside.sort("article_id", "start"))
