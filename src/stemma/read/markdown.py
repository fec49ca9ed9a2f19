"""Markdown -> the text that its rendering shows, and its front matter."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from stemma.errors import Remark, Unreadable
from stemma.read.found import Found, Given
from stemma.read.fragment import fragment

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", re.S)
_FIELD = re.compile(
    r"""^(\w+):[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s\[{|>&*!].*?))[ \t\r]*$""", re.M
)
_LONGEST = 64 * 1024  # characters of front matter; YAML is slow to read
_NOTHING = ("", "~", "null")


class _Plain(yaml.BaseLoader):
    """Values as they are written, a day that is none included, and each of them once: a few lines
    that refer to one another can stand for more than memory holds."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("It refers to a part of itself.")
        return super().compose_node(parent, index)


def read_markdown(text: str) -> Iterator[Found | Unreadable]:
    """A file is one article; YAML front matter gives its title, date, author, url and site."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    page = MarkdownIt("commonmark", {"html": True}).render(body)
    shown, hints = fragment(page)
    values, why = _values(front.group(1) if front else "")
    yield Found(shown, _given(values), hints=hints)
    if why:
        yield Remark(
            "The front matter is no YAML that can be read.",
            f"{why.rstrip('.')}. Used were {', '.join(values) or 'none of its fields'}.",
            "Mend it: a value with a colon in it belongs into quotation marks.",
        )


def _values(front: str) -> tuple[Mapping[str, Any], str]:
    """The fields of front matter. Where it can't be read as a whole: its lines of one field each, and
    why."""
    if len(front) > _LONGEST:
        return {}, f"It has more than {_LONGEST:,} characters"
    try:
        values = yaml.load(front, _Plain) or {}
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        fields = {name: "".join(parts) for name, *parts in _FIELD.findall(front)}
        return fields, str(getattr(error, "problem", None) or error).strip().capitalize()
    return (values, "") if isinstance(values, dict) else ({}, "It has no fields")


def _given(values: Mapping[str, Any]) -> Given:
    def value(*names: str) -> str | None:
        found = next((values[n] for n in names if values.get(n) not in (None, *_NOTHING)), None)
        return ", ".join(map(str, found)) if isinstance(found, list) else found and str(found)

    return Given(
        title=value("title", "headline"),
        site=value("site", "outlet", "publisher", "source"),
        url=value("url", "link"),
        byline=value("author", "byline", "authors"),
        published=value("date", "published"),
        language=value("language", "lang"),
    )
