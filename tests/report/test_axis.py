"""Days on an axis that leaves out what nothing happened in, and figures on a scale."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.report.axis import axis, place, ticks
from stemma.report.days import short
from stemma.report.scale import scale

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MAYBE = st.none() | DAYS


def _ordered(one: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    first, last = one
    return (last, first) if first and last and first > last else one


SPANS = st.lists(st.tuples(MAYBE, MAYBE).map(_ordered).filter(any), min_size=1, max_size=30)


@given(SPANS)
def test_every_day_has_a_place_on_the_axis(spans: list[tuple[date | None, date | None]]) -> None:
    pieces = axis(spans)
    assert 1 <= len(pieces) <= 5
    assert all(a.last < b.first and a.x + a.width < b.x for a, b in zip(pieces, pieces[1:]))  # noqa: B905, RUF007
    for first, last in spans:
        where = place(pieces, first, last)
        assert 0 <= where.start <= where.end <= 100
        assert where.open_start or first is not None
        assert where.open_end or last is not None


@given(SPANS)
def test_ticks_are_in_order_and_have_room(spans: list[tuple[date | None, date | None]]) -> None:
    places = [tick.at for tick in ticks(axis(spans))]
    assert places == sorted(places)
    assert all(0 <= at <= 90.5 for at in places)


@given(st.lists(DAYS, min_size=2, max_size=20))
def test_a_later_day_is_never_left_of_an_earlier_one(days: list[date]) -> None:
    pieces = axis([(day, day) for day in days])
    places = [place(pieces, day, day).start for day in sorted(days)]
    assert places == sorted(places)


def test_years_without_an_event_are_cut_out() -> None:
    days = [(date(2003, 1, 1), date(2003, 12, 31))]
    days += [(date(2021, 5, n), date(2021, 5, n)) for n in (3, 4, 9)]
    far, near = axis(days)
    assert (far.first, near.first, near.last) == (
        date(2003, 1, 1),
        date(2021, 5, 3),
        date(2021, 5, 9),
    )
    assert near.width > far.width


def test_a_month_of_events_is_not_cut() -> None:
    first = date(2021, 5, 1)
    days = [first + timedelta(days=n) for n in (0, 2, 13, 30)]
    assert len(axis([(day, day) for day in days])) == 1


def test_what_is_known_to_a_year_goes_on_beyond_the_days_that_are_drawn() -> None:
    days = [(date(2021, 5, n), date(2021, 5, n)) for n in (3, 9)]
    year = (date(2021, 1, 1), date(2021, 12, 31))
    pieces = axis([*days, year])
    where = place(pieces, *year)
    assert (where.open_start, where.open_end) == (True, True)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2021, 5, 3), (2021, 5, 3), "3 May 2021"),
        ((2021, 5, 3), (2021, 5, 9), "3–9 May 2021"),
        ((2021, 4, 30), (2021, 5, 2), "30 Apr – 2 May 2021"),
        ((2020, 12, 30), (2021, 1, 2), "30 Dec 2020 – 2 Jan 2021"),
        ((2021, 2, 1), (2021, 2, 28), "February 2021"),
        ((2021, 1, 1), (2021, 12, 31), "2021"),
        (None, (2021, 5, 9), "by 9 May 2021"),
        ((2021, 5, 9), None, "from 9 May 2021"),
        (None, None, ""),
    ],
)
def test_days_in_few_words(
    first: tuple[int, int, int] | None, last: tuple[int, int, int] | None, said: str
) -> None:
    assert short(first and date(*first), last and date(*last)) == said


NUMBERS = st.floats(-1e9, 1e9).map(lambda n: round(n, 3))


@given(st.lists(NUMBERS, min_size=2, max_size=9))
def test_every_number_has_a_place_on_the_scale(numbers: list[float]) -> None:
    made = scale(numbers)
    if made is None:
        assert max(numbers) == min(numbers)
        return
    marks = made.marks()
    assert 2 <= len(marks) <= 7
    assert len({mark.label for mark in marks}) == len(marks)
    assert all(3.9 <= made.at(number) <= 96.1 for number in numbers)


def test_a_scale_begins_at_nought_where_that_is_near_enough() -> None:
    near, far = scale([14, 41]), scale([980, 1000])
    assert near
    assert far
    assert [mark.label for mark in near.marks()] == ["0", "20", "40", "60"]
    assert far.least >= 980


def test_what_is_open_has_an_arrow_and_what_is_a_range_has_ends() -> None:
    made = scale([10, 20])
    assert made
    assert made.extent(10, None)[2:] == (False, True)
    assert made.extent(None, 20)[2:] == (True, False)
    assert made.extent(10, 20) == (made.at(10), made.at(20), False, False)
