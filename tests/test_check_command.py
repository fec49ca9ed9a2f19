"""The command `stemma check`: forms, places, exit status."""

import io
import json
from pathlib import Path

import pytest
from tests.test_cli import Output, done, refused

from stemma.case import Case
from stemma.cli import main

DRAFT = (
    "The quarry of Orvik\n\nSeven workers were killed on Tuesday when a quarry wall in Orvik fell.\n\n"
    "Inspectors from Lund filmed the cracks with nine drones.\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_text_for_a_terminal_has_no_colour_in_a_pipe(
    quarry: Case, draft: str, capsys: Output
) -> None:
    said = done(capsys, "check", draft, "--case", str(quarry.path))
    assert "3 sentences held against 2 articles: 1 to look at." in said
    assert "you write «nine», the pile has «four»" in said
    assert "\x1b" not in said


def test_rows_are_json_with_all_that_is_promised(quarry: Case, draft: str, capsys: Output) -> None:
    said = done(capsys, "check", draft, "--case", str(quarry.path), "--format", "jsonl")
    rows = [json.loads(line) for line in said.splitlines()]
    assert [DRAFT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    promised = {"id", "article_id", "start", "end", "text", "verdict", "how", "statement_ids", "family_ids",
                "reporters_min", "reporters_max", "bases"}  # fmt: skip
    assert all(promised <= row.keys() for row in rows)
    assert rows[-1]["verdict"] == "figure differs"
    assert rows[-1]["article_id"] in set(quarry.table("articles")["id"])


def test_a_page_or_markdown_can_be_written_to_a_file(
    quarry: Case, draft: str, tmp_path: Path, capsys: Output
) -> None:
    for form, mark in (("html", "<!DOCTYPE html>"), ("md", "# Check")):
        out = tmp_path / f"check.{form}"
        said = done(
            capsys, "check", draft, "--case", str(quarry.path), "--format", form, "--out", str(out)
        )
        assert said == f"Check: {out}\n"
        assert out.read_text("utf-8").startswith(mark)


def test_the_draft_may_come_by_standard_input(
    quarry: Case, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    assert "figure differs" in done(capsys, "check", "-", "--case", str(quarry.path))


def test_strict_tells_a_script(quarry: Case, draft: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["check", draft, "--case", str(quarry.path)]) == 0
    assert main(["check", draft, "--case", str(quarry.path), "--strict"]) == 3
    good = tmp_path / "good.txt"
    good.write_text("Seven workers were killed on Tuesday when a quarry wall in Orvik fell.\n")
    assert main(["check", str(good), "--case", str(quarry.path), "--strict"]) == 0
    capsys.readouterr()


def test_wrong_use(quarry: Case, draft: str, tmp_path: Path, capsys: Output) -> None:
    assert "is a folder" in refused(capsys, 2, "check", str(tmp_path), "--case", str(quarry.path))
    assert "no file or folder" in refused(
        capsys, 2, "check", "gone.txt", "--case", str(quarry.path)
    )
    place = str(tmp_path / "no" / "where.html")
    assert "can't be written" in refused(
        capsys, 2, "check", draft, "--case", str(quarry.path), "--out", place
    )
