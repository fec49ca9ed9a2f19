"""Expressions of time in sentences of our own: what is one, and its value, worked out by hand.

They are said on Thursday 20 June 2019, which lies in week 25, unless a test says otherwise. A line is a
sentence, and behind each `=>` an expression, its value, and its MOD if it has one.
"""

from datetime import date

import pytest

from stemma.times import UNKNOWN, Anchor, Timex, tag_times

SAID = Anchor.on(date(2019, 6, 20))


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


def shown(found: list[Timex]) -> list[str]:
    return [" ".join([one.text, "=", one.value, one.mod]).strip() for one in found]


def check(line: str, anchor: Anchor = SAID) -> None:
    text, *wanted = (part.strip() for part in line.split("=>"))
    assert shown(tag_times(text, anchor)) == [one for one in wanted if one]


EXPLICIT = lines("""
The dyke broke on April 12, 2017. => April 12, 2017 = 2017-04-12
The dyke broke on 12 April 2017. => 12 April 2017 = 2017-04-12
It broke on Wednesday, April 12, 2017, at noon. => Wednesday, April 12, 2017, at noon = 2017-04-12T12:00
It broke on Wednesday April 12 2017. => Wednesday April 12 2017 = 2017-04-12
It broke on the 12th of April, 2017. => the 12th of April, 2017 = 2017-04-12
The first of May 2016 was a Sunday. => The first of May 2016 = 2016-05-01
Sept. 3, 1939 was a Sunday. => Sept. 3, 1939 = 1939-09-03
He was born on Feb 29, 2000. => Feb 29, 2000 = 2000-02-29
The log of 2017-04-12 is lost. => 2017-04-12 = 2017-04-12
Stamped 2017-04-12T09:30:00Z by the post. => 2017-04-12T09:30:00Z = 2017-04-12T09:30Z
Stamped 2017/04/12 by the post. => 2017/04/12 = 2017-04-12
Signed 25/12/2016 in Lorn. => 25/12/2016 = 2016-12-25
Signed 12/25/2016 in Lorn. => 12/25/2016 = 2016-12-25
Signed 05/05/16 in Lorn. => 05/05/16 = 2016-05-05
Signed 3/14/98 in Lorn. => 3/14/98 = 1998-03-14
Signed 12.04.2017 in Lorn. => 12.04.2017 = 2017-04-12
Signed 12-Apr-2017 in Lorn. => 12-Apr-2017 = 2017-04-12
It rained in April 2017. => April 2017 = 2017-04
It rained in Sept. 2017. => Sept. 2017 = 2017-09
It rained in May of 2017. => May of 2017 = 2017-05
It rained in early April 2017. => early April 2017 = 2017-04 START
The bridge fell in 1848. => 1848 = 1848
The 2003 flood is forgotten. => 2003 = 2003
It fell below 2005 levels. => 2005 = 2005
The 2000 games are forgotten. => 2000 = 2000
It lasted from 2009 to 2011. => 2009 = 2009 => 2011 = 2011
In the season of 2016-17 they won. => 2016 = 2016 => 17 = 2017
It rained through the 1990s. => the 1990s = 199
It rained in the early 1970s. => the early 1970s = 197 START
It rained in the mid-1980s. => the mid-1980s = 198 MID
The songs of the '60s are back. => the '60s = 196
The songs of the 80s are back. => the 80s = 198
The songs of the ’30s are back. => the ’30s = 193
The rate is in the mid-30s. =>
The roaring twenties of Lorn ended. =>
It rained all through the nineties. => the nineties = 199
The 19th century was wet. => The 19th century = 18
A 21st-century dyke was built. => 21st-century = 20
It rose in late 2016. => late 2016 = 2016 END
It rose by mid-2011. => mid-2011 = 2011 MID
It fell at the end of 2016. => the end of 2016 = 2016 END
It fell in the second quarter of 2016. => the second quarter of 2016 = 2016-Q2
It fell in Q3 2016. => Q3 2016 = 2016-Q3
It fell in the first half of 2016. => the first half of 2016 = 2016-H1
It fell in the summer of 2016. => the summer of 2016 = 2016-SU
It fell in fall 2016. => fall 2016 = 2016-FA
They left on Christmas Eve 2015. => Christmas Eve 2015 = 2015-12-24
They left on Easter Sunday 2016. => Easter Sunday 2016 = 2016-03-27
They left on Thanksgiving 2017. => Thanksgiving 2017 = 2017-11-23
They met on April 6-7, 2017. => April 6 = 2017-04-06 => 7, 2017 = 2017-04-07
They met from 6 to 7 April 2017. => 6 = 2017-04-06 => 7 April 2017 = 2017-04-07
Costs for fiscal 2007 rose. => fiscal 2007 = FY2007
""")

RELATIVE = lines("""
The council met on Tuesday. => Tuesday = 2019-06-18
The council met on Thursday. => Thursday = 2019-06-20
The council met on Friday. => Friday = 2019-06-14
The council will meet on Friday. => Friday = 2019-06-21
The council will meet on Wednesday. => Wednesday = 2019-06-26
The council met last Thursday. => last Thursday = 2019-06-13
The council met last Tuesday. => last Tuesday = 2019-06-18
The council will meet next Tuesday. => next Tuesday = 2019-06-25
The council will meet this coming Monday. => this coming Monday = 2019-06-24
It met this past Monday. => this past Monday = 2019-06-17
It met early Monday. => early Monday = 2019-06-17 START
It met late on Monday. => late on Monday = 2019-06-17 END
It met earlier Wednesday in Lorn. => earlier Wednesday = 2019-06-19 START
It met today, not yesterday. => today = 2019-06-20 => yesterday = 2019-06-19
It meets tomorrow. => tomorrow = 2019-06-21
It met the day before yesterday. => the day before yesterday = 2019-06-18
It meets the day after tomorrow. => the day after tomorrow = 2019-06-22
It met last week. => last week = 2019-W24
It meets next week. => next week = 2019-W26
This week’s vote was lost. => This week = 2019-W25
It met late last week. => late last week = 2019-W24 END
It met last month and last year. => last month = 2019-05 => last year = 2018
It will open later this year. => later this year = 2019 END
It closed earlier this month. => earlier this month = 2019-06 START
It will open by the end of the year. => the end of the year = 2019 END
It opened at the very beginning of this month. => the very beginning of this month = 2019-06 START
It rose this quarter and in the last quarter. => this quarter = 2019-Q2 => the last quarter = 2019-Q1
The worst of this decade and of last century. => this decade = 201 => last century = 19
They met over the weekend. => the weekend = 2019-W24-WE
They will meet at the weekend. => the weekend = 2019-W25-WE
They met last weekend. => last weekend = 2019-W24-WE
It rained in April. => April = 2019-04
It rained in October. => October = 2018-10
It will rain in October. => October = 2019-10
It will rain in March. => March = 2020-03
It rained in May. => May = 2019-05
It rained in early June. => early June = 2019-06 START
Until mid-July it will rain. => mid-July = 2019-07 MID
It rained last April. => last April = 2019-04
It rained last June. => last June = 2018-06
It rained in April of last year. => April of last year = 2018-04
It rained on April 12 last year. => April 12 last year = 2018-04-12
The dyke broke on April 12. => April 12 = 2019-04-12
The dyke broke on 11 December. => 11 December = 2018-12-11
It will close on 11 December. => 11 December = 2019-12-11
It broke on Saturday, June 15. => Saturday, June 15 = 2019-06-15
It broke on Sat., June 15, in Lorn. => Sat., June 15 = 2019-06-15
It broke on Sunday, December 30. => Sunday, December 30 = 2018-12-30
It opened two years ago. => two years ago = 2017
It opened a year ago. => a year ago = 2018
It opened about three weeks ago. => about three weeks ago = 2019-W22 APPROX
It opened ten days ago. => ten days ago = 2019-06-10
It opened 18 months ago. => 18 months ago = 2017-12
It opened more than two decades ago. => more than two decades ago = 199 BEFORE
It opened two and a half years ago. => two and a half years ago = 2016-12
It opened a fortnight ago. => a fortnight ago = 2019-W23
It opens two weeks from now. => two weeks from now = 2019-W27
It opened several years ago. => several years ago = PAST_REF
It opened long ago. => long ago = PAST_REF
It opened a long time ago. => a long time ago = PAST_REF
It will rain through the weekend. => the weekend = 2019-W25-WE
It snowed last winter. => last winter = 2018-WI
It will close this summer. => this summer = 2019-SU
It will close next spring. => next spring = 2020-SP
It closed last summer. => last summer = 2018-SU
It will close in the fall. => the fall = 2019-FA
It closed in autumn. => autumn = 2018-FA
It rose in the first quarter. => the first quarter = 2019-Q1
It rose in the second half of last year. => the second half of last year = 2018-H2
It rose in Q4. => Q4 = 2018-Q4
They came last Christmas. => last Christmas = 2018-12-25
They will come on New Year's Eve. => New Year's Eve = 2019-12-31
They came on Good Friday. => Good Friday = 2019-04-19
They will come next Easter Monday. => next Easter Monday = 2020-04-13
""")

HOURS = lines("""
It broke on the night of April 6. => the night of April 6 = 2019-04-06TNI
It broke at 9:30 a.m. Thursday. => 9:30 a.m. Thursday = 2019-06-20T09:30
It broke Wednesday at 9 p.m. in Lorn. => Wednesday at 9 p.m. = 2019-06-19T21:00
It broke at 12:15 a.m. on Monday. => 12:15 a.m. on Monday = 2019-06-17T00:15
It broke at 18:00 UTC. => 18:00 UTC = 2019-06-20T18:00Z
It broke on Tuesday in Lorn at 18:00 GMT. => Tuesday = 2019-06-18 => 18:00 GMT = 2019-06-18T18:00Z
It broke at 6:40 p.m. (GMT +8). => 6:40 p.m. (GMT +8) = 2019-06-20T18:40
May 1, after Monday's flood, 6 p.m. => May 1 = 2019-05-01 => Monday = 2019-06-17 => 6 p.m. = 2019-05-01T18:00
It broke at 09.30 GMT. => 09.30 GMT = 2019-06-20T09:30Z
It broke at 1800 GMT. => 1800 GMT = 2019-06-20T18:00Z
It broke at 9pm. => 9pm = 2019-06-20T21:00
It broke at 9.30pm. => 9.30pm = 2019-06-20T21:30
It broke at 14:30. => 14:30 = 2019-06-20T14:30
It broke at nine o'clock. => nine o'clock = 2019-06-20T09:00
It broke at six o’clock this afternoon. => six o’clock this afternoon = 2019-06-20T18:00
It broke at three o'clock in the morning. => three o'clock in the morning = 2019-06-20T03:00
It will break at 9 o'clock tonight. => 9 o'clock tonight = 2019-06-20T21:00
It broke at 11 p.m. last night. => 11 p.m. last night = 2019-06-19T23:00
They told Radio This Morning of it. =>
It broke at midnight. => midnight = 2019-06-20T24:00
It broke this morning. => this morning = 2019-06-20TMO
It broke last night. => last night = 2019-06-19TNI
It will break tonight. => tonight = 2019-06-20TNI
It broke on Friday morning. => Friday morning = 2019-06-14TMO
It broke yesterday evening. => yesterday evening = 2019-06-19TEV
It broke late Tuesday night. => late Tuesday night = 2019-06-18TNI END
It broke in the early hours of Sunday. => the early hours of Sunday = 2019-06-16TMO START
The match ended 3:2 in Lorn. =>
""")

LENGTHS = lines("""
They talked for nearly two hours. => nearly two hours = PT2H LESS_THAN
The three-day talks failed. => three-day = P3D
The country’s six-year war goes on. => six-year = P6Y
It took more than a week. => more than a week = P1W MORE_THAN
It took at least 40 minutes. => at least 40 minutes = PT40M EQUAL_OR_MORE
It took about ten years. => about ten years = P10Y APPROX
It took twenty-five years. => twenty-five years = P25Y
It took a year and a half. => a year and a half = P1.5Y
It took two and a half years. => two and a half years = P2.5Y
It took half an hour. => half an hour = PT30M
It took two hours and 20 minutes. => two hours and 20 minutes = PT2H20M
It took 10-15 minutes. => 10-15 minutes = PT15M APPROX
It took two or three days. => two or three days = P3D APPROX
It took several hours. => several hours = PTXH
It took a couple of days. => a couple of days = PXD
They waited for hours. => hours = PTXH
Hours after the flood they left. => Hours = PTXH
It ended the decades-long row. => decades-long = PXY
A week-long strike began. => week-long = P1W
In the past 18 months it sank. => the past 18 months = P18M
Over the next four years it will sink. => the next four years = P4Y
It sank this past week. => this past week = P1W
The best of the past decade. => the past decade = P10Y
It sank in the first few months of her term. => the first few months = PXM
It was the war of these past few years. => these past few years = PXY
It sank over the last couple of years. => the last couple of years = PXY
Three years after it opened it sank. => Three years = P3Y
It opened two days before the flood. => two days = P2D
It came 18 months behind schedule. => 18 months = P18M
It stood for over 10 years. => over 10 years = P10Y MORE_THAN
It cost millions over 10 years. => 10 years = P10Y
It will sink over the next decade. => the next decade = P10Y
It took no more than six weeks. => no more than six weeks = P6W EQUAL_OR_LESS
In the early days of the war it sank. =>
It took 1,200 hours. => 1,200 hours = PT1200H
It took a fortnight. => a fortnight = P2W
It took 2.5 years. => 2.5 years = P2.5Y
Two dozen years it took. => Two dozen years = P24Y
""")

SETS = lines("""
They meet every Friday. => every Friday = XXXX-WXX-5
They meet on Fridays. => Fridays = XXXX-WXX-5
They meet every Friday night. => every Friday night = XXXX-WXX-5TNI
They meet every week. => every week = P1W
They meet every two weeks. => every two weeks = P2W
They meet every other day. => every other day = P2D
They meet every morning. => every morning = XXXX-XX-XXTMO
They meet each April. => each April = XXXX-04
They meet twice a week. => twice a week = P1W
They build 15 boats a year. => a year = P1Y
It costs 40 crowns per month. => per month = P1M
The annual fair was held. => annual = P1Y
They meet weekly. => weekly = P1W
They meet twice daily. => twice daily = P1D
They meet every weekend. => every weekend = XXXX-WXX-WE
""")

VAGUE = lines("""
It sank recently. => recently = PAST_REF
It now sinks. => now = PRESENT_REF
It is currently sinking. => currently = PRESENT_REF
It will soon sink. => soon = FUTURE_REF
It soon broke. =>
It is sinking at the moment. => at the moment = PRESENT_REF
These days it sinks. => These days = PRESENT_REF
It sank in recent years. => recent years = PAST_REF
It will sink in the coming weeks. => the coming weeks = FUTURE_REF
It will sink in the near future. => the near future = FUTURE_REF
""")

NONE = lines("""
He may march in the sun.
She may not; they may.
They march on Lorn in the second boat.
March on, they said, and sing.
Sat on a wall, the sun in his eyes.
The fall of Lorn was quick.
They spring a trap, and fall into it.
The second man lost a second boat.
Anna Holm, 43, is aged 43 and 43 years old.
A 33-year-old man and two 12-year-olds left.
A boy of 12 years of age left.
Some 2000 rebels and about 1990 soldiers left.
It cost $2015 or €2,017.
Flight 2016 took Route 1999 under Resolution 2042.
They paid 2000 crowns for 1950 boats.
April Dunn and May Brook met June Dale.
Theresa May left.
The Sunday Telegraph and the Daily Mirror wrote of it.
USA Today wrote of it.
They read the weekly Lorn Gazette.
One day it will sink.
It sank as soon as it left.
It does 40 miles an hour.
A quarter of the men had half of the boats.
Call 0800 1234 or 24/7.
In Lorn 2000 rebels left.
He won 3-2 and 21/2 on points.
A day of wrath.
The last second of the last minute was wild.
It was the present for a former king.
In time they will see the time.
It is a time of night birds.
He took the stage late and left early.
The last time was the first time.
Black Friday is a book.
Easter Island is far.
Is it true? No.

x
12
1
""")


@pytest.mark.parametrize("line", EXPLICIT)
def test_what_says_its_date_in_full(line: str) -> None:
    check(line)
    check(line, UNKNOWN)


@pytest.mark.parametrize("line", RELATIVE)
def test_what_is_told_from_the_anchor(line: str) -> None:
    check(line)


@pytest.mark.parametrize("line", HOURS)
def test_hours_and_parts_of_a_day(line: str) -> None:
    check(line)


@pytest.mark.parametrize("line", [*LENGTHS, *SETS, *VAGUE])
def test_what_needs_no_anchor(line: str) -> None:
    check(line)
    check(line, UNKNOWN)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert shown(tag_times(text, SAID)) == []


def test_an_hour_is_not_of_a_day_in_a_clause_behind_it() -> None:
    said = tag_times("She met him in the evening and said that talks resume on June 24.", UNKNOWN)
    assert [one.value for one in said] == ["TEV", "XXXX-06-24"]
    check("It burned at noon on June 18. => noon on June 18 = 2019-06-18T12:00")
    check(
        "In the evening she spoke on June 18. => the evening = 2019-06-18TEV => June 18 = 2019-06-18"
    )
