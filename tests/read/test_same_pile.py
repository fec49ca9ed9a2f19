"""One pile makes the same sentences in whatever form it is given.

The forms are made by other programs than our readers: by hand from the standard (`forms.py`), by
pyarrow and warcio here, and by Chromium, Wget, SQLite, zip, tar and others (`make_files.py`).
"""

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyarrow
import pyarrow.parquet
import pytest
from tests.read import forms
from tests.read.forms import FOLDER, MADE, PILE, Told, folded, page, read, sentences, table
from tests.read.warcs import Record, warc

from stemma.flow import build
from stemma.read import Options, Read

Files = list[tuple[str, bytes | Path]]


class Form(NamedTuple):
    """A form of the pile. `headlines`: whether they stand in the text; feeds give them beside it.
    `wrapped`: whether the form has lines of a width of its own, which stay in the article's text."""

    files: Callable[[], Files]
    headlines: bool = True
    wrapped: bool = False
    options: Options = Options()


def made(*names: str) -> Callable[[], Files]:
    return lambda: [(name.rpartition("/")[2], MADE / name) for name in names]


def one(locator: str, text: Callable[[], str], codec: str = "utf-8") -> Callable[[], Files]:
    return lambda: [(locator, text().encode(codec))]


def each(ending: str) -> Callable[[], Files]:
    return made(*(f"{told.name}{ending}" for told in PILE))


def as_array(indent: int | None) -> Callable[[], str]:
    return lambda: json.dumps(forms.rows(), ensure_ascii=False, indent=indent)


def as_answer(indent: int | None) -> Callable[[], str]:
    return lambda: json.dumps(forms.answer(), indent=indent)


def parquet() -> Files:
    out = io.BytesIO()
    rows = pyarrow.Table.from_pylist(forms.rows())
    pyarrow.parquet.write_table(rows, out, row_group_size=2)
    return [("pile.parquet", out.getvalue())]


def web_archive(compressed: bool) -> Files:
    records = [Record(told.url, page(told).encode(), "text/html; charset=utf-8") for told in PILE]
    return [("pile.warc.gz" if compressed else "pile.warc", warc(records, compressed))]


def web_texts() -> Files:
    """As Common Crawl has them: a line for each block."""
    records = [Record(told.url, "\n".join(told.lines).encode(), kind="conversion") for told in PILE]
    return [("pile.warc.wet.gz", warc(records))]


FORMS: dict[str, Form] = {
    "text": Form(lambda: [(told.path, FOLDER / told.path) for told in PILE]),
    "text in windows-1252": Form(
        lambda: [(told.path, told.text.encode("cp1252")) for told in PILE]
    ),
    "text with CRLF": Form(
        lambda: [(told.path, told.text.replace("\n", "\r\n").encode()) for told in PILE]
    ),
    "Markdown": Form(lambda: [(f"{told.name}.md", forms.markdown(told).encode()) for told in PILE]),
    "HTML": Form(lambda: [(f"{told.name}.html", page(told).encode()) for told in PILE]),
    "HTML saved by Chromium": Form(
        lambda: [(f"{told.name}.html", MADE / "pages" / f"{told.name}.html") for told in PILE]
    ),
    "MHTML by Chromium": Form(each(".mhtml")),
    "PDF by Chromium": Form(each(".pdf")),
    "WARC by Wget": Form(made("wget.warc.gz")),
    "WARC by warcio": Form(lambda: web_archive(False)),
    "WARC by warcio, compressed": Form(lambda: web_archive(True)),
    "WET by warcio": Form(web_texts),
    "RSS, whole": Form(one("a.rss", lambda: forms.rss(True)), headlines=False),
    "RSS, in descriptions": Form(one("b.xml", lambda: forms.rss(False)), headlines=False),
    "Atom, HTML": Form(one("a.atom", lambda: forms.atom("html")), headlines=False),
    "Atom, XHTML": Form(one("b.atom", lambda: forms.atom("xhtml")), headlines=False),
    "Atom, text": Form(one("c.atom", lambda: forms.atom("text")), headlines=False),
    "JSON Feed, HTML": Form(one("a.json", lambda: forms.json_feed("content_html")), False),
    "JSON Feed, text": Form(one("b.json", lambda: forms.json_feed("content_text")), False),
    "mails": Form(
        made(
            "mails/1-plain.eml",
            "mails/2-two.eml",
            "mails/3-plain.eml",
            "mails/4-page.eml",
            "mails/5-plain.eml",
        ),
        wrapped=True,
    ),
    "CSV": Form(one("pile.csv", table)),
    "CSV with LF": Form(one("pile.csv", lambda: table(end="\n"))),
    "CSV with a mark": Form(one("pile.csv", table, "utf-8-sig")),
    "CSV with semicolons": Form(one("pile.csv", lambda: table(";"))),
    "CSV with tabs": Form(one("pile.csv", lambda: table("\t"))),
    "CSV in windows-1252": Form(one("pile.csv", lambda: table(";"), "cp1252")),
    "CSV in UTF-16 by iconv": Form(made("utf-16.csv")),
    "CSV in UTF-16, big end first": Form(one("a.csv", lambda: "\ufeff" + table(), "utf-16-be")),
    "TSV": Form(one("pile.tsv", lambda: table("\t"))),
    "CSV told by its header": Form(one("pile", table)),
    "Excel's Unicode text": Form(
        lambda: [("pile.txt", MADE / "utf-16.csv")], options=Options(form="csv")
    ),
    "JSON Lines": Form(one("pile.jsonl", forms.json_lines)),
    "JSON Lines, compressed": Form(
        lambda: [("pile.jsonl.gz", gzip.compress(forms.json_lines().encode()))]
    ),
    "JSON": Form(one("pile.json", as_array(None))),
    "JSON, indented": Form(one("pile.json", as_array(2))),
    "answer of a service": Form(one("pile.json", as_answer(None))),
    "answer of a service, indented": Form(one("pile.json", as_answer(2))),
    "Parquet by pyarrow": Form(parquet),
    "database by SQLite's shell": Form(made("pile.sqlite")),
    "zip": Form(made("pile.zip")),
    "tar": Form(made("pile.tar")),
    "tar by gzip": Form(made("pile.tar.gz")),
    "tar by bzip2": Form(made("pile.tar.bz2")),
    "tar by xz": Form(made("pile.tar.xz")),
    "pages in a zip": Form(made("pages.zip")),
}


def expected(told: Told, form: Form) -> list[str]:
    """The sentences of the plain text."""
    (plain,) = read(told.path, FOLDER / told.path)
    assert isinstance(plain, Read)
    return sentences(plain, *(("headline", "paragraph") if form.headlines else ("paragraph",)))


def told_by(found: Read) -> Told:
    """The article that was read, by its last words."""
    text = " ".join(found.article.text.split())
    (told,) = [told for told in PILE if told.paragraphs[-1] in text]
    return told


def test_the_plain_pile_has_what_is_to_be_got_right() -> None:
    whole = "".join(told.text for told in PILE)
    assert all(mark in whole for mark in "“”’\"'–—é")
    assert [len(expected(told, FORMS["text"])) for told in PILE] == [9, 11, 7, 15, 10]
    assert max(len(told.text) for told in PILE) < 1500


@pytest.mark.parametrize("name", FORMS)
def test_the_same_pile_makes_the_same_sentences(name: str) -> None:
    form = FORMS[name]
    found = [one for file in form.files() for one in read(*file, form.options)]
    whole = [one for one in found if isinstance(one, Read)]
    assert sorted(map(told_by, whole)) == PILE
    for one in whole:
        told = told_by(one)
        shown = sentences(one)
        if not form.headlines:
            assert one.article.title == told.title
        assert (folded(shown) if form.wrapped else shown) == expected(told, form)


def test_a_compressed_text_is_that_text() -> None:
    for ending in ("gz", "bz2", "xz"):
        name = f"1-ardel-courier.txt.{ending}"
        (found,) = read(name, MADE / name)
        assert isinstance(found, Read)
        assert (found.article.text, found.article.format) == (PILE[0].text, "text")


def test_all_forms_together_make_one_case(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    count = 0
    for number, form in enumerate(FORMS.values()):
        if form.options != Options():
            continue
        count += 1
        for locator, data in form.files():
            path = pile / f"{number:02}" / locator
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.read_bytes() if isinstance(data, Path) else data)
    case = build([str(pile)], tmp_path / "case", workers=1, until="furniture")
    assert len(case.table("articles")) == count * len(PILE)
    blocks = case.table("blocks").select("kind", block_id="id")
    shown = case.table("sentences").join(blocks, on="block_id")
    kinds: dict[str, list[str]] = {}
    for text, kind in shown.select("text", "kind").iter_rows():
        kinds.setdefault(" ".join(text.split()), []).append(kind)
    for told in PILE:
        for line in expected(told, FORMS["RSS, whole"]):
            assert kinds[line] == ["paragraph"] * count
