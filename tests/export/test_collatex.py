"""Families as CollateX reads and writes them."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import given
from tests.export.making import NASTY, hard_piles, rows_of, words_of
from tests.lineage.tracing import INQUIRY, PIER, ROOFS, VALVE, swapped
from tests.strategies import article_of

from stemma.case import Case
from stemma.export import export
from stemma.export.collatex import lines
from stemma.export.collation import collated
from stemma.export.rows import Rows, load
from stemma.model import Article


class Line(NamedTuple):
    """What the three files hold of one family."""

    input: dict[str, Any]
    table: dict[str, Any]
    index: dict[str, Any]


def read(rows: Rows) -> list[Line]:
    """All families, read again."""
    return [Line(*(json.loads(part) for part in parts)) for parts in lines(rows)]


def of(*texts: str) -> Line:
    """The only family of some texts."""
    (line,) = read(rows_of([article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)]))
    return line


def column(table: dict[str, Any], n: str) -> list[list[str]]:
    """The `t` of the column in which a word stands."""
    (found,) = (c for c in table["table"] if any(token["n"] == n for cell in c for token in cell))
    return [[token["t"].strip() for token in cell] for cell in found]


def check(rows: Rows) -> None:
    """What holds of every line."""
    texts = {w.id: w.text for held in rows.witnesses.values() for w in held}
    for number, (family, line) in enumerate(zip(rows.families, read(rows), strict=True), 1):
        assert line.input["family"] == line.table["family"] == line.index["family"] == family.id
        assert line.index["line"] == number
        ids = [witness["id"] for witness in line.input["witnesses"]]
        assert ids == line.table["witnesses"] == list(line.index["witnesses"])
        assert len(set(ids)) == len(ids)
        for at, witness in enumerate(line.input["witnesses"]):
            text = texts[line.index["witnesses"][witness["id"]]["witness"]]
            tabled = [token for cells in line.table["table"] for token in cells[at]]
            assert tabled == witness["tokens"]
            assert "".join(token["t"] for token in tabled) == text
            assert all(token["n"] for token in tabled)
        assert all(len(cells) == len(ids) for cells in line.table["table"])
        assert all(any(cells) for cells in line.table["table"])


def test_every_family(rows: Rows) -> None:
    check(rows)


@given(hard_piles())
def test_whatever_a_machine_hands_on(pile: list[Article]) -> None:
    check(rows_of(pile))


def test_columns_follow_the_recorded_places(rows: Rows) -> None:
    for family, line in zip(rows.families, read(rows), strict=True):
        made = collated(rows, family)
        columns = sum(
            1 if one.places or len(one.readings) > 1 else one.last - one.first
            for one in made.segments
        )
        assert len(line.table["table"]) == columns


def test_tokens_are_the_words_that_are_compared_but_for_what_is_undone(rows: Rows) -> None:
    for family, line in zip(rows.families, read(rows), strict=True):
        folded = {v.kind for v in rows.variants.get(family.id, [])} & {"swap", "spelling"}
        witnesses = {w.id: w for w in rows.witnesses[family.id]}
        for one in line.input["witnesses"]:
            witness = witnesses[line.index["witnesses"][one["id"]]["witness"]]
            if not folded:
                assert [token["n"] for token in one["tokens"]] == words_of(rows, witness)


def test_a_substitution_is_one_column() -> None:
    line = of(PIER, PIER, swapped(PIER, ("wooden", "timber")))
    assert column(line.table, "timber") == [["wooden"], ["wooden"], ["timber"]]


def test_a_swap_is_undone() -> None:
    one = swapped(INQUIRY, ("an international", "an worldwide"))
    line = of(INQUIRY, INQUIRY, one)
    assert column(line.table, "international") == [
        ["international"],
        ["international"],
        ["worldwide"],
    ]
    assert all(token["n"] != "worldwide" for w in line.input["witnesses"] for token in w["tokens"])


def test_a_spelling_is_undone() -> None:
    line = of(PIER, PIER, swapped(PIER, ("harbour", "harbor")))
    assert column(line.table, "harbour") == [["harbour"], ["harbour"], ["harbor"]]


def test_a_swap_of_several_words_is_one_token(example: Case) -> None:
    tokens = [
        token
        for line in read(load(example))
        for witness in line.input["witnesses"]
        for token in witness["tokens"]
    ]
    several = [token for token in tokens if len(token["t"].split()) > 1]
    assert several
    assert {" ".join(token["t"].split()) for token in several} & {"South Korea", "United States"}


def test_a_cut_and_an_omission_are_empty_cells() -> None:
    line = of(ROOFS, ROOFS, " ".join(ROOFS.split()[:-5]))
    assert column(line.table, "searching") == [["searching."], ["searching."], []]
    line = of(VALVE, VALVE, VALVE.replace(" by hand", ""))
    assert column(line.table, "hand") == [["by", "hand"], ["by", "hand"], []]


def test_marks_stand_with_the_word_that_they_touch() -> None:
    text = f"({PIER[:-1]}, «the mayor» said – “quietly”.)"
    shown = [token["t"] for token in of(text, text).input["witnesses"][0]["tokens"]]
    assert shown[-5:] == ["lorries, ", "«the ", "mayor» ", "said – ", "“quietly”.)"]


def test_text_is_data() -> None:
    line = of(NASTY, NASTY)
    assert "".join(token["t"] for token in line.input["witnesses"][0]["tokens"]) == NASTY


def test_the_files(case: Case, tmp_path: Path) -> None:
    files = export(case, "collatex", tmp_path)
    assert [path.name for path in files] == [
        "collatex-input.jsonl", "collatex-tables.jsonl", "collatex-index.jsonl",
    ]  # fmt: skip
    counts = {len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert counts == {len(case.table("families"))}


def test_a_case_that_shares_nothing_has_no_lines(nothing_shared: Case, tmp_path: Path) -> None:
    assert [path.stat().st_size for path in export(nothing_shared, "collatex", tmp_path)] == [0] * 3
