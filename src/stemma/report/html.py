"""The report as one HTML file. Its style and script are inline, and nothing else may load."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import stemma
from stemma.case import Case
from stemma.model import Check
from stemma.report.book import book
from stemma.report.checked import VERDICTS, sheet
from stemma.report.plain import one_line
from stemma.report.words import KINDS, SHARES


def render_html(case: Case) -> str:
    """One self-contained page. Text of articles is only ever text in it; the content security
    policy allows the page's own style and script, by their hashes, and no request at all."""
    pages = _environment()
    style = pages.get_template("report.css").render(kinds=KINDS)
    script = _source("report.js")
    return pages.get_template("report.html").render(
        r=book(case),
        kinds=KINDS,
        share_labels=SHARES,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def render_check(check: Check) -> str:
    """A checked draft as one self-contained page, its notes beside it. No script; no request."""
    pages = _environment()
    style = pages.get_template("report.css").render(kinds=KINDS) + _source("check.css")
    return pages.get_template("check.html").render(
        r=sheet(check),
        verdicts=VERDICTS,
        version=str(getattr(stemma, "__version__", "")),
        style=Markup(style),
        style_hash=_hash(style),
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("stemma.report", "templates"),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["slug"] = _slug
    made.filters["line"] = one_line
    made.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return made


def _slug(kind: str) -> str:
    # `wording` is also the class of a statement's paragraph.
    return "wording-kind" if kind == "wording" else "-".join(kind.split())


def _source(name: str) -> str:
    made = _environment()
    assert made.loader is not None
    return made.loader.get_source(made, name)[0]


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
