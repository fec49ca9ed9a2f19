"""Copy-invariance of the account: an article that comes again, spun, changes no event, figure or conflict.

    python -m benchmarks.again [--piles 5] [--copies 4] [--seed 1] [--errors 20]

To the case of a small pile of one happening is added a copy of one of its articles: whole or cut, up to a
fifth of its words swapped, under another date (`benchmarks/invariance.py` asks the same of statements). What
may change are counts of carriers and texts, and the page that is shown. Else an event must stay as it is: one
row with the mentions that it had (not *parted*, not *joined* with another), the same in every other column
(*changed*), *at least* as it was and *at most* not higher; and no event may come that only the copy has. The
figures of the other pages stay; the copy has none that no page has. No conflict goes, comes or gets another
verdict. Told are shares of the events, figures and conflicts of the piles, and of copies that change nothing.
"""

import argparse
import json
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.farm import load_library
from benchmarks.farm.page import Page
from benchmarks.invariance import altered, record, small_pile
from benchmarks.pages import table
from stemma.case import Case
from stemma.flow import build

PILES, COPIES, SEED = 5, 4, 1
# Columns that count copies or point at one of them; bounds are compared by themselves.
_EVENT = (
    "type", "mode", "contexts", "cameo", "predicate", "actors", "recipients", "place", "country", "date",
    "first", "last", "status", "said_by", "denied_by", "reporters_min", "bases",
)  # fmt: skip
_FIGURE = ("kind", "low", "high", "qualifier", "unit", "per", "what", "predicate", "text")
_NUMBER = ("kind", "low", "high", "qualifier")  # what swaps leave alone
_CONFLICT = ("slot", "verdict", "about")

Row = Mapping[str, Any]


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--piles", type=int, default=PILES)
    parser.add_argument("--copies", type=int, default=COPIES, help="for each pile")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--errors", type=int, default=0, help="print so many of what changed")
    given = parser.parse_args()
    found = measure(given.piles, given.copies, given.seed, given.errors)
    print(json.dumps(found, ensure_ascii=False))


def measure(
    piles: int = PILES, copies: int = COPIES, seed: int = SEED, errors: int = 0
) -> dict[str, Any]:
    """Counts over all copies, and shares in per cent."""
    rng, library = Random(seed), load_library()
    counts: Counter[str] = Counter()
    for _ in range(piles):
        pages = small_pile(library, rng, rng.choice(library.events).id)
        with tempfile.TemporaryDirectory() as folder:
            base = _built(Path(folder, "base"), pages)
            for number in range(copies):
                case = Path(folder, f"again-{number}")
                shutil.copytree(base.path, case)
                copy = altered(rng.choice(pages), library.swaps, rng)
                found = compared(base, _built(case, [copy]), errors - counts["printed"])
                counts.update(found)
                counts["copies"] += 1
                counts["unchanged"] += not any(found[key] for key in _WRONG)
    return {
        "copies": counts["copies"],
        "copies that change nothing, %": _share(counts["unchanged"], counts["copies"]),
        "events": counts["events"],
        "events that stay, %": _share(counts["events"] - counts["events lost"], counts["events"]),
        **{key: counts[key] for key in ("parted", "joined", "changed", "footing", "events added")},
        "columns": {k[7:]: v for k, v in counts.most_common() if k.startswith("column ")},
        "figures": counts["figures"],
        "figures that stay, %": _share(
            counts["figures"] - counts["figures changed"], counts["figures"]
        ),
        "figures added": counts["figures added"],
        "conflicts": counts["conflicts"],
        "conflicts that stay, %": _share(
            counts["conflicts"] - counts["conflicts gone"], counts["conflicts"]
        ),
        "conflicts added": counts["conflicts added"],
    }


def again_table() -> str:
    """What copies change, in one row for each table."""
    found = measure()
    head = ("of the piles", "rows", "unchanged by a copy, %", "target", "rows added")
    rows = [
        [name, found[name], found[f"{name} that stay, %"], 100, found[f"{name} added"]]
        for name in ("events", "figures", "conflicts")
    ]
    whole = [
        "copies that change nothing",
        found["copies"],
        found["copies that change nothing, %"],
        100,
        "–",
    ]
    return table(head, [*rows, whole])


_WRONG = (
    "events lost",
    "events added",
    "figures changed",
    "figures added",
    "conflicts gone",
    "conflicts added",
)


def _built(folder: Path, pages: Sequence[Page]) -> Case:
    """The case in a folder, with these pages added to what it has."""
    pile = folder.parent / f"{folder.name}.jsonl"
    rows = [record(page, f"{folder.name}-{number}") for number, page in enumerate(pages)]
    pile.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return build([str(pile)], folder, until="account", workers=1)


def compared(before: Case, after: Case, errors: int = 0) -> Counter[str]:
    """What an article that came again has changed, counted."""
    counts = _events(before, after, errors)
    counts.update(_figures(before, after))
    counts.update(_conflicts(before, after, errors - counts["printed"]))
    return counts


def _rows(case: Case, table: str) -> list[dict[str, Any]]:
    return list(case.table(table).iter_rows(named=True))


def _events(before: Case, after: Case, errors: int) -> Counter[str]:
    held = {row["id"]: row["event_id"] for row in _rows(after, "mentions")}
    was: dict[str, set[str]] = defaultdict(set)
    for row in _rows(before, "mentions"):
        if row["event_id"]:
            was[row["event_id"]].add(row["id"])
    rows = {row["id"]: row for row in _rows(after, "events")}
    now = {name: {held.get(m) for m in ids} for name, ids in was.items()}
    taken = Counter(name for names in now.values() for name in names)
    counts: Counter[str] = Counter(events=len(was))
    for event in _rows(before, "events"):
        names = now[event["id"]]
        found = rows.get(next(iter(names)) or "") if len(names) == 1 else None
        wrong = _differences(event, found, taken)
        counts.update(wrong)
        counts["events lost"] += bool(wrong)
        if wrong and counts["printed"] < errors:
            counts["printed"] += 1
            _print(event, found, wrong)
    counts["events added"] = len(rows.keys() - taken.keys())
    return counts


def _differences(event: Row, found: Row | None, taken: Counter[str | None]) -> list[str]:
    """What has become of an event; nothing if it stays."""
    if found is None:
        return ["parted"]
    if taken[found["id"]] > 1:
        return ["joined"]
    columns = [f"column {name}" for name in _EVENT if _sorted(event[name]) != _sorted(found[name])]
    raised = ["footing"] if found["reporters_max"] > event["reporters_max"] else []
    return [*(["changed"] if columns else []), *columns, *raised]


def _sorted(value: object) -> object:
    """Lists stand with the commonest first, which counts copies."""
    return sorted(value) if isinstance(value, list) else value


def _print(event: Row, found: Row | None, wrong: Sequence[str]) -> None:
    print(", ".join(wrong), "|", event["predicate"], "|", event["text"][:140])
    for name in (one.removeprefix("column ") for one in wrong if one.startswith("column ")):
        print(f"    {name}: {event[name]} -> {found[name] if found else None}")


def _figures(before: Case, after: Case) -> Counter[str]:
    was, now = _rows(before, "figures"), {row["id"]: row for row in _rows(after, "figures")}
    changed = sum(
        row["id"] not in now or _of(row, _FIGURE) != _of(now[row["id"]], _FIGURE) for row in was
    )
    known, ids = {_of(row, _NUMBER) for row in was}, {row["id"] for row in was}
    added = sum(name not in ids and _of(row, _NUMBER) not in known for name, row in now.items())
    return Counter({"figures": len(was), "figures changed": changed, "figures added": added})


def _conflicts(before: Case, after: Case, errors: int) -> Counter[str]:
    was, now = (Counter(map(_sides, _rows(case, "conflicts"))) for case in (before, after))
    for kind, rows in (("gone", was - now), ("added", now - was)):
        for row in list(rows)[: max(errors, 0)]:
            print("conflict", kind, "|", *row)
    return Counter(
        {
            "conflicts": was.total(),
            "conflicts gone": (was - now).total(),
            "conflicts added": (now - was).total(),
        }
    )


def _sides(row: Row) -> tuple[object, ...]:
    """What a conflict is of and its sides, of which either may stand first."""
    return *_of(row, _CONFLICT), *sorted((row["value"], row["other_value"]))


def _of(row: Row, columns: Sequence[str]) -> tuple[object, ...]:
    return tuple(str(row[name]) for name in columns)


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


if __name__ == "__main__":
    main()
