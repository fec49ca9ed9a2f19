"""Tables of what `stemma measure` says of public gold, each None without it."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.floors import ECB, floors
from benchmarks.pages import table
from stemma.measure import measure
from stemma.measure.actors import measure_actors

MEANTIME = "tune/meantime"
POLNEAR = "tune/polnear_dev"
GUM = "train/gum_open"
# Genres of GUM, as shown, with the target; the errors of the later ones were read by nobody.
ACTORS = (("news", "news", "80"), ("interview", "interviews", "–"), ("bio", "biographies", "–"))
_PARTS = ("source", "cue", "content")


def stories_table(gold: Path) -> str | None:
    """Story clustering on ECB+, or None without it."""
    if not (gold / ECB).is_dir():
        return None
    found = measure("stories", gold / ECB)
    head = ("articles", "stories", "found", "B³ precision", "B³ recall", "B³ F1", "floor of F1")
    keys = ("articles", "stories", "found", "b3_precision", "b3_recall", "b3_f1")
    return table(head, [[*(found[key] for key in keys), floors()["stories"]["floor"]]])


def times_table(gold: Path) -> str | None:
    """Times on MEANTIME, or None without it."""
    if not (gold / MEANTIME).is_dir():
        return None
    found = measure("times", gold / MEANTIME)
    head = ("articles", "times", "found", "strict", "relaxed", "type", "value",
            "value, with the line")  # fmt: skip
    keys = (
        "articles", "times", "found", "strict_f1", "relaxed_f1", "type_f1", "value_f1",
        "value_f1_with_date_line",
    )  # fmt: skip
    return table(head, [[found[key] for key in keys]])


def attributions_table(gold: Path) -> str | None:
    """Attributions on PolNeAR's development part, or None without it."""
    if not (gold / POLNEAR).is_dir():
        return None
    found = measure("quotes", gold / POLNEAR)
    keys = ("contents", "overlapped", "half", "speaker_given", "speaker_right")
    head = ("kind", "contents", "overlapped", "the same half", "given a speaker", "the right one")
    rows = [[kind, *(found[kind][key] for key in keys)] for kind in ("direct", "mixed", "indirect")]
    parts = [[part, found[f"{part}_precision"], found[f"{part}_f1"]] for part in _PARTS]
    return f"{table(head, rows)}\n{table(('exact span', 'precision', 'F1'), parts)}"


def actors_table(gold: Path) -> str | None:
    """Coreference of actors on GUM's news, or None without it."""
    if not (gold / GUM).is_dir():
        return None
    head = (
        "documents", "mentions", "number", "B³ precision", "B³ recall", "B³ F1", "target",
        "F1 of equal head words", "resolved", "of them right, %",
    )  # fmt: skip
    return table(head, [row for genre in ACTORS for row in _actors_rows(gold, *genre)])


def _actors_rows(gold: Path, genre: str, shown: str, target: str) -> Iterator[list[object]]:
    found = measure_actors(gold / GUM, genre)
    every, pronouns = found["mentions"], found["pronouns"]
    for what, number, key, wanted in (
        ("without pronouns", every - pronouns, "b3", target),
        ("with pronouns", every, "b3_with_pronouns", "–"),
    ):
        scores = [found[f"{key}_{part}"] for part in ("precision", "recall", "f1")]
        resolved = (
            [found["pronouns_resolved"], found["pronouns_right"]] if key != "b3" else ["–", "–"]
        )
        yield [shown, what, number, *scores, wanted, found[f"same_head_{key}_f1"], *resolved]
