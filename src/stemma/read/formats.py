"""Which formats there are, ours and those of installed packages, and which one a file has."""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from stemma.errors import Unreadable, UsageError
from stemma.read.archives import read_bzip2, read_gzip, read_tar, read_xz, read_zip
from stemma.read.databases import read_parquet, read_sqlite
from stemma.read.feeds import read_feed
from stemma.read.file import File
from stemma.read.found import Found
from stemma.read.html import read_html
from stemma.read.mail import read_eml, read_mhtml
from stemma.read.markdown import read_markdown
from stemma.read.pdf import read_pdf
from stemma.read.sniff import is_feed, is_html, is_mail, is_mbox, is_mhtml
from stemma.read.tables import read_csv, read_jsonl, reads_as_csv
from stemma.read.warc import read_warc

GROUP = "stemma.readers"

Finding = Found | Unreadable | File


class Format(NamedTuple):
    """A format and its reader.

    `read` gives what a file holds: texts (`Found`), errors in the place of records that can't be
    used (`Unreadable`), files that lie inside and are to be read in their turn (`File.inside`). It may
    raise Unreadable for the whole file. `endings` of file names, with the dot; `sniff` says of a file's
    first 64 KiB whether they are certainly of this format.
    """

    name: str
    read: Callable[[File], Iterator[Finding]]
    endings: tuple[str, ...] = ()
    sniff: Callable[[bytes], bool] | None = None


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(marks)


def _text(file: File) -> Iterator[Finding]:
    """A plain text is one article as it stands."""
    yield Found(file.text())


def _html(file: File) -> Iterator[Finding]:
    return read_html(file.text(), file.given.url)


def _markdown(file: File) -> Iterator[Finding]:
    return read_markdown(file.text())


# In the order in which they are asked.
_OURS = (
    Format("gzip", read_gzip, (".gz", ".gzip"), _starts(b"\x1f\x8b")),
    Format("bzip2", read_bzip2, (".bz2",), _starts(b"BZh")),
    Format("xz", read_xz, (".xz",), _starts(b"\xfd7zXZ\0")),
    Format("zip", read_zip, (".zip",), _starts(b"PK\x03\x04", b"PK\x05\x06")),
    Format("tar", read_tar, (".tar",), lambda head: head[257:262] == b"ustar"),
    Format("parquet", read_parquet, (".parquet",), _starts(b"PAR1")),
    Format("sqlite", read_sqlite, (".sqlite", ".sqlite3", ".db"), _starts(b"SQLite format 3\0")),
    Format("pdf", read_pdf, (".pdf",), _starts(b"%PDF-")),
    Format("warc", read_warc, (".warc", ".wet"), _starts(b"WARC/1.", b"WARC/0.")),
    Format("mhtml", read_mhtml, (".mhtml", ".mht"), is_mhtml),
    Format("eml", read_eml, (".eml", ".mbox"), lambda head: is_mail(head) or is_mbox(head)),
    Format("feed", read_feed, (".rss", ".atom"), is_feed),
    Format("html", _html, (".html", ".htm", ".xhtml"), is_html),
    Format("csv", read_csv, (".csv", ".tsv", ".tab")),
    Format("jsonl", read_jsonl, (".jsonl", ".ndjson", ".json")),
    Format("markdown", _markdown, (".md", ".markdown")),
    Format("text", _text, (".txt", ".text")),
)
# Endings of what is seen in piles and has no reader; read as text they would make nonsense.
_OTHERS = {
    ".docx .doc .xlsx .xls .pptx .ppt .odt .ods .odp .rtf .epub .pages": "Save it as PDF, HTML or text.",
    ".zst .7z .rar .lz4": "Unpack it.",
    ".png .jpg .jpeg .gif .webp .svg .bmp .tif .tiff .ico .heic .mp3 .mp4 .mov .avi .wav .webm .woff .woff2":
        "Leave it out; if it shows text, read that off it with a program for it.",
    ".css .js .mjs .map .xml .xsl .py .sh .exe .dll": "Leave it out, or name a reader with --format.",
}  # fmt: skip


def formats() -> Mapping[str, Format]:
    """Name -> format, those of installed packages first, also where ours has the same name. Raises
    UsageError for one that can't be loaded."""
    found = {one.name: one for one in map(_load, sorted(entry_points(group=GROUP)))}
    return found | {one.name: one for one in _OURS if one.name not in found}


def _load(point: EntryPoint) -> Format:
    try:
        loaded = point.load()
    except Exception as error:  # whatever a stranger's module raises when it is imported
        raise _bad_plugin(point, f"{type(error).__name__}: {error}.") from error
    if not isinstance(loaded, Format):
        raise _bad_plugin(point, f"It is no stemma.read.Format but a {type(loaded).__name__}.")
    return loaded


def _bad_plugin(point: EntryPoint, why: str) -> UsageError:
    package = point.dist.name if point.dist else point.value
    return UsageError(
        f"The reader '{point.name}' of the package '{package}' can't be used.",
        why,
        f"Mend it, or take it out: pip uninstall {package}",
    )


def format_of(file: File, known: Mapping[str, Format]) -> Format:
    """The format of a file: as told, by its first bytes where they are certain, else by its ending,
    else text. Raises Unreadable for one that no reader here knows."""
    if file.form:
        return known[file.form]
    head = file.head
    certain = next((one for one in known.values() if one.sniff and one.sniff(head)), None)
    if certain is not None:
        return certain
    by_ending = next((one for one in known.values() if file.ending in one.endings), None)
    if by_ending is not None:
        if by_ending.name in _SURE and head.strip():
            raise _mistaken(file, by_ending)
        return by_ending
    _refuse_others(file)
    if re.match(rb'\s*\{\s*"', head):
        return known["jsonl"]
    return known["csv" if reads_as_csv(head, file.options) else "text"]


# Formats whose first bytes always tell them.
_SURE = frozenset("gzip bzip2 xz zip parquet sqlite pdf warc".split())


def _mistaken(file: File, format: Format) -> Unreadable:
    return Unreadable(
        f"'{file.locator}' is no {format.name} file.",
        f"Its name ends in '{file.ending}', but it does not begin as such a file does.",
        "Fetch it again, or name its reader with --format.",
        file.locator,
    )


def _refuse_others(file: File) -> None:
    for endings, remedy in _OTHERS.items():
        if file.ending and file.ending in endings.split():
            raise Unreadable(
                f"There is no reader for '{file.ending}' files.",
                "A package can add one (entry point stemma.readers).",
                remedy,
                file.locator,
            )
