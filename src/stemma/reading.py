"""The two steps at the door of the case: files become articles, and hands may correct them."""

import os
from collections.abc import Mapping
from pathlib import PurePosixPath

import polars as pl

from stemma.corrections import (
    Removed,
    apart,
    correct,
    digest,
    entries_of,
    given,
    removed,
    settled,
    together,
)
from stemma.engine import Frames, Result, units_of
from stemma.errors import Remark, Unreadable
from stemma.frames import conform, frame_of, ordered, records_of, schema
from stemma.intake import Intake, failure, new_sources, remarks_on
from stemma.model import Article, Block, Correction, Failure, Given, Outcome, Together
from stemma.read import Source, formats, meta_of, options_of, read_source
from stemma.work import Work, map_units, union

# What a batch of files gives.
_PARTS: Mapping[str, pl.Schema] = {
    "articles": schema(Article),
    "layout": schema(Block),
    "failures": schema(Failure),
    "origins": pl.Schema({"id": pl.String, "source_id": pl.String}),
}
SOURCES = pl.Schema({"id": pl.String, "locator": pl.String, "reading": pl.String})
# Two passages that are not of one family.
_APART = pl.Schema(
    {"article": pl.String, "start": pl.Int64, "end": pl.Int64}
    | {"other": pl.String, "other_start": pl.Int64, "other_end": pl.Int64}
)
# Files of which something could not be used, and where they lie, to see whether they still do.
_PLACES = pl.Schema({"locator": pl.String, "place": pl.String})
# Columns that cases of an earlier version lack.
_SINCE = {"outcome": "left out", "language_how": "unknown: read by an earlier version"}


def read(work: Work) -> Result:
    """Files -> articles, the blocks that their markup shows, and failures; what the case has read
    before is kept and not read again."""
    known = _known(work.before("sources"))
    pile = new_sources(work.pile, dict(known.select("id", "reading").iter_rows()))
    work.progress.stage("read", len(pile.fresh))
    parts = map_units(work, _read_batch, units_of({"sources": pile.fresh}, "sources", "key", {}))
    fresh = {
        name: pl.concat([pl.DataFrame(schema=kind), *(part[name] for part in parts)])
        for name, kind in _PARTS.items()
    }
    work.counts.update(
        files=len(pile.fresh), files_known=pile.known, articles=len(fresh["articles"])
    )
    kept = _kept(work, pile, fresh, known)
    gone = removed(entries_of(work.corrections))
    taken = fresh["articles"].filter(_is_gone(fresh["articles"], gone))
    remarks = [_was_removed(path) for path in taken["path"]]
    remarks += [*pile.failures, *remarks_on(kept["articles"], pile.meta)]
    places = _places(work, pile)
    old = _old_failures(work.before("failures"), pile, places)
    by_hand = pl.DataFrame({"id": ["corrections"], "text": [work.corrections]})
    failures = union([frame_of(Failure, remarks), fresh["failures"], old], Failure)
    return {**kept, "failures": failures, "by_hand": by_hand, "places": _of(failures, places)}


def _read_batch(frames: Frames) -> Result:
    articles: list[Article] = []
    layout: list[Block] = []
    failures: list[Failure] = []
    origins: list[tuple[str, str]] = []
    known = formats()
    for row in frames["sources"].iter_rows(named=True):
        source = Source(row["locator"], row["path"], row["data"])
        options, meta = options_of(row["options"]), meta_of(row["meta"])
        try:
            for found in read_source(source, options, meta, known):
                if isinstance(found, Unreadable):
                    failures.append(failure(source.locator, found))
                else:
                    articles.append(found.article)
                    layout.extend(found.layout)
                    origins.append((found.article.id, row["id"]))
        except Unreadable as error:
            failures.append(failure(source.locator, error))
    return {
        "articles": frame_of(Article, articles),
        "layout": frame_of(Block, layout),
        "failures": frame_of(Failure, failures),
        "origins": pl.DataFrame(origins, schema=_PARTS["origins"], orient="row"),
    }


def _known(before: pl.DataFrame | None) -> pl.DataFrame:
    if before is None:
        return pl.DataFrame(schema=SOURCES)
    # Cases of an earlier version do not say how they were told to read.
    told = before if "reading" in before.columns else before.with_columns(reading=pl.lit(""))
    return told.select(list(SOURCES))


def _kept(
    work: Work, pile: Intake, fresh: Mapping[str, pl.DataFrame], known: pl.DataFrame
) -> Result:
    """What was read now and before, less what was read anew otherwise, and what was taken out."""
    before = work.before("origins")
    old = pl.DataFrame(schema=_PARTS["origins"]) if before is None else before
    # What was read anew replaces what was read before, if anything came of it.
    gave_now = fresh["origins"]["source_id"].unique().to_list()
    again = pl.col("source_id").is_in(gave_now)
    origins = pl.concat([old.filter(~again), fresh["origins"]]).unique().sort("id", "source_id")
    stale = set(old.filter(again)["id"]) - set(origins["id"])
    articles = _with_before(work, "articles", fresh, Article)
    articles = articles.filter(~pl.col("id").is_in(list(stale)))
    is_gone = _is_gone(articles, removed(entries_of(work.corrections)))
    taken, articles = articles.filter(is_gone)["id"], articles.filter(~is_gone)
    layout = _with_before(work, "layout", fresh, Block)
    # What gave nothing is tried again by the next build: a reader may be installed by then. So is
    # what gave something that was taken out, which may be let in again.
    gave = set(origins["source_id"]) | (set(known["id"]) if before is None else set())
    gave -= set(origins.filter(pl.col("id").is_in(taken.to_list()))["source_id"])
    origins = origins.join(articles, on="id", how="semi")
    told = (pl.col("options") + pl.col("meta")).alias("reading")
    read_now = pile.fresh.filter(pl.col("id").is_in(gave_now)).select("id", "locator", told)
    sources = pl.concat([read_now, known]).unique("id", keep="first")
    return {
        "articles": articles,
        "layout": layout.join(articles, left_on="article_id", right_on="id", how="semi"),
        "origins": origins,
        "sources": sources.filter(pl.col("id").is_in(list(gave))).sort("id"),
    }


def _is_gone(articles: pl.DataFrame, gone: Removed) -> pl.Series:
    """Of which articles a person said that they are taken out."""
    paths = {path for path, _ in gone.texts}
    return pl.Series(
        [
            name in gone.names
            or path in gone.names
            or (path in paths and (path, digest(text)) in gone.texts)
            for name, path, text in articles.select("id", "path", "text").iter_rows()
        ],
        dtype=pl.Boolean,
    )


def _with_before(
    work: Work, name: str, fresh: Mapping[str, pl.DataFrame], record: type
) -> pl.DataFrame:
    before = work.before(name)
    old = [] if before is None else [conform(record, before, _SINCE)]
    return union([fresh[name], *old], record)


def _places(work: Work, pile: Intake) -> dict[str, str]:
    """Where files lie of which something could not be used, now or before."""
    before = work.before("places")
    known = {} if before is None else dict(before.select("locator", "place").iter_rows())
    return {**known, **pile.places}


def _of(failures: pl.DataFrame, places: Mapping[str, str]) -> pl.DataFrame:
    held = sorted({root for path in failures["path"] for root in _roots(path) if places.get(root)})
    return pl.DataFrame({"locator": held, "place": [places[one] for one in held]}, schema=_PLACES)


def _roots(path: str) -> list[str]:
    """What the file may be called of which a failure's path names a record or a member."""
    return [path, path.split("#")[0], *map(str, PurePosixPath(path).parents)]


def _old_failures(
    before: pl.DataFrame | None, pile: Intake, places: Mapping[str, str]
) -> pl.DataFrame:
    """Failures of earlier builds that still stand: not those of files that were read again or are
    gone, nor those that are looked for anew at every build."""
    if before is None:
        return pl.DataFrame(schema=schema(Failure))
    rows = conform(Failure, before, _SINCE)
    again = set(pile.fresh["locator"])
    seen = {
        *pile.places, *(str(folder) for one in pile.places for folder in PurePosixPath(one).parents),
    }  # fmt: skip

    def stands(row: dict[str, str]) -> bool:
        roots = _roots(row["path"])
        if row["stage"] == "pile" or any(_is_gone_from(places.get(root)) for root in roots):
            return False
        return not (row["path"] in seen if row["stage"] == "intake" else again.intersection(roots))

    kept = [stands(row) for row in rows.iter_rows(named=True)]
    return rows.filter(pl.Series(kept, dtype=pl.Boolean))


def _is_gone_from(place: str | None) -> bool:
    return bool(place) and not os.path.lexists(str(place))


def _was_removed(path: str) -> Failure:
    error = Remark(
        f"'{path}' was taken out of this case before, and stays out.",
        "It is listed under [[remove]] in the case's corrections.toml.",
        "Delete its lines there to let it in again.",
    )
    return failure(path, error, "pile")


def corrections(work: Work) -> Result:
    """Articles -> articles as corrected by hand."""
    work.progress.stage("corrections", 1)
    (text,) = work.table("by_hand")["text"]
    entries = entries_of(text)
    found = correct(records_of(Article, work.table("articles")), entries)
    spans = [(*one, *other) for one, other in apart(entries)]
    return {
        "apart": pl.DataFrame(spans, schema=_APART, orient="row").sort(pl.all()),
        "articles": ordered(frame_of(Article, found.articles)),
        "corrections": frame_of(Correction, found.corrections),
        "given": frame_of(Given, given(entries)),
        "together": frame_of(Together, together(entries)),
    }


def corrected(work: Work) -> Result:
    """Corrections -> what became of those that later stages apply."""
    work.progress.stage("corrected", 1)
    outcomes = [
        outcome
        for name in ("given_done", "together_done")
        for outcome in records_of(Outcome, work.table(name))
    ]
    rows = settled(records_of(Correction, work.table("corrections")), outcomes)
    return {"corrections": frame_of(Correction, rows)}
