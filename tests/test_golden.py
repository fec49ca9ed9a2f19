"""Whole outputs for the pile in `golden/pile`, compared with files that read as documentation.

Rewrite them with `make golden` (or pytest tests/test_golden.py --rewrite-golden) and review the diff.

The last digits of what the reader computes depend on the processor's instructions, and now and then a
choice between two readings hangs on one. `reader.txt` knows by a hash what the golden files were made from.
Where the reader gives the same, they must be the same to the byte; on another kind of processor a few lines
may differ.
"""

import re
from difflib import SequenceMatcher
from hashlib import sha256
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
READER = "reader.txt"
MAY_DIFFER = 0.03  # of the lines, on a processor that reads otherwise


def settled(text: str, case: Case) -> str:
    """Without what differs from machine to machine and from release to release."""
    text = text.replace(str(case.path), "CASE")
    return re.sub(rf"stemma {re.escape(__version__)}\b", "stemma VERSION", text)


def reading_of(case: Case) -> str:
    """A hash of all that the reader gives for the pile, to the last digit."""
    rows = case.made("reader", "readings").sort("text")
    digest = sha256(repr(rows.drop("vector").rows()).encode())
    for vector in rows["vector"]:
        digest.update(vector)
    return digest.hexdigest()


def check(name: str, text: str, case: Case, request: pytest.FixtureRequest) -> None:
    """Compares with a golden file, or writes it."""
    path = GOLDEN / name
    if request.config.getoption("--rewrite-golden"):
        path.write_text(text, encoding="utf-8")
    held = path.read_text(encoding="utf-8")
    if held != text and (GOLDEN / READER).read_text(encoding="utf-8") != reading_of(case) + "\n":
        other = lines_that_differ(held, text)
        assert other <= MAY_DIFFER * held.count("\n"), f"{other} lines differ: {held=} {text=}"
        return
    assert held == text, "if this is meant: make golden"


def lines_that_differ(held: str, text: str) -> int:
    """How many lines of either text have no counterpart in the other, the greater number."""
    old, new = held.splitlines(), text.splitlines()
    same = sum(block.size for block in SequenceMatcher(None, old, new, False).get_matching_blocks())
    return max(len(old), len(new)) - same


def test_what_the_reader_gave(anselm: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-golden"):
        (GOLDEN / READER).write_text(reading_of(anselm) + "\n", encoding="utf-8")
    assert re.fullmatch(r"[0-9a-f]{64}\n", (GOLDEN / READER).read_text(encoding="utf-8"))


def test_lines_that_differ_are_counted() -> None:
    assert lines_that_differ("a\nb\nc\n", "a\nb\nc\n") == 0
    assert lines_that_differ("a\nb\nc\n", "a\nx\nc\n") == 1
    assert lines_that_differ("a\nb\n", "a\nb\nc\nd\n") == 2


def test_report(anselm: Case, request: pytest.FixtureRequest) -> None:
    check("farm.md", settled(render_markdown(anselm), anselm), anselm, request)


@pytest.mark.parametrize("name", TABLES)
def test_show(name: str, anselm: Case, request: pytest.FixtureRequest) -> None:
    check(f"show-{name}.txt", table(anselm.table(name)), anselm, request)


def test_summary(anselm: Case, request: pytest.FixtureRequest) -> None:
    check("summary.txt", settled(summary(anselm), anselm), anselm, request)


def test_compare(anselm: Case, request: pytest.FixtureRequest) -> None:
    check(
        "compare.txt", compare(anselm, "1-lna.txt", "3-daily-gull.txt", width=110), anselm, request
    )


def test_explain(anselm: Case, request: pytest.FixtureRequest) -> None:
    families = anselm.table("families")
    (one,) = families.filter(families["text"].str.contains("harbours|harbors"))["id"]
    check("explain-family.txt", explain(anselm, one), anselm, request)


def test_every_golden_file_is_made_by_a_test() -> None:
    made = {"farm.md", "summary.txt", "compare.txt", "explain-family.txt", READER}
    made |= {f"show-{name}.txt" for name in TABLES}
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == made
