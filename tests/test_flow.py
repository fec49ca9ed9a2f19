"""The flow as a user meets it: order, workers, kills, extension, and what empty results say."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import polars as pl
import pytest

from stemma.case import Case
from stemma.errors import CaseError, NothingUsable, UsageError
from stemma.flow import build
from stemma.remarks import remarks

PILE = Path(__file__).parent.parent / "examples" / "farm" / "articles"
SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"


def table_bytes(case: Path) -> dict[str, bytes]:
    """Every published table, as bytes."""
    return {path.name: path.read_bytes() for path in sorted((case / "tables").iterdir())}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables of the example, built in one go by one worker."""
    out = tmp_path_factory.mktemp("reference") / "case"
    build([str(PILE)], out, workers=1)
    return table_bytes(out)


def test_shuffled_files_give_the_same_bytes(tmp_path: Path, reference: dict[str, bytes]) -> None:
    files = [str(path) for path in PILE.iterdir()]
    for seed in range(3):
        random.Random(seed).shuffle(files)
        build(files, tmp_path / str(seed), workers=1)
        assert table_bytes(tmp_path / str(seed)) == reference


def test_two_workers_give_the_same_bytes(
    tmp_path: Path, reference: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Small units, so that this small pile is really spread over two processes.
    monkeypatch.setattr("stemma.engine.local.UNIT", 4)
    monkeypatch.setattr("stemma.engine.local.FEWEST_UNITS", 2)
    build([str(PILE)], tmp_path / "case", workers=2)
    assert table_bytes(tmp_path / "case") == reference


def test_a_pile_given_in_pieces_ends_with_the_same_bytes(
    tmp_path: Path, reference: dict[str, bytes]
) -> None:
    files = sorted(str(path) for path in PILE.iterdir())
    build(files[:7], tmp_path / "case", workers=1)
    build(files[5:], tmp_path / "case", workers=1)
    assert table_bytes(tmp_path / "case") == reference


def test_a_second_build_does_nothing_again(tmp_path: Path) -> None:
    build([str(PILE)], tmp_path / "case", workers=1)
    run = build([str(PILE)], tmp_path / "case", workers=1).run()
    assert run is not None
    assert {stage["stage"]: stage["did"] for stage in run["stages"][1:]} == dict.fromkeys(
        (
            "corrections",
            "clean",
            "words",
            "furniture",
            "families",
            "lineage",
            "stories",
            "parts",
            "repeats",
            "reader",
            "actors",
            "quotes",
            "figures",
            "times",
            "mentions",
            "statements",
            "account",
            "denials",
            "rewordings",
            "corrected",
        ),
        "kept",
    )
    files = len(list(PILE.iterdir()))
    assert run["stages"][0]["processed"] == {"files": 0, "files_known": files, "articles": 0}


def test_only_new_articles_are_read_and_cleaned(tmp_path: Path) -> None:
    files = sorted(str(path) for path in PILE.iterdir())
    build(files[:-1], tmp_path / "case", workers=1)
    run = build(files, tmp_path / "case", workers=1).run()
    assert run is not None
    processed = {stage["stage"]: stage["processed"] for stage in run["stages"]}
    assert processed["read"] == {"files": 1, "files_known": len(files) - 1, "articles": 1}
    assert processed["clean"] == {"articles": 1}


KILLS = 50


@pytest.mark.parametrize("part", range(2))
def test_killed_at_random_moments_the_next_build_ends_with_the_same_bytes(
    tmp_path: Path, reference: dict[str, bytes], part: int
) -> None:
    """Half of the kills each, so that two workers of the test runner share them."""
    chance = random.Random(part)
    command = [sys.executable, "-m", "stemma.cli", "build", str(PILE), "--out"]
    began = time.monotonic()
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    length = time.monotonic() - began
    stopped = 0
    for number in range(KILLS // 2):
        case = tmp_path / str(number)
        with subprocess.Popen(
            [*command, str(case)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run:
            time.sleep(chance.uniform(0.25, 1.0) * length)
            run.send_signal(signal.SIGKILL)
        stopped += run.returncode == -signal.SIGKILL
        build([str(PILE)], case, workers=1)
        assert table_bytes(case) == reference
        shutil.rmtree(case)
    assert stopped > KILLS // 8


@pytest.mark.parametrize("broken", range(1, 40, 3))
def test_stopped_at_any_rename_the_next_build_ends_with_the_same_bytes(
    tmp_path: Path, reference: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    real, calls = os.replace, 0

    def replace(origin: object, target: object) -> None:
        nonlocal calls
        calls += 1
        if calls == broken:
            raise KeyboardInterrupt
        real(origin, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        build([str(PILE)], tmp_path / "case", workers=1)
    monkeypatch.undo()
    build([str(PILE)], tmp_path / "case", workers=1)
    assert table_bytes(tmp_path / "case") == reference


def test_until_leaves_later_tables_out_and_says_so(tmp_path: Path) -> None:
    case = build([str(PILE)], tmp_path / "case", until="clean", workers=1)
    assert case.tables() == [
        "articles", "blocks", "sentences", "tags", "corrections", "failures",
    ]  # fmt: skip
    with pytest.raises(UsageError, match="Stages: read, corrections, clean"):
        build([str(PILE)], tmp_path / "case", until="dinner")


def test_until_takes_nothing_away_that_still_holds(tmp_path: Path) -> None:
    whole = build([str(PILE)], tmp_path / "case", workers=1).tables()
    files = table_bytes(tmp_path / "case")
    again = build([str(PILE)], tmp_path / "case", until="lineage", workers=1)
    assert again.tables() == whole
    assert table_bytes(tmp_path / "case") == files
    pile = tmp_path / "more"
    pile.mkdir()
    (pile / "a.txt").write_text("Bridge opens\n\nThe bridge opened on Monday. Nobody came.\n")
    grown = build([str(pile)], tmp_path / "case", until="lineage", workers=1)
    assert "stories" not in grown.tables()


def test_a_case_is_no_pile(tmp_path: Path) -> None:
    build([str(PILE)], tmp_path / "case", workers=1)
    with pytest.raises(UsageError, match="is a case, not a pile"):
        build([str(tmp_path / "case")], tmp_path / "other")


def test_an_article_alone_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Bridge opens\n\nThe bridge opened on Monday. Nobody came.\n")
    run = build([str(tmp_path / "one.txt")], tmp_path / "case").run()
    assert run is not None
    assert "alone in its pile" in " ".join(run["remarks"])


def test_articles_that_share_nothing_are_told_so(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.txt").write_text("Bridge opens\n\nThe bridge opened on Monday. Nobody came.\n")
    (pile / "b.txt").write_text("Cheese wins\n\nA soft cheese took the gold medal in Lorn.\n")
    run = build([str(pile)], tmp_path / "case").run()
    assert run is not None
    assert "No two articles share a passage" in " ".join(run["remarks"])
    assert "each is its own story" in " ".join(run["remarks"])


def test_a_pile_with_nothing_usable(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "empty.txt").write_text("")
    with pytest.raises(NothingUsable, match="empty"):
        build([str(pile)], tmp_path / "case")
    failures = Case(tmp_path / "case").table("failures")
    assert failures["path"].to_list() == ["empty.txt"]


def test_a_bad_file_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text("Bridge opens\n\nThe bridge opened on Monday. Nobody came.\n")
    (pile / "picture").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (pile / "table.csv").write_text("title,words\nBridge,It is open.\n")
    lines = [json.dumps({"text": f"Line {n} says that the bridge is open."}) for n in range(1, 10)]
    lines[6] = "{broken"
    (pile / "records.jsonl").write_text("\n".join(lines))
    case = build([str(pile)], tmp_path / "case")
    assert len(case.table("articles")) == 9
    failures = {row["path"]: row["what"] for row in case.table("failures").iter_rows(named=True)}
    assert failures == {
        "picture": "The file is no text.",
        "table.csv": "'table.csv' has no column of text.",
        "records.jsonl": "Line 7 is no valid JSON.",
    }


def test_the_case_must_not_lie_inside_the_pile(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text that is long enough.")
    with pytest.raises(UsageError, match="inside the pile"):
        build([str(tmp_path)], tmp_path / "case")


def test_standard_input_and_given_format(tmp_path: Path) -> None:
    case = build(["-"], tmp_path / "case", stdin=b'{"text": "A bridge opened on Monday."}')
    assert case.table("articles")["text"].to_list() == ["A bridge opened on Monday."]
    told = build(["-"], tmp_path / "told", stdin=b'{"text": "A bridge opened."}', form="text")
    assert told.table("articles")["text"].to_list() == ['{"text": "A bridge opened."}']


def test_merged_groups_say_so(tmp_path: Path) -> None:
    """A family whose id changes because a lesser member joined is still opened by its old id."""
    from stemma.lookup import look_up

    files = sorted(str(path) for path in PILE.iterdir())
    first = build(files[:10], tmp_path / "case", workers=1)
    old = set(first.table("families")["id"])
    now = build(files, tmp_path / "case", workers=1)
    gone = sorted(old - set(now.table("families")["id"]))
    assert gone, "the test pile must make at least one family change its id"
    for group in gone:
        found = None
        with suppress(UsageError):
            found = look_up(now, group)
        if found is None:
            with pytest.raises(UsageError, match="was split"):
                look_up(now, group)
        else:
            assert group in found.remark
            assert found.row["id"] in now.table("families")["id"]


def made_older(case: Path) -> None:
    """Turns a case into one of the first version: fewer tables and columns, another number."""
    marker = json.loads((case / "stages" / "read" / "done.json").read_text())
    folder = case / "stages" / "read" / marker["folder"]
    for name in ("origins", "places", "by_hand"):
        (folder / f"{name}.parquet").unlink()
        del marker["tables"][name]
    for name, columns in (
        ("articles", ["language_how"]),
        ("failures", ["outcome"]),
        ("sources", ["reading"]),
    ):
        frame = pl.read_parquet(folder / f"{name}.parquet").drop(columns)
        frame.write_parquet(folder / f"{name}.parquet")
    (case / "stages" / "read" / "done.json").write_text(json.dumps(marker))
    manifest = json.loads((case / "manifest.json").read_text())
    (case / "manifest.json").write_text(json.dumps({**manifest, "schema": 1}))
    (case / "corrections.toml").unlink()
    shutil.rmtree(case / "stages" / "corrections")


@pytest.mark.parametrize("again", [True, False])
def test_a_case_of_the_first_version_is_brought_up_to_date(
    tmp_path: Path, reference: dict[str, bytes], again: bool
) -> None:
    case = build([str(PILE)], tmp_path / "case", workers=1)
    made_older(tmp_path / "case")
    with pytest.raises(CaseError, match="made by an older stemma"):
        Case(case.path).table("articles")
    build([str(PILE)] if again else [], tmp_path / "case", workers=1)
    now = table_bytes(tmp_path / "case")
    # How the language is known was not kept.
    assert {name for name in now if now[name] != reference[name]} <= {"articles.parquet"}
    assert Case(case.path).table("articles")["path"].n_unique() == len(list(PILE.iterdir()))


# -- told to read otherwise -----------------------------------------------------------------------


def dump(folder: Path) -> Path:
    """Records whose text has a name that is not known."""
    records = [{"page": f"Report {n}. The bridge opened, and nobody came."} for n in range(3)]
    (folder / "d.jsonl").write_text("\n".join(map(json.dumps, records)))
    return folder / "d.jsonl"


def test_a_file_that_gave_nothing_is_tried_again(tmp_path: Path) -> None:
    path = dump(tmp_path)
    with pytest.raises(NothingUsable, match="--map text=FIELD"):
        build([str(path)], tmp_path / "case", workers=1)
    case = build([str(path)], tmp_path / "case", workers=1, fields={"text": "page"})
    assert len(case.table("articles")) == 3
    assert case.table("failures").is_empty()


def test_what_was_read_stays_as_it_was_read_unless_told_otherwise(tmp_path: Path) -> None:
    path = dump(tmp_path)
    build([str(path)], tmp_path / "case", workers=1, fields={"text": "page"})
    before = table_bytes(tmp_path / "case")
    build([str(path)], tmp_path / "case", workers=1)
    assert table_bytes(tmp_path / "case") == before
    told = build([str(path)], tmp_path / "case", workers=1, form="text")
    assert told.table("articles")["format"].to_list() == ["text"]
    build([str(path)], tmp_path / "case", workers=1, fields={"text": "page"})
    assert table_bytes(tmp_path / "case") == before


def test_telling_wrongly_loses_nothing(tmp_path: Path) -> None:
    path = dump(tmp_path)
    build([str(path)], tmp_path / "case", workers=1, fields={"text": "page"})
    before = table_bytes(tmp_path / "case")
    with pytest.raises(NothingUsable, match="as it was"):
        build([str(path)], tmp_path / "case", workers=1, fields={"text": "leaf"})
    after = table_bytes(tmp_path / "case")
    assert {name for name in before if before[name] != after[name]} == {"failures.parquet"}


def test_a_table_beside_the_pile_given_later_describes_what_is_there(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name in ("a", "b"):
        (pile / f"{name}.txt").write_text(
            f"Bridge opens\n\nThe bridge in {name} opened on Monday.\n"
        )
    # It may lie in the pile itself, and is then no part of it.
    (pile / "meta.csv").write_text("file,outlet,date\na.txt,Lorn Post,2019-03-04\nc.txt,Gull,\n")
    build([str(pile / "a.txt"), str(pile / "b.txt")], tmp_path / "case", workers=1)
    case = build([str(pile)], tmp_path / "case", workers=1, meta=pile / "meta.csv")
    rows = case.table("articles").select("path", "site", "published", "published_how").sort("path")
    assert rows.rows() == [
        ("a.txt", "Lorn Post", "2019-03-04", "given"), ("b.txt", None, None, "unknown"),
    ]  # fmt: skip
    (remark,) = case.table("failures").iter_rows(named=True)
    assert (remark["path"], remark["outcome"]) == ("c.txt", "used")
    assert "about no article" in remark["what"]


@pytest.mark.parametrize("text", ["outlet,date\nGull,2019", "", '{"outlet": "Gull"}'])
def test_a_table_beside_the_pile_that_names_no_article_is_wrong_use(
    text: str, tmp_path: Path
) -> None:
    (tmp_path / "meta.csv").write_text(text)
    with pytest.raises(UsageError) as told:
        build([str(PILE)], tmp_path / "case", meta=tmp_path / "meta.csv")
    assert told.value.remedy
    assert "meta.csv" in told.value.what


def test_an_unknown_field_to_be_mapped_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Fields: text, title"):
        build([str(PILE)], tmp_path / "case", fields={"txt": "body"})


seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the checkout")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case of the seeds."""
    return build([str(SEEDS)], tmp_path_factory.mktemp("seeds") / "case", workers=1)


@seeds
class TestSeeds:
    """The acceptance case. Nothing it teaches stands in the source."""

    def carriers(self, case: Case, family: str) -> list[str]:
        paths = dict(case.table("articles").select("id", "path").iter_rows())
        rows = case.table("witnesses").filter(case.table("witnesses")["family_id"] == family)
        return sorted({paths[a][:3] for a in rows["article_id"]})

    def family(self, case: Case, words: str) -> dict[str, object]:
        found = [
            row for row in case.table("families").iter_rows(named=True) if words in row["text"]
        ]
        assert len(found) == 1, f"families with {words!r}: {len(found)}"
        return found[0]

    def test_five_articles_one_story(self, case: Case) -> None:
        assert len(case.table("articles")) == 5
        assert len(case.table("stories")) == 1

    def test_furniture_is_no_prose(self, case: Case) -> None:
        kinds = {row["text"]: row["kind"] for row in case.table("blocks").iter_rows(named=True)}
        for text, kind in kinds.items():
            if text.startswith("More news:") or text in ("Adjust Comment Print", "Comments"):
                assert kind in ("chrome", "insert"), text
        assert {"Adjust Comment Print", "Comments"} <= set(kinds)

    def test_glued_sentences_are_cut(self, case: Case) -> None:
        for text in case.table("sentences")["text"]:
            assert "missiles.The" not in text
            assert "tiesThe" not in text
            assert "”.Safronkov" not in text

    def test_the_agency_sentence(self, case: Case) -> None:
        family = self.family(case, "almost 90")
        assert self.carriers(case, str(family["id"])) == ["002", "003"]
        assert (family["carriers"], family["texts"]) == (2, 1)
        assert int(str(family["core"])) >= 31
        statement = next(
            row
            for row in case.table("statements").iter_rows(named=True)
            if row["family_id"] == family["id"]
        )
        assert statement["reporters"] == ["AP"]
        assert (statement["reporters_min"], statement["reporters_max"]) == (1, 1)
        swaps = [
            row
            for row in case.table("variants").iter_rows(named=True)
            if row["family_id"] == family["id"]
        ]
        assert {(row["kind"], row["base_text"], row["text"]) for row in swaps} == {
            ("swap", "Russia", "Russian Federation"),
            ("swap", "U.N.", "United Nations"),
        }
        tag = case.table("reporters").row(0, named=True)
        assert tag["text"].startswith("UNITED NATIONS (AP)")

    def test_other_families(self, case: Case) -> None:
        assert self.carriers(case, str(self.family(case, "state television")["id"])) == [
            "000",
            "002",
        ]
        assert self.carriers(case, str(self.family(case, "(OPCW)")["id"])) == ["001", "003"]
        quote = self.family(case, "That could happen")
        assert quote["kind"] == "quotation"
        assert self.carriers(case, str(quote["id"])) == ["000", "002"]

    def test_nothing_is_joined_by_a_name(self, case: Case) -> None:
        from stemma.text.candidates import name_tokens
        from stemma.text.tokens import words

        for text in case.table("families")["text"]:
            tokens = words(text)
            plain = [t.n for t, named in zip(tokens, name_tokens(tokens), strict=True) if not named]
            assert len(plain) >= 5, text


def test_a_page_of_nothing_but_furniture_is_in_no_story_and_said_to_be(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "menu.txt").write_text("Home | News | Sport\nAccept all\nPrivacy policy\n", "utf-8")
    (pile / "news.txt").write_text("A ferry sank\n\nThe ferry sank at noon.\n", "utf-8")
    case = build([pile], tmp_path / "case", until="stories")
    kept = dict(case.table("articles").select("path", "story_id").iter_rows())
    assert kept["menu.txt"] is None
    assert kept["news.txt"] is not None
    assert any("no story is made of it: menu.txt." in said for said in remarks(case))
