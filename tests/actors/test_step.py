"""The step: from files to tables, what is left out, and how rows are opened."""

from pathlib import Path

import polars as pl
import pytest

from stemma.case import Case
from stemma.explain import explain
from stemma.flow import build
from stemma.lookup import look_up
from stemma.show import rows

FILES = {
    "one.txt": "Harbour treaty signed\n\nDanish Foreign Minister Lars Holmgren signed the harbour treaty in "
    "Oslo on Monday. He said Norway had been patient for many years, and that ships would sail.\n\n"
    "More news: Peter Moser wins the cup again\n\nComments\n",
    "two.txt": "Harbour treaty angers Norway\n\nHolmgren signed the harbour treaty in Oslo on Monday, and "
    "Norway was angry about the ships. The Danish foreign minister left on Tuesday.\n\nComments\n",
    "drei.txt": "Der Minister Lars Holmgren hat den Vertrag am Montag in Oslo unterzeichnet, und die Schiffe "
    "werden nun bald wieder fahren, wie er am Abend sagte. Das ist nicht mehr als recht.\n",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return built(tmp_path_factory.mktemp("pile"), FILES)


def built(folder: Path, files: dict[str, str]) -> Case:
    pile = folder / "pile"
    pile.mkdir()
    for name, text in files.items():
        (pile / name).write_text(text)
    return build([str(pile)], folder / "case", workers=1)


def names(case: Case, kind: str) -> set[str]:
    return set(case.table("actors").filter(pl.col("kind") == kind)["name"])


def test_actors_of_the_pile(case: Case) -> None:
    assert names(case, "person") == {"Lars Holmgren"}
    assert names(case, "country") >= {"Denmark", "Norway"}
    (holmgren,) = case.table("actors").filter(pl.col("kind") == "person").iter_rows(named=True)
    assert holmgren["carriers"] == 2
    assert (holmgren["country"], holmgren["sector"]) == ("DNK", "GOV")
    assert "Danish Foreign Minister" in holmgren["titles"]


def test_inserts_chrome_and_other_languages_are_left_out(case: Case) -> None:
    texts = set(case.table("actor_mentions")["text"])
    assert not {"Peter Moser", "Comments"} & texts
    german = case.table("articles").filter(pl.col("path") == "drei.txt")["id"][0]
    assert german not in set(case.table("actor_mentions")["article_id"])


def test_mentions_lie_where_they_say(case: Case) -> None:
    text = dict(case.table("articles").select("id", "text").iter_rows())
    sentences = {row["id"]: row for row in case.table("sentences").iter_rows(named=True)}
    for row in case.table("actor_mentions").iter_rows(named=True):
        assert text[row["article_id"]][row["start"] : row["end"]] == row["text"]
        around = sentences[row["sentence_id"]]
        assert around["start"] <= row["start"]
        assert row["end"] <= around["end"]


def test_any_member_opens_the_actor(case: Case) -> None:
    mentions = case.table("actor_mentions").drop_nulls("actor_id")
    for row in mentions.iter_rows(named=True):
        found = look_up(case, row["id"].replace("actormention-", "actor-"))
        assert (found.table, found.row["id"]) == ("actors", row["actor_id"])


def test_explain_shows_the_mentions_with_their_reasons(case: Case) -> None:
    (actor,) = case.table("actors").filter(pl.col("kind") == "person")["id"]
    said = explain(case, actor)
    assert "actor_mentions: " in said
    assert "surname of Lars Holmgren, the only one in the story" in said
    (mention, *_) = case.table("actor_mentions").drop_nulls("actor_id")["id"]
    assert "actor_id" in explain(case, mention)


def test_rows_of_one_story(case: Case) -> None:
    (story,) = case.table("stories")["id"]
    for table in ("actors", "actor_mentions"):
        assert len(rows(case, table, story)) == len(case.table(table))


def test_the_names_of_files_and_what_was_there_before_change_nothing(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    grown = tmp_path / "grown"
    whole.mkdir()
    grown.mkdir()
    once = built(whole, FILES)
    twice = built(grown, {"one.txt": FILES["one.txt"]})
    (grown / "pile" / "two.txt").write_text(FILES["two.txt"])
    (grown / "pile" / "drei.txt").write_text(FILES["drei.txt"])
    twice = build([str(grown / "pile")], grown / "case", workers=1)
    for table in ("actors", "actor_mentions"):
        assert once.table(table).equals(twice.table(table))
