"""What an expression means by what is known beside it: the anchor, the tense, the dates before."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_texts

from stemma.reader import load
from stemma.times import UNKNOWN, Anchor, Timex, may_have_times, tag_times, tense_of_tree
from stemma.times.values import days_of

SAID = Anchor.on(date(2019, 6, 20))  # a Thursday
WEEK = Anchor(date(2019, 6, 17), date(2019, 6, 21))  # Monday to Friday


def one(text: str, anchor: Anchor = SAID, before: tuple[str, ...] = ()) -> Timex:
    (found,) = tag_times(text, anchor, before=before)
    return found


# -- the anchor -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It broke on Wednesday.", "XXXX-WXX-3"),
        ("It broke last Wednesday.", "XXXX-WXX-3"),
        ("It broke on Wednesday morning.", "XXXX-WXX-3TMO"),
        ("It broke at 9:30 a.m. Wednesday.", "XXXX-WXX-3T09:30"),
        ("It broke at 9:30 a.m.", "T09:30"),
        ("It broke on April 12.", "XXXX-04-12"),
        ("It broke in early April.", "XXXX-04"),
        ("It broke last week.", "XXXX-WXX"),
        ("It broke over the weekend.", "XXXX-WXX-WE"),
        ("It broke last month.", "XXXX-XX"),
        ("It broke last year.", "XXXX"),
        ("It broke three years ago.", "XXXX"),
        ("It broke this spring.", "XXXX-SP"),
        ("It broke in Q2.", "XXXX-Q2"),
        ("It broke in the first half of the year.", "XXXX-H1"),
        ("It broke yesterday.", "XXXX-XX-XX"),
        ("It broke last night.", "XXXX-XX-XXTNI"),
        ("It broke two days later.", "XXXX-XX-XX"),
        ("It broke that night.", "XXXX-XX-XXTNI"),
        ("It broke last Christmas.", "XXXX-12-25"),
        ("It broke last Thanksgiving.", "XXXX-XX-XX"),
    ],
)
def test_without_an_anchor_nothing_is_guessed(text: str, value: str) -> None:
    found = one(text, UNKNOWN)
    assert (found.value, found.how, found.first) == (value, "unknown", None)
    assert found.reason.endswith(".")


def test_a_stretch_of_days_gives_a_value_where_all_of_them_do() -> None:
    assert one("It broke last week.", WEEK).value == "2019-W24"
    assert one("It broke last year.", WEEK).how == "relative"
    assert one("It broke on Sunday.", WEEK).value == "2019-06-16"
    assert one("It broke in April.", Anchor.of("2019-06")).value == "2019-04"


def test_a_stretch_of_days_else_bounds_it() -> None:
    found = one("It broke on Wednesday.", WEEK)
    assert (found.value, found.how) == ("XXXX-WXX-3", "unknown")
    assert (found.first, found.last) == (date(2019, 6, 12), date(2019, 6, 19))
    assert "2019-06-12" in found.reason
    assert "Monday 17 June 2019 to Friday 21 June 2019" in found.reason
    found = one("It broke yesterday.", WEEK)
    assert (found.first, found.last) == (date(2019, 6, 16), date(2019, 6, 20))


def test_an_anchor_by_its_value() -> None:
    assert Anchor.of("2019-06-20") == SAID
    assert Anchor.of("2019-02").days == (date(2019, 2, 1), date(2019, 2, 28))
    assert Anchor.of("XXXX-WXX-3") == UNKNOWN == Anchor.of("2019-02-30")
    assert str(UNKNOWN) == "an unknown day"


def test_an_order_that_is_not_certain_is_said() -> None:
    found = one("Signed 12/04/2017 in Lorn.")
    assert (found.value, found.how) == ("2017-XX-XX", "unknown")
    assert (found.first, found.last) == (date(2017, 4, 12), date(2017, 12, 4))
    assert "Wednesday 12 April 2017 or Monday 4 December 2017" in found.reason


def test_a_weekday_that_does_not_fit_its_date_is_said() -> None:
    assert "but that day is Wednesday" in one("It broke on Friday, April 12, 2017.").reason
    assert one("It broke on Wednesday, April 12, 2017.").reason == "It says so in full."


@pytest.mark.parametrize(
    "text", ["on February 30", "on 31 April 2017", "on 2017-13-01", "on 31/31/2017"]
)
def test_days_that_do_not_exist_are_none(text: str) -> None:
    assert all(
        re.fullmatch(r"XXXX-0\d|2019-0\d|2017|2017-04", t.value) for t in tag_times(text, SAID)
    )


def test_the_ends_of_the_calendar() -> None:
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        for text in (
            "last week",
            "next century",
            "on Monday",
            "in May",
            "two thousand years ago",
            "at Easter",
        ):
            for found in tag_times(text, Anchor.on(day)):
                assert found.value


# -- the dates before -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "before", "value"),
    [
        ("Two days later it broke.", ("2017-04-12",), "2017-04-14"),
        ("A day earlier it broke.", ("2017-04-12",), "2017-04-11"),
        ("A year earlier it broke.", ("2017-04-12",), "2016"),
        ("A month later it broke.", ("2017-01-31",), "2017-02"),
        ("The next morning it broke.", ("2017-04-12",), "2017-04-13TMO"),
        ("That night it broke.", ("2017-04-12T09:30",), "2017-04-12TNI"),
        ("The same day it broke.", ("2017-04-12",), "2017-04-12"),
        ("The following week it broke.", ("2017-04-12",), "2017-W16"),
        ("The previous year it broke.", ("1848",), "1847"),
        ("It broke the day before.", ("2017-04-12", "1848"), "2017-04-11"),
        ("Two days later it broke.", ("2017-04-12", "2018-01-01"), "2018-01-03"),
        ("Two days later it broke.", ("1848",), "XXXX-XX-XX"),  # a year is too coarse
        ("Days later it broke.", ("2017-04-12",), "XXXX-XX-XX"),
        ("At 9 p.m. it broke.", ("2017-04-12",), "2017-04-12T21:00"),
    ],
)
def test_dates_told_from_one_before(text: str, before: tuple[str, ...], value: str) -> None:
    assert one(text, SAID, before).value == value


def test_a_date_in_the_same_sentence_is_one_before() -> None:
    found = tag_times("It rose on April 12, 2017, and broke two days later.")
    assert [t.value for t in found] == ["2017-04-12", "2017-04-14"]
    assert found[1].reason == "It counts from 2017-04-12, the date before it."


# -- the tense ------------------------------------------------------------------------------------

FRIDAYS = [
    ("The council met on Friday.", "past"),
    ("The council has met on Friday.", "past"),
    ("The council will meet on Friday.", "future"),
    ("The council meets on Friday.", "present"),
    ("The council is meeting on Friday.", "present"),
    ("The council is to meet on Friday.", "future"),
    ("The council is set to meet on Friday.", "future"),
    ("The vote is due on Friday.", "future"),
    ("The vote is on Friday.", "present"),
    ("The vote was scheduled for Friday.", "future"),
    ("The hearing has been set by the court for Friday.", "future"),
    ("The hearing has been set up on Friday.", "past"),
    ("They said on Friday that they would leave.", "past"),
    ("They said they would leave on Friday.", "future"),
    ("He told reporters Friday the dyke will hold.", "past"),
    ("The dyke will hold, he said Friday.", "past"),
    ("Ties should be improved, the envoy said during a trip to Lorn Friday.", "past"),
    ("The bill, passed on Friday, costs millions.", "past"),
    ("They spoke of a meeting to be held on Friday.", "future"),
    ("They plan to meet on Friday.", "future"),
    ("They began to leave on Friday.", "past"),
    ("Some had refused to leave on Friday.", "past"),
    ("The union has called a strike for Friday.", "future"),
    ("The envoy scheduled a call for Friday.", "future"),
    ("The union called for a strike on Friday.", "past"),
    ("The logs were taken, and the officers are to be questioned Friday.", "future"),
    ("The mayor failed to come on Friday.", "past"),
    ("The mayor agreed to come on Friday.", "future"),
    ("The mayor may speak on Friday.", "future"),
    ("The mayor may have spoken on Friday.", "past"),
    ("The mayor is expected in Lorn on Friday.", "future"),
    ("Friday's meeting ended without a vote.", "past"),
    ("Friday's meeting will be held in Lorn.", "future"),
    ("The boat will wear new paint when it arrives on Friday.", "future"),
    ("Rescuers were searching the river on Friday.", "past"),
    ("Lorn Radio reports on Friday that the dyke broke.", "past"),
]


@pytest.fixture(scope="module")
def readings() -> dict[str, dict[str, object]]:
    return {
        row["text"]: row for row in load().read([text for text, _ in FRIDAYS]).iter_rows(named=True)
    }


@pytest.mark.parametrize(("text", "tense"), FRIDAYS)
def test_the_tense_of_the_verb_above(
    text: str, tense: str, readings: dict[str, dict[str, object]]
) -> None:
    at = text.index("Friday")
    assert tense_of_tree(readings[text])(at, at + 6) == tense
    (found,) = tag_times(text, SAID, tense_of_tree(readings[text]))
    assert found.value == ("2019-06-14" if tense == "past" else "2019-06-21")
    assert f"its verb speaks of the {tense}" in found.reason


def test_a_verb_of_the_present_takes_the_nearest_month() -> None:
    assert [t.value for t in tag_times("in May", SAID, lambda *_: "present")] == ["2019-05"]
    assert [t.value for t in tag_times("in May", SAID, lambda *_: "future")] == ["2020-05"]
    assert [t.value for t in tag_times("in August", SAID, lambda *_: "past")] == ["2018-08"]


def test_since_looks_back_whatever_the_verb() -> None:
    assert one("It will have stood since Friday.").value == "2019-06-14"


def test_a_tree_without_a_verb_tells_no_tense() -> None:
    (row,) = load().read(["Floods on Friday"]).iter_rows(named=True)
    (found,) = tag_times("Floods on Friday", SAID, tense_of_tree(row))
    assert found.value == "2019-06-14"
    assert "as news has it" in found.reason


# -- damaged text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the dyke.The talks began Wednesday.Dunn left", ["Wednesday"]),
        ("it broke in 2003.”Our mission", ["2003"]),
        ("On  Monday ,  June\u00a010 ,  2019 , it broke", ["Monday ,  June\u00a010 ,  2019"]),
        ("“It broke on ‘Friday’”, he said", ["Friday"]),
        ("Last week’s flood, last week's flood", ["Last week", "last week"]),
        ("two‑day and two–day and two - day talks", ["two‑day", "two–day", "two - day"]),
        ("at nine o’clock on Fri\u00adday", ["nine o’clock on Fri\u00adday"]),
        ("this year - the floods", ["this year"]),
        ("this year—the floods", ["this year"]),
        ("the ’90s", ["the ’90s"]),
        ("９ p.m. on ２０１７-０４-１２", ["９ p.m. on ２０１７-０４-１２"]),
    ],
)
def test_damaged_text(text: str, wanted: list[str]) -> None:
    assert [t.text for t in tag_times(text, SAID)] == wanted


@given(any_texts(), st.sampled_from([UNKNOWN, SAID, WEEK]))
def test_expressions_lie_in_the_text_in_order_and_apart(text: str, anchor: Anchor) -> None:
    reached = 0
    for found in tag_times(text, anchor):
        assert reached <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        reached = found.end


PIECES = (
    "last next this the a two 12 31 1998 2017 May March June Friday fri sat second seconds week weeks of in "
    "ago later before since at 9 : 30 a.m. - / , . early late end half and to year years old Q3 1990s 3rd "
    "morning night summer fall every once UTC ( ) + Christmas Easter day hundred few about more than"
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([UNKNOWN, SAID, WEEK]))
def test_any_row_of_such_words_is_read(words: list[str], anchor: Anchor) -> None:
    text = " ".join(words)
    for found in tag_times(text, anchor):
        assert text[found.start : found.end] == found.text
        assert found.type in ("DATE", "TIME", "DURATION", "SET")
        assert found.how in ("explicit", "relative", "unknown")
        assert found.reason.endswith(".")
        assert anchor != UNKNOWN or found.how != "relative" or "XXXX" not in found.value
        days = days_of(found.value)
        if days and found.how != "unknown" and found.type in ("DATE", "TIME"):
            assert days == (found.first, found.last)


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_what_cannot_have_times_has_none(words: list[str]) -> None:
    text = " ".join(words)
    assert may_have_times(text) or not tag_times(text)
    assert may_have_times(text) == may_have_times(text.upper()) or "½" in text
