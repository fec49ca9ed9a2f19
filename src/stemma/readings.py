"""The step that reads: each distinct English sentence once, kept by its text and the reader's version."""

import hashlib
from collections.abc import Iterator

import polars as pl

from stemma.engine import Frames, Result, units_of
from stemma.frames import frame_of, in_other_language
from stemma.model import Name, span_id
from stemma.reader import READINGS, load
from stemma.reader.model import shipped_version
from stemma.reader.reading import named
from stemma.work import Work, map_units

# What is read: not the furniture of pages.
KINDS = ("headline", "paragraph", "caption", "insert", "dateline")
# Texts in one row of what is handed to a worker, and rows in one unit: reading is slow, so that units are
# small, and a few hundred articles are read by all workers.
_TEXTS = 32
_ROWS = 8


def read_sentences(work: Work) -> Result:
    """Sentences of English articles -> readings, and the names in them. A text that was read before by
    this version of the reader is not read again."""
    sentences = _sentences(work)
    before = work.before("readings")
    known = pl.DataFrame(schema=READINGS) if before is None else before
    known = known.filter(pl.col("how").str.starts_with(f"reader {shipped_version()}"))
    # The least article that has a text speaks for all.
    texts = sentences.unique("text", keep="first", maintain_order=True)
    fresh = texts.join(known, on="text", how="anti")
    work.counts.update(
        articles=fresh["article_id"].n_unique(), sentences=len(fresh),
        sentences_kept=len(texts) - len(fresh), sentences_same=len(sentences) - len(texts),
    )  # fmt: skip
    work.progress.stage("reader", -(-len(fresh) // _TEXTS))
    units = units_of({"texts": _rows(fresh["text"])}, "texts", "id", {}, _ROWS)
    parts = map_units(work, _read_batch, units)
    kept = known.join(texts, on="text", how="semi")
    readings = pl.concat([kept, *(part["readings"] for part in parts)]).sort("text")
    return {"readings": readings, "names": frame_of(Name, _names(sentences, readings))}


def _sentences(work: Work) -> pl.DataFrame:
    english = work.table("articles").filter(~in_other_language())
    blocks = work.table("blocks").filter(pl.col("kind").is_in(list(KINDS)))
    return (
        work.table("sentences")
        .join(blocks, left_on="block_id", right_on="id", how="semi")
        .join(english, left_on="article_id", right_on="id", how="semi")
        .sort("article_id", "start")
    )


def _rows(texts: pl.Series) -> pl.DataFrame:
    ordered = texts.sort().to_list()
    parts = [ordered[i : i + _TEXTS] for i in range(0, len(ordered), _TEXTS)]
    names = [hashlib.sha256("\x1f".join(part).encode()).hexdigest()[:16] for part in parts]
    return pl.DataFrame(
        {"id": names, "texts": parts}, schema={"id": pl.String, "texts": pl.List(pl.String)}
    )


def _read_batch(frames: Frames) -> Result:
    return {"readings": load().read(frames["texts"]["texts"].explode().to_list())}


def _names(sentences: pl.DataFrame, readings: pl.DataFrame) -> Iterator[Name]:
    columns = readings.select("text", "starts", "ends", "names", "how").iter_rows()
    found = {row[0]: (named(row[1], row[2], row[3]), row[4]) for row in columns}
    for name, article, at, text in sentences.select(
        "id", "article_id", "start", "text"
    ).iter_rows():
        spans, how = found[text]
        for start, end, kind in spans:
            own = span_id("name", article, at + start, at + end)
            yield Name(own, article, name, at + start, at + end, kind, how, text[start:end])
