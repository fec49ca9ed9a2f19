"""Markdown -> the text that its rendering shows, and its front matter."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from stemma.errors import Unreadable
from stemma.read.found import Found, Given
from stemma.read.fragment import fragment

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", re.S)


def read_markdown(text: str) -> Iterator[Found | Unreadable]:
    """A file is one article; YAML front matter gives its title, date, author, url and site."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    page = MarkdownIt("commonmark", {"html": True}).render(body)
    shown, hints = fragment(page)
    yield Found(shown, _given(front.group(1) if front else ""), hints=hints)


def _given(front: str) -> Given:
    try:
        values: Any = yaml.safe_load(front) or {}
    except yaml.YAMLError:
        return Given()
    if not isinstance(values, dict):
        return Given()

    def value(*names: str) -> str | None:
        found = next((values[n] for n in names if values.get(n)), None)
        return ", ".join(map(str, found)) if isinstance(found, list) else found and str(found)

    return Given(
        title=value("title", "headline"),
        site=value("site", "outlet", "publisher", "source"),
        url=value("url", "link"),
        byline=value("author", "byline", "authors"),
        published=value("date", "published"),
        language=value("language", "lang"),
    )
