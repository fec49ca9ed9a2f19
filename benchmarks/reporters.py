"""Reporters behind statements, against the farm's truth.

    python -m benchmarks.reporters [--articles 120] [--swap 0 0.2 0.4] [--library DIR]

The true number of a statement is that of the agencies whose reports its witnesses were taken from. It is
held against what the statement says: at least, at most.
"""

import json
from collections import Counter, defaultdict
from typing import Any

from benchmarks.pile import Pile, piles


def main() -> None:
    """Prints one JSON object for each share of words swapped."""
    for swap, errors, pile in piles(__doc__):
        print(json.dumps({"swap": swap, **reporters(pile, errors)}), flush=True)


def reporters(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """How many statements hold the true number between their bounds, and how many name one number."""
    true = _true(pile)
    counts: Counter[str] = Counter()
    for row in pile.rows("statements"):
        number = len(true.get(row["family_id"], ()))
        if not number or row["carriers"] < 2:
            continue
        least, most = row["reporters_min"], row["reporters_max"]
        counts["all"] += 1
        counts["within"] += least <= number <= most
        counts["exact"] += least == most
        if not least <= number <= most and errors > 0:
            errors -= 1
            print("WRONG", least, most, sorted(true[row["family_id"]]), row["text"], row["how"])
    total = max(counts["all"], 1)
    return {
        "statements": counts["all"],
        "within": round(counts["within"] / total, 4),
        "one_value": round(counts["exact"] / total, 4),
    }


def _true(pile: Pile) -> dict[str, set[str]]:
    """Family -> the agencies whose reports its witnesses come from."""
    agency = {wire["id"]: wire["agency"] for wire in pile.truth["wires"]}
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article in pile.truth["articles"]:
        path = article["path"].removeprefix("articles/")
        for row in article["passages"]:
            if row["wire"] and row["sentence"] is not None:
                places[path].append((row["start"], row["end"], agency[row["wire"]]))
    found: dict[str, set[str]] = defaultdict(set)
    for witness in pile.rows("witnesses"):
        for start, end, name in places[pile.paths[witness["article_id"]]]:
            shared = min(witness["end"], end) - max(witness["start"], start)
            if shared >= 0.5 * (witness["end"] - witness["start"]):
                found[witness["family_id"]].add(name)
    return found


if __name__ == "__main__":
    main()
