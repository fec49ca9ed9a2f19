"""Two articles side by side."""

import re
from itertools import combinations

import pytest

from stemma.case import Case
from stemma.compare import compare
from stemma.errors import UnknownRow, UsageError


def test_shared_passages_and_what_differs(anselm: Case) -> None:
    said = compare(anselm, "1-lna.txt", "3-daily-gull.txt", width=160)
    assert said.startswith("1-lna.txt  |  3-daily-gull.txt\n")
    assert "6 passages in common; the older words: 3 on the left; the rest is undecided." in said
    assert "number: [71] [17]" in said
    assert "swap: [lorries] [trucks]" in said
    assert "spelling: [harbours] [harbors]" in said
    assert "the same words" in said


def test_the_other_way_round_the_readings_change_sides(anselm: Case) -> None:
    said = compare(anselm, "3-daily-gull.txt", "1-lna.txt", width=160)
    assert "number: [17] [71]" in said
    assert "swap: [trucks] [lorries]" in said


def test_each_passage_says_which_has_the_older_words_and_why(anselm: Case) -> None:
    said = compare(anselm, "1-lna.txt", "3-daily-gull.txt", width=400)
    assert re.search(
        r"older: left; of the right: it has «trucks» for «lorries» \(\d+\.\d bits\)", said
    )
    back = compare(anselm, "3-daily-gull.txt", "1-lna.txt", width=400)
    assert "the older words: 3 on the right; the rest is undecided." in back
    assert "older: right; of the left: it has «trucks» for «lorries»" in back
    assert "undecided: too little shows which came first" in said


def test_no_order_is_claimed_of_quoted_words(anselm: Case) -> None:
    said = compare(anselm, "1-lna.txt", "4-marrow-post.md", width=160)
    assert "older:" not in said


def test_reasons_name_pages_and_no_ids(anselm: Case) -> None:
    paths = anselm.table("articles")["path"].to_list()
    for one, other in combinations(paths, 2):
        assert not re.search(r"witness-a|archetype-a", compare(anselm, one, other, width=300))


def test_two_witnesses_that_differ_from_the_base_alike_do_not_differ(anselm: Case) -> None:
    said = compare(anselm, "3-daily-gull.txt", "5-records.jsonl#1", width=160)
    assert "worldwide" in said
    assert "[worldwide]" not in said


def test_a_common_statement_is_called_so(anselm: Case) -> None:
    said = compare(anselm, "1-lna.txt", "4-marrow-post.md", width=160)
    assert "of which only quoted words" in said
    assert "common statement (quoted words)" in said


def test_nothing_in_common_is_a_sentence(anselm: Case) -> None:
    said = compare(anselm, "4-marrow-post.md", "5-records.jsonl#2")
    assert "They share no passage" in said


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_told(width: int, anselm: Case) -> None:
    said = compare(anselm, "1-lna.txt", "3-daily-gull.txt", width=width)
    assert max(map(len, said.splitlines())) <= width


def test_offsets_are_shown(anselm: Case) -> None:
    families = anselm.table("witnesses")
    row = families.filter(families["text"].str.contains("71 passengers")).row(0, named=True)
    assert f"{row['start']}-{row['end']}" in compare(anselm, "1-lna.txt", "2-bay-herald.html", 160)


def test_wrong_names(anselm: Case) -> None:
    with pytest.raises(UsageError, match="the same article"):
        compare(anselm, "1-lna.txt", "lna")
    with pytest.raises(UnknownRow, match="nothing called"):
        compare(anselm, "1-lna.txt", "dinner")
