"""Two articles side by side."""

import pytest

from stemma.case import Case
from stemma.compare import compare
from stemma.errors import UnknownRow, UsageError


def test_shared_passages_and_what_differs(anselm: Case) -> None:
    said = compare(anselm, "1-lna.txt", "3-daily-gull.txt", width=160)
    assert said.startswith("1-lna.txt  |  3-daily-gull.txt\n")
    assert "6 passages in common; direction undecided." in said
    assert "number: [71] [17]" in said
    assert "swap: [lorries] [trucks]" in said
    assert "spelling: [harbours] [harbors]" in said
    assert "the same words" in said


def test_the_other_way_round_the_readings_change_sides(anselm: Case) -> None:
    said = compare(anselm, "3-daily-gull.txt", "1-lna.txt", width=160)
    assert "number: [17] [71]" in said
    assert "swap: [trucks] [lorries]" in said


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
