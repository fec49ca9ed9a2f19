"""Ids: any member of a group opens it, and a group that is no more says where it went."""

from pathlib import Path

import pytest

from stemma.case import Case
from stemma.errors import UnknownRow
from stemma.flow import build
from stemma.lookup import look_up
from stemma.model import TABLES, key


@pytest.mark.parametrize("name", [name for name in TABLES if name != "failures"])
def test_every_id_opens_its_row(name: str, anselm: Case) -> None:
    for row in anselm.table(name).iter_rows(named=True):
        assert look_up(anselm, row["id"]) == (name, row, "")


@pytest.mark.parametrize(("kind", "table"), [("family", "families"), ("statement", "statements")])
def test_an_id_formed_from_any_witness_opens_the_group(kind: str, table: str, anselm: Case) -> None:
    for witness in anselm.table("witnesses").iter_rows(named=True):
        found = look_up(anselm, f"{kind}-{key(witness['id'])}")
        assert found.table == table
        group = found.row["id"] if kind == "family" else found.row["family_id"]
        assert group == witness["family_id"]
        assert (found.remark == "") == (key(witness["id"]) == key(found.row["id"]))


def test_an_id_formed_from_any_article_opens_the_story(anselm: Case) -> None:
    for article in anselm.table("articles").iter_rows(named=True):
        found = look_up(anselm, f"story-{article['id']}")
        assert (found.table, found.row["id"]) == ("stories", article["story_id"])


def test_an_article_is_found_by_id_path_and_part_of_a_path(anselm: Case) -> None:
    by_path = look_up(anselm, "1-lna.txt")
    assert by_path == look_up(anselm, by_path.row["id"]) == look_up(anselm, "lna")
    assert look_up(anselm, "5-records.jsonl#1").row["title"].startswith("Sinking")


def test_a_part_of_several_paths_is_refused(anselm: Case) -> None:
    with pytest.raises(UnknownRow, match="'5-records' fits 2 articles"):
        look_up(anselm, "5-records")


@pytest.mark.parametrize(
    "unknown",
    ["a000000000000", "dinner", "", "family-", "family-dinner", "story-a000000000000",
     "sentence-a000000000000-0-1", "swap-000000000000", "statement-a000000000000-1-2", "-", "é"],
)  # fmt: skip
def test_what_the_case_does_not_hold(unknown: str, anselm: Case) -> None:
    with pytest.raises(UnknownRow, match=r"stemma show|fits"):
        look_up(anselm, unknown)


def test_a_story_that_takes_another_name_is_opened_by_the_old(tmp_path: Path) -> None:
    one = "The ferry Anselm sank off Marrow Point. Lifeboats searched the bay for the ferry."
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.txt").write_text(one)
    (pile / "b.txt").write_text(one + " Divers wait for calm.")
    first = build([str(pile)], tmp_path / "case", workers=1)
    old = first.table("stories")["id"].to_list()
    (pile / "c.txt").write_text("Divers at Marrow Point found the ferry Anselm in the bay.")
    now = build([str(pile)], tmp_path / "case", workers=1)
    for story in old:
        found = look_up(now, story)
        assert found.row["id"] in now.table("stories")["id"].to_list()
        assert found.remark == ("" if found.row["id"] == story else f"'{story}' is now part of "
                                f"'{found.row['id']}'.")  # fmt: skip


def test_a_group_that_was_split_names_its_parts(tmp_path: Path, pile: Path) -> None:
    case = build([str(pile)], tmp_path / "case", workers=1)
    one, other = case.table("families")["id"].to_list()[:2]
    case.remember({"family-a000000000000-0-9": [one, other], "family-a000000000000-9-12": [one]})
    with pytest.raises(UnknownRow, match="was split") as told:
        look_up(case, "family-a000000000000-0-9")
    assert one in str(told.value)
    assert other in str(told.value)
    with pytest.raises(UnknownRow, match=f"now in statement-{key(one)}"):
        look_up(case, "statement-a000000000000-0-9")
    merged = look_up(case, "family-a000000000000-9-12")
    assert (merged.row["id"], merged.remark) == (
        one, f"'family-a000000000000-9-12' is now part of '{one}'.",
    )  # fmt: skip
