"""The case folder: tables there and back, and safe to stop at any moment."""

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import records

from stemma import case as module
from stemma.case import Case, write_frame, write_json
from stemma.errors import CaseError, UnknownRow
from stemma.frames import frame_of, records_of, schema
from stemma.model import SCHEMA_VERSION, TABLES, columns

Tables = dict[str, pl.DataFrame]


def empty(name: str) -> pl.DataFrame:
    """The table of that name, without rows."""
    return pl.DataFrame(schema=schema(TABLES[name]))


# -- records <-> frames ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_records_become_a_frame_and_come_back(name: str, tmp_path: Path) -> None:
    record = TABLES[name]

    @given(records(record))
    def there_and_back(rows: list[Any]) -> None:
        frame = frame_of(record, rows)
        assert frame.schema == schema(record)
        assert set(records_of(record, frame)) == set(rows)
        assert len(frame) == len(rows)
        frame.write_parquet(tmp_path / "t.parquet")
        assert records_of(record, pl.read_parquet(tmp_path / "t.parquet")) == records_of(
            record, frame
        )

    there_and_back()


@pytest.mark.parametrize("name", TABLES)
def test_the_order_of_rows_does_not_matter(name: str) -> None:
    record = TABLES[name]

    @given(records(record), st.randoms())
    def shuffled(rows: list[Any], chance: Any) -> None:
        again = list(rows)
        chance.shuffle(again)
        assert frame_of(record, again).equals(frame_of(record, rows))

    shuffled()


def test_a_table_without_rows_has_its_columns() -> None:
    for name, record in TABLES.items():
        assert list(empty(name).columns) == list(columns(record))
        assert records_of(record, empty(name)) == []


# -- a case and its tables ------------------------------------------------------------------------


def version(number: int) -> Tables:
    """Two tables that say of which version they are."""
    sentences = empty("sentences").clear(number).with_columns(pl.lit(f"v{number}").alias("text"))
    return {"stories": empty("stories").clear(number), "sentences": sentences}


def versions(case: Case) -> set[int]:
    return {len(case.table(name)) for name in ("stories", "sentences")}


def publish(case: Case, number: int) -> None:
    case.finish("stage", f"key{number}", 1, version(number))
    case.publish(dict.fromkeys(version(number), "stage"), {"schema": SCHEMA_VERSION, "of": number})


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "case")
    publish(made, 1)
    return made


def test_what_is_published_is_read(case: Case) -> None:
    assert case.tables() == ["sentences", "stories"]
    assert versions(case) == {1}
    assert case.table("sentences")["text"].to_list() == ["v1"]
    assert Case(case.path).manifest == {"schema": SCHEMA_VERSION, "of": 1}


def test_publishing_less_takes_the_rest_away(case: Case) -> None:
    case.publish({"stories": "stage"}, case.manifest)
    assert case.tables() == ["stories"]
    with pytest.raises(CaseError, match="no table 'sentences' yet"):
        case.table("sentences")


def test_publishing_the_same_again_changes_nothing(case: Case) -> None:
    publish(case, 1)
    publish(case, 1)
    assert versions(case) == {1}
    assert {path.name for path in (case.path / "tables").iterdir()} == {
        "stories.parquet", "sentences.parquet",
    }  # fmt: skip


def test_a_table_that_is_none_is_told_with_those_that_are(case: Case) -> None:
    with pytest.raises(UnknownRow, match="families"):
        case.table("famillies")


def test_a_table_in_use_stays_as_it_was_read(case: Case) -> None:
    before = case.table("sentences")
    publish(case, 2)
    assert before["text"].to_list() == ["v1"]


def test_units_are_kept_until_their_stage_is_finished(case: Case) -> None:
    assert case.unit("next", "k") is None
    case.finish_unit("next", "k", version(2))
    case.finish_unit("next", "k", version(3))  # a finished unit is not made again
    kept = case.unit("next", "k")
    assert kept is not None
    assert {name: len(frame) for name, frame in kept.items()} == {"stories": 2, "sentences": 2}
    assert case.units("next") == ["k"]
    case.finish("next", "key", 1, version(2))
    assert case.units("next") == []
    assert case.unit("next", "k") is None


def test_the_marker_names_what_was_made(case: Case) -> None:
    first = case.done("stage")
    assert first is not None
    assert (first["key"], first["version"]) == ("key1", 1)
    again = case.finish("stage", "key1", 1, version(1))
    assert again == first  # same tables, same digests
    assert case.finish("stage", "key1", 1, version(2))["tables"] != first["tables"]
    assert case.done("no such stage") is None


def test_the_run_report(case: Case) -> None:
    assert case.run() is None
    case.keep_run({"remarks": ["Nothing – yet."]})
    assert Case(case.path).run() == {"remarks": ["Nothing – yet."]}


# -- stopped at any moment ------------------------------------------------------------------------


class Stopped(Exception):
    """The power went out."""


@contextmanager
def stopped_at(call: int) -> Iterator[None]:
    """The power goes out at the given call that would rename or unlink a file."""
    real = {name: getattr(os, name) for name in ("replace", "link", "unlink")}
    left = call

    def failing(name: str) -> Callable[..., Any]:
        def function(*args: Any, **given: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise Stopped
            return real[name](*args, **given)

        return function

    with pytest.MonkeyPatch.context() as patch:
        for name in real:
            patch.setattr(module.os, name, failing(name))
        yield


def every_stop(folder: Path, work: Callable[[Case], None]) -> Iterator[Case]:
    """The case after a stop at the first, second … call, opened anew each time."""
    for call in range(100):
        made = Case.create(folder / str(call))
        publish(made, 1)
        try:
            with stopped_at(call):
                work(made)
        except Stopped:
            yield Case(made.path)
        else:
            assert call > 0
            return


def test_a_failed_rename_leaves_the_old_table_whole(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    write_frame(path, version(1)["sentences"])
    before = path.read_bytes()
    with pytest.raises(Stopped), stopped_at(0):
        write_frame(path, version(2)["sentences"])
    assert path.read_bytes() == before
    write_frame(path, version(2)["sentences"])
    assert len(pl.read_parquet(path)) == 2


def test_a_failed_rename_leaves_the_old_json_whole(tmp_path: Path) -> None:
    path = tmp_path / "j.json"
    write_json(path, {"of": 1})
    with pytest.raises(Stopped), stopped_at(0):
        write_json(path, {"of": 2})
    assert json.loads(path.read_text()) == {"of": 1}


def test_tables_are_published_all_or_none(tmp_path: Path) -> None:
    def work(case: Case) -> None:
        case.publish(dict.fromkeys(version(2), "next"), {"schema": SCHEMA_VERSION, "of": 2})

    seen = set()
    for number in range(100):
        made = Case.create(tmp_path / str(number))
        publish(made, 1)
        made.finish("next", "key", 1, version(2))
        try:
            with stopped_at(number):
                work(made)
        except Stopped:
            opened = Case(made.path)
            (found,) = versions(opened)  # one version for all tables
            assert opened.manifest["of"] == found
            assert not (opened.path / "publish.json").exists()
            seen.add(found)
        else:
            break
    assert seen == {1, 2}


def test_a_pending_journal_is_completed_on_opening(case: Case) -> None:
    case.finish("stage", "key2", 1, version(2))
    marker = case.done("stage")
    assert marker is not None
    files = {name: f"stages/stage/{marker['folder']}/{name}.parquet" for name in version(2)}
    journal = {"files": files, "manifest": {"schema": SCHEMA_VERSION, "of": 2}}
    write_json(case.path / "publish.json", journal)
    opened = Case(case.path)
    assert versions(opened) == {2}
    assert opened.manifest["of"] == 2
    assert not (case.path / "publish.json").exists()


def test_a_stop_while_a_stage_is_kept_never_mixes_its_tables(tmp_path: Path) -> None:
    for opened in every_stop(
        tmp_path, lambda made: made.finish("stage", "key2", 1, version(2)) and None
    ):
        marker = opened.done("stage")
        if marker is not None:  # else the stage is simply not done
            of = {len(opened.made("stage", name)) for name in version(2)}
            assert of == {int(marker["key"][-1])}


def test_a_stop_while_a_stage_is_kept_leaves_the_published_tables_alone(tmp_path: Path) -> None:
    for opened in every_stop(
        tmp_path, lambda made: made.finish("stage", "key2", 1, version(2)) and None
    ):
        assert versions(opened) == {1}


def test_half_a_unit_is_no_unit(tmp_path: Path) -> None:
    for opened in every_stop(tmp_path, lambda made: made.finish_unit("next", "k", version(2))):
        assert opened.units("next") == []
        assert opened.unit("next", "k") is None
        opened.finish_unit("next", "k", version(2))
        assert opened.units("next") == ["k"]


# -- what is refused ------------------------------------------------------------------------------


def _hold(path: str, held: Any, done: Any) -> None:
    with Case(path).locked():
        held.set()
        done.wait(30)


def test_two_writers_are_not_let_in(case: Case) -> None:
    with case.locked(), pytest.raises(CaseError, match="Another build"), Case(case.path).locked():
        pass
    with Case(case.path).locked():  # the first has left
        pass


def test_a_writer_in_another_process_is_respected(case: Case) -> None:
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(case.path), held, done))
    other.start()
    try:
        assert held.wait(60)
        with pytest.raises(CaseError), case.locked():
            pass
        assert versions(case) == {1}  # reading goes on
    finally:
        done.set()
        other.join(30)
    with case.locked():
        pass


def test_a_newer_case_is_refused(case: Case) -> None:
    write_json(case.path / "manifest.json", {"schema": SCHEMA_VERSION + 1, "stages": {}})
    for opening in (Case, Case.create):
        with pytest.raises(CaseError, match="newer"):
            opening(case.path)


def test_a_folder_with_strangers_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("Mine.")
    with pytest.raises(CaseError, match="other files"):
        Case.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    "manifest", ["{}", "[]", '{"name": "A web app", "icons": []}', '{"schema": "x"}']
)
def test_a_manifest_of_something_else_is_no_case(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest)
    for opening in (Case, Case.create):
        with pytest.raises(CaseError):
            opening(tmp_path)


def test_a_damaged_manifest_is_told(case: Case) -> None:
    (case.path / "manifest.json").write_text('{"schema": ')
    with pytest.raises(CaseError, match="damaged"):
        Case(case.path)


def test_a_file_or_nothing_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dyke.")
    for path in (tmp_path / "a.txt", tmp_path / "none", tmp_path):
        with pytest.raises(CaseError, match="no case"):
            Case(path)
    with pytest.raises(CaseError, match="file"):
        Case.create(tmp_path / "a.txt")


def test_an_empty_folder_becomes_a_case_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / ".keep").touch()
    assert Case.create(tmp_path).tables() == []
    assert Case.create(tmp_path).manifest["schema"] == SCHEMA_VERSION
