"""Values of TIMEX3 that leave open which week or year is meant; behind either an hour may stand."""

import re
from datetime import date

# `last week`: nothing is known of it but that it is a week.
WEEK = "XXXX-WXX"
# `Monday`, `Monday morning`: the number of the day, from 1 for Monday.
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T.*)?")
# `12 April`: the month and the day.
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)(T.*)?")


def weekday_of(day: date) -> str:
    """The value of the weekday on which a day falls: `XXXX-WXX-1` for a Monday."""
    return f"{WEEK}-{day.isoweekday()}"
