"""What the fields of every record are made of: their documentation, and ids."""

import hashlib
from collections.abc import Iterable
from dataclasses import field
from typing import Any

Names = tuple[str, ...]


def column(doc: str) -> Any:
    """A field and the sentence that documents it wherever its table is shown."""
    return field(metadata={"doc": doc})


def article_id(text: str, given: Names, locator: str) -> str:
    """`a` and 12 hex digits, from the text, the given metadata and the locator."""
    joined = "\x1f".join((text, *given, locator))
    return "a" + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def span_id(kind: str, article: str, start: int, end: int) -> str:
    """The id of a span, such as `sentence-a0c1…-12-90`."""
    return f"{kind}-{article}-{start}-{end}"


def key(row_id: str) -> str:
    """What an id refers to, less its kind: `a0c1…` or `a0c1…-12-90`."""
    kind, dash, rest = row_id.partition("-")
    return rest if dash and not is_article(kind) else row_id


def group_id(kind: str, members: Iterable[str]) -> str:
    """A group's kind and the least of its members (ids of articles or spans)."""
    return f"{kind}-{min(map(key, members))}"


def is_article(text: str) -> bool:
    """Whether a text has the form of an article's id."""
    return len(text) == 13 and text[0] == "a" and all(c in "0123456789abcdef" for c in text[1:])
