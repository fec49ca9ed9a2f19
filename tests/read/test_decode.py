"""Bytes -> text, and the format of a file."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import Unreadable
from stemma.read.decode import decode, sniff

LINE = "Café au lait in Genève: the naïve mayor’s plan failed – “again”, he said."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_the_same_in_every_encoding(codec: str) -> None:
    assert decode(LINE.encode(codec)) == LINE


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_goes_by_its_mark(mark: str) -> None:
    assert decode(("\ufeff" + LINE).encode(mark)).lstrip("\ufeff") == LINE


def test_a_latin_1_file() -> None:
    line = "The mayor of Besançon said the café on the Île would close at Noël."
    assert decode(line.encode("latin-1")) == line


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź: Wałęsa.</p></body></html>'
    assert decode(page.encode("iso-8859-2")) == page


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_an_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(Unreadable, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        b"\x7fELF\x02\x01\x01\x00\x00",
        b"GIF89a\x01\x00\x01\x00",
    ],
)
def test_a_binary_file_is_told(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no text") as told:
        decode(data)
    assert told.value.why
    assert told.value.remedy


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    text = ""
    with suppress(Unreadable):
        text = decode(data)
    assert text.encode("utf-8").decode("utf-8") == text


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
        # What the text shows for certain goes before the ending.
        ("a.txt", "<!DOCTYPE html><p>The dyke", "html"),
        ("a.txt", "\n<html lang=en>", "html"),
        ("a", "<!-- saved --><HTML>", "html"),
        ("a.xml", '<?xml version="1.0"?><!DOCTYPE html>', "html"),
        ("north/a", '{"text": "The dyke"}', "jsonl"),
        ("a.txt", '{"text": "The dyke"}', "text"),
        ("a", "{sic} The dyke", "text"),
        ("a.html.txt", "The dyke", "text"),
        ("a.b/c", "< html >", "text"),
    ],
)
def test_sniffing(locator: str, text: str, form: str) -> None:
    assert sniff(locator, text) == form
