"""Events for other programs, read again: PLOVER, POLECAT, GDELT, spreadsheets and calendars."""

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from tests.export.happening import NASTY, RAID, events, figures, made_case, mentions, moments
from tests.strategies import any_texts

from stemma.case import Case, write_frame
from stemma.errors import CaseError
from stemma.export import export
from stemma.export.coding import KINDS, cameo, quad_class, score
from stemma.export.gdelt import EVENTS, MENTIONS
from stemma.export.happened import load, parties, raw
from stemma.export.plover import REQUIRED
from stemma.export.plover import events as objects
from stemma.export.polecat import COLUMNS, cell
from stemma.export.timeline import folded
from stemma.frames import frame_of
from stemma.model import Figure, Mention, Moment
from stemma.text.cameo import codes

OF_EVENTS = ("plover", "polecat", "gdelt", "timeline", "ical")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return made_case(tmp_path / "case")


def files(case: Case, form: str) -> dict[str, Path]:
    return {path.name: path for path in export(case, form, case.path.parent / form)}


def text(case: Case, form: str, name: str) -> str:
    return files(case, form)[name].read_bytes().decode("utf-8")


def event_named(word: str) -> Any:
    return next(event for event in events() if event.predicate == word)


# -- PLOVER ---------------------------------------------------------------------------------------


@pytest.fixture
def plover(case: Case) -> dict[str, dict[str, Any]]:
    made = map(json.loads, text(case, "plover", "plover.jsonl").splitlines())
    return {one["id"]: one for one in made}


def test_plover_has_an_object_for_each_typed_event(plover: dict[str, dict[str, Any]]) -> None:
    assert list(plover) == [event.id for event in events() if event.type]
    for one in plover.values():
        assert set(REQUIRED) <= set(one)
        assert [key for key in one if key not in REQUIRED and one[key] in (None, "", [], {})] == []


def test_plover_tells_what_is_known(plover: dict[str, dict[str, Any]]) -> None:
    one = plover[event_named("shelled").id]
    (actor,) = one["actor"]
    assert (actor["code"], actor["entity_text"]) == ("LTU", "the guards of Lorn")
    assert actor["identifier_text"] == "Lorn"
    assert one["recipient"] == [{"entity_text": "the old mill"}]
    assert (one["date"], one.get("enddate")) == ("2019-04-02", None)
    assert (one["event"], one["quad_code"], one["event_scale"]) == (["ASSAULT"], 4, -9.0)
    assert (one["mode"], one["context"]) == (["heavy-weapons"], ["military", "crime"])
    assert one["size"] == {"dead": 14}
    assert one["event_loc"] == {"extracted_place": "Weir", "country_code": "LTU"}
    assert one["text"] == RAID
    assert one["text_info"]["sequence"] == 1
    assert one["cite_info"]["publication"] == "The Weir Gazette & Post"
    assert "at least 1, at most 2" in one["comment"]
    assert "said by the mayor" in one["comment"]


def test_plover_has_a_range_and_several_actors(plover: dict[str, dict[str, Any]]) -> None:
    one = plover[event_named("met").id]
    assert (one["date"], one["enddate"]) == ("2019-04-02", "2019-04-04")
    assert [actor.get("sector") for actor in one["actor"]] == ["GOV", "JRN"]
    assert one["actor"][0]["office"] == "Minister"


def test_plover_marks_what_did_not_happen(plover: dict[str, dict[str, Any]]) -> None:
    marks = {"future", "hypothetical", "negation"}
    said = {event.predicate: plover[event.id].get("mode", []) for event in events() if event.type}
    assert said["veto"] == ["negation"]
    assert said["send"] == ["future"]
    assert said["resigned"] == ["resign", "hypothetical"]
    for event in events():
        if event.type:
            marked = bool(marks & set(said[event.predicate]))
            assert marked == (event.status not in ("done", "going on"))


@pytest.mark.parametrize("status", ["possible", "asked for", "a status that is new"])
def test_plover_marks_all_other_statuses(status: str, tmp_path: Path) -> None:
    other = replace(event_named("shelled"), status=status)
    (line,) = text(made_case(tmp_path / "case", [other]), "plover", "plover.jsonl").splitlines()
    assert "hypothetical" in json.loads(line)["mode"]


def test_plover_has_no_date_where_none_is_known(plover: dict[str, dict[str, Any]]) -> None:
    one = plover[event_named("resigned").id]
    assert one["date"] is None
    assert "not before 2019-04-01, not after any day" in one["comment"]
    assert "denied by her office" in one["comment"]


def test_two_numbers_of_dead_are_none(tmp_path: Path) -> None:
    rows = load(made_case(tmp_path / "case"))
    moment = rows.moments[event_named("shelled").id]
    other = replace(figures()[0], id="figure-other", low=20.0, high=20.0)
    rows.figures[other.id] = other
    rows.moments[moment.event_id] = replace(moment, figure_ids=(*moment.figure_ids, other.id))
    assert "size" not in next(objects(rows))


# -- POLECAT --------------------------------------------------------------------------------------


def table(case: Case, form: str, name: str) -> list[list[str]]:
    """Read as a plain reader of tabs and one that knows of quotation marks both do."""
    made = text(case, form, name)
    plain = [line.split("\t") for line in made.split("\n")[:-1]]
    assert plain == list(csv.reader(made.splitlines(), delimiter="\t"))
    return plain


def test_polecat_has_its_columns(case: Case) -> None:
    head, *rows = table(case, "polecat", "polecat.tsv")
    assert len(head) == 40
    assert tuple(head) == COLUMNS
    assert {len(row) for row in rows} == {40}
    other, *rest = table(case, "polecat", "polecat-not-done.tsv")
    assert tuple(other) == (*COLUMNS, "Status")
    assert {len(row) for row in rest} == {41}


def test_polecat_has_a_row_for_each_pair(case: Case) -> None:
    head, *rows = table(case, "polecat", "polecat.tsv")
    made = [dict(zip(head, row, strict=True)) for row in rows]
    talks = [row for row in made if row["Event ID"] == event_named("met").id]
    assert [(row["Actor Name"], row["Recipient Name"]) for row in talks] == [
        ("Ada Voss", "Lorn"), ("Ada Voss", "the office"),
        ("Karl 'Butcher' Brandt", "Lorn"), ("Karl 'Butcher' Brandt", "the office"),
    ]  # fmt: skip
    assert {row["Event Date"] for row in talks} == {""}
    assert talks[0]["Actor Name Raw"] == "Minister Ada Voss"
    (raid,) = (row for row in made if row["Event ID"] == event_named("shelled").id)
    assert (raid["Event Date"], raid["Intensity"]) == ("2019-04-02", "-9.0")
    assert (raid["Quad Code"], raid["Contexts"]) == ("MATERIAL CONFLICT", "military;crime")
    assert (raid["Actor Country"], raid["Actor Name Raw"]) == ("LTU", "the guards of Lorn")
    assert (raid["Source"], raid["Publication Date"]) == ("The Weir Gazette & Post", "2019-04-03")
    assert raid["Story People"] == "Ada Voss;Karl 'Butcher' Brandt"


def test_nobody_is_a_pair_with_himself(tmp_path: Path) -> None:
    talks = event_named("met")
    voss = talks.actor_ids[0]
    both = replace(
        talks, recipients=("Ada Voss", "Lorn"), recipient_ids=(voss, talks.recipient_ids[0])
    )
    _, *rows = table(made_case(tmp_path / "one" / "case", [both]), "polecat", "polecat.tsv")
    assert [(row[7], row[15]) for row in rows] == [
        ("Ada Voss", "Lorn"),
        ("Karl 'Butcher' Brandt", "Ada Voss"),
        ("Karl 'Butcher' Brandt", "Lorn"),
    ]
    alone = replace(
        both,
        actors=("Ada Voss",),
        actor_ids=(voss,),
        recipients=("Ada Voss",),
        recipient_ids=(voss,),
    )
    _, *rows = table(made_case(tmp_path / "other" / "case", [alone]), "polecat", "polecat.tsv")
    assert len(rows) == 1


def test_the_words_for_an_actor_are_no_pronoun_if_there_are_others(tmp_path: Path) -> None:
    case = made_case(tmp_path / "case")
    raid = event_named("shelled")
    first, second, *rest = mentions()
    told = [replace(first, actors=("they",)), second, *rest]
    write_frame(case.path / "tables" / "mentions.parquet", frame_of(Mention, told))
    rows = load(case)
    (party,) = parties(rows, raid.actors, raid.actor_ids)
    assert raw(rows, raid, party, False) == "the guards of Lorn"


def test_polecat_keeps_what_did_not_happen_apart(case: Case) -> None:
    _, *rows = table(case, "polecat", "polecat.tsv")
    head, *rest = table(case, "polecat", "polecat-not-done.tsv")
    assert {row[0] for row in rows} == {
        e.id for e in events() if e.type and e.status in ("done", "going on")
    }
    assert {row[0]: row[-1] for row in rest} == {
        e.id: e.status for e in events() if e.type and e.status not in ("done", "going on")
    }
    assert head[-1] == "Status"


@given(any_texts())
def test_a_cell_is_one_cell(value: str) -> None:
    made = cell(value)
    assert list(csv.reader([f"a\t{made}\tb"], delimiter="\t")) == [["a", made, "b"]]
    assert made.splitlines() in ([], [made])


# -- GDELT ----------------------------------------------------------------------------------------


def test_gdelt_has_as_many_columns_as_gdelt() -> None:
    assert (len(EVENTS), len(MENTIONS)) == (61, 16)
    assert len(set(EVENTS)) == 61


def test_gdelt_counts_reporters_and_not_copies(case: Case) -> None:
    rows = table(case, "gdelt", "gdelt-events.tsv")
    made = {row[0]: dict(zip(EVENTS, row, strict=True)) for row in rows}
    raid = made[event_named("shelled").id]
    assert (raid["NumMentions"], raid["NumSources"], raid["NumArticles"]) == ("2", "1", "2")
    assert (raid["EventCode"], raid["EventBaseCode"], raid["EventRootCode"]) == ("194", "194", "19")
    assert (raid["QuadClass"], raid["GoldsteinScale"]) == ("4", "-9.0")
    assert (raid["SQLDATE"], raid["MonthYear"], raid["Year"]) == ("20190402", "201904", "2019")
    assert raid["FractionDate"] == f"{2019 + (4 * 30 + 2) / 365:.4f}"
    assert (raid["Actor1Code"], raid["Actor2Name"]) == ("LTU", "the old mill")
    assert (raid["DATEADDED"], raid["AvgTone"], raid["IsRootEvent"]) == ("20190403000000", "", "")
    talks = made[event_named("met").id]
    assert (talks["SQLDATE"], talks["MonthYear"], talks["Actor1Type1Code"]) == ("", "201904", "GOV")


def test_gdelt_has_nothing_that_did_not_happen(case: Case) -> None:
    kept = {e.id for e in events() if e.type and e.status in ("done", "going on")}
    assert {row[0] for row in table(case, "gdelt", "gdelt-events.tsv")} == kept
    assert {row[0] for row in table(case, "gdelt", "gdelt-mentions.tsv")} == kept


def test_gdelt_has_a_row_for_each_mention(case: Case) -> None:
    rows = table(case, "gdelt", "gdelt-mentions.tsv")
    made = {row[-1]: dict(zip(MENTIONS, row, strict=True)) for row in rows}
    known = {m.id: m for m in mentions()}
    articles = {row["id"]: row for row in case.table("articles").iter_rows(named=True)}
    assert len(rows) == len(made)
    for name, row in made.items():
        mention, article = known[name], articles[known[name].article_id]
        assert row["MentionIdentifier"] == (article["url"] or article["path"])
        assert row["ActionCharOffset"] == str(mention.start)
        assert row["MentionDocLen"] == str(len(article["text"]))
        if row["Actor1CharOffset"]:
            at = int(row["Actor1CharOffset"])
            assert article["text"][at:].startswith(mention.actors[0])
    raid = [row for row in rows if row[0] == event_named("shelled").id]
    assert [row[3] for row in raid] == ["1", "2"]
    assert [row[6] for row in raid] == ["1", "1"]


# -- codes ----------------------------------------------------------------------------------------


def test_every_type_of_the_code_table_has_its_numbers() -> None:
    assert {one.type for one in codes().values()} == set(KINDS)
    for kind in KINDS:
        one = replace(event_named("shelled"), type=kind, mode=None, cameo=None)
        number = score(one)
        assert number is not None
        assert -10 <= number <= 10
        code = cameo(one)
        assert code is not None
        assert quad_class(code) in (1, 2, 3, 4)
    poison = replace(event_named("shelled"), mode="unconventional")
    assert score(poison) == -10


# -- timelines ------------------------------------------------------------------------------------


def test_the_table_has_all_events_in_the_order_of_the_timelines(case: Case) -> None:
    rows = list(csv.DictReader(text(case, "timeline", "timeline.csv").splitlines()))
    assert [row["event_id"] for row in rows] == [event.id for event in events()]
    raid, doubt, strange = rows[0], rows[4], rows[6]
    assert (raid["date"], raid["figures"], raid["bases"]) == (
        "2019-04-02", "14 (people)", "the mayor",
    )  # fmt: skip
    assert (raid["carriers"], raid["reporters_min"], raid["reporters_max"]) == ("2", "1", "2")
    assert raid["citation"].startswith(
        "“Mill shelled”, The Weir Gazette & Post, 2019-04-03, https://"
    )
    assert (doubt["status"], doubt["after"]) == ("disputed", events()[0].id)
    assert (doubt["said_by"], doubt["denied_by"]) == ("one paper", "her office")
    assert strange["text"] == " ".join(NASTY.replace("\x01", "\ufffd").split())
    assert rows[-1]["story"] == "Cheese"


def test_the_calendar_is_read_by_another_program(case: Case) -> None:
    made = icalendar.Calendar.from_ical(text(case, "ical", "timeline.ics"))
    found = {str(one["UID"]): one for one in made.walk("VEVENT")}
    assert list(found) == [event.id for event in events() if event.date]
    raid, talks = found[event_named("shelled").id], found[event_named("met").id]
    assert (raid["DTSTART"].dt, raid["DTEND"].dt) == (date(2019, 4, 2), date(2019, 4, 3))
    assert (talks["DTSTART"].dt, talks["DTEND"].dt) == (date(2019, 4, 2), date(2019, 4, 5))
    assert raid["DTSTAMP"].dt.isoformat() == "2019-04-05T00:00:00+00:00"
    assert str(raid["SUMMARY"]) == RAID
    assert (raid["STATUS"], found[event_named("send").id]["STATUS"]) == ("CONFIRMED", "TENTATIVE")
    assert str(found[event_named("send").id]["SUMMARY"]).startswith("[planned] ")
    strange = found[event_named("arrested").id]
    assert str(strange["LOCATION"]) == "Weir; the {old} town, \\ 漢字"
    assert str(strange["DESCRIPTION"]).startswith(" ".join(NASTY.replace("\x01", "\ufffd").split()))
    assert found[events()[-1].id]["DTEND"].dt == date(2020, 1, 1)


def test_what_somebody_denies_did_not_happen_for_sure(tmp_path: Path) -> None:
    denied = replace(event_named("shelled"), denied_by=("the guards",))
    case = made_case(tmp_path / "case", [denied])
    assert "hypothetical" in json.loads(text(case, "plover", "plover.jsonl"))["mode"]
    assert len(table(case, "polecat", "polecat.tsv")) == 1
    assert table(case, "polecat", "polecat-not-done.tsv")[1][0] == denied.id
    assert text(case, "gdelt", "gdelt-events.tsv") == ""
    made = text(case, "ical", "timeline.ics").replace("\r\n ", "")
    assert "STATUS:TENTATIVE" in made
    assert "SUMMARY:[denied] On Tuesday" in made
    assert "Denied by the guards." in made


def test_a_figure_that_several_pages_give_stands_once(tmp_path: Path) -> None:
    case = made_case(tmp_path / "case")
    again = replace(figures()[0], id="figure-again")
    moment = replace(moments()[0], figure_ids=(figures()[0].id, again.id))
    for name, kind, rows in (
        ("figures", Figure, [figures()[0], again]),
        ("timeline", Moment, [moment]),
    ):
        write_frame(case.path / "tables" / f"{name}.parquet", frame_of(kind, rows))
    rows = list(csv.DictReader(text(case, "timeline", "timeline.csv").splitlines()))
    assert rows[0]["figures"] == "14 (people)"


def test_a_denied_event_is_cancelled(tmp_path: Path) -> None:
    denied = replace(event_named("shelled"), status="not done")
    made = text(made_case(tmp_path / "case", [denied]), "ical", "timeline.ics")
    assert "\r\nSTATUS:CANCELLED\r\n" in made
    assert "\r\nSUMMARY:[not done] " in made


def test_no_line_of_the_calendar_is_too_long(case: Case) -> None:
    made = files(case, "ical")["timeline.ics"].read_bytes()
    assert made.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")


@given(any_texts())
def test_folding_loses_nothing(value: str) -> None:
    line = value.encode("utf-8", "replace").decode().replace("\r", "").replace("\n", "")
    made = folded(line)
    assert made.replace("\r\n ", "").removesuffix("\r\n") == line
    assert all(len(piece.encode()) <= 75 for piece in made.split("\r\n"))


# -- all of them ----------------------------------------------------------------------------------


def test_what_is_left_out_is_counted(case: Case) -> None:
    for form in ("plover", "polecat", "gdelt"):
        assert "none is sure: 1 event." in text(case, form, f"{form}-note.txt")
    assert (
        "planned, possible, asked for, not done or disputed, for which GDELT has no place: 3 events"
        in (text(case, "gdelt", "gdelt-note.txt"))
    )
    assert "no day is known: 2 events" in text(case, "ical", "ical-note.txt")


@pytest.mark.parametrize("form", OF_EVENTS)
def test_the_same_case_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    one, other = (files(made_case(tmp_path / name / "case"), form) for name in ("one", "other"))
    assert {k: v.read_bytes() for k, v in one.items()} == {
        k: v.read_bytes() for k, v in other.items()
    }


@pytest.mark.parametrize("form", OF_EVENTS)
def test_no_events_are_exported_too(form: str, tmp_path: Path) -> None:
    assert files(made_case(tmp_path / "case", []), form)


@pytest.mark.parametrize("form", OF_EVENTS)
def test_what_was_not_examined_is_not_exported_as_nothing(form: str, case: Case) -> None:
    (case.path / "tables" / "timeline.parquet").unlink()
    with pytest.raises(CaseError, match="without --until"):
        export(case, form, case.path.parent / "out")
