"""The figures of the reader: which are shown, and that those made elsewhere are of the shipped file."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from benchmarks import reader

TREE = "The|DET|2|det dyke|NOUN|3|nsubj broke|VERB|0|root ~.|PUNCT|3|punct"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Our text in small: four lines that are trained on, whose trees are wrong, and one that is not."""
    folder = tmp_path / "own"
    folder.mkdir()
    wrong = TREE.replace("DET|2", "X|3")
    (folder / "headlines.txt").write_text("\n".join([wrong] * 4 + [TREE]) + "\n")
    (folder / "names.txt").write_text("Ann left.\n" * 4 + "[PER Ann Brook] left [LOC Norway].\n")
    return folder


def test_our_own_text_is_scored_on_the_lines_that_were_held_back(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reader, "_speed", lambda: iter(()))
    found = {one["measure"]: one for one in reader.measures(tmp_path / "none", own)}
    for key in ("UPOS", "UAS", "LAS"):
        assert found[f"our headlines, held back, {key}"]["value"] == 100.0
    assert found["names F1, our names, held back"]["value"] == 100.0
    assert not any("EWT" in name or "quotes" in name for name in found)
    assert "EWT test UPOS is left out" in capsys.readouterr().err


def test_a_cosine_is_shown_of_the_shipped_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reader, "WEIGHTS", tmp_path)
    monkeypatch.setattr(reader, "EXACTNESS", tmp_path / "exactness.jsonl")
    (tmp_path / "reader.onnx").write_bytes(b"weights")
    assert list(reader._exactness()) == []
    row = {"sha256": sha256(b"weights").hexdigest(), "vector": {"mean": 0.98, "least": 0.9}}
    rows = [row, {**row, "vector": {"mean": 0.995, "least": 0.9}}, {**row, "sha256": "other"}]
    (tmp_path / "exactness.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in rows[1:]))
    (shown,) = reader._exactness()
    assert (shown["value"], shown["target"], shown["met"]) == (0.995, 0.99, True)
    (tmp_path / "reader.onnx").write_bytes(b"other weights")
    assert list(reader._exactness()) == []
    assert "not held against those of 32 bits" in capsys.readouterr().err
