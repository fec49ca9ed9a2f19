"""Explain: for any row its place, the rule that made it, and the rows that it rests on."""

import re

import pytest

from stemma.case import Case
from stemma.errors import UnknownRow
from stemma.explain import explain
from stemma.flow import build
from stemma.model import TABLES


@pytest.mark.parametrize("name", [name for name in TABLES if name != "failures"])
def test_every_row_of_every_table_is_explained(name: str, anselm: Case) -> None:
    for row in anselm.table(name).iter_rows(named=True):
        said = explain(anselm, row["id"])
        assert said.splitlines()[0].split() == [TABLES[name].__name__.lower(), row["id"]]
        if "end" in row:
            assert f"characters {row['start']}-{row['end']} ({row['article_id']})" in said
        if "how" in row:
            assert f"how: {' '.join(row['how'].split())}" in said


def test_a_family_opens_its_witnesses_alignments_and_differences(anselm: Case) -> None:
    families = anselm.table("families")
    (family,) = families.filter(families["text"].str.contains("harbours")).iter_rows(named=True)
    said = explain(anselm, family["id"])
    assert "witnesses: 3" in said
    assert "parallels: 2" in said
    assert re.search(r"number «(71» -> «17|17» -> «71)»", said)
    assert "statements: 1" in said
    for path in ("1-lna.txt", "2-bay-herald.html", "3-daily-gull.txt"):
        assert f"{path}, characters " in said


def test_a_swap_opens_the_places_where_it_was_seen(anselm: Case) -> None:
    swaps = anselm.table("swaps")
    (swap,) = swaps.filter(swaps["left"] == "lorries").iter_rows(named=True)
    assert f"variants: {len(swap['variant_ids'])}" in explain(anselm, swap["id"])


def test_what_a_row_refers_to_is_shown_with_its_words(anselm: Case) -> None:
    copy = anselm.table("copies").row(0, named=True)
    said = explain(anselm, copy["id"])
    assert f"family_id: {copy['family_id']} «" in said
    assert f"exemplar_id: {copy['exemplar_id']} «" in said
    assert "direction: undecided" in said


def test_an_article_is_explained_by_path(anselm: Case) -> None:
    assert explain(anselm, "4-marrow-post.md").startswith("article a")


def test_a_failure_is_explained(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from stemma.flow import build

    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text("Bridge opens\n\nThe bridge opened on Monday. Nobody came.\n")
    (pile / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    case = build([str(pile)], tmp_path / "case", workers=1)
    said = explain(case, case.table("failures")["id"][0])
    assert "picture.png" in said
    assert "why:" in said


def test_an_unknown_id(anselm: Case) -> None:
    with pytest.raises(UnknownRow, match="nothing called 'family-a000000000000-0-9'"):
        explain(anselm, "family-a000000000000-0-9")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Two pages with the same words, of which one names the speaker, and words of nobody."""
    pile = tmp_path_factory.mktemp("pile")
    held = "“The dyke held all night, and nobody in the whole of Tarn had to leave a house"
    (pile / "a.txt").write_text(f"Dyke holds\n\n{held},” said Anna Holm, the mayor.\n")
    (pile / "b.txt").write_text(f"A dyke\n\n{held}”.\n\n“It may rain.”\n")
    return build([str(pile)], tmp_path_factory.mktemp("case") / "case", workers=1)


def test_a_quote_says_by_whom_with_which_words_and_where(told: Case) -> None:
    quotes = told.table("quotes")
    (named,) = quotes.filter(quotes["status"] == "attributed").iter_rows(named=True)
    said = explain(told, named["id"])
    at, end = named["speaker_start"], named["speaker_end"]
    assert f"speaker: {named['speaker']}, characters {at}-{end}" in said
    assert f"cue: said, characters {named['cue_start']}-{named['cue_end']}" in said
    assert "speaker_start" not in said
    assert "names the speaker of: 1" in said


def test_a_restored_quote_opens_the_page_that_names_its_speaker(told: Case) -> None:
    quotes = told.table("quotes")
    (restored,) = quotes.filter(quotes["status"] == "restored").iter_rows(named=True)
    said = explain(told, restored["id"])
    assert "the same words with their speaker: 1" in said
    assert re.search(
        r"a\.txt, characters .* by «Anna Holm.*», characters \d+-\d+, cue «said»", said
    )


def test_an_orphan_says_that_nobody_is_given(told: Case) -> None:
    quotes = told.table("quotes")
    (orphan,) = quotes.filter(quotes["status"] == "orphan")["id"]
    said = explain(told, orphan)
    assert "given to nobody: no other page has these words" in said
    assert "no words of its passage say who said it" in said
