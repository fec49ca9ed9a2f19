"""Dumps: CSV as spreadsheet programs write it, JSON, Parquet by pyarrow, a database by SQLite's shell."""

import io
import json
import sqlite3
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from tests.read import forms
from tests.read.forms import MADE, PILE, articles, read, table, troubles

from stemma.errors import UsageError
from stemma.flow import build
from stemma.model import Article
from stemma.read import Limits, Options


def parquet(rows: pyarrow.Table, **how: Any) -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(rows, out, **how)
    return out.getvalue()


def shown(article: Article) -> tuple[str | None, ...]:
    return (article.title, article.site, article.url, article.byline, article.published)


DUMPS = {
    "pile.csv": table(),
    "pile.tsv": table("\t"),
    "pile.jsonl": forms.json_lines(),
    "pile.json": json.dumps(forms.rows()),
    "answer.json": json.dumps(forms.answer()),
    "pile.parquet": parquet(pyarrow.Table.from_pylist(forms.rows())),
    "pile.sqlite": MADE / "pile.sqlite",
    "utf-16.csv": MADE / "utf-16.csv",
}


@pytest.mark.parametrize("name", DUMPS)
def test_a_record_has_its_number_and_what_the_dump_says_of_it(name: str) -> None:
    found = articles(read(name, DUMPS[name]))
    table_name = "reports/" if "sqlite" in name else ""
    for number, (one, told) in enumerate(zip(found, PILE, strict=True), 1):
        assert one.path == f"{name}#{table_name}{number}"
        assert shown(one) == (told.title, told.site, told.url, told.byline or None, told.published)
        assert (one.published_how, one.language, one.text) == ("given", "en", told.text)
    forms_of = {"csv": "csv", "tsv": "csv", "jsonl": "jsonl", "json": "jsonl"}
    ending = name.rpartition(".")[2]
    assert {one.format for one in found} == {forms_of.get(ending, ending)}


# -- names of fields ------------------------------------------------------------------------------

NESTED = [
    {"meta": {"head": told.title, "Date": told.published}, "story": {"parts": {"main": told.text}}}
    for told in PILE
]
TOLD = (("published", "meta.date"), ("text", "story.parts.main"), ("title", "meta.head"))


def test_a_field_is_found_by_the_name_it_was_told() -> None:
    text = table().replace("title,", "Kop,", 1).replace(",text", ",Inhoud", 1)
    found = read("pile.csv", text)
    assert articles(found) == []
    assert "--map text=COLUMN" in troubles(found)[0]
    options = Options(fields=(("text", "inhoud"), ("title", "Kop")))
    assert [one.title for one in articles(read("a.csv", text, options))] == [t.title for t in PILE]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.parquet"])
def test_a_field_lies_deeper_by_a_dotted_path(name: str) -> None:
    data = {
        "a.jsonl": "\n".join(map(json.dumps, NESTED)).encode(),
        "a.json": json.dumps(NESTED, indent=1).encode(),
        "a.parquet": parquet(pyarrow.Table.from_pylist(NESTED)),
    }[name]
    found = articles(read(name, data, Options(fields=TOLD)))
    assert [(one.title, one.published) for one in found] == [(t.title, t.published) for t in PILE]
    assert [one.text for one in found] == [told.text for told in PILE]


def test_the_answer_of_a_service_whose_texts_lie_deeper() -> None:
    results = [{"webTitle": told.title, "fields": {"bodyText": told.text}} for told in PILE]
    answer = {"response": {"status": "ok", "results": results}}
    options = Options(fields=(("text", "fields.bodyText"), ("title", "webTitle")))
    for indent in (None, 1):
        found = articles(read("a.json", json.dumps(answer, indent=indent), options))
        assert [(one.title, one.text) for one in found] == [(t.title, t.text) for t in PILE]


def test_the_way_through_a_build(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.jsonl").write_text("\n".join(map(json.dumps, NESTED)))
    case = build([str(tmp_path / "pile")], tmp_path / "case", fields=dict(TOLD), until="read")
    assert sorted(case.table("articles")["title"]) == sorted(told.title for told in PILE)
    with pytest.raises(UsageError, match="no field 'body'"):
        build([str(tmp_path / "pile")], tmp_path / "other", fields={"body": "x"})


def test_a_column_whose_name_has_a_dot_is_found_as_such() -> None:
    found = articles(read("a.jsonl", '{"body.text": "The dyke broke."}',
                          Options(fields=(("text", "body.text"),))))  # fmt: skip
    assert [one.text for one in found] == ["The dyke broke."]


def test_a_field_that_was_told_goes_first_and_the_usual_names_still_count() -> None:
    options = Options(fields=(("text", "words"),))
    rows = '{"text": "Teaser.", "words": "The dyke broke."}\n{"text": "The ferry sank."}\n'
    found = read("a.jsonl", rows + '{"text": "Teaser.", "words": ""}\n', options)
    assert [one.text for one in articles(found)] == ["The dyke broke.", "The ferry sank."]
    assert len(articles(read("a.csv", table(), options))) == len(PILE)


# -- CSV ------------------------------------------------------------------------------------------


def test_a_cell_holds_line_ends_marks_and_delimiters() -> None:
    text = 'title,text\r\n"A ""big"" dyke, broken","One.\r\n\r\nTwo, ""three"".\nFour."\r\n'
    (one,) = articles(read("a.csv", text))
    assert (one.title, one.text) == ('A "big" dyke, broken', 'One.\r\n\r\nTwo, "three".\nFour.')


def test_a_bad_row_is_told_by_number_and_line_and_the_rest_is_read() -> None:
    text = 'title,text\n\nOne,"First\nreport."\nTwo,a,b,c\n,\nThree,Third report.\n'
    found = read("a.csv", text)
    assert [one.path for one in articles(found)] == ["a.csv#1", "a.csv#3"]
    (told,) = troubles(found)
    assert "Row 2 (up to line 5)" in told


def test_a_short_row_lacks_its_last_cells() -> None:
    found = articles(read("a.csv", "text,title,url\nThe dyke broke.,Dyke\nThe ferry sank.\n"))
    assert [(one.text, one.title) for one in found] == [
        ("The dyke broke.", "Dyke"),
        ("The ferry sank.", None),
    ]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(codec: str) -> None:
    data = ("\ufeff" + table(";")).encode(codec)
    assert [one.text for one in articles(read("a.csv", data))] == [told.text for told in PILE]


def test_excels_line_that_names_the_delimiter_is_no_header() -> None:
    found = articles(read("a.csv", "sep=;\r\n" + table(";")))
    assert [one.path for one in found] == [f"a.csv#{number}" for number in range(1, 6)]
    assert [one.text for one in found] == [told.text for told in PILE]


def test_a_header_may_be_in_marks_and_capitals() -> None:
    (one,) = articles(read("a.csv", '"Title";"TEXT"\n"Dyke";"It broke."\n'))
    assert (one.title, one.text) == ("Dyke", "It broke.")


# -- JSON -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("holder", ["articles", "results", "items", "data", "response.docs"])
def test_an_answer_holds_its_records_under_a_usual_name(holder: str) -> None:
    value: Any = forms.rows()
    for name in reversed(holder.split(".")):
        value = {"status": "ok", name: value}
    for indent in (None, 1):
        found = articles(read("a.json", json.dumps(value, indent=indent)))
        assert [one.text for one in found] == [told.text for told in PILE]


def test_a_record_that_also_holds_a_list_is_a_record() -> None:
    value = {"text": "The dyke broke.", "items": [{"tag": "water"}]}
    for indent in (None, 1):
        (one,) = articles(read("a.json", json.dumps(value, indent=indent)))
        assert one.text == "The dyke broke."


def test_answers_a_line_number_their_records_by_line_and_place() -> None:
    text = json.dumps(forms.answer()) + "\n" + json.dumps(forms.answer()) + "\n"
    paths = [one.path for one in articles(read("a.jsonl", text))]
    assert (paths[0], paths[-1], len(paths)) == ("a.jsonl#1.1", "a.jsonl#2.5", 10)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_json_in_other_encodings(codec: str) -> None:
    for text in (forms.json_lines(), json.dumps(forms.rows(), ensure_ascii=False, indent=1)):
        found = articles(read("a.json", text.encode(codec)))
        assert [one.text for one in found] == [told.text for told in PILE]


def test_an_array_that_breaks_off_gives_its_whole_records() -> None:
    text = json.dumps(forms.rows(), indent=1)
    found = read("a.json", text[: text.index("works.example")])
    assert [one.path for one in articles(found)] == [f"a.json#{number}" for number in range(1, 5)]
    assert "Record 5 and what follows" in troubles(found)[0]


# -- Parquet --------------------------------------------------------------------------------------


@pytest.mark.parametrize("compression", ["none", "snappy", "gzip", "zstd", "brotli", "lz4"])
def test_parquet_in_every_compression(compression: str) -> None:
    data = parquet(pyarrow.Table.from_pylist(forms.rows()), compression=compression)
    assert [one.text for one in articles(read("a.parquet", data))] == [t.text for t in PILE]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (date(2019, 2, 10), "2019-02-10"),
        (datetime(2019, 2, 10, 8, 30), "2019-02-10T08:30:00"),
        (datetime(2019, 2, 10, 8, 30, tzinfo=UTC), "2019-02-10T08:30:00+00:00"),
        (1549785600, "2019-02-10T08:00:00+00:00"),
        (None, None),
    ],
)
def test_dates_of_parquet_are_dates(value: object, published: str | None) -> None:
    rows = pyarrow.table({"text": ["The dyke broke."], "date": [value]})
    (one,) = articles(read("a.parquet", parquet(rows)))
    assert one.published == published


def test_columns_of_other_kinds(tmp_path: Path) -> None:
    rows = pyarrow.table(
        {
            "text": pyarrow.array(["The dyke broke."], pyarrow.large_string()),
            "title": pyarrow.array(["Dyke"]).dictionary_encode(),
            "authors": [["Anna Brook", "Carl Dunn"]],
            "source": [{"id": 7, "name": "Lorn Herald"}],
            "embedding": [[0.5, 0.25]],
        }
    )
    (one,) = articles(read("a.parquet", parquet(rows)))
    assert (one.title, one.byline, one.site) == ("Dyke", "Anna Brook, Carl Dunn", "Lorn Herald")
    path = tmp_path / "on-disk.parquet"
    path.write_bytes(parquet(rows))
    (again,) = articles(read("a.parquet", path))
    assert again == one


def test_more_records_than_are_read_at_a_time() -> None:
    rows = pyarrow.table({"text": [f"Report {number} of the dyke." for number in range(2500)]})
    found = articles(read("a.parquet", parquet(rows, row_group_size=700)))
    assert [found[n].text for n in (0, 999, 1000, 2499)] == [
        f"Report {number} of the dyke." for number in (0, 999, 1000, 2499)
    ]
    assert found[-1].path == "a.parquet#2500"


# -- SQLite ---------------------------------------------------------------------------------------


def test_every_table_with_a_text_is_read_and_the_others_are_not() -> None:
    found = articles(read("pile.sqlite", MADE / "pile.sqlite"))
    assert {one.path.partition("#")[2].partition("/")[0] for one in found} == {"reports"}
    assert [one.text for one in found] == [told.text for told in PILE]


def test_a_database_in_use_is_read(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    base = sqlite3.connect(path)
    base.execute("pragma journal_mode = wal")
    base.execute('create table "odd ""name" (body text, headline text)')
    base.execute('insert into "odd ""name" values (?, ?)', ("The dyke broke.", "Dyke"))
    base.commit()
    (one,) = articles(read("live.db", path))
    base.close()
    assert (one.path, one.title) == ('live.db#odd "name/1', "Dyke")


def database(path: Path, *statements: str) -> Path:
    base = sqlite3.connect(path)
    for statement in statements:
        base.execute(statement)
    base.commit()
    base.close()
    return path


def test_a_database_without_a_text_names_its_columns(tmp_path: Path) -> None:
    made = "create table reports (title, words)", "create table readers (id, name)"
    found = read("a.db", database(tmp_path / "a.db", *made))
    assert articles(found) == []
    assert "readers (id, name); reports (title, words)" in troubles(found)[0]


def test_the_same_in_a_zip() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in DUMPS.items():
            archive.writestr(name, data.read_bytes() if isinstance(data, Path) else data)
    found = articles(read("all.zip", held.getvalue()))
    assert len(found) == len(DUMPS) * len(PILE)
    assert {one.format for one in found} == {
        "csv in zip", "jsonl in zip", "parquet in zip", "sqlite in zip",
    }  # fmt: skip


def test_a_name_with_signs_of_patterns_is_that_file_and_no_other(tmp_path: Path) -> None:
    for name in ("dump 1.parquet", "dump [1].parquet", "d*.parquet"):
        (tmp_path / name).write_bytes(parquet(pyarrow.table({"text": [f"This is {name}."]})))
    for path in tmp_path.iterdir():
        assert [one.text for one in articles(read(path.name, path))] == [f"This is {path.name}."]


# -- what is a text -------------------------------------------------------------------------------


def test_a_list_of_texts_is_a_text_in_paragraphs_and_a_list_of_authors_is_a_line() -> None:
    rows = pyarrow.table({"text": [["One.", "Two."]], "authors": [["Anna Brook", "Carl Dunn"]]})
    (one,) = articles(read("a.parquet", parquet(rows)))
    assert (one.text, one.byline) == ("One.\n\nTwo.", "Anna Brook, Carl Dunn")


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("12345", "has no text"),
        ("NaN", "has no text"),
        ('{"name": "Lorn"}', "has no text"),
        ("true", "has no text"),
        ('[{"p": "x"}]', "has no text"),
        ("null", "has an empty text"),
        ('" "', "has an empty text"),
    ],
)
def test_what_is_no_text_is_told(value: str, what: str) -> None:
    found = read("a.jsonl", f'{{"text": {value}, "title": "Dyke"}}\n{{"text": "It broke."}}')
    assert [one.path for one in articles(found)] == ["a.jsonl#2"]
    assert f"Record 1 {what}." in troubles(found)[0]


def test_a_text_that_is_kept_as_bytes_is_one(tmp_path: Path) -> None:
    rows = pyarrow.table({"text": [b"S\xc3\xb8ren came.", b"\x89PNG"], "title": [b"Dyke", b"\xff"]})
    made = "create table a (text blob)", "insert into a values (x'5468652064796b652e')"
    found = [
        *read("a.parquet", parquet(rows)),
        *read("a.db", database(tmp_path / "a.db", *made)),
    ]
    assert [one.text for one in articles(found)] == ["Søren came.", "The dyke."]
    assert "Record 2 has no text" in troubles(found)[0]


def test_of_columns_of_one_name_the_first_that_is_filled_counts() -> None:
    found = articles(read("a.csv", "text,title,Text\nOne.,a,\nTwo.,b,Three.\n,c,Four.\n"))
    assert [one.text for one in found] == ["One.", "Two.", "Four."]


# -- lines and encodings --------------------------------------------------------------------------


def test_each_line_is_decoded_for_itself_and_what_was_guessed_is_counted() -> None:
    rows = [f"{number},Report {number} of the dyke at Halden." for number in range(4000)]
    late = "\n".join(["id,text", *rows, "z,Søren came."]).encode("cp1252")
    found = read("a.csv", late)
    assert articles(found)[-1].text == "Søren came."
    assert "Read as cp1252, a guess: 1 line." in troubles(found)[0]
    damaged = "id,text\n1,Søren and Ålund ".encode() + b"\xff" + "came to Lårn.\n2,Før.".encode()
    found = read("a.csv", damaged)
    assert [one.text for one in articles(found)] == ["Søren and Ålund \ufffdcame to Lårn.", "Før."]
    assert "at 1 place." in troubles(found)[0]


def test_lines_may_end_as_on_old_macs() -> None:
    assert len(articles(read("a.csv", table(end="\r").encode("utf-8")))) == len(PILE)
    rows = forms.json_lines().replace("\n", "\r")
    assert [one.path for one in articles(read("a.jsonl", rows))][-1] == f"a.jsonl#{len(PILE)}"


# -- indices and views ----------------------------------------------------------------------------

SEARCHED = (
    "create table articles (id integer primary key, title, body)",
    "insert into articles values (1, 'Dyke', 'The dyke broke.')",
    "create virtual table found using fts5 (title, body, content=articles, content_rowid=id)",
    "create virtual table other using fts4 (title, body)",
    "insert into other select title, body from articles",
    "create view shown as select title, body as text from articles",
)


def test_what_searches_in_a_table_is_not_read_beside_it(tmp_path: Path) -> None:
    found = read("a.db", database(tmp_path / "a.db", *SEARCHED))
    assert [one.path for one in articles(found)] == ["a.db#articles/1"]
    assert troubles(found) == []


def test_an_index_or_a_view_is_read_where_no_table_has_a_text(tmp_path: Path) -> None:
    alone = SEARCHED[3], "insert into other values ('Dyke', 'The dyke broke.')"
    (one,) = articles(read("a.db", database(tmp_path / "a.db", *alone)))
    assert one.path == "a.db#other/1"
    raw = "create table raw (x)", "insert into raw values ('The dyke.')"
    view = database(tmp_path / "b.db", *raw, "create view shown as select x as text from raw")
    assert [one.path for one in articles(read("b.db", view))] == ["b.db#shown/1"]


# -- rows that are too long, lines above the header -----------------------------------------------


@pytest.mark.parametrize("feed", ["", "\n"])
def test_a_row_beyond_the_limit_is_told_and_the_next_keep_their_numbers(feed: str) -> None:
    long = f'"He said ""no"".{feed} ' * 1 + f"And again, {feed}" * 200 + '"'
    text = f'id,text\n1,One.\n2,{long}\n3,"Three, and{feed} more."\n'
    found = read("a.csv", text, Options(limits=Limits(record=1000)))
    assert [(one.path, one.text) for one in articles(found)] == [
        ("a.csv#1", "One."),
        ("a.csv#3", f"Three, and{feed} more."),
    ]
    (told,) = troubles(found)
    assert "Row 2 has more than 1,000 bytes." in told
    assert "--limit record=NUMBER" in told


def test_a_title_above_the_header_is_passed_over() -> None:
    found = read("a.csv", "Export, of 3.4.2018\n\n".replace(",", "") + table(";"))
    assert [one.path for one in articles(found)] == [f"a.csv#{number}" for number in range(1, 6)]
    found = read("a.csv", "Export\nid;words\n1;One.\n")
    assert "The first row has to name the columns." in troubles(found)[0]
    assert "id, words" in troubles(found)[0]
