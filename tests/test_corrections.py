"""Corrections by hand, and articles that are taken out."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest
from tests.strategies import article_of
from tests.test_broken import GOOD, LINE, failures, good, paths

from stemma.case import Case
from stemma.cli import main
from stemma.corrections import FORM, NAME, apart, correct, entries_of, removal, removed
from stemma.corrections import written as as_written
from stemma.errors import CaseError, NothingUsable, UnknownRow
from stemma.explain import explain
from stemma.flow import build, remove

Output = pytest.CaptureFixture[str]
PILE = Path(__file__).parent.parent / "examples" / "farm" / "articles"


def table_bytes(case: Path, *less: str) -> dict[str, bytes]:
    files = sorted((case / "tables").iterdir())
    return {path.name: path.read_bytes() for path in files if path.stem not in less}


def written(case: Path, text: str) -> None:
    """The file of corrections, written anew by hand."""
    (case / NAME).write_text(text, encoding="utf-8")


# -- the file -------------------------------------------------------------------------------------


def test_a_new_case_has_a_file_that_says_what_may_stand_in_it(tmp_path: Path) -> None:
    build([str(good(tmp_path / "pile"))], tmp_path / "case", workers=1)
    assert (tmp_path / "case" / NAME).read_text() == FORM
    assert entries_of(FORM) == []
    shown = [
        line.lstrip("# ")
        for line in FORM.splitlines()
        if line.startswith(("# [[", "# ")) and "=" in line
    ]
    assert len(shown) >= 6  # the examples in it


def test_the_examples_in_the_file_are_understood() -> None:
    lines = FORM.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("# [["))
    uncommented = "\n".join(
        line.removeprefix("#").strip().partition("   ")[0] for line in lines[start:]
    )
    kinds = [entry.kind for entry in entries_of(uncommented)]
    assert kinds == ["article", "family", "speaker", "actor", "remove"]


def test_a_correction_is_written_so_that_it_is_understood() -> None:
    given = {"article": 'a\nb\x7f \u2028"c"\\', "title": "Übung 😀 ]] [[remove]]", "why": "x\ud800"}
    (entry,) = entries_of(as_written("article", given))
    assert entry.fields["article"] == 'a b   "c"\\'
    assert entry.fields["title"] == "Übung 😀 ]] [[remove]]"
    (entry,) = entries_of(as_written("actor", {"same": ["Ann Lee", "Minister Lee"]}))
    assert entry.fields["same"] == ["Ann Lee", "Minister Lee"]
    with pytest.raises(CaseError, match="lacks 'quote'"):
        as_written("speaker", {"speaker": "Ann Lee"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[article]]\narticle = ", "Invalid value"),
        ('[[articles]]\narticle = "a.txt"', "'articles' is none of [[article]], [[family]]"),
        ('[article]\narticle = "a.txt"', "double brackets"),
        ('article = ["a.txt"]', "double brackets"),
        ("[[actor]]\nsame = 5", "a list of two names or more"),
        ('[[actor]]\nsame = "Ann Lee"', "a list of two names or more"),
        ('[[article]]\narticle = "a.txt"\npublished = "yesterday"', "a date such as 2017-04-12"),
        ('[[article]]\narticle = "a.txt"\npublished = ["2017"]', "a date such as"),
        ('[[article]]\narticle = "a.txt"\nlanguage = "klingon"', "a tag such as en"),
        ('[[article]]\narticle = "a.txt"\ntitle = {a = 1}', "a text in quotation marks"),
        ('[[article]]\npublished = "2017-04-12"', "lacks 'article'"),
        ('[[article]]\narticle = "a.txt"', "corrects nothing"),
        ('[[article]]\narticle = "a.txt"\npublishd = "2017"', "has 'publishd'"),
        ('[[family]]\npassage = "witness-a0123456789ab-1-2"', "lacks 'apart_from'"),
        ("[[actor]]\nsame = []", "lacks 'same'"),
        ('[[speaker]]\nquote = "quote-a0123456789ab-1-2"', "lacks 'speaker'"),
        ('[[speaker]]\nquote = "quote-a0123456789ab-1-2"\nspeaker = 5', "a name, or nothing"),
    ],
)
def test_a_file_that_is_not_understood_stops_the_build_and_loses_nothing(
    text: str, said: str, tmp_path: Path, capsys: Output
) -> None:
    case = tmp_path / "case"
    build([str(good(tmp_path / "pile"))], case, workers=1)
    before = table_bytes(case)
    written(case, text)
    assert main(["build", "--out", str(case)]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert NAME in told
    assert "Mend it, or delete the lines" in told
    assert table_bytes(case) == before
    written(case, "")
    assert main(["build", "--out", str(case)]) == 0
    capsys.readouterr()


# -- articles -------------------------------------------------------------------------------------


def test_fields_of_an_article_are_corrected_by_id_or_path() -> None:
    one, other = article_of("The dyke broke."), article_of("It is mended.", path="b.txt")
    text = f"""
[[article]]
article = "{one.id}"
published = 2017-04-12
title = "Dyke"
[[article]]
article = "b.txt"
language = "de"
why = "read it"
"""
    found = correct([one, other], entries_of(text))
    corrected = {article.id: article for article in found.articles}
    assert corrected[one.id].published == "2017-04-12"
    assert corrected[one.id].published_how == "corrected by hand"
    assert corrected[one.id].title == "Dyke"
    assert corrected[other.id].language_how == "corrected by hand"
    assert [row.applied for row in found.corrections] == [True, True]
    by_target = {row.target: row for row in found.corrections}
    assert by_target[one.id].change == "title: unknown → Dyke; published: unknown → 2017-04-12"
    assert by_target["b.txt"].article_id == other.id
    assert by_target["b.txt"].why == "read it"


def test_what_cannot_be_applied_says_why_and_changes_nothing() -> None:
    one = article_of("The dyke broke.")
    text = f"""
[[article]]
article = "c.txt"
title = "Dyke"
[[family]]
passage = "witness-{one.id}-0-999"
apart_from = "witness-{one.id}-0-3"
[[family]]
passage = "the second sentence"
apart_from = "witness-{one.id}-0-3"
[[speaker]]
quote = "quote-{one.id}-0-3"
speaker = "Ann Lee"
[[actor]]
same = ["Ann Lee", "Minister Lee"]
"""
    found = correct([one], entries_of(text))
    assert found.articles == [one]
    assert not any(row.applied for row in found.corrections)
    hows = " ".join(row.how for row in found.corrections)
    assert "no article 'c.txt'" in hows
    assert hows.count("has no passage") == 2
    assert "not applied yet: the stage that finds quotes has not run" in hows
    assert "not applied yet: the stage that finds actors has not run" in hows


def test_a_correction_is_applied_at_every_build_shown_and_taken_back(
    tmp_path: Path, capsys: Output
) -> None:
    pile, case = good(tmp_path / "pile"), tmp_path / "case"
    build([str(pile)], case, workers=1)
    before = table_bytes(case)
    written(
        case, '[[article]]\narticle = "1-lna.txt"\npublished = "2019-03-07"\nwhy = "its archive"\n'
    )
    for paths_given in ([], [str(pile)]):
        assert main(["build", *paths_given, "--out", str(case), "--workers", "1"]) == 0
        assert "1 correction by hand; see: stemma show" in capsys.readouterr().out
        article = (
            Case(case).table("articles").filter(pl.col("path") == "1-lna.txt").row(0, named=True)
        )
        assert (article["published"], article["published_how"]) == (
            "2019-03-07",
            "corrected by hand",
        )
    said = explain(Case(case), "1-lna.txt")
    assert "corrections: 1" in said
    assert "corrected by hand" in said
    assert main(["report", str(case)]) == 0
    report = (case / "report.html").read_text()
    assert "2019-03-07 (corrected by hand)" in report
    assert "its archive" in report
    written(case, "")
    build([], case, workers=1)
    assert table_bytes(case) == before
    capsys.readouterr()


def test_a_corrected_title_is_a_headline_as_if_the_file_had_given_it(tmp_path: Path) -> None:
    """What depends on a field is made anew, so that it does not matter when a correction was made."""
    pile = good(tmp_path / "pile")
    (pile / "c.txt").write_text(f"The dyke is mended.\n\n{LINE}\n")
    text = '[[article]]\narticle = "c.txt"\ntitle = "The dyke is mended."\n'
    build([str(pile)], tmp_path / "late", workers=1)
    written(tmp_path / "late", text)
    build([], tmp_path / "late", workers=1)
    Case.create(tmp_path / "early").correct(text)
    build([str(pile)], tmp_path / "early", workers=1)
    assert table_bytes(tmp_path / "late") == table_bytes(tmp_path / "early")
    kinds = dict(Case(tmp_path / "late").table("blocks").select("text", "kind").iter_rows())
    assert kinds["The dyke is mended."] == "headline"


# -- families -------------------------------------------------------------------------------------


def test_a_passage_put_into_a_wrong_family_is_kept_apart(tmp_path: Path) -> None:
    case = build([str(PILE)], tmp_path / "case", workers=1)
    families = case.table("families").filter(pl.col("carriers") >= 4).sort("id")
    family = families.row(0, named=True)
    inside = case.table("witnesses").filter(pl.col("family_id") == family["id"]).sort("id")
    other = inside.filter(pl.col("id") != family["base_id"])["id"][0]
    written(
        tmp_path / "case",
        f'[[family]]\npassage = "{other}"\napart_from = "{family["base_id"]}"\nwhy = "another vote"\n',
    )
    now = build([], tmp_path / "case", workers=1)
    assert now.table("corrections")["applied"].to_list() == [True]
    witnesses = now.table("witnesses")
    holding = witnesses.filter(pl.col("id") == family["base_id"])["family_id"].to_list()
    assert len(holding) == 1
    kept = witnesses.filter(pl.col("family_id") == holding[0])["id"].to_list()
    assert other not in kept
    assert set(inside["id"]) - {other} <= set(kept)
    untouched = case.table("families").filter(pl.col("id") == families["id"][1])
    assert len(untouched) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_equal_sentences_are_kept_apart_if_a_person_says_so(
    order: Sequence[int], tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name in ("a", "b", "c"):
        (pile / f"{name}.txt").write_text(f"News from {name}\n\n{LINE}\n")
    case = build([str(pile)], tmp_path / "case", workers=1)
    witnesses = case.table("witnesses").sort("id")["id"].to_list()
    assert len(witnesses) == 3
    one, other = (witnesses[n] for n in order)
    written(tmp_path / "case", f'[[family]]\npassage = "{one}"\napart_from = "{other}"\n')
    now = build([], tmp_path / "case", workers=1)
    (family,) = now.table("families")["id"]
    kept = now.table("witnesses").filter(pl.col("family_id") == family)["id"].to_list()
    assert sorted(kept) == sorted({*witnesses} - {one})


# -- taking out -----------------------------------------------------------------------------------


def test_the_account_without_an_article_is_that_of_a_pile_without_it(tmp_path: Path) -> None:
    names = sorted(path.name for path in PILE.iterdir())
    build([str(PILE)], tmp_path / "case", workers=1)
    gone = [names[3], names[11]]
    assert remove(Case(tmp_path / "case"), gone, workers=1) == gone
    rest_of_it = tmp_path / "rest"
    rest_of_it.mkdir()
    for name in set(names) - set(gone):
        shutil.copy(PILE / name, rest_of_it / name)
    build([str(rest_of_it)], tmp_path / "without", workers=1)
    less = ("corrections", "failures")
    assert table_bytes(tmp_path / "case", *less) == table_bytes(tmp_path / "without", *less)


def test_nothing_of_a_text_is_left_in_the_case(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    secret = "The zebrafish of Halden sang"
    (pile / "3.txt").write_text(f"Zebrafish\n\n{secret} until the morning came over the dyke.\n")
    case = build([str(pile)], tmp_path / "case", workers=1)
    (article,) = case.table("articles").filter(pl.col("path") == "3.txt")["id"]
    remove(case, [article], workers=1)
    for path in (tmp_path / "case").rglob("*"):
        if path.is_file():
            assert b"ebrafish" not in path.read_bytes(), path
            if path.suffix == ".parquet":
                assert "ebrafish" not in str(pl.read_parquet(path).to_dicts()), path


def test_what_was_taken_out_stays_out_until_its_lines_are_deleted(
    tmp_path: Path, capsys: Output
) -> None:
    pile, case = good(tmp_path / "pile"), tmp_path / "case"
    records = [json.dumps({"text": f"{LINE} {n}."}) for n in range(3)]
    (pile / "r.jsonl").write_text("\n".join(records))
    build([str(pile)], case, workers=1)
    assert main(["remove", str(case), "1-lna.txt", "r.jsonl#2", "--workers", "1"]) == 0
    assert "Taken out: 2 articles (1-lna.txt, r.jsonl#2)." in capsys.readouterr().out
    # The dump has grown, so that it is read again.
    (pile / "r.jsonl").write_text("\n".join([*records, json.dumps({"text": f"{LINE} 3."})]))
    build([str(pile)], case, workers=1)
    assert paths(case) == ["2-gull.txt", "r.jsonl#1", "r.jsonl#3", "r.jsonl#4"]
    told = {row["path"]: row for row in failures(case)}
    assert set(told) == {"1-lna.txt", "r.jsonl#2"}
    assert "stays out" in told["1-lna.txt"]["what"]
    assert "Delete its lines" in told["1-lna.txt"]["remedy"]
    assert Case(case).table("corrections")["change"][0].startswith("taken out: ")
    written(case, "")
    build([str(pile)], case, workers=1)
    assert paths(case) == sorted([*GOOD, *(f"r.jsonl#{n}" for n in range(1, 5))])
    assert failures(case) == []


def test_the_id_of_an_article_that_was_taken_out_says_so(tmp_path: Path) -> None:
    case = build([str(good(tmp_path / "pile"))], tmp_path / "case", workers=1)
    (article,) = case.table("articles").filter(pl.col("path") == "1-lna.txt")["id"]
    remove(case, [article], workers=1)
    with pytest.raises(UnknownRow, match="was taken out"):
        explain(Case(tmp_path / "case"), article)


def test_taking_out_what_is_not_there_changes_nothing(tmp_path: Path, capsys: Output) -> None:
    build([str(good(tmp_path / "pile"))], tmp_path / "case", workers=1)
    before = table_bytes(tmp_path / "case")
    assert main(["remove", str(tmp_path / "case"), "1-lna.txt", "nowhere.txt"]) == 2
    assert "stemma show" in capsys.readouterr().err
    assert table_bytes(tmp_path / "case") == before
    written(tmp_path / "case", "[[article]]")
    assert main(["remove", str(tmp_path / "case"), "1-lna.txt"]) == 1
    assert (tmp_path / "case" / NAME).read_text() == "[[article]]"
    capsys.readouterr()


def test_all_that_there_is_can_be_taken_out_and_let_in_again(
    tmp_path: Path, capsys: Output
) -> None:
    pile, case = good(tmp_path / "pile"), tmp_path / "case"
    build([str(pile)], case, workers=1)
    whole = table_bytes(case)
    assert main(["remove", str(case), *GOOD]) == 0
    assert "0 articles" in capsys.readouterr().out
    assert all(
        Case(case).table(name).is_empty() for name in Case(case).tables() if name != "corrections"
    )
    assert main(["report", str(case)]) == 0
    with pytest.raises(NothingUsable, match="All that was read is taken out"):
        build([str(pile)], case, workers=1)
    written(case, "")
    build([str(pile)], case, workers=1)
    assert table_bytes(case) == whole
    capsys.readouterr()


def test_an_article_that_was_taken_out_stays_out_under_other_metadata(tmp_path: Path) -> None:
    pile, case = good(tmp_path / "pile"), tmp_path / "case"
    build([str(pile)], case, workers=1)
    remove(Case(case), ["1-lna.txt"], workers=1)
    (tmp_path / "meta.csv").write_text("file,outlet\n1-lna.txt,LNA\n2-gull.txt,Gull\n")
    build([str(pile)], case, workers=1, meta=tmp_path / "meta.csv")
    assert paths(case) == ["2-gull.txt"]
    (pile / "1-lna.txt").write_text(
        "Dyke mended\n\nThe dyke at Halden is mended, the mayor said on Monday.\n"
    )
    build([str(pile)], case, workers=1)
    assert paths(case) == ["1-lna.txt", "2-gull.txt"]  # another text of that name


def test_an_article_is_taken_out_by_its_path_in_the_file(tmp_path: Path) -> None:
    pile, case = good(tmp_path / "pile"), tmp_path / "case"
    build([str(pile)], case, workers=1)
    written(case, '[[remove]]\narticle = "1-lna.txt"\n')
    for given in ([], [str(pile)]):
        build(given, case, workers=1)
        assert paths(case) == ["2-gull.txt"]


def test_a_report_in_the_case_goes_with_what_is_taken_out(tmp_path: Path, capsys: Output) -> None:
    case = tmp_path / "case"
    build([str(good(tmp_path / "pile"))], case, workers=1)
    assert main(["report", str(case)]) == 0
    remove(Case(case), ["1-lna.txt"], workers=1)
    assert not (case / "report.html").exists()
    capsys.readouterr()


def test_of_two_corrections_of_one_thing_the_later_counts(tmp_path: Path) -> None:
    one = article_of("The dyke broke.")
    text = "".join(
        f'[[article]]\narticle = "{one.id}"\npublished = "2017-04-1{n}"\n' for n in (2, 3)
    )
    found = correct([one], entries_of(text))
    assert found.articles[0].published == "2017-04-13"
    hows = {row.change.rsplit(" ", 1)[1]: row.how for row in found.corrections}
    assert hows == {
        "2017-04-12": "not applied: a later one says it otherwise",
        "2017-04-13": "applied",
    }


def test_the_lines_that_are_written_are_read_back(tmp_path: Path) -> None:
    from datetime import date

    articles = [article_of("One.", path='odd "name" \\ ü.txt'), article_of("Two.", path="b.txt")]
    entries = entries_of(FORM + removal(articles, date(2019, 3, 7)))
    assert removed(entries).names == {article.id for article in articles}
    assert {path for path, _ in removed(entries).texts} == {article.path for article in articles}
    assert {entry.fields["path"] for entry in entries} == {article.path for article in articles}
    assert apart(entries) == []


def test_a_case_is_brought_up_to_date_only_if_there_is_one(tmp_path: Path, capsys: Output) -> None:
    assert main(["build", "--out", str(tmp_path / "case")]) == 2
    assert "no case" in capsys.readouterr().err


# -- speakers and actors --------------------------------------------------------------------------

TOLD = "“We had to close the lock gates before the ice came,” Ann Brook told reporters."
CUT = "“We had to close the lock gates before the ice came.”"
MORE = (
    "The harbour board of Halden met on Monday to talk about the boats.",
    "Ann Brook, the mayor of Halden, opened the meeting.",
    "Mrs Holm was not there.",
)


def spoken(folder: Path, told: str = TOLD) -> Path:
    pile, case = folder / "pile", folder / "case"
    pile.mkdir()
    (pile / "a.txt").write_text(f"The lock gates\n\n{MORE[1]} {told} {MORE[0]}\n")
    (pile / "b.txt").write_text(f"Ice\n\n{MORE[0]} {MORE[2]}\n\n{CUT}\n")
    build([str(pile)], case, workers=1)
    return case


def quote_in(case: Path, path: str) -> dict[str, object]:
    tables = Case(case)
    (article,) = tables.table("articles").filter(pl.col("path") == path)["id"]
    held = tables.table("quotes").filter(
        (pl.col("article_id") == article) & pl.col("text").str.contains("lock gates")
    )
    return held.row(0, named=True)


def ran(case: Path) -> list[str]:
    """The stages that did something in the last build."""
    stages = json.loads((case / "run.json").read_text())["stages"]
    return [one["stage"] for one in stages if one["did"] == "ran"]


def test_a_speaker_given_by_hand_counts_wherever_speakers_count(tmp_path: Path) -> None:
    case = spoken(tmp_path)
    before = table_bytes(case)
    first, cut = quote_in(case, "a.txt"), quote_in(case, "b.txt")
    assert (first["speaker"], cut["status"]) == ("Ann Brook", "restored")
    written(
        case,
        f'[[speaker]]\nquote = "{first["id"]}"\nspeaker = "Mrs Holm"\nwhy = "the tape"\n',
    )
    build([], case, workers=1)
    now = quote_in(case, "a.txt")
    assert (now["id"], now["status"], now["speaker"]) == (first["id"], "attributed", "Mrs Holm")
    assert "corrected by hand (the tape)" in str(now["how"])
    assert quote_in(case, "b.txt")["speaker"] == "Mrs Holm"
    sayings = Case(case).table("sayings").filter(pl.col("text").str.contains("lock gates"))
    assert [name for name in sayings["speaker"] if "Holm" in name]
    assert not [name for name in sayings["speaker"] if "Brook" in name]
    (row,) = Case(case).table("corrections").iter_rows(named=True)
    assert row["applied"]
    assert "before: «Ann Brook»" in row["how"]
    assert row["article_id"] == first["article_id"]
    assert "corrected by hand (the tape)" in explain(Case(case), str(first["id"]))
    assert ran(case) == [
        "read",
        "corrections",
        "quotes",
        "figures",
        "mentions",
        "statements",
        "account",
        "denials",
        "rewordings",
        "corrected",
    ]
    written(case, "")
    build([], case, workers=1)
    assert table_bytes(case) == before


def test_a_wrong_speaker_is_taken_away_and_does_not_come_back(tmp_path: Path) -> None:
    case = spoken(tmp_path)
    cut = quote_in(case, "b.txt")
    written(case, f'[[speaker]]\nquote = "{cut["id"]}"\nspeaker = ""\n')
    build([], case, workers=1)
    now = quote_in(case, "b.txt")
    assert (now["status"], now["speaker"], now["actor_id"]) == ("orphan", None, None)
    assert str(now["how"]).startswith("corrected by hand")
    assert quote_in(case, "a.txt")["speaker"] == "Ann Brook"
    (row,) = Case(case).table("corrections").iter_rows(named=True)
    assert (row["applied"], row["change"]) == (True, "not said by whom its passage seems to name")


def test_what_is_said_of_a_quote_that_is_gone_says_so(tmp_path: Path) -> None:
    case = spoken(tmp_path)
    cut = quote_in(case, "b.txt")
    lines = f'[[speaker]]\nquote = "{cut["id"]}"\nspeaker = "'
    written(
        case,
        '[[speaker]]\nquote = "quote-a0123456789ab-1-2"\nspeaker = "Ann Lee"\n'
        f'{lines}Ann Lee"\n{lines}Mrs Holm"\n',
    )
    build([], case, workers=1)
    hows = {row["change"]: row for row in Case(case).table("corrections").iter_rows(named=True)}
    assert [row["applied"] for row in hows.values()].count(True) == 1
    assert hows["said by Mrs Holm"]["applied"]
    told = sorted(row["how"] for row in Case(case).table("corrections").iter_rows(named=True))
    assert any("no quote 'quote-a0123456789ab-1-2'" in how for how in told)
    assert any("a later one says it otherwise" in how for how in told)


def test_until_the_stage_has_run_a_correction_waits(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    case = tmp_path / "case"
    Case.create(case).correct('[[actor]]\nsame = ["Ann Lee", "Minister Lee"]\n')
    build([str(pile)], case, workers=1, until="clean")
    assert "has not run" in Case(case).table("corrections")["how"][0]
    build([], case, workers=1)
    assert "no story has any of these names" in Case(case).table("corrections")["how"][0]


def test_names_of_one_actor_are_joined_by_hand(tmp_path: Path) -> None:
    case = spoken(tmp_path)
    before = {row["name"] for row in Case(case).table("actors").iter_rows(named=True)}
    assert {"Ann Brook", "Holm"} <= before
    written(case, '[[actor]]\nsame = ["Ann Brook", "Holm"]\nwhy = "she married"\n')
    build([], case, workers=1)
    actors = Case(case).table("actors")
    (row,) = actors.filter(pl.col("name") == "Ann Brook").iter_rows(named=True)
    assert "Holm" in row["aliases"]
    assert row["how"].startswith("corrected by hand (she married): Ann Brook, Holm are one")
    assert actors.filter(pl.col("name") == "Holm").is_empty()
    (made,) = Case(case).table("corrections").iter_rows(named=True)
    assert made["applied"]
    assert "Ann Brook, Holm" in made["how"]
    assert "quotes" in ran(case)
    assert "families" not in ran(case)
    written(case, '[[actor]]\nsame = ["Ann Brook", "Tom Reed"]\n')
    build([], case, workers=1)
    (made,) = Case(case).table("corrections").iter_rows(named=True)
    assert not made["applied"]
    assert "only «Ann Brook» is found" in made["how"]
