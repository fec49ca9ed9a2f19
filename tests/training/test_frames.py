"""Frames become marked sentences, the same each time, and what is wrong in them is told with its place."""

from pathlib import Path

import pytest
from training.events import MODES, NONE
from training.frames import filled, frames


def test_every_type_has_many() -> None:
    rows = frames(fills=1)
    kinds = {kind: sum(row.type == kind for row in rows) for kind in {*MODES, NONE}}
    assert min(kinds.values()) >= 12
    assert all(row.sentence.words("P") for row in rows)


def test_the_same_each_time() -> None:
    assert frames(fills=2) == frames(fills=2)


def test_a_frame_is_filled() -> None:
    text = filled("@s [P {met|saw}] #s in %n waters.", 0)
    assert text.startswith("[A ")
    assert all(mark in text for mark in ("[P ", "[R "))
    assert not set("@#%{}|") & set(text)
    assert text != filled("@s [P {met|saw}] #s in %n waters.", 1)


def test_what_is_wrong_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "frames.txt"
    path.write_text("# remark\nASSAULT\t@m [P hit #s.\n", "utf-8")
    with pytest.raises(ValueError, match=r"frames\.txt:2: "):
        frames(path)
    path.write_text("JUGGLE\t@m [P hit] #s.\n", "utf-8")
    with pytest.raises(ValueError, match="no type"):
        frames(path)
