"""Search: words and quotations, whatever marks they were typed with."""

import re

import pytest

from stemma.case import Case
from stemma.errors import CaseError, UsageError
from stemma.search import search


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


def test_a_case_without_an_index(tmp_path, pile) -> None:  # type: ignore[no-untyped-def]
    from stemma.flow import build

    case = build([str(pile)], tmp_path / "case", until="read", workers=1)
    with pytest.raises(CaseError, match="no search index"):
        search(case, "sea")
