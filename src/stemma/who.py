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
from stemma.reader import READINGS
from stemma.repeated import repeated
from stemma.text.countries import compared
from stemma.work import Work, map_units, union

# Where actors are looked for: neither in what is of another story, nor in the furniture of pages.
KINDS = ("headline", "paragraph", "caption")
_SENTENCES = 1_000  # from which on a unit of work takes no further story
_READ = [name for name in READINGS if name not in ("text", "feats", "vector", "how")]


def find_actors(work: Work) -> Result:
    """Readings of English articles -> actors and mentions."""
    passages = _passages(work)
    swaps = work.table("swaps").select("left", "right").sort("left", "right")
    tags = work.table("tags").select("article_id", "start", "end", "kind", "name")
    together = work.table("together")
    common = {"swaps": swaps, "media": _media(tags), "together": together}
    stories = _packed(_stories(passages, common))
    passages = passages.join(stories.select("group", "unit", "pack"), on="group").drop("group")
    packs = stories.select(id="pack").unique()
    work.progress.stage("actors", len(packs))
    work.swept.update(
        articles=passages["article_id"].n_unique(), sentences=passages["text"].n_unique()
    )
    articles = passages.select("article_id", "unit", "pack").unique()
    frames = {
        "packs": packs,
        "stories": stories.select("unit", "story_id", "pack"),
        "passages": passages,
        "tags": tags.join(articles, on="article_id").sort("article_id", "start", "end"),
    }
    readings = work.table("readings").select("text", *_READ)
    units = units_of(
        frames, "packs", "id", dict.fromkeys(("stories", "passages", "tags"), "pack"), 1
    )
    parts = map_units(
        work,
        _cast_batch,
        ((key, {**unit, **common, "readings": _of(unit, readings)}) for key, unit in units),
    )
    return {
        "actors": union([part["actors"] for part in parts], Actor),
        "actor_mentions": union([part["actor_mentions"] for part in parts], ActorMention),
        "together_done": union([part["together_done"] for part in parts], Outcome),
    }


def _of(unit: Frames, readings: pl.DataFrame) -> pl.DataFrame:
    """What the reader saw in the passages of a unit, each text once."""
    return readings.join(unit["passages"], on="text", how="semi")


def _passages(work: Work) -> pl.DataFrame:
    """The sentences that are looked at and that were read, and the story, or else the article, that they
    are a part of (`group`)."""
    english = work.table("articles").filter(~in_other_language()).select("id", "story_id")
    blocks = work.table("blocks").filter(pl.col("kind").is_in(list(KINDS))).select("id")
    readings = work.table("readings").select("text", "how")
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
    """Whether a sentence may stand behind the one before it only because the page was stitched so, and
    whether its article repeats another one."""
    sentences = work.table("sentences").join(passages.select("id"), on="id", how="semi")
    held = records_of(Sentence, sentences.sort("article_id", "start"))
    again = repeated(work)
    following = again.following(held)
    number: Counter[str] = Counter()
    rows = []
    for sentence in held:
        at = sentence.article_id
        rows.append((sentence.id, number[at] not in following[at], at in again.of))
        number[at] += 1
    columns = {"id": pl.String, "apart": pl.Boolean, "again": pl.Boolean}
    return pl.DataFrame(rows, schema=columns, orient="row")


def _stories(passages: pl.DataFrame, common: Frames) -> pl.DataFrame:
    """A row for each group: its story, and a name for its unit of work that changes with whatever its
    actors depend on."""
    told = json.dumps([frame.to_dict(as_series=False) for frame in common.values()])
    rows = []
    for group, part in passages.group_by("group", maintain_order=True):
        own = json.dumps([part[name].to_list() for name in ("id", "how", "apart", "again")])
        digest = hashlib.sha256((told + own).encode()).hexdigest()[:16]
        name = str(group[0])
        story = name if name.startswith("story-") else None
        rows.append((name, f"{name}-{digest}", story, len(part)))
    schema = {"group": pl.String, "unit": pl.String, "story_id": pl.String, "size": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _packed(stories: pl.DataFrame) -> pl.DataFrame:
    """The stories with the unit of work that each is a part of (`pack`), which is named by what it holds:
    small ones go together, since the work on one costs less than a file."""
    packs: list[list[str]] = []
    held = _SENTENCES
    for name, size in stories.sort("unit").select("unit", "size").iter_rows():
        if held >= _SENTENCES:
            packs.append([])
            held = 0
        packs[-1].append(name)
        held += size
    names = [hashlib.sha256("\n".join(pack).encode()).hexdigest()[:16] for pack in packs]
    rows = [(unit, name) for pack, name in zip(packs, names, strict=True) for unit in pack]
    schema = {"unit": pl.String, "pack": pl.String}
    return stories.join(pl.DataFrame(rows, schema=schema, orient="row"), on="unit")


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
    for unit, story in frames["stories"].select("unit", "story_id").iter_rows():
        mine = {name: frames[name].filter(pl.col("unit") == unit) for name in ("passages", "tags")}
        mine["passages"] = _read(mine["passages"], frames["readings"])
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


def _read(passages: pl.DataFrame, readings: pl.DataFrame) -> pl.DataFrame:
    """The passages, the first of each text with what the reader saw in it."""
    first = passages.select("id", "text").unique("text", keep="first", maintain_order=True)
    read = first.join(readings, on="text").drop("text")
    return passages.join(read, on="id", how="left", maintain_order="left")


def _sentences(passages: pl.DataFrame) -> Iterator[tuple[Place, Read]]:
    """The sentences of a story, each distinct text read once. A block is a passage; a sentence without its
    head or tail is one by itself, and so is what follows another without a space, for there two texts, or
    two paragraphs, were glued, and what a stitched page may have put there."""
    texts = passages.select("text", *_READ).drop_nulls("words").iter_rows(named=True)
    reads = {row["text"]: Read.of(row) for row in texts}
    article = passage = ""
    end = number = 0
    for row in passages.drop(_READ).sort("article_id", "start").iter_rows(named=True):
        if row["article_id"] != article:
            article, number, passage = row["article_id"], 0, ""
        apart = row["fragment"] or row["start"] == end or row["apart"]
        if apart or not passage.startswith(row["block_id"]):
            passage = f"{row['block_id']} {row['start']}"
        yield (
            Place(article, row["id"], row["start"], passage, number, row["again"]),
            reads[row["text"]],
        )
        end, number = row["start"] + len(row["text"]), number + 1
        if row["fragment"]:
            passage = ""
