"""Which files make up a pile, and what their bytes say."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stemma.errors import Unreadable, UsageError

MAX_BYTES = 64 * 1024 * 1024
_HIDDEN = (".", "~")


class Source(NamedTuple):
    """One file of a pile. `locator`: its name inside the pile, with `/`; `path`: where it lies;
    `data`: its bytes if they were handed over (standard input) rather than lying on disk."""

    locator: str
    path: str
    data: bytes | None = None


def sources(paths: list[str]) -> Iterator[Source]:
    """Every file under the paths, in order of locator; hidden files and links out are left out.

    Raises UsageError for a path that does not exist.
    """
    found: list[Source] = []
    for given in paths:
        path = Path(given)
        if (path / "manifest.json").exists() and (path / "tables").is_dir():
            raise UsageError(
                f"'{given}' is a case, not a pile.", remedy="Name the folder of articles."
            )
        if path.is_dir():
            found.extend(_folder(path))
        elif path.exists():
            found.append(Source(path.name, str(path)))
        else:
            raise UsageError(
                f"There is no file or folder '{given}'.", remedy="Check the path and try again."
            )
    yield from sorted(found)


def stdin_source(data: bytes) -> Source:
    """Standard input as a source."""
    return Source("stdin", "-", data)


def digest(source: Source) -> str:
    """A hash of locator and bytes: the same source is read once.

    Raises Unreadable if the file can't be opened or is larger than MAX_BYTES.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in source.locator):
        raise Unreadable(
            f"The name of '{printable(source.locator)}' is no valid UTF-8.",
            "It can't be kept in a table.",
            "Rename the file.",
        )
    content = load(source)
    return hashlib.sha256(source.locator.encode() + b"\0" + content).hexdigest()[:32]


def load(source: Source) -> bytes:
    """The bytes of a source. Raises Unreadable."""
    if source.data is not None:
        return source.data
    try:
        size = os.stat(source.path).st_size
        if size > MAX_BYTES:
            raise Unreadable(
                f"The file has {size:,} bytes.",
                f"Files above {MAX_BYTES:,} bytes are not read whole.",
                "Split it, one article or record a file.",
            )
        return Path(source.path).read_bytes()
    except OSError as error:
        raise Unreadable(
            "The file can't be opened.", f"{error.strerror}.", "Check its permissions."
        ) from error


def printable(name: str) -> str:
    """A file's name with what is no Unicode replaced, for messages and tables."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _folder(root: Path) -> Iterator[Source]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith(_HIDDEN))
        for name in sorted(files):
            path = Path(folder, name)
            outside = path.is_symlink() and not path.resolve().is_relative_to(root.resolve())
            if not name.startswith(_HIDDEN) and not outside and not path.is_fifo():
                yield Source(path.relative_to(root).as_posix(), str(path))
