"""Records of figures and of expressions of time."""

from dataclasses import dataclass

from stemma.model.base import column


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a passage, with what it counts as far as its sentence says."""

    id: str = column("`figure-` and its span")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence")
    story_id: str | None = column("the story of the passage, none inside an insert")
    start: int = column("first character")
    end: int = column("behind the last character")
    kind: str = column(
        "count, money, share, vote, measure or duration; or, of what counts nothing, ordinal, age, year, "
        "time, identifier, score or other"
    )
    low: float | None = column("the least that is stated, null for an open end")
    high: float | None = column("the most that is stated, null for an open end")
    qualifier: str = column(
        "exact, at least, more than, at most, less than, about, almost, range or vague, as stated"
    )
    unit: str | None = column("the unit")
    per: str | None = column("of a rate, what it is for")
    what: str | None = column("what is counted, its main word as in a dictionary")
    what_start: int | None = column("first character of the words that name it")
    what_end: int | None = column("behind their last character")
    predicate: str | None = column("what is said of it, as in a dictionary")
    predicate_start: int | None = column("first character of these words")
    predicate_end: int | None = column("behind their last character")
    quote_id: str | None = column("the narrowest quote that holds it: said by its speaker")
    how: str = column("the rules that read it")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time in a passage, and what it means as far as its passage and the pile show."""

    id: str = column("`timex-` and its span")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence")
    start: int = column("first character")
    end: int = column("behind the last character")
    type: str = column("as in TimeML: DATE, TIME, DURATION or SET")
    value: str = column("the value, as in TIMEX3; `X` stands for what is not known")
    mod: str | None = column(
        "the modifier, as in TIMEX3: START, MID, END, APPROX, BEFORE and so on"
    )
    first: str | None = column(
        "the first day that it may lie on or reach, null where that is open; if `reason` says that it is "
        "likely, that of the week of its story"
    )
    last: str | None = column("the last day, likewise")
    anchor: str | None = column(
        "the day, or the days `first/last` between which its passage was said, or from which it counts; "
        "`../day` is a latest bound and no more"
    )
    anchor_how: str | None = column("what shows the anchor, or why it is not known")
    how: str = column("explicit (said in full), relative (told from its anchor) or unknown")
    reason: str = column("how the value was told")
    text: str = column("the characters themselves")
