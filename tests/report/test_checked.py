"""A check as a page, as Markdown and as text: everything is shown, and text is only text."""

import re

import pytest

from stemma.case import Case
from stemma.checking import check_draft
from stemma.model import Check
from stemma.read import stdin_source
from stemma.report import check_markdown, check_text, render_check
from stemma.report.checked import VERDICTS, sheet

NASTY = 'He wrote <script>alert(1)</script> & <img src=x onerror="alert(2)"> on *the* [wall](http://e.example).'
DRAFT = (
    "Nine die in quarry\n\nNine workers were killed on Tuesday when a quarry wall in Orvik fell.\n\n"
    f"{NASTY}\n"
)


@pytest.fixture(scope="module")
def made(quarry: Case) -> Check:
    return check_draft(quarry, stdin_source(DRAFT.encode()))


def test_every_verdict_can_be_shown() -> None:
    from stemma.check import VERDICTS as KNOWN

    assert tuple(VERDICTS) == KNOWN


def test_the_sheet_counts_and_marks(made: Check) -> None:
    shown = sheet(made)
    assert shown.said.startswith(f"{len(made.sentences)} sentences held against 2 articles:")
    assert sum(n for *_, n in shown.counts) == len(made.sentences)
    struck = [
        p.text for par in shown.paragraphs for note in par.notes for p in note.pieces if p.struck
    ]
    assert "Nine" in struck


def test_the_page_has_the_draft_and_a_note_to_each_sentence(made: Check) -> None:
    page = render_check(made)
    notes = re.findall(r'<li class="note-of t-\w+" id="n(\d+)">', page)
    assert notes == [str(n) for n in range(1, len(made.sentences) + 1)]
    assert all(f'href="#n{n}"' in page and f'id="s{n}"' in page for n in notes)
    assert "<mark>seven</mark>" in page


def test_the_page_loads_nothing_and_runs_nothing(made: Check) -> None:
    page = render_check(made)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_markdown_keeps_the_drafts_marks_as_text(made: Check) -> None:
    page = check_markdown(made)
    assert "<script>" not in page
    assert "[wall](" not in page
    assert page.count("\n[^") == len(made.sentences)


def test_colour_only_if_it_is_asked_for(made: Check) -> None:
    assert "\x1b[" in check_text(made, colour=True)
    assert "\x1b[" not in check_text(made)
    assert max(map(len, check_text(made, width=70).splitlines())) <= 70
