"""The step that finds who is named: actors and their mentions, story by story."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

import polars as pl

from stemma.actors import Place, Read, find_cast
from stemma.engine import Frames, Result, units_of
from stemma.frames import frame_of, in_other_language, records_of
from stemma.model import Actor, ActorMention, Outcome, Sentence, Together
from stemma.quotes import runs
from stemma.reader import READINGS
from stemma.said import shared_witnesses
from stemma.text.countries import compared
from stemma.work import Work, map_units, union

# Where actors are looked for: neither in what is of another story, nor in the furniture of pages.
KINDS = ("headline", "paragraph", "caption")
_READ = [name for name in READINGS if name not in ("text", "feats", "vector", "how")]


def find_actors(work: Work) -> Result:
    """Readings of English articles -> actors and mentions."""
    passages = _passages(work)
    swaps = work.table("swaps").select("left", "right").sort("left", "right")
    tags = work.table("tags").select("article_id", "start", "end", "kind", "name")
    together = work.table("together")
    common = {"swaps": swaps, "media": _media(tags), "together": together}
    stories = _stories(passages, common)
    passages = passages.join(stories, on="group").drop("group")
    work.progress.stage("actors", len(stories))
    work.swept.update(
        articles=passages["article_id"].n_unique(), sentences=passages["text"].n_unique()
    )
    articles = passages.select("article_id", "unit").unique()
    frames = {
        "stories": stories.select("unit", "story_id"),
        "passages": passages,
        "tags": tags.join(articles, on="article_id").sort("article_id", "start", "end"),
    }
    units = units_of(frames, "stories", "unit", {"passages": "unit", "tags": "unit"})
    parts = map_units(work, _cast_batch, ((key, {**unit, **common}) for key, unit in units))
    return {
        "actors": union([part["actors"] for part in parts], Actor),
        "actor_mentions": union([part["actor_mentions"] for part in parts], ActorMention),
        "together_done": union([part["together_done"] for part in parts], Outcome),
    }


def _passages(work: Work) -> pl.DataFrame:
    """The sentences that are looked at, with what the reader saw in them, and the story, or else the
    article, that they are a part of (`group`)."""
    english = work.table("articles").filter(~in_other_language()).select("id", "story_id")
    blocks = work.table("blocks").filter(pl.col("kind").is_in(list(KINDS))).select("id")
    readings = work.table("readings").select("text", "how", *_READ)
    found = (
        work.table("sentences")
        .select("id", "article_id", "block_id", "start", "fragment", "text")
        .join(blocks, left_on="block_id", right_on="id", how="semi")
        .join(english, left_on="article_id", right_on="id")
        .join(readings, on="text")
        .with_columns(group=pl.col("story_id").fill_null(pl.col("article_id")))
        .sort("group", "article_id", "start")
        .drop("story_id")
    )
    return found.join(_apart(work, found), on="id").sort("group", "article_id", "start")


def _apart(work: Work, passages: pl.DataFrame) -> pl.DataFrame:
    """Whether a sentence may stand behind the one before it only because the page was stitched so."""
    sentences = work.table("sentences").join(passages.select("id"), on="id", how="semi")
    held = records_of(Sentence, sentences.sort("article_id", "start"))
    following = runs(held, [w for w in shared_witnesses(work) if not w.quoted])
    number: Counter[str] = Counter()
    rows = []
    for sentence in held:
        rows.append(
            (sentence.id, number[sentence.article_id] not in following[sentence.article_id])
        )
        number[sentence.article_id] += 1
    return pl.DataFrame(rows, schema={"id": pl.String, "apart": pl.Boolean}, orient="row")


def _stories(passages: pl.DataFrame, common: Frames) -> pl.DataFrame:
    """A row for each group: its story, and a name for its unit of work that changes with whatever its
    actors depend on."""
    told = json.dumps([frame.to_dict(as_series=False) for frame in common.values()])
    rows = []
    for group, part in passages.group_by("group", maintain_order=True):
        own = json.dumps([part[name].to_list() for name in ("id", "how", "apart")])
        digest = hashlib.sha256((told + own).encode()).hexdigest()[:16]
        name = str(group[0])
        rows.append((name, f"{name}-{digest}", name if name.startswith("story-") else None))
    schema = {"group": pl.String, "unit": pl.String, "story_id": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _media(tags: pl.DataFrame) -> pl.DataFrame:
    """The names that tags give, as compared."""
    names = tags.filter(pl.col("kind") != "dateline")["name"].drop_nulls().unique().sort()
    values = sorted({compared(name) for name in names})
    return pl.DataFrame({"name": [list(n) for n in values]}, schema={"name": pl.List(pl.String)})


def _cast_batch(frames: Frames) -> Result:
    media = frozenset(tuple(name) for name in frames["media"]["name"])
    swapped = {frozenset(pair) for pair in frames["swaps"].iter_rows()}
    actors: list[Actor] = []
    mentions: list[ActorMention] = []
    outcomes: list[Outcome] = []
    together = records_of(Together, frames["together"])
    for unit, story in frames["stories"].iter_rows():
        mine = {name: frames[name].filter(pl.col("unit") == unit) for name in ("passages", "tags")}
        tags = mine["tags"].select("article_id", "start", "end").iter_rows()
        cast = find_cast(story, _sentences(mine["passages"]), swapped, media, tags, together)
        actors += cast.actors
        mentions += cast.mentions
        outcomes += cast.outcomes
    return {
        "actors": frame_of(Actor, actors),
        "actor_mentions": frame_of(ActorMention, mentions),
        "together_done": frame_of(Outcome, outcomes),
    }


def _sentences(passages: pl.DataFrame) -> Iterator[tuple[Place, Read]]:
    """The sentences of a story, each distinct text read once. A block is a passage; a sentence without its
    head or tail is one by itself, and so is what follows another without a space, for there two texts, or
    two paragraphs, were glued, and what a stitched page may have put there."""
    texts = passages.select("text", *_READ).unique("text").iter_rows(named=True)
    reads = {row["text"]: Read.of(row) for row in texts}
    article = passage = ""
    end = number = 0
    for row in passages.drop(_READ).sort("article_id", "start").iter_rows(named=True):
        if row["article_id"] != article:
            article, number, passage = row["article_id"], 0, ""
        apart = row["fragment"] or row["start"] == end or row["apart"]
        if apart or not passage.startswith(row["block_id"]):
            passage = f"{row['block_id']} {row['start']}"
        yield Place(article, row["id"], row["start"], passage, number), reads[row["text"]]
        end, number = row["start"] + len(row["text"]), number + 1
        if row["fragment"]:
            passage = ""
