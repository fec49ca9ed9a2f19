"""The rules of the house, read off the source itself."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from statistics import median

import pytest

from stemma.model import TABLES, columns

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "stemma"

# Who may import whom. A module is named by the first part of its path below `stemma`; everything
# may import itself and the ground. What is not in this table has no place in the house yet.
GROUND = {"errors", "model", "text"}
STAGES = {"read", "clean", "lineage", "stories", "reader", "actors", "quotes", "times", "figures",
          "events", "account", "check", "corrections"}  # fmt: skip
STORE = {"case", "frames"}
LOOKERS = {
    "report",
    "export",
    "search",
    "remarks",
    "pedigree",
    "show",
    "show_lines",
    "explain",
    "compare",
    "lookup",
    "summary",
}
FLOW = {
    "flow",
    "steps",
    "reading",
    "readings",
    "repeated",
    "who",
    "said",
    "counts",
    "days",
    "done",
    "voices",
    "accounts",
    "beside",
    "words",
    "work",
    "intake",
    "engine",
    "lanes",
    "moves",
    "progress",
}
DOORS = {"cli", "check_command", "web", "reference", "__init__", "__main__"}

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "text": set(),
    **dict.fromkeys(STAGES, GROUND),
    "frames": GROUND,
    "case": GROUND | {"frames", "corrections"},
    "engine": GROUND,
    "progress": GROUND,
    "lanes": GROUND,
    "moves": GROUND | STORE,
    "intake": GROUND | {"read", "frames"},
    "words": GROUND | STAGES | {"frames", "engine", "work"},
    "work": GROUND | STORE | FLOW,
    "reading": GROUND | STORE | FLOW | {"read", "corrections"},
    "readings": GROUND | STORE | FLOW | {"reader"},
    "repeated": GROUND | STORE | FLOW | {"quotes"},
    "who": GROUND | STORE | FLOW | {"actors", "quotes", "reader"},
    "said": GROUND | STORE | FLOW | {"quotes"},
    "days": GROUND | STORE | FLOW | {"times", "quotes"},
    "beside": GROUND | STORE | FLOW | {"account"},
    "counts": GROUND | STORE | FLOW | {"figures", "reader"},
    "done": GROUND | STORE | FLOW | {"events", "voices"},
    "voices": GROUND,
    "accounts": GROUND | STORE | FLOW | {"account"},
    "steps": GROUND | STAGES | STORE | FLOW,
    "footing": GROUND | STORE | {"account", "frames", "lookup", "remarks"},
    "flow": GROUND | STAGES | STORE | FLOW | {"search", "remarks"},
    **dict.fromkeys(LOOKERS, GROUND | STORE | LOOKERS),
    "annotate": GROUND | STAGES,
    # A draft against a case: its text read like an article, the case's sentences, what stands behind them.
    "drafts": GROUND | STAGES,
    "borrowed": GROUND | {"lineage"},
    "evidence": GROUND | STORE | {"check", "drafts", "reader"},
    "disagreements": GROUND | STORE,
    "pools": GROUND | STORE | {"account"},
    "support": GROUND | {"account", "borrowed", "check", "evidence", "remarks"},
    "checking": GROUND
    | STAGES
    | STORE
    | {"borrowed", "disagreements", "drafts", "evidence", "pools", "support"},
    "measure": GROUND | STAGES,
    **{
        door: GROUND
        | STORE
        | LOOKERS
        | FLOW
        | {"read", "annotate", "measure", "checking", "check_command", "footing", "web"}
        for door in DOORS
    },
    "reference": GROUND | {"cli"},
    "__main__": {"cli"},
}
PURE = STAGES | {"text", "model", "errors"}
# (module, what it calls): the one stage that opens files, what lies inside them, and the tables that
# come with the package.
OPENS_FILES = {
    ("read/files.py", "open"),
    ("read/files.py", "read_bytes"),
    ("read/file.py", "open"),
    ("read/archives.py", "open"),
    ("read/warc.py", "open"),
    ("read/mail.py", "open"),
    ("events/meanings.py", "read_text"),
    ("text/countries.py", "read_text"),
    ("text/cues.py", "read_text"),
    ("text/usual.py", "read_text"),
    ("text/forenames.py", "read_text"),
    ("text/starts.py", "read_text"),
    ("text/cameo.py", "read_text"),
    ("text/deeds.py", "read_text"),
    ("text/likeness.py", "read_bytes"),
    ("text/senses.py", "read_bytes"),
    ("events/types.py", "read_bytes"),
    ("reader/model.py", "read_text"),
    ("reader/model.py", "read_bytes"),
}
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink"}
NETWORK = {"requests", "urllib", "http", "socket", "ssl", "httpx", "aiohttp", "ftplib", "smtplib"}

LONGEST_MODULE = 400
MEDIAN_FUNCTION = 12
LONG_FUNCTION = 40  # nine in ten are at most so long


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def house_part(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


each_module = pytest.mark.parametrize("path", modules(), ids=name_of)
each_pure_module = pytest.mark.parametrize(
    "path", [path for path in modules() if house_part(path) in PURE], ids=name_of
)


def imported(module: ast.Module) -> Iterator[str]:
    """Every module that is imported anywhere, less what is for type checkers only."""
    conditions = [node for node in ast.walk(module) if isinstance(node, ast.If)]
    checked = [node for node in conditions if "TYPE_CHECKING" in ast.dump(node.test)]
    hidden = {id(inner) for node in checked for inner in ast.walk(node)}
    for node in ast.walk(module):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def docstrings(module: ast.Module) -> set[int]:
    """Ids of the nodes that are docstrings."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, kinds) and node.body and isinstance(node.body[0], ast.Expr)
    }


# -- layers ---------------------------------------------------------------------------------------


@each_module
def test_a_module_imports_only_what_its_place_allows(path: Path) -> None:
    part = house_part(path)
    assert part in MAY_IMPORT, f"say in the table above what '{part}' may import"
    for name in imported(tree(path)):
        first, _, rest = name.partition(".")
        if first == "stemma" and rest:
            other = rest.split(".")[0]
            assert other == part or other in MAY_IMPORT[part], f"{name_of(path)} imports {name}"


def test_no_stage_knows_another() -> None:
    assert all(not MAY_IMPORT[stage] & STAGES for stage in STAGES)
    assert all(not MAY_IMPORT[ground] for ground in GROUND)


@each_pure_module
def test_a_stage_opens_no_file_and_prints_nothing(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            assert called != "print", f"line {node.lineno}"
            if called in FILE_CALLS:
                assert (name_of(path), called) in OPENS_FILES, f"line {node.lineno}: {called}"


@each_module
def test_nothing_uses_the_network(path: Path) -> None:
    if house_part(path) != "web":
        assert not {name.split(".")[0] for name in imported(tree(path))} & NETWORK


@each_pure_module
def test_a_stage_has_no_hidden_state(path: Path) -> None:
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.Global)]


# -- records --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_record_is_frozen_and_its_columns_are_documented(name: str) -> None:
    record = TABLES[name]
    assert is_dataclass(record)
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert next(iter(columns(record))) == "id"
    for column, (kind, doc) in columns(record).items():
        assert doc, column
        assert doc[0].islower() or not doc[0].isalpha(), f"{column}: a phrase, not a sentence"
        assert kind is not None
    assert record.__doc__


@pytest.mark.parametrize("name", TABLES)
def test_a_record_that_lies_in_a_text_has_a_whole_span(name: str) -> None:
    found = {field.name for field in fields(TABLES[name])}
    if {"start", "end"} & found:
        assert {"article_id", "start", "end", "text"} <= found


def test_a_judgement_says_how() -> None:
    judged = set(TABLES) - {"articles", "failures"}
    assert all("how" in columns(TABLES[name]) for name in judged)


# -- size and form --------------------------------------------------------------------------------


@each_module
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert median(lengths) <= MEDIAN_FUNCTION
    assert lengths[int(len(lengths) * 0.9)] <= LONG_FUNCTION


def public(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name.startswith("_"):
                continue
            yield inside + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{inside}{node.name}.")


@each_module
def test_everything_public_is_documented(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module), "a module says what it is"
    bare = [name for name, node in public(module.body) if not ast.get_docstring(node)]  # type: ignore[arg-type]
    assert bare == []


@each_module
def test_no_error_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}: a bare except"
            empty = all(isinstance(one, ast.Pass) or _is_dots(one) for one in node.body)
            assert not empty, f"line {node.lineno}: an error is dropped"


def _is_dots(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and node.value.value is ...
    )


# -- wording --------------------------------------------------------------------------------------


def shipped() -> list[Path]:
    """Every file of text in the package, but for the table of countries and a model's words."""
    found = [path for path in SOURCE.rglob("*") if path.is_file()]
    unread = (".pyc", ".onnx", ".npz")
    # What a model knows of the world is no hint at a pile.
    tables = {"countries.tsv", "vocabulary.txt", "labels.json"}
    return sorted(p for p in found if p.suffix not in unread and p.name not in tables)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_what_is_shipped_is_finished_and_knows_no_pile_and_no_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for pattern in (r"\b(TODO|FIXME|XXX|HACK)\b", r"/work\b", r"/tmp/", r"/home/\w", r"/Users/\w"):
        assert not re.search(pattern, text), pattern
    for word in ("Russia", "Tillerson", "Syria", "Assad", "Lavrov", "Khan Sheikhoun"):
        assert not re.search(rf"\b{word}", text, re.IGNORECASE), f"wording of the seeds: {word}"


def replacements() -> set[str]:
    """What the farm's machine writes in place of something else."""
    groups = tomllib.loads((ROOT / "benchmarks/farm/swaps.toml").read_text(encoding="utf-8"))
    values = [value for group in groups.values() for value in group.values()]
    listed = [one for value in values for one in (value if isinstance(value, list) else [value])]
    assert len(listed) > 50
    # "US" is also the pronoun.
    return {phrase.casefold() for phrase in listed if len(phrase) > 2}


def literals(path: Path) -> Iterator[str]:
    """The data in string literals: whole ones, and the words of those that are split into a list."""
    module = tree(path)
    skipped = docstrings(module)
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in skipped
        ):
            yield node.value.casefold()
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "split"
        ):
            whole = node.func.value
            if isinstance(whole, ast.Constant) and isinstance(whole.value, str):
                yield from whole.value.casefold().split()


@pytest.mark.parametrize("path", [p for p in modules() if house_part(p) == "lineage"], ids=name_of)
def test_swaps_are_learnt_and_not_listed(path: Path) -> None:
    known = replacements()
    found = [literal for literal in literals(path) if literal in known]
    phrases = [p for p in known if " " in p and any(p in literal for literal in literals(path))]
    assert found + phrases == []
