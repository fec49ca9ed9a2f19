"""The score of attributions, on a folder made here in the form of PolNeAR."""

from pathlib import Path

import pytest

from stemma.errors import UsageError
from stemma.measure import measure
from stemma.measure.quotes import Attribution, kind_of, read_brat

TEXT = (
    'Ferry stays in port\n\n"The ferry will not sail before Monday," Anna Holm said.\n\n'
    "The mayor said the harbour had been closed since noon. Nobody was hurt in the storm.\n"
)


def place(words: str, start: int = 0) -> tuple[int, int]:
    at = TEXT.index(words, start)
    return at, at + len(words)


DIRECT = (
    place("Anna Holm"), place("said"), place('"The ferry will not sail before Monday,"')
)  # fmt: skip
INDIRECT = (
    place("The mayor"), (place("said the")[0], place("said the")[0] + 4),
    place("the harbour had been closed since noon"),
)  # fmt: skip


def made(folder: Path, *gold: tuple[tuple[int, int], ...], name: str = "a") -> Path:
    """`gold`: places of source, cue and content."""
    (folder / "text").mkdir(exist_ok=True)
    (folder / "attributions").mkdir(exist_ok=True)
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = []
    for n, spans in enumerate(gold):
        for m, (role, (start, end)) in enumerate(
            zip(("Source", "Cue", "Content"), spans, strict=True)
        ):
            lines.append(f"T{3 * n + m + 1}\t{role} {start} {end}\t{TEXT[start:end]}")
        number = 3 * n + 1
        lines.append(
            f"E{n + 1}\tAttribution:T{number + 1} Source:T{number} Cue:T{number + 1} "
            f"Content:T{number + 2}"
        )
    path = folder / "attributions" / f"{name}.ann"
    path.write_text("\n".join([*lines, "#1\tAnnotatorNotes T1\tno event"]), encoding="utf-8")
    return path


def test_a_brat_file_is_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.ann"
    path.write_text(
        "T1\tSource 10 14\tHolm\nT2\tCue 15 19\tsaid\nT3\tContent 0 8;20 30\twords\n"
        "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\nE2\tAttribution:T2 Cue:T2\n",
        encoding="utf-8",
    )
    assert read_brat(path) == [
        Attribution(((10, 14),), ((15, 19),), ((0, 8), (20, 30))),
        Attribution((), ((15, 19),), ()),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('"The ferry will not sail before Monday,"', "direct"),
        ("The ferry will not sail", "direct"),
        ('before Monday," Anna', "mixed"),
        ("the harbour had been closed", "indirect"),
    ],
)
def test_a_content_has_a_kind_by_its_marks(words: str, kind: str) -> None:
    assert kind_of((place(words),), TEXT) == kind


def test_what_is_found_as_annotated_is_right(tmp_path: Path) -> None:
    made(tmp_path, DIRECT, INDIRECT)
    found = measure("quotes", tmp_path)
    whole = {
        "contents": 1, "overlapped": 100.0, "half": 100.0, "speaker_given": 100.0, "speaker_right": 100.0,
    }  # fmt: skip
    assert (found["task"], found["articles"]) == ("quotes", 1)
    assert (found["direct"], found["indirect"]) == (whole, whole)
    assert found["mixed"]["contents"] == 0
    assert found["cue_f1"] == found["source_f1"] == 100.0


def test_another_speaker_is_wrong_and_what_nobody_says_is_missed(tmp_path: Path) -> None:
    nobody = place("Nobody"), place("was hurt"), place("in the storm")
    made(tmp_path, (place("The mayor"), *DIRECT[1:]), nobody)
    found = measure("quotes", tmp_path)
    assert found["direct"]["speaker_right"] == 0.0
    assert (found["indirect"]["contents"], found["indirect"]["overlapped"]) == (1, 0.0)
    assert found["source_f1"] < 100.0


def test_the_first_of_several_annotators_counts(tmp_path: Path) -> None:
    made(tmp_path, DIRECT, name="a_anna")
    made(tmp_path, INDIRECT, name="a_zoe")
    found = measure("quotes", tmp_path)
    assert (found["direct"]["contents"], found["indirect"]["contents"]) == (1, 0)


def test_a_folder_without_annotated_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no annotated texts"):
        measure("quotes", tmp_path)
