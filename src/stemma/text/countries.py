"""Names of countries and territories (ISO 3166-1) in the forms that newspapers print, and what they call
their people, capitals and houses of government."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from stemma.text.tokens import words

_KEPT = 20_000  # forms that are remembered with their country


class Nation(NamedTuple):
    """A country that some words name or stand for: its alpha-3 code, its short name, and how they do that
    (`name`, `people`, `capital` or `house`)."""

    code: str
    name: str
    how: str


@cache
def known_forms() -> dict[tuple[str, ...], str]:
    """Every known form, as the `n` of its tokens, with the country's alpha-2 code.

    One cached dict for all callers: read it, do not change it.
    """
    return {compared(form): row[0] for row in _rows() for form in _names(row)}


@cache
def nations() -> dict[tuple[str, ...], Nation]:
    """Every form that names a country, its people or adjective, its capital as it stands for the
    government, or a house of it. As `known_forms`: read it, do not change it."""
    found: dict[tuple[str, ...], Nation] = {}
    for row in _rows():
        kinds = (
            ("name", _names(row)),
            *zip(("people", "capital", "house"), map(_split, row[5:8]), strict=True),
        )
        for how, forms in kinds:
            for form in forms:
                found.setdefault(compared(form), Nation(row[1], row[2], how))
    return found


@lru_cache(maxsize=_KEPT)
def nation_named(form: str) -> Nation | None:
    """The country that a form names or stands for. A text's words come again and again."""
    return nations().get(compared(form))


def compared(form: str) -> tuple[str, ...]:
    """A name as it is compared."""
    return tuple(token.n for token in words(form))


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = files("stemma.text").joinpath("countries.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


def _names(row: tuple[str, ...]) -> list[str]:
    return [form for form in (row[2], row[3], *row[4].split(";")) if form]


def _split(cell: str) -> list[str]:
    return [form for form in cell.split(";") if form]
