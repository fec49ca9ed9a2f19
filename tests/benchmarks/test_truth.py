"""Measures against the farm's truth: right on piles whose truth is known, and shares on small ones."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from benchmarks.descent import edges, swaps
from benchmarks.invariance import Row, changed, measure
from benchmarks.pile import Pile, made_pile
from benchmarks.reporters import reporters
from tests.account.test_statements import IN_OTHER_WORDS
from tests.lineage.tracing import BAKERS, FREIGHT, LNA, PIER, ROOFS, swapped

from stemma.account.clauses import Clause
from stemma.flow import build

WRONG_NUMBER = swapped(ROOFS, ("214", "241"), ("fire brigade", "brigade"))


class Told(NamedTuple):
    """A passage: its text, the wire and sentence that it comes from, the passage (article and number)
    that it was taken from, and what a machine exchanged in it."""

    text: str
    wire: str = "w"
    sentence: int = 0
    exemplar: tuple[int, int] | None = None
    swaps: tuple[tuple[str, str], ...] = ()


def by_hand(
    folder: Path, wires: dict[str, Sequence[str]], *articles: Sequence[Told], until: str = "account"
) -> Pile:
    """A pile of these articles, with its truth in the farm's form. The agency of wire `w` is `agency w`."""
    out = folder / "articles"
    out.mkdir()
    rows: list[dict[str, Any]] = []
    for number, passages in enumerate(articles):
        text, placed = "", []
        for passage in passages:
            text += "\n\n" if text else ""
            exemplar = passage.exemplar and {
                "path": f"articles/{passage.exemplar[0]}.txt", "passage": passage.exemplar[1],
            }  # fmt: skip
            placed.append({
                "start": len(text), "end": len(text) + len(passage.text), "wire": passage.wire,
                "sentence": passage.sentence, "part": "whole", "exemplar": exemplar,
                "ops": [{"op": "swap", "from": a, "to": b} for a, b in passage.swaps],
            })  # fmt: skip
            text += passage.text
        (out / f"{number}.txt").write_text(text, encoding="utf-8")
        rows.append({"path": f"articles/{number}.txt", "passages": placed})
    truth = {
        "wires": [
            {"id": wire, "agency": f"agency {wire}", "sentences": [{"text": one} for one in told]}
            for wire, told in wires.items()
        ],
        "articles": rows,
    }
    case = build([str(out)], folder / "case", until=until, workers=1)
    table = case.table("articles")
    texts, paths = (
        dict(table.select(*pair).iter_rows()) for pair in (("path", "text"), ("id", "path"))
    )
    return Pile(case, truth, texts, paths)


# -- edges ----------------------------------------------------------------------------------------


def test_an_edge_between_equal_passages_is_not_asked_for(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, {"w": [PIER]}, *[[Told(PIER)]] * 3)
    assert len(pile.rows("copies")) == 2
    assert edges(pile)["edges"] == 0


def test_an_edge_to_the_wires_wording_is_right(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, {"w": [ROOFS]}, *[[Told(LNA + ROOFS)]] * 3, [Told(WRONG_NUMBER)])
    assert edges(pile) == {
        "edges": 1, "undecided": 0.0, "decided_right": 1.0, "older_right": 1.0,
        "between_witnesses": 0, "between_witnesses_right": 0.0,
    }  # fmt: skip


def test_an_edge_to_a_wording_that_no_wire_had_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The wire had the number that all but one of the pages have wrong."""
    pile = by_hand(
        tmp_path, {"w": [WRONG_NUMBER]}, *[[Told(LNA + ROOFS)]] * 3, [Told(WRONG_NUMBER)]
    )
    found = edges(pile, errors=5)
    assert (found["edges"], found["undecided"], found["decided_right"]) == (1, 0.0, 0.0)
    assert found["older_right"] == 0.0
    said = capsys.readouterr().out
    assert said.count("WRONG") == 1
    assert f"copy: {WRONG_NUMBER}" in said
    assert f"from: {ROOFS}" in said


FURTHER = swapped(WRONG_NUMBER, ("houses", "homes"))


@pytest.mark.parametrize(
    ("exemplar", "wire", "right"),
    [((8, 0), ROOFS, 1.0), (None, ROOFS, 0.0), (None, WRONG_NUMBER, 1.0), ((0, 0), ROOFS, 0.0)],
    ids=["its exemplar", "taken from the wire", "worded as the wire", "taken from another"],
)
def test_an_edge_between_two_pages_is_right_if_the_one_is_an_ancestor_of_the_other(
    tmp_path: Path, exemplar: tuple[int, int] | None, wire: str, right: float
) -> None:
    pile = by_hand(
        tmp_path, {"w": [ROOFS], "v": [wire]}, *[[Told(LNA + ROOFS)]] * 8,
        [Told(WRONG_NUMBER)], [Told(FURTHER, "v", 0, exemplar)],
    )  # fmt: skip
    found = edges(pile)
    assert (found["edges"], found["between_witnesses"]) == (2, 1)
    assert found["between_witnesses_right"] == right
    assert found["decided_right"] == (1 + right) / 2


def test_what_is_left_undecided_is_told_apart(tmp_path: Path) -> None:
    pile = by_hand(
        tmp_path, {"w": [PIER]}, [Told(PIER)], [Told(swapped(PIER, ("wooden", "timber")))]
    )
    found = edges(pile)
    assert (found["edges"], found["undecided"], found["decided_right"]) == (1, 1.0, 0.0)


# -- swaps ----------------------------------------------------------------------------------------

LORRIES = ("lorries", "trucks")


def freight(
    *swaps: tuple[str, str], blamed: tuple[tuple[str, str], ...] | None = None
) -> list[Told]:
    """The four sentences with words exchanged. `blamed`: what the truth says was exchanged, if another."""
    return [
        Told(swapped(text, *swaps), "w", n, None, swaps if blamed is None else blamed)
        for n, text in enumerate(FREIGHT)
    ]


def test_a_learnt_swap_of_the_machine_is_right_and_found(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, {"w": FREIGHT}, freight(), freight(), freight(LORRIES))
    assert swaps(pile) == {
        "swaps_learnt": 1, "swaps_precision": 1.0, "swaps_asked": 1, "swaps_recall": 1.0,
    }  # fmt: skip


def test_a_learnt_swap_that_is_not_the_machines_is_wrong(tmp_path: Path) -> None:
    pile = by_hand(
        tmp_path,
        {"w": FREIGHT},
        freight(),
        freight(),
        freight(LORRIES, blamed=(("harbour", "quay"),)),
    )
    assert swaps(pile) == {
        "swaps_learnt": 1, "swaps_precision": 0.0, "swaps_asked": 1, "swaps_recall": 0.0,
    }  # fmt: skip


def test_a_swap_that_no_other_article_shows_undone_is_not_asked_for(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, {"w": FREIGHT}, freight(LORRIES), freight(LORRIES))
    assert swaps(pile)["swaps_asked"] == 0


# -- reporters ------------------------------------------------------------------------------------


def test_a_true_number_between_the_bounds_is_within(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, {"w": [PIER]}, [Told(PIER)], [Told(PIER)], [Told(BAKERS)])
    assert reporters(pile) == {"statements": 1, "within": 1.0, "one_value": 1.0}


def test_a_true_number_outside_the_bounds_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the truth two agencies wrote the very same sentence."""
    pile = by_hand(
        tmp_path, {"w": [PIER, BAKERS], "v": [PIER]},
        [Told(PIER), Told(BAKERS, "w", 1)], [Told(PIER, "v")], [Told(BAKERS, "w", 1)],
    )  # fmt: skip
    assert reporters(pile, errors=3) == {"statements": 2, "within": 0.5, "one_value": 1.0}
    assert "WRONG 1 1 ['agency v', 'agency w']" in capsys.readouterr().out


def test_bounds_that_differ_are_no_one_value(tmp_path: Path) -> None:
    one, other = IN_OTHER_WORDS[0], f'"{IN_OTHER_WORDS[1].partition(chr(34))[2]}'
    pile = by_hand(tmp_path, {"w": [one], "v": [other]}, [Told(one)], [Told(other, "v")])
    found = reporters(pile)
    assert (found["within"], found["one_value"]) == (1.0, 0.0)


# -- invariance -----------------------------------------------------------------------------------


def row(least: int, most: int, *witnesses: str) -> Row:
    return Row(frozenset(witnesses), frozenset({1}), least, most, {1: Clause()}, "", "")


@pytest.mark.parametrize(
    ("now", "many"),
    [((1, 2), 0), ((1, 1), 0), ((2, 2), 1), ((1, 3), 1)],
    ids=["same", "at most falls", "at least rises", "at most rises"],
)
def test_a_statement_changes_if_at_least_changes_or_at_most_rises(
    now: tuple[int, int], many: int
) -> None:
    before = [row(1, 2, "a", "b"), row(1, 1, "c")]
    assert changed(before, [row(*now, "a", "b", "copy"), row(1, 1, "c", "another")], False) == many


def test_a_statement_is_held_against_the_one_that_has_most_of_its_witnesses() -> None:
    before = [row(1, 1, "a", "b", "c")]
    after = [row(2, 2, "a", "x"), row(1, 1, "b", "c", "y")]
    assert changed(before, after, False) == 0
    assert changed(before, [row(5, 5, "z")], False) == 0


def test_invariance_and_sensitivity_are_shares() -> None:
    found = measure(trials=2, seed=1)
    assert (found["copies"], found["reports_added"]) == (2, 1)
    assert 0 <= found["copies_that_change_nothing"] <= 1
    assert found["statements_changed"] <= found["of_statements"]
    assert found["of_statements"] > 0
    assert found["with_a_clause_of_their_own"] <= found["quotations_in_common"]
    assert 0 <= found["sensitivity"] <= 1


# -- small piles of the farm ----------------------------------------------------------------------


def test_all_measures_of_a_small_pile_are_shares_and_the_same_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = []
    for _ in range(2):
        with made_pile(12, 3, 0.2, ["--chain", "0.3", "--events", "ferry=12"]) as pile:
            assert len(pile.texts) == len(pile.paths) == len(pile.truth["articles"]) == 12
            found.append({**edges(pile), **swaps(pile), **reporters(pile)})
    assert found[0] == found[1]
    counted = {"edges", "between_witnesses", "swaps_learnt", "swaps_asked", "statements"}
    assert all(0 <= share <= 1 for name, share in found[0].items() if name not in counted)
    assert found[0]["edges"] > 0
    assert found[0]["statements"] > 0
    assert capsys.readouterr().out == ""


def test_a_pile_without_swaps_has_none_to_learn() -> None:
    with made_pile(8, 1, 0.0) as pile:
        found = swaps(pile)
    assert (found["swaps_asked"], found["swaps_recall"]) == (0, 0.0)


def test_options_that_the_farm_refuses_make_no_pile() -> None:
    with pytest.raises(SystemExit), made_pile(8, 1, 0.0, ["--chain", "2"]):
        pass


def test_a_wrong_word_that_copy_and_likely_original_have_in_common_is_not_the_edges(
    tmp_path: Path,
) -> None:
    """All pages have the wrong number, and one has another change besides: its edge is right in what it
    claims, and its exemplar is no wording of the wire."""
    pile = by_hand(tmp_path, {"w": [ROOFS]}, *[[Told(LNA + WRONG_NUMBER)]] * 3, [Told(FURTHER)])
    found = edges(pile)
    assert (found["edges"], found["undecided"]) == (1, 0.0)
    assert (found["decided_right"], found["older_right"]) == (0.0, 1.0)
