"""Web archives as warcio writes them."""

import io
from collections.abc import Iterable
from typing import NamedTuple

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


class Record(NamedTuple):
    """A record. `content`: the Content-Type that the server gave, or of a record without a server
    its own; `headers`: others that the server gave."""

    url: str
    body: bytes
    content: str = "text/plain"
    kind: str = "response"
    status: str = "200 OK"
    headers: tuple[tuple[str, str], ...] = ()
    date: str = "2019-03-01T12:00:00Z"


def warc(records: Iterable[Record], compressed: bool = True) -> bytes:
    """A web archive; compressed, each record by itself."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record("pile.warc.gz", {"software": "a test"}))
    for record in records:
        writer.write_record(_written(writer, record))
    return out.getvalue()


def _written(writer: WARCWriter, record: Record) -> object:
    http = None
    if record.kind in ("response", "revisit"):
        given = [("Content-Type", record.content), *record.headers]
        http = StatusAndHeaders(record.status, given, protocol="HTTP/1.1")
    if record.kind == "request":
        http = StatusAndHeaders(
            "GET / HTTP/1.1", [("Host", "courier.example")], is_http_request=True
        )
    return writer.create_warc_record(
        record.url, record.kind, io.BytesIO(record.body), length=len(record.body), http_headers=http,
        warc_content_type=record.content if http is None else "",
        warc_headers_dict={"WARC-Date": record.date},
    )  # fmt: skip
