"""The day of publication that a page's own markup declares, in fields made for that and nothing else.

An extractor also guesses: from an address, a line near the headline, a year in the footer. What the
publisher wrote into such a field is no guess, and says as much as the front matter of a text.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from stemma.read.dates import iso_date

# Names of <meta> fields for when a page was first published; those for its last change are not among them.
_FIELDS = frozenset(
    "article:published_time og:article:published_time og:published_time datepublished date.published "
    "pubdate publishdate publish_date publish-date publication_date parsely-pub-date "
    "sailthru.date dc.date.issued dcterms.issued dcterms.date.issued citation_publication_date".split()
)
_NEWS = re.compile(r"Article$|BlogPosting$|Report$")
_DEEPEST = 6  # how deep JSON-LD is looked into: pages nest it in graphs and lists


def declared(tree: lxml.html.HtmlElement | None) -> str | None:
    """The day, as in 2016-04-03, if all such fields that can be read name one and the same. A first of
    January is none: systems write it for a year alone."""
    found = {day for value in _values(tree) if (day := (iso_date(value) or "")[:10])}
    only = found.pop() if len(found) == 1 else ""
    return only if len(only) == len("2016-04-03") and not only.endswith("-01-01") else None


def _values(tree: lxml.html.HtmlElement | None) -> Iterator[str]:
    if tree is None:
        return
    for meta in tree.iter("meta"):
        names = (meta.get(key) or "" for key in ("property", "name", "itemprop"))
        if any(name.strip().casefold() in _FIELDS for name in names):
            yield meta.get("content") or ""
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or (time.get("itemprop") or "") == "datePublished":
            yield time.get("datetime") or ""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().casefold() == "application/ld+json":
            yield from _of_json(script.text or "")


def _of_json(text: str) -> Iterator[str]:
    try:
        held = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    yield from _of_news(held, _DEEPEST)


def _of_news(held: Any, deepest: int) -> Iterator[str]:
    """What is declared of the page itself: a list, or the graph of a site, but not what an article has
    within it, such as the pages that it recommends."""
    if isinstance(held, list) and deepest:
        for one in held:
            yield from _of_news(one, deepest - 1)
    elif isinstance(held, dict):
        kinds = held.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _NEWS.search(kind) for kind in kinds):
            day = held.get("datePublished")
            yield from [day] if isinstance(day, str) else []
        elif "@graph" in held and deepest:
            yield from _of_news(held["@graph"], deepest - 1)
