"""Dumps of records: JSON Lines, JSON and CSV. Read a piece at a time where the
format allows it, so that a dump may be larger than memory."""

import csv
import json
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from stemma.errors import Unreadable
from stemma.read.decode import codec_of
from stemma.read.feeds import is_json_feed, json_entries
from stemma.read.file import File
from stemma.read.found import Found
from stemma.read.limits import Options
from stemma.read.lines import Line
from stemma.read.records import FIELDS, has_text, names_of, record
from stemma.read.wording import sentence

Rows = Iterator[Found | Unreadable]

# Where the records lie of an object that is none itself.
_HOLDERS = (
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "hits",
    "records",
    "response",
    "stories",
)
_DELIMITERS = "\t,;|"
_ABOVE = 5  # rows among which the header is


# -- JSON -----------------------------------------------------------------------------------------


def read_jsonl(file: File) -> Rows:
    """One record a line, or one JSON array or object over the whole file."""
    if _is_whole(file):
        yield from _whole(file)
        return
    lines = (one for one in file.lines() if isinstance(one, Unreadable) or one.text.strip())
    first, second = next(lines, None), next(lines, None)
    for line in chain((one for one in (first, second) if one is not None), lines):
        if isinstance(line, Unreadable):
            yield line
        else:
            yield from _line(file, line, second is None)


def _is_whole(file: File) -> bool:
    """Whether the file is one JSON value over several lines, rather than a value a line."""
    first, feed, rest = _shown(file.head).lstrip().partition("\n")
    if first.startswith("["):
        return first.strip() == "[" or re.match(r"\[\s*[{\]]", first) is not None
    if not first.startswith("{") or not feed or rest.lstrip().startswith("{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return True
    return False


def _whole(file: File) -> Rows:
    text = file.text().lstrip("\ufeff")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _salvaged(file, text, error)
        return
    if is_json_feed(value):
        # It says so too far from its beginning to be known by that.
        yield from json_entries(file, value)
        return
    held = value if isinstance(value, list) else _held(value, file.options)
    items = [value] if held is None else held
    for number, item in enumerate(items, 1):
        yield _item(number, item, file.options)


def _held(value: Any, options: Options) -> Sequence[Any] | None:
    """The records that an object holds which is none itself, such as a news service's answer; None
    for any other value."""
    if not isinstance(value, dict) or has_text(value, options):
        return None
    for name in _HOLDERS:
        inner = value.get(name)
        if isinstance(inner, dict):
            inner = _held(inner, options)
        if isinstance(inner, list) and all(isinstance(one, dict) for one in inner):
            return inner
    return None


def _salvaged(file: File, text: str, error: Exception) -> Rows:
    """The whole records of an array or of a row of objects that breaks off."""
    decoder = json.JSONDecoder()
    at, number = len(text) - len(text.lstrip(",[] \t\r\n")), 0
    while at < len(text):
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        number += 1
        yield _item(number, item, file.options)
        at = next((i for i in range(at, len(text)) if text[i] not in ",[] \t\r\n"), len(text))
    if at < len(text):
        yield Unreadable(
            f"Record {number + 1} and what follows it is no valid JSON.",
            sentence(error),
            "Mend the file, or write one record a line, so that a bad one spoils no other.",
            file.locator,
        )


def _line(file: File, line: Line, alone: bool) -> Rows:
    """What a line holds; `alone`: it is the only one, so that its records need not name it."""
    try:
        value = json.loads(line.text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        why = sentence(error)
        if isinstance(error, json.JSONDecodeError):
            why = f"{error.msg} at its column {error.colno}."
        yield Unreadable(f"Line {line.number} is no valid JSON.", why, "Mend or remove the line.")
        return
    if alone and is_json_feed(value):
        yield from json_entries(file, value)
        return
    held, options = _held(value, file.options), file.options
    if held is None:
        yield _item(line.number, value, options)
    for number, item in enumerate(held or (), 1):
        yield _item(number if alone else f"{line.number}.{number}", item, options)


def _item(number: int | str, item: Any, options: Options) -> Found | Unreadable:
    if not isinstance(item, dict):
        return Unreadable(
            f"Record {number} is no JSON object.",
            "A record needs named fields.",
            "Mend the record.",
        )
    return record(number, item.items(), options)


# -- CSV ------------------------------------------------------------------------------------------


def read_csv(file: File) -> Rows:
    """A table with a header; delimited by commas, tabs, semicolons or bars, whatever its ending.
    Lines above the header that have one cell, such as a title, are passed over."""
    # A cell's length is checked with that of its record, whose lines are at hand.
    csv.field_size_limit(sys.maxsize)
    lines = _Rows(file)
    rows = csv.reader(iter(lines), delimiter=_delimiter_of(file), strict=True)
    header: list[str] = []
    first: list[str] = []
    number, above = 0, 0
    while True:
        lines.begin()
        try:
            row = next(rows, None)
        except csv.Error as error:
            number += 1
            yield _bad_row(number, rows.line_num, sentence(error))
            continue
        for _ in range(lines.lost):
            number += 1
            yield _too_long(number, file)
        if row is None:
            if first and not header:
                header_of(file, first)
            return
        if not any(cell.strip() for cell in row) or (not header and _names_delimiter(row[0])):
            continue
        if not header:
            above, first = above + 1, first or row
            if above == _ABOVE or has_text(row, file.options) or sum(map(bool, row)) > 1:
                header = header_of(file, row)
            continue
        number += 1
        if lines.too_long:
            yield _too_long(number, file)
        else:
            yield _row(number, rows.line_num, header, row, file.options)


class _Rows:
    """The lines of a table for the csv module. Of a record beyond the limit only the quotation marks
    are handed on, which say where it ends."""

    def __init__(self, file: File) -> None:
        self._lines, self._most = file.lines(), file.options.limits.record
        self._size = 0
        self.lost = 0

    def begin(self) -> None:
        """Begins a record."""
        self._size = self.lost = 0

    @property
    def too_long(self) -> bool:
        """Whether the record has more characters than the limit."""
        return self._size > self._most

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if isinstance(line, Unreadable):
                self.lost += 1
                continue
            self._size += len(line.text) + 1
            # The feed that was taken off belongs to a text in quotation marks.
            yield re.sub('[^"]', "", line.text) + "\n" if self.too_long else f"{line.text}\n"


def _too_long(number: int, file: File) -> Unreadable:
    most = file.options.limits.record
    return Unreadable(
        f"Row {number} has more than {most:,} bytes.",
        "No article is so long; a quotation mark may be missing at the end of a cell.",
        "Mend the row, or raise the limit: --limit record=NUMBER.",
        file.locator,
    )


def _delimiter_of(file: File) -> str:
    """The delimiter of the header, which may have a title above it."""
    lines = [line for line in _shown(file.head).splitlines() if line.strip()][:_ABOVE]
    options = file.options
    parted = [(_cells(one, _delimiter(one, options)), one) for one in lines]
    known = [line for cells, line in parted if has_text(cells, options)]
    widest = max(parted, key=lambda one: len(one[0]), default=([], ""))[1]
    return _delimiter(known[0] if known else widest, options)


def reads_as_csv(head: bytes, options: Options) -> bool:
    """Whether a file of no known ending begins with a header: two known columns, one the text."""
    names = _cells(_first_line(head), _delimiter(_first_line(head), options))
    known = {name for field in FIELDS for name in names_of(field, options)}
    return has_text(names, options) and sum(name in known for name in names) >= 2


def column_names(file: File) -> list[str]:
    """The names of the columns of a CSV file, or the fields of the first record of JSON Lines, in
    lower case."""
    if is_json(file):
        text = file.text()
        try:
            found, _ = json.JSONDecoder().raw_decode(text, max(text.find("{"), 0))
        except (ValueError, RecursionError):
            found = {}
        return [str(name).lower() for name in found]
    first_line = _first_line(file.head)
    return _cells(first_line, _delimiter(first_line, file.options))


def is_json(file: File) -> bool:
    """Whether a table is one of JSON, rather than of cells."""
    return _shown(file.head).lstrip().startswith(("{", "["))


def _shown(head: bytes) -> str:
    """The head of a file as text; empty if it is none."""
    try:
        return head.decode(codec_of(head), "replace").lstrip("\ufeff")
    except Unreadable:
        return ""


def _first_line(head: bytes) -> str:
    lines = _shown(head).splitlines()
    return next((line for line in lines if line.strip() and not _names_delimiter(line)), "")


def _names_delimiter(line: str) -> bool:
    """Whether a line is none of the table, but tells Excel what parts its cells."""
    return re.fullmatch(r"sep=.?", line.strip('"\r\n '), re.I) is not None


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in line.split(delimiter)]


def _delimiter(line: str, options: Options) -> str:
    known = {name for field in FIELDS for name in names_of(field, options)}

    def fitness(delimiter: str) -> tuple[int, int]:
        cells = _cells(line, delimiter)
        return sum(cell in known for cell in cells) if len(cells) > 1 else 0, len(cells)

    return max(_DELIMITERS, key=fitness)


def header_of(file: File, row: list[str]) -> list[str]:
    """The names of the columns. Raises Unreadable if none of them is the text."""
    if not has_text(row, file.options):
        raise Unreadable(
            f"'{file.locator}' has no column of text.",
            f"Its columns are: {', '.join(cell.strip() for cell in row[:20])}.",
            "Say which holds the text: --map text=COLUMN. The first row has to name the columns.",
            file.locator,
        )
    return row


def _row(
    number: int, line: int, header: list[str], row: list[str], options: Options
) -> Found | Unreadable:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        why = f"It has {len(row)} cells, the header {len(header)}."
        return _bad_row(number, line, why)
    return record(number, zip(header, row, strict=False), options)


def _bad_row(number: int, line: int, why: str) -> Unreadable:
    return Unreadable(
        f"Row {number} (up to line {line}) is no valid CSV.",
        why,
        "Put texts that hold delimiters or quotation marks into marks, as RFC 4180 has it.",
    )
