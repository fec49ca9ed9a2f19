"""Numbers that passages set against each other themselves."""

from tests.account.events import figure, sentence
from tests.account.test_conflicts import found

from stemma.account import is_offset
from stemma.account.restated import comes_on_top

PRICE = sentence("A", "The fund pays 14.50 crowns for each share, Ann Holm said.")
CHANGED = sentence("B", "The fund pays 15.40 crowns for each share, Ann Holm said.")
FAMILY = {PRICE.id: frozenset({"family-a"}), CHANGED.id: frozenset({"family-a"})}
MONEY = {"kind": "money", "what": None, "predicate": None, "unit": "crown"}


def test_a_copy_with_another_number_is_a_disagreement_whatever_is_counted() -> None:
    figures = [
        figure(PRICE, "14.50", 14.5, 14.5, **MONEY), figure(CHANGED, "15.40", 15.4, 15.4, **MONEY),
    ]  # fmt: skip
    (row,) = found(figures, sentences=(PRICE, CHANGED), families=FAMILY)
    assert (row.slot, row.verdict) == ("figure", "conflicting")
    assert {row.value, row.other_value} == {"14.50", "15.40"}
    assert found(figures, sentences=(PRICE, CHANGED)) == []  # sentences of their own


def test_versions_with_other_kinds_of_figures_are_not_laid_beside_each_other() -> None:
    figures = [
        figure(PRICE, "14.50", 14.5, 14.5, **MONEY),
        figure(CHANGED, "15.40", 15.4, 15.4, **{**MONEY, "kind": "share"}),
    ]
    assert found(figures, sentences=(PRICE, CHANGED), families=FAMILY) == []


def test_a_toll_that_a_passage_says_was_revised_is_updated() -> None:
    first = sentence("A", "The fire killed 40 people, the mayor said.")
    later = sentence("B", "The fire killed 17 people, the ministry said.")
    both = sentence("C", "The ministry lowered the toll to 17 dead, from an earlier figure of 40.")
    figures = [
        figure(first, "40", 40, 40), figure(later, "17", 17, 17), figure(both, "17", 17, 17),
        figure(both, "40", 40, 40),
    ]  # fmt: skip
    (row,) = found(figures, sentences=(first, later, both))
    assert row.verdict == "updated"
    assert both.id in row.how


def test_a_toll_that_its_page_takes_back_is_updated() -> None:
    said = sentence("A", "The fire killed 17 people, the ministry said.")
    back = sentence("B", "An earlier version of this story said that 19 people had been killed.")
    figures = [figure(said, "17", 17, 17), figure(back, "19", 19, 19)]
    (row,) = found(figures, sentences=(said, back))
    assert row.verdict == "updated"
    assert back.id in row.how


def test_the_first_of_several_that_died_are_no_other_toll() -> None:
    text = "Three men died at the pier and a fourth died in hospital."
    of = sentence("A", text)
    assert comes_on_top(figure(of, "Three", 3, 3), of)
    assert not comes_on_top(figure(of, "Three", 2, 2), of)


def test_what_comes_on_top_is_held_against_nothing() -> None:
    toll = sentence("A", "The fire killed 17 people.")
    more = sentence("B", "Two more people died in hospital, and another 3 were killed by smoke.")
    figures = [figure(toll, "17", 17, 17), figure(more, "Two", 2, 2), figure(more, "3", 3, 3)]
    assert found(figures, sentences=(toll, more)) == []


def test_how_far_a_deed_lies_from_another_counts_nothing_of_it() -> None:
    line = sentence("A", "Holm left three days after the vote, and the strike lasted two weeks.")
    first = figure(line, "three", 3, 3, kind="duration", unit="day")
    second = figure(line, "two", 2, 2, kind="duration", unit="week")
    assert is_offset(first, line)
    assert not is_offset(second, line)
    assert not is_offset(figure(line, "three", 3, 3), line)
