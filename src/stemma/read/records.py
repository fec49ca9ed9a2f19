"""A record of a dump -> a text and what is given with it, by the names of its fields."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from stemma.errors import Unreadable
from stemma.read.found import Found, Given
from stemma.read.limits import Options

# Field names of common dumps, in order of preference; compared in lower case.
FIELDS = {
    "text": ("text", "content", "body", "article_text", "articletext", "maintext", "main_text", "full_text",
             "fulltext", "bodytext", "body_text", "content_text", "plain_text",
             "articlebody", "article", "story", "raw_text"),
    "title": ("title", "headline", "head", "name"),
    "url": ("url", "link", "source_url", "canonical_url", "uri", "web_url"),
    "published": ("published", "date", "date_publish", "published_at", "publishedat", "publish_date",
                  "pubdate", "pub_date", "publication_date",
                  "date_published", "datepublished", "datetime", "timestamp", "created_at"),
    "byline": ("byline", "author", "authors", "creator"),
    "site": ("site", "source", "outlet", "publisher", "domain", "source_domain", "sitename",
             "publication", "site_name", "hostname", "media_name", "source_name"),
    "language": ("language", "lang"),
}  # fmt: skip


def names_of(field: str, options: Options) -> tuple[str, ...]:
    """The names that a field of ours may have in a dump: the one that was told, else the usual."""
    told = dict(options.fields).get(field)
    return (told.lower(),) if told else FIELDS[field]


def has_text(names: Iterable[str], options: Options) -> bool:
    """Whether one of a table's columns is known to hold the text, or to have it somewhere inside."""
    folded = {name.strip().lower() for name in names}
    return any(one in folded or one.split(".")[0] in folded for one in names_of("text", options))


def record(number: int | str, item: Mapping[str, Any], options: Options) -> Found | Unreadable:
    """A record with named fields as a text."""
    folded = {str(name).strip().lower(): value for name, value in item.items()}
    values = {field: _value(folded, names_of(field, options)) for field in FIELDS}
    text = values.pop("text")
    if text is None:
        return Unreadable(
            f"Record {number} has no text.",
            f"None of its fields is one of {', '.join(names_of('text', options)[:5])} … or it is empty."
            f" It has: {', '.join(list(folded)[:12]) or 'none'}.",
            "Say which field holds the text: --map text=FIELD.",
        )
    given = {field: value.strip() for field, value in values.items() if value is not None}
    return Found(text, Given(**given), record=number)


def _value(folded: Mapping[str, Any], names: Iterable[str]) -> str | None:
    for name in names:
        text = _as_text(folded[name] if name in folded else _inner(folded, name))
        if text is not None:
            return text
    return None


def _inner(folded: Mapping[str, Any], name: str) -> Any:
    """The value at `outer.inner`, for a field that was told so."""
    value: Any = folded
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = {str(key).lower(): inner for key, inner in value.items()}.get(part)
    return value


def _as_text(value: Any) -> str | None:
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    if isinstance(value, Mapping):
        # Such as {"id": "lna", "name": "Lorn News Agency"}.
        value = next(
            (value[key] for key in ("name", "title") if isinstance(value.get(key), str)), None
        )
    if isinstance(value, date | datetime):
        value = value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    return text if text.strip() else None
