"""The lead measures, as a pair, on random farm piles.

    python -m benchmarks.invariance [--trials 500] [--seed 1]

Copy-invariance: one article of a pile is copied whole or cut, up to a fifth of its words swapped, under
another date. For every statement of the pile, *at least* stays and *at most* does not rise.

Sensitivity: one separately written report of the event, credited to its agency, of which the pile has
nothing, is added. *At least* rises for what both have: the quotations that the report gives in its own words
and a page of the pile in others. Where the pile has only the bare words of a quotation, or a clause too
short to be told from another (`she said`), nothing shows that these were not taken from the very report,
so that the bound must stay; how often that is so is told.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.farm import Library, Options, load_library, make_pile
from benchmarks.farm.honest import make_original
from benchmarks.farm.mosaic import Farm
from benchmarks.farm.page import Page
from benchmarks.farm.passage import Passage
from benchmarks.farm.swaps import SwapList
from benchmarks.pages import table
from stemma.account import account_of
from stemma.account.clauses import Clause
from stemma.case import Case
from stemma.flow import build
from stemma.footing import pool

ARTICLES = 14
COPIES = 20  # trials on one pile
MOST_SWAPPED = 0.2
TRIALS, SEED = 500, 1


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=TRIALS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    given = parser.parse_args()
    print(json.dumps(measure(given.trials, given.seed, given.errors)))


def measure(trials: int, seed: int, errors: bool = False) -> dict[str, Any]:
    """Both measures, over so many trials of each (of sensitivity, half)."""
    rng = Random(seed)
    library = load_library()
    counts: Counter[str] = Counter()
    while counts["copies"] < trials:
        pages = small_pile(library, rng, rng.choice(library.events).id)
        before = _statements(pages)
        for _ in range(min(COPIES, trials - counts["copies"])):
            copy = altered(rng.choice(pages), library.swaps, rng)
            different = changed(before, _statements([*pages, copy]), errors)
            counts["copies"] += 1
            counts["statements"] += len(before)
            counts["changed"] += different
            counts["unchanged copies"] += not different
    for _ in range(trials // 2):
        counts.update(_raised(library, rng))
    return {
        "copies": counts["copies"],
        "copies_that_change_nothing": round(counts["unchanged copies"] / counts["copies"], 4),
        "statements_changed": counts["changed"],
        "of_statements": counts["statements"],
        "reports_added": trials // 2,
        "quotations_in_common": counts["in common"],
        "with_a_clause_of_their_own": counts["asked"],
        "sensitivity": round(counts["raised"] / max(counts["asked"], 1), 4),
    }


class Row(NamedTuple):
    """A statement: its witnesses, the numbers of the pages that have it, its bounds, and its clauses."""

    witnesses: frozenset[str]
    pages: frozenset[int]
    least: int
    most: int
    clauses: dict[int, Clause]
    text: str
    how: str


def small_pile(library: Library, rng: Random, event: str) -> list[Page]:
    """Pages about one happening."""
    options = Options(
        ARTICLES, rng.randrange(10**6), rng.choice((0.0, 0.1, 0.2)), {event: 1.0}, size_kb=2.5
    )
    return list(make_pile(library, options).pages)


def altered(page: Page, swaps: SwapList, rng: Random) -> Page:
    """A copy of a page: its passages swapped, some of them cut, under another date."""
    part = rng.choice((0.6, 1.0, 1.0))
    kept = [placed for placed in page.passages if rng.random() < part]
    share = rng.uniform(0, MOST_SWAPPED)
    day = page.date and page.date + timedelta(days=rng.randint(0, 5))
    made = Page("copy", page.event, page.site, day)
    for placed in kept or page.passages:
        passage = Passage(placed.passage.text, placed.passage.role)
        if passage.role in ("body", "headline"):
            swaps.apply(passage, share, rng)
        made.add(passage, "\n\n" if made.text else "")
    return made


def _built(pages: Sequence[Page], folder: str) -> Case:
    pile = Path(folder, "pile.jsonl")
    rows = [record(page, str(n)) for n, page in enumerate(pages)]
    pile.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    # What is read of sentences changes no statement, and costs most.
    return build([str(pile)], Path(folder, "case"), until="parts", workers=1)


def record(page: Page, name: str) -> dict[str, str | None]:
    """A page as a record of a pile."""
    day = page.date.isoformat() if page.date else None
    return {"text": page.text, "id": name, "published": day, "site": page.site}


def _statements(pages: Sequence[Page]) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        case = _built(pages, folder)
        number = _numbers(case)
        known = pool(case)
        found = account_of(known)
        return [
            Row(
                frozenset(w.id for w in known.inside[row.family_id]),
                frozenset(number[w.article_id] for w in known.inside[row.family_id]),
                row.reporters_min,
                row.reporters_max,
                {
                    number[w.article_id]: known.clauses[w.id]
                    for w in known.inside[row.family_id]
                    if w.id in known.clauses
                },
                row.text,
                row.how,
            )
            for row in found.statements
        ]


def _numbers(case: Case) -> dict[str, int]:
    """Article -> its number in the pile, which the record's name ends in."""
    rows = case.table("articles").select("id", "path").iter_rows()
    return {name: int(path.rpartition("#")[2]) - 1 for name, path in rows}


def changed(before: Sequence[Row], after: Sequence[Row], errors: bool) -> int:
    """Statements whose *at least* changed or whose *at most* rose."""
    found = 0
    for row in before:
        now = max(after, key=lambda other: len(other.witnesses & row.witnesses), default=None)
        if now is not None and now.witnesses & row.witnesses:
            wrong = now.least != row.least or now.most > row.most
            found += wrong
            if wrong and errors:
                print("CHANGED", row, now, sep="\n  ", file=sys.stderr)
    return found


def _raised(library: Library, rng: Random) -> Counter[str]:
    """What a separately written report adds to a pile that has nothing of it."""
    event = rng.choice(library.events).id
    wire = rng.choice([w for w in library.wires_of(event) if w.signoff or w.dateline])
    others = replace(library, wires=tuple(w for w in library.wires if w.id != wire.id))
    pages = small_pile(others, rng, event)
    before = {w: row for row in _statements(pages) for w in row.witnesses}
    added = make_original(Farm(library, 0.0, 4096, rng), wire)
    counts: Counter[str] = Counter()
    for row in _statements([*pages, added]):
        last = len(pages)
        known = [before[w].least for w in row.witnesses if w in before]
        if last not in row.pages or last not in row.clauses or len(row.pages) < 2:
            continue
        counts["in common"] += 1
        theirs = [clause for page, clause in row.clauses.items() if page != last]
        if row.clauses[last].is_told and any(clause.is_told for clause in theirs):
            counts["asked"] += 1
            counts["raised"] += row.least > max(known, default=1)
    return counts


def invariance_table() -> str:
    """Copy-invariance and sensitivity over random piles."""
    found = measure(TRIALS, SEED)
    head = ("measure", "trials", "of them right, %", "statements changed", "of")
    return table(head, [
        [
            "copy-invariance", found["copies"], f"{100 * found['copies_that_change_nothing']:.1f}",
            found["statements_changed"], found["of_statements"],
        ],
        [
            "sensitivity", found["with_a_clause_of_their_own"],
            f"{100 * found['sensitivity']:.1f}", "–", "–",
        ],
    ])  # fmt: skip


if __name__ == "__main__":
    main()
