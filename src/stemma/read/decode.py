"""Bytes -> text, and which format a file has."""

import re
from pathlib import PurePosixPath

from stemma.errors import Unreadable

_ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
}  # fmt: skip
_LATIN = frozenset(
    "cp1250 cp1252 cp1254 cp1257 cp1258 latin_1 iso8859_1 iso8859_2 iso8859_3 iso8859_4 iso8859_9 "
    "iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16 mac_roman mac_latin2 cp437 cp850 cp858".split()
)
_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)


def decode(data: bytes) -> str:
    """Text of a file's bytes: UTF-8 or UTF-16 by mark, else UTF-8, else as detected.

    Raises Unreadable for an empty file or one that is no text.
    """
    if not data.strip():
        raise Unreadable("The file is empty.", remedy="Remove it, or fetch it again.")
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(codec, errors="replace")
    if b"\0" in data[:4096]:
        raise _no_text()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data) or _detected(data)


_OTHERS = frozenset(
    ".csv .tsv .parquet .sqlite .db .zip .gz .warc .wet .pdf .docx .doc .xlsx .odt .rtf .eml .mhtml .mht "
    ".xml .rss .atom .png .jpg .jpeg .gif .webp .mp3 .mp4 .css .js".split()
)


def refuse_others(locator: str) -> None:
    """Raises Unreadable for a file whose ending tells a format that no reader here knows."""
    ending = PurePosixPath(locator.lower()).suffix
    if ending in _OTHERS:
        raise Unreadable(
            f"There is no reader for '{ending}' files.",
            "This version reads plain text, Markdown, HTML and JSON Lines.",
            "Convert it, or name a reader with --format.",
        )


def sniff(locator: str, text: str) -> str:
    """The format of a file, by its text where that is certain, else by its ending, else text."""
    if _HTML.match(text[:2000]):
        return "html"
    ending = _ENDINGS.get(PurePosixPath(locator.lower()).suffix)
    first = text.lstrip()[:1]
    if ending is None and first == "{" and re.match(r'\s*\{\s*"', text):
        return "jsonl"
    return ending or "text"


def _declared(data: bytes) -> str | None:
    """The text in the encoding that a page names in its head, if that is one and fits."""
    found = re.search(rb"<meta[^>]+charset=[\"' ]*([\w-]+)", data[:2048], re.I)
    if found is None:
        return None
    try:
        return data.decode(found.group(1).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(data: bytes) -> str:
    import charset_normalizer  # slow to import, seldom needed

    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is None:
        raise _no_text()
    # Encodings of Latin letters, one byte each, look alike to a detector; of these, the web has
    # windows-1252.
    name = "cp1252" if best.encoding in _LATIN else best.encoding
    return data.decode(name, errors="replace")


def _no_text() -> Unreadable:
    return Unreadable(
        "The file is no text.",
        "Its bytes are those of a picture, an archive or a program.",
        "Give text, Markdown, HTML or JSON Lines.",
    )
