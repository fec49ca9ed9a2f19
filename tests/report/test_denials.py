"""Who denies what, as the report says it."""

from pathlib import Path

from stemma.case import Case
from stemma.explain import explain
from stemma.flow import build
from stemma.report import render_html, render_markdown

PAGES = {
    "a": "The harbour board sold the docks in March, Tom Reed said on Monday. It rained all day.",
    "b": "The mayor came late. Ann Holm denied that the board had sold the docks.",
    "c": "The harbour board sold the docks in March, Tom Reed said on Monday. It was cold there.",
}


def case(folder: Path) -> Case:
    pile = folder / "pile"
    pile.mkdir()
    for name, text in PAGES.items():
        (pile / f"{name}.txt").write_text(f"The docks of Halden\n\n{text}\n", encoding="utf-8")
    return build([str(pile)], folder / "case", workers=1)


def test_who_denies_what_is_said_on_both_sides(tmp_path: Path) -> None:
    made = case(tmp_path)
    markdown = render_markdown(made)
    assert "denied by Ann Holm on B:" in markdown
    assert "denies what Tom Reed says on A:" in markdown
    assert "denied by: Ann Holm" in markdown  # of the statement
    html = render_html(made)
    assert "denied by <b><bdi>Ann Holm</bdi></b>" in html
    assert "denies what <b><bdi>Tom Reed</bdi></b> says" in html


def test_a_saying_explains_whom_it_denies(tmp_path: Path) -> None:
    made = case(tmp_path)
    rows = {row["speaker"]: row for row in made.table("sayings").iter_rows(named=True)}
    denial, claim = rows["Ann Holm"], rows["Tom Reed"]
    assert denial["denies"][0] == claim["id"]
    assert claim["denied_by"] == [denial["id"]]
    assert "«denied»" in denial["how"]
    assert f"it denies: {len(denial['denies'])}" in explain(made, denial["id"])
    assert "it is denied by: 1" in explain(made, claim["id"])
    (statement,) = (
        made.table("statements")
        .filter(made.table("statements")["text"].str.contains("sold the docks"))
        .iter_rows(named=True)
    )
    assert statement["denied_by"] == [denial["id"]]
