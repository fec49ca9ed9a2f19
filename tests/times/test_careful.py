"""What a line's words and tree do not agree on is not stated."""

from datetime import date

import pytest

from stemma.model import Sentence
from stemma.times import Anchor, Line, Wording, tag_times
from stemma.times.careful import careful

WEDNESDAY = Anchor.on(date(2023, 6, 14))


def line(text: str) -> Line:
    sentence = Sentence("sentence", "a", "block", 0, len(text), False, "", text)
    return Line(sentence, False, None, Wording(text, None))


@pytest.mark.parametrize(
    ("text", "value", "how"),
    [
        ("They met on Monday.", "2023-06-12", "relative"),
        ("They met on Monday at 9 a.m.", "2023-06-12T09:00", "relative"),
        ("They met at noon.", "T12:00", "unknown"),
        ("They met on May 29, 2023.", "2023-05-29", "explicit"),
    ],
)
def test_what_is_said_is_kept(text: str, value: str, how: str) -> None:
    (one,) = careful(line(text), WEDNESDAY, [])
    assert (one.value, one.how) == (value, how)


def test_at_the_end_of_a_week_last_week_may_be_that_one() -> None:
    told = line("They met last week.")
    (one,) = careful(told, WEDNESDAY, [])
    assert (one.value, one.how) == ("2023-W23", "relative")
    (one,) = careful(told, Anchor.on(date(2023, 6, 18)), [])
    assert one.how == "unknown"
    assert (one.first, one.last) == (date(2023, 6, 5), date(2023, 6, 18))


def test_a_tense_that_is_seen_in_two_ways_leaves_both_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wording, "tense_of", property(lambda _: lambda *_: "future"))
    (one,) = careful(line("They met on Monday."), WEDNESDAY, [])
    assert (one.value, one.how) == ("XXXX-WXX-1", "unknown")
    assert (one.first, one.last) == (date(2023, 6, 12), date(2023, 6, 19))


@pytest.mark.parametrize(
    "text", ["They met at 9 a.m.", "They met the next day.", "It was on Monday."]
)
def test_what_is_kept_of_a_sentence_is_what_would_be_found_again(text: str) -> None:
    one = line(text)
    for anchor in (Anchor(), WEDNESDAY):
        for before in ([], ["2023-06-12"], ["2023-06-12", "2023-06-13"]):
            assert one.tagged(anchor, before) == tag_times(text, anchor, None, before)
            assert one.tagged(anchor, before) == tag_times(text, anchor, None, before)


def test_days_count_from_the_day_of_an_hour() -> None:
    text = "It opened at 2 a.m. on March 6, 2023; they had walked it five days earlier."
    found = careful(line(text), WEDNESDAY, [])
    assert [one.value for one in found][-1] == "2023-03-01"
