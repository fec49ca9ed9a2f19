"""One file -> its articles, by the reader of its format; files that lie inside it in their turn."""

import errno
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from stemma.errors import Unreadable
from stemma.model import Article, Block, article_id, span_id
from stemma.read.dates import iso_date
from stemma.read.file import File
from stemma.read.files import Source, file_of
from stemma.read.formats import Format, format_of, formats
from stemma.read.found import Found, Given, Hint
from stemma.read.limits import Options
from stemma.read.meta import Rows, row_for
from stemma.read.names import printable
from stemma.read.wording import sentence, some
from stemma.text.language import language_of

_TOLD = 100  # records of one file that are named when they can't be used; the rest is counted
# Formats that hold one file and no more need not be named.
_WRAPPINGS = frozenset({"gzip", "bzip2", "xz"})


# Errors that are no fault of the file which is being read: a full disk, too many open files.
_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE}


class Read(NamedTuple):
    """An article and what its markup said of its parts, as blocks."""

    article: Article
    layout: list[Block]


def read_source(
    source: Source,
    options: Options = Options(),
    meta: Rows | None = None,
    known: Mapping[str, Format] | None = None,
) -> Iterator[Read | Unreadable]:
    """The articles of one file, with errors in the place of what can't be used and remarks on what
    was used otherwise than given. `meta`: what a table beside the pile says of them; `known`: all
    formats, for a caller with many files, since to look for installed packages takes a while.

    Raises Unreadable if the file is not there, UsageError for a package whose reader can't be used,
    and OSError for what is no fault of the file (a full disk).
    """
    file = file_of(source, options)
    troubles = 0
    for found in _read(file, known or formats(), meta or {}):
        troubles += isinstance(found, Unreadable)
        if isinstance(found, Read) or troubles <= _TOLD:
            yield found
    if troubles > _TOLD:
        yield Unreadable(
            f"{some(troubles - _TOLD, 'more record')} of '{file.locator}' could not be used.",
            f"Only the first {_TOLD} are listed.",
            "Mend those and build again.",
            file.locator,
        )


def _read(file: File, known: Mapping[str, Format], meta: Rows) -> Iterator[Read | Unreadable]:
    form = None
    try:
        form = format_of(file, known)
        found = None
        for found in form.read(file):
            if isinstance(found, Found):
                yield _article(file, form.name, found, meta)
            elif isinstance(found, Unreadable):
                yield _placed(found, file)
            else:
                found.containers = (*file.containers, form.name)
                yield from _read(found, known, meta)
            if file.budget.exhausted:
                break
        if found is None and not file.said:
            yield _empty(file, form.name)
    except Unreadable as error:
        yield _placed(error, file)
    except Exception as error:  # whatever a library raises over a damaged file: the pile goes on
        if isinstance(error, OSError) and error.errno in _MACHINE:
            raise
        yield Unreadable(
            f"'{file.locator}' could not be read{f' as {form.name}' if form else ''}.",
            sentence(f"{type(error).__name__}: {error}"),
            "Fetch it again, or name another reader with --format.",
            file.locator,
        )
    yield from file.said


def _empty(file: File, form: str) -> Unreadable:
    return Unreadable(
        f"'{file.locator}' holds no article.",
        f"Nothing stands in it that the reader of {form} files knows as a text.",
        "Leave it out; if it should hold one, fetch it again or name another reader with --format.",
        file.locator,
    )


def _placed(error: Unreadable, file: File) -> Unreadable:
    error.at = error.at or file.locator
    return error


def _article(file: File, form: str, found: Found, meta: Rows) -> Read | Unreadable:
    path = file.locator if found.record is None else printable(f"{file.locator}#{found.record}")
    text = printable(found.text)
    if not text.strip():
        return Unreadable(
            f"'{path}' holds no text.",
            "Nothing in it would be visible to a reader.",
            "If it is a page that a script fills, save it from a browser; else leave it out.",
            file.locator,
        )
    told = row_for(meta, path) or Given()
    known = told.over(found.given).over(file.given)
    given = Given(*(printable(value) if value else value for value in known))
    published = iso_date(given.published) if given.published else None
    language = language_of(text, given.language)
    article = Article(
        id=article_id(text, tuple(value or "" for value in given), path),
        path=path,
        title=given.title,
        site=given.site,
        url=given.url,
        byline=given.byline,
        published=published,
        published_how=_how(given, published, _said_by(told, found)),
        language=language.tag,
        language_how=language.how,
        format=" in ".join(
            [form, *(one for one in file.containers[::-1] if one not in _WRAPPINGS)]
        ),
        story_id=None,
        text_id=None,
        text=text,
    )
    return Read(article, [_block(article, hint) for hint in found.hints])


def _said_by(told: Given, found: Found) -> str:
    if told.published:
        return "given"
    return found.published_how if found.given.published else "fetched"


def _how(given: Given, published: str | None, how: str) -> str:
    if published is None and given.published:
        return f"unknown: '{given.published}' is no date that is understood"
    return how if published else "unknown"


def _block(article: Article, hint: Hint) -> Block:
    name = span_id("block", article.id, hint.start, hint.end)
    text = article.text[hint.start : hint.end]
    return Block(name, article.id, hint.start, hint.end, hint.kind, None, hint.how, text)
