"""Reports that copies of one sentence share."""

import pytest
from tests.account.events import report, sentence, witness

from stemma.account.copied import ALIKE, alike, copies_of

FIRST = sentence("A", "Guards fired on a fishing boat near the pier on Monday and killed its cook.")
SPUN = sentence("B", "Guards shot at a fishing vessel near the pier on Monday and slew its cook.")
SHORT = sentence("C", "Guards fired on a fishing boat near the pier.")
OTHER = sentence("D", "The cook of the boat had been killed in a storm the year before.")
FAMILY = [witness(one, "family-a") for one in (FIRST, SPUN, SHORT)]


def joined(*reports: object, families: object = FAMILY) -> list[set[str]]:
    """The words of the reports that are one, page by page."""
    groups = copies_of(list(reports), families)  # type: ignore[arg-type]
    return [{f"{one.article_id[1]}:{one.heads[0]}" for one in group} for group in groups]


def test_the_same_word_of_copies_is_one() -> None:
    assert joined(report(FIRST, "fired"), report(SHORT, "fired")) == [{"0:fired", "2:fired"}]


def test_a_word_put_in_its_place_is_the_same_report() -> None:
    groups = joined(report(FIRST, "killed"), report(SPUN, "slew"))
    assert groups == [{"0:killed", "1:slew"}]


def test_two_deeds_of_one_sentence_stay_two() -> None:
    groups = joined(report(FIRST, "fired"), report(FIRST, "killed"), report(SPUN, "slew"))
    assert sorted(map(sorted, groups)) == [["0:fired"], ["0:killed", "1:slew"]]


def test_the_same_word_of_another_sentence_is_not_joined_here() -> None:
    assert len(joined(report(FIRST, "killed"), report(OTHER, "killed"))) == 2


def test_equal_sentences_are_one_even_without_a_family() -> None:
    again = sentence("E", OTHER.text, start=40)
    assert len(joined(report(OTHER, "killed"), report(again, "killed"), families=[])) == 1


def test_reports_of_two_stories_are_never_one() -> None:
    assert len(joined(report(FIRST, "fired"), report(SHORT, "fired", story="story-b"))) == 2


@pytest.mark.parametrize("turn", range(4))
def test_the_order_of_reports_changes_nothing(turn: int) -> None:
    reports = [
        report(FIRST, "fired"),
        report(SHORT, "fired"),
        report(FIRST, "killed"),
        report(SPUN, "slew"),
    ]
    turned = reports[turn:] + reports[:turn]
    assert copies_of(turned, FAMILY[::-1]) == copies_of(reports, FAMILY)


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        ("Nobody spoke.", True),  # its dateline was left out
        ("Halden, March 3: No one spoke.", True),
        ("Nobody", False),
        ("Somebody else spoke of it later.", False),
    ],
)
def test_a_short_sentence_is_copied_whole_or_without_its_head(copy: str, same: bool) -> None:
    assert (alike(copy, "Halden, March 3: Nobody spoke.") >= ALIKE) is same
