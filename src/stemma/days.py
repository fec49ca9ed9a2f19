"""The step that finds expressions of time, and of each passage when it was said."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from stemma.counts import passages
from stemma.engine import Result
from stemma.frames import frame_of, records_of
from stemma.model import Article, Part, Sentence, Tag, Timex
from stemma.repeated import repeated
from stemma.times import (
    Line,
    Page,
    Pile,
    Wording,
    begins,
    is_pasted,
    may_have_times,
    opened_with,
    opens_on,
    said_of,
    shown_date,
    timexes_of,
)
from stemma.work import Work

_STORY = ("id", "story_id", "block_kind")
_READ = ("text", "words", "starts", "ends", "lemmas", "upos", "xpos", "heads", "rels")

# The days on which sentences were said, where they are known.
SAID: dict[str, Any] = {"id": pl.String, "first": pl.String, "last": pl.String, "why": pl.String}

# Passages of an article that others share, or have from it, for it to be their source rather than stitched;
# and the kinds of parts of which a source has none.
_COPIED = 3
_TAKEN = {"copied", "swapped", "orphaned"}

# How the date of an article is known, where somebody says it and nothing guesses it.
_TOLD = ("given", "declared", "corrected")


def find_times(work: Work) -> Result:
    """Sentences with their readings, families, tags and dates of articles -> expressions of time, and when
    sentences were said."""
    work.progress.stage("times", 1)
    found = passages(work)
    held = records_of(Sentence, found)
    stories = {id_: of for id_, *of in found.select(_STORY).iter_rows()}
    again = repeated(work)
    following = again.following(held, written=False)
    lines = _lines(held, following, _datelines(work), _wordings(work, held), stories)
    articles = records_of(Article, work.table("articles").sort("id"))
    whole, credited = _whole(work, again.parts, lines, articles), _credited(work)
    pages = [
        _page(
            article,
            lines[article.id],
            article.id in whole,
            article.id in credited,
            article.id in again.of,
        )
        for article in articles
        if article.id in lines
    ]
    work.swept.update(articles=len(pages), sentences=len(held))
    pile = Pile(pages, again.shared)
    said = pl.DataFrame(list(said_of(pile)), schema=SAID, orient="row")
    return {"timexes": frame_of(Timex, timexes_of(pile)), "said_on": said}


def _wordings(work: Work, held: list[Sentence]) -> dict[str, Wording]:
    """The distinct sentences, those that may have expressions of time with their readings."""
    texts = {one.text for one in held}
    timed = pl.DataFrame(
        {"text": sorted(filter(may_have_times, texts))}, schema={"text": pl.String}
    )
    found = work.table("readings").select(_READ).join(timed, on="text", how="semi")
    readings = {row["text"]: row for row in found.iter_rows(named=True)}
    return {text: Wording(text, readings.get(text)) for text in texts}


def _lines(
    held: list[Sentence],
    following: Mapping[str, frozenset[int]],
    datelines: Mapping[str, str],
    wordings: Mapping[str, Wording],
    stories: Mapping[str, Sequence[str]],
) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for one in held:
        own = found[one.article_id]
        goes_on = len(own) in following[one.article_id]
        wording = wordings[one.text]
        own.append(Line(one, goes_on, datelines.get(one.id), wording, *stories[one.id]))
    return dict(found)


def _datelines(work: Work) -> dict[str, str]:
    """Sentence -> the date in its dateline, as written."""
    tags = records_of(Tag, work.table("tags").filter(pl.col("date").is_not_null()))
    return {tag.sentence_id: tag.date for tag in tags if tag.date}


def _whole(
    work: Work,
    parts: Iterable[Part],
    lines: Mapping[str, Sequence[Line]],
    articles: Iterable[Article],
) -> set[str]:
    """Articles of which no passage is shown to be taken from others or stands below the opening of another
    report; and others copied from them, or they begin as a report does and are signed, or open with news of
    their date."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        kinds[part.article_id][part.kind] += 1
    tags = work.table("tags").select("article_id", "kind", "name")
    credits = tags.filter(pl.col("kind") == "credit").sort("article_id", "name")
    signed = dict(credits.select("article_id", "name").iter_rows())
    opened = _opened(work)
    found = set()
    for a in articles:
        held, of = lines.get(a.id, ()), kinds[a.id]
        if of.keys() & _TAKEN or is_pasted(held, opened):
            continue
        shared = of["exemplar"] + of["undecided"] >= _COPIED
        if (
            of["exemplar"] >= _COPIED
            or (shared and begins(held, opened, a.id in signed, signed.get(a.id) or ""))
            or opens_on(held, opened, _told(a, held))
        ):
            found.add(a.id)
    return found


def _opened(work: Work) -> set[str]:
    """The sentences that open with a report's place, date or agency."""
    tags = work.table("tags").filter(pl.col("kind").is_in(["dateline", "agency"]))
    starts = work.table("sentences").select("id", "start")
    at_head = tags.join(starts, left_on=["sentence_id", "start"], right_on=["id", "start"])
    return set(at_head["sentence_id"])


def _credited(work: Work) -> set[str]:
    """Articles that name an agency as where they have it from."""
    tags = work.table("tags").filter(pl.col("kind").is_in(["agency", "credit"]))
    return set(tags["article_id"])


def _page(
    article: Article, lines: list[Line], whole: bool, credited: bool, again: bool = False
) -> Page:
    """An article whose sentences all follow on one another is not stitched either. A date that was guessed
    from a page says nothing, and that on which it was fetched only that it existed; so does a date that it
    shows above its text, unless it is not stitched."""
    how = article.published_how
    given = _told(article, lines)
    fetched = _day(article.published) if how.startswith("fetched") else None
    shown = None if given or fetched else shown_date(lines)
    whole = whole or all(line.goes_on for line in lines[1:])
    day = given or (shown if whole else None)
    text = article.text_id or article.id
    return Page(
        article.id, day, given or fetched or shown, whole, lines, text, shown is not None, credited,
        again,
    )  # fmt: skip


def _told(article: Article, lines: Sequence[Line]) -> date | None:
    """Its date, where somebody says it, or where it was guessed from the page and the dateline that its text
    opens with has the same day."""
    day = _day(article.published)
    if article.published_how.startswith(_TOLD) or (day and opened_with(lines, day)):
        return day
    return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
