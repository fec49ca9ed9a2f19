"""Feeds, written by hand from their standards."""

import json

import pytest
from tests.read import forms
from tests.read.forms import PILE, articles, read, troubles

from stemma.read.dates import iso_date

WITH_DATES = {
    "a.rss": forms.rss(True),
    "b.rss": forms.rss(False),
    "a.atom": forms.atom("html"),
    "b.atom": forms.atom("xhtml"),
    "a.json": forms.json_feed("content_html"),
}


@pytest.mark.parametrize("name", WITH_DATES)
def test_an_entry_has_its_number_and_what_the_feed_says_of_it(name: str) -> None:
    found = articles(read(name, WITH_DATES[name]))
    for number, (one, told) in enumerate(zip(found, PILE, strict=True), 1):
        assert one.path == f"{name}#{number}"
        assert (one.title, one.url, one.site) == (told.title, told.url, "Ardel & the lake")
        assert one.published is not None
        assert one.published.startswith(told.published[:16].replace("+01:00", ""))
        assert (one.published_how, one.language, one.format) == ("given", "en", "feed")
        if told.byline:
            assert one.byline == told.byline


def test_an_entry_without_a_text_is_told_with_its_address() -> None:
    feed = """<rss version="2.0"><channel><title>Lorn</title>
    <item><title>Dyke breaks</title><link>http://lorn.example/7</link></item>
    <item><title>Ferry sinks</title><description>The ferry sank.</description></item>
    </channel></rss>"""
    found = read("a.rss", feed)
    assert [(one.path, one.text) for one in articles(found)] == [("a.rss#2", "The ferry sank.")]
    (told,) = troubles(found)
    assert "Entry 1 of 'a.rss' holds no text." in told
    assert "http://lorn.example/7" in told


def test_the_feeds_author_stands_for_an_entry_without_one() -> None:
    # RFC 4287, 4.1.2
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Lorn</title><id>urn:x</id>
    <author><name>Ilse Marten</name></author><updated>2019-02-17T00:00:00Z</updated>
    <entry><title>Dyke</title><id>urn:y</id><updated>2019-02-16T08:00:00Z</updated>
    <summary>The dyke broke.</summary></entry></feed>"""
    (one,) = articles(read("a.atom", feed))
    assert (one.byline, one.text) == ("Ilse Marten", "The dyke broke.")
    assert (one.published, one.published_how) == ("2019-02-16T08:00:00Z", "given")


def test_an_entry_taken_over_from_another_feed_names_that_feed() -> None:
    rss = """<rss version="2.0"><channel><title>All of Lorn</title><item><title>Dyke</title>
    <source url="http://herald.example/rss">The Lorn Herald</source>
    <description>The dyke broke.</description></item></channel></rss>"""
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>All of Lorn</title><id>urn:x</id>
    <updated>2019-02-17T00:00:00Z</updated><entry><title>Dyke</title><id>urn:y</id>
    <updated>2019-02-16T08:00:00Z</updated><content>The dyke broke.</content>
    <source><id>urn:z</id><title>The Lorn Herald</title></source></entry></feed>"""
    for name, text in (("a.rss", rss), ("a.atom", atom)):
        assert [one.site for one in articles(read(name, text))] == ["The Lorn Herald"]


def test_the_encoding_is_that_of_the_xml_declaration() -> None:
    text = forms.rss(True).replace('encoding="UTF-8"', 'encoding="windows-1252"')
    found = read("a.xml", text.encode("cp1252"))
    assert [one.title for one in articles(found)] == [told.title for told in PILE]
    assert PILE[0].paragraphs[0] in articles(found)[0].text
    assert troubles(found) == []


@pytest.mark.parametrize("date", ["<pubDate></pubDate>", "<pubDate>soon</pubDate>", ""])
def test_an_entry_without_a_day_is_of_no_known_day(date: str) -> None:
    feed = f"""<rss version="2.0"><channel><title>Lorn</title><item><title>Dyke</title>{date}
    <description>The dyke broke.</description></item></channel></rss>"""
    (one,) = articles(read("a.rss", feed))
    assert one.published is None
    assert one.published_how.startswith("unknown")


def test_rdf_is_a_feed() -> None:
    feed = """<?xml version="1.0"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="http://lorn.example/"><title>Lorn</title></channel>
    <item rdf:about="http://lorn.example/7"><title>Dyke</title><link>http://lorn.example/7</link>
    <description>The dyke broke.</description><dc:date>2019-02-16T08:00:00Z</dc:date></item>
    </rdf:RDF>"""
    (one,) = articles(read("a.xml", feed))
    assert (one.title, one.url, one.site) == ("Dyke", "http://lorn.example/7", "Lorn")
    assert one.published == "2019-02-16T08:00:00Z"


def test_a_title_in_html_is_read_as_shown() -> None:
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Lorn</title><id>urn:x</id>
    <updated>2019-02-17T00:00:00Z</updated><entry><title type="html">Dyke &amp;amp; &lt;i&gt;ferry
    &lt;/i&gt;</title><id>urn:y</id><updated>2019-02-16T08:00:00Z</updated>
    <content type="html">&lt;h2&gt;Dyke&lt;/h2&gt;&lt;p&gt;It broke.&lt;/p&gt;</content></entry></feed>"""
    found = read("a.atom", feed)
    (one,) = articles(found)
    assert (one.title, one.text) == ("Dyke & ferry", "Dyke\n\nIt broke.")


def test_a_feed_that_breaks_off_gives_its_whole_entries() -> None:
    text = forms.rss(True)
    found = read("a.rss", text[: text.index("<item>", text.index("3-nna"))])
    assert len(articles(found)) == 3
    assert any("no well-formed feed" in told for told in troubles(found))


def test_dates_of_feeds_are_understood() -> None:
    for told in PILE:
        found = iso_date(forms.rfc_822(told.published))
        assert found is not None
        assert found.startswith(told.published[:10])


@pytest.mark.parametrize("indent", [None, 1])
def test_a_json_feed_that_says_so_at_its_end_is_one(indent: int | None) -> None:
    text = json.dumps(json.loads(forms.json_feed("content_html")), sort_keys=True, indent=indent)
    for long in (text, text.replace('"version":', f'"user_comment": "{"x" * 90_000}", "version":')):
        found = articles(read("a.json", long))
        assert [one.title for one in found] == [told.title for told in PILE]
        assert "<p>" not in found[0].text
