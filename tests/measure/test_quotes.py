"""The score of quotes, on two articles made here in the form of PolNeAR."""

from pathlib import Path

import pytest

from stemma.errors import UsageError
from stemma.measure import measure
from stemma.measure.quotes import kind_of, read_brat

TEXT = (
    "The harbour of Halden was closed on Sunday.\n\n"
    "“The dyke will hold,” said Ann Brook. She told reporters that the bridge was shut.\n"
)


def brat(text: str, *attributions: dict[str, str]) -> str:
    lines, events = [], []
    for number, parts in enumerate(attributions):
        named = []
        for role, words in parts.items():
            own = f"T{len(lines) + 1}"
            spans = [(text.index(w), text.index(w) + len(w)) for w in words.split("|")]
            shown = ";".join(f"{a} {b}" for a, b in spans)
            lines.append(f"{own}\t{role} {shown}\t{words}")
            named.append(f"{role}:{own}")
        events.append(f"E{number + 1}\t{' '.join(named)}")
    return "\n".join([*lines, *events]) + "\n"


def gold(folder: Path, text: str, annotation: str, name: str = "one") -> Path:
    for part in ("text", "attributions"):
        (folder / part).mkdir(exist_ok=True)
    (folder / "text" / f"{name}.txt").write_text(text, "utf-8")
    (folder / "attributions" / f"{name}_ab12.ann").write_text(annotation, "utf-8")
    return folder


HOLD = {"Source": "Ann Brook", "Cue": "said", "Content": "“The dyke will hold,”"}
SHUT = {"Source": "She", "Cue": "told", "Content": "that the bridge was shut"}


def test_what_is_found_whole_is_all_right(tmp_path: Path) -> None:
    found = measure("quotes", gold(tmp_path, TEXT, brat(TEXT, HOLD, SHUT)))
    assert found["articles"] == 1
    assert found["direct"] == {
        "contents": 1, "overlapped": 100, "half": 100, "speaker_given": 100, "speaker_right": 100,
    }  # fmt: skip
    assert found["indirect"]["contents"] == 1
    assert found["source_f1"] == found["cue_f1"] == found["content_f1"] == 100


def test_what_is_missed_and_what_is_too_much_is_counted(tmp_path: Path) -> None:
    wrong = {**HOLD, "Source": "The harbour of Halden"}
    closed = {"Cue": "closed", "Content": "on Sunday"}
    found = measure("quotes", gold(tmp_path, TEXT, brat(TEXT, wrong, closed)))
    assert found["direct"]["speaker_right"] == 0
    assert found["indirect"] == {
        "contents": 1, "overlapped": 0, "half": 0, "speaker_given": 0, "speaker_right": 0,
    }  # fmt: skip
    assert found["content_precision"] == 50


def test_parts_in_pieces_are_read(tmp_path: Path) -> None:
    text = "“It holds,” Ann Brook said. “It will.”"
    path = tmp_path / "a.ann"
    path.write_text(brat(text, {**HOLD, "Content": "“It holds,”|“It will.”"}), "utf-8")
    (one,) = read_brat(path)
    assert one.content == ((0, 11), (28, 38))
    assert kind_of(one.content, text) == "direct"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("“It holds.”", "direct"), ("that it “holds”", "mixed"), ("that it holds", "indirect")],
)
def test_the_kind_of_content(text: str, kind: str) -> None:
    assert kind_of(((0, len(text)),), text) == kind


def test_no_data_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no annotated texts"):
        measure("quotes", tmp_path)
