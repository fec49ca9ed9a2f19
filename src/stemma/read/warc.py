"""WARC and WET archives of the web (ISO 28500): pages with the address that they were fetched from."""

import io
import re
from collections import Counter
from collections.abc import Iterator

from stemma.errors import Unreadable
from stemma.read.file import File
from stemma.read.found import Given

# What is read of a web archive: content type -> our reader.
_READERS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text",
    "application/pdf": "pdf", "application/rss+xml": "feed", "application/atom+xml": "feed",
    "application/feed+json": "feed",
}  # fmt: skip


def read_warc(file: File) -> Iterator[File | Unreadable]:
    """The pages of a web archive that were fetched whole; a remark counts the other records."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    # Requests, notes on the archive and repetitions ("revisit") hold no page.
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    others: Counter[str] = Counter()
    number = 0
    try:
        for number, record in enumerate(
            ArchiveIterator(file.open(), record_types=wanted, parse_http=True, auto_decode="all"), 1
        ):
            status = record.http_headers.status_code if record.http_headers else None
            kind = _kind(record)
            if status not in (None, 200):
                others[f"status {status}"] += 1
            elif kind not in _READERS:
                others[kind or "no content type"] += 1
            else:
                yield _page(file, number, record, _READERS[kind])
    except (OSError, ValueError, EOFError) as error:
        file.say(
            f"'{file.locator}' breaks off.",
            f"{str(error).rstrip('.')}. The {number} records before that were read.",
            "Fetch it again.",
        )
    if others:
        held = ", ".join(f"{kind}: {count}" for kind, count in sorted(others.items()))
        file.say(
            f"'{file.locator}' holds {sum(others.values())} records that are no pages.",
            f"{held}.",
            "Nothing need be done, unless you miss an article.",
        )


def _kind(record: object) -> str:
    found = getattr(record, "http_content_type", None)
    if not found:
        # What was fetched without HTTP, or converted to text, says so in the record's own header.
        found = record.headers.get("Content-Type", "")  # type: ignore[attr-defined]
    return str(found).partition(";")[0].strip().lower()


def _page(file: File, number: int, record: object, form: str) -> File | Unreadable:
    headers = record.headers  # type: ignore[attr-defined]
    most = file.options.limits.file
    locator = f"{file.locator}#{number}"
    data = record.reader.read(most + 1)  # type: ignore[attr-defined]
    if len(data) > most:
        return Unreadable(
            f"Record {number} has more than {most:,} bytes.",
            "A file that is one text is read up to there.",
            "Raise the limit: --limit file=NUMBER.",
            locator,
        )
    url = headers.get("WARC-Target-URI", "").strip("<>") or None
    given = Given(url=url, site=_host(url), published=headers.get("WARC-Date"))
    charset = getattr(record, "http_charset", None)
    return file.inside(
        locator, lambda: io.BytesIO(data), size=len(data), given=given, form=form, charset=charset
    )


def _host(url: str | None) -> str | None:
    found = re.match(r"https?://(?:[^/@]*@)?(?:www\d?\.)?([^/:?#]+)", url or "", re.I)
    return found.group(1).lower() if found else None
