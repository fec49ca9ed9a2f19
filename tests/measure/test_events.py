"""The scores of types and of status, on files made here in the form of PLV and of MEANTIME."""

from pathlib import Path

import pytest

from stemma.errors import UsageError
from stemma.measure import measure
from stemma.measure.events import f1_of_each, read_pairs
from stemma.measure.status import read_statuses

HEAD = "\tsentence\tmarked_sentence\tgold_root\n"
ROWS = (
    ("<s>The navy</s> shelled the port of <t>Norvane</t>.", "ASSAULT"),
    ("<t>Norvane</t> freed the crew, as <s>Kestria</s> had asked.", "YIELD"),
)


def plv(folder: Path) -> Path:
    path = folder / "plv.tsv"
    lines = [f"{n}\t{_plain(marked)}\t{marked}\t{root}\n" for n, (marked, root) in enumerate(ROWS)]
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    return path


def _plain(marked: str) -> str:
    for mark in ("<s>", "</s>", "<t>", "</t>"):
        marked = marked.replace(mark, "")
    return marked


def test_pairs_stand_where_the_marks_were(tmp_path: Path) -> None:
    first, second = read_pairs(plv(tmp_path))
    assert first.sentence[slice(*first.source)] == "The navy"
    assert first.sentence[slice(*first.target)] == "Norvane"
    assert second.sentence[slice(*second.source)] == "Kestria"
    assert second.sentence[slice(*second.target)] == "Norvane"


def test_types(tmp_path: Path) -> None:
    found = measure("events", plv(tmp_path))
    assert (found["sentences"], found["roots"]) == (2, 2)
    assert set(found["f1"]) == {"ASSAULT", "YIELD"}
    assert 0 <= found["macro_f1"] <= 100


def test_f1_by_hand() -> None:
    found = f1_of_each(["A", "A", "B"], ["A", "B", "B"])
    assert found == {"A": pytest.approx(2 / 3), "B": pytest.approx(2 / 3)}


def test_what_is_no_plv(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no PLV"):
        measure("events", tmp_path / "nowhere.tsv")
    (tmp_path / "x.tsv").write_text("a\tb\n1\t2\n")
    with pytest.raises(UsageError, match="lacks columns"):
        measure("events", tmp_path / "x.tsv")


def meantime(folder: Path) -> Path:
    words = "The dyke did not break . It may break tomorrow .".split()
    tokens = "".join(
        f'<token t_id="{n}" sentence="{n // 6}" number="{n}">{word}</token>'
        for n, word in enumerate(words)
    )
    events = (
        '<EVENT_MENTION m_id="90" polarity="NEG" certainty="CERTAIN" time="NON_FUTURE">'
        '<token_anchor t_id="4"/></EVENT_MENTION>'
        '<EVENT_MENTION m_id="91" polarity="POS" certainty="POSSIBLE" time="UNDERSPECIFIED">'
        '<token_anchor t_id="8"/></EVENT_MENTION>'
    )
    path = folder / "one.xml"
    path.write_text(f"<Document>{tokens}<Markables>{events}</Markables></Document>")
    return path


def test_status(tmp_path: Path) -> None:
    gold = list(read_statuses(meantime(tmp_path)))
    assert [one.sentence[one.start : one.end] for one in gold] == ["break", "break"]
    assert gold[1].time is None
    found = measure("status", tmp_path)
    assert found["events"] == 2
    assert (found["polarity"], found["certainty"], found["time"]) == (100, 100, 100)


def test_no_meantime(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no MEANTIME"):
        measure("status", tmp_path / "nowhere")
