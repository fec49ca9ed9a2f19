"""The local engine: order, finished units, worker processes, errors."""

import os
from collections.abc import Iterator
from contextlib import closing

import polars as pl
import pytest

from stemma.engine import Frames, LocalEngine, Result, units_of
from stemma.engine import local as module
from stemma.errors import Unreadable


def rows(count: int) -> pl.DataFrame:
    return pl.DataFrame({"id": [f"id{i:04}" for i in range(count)], "n": list(range(count))})


def doubled(frames: Frames) -> Result:
    return {"rows": frames["rows"].with_columns(pl.col("n") * 2)}


def failing(frames: Frames) -> Result:
    raise Unreadable("The file is no text.", "It is a picture.", "Remove it.")


def nothing(key: str) -> Result | None:
    return None


def units(count: int) -> list[tuple[str, Frames]]:
    return list(units_of({"rows": rows(count)}, "rows", "id", {}))


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 64, 65, 300])
def test_results_come_in_the_order_of_the_units(workers: int, count: int) -> None:
    given = units(count)
    with closing(LocalEngine(workers)) as engine:
        found = list(engine.map_batches(doubled, given, nothing))
    assert [key for key, _ in found] == [key for key, _ in given]
    numbers = [n for _, result in found for n in result["rows"]["n"]]
    assert numbers == [2 * n for n in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_finished_units_are_not_made_again(workers: int) -> None:
    given = units(300)
    kept = {"rows": pl.DataFrame({"id": ["kept"], "n": [-1]})}
    with closing(LocalEngine(workers)) as engine:
        found = engine.map_batches(doubled, given, lambda key: kept if key == given[1][0] else None)
        results = [result["rows"]["n"].to_list() for _, result in found]
    assert results[1] == [-1]
    assert results[0][:3] == [0, 2, 4]


def ran_in(frames: Frames) -> Result:
    return {"rows": pl.DataFrame({"process": [os.getpid()]})}


def test_the_workers_of_one_stage_are_those_of_the_next() -> None:
    with closing(LocalEngine(2)) as engine:
        stages = [
            {
                result["rows"]["process"][0]
                for _, result in engine.map_batches(ran_in, given, nothing)
            }
            for given in (units(600), units(600))
        ]
    assert os.getpid() not in stages[0] | stages[1]
    assert len(stages[0] | stages[1]) <= 2


def test_workers_that_rest_are_replaced_when_there_is_work() -> None:
    with closing(LocalEngine(2)) as engine:
        before = list(engine.map_batches(ran_in, units(300), nothing))
        engine.rest()
        behind = list(engine.map_batches(ran_in, units(300), nothing))
    assert len(before) == len(behind) == 5
    first, second = ({r["rows"]["process"][0] for _, r in found} for found in (before, behind))
    assert not first & second


@pytest.mark.parametrize("workers", [1, 2])
def test_no_more_units_are_cut_than_workers_can_take(workers: int) -> None:
    cut: list[str] = []

    def given() -> Iterator[tuple[str, Frames]]:
        for key, unit in units(64 * 60):
            cut.append(key)
            yield key, unit

    with closing(LocalEngine(workers)) as engine:
        found = engine.map_batches(doubled, given(), nothing)
        first, _ = next(found)
        assert len(cut) < 30
        assert [first, *(key for key, _ in found)] == cut


def test_a_finished_unit_spares_the_work() -> None:
    given = units(10)
    found = LocalEngine(1).map_batches(failing, given, lambda key: {"rows": rows(1)})
    assert len(list(found)) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_a_worker_comes_home_whole(workers: int) -> None:
    with pytest.raises(Unreadable) as told:
        list(LocalEngine(workers).map_batches(failing, units(300), nothing))
    error = told.value
    assert (error.what, error.why, error.remedy) == (
        "The file is no text.", "It is a picture.", "Remove it.",
    )  # fmt: skip


def test_units_hold_every_row_once_with_the_rows_that_refer_to_it() -> None:
    main, beside = (
        rows(150),
        pl.DataFrame({"of": ["id0003", "id0140", "id0003", "gone"], "x": [1, 2, 3, 4]}),
    )
    found = list(
        units_of({"rows": main.reverse(), "beside": beside}, "rows", "id", {"beside": "of"})
    )
    assert len(found) == -(-150 // module.UNIT)
    assert pl.concat([unit["rows"] for _, unit in found]).equals(main)
    for _, unit in found:
        assert set(unit["beside"]["of"]) <= set(unit["rows"]["id"])
    assert sorted(x for _, unit in found for x in unit["beside"]["x"]) == [1, 2, 3]


def test_a_unit_is_called_by_what_is_in_it() -> None:
    keys = [key for key, _ in units(200)]
    assert len(set(keys)) == len(keys)
    assert [key for key, _ in units(200)] == keys
    assert [key for key, _ in units(128)] == keys[:2]  # later rows change only later units


def test_work_apart_is_done_by_a_worker() -> None:
    with closing(LocalEngine(2)) as engine:
        (process,) = engine.apart(ran_in, {})["rows"]["process"]
    assert process != os.getpid()


def test_few_articles_and_one_worker_are_not_worth_several_places() -> None:
    assert LocalEngine(2).spreads(5000)
    assert not LocalEngine(2).spreads(100)
    assert not LocalEngine(1).spreads(5000)
