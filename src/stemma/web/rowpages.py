"""Any row of any table as a page: its columns with what they mean, each id a link, and why it says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from stemma.case import Case
from stemma.explain import explain
from stemma.lookup import Found, look_up, table_of
from stemma.model import TABLES, columns, is_article
from stemma.report.plain import contained, one_line
from stemma.show import rows
from stemma.web.links import address, address_of, passage

_ID = re.compile(
    r"\b(?:[a-z]+-a?[0-9a-f]{12}(?:-\d+)*(?:@a[0-9a-f]{12}(?:-\d+)*)?|a[0-9a-f]{12})\b"
)
_LONGEST = 240  # characters of a text in a list of rows
ON_A_PAGE = 50  # rows
# Columns that hold the words of a row.
_SAY = ("title", "name", "speaker", "text", "path", "what")


class Bit(NamedTuple):
    """A piece of text; `href`: where it leads, if anywhere."""

    text: str
    href: str = ""


class Field(NamedTuple):
    """A column of a row."""

    name: str
    meaning: str
    bits: tuple[Bit, ...]
    long: bool


class RowPage(NamedTuple):
    """A row with what is behind it. `lead`: its words; `remark`: what became of the id that was asked
    for; `page`: where the row has a page of its own; `place`: its words in their article."""

    table: str
    id: str
    about: str
    lead: str
    remark: str
    page: str
    place: str
    fields: tuple[Field, ...]
    why: tuple[tuple[Bit, ...], ...]


class TablePage(NamedTuple):
    """Some rows of a table, from `offset`."""

    table: str
    about: str
    heads: tuple[tuple[str, str], ...]
    lines: tuple[tuple[tuple[Bit, ...], ...], ...]
    offset: int
    total: int


def row_page(case: Case, row_id: str) -> RowPage:
    """The page of the row that an id names. Raises UnknownRow."""
    found = look_up(case, row_id)
    own = address(found.table, str(found.row["id"]))
    return RowPage(
        table=found.table,
        id=str(found.row["id"]),
        about=one_line(TABLES[found.table].__doc__ or ""),
        lead=_lead(found.row),
        remark=found.remark,
        page="" if own.startswith("/row/") else own,
        place=_place(found.row),
        fields=tuple(_fields(found)),
        why=tuple(linked(line) for line in explain(case, str(found.row["id"])).splitlines()),
    )


def table_page(case: Case, table: str, story: str | None, offset: int) -> TablePage:
    """Some rows of a table. Raises UnknownRow, UsageError."""
    frame = rows(case, table, story)
    record = _readable(columns(TABLES[table]))
    some = frame.slice(offset, ON_A_PAGE)
    return TablePage(
        table=table,
        about=one_line(TABLES[table].__doc__ or ""),
        heads=tuple(record.items()),
        lines=tuple(
            tuple(_cut(_bits(name, row[name], table)) for name in record)
            for row in some.iter_rows(named=True)
        ),
        offset=offset,
        total=len(frame),
    )


def linked(text: str) -> tuple[Bit, ...]:
    """A text in which every id of a row is a link."""
    found: list[Bit] = []
    at = 0
    for match in _ID.finditer(text):
        href = address_of(match.group(), row=True)
        if href:
            found += [Bit(contained(text[at : match.start()])), Bit(match.group(), href)]
            at = match.end()
    return (*(bit for bit in found if bit.text), Bit(contained(text[at:])))


def sorted_tables(case: Case) -> Iterator[tuple[str, int, str]]:
    """Every table that the case holds, with its rows and what it holds."""
    for name in case.tables():
        yield name, len(case.table(name)), one_line(TABLES[name].__doc__ or "")


def _readable(record: Mapping[str, tuple[Any, str]]) -> dict[str, str]:
    """Columns in the order in which somebody reads them: the id, what it says, where it belongs."""
    behind = [name for name in record if name.endswith(("_id", "_ids", "_start", "_end"))]
    behind += [name for name in ("start", "end", "pieces") if name in record]
    first = [name for name in ("id", *_SAY, "kind", "status") if name in record]
    order = [*first, *(name for name in record if name not in {*first, *behind}), *behind]
    return {name: record[name][1] for name in order}


def _lead(row: Mapping[str, Any]) -> str:
    found = next((str(row[name]) for name in ("text", *_SAY) if row.get(name)), "")
    text = one_line(found[: 4 * _LONGEST])
    return text if len(found) <= 4 * _LONGEST else text + "…"


def _fields(found: Found) -> Iterator[Field]:
    for name, (_, doc) in columns(TABLES[found.table]).items():
        bits = _bits(name, found.row[name], found.table)
        yield Field(name, doc, bits, sum(len(bit.text) for bit in bits) > 2000)


def _bits(name: str, value: Any, table: str) -> tuple[Bit, ...]:
    if value is None:
        return (Bit("none"),)
    if isinstance(value, list | tuple | pl.Series):
        return tuple(_separated([_bit(name, str(one), table) for one in value])) or (Bit("none"),)
    return (_bit(name, str(value), table),)


def _bit(name: str, text: str, table: str) -> Bit:
    shown = contained(text)
    if name == "id":
        return Bit(shown, address(table, text, row=True))
    if (name.endswith(("_id", "_ids")) and table_of(text)) or is_article(text):
        return Bit(shown, address_of(text, row=True))
    return Bit(shown)


def _separated(bits: Sequence[Bit]) -> Iterator[Bit]:
    for number, bit in enumerate(bits):
        if number:
            yield Bit(", ")
        yield bit


def _cut(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    """What a list of rows has room for."""
    kept: list[Bit] = []
    room = _LONGEST
    for bit in bits:
        if room <= 0:
            return (*kept, Bit("…"))
        text = one_line(bit.text) if not bit.href and bit.text != ", " else bit.text
        kept.append(bit._replace(text=text if len(text) <= room else text[:room] + "…"))
        room -= len(text)
    return tuple(kept)


def _place(row: Mapping[str, Any]) -> str:
    if "end" not in row or "article_id" not in row:
        return ""
    return passage(str(row["article_id"]), int(row["start"]), int(row["end"]))
