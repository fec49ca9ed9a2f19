"""Which format a file has, and what packages may add."""

import gzip
import io
import zipfile

import pytest

from stemma.errors import Unreadable
from stemma.read import File, Options, formats
from stemma.read.formats import format_of


def sniffed(locator: str, data: bytes) -> str:
    return format_of(File.of(data, locator), formats()).name


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("locator", "text", "form"),
    [
        ("a.txt", "The dyke broke.", "text"),
        ("a", "The dyke broke.", "text"),
        ("a.md", "# The dyke", "markdown"),
        ("A.HTM", "The dyke", "html"),
        ("a.html", "", "html"),
        ("a.jsonl", "", "jsonl"),
        ("A.NDJSON", "", "jsonl"),
        ("a.json", "[]", "jsonl"),
        ("a.csv", "title;text", "csv"),
        ("a.tsv", "title\ttext", "csv"),
        ("a.rss", "", "feed"),
        # What the text shows for certain goes before the ending.
        ("a.txt", "<!DOCTYPE html><p>The dyke", "html"),
        ("a.txt", "\n<html lang=en>", "html"),
        ("a", "<!-- saved --><HTML>", "html"),
        ("a.xml", '<?xml version="1.0"?><!DOCTYPE html>', "html"),
        ("a.xml", '<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ("a.xml", '<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1.1"}', "feed"),
        ("a.txt", "From: x@y.example\nTo: z@y.example\nSubject: Dyke\n\nIt broke.", "eml"),
        ("a.txt", "From: our correspondent\n\nThe dyke broke.", "text"),
        (
            "a",
            "From a@b.example Mon Jan  1 10:00:00 2018\nFrom: x@y\nTo: z@y\nSubject: D\n\nI.",
            "eml",
        ),
        (
            "a.xml",
            '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "x.dtd">\n<rss version="0.91">',
            "feed",
        ),
        (
            "a.json",
            '{"items": ["' + "x" * 9000 + '"], "version": "https://jsonfeed.org/version/1"}',
            "feed",
        ),
        ("a.txt", "WARC/1.0\r\n", "warc"),
        ("north/a", '{"text": "The dyke"}', "jsonl"),
        ("north/a", "title,text\nDyke,It broke.", "csv"),
        ("north/a", "The text, a title of honour\nand more", "text"),
        ("a.txt", '{"text": "The dyke"}', "text"),
        ("a", "{sic} The dyke", "text"),
        ("a.html.txt", "The dyke", "text"),
        ("a.b/c", "< html >", "text"),
    ],
)
def test_sniffing(locator: str, text: str, form: str) -> None:
    assert sniffed(locator, text.encode()) == form


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (gzip.compress(b"The dyke broke."), "gzip"),
        (b"BZh91AY&SY", "bzip2"),
        (b"\xfd7zXZ\0\0", "xz"),
        (zipped("a.txt"), "zip"),
        (b"PAR1\x15", "parquet"),
        (b"SQLite format 3\0", "sqlite"),
        (b"%PDF-1.7", "pdf"),
        (b"a.txt" + bytes(252) + b"ustar\x0000" + bytes(200), "tar"),
    ],
    # A gzip header holds the time: an id made of it would differ from worker to worker.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_binary_formats_are_told_by_their_first_bytes(data: bytes, form: str) -> None:
    for locator in ("a", "a.txt", "a.bin"):
        assert sniffed(locator, data) == form


def test_a_format_can_be_told() -> None:
    file = File.of(b"<html>", "a.html", Options(form="text"))
    assert format_of(file, formats()).name == "text"


@pytest.mark.parametrize("ending", [".docx", ".png", ".zst", ".xml", ".css"])
def test_what_has_no_reader_is_told_with_a_remedy(ending: str) -> None:
    with pytest.raises(Unreadable, match="no reader") as told:
        sniffed(f"a{ending}", b"x y z")
    assert told.value.remedy


@pytest.mark.parametrize("ending", [".gz", ".zip", ".parquet", ".sqlite", ".pdf", ".warc"])
def test_an_ending_that_lies_is_told(ending: str) -> None:
    with pytest.raises(Unreadable, match="does not begin as such a file"):
        sniffed(f"a{ending}", b"The dyke broke.")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le"])
def test_pages_and_feeds_in_utf_16_are_known(codec: str) -> None:
    assert sniffed("a.xml", '<?xml version="1.0"?><rss version="2.0">'.encode(codec)) == "feed"
    assert sniffed("a.txt", "<!DOCTYPE html><p>The dyke broke.".encode(codec)) == "html"
