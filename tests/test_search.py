"""Search: words and quotations, whatever marks they were typed with."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from stemma.case import Case
from stemma.errors import CaseError, UsageError
from stemma.flow import build
from stemma.search import search, write_index


def texts(case: Case, query: str) -> list[str]:
    return [hit.text for hit in search(case, query)]


def test_all_words_must_occur(anselm: Case) -> None:
    found = texts(anselm, "lifeboats passengers")
    assert len(found) == 3
    assert all("Lifeboats" in text and "passengers" in text for text in found)
    assert texts(anselm, "lifeboats cider") == []


def test_words_in_marks_stand_side_by_side(anselm: Case) -> None:
    assert len(texts(anselm, '"nobody told us"')) == 4
    assert texts(anselm, '"told nobody us"') == []
    assert len(texts(anselm, '"late on Tuesday" coastguard')) == 3


@pytest.mark.parametrize(
    "typed",
    [
        '"I heard the door break and then the sea"',
        "“I heard the door break and then the sea”",
        "”I heard the door break, and then the sea“",
        "„I heard the door break – and then the sea“",
        "«I heard the door break and then the sea»",
        '"i HEARD the door\u00a0break and then the sea',
    ],
)
def test_a_quotation_typed_with_other_marks(typed: str, anselm: Case) -> None:
    found = search(anselm, typed)
    assert sorted({hit.path for hit in found}) == ["1-lna.txt", "4-marrow-post.md"]


def test_case_possessives_and_accents(anselm: Case) -> None:
    assert texts(anselm, "MARROW point") == texts(anselm, "marrow Point's")
    assert texts(anselm, "Mártën") == texts(anselm, "Marten")


@pytest.mark.parametrize(
    "typed", ["lorries OR", "NOT cider", "sea*", "text:sea", "(sea)", "sea - ^car"]
)
def test_no_character_is_an_operator(typed: str, anselm: Case) -> None:
    bare = " ".join(re.findall(r"\w+", typed))
    assert search(anselm, typed) == search(anselm, bare)


def test_a_hit_knows_its_place(anselm: Case) -> None:
    articles = {row["id"]: row for row in anselm.table("articles").iter_rows(named=True)}
    for hit in search(anselm, "the"):
        assert articles[hit.article_id]["text"][hit.start : hit.end] == hit.text
        assert articles[hit.article_id]["path"] == hit.path
    assert {hit.kind for hit in search(anselm, "herring")} == {"insert"}
    assert {hit.kind for hit in search(anselm, "contact")} == {"chrome"}


def test_the_order_is_the_same_every_time(anselm: Case) -> None:
    assert search(anselm, "the sea") == search(anselm, "the sea")
    assert search(anselm, "the", limit=2) == search(anselm, "the")[:2]


@pytest.mark.parametrize("typed", ["", "  ", '""', "-", "…", "“”"])
def test_a_query_without_a_word(typed: str, anselm: Case) -> None:
    with pytest.raises(UsageError, match="no word"):
        search(anselm, typed)


def test_a_case_without_an_index(tmp_path: Path, pile: Path) -> None:
    case = build([str(pile)], tmp_path / "case", until="read", workers=1)
    with pytest.raises(CaseError, match="no search index"):
        search(case, "sea")


# -- extending the index --------------------------------------------------------------------------


def rows(case: Case) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(case.path / "search.sqlite")) as base:
        return sorted(base.execute("select id, compared from sentences"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, pile: Path) -> Case:
    return build([str(pile)], tmp_path_factory.mktemp("fresh") / "case", workers=1)


QUERIES = ("the", "the sea", '"nobody told us"', "lifeboats passengers", "anselm", "said", "was")


def test_an_index_that_was_extended_is_as_a_fresh_one(
    tmp_path: Path, pile: Path, fresh: Case
) -> None:
    files = sorted(str(path) for path in pile.iterdir())
    build(files[1:], tmp_path / "case", workers=1)
    grown = build(files, tmp_path / "case", workers=1)
    run = grown.run()
    assert run is not None
    assert run["index"]["kept"] > 0 < run["index"]["added"]
    assert rows(grown) == rows(fresh)
    for query in QUERIES:
        assert search(grown, query) == search(fresh, query)


def test_sentences_that_are_gone_leave_the_index(tmp_path: Path, pile: Path, fresh: Case) -> None:
    (tmp_path / "more.txt").write_text(
        "The sea was calm, quoth Zebedee.\n\nNobody told us of herring, she said.\n"
    )
    large = build([str(pile), str(tmp_path / "more.txt")], tmp_path / "case", workers=1)
    shutil.copytree(fresh.path / "tables", large.path / "tables", dirs_exist_ok=True)
    assert b"zebedee" in (large.path / "search.sqlite").read_bytes()
    assert write_index(large)["dropped"] > 0
    assert b"zebedee" not in (large.path / "search.sqlite").read_bytes()
    assert rows(large) == rows(fresh)
    for query in QUERIES:
        assert search(large, query) == search(fresh, query)


@pytest.mark.parametrize("damage", ["no database at all", "", "cut"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, fresh: Case, damage: str) -> None:
    shutil.copytree(fresh.path, tmp_path / "case")
    case = Case(tmp_path / "case")
    index = case.path / "search.sqlite"
    whole = index.read_bytes()
    index.write_bytes(whole[: len(whole) // 2] if damage == "cut" else damage.encode())
    write_index(case)
    assert rows(case) == rows(fresh)


def test_an_index_of_another_version_is_made_anew(
    tmp_path: Path, fresh: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(fresh.path, tmp_path / "case")
    case = Case(tmp_path / "case")
    assert write_index(case)["added"] == 0
    monkeypatch.setattr("stemma.search._VERSION", 99)
    assert write_index(case)["kept"] == 0
    assert rows(case) == rows(fresh)
