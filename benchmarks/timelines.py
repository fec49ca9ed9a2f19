"""The table of timelines: SemEval-2015 task 4, from raw text."""

from pathlib import Path

from benchmarks.pages import table
from stemma.measure import measure

SEMEVAL = "tune/semeval15_task4"
KNOWN = 7.85  # micro-F1 of the best run of 2015 from raw text, over three corpora


def timelines_table(gold: Path) -> str | None:
    """Relations of time for each corpus and all of them, or None without the gold."""
    if not (gold / SEMEVAL).is_dir():
        return None
    found = measure("timeline", gold / SEMEVAL)
    keys = ("timelines", "precision", "recall", "f1")
    head = ("corpus", "timelines", "precision", "recall", "micro-F1", "best run of 2015")
    rows = [[name, *(one[k] for k in keys), "–"] for name, one in found["corpora"].items()]
    return table(head, [*rows, ["all", *(found[k] for k in keys), KNOWN]])
