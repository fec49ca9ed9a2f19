"""The step that finds figures, over a pile of invented pages."""

from pathlib import Path

import polars as pl
import pytest

from stemma.case import Case
from stemma.explain import explain
from stemma.flow import build
from stemma.frames import records_of
from stemma.model import Figure
from stemma.show import rows

PAGES = {
    "one": "The dyke broke on Monday. “More than 40 houses were flooded,” Ann Brook, the mayor, said.",
    "three": "Miners are found after six days",  # a unit is the last word
    "two": "The dyke broke on Monday. Nearly 12 people were hurt at the harbour of Halden.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("figures")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(f"The news of {name}\n\n{text}", encoding="utf-8")
    return build([str(folder)], tmp_path_factory.mktemp("case") / "case", workers=1)


def figures(case: Case) -> list[Figure]:
    return records_of(Figure, case.table("figures"))


def test_a_figure_stands_where_the_article_has_it(case: Case) -> None:
    texts = dict(case.table("articles").select("id", "text").iter_rows())
    assert {one.text for one in figures(case)} >= {"More than 40", "Nearly 12", "six"}
    for one in figures(case):
        assert texts[one.article_id][one.start : one.end] == one.text
    (houses,) = (one for one in figures(case) if one.low == 40)
    assert (houses.high, houses.qualifier, houses.what) == (None, "more than", "house")
    assert texts[houses.article_id][houses.what_start : houses.what_end] == "houses"


def test_a_figure_in_a_quote_is_its_speaker_s(case: Case) -> None:
    said = dict(case.table("quotes").select("id", "speaker").iter_rows())
    by = {one.text: said.get(one.quote_id or "") for one in figures(case)}
    assert by["More than 40"] == "Ann Brook, the mayor"
    assert by["Nearly 12"] is None


def test_it_is_explained_and_shown_by_story(case: Case) -> None:
    (one,) = (one for one in figures(case) if one.low == 40)
    told = explain(case, one.id)
    assert one.how in told
    assert f"quote_id: {one.quote_id} «“More than 40 houses were flooded,”»" in told
    stories = case.table("stories")["id"].to_list()
    kept = sum(len(rows(case, "figures", story)) for story in stories)
    assert kept == len(case.table("figures").drop_nulls("story_id"))


def test_only_new_sentences_are_read_for_figures(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "one.txt").write_text(PAGES["one"], encoding="utf-8")
    build([str(pile)], tmp_path / "case", workers=1)
    (pile / "two.txt").write_text(PAGES["two"], encoding="utf-8")
    added = build([str(pile)], tmp_path / "case", workers=1)
    run = added.run()
    assert run is not None
    (stage,) = (one for one in run["stages"] if one["stage"] == "figures")
    assert stage["processed"] == {"articles": 1, "sentences": 1}
    whole = build([str(pile)], tmp_path / "whole", workers=1)
    assert added.table("figures").equals(whole.table("figures"))
    assert isinstance(added.table("figures"), pl.DataFrame)
