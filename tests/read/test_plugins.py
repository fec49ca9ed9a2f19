"""Readers that a user adds: the ten lines that the docs show, as an installed package has them."""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from stemma.engine.local import FEWEST_UNITS, UNIT
from stemma.errors import UsageError
from stemma.flow import build
from stemma.read import formats

# Transcripts of a radio station: the first line names the programme, each further one is a sentence.
TEN_LINES = """
from stemma.read import Format, Found, Given, Unreadable

def read(file):
    head, _, rest = file.text().partition("\\n")
    for number, item in enumerate(rest.split("%%"), 1):
        if item.strip():
            yield Found(item.strip(), Given(title=head, site="Radio Lorn"), record=number)
        else:
            yield Unreadable(f"Item {number} is silent.", "The tape was blank.", "Leave it out.")

radio = Format("radio", read, (".radio",), lambda head: head.startswith(b"RADIO"))
"""
TAPE = "RADIO LORN, MORNING\nThe dyke of Lorn broke on Sunday.\n%%\n%%\nThe ferry sank off Marrow Point.\n"


class Site:
    """A folder on the path, into which packages are installed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def install(self, name: str, code: str, target: str) -> None:
        """As pip would: the module, and beside it what its package says of itself."""
        (self.path / f"{name}.py").write_text(code)
        info = self.path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[stemma.readers]\n{name} = {target}\n")
        importlib.invalidate_caches()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    path = tmp_path / "site"
    path.mkdir()
    monkeypatch.syspath_prepend(str(path))
    before = set(sys.modules)
    yield Site(path)
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) and str(path) in str(
            sys.modules[name].__file__
        ):
            del sys.modules[name]


@pytest.fixture
def tapes(tmp_path: Path) -> Path:
    """A pile of one tape of each of two names, and a text."""
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "monday.radio").write_text(TAPE)
    (pile / "tuesday").write_text(TAPE.replace("broke", "held"))
    (pile / "a.txt").write_text("The harvest of Lorn was good this year.")
    return pile


def check(articles: pl.DataFrame, failures: pl.DataFrame) -> None:
    """What all ways of running it give."""
    shown = articles.filter(pl.col("format") == "radio").select("path", "title", "site", "text")
    assert sorted(shown.rows()) == [
        (
            "monday.radio#1",
            "RADIO LORN, MORNING",
            "Radio Lorn",
            "The dyke of Lorn broke on Sunday.",
        ),
        ("monday.radio#3", "RADIO LORN, MORNING", "Radio Lorn", "The ferry sank off Marrow Point."),
        ("tuesday#1", "RADIO LORN, MORNING", "Radio Lorn", "The dyke of Lorn held on Sunday."),
        ("tuesday#3", "RADIO LORN, MORNING", "Radio Lorn", "The ferry sank off Marrow Point."),
    ]
    silent = failures.filter(pl.col("what") == "Item 2 is silent.")
    assert sorted(silent["path"]) == ["monday.radio", "tuesday"]


def test_the_reader_takes_ten_lines() -> None:
    assert len([line for line in TEN_LINES.splitlines() if line.strip()]) <= 10


def many(pile: Path) -> None:
    """So many texts more that worker processes are started."""
    for number in range(UNIT * FEWEST_UNITS):
        (pile / f"{number:03}.txt").write_text(f"Report {number} of the harvest of Lorn.")


def test_a_users_reader_is_found_and_used(site: Site, tapes: Path) -> None:
    site.install("lornradio", TEN_LINES, "lornradio:radio")
    assert next(iter(formats())) == "radio"
    case = build([str(tapes)], tapes.parent / "case", workers=1, until="clean")
    check(case.table("articles"), case.table("failures"))


def test_the_same_on_the_command_line_with_worker_processes(site: Site, tapes: Path) -> None:
    site.install("lornradio", TEN_LINES, "lornradio:radio")
    many(tapes)
    case = tapes.parent / "case"
    out = _stemma(
        site, "build", str(tapes), "--out", str(case), "--until", "read", "--workers", "2"
    )
    assert out.returncode == 0, out.stderr
    check(
        pl.read_parquet(case / "tables" / "articles.parquet"),
        pl.read_parquet(case / "tables" / "failures.parquet"),
    )


def test_a_users_reader_goes_before_ours_of_the_same_name(site: Site, tapes: Path) -> None:
    code = TEN_LINES.replace('"radio", read', '"text", read')
    site.install("lornradio", code, "lornradio:radio")
    assert formats()["text"].endings == (".radio",)


def test_a_users_reader_may_find_files_inside(site: Site, tapes: Path) -> None:
    code = """
import io
from stemma.read import Format

def read(file):
    for number, part in enumerate(file.data().split(b"====\\n")[1:], 1):
        yield file.inside(f"{file.locator}/{number}.html", lambda part=part: io.BytesIO(part))

tray = Format("tray", read, (".tray",))
"""
    site.install("tray", code, "tray:tray")
    (tapes / "all.tray").write_text("====\n<p>The dyke broke.</p>\n====\n<p>The ferry sank.</p>\n")
    case = build([str(tapes / "all.tray")], tapes.parent / "case", workers=1, until="read")
    found = sorted(case.table("articles").select("path", "format", "text").rows())
    assert found == [
        ("all.tray/1.html", "html in tray", "The dyke broke."),
        ("all.tray/2.html", "html in tray", "The ferry sank."),
    ]


def test_an_error_of_a_users_reader_is_a_failure_of_that_file(site: Site, tapes: Path) -> None:
    code = TEN_LINES.replace("file.text()", "file.no_such_thing()")
    site.install("lornradio", code, "lornradio:radio")
    case = build([str(tapes)], tapes.parent / "case", workers=1, until="read")
    assert case.table("articles")["path"].to_list() == ["a.txt"]
    what = case.table("failures")["what"].to_list()
    assert sorted(what) == [
        "'monday.radio' could not be read as radio.",
        "'tuesday' could not be read as radio.",
    ]


BAD = {
    "is not there": ("import no_such_module", "ModuleNotFoundError"),
    "is broken": ("radio = Format(", "SyntaxError"),
    "is no format": ("def radio(file): yield 7", "no stemma.read.Format but a function"),
    "has no such name": ("tape = 7", "AttributeError"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_reader_that_can_not_be_used_is_told_with_its_package(
    site: Site, tapes: Path, name: str
) -> None:
    code, why = BAD[name]
    site.install("badradio", code, "badradio:radio")
    with pytest.raises(UsageError, match="'badradio'") as told:
        build([str(tapes)], tapes.parent / "case", workers=1, until="read")
    assert why in told.value.why
    assert told.value.remedy.endswith("pip uninstall badradio")


def test_the_same_on_the_command_line_is_one_message(site: Site, tapes: Path) -> None:
    site.install("badradio", "import no_such_module", "badradio:radio")
    many(tapes)
    case = tapes.parent / "case"
    out = _stemma(site, "build", str(tapes), "--out", str(case), "--workers", "2")
    assert out.returncode == 2
    assert "pip uninstall badradio" in " ".join(out.stderr.split())
    assert "Traceback" not in out.stderr


def _stemma(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    source = Path(__file__).parents[2] / "src"
    path = os.pathsep.join([str(site.path), str(source)])
    return subprocess.run(
        [sys.executable, "-m", "stemma.cli", *arguments], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": path}, check=False,
    )  # fmt: skip
