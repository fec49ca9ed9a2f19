"""Bytes -> text, and which format a file has."""

import re
from pathlib import PurePosixPath

from stemma.errors import Unreadable

_ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
}  # fmt: skip
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
        return _detected(data)


def sniff(locator: str, text: str) -> str:
    """The format of a file, by its text where that is certain, else by its ending, else text."""
    if _HTML.match(text[:2000]):
        return "html"
    ending = _ENDINGS.get(PurePosixPath(locator.lower()).suffix)
    first = text.lstrip()[:1]
    if ending is None and first == "{" and re.match(r'\s*\{\s*"', text):
        return "jsonl"
    return ending or "text"


def _detected(data: bytes) -> str:
    import charset_normalizer  # slow to import, seldom needed

    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is None:
        raise _no_text()
    return data.decode(best.encoding, errors="replace")


def _no_text() -> Unreadable:
    return Unreadable(
        "The file is no text.",
        "Its bytes are those of a picture, an archive or a program.",
        "Give text, Markdown, HTML or JSON Lines.",
    )
