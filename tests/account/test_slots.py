"""What the reports of one event say of it."""

import pytest
from tests.account.events import mention, sentence, timex

from stemma.account.slots import (
    commonest,
    compared_type,
    shared,
    status_of,
    told,
    type_of,
    when,
)

LINE = sentence("A", "The ferry sank on 3 May 2021 off the cape, and a second one on Tuesday.")
SANK = mention(LINE, "sank")


@pytest.mark.parametrize(
    ("polarity", "certainty", "time", "status"),
    [
        ("positive", "certain", "past", "done"),
        ("positive", "probable", "past", "done"),
        ("positive", "certain", "present", "going on"),
        ("positive", "probable", "future", "planned"),
        ("positive", "unclear", "future", "asked for"),
        ("positive", "possible", "future", "possible"),
        ("positive", "possible", "past", "possible"),
        ("positive", "unclear", "past", "possible"),
        ("negative", "certain", "past", "not done"),
    ],
)
def test_the_status_of_a_mention(polarity: str, certainty: str, time: str, status: str) -> None:
    one = mention(LINE, "sank", polarity=polarity, certainty=certainty, time=time)
    assert status_of(one) == status


@pytest.mark.parametrize(
    ("how", "certainty", "time", "status"),
    [
        ("verb; no type; status: believe", "probable", "past", "possible"),
        ("verb; no type; status: apparently", "probable", "past", "done"),
        ("verb; no type; status: believe", "probable", "future", "planned"),
        ("noun; no type; status: be, whether", "unclear", "future", "possible"),
        ("noun; no type; status: ask", "unclear", "future", "asked for"),
    ],
)
def test_what_is_believed_or_left_open_is_possible(
    how: str, certainty: str, time: str, status: str
) -> None:
    one = mention(LINE, "sank", how=how, certainty=certainty, time=time)
    assert status_of(one) == status


def test_what_one_says_and_another_denies_is_disputed_and_both_are_named() -> None:
    says = mention(LINE, "sank", sources=("the coast guard",))
    denies = mention(LINE, "second", polarity="negative", sources=("!the owner",))
    assert told([says, denies], {}, facing=True) == (
        "disputed",
        ("the coast guard",),
        ("the owner",),
    )
    assert told([says, denies], {}).status == "done"  # they speak of two deeds


def test_what_a_page_says_itself_is_not_said_by_a_voice_alone() -> None:
    says = mention(LINE, "second", sources=("the coast guard",))
    assert told([SANK, says], {}) == ("done", (), ())


def test_who_denies_an_accusation_does_not_deny_that_it_was_made() -> None:
    made = mention(LINE, "sank", type="ACCUSE")
    denied = mention(LINE, "second", type="ACCUSE", polarity="negative", sources=("!Ada Brandt",))
    found = told([made, denied], {}, "ACCUSE")
    assert (found.status, found.denied_by) == ("done", ("Ada Brandt",))


def test_the_speaker_of_the_quote_counts_before_the_words_of_the_sentence() -> None:
    says = mention(LINE, "sank", sources=("she",))
    assert told([says], {says.id: "Ada Brandt"}).said_by == ("Ada Brandt",)


def test_the_days_that_all_reports_allow() -> None:
    day, week = timex(LINE, "3 May 2021", "2021-05-03"), timex(LINE, "Tuesday", None)
    exact = mention(LINE, "sank", first="2021-05-03", last="2021-05-03", timex_id=day.id)
    wide = mention(LINE, "second", first="2021-05-01", last="2021-05-07", timex_id=week.id)
    found = when([wide, exact], {day.id: day, week.id: week})
    assert (found.date, found.apart) == ("2021-05-03", False)
    assert found.how == f"explicit: '3 May 2021' in {exact.id}"


def test_days_that_exclude_each_other_are_disputed() -> None:
    one = mention(LINE, "sank", first="2021-05-03", last="2021-05-03")
    other = mention(LINE, "second", first="2021-05-04", last="2021-05-04")
    found = when([one, other], {})
    assert (found.date, found.apart) == ("2021-05-03/2021-05-04", True)
    assert found.how.startswith("disputed")


@pytest.mark.parametrize(
    ("value", "last", "date"),
    [
        ("XXXX-WXX-2", "2021-05-07", "2021-05-04"),  # the only one in the week that is likely meant
        ("XXXX-WXX-2TMO", "2021-05-07", "2021-05-04"),  # that morning
        ("XXXX-WXX-2", "2021-05-11", "2021-05-01/2021-05-11"),  # two of them
        ("XXXX-WXX", "2021-05-07", "2021-05-01/2021-05-07"),  # no weekday
    ],
)
def test_a_weekday_of_the_likely_week_is_likely_that_day(value: str, last: str, date: str) -> None:
    days = {"first": "2021-05-01", "last": last}
    week = timex(LINE, "Tuesday", None, value=value, **days)
    found = when([mention(LINE, "second", timex_id=week.id, **days)], {week.id: week})
    assert found.date == date
    assert found.how.startswith("likely: 'Tuesday'")
    # What is said of a day before it is not on it.
    before = mention(LINE, "second", timex_id=week.id, first="2021-04-01", last="2021-05-07")
    assert when([before], {week.id: week}).date == "2021-04-01/2021-05-07"


def test_an_open_end_is_no_date() -> None:
    found = when([mention(LINE, "sank", last="2021-05-03")], {})
    assert (found.date, found.last) == (None, "2021-05-03")
    assert when([SANK], {}).how.startswith("unknown")


def test_votes() -> None:
    assert commonest(["b", None, "a", "b"]) == "b"
    assert commonest(["b", "a"]) == "a"
    assert commonest([None]) is None
    assert shared([("a", "b"), ("a",), (), ("c", "a")]) == ("a",)
    assert shared([]) == ()


def test_who_denies_that_somebody_did_it_does_not_deny_that_it_happened() -> None:
    raid = mention(LINE, "sank", type="ASSAULT")
    denied = mention(
        LINE,
        "second",
        type="ASSAULT",
        polarity="negative",
        sources=("!Ada Brandt",),
        actors=("the crew",),
    )
    assert told([raid, denied], {}, "ASSAULT") == ("done", (), ("Ada Brandt",))
    nobody = mention(LINE, "second", type="ASSAULT", polarity="negative", sources=("!Ada Brandt",))
    assert told([raid, nobody], {}, "ASSAULT", facing=True).status == "disputed"


def test_who_says_that_somebody_tried_in_vain_denies_nothing() -> None:
    done = mention(LINE, "sank")
    tried, said = (
        mention(
            LINE,
            "second",
            polarity="negative",
            sources=("Ada Brandt",),
            how=f"verb; x; status: {rule}",
        )
        for rule in ("try", "not")
    )
    assert told([done, tried], {}).denied_by == ()
    assert told([done, said], {}).denied_by == ("Ada Brandt",)


def test_what_a_few_reports_name_in_passing_as_if_it_had_happened_did_not_for_that() -> None:
    asked = [mention(LINE, "sank", time="future", certainty="unclear") for _ in range(4)]
    passing = mention(LINE, "second", stands="aside")
    assert told([*asked, passing], {}).status == "asked for"
    assert told([*asked[:1], passing], {}).status == "done"
    assert told([*asked, mention(LINE, "second")], {}).status == "done"


def test_words_that_most_reports_say_were_never_said_were_not() -> None:
    """`vetoed a draft that would have demanded an inquiry`, of which one copy is read as if it had."""
    done = mention(LINE, "sank", type="REQUEST")
    undone = mention(LINE, "sank", type="REQUEST", polarity="negative")
    assert told([done, undone, undone], {}, "REQUEST").status == "not done"
    assert told([done, undone], {}, "REQUEST").status == "done"
    denied = mention(LINE, "sank", type="REQUEST", polarity="negative", sources=("!Ada Brandt",))
    assert told([done, denied, denied], {}, "REQUEST").status == "done"


def test_harm_that_a_report_shows_to_be_an_accident_is_nobodys() -> None:
    burst = mention(LINE, "sank", how="verb; not coded: an accident; status: stated")
    killed = mention(LINE, "sank", type="ASSAULT")
    by_rebels = mention(LINE, "sank", type="ASSAULT", actors=("rebels",))
    assert compared_type(burst) == compared_type(killed) == "ASSAULT"
    assert type_of([burst, killed, killed]) is None
    assert type_of([killed, killed]) == "ASSAULT"
    assert type_of([burst, by_rebels]) == "ASSAULT"


def test_reports_that_name_different_weekdays_tell_no_likely_day() -> None:
    days = {"first": "2021-05-01", "last": "2021-05-07"}
    tuesday = timex(LINE, "Tuesday", None, value="XXXX-WXX-2", **days)
    friday = timex(LINE, "3 May 2021", None, value="XXXX-WXX-5", **days)
    both = [mention(LINE, "second", timex_id=one.id, **days) for one in (tuesday, friday)]
    found = when(both, {tuesday.id: tuesday, friday.id: friday})
    assert (found.first, found.last) == (None, None)
    assert when(both[:1], {tuesday.id: tuesday}).date == "2021-05-04"


def test_of_a_weekday_in_weeks_on_end_only_the_last_day_is_said() -> None:
    days = {"first": "2021-04-10", "last": "2021-05-07"}
    week = timex(LINE, "Tuesday", None, value="XXXX-WXX-2", **days)
    found = when([mention(LINE, "second", timex_id=week.id, **days)], {week.id: week})
    assert (found.first, found.last) == (None, "2021-05-07")
