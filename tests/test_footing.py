"""The footing of the rows of a case, and the command that shows it."""

from pathlib import Path

import pytest
from tests.test_cli import Output, done, refused

from stemma.account import footing_of
from stemma.case import Case
from stemma.errors import CaseError, UnknownRow, UsageError
from stemma.flow import build
from stemma.footing import footing, passages_of, pool
from stemma.model import key

SAID = "I heard the door"


def row(case: Case, table: str, words: str) -> dict[str, object]:
    """The one row of a table whose text holds these words."""
    (found,) = [r for r in case.table(table).iter_rows(named=True) if words in r["text"]]
    return found


# -- which passages rows name ---------------------------------------------------------------------


def test_a_sentence_names_itself(anselm: Case) -> None:
    for sentence in anselm.table("sentences").iter_rows(named=True):
        (passage,) = passages_of(anselm, [sentence["id"]])
        assert (passage.id, passage.start, passage.end) == (
            sentence["id"], sentence["start"], sentence["end"],
        )  # fmt: skip


def test_a_family_and_its_statement_name_what_its_witnesses_have(anselm: Case) -> None:
    witnesses = anselm.table("witnesses")
    for family in anselm.table("families")["id"]:
        found = passages_of(anselm, [family])
        inside = witnesses.filter(witnesses["family_id"] == family)
        assert {(p.article_id, p.start, p.end) for p in found} == set(
            inside.select("article_id", "start", "end").iter_rows()
        )
        assert passages_of(anselm, [f"statement-{key(family)}"]) == found


def test_an_article_names_its_prose_without_furniture(anselm: Case) -> None:
    kinds = dict(anselm.table("blocks").select("id", "kind").iter_rows())
    articles = anselm.table("articles")
    told = {"headline", "paragraph", "caption", "dateline"}
    for article in articles["id"]:
        found = passages_of(anselm, [article])
        assert found
        assert {p.article_id for p in found} == {article}
        assert {kinds[p.block_id] for p in found} <= told
    assert passages_of(anselm, ["1-lna.txt"]) == passages_of(
        anselm, [articles.filter(articles["path"] == "1-lna.txt")["id"][0]]
    )


@pytest.mark.parametrize(
    "table", ["blocks", "witnesses", "tags", "variants", "copies", "parts", "archetypes"]
)
def test_any_row_that_lies_in_a_text_names_the_sentences_that_it_touches(
    table: str, anselm: Case
) -> None:
    for one in anselm.table(table).iter_rows(named=True):
        found = passages_of(anselm, [one["id"]])
        assert all(p.article_id == one["article_id"] for p in found)
        assert all(p.start < one["end"] and one["start"] < p.end for p in found)


def test_rows_that_name_a_passage_twice_count_it_once(anselm: Case) -> None:
    (article,) = {r["article_id"] for r in anselm.table("tags").iter_rows(named=True)} & {
        r["id"] for r in anselm.table("articles").iter_rows(named=True) if r["path"] == "1-lna.txt"
    }
    once = passages_of(anselm, [article])
    assert passages_of(anselm, [article, once[0].id, article]) == once


# -- what is said of them -------------------------------------------------------------------------


def test_a_statements_footing_is_that_of_its_row(anselm: Case) -> None:
    known = pool(anselm)
    for statement in anselm.table("statements").iter_rows(named=True):
        found = footing_of(passages_of(anselm, [statement["id"]]), known)
        assert (found.carriers, found.texts, found.least, found.most) == (
            statement["carriers"], statement["texts"], statement["reporters_min"],
            statement["reporters_max"],
        )  # fmt: skip
        assert list(found.names) == list(statement["reporters"])


def test_the_footing_is_told_in_words(anselm: Case) -> None:
    said = footing(anselm, [str(row(anselm, "statements", SAID)["id"])]).splitlines()
    assert said[0] == (
        "3 passages asked for: 3 pages · 2 texts · reporters at least 2, at most 2 (none named)"
    )
    assert said[1] == "relies on: Ilse Marten"
    assert "  the words around a quotation were written separately by 2" in said
    assert all(line.startswith("  ") for line in said[2:])


# -- the command ----------------------------------------------------------------------------------


def test_the_command_prints_the_footing(anselm: Case, capsys: Output) -> None:
    ids = anselm.table("statements")["id"].to_list()[:2]
    said = done(capsys, "footing", str(anselm.path), *ids)
    assert said == footing(anselm, ids)
    assert "reporters at least 1, at most " in said


def test_a_story_has_no_number_of_reporters(anselm: Case, capsys: Output) -> None:
    story = anselm.table("stories")["id"][0]
    said = refused(capsys, 2, "footing", str(anselm.path), story)
    assert "A whole story has no number of reporters." in said


def test_an_unknown_id_is_refused(anselm: Case, capsys: Output) -> None:
    said = refused(capsys, 2, "footing", str(anselm.path), "sentence-a000000000000-0-1")
    assert "holds nothing called 'sentence-a000000000000-0-1'" in said
    assert "stemma show CASE TABLE" in said
    with pytest.raises(UnknownRow):
        footing(anselm, ["sentence-a000000000000-0-1"])


def test_an_id_that_lies_in_no_text_is_refused(anselm: Case, capsys: Output) -> None:
    swap = anselm.table("swaps")["id"][0]
    said = refused(capsys, 2, "footing", str(anselm.path), swap)
    assert said == (
        f"stemma: '{swap}' lies in no text. Name sentences, families, statements or articles.\n"
    )
    correction = anselm.table("corrections")["id"][0]
    assert "lies in no text" in refused(capsys, 2, "footing", str(anselm.path), correction)


def test_one_wrong_id_among_right_ones_is_refused(anselm: Case, capsys: Output) -> None:
    right = anselm.table("statements")["id"][0]
    assert "'dinner'" in refused(capsys, 2, "footing", str(anselm.path), right, "dinner")


def test_no_rows_name_no_passage(anselm: Case) -> None:
    assert passages_of(anselm, []) == []
    with pytest.raises(UsageError, match="These rows name no passage"):
        footing(anselm, [])


def test_a_folder_that_is_no_case_is_refused(tmp_path: Path, capsys: Output) -> None:
    said = refused(capsys, 1, "footing", str(tmp_path / "none"), "1-lna.txt")
    assert "stemma build" in said


def test_a_case_without_families_says_what_to_do(tmp_path: Path, pile: Path) -> None:
    case = build([str(pile)], tmp_path / "case", until="clean", workers=1)
    with pytest.raises(CaseError, match="Run the build again"):
        footing(case, ["1-lna.txt"])


def test_a_pile_that_shares_nothing_has_one_writer_for_each_passage(nothing_shared: Case) -> None:
    first = nothing_shared.table("sentences")["id"].to_list()[0]
    said = footing(nothing_shared, [first])
    assert "1 passage asked for: 1 page · 1 text · reporters at least 1, at most 1" in said
