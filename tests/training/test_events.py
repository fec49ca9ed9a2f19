"""Our own events and their status are well-formed, and whatever is malformed is refused with its place."""

from collections import Counter
from pathlib import Path

import pytest
from training.events import MODES, NONE, Voice, cameo, codes, event, events, status, statuses

ROW = "REJECT\tyield\tdiplomatic\t129\t[A Russia]'s [P veto] of [R the text]"


def test_events_of_ours_cover_every_type_and_every_boundary_in_pairs() -> None:
    rows, table = events(), codes()
    kinds = Counter(row.type for row in rows)
    assert set(kinds) == set(MODES) | {NONE}
    assert min(kinds[name] for name in MODES) >= 90
    assert kinds[NONE] >= 150
    assert {row.cameo for row in rows if row.cameo} <= set(table)
    pairs = Counter(row.pair for row in rows if row.pair is not None)
    assert set(pairs.values()) == {2}


def test_statuses_of_ours_can_be_read() -> None:
    rows = statuses()
    assert len(rows) >= 450
    assert all(len(row.sentence.words("P")) == 1 for row in rows)
    assert {voice.denies for row in rows for voice in row.source} == {True, False}


def test_a_row_is_read_with_its_marks() -> None:
    row = event(ROW)
    assert (row.type, row.mode, row.contexts, row.cameo) == (
        "REJECT",
        "yield",
        ("diplomatic",),
        "129",
    )
    assert row.sentence.text == "Russia's veto of the text"
    assert [row.sentence.words(part) for part in "APR"] == [("Russia",), ("veto",), ("the text",)]
    held = status(
        "negative\tcertain\tpast\tthe paper > !Oslo\tOslo denied, the paper said, it [P shot]."
    )
    assert held.source == (Voice("the paper", False), Voice("Oslo", True))


@pytest.mark.parametrize(
    "line",
    [
        ROW.replace("REJECT", "REFUSE"),
        ROW.replace("yield", "demo"),
        ROW.replace("diplomatic", "humanitarian"),
        ROW.replace("129", "019"),
        ROW.replace("[P veto]", "veto"),
        ROW.replace("text]", "text"),
        ROW.replace("[R the", "[R  the"),
        ROW.replace("[R", "[Q"),
        ROW.replace("\t129", ""),
        ROW.replace("REJECT", NONE),
    ],
)
def test_a_malformed_event_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        event(line)


@pytest.mark.parametrize(
    "line",
    [
        "no\tcertain\tpast\tauthor\tIt [P rained].",
        "positive\tsure\tpast\tauthor\tIt [P rained].",
        "positive\tcertain\tthen\tauthor\tIt [P rained].",
        "positive\tcertain\tpast\tMoscow\tIt [P rained].",
        "positive\tcertain\tpast\tauthor\tIt [P rained] and [P snowed].",
    ],
)
def test_a_malformed_status_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        status(line)


def test_a_fault_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "events.txt"
    path.write_text(f"# head\n#= REJECT ACCUSE\n{ROW}\n{ROW.replace('veto', 'no')}\n", "utf-8")
    with pytest.raises(ValueError, match=r"events\.txt:4: no pair"):
        events(path)
    with pytest.raises(ValueError, match="7 columns"):
        cameo("129\tREJECT\tyield\tdiplomatic\tyield\tdiplomatic\t")
