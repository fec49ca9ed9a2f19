"""The pages of `docs/` that the code itself writes: `python -m stemma.reference docs`.

`tables.md` and `commands.md` are made whole. In the handwritten pages, every `console` block is run
again (`stemma`, or `grep -m 1` on what it wrote) and its output put in place, and every constant that
a table names gets its present value, so that no page shows what stemma does not print or use.
"""

import argparse
import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from stemma.cli import main as command_line
from stemma.cli import parser
from stemma.errors import StemmaError, UsageError
from stemma.model import SCHEMA_VERSION, TABLES, Names, columns

WIDTH = 100  # columns of the terminal that the examples are run in
# Handwritten pages, seen from the repository's root.
SHOWN = ("docs/quickstart.md", "docs/exports.md", "docs/how-it-decides.md", "README.md")

_TYPES: dict[Any, str] = {
    str: "text",
    str | None: "text or null",
    int: "integer",
    int | None: "integer or null",
    float: "number",
    float | None: "number or null",
    bool: "true or false",
    Names: "list of texts",
    Names | None: "list of texts or null",
}
# What a placeholder stands for, where its argument says no more.
_PLACEHOLDERS = {
    "CASE": "folder of the case",
    "ARTICLE": "id or path",
    "DIR": "folder of the files, made if missing",
    "DATA": "folder of the gold",
}
_MADE = "<!-- Made by `python -m stemma.reference docs`; change the code, not this page. -->"
_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.M | re.S)
_STEP = re.compile(r"\$ (?P<command>[^|\n]+?)(?: \| (?:head -(?P<head>\d+)|cut -c-(?P<cut>\d+)))*")
_CONSTANT = re.compile(r"(?<=^\| `)(?P<module>[\w.]+)\.(?P<name>\w+)` \| [\d.]+(?= \|)", re.M)


def pages() -> dict[str, str]:
    """File name -> text of each page that is made whole."""
    return {"tables.md": tables(), "commands.md": commands()}


def tables() -> str:
    """Every table and column, with its type and what it means."""
    parts = [f"# Tables\n\n{_MADE}\n", (sys.modules[TABLES["articles"].__module__].__doc__ or "")]
    parts.append(
        f"Schema version {SCHEMA_VERSION}. A case keeps each table in `tables/NAME.parquet`; "
        "`stemma show` prints it and `stemma export` writes it in other forms.\n"
    )
    for name, record in TABLES.items():
        parts.append(f"## {name}\n\n{record.__doc__}\n")
        rows = [
            (f"`{column}`", _TYPES[kind], doc) for column, (kind, doc) in columns(record).items()
        ]
        parts.append(_table(("column", "type", "meaning"), rows))
    return "\n".join(parts)


def commands() -> str:
    """Every command with its usage, its arguments, and the exit statuses."""
    top = parser()
    parts = [f"# Commands\n\n{_MADE}\n", f"{top.description}\n"]
    parts.append("Results go to standard output, progress and remarks to standard error.\n")
    for name, (command, purpose) in _commands(top).items():
        parts.append(f"## {name}\n\n{_sentence(purpose)}\n\n```\n{_usage(command)}\n```\n")
        rows = [(f"`{_spelling(a)}`", _meaning(a)) for a in _arguments(command)]
        parts.append(_table(("argument", "meaning"), rows))
    parts.append(f"## Exit status\n\n{_table(('status', 'meaning'), list(_statuses()))}")
    return "\n".join(parts)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([cell.replace("|", r"\|") for cell in r] for r in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _commands(top: argparse.ArgumentParser) -> dict[str, tuple[argparse.ArgumentParser, str]]:
    """Name -> parser and purpose. What argparse prints differs from one Python to the next, so its
    actions are read instead."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            purposes = {one.dest: one.help or "" for one in action._choices_actions}
            return {name: (made, purposes[name]) for name, made in action.choices.items()}
    return {}


def _arguments(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [a for a in command._actions if not isinstance(a, argparse._HelpAction)]


def _usage(command: argparse.ArgumentParser) -> str:
    shown = (
        _spelling(a) if a.required or not a.option_strings else f"[{_spelling(a)}]"
        for a in _arguments(command)
    )
    return " ".join([command.prog.split()[0], command.prog.split()[-1], *shown])


def _spelling(action: argparse.Action) -> str:
    value = "{" + "|".join(action.choices) + "}" if action.choices else str(action.metavar)
    if action.nargs == "+":
        value += "..."
    # A switch takes no value.
    return " ".join([*action.option_strings[-1:], *([] if action.nargs == 0 else [value])])


def _meaning(action: argparse.Action) -> str:
    said = action.help or _PLACEHOLDERS.get(str(action.metavar), "")
    default = f"(default: {action.default})" if action.default else ""
    return f"{said} {default}".strip()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _statuses() -> Iterator[tuple[str, str]]:
    yield "0", "done"
    for status in (1, 2):
        found = [
            e for e in _errors(StemmaError) if e.exit_status == status and e is not StemmaError
        ]
        yield str(status), " ".join(f"`{e.__name__}`: {e.__doc__}" for e in found)
    yield "3", "a sentence of the draft does not hold (`check --strict`)"
    yield "130", "stopped from the keyboard; the same command goes on from there"


def _errors(kind: type[StemmaError]) -> Iterator[type[StemmaError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _errors(below)


def with_constants(page: str) -> str:
    """A page, the values in rows such as "| `clean.LIMIT` | 3 |" as the source has them. Raises
    UsageError for a constant that is no more."""
    return _CONSTANT.sub(_constant, page)


def _constant(row: re.Match[str]) -> str:
    module = import_module(f"stemma.{row['module']}")
    if not hasattr(module, row["name"]):
        raise UsageError(
            f"There is no constant '{row['module']}.{row['name']}' any more.",
            remedy="Change the page that names it.",
        )
    return f"{row['module']}.{row['name']}` | {getattr(module, row['name']):g}"


def with_examples(page: str, root: Path) -> str:
    """A page, its examples run anew, in order, in one folder that holds `examples/` of the
    repository `root`. Raises UsageError for an example that fails."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("examples").symlink_to(root.resolve() / "examples")
        return _BLOCK.sub(lambda block: "".join(_steps(block.group())), page)


def _steps(block: str) -> Iterator[str]:
    for line in block.splitlines():
        step = _STEP.fullmatch(line)
        if step is not None:
            yield f"{line}\n{_output(step)}"


def _output(step: re.Match[str]) -> str:
    words = shlex.split(step["command"])
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), _columns():
        try:
            status = _run(words[0], words[1:])
        except SystemExit as wrong_use:
            status = 2 if wrong_use.code else 0
    if status != 0:
        raise UsageError(
            f"The example '{step['command']}' fails.", out.getvalue().strip() or "No such command."
        )
    lines = out.getvalue().splitlines()[: int(step["head"]) if step["head"] else None]
    cut = int(step["cut"]) if step["cut"] else None
    return "".join(f"{line[:cut]}".rstrip() + "\n" for line in lines)


def _run(command: str, arguments: Sequence[str]) -> int | None:
    """The status of `stemma …`, or of `grep -m 1 WORDS FILE`; None for any other command."""
    if command == "stemma":
        return command_line(arguments)
    if command != "grep" or arguments[:2] != ["-m", "1"]:
        return None
    words, file = arguments[2:]
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    found = next((line for line in lines if words in line), None)
    print(found)
    return int(found is None)


@contextlib.contextmanager
def _columns() -> Iterator[None]:
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(WIDTH)
    try:
        yield
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before


def stale(root: Path) -> Mapping[Path, str]:
    """The pages that are not as the code makes them: path -> text as it should be."""
    made = {root / "docs" / name: text for name, text in pages().items()}
    for name in SHOWN:
        if (root / name).exists():
            page = (root / name).read_text(encoding="utf-8")
            made[root / name] = with_constants(with_examples(page, root))
    return {
        path: text
        for path, text in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the pages; returns the exit status."""
    given = argparse.ArgumentParser(prog="python -m stemma.reference", description=pages.__doc__)
    given.add_argument("docs", type=Path, help="folder of the pages, in the repository")
    folder: Path = given.parse_args(arguments).docs
    try:
        for path, text in stale(folder.resolve().parent).items():
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(folder.resolve().parent))
    except StemmaError as error:
        print(f"reference: {error}", file=sys.stderr)
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
