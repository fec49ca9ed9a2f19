"""The report as one HTML file. Its style and script are inline, and nothing else may load."""

import base64
import hashlib
from functools import cache
from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import stemma
from stemma.case import Case
from stemma.model import Check
from stemma.report.book import book
from stemma.report.checked import VERDICTS, sheet
from stemma.report.plain import one_line
from stemma.report.where import Place
from stemma.report.words import KINDS, PARTS, SHARES


class Links(Protocol):
    """Where links lead: on one page, or from page to page."""

    def to(self, anchor: str) -> str:
        """What has this anchor, be it a story, an article or a statement."""

    def at(self, place: Place) -> str:
        """Some words of an article; empty if its text is not shown."""

    def rest(self, command: str) -> str:
        """What a command would show; empty if no page does."""


class _OnePage:
    """Everything stands on one page."""

    def to(self, anchor: str) -> str:
        return f"#{anchor}"

    def at(self, place: Place) -> str:
        return f"#{place.anchor}" if place.anchor else ""

    def rest(self, command: str) -> str:
        return ""


def render_html(case: Case) -> str:
    """One self-contained page. Text of articles is only ever text in it; the content security
    policy allows the page's own style and script, by their hashes, and no request at all."""
    pages = _one_page()
    style, script = stylesheet(pages), source(pages, "report.js")
    return pages.get_template("report.html").render(
        r=book(case),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def render_check(check: Check) -> str:
    """A checked draft as one self-contained page, its notes beside it. No script; no request."""
    pages = _one_page()
    style = stylesheet(pages) + source(pages, "check.css")
    page = pages.get_template("check.html")
    return page.render(
        r=sheet(check),
        verdicts=VERDICTS,
        version=str(getattr(stemma, "__version__", "")),
        style=Markup(style),
        style_hash=_hash(style),
    )


@cache
def _one_page() -> Environment:
    return environment(_OnePage())


def environment(links: Links) -> Environment:
    """The templates of all pages, with links that lead where `links` says."""
    made = Environment(
        loader=PackageLoader("stemma.report", "templates"),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(
        to=links.to,
        at=links.at,
        rest=links.rest,
        kinds=KINDS,
        share_labels=SHARES,
        part_labels=PARTS,
    )
    made.filters["slug"] = _slug
    made.filters["line"] = one_line
    made.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return made


def stylesheet(pages: Environment) -> str:
    """The style of every page."""
    return pages.get_template("report.css").render()


def source(pages: Environment, name: str) -> str:
    """A file among the templates as it stands."""
    assert pages.loader is not None
    return pages.loader.get_source(pages, name)[0]


def _slug(kind: str) -> str:
    # `wording` is also the class of a statement's paragraph.
    return "wording-kind" if kind == "wording" else "-".join(kind.split())


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
