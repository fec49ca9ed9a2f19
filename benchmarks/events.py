"""Events: types on PLV, status on MEANTIME and on our own sentences, which were labelled before the rules.

    python -m benchmarks.events [--wrong]

Of `training/own/status.tsv` the rows behind the first 117 whose number, counted from 0, leaves 1 or 3 when
divided by 5 are held back: what is wrong in them was not looked at, but their scores were printed while rules
were made, and about half of their labels had been read once before there were rules. The rows from 510 on
are a second lot, labelled before the rules of the second round by whoever then made these; those from 591 on
are a third, made in the same way for the third round (some labels were mended after its rules), of which none
is held back. `--wrong` lists what is wrong in the parts that are not held back.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.events import AUTHOR, statuses
from training.events import Status as Labelled

from benchmarks.pages import table
from stemma.events import status
from stemma.measure import measure
from stemma.reader import load

PLV = "tune/plover/PLV_train.tsv"
MEANTIME = "tune/meantime"
ECB = "tune/ecbplus"
SLOTS = ("polarity", "certainty", "time", "sources")
_FIRST = 117  # rows that were read while the rules were planned
_LOTS = (510, 591)  # where the second and the third lot begin
PARTS = ("tuning", "held back", "second lot, tuning", "second lot, held back", "third lot, tuning")


def held_back(number: int) -> bool:
    """Whether a row is not looked at, by its number."""
    return _FIRST <= number < _LOTS[1] and number % 5 in (1, 3)


def part_of(number: int) -> str:
    """The part that a row belongs to, by its number."""
    return PARTS[held_back(number) + 2 * sum(number >= first for first in _LOTS)]


def measures() -> list[dict[str, Any]]:
    """Scores of status on our own sentences in per cent, a row for each part."""
    counts = {part: Counter[str]() for part in PARTS}
    for number, _, right in compared():
        counts[part_of(number)].update(["rows", *(slot for slot in SLOTS if right[slot])])
    return [
        {
            "part": part,
            "rows": one["rows"],
            **{slot: round(100 * one[slot] / one["rows"], 1) for slot in SLOTS},
        }
        for part, one in counts.items()
    ]


def compared() -> Iterator[tuple[int, Labelled, dict[str, bool]]]:
    """Each row with its number, and which slots are right."""
    rows = statuses()
    read = load().read([row.sentence.text for row in rows]).iter_rows(named=True)
    for number, (row, reading) in enumerate(zip(rows, read, strict=True)):
        part = row.sentence.parts[0]
        found = status(row.sentence.text, reading, part.start, part.end)
        right = {slot: getattr(found, slot) == getattr(row, slot) for slot in SLOTS[:3]}
        yield number, row, {**right, "sources": _chain(row) == found.sources}


def _chain(row: Labelled) -> tuple[str, ...]:
    return tuple("!" * one.denies + one.words for one in row.source if one.words != AUTHOR)


# -- tables ---------------------------------------------------------------------------------------


def types_table(gold: Path) -> str | None:
    """PLOVER's root types on PLV, or None without it."""
    if not (gold / PLV).is_file():
        return None
    found = measure("events", gold / PLV)
    head = ("sentences", "right", "macro-F1", *found["f1"])
    row = (found["sentences"], found["right"], found["macro_f1"], *found["f1"].values())
    return table(head, [row])


def status_table(gold: Path) -> str | None:
    """Status on MEANTIME and on our own sentences, or None without the first."""
    if not (gold / MEANTIME).is_dir():
        return None
    found = measure("status", gold / MEANTIME)
    rows: list[Sequence[object]] = [
        ("MEANTIME", found["events"], *(found[slot] for slot in SLOTS[:3]), "–"),
        ("its commonest value", "", *(found[f"{slot}_commonest"] for slot in SLOTS[:3]), "–"),
        ("its values, macro-F1", "", *(found[f"{slot}_macro_f1"] for slot in SLOTS[:3]), "–"),
    ]
    rows += [
        (f"own, {one['part']}", one["rows"], *(one[slot] for slot in SLOTS)) for one in measures()
    ]
    return table(("what", "events", *SLOTS), rows)


def coreference_table(gold: Path) -> str | None:
    """Coreference of events on the two parts of ECB+, or None without it."""
    if not (gold / ECB).is_dir():
        return None
    found = measure("coreference", gold / ECB)
    keys = (
        "articles", "stories", "mentions", "chains", "found", "muc", "b3", "ceaf_e", "conll",
        "equal_words_conll",
    )  # fmt: skip
    head = (
        "part", "articles", "stories found", "mentions", "events", "found", "MUC", "B³", "CEAFe",
        "their mean", "mean of equal words",
    )  # fmt: skip
    return table(head, [[part, *(found[part][key] for key in keys)] for part in ("dev", "train")])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores of our own sentences, or what is wrong in those that are not held back."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--wrong", action="store_true")
    if not parser.parse_args(arguments).wrong:
        for one in measures():
            print(one)
        return 0
    for number, row, right in compared():
        if not held_back(number) and not all(right.values()):
            wrong = ", ".join(slot for slot in SLOTS if not right[slot])
            print(f"{wrong}: {row.sentence.text} [{row.sentence.words('P')[0]}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
