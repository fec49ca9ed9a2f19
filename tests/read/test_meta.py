"""The table beside the pile (--meta)."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.read.forms import FOLDER, HERE, MADE, PILE, articles, read

from stemma.errors import UsageError
from stemma.flow import build
from stemma.read import Given, load_meta, unambiguous

TABLE = (HERE / "pile.csv").read_text(encoding="utf-8")


def as_json_lines() -> str:
    rows = csv.DictReader(io.StringIO(TABLE))
    return "".join(json.dumps({"file": row.pop("path"), **row}) + "\n" for row in rows)


def as_array() -> str:
    return json.dumps([json.loads(line) for line in as_json_lines().splitlines()], indent=1)


FORMS = {
    "meta.csv": TABLE.encode(),
    "meta.tsv": TABLE.replace(",", "\t").encode(),
    "with a mark.csv": TABLE.encode("utf-8-sig"),
    "utf-16.csv": TABLE.encode("utf-16"),
    "cp1252.csv": TABLE.encode("cp1252"),
    "meta.jsonl": as_json_lines().encode(),
    "meta.json": as_array().encode(),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_table_says_what_bare_texts_do_not(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FORMS[name])
    meta, bad = load_meta(str(path))
    assert bad == []
    for told in PILE:
        (one,) = articles(read(told.path, FOLDER / told.path, meta=meta))
        assert (one.title, one.site, one.url) == (told.title, told.site, told.url)
        assert (one.byline, one.published) == (told.byline or None, told.published)
        assert (one.published_how, one.format) == ("given", "text")


def test_a_row_goes_before_what_the_file_says_and_the_file_fills_what_it_lacks(
    tmp_path: Path,
) -> None:
    (tmp_path / "meta.csv").write_text("path,published\n3-nna.mhtml,2019-02-12\n")
    meta, _ = load_meta(str(tmp_path / "meta.csv"))
    (one,) = articles(read("3-nna.mhtml", MADE / "3-nna.mhtml", meta=meta))
    assert (one.published, one.published_how) == ("2019-02-12", "given")
    assert one.site == PILE[2].site


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("pile.zip", "pile.zip/3-nna.txt"),
        ("pile.zip", "3-nna.txt"),
        ("pile.tar.gz", "3-nna.txt"),
        ("pile.sqlite", "pile.sqlite#reports/3"),
        ("wget.warc.gz", "wget.warc.gz#7"),
        ("utf-16.csv", "utf-16.csv#3"),
    ],
)
def test_a_row_is_about_a_member_or_a_record(name: str, row: str, tmp_path: Path) -> None:
    (tmp_path / "meta.csv").write_text(f"path,site\n{row},The Wire\n")
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / name).write_bytes((MADE / name).read_bytes())
    case = build([str(pile)], tmp_path / "case", meta=tmp_path / "meta.csv", until="read")
    found = case.table("articles")
    named = found.filter(found["site"] == "The Wire")
    assert len(found) == len(PILE)
    assert [PILE[2].paragraphs[-1] in text for text in named["text"]] == [True]
    assert case.table("failures").filter(case.table("failures")["stage"] == "pile").is_empty()


def test_a_row_about_nothing_and_a_table_about_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "meta.csv").write_text(TABLE + "6-gone.txt,,,,,,\n")
    case = build([str(FOLDER)], tmp_path / "case", meta=tmp_path / "meta.csv", until="read")
    (told,) = case.table("failures")["what"]
    assert "6-gone.txt" in told
    (tmp_path / "bad.csv").write_text("id,site\n7,The Wire\n")
    with pytest.raises(UsageError, match="does not say which articles"):
        load_meta(str(tmp_path / "bad.csv"))


def test_the_columns_are_those_of_the_first_record_whatever_it_holds(tmp_path: Path) -> None:
    row = {"tags": {"a": {"b": "}"}}, "note": "{x}", "file": "a.txt", "site": "The Wire"}
    (tmp_path / "meta.jsonl").write_text(json.dumps(row) + "\n")
    rows, (told,) = load_meta(str(tmp_path / "meta.jsonl"))
    assert rows["a.txt"].site == "The Wire"
    assert "not understood: tags, note" in told.what


def test_rows_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(
        "file,site,url\na.txt,Wire,\na.txt,Post,u\nb.txt,W,\nb.txt,,v\n"
    )
    rows, (told,) = load_meta(str(tmp_path / "m.csv"))
    assert (rows["a.txt"].site, rows["a.txt"].url) == ("Wire", "u")
    assert "Two rows on 'a.txt'" in told.what
    assert "'Wire' and 'Post'" in told.why


def test_a_row_that_fits_several_files_is_applied_to_none(tmp_path: Path) -> None:
    rows = {name: Given(site="Wire") for name in ("a.txt", "b.txt", "north/a.txt")}
    kept, (told,) = unambiguous(rows, ["north/a.txt", "south/a.txt", "b.txt", "south/b.txt"])
    assert set(kept) == {"b.txt", "north/a.txt"}
    assert "'a.txt'" in told.what
    assert "'north/a.txt', 'south/a.txt'" in told.why


@pytest.mark.parametrize(("data", "why"), [(b"", "is empty"), (b"PK\x03\x04\0\0", "is no text")])
def test_a_table_that_is_none_is_told(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "meta.xlsx").write_bytes(data)
    with pytest.raises(UsageError, match=why) as told:
        load_meta(str(tmp_path / "meta.xlsx"))
    assert "CSV or JSON Lines" in told.value.remedy


def test_a_row_without_a_name_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("file,site\n,Wire\na.txt,Post\n")
    rows, (told,) = load_meta(str(tmp_path / "m.csv"))
    assert set(rows) == {"a.txt"}
    assert told.what == "Record 1 of the table beside the pile names no article."
    assert "'file'" in told.why
