"""Who denies what, on pairs of sentences that we wrote: precision and recall of the denials found.

    python -m benchmarks.denials [--errors N] [--part dev|held]

Each pair is an article of two paragraphs. A denial is right if the second paragraph's saying denies what the
first says; any other, also one between two articles, is wrong.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from stemma.case import Case
from stemma.flow import build

OWN = Path(__file__).parent / "own" / "denials.tsv"


class Pair(NamedTuple):
    """Two sentences, and whether the second denies the first."""

    part: str
    denies: bool
    first: str
    second: str


def main() -> None:
    """Prints one JSON object for each part."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--part", choices=("dev", "held"))
    given = parser.parse_args()
    for part in [given.part] if given.part else ["dev", "held"]:
        print(json.dumps({"part": part, **measure(part, given.errors)}))


def pairs(part: str) -> list[Pair]:
    """The pairs of one part of the file."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Pair(name, yes == "yes", one, two) for name, yes, one, two in rows if name == part]


def measure(part: str, errors: int = 0) -> dict[str, Any]:
    """Denials asked for, found, and how many of them are right."""
    held = pairs(part)
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "pile")
        pile.mkdir()
        for n, pair in enumerate(held):
            text = f"Item {n}\n\n{pair.first}\n\n{pair.second}\n"
            Path(pile, f"{n:03}.txt").write_text(text, encoding="utf-8")
        found = list(_denials(build([str(pile)], Path(folder, "case"), workers=1)))
    asked = {n for n, pair in enumerate(held) if pair.denies}
    right = {n for n, is_pair in found if is_pair} & asked
    wrong = [n for n, is_pair in found if not is_pair or n not in asked]
    for n in [*sorted(asked - right), *wrong][:errors]:
        print("MISSED" if n in asked else "WRONG", n, held[n].first, "/", held[n].second)
    return {
        "pairs": len(held),
        "asked": len(asked),
        "found": len(right) + len(wrong),
        "precision": round(len(right) / max(len(right) + len(wrong), 1), 4),
        "recall": round(len(right) / max(len(asked), 1), 4),
    }


def _denials(case: Case) -> Iterator[tuple[int, bool]]:
    """Number of the page with a denial, and whether it denies what stands before it there."""
    paths = dict(case.table("articles").select("id", "path").iter_rows())
    rows = {
        row["id"]: row
        for name in ("sayings", "statements")
        for row in case.table(name).iter_rows(named=True)
    }
    for row in rows.values():
        for other in (rows[name] for name in row.get("denies", ())):
            same = other["article_id"] == row["article_id"] and other["start"] < row["start"]
            yield int(paths[row["article_id"]].partition(".")[0]), same


def denials_table() -> str:
    """Who denies what, on both parts of our own pairs."""
    rows = []
    for part, name in (("dev", "read while the rules were made"), ("held", "held back")):
        found = measure(part)
        shares = [f"{100 * found[key]:.0f}" for key in ("precision", "recall")]
        rows.append([name, found["pairs"], found["asked"], found["found"], *shares])
    return table(("part", "pairs", "denials", "found", "right", "of the denials"), rows)


if __name__ == "__main__":
    main()
