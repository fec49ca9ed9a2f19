"""Where links lead in the app. Every row has an address that stays: `/row/TABLE/ID`; stories, families,
articles, actors, sayings and events have pages of their own."""

import shlex
from urllib.parse import quote

from stemma.lookup import table_of
from stemma.model import TABLES, key
from stemma.report.chapters import ACROSS
from stemma.report.shown import OTHER_LANGUAGE
from stemma.report.where import Place

# Table -> the address of its rows, where that is a page of their own.
_PAGES = {
    "stories": "story",
    "families": "family",
    "statements": "statement",
    "articles": "article",
    "actors": "actor",
    "sayings": "saying",
    "events": "event",
}


class AppLinks:
    """From page to page."""

    def to(self, anchor: str) -> str:
        """The page of a story, an article, a statement, or any other row."""
        if anchor in (OTHER_LANGUAGE, ACROSS):
            return f"/story/{anchor}"
        if table_of(anchor) is None:
            return f"#{anchor}"
        if table_of(anchor) == "statements":
            return address("families", f"family-{key(anchor)}")
        return address_of(anchor)

    def at(self, place: Place) -> str:
        """The words of an article, marked."""
        return passage(place.article, place.start, place.end)

    def rest(self, command: str) -> str:
        """The page that shows what a command shows; empty if there is none."""
        words = shlex.split(command)
        if words[:2] == ["stemma", "explain"]:
            return address_of(words[3], row=True)
        if words[:2] != ["stemma", "show"] or words[3] not in TABLES:
            return ""
        story = f"?story={quote(words[5])}" if words[4:5] == ["--story"] else ""
        return f"/table/{words[3]}{story}"


def passage(article: str, start: int, end: int) -> str:
    """The address of some words of an article."""
    return f"/article/{quote(article)}?at={start}-{end}#at"


def address(table: str, row_id: str, row: bool = False) -> str:
    """The address of a row. `row`: of all its columns, whatever page it has besides."""
    page = None if row else _PAGES.get(table)
    return f"/{page}/{quote(row_id)}" if page else f"/row/{table}/{quote(row_id)}"


def address_of(row_id: str, row: bool = False) -> str:
    """The address of the row that an id names; empty if no row can have it."""
    table = table_of(row_id)
    return "" if table is None else address(table, row_id, row)
