"""HTML -> all visible text, one line a block, with the kind of each block, and the metadata.

The text is our own rendering and leaves nothing visible out; `trafilatura` decides only which of
its lines are the article. Its dates and bylines are evidence, not fact, and marked as extracted; a
date that the page's markup declares as that of publication is marked as declared.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import lxml.html
from lxml.etree import LxmlError

from stemma.errors import Unreadable
from stemma.read.declared import declared
from stemma.read.deep import flat, is_too_deep
from stemma.read.found import Found, Given, Hint

# Elements whose content no reader sees.
_UNSEEN = frozenset(
    "script style noscript template head title meta link svg math canvas iframe object embed "
    "audio video datalist input textarea select option".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_FURNITURE = frozenset("nav footer aside form button menu dialog".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# What browsers, and the extension SingleFile, write at the head of a page that they save.
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)"
)
_ARTICLE = 60  # words; a page of frames with fewer says that the browser should show them
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Line(NamedTuple):
    """A rendered block: its text and the block elements that it stands in, outermost first."""

    text: str
    within: tuple[str, ...]


class _Page(NamedTuple):
    """A page's elements, and its text, in which none lies too deep."""

    tree: lxml.html.HtmlElement | None
    text: str


def read_html(text: str, url: str | None = None) -> Iterator[Found | Unreadable]:
    """A page is one article, with its metadata where the page gives it. `url`: where it was
    fetched from, if that is known; else what the program says that saved it."""
    # trafilatura costs a tenth of a second to import and most piles are plain text.
    from trafilatura import bare_extraction

    saved = _SAVED.search(text[:4096])
    url = url or (saved[1] if saved else None)
    tree, text = _parse(text)
    lines = _lines(tree)
    if (frames := _frames(tree)) and sum(len(line.text.split()) for line in lines) < _ARTICLE:
        yield _of_frames(frames)
        return
    page = bare_extraction(
        text, url=url, with_metadata=True, favor_recall=True, include_comments=True
    )
    body = join(lines)
    day = declared(tree)
    given = _metadata(tree, page, url)
    given = given._replace(published=day) if day else given
    yield Found(body, given, "declared" if day else "extracted", hints=_hints(lines, page))


def render(text: str) -> list[Line]:
    """All visible text of a page in document order, one line for each block, white space folded.
    Nothing is left out for being a menu or a footer."""
    return _lines(_parse(text).tree)


def _lines(tree: lxml.html.HtmlElement | None) -> list[Line]:
    if tree is None:
        return []
    lines: list[tuple[list[str], tuple[str, ...]]] = [([], ())]
    _walk(tree, (), lines)
    shown = (Line(re.sub(r"\s+", " ", "".join(parts)).strip(), within) for parts, within in lines)
    return [line for line in shown if line.text]


def join(lines: list[Line]) -> str:
    """The article's text: the lines with a blank line between them."""
    return "\n\n".join(line.text for line in lines)


def _parse(text: str) -> _Page:
    parser = lxml.html.HTMLParser()
    try:
        tree = lxml.html.document_fromstring(_undeclared(text), parser=parser)
        if is_too_deep(parser):
            text = flat(_undeclared(text), _stands, _unseen)
            tree = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(huge_tree=True))
    except (LxmlError, ValueError):
        return _Page(None, text)
    return _Page(tree, text)


def _undeclared(text: str) -> str:
    # lxml refuses a declared encoding in a text that is decoded already.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _stands(tag: str, attributes: Mapping[str, str]) -> bool:
    return tag in _BLOCKS or tag == "br"


def _unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    hidden = "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "")
    return tag in _UNSEEN or bool(hidden)


def _frames(tree: lxml.html.HtmlElement | None) -> list[str]:
    """The pages that a page of frames is made of."""
    found = tree.iter("frame") if tree is not None else ()
    return [frame.get("src") or "one without an address" for frame in found]


def _of_frames(pages: list[str]) -> Unreadable:
    return Unreadable(
        "The page is made of frames.",
        f"Its text lies in other pages: {', '.join(pages[:5])}.",
        "Save those pages and add them.",
    )


def _walk(
    element: lxml.html.HtmlElement,
    within: tuple[str, ...],
    lines: list[tuple[list[str], tuple[str, ...]]],
) -> None:
    tag = element.tag if isinstance(element.tag, str) else "script"
    inner = (*within, tag) if tag in _BLOCKS else within
    if not _unseen(tag, element.attrib):
        if tag in _BLOCKS or tag == "br":
            lines.append(([], inner))
        elif tag == "a" and _follows_link(element):
            # A menu's links stand apart on the screen without a space between them in the markup.
            lines[-1][0].append(" ")
        lines[-1][0].append(element.text or "")
        for child in element:
            _walk(child, inner, lines)
        if tag in _BLOCKS:
            lines.append(([], within))
    lines[-1][0].append(element.tail or "")


def _follows_link(element: lxml.html.HtmlElement) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == "a" and not (before.tail or "")


def _hints(lines: list[Line], page: Any) -> tuple[Hint, ...]:
    body = Folded(page.text if page is not None else "")
    comments = Folded(page.comments if page is not None else "")
    title = _fold(page.title or "") if page is not None else ""
    inside = [body.has(line.text) for line in lines]
    hints: list[Hint] = []
    at = 0
    for number, line in enumerate(lines):
        among = any(inside[:number]) and any(inside[number + 1 :])
        kind, how = _kind(line, title, inside[number], among, comments.has(line.text))
        hints.append(Hint(at, at + len(line.text), kind, how))
        at += len(line.text) + 2
    return tuple(hints)


def _kind(line: Line, title: str, inside: bool, among: bool, comment: bool) -> tuple[str, str]:
    tag = line.within[-1] if line.within else ""
    furniture = _FURNITURE & set(line.within)
    if furniture:
        return "chrome", f"markup: inside <{min(furniture)}>"
    if tag in ("figcaption", "caption"):
        return "caption", f"markup: <{tag}>"
    if tag == "h1" or (title and _fold(line.text) == title):
        return "headline", "markup: <h1> or the page's title"
    if comment and not inside:
        return "comment", "trafilatura: a reader's comment"
    if inside:
        return ("headline" if tag in _HEADINGS else "paragraph"), "trafilatura: part of the article"
    if among and tag in ("p", "blockquote"):
        return "paragraph", "markup: <p> between paragraphs of the article"
    return "chrome", "trafilatura: no part of the article"


def _fold(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text).strip().casefold()


class Folded:
    """Extracted text, ready to be asked whether it has a line."""

    def __init__(self, text: str | None) -> None:
        lines = [_fold(line) for line in (text or "").splitlines()]
        self._lines = set(lines)
        self._whole = f" {' '.join(lines)} "

    def has(self, line: str) -> bool:
        """Whether `line` is one of the lines, or a longer part of the text."""
        folded = _fold(line)
        # A menu word such as "World" also stands somewhere in the prose.
        long_enough = folded.count(" ") >= 4
        return folded in self._lines or (long_enough and f" {folded} " in self._whole)


def _metadata(tree: lxml.html.HtmlElement | None, page: Any, url: str | None) -> Given:
    language = tree.get("lang") if tree is not None else None
    if page is None:
        return Given(url=url, language=language)
    return Given(
        title=page.title or None,
        site=page.sitename or page.hostname or None,
        url=page.url or url,
        byline=page.author or None,
        published=_published(page.date),
        language=language or page.language or None,
    )


def _published(found: str | None) -> str | None:
    # The first of January is what an extractor makes of a bare year, such as that of a copyright.
    return None if not found or found.endswith("-01-01") else found
