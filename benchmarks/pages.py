"""The pages of `docs/` that numbers are put into: tables, and where they stand."""

import re
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def with_table(page: str, name: str, made: str) -> str:
    """A page with a table put between the marks of that name. Raises ValueError without them."""
    begin, end = (
        f"<!-- {name}: made by python -m benchmarks.tables --write -->",
        f"<!-- end {name} -->",
    )
    marks = re.compile(rf"(?<={re.escape(begin)}\n).*?(?={re.escape(end)})", re.S)
    if marks.search(page) is None:
        raise ValueError(f"The page has no marks for '{name}': {begin} … {end}")
    return marks.sub(lambda _: f"\n{made}\n", page, count=1)
