"""A stream of bytes of any length -> its lines, one at a time, each decoded for itself."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from stemma.read.decode import codec_of, mostly_utf_8
from stemma.read.misread import put_right
from stemma.read.wording import some

_PIECE = 64 * 1024
_MARK = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line of a dump with its number from 1, and its characters less the line feed."""

    number: int
    text: str


class Lines:
    """The lines of a dump that begins with `head`. A line is UTF-8 if it can be, or is so but for a few
    bytes; else it is read as the server says (`charset`), or as the head lets guess."""

    def __init__(self, head: bytes, charset: str | None) -> None:
        """Raises Unreadable for what is no text."""
        self._codec = codec_of(head, charset)
        self._declared = self._codec == charset
        self._others, self._damaged, self.put_right = 0, 0, 0
        # Programs for old Macs end lines by a return. Elsewhere only a line feed ends one: other
        # separators stand inside texts.
        first = re.search(r"\r\n?|\n", head.decode(self._codec, "replace"))
        self._end = b"\r" if first and first[0] == "\r" else b"\n"

    def of(self, stream: BinaryIO, most: int) -> Iterator[Line | None]:
        """The lines, and None in the place of one that has more bytes than `most`."""
        for number, data in enumerate(_parted(self._pieces(stream), self._end, most), 1):
            yield None if data is None else Line(number, self._put_right(self._decoded(data)))

    def remark(self) -> str:
        """What was guessed or replaced up to now; empty for nothing."""
        guessed = f"Read as {self._fallback}, a guess: {some(self._others, 'line')}."
        replaced = f"Bytes replaced by a mark (\ufffd): at {some(self._damaged, 'place')}."
        return " ".join([guessed] * bool(self._others) + [replaced] * bool(self._damaged))

    @property
    def _fallback(self) -> str:
        # Of a dump that was UTF-8 up to some line, the web has windows-1252.
        return "cp1252" if self._codec.startswith("utf-8") else self._codec

    def _pieces(self, stream: BinaryIO) -> Iterator[bytes]:
        if not self._codec.startswith("utf-16"):
            yield stream.read(_PIECE).removeprefix(_MARK)
            yield from iter(lambda: stream.read(_PIECE), b"")
            return
        decoder = codecs.getincrementaldecoder(self._codec)("replace")
        while piece := stream.read(_PIECE):
            yield decoder.decode(piece).encode("utf-8", "replace")

    def _put_right(self, text: str) -> str:
        text, places = put_right(text)
        self.put_right += places
        return text

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            if text := mostly_utf_8(data):
                self._damaged += text.count("\ufffd")
                return text
            self._others += not self._declared
            return data.decode(self._fallback, "replace")


def _parted(pieces: Iterable[bytes], end: bytes, most: int) -> Iterator[bytes | None]:
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        *whole, rest = piece.split(end)
        for part in whole:
            yield b"".join([*held, part]) if size + len(part) <= most else None
            held, size = [], 0
        if size <= most:
            held.append(rest)
        size += len(rest)
    if size:
        yield b"".join(held) if size <= most else None
