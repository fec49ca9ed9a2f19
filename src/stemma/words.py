"""What is kept of each text, so that no later build reads it again.

    lines      for each block of one short line: the line as compared, and what stands around it
    counts     for each block: how often it has each word
    surfaces   for each distinct sentence text: its words as compared, with what lineage asks of them

All are functions of the text alone. The stages after *words*, which makes them, join and count them and
tokenise nothing.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np
import polars as pl
from scipy import sparse

from stemma.clean import Line, short_lines
from stemma.engine import Frames, Result, units_of
from stemma.frames import list_column, records_of
from stemma.lineage.passages import Surface, surface
from stemma.model import Block
from stemma.stories import Tally, word_counts
from stemma.work import Work, map_units

_STRINGS = pl.List(pl.String())
_NUMBERS = pl.List(pl.UInt32())
_SPANS = pl.List(pl.List(pl.Int64()))
_FLAGS = pl.Binary()

LINES = pl.Schema({name: pl.String() for name in Line._fields})
COUNTS = pl.Schema(
    {"id": pl.String(), "article_id": pl.String(), "words": _STRINGS, "times": _NUMBERS}
)
# `whole` and `whole_ends` are null where no word stands in a tag: they are `words` and `ends` then.
SURFACES = pl.Schema(
    {
        "text": pl.String(),
        "words": _STRINGS,
        "starts": _NUMBERS,
        "ends": _NUMBERS,
        "numbers": _FLAGS,
        "named": _FLAGS,
        "quoted": _FLAGS,
        "tagged": pl.Boolean(),
        "shouted": pl.Boolean(),
        "whole": _STRINGS,
        "whole_ends": _NUMBERS,
    }
)
KEPT = {"lines": LINES, "counts": COUNTS, "surfaces": SURFACES}
# Texts in one row of what is handed to a worker, in which a unit of work has some dozens.
_TEXTS = 32
_FRESH = pl.Schema({"id": pl.String(), "texts": _STRINGS, "tags": pl.List(_SPANS)})


def find_words(work: Work) -> Result:
    """What later stages ask of texts, made once for each block and each distinct sentence text; of
    texts met before it is kept, and of texts that are gone it is dropped."""
    blocks, sentences = work.table("blocks"), work.table("sentences")
    known = {name: work.before(name) for name in ("lines", "counts", "surfaces")}
    fresh = _without(blocks, known["counts"], "id")
    texts = _without(sentences, known["surfaces"], "text")
    # The least article that has a text speaks for all.
    texts = texts.sort("article_id", "start").unique("text", keep="first", maintain_order=True)
    articles = fresh.select(id="article_id").unique()
    work.counts.update(articles=len({*articles["id"], *texts["article_id"]}), sentences=len(texts))
    units = [
        *units_of(
            {"articles": articles, "blocks": fresh}, "articles", "id", {"blocks": "article_id"}
        ),
        *units_of({"texts": fresh_texts(texts, work.table("tags"))}, "texts", "id", {}),
    ]
    work.progress.stage("words", sum(len(next(iter(unit.values()))) for _, unit in units))
    parts = map_units(work, _read_words, units)
    return {
        "lines": _joined("lines", "id", known, parts, blocks),
        "counts": _joined("counts", "id", known, parts, blocks),
        "surfaces": _joined("surfaces", "text", known, parts, sentences),
    }


def _read_words(frames: Frames) -> Result:
    return read_blocks(frames) if "blocks" in frames else read_texts(frames)


def _without(frame: pl.DataFrame, known: pl.DataFrame | None, by: str) -> pl.DataFrame:
    return frame if known is None else frame.join(known, on=by, how="anti")


def _joined(
    name: str,
    by: str,
    known: Mapping[str, pl.DataFrame | None],
    parts: Sequence[Result],
    used: pl.DataFrame,
) -> pl.DataFrame:
    """What was kept of a table and what the parts add to it, less what is used no more."""
    before = known[name]
    kept = [] if before is None else [before.join(used, on=by, how="semi")]
    start = pl.DataFrame(schema=KEPT[name])
    return pl.concat([start, *kept, *(part[name] for part in parts if name in part)]).sort(by)


def read_blocks(frames: Frames) -> dict[str, pl.DataFrame]:
    """`lines` and `counts` of the frame `blocks`, which holds every block of its articles."""
    blocks = records_of(Block, frames["blocks"].sort("article_id", "start"))
    lines = [
        line
        for _, inside in groupby(blocks, key=lambda block: block.article_id)
        for line in short_lines(list(inside))
    ]
    counted = [word_counts(block.text) for block in blocks]
    columns = {
        "id": [block.id for block in blocks],
        "article_id": [block.article_id for block in blocks],
        "words": list_column([list(one) for one in counted], pl.String()),
        "times": list_column([list(one.values()) for one in counted], pl.UInt32()),
    }
    return {
        "lines": pl.DataFrame(lines, schema=LINES, orient="row"),
        "counts": pl.DataFrame(columns, schema=COUNTS),
    }


def fresh_texts(sentences: pl.DataFrame, tags: pl.DataFrame) -> pl.DataFrame:
    """The texts of `sentences` (one sentence for each) with the spans of their tags, as offsets into
    the text, some to a row. `id` is made of what the row holds."""
    spans: dict[str, list[list[int]]] = {}
    for name, start, end in tags.select("sentence_id", "start", "end").iter_rows():
        spans.setdefault(name, []).append([start, end])
    rows = sentences.sort("text").select("text", "id", "start").rows()
    found = [
        (text, [[s - first, e - first] for s, e in spans.get(name, ())])
        for text, name, first in rows
    ]
    parts = [found[i : i + _TEXTS] for i in range(0, len(found), _TEXTS)]
    columns = {
        "id": [_digest(part) for part in parts],
        "texts": [[text for text, _ in part] for part in parts],
        "tags": [[inside for _, inside in part] for part in parts],
    }
    return pl.DataFrame(columns, schema=_FRESH)


def read_texts(frames: Frames) -> dict[str, pl.DataFrame]:
    """`surfaces` of the frame `texts`, made by `fresh_texts`."""
    found = frames["texts"].select("texts", "tags").iter_rows()
    made = [
        surface(text, [(start, end) for start, end in inside])
        for texts, tags in found
        for text, inside in zip(texts, tags, strict=True)
    ]
    return {"surfaces": frame_of_surfaces(made)}


def frame_of_surfaces(made: Iterable[Surface]) -> pl.DataFrame:
    """A row for each surface."""
    columns = zip(*map(_row, made), strict=True)
    values: dict[str, Any] = dict(zip(SURFACES, columns, strict=False))
    for name in values:
        if isinstance(SURFACES[name], pl.List):
            inner = pl.UInt32() if SURFACES[name] == _NUMBERS else pl.String()
            values[name] = list_column(values[name], inner)
    return pl.DataFrame(values, schema=SURFACES)


def surfaces_of(frame: pl.DataFrame) -> dict[str, Surface]:
    """Text -> its surface."""
    lists = [isinstance(kind, pl.List) for kind in SURFACES.dtypes()]
    columns = [
        [None if one is None else tuple(one) for one in frame[name].to_list()]
        if is_list
        else frame[name].to_list()
        for name, is_list in zip(SURFACES, lists, strict=True)
    ]
    return {row[0]: _surface(*row) for row in zip(*columns, strict=True)}


def compared_words(surfaces: pl.DataFrame) -> dict[str, list[str]]:
    """Text -> all its words as they are compared, those in tags too."""
    whole = pl.coalesce("whole", "words")
    return dict(surfaces.select("text", whole).iter_rows())


def tally_of(counts: pl.DataFrame, blocks: pl.Series) -> Tally:
    """The tally of the blocks named, in their order."""
    known = pl.DataFrame({"id": blocks}).join(counts, on="id", how="left", maintain_order="left")
    words = known["words"].explode().drop_nulls()
    vocabulary = words.unique().sort()
    ends = known["words"].list.len().cum_sum().to_numpy()
    numbers = words.cast(pl.Enum(vocabulary)).to_physical().to_numpy()
    times = known["times"].explode().drop_nulls().to_numpy()
    shape = (len(known), len(vocabulary))
    cells = times.astype(np.int64), numbers.astype(np.int64), np.concatenate([[0], ends])
    counted = sparse.csr_array(cells, shape=shape)
    counted.sort_indices()
    return Tally(counted, vocabulary.to_list())


def _digest(part: Sequence[tuple[str, list[list[int]]]]) -> str:
    return hashlib.sha256(repr(part).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _row(one: Surface) -> tuple[Any, ...]:
    values = tuple(getattr(one, name) for name in SURFACES)
    return (*values[:-2], None, None) if one.whole == one.words else values


def _surface(*row: Any) -> Surface:
    *values, whole, whole_ends = row
    _, words, _, ends, *_ = values
    values += [whole or words, whole_ends or ends]
    return Surface(*values)
