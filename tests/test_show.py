"""Tables as text: every row, in every form, with the columns that scripts rely on."""

import csv
import io
import json

import polars as pl
import pytest

from stemma import show
from stemma.case import Case
from stemma.errors import CaseError, UnknownRow, UsageError
from stemma.model import TABLES, columns

each_table = pytest.mark.parametrize("name", TABLES)


@each_table
def test_jsonl_has_every_row_and_the_columns_of_the_record(name: str, anselm: Case) -> None:
    frame = anselm.table(name)
    rows = [json.loads(line) for line in show.jsonl(frame).splitlines()]
    assert len(rows) == len(frame)
    assert all(list(row) == list(columns(TABLES[name])) for row in rows)
    if name not in ("failures", "repeats"):  # no page of this small pile comes again
        assert rows


@each_table
def test_a_row_that_lies_in_a_text_gives_it_back(name: str, anselm: Case) -> None:
    texts = dict(anselm.table("articles").select("id", "text").iter_rows())
    for row in anselm.table(name).iter_rows(named=True):
        if "end" in row:
            assert row["id"]
            found = texts[row["article_id"]][row["start"] : row["end"]]
            assert found == row["text"] or found.strip() == row["text"], row["id"]
        if name not in ("articles", "failures"):
            assert row["how"]


@each_table
def test_csv_reads_back(name: str, anselm: Case) -> None:
    frame = anselm.table(name)
    rows = list(csv.DictReader(io.StringIO(show.csv(frame), newline="")))
    assert len(rows) == len(frame)
    for row, record in zip(rows, frame.iter_rows(named=True), strict=True):
        assert list(row) == list(columns(TABLES[name]))
        for column, value in record.items():
            assert row[column] == _plain(value), column


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def test_csv_quotes_what_needs_it() -> None:
    frame = pl.DataFrame({"text": ['a "b", c\nd', "plain"], "names": [["x", "y"], []]})
    assert list(csv.reader(io.StringIO(show.csv(frame), newline=""))) == [
        ["text", "names"], ['a "b", c\nd', '["x", "y"]'], ["plain", "[]"],
    ]  # fmt: skip


def test_csv_tells_different_lists_apart() -> None:
    """`reporters` of a statement are names, and names have spaces."""
    one = pl.DataFrame({"reporters": [["Lorn Coast", "News"]]})
    other = pl.DataFrame({"reporters": [["Lorn", "Coast News"]]})
    assert show.csv(one) != show.csv(other)


def test_csv_without_rows_has_its_header(anselm: Case) -> None:
    assert show.csv(anselm.table("failures")) == "id,path,stage,outcome,what,why,remedy\n"
    assert show.jsonl(anselm.table("failures")) == ""


@each_table
def test_a_table_shows_every_id_whole(name: str, anselm: Case) -> None:
    frame = anselm.table(name)
    if len(frame):
        drawn = show.table(frame)
        assert all(row_id in drawn for row_id in frame["id"])
        assert all(column in drawn for column in ("id", "text", "how") if column in frame.columns)
        assert not any(line != line.rstrip() for line in drawn.splitlines())


def test_a_table_shortens_long_texts_and_folds_lines(anselm: Case) -> None:
    drawn = show.table(anselm.table("articles"))
    assert len(drawn.splitlines()) == 1 + 6
    assert "…" in drawn


def test_markup_in_a_text_is_shown_as_it_is() -> None:
    assert "[red]x[/red]" in show.table(pl.DataFrame({"id": ["a"], "text": ["[red]x[/red]"]}))


@each_table
def test_rows_of_one_story(name: str, anselm: Case) -> None:
    stories = anselm.table("stories").sort("carriers", descending=True)["id"].to_list()
    if name in ("failures", "swaps"):  # a swap is learnt from a pile
        with pytest.raises(UsageError, match="belong to no single story"):
            show.rows(anselm, name, stories[0])
        return
    parts = [show.rows(anselm, name, story) for story in stories]
    held = anselm.table(name)
    if name in ("quotes", "figures", "mentions"):  # those of an insert may belong to no story
        held = held.drop_nulls("story_id")
    assert sum(map(len, parts)) == len(held)
    assert len(parts[0]) > len(parts[1]) or name in ("stories", "repeats")
    assert parts[0].columns == anselm.table(name).columns


def test_an_unknown_story_is_told_with_those_that_are(anselm: Case) -> None:
    with pytest.raises(UsageError, match="Stories: story-a"):
        show.rows(anselm, "articles", "story-a000000000000")


def test_an_unknown_table(anselm: Case) -> None:
    with pytest.raises(UnknownRow, match="Tables: articles, blocks"):
        show.rows(anselm, "dinner")


def test_a_table_that_is_not_made_yet(tmp_path, pile) -> None:  # type: ignore[no-untyped-def]
    from stemma.flow import build

    case = build([str(pile)], tmp_path / "case", until="clean", workers=1)
    with pytest.raises(CaseError, match="without --until"):
        show.rows(case, "families")


def test_a_quote_fits_a_terminal_and_a_story_keeps_its_own(anselm: Case) -> None:
    head = show.table(anselm.table("quotes")).splitlines()[0].split()
    assert head == ["id", "kind", "status", "speaker", "cue", "text", "flags", "how", "within_id"]
    stories = anselm.table("stories")["id"].to_list()
    kept = [show.rows(anselm, "quotes", story) for story in stories]
    assert sum(map(len, kept)) == anselm.table("quotes")["story_id"].drop_nulls().len()
    for story, frame in zip(stories, kept, strict=True):
        assert set(frame["story_id"]) <= {story}
