"""The command `stemma serve`."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from stemma.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from stemma.report.checked import Sheet
    from stemma.web.held import Held

TOKEN = "STEMMA_TOKEN"  # a variable of the environment


def add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the command line."""
    command = commands.add_parser("serve", help="show a case in the browser, live")
    command.add_argument("case", metavar="CASE", help="folder of the case")
    command.add_argument("--port", type=int, metavar="N", help="port (default: one that is free)")
    command.add_argument(
        "--host", metavar="H",
        help="address to listen on, if other machines are to reach it: needs a token (default: 127.0.0.1)",
    )  # fmt: skip
    command.add_argument(
        "--token", metavar="T",
        help=f"words that every request needs, once as ?token=T; {TOKEN} in the environment does the same",
    )  # fmt: skip
    command.add_argument(
        "--workers", type=int, metavar="N", help="processes of a build (default: one a core)"
    )
    command.set_defaults(run=_run)


def _run(given: argparse.Namespace) -> None:
    try:
        from stemma.web.server import serve
    except ImportError as error:
        raise UsageError(
            f"'{error.name}' is not installed, which serve needs.",
            remedy="Install it: pip install 'stemma[web]'",
        ) from error
    serve(
        given.case,
        host=given.host or "127.0.0.1",
        port=given.port or 0,
        token=given.token or os.environ.get(TOKEN) or None,
        workers=given.workers,
        check=checks(),
    )


def checks() -> Callable[[Held, str], Sheet]:
    """What checks a draft. What it knows of a case is made once for each build."""
    from stemma.checking import Checker, read_draft
    from stemma.report.checked import sheet

    def checked(held: Held, text: str) -> Sheet:
        checker = held.once("checker", lambda: Checker(held))
        return sheet(checker.check("the draft", read_draft(text)))

    return checked
