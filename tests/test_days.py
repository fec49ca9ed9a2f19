"""The step that finds expressions of time, over piles of invented pages."""

from collections.abc import Mapping
from pathlib import Path

from stemma.case import Case
from stemma.explain import explain
from stemma.flow import build
from stemma.frames import records_of
from stemma.model import Timex
from stemma.show import rows

MET = "The harbour board of Halden met on Monday to talk about the boats that were lost."
REST = (
    "Nine ferries were damaged by the storm that came over the northern islands.",
    "The water in the lower town stood two metres high at the old fish market.",
    "Soldiers with shovels cleared the road to Port Elden for the first lorries.",
    "The bridge across the Lorn river stays shut because its piers are cracked.",
    "Many houses in the valley have to be given up by the people who built them.",
    "Schools in the whole of the province are closed for want of dry class rooms.",
    "A crane from the shipyard lifted the wreck of the pilot boat onto the quay.",
)
STITCHED = [REST[3], REST[0], MET, REST[6], REST[2], REST[5], REST[1], REST[4]]
OTHERS = [REST[5], REST[3], REST[1], REST[0], REST[6], REST[4], REST[2]]


def case_of(
    folder: Path, pages: Mapping[str, list[str]], dates: Mapping[str, str] | None = None
) -> Case:
    """The pages, and the dates that a table beside them gives."""
    pile = folder / "pile"
    pile.mkdir(parents=True)
    for name, sentences in pages.items():
        text = "\n\n".join([f"The news of {name}", *sentences])
        (pile / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = [f"{name}.txt,{day}" for name, day in (dates or {}).items()]
    meta = folder / "meta.csv"
    meta.write_text("\n".join(["path,published", *lines]), encoding="utf-8")
    return build([str(pile)], folder / "case", meta=meta if dates else None, workers=1)


def monday(case: Case, name: str, text: str = "Monday") -> Timex:
    """The one expression of that text on a page."""
    paths = dict(case.table("articles").select("id", "path").iter_rows())
    found = records_of(Timex, case.table("timexes"))
    (one,) = (t for t in found if paths[t.article_id] == f"{name}.txt" and t.text == text)
    return one


def test_a_page_that_is_not_stitched_was_written_on_its_date(tmp_path: Path) -> None:
    case = case_of(tmp_path, {"page": [MET, *REST]}, {"page": "2023-06-14"})
    one = monday(case, "page")
    assert (one.value, one.how, one.anchor) == ("2023-06-12", "relative", "2023-06-14")
    assert one.anchor_how == "its page is of 2023-06-14 and is not stitched"
    assert (one.first, one.last) == ("2023-06-12", "2023-06-12")
    texts = dict(case.table("articles").select("id", "text").iter_rows())
    assert texts[one.article_id][one.start : one.end] == "Monday"


def test_a_page_that_credits_an_agency_may_have_it_from_the_day_before(tmp_path: Path) -> None:
    credit = "This report was first published by Corvus."
    one = monday(case_of(tmp_path, {"page": [MET, *REST, credit]}, {"page": "2023-06-14"}), "page")
    assert (one.value, one.anchor) == ("2023-06-12", "2023-06-13/2023-06-14")
    assert one.anchor_how is not None
    assert "may have its report from the day before" in one.anchor_how


def test_a_page_that_opens_and_is_signed_as_a_report_is_not_stitched(tmp_path: Path) -> None:
    opened = f"HALDEN (Corvus) - {REST[0]}"
    page = [opened, MET, *REST[1:], "This report was first published by Corvus."]
    case = case_of(tmp_path, {"page": page, "other": OTHERS}, {"page": "2023-06-14"})
    assert monday(case, "page").anchor == "2023-06-13/2023-06-14"


def test_a_page_that_opens_with_news_of_its_date_is_not_stitched(tmp_path: Path) -> None:
    page = [f"HALDEN (Corvus) - {MET}", *REST]
    for day, anchor in {
        "2023-06-12": "2023-06-11/2023-06-12",
        "2023-06-13": "2023-06-12/2023-06-13",
        "2023-06-15": "../2023-06-15",
    }.items():
        case = case_of(tmp_path / day, {"page": page, "other": OTHERS}, {"page": day})
        assert monday(case, "page").anchor in (anchor, day), day


def test_a_dateline_confirms_the_date_that_a_page_was_guessed_to_be_of(tmp_path: Path) -> None:
    for line, anchor in {"June 12": "2023-06-12", "June 9": None}.items():
        pile = tmp_path / line.replace(" ", "")
        one = [f"HALDEN, {line} - {MET}", *REST, "The mayor promised help on Sunday."]
        pile.mkdir()
        for name, told in {"one": one, "two": OTHERS}.items():
            text = "".join(f"<p>{sentence}</p>" for sentence in told)
            head = f'<title>The news of {name}</title><meta name="date" content="2023-06-12">'
            page = f"<html><head>{head}</head><body><h1>The news of {name}</h1>{text}</body></html>"
            (pile / f"{name}.html").write_text(page, encoding="utf-8")
        case = build([str(pile)], tmp_path / f"case {line}", workers=1)
        found = records_of(Timex, case.table("timexes"))
        assert [t.anchor for t in found if t.text == "Sunday"] == [anchor], line


def test_a_page_with_the_opening_of_another_report_in_it_is_stitched(tmp_path: Path) -> None:
    page = [f"HALDEN (Corvus) - {MET}", *REST[:5], f"PORT ELDEN (Larid) - {REST[5]}", REST[6]]
    case = case_of(tmp_path, {"page": page, "other": OTHERS}, {"page": "2023-06-12"})
    assert monday(case, "page").anchor == "../2023-06-12"


def test_the_date_of_a_stitched_page_is_a_latest_bound(tmp_path: Path) -> None:
    case = case_of(tmp_path, {"page": STITCHED, "other": OTHERS}, {"page": "2023-06-14"})
    one = monday(case, "page")
    assert (one.value, one.how, one.anchor) == ("XXXX-WXX-1", "unknown", "../2023-06-14")
    assert (one.first, one.last) == (None, "2023-06-12")


def test_without_a_date_it_stays_unknown(tmp_path: Path) -> None:
    one = monday(case_of(tmp_path, {"page": [MET, *REST]}), "page")
    assert (one.value, one.how, one.anchor) == ("XXXX-WXX-1", "unknown", None)
    assert (one.first, one.last) == (None, None)
    assert one.anchor_how == "no page with this sentence shows when it was said"


def test_a_line_above_the_text_shows_a_latest_day(tmp_path: Path) -> None:
    pages = {"sheet": ["June 14, 2023", *STITCHED], "other": OTHERS}
    one = monday(case_of(tmp_path, pages), "sheet")
    assert (one.value, one.how, one.anchor) == ("XXXX-WXX-1", "unknown", "../2023-06-14")
    assert one.anchor_how == "its page shows 2023-06-14, and this sentence is no younger"


FOUR = {
    "page": STITCHED,
    "other": OTHERS,
    "third": [REST[1], REST[4], REST[6], REST[0], REST[2], REST[3]],
    "fourth": [REST[6], REST[2], REST[0], REST[5], REST[3], REST[1]],
}
DAYS = {"page": "2023-06-14", "other": "2023-06-13", "third": "2023-06-15", "fourth": "2023-06-16"}


def test_no_page_tells_of_its_story_before_that_began(tmp_path: Path) -> None:
    one = monday(case_of(tmp_path, FOUR, DAYS), "page")
    assert (one.value, one.how) == ("2023-06-12", "relative")
    assert one.anchor == "2023-06-09/2023-06-14"
    assert one.anchor_how is not None
    assert one.anchor_how.startswith("no page of its story is older than")


def test_a_story_that_tells_of_last_week_began_then(tmp_path: Path) -> None:
    old = "Nobody has repaired the lighthouse lamp that a wave broke last week."
    one = monday(case_of(tmp_path, {**FOUR, "fourth": [*FOUR["fourth"], old]}, DAYS), "page")
    assert (one.value, one.how) == ("XXXX-WXX-1", "unknown")
    assert one.anchor == "2023-06-05/2023-06-14"


RAID = "The police raid on May 30 took three smugglers by surprise at the fish market."
AGREED = "Ministers agreed Wednesday to ask for a report on last week's police raid at the market."
BEFORE = "Fishermen are angry over last Tuesday's police raid on their market, and about its cost."
PICTURE = "A diver waits on the quay of Halden, Friday June 9, 2023, for the tide to turn."
FULL = "Nobody in Halden will forget Friday, June 9, 2023, when the sea took the pilot boat."
BARE = "The pilot spoke of a lucky night on Friday in the old town hall of Halden."


def test_deeds_tell_of_one_another_when_they_were_told(tmp_path: Path) -> None:
    pages = {
        "one": [REST[3], RAID, REST[0], PICTURE, REST[6]],
        "two": [REST[0], AGREED, REST[5], REST[3]],
        "three": [REST[6], REST[5], BEFORE, REST[0]],
    }
    case = case_of(tmp_path, pages)
    raid, week = monday(case, "one", "May 30"), monday(case, "two", "last week")
    assert (raid.value, raid.how) == ("2023-05-30", "relative")
    assert (week.value, week.anchor) == ("2023-W22", "2023-06-05/2023-06-11")
    assert (
        week.anchor_how
        == f"what it calls last week was on Tuesday 30 May 2023 ({raid.sentence_id})"
    )
    assert monday(case, "two", "Wednesday").value == "2023-06-07"
    assert monday(case, "three", "last Tuesday").value == "2023-05-30"


def test_two_sentences_with_a_full_weekday_tell_the_bare_one(tmp_path: Path) -> None:
    pages = {
        "one": [REST[3], PICTURE, REST[0], REST[6]],
        "two": [REST[0], BARE, REST[5], REST[3]],
        "three": [REST[6], REST[5], FULL, REST[0]],
    }
    one = monday(case_of(tmp_path / "two", pages), "two", "Friday")
    assert (one.value, one.how) == ("2023-06-09", "relative")
    assert one.reason == (
        "It is Friday 9 June 2023, the only Friday that its story is known to tell of."
    )
    copied = {**pages, "three": [REST[6], PICTURE, REST[5], REST[0]]}
    alone = monday(case_of(tmp_path / "one", copied), "two", "Friday")
    assert alone.how == "unknown"


def test_a_dateline_on_the_passage_comes_before_the_page_s_date(tmp_path: Path) -> None:
    dated = f"HALDEN, May 30, 2023 (Corvus) - {MET}"
    pages = {"page": [*STITCHED[:2], dated, *STITCHED[3:]], "other": OTHERS}
    one = monday(case_of(tmp_path, pages, {"page": "2023-06-14"}), "page")
    assert (one.value, one.anchor) == ("2023-05-29", "2023-05-30")
    assert one.anchor_how == "its dateline says «May 30, 2023»"


def test_the_year_of_a_dateline_is_that_before_its_page(tmp_path: Path) -> None:
    dated = f"HALDEN, May 30 (Corvus) - {MET}"
    pages = {"page": [*STITCHED[:2], dated, *STITCHED[3:]], "other": OTHERS}
    one = monday(case_of(tmp_path / "near", pages, {"page": "2023-06-14"}), "page")
    assert (one.value, one.anchor) == ("2023-05-29", "2023-05-30")
    far = monday(case_of(tmp_path / "far", pages, {"page": "2023-12-14"}), "page")
    assert (far.how, far.anchor) == ("unknown", "../2023-12-14")


def test_another_page_with_the_sentence_shows_when_it_was_said(tmp_path: Path) -> None:
    dated = f"HALDEN, May 30, 2023 (Corvus) - {MET}"
    pages = {"page": STITCHED, "wire": [dated, *OTHERS]}
    case = case_of(tmp_path, pages, {"page": "2023-06-14"})
    one = monday(case, "page")
    assert (one.value, one.anchor) == ("2023-05-29", "2023-05-30")
    wire = monday(case, "wire").sentence_id
    assert one.anchor_how == f"another page with this sentence ({wire}) says «May 30, 2023»"


def test_a_page_that_says_another_day_shows_nothing(tmp_path: Path) -> None:
    other = MET.replace("Monday", "Sunday")
    pages = {"page": STITCHED, "wire": [f"HALDEN, May 30, 2023 (Corvus) - {other}", *OTHERS]}
    one = monday(case_of(tmp_path, pages), "page")
    assert (one.value, one.how) == ("XXXX-WXX-1", "unknown")


def test_a_day_in_full_in_another_witness_settles_the_week(tmp_path: Path) -> None:
    full = MET.replace("Monday", "Monday, May 29, 2023,")
    case = case_of(tmp_path, {"page": STITCHED, "wire": [full, *OTHERS]})
    one = monday(case, "page")
    assert (one.value, one.how, one.anchor) == ("2023-05-29", "relative", "2023-05-29")
    assert one.anchor_how is not None
    assert "says the day in full" in one.anchor_how
    assert monday(case, "wire", "Monday, May 29, 2023").how == "explicit"


def test_last_monday_is_not_settled_by_a_monday(tmp_path: Path) -> None:
    full = MET.replace("Monday", "Monday, May 29, 2023,")
    page = [one.replace("on Monday", "last Monday") for one in STITCHED]
    one = monday(case_of(tmp_path, {"page": page, "wire": [full, *OTHERS]}), "page", "last Monday")
    assert one.how == "unknown"


def test_order_and_pieces_change_no_byte(tmp_path: Path) -> None:
    dated = f"HALDEN, May 30, 2023 (Corvus) - {MET}"
    pages = {"page": STITCHED, "wire": [dated, *OTHERS], "third": [*OTHERS[::-1], MET]}
    dates = {"page": "2023-06-14", "third": "2023-06-02"}
    case = case_of(tmp_path / "whole", pages, dates)
    meta, files = tmp_path / "whole/meta.csv", sorted((tmp_path / "whole/pile").iterdir())
    for number, parts in enumerate(([files[::-1]], [files[1:], files])):
        out = tmp_path / str(number)
        for part in parts:
            build([str(path) for path in part], out, meta=meta, workers=number + 1)
        for table in ("timexes", "figures"):
            made = (out / "tables" / f"{table}.parquet").read_bytes()
            assert made == (case.path / "tables" / f"{table}.parquet").read_bytes()


def test_order_changes_nothing_of_what_deeds_tell(tmp_path: Path) -> None:
    pages = {
        "a": [RAID, REST[0], PICTURE],
        "b": [REST[0], AGREED],
        "c": [BEFORE, REST[0], FULL, BARE],
    }
    case = case_of(tmp_path / "whole", pages)
    files = sorted((tmp_path / "whole/pile").iterdir())
    build([str(path) for path in files[::-1]], tmp_path / "turned", workers=1)
    made = (tmp_path / "turned/tables/timexes.parquet").read_bytes()
    assert made == (case.path / "tables/timexes.parquet").read_bytes()


def test_it_is_explained_and_shown(tmp_path: Path) -> None:
    case = case_of(tmp_path, {"page": [MET, *REST]}, {"page": "2023-06-14"})
    one = monday(case, "page")
    told = explain(case, one.id)
    assert one.reason in told
    assert "anchor_how: its page is of 2023-06-14 and is not stitched" in told
    assert one.id in explain(case, one.sentence_id)
    assert len(rows(case, "timexes")) == len(case.table("timexes"))


def test_it_is_kept_when_sentences_were_said(tmp_path: Path) -> None:
    case = case_of(tmp_path, {"page": [MET, *REST]}, {"page": "2023-06-14"})
    said = case.made("times", "said_on")
    sentences = case.table("sentences").filter(case.table("sentences")["text"] == MET)
    assert said.filter(said["id"] == sentences["id"][0]).rows() == [
        (
            sentences["id"][0],
            "2023-06-14",
            "2023-06-14",
            "its page is of 2023-06-14 and is not stitched",
        )
    ]
    undated = case_of(tmp_path / "undated", {"page": [MET, *REST]})
    assert undated.made("times", "said_on").is_empty()
