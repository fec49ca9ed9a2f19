"""The documentation says what the code does: generated pages, examples, names and numbers."""

import contextlib
import re
from pathlib import Path

import pytest

import stemma
from stemma.cli import main, parser
from stemma.errors import UsageError
from stemma.export import EXPORTERS
from stemma.flow import STAGES
from stemma.measure import TASKS
from stemma.model import TABLES, columns
from stemma.read import Limits, formats
from stemma.reference import SHOWN, commands, pages, tables, with_constants, with_examples

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
STALE = "write the pages anew with: make docs"
NAMES = re.findall(r"^## (\w+)$", commands(), re.M)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


# -- pages that the code makes --------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_as_the_code_makes_it(name: str) -> None:
    assert page(name) == pages()[name], STALE


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_shows_what_stemma_prints_and_uses(name: str) -> None:
    shown = (ROOT / name).read_text(encoding="utf-8")
    assert with_constants(with_examples(shown, ROOT)) == shown, STALE


def test_pages_have_examples_and_numbers() -> None:
    for name in ("docs/quickstart.md", "README.md"):
        assert "```console\n$ stemma build" in (ROOT / name).read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([\w.]+)` \| -?[\d.]+ \|", page("how-it-decides.md"), re.M)
    cited = re.findall(
        r"`((?:clean|lineage|stories|reader|quotes|account)\.[\w.]+)`", page("how-it-decides.md")
    )
    assert set(cited) <= set(listed)
    assert len(listed) > 15


def test_a_constant_gets_its_value_and_must_exist() -> None:
    assert (
        with_constants("| `lineage.swaps.SEEN` | 9 | seen |")
        == "| `lineage.swaps.SEEN` | 2 | seen |"
    )
    with pytest.raises(UsageError, match=r"'clean\.GONE'"):
        with_constants("| `clean.GONE` | 9 | seen |")


def test_an_example_that_fails_is_no_example() -> None:
    for command in ("stemma show nowhere articles", "stemma nonsense", "rm case"):
        with pytest.raises(UsageError, match=command):
            with_examples(f"```console\n$ {command}\n```\n", ROOT)


def test_an_example_may_look_into_what_was_written() -> None:
    pile = "examples/farm/articles/003_newsburrow.txt"
    page = f"```console\n$ grep -m 1 'water board' {pile}\n```\n"
    (shown,) = re.findall("(?<=txt\n).*", with_examples(page, ROOT))
    assert shown in (ROOT / pile).read_text("utf-8").splitlines()
    assert "water board" in shown
    for command in (f"grep -m 1 'no such words' {pile}", f"grep -c water {pile}"):
        with pytest.raises(UsageError, match="grep"):
            with_examples(f"```console\n$ {command}\n```\n", ROOT)


def test_an_example_is_shortened_as_it_says() -> None:
    block = "```console\n$ stemma --version | head -1 | cut -c-6\nold\n```\n"
    assert (
        with_examples(block, ROOT)
        == "```console\n$ stemma --version | head -1 | cut -c-6\nstemma\n```\n"
    )


def test_pages_do_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pages()
    monkeypatch.setenv("COLUMNS", "40")
    assert pages() == before


# -- nothing is left undocumented -----------------------------------------------------------------


def test_every_column_is_on_the_page_of_tables() -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", tables(), re.M | re.S))
    assert list(sections) == list(TABLES)
    for name, record in TABLES.items():
        assert re.findall(r"^\| `(\w+)`", sections[name], re.M) == list(columns(record))


def test_every_command_and_table_is_in_a_page_for_users() -> None:
    quickstart = page("quickstart.md")
    assert [name for name in NAMES if f"stemma {name}" not in quickstart] == []
    both = quickstart + page("commands.md")
    assert [name for name in TABLES if not re.search(rf"\b{name}\b", both)] == []


def test_every_argument_has_a_meaning() -> None:
    assert re.findall(r"^\| .* \| +\|$", commands(), re.M) == []


def test_the_values_named_in_help_are_those_of_the_code() -> None:
    said = commands()
    for values in (STAGES, formats(), Limits._fields, EXPORTERS, TASKS, TABLES):
        assert [value for value in values if not re.search(rf"\b{value}\b", said)] == []


def test_every_command_is_on_the_page() -> None:
    assert re.findall(r"^    (\w+)  ", parser().format_help(), re.M) == NAMES


def test_a_stop_from_the_keyboard_has_the_status_that_the_page_gives(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.flow.build", stopped)
    assert f"| {main(['build', '.', '--out', str(tmp_path)])} | stopped" in commands()


@pytest.mark.parametrize("name", stemma.__all__)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    assert (getattr(stemma, name).__doc__ or "").strip()


def test_public_names_are_listed_once_and_in_order() -> None:
    assert stemma.__all__ == sorted(stemma._HOMES)


# -- what was written by hand ---------------------------------------------------------------------


def test_the_kinds_of_differences_are_those_of_the_model() -> None:
    listed = re.search(r"^\| kind \| when \|\n(.*?)\n\n", page("how-it-decides.md"), re.M | re.S)
    assert listed is not None
    doc = columns(TABLES["variants"])["kind"][1]
    assert all(kind in doc for kind in re.findall(r"^\| `([\w ]+)`", listed.group(1), re.M))


def test_the_readme_s_python_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert code is not None
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    with contextlib.chdir(tmp_path):
        exec(code.group(1), {})
    assert "statement-" in capsys.readouterr().out


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda p: p.name
)
def test_links_lead_somewhere_and_no_page_knows_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [
        one for one in links if not (path.parent / one).exists() and one != "docs/report.png"
    ] == []
    assert not re.search(r"/work\b|/tmp/|/home/\w|/Users/\w", text)
