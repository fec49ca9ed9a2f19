"""The command `stemma check`: a thin shell around `stemma.checking`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from stemma.errors import UsageError

if TYPE_CHECKING:
    from stemma.model import Check
    from stemma.read import Source

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
NOT_ALL = 3  # exit status of --strict
_WIDEST = 110


def add_check(commands: _Commands) -> None:
    """Adds the command to the command line."""
    command = commands.add_parser(
        "check", help="hold each sentence of a draft against a case; the case stays as it is"
    )
    command.add_argument("draft", metavar="DRAFT", help="file of the text; - is standard input")
    command.add_argument("--case", required=True, metavar="CASE", help="folder of the case")
    command.add_argument("--format", choices=("text", "html", "md", "jsonl"), default="text")
    command.add_argument(
        "--out", metavar="FILE", help="where to write it (default: standard output)"
    )
    command.add_argument(
        "--primary", metavar="FOLDER", help="transcripts and documents that count as basis"
    )
    command.add_argument(
        "--date", metavar="D", help="when the draft was written, for its weekdays, as 2017-04-12"
    )
    command.add_argument(
        "--strict", action="store_true", help=f"exit with {NOT_ALL} if a sentence does not hold"
    )
    command.set_defaults(run=_check)


def _check(given: argparse.Namespace) -> int:
    from stemma.case import Case
    from stemma.checking import check_draft, holds

    made = check_draft(
        Case(given.case), _source(given.draft), primary=given.primary, date=given.date
    )
    text = _shown(made, given.format)
    if given.out:
        try:
            Path(given.out).write_text(text, encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"'{given.out}' can't be written.", f"{error.strerror}.", "Choose another place."
            ) from error
        print(f"Check: {given.out}")
    else:
        print(text, end="")
    return NOT_ALL if given.strict and not all(map(holds, made.sentences)) else 0


def _source(draft: str) -> Source:
    from stemma.read import Source, sources, stdin_source

    if draft == "-":
        return stdin_source(sys.stdin.buffer.read())
    if Path(draft).is_dir():
        raise UsageError(f"'{draft}' is a folder.", remedy="Name one file.")
    (source,) = (one for one in sources([draft]) if isinstance(one, Source))
    return source


def _shown(made: Check, form: str) -> str:
    from stemma.report import check_markdown, check_rows, check_text, render_check

    if form == "html":
        return render_check(made)
    if form == "md":
        return check_markdown(made)
    if form == "jsonl":
        return "".join(f"{row}\n" for row in check_rows(made))
    width = min(max(shutil.get_terminal_size((_WIDEST, 24)).columns, 60), _WIDEST)
    return check_text(made, width, sys.stdout.isatty() and "NO_COLOR" not in os.environ)
