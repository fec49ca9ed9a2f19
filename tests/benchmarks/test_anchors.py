"""What the measure of anchors on the farm counts."""

from datetime import date
from pathlib import Path

from benchmarks.anchors import _cells, _meant, judged, measured, said
from benchmarks.pile import made_pile

MET = "The board met on Monday and will meet on Friday, as it said last week."


def test_what_is_meant_is_told_by_the_report_s_day_and_by_its_events() -> None:
    found = _meant(MET, "2023-06-14", ("2023-06-05",))
    assert [(one.text, one.value) for one in found] == [
        ("Monday", "2023-06-05"),  # by the event
        ("Friday", "2023-06-16"),
        ("last week", "2023-W23"),
    ]
    assert found[0].first == date(2023, 6, 5)


def test_a_row_is_right_wrong_or_unknown_with_bounds_that_hold_or_not() -> None:
    meant = _meant(MET, "2023-06-14", ())[0]
    row = {"how": "relative", "value": "2023-06-12", "first": None, "last": None}
    assert judged(row, meant) == ["right"]
    assert judged({**row, "value": "2023-06-05"}, meant) == ["wrong"]
    assert judged({**row, "how": "unknown"}, meant) == ["unknown"]
    assert judged({**row, "how": "unknown", "last": "2023-06-12"}, meant) == ["unknown", "bounded"]
    broken = judged({**row, "how": "unknown", "last": "2023-06-05"}, meant)
    assert broken == ["unknown", "bounded", "broken"]
    assert _cells({"all": 4, "right": 1, "unknown": 2, "bounded": 1})[:2] == [4, "25.0"]


def test_a_range_of_a_week_that_holds_it_is_near() -> None:
    meant = _meant(MET, "2023-06-14", ())[0]
    row = {"how": "unknown", "value": "XXXX-WXX-1", "first": "2023-06-08", "last": "2023-06-14"}
    assert judged(row, meant) == ["unknown", "bounded", "near"]
    assert judged({**row, "first": "2023-06-07"}, meant) == ["unknown", "bounded"]
    assert judged({**row, "last": "2023-06-11"}, meant) == ["unknown", "bounded", "broken"]


def test_the_day_of_saying_is_right_wrong_or_around() -> None:
    row = {"anchor": "2023-06-14", "anchor_how": "its page is of 2023-06-14 and is not stitched"}
    assert said(row, "2023-06-14", True) == ["sayings", "said", "in pile", "found"]
    assert said(row, "2023-06-13", False) == ["sayings", "off"]
    assert said({**row, "anchor": "2023-06-08/2023-06-14"}, "2023-06-13", True) == [
        "sayings", "around", "in pile", "found",
    ]  # fmt: skip
    assert said({**row, "anchor": "../2023-06-14"}, "2023-06-13", False) == ["sayings"]
    assert said({**row, "anchor_how": "the date beside it"}, "2023-06-14", False) == ["sayings"]


def test_the_dates_of_pages_are_given_or_not() -> None:
    with made_pile(8, 1, 0.0, until="clean", dated=True) as pile:
        given = {Path(one["path"]).name: one["date"] for one in pile.truth["articles"]}
        for row in pile.rows("articles"):
            assert row["published"] == given[Path(row["path"]).name]


def test_a_pile_is_measured() -> None:
    found = measured(12, 1, 0.2, None, dated=True)
    kinds = ("right", "wrong", "unknown")
    assert found["all"] == sum(found.get(kind, 0) for kind in kinds) > 0
