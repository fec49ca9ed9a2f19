"""A record of a dump -> a text and what is given with it, by the names of its fields."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from math import isfinite
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
_OTHERS = tuple(field for field in FIELDS if field != "text")


def names_of(field: str, options: Options) -> tuple[str, ...]:
    """The names that a field of ours may have in a dump: the one that was told, then the usual ones,
    for the other dumps of a pile."""
    told = dict(options.fields).get(field)
    return (told.lower(), *FIELDS[field]) if told else FIELDS[field]


def has_text(names: Iterable[str], options: Options) -> bool:
    """Whether one of a table's columns is known to hold the text, or to have it somewhere inside."""
    folded = {name.strip().lower() for name in names}
    return any(one in folded or one.split(".")[0] in folded for one in names_of("text", options))


def record(
    number: int | str, fields: Iterable[tuple[str, Any]], options: Options
) -> Found | Unreadable:
    """A record with named fields as a text. Of fields of one name the first counts that is not
    empty."""
    folded: dict[str, Any] = {}
    for name, value in fields:
        key = str(name).strip().lower()
        if _is_empty(folded.get(key)):
            folded[key] = value
    told = _chosen("text", folded, options)
    text = next(filter(None, (_as_body(_at(folded, name)) for name in told)), None)
    if text is None:
        return _no_text(number, folded, told)
    given = {field: _value(folded, _chosen(field, folded, options)) for field in _OTHERS}
    return Found(text, Given(**given), record=number)


def _chosen(field: str, folded: Mapping[str, Any], options: Options) -> tuple[str, ...]:
    """The names to look under: only the one that was told, if the record has it."""
    told = dict(options.fields).get(field, "").lower()
    return (told,) if told and _has(folded, told) else names_of(field, options)


def _no_text(number: int | str, folded: Mapping[str, Any], told: tuple[str, ...]) -> Unreadable:
    there = [name for name in told if not _is_empty(_at(folded, name))]
    if not there and any(name in folded for name in told):
        return Unreadable(
            f"Record {number} has an empty text.",
            "The dump has nothing in the place of its text.",
            "Nothing need be done, unless you miss an article.",
        )
    why = f"Its '{there[0]}' is none." if there else "None of its fields is known to be one."
    return Unreadable(
        f"Record {number} has no text.",
        f"{why} It has: {', '.join(list(folded)[:12]) or 'nothing'}.",
        "Say which field holds the text: --map text=FIELD.",
    )


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _value(folded: Mapping[str, Any], names: Iterable[str]) -> str | None:
    return next(filter(None, (_as_text(_at(folded, name)) for name in names)), None)


def _at(folded: Mapping[str, Any], name: str) -> Any:
    """The value under a name, or at `outer.inner`, for a field that was told so."""
    if name in folded:
        return folded[name]
    value: Any = folded
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = {str(key).lower(): inner for key, inner in value.items()}.get(part)
    return value


def _has(folded: Mapping[str, Any], name: str) -> bool:
    return name in folded or name.partition(".")[0] in folded


def _as_body(value: Any) -> str | None:
    """A text to the letter; of a list of texts each is a paragraph. Nothing else is a text."""
    if isinstance(value, bytes):
        value = _decoded(value)
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = "\n\n".join(value)
    return value if isinstance(value, str) and value.strip() else None


def _as_text(value: Any) -> str | None:
    if isinstance(value, bytes):
        value = _decoded(value)
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
    if isinstance(value, float) and not isfinite(value):
        return None
    return str(value).strip() or None


def _decoded(value: bytes) -> str | None:
    """A text that a table keeps as bytes."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None
