"""Figures that differ, against the farm's truth.

Two figures of one thing differ *really* if the truth has them as of one day, or if the farm damaged one of
them; as of two days the later one is an update, and figures of two things are not comparable. Counted are
conflicts of figures whose sides are figures of the truth.
"""

from collections import Counter, defaultdict
from typing import Any

from benchmarks.pile import Pile
from benchmarks.spoken import passages

Row = dict[str, Any]

_DECIDED = {"conflicting": True, "updated": False, "other scope": False, "compatible": False}


def figures_told_apart(pile: Pile, errors: int) -> Row:
    known = known_figures(pile)
    counts: Counter[str] = Counter()
    for row in pile.rows("conflicts"):
        if row["slot"] != "figure":
            continue
        sides = [
            {known[name] for name in row[ids] if name in known}
            for ids in ("row_ids", "other_row_ids")
        ]
        if not all(sides):
            continue
        real = _is_real(*sides)
        said = _DECIDED.get(row["verdict"])
        counts["pairs"] += 1
        counts["open"] += said is None
        counts["right"] += said is real
        counts["wrong"] += said is not None and said is not real
        if errors and said is not None and said is not real:
            print(
                row["verdict"],
                "|",
                row["about"],
                row["value"],
                row["other_value"],
                "|",
                sides,
                row["how"],
            )
    decided = counts["right"] + counts["wrong"]
    return {
        "figures that differ": counts["pairs"],
        "decided": percent(decided, counts["pairs"]),
        "rightly": percent(counts["right"], decided),
    }


Known = tuple[str, str, bool]  # what it is of, as of when, whether the farm damaged it


def _is_real(one: set[Known], other: set[Known]) -> bool:
    """Whether two sides disagree about one thing, at one time or since the farm damaged one of them."""
    pairs = [(a, b) for a in one for b in other if a[0] == b[0]]
    return any(a[1] == b[1] or a[2] or b[2] for a, b in pairs)


def known_figures(pile: Pile) -> dict[str, Known]:
    """Figure -> what the truth says of it, where it is one of a wire's sentence."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in pile.rows("figures"):
        held[pile.paths[row["article_id"]]].append(row)
    labels = {
        (wire["id"], number): sentence.get("figures", ())
        for wire in pile.truth["wires"]
        for number, sentence in enumerate(wire["sentences"])
    }
    ops = _damages(pile)
    found: dict[str, Known] = {}
    for passage in passages(pile.truth):
        happening = passage.wire.split("-")[0]
        for row in held[passage.path]:
            at = passage.source_at(row["start"])
            if at is None:
                continue
            damaged = ops.get((passage.path, passage.number), set())
            changed = any(text in row["text"] for text in damaged)
            fitting = [
                label
                for label in labels[passage.wire, passage.sentence]
                if changed
                or (row["low"] in (label["low"], None) and row["high"] in (label["high"], None))
            ]
            if len(fitting) == 1:
                label = fitting[0]
                found[row["id"]] = (f"{happening} {label['what']}", label["as_of"], changed)
    return found


def _damages(pile: Pile) -> dict[tuple[str, int], set[str]]:
    """Passage -> the numbers that the farm put there, but for those of another wire's later count."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for article in pile.truth["articles"]:
        path = article["path"].removeprefix("articles/")
        for number, row in enumerate(article["passages"]):
            for op in row["ops"]:
                if op["op"] == "figure" and op.get("note") != "updated":
                    found[path, number].add(op["to"])
    return found


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
