"""Where the members of groups went, from the tables published before to those of a new build."""

from collections.abc import Iterator, Mapping

import polars as pl

from stemma.case import Case


def moves(case: Case, origin: Mapping[str, str]) -> dict[str, list[str]]:
    """Groups of the tables published now -> the groups that their members are in by the new ones,
    where that is not the same group; none if their members are in no group any more."""
    found: dict[str, list[str]] = {}
    # A passage may be cut otherwise by the next build; the sentence that it lies in stays.
    for table, member, column in (
        ("witnesses", "sentence_id", "family_id"),
        ("articles", "id", "story_id"),
        ("actor_mentions", "id", "actor_id"),
    ):
        if table not in case.tables() or table not in origin:
            continue
        old = case.published(table).select(member, column).drop_nulls()
        new = case.made(origin[table], table).select(member, pl.col(column).alias("now"))
        # A sentence of two parts lies in two families, which are not therefore merged.
        fresh = new.join(old, left_on=[member, "now"], right_on=[member, column], how="anti")
        gone = old.filter(~pl.col(column).is_in(new["now"].unique().to_list()))
        found.update(_followed(gone, fresh, member, column))
    return found


def _followed(
    gone: pl.DataFrame, fresh: pl.DataFrame, member: str, column: str
) -> Iterator[tuple[str, list[str]]]:
    joined = gone.join(fresh, on=member, how="left").group_by(column).agg(pl.col("now").unique())
    for group, now in joined.iter_rows():
        yield group, sorted(one for one in now if one is not None)
