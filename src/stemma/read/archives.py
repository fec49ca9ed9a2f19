"""Files that hold files: zip and tar archives, and single files that are compressed."""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from stemma.errors import Unreadable
from stemma.read.file import File, up_to
from stemma.read.names import is_hidden, is_page_part
from stemma.read.streams import Around
from stemma.read.wording import sentence

Members = Iterator[File | Unreadable]


def read_gzip(file: File) -> Members:
    """The file that was compressed; its articles bear the compressed file's name."""
    return _unpacked(file, lambda stream: gzip.GzipFile(fileobj=stream))


def read_bzip2(file: File) -> Members:
    """See `read_gzip`."""
    return _unpacked(file, bz2.BZ2File)


def read_xz(file: File) -> Members:
    """See `read_gzip`."""
    return _unpacked(file, lzma.LZMAFile)


def _unpacked(file: File, wrap: Callable[[BinaryIO], object]) -> Members:
    name = re.sub(r"\.(?:gz|gzip|bz2|xz)$", "", file.name, flags=re.I)
    name = re.sub(r"\.t(?:gz|bz2|xz)$", ".tar", name, flags=re.I)
    yield file.inside(
        file.locator,
        lambda: cast("BinaryIO", wrap(file.open())),
        name=name,
        packed=True,
        wrapped=True,
    )


def read_zip(file: File) -> Members:
    """The files in a zip archive, in order of name. Nothing is written to disk."""
    try:
        archive = zipfile.ZipFile(file.open())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise _damaged(file, "zip", error) from error
    with archive:
        entries = sorted(archive.infolist(), key=_name)
        inside = set(map(_name, entries))
        _refuse_office(file, inside)
        for entry in entries:
            if not entry.is_dir() and not _left_out(_name(entry), inside):
                yield _zipped(file, archive, entry)


def _name(entry: zipfile.ZipInfo) -> str:
    """A member's name. Many programs write it in UTF-8 and do not say so, which makes it one in the
    code page of DOS."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _zipped(file: File, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> File | Unreadable:
    locator = f"{file.locator}/{_name(entry)}"
    if _leads_out(_name(entry)):
        return _outside(locator)
    if entry.flag_bits & 1:
        return Unreadable(
            f"'{locator}' is locked with a password.", remedy="Unpack it yourself.", at=locator
        )

    def opened() -> BinaryIO:
        try:
            return cast("BinaryIO", _Checked(cast("io.BufferedIOBase", archive.open(entry))))
        except NotImplementedError as error:
            raise Unreadable(
                f"'{locator}' is packed in a way that can't be read.",
                sentence(error),
                "Unpack it yourself, or pack it again as other programs do.",
                locator,
            ) from error
        except (zipfile.BadZipFile, ValueError) as error:
            raise OSError(str(error)) from error

    return file.inside(locator, opened, size=entry.file_size, packed=True)


class _Checked(Around):
    """A member whose damage shows as that of any other compressed stream."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        super().__init__(cast("BinaryIO", stream))
        self._some = stream.read1

    def read(self, size: int | None = -1) -> bytes:
        try:
            return self._some(-1 if size is None else size)
        except zipfile.BadZipFile as error:
            raise EOFError(str(error)) from error


def read_tar(file: File) -> Members:
    """The files in a tar archive, in its own order, each read whole."""
    held: dict[str, tarfile.TarInfo] = {}
    try:
        with tarfile.open(fileobj=file.open(), mode="r:") as archive:
            for entry in archive:
                held[entry.name] = entry
                if (entry.isfile() or entry.islnk()) and not _left_out(entry.name, held):
                    yield _from_tar(file, archive, entry, held)
            _check_end(file, archive)
    except tarfile.TarError as error:
        if not held:
            raise _damaged(file, "tar", error) from error
        _breaks_off(file, str(error).rstrip("."))


def _check_end(file: File, archive: tarfile.TarFile) -> None:
    """The library ends without a word at a header that is damaged or missing; the end of an archive
    is a block of zeros."""
    stream = cast("BinaryIO", archive.fileobj)
    # It may have read one such block, or none.
    stream.seek(archive.offset)
    block = stream.read(tarfile.BLOCKSIZE)
    if block != bytes(tarfile.BLOCKSIZE):
        _breaks_off(file, "A header is damaged" if block else "The mark of its end is missing")


def _breaks_off(file: File, why: str) -> None:
    file.say(
        f"'{file.locator}' breaks off.",
        f"{why}. What stands before that was read.",
        "Fetch it again.",
    )


def _from_tar(
    file: File,
    archive: tarfile.TarFile,
    entry: tarfile.TarInfo,
    held: Mapping[str, tarfile.TarInfo],
) -> File | Unreadable:
    locator = f"{file.locator}/{entry.name.removeprefix('./')}"
    if _leads_out(entry.name):
        return _outside(locator)
    # A second name of a file has its bytes where the first stands.
    whole = held.get(entry.linkname) if entry.islnk() else entry
    if whole is None or not whole.isfile():
        return Unreadable(
            f"'{locator}' is a link to a file that is not there.",
            f"'{entry.linkname}' does not stand before it in the archive.",
            "Pack the archive again.",
            locator,
        )
    most = file.options.limits.file
    if whole.size > most:
        return Unreadable(
            f"'{locator}' has {whole.size:,} bytes.",
            f"A file in a tar archive is read up to {most:,} bytes.",
            "Unpack it, or raise the limit: --limit file=NUMBER.",
            locator,
        )
    stream = archive.extractfile(whole)
    data = up_to(stream.read, most) if stream is not None else b""
    return file.inside(locator, lambda: io.BytesIO(data), size=whole.size)


def _left_out(name: str, inside: Collection[str]) -> bool:
    path = PurePosixPath(name)
    if any(is_hidden(part) for part in path.parts if part not in (".", "..")):
        return True
    return any(is_page_part(str(folder), inside) for folder in path.parents)


def _leads_out(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return (
        ".." in parts
        or name.startswith(("/", "\\"))
        or re.match(r"[A-Za-z]:[/\\]", name) is not None
    )


def _outside(locator: str) -> Unreadable:
    return Unreadable(
        f"'{locator}' leads out of its archive.",
        "Such a name is made to overwrite files where it is unpacked.",
        "Do not unpack it by other means; ask where the archive comes from.",
        locator,
    )


def _refuse_office(file: File, names: set[str]) -> None:
    if (
        "[Content_Types].xml" in names
        or "META-INF/container.xml" in names
        or "content.xml" in names
    ):
        raise Unreadable(
            f"'{file.locator}' is an office document or a book, for which there is no reader.",
            "It is a zip archive of XML parts.",
            "Save it as PDF, HTML or text.",
            file.locator,
        )


def _damaged(file: File, format: str, error: Exception) -> Unreadable:
    return Unreadable(
        f"'{file.locator}' can't be read as {format}.",
        sentence(error),
        "Fetch it again.",
        file.locator,
    )
