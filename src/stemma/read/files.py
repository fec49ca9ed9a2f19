"""Which files make up a pile, and what their bytes say."""

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stemma.errors import Remark, Unreadable, UsageError
from stemma.read.file import File
from stemma.read.limits import Options
from stemma.read.names import is_database_part, is_hidden, is_page_part, printable
from stemma.read.wording import remedy_for, sentence


class Source(NamedTuple):
    """One file of a pile. `locator`: its name inside the pile, with `/`; `path`: where it lies;
    `data`: its bytes if they were handed over (standard input) rather than lying on disk."""

    locator: str
    path: str
    data: bytes | None = None


def sources(paths: list[str]) -> Iterator[Source | Unreadable]:
    """Every file under the paths, in order of locator, and an error for each folder that can't be
    read. Left out are hidden files, links that lead out, and the parts of a page that was saved
    whole.

    Raises UsageError for a path that does not exist.
    """
    found: list[Source] = []
    for given in paths:
        path = Path(given)
        if _is_case(path):
            raise UsageError(
                f"'{given}' is a case, not a pile.", remedy="Name the folder of articles."
            )
        if path.is_dir():
            for one in _folder(path):
                if isinstance(one, Source):
                    found.append(one)
                else:
                    yield one
        elif path.is_file():
            found.append(Source(path.name, str(path)))
        elif path.exists():
            # A pipe, such as a shell makes of <(command), can be read once.
            found.append(Source(path.name, str(path), path.read_bytes()))
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

    Raises Unreadable if the file can't be opened.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in source.locator):
        raise Unreadable(
            f"The name of '{printable(source.locator)}' is no valid UTF-8.",
            "It can't be kept in a table.",
            "Rename the file.",
        )
    found = hashlib.sha256(source.locator.encode() + b"\0")
    with file_of(source).open() as stream:
        while piece := stream.read(1024 * 1024):
            found.update(piece)
    return found.hexdigest()[:32]


def file_of(source: Source, options: Options = Options()) -> File:
    """A source as a reader sees it. Raises Unreadable if it is not there."""
    if source.data is not None:
        data = source.data
        return File(source.locator, lambda: io.BytesIO(data), options, size=len(data))
    path = source.path
    try:
        size = os.stat(path).st_size
    except OSError as error:
        raise Unreadable(
            f"'{printable(source.locator)}' can't be opened.",
            sentence(error.strerror),
            remedy_for(error),
        ) from error
    return File(source.locator, lambda: open(path, "rb"), options, size=size, path=path)


def _folder(root: Path) -> Iterator[Source | Unreadable]:
    troubles: list[OSError] = []
    for folder, names, files in os.walk(root, onerror=troubles.append):
        beside = set(files)
        names[:] = sorted(n for n in names if not is_hidden(n) and not is_page_part(n, beside))
        for name in [name for name in names if _is_case(Path(folder, name))]:
            names.remove(name)
            yield _a_case(Path(folder, name).relative_to(root).as_posix())
        for name in sorted(files):
            path = Path(folder, name)
            if not is_hidden(name) and not is_database_part(name, beside) and _belongs(path, root):
                yield Source(path.relative_to(root).as_posix(), str(path))
    for error in troubles:
        yield _unread_folder(root, error)


def _is_case(folder: Path) -> bool:
    return (folder / "manifest.json").exists() and (folder / "tables").is_dir()


def _a_case(locator: str) -> Unreadable:
    return Remark(
        f"The folder '{printable(locator)}' is a case, and no part of the pile.",
        "What it holds are stemma's own tables.",
        "Keep cases outside the piles that they are made of.",
        printable(locator),
    )


def _belongs(path: Path, root: Path) -> bool:
    """Whether a name in a folder is a file of the pile, and neither a pipe or other device nor a link that
    leads out."""
    try:
        outside = path.is_symlink() and not path.resolve().is_relative_to(root.resolve())
        return not outside and (path.is_file() or not path.exists())
    except OSError:
        # A folder that can be listed and not entered: opening the file will say so.
        return True


def _unread_folder(root: Path, error: OSError) -> Unreadable:
    name = Path(error.filename or root)
    locator = name.relative_to(root).as_posix() if name != root else name.name
    return Unreadable(
        f"The folder '{printable(locator)}' can't be read.",
        f"{error.strerror}; what it holds is not known.",
        "Check its permissions and build again.",
        printable(locator),
    )
