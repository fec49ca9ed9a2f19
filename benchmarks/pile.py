"""A farm pile, built into a case, with its truth: what the measures of lineage start from."""

import contextlib
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.farm.cli import main as farm
from stemma.case import Case
from stemma.flow import build


@dataclass(frozen=True)
class Pile:
    """`texts`: path -> text; `paths`: article -> path; `truth`: what the farm wrote down."""

    case: Case
    truth: dict[str, Any]
    texts: dict[str, str]
    paths: dict[str, str]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table."""
        return list(self.case.table(table).iter_rows(named=True))


@contextmanager
def made_pile(
    articles: int, seed: int, swap: float, more: Sequence[str] = (), until: str = "account"
) -> Iterator[Pile]:
    """A pile in a temporary folder. `more`: further options of the farm."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "pile")
        options = {"--articles": articles, "--seed": seed, "--swap": swap, "--out": out}
        with contextlib.redirect_stdout(io.StringIO()):  # the farm says what it wrote
            failed = farm([*(str(part) for item in options.items() for part in item), *more])
        if failed:
            raise SystemExit("the farm made no pile")
        truth = json.loads((out / "truth.json").read_text(encoding="utf-8"))
        case = build([str(out / "articles")], Path(folder, "case"), until=until, workers=1)
        table = case.table("articles")
        yield Pile(
            case,
            truth,
            dict(table.select("path", "text").iter_rows()),
            dict(table.select("id", "path").iter_rows()),
        )
