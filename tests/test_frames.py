"""Columns of lists are what Polars itself would make of them."""

import polars as pl
import pytest

from stemma.frames import list_column


@pytest.mark.parametrize(
    "values",
    [[], [None], [()], [("a",)], [("a", "b"), None, (), ("c", None)], [None, ()]],
)
def test_a_column_of_lists_holds_what_was_given(values: list[tuple[str, ...] | None]) -> None:
    expected = [None if value is None else list(value) for value in values]
    found = list_column(values, pl.String())
    assert found.dtype == pl.List(pl.String)
    assert found.to_list() == expected
