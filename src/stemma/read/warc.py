"""WARC and WET archives of the web (ISO 28500): pages with the address that they were fetched from."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from stemma.errors import Unreadable
from stemma.read.file import File, up_to
from stemma.read.found import Given
from stemma.read.streams import Around
from stemma.read.wording import some

# What is read of a web archive: content type -> our reader.
_READERS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text",
    "application/pdf": "pdf", "application/rss+xml": "feed", "application/atom+xml": "feed",
    "application/feed+json": "feed",
}  # fmt: skip
# What a crawler says of itself or is told by a server, which is text and yet no article.
_NO_PAGE = re.compile(r"<?(?:metadata:|https?://[^/]+/robots\.txt>?$)", re.I)


def read_warc(file: File) -> Iterator[File | Unreadable]:
    """The pages of a web archive that were fetched whole; a remark counts the other records."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    # Requests and notes on the archive are no pages; nor are repetitions ("revisit"), but they count.
    wanted = (
        WarcRecordType.response
        | WarcRecordType.resource
        | WarcRecordType.conversion
        | WarcRecordType.revisit
    )
    others: Counter[str] = Counter()
    number = 0
    stream = _Ending(file.open())
    try:
        for number, record in enumerate(
            ArchiveIterator(io.BufferedReader(stream), record_types=wanted, parse_http=False), 1
        ):
            other = _other(record)
            if other:
                others[other] += 1
            else:
                yield _page(file, number, record, _READERS[_kind(record)])
        if not stream.last.endswith((b"\r\n\r\n", b"\n\n")):
            _breaks_off(file, "Its last record has no end")
    except (OSError, ValueError, EOFError) as error:
        _breaks_off(file, f"{str(error).rstrip('.')}, after {some(number, 'record')}")
    if others:
        held = ", ".join(f"{kind}: {count}" for kind, count in sorted(others.items()))
        file.say(
            f"'{file.locator}' holds {some(others.total(), 'record')} of what is no page.",
            f"{held}.",
            "Nothing need be done, unless you miss an article.",
        )


class _Ending(Around):
    """A stream that remembers the last bytes that were read of it: the library passes over a record
    that breaks off and was not asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.last = b""

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self.last = (self.last + data[-4:])[-4:]
        buffer[: len(data)] = data
        return len(data)


def _breaks_off(file: File, why: str) -> None:
    file.say(
        f"'{file.locator}' breaks off.",
        f"{why}. What stands before that was read.",
        "Fetch it again.",
    )


def _other(record: Any) -> str:
    """What a record is, if it is no page that was fetched whole."""
    from fastwarc.warc import WarcRecordType

    try:
        record.parse_http()
    except (OSError, ValueError):
        return "damaged answer of a server"
    status = record.http_headers.status_code if record.http_headers else None
    if record.record_type == WarcRecordType.revisit:
        return "revisit"
    if status not in (None, 200):
        return f"status {status}"
    if _NO_PAGE.match(record.headers.get("WARC-Target-URI", "")):
        return "notes of a crawler"
    kind = _kind(record)
    return "" if kind in _READERS else kind or "no content type"


def _kind(record: Any) -> str:
    found = record.http_content_type
    if not found:
        # What was fetched without HTTP, or converted to text, says so in the record's own header.
        found = record.headers.get("Content-Type", "")
    return str(found).partition(";")[0].strip().lower()


def _page(file: File, number: int, record: Any, form: str) -> File | Unreadable:
    headers = record.headers
    most = file.options.limits.file
    locator = f"{file.locator}#{number}"
    data = up_to(record.reader.read, most + 1)
    if len(data) < min(record.content_length, most):
        why = f"Of its last record only {len(data):,} of {record.content_length:,} bytes are there"
        _breaks_off(file, why)
    if len(data) <= most and record.http_headers:
        data = _decoded(data, record.http_headers, most)
    if len(data) > most:
        return Unreadable(
            f"Record {number} has more than {most:,} bytes.",
            "A file that is one text is read up to there.",
            "Raise the limit: --limit file=NUMBER.",
            locator,
        )
    url = headers.get("WARC-Target-URI", "").strip("<>") or None
    given = Given(url=url, site=_host(url), published=headers.get("WARC-Date"))
    charset = record.http_charset
    return file.inside(
        locator, lambda: io.BytesIO(data), size=len(data), given=given, form=form, charset=charset
    )


def _decoded(data: bytes, headers: Any, most: int) -> bytes:
    """What a server sent compressed or in pieces. Many archives keep what was sent, many keep what it
    came to and still the header that says otherwise."""
    from fastwarc.warc import WarcRecord

    coded = [(name, headers.get(name)) for name in ("Content-Encoding", "Transfer-Encoding")]
    head = "".join(f"{name}: {value}\r\n" for name, value in coded if value)
    for how in ("all", "content", "transfer") if head else ():
        again = WarcRecord()
        again.set_bytes_content(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + data)
        again.is_http = True
        try:
            again.parse_http(auto_decode=how)
            return up_to(again.reader.read, most + 1)
        except (OSError, ValueError):
            continue
    return data


def _host(url: str | None) -> str | None:
    found = re.match(r"https?://(?:[^/@]*@)?(?:www\d?\.)?([^/:?#]+)", url or "", re.I)
    return found.group(1).lower() if found else None
