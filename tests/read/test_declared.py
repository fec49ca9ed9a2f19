"""Dates that the markup of a page declares."""

import lxml.html
import pytest

from stemma.read.declared import declared
from stemma.read.html import read_html

META = "<meta property='article:published_time' content='2021-03-04T09:15:00Z'>"
NEWS = '{"@type": "NewsArticle", "datePublished": "2021-03-04"}'


def day(head: str, body: str = "") -> str | None:
    page = f"<html><head>{head}</head><body>{body}<p>The weir at Lorn broke.</p></body></html>"
    return declared(lxml.html.document_fromstring(page))


@pytest.mark.parametrize(
    "head",
    [
        META,
        "<meta name='DC.date.issued' content='2021-03-04'>",
        "<meta itemprop='datePublished' content='4 March 2021'>",
        f"<script type='application/ld+json'>{NEWS}</script>",
        f"<script type='application/ld+json'>[{NEWS}]</script>",
        f'<script type="application/ld+json">{{"@graph": [{{"@type": "Person"}}, {NEWS}]}}</script>',
        META + f"<script type='application/ld+json'>{NEWS}</script>",
    ],
)
def test_fields_for_the_day_of_publication(head: str) -> None:
    assert day(head) == "2021-03-04"


def test_a_time_that_is_marked_as_that_of_publication() -> None:
    assert day("", "<time itemprop='datePublished' datetime='2021-03-04T08:00'>x</time>") == (
        "2021-03-04"
    )
    assert day("", "<time datetime='2021-03-04'>4 March</time>") is None


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<meta property='article:modified_time' content='2021-03-04'>",
        "<meta property='article:published_time' content='soon'>",
        "<meta property='article:published_time' content='2021'>",
        "<meta property='article:published_time' content='2021-01-01'>",
        META + "<meta name='pubdate' content='2021-05-01'>",
        "<script type='application/ld+json'>{not json</script>",
        '<script type="application/ld+json">{"@type": "Event", "datePublished": "2021-03-04"}</script>',
    ],
)
def test_what_declares_no_day(head: str) -> None:
    assert day(head) is None


def test_a_page_says_how_its_date_is_known() -> None:
    page = f"<html><head>{META}<title>Weir</title></head><body><p>The weir broke.</p></body></html>"
    (found,) = read_html(page)
    assert (found.given.published, found.published_how) == ("2021-03-04", "declared")
