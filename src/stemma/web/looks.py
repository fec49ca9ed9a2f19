"""The pages as HTML: the report's templates, filled from what is held of a case."""

import hashlib
from functools import cache
from typing import Any, NamedTuple

import stemma
from stemma.errors import UnknownRow
from stemma.lookup import look_up
from stemma.report.book import counts
from stemma.report.chapters import ACROSS, chapter, inside
from stemma.report.html import environment, source, stylesheet
from stemma.report.marked import Mark
from stemma.report.pages import page
from stemma.report.plain import one_line
from stemma.report.rows import remarks_of
from stemma.report.shown import OTHER_LANGUAGE
from stemma.report.words import GLOSSARY
from stemma.web.held import CARDS, PAGES, Held
from stemma.web.links import AppLinks, address
from stemma.web.notes import Note

_STORIES = 50  # on the first page
_ONES = (OTHER_LANGUAGE, ACROSS)  # chapters that are no story


class Asset(NamedTuple):
    """A file of our own that pages load."""

    text: str
    kind: str
    version: str


class Shell(NamedTuple):
    """What every page needs to know of the app: the secret that its forms send along, and whether drafts
    can be checked."""

    change: str
    checks: bool


class Pager(NamedTuple):
    """Which page of a list this is, from 1."""

    now: int
    last: int


@cache
def templates() -> Any:
    """The templates, with links from page to page."""
    return environment(AppLinks())


def ready() -> None:
    """Reads every template, so that no reader waits for it."""
    for name in templates().list_templates(["html"]):
        templates().get_template(name)


@cache
def assets() -> dict[str, Asset]:
    """Name -> the style and the scripts."""
    pages = templates()
    style = stylesheet(pages) + source(pages, "app/app.css")
    found = {
        "style.css": (style, "text/css"),
        "check.css": (source(pages, "check.css"), "text/css"),
        "report.js": (source(pages, "report.js"), "text/javascript"),
        "app.js": (source(pages, "app/app.js"), "text/javascript"),
    }
    return {
        name: Asset(text, kind, hashlib.sha256(text.encode()).hexdigest()[:12])
        for name, (text, kind) in found.items()
    }


def render(name: str, held: Held | None, shell: Shell, **values: Any) -> str:
    """A page."""
    versions = {name: asset.version for name, asset in assets().items()}
    return str(
        templates()
        .get_template(f"app/{name}.html")
        .render(
            case_name=one_line(held.path.resolve().name) if held else "stemma",
            change=shell.change,
            checks=shell.checks,
            versions=versions,
            version=stemma.__version__,
            tables=held.tables() if held else [],
            **values,
        )
    )


def case_page(held: Held, shell: Shell, number: int) -> str:
    """The first page: the stories, and what there is besides."""
    rows, shown = held.rows, held.shown
    stories = list(rows.stories.values())
    some = stories[(number - 1) * _STORIES : number * _STORIES]
    more = [name for name, there in zip(_ONES, _there(held), strict=True) if there]
    return render(
        "case",
        held,
        shell,
        counts=counts(rows),
        remarks=[one_line(said) for said in remarks_of(held)],
        stories=[(one, address("stories", one.id), len(shown.shared[one.id])) for one in some],
        more=more,
        pager=pager(number, len(stories), _STORIES),
        listings=[(one.title, len(one.lines)) for one in held.listings],
    )


def _there(held: Held) -> tuple[bool, bool]:
    """Whether there are articles in other languages, and statements of no single story."""
    shown = held.shown
    other = shown.rows.examined and bool(inside(shown, OTHER_LANGUAGE))
    return other, bool(shown.shared[None] or shown.repeated[None])


def story_page(held: Held, shell: Shell, name: str, number: int, articles: int, was: str) -> str:
    """A story. `number`: which page of its statements; `articles`: which page of its articles."""
    shown = held.shown
    key = None if name == ACROSS else name
    if name not in _ONES and name not in shown.rows.stories:
        raise UnknownRow(f"There is no story '{name}'.", remedy="Start from the case's first page.")
    found = chapter(shown, key, held.swaps, held.window(key, number, articles))
    return render(
        "story",
        held,
        shell,
        c=found,
        was=was,
        cards=pager(number, len(shown.shared[key]), CARDS),
        articles=pager(articles, len(inside(shown, key)), PAGES),
        total=len(shown.shared[key]),
        glossary=GLOSSARY,
    )


def family_page(held: Held, shell: Shell, name: str, was: str) -> str:
    """A family: its versions compared, its tree, its footing."""
    from stemma.report.cards import card

    shown = held.alone
    family = shown.rows.families[name]
    story = shown.rows.stories.get(family.story_id or "")
    return render(
        "family", held, shell, c=card(shown, family), family=family, was=was,
        statement=shown.rows.statements.get(name), story=story, glossary=GLOSSARY,
    )  # fmt: skip


def article_page(
    held: Held, shell: Shell, name: str, at: tuple[int, int] | None, notes: list[Note]
) -> str:
    """An article with its text. `at`: the words that are marked."""
    shown = held.shown
    article = shown.rows.articles[name]
    marks = [
        Mark(note.start, note.end, 5, "note", None, number, note.id, one_line(note.note))
        for number, note in enumerate(notes, 1)
    ]
    if at is not None:
        marks.append(Mark(*at, 6, "mark", "at"))
    found = page(shown, article, held.swaps, marks)
    return render(
        "article", held, shell, p=found, article=article, notes=notes,
        at=at, glossary=GLOSSARY, row=address("articles", name, row=True),
    )  # fmt: skip


def pager(now: int, total: int, on_a_page: int) -> Pager:
    """The page that is shown, and how many there are."""
    return Pager(now, max(-(-total // on_a_page), 1))


def group(held: Held, table: str, row_id: str) -> tuple[str, str]:
    """The id of the group that holds the member from which an id is formed, and what to say of that.
    Raises UnknownRow."""
    found = look_up(held, row_id)
    if found.table != table:
        raise UnknownRow(f"'{row_id}' is none of {table}.", remedy=f"It is one of {found.table}.")
    return str(found.row["id"]), found.remark
