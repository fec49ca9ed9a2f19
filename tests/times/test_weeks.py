"""The week in which a story mostly happened, and what of a page shows that it is no mosaic."""

from datetime import date, timedelta
from typing import Any

import pytest

from stemma.model import Sentence, Witness
from stemma.model import Timex as Row
from stemma.times import Line, Page, Pile, Wording, begins, timexes_of

REPORT = ["The wall fell on Monday.", "Soldiers mended it on Tuesday."]
MET = "The council met on Wednesday."


def page(name: str, texts: list[str], day: str | None = None, **more: Any) -> Page:
    """A page of one story, in which all verbs are of one tense."""
    lines = []
    for number, text in enumerate(texts):
        id_ = f"sentence-{name}-{number}"
        sentence = Sentence(id_, name, f"block-{name}", 0, len(text), False, "", text)
        wording = Wording(text, None)
        wording.__dict__["tense_of"] = lambda *_: more.get("tense", "past")
        lines.append(Line(sentence, False, None, wording, "story"))
    known = date.fromisoformat(day) if day else None
    whole = more.get("whole", False)
    return Page(name, known if whole else None, known, whole, lines, name)


def told(*pages: Page) -> Row:
    """The one expression of the last page."""
    rows = list(timexes_of(Pile(pages, [])))
    (one,) = (row for row in rows if row.article_id == pages[-1].article_id)
    return one


REPORTED = page("report", REPORT, "2023-06-14", whole=True)


def test_a_weekday_lies_in_the_week_of_the_days_that_are_known() -> None:
    one = told(REPORTED, page("other", [MET]))
    assert (one.value, one.how, one.anchor) == ("XXXX-WXX-3", "unknown", None)
    first, last = date.fromisoformat(one.first or ""), date.fromisoformat(one.last or "")
    assert first <= date(2023, 6, 12) < date(2023, 6, 14) <= last == first + timedelta(days=6)
    assert "It is likely Wednesday 14 June 2023: the days of its story lie mostly" in one.reason
    assert one.anchor_how is not None
    assert one.anchor_how.endswith(
        "the week of its story is told by 2 days that it tells of, 1 on which it was told and 1 of its pages"
    )


def test_a_story_that_goes_on_into_another_week_leaves_its_weekdays_open() -> None:
    later = page("later", ["The mayor left on Tuesday."], "2023-06-20", whole=True)
    one = told(REPORTED, later, page("other", [MET]))
    assert (one.first, one.last) == (None, None)


def test_without_a_known_day_no_week_is_told() -> None:
    bounds = page("bounds", REPORT, "2023-06-14")
    assert (told(bounds, page("other", [MET])).first, told(page("other", [MET])).last) == (
        None,
        None,
    )


def test_a_day_without_its_weekday_and_the_weekdays_of_all_show_a_week_too() -> None:
    texts = ["The dam burst on Monday.", "A mill fell on Monday.", "It rained on Tuesday."]
    first = page("first", [*texts, "Troops came on 13 June 2023."], "2023-06-15")
    one = told(first, page("last", [MET]))
    assert "It is likely Wednesday 14 June 2023" in one.reason
    later = page("late", ["The rain went on still."], "2023-09-15")  # says nothing
    assert told(first, later, page("last", [MET])).first == one.first


def test_what_several_sentences_call_last_week_is_so_in_others() -> None:
    flood = page("flood", ["The storm of last week was the worst."], "2023-06-14", whole=True)
    quay = page("quay", ["A boat sank last week."], "2023-06-15", whole=True)
    other = page("other", ["The harbour was closed last week."])
    one = told(flood, quay, other)
    assert (one.value, one.how) == ("XXXX-WXX", "unknown")
    assert (one.first, one.last) == ("2023-06-05", "2023-06-11")
    assert told(flood, other).first is None
    later = page("later", ["A boat sank last week."], "2023-06-21", whole=True)
    assert told(flood, quay, later, other).first is None


@pytest.mark.parametrize("text", ["The council met last Wednesday.", "The council met yesterday."])
def test_what_counts_from_its_own_day_is_not_told_by_the_week(text: str) -> None:
    assert told(REPORTED, page("other", [text])).first is None


def test_a_sentence_that_appears_late_may_be_of_a_later_week() -> None:
    assert told(REPORTED, page("other", [MET], "2023-06-18")).first is not None
    assert told(REPORTED, page("other", [MET], "2023-06-26")).first is None
    known = page("other", ["The council met on Monday."], "2023-06-26")
    assert told(REPORTED, known).first is not None


def test_what_is_still_to_come_needs_a_page_of_these_days() -> None:
    assert (
        told(REPORTED, page("other", ["They will meet on Wednesday."], tense="future")).first
        is None
    )
    dated = page("other", ["They will meet on Wednesday."], "2023-06-14", tense="future")
    assert told(REPORTED, dated).first is not None


def test_an_hour_lies_between_the_week_s_beginning_and_its_page() -> None:
    one = told(REPORTED, page("other", ["The siren was heard at 9 p.m."], "2023-06-14"))
    assert (one.value, one.how, one.last) == ("T21:00", "unknown", "2023-06-14")
    assert one.first is not None
    assert "2023-06-07" < one.first <= "2023-06-12"
    assert told(REPORTED, page("other", ["The siren was heard at 9 p.m."])).first is None


def test_an_hour_lies_about_the_days_beside_it() -> None:
    beside = page("other", ["The council met on Wednesday until the bells rang at 9 p.m."])
    rows = [row for row in timexes_of(Pile([REPORTED, beside], [])) if row.article_id == "other"]
    day, hour = rows
    assert (hour.value, hour.how) == ("T21:00", "unknown")
    assert (day.first or "") <= (hour.first or "") <= (hour.last or "") <= (day.last or "")
    assert "about the days of which its sentence tells" in hour.reason


def test_a_past_hour_is_not_about_a_day_to_come() -> None:
    text = "They met again at 9 p.m. and will do so once more when the envoy comes back on 20 June 2023."
    both = page("both", [text], "2023-06-15")
    ahead = text.index("will")
    both.lines[0].wording.__dict__["tense_of"] = lambda at, _: "past" if at < ahead else "future"
    hour, _ = (row for row in timexes_of(Pile([REPORTED, both], [])) if row.article_id == "both")
    assert (hour.value, (hour.last or "") < "2023-06-19") == ("T21:00", True)


def test_an_hour_lies_about_the_last_day_of_its_report() -> None:
    whole = page("whole", [*REPORT, "The siren was heard at 9 p.m."], whole=True)
    hour = [*timexes_of(Pile([REPORTED, whole], []))][-1]
    assert (hour.value, hour.how) == ("T21:00", "unknown")
    assert "about the days of which its report before it tells" in hour.reason


def test_what_is_told_in_the_present_needs_no_page_of_these_days() -> None:
    other = page("other", ["Six are missing, down from nine on Wednesday."], tense="present")
    assert told(REPORTED, other).first is not None


def test_words_of_somebody_have_the_day_of_a_page_that_says_whose_they_are() -> None:
    said = '"We saw the water rise on Monday"'
    whole = page("whole", [f"{said}, the miller said."], "2023-06-14", whole=True)
    bare = page("bare", [f"{said}."])
    own = page(
        "own", [f"The paper quotes her in its first edition: {said}, she wrote to the board."]
    )
    for other, value in ((bare, "2023-06-12"), (own, "XXXX-WXX-1")):
        family = [witness("whole", whole, False), witness("other", other, True)]
        rows = [*timexes_of(Pile([whole, other], family))]
        assert [row.value for row in rows] == ["2023-06-12", value]


def witness(name: str, of: Page, quoted: bool) -> Witness:
    (line,) = of.lines
    return Witness(
        name, "family", of.article_id, line.sentence.id, 0, 1, quoted, 0, quoted, "", "words"
    )


def test_a_page_with_sentences_that_others_had_long_before_dates_nothing() -> None:
    old = ["The mayor left.", "The clerk left.", "The cook left."]
    later = page("later", [*old, MET], "2023-06-15", whole=True)
    assert told(page("earlier", old[:2], "2023-06-02"), later).value == "2023-06-14"
    assert told(page("earlier", old, "2023-06-02"), later).value == "XXXX-WXX-3"


def test_a_page_that_opens_as_a_report_does_and_is_signed() -> None:
    def line(id_: str, kind: str, text: str) -> Line:
        sentence = Sentence(id_, "a", "block", 0, len(text), False, "", text)
        return Line(sentence, False, None, Wording(text, None), "story", kind)

    head = line("head", "headline", "HALDEN (Corvus) - The wall fell")
    by, lead = line("by", "dateline", "By Ida Holm"), line("lead", "paragraph", "The wall fell.")
    other = line("other", "paragraph", "It rained.")
    assert begins([head, lead], {"lead"}, signed=True)
    assert begins([head, by, lead], {"lead"}, signed=False)
    assert not begins([head, lead], {"lead"}, signed=False)
    assert not begins([head, other, lead], {"head", "lead"}, signed=True)
    assert not begins([], {"lead"}, signed=True)
