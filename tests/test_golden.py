"""Whole outputs for the pile in `golden/pile`, compared with files that read as documentation.

Rewrite them with `make golden` (or pytest tests/test_golden.py --rewrite-golden) and review the diff.
"""

import re
from pathlib import Path

import pytest

from stemma import __version__
from stemma.case import Case
from stemma.compare import compare
from stemma.explain import explain
from stemma.report import render_markdown
from stemma.show import table
from stemma.summary import summary

GOLDEN = Path(__file__).parent / "golden"
TABLES = (
    "articles",
    "blocks",
    "families",
    "variants",
    "swaps",
    "statements",
    "reporters",
    "stories",
)


def settled(text: str, case: Case) -> str:
    """Without what differs from machine to machine and from release to release."""
    text = text.replace(str(case.path), "CASE")
    return re.sub(rf"stemma {re.escape(__version__)}\b", "stemma VERSION", text)


def check(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compares with a golden file, or writes it."""
    path = GOLDEN / name
    if request.config.getoption("--rewrite-golden"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "if this is meant: make golden"


def test_report(anselm: Case, request: pytest.FixtureRequest) -> None:
    check("farm.md", settled(render_markdown(anselm), anselm), request)


@pytest.mark.parametrize("name", TABLES)
def test_show(name: str, anselm: Case, request: pytest.FixtureRequest) -> None:
    check(f"show-{name}.txt", table(anselm.table(name)), request)


def test_summary(anselm: Case, request: pytest.FixtureRequest) -> None:
    check("summary.txt", settled(summary(anselm), anselm), request)


def test_compare(anselm: Case, request: pytest.FixtureRequest) -> None:
    check("compare.txt", compare(anselm, "1-lna.txt", "3-daily-gull.txt", width=110), request)


def test_explain(anselm: Case, request: pytest.FixtureRequest) -> None:
    families = anselm.table("families")
    (one,) = families.filter(families["text"].str.contains("harbours|harbors"))["id"]
    check("explain-family.txt", explain(anselm, one), request)


def test_every_golden_file_is_made_by_a_test() -> None:
    made = {"farm.md", "summary.txt", "compare.txt", "explain-family.txt"}
    made |= {f"show-{name}.txt" for name in TABLES}
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == made
