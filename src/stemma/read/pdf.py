"""PDF -> the text of its text layer, a line for each paragraph. Needs the extra `stemma[pdf]`."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from stemma.errors import Unreadable
from stemma.read.file import File
from stemma.read.found import Found, Given, Hint

_FEWEST_PAGES = 3  # that a line has to stand at the edge of to be furniture of the pages
_LONGEST_CROSSHEAD = 14  # words; a longer line without an end mark is prose that was cut
_LARGER = 1.15  # times the usual height of a line, from which on it is a headline's
_WIDEST = 2.2  # times their height that lines of one paragraph stand apart at most
_USUAL = 0.15  # of all letters, that lines at a distance have if it is usual
_INDENT = 4.0  # points, from which on a line begins further in
_FULL = 0.75  # of the width, that a line takes before its paragraph goes on
# What browsers print at the edges of a page, beside its title: address, number and day.
_PRINTED = re.compile(
    r"https?://\S+|[-–— ]*(?:page )?\d{1,4}(?: ?(?:/|of|von|de|sur) ?\d{1,4})?[-–— ]*|"
    r"\d{1,4}([./-]) ?\d{1,2}\1 ?\d{1,4}\.?,? .{0,4}\d{1,2}[:.]\d\d(?:[ \u202f]?[AP]M)?",
    re.I,
)
_END = re.compile(r"[.?!:…][\"'”’)\]]*$")


class _Line(NamedTuple):
    """A line as laid out. `box`: the number of what the layout takes for its paragraph; `left`,
    `right`, `base`: where it begins, ends and stands, in points; for the rest see `_Box`."""

    text: str
    height: float
    edge: bool
    printed: bool
    box: int
    left: float
    right: float
    base: float


class _Box(NamedTuple):
    """A paragraph as laid out, the height of its letters, whether it stands at the top or foot of
    its page, and whether it does so in one line with what a browser prints there."""

    text: str
    height: float
    edge: bool
    printed: bool


class _Part(NamedTuple):
    """A paragraph, joined where a page's end cut it."""

    text: str
    height: float
    furniture: bool


def read_pdf(file: File) -> Iterator[Found | Unreadable]:
    """A PDF is one article. Raises Unreadable for one that is locked, damaged or only pictures."""
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
        from pdfminer.psexceptions import PSException
    except ImportError as error:
        raise Unreadable(
            f"'{file.locator}' is a PDF, and the reader for PDF is not installed.",
            "It is an extra, since most piles hold none.",
            "Install it with: pip install 'stemma[pdf]', and build again.",
            file.locator,
        ) from error
    data = file.data()
    try:
        with _listening() as heard:
            pages = [_page_lines(page) for page in extract_pages(io.BytesIO(data))]
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed) as error:
        raise Unreadable(
            f"'{file.locator}' is locked.", f"{type(error).__name__}.", "Save it without a password.",
            file.locator,
        ) from error  # fmt: skip
    except PSException as error:
        raise Unreadable(
            f"'{file.locator}' can't be read as PDF.", f"{error or type(error).__name__}.",
            "Fetch it again.", file.locator,
        ) from error  # fmt: skip
    if any(told.startswith("Data-loss") for told in heard):
        file.say(
            f"'{file.locator}' is damaged in places.",
            "Parts of it could not be unpacked.",
            "Fetch it again, if its text lacks anything.",
        )
    if not any(pages):
        raise Unreadable(
            f"'{file.locator}' has no text layer.",
            f"Its {len(pages)} pages are pictures of text at most.",
            "Run a program for reading pictures over it (OCR) first.",
            file.locator,
        )
    pitch = _pitch(pages)
    yield _article([_boxes(page, pitch) for page in pages], _metadata(data))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What the library says while it reads, which it would else write to the terminal: most of it is
    about fonts and colours."""
    heard: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("pdfminer")
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)


def _article(pages: Sequence[Sequence[_Box]], given: Given) -> Found:
    repeated = Counter(_fold(box.text) for page in pages for box in page if box.edge)
    usual = _usual([box for page in pages for box in page])
    parts: list[_Part] = []
    for page in pages:
        opens = True  # whether nothing but furniture has stood on the page
        for box in page:
            recurs = box.edge and repeated[_fold(box.text)] >= _FEWEST_PAGES
            furniture = recurs or (box.printed and box.height < _LARGER * usual)
            # What the pages repeat may stand between the two halves of a paragraph.
            at = next((i for i in range(len(parts) - 1, -1, -1) if not parts[i].furniture), None)
            if at is not None and not furniture and _goes_on(parts[at], box, opens):
                parts[at] = parts[at]._replace(text=_joined(parts[at].text, box.text))
            else:
                parts.append(_Part(box.text, box.height, furniture))
            opens = opens and furniture
    return Found("\n\n".join(part.text for part in parts), given, hints=_hints(parts))


def _pitch(pages: Sequence[Sequence[_Line]]) -> float:
    """How far apart the lines of a paragraph stand, in heights of a line: the least distance that is
    usual. 0 if none is."""
    steps: Counter[float] = Counter()
    for line, after in (pair for page in pages for pair in pairwise(page)):
        if _alike(line, after) and 0 < _step(line, after) < _WIDEST:
            # Prose has long lines, menus short ones.
            steps[round(_step(line, after), 1)] += len(line.text)
    return min((step for step, n in steps.items() if n >= _USUAL * steps.total()), default=0)


def _boxes(page: Sequence[_Line], pitch: float) -> list[_Box]:
    """The paragraphs of a page. The layout parts lines that stand wide, and where margins are small it
    takes head and text for one."""
    ends: dict[int, float] = {}  # where the longest lines end, by where they begin
    for line in page:
        ends[_column(line)] = max(ends.get(_column(line), 0), line.right)
    pieces: list[list[_Line]] = []
    for line in page:
        if pieces and _same_paragraph(pieces[-1][-1], line, pitch, ends[_column(line)]):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return [
        _Box(
            _lines([line.text for line in piece]),
            median(line.height for line in piece),
            any(line.edge for line in piece),
            piece[0].printed,
        )
        for piece in pieces
    ]


def _column(line: _Line) -> int:
    return round(line.left / _INDENT)


def _same_paragraph(line: _Line, after: _Line, pitch: float, end: float) -> bool:
    """Whether two lines that follow one another are of one paragraph. `end`: where the longest lines
    end that begin where the second does."""
    if line.printed or after.printed or not _alike(line, after):
        return False
    near = 0 < _step(line, after) <= pitch + 0.1
    full = line.right - line.left > _FULL * (end - line.left)
    return line.box == after.box or (near and full and after.left < line.left + _INDENT)


def _step(line: _Line, after: _Line) -> float:
    return (line.base - after.base) / line.height


def _alike(line: _Line, other: _Line) -> bool:
    return max(line.height, other.height) < _LARGER * min(line.height, other.height)


def _page_lines(page: Any) -> list[_Line]:
    from pdfminer.layout import LTTextBox

    boxes = [box for box in page if isinstance(box, LTTextBox)]
    found = [(number, line) for number, box in enumerate(boxes) for line in box if _text(line)]
    lines = [line for _, line in found]
    top = [line for line in lines if line.y1 > max(one.y1 for one in lines) - line.height / 2]
    foot = [line for line in lines if line.y0 < min(one.y0 for one in lines) + line.height / 2]
    edges = {id(line) for line in (*top, *foot)}
    printed = {
        id(line)
        for level in (top, foot)
        if any(_PRINTED.fullmatch(_text(one)) for one in level)
        for line in level
    }
    return [
        _Line(
            _text(line), _height(line), id(line) in edges, id(line) in printed, box,
            line.x0, line.x1, line.y0,
        )
        for box, line in found
    ]  # fmt: skip


def _height(line: Any) -> float:
    """The size of its letters, whatever stands higher or lower than these."""
    from pdfminer.layout import LTChar

    return float(median([one.size for one in line if isinstance(one, LTChar)] or [line.height]))


def _text(line: Any) -> str:
    return " ".join(line.get_text().split())


def _lines(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one."""
    text = ""
    for line in lines:
        text = _joined(text, line)
    return text


def _joined(text: str, more: str) -> str:
    if not text or not more:
        return text or more
    if re.search(r"[^\W\d_]\N{SOFT HYPHEN}$", text):
        return text[:-1] + more
    # Whether a hyphen at a line's end belongs to the word can't be seen; it stays.
    return f"{text}{more}" if re.search(r"[^\W\d_]-$", text) else f"{text} {more}"


def _goes_on(part: _Part, box: _Box, opens: bool) -> bool:
    """Whether a paragraph was cut by the end of a page or column. `opens`: it is the first of a page,
    so that it may as well begin with a name."""
    if _END.search(part.text):
        return False
    cut = (
        opens and abs(part.height - box.height) < 0.5 and part.text.count(" ") > _LONGEST_CROSSHEAD
    )
    return cut or box.text[:1].islower()


def _hints(parts: Sequence[_Part]) -> tuple[Hint, ...]:
    usual = _usual(parts)
    found = []
    at = 0
    for part in parts:
        if part.furniture:
            kind, how = "chrome", "layout: the head or foot of a page"
        elif part.height >= _LARGER * usual and not _END.search(part.text):
            kind, how = "headline", "layout: set larger than the text"
        else:
            kind, how = "paragraph", "layout: a paragraph"
        found.append(Hint(at, at + len(part.text), kind, how))
        at += len(part.text) + 2
    return tuple(found)


def _usual(parts: Sequence[_Box] | Sequence[_Part]) -> float:
    """The height of most letters."""
    return median(part.height for part in parts for _ in range(len(part.text)))


def _fold(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _metadata(data: bytes) -> Given:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.utils import decode_text

    info: dict[str, Any] = next(iter(PDFDocument(PDFParser(io.BytesIO(data))).info), {})
    texts = {name: decode_text(v) for name, v in info.items() if isinstance(v, bytes) and v}
    return Given(title=texts.get("Title"), byline=texts.get("Author"))
