"""A stream around another one: what all of ours have in common."""

import io
from typing import BinaryIO


class Around(io.RawIOBase):
    """Passes everything on to the stream inside but reading, which is for those who need it otherwise."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """As the stream inside."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As the stream inside."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """As the stream inside."""
        return self._stream.tell()
