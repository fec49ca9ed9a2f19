"""Bytes -> text."""

import codecs
import re
from typing import NamedTuple

from stemma.errors import Unreadable
from stemma.read.misread import put_right
from stemma.read.wording import some

_LATIN = frozenset(
    "cp1250 cp1252 cp1254 cp1257 cp1258 latin_1 iso8859_1 iso8859_2 iso8859_3 iso8859_4 iso8859_9 "
    "iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16 mac_roman mac_latin2 mac_iceland mac_turkish "
    "cp437 cp775 cp850 cp852 cp857 cp858 cp860 cp861 cp863 cp865 hp_roman8".split()
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DETECTED = 200_000  # bytes that a guess rests on


class Decoded(NamedTuple):
    """A text, what was guessed or replaced to get it (empty: nothing), and at how many places letters were
    put right that had been read in a wrong encoding before."""

    text: str
    remark: str = ""
    put_right: int = 0


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Text of a file's bytes: UTF-8 or UTF-16 by mark, else as `charset` (what a server or mail
    said of it) or the page itself declares, else UTF-8, else as detected.

    Raises Unreadable for an empty file or one that is no text.
    """
    found = _decoded(data, charset)
    text, places = put_right(found.text)
    return found._replace(text=text, put_right=places)


def _decoded(data: bytes, charset: str | None) -> Decoded:
    if not data.strip():
        raise Unreadable("The file is empty.", remedy="Remove it, or fetch it again.")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, errors="replace"))
    if unmarked := utf_16_of(data):
        return Decoded(data.decode(unmarked, errors="replace"))
    if b"\0" in data[:4096]:
        raise _no_text()
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        declared = _as(data, charset) or _as(data, _declared(data))
        return declared or _damaged(data) or _detected(data)


def utf_16_of(head: bytes) -> str | None:
    """The codec of a text in UTF-16: by its mark, or because every other byte of its beginning is
    zero, as in most languages written with an alphabet; None for any other file."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    shown = head[: min(len(head), 512) // 2 * 2]
    first, second = shown[::2].count(0), shown[1::2].count(0)
    least = 0.9 * len(shown) / 2
    if len(shown) < 16 or min(first, second) > 0:
        return None
    return "utf-16-le" if second >= least else "utf-16-be" if first >= least else None


def codec_of(head: bytes, charset: str | None = None) -> str:
    """The codec of a file too large to be decoded whole, from its head. Raises Unreadable."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    if unmarked := utf_16_of(head):
        return unmarked
    if b"\0" in head[:4096]:
        raise _no_text()
    try:
        # The head may end inside a letter.
        head[: max(len(head) - 4, 0)].decode("utf-8")
    except UnicodeDecodeError as error:
        if len(head) - error.start > 4:
            if charset and _as(head, charset):
                return charset
            # A mark of damage for the letter that the head ends in does not count.
            return "utf-8" if mostly_utf_8(head[:-4]) else _guess(head)
    return "utf-8"


def _as(data: bytes, codec: str | None) -> Decoded | None:
    """The text in an encoding that was named, if that is one and fits."""
    if not codec:
        return None
    try:
        name = codecs.lookup(codec).name
        # What the web calls so has curly quotes where these have control characters.
        return Decoded(data.decode("cp1252" if name in ("iso8859-1", "ascii") else name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _declared(data: bytes) -> str | None:
    declared = rb"<meta[^>]+charset=[\"' ]*([\w-]+)|^\s*<\?xml[^>]+encoding=[\"']([\w-]+)"
    found = re.search(declared, data[:2048], re.I)
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def mostly_utf_8(data: bytes) -> str | None:
    """UTF-8 with a few damaged bytes in it; read otherwise, every other letter would be damaged."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(ord(letter) > 127 for letter in text) - damaged
    # In another encoding next to no pair of letters happens to be one in UTF-8.
    return text if whole >= 2 * damaged else None


def _damaged(data: bytes) -> Decoded | None:
    text = mostly_utf_8(data)
    if text is None:
        return None
    places = some(text.count("\ufffd"), "place")
    return Decoded(text, f"Bytes replaced by a mark (\ufffd): at {places}.")


def _detected(data: bytes) -> Decoded:
    name = _guess(data)
    return Decoded(data.decode(name, errors="replace"), f"It was read as {name}, a guess.")


def _guess(data: bytes) -> str:
    import charset_normalizer  # slow to import, seldom needed

    best = charset_normalizer.from_bytes(data[:_DETECTED]).best()
    if best is None:
        raise _no_text()
    # Encodings of Latin letters, one byte each, look alike to a detector; of these, the web has
    # windows-1252.
    return "cp1252" if best.encoding in _LATIN else best.encoding


def _no_text() -> Unreadable:
    return Unreadable(
        "The file is no text.",
        "Its bytes are those of a picture, a sound, a program or a format without a reader.",
        "Give text, or install a reader for it (entry point stemma.readers).",
    )
