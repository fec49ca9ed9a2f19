"""Bytes -> text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import Unreadable
from stemma.read.decode import codec_of
from stemma.read.decode import decode as decoded


def decode(data: bytes, charset: str | None = None) -> str:
    """The text alone."""
    return decoded(data, charset).text


LINE = "Café au lait in Genève: the naïve mayor’s plan failed – “again”, he said."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_the_same_in_every_encoding(codec: str) -> None:
    assert decode(LINE.encode(codec)) == LINE


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_goes_by_its_mark(mark: str) -> None:
    assert decode(("\ufeff" + LINE).encode(mark)).lstrip("\ufeff") == LINE


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_known_by_its_zeros(codec: str) -> None:
    assert decode(LINE.encode(codec)) == LINE
    with pytest.raises(Unreadable, match="no text"):
        decode(b"\0\0\1\0" * 100)


def test_a_latin_1_file() -> None:
    line = "The mayor of Besançon said the café on the Île would close at Noël."
    assert decode(line.encode("latin-1")) == line


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź: Wałęsa.</p></body></html>'
    assert decode(page.encode("iso-8859-2")) == page
    page = (
        '<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>Łódź: Wałęsa.</p></body></html>'
    )
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


def test_what_had_to_be_guessed_is_said() -> None:
    assert decoded(LINE.encode("utf-8")).remark == ""
    assert "cp1252" in decoded("The café in Besançon closed – he said.".encode("cp1252")).remark


def test_what_a_server_said_of_a_text_counts_where_it_is_no_utf_8() -> None:
    line = "Łódź: Wałęsa."
    assert decode(line.encode("iso-8859-2"), "iso-8859-2") == line
    assert decode(line.encode("utf-8"), "iso-8859-2") == line
    line = "The mayor of Besançon said the café on the Île would close at Noël."
    assert decode(line.encode("latin-1"), "no such codec") == line


def test_a_damaged_byte_in_utf_8_spoils_no_other_letter() -> None:
    data = (LINE * 3).encode("utf-8")
    damaged = data[:7] + b"\xff" + data[7:]
    found = decoded(damaged)
    assert found.text.count("\ufffd") == 1
    assert found.text.replace("\ufffd", "") == LINE * 3
    assert "1 place." in found.remark


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_codec_of_a_file_is_told_by_its_head(codec: str) -> None:
    head = (LINE * 50).encode(codec)
    for end in range(len(head) - 4, len(head)):
        assert head[:end].decode(codec_of(head[:end]), errors="ignore")[:500] == (LINE * 50)[:500]


def test_a_binary_head_has_no_codec() -> None:
    with pytest.raises(Unreadable, match="no text"):
        codec_of(b"\x89PNG\r\n\x1a\n\x00\x00")


@pytest.mark.parametrize("name", ["iso-8859-1", "us-ascii"])
def test_curly_quotes_stand_where_latin_1_has_control_characters(name: str) -> None:
    page = f'<meta charset="{name}"><p>“A plan,” the mayor’s aide said – twice.</p>'
    assert decode(page.encode("cp1252")) == page
    assert decode(LINE.encode("cp1252"), name) == LINE


def test_letters_that_were_read_in_a_wrong_encoding_before_are_put_right() -> None:
    wrong = LINE.encode().decode("cp1252", "replace")
    assert "â€" in wrong
    found = decoded(wrong.encode())
    assert (found.text, found.put_right) == (LINE, 7)
    # Programs show the byte that Windows-1252 leaves free as they like.
    assert decode("â€œNo,â€ he said; â€œneverâ€\x9d.".encode()) == "“No,” he said; “never”."


@pytest.mark.parametrize("line", ["SÃO PAULO.", "The sign read Ã©, once.", "Él pidió â la carte."])
def test_letters_that_may_be_meant_stay(line: str) -> None:
    assert decode(line.encode()) == line
