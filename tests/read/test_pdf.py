"""PDFs by Chromium."""

import io
import re
import zipfile

import pytest
from tests.read.forms import MADE, PILE, Told, articles, read, sentences, troubles

from stemma.clean import clean
from stemma.read import Read


def one(name: str) -> Read:
    (found,) = read(name, MADE / name)
    assert isinstance(found, Read)
    return found


def lines(found: Read, kind: str) -> list[str]:
    return [block.text for block in clean(found.article, found.layout).blocks if block.kind == kind]


@pytest.mark.parametrize("told", PILE, ids=lambda told: told.name)
def test_what_the_browser_prints_at_the_edges_is_chrome(told: Told) -> None:
    found = one(f"{told.name}.pdf")
    chrome = [line for line in lines(found, "chrome") if line not in told.text]
    assert told.url in chrome
    assert "1/1" in chrome
    assert any(line.startswith(told.title[:5]) and line.endswith(told.site) for line in chrome)
    assert found.article.title == f"{told.title} | {told.site}"
    assert (found.article.format, found.article.published_how) == ("pdf", "unknown")


def test_head_and_foot_of_three_pages_are_chrome_and_the_text_runs_on() -> None:
    found = one("long.pdf")
    head = "The Ardel Courier, archive"
    feet = [f"Page {number} of 3" for number in (1, 2, 3)]
    assert sorted(lines(found, "chrome")) == sorted([*feet, head, head, head])
    assert lines(found, "headline") == [PILE[0].title]
    assert lines(found, "paragraph") == PILE[0].paragraphs
    assert sentences(found) == sentences(one("1-ardel-courier.pdf"))


def test_a_paragraph_that_a_page_cuts_is_joined() -> None:
    # One page ends before a name, one in the middle of a line, and the margins are so small that the
    # layout takes the browser's head and foot for lines of the paragraphs.
    found = one("cut.pdf")
    assert lines(found, "headline") == [PILE[0].title]
    assert lines(found, "paragraph") == PILE[0].paragraphs
    heads = [line for line in lines(found, "chrome") if line.startswith(PILE[0].title[:12])]
    assert len(heads) == 4
    assert lines(found, "chrome").count(PILE[0].url) == 4


@pytest.mark.parametrize("name", ["wide.pdf", "columns.pdf", "indented.pdf"])
def test_lines_that_stand_wide_columns_and_indents_make_the_same_paragraphs(name: str) -> None:
    found = one(name)
    assert lines(found, "headline") == [PILE[0].title]
    assert lines(found, "paragraph") == PILE[0].paragraphs


def test_what_the_library_says_of_a_damaged_pdf_becomes_one_remark(
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = (MADE / "3-nna.pdf").read_bytes()
    told = []
    for start in re.finditer(rb">>\s*stream\r?\n", data):
        at = start.end() + 60
        told += troubles(read("a.pdf", data[:at] + bytes(20) + data[at + 20 :]))
    assert any("'a.pdf' is damaged in places." in one for one in told)
    assert capfd.readouterr().err == ""


def test_a_pdf_without_a_text_layer_is_told() -> None:
    found = read("empty.pdf", MADE / "empty.pdf")
    assert articles(found) == []
    assert "has no text layer" in troubles(found)[0]


def test_a_pdf_lies_in_a_zip_too() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.write(MADE / "3-nna.pdf", "north/3.pdf")
    (found,) = articles(read("a.zip", held.getvalue()))
    assert (found.path, found.format) == ("a.zip/north/3.pdf", "pdf in zip")
