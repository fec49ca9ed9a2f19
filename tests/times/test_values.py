"""The calendar: values of stretches, their days, and what comes again each year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.times.phrases import Named
from stemma.times.recurring import chosen, easter, falls
from stemma.times.values import UNITS, days_of, length_value, moved, unit_of, value_of

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
WINTER = date(2017, 1, 20)


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        ("day", "2017-01-20", date(2017, 1, 20), date(2017, 1, 20)),
        ("week", "2017-W03", date(2017, 1, 16), date(2017, 1, 22)),
        ("weekend", "2017-W03-WE", date(2017, 1, 21), date(2017, 1, 22)),
        ("month", "2017-01", date(2017, 1, 1), date(2017, 1, 31)),
        ("season", "2016-WI", date(2016, 12, 1), date(2017, 2, 28)),
        ("quarter", "2017-Q1", date(2017, 1, 1), date(2017, 3, 31)),
        ("half", "2017-H1", date(2017, 1, 1), date(2017, 6, 30)),
        ("year", "2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("decade", "201", date(2010, 1, 1), date(2019, 12, 31)),
        ("century", "20", date(2000, 1, 1), date(2099, 12, 31)),
    ],
)
def test_stretches_of_the_calendar(unit: str, value: str, first: date, last: date) -> None:
    assert value_of(unit, WINTER) == value
    assert days_of(value) == (first, last)
    assert unit_of(value) == unit


@given(DAYS, st.sampled_from([unit for unit in UNITS if unit != "weekend"]))
def test_a_day_lies_in_the_days_of_its_value(day: date, unit: str) -> None:
    days = days_of(value_of(unit, day))
    assert days is not None
    assert days[0] <= day <= days[1]
    assert value_of(unit, days[0]) == value_of(unit, days[1]) == value_of(unit, day)
    assert value_of(unit, days[1] + timedelta(days=1)) != value_of(unit, day)


@pytest.mark.parametrize(
    "value", ["XXXX-04-12", "P3D", "PAST_REF", "2017-02-30", "2017-W54", "T09:30", "FY2017"]
)
def test_values_that_name_no_days(value: str) -> None:
    assert days_of(value) is None


def test_an_hour_is_on_its_day() -> None:
    assert days_of("2017-04-12T09:30Z") == days_of("2017-04-12TMO") == days_of("2017-04-12")


@pytest.mark.parametrize(
    ("unit", "by", "day"),
    [
        ("day", -20, date(2016, 12, 31)),
        ("week", 1, date(2017, 1, 27)),
        ("month", 1, date(2017, 2, 20)),
        ("quarter", -1, date(2016, 10, 20)),
        ("year", -3, date(2014, 1, 20)),
        ("decade", 2, date(2037, 1, 20)),
        ("century", -1, date(1917, 1, 20)),
    ],
)
def test_moving(unit: str, by: float, day: date) -> None:
    assert moved(unit, WINTER, by) == day


def test_a_short_month_takes_its_last_day() -> None:
    assert moved("month", date(2017, 1, 31), 1) == date(2017, 2, 28)
    assert moved("year", date(2016, 2, 29), 1) == date(2017, 2, 28)


@pytest.mark.parametrize(
    ("unit", "number", "value"),
    [
        ("day", 3, "P3D"), ("week", 1, "P1W"), ("year", 2.5, "P2.5Y"), ("year", 0.5, "P6M"),
        ("decade", 2, "P20Y"), ("century", 0.5, "P50Y"), ("fortnight", 1, "P2W"), ("hour", 48, "PT48H"),
        ("hour", 0.5, "PT30M"), ("minute", 90, "PT90M"), ("year", None, "PXY"), ("hour", None, "PTXH"),
        ("day", 0.5, "PT12H"), ("second", 30, "PT30S"), ("year", 2_000_000, "P2000000Y"),
    ],
)  # fmt: skip
def test_lengths(unit: str, number: float | None, value: str) -> None:
    assert length_value(unit, number) == value


# Of tables of Easter: the earliest, the latest, and others.
@pytest.mark.parametrize("day", [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2017, 4, 16),
                                 date(2019, 4, 21), date(2024, 3, 31), date(2038, 4, 25)])  # fmt: skip
def test_easter(day: date) -> None:
    assert easter(day.year) == day


def test_holidays_that_move() -> None:
    assert falls(Named("holiday", "thanksgiving"), 2017) == (
        (date(2017, 11, 23),) * 2,
        "2017-11-23",
    )
    assert falls(Named("holiday", "good friday"), 2017) == ((date(2017, 4, 14),) * 2, "2017-04-14")
    assert falls(Named("day", "02-29"), 2017) is None


@pytest.mark.parametrize(
    ("named", "direction", "value"),
    [
        (Named("season", "WI"), "past", "2016-WI"),
        (Named("season", "WI", "last"), "past", "2015-WI"),
        (Named("season", "WI", "next"), "past", "2017-WI"),
        (Named("season", "SU", "last"), "past", "2016-SU"),
        (Named("month", "12"), "near", "2016-12"),
        (Named("month", "12"), "future", "2017-12"),
        (Named("month", "01"), "past", "2017-01"),
        (Named("month", "01", "last"), "past", "2016-01"),
        (Named("month", "07", year=-1), "near", "2016-07"),
        (Named("day", "02-29"), "past", "2016-02-29"),
        (Named("day", "02-29"), "future", "2020-02-29"),
        (Named("day", "12-31", weekday=6), "near", "2016-12-31"),
        (Named("quarter", "4"), "past", "2016-Q4"),
        (Named("weekend", "WE"), "past", "2017-W02-WE"),
        (Named("weekend", "WE", "this"), "near", "2017-W03-WE"),
        (Named("weekend", "WE", "next"), "near", "2017-W03-WE"),
    ],
)
def test_what_comes_again(named: Named, direction: str, value: str) -> None:
    found = chosen(named, WINTER, direction)
    assert found is not None
    assert found[0] == value


@given(
    DAYS,
    st.integers(1, 7),
    st.sampled_from(["past", "future", "near"]),
    st.sampled_from(["", "last", "next", "this"]),
)
def test_a_weekday_is_that_weekday_and_near(
    day: date, weekday: int, direction: str, way: str
) -> None:
    found = chosen(Named("weekday", str(weekday), way), day, direction)
    assert found is not None
    chosen_day = date.fromisoformat(found[0])
    assert chosen_day.isoweekday() == weekday
    assert abs((chosen_day - day).days) <= 7
    if way == "last":
        assert chosen_day < day
    if way == "next":
        assert chosen_day > day
    if weekday == day.isoweekday() and not way:
        assert chosen_day == day
