"""What a build has to say on the terminal, and why a table has no rows."""

from collections.abc import Iterator

import polars as pl

from stemma.case import Case
from stemma.remarks import count, direction

_MOST = 3  # statements named
_WIDTH = 150
_STANDING = {
    "attributed": "with their speaker",
    "restored": "whose speaker another page names",
    "orphan": "without a speaker",
    "disputed": "with a speaker in dispute",
}


def summary(case: Case) -> str:
    """The case in a few lines: the run's remarks, its stories, and what most pages carry."""
    run = case.run() or {"remarks": []}
    lines = list(run["remarks"])
    if "stories" in case.tables():
        lines.extend(_stories(case))
    if "quotes" in case.tables():
        lines.append(quotations(case))
    if "statements" in case.tables():
        lines.extend(_most_carried(case))
    lines.append(f"Case: {case.path}   Next: stemma report {case.path}")
    return "\n".join(lines) + "\n"


def footing(row: dict[str, object]) -> str:
    """A statement's footing in words; never one number."""
    least, most = row["reporters_min"], row["reporters_max"]
    names = row["reporters"] or []
    assert isinstance(names, list)
    known = ", ".join(map(str, names)) or "none named"
    return (
        f"{count(int(str(row['carriers'])), 'page')} · {count(int(str(row['texts'])), 'text')} · "
        f"reporters at least {least}, at most {most} ({known})"
    )


def quotations(case: Case) -> str:
    """How many quotations there are, and of how many the speaker is known, in a sentence."""
    quotes = case.table("quotes")
    quoted = quotes.filter(pl.col("kind") != "indirect")
    claims = count(len(quotes) - len(quoted), "reported claim")
    if quoted.is_empty():
        return f"No quotation, {claims}."
    held = dict(quoted.group_by("status").len().iter_rows())
    said = ", ".join(
        f"{held[status]:,} {how}" for status, how in _STANDING.items() if status in held
    )
    return f"{count(len(quoted), 'quotation')}: {said}; {claims} besides."


def why_empty(case: Case, table: str, story: str | None = None) -> str:
    """Why a table has nothing to show."""
    if story is not None and len(case.table(table)):
        return f"The story '{story}' has no rows in '{table}'."
    if table == "failures":
        return "Nothing failed: every file and record was used."
    said = (case.run() or {"remarks": []})["remarks"]
    return f"The table '{table}' is empty. {' '.join(said)}"


def _stories(case: Case) -> Iterator[str]:
    stories = case.table("stories").sort(["carriers", "id"], descending=[True, False])
    for row in stories.head(_MOST).iter_rows(named=True):
        yield f"  {count(row['carriers'], 'page')}, {count(row['texts'], 'text')}: {_cut(row['title'])}"
    if len(stories) > _MOST:
        yield f"  and {len(stories) - _MOST} more: stemma show {case.path} stories"


def _most_carried(case: Case) -> Iterator[str]:
    shared = case.table("statements").filter(pl.col("carriers") > 1)
    ranked = shared.sort(["carriers", "id"], descending=[True, False])
    if len(ranked):
        yield "Most carried:"
    for row in ranked.head(_MOST).iter_rows(named=True):
        yield f"  «{_cut(row['text'])}»"
        yield f"     {footing(row)}{_direction(case, row['family_id'])}"


def _direction(case: Case, family: str) -> str:
    """Of how many copies of a family it is decided what they were copied from, if it has any."""
    copies = case.table("copies").filter(pl.col("family_id") == family)
    decided = int((copies["direction"] == "forward").sum())
    return f" · {direction(decided, len(copies))}" if len(copies) else ""


def _cut(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _WIDTH else folded[: _WIDTH - 1] + "…"
