"""The list by which a person judges the first screen."""

from pathlib import Path

import pytest
from benchmarks.firsts import HEAD, SLOTS, Found, firsts_table, load, read_pile, save

PAGE = (
    "Council closes the old bridge\n\nThe council closed the old bridge on 3 May 2021. A bus hit the rail, "
    "the mayor said.\n"
)


def judged(path: Path, *verdicts: str) -> Path:
    rows = [HEAD, *((n, "000", 0, 9, f"hash{n}", v) for n, v in enumerate(verdicts, 1))]
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    return path


def test_verdicts_are_counted_by_slot(tmp_path: Path) -> None:
    table = firsts_table(judged(tmp_path / "firsts.tsv", "r" * 7, "rmrwrrr"))
    assert table is not None
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()]
    assert lines[3] == ["who", "2", "1", "1", "0"]
    assert lines[5] == ["type", "2", "1", "0", "1"]
    assert lines[-1][:3] == ["all of them", "2", "1"]
    assert len(lines) == 2 + len(SLOTS) + 1


def test_what_is_left_to_judge_gives_no_table(tmp_path: Path) -> None:
    assert firsts_table(judged(tmp_path / "firsts.tsv", "r" * 7, "?")) is None


def test_a_verdict_of_other_letters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no verdict"):
        load(judged(tmp_path / "firsts.tsv", "rrx"))


def test_what_was_judged_keeps_its_verdict(tmp_path: Path) -> None:
    path = judged(tmp_path / "firsts.tsv", "r" * 7)
    found = [Found(1, "000", 5, 9, "hash1", ""), Found(2, "000", 10, 12, "new", "")]
    save(found, load(path), path)
    assert load(path) == {"hash1": "r" * 7}
    assert path.read_text(encoding="utf-8").splitlines()[2].endswith("new\t?")


def test_the_first_screen_of_a_pile(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    found = read_pile(tmp_path)
    assert found[0].rank == 1
    assert "bridge" in found[0].shown
    assert found == read_pile(tmp_path)
