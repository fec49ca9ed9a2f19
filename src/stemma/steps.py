"""The stages as steps of the flow: frames in, frames out, the pure functions in between."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

import polars as pl

from stemma.accounts import account, state
from stemma.beside import find_denials, find_rewordings
from stemma.clean import as_furniture, clean, recurring
from stemma.counts import find_figures
from stemma.days import find_times
from stemma.done import find_mentions
from stemma.engine import Frames, Result, units_of
from stemma.frames import (
    frame_of,
    in_other_language,
    pairs_inside,
    prose_of,
    records_of,
    schema,
    without_prose,
)
from stemma.lineage import descend, parts_of, trace
from stemma.lineage.texts import distinct_texts
from stemma.model import (
    Archetype,
    Article,
    Block,
    Copy,
    Family,
    Parallel,
    Part,
    Sentence,
    Story,
    Swap,
    Tag,
    Variant,
    Witness,
)
from stemma.reading import corrected, corrections, read
from stemma.readings import read_sentences
from stemma.repeated import find_repeats, repeats_in, stitched_in
from stemma.said import find_quotes
from stemma.stories import sort_stories
from stemma.text.countries import known_forms
from stemma.who import find_actors
from stemma.words import find_words, surfaces_of, tally_of
from stemma.work import Work, map_units, union


class Step(NamedTuple):
    """One stage: the tables it reads and writes. A higher `version` makes old results void.

    `behind`: the stage whose tables it reads, and those of stages before that one; else all that come
    before it. `aside`: how it may run beside the stages that come next, if it may: `spread` over the
    workers, or as a `whole` in one of them, which has the tables that it reads and nothing else.
    """

    name: str
    version: int
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[[Work], Result]
    behind: str = ""
    aside: Literal["", "spread", "whole"] = ""


def clean_articles(work: Work) -> Result:
    """Articles -> blocks, sentences, tags; those of articles cleaned before are kept."""
    articles, layout = work.table("articles"), work.table("layout")
    # A title may be corrected by hand, and says which line is the headline.
    wanted = articles.select("id", "title")
    known = work.before("cleaned")
    done = wanted.clear() if known is None else known
    kept = wanted.join(done, on=["id", "title"], how="semi", nulls_equal=True)
    fresh = articles.join(kept, on="id", how="anti")
    work.counts.update(articles=len(fresh))
    work.progress.stage("clean", len(fresh))
    units = units_of(
        {"articles": fresh, "layout": layout}, "articles", "id", {"layout": "article_id"}
    )
    parts = map_units(work, _clean_batch, units)
    result = {"cleaned": wanted}
    for name, record in (("blocks", Block), ("sentences", Sentence), ("tags", Tag)):
        before = work.before(name)
        old = pl.DataFrame(schema=schema(record)) if before is None else before
        mine = old.join(kept, left_on="article_id", right_on="id", how="semi")
        result[name] = union([*(part[name] for part in parts), mine], record)
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
    blocks, lines = work.table("blocks"), work.table("lines")
    work.progress.stage("furniture", 1)
    work.swept.update(articles=blocks["article_id"].n_unique())
    apart = blocks.filter(pl.col("kind") != "insert")
    places = lines.drop_nulls("around").join(apart.select("id", "article_id"), on="id")
    told = places.select("line", "around", "article_id")
    often = list(recurring(told.iter_rows()))
    # Only of these is it asked which of their pages come again.
    told = told.filter(pl.col("line").is_in(often))
    often = list(recurring(told.iter_rows(), prose_of(blocks, told["article_id"])))
    meant = lines.filter(pl.col("line").is_in(often))
    chrome = as_furniture(records_of(Block, blocks.join(meant, on="id", how="semi")))
    return {"blocks": union([frame_of(Block, chrome), blocks], Block)}


def families(work: Work) -> Result:
    """Sentences -> families and what hangs on them."""
    sentences = _compared(work, _COMPARED)
    made = surfaces_of(_without_others(work.table("surfaces"), sentences))
    work.swept.update(articles=sentences["article_id"].n_unique(), sentences=len(made))

    def told(done: int, total: int) -> None:
        if done == 0:
            work.progress.stage("families", total)
        else:
            work.progress.advance()

    apart = pairs_inside(work.table("apart"), sentences)
    held = records_of(Sentence, sentences)

    def repeating(shared: Sequence[Witness], commonest: Mapping[str, str]) -> set[str]:
        of = repeats_in(work, held, shared, commonest)
        return {one for one, first in of.items() if one != first}

    found = trace(held, made, known_forms(), told, apart, repeating)
    return {
        "families": frame_of(Family, found.families),
        "witnesses": frame_of(Witness, found.witnesses),
        "parallels": frame_of(Parallel, found.parallels),
        "variants": frame_of(Variant, found.variants),
        "swaps": frame_of(Swap, found.swaps),
    }


def lineage(work: Work) -> Result:
    """Families -> likely originals, and who copied whom."""
    work.progress.stage("lineage", 1)
    read = {name: work.table(name) for name in _DESCENT}
    work.swept.update(families=len(read["families"]))
    held = records_of(Sentence, _compared(work, _COMPARED))
    witnesses = records_of(Witness, read["witnesses"])
    found = descend(
        records_of(Article, read["articles"]),
        records_of(Tag, read["tags"]),
        records_of(Family, read["families"]),
        witnesses,
        records_of(Parallel, read["parallels"]),
        records_of(Variant, read["variants"]),
        records_of(Swap, read["swaps"]),
        dict(read["surfaces"].select("text", "words").iter_rows()),
        held,
        lambda originals: repeats_in(work, held, witnesses, originals),
    )
    return {
        "archetypes": frame_of(Archetype, found.archetypes),
        "copies": frame_of(Copy, found.copies),
        "swaps": frame_of(Swap, found.swaps),
    }


def stories(work: Work) -> Result:
    """Articles -> stories; blocks foreign to them -> inserts. Those in another language than English
    have none, and neither have those of nothing but furniture."""
    work.progress.stage("stories", 1)
    articles = work.table("articles")
    work.swept.update(articles=len(articles))
    bare = without_prose(articles, work.table("blocks"))
    foreign = articles.filter(in_other_language() | pl.col("id").is_in(bare["id"].implode()))
    read = {name: work.table(name) for name in ("blocks", "witnesses")}
    of = {
        name: frame.join(foreign, left_on="article_id", right_on="id", how="anti")
        for name, frame in read.items()
    }
    sentences = _compared(work, ("paragraph",))
    made = surfaces_of(_without_others(work.table("surfaces"), sentences))
    texts = distinct_texts(
        records_of(Sentence, sentences), records_of(Witness, read["witnesses"]), made
    )
    blocks = of["blocks"].sort("article_id", "start")
    english = _without_others_than(sentences, of["blocks"])
    held = records_of(Sentence, english)
    witnesses = records_of(Witness, of["witnesses"])
    originals = dict(work.table("archetypes").select("family_id", "text").iter_rows())
    again = repeats_in(work, held, witnesses, originals)
    found = sort_stories(
        records_of(Article, articles.join(foreign, on="id", how="anti").sort("id")),
        records_of(Block, blocks),
        records_of(Family, work.table("families")),
        witnesses,
        _within(texts, set(foreign["id"])),
        tally_of(work.table("counts"), blocks["id"]),
        again,
        stitched_in(held, witnesses, again),
    )
    apart = [replace(a, text_id=texts.get(a.id, a.id)) for a in records_of(Article, foreign)]
    others = read["blocks"].join(foreign, left_on="article_id", right_on="id", how="semi")
    return {
        "stories": frame_of(Story, found.stories),
        "articles": frame_of(Article, [*found.articles, *apart]),
        "blocks": frame_of(Block, [*found.blocks, *records_of(Block, others)]),
        "families": frame_of(Family, found.families),
    }


def _within(texts: Mapping[str, str], foreign: set[str]) -> dict[str, str]:
    """Distinct texts, without those that would be counted under an article in another language."""
    return {article: text for article, text in texts.items() if text not in foreign}


def parts(work: Work) -> Result:
    """Articles -> their pieces and where these come from."""
    work.progress.stage("parts", 1)
    read = {name: work.table(name) for name in _PARTS}
    work.swept.update(articles=read["blocks"]["article_id"].n_unique())
    found = parts_of(
        records_of(Block, read["blocks"]),
        records_of(Sentence, read["sentences"]),
        records_of(Family, read["families"]),
        records_of(Witness, read["witnesses"]),
        records_of(Variant, read["variants"]),
        records_of(Swap, read["swaps"]),
        records_of(Copy, read["copies"]),
        records_of(Tag, read["tags"]),
    )
    return {"parts": frame_of(Part, found)}


# What *words* keeps holds as long as texts are cut alike, so that a new version of *clean* is one of
# *words* too.
_CLEAN = 11
_WORDS = 100 * _CLEAN + 1

_COMPARED = ("headline", "paragraph", "caption", "insert", "dateline")
_DESCENT = (
    "articles", "blocks", "sentences", "tags", "families", "witnesses", "parallels", "variants", "swaps",
    "surfaces",
)  # fmt: skip

_PARTS = ("blocks", "sentences", "tags", "families", "witnesses", "variants", "swaps", "copies")

STEPS: tuple[Step, ...] = (
    Step(
        "read", 4, (),
        ("articles", "layout", "failures", "sources", "origins", "places", "by_hand"), read,
    ),
    Step(
        "corrections", 2, ("articles", "by_hand"),
        ("articles", "corrections", "apart", "given", "together"), corrections,
    ),
    Step(
        "clean", _CLEAN, ("articles", "layout"), ("blocks", "sentences", "tags", "cleaned"),
        clean_articles,
    ),
    Step("words", _WORDS, ("blocks", "sentences", "tags"), ("lines", "counts", "surfaces"), find_words),
    Step("furniture", 3, ("blocks", "lines"), ("blocks",), furniture),
    Step(
        "families", 5, ("articles", "blocks", "sentences", "surfaces", "apart"),
        ("families", "witnesses", "parallels", "variants", "swaps"), families,
    ),
    Step("lineage", 5, _DESCENT, ("archetypes", "copies", "swaps"), lineage),
    Step(
        "stories", 5,
        ("articles", "blocks", "sentences", "counts", "surfaces", "families", "witnesses", "archetypes"),
        ("stories", "articles", "blocks", "families"), stories,
    ),
    Step("parts", 2, _PARTS, ("parts",), parts),
    Step(
        "repeats", 1, ("articles", "blocks", "sentences", "families", "witnesses", "archetypes"),
        ("repeats",), find_repeats,
    ),
    Step(
        # Which blocks are of another story changes nothing for it.
        "reader", 4, ("articles", "blocks", "sentences"), ("readings", "names"), read_sentences,
        behind="furniture", aside="spread",
    ),
    Step(
        "actors", 8,
        (
            "articles", "blocks", "sentences", "tags", "swaps", "readings", "families", "witnesses",
            "copies", "parts", "repeats", "together",
        ),
        ("actors", "actor_mentions", "together_done"), find_actors,
    ),
    Step(
        "quotes", 10,
        (
            "articles", "blocks", "sentences", "readings", "families", "witnesses", "copies", "parts",
            "repeats", "actors", "actor_mentions", "given",
        ),
        ("quotes", "given_done"), find_quotes,
    ),
    Step(
        "figures", 6, ("articles", "blocks", "sentences", "readings", "quotes"),
        ("figures", "counted"), find_figures,
    ),
    Step(
        "times", 10,
        (
            "articles", "blocks", "sentences", "tags", "readings", "families", "witnesses", "copies",
            "parts", "repeats",
        ),
        ("timexes", "said_on"), find_times, aside="whole",
    ),
    Step(
        "mentions", 22,
        ("articles", "blocks", "sentences", "readings", "actors", "actor_mentions", "quotes", "timexes"),
        ("mentions", "reports", "dealt"), find_mentions,
    ),
    Step(
        "statements", 1,
        ("articles", "blocks", "sentences", "tags", "families", "witnesses", "repeats", "actors",
         "quotes"),
        ("statements", "reporters", "sayings"), state, aside="whole",
    ),
    Step(
        "account", 23,
        ("articles", "blocks", "sentences", "tags", "readings", "families", "witnesses", "archetypes",
         "repeats", "actors", "quotes", "figures", "timexes", "sayings", "mentions", "reports", "dealt",
         "said_on"),
        ("mentions", "events", "timeline", "conflicts"), account,
    ),
    Step(
        "denials", 1,
        ("sentences", "readings", "actor_mentions", "quotes", "sayings", "statements"),
        ("sayings", "statements"), find_denials, aside="whole",
    ),
    Step(
        "rewordings", 1, ("sentences", "quotes", "sayings", "swaps"), ("rewordings",), find_rewordings,
        aside="whole",
    ),
    Step("corrected", 1, ("corrections", "given_done", "together_done"), ("corrections",), corrected),
)  # fmt: skip


def _compared(work: Work, kinds: Sequence[str]) -> pl.DataFrame:
    blocks = work.table("blocks").filter(pl.col("kind").is_in(list(kinds)))
    inside = work.table("sentences").join(blocks, left_on="block_id", right_on="id", how="semi")
    return inside.sort("article_id", "start")


def _without_others(surfaces: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    return surfaces.join(sentences, on="text", how="semi")


def _without_others_than(sentences: pl.DataFrame, blocks: pl.DataFrame) -> pl.DataFrame:
    return sentences.join(blocks, left_on="block_id", right_on="id", how="semi")
