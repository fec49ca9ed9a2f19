"""The step that finds mentions of events: each distinct sentence once, kept by its text and the reader's
version, then placed in the articles that have it, with their actors, quotes and times."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import polars as pl

from stemma.counts import Said, holder, passages, said
from stemma.engine import Frames, Result, units_of
from stemma.events import events, row_of_sight, sight, tree_of
from stemma.events.dated import dating, is_in
from stemma.frames import fields_of, frame_of, frame_of_rows, records_of
from stemma.model import ActorMention, Mention, Names, Timex, mention_at, span_id
from stemma.voices import Voice, voices_of
from stemma.work import Work, map_texts, union

_READ = ("words", "starts", "ends", "lemmas", "upos", "xpos", "heads", "rels", "names", "vector")
DEALT: dict[str, Any] = {"text": pl.String, "reading": pl.String, "found": pl.String}
# What a mention that can be a report of an event is joined with others by. `at`: its first character within
# its sentence, whose text is `sentence`; `after`: the mentions that its sentence says came before;
# `again`: those that tell of the same event there; `passing`: the expressions of time of the deed beside
# which it is told in passing.
REPORTS: dict[str, Any] = {
    "id": pl.String, "article_id": pl.String, "sentence_id": pl.String, "story_id": pl.String,
    "at": pl.Int64, "sentence": pl.String, "heads": pl.List(pl.String), "who": pl.List(pl.String),
    "whom": pl.List(pl.String), "near": pl.List(pl.String), "after": pl.List(pl.String),
    "again": pl.List(pl.String), "manner": pl.List(pl.String), "many": pl.Boolean, "said": pl.List(pl.String),
    "news": pl.Boolean, "passing": pl.List(pl.String),
}  # fmt: skip
_KEY = ["text", "reading"]
_OPENS = frozenset("\"'“”‘«„")
_BESIDE = ("actor_mentions", "quotes", "timexes")


def find_mentions(work: Work) -> Result:
    """Readings of English sentences -> mentions of events, of which none is joined to another yet."""
    # A line of a date and a place tells when a text was written, not what happened: `Updated on May 3`.
    sentences = passages(work).filter(pl.col("block_kind") != "dateline")
    readings = work.table("readings").rename({"how": "reading"})
    texts = sentences.unique("text", keep="first", maintain_order=True).join(readings, on="text")
    before = work.before("dealt")
    known = pl.DataFrame(schema=DEALT) if before is None else before
    fresh = texts.join(known, on=_KEY, how="anti")
    work.counts.update(articles=fresh["article_id"].n_unique(), sentences=len(fresh))
    work.swept.update(articles=sentences["article_id"].n_unique(), sentences=len(texts))
    articles = sentences["article_id"].n_unique()
    work.progress.stage("mentions", len(fresh) + articles)
    parts = map_texts(work, _deal_batch, fresh.select(*_KEY, *_READ).sort("text"), _KEY)
    kept = known.join(texts, on=_KEY, how="semi")
    dealt = pl.concat([kept, *(part["dealt"] for part in parts)]).sort("text")
    return {**_placed(work, sentences, dealt), "dealt": dealt}


def _deal_batch(frames: Frames) -> Result:
    rows = [
        (row["text"], row["reading"], json.dumps(_of_text(row), default=fields_of))
        for row in frames["texts"].iter_rows(named=True)
    ]
    return {"dealt": pl.DataFrame(rows, schema=DEALT, orient="row")}


def _of_text(row: Mapping[str, Any]) -> dict[str, Any]:
    tree = tree_of(row["text"], row)
    return row_of_sight(sight(tree, events(row["text"], row, tree)))


# -- the places of what is found ---------------------------------------------------------------------


class _Beside(NamedTuple):
    """What a sentence has of actors, quotes and expressions of time. `voices`: quote -> who says it, if that
    is known."""

    actors: Sequence[ActorMention]
    quotes: Sequence[Said]
    times: Sequence[Timex]
    voices: Mapping[str, Voice]


def _placed(work: Work, sentences: pl.DataFrame, dealt: pl.DataFrame) -> Result:
    own = sentences.select("id", "article_id", "story_id", "start", "text")
    own = own.join(dealt, on="text", how="semi")
    articles = own.select(id="article_id").unique().sort("id")
    frames = {"articles": articles, "sentences": own}
    frames |= {name: work.table(name) for name in _BESIDE}
    kinds = work.table("actors").select(actor_id="id", speaker_is="kind")
    frames["quotes"] = frames["quotes"].join(
        kinds, on="actor_id", how="left", maintain_order="left"
    )
    refers = dict.fromkeys(("sentences", *_BESIDE), "article_id")
    units = (
        (key, {**unit, "dealt": dealt.join(unit["sentences"], on="text", how="semi")})
        for key, unit in units_of(frames, "articles", "id", refers)
    )
    # Not kept as finished units: what is placed depends on actors, quotes and times of the whole pile.
    parts = [part for _, part in work.engine.map_batches(_place_batch, units, lambda _: None)]
    work.progress.advance(len(articles))
    reports = [pl.DataFrame(schema=REPORTS), *(part["reports"] for part in parts)]
    return {
        "mentions": union([part["mentions"] for part in parts], Mention),
        "reports": pl.concat(reports).sort("id"),
    }


def _place_batch(frames: Frames) -> Result:
    actors = _by("sentence_id", records_of(ActorMention, frames["actor_mentions"]))
    times = _by("sentence_id", records_of(Timex, frames["timexes"]))
    quotes, voices = _quotes(frames["quotes"]), voices_of(frames["quotes"])
    dealt = frames["dealt"].select("text", "found").iter_rows()
    known = {text: json.loads(found)["seen"] for text, found in dealt}
    rows: list[Mention] = []
    reports: list[dict[str, Any]] = []
    for row in frames["sentences"].sort("article_id", "start").iter_rows(named=True):
        name = row["id"]
        near = _near(quotes.get(row["article_id"], ()), row["start"], len(row["text"]))
        of = _Beside(actors.get(name, ()), near, times.get(name, ()), voices)
        sights = known[row["text"]]
        for seen in sights:
            mention, who, whom = _mention(row, seen, of)
            is_time = _is_time(mention.start, of.times)
            rows.append(_uncoded(mention) if is_time else mention)
            if seen["event"] and mention.story_id and not is_time:
                beside = _beside(row, seen, sights) | {"passing": _passing(row, seen, of.times)}
                reports.append(_report(row, seen, mention, who, whom) | beside)
    return {"mentions": frame_of(Mention, rows), "reports": frame_of_rows(reports, REPORTS)}


def _by(column: str, rows: Sequence[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _quotes(frame: pl.DataFrame) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    columns = ("id", "article_id", "start", "end", "pieces")
    for name, article, start, end, pieces in frame.select(columns).iter_rows():
        found[article].append(said(name, end - start, pieces))
    return found


def _is_marked(text: str, at: int) -> bool:
    """Whether words of somebody stand in quotation marks: they begin with one, or in a sentence before. What
    is only reported (`condemned the attack on 3 May`) may hold the day of who reports it."""
    return at < 0 or text[at : at + 1] in _OPENS


def _near(quotes: Sequence[Said], start: int, length: int) -> list[Said]:
    """The quotes of which a piece has a character of a sentence."""
    end = start + length
    near = [one for one in quotes if one.pieces[0][0] < end and start < one.pieces[-1][1]]
    return [one for one in near if any(a < end and start < b for a, b in one.pieces)]


def _mention(
    row: Mapping[str, Any], seen: Mapping[str, Any], of: _Beside
) -> tuple[Mention, Names, Names]:
    """The mention, and the keys of who and whom: ids of actors, else the lemmas of their main words."""
    told, at, article = seen["mention"], row["start"], row["article_id"]
    start, end = at + told["start"], at + told["end"]
    text = row["text"]
    who = _parties(*_named(text, told["actors"], seen["who"], seen["who_meant"], at, of), at, of)
    # What a deed without a type is done with is no recipient (`raised the number`), but tells deeds apart.
    whom = _parties(
        *_named(text, told["recipients"], seen["whom"], seen["whom_meant"], at, of),
        at, of, None if told["type"] else seen["somebody"],
    )  # fmt: skip
    who, whom = _another(who, whom), _another(whom, who)
    quote = holder(of.quotes, start, end)
    voice = of.voices.get(quote or "")
    if voice and len(who.words) == 1 and not who.ids and voice.is_meant(who.words[0]):
        who = _Parties((voice.words,), voice.ids, voice.ids or who.keys)
    marks = [
        piece for one in of.quotes for piece in one.pieces if _is_marked(row["text"], piece[0] - at)
    ]
    time, why = dating(row["text"], seen, at, of.times, marks)
    place = seen["place"] and row["text"][slice(*seen["place"])]
    mention = Mention(
        id=span_id("mention", article, start, end), event_id=None, article_id=article,
        sentence_id=row["id"], story_id=row["story_id"], start=start, end=end,
        predicate=told["predicate"], type=told["type"], mode=told["mode"],
        contexts=tuple(told.get("contexts", ())), cameo=told["cameo"],
        actors=who.words, actor_ids=who.ids, recipients=whom.words, recipient_ids=whom.ids,
        place=place or None, first=time.first if time else None, last=time.last if time else None,
        timex_id=time.id if time else None, polarity=told["polarity"], certainty=told["certainty"],
        time=told["time"], sources=tuple(told["sources"]), quote_id=quote,
        stands=seen["stands"], how="; ".join([told["how"], *why]), text=told["text"],
    )  # fmt: skip
    return mention, who.keys, whom.keys


def _report(
    row: Mapping[str, Any], seen: Mapping[str, Any], mention: Mention, who: Names, whom: Names
) -> dict[str, Any]:
    return {
        "id": mention.id, "article_id": mention.article_id, "sentence_id": mention.sentence_id,
        "story_id": mention.story_id, "at": mention.start - row["start"], "sentence": row["text"],
        "heads": seen["heads"], "who": who, "whom": whom, "near": seen["near"],
        "manner": seen["manner"], "many": seen["many"], "said": seen["said"], "news": seen["news"],
    }  # fmt: skip


def _beside(
    row: Mapping[str, Any], seen: Mapping[str, Any], sights: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """The ids of the mentions of its sentence that it comes after, and that tell of the same."""
    at, article = row["start"], row["article_id"]
    said = {name: [sights[n]["mention"] for n in seen[name]] for name in ("after", "again")}
    return {
        name: [span_id("mention", article, at + m["start"], at + m["end"]) for m in of]
        for name, of in said.items()
    }


def _passing(row: Mapping[str, Any], seen: Mapping[str, Any], times: Sequence[Timex]) -> list[str]:
    """The ids of the days of the deed beside which one is told in passing."""
    near = [one for one in times if one.type in ("DATE", "TIME")]
    return [one.id for one in near if is_in(one, seen["passing"], row["start"])]


def _uncoded(mention: Mention) -> Mention:
    """A word that is part of a time (`on March 6`) and no deed."""
    found = mention.how.split("; ")[0]
    return replace(mention, type=None, mode=None, contexts=(), cameo=None,
                   how=f"{found}; not coded: it tells a time")  # fmt: skip


class _Parties(NamedTuple):
    """The words of parties, the ids of those that are known actors, and a key for each."""

    words: Names
    ids: Names
    keys: Names


_NOBODY = _Parties((), (), ())


# Pronouns that mean somebody only if it is known whom.
_OWNERS = frozenset("his her its their he she it they".split())


def _named(
    text: str,
    parties: Sequence[Mapping[str, Any]],
    heads: Sequence[Any],
    others: Sequence[Sequence[Any] | None],
    at: int,
    of: _Beside,
) -> tuple[list[Mapping[str, Any]], list[Any]]:
    """Parties with their main words, the phrase that a pronoun means in its sentence instead of a pronoun of
    which nothing is known otherwise."""
    found = []
    for party, head, other in zip(parties, heads, others, strict=True):
        known = other and _actor(of.actors, at + party["start"], at + party["end"], at + head[0])
        if other and not (known and known.actor_id):
            start, end, main, lemma = other
            meant = _actor(of.actors, at + start, at + end, at + main)
            if lemma not in _OWNERS or (meant and meant.actor_id):
                party, head = {"start": start, "end": end, "text": text[start:end]}, (main, lemma)
        found.append((party, head))
    return [party for party, _ in found], [head for _, head in found]


def _parties(
    named: Sequence[Mapping[str, Any]],
    heads: Sequence[Any],
    at: int,
    of: _Beside,
    somebody: Sequence[bool] | None = None,
) -> _Parties:
    """`somebody`: which of them are named at all; all of them unless given."""
    if not named:
        return _NOBODY
    shown = somebody or [True] * len(heads)
    words: list[str] = []
    ids, keys = dict[str, None](), dict[str, None]()
    for party, (head, lemma), is_one in zip(named, heads, shown, strict=True):
        if _is_time(at + head, of.times):
            continue
        one = _actor(of.actors, at + party["start"], at + party["end"], at + head)
        own = one.actor_id if one and not _is_joined(party, one, at) else None
        keys[own or lemma] = None
        if is_one:
            words.append(party["text"])
        if is_one and own:
            ids[own] = None
    return _Parties(tuple(words), tuple(ids), tuple(keys))


def _another(one: _Parties, other: _Parties) -> _Parties:
    """`he praised Ann Holm`: who is named beside a pronoun is not whom it means, or it would be `himself`."""
    pronoun = len(one.words) == 1 and one.words[0].casefold() in _OWNERS | {"him", "them"}
    named = any(word.casefold() not in _OWNERS for word in other.words)
    if not pronoun or not named or set(one.ids).isdisjoint(other.ids):
        return one
    return _Parties(one.words, (), (one.words[0].casefold(),))


def _is_joined(party: Mapping[str, Any], one: ActorMention, at: int) -> bool:
    """`Oman and Chad's ministers`: the ministers of both are not those of Chad."""
    before = str(party["text"])[: max(0, one.start - at - int(party["start"]))]
    return before.endswith(" and ")


def _actor(known: Sequence[ActorMention], start: int, end: int, head: int) -> ActorMention | None:
    """The mention that a party is: by its main word, else the name right behind it (`delegate Ann Lee`)."""
    found = mention_at(known, start, end, head)
    if found is not None and found.actor_id:
        return found
    return next((m for m in known if m.kind == "name" and m.start == end + 1), found)


def _is_time(at: int, times: Sequence[Timex]) -> bool:
    """Whether a word tells a time: `Friday's meeting` is nobody's."""
    return bool(times) and any(one.start <= at < one.end for one in times)
