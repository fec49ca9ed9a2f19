"""Web archives by warcio and by Wget."""

import gzip
import io

import pytest
from tests.read.forms import MADE, PILE, articles, page, read, sentences, troubles
from tests.read.warcs import Record, warc

from stemma.read import Limits, Options, Read

BARE = "<p>The dyke of Lorn broke on Sunday night, and the water stood in the market.</p>"


def bare(**changes: object) -> Record:
    record = Record("http://www.lorn.example/dyke", BARE.encode(), "text/html")
    return record._replace(**changes)  # type: ignore[arg-type]


def test_a_page_has_its_address_its_outlet_and_its_place_in_the_archive() -> None:
    found = articles(read("a.warc.gz", MADE / "wget.warc.gz"))
    assert [one.path for one in found] == [f"a.warc.gz#{number}" for number in (1, 4, 7, 10, 13)]
    for one, told in zip(found, PILE, strict=True):
        assert (one.title, one.url, one.site) == (told.title, told.url, told.site)
        assert (one.published, one.published_how) == (told.published[:10], "declared")
        assert (one.format, one.language) == ("html in warc", "en")
        assert one.byline == (told.byline or None)


def test_a_page_that_gives_no_date_was_published_before_it_was_fetched() -> None:
    (one,) = articles(read("a.warc.gz", warc([bare()])))
    assert (one.published, one.published_how) == ("2019-03-01T12:00:00Z", "fetched")
    assert (one.url, one.site) == ("http://www.lorn.example/dyke", "lorn.example")


def test_what_is_no_page_is_counted_in_one_remark() -> None:
    page = bare()
    others = [
        bare(status="404 Not Found"),
        bare(status="301 Moved Permanently", headers=(("Location", "/there"),)),
        bare(content="image/png", body=b"\x89PNG"),
        bare(content="image/png", body=b"\x89PNG"),
        bare(kind="revisit", body=b""),
        bare(kind="request", body=b""),
        bare(kind="metadata", body=b"fetchTimeMs: 7"),
        bare(kind="resource", url="metadata://example/log.txt", content="text/plain"),
        bare(url="http://lorn.example/robots.txt", content="text/plain"),
    ]
    found = read("a.warc.gz", warc([*others, page]))
    assert [one.path for one in articles(found)] == ["a.warc.gz#8"]
    (told,) = troubles(found)
    assert "holds 7 records of what is no page" in told
    assert "image/png: 2, notes of a crawler: 2, revisit: 1, status 301: 1, status 404: 1" in told


def test_the_charset_is_that_of_the_http_header_else_of_the_page() -> None:
    text = "<p>Søren Ålund – “nobody” – came to Lorn on Sunday, and the market was closed.</p>"
    for codec in ("windows-1252", "iso-8859-15", "koi8-r", "shift_jis"):
        shown = text if "1252" in codec else "<p>Сообщение / 知らせ: Lorn</p>"
        if codec == "iso-8859-15":
            shown = "<p>It cost 5 € in Lorn.</p>"
        data = shown.encode(codec, "ignore")
        wanted = data.decode(codec)[3:-4]
        by_header = bare(body=data, content=f"text/html; charset={codec}")
        meta = f'<html><head><meta charset="{codec}"></head><body>'.encode()
        by_page = bare(body=meta + data)
        found = articles(read("a.warc", warc([by_header, by_page], compressed=False)))
        assert [one.text for one in found] == [wanted, wanted], codec


def test_what_the_server_had_compressed_or_cut_in_pieces_is_put_together() -> None:
    body = BARE.encode()
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in (body[:20], body[20:], b""))
    records = [
        bare(body=gzip.compress(body), headers=(("Content-Encoding", "gzip"),)),
        bare(body=pieces, headers=(("Transfer-Encoding", "chunked"),)),
    ]
    assert [one.text for one in articles(read("a.warc.gz", warc(records)))] == [BARE[3:-4]] * 2


CODED = ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"), ("Content-Encoding", "br")


@pytest.mark.parametrize("header", [*CODED, ("Content-Encoding", "none of these")])
def test_what_a_header_says_of_the_coding_may_be_untrue(header: tuple[str, str]) -> None:
    found = read("a.warc.gz", warc([bare(), bare(headers=(header,)), bare()]))
    assert [one.text for one in articles(found)] == [BARE[3:-4]] * 3
    assert troubles(found) == []
    both = (("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"))
    (one,) = articles(
        read("a.warc.gz", warc([bare(headers=both, body=gzip.compress(BARE.encode()))]))
    )
    assert one.text == BARE[3:-4]


def test_a_page_that_unpacks_to_too_much_is_told() -> None:
    bomb = gzip.compress(b"<p>" + b"x" * 100_000)
    record = bare(body=bomb, headers=(("Content-Encoding", "gzip"),))
    found = read("a.warc.gz", warc([record, bare()]), Options(limits=Limits(file=2000)))
    assert [one.path for one in articles(found)] == ["a.warc.gz#2"]
    assert "has more than 2,000 bytes" in troubles(found)[0]


def test_an_answer_without_a_proper_head_does_not_end_the_archive() -> None:
    plain = warc([bare(), bare(), bare()], compressed=False)
    at = plain.index(b"HTTP/1.1 200", plain.index(b"HTTP/1.1 200") + 10)
    found = read("a.warc", plain[:at] + b"\x00\x01\x02\x03\x04 200" + plain[at + 9 :])
    assert articles(found)[-1].path == "a.warc#3"


def test_texts_pdfs_and_feeds_in_an_archive_have_their_readers() -> None:
    pdf = (MADE / "3-nna.pdf").read_bytes()
    records = [
        bare(body=b"The dyke broke.", content="text/plain; charset=us-ascii"),
        bare(body=pdf, content="application/pdf", url="http://nna.example/7.pdf"),
        bare(kind="resource"),
        bare(kind="conversion", body=b"The dyke broke.", content="text/plain"),
    ]
    found = articles(read("a.warc.gz", warc(records)))
    forms = ["text in warc", "pdf in warc", "html in warc", "text in warc"]
    assert [one.format for one in found] == forms
    assert found[1].url == "http://nna.example/7.pdf"


def test_an_archive_that_was_compressed_as_a_whole_is_read_too() -> None:
    plain = warc([bare(), bare()], compressed=False)
    assert len(articles(read("a.warc.gz", gzip.compress(plain)))) == 2
    assert len(articles(read("a.warc", plain))) == 2
    assert len(articles(read("unnamed", plain))) == 2


def test_a_page_too_large_is_told_and_the_rest_is_read() -> None:
    records = [bare(body=b"<p>" + b"x" * 3000), bare()]
    found = read("a.warc.gz", warc(records), Options(limits=Limits(file=2000)))
    assert [one.path for one in articles(found)] == ["a.warc.gz#2"]
    assert "has more than 2,000 bytes" in troubles(found)[0]


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_an_archive_that_breaks_off_gives_what_stands_before(keep: float) -> None:
    whole = warc([Record(told.url, page(told).encode(), "text/html") for told in PILE])
    found = read("a.warc.gz", whole[: int(len(whole) * keep)])
    assert 1 <= len(articles(found)) <= 5
    assert any("breaks off" in told for told in troubles(found))
    first = next(one for one in found if isinstance(one, Read))
    assert sentences(first)[0] == PILE[0].title


def test_an_empty_archive_is_told() -> None:
    out = io.BytesIO(warc([]))
    found = read("a.warc.gz", out.getvalue())
    assert articles(found) == []
    assert "holds no article" in troubles(found)[0]


@pytest.mark.parametrize("within", ["a header", "a request", "an error"])
def test_an_archive_that_breaks_off_in_what_is_no_page_says_so(within: str) -> None:
    last = {
        "a header": bare(),
        "a request": bare(kind="request", body=b"x" * 500),
        "an error": bare(status="404 Not Found", body=b"x" * 500),
    }[within]
    whole, page = (warc(records, compressed=False) for records in ([bare(), last], [bare()]))
    cut = len(page) + 60 if within == "a header" else len(whole) - 40
    found = read("a.warc", whole[:cut])
    assert [one.path for one in articles(found)] == ["a.warc#1"]
    assert any("'a.warc' breaks off." in told for told in troubles(found))
    assert not any("breaks off" in told for told in troubles(read("a.warc", whole)))


def test_an_archive_whose_lines_end_otherwise_is_told() -> None:
    data = warc([bare()], compressed=False).replace(b"\r\n", b"\n")
    assert "'a.warc' holds no article." in troubles(read("a.warc", data))[0]
