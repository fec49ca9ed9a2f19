"""Which lines are of one report, when a story was told, and which deeds are one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from stemma.model import Sentence
from stemma.times import Anchor, Line, Page, Wording, shown_date, tag_times
from stemma.times.anchored import Shown
from stemma.times.begins import spans
from stemma.times.deeds import Deed, deed_of
from stemma.times.pages import dateline_of
from stemma.times.reports import Reports
from stemma.times.settled import of_year
from stemma.times.values import yearly

JUNE = Anchor(date(2023, 6, 9), date(2023, 6, 14))


def line(article: str, number: int, text: str, kind: str = "paragraph", **more: Any) -> Line:
    id_ = f"sentence-{article}-{number}"
    sentence = Sentence(id_, article, "block", 0, len(text), False, "", text)
    return Line(sentence, False, None, Wording(text, more.get("reading")), "story", kind)


def page(article: str, day: str | None, texts: list[str], whole: bool = False) -> Page:
    known = date.fromisoformat(day) if day else None
    lines = [line(article, number, text) for number, text in enumerate(texts)]
    return Page(article, known, known, whole, lines, article)


# -- reports --------------------------------------------------------------------------------------


def reports(pages: dict[str, str], whole: str) -> Reports:
    """Articles with their families, a letter each."""
    made = [page(a, None, list(held), a in whole) for a, held in pages.items()]
    families = {f"sentence-{a}-{n}": {f} for a, held in pages.items() for n, f in enumerate(held)}
    return Reports(made, families)


def test_the_sentences_of_a_page_that_is_not_stitched_are_of_one_report() -> None:
    found = reports({"a": "pqrs", "b": "sxqy"}, "a")
    assert [found.of("b", f"sentence-b-{n}") for n in range(4)] == ["a", None, "a", None]
    assert found.of("b", "sentence-b-0", insert=True) is None


def test_two_such_pages_with_half_of_it_in_common_have_one() -> None:
    found = reports({"b": "pqru", "a": "pqst", "c": "su"}, "ab")
    assert {found.of("c", "sentence-c-0"), found.of("c", "sentence-c-1")} == {"a"}


def test_a_sentence_in_two_reports_shows_nothing() -> None:
    found = reports({"a": "pqrs", "b": "swxy", "c": "sw"}, "ab")
    assert (found.of("c", "sentence-c-0"), found.of("c", "sentence-c-1")) == (None, "b")


# -- when a story was told --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["It rained."], "2023-06-09"),
        (["It rained.", "The wall fell on June 2."], "2023-06-02"),
        (["It rained.", "The wall fell on May 2."], "2023-06-09"),
        (["It rained.", "The wall that fell last week was old."], "2023-06-05"),
    ],
)
def test_a_story_begins_before_its_first_page_and_with_what_it_tells(
    texts: list[str], first: str
) -> None:
    made = [
        page(a, f"2023-06-{day}", texts) for a, day in zip("abcd", (13, 14, 15, 16), strict=True)
    ]
    span = spans(made)["story"]
    assert (span.first.isoformat(), span.last.isoformat(), span.begun) == (
        first,
        "2023-06-16",
        True,
    )


def test_copies_and_few_pages_show_no_beginning() -> None:
    one = page("a", "2023-06-13", ["It rained."])
    copies = [Page(a, one.day, one.latest, False, one.lines, "a") for a in "abcd"]
    span = spans(copies)["story"]
    assert (span.first, span.begun) == (date(2023, 5, 13), False)


def test_a_story_with_many_undated_pages_has_no_beginning() -> None:
    dated = [page(a, "2023-06-13", ["It rained.", a]) for a in "abcd"]
    assert spans(dated)["story"].begun
    assert spans([*dated, *(page(a, None, ["It rained."]) for a in "efgh")])["story"].begun
    assert not spans([*dated, *(page(a, None, ["It rained."]) for a in "efghi")])["story"].begun


def test_days_with_their_weekdays_show_the_weeks_of_a_story() -> None:
    told = ["They met on Friday, June 9, 2023."]
    span = spans([page("a", None, told)])["story"]
    assert (span.first, span.last) == (date(2023, 5, 9), date(2023, 7, 10))
    assert "says Friday 2023-06-09" in span.why
    assert spans([page("a", None, ["They met on June 9, 2023."])]) == {}
    far = [*told, "They met on Friday, March 3, 2023."]
    assert spans([page("a", None, far)]) == {}


def test_a_page_shows_its_date_above_its_text_only() -> None:
    date_line, body = line("a", 0, "June 14, 2023", "dateline"), line("a", 1, "It rained.")
    assert shown_date([date_line, body]) == date(2023, 6, 14)
    assert shown_date([body, date_line]) is None


def test_a_headline_may_be_missing_or_ask() -> None:
    stamp, asks = (
        line("a", 0, "Posted on 14 June 2023 by admin", "headline"),
        line("a", 1, "Who fell?"),
    )
    body = line("a", 2, "It rained.")
    assert shown_date([stamp, body]) == date(2023, 6, 14)
    assert shown_date([asks, stamp, body]) == date(2023, 6, 14)
    for text in (
        "Vote set for 14 June 2023",
        "14 June 2023: a day of storms",
        "Storm of 14 June 2023",
    ):
        assert shown_date([line("a", 0, text, "headline"), body]) is None


# -- years ------------------------------------------------------------------------------------------


def test_the_years_around_some_days() -> None:
    assert yearly(1, 2, [date(2022, 12, 30)])[0] == (3, date(2023, 1, 2))
    assert [day.year for _, day in yearly(2, 29, [date(2023, 6, 1)])] == [2024]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The wall fell on June 2.", date(2023, 6, 2)),
        ("They were to mend it by July 1.", date(2023, 7, 1)),
        ("They were to mend it by December 31.", None),
        ("The June 2 Movement claimed it.", None),
    ],
)
def test_a_day_without_its_year_is_near_its_story(text: str, day: date | None) -> None:
    (one,) = tag_times(text)
    told = of_year(one.value, line("a", 0, text), one, Shown(JUNE, None, "so"))
    assert (told.timex.first if told else None) == day


# -- deeds --------------------------------------------------------------------------------------


def reading(*words: tuple[str, str, int, str]) -> dict[str, Any]:
    """Words with their tags, heads and relations, one blank between them."""
    at, starts = 0, []
    for word, *_ in words:
        starts.append(at)
        at += len(word) + 1
    return {
        "words": [w for w, *_ in words], "lemmas": [w.lower() for w, *_ in words], "starts": starts,
        "ends": [s + len(w[0]) for s, w in zip(starts, words, strict=True)],
        "upos": [w[1] for w in words], "xpos": ["" for _ in words],
        "heads": [w[2] for w in words], "rels": [w[3] for w in words],
    }  # fmt: skip


def test_the_deed_of_an_expression_is_the_noun_it_hangs_on() -> None:
    read = reading(
        ("the", "DET", 3, "det"), ("Police", "NOUN", 3, "compound"), ("raid", "NOUN", 0, "root"),
        ("on", "ADP", 5, "case"), ("Tuesday", "PROPN", 3, "nmod"),
    )  # fmt: skip
    told = line("a", 0, "the Police raid on Tuesday", reading=read)
    assert deed_of(told, 19, 26) == Deed("attack", True, frozenset({"police"}))
    assert deed_of(line("a", 0, "the raid"), 0, 3) is None


def test_where_a_report_was_filed_marks_no_deed() -> None:
    text = "HALDEN (LNA) - Ada sang on Tuesday"
    read = reading(
        ("HALDEN", "PROPN", 6, "discourse"), ("(LNA)", "PROPN", 1, "flat"), ("-", "PUNCT", 6, "punct"),
        ("Ada", "PROPN", 5, "nsubj"), ("sang", "VERB", 0, "root"), ("on", "ADP", 7, "case"),
        ("Tuesday", "PROPN", 5, "obl"),
    )  # fmt: skip
    told = line("a", 0, text, reading=read)
    assert deed_of(told, 27, 34) == Deed("sang", False, frozenset({"ada"}))


def test_deeds_fit_by_what_marks_them() -> None:
    raid = Deed("attack", True, frozenset({"police", "market"}))
    assert raid.fits(Deed("attack", True, frozenset({"police"})))
    assert not raid.fits(Deed("attack", True, frozenset({"air"})))
    assert not raid.fits(Deed("attack", False, frozenset({"police", "market"})))
    vote = Deed("reject", False, frozenset({"halden", "velmark"}))
    assert not vote.fits(Deed("reject", False, frozenset({"halden"})))


# -- datelines ------------------------------------------------------------------------------------


def test_a_dateline_may_be_as_old_as_its_story() -> None:
    page_of = date(2024, 7, 16)
    assert dateline_of("April 30", page_of) is None
    begun = Anchor(date(2024, 4, 1), page_of)
    dated = dateline_of("April 30", page_of, begun)
    assert dated is not None
    assert dated.anchor == Anchor.on(date(2024, 4, 30))
    assert dateline_of("March 30", page_of, begun) is None


def test_a_short_sentence_behind_a_dateline_is_no_report_by_itself() -> None:
    def lines(first: str) -> list[Line]:
        texts = [first, "The bridge was opened on Monday.", "Boats went by."]
        made = [line("a", n, text) for n, text in enumerate(texts)]
        return [replace(made[0], dateline="July 15"), *made[1:]]

    short = Page("a", None, None, False, lines("RUDBY, July 15: Nothing stirred."))
    assert [short.dateline(n) for n in range(3)] == ["July 15", "July 15", None]
    long = Page("a", None, None, False, lines("RUDBY, July 15: Nothing in all the town stirred."))
    assert [long.dateline(n) for n in range(3)] == ["July 15", None, None]
