"""Feeds: RSS, Atom and JSON Feed; an entry is an article."""

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from stemma.errors import Unreadable
from stemma.read.file import File
from stemma.read.found import Found, Given
from stemma.read.fragment import fragment
from stemma.read.wording import sentence


def read_feed(file: File) -> Iterator[Found | Unreadable]:
    """The entries of a feed, as whole as the feed has them."""
    if file.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield from _json_feed(file)
    else:
        yield from _xml_feed(file)


def _xml_feed(file: File) -> Iterator[Found | Unreadable]:
    import feedparser

    # From a stream of bytes; given a text, feedparser would take it for an address.
    feed = feedparser.parse(io.BytesIO(file.data()))
    if not feed.version and not feed.entries:
        raise Unreadable(
            f"'{file.locator}' is no feed.",
            sentence(feed.get("bozo_exception") or "It is neither RSS nor Atom."),
            "Fetch it again, or name its reader with --format.",
            file.locator,
        )
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        file.say(
            f"'{file.locator}' is no well-formed feed.",
            f"{sentence(feed.bozo_exception)} What could be read of it was.",
            "Fetch it again.",
        )
    for number, entry in enumerate(feed.entries, 1):
        content = next(iter(entry.get("content") or []), None) or entry.get("summary_detail")
        given = Given(
            title=_plain(entry.get("title")),
            site=_plain((entry.get("source") or {}).get("title") or feed.feed.get("title")),
            url=entry.get("link"),
            byline=entry.get("author") or feed.feed.get("author"),
            # Asked for a day that is not there, the library warns and gives another.
            published=entry.get("published") or ("updated" in entry and entry.updated) or None,
            language=(content or {}).get("language") or feed.feed.get("language"),
        )
        value, kind = (content.value, content.type) if content else ("", "")
        yield _entry(file, number, value, kind != "text/plain", given)


def _json_feed(file: File) -> Iterator[Found | Unreadable]:
    """JSON Feed, versions 1 and 1.1."""
    try:
        feed = json.loads(file.text().lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            f"'{file.locator}' is no valid JSON.", sentence(error), "Fetch it again.", file.locator
        ) from error
    yield from json_entries(file, feed if isinstance(feed, dict) else {})


def is_json_feed(value: Any) -> bool:
    """Whether a JSON value says of itself that it is a feed."""
    version = value.get("version") if isinstance(value, dict) else None
    return isinstance(version, str) and "//jsonfeed.org/version/" in version


def json_entries(file: File, feed: Mapping[str, Any]) -> Iterator[Found | Unreadable]:
    """The entries of a JSON Feed."""
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else [], 1):
        if not isinstance(item, dict):
            yield Unreadable(f"Entry {number} is no JSON object.", remedy="Mend the feed.")
            continue
        authors = item.get("authors") or feed.get("authors") or [item.get("author")]
        names = [
            a["name"] for a in authors if isinstance(a, dict) and isinstance(a.get("name"), str)
        ]
        given = Given(
            title=_string(item.get("title")),
            site=_string(feed.get("title")),
            url=_string(item.get("url") or item.get("external_url")),
            byline=", ".join(names) or None,
            published=_string(item.get("date_published") or item.get("date_modified")),
            language=_string(item.get("language") or feed.get("language")),
        )
        html = _string(item.get("content_html"))
        text = html or _string(item.get("content_text")) or _string(item.get("summary")) or ""
        yield _entry(file, number, text, html is not None, given)


def _entry(file: File, number: int, value: str, is_html: bool, given: Given) -> Found | Unreadable:
    text, hints = fragment(value) if is_html else (value, ())
    if not text.strip():
        return Unreadable(
            f"Entry {number} of '{file.locator}' holds no text.",
            "The feed gives a title and a link only.",
            f"Save the page itself{f' ({given.url})' if given.url else ''} and add it.",
            file.locator,
        )
    return Found(text, given, record=number, hints=hints)


def _plain(html: str | None) -> str | None:
    return fragment(html)[0] or None if html else None


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
