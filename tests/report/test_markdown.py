"""The Markdown report: same content, and text that can make no structure."""

import pytest
from markdown_it import MarkdownIt
from tests.report.conftest import BRIDGE, Build

from stemma.case import Case
from stemma.report import render_markdown
from stemma.report.plain import escaped

NASTY = [
    "# not a heading",
    "1. not a list",
    "- not a list",
    "+ nor this",
    "> not a quotation",
    "a | b | c",
    "**bold** _em_ ~~gone~~ `code`",
    "<script>alert(1)</script> &amp; &#60;",
    "[link](http://evil.example) ![image](x) <http://evil.example>",
    "http://evil.example/ www.evil.example someone@evil.example",
    "line\n\n# two\n---\n",
    "=== \\` \\",
]


@pytest.mark.parametrize("text", NASTY)
def test_escaped_text_is_one_run_of_text(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for before in ("", "> ", "- ", "#### "):
        inline = [t for t in parser.parse(before + escaped(text)) if t.type == "inline"]
        assert len(inline) == 1
        kinds = {child.type for child in inline[0].children or ()}
        assert kinds <= {"text", "text_special"}
        shown = "".join(child.content for child in inline[0].children or ())
        assert shown == " ".join(text.split())


def test_no_bare_address_is_left_to_be_linked() -> None:
    assert "http://" not in escaped("see http://evil.example")
    assert "www." not in escaped("see www.evil.example")
    assert "a@b" not in escaped("a@b.example")


def test_a_cell_stays_a_cell(fires: Case) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(render_markdown(fires))
    heads = sum(t.type == "th_open" for t in tokens)
    assert heads > 0
    assert not [t for t in tokens if t.type in ("html_block", "fence", "code_block")]


def test_statements_with_footing_places_and_differences(fires: Case) -> None:
    said = render_markdown(fires)
    assert "3 pages · 2 texts · reporters: at least 1, at most 1 · AP" in said
    for witness in fires.table("witnesses").to_dicts():
        assert f":{witness['start']}-{witness['end']}: the whole passage" in said
    assert "| number | 14 | 41 (later) | B |" in said
    assert "## Swapped words" in said
    assert "Every file was read." in said


def test_article_text_makes_no_markup(fires: Case) -> None:
    said = render_markdown(fires)
    assert "<script>" not in said
    assert "](http" not in said


def test_same_case_same_text(fires: Case) -> None:
    assert render_markdown(fires) == render_markdown(Case(fires.path))


def test_one_article_says_why_there_is_nothing(pile: Build) -> None:
    assert "alone in its story" in render_markdown(pile(alone=f"Bridge\n\n{BRIDGE}\n"))
