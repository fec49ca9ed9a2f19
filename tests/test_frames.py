"""Columns of lists are what Polars itself would make of them, and values come back as they were."""

from dataclasses import asdict, dataclass

import polars as pl
import pytest

from stemma.frames import fields_of, frame_of_rows, list_column, values_of


@pytest.mark.parametrize(
    "values",
    [[], [None], [()], [("a",)], [("a", "b"), None, (), ("c", None)], [None, ()]],
)
def test_a_column_of_lists_holds_what_was_given(values: list[tuple[str, ...] | None]) -> None:
    expected = [None if value is None else list(value) for value in values]
    found = list_column(values, pl.String())
    assert found.dtype == pl.List(pl.String)
    assert found.to_list() == expected


def test_rows_that_are_no_records_become_a_frame_as_polars_makes_it() -> None:
    kinds = {"id": pl.String, "at": pl.Int64, "names": pl.List(pl.String)}
    rows = [
        {"id": "a", "at": 3, "names": ("x", "y"), "more": 1},
        {"id": "b", "at": None, "names": []},
    ]
    expected = pl.DataFrame(
        {"id": ["a", "b"], "at": [3, None], "names": [["x", "y"], []]}, schema=kinds
    )
    assert frame_of_rows(rows, kinds).equals(expected)
    assert frame_of_rows([], kinds).equals(pl.DataFrame(schema=kinds))


def test_equal_values_of_a_column_are_one_object() -> None:
    texts = pl.Series("text", ["the same words", None, "the same words"])
    one, none, other = values_of(texts)
    assert (one, none) == ("the same words", None)
    assert one is other
    lists = pl.Series("names", [["a", "b"], None, ["a", "b"], []])
    first, missing, again, empty = values_of(lists)
    assert (first, missing, empty) == (("a", "b"), None, ())
    assert first is again


def test_the_fields_of_a_record_are_those_of_asdict() -> None:
    @dataclass(frozen=True, slots=True)
    class Row:
        id: str
        place: tuple[int, int]

    row = Row("a", (1, 2))
    assert fields_of(row) == asdict(row)
    assert list(fields_of(row)) == ["id", "place"]
