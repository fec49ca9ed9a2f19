"""One file as a reader sees it: a file of the pile, or one that lies inside another.

Reading is guarded here, once for all formats: a stream that breaks off ends early and is remarked
on, and one that unpacks to more than its limits is refused.
"""

import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import BinaryIO

from stemma.errors import Remark, Unreadable
from stemma.read.decode import Decoded, decode
from stemma.read.found import Given
from stemma.read.limits import Options
from stemma.read.lines import Line, Lines
from stemma.read.names import printable
from stemma.read.streams import Around
from stemma.read.wording import remedy_for, sentence, some

_HEAD = 64 * 1024
_PIECE = 1024 * 1024
# Below this, what an archive unpacks to is never too much: a small file may well shrink a lot.
_HARMLESS = 16 * 1024 * 1024
_BROKEN = (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile)


class Budget:
    """What may still be unpacked out of one file of the pile, whose size is `packed` bytes."""

    def __init__(self, options: Options, packed: int) -> None:
        limits = options.limits
        self.most = min(limits.unpacked, max(limits.ratio * packed, _HARMLESS))
        self.by_ratio = self.most < limits.unpacked
        self.used = 0
        self.members = 0

    @property
    def exhausted(self) -> bool:
        """Whether no more may be unpacked."""
        return self.used > self.most

    def spend(self, count: int, locator: str) -> None:
        """Counts bytes that were unpacked. Raises Unreadable beyond the limits."""
        self.used += count
        if self.exhausted:
            limit = "ratio" if self.by_ratio else "unpacked"
            raise Unreadable(
                f"'{locator}' unpacks to more than {self.most:,} bytes.",
                "That is beyond what articles pack to, and may be made to fill a machine. The rest of what "
                "it came in was not read.",
                f"If you trust it, raise the limit: --limit {limit}=NUMBER.",
                locator,
            )


class File:
    """A file to be read. `locator`: its name in the pile; `name`: the part of it that tells the
    format; `given`: what is known of it from around it; `said`: remarks made while reading it.

    `opener` gives a new binary stream from the start, each time. `size` is in bytes, None if it
    can't be known before reading.
    """

    def __init__(
        self,
        locator: str,
        opener: Callable[[], BinaryIO],
        options: Options = Options(),
        *,
        size: int | None = None,
        path: str | None = None,
        name: str | None = None,
        parent: "File | None" = None,
        given: Given = Given(),
        form: str | None = None,
        charset: str | None = None,
        packed: bool = False,
    ) -> None:
        # Half of the names in old archives are no Unicode.
        self.locator = printable(locator)
        self.name = printable(name) if name is not None else self.locator
        self.options, self.size, self.path = options, size, path
        self.given, self.charset = given, charset
        self.form = form or (options.form if parent is None else None)
        self.said: list[Remark] = []
        self.budget: Budget = parent.budget if parent else Budget(options, size or 0)
        self.depth, self.wrapped = 0, False
        self.containers: tuple[str, ...] = parent.containers if parent else ()
        self._packed = packed
        self._opener = opener

    @classmethod
    def of(cls, data: bytes, locator: str = "stdin", options: Options = Options()) -> "File":
        """A file of bytes that are at hand."""
        return cls(locator, lambda: io.BytesIO(data), options, size=len(data))

    def inside(
        self,
        locator: str,
        opener: Callable[[], BinaryIO],
        *,
        name: str | None = None,
        size: int | None = None,
        given: Given = Given(),
        form: str | None = None,
        charset: str | None = None,
        packed: bool = False,
        wrapped: bool = False,
    ) -> "File":
        """A file that lies inside this one. `packed`: whether it takes up less room there than it will,
        which is limited; `wrapped`: whether it is all that lies there, which is no level of depth
        (nor is it endless: one wrapping in another counts). Raises Unreadable for one too many, or
        too deep."""
        limits = self.options.limits
        self.budget.members += 1
        depth = self.depth + (not wrapped or self.wrapped)
        if depth > limits.depth:
            raise Unreadable(
                f"'{locator}' lies too deep.",
                f"Archives inside one another are opened to a depth of {limits.depth}.",
                f"Unpack it, or raise the limit: --limit depth={limits.depth + 1}.",
                locator,
            )
        if self.budget.members > limits.members:
            raise Unreadable(
                f"'{self.locator}' holds more than {limits.members:,} files.",
                "The rest of it was not read.",
                "Split it, or raise the limit: --limit members=NUMBER.",
                self.locator,
            )
        found = File(
            locator, opener, self.options, size=size, name=name, parent=self, given=given,
            form=form, charset=charset, packed=packed,
        )  # fmt: skip
        found.depth, found.wrapped = depth, wrapped
        return found

    @property
    def ending(self) -> str:
        """The name's ending in lower case, with its dot."""
        return PurePosixPath(self.name.lower()).suffix

    def open(self) -> BinaryIO:
        """A stream of the bytes from the start. It ends early where the file breaks off, with a
        remark; it raises Unreadable where it unpacks to too much or can't be opened."""
        try:
            stream = self._opener()
        except OSError as error:
            raise Unreadable(
                f"'{self.locator}' can't be opened.",
                sentence(error.strerror or error),
                remedy_for(error),
                self.locator,
            ) from error
        return io.BufferedReader(_Guarded(self, stream), _HEAD)

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        with self.open() as stream:
            return stream.read(_HEAD)

    def data(self) -> bytes:
        """All bytes. Raises Unreadable if they are more than the limit `file`."""
        most = self.options.limits.file
        if self.size is not None and self.size > most:
            raise self._too_large(self.size)
        with self.open() as stream:
            data = up_to(stream.read, most + 1)
        if len(data) > most:
            raise self._too_large(None)
        return data

    def text(self) -> str:
        """The whole text, decoded. Raises Unreadable for an empty file or one that is no text."""
        return self.told(decode(self.data(), self.charset))

    def lines(self) -> Iterator[Line | Unreadable]:
        """The lines of a dump of any length, one at a time; an error in the place of a line that is
        longer than the limit `record`. What had to be guessed becomes a remark at the end."""
        lines = Lines(self.head, self.charset)
        most = self.options.limits.record
        try:
            with self.open() as stream:
                for number, line in enumerate(lines.of(stream, most), 1):
                    yield line or self._too_long(number)
        finally:
            self.told(Decoded("", lines.remark(), lines.put_right))

    def told(self, decoded: Decoded) -> str:
        """The text of what was decoded; what had to be guessed or put right becomes a remark."""
        if decoded.put_right:
            self.say(
                f"'{self.locator}' has letters that were read in a wrong encoding before it came here.",
                f"Put right at {some(decoded.put_right, 'place')}.",
                "If letters look wrong, get the page again from its site.",
            )  # fmt: skip
        if decoded.remark:
            self.say(
                f"'{self.locator}' is no valid UTF-8.", decoded.remark,
                "If letters look wrong, save it as UTF-8 and build again.",
            )  # fmt: skip
        return decoded.text

    def say(self, what: str, why: str = "", remedy: str = "") -> None:
        """Makes a remark on this file, once."""
        if all(remark.what != what for remark in self.said):
            self.said.append(Remark(what, why, remedy, self.locator))

    def spend(self, count: int) -> None:
        """Counts bytes read, if they take up less room where they lie."""
        if self._packed:
            self.budget.spend(count, self.locator)

    def _too_long(self, number: int) -> Unreadable:
        return Unreadable(
            f"Line {number} has more than {self.options.limits.record:,} bytes.",
            "No article is so long; the file may lack its line ends.",
            "Mend the line, or raise the limit: --limit record=NUMBER.",
            self.locator,
        )

    def _too_large(self, size: int | None) -> Unreadable:
        most = self.options.limits.file
        has = f"{size:,} bytes" if size is not None else f"more than {most:,} bytes"
        return Unreadable(
            f"'{self.locator}' has {has}.",
            f"A file that is one text is read up to {most:,} bytes.",
            "Split it, one article or record a file, or raise the limit: --limit file=NUMBER.",
            self.locator,
        )


def up_to(read: Callable[[int], bytes], most: int) -> bytes:
    """At most so many bytes of a stream, by its `read`, which is called for pieces: Python sets aside
    memory for all that it is asked for at once."""
    pieces: list[bytes] = []
    while most > 0 and (piece := read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


class _Guarded(Around):
    """A stream that ends early where it breaks off, and counts what is unpacked."""

    def __init__(self, file: File, stream: BinaryIO) -> None:
        super().__init__(stream)
        self._file = file
        # To fill a buffer, `read` would go on to where the stream breaks off and lose what it had.
        self._read = getattr(stream, "read1", stream.read)
        self._any = False

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._read(len(buffer))
        except _BROKEN as error:
            self._broken(sentence(error))
            return 0
        except OSError as error:
            raise Unreadable(
                f"'{self._file.locator}' can't be read.",
                sentence(error.strerror or error),
                "Fetch it again, or check the disk.",
                self._file.locator,
            ) from error
        self._file.spend(len(data))
        self._any = self._any or bool(data)
        buffer[: len(data)] = data
        return len(data)

    def _broken(self, why: str) -> None:
        name = self._file.locator
        if not self._any:
            raise Unreadable(f"'{name}' is damaged.", why, "Fetch it again.", name)
        why = f"{why} What stands before that was read."
        self._file.say(f"'{name}' breaks off.", why, "Fetch it again.")

    def close(self) -> None:
        self._stream.close()
        super().close()
