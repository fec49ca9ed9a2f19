"""Records <-> Polars frames, by the one schema in `model`."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar

import polars as pl

from stemma.model import Names, columns

Record = TypeVar("Record")

_TYPES: dict[Any, pl.DataType | type[pl.DataType]] = {
    str: pl.String,
    str | None: pl.String,
    int: pl.Int64,
    int | None: pl.Int64,
    float: pl.Float64,
    float | None: pl.Float64,
    bool: pl.Boolean,
    Names: pl.List(pl.String),
    Names | None: pl.List(pl.String),
}


def schema(record: type) -> pl.Schema:
    """The Polars schema of a record's table."""
    return pl.Schema({name: _TYPES[kind] for name, (kind, _) in columns(record).items()})


def frame_of(record: type[Record], rows: Iterable[Record]) -> pl.DataFrame:
    """A frame with a row for each record, in the order of every table."""
    names = list(columns(record))
    kinds = columns(record)
    lists = {name for name, (kind, _) in kinds.items() if kind in (Names, Names | None)}
    columns_of = zip(*map(attrgetter(*names), rows), strict=True)
    values: dict[str, Any] = dict(zip(names, columns_of, strict=False))
    for name in lists & set(values):
        values[name] = list_column(values[name], pl.String())
    return ordered(pl.DataFrame(values, schema=schema(record)))


def frame_of_rows(rows: Sequence[Mapping[str, Any]], kinds: Mapping[str, Any]) -> pl.DataFrame:
    """A frame with these columns, of text, numbers and lists of text, of rows that are no records."""
    values: dict[str, Any] = {name: [row[name] for row in rows] for name in kinds}
    for name, kind in kinds.items():
        if isinstance(kind, pl.List):
            values[name] = list_column(values[name], pl.String())
    return pl.DataFrame(values, schema=kinds)


def fields_of(record: Any) -> dict[str, Any]:
    """The fields of a record as JSON is made of them; `asdict` would copy each value."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def list_column(values: Sequence[Sequence[Any] | None], inner: pl.DataType) -> pl.Series:
    """A column of lists; built of their members in a row, for Polars would make a series of each list."""
    lengths = pl.Series([len(value or ()) for value in values], dtype=pl.Int64)
    members = pl.Series([one for value in values for one in value or ()], dtype=inner)
    rows = pl.DataFrame({"row": pl.int_range(len(values), eager=True)})
    held = pl.DataFrame(
        {"row": rows["row"].repeat_by(lengths).explode().drop_nulls(), "m": members}
    )
    found = rows.join(held.group_by("row").agg("m"), on="row", how="left", maintain_order="left")
    missing = pl.Series([value is None for value in values], dtype=pl.Boolean)
    empty = pl.lit([], dtype=pl.List(inner))
    return found.select(
        pl.when(missing).then(None).otherwise(pl.col("m").fill_null(empty)).alias("m")
    )["m"]


def conform(
    record: type, frame: pl.DataFrame, since: Mapping[str, str] | None = None
) -> pl.DataFrame:
    """A frame that an earlier version wrote, with the columns of now: those that are missing have
    the value that `since` gives, else none."""
    kinds = schema(record)
    missing = [
        pl.lit((since or {}).get(name), dtype=kind).alias(name)
        for name, kind in kinds.items()
        if name not in frame.columns
    ]
    return frame.with_columns(missing).select(list(kinds))


def ordered(frame: pl.DataFrame) -> pl.DataFrame:
    """The order that every table has: by article and place where rows lie in a text, else by id."""
    place = [name for name in ("article_id", "start", "end") if name in frame.columns]
    return frame.sort([*place, "id"] if len(place) == 3 else ["id"])


def in_other_language() -> pl.Expr:
    """Whether a row of articles is known to be in another language than English."""
    return pl.col("language").is_not_null() & ~pl.col("language").str.starts_with("en")


def records_of(record: type[Record], frame: pl.DataFrame) -> list[Record]:
    """The records of a frame, in its order."""
    return list(map(record, *(values_of(frame[name]) for name in schema(record))))


def values_of(column: pl.Series) -> list[Any]:
    """The values of a column, lists as tuples; equal ones are one object, for most texts and names come
    often."""
    values = column.to_list()
    known: dict[Any, Any] = {}
    if isinstance(column.dtype, pl.List):
        made = (None if value is None else tuple(value) for value in values)
        return [known.setdefault(value, value) for value in made]
    if column.dtype == pl.String and column.name != "id":
        return [known.setdefault(value, value) for value in values]
    return values


def without_prose(articles: pl.DataFrame, blocks: pl.DataFrame) -> pl.DataFrame:
    """The articles that hold nothing but furniture and comments: menus, notices, lists of links."""
    read = blocks.filter(pl.col("kind").is_in(["headline", "paragraph", "caption", "insert"]))
    return articles.join(read, left_on="id", right_on="article_id", how="anti")


def prose_of(blocks: pl.DataFrame, articles: pl.Series) -> dict[str, str]:
    """Article -> its paragraphs as one text, of each of some articles."""
    told = blocks.filter(pl.col("article_id").is_in(articles.unique().implode()))
    told = told.filter(pl.col("kind") == "paragraph").sort("article_id", "start")
    texts = told.group_by("article_id", maintain_order=True).agg(pl.col("text").str.join(" "))
    return dict(texts.iter_rows())


def pairs_inside(spans: pl.DataFrame, sentences: pl.DataFrame) -> list[tuple[str, str]]:
    """Pairs of sentences out of pairs of spans, each with its article."""

    def inside(article: str, start: int, end: int) -> list[str]:
        here = (pl.col("article_id") == article) & (pl.col("start") < end) & (pl.col("end") > start)
        return sentences.filter(here)["id"].to_list()

    return [
        (one, other)
        for row in spans.iter_rows()
        for one in inside(*row[:3])
        for other in inside(*row[3:])
    ]
