"""Opposites, sides exchanged, and who does himself what a passage says he did."""

import pytest
from tests.check.telling import said, verdicts

from stemma.check.rules.opposites import opposites, turned
from stemma.check.rules.roles import roles
from stemma.check.rules.speakers import speakers

RULED = "A court ruled on Wednesday that the march was illegal."


def test_an_opposite_is_shown_with_the_word_of_the_pile() -> None:
    found = said(opposites, "A court ruled that the march was legal.", RULED)
    assert found == [("status differs", "you write «legal», the pile has «illegal»")]


@pytest.mark.parametrize(
    ("draft", "pile"),
    [
        ("The ship arrived a day early.", "The ship arrived a day late because of a storm."),
        ("The jury found Lind innocent.", "The jury found Lind guilty of fraud."),
        ("The plan was seen as unfair.", "The plan was seen as fair by the union."),
        ("Prices fell in the north.", "Prices rose in the north."),
    ],
)
def test_pairs_and_beginnings_turn_a_word_round(draft: str, pile: str) -> None:
    assert verdicts(opposites, draft, pile) == ["status differs"]


@pytest.mark.parametrize(
    ("draft", "pile"),
    [
        ("The court ruled that the march was illegal.", RULED),
        # Both have the word.
        ("The union wins a legal case.", "The union wins a legal case on an illegal dismissal."),
        # One that is likeliest has it so.
        ("The plan was fair.", "The plan was bold."),
        ('"It is legal," the judge said.', RULED),
    ],
)
def test_else_nothing_is_found(draft: str, pile: str) -> None:
    assert verdicts(opposites, draft, pile) == []


def test_one_passage_that_has_it_so_is_enough() -> None:
    assert verdicts(opposites, "The march was legal.", RULED, "The march was legal.") == []


def test_words_that_only_look_like_opposites() -> None:
    assert turned("legal", "illegal")
    assert turned("known", "unknown")
    assert not turned("pose", "impose")
    assert not turned("tend", "intend")


def test_sides_are_exchanged_where_the_pile_describes_one_of_them() -> None:
    pile = "President Ada Holm dismissed the head of the water board, Tor Berg, on Saturday."
    assert verdicts(roles, "Tor Berg dismissed President Ada Holm.", pile) == ["other actor"]
    assert verdicts(roles, "President Ada Holm dismissed Tor Berg.", pile) == []


def test_nobody_who_does_it_is_exchanged_with_nobody() -> None:
    assert verdicts(roles, "Holm was dismissed.", "Holm dismissed the head of the board.") == []


def test_who_does_it_himself_needs_no_other_speaker() -> None:
    pile = "A letter shows that the engineer, Tor Berg, warned the council that the main leaked."
    assert verdicts(speakers, "Tor Berg warned the council that the main leaked.", pile) == []
    assert verdicts(speakers, "Ada Holm warned the council that the main leaked.", pile) == [
        "other speaker"
    ]


def test_whose_envoy_somebody_is_does_not_say_who_he_is() -> None:
    pile = "Chad's envoy, Tor Berg, explained that his country shared the aim of the draft."
    draft = "Chad's envoy, Ada Holm, explained that her country shared the aim of the draft."
    assert verdicts(speakers, draft, pile) == ["other speaker"]
    assert verdicts(speakers, pile, pile) == []


def test_a_title_that_two_have_makes_them_no_one_person() -> None:
    pile = '"You are found guilty," Presiding Judge Ada Holm read from a ruling of 40 pages.'
    draft = pile.replace("Ada Holm", "Tor Berg")
    assert verdicts(speakers, draft, pile) == ["other speaker"]


def test_what_lasted_is_no_opposite_of_what_was_first() -> None:
    pile = "The alarm went on for nine minutes, the first reports said."
    assert verdicts(opposites, "The alarm lasted nine minutes.", pile) == []
