"""Scores stay above their floors, floors are never lowered, and pages show what was measured."""

import json
import re
from pathlib import Path

import pytest
from benchmarks import adding, speed, tables
from benchmarks.floors import (
    ECB,
    BelowFloor,
    corpus_hash,
    floors,
    judge,
    raised,
    save_floors,
    stories_score,
)  # fmt: skip
from benchmarks.golds import stories_table
from benchmarks.pages import with_table

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
MARKED = (
    "# A page\n<!-- x: made by python -m benchmarks.tables --write -->\nold\n<!-- end x -->\nend\n"
)

needs_gold = pytest.mark.skipif(not (GOLD / ECB).is_dir(), reason=f"no gold at {GOLD / ECB}")


def made_gold(folder: Path) -> Path:
    """A corpus of two stories of two articles each, in ECB+'s form."""
    stories = {"1_1ecb": "ferry sank harbour", "1_2ecb": "ferry sank harbour night",
               "2_1ecb": "council vote veto", "2_2ecb": "council vote veto herring"}  # fmt: skip
    rows = [f"{a}\t0\t{n}\t{w}" for a, text in stories.items() for n, w in enumerate(text.split())]
    (folder / ECB).mkdir(parents=True)
    (folder / ECB / "Made_corpus.txt").write_text("\n".join(rows), encoding="utf-8")
    return folder


@needs_gold
def test_stories_stay_above_their_floor() -> None:
    found = stories_score(GOLD)
    assert found is not None
    judge("stories", floors()["stories"], found)


@needs_gold
def test_the_page_shows_what_is_measured() -> None:
    table = stories_table(GOLD)
    assert table is not None
    assert table in (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8"), (
        "measure anew with: python -m benchmarks.tables --write"
    )


def test_a_score_is_measured_with_its_corpus(tmp_path: Path) -> None:
    gold = made_gold(tmp_path)
    assert stories_score(gold) == (100.0, corpus_hash(gold / ECB))
    assert stories_score(tmp_path / "none") is None


def test_a_score_below_its_floor_or_of_another_corpus_is_refused() -> None:
    floor = {"floor": 88.0, "corpus_sha256": "one"}
    judge("stories", floor, (88.0, "one"))
    with pytest.raises(BelowFloor, match="below its floor"):
        judge("stories", floor, (87.99, "one"))
    with pytest.raises(BelowFloor, match="another corpus"):
        judge("stories", floor, (99.0, "other"))


def test_a_floor_is_raised_and_never_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    save_floors(raised({}, "stories", 88.0, (89.0, "one")), path)
    save_floors(raised(floors(path), "stories", 88.5, (89.0, "one")), path)
    assert floors(path)["stories"]["floor"] == 88.5
    for lower in (raised(floors(path), "stories", 88.0, (89.0, "other")), {}):
        with pytest.raises(BelowFloor, match="not lowered"):
            save_floors(lower, path)
    with pytest.raises(BelowFloor, match="below 90"):
        raised(floors(path), "stories", 90.0, (89.0, "one"))


def test_check_fails_on_another_corpus_and_says_what_it_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tables.main(["--check", "--gold", str(tmp_path / "none")]) == 0
    assert "not checked" in capsys.readouterr().err
    assert tables.main(["--check", "--gold", str(made_gold(tmp_path))]) == 1
    assert "another corpus" in capsys.readouterr().err


def test_the_floors_are_those_of_the_issue() -> None:
    kept = floors()
    assert kept["stories"]["floor"] >= 88.0
    assert all(re.fullmatch(r"[0-9a-f]{64}", one["corpus_sha256"]) for one in kept.values())


def test_a_table_is_put_between_its_marks_only() -> None:
    once = with_table(MARKED, "x", "| new |\n")
    assert once.startswith("# A page\n")
    assert once.endswith("-->\nend\n")
    assert "old" not in once
    assert with_table(once, "x", "| new |\n") == once
    with pytest.raises(ValueError, match="no marks"):
        with_table(MARKED, "y", "")


def test_every_page_has_its_marks_and_numbers() -> None:
    accuracy, fast = ((ROOT / "docs" / n).read_text("utf-8") for n in ("accuracy.md", "speed.md"))
    made = [
        (accuracy, name) for name in ("stories", "lineage", "reader", "times", "anchors", "clauses")
    ]
    for page, name in [*made, (fast, "speed"), (fast, "adding")]:
        assert with_table(page, name, "") != page


def test_speed_measures_a_command_and_its_target() -> None:
    costs = [speed.cost("--help") for _ in range(2)]
    found = speed.row("stemma --help", costs, speed.Target(60.0, 1e6))
    assert json.loads(json.dumps(found))["met"]
    assert found["seconds"] >= 0
    assert found["memory_mb"] > 1
    assert not speed.row("slow", [speed.Cost(2.0, 1.0)], speed.Target(1.0))["met"]
    assert not speed.row("large", [speed.Cost(1.0, 2.0)], speed.Target(None, 1.0))["met"]


def test_adding_is_measured_and_shown() -> None:
    found = adding.measure(20, 2)
    assert found["same_tables"]
    assert found["added"]["processed"] == {
        **dict.fromkeys(found["full"]["processed"], 0), "read": 2, "clean": 2, "words": 2,
        "reader": 2, "figures": 2, "mentions": 2,
    }  # fmt: skip
    assert 100 < found["full"]["sum"] <= 120
    assert found["full"]["alignments"]["made"] > 0
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    assert "its tables are those of all" in page
    section = page.partition("## Adding")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| (\w+) \|", section, re.M)) == {
        "stage", "all", *found["full"]["processed"],
    }  # fmt: skip
