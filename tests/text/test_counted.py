"""Of which day a count is."""

import pytest

from stemma.text.counted import counted_on

SAID, BEFORE = "2031-05-09", "2031-05-06"


@pytest.mark.parametrize(
    ("before", "value", "day"),
    [
        ("The ministry had put the toll at 34 on ", BEFORE, BEFORE),
        ("By the clinic's own count 41 people had died by ", f"{BEFORE}TEV", BEFORE),
        ("The wave that hit the coast on ", BEFORE, SAID),
        ("The toll rose to 57 on ", SAID, SAID),
        ("It will have reached 90 by ", "2031-05-12", SAID),
        ("The toll rose to 57 in ", "2031-05", SAID),
    ],
)
def test_a_count_is_of_the_day_that_is_told_or_of_that_on_which_it_is_said(
    before: str, value: str, day: str
) -> None:
    assert counted_on(before, value, SAID) == day


def test_an_anchor_that_is_no_day_tells_nothing() -> None:
    assert counted_on("It rose to 57 on ", BEFORE, "2031-05-01/2031-05-09") is None
    assert counted_on("Forty had died by ", BEFORE, None) == BEFORE


def test_the_day_of_a_dateline_without_its_year() -> None:
    assert counted_on("SAN TELMO, ", "XXXX-07-24", None) == "--07-24"
    assert counted_on("PORT ELDEN, Kestria, ", "XXXX-07-24", None) == "--07-24"
    assert counted_on("Two died on ", "XXXX-07-24", None) is None
