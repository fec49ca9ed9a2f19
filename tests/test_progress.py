"""Progress: told by the flow, shown on standard error, silent otherwise."""

import io
from pathlib import Path

import pytest

from stemma.flow import STAGES, build
from stemma.progress import Silent, Terminal


class Told:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.done: dict[str, int] = {}

    def stage(self, name: str, total: int) -> None:
        self.stages.append((name, total))
        self.done[name] = 0

    def advance(self, pieces: int = 1) -> None:
        self.done[self.stages[-1][0]] += pieces


def test_the_flow_tells_each_stage_once_and_in_order(tmp_path: Path, pile: Path) -> None:
    told = Told()
    build([str(pile)], tmp_path / "case", workers=1, progress=told)
    assert tuple(name for name, _ in told.stages) == STAGES
    assert dict(told.stages)["read"] == 5
    assert dict(told.stages)["clean"] == 6
    for stage, total in told.stages:
        assert told.done[stage] <= total
    assert (told.done["read"], told.done["clean"]) == (5, 6)


def test_what_is_kept_is_not_told(tmp_path: Path, pile: Path) -> None:
    build([str(pile)], tmp_path / "case", workers=1)
    told = Told()
    build([str(pile)], tmp_path / "case", workers=1, progress=told)
    assert told.stages == [("read", 0)]


def test_a_terminal_shows_stage_and_rate_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Terminal() as shown:
        shown.stage("lineage", 4)
        for _ in range(4):
            shown.advance()
        shown._bars.refresh()
    assert "lineage" in screen.getvalue()
    assert "4/4" in screen.getvalue()
    assert capsys.readouterr().out == ""


def test_silent_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    silent = Silent()
    silent.stage("lineage", 4)
    silent.advance()
    assert capsys.readouterr() == ("", "")
