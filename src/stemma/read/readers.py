"""One reader for each format: decoded text -> articles."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from stemma.errors import Unreadable
from stemma.model import Article, Block, article_id, span_id
from stemma.read.dates import iso_date
from stemma.read.decode import decode, refuse_others, sniff
from stemma.read.files import Source, load
from stemma.read.found import Found, Given, Hint
from stemma.read.html import read_html
from stemma.read.markdown import read_markdown

Reader = Callable[[str], Iterator["Found | Unreadable"]]

# Field names of common dumps, in order of preference; compared in lower case.
_FIELDS = {
    "text": ("text", "content", "body", "article_text", "maintext", "main_text", "full_text",
             "bodytext", "body_text",
             "articlebody", "article", "story", "plain_text", "raw_text"),
    "title": ("title", "headline", "head", "name"),
    "url": ("url", "link", "source_url", "canonical_url", "uri"),
    "published": ("published", "date", "date_publish", "published_at", "publish_date", "pubdate", "pub_date",
                  "date_published", "datepublished", "datetime", "timestamp", "created_at"),
    "byline": ("byline", "author", "authors", "creator"),
    "site": ("site", "source", "outlet", "publisher", "domain", "source_domain", "sitename",
             "publication", "site_name", "hostname"),
    "language": ("language", "lang"),
}  # fmt: skip


def read_text(text: str) -> Iterator[Found | Unreadable]:
    """A plain text is one article as it stands."""
    yield Found(text)


def read_jsonl(text: str) -> Iterator[Found | Unreadable]:
    """One record a line, or one JSON array or object over the whole file."""
    whole = _whole_json(text)
    if whole is not None:
        yield from (_record(number, item) for number, item in enumerate(whole, 1))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(number, line)


READERS: dict[str, Reader] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "jsonl": read_jsonl,
}


class Read(NamedTuple):
    """An article and what its markup said of its parts, as blocks."""

    article: Article
    layout: list[Block]


def read_source(source: Source, form: str | None = None) -> Iterator[Read | Unreadable]:
    """The articles of one file, with errors in the place of records that can't be used.

    `form`: a key of READERS, else it is sniffed. Raises Unreadable if the whole file is unusable.
    """
    if form is None:
        refuse_others(source.locator)
    text = decode(load(source))
    used = form or sniff(source.locator, text)
    for found in READERS[used](text):
        if isinstance(found, Found):
            yield _article(source.locator, used, found)
        else:
            yield found


def _article(locator: str, form: str, found: Found) -> Read | Unreadable:
    path = locator if found.record is None else f"{locator}#{found.record}"
    if not found.text.strip():
        return Unreadable(
            f"'{path}' holds no text.", "Nothing in it would be visible to a reader.", "Remove it."
        )
    given = found.given
    published = iso_date(given.published) if given.published else None
    article = Article(
        id=article_id(found.text, tuple(value or "" for value in given), path),
        path=path,
        title=given.title,
        site=given.site,
        url=given.url,
        byline=given.byline,
        published=published,
        published_how=_how(found, published),
        language=given.language,
        format=form,
        story_id=None,
        text_id=None,
        text=found.text,
    )
    return Read(article, [_block(article, hint) for hint in found.hints])


def _how(found: Found, published: str | None) -> str:
    if published is None and found.given.published:
        return f"unknown: '{found.given.published}' is no date that is understood"
    return found.published_how if published else "unknown"


def _block(article: Article, hint: Hint) -> Block:
    name = span_id("block", article.id, hint.start, hint.end)
    text = article.text[hint.start : hint.end]
    return Block(name, article.id, hint.start, hint.end, hint.kind, None, hint.how, text)


def _whole_json(text: str) -> list[Any] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else [value]


def _line(number: int, line: str) -> Found | Unreadable:
    try:
        return _record(number, json.loads(line))
    except (ValueError, RecursionError) as error:
        return Unreadable(
            f"Line {number} is no valid JSON.", f"{error}.", "Mend or remove the line."
        )


def _record(number: int, item: Any) -> Found | Unreadable:
    if not isinstance(item, dict):
        return Unreadable(
            f"Record {number} is no JSON object.",
            "A record needs named fields.",
            "Mend the record.",
        )
    values = {name: _field(item, names) for name, names in _FIELDS.items()}
    if not values["text"]:
        return Unreadable(
            f"Record {number} has no text.",
            f"None of its fields is one of {', '.join(_FIELDS['text'][:5])} … or it is empty.",
            "Rename the field that holds the text to 'text'.",
        )
    text = values.pop("text") or ""
    return Found(text, Given(**values), record=number)


def _field(item: dict[str, Any], names: tuple[str, ...]) -> str | None:
    folded = {str(k).lower(): v for k, v in item.items()}
    for name in names:
        value = folded.get(name)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = ", ".join(value)
        if (
            isinstance(value, str | int | float)
            and not isinstance(value, bool)
            and str(value).strip()
        ):
            # JSON can spell half a surrogate pair, which no text file can hold.
            text = str(value).encode("utf-8", "replace").decode("utf-8")
            return text if name in _FIELDS["text"] else text.strip()
    return None
