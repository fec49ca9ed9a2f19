"""Every command from end to end: what it prints where, and the exit status."""

import csv
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import polars as pl
import pytest
from tests.stories.pages import FERRY, FROST

from stemma.case import Case
from stemma.cli import main, parser
from stemma.export import EXPORTERS
from stemma.model import TABLES, columns

Output = pytest.CaptureFixture[str]
COMMANDS = (
    "build", "remove", "report", "show", "explain", "footing", "compare", "search", "export", "serve",
    "annotate", "measure",
)  # fmt: skip


class Standard:
    """Standard input of given bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def case(anselm: Case) -> str:
    """The folder of a case that tests only read."""
    return str(anselm.path)


def done(capsys: Output, *arguments: str) -> str:
    """Standard output of a command that ends well and has nothing to remark."""
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Output, status: int, *arguments: str) -> str:
    """What standard error says of a command that ends with `status` and prints nothing else."""
    assert main(arguments) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("stemma: ")
    assert err.count("\n") == 1
    return err


# -- build ----------------------------------------------------------------------------------------


def test_build_prints_the_case_on_standard_output(
    tmp_path: Path, pile: Path, capsys: Output
) -> None:
    said = done(capsys, "build", str(pile), "--out", str(tmp_path / "case"), "--workers", "1")
    assert said.startswith("6 articles with 40 sentences.\n")
    assert "Next: stemma report" in said
    again = done(capsys, "build", str(pile), "--out", str(tmp_path / "case"), "--workers", "1")
    assert again == said


def test_build_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    record = json.dumps({"text": "A bridge opened on Monday. Nobody came to see it."})
    monkeypatch.setattr("sys.stdin", Standard(record.encode()))
    assert "1 article with 2 sentences." in done(capsys, "build", "-", "--out", str(tmp_path / "c"))
    monkeypatch.setattr("sys.stdin", Standard(record.encode()))
    done(capsys, "build", "-", "--out", str(tmp_path / "d"), "--format", "text")
    assert Case(tmp_path / "d").table("articles")["text"].to_list() == [record]


def test_build_until_a_stage(tmp_path: Path, pile: Path, capsys: Output) -> None:
    done(capsys, "build", str(pile), "--out", str(tmp_path / "c"), "--until", "lineage")
    assert "family-a" in done(capsys, "show", str(tmp_path / "c"), "families")
    assert "without --until" in refused(capsys, 1, "show", str(tmp_path / "c"), "stories")


def test_build_with_nothing_usable(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "empty.txt").write_text("")
    said = refused(capsys, 1, "build", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "c"))
    assert "No article could be read." in said
    assert "The file is empty." in said
    assert "empty.txt" in done(capsys, "show", str(tmp_path / "c"), "failures")


# The small pile has no page that could not be read, and none that comes again.
HAVING_ROWS = [name for name in TABLES if name not in ("failures", "repeats")]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--workers", "0"), "number from 1"),
        (
            ("--until", "dinner"),
            "Stages: read, corrections, clean, words, furniture, families, lineage, stories, parts, "
            "repeats, reader, actors, quotes, figures, times, mentions, statements, account",
        ),
        (("--format", "dinner"), "dinner"),
    ],
)
def test_build_with_a_wrong_option(
    option: tuple[str, str], said: str, tmp_path: Path, pile: Path, capsys: Output
) -> None:
    assert said in refused(capsys, 2, "build", str(pile), "--out", str(tmp_path / "c"), *option)


def test_build_of_a_path_that_is_not_there(tmp_path: Path, capsys: Output) -> None:
    assert "nowhere" in refused(capsys, 2, "build", "nowhere", "--out", str(tmp_path / "c"))


def test_build_into_a_place_that_cannot_be_written(
    tmp_path: Path, pile: Path, capsys: Output
) -> None:
    (tmp_path / "file").write_text("")
    said = refused(capsys, 1, "build", str(pile), "--out", str(tmp_path / "file"))
    assert "is a file" in said
    said = refused(capsys, 1, "build", str(pile), "--out", str(tmp_path / "file" / "case"))
    assert "Not a directory" in said


# -- show -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HAVING_ROWS)
def test_show_as_jsonl_has_what_scripts_rely_on(name: str, case: str, capsys: Output) -> None:
    rows = [
        json.loads(line)
        for line in done(capsys, "show", case, name, "--format", "jsonl").splitlines()
    ]
    assert len(rows) == len(Case(case).table(name)) > 0
    for row in rows:
        assert row["id"]
        if "start" in columns(TABLES[name]):
            assert {"article_id", "start", "end", "text"} <= set(row)
        if name != "articles":
            assert row["how"]
    assert all(name != "articles" or row["path"] for row in rows)
    if name == "statements":
        assert {"carriers", "texts", "reporters_min", "reporters_max", "bases"} <= set(rows[0])


@pytest.mark.parametrize("name", TABLES)
def test_show_as_csv_has_all_rows(name: str, case: str, capsys: Output) -> None:
    said = done(capsys, "show", case, name, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said, newline="")))
    assert [row["id"] for row in rows] == Case(case).table(name)["id"].to_list()


@pytest.mark.parametrize("name", HAVING_ROWS)
def test_show_as_a_table_has_all_ids(name: str, case: str, capsys: Output) -> None:
    said = done(capsys, "show", case, name)
    # A line of the timeline is its event's: that is what can be asked why.
    named = "event_id" if name == "timeline" else "id"
    assert all(row_id in said for row_id in Case(case).table(name)[named])


def test_show_one_story(case: str, capsys: Output) -> None:
    stories = Case(case).table("stories").sort("carriers")
    small, large = stories["id"].to_list()
    for story, articles in ((small, 1), (large, 5)):
        said = done(capsys, "show", case, "articles", "--format", "jsonl", "--story", story)
        assert len(said.splitlines()) == articles
    assert main(["show", case, "statements", "--story", small]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"stemma: The story '{small}' has no rows in 'statements'.\n")


def test_an_empty_table_says_why_on_standard_error(nothing_shared: Case, capsys: Output) -> None:
    for form in ("table", "jsonl"):
        assert main(["show", str(nothing_shared.path), "families", "--format", form]) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert "No two articles share a passage" in err
    said = done(capsys, "show", str(nothing_shared.path), "families", "--format", "csv")
    assert said.startswith("id,story_id,")


def test_show_what_is_not_there(case: str, tmp_path: Path, capsys: Output) -> None:
    assert "Tables: articles, blocks" in refused(capsys, 2, "show", case, "dinner")
    assert "Stories: story-a" in refused(capsys, 2, "show", case, "articles", "--story", "story-x")
    assert "is no case" in refused(capsys, 1, "show", str(tmp_path / "nowhere"), "articles")
    assert "Make one with: stemma build" in refused(capsys, 1, "show", str(tmp_path), "articles")


# -- report ---------------------------------------------------------------------------------------


def test_report_in_both_forms(case: str, tmp_path: Path, capsys: Output) -> None:
    for name, start in (("r.html", "<!doctype html>"), ("deep/r.md", "# "), ("R.HTM", "<!doctype")):
        out = tmp_path / name
        assert done(capsys, "report", case, "--out", str(out)) == f"Report: {out}\n"
        assert out.read_text(encoding="utf-8").lower().startswith(start)


def test_report_lies_in_the_case_if_no_place_is_given(
    tmp_path: Path, pile: Path, capsys: Output
) -> None:
    done(capsys, "build", str(pile), "--out", str(tmp_path / "c"), "--workers", "1")
    done(capsys, "report", str(tmp_path / "c"))
    assert (tmp_path / "c" / "report.html").stat().st_size > 5000
    # The report does not make the folder a stranger to the next build.
    done(capsys, "build", str(pile), "--out", str(tmp_path / "c"), "--workers", "1")


def test_report_opens_in_the_browser(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    out = tmp_path / "a b.html"
    done(capsys, "report", case, "--out", str(out), "--open")
    assert opened == [out.as_uri()]


def test_report_in_a_form_that_is_none(case: str, tmp_path: Path, capsys: Output) -> None:
    said = refused(capsys, 2, "report", case, "--out", str(tmp_path / "r.pdf"))
    assert "neither .html nor .md" in said
    assert not (tmp_path / "r.pdf").exists()


def test_report_to_a_place_that_cannot_be_written(
    case: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "file").write_text("")
    said = refused(capsys, 2, "report", case, "--out", str(tmp_path / "file" / "r.md"))
    assert "can't be written" in said


# -- explain, compare, search ---------------------------------------------------------------------


@pytest.mark.parametrize("name", HAVING_ROWS)
def test_explain_one_row_of_every_table(name: str, case: str, capsys: Output) -> None:
    row = Case(case).table(name).row(0, named=True)
    said = done(capsys, "explain", case, row["id"])
    assert row["id"] in said
    if "end" in row:
        assert f"characters {row['start']}-{row['end']}" in said
    if "how" in row:
        assert " ".join(row["how"].split()) in said


def test_explain_an_id_formed_from_any_member(case: str, capsys: Output) -> None:
    witnesses = Case(case).table("witnesses")
    for witness in witnesses.iter_rows(named=True):
        said = done(capsys, "explain", case, witness["id"].replace("witness-", "family-"))
        assert f"family {witness['family_id']}" in said


def test_explain_what_is_not_there(case: str, capsys: Output) -> None:
    assert "stemma show CASE TABLE" in refused(capsys, 2, "explain", case, "family-a0-1-2")


def test_compare(case: str, capsys: Output) -> None:
    said = done(capsys, "compare", case, "1-lna.txt", "2-bay-herald.html")
    assert "3 passages in common; direction undecided." in said
    assert "the same article" in refused(capsys, 2, "compare", case, "lna", "lna")


def test_search_as_text_and_as_jsonl(case: str, capsys: Output) -> None:
    said = done(capsys, "search", case, "lifeboats", "passengers")
    assert re.match(r"\S+:\d+-\d+ \[paragraph\] Lifeboats from three", said)
    rows = [
        json.loads(line)
        for line in done(capsys, "search", case, "lifeboats", "--format", "jsonl").splitlines()
    ]
    assert len(rows) == 3
    assert all({"id", "article_id", "start", "end", "text", "path"} <= set(row) for row in rows)


def test_search_takes_one_argument_as_words_side_by_side(case: str, capsys: Output) -> None:
    """A shell takes the marks off."""
    said = done(capsys, "search", case, "nobody told us what to do")
    assert len(said.splitlines()) == 4
    assert said == done(capsys, "search", case, "“nobody told us what to do”")


def test_search_that_finds_nothing_says_so(case: str, capsys: Output) -> None:
    assert main(["search", case, "zebra"]) == 0
    assert capsys.readouterr() == ("", "stemma: no sentence holds all of these words.\n")
    assert "no word" in refused(capsys, 2, "search", case, "...")


# -- export ---------------------------------------------------------------------------------------


READ: dict[str, Callable[[Path], int]] = {
    "parquet": lambda path: len(pl.read_parquet(path)),
    "csv": lambda path: len(list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))),
    "jsonl": lambda path: len([json.loads(line) for line in path.read_text().splitlines()]),
}


@pytest.mark.parametrize("form", READ)
def test_export_prints_the_files_that_it_wrote(
    form: str, case: str, tmp_path: Path, capsys: Output
) -> None:
    said = done(capsys, "export", case, "--format", form, "--out", str(tmp_path / "out"))
    files = [Path(line) for line in said.splitlines()]
    assert {path.stem for path in files} == set(TABLES)
    assert all(READ[form](path) == len(Case(case).table(path.stem)) for path in files)


def test_export_to_sqlite(case: str, tmp_path: Path, capsys: Output) -> None:
    said = done(capsys, "export", case, "--format", "sqlite", "--out", str(tmp_path))
    with closing(sqlite3.connect(said.strip())) as base:
        (carriers,) = base.execute("select max(carriers) from statements").fetchone()
    assert carriers == 4


@pytest.mark.parametrize("form", ["graphml", "dot", "tei", "collatex"])
def test_export_of_lineage(form: str, case: str, tmp_path: Path, capsys: Output) -> None:
    said = done(capsys, "export", case, "--format", form, "--out", str(tmp_path))
    assert {Path(line) for line in said.splitlines()} == set(tmp_path.iterdir())


def test_export_in_a_form_that_is_none(case: str, tmp_path: Path, capsys: Output) -> None:
    said = refused(capsys, 2, "export", case, "--format", "xlsx", "--out", str(tmp_path))
    assert f"Formats: {', '.join(EXPORTERS)}." in said


def test_export_to_a_place_that_cannot_be_written(
    case: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "deeper"):
        said = refused(capsys, 2, "export", case, "--format", "csv", "--out", str(place))
        assert "can't be made a folder" in said


# -- annotate, measure ----------------------------------------------------------------------------


def test_annotate_a_file_and_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    text = "The dyke held. Nobody slept.\n"
    (tmp_path / "a.txt").write_text(text)
    rows = [json.loads(r) for r in done(capsys, "annotate", str(tmp_path / "a.txt")).splitlines()]
    assert [row["text"] for row in rows if row["layer"] == "sentences"] == [
        "The dyke held.",
        "Nobody slept.",
    ]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    monkeypatch.setattr("sys.stdin", Standard(text.encode()))
    said = done(capsys, "annotate", "-", "--layers", "tokens", "--format", "jsonl")
    assert [json.loads(row)["n"] for row in said.splitlines()] == [
        "the", "dyke", "held", ".", "nobody", "slept", ".",
    ]  # fmt: skip


def test_annotate_times_by_a_date(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    asked = ("annotate", "-", "--layers", "times", "--date")
    monkeypatch.setattr("sys.stdin", Standard(b"The dyke broke on Tuesday."))
    assert json.loads(done(capsys, *asked, "2019-06-20"))["value"] == "2019-06-18"
    monkeypatch.setattr("sys.stdin", Standard(b"The dyke broke on Tuesday."))
    assert "'soon' is no date" in refused(capsys, 2, *asked, "soon")


def test_annotate_what_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    refused(capsys, 2, "annotate", str(tmp_path / "nowhere.txt"))
    refused(capsys, 2, "annotate", str(tmp_path))
    monkeypatch.setattr("sys.stdin", Standard(b""))
    assert "empty" in refused(capsys, 1, "annotate", "-")
    monkeypatch.setattr("sys.stdin", Standard(b"Some text."))
    said = refused(capsys, 2, "annotate", "-", "--layers", "sentences,dinner")
    assert "Layers: sentences, tokens, names, syntax, times, figures, events, quotes." in said


def test_measure_prints_one_json_object(tmp_path: Path, capsys: Output) -> None:
    lines = [
        f"{name}\t0\t{at}\t{word}"
        for name, text in zip(("1_1ecb", "1_2ecb", "2_1ecb"), (*FERRY[:2], FROST[0]), strict=True)
        for at, word in enumerate(text.split())
    ]
    (tmp_path / "tiny_corpus.txt").write_text("\n".join(lines) + "\n")
    said = done(capsys, "measure", "stories", str(tmp_path))
    assert said.count("\n") == 1
    assert json.loads(said)["b3_f1"] == 100.0
    assert (
        "Tasks: stories, syntax, names, sentences, similarity, times, actors, quotes, events, status, "
        "timeline, coreference." in refused(capsys, 2, "measure", "dinner", str(tmp_path))
    )
    refused(capsys, 2, "measure", "stories", str(tmp_path / "nowhere"))


# -- the command line itself ----------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(command: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: stemma {command}")
    if command not in ("annotate", "build", "measure"):
        assert "CASE" in said


def test_the_commands_are_these(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if not re.search(rf"^\s+{name}\s", said, re.M)] == []
    assert "0 done, 1 nothing usable, 2 wrong use" in said
    assert parser().prog == "stemma"


@pytest.mark.parametrize(
    "wrong",
    [[], ["dinner"], ["build"], ["show", "case"], ["show", "case", "articles", "--format", "x"]],
)
def test_wrong_use_ends_with_2(wrong: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(wrong)
    assert stopped.value.code == 2
    assert "usage: stemma" in capsys.readouterr().err


def test_version(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert re.fullmatch(r"stemma \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def test_an_interrupt_ends_with_130_and_says_that_work_is_kept(
    tmp_path: Path, pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.flow.build", interrupted)
    assert main(["build", str(pile), "--out", str(tmp_path / "c")]) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert "goes on from here" in err


# -- as a process ---------------------------------------------------------------------------------


def process(*arguments: str, **how: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, both outputs piped."""
    command = [sys.executable, "-m", "stemma.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, **how)  # type: ignore[call-overload,no-any-return]


def test_a_piped_build_is_silent_on_standard_error(tmp_path: Path, pile: Path) -> None:
    run = process("build", str(pile), "--out", str(tmp_path / "c"))
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("6 articles")
    assert "\x1b" not in run.stdout


def test_exit_statuses_of_a_process(tmp_path: Path, case: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    nothing = process("build", str(tmp_path / "empty.txt"), "--out", str(tmp_path / "c"))
    assert (nothing.returncode, nothing.stdout) == (1, "")
    wrong = process("show", case, "dinner")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("stemma: There is no table 'dinner'.")
    assert process("--help").returncode == 0


def test_standard_input_of_a_process(tmp_path: Path) -> None:
    run = process("annotate", "-", "--layers", "sentences", input="The dyke held. Nobody slept.")
    assert [json.loads(line)["text"] for line in run.stdout.splitlines()] == [
        "The dyke held.", "Nobody slept.",
    ]  # fmt: skip


def test_a_reader_that_goes_away_is_no_error(case: str) -> None:
    command = f"'{sys.executable}' -m stemma.cli show '{case}' sentences --format jsonl"
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 20"], capture_output=True, text=True
    )
    assert run.stdout.startswith('{"id": "sentence-a')
    assert run.stderr == ""
    assert run.returncode == 0


def test_a_reader_that_never_reads_is_no_error(case: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "stemma.cli", "show", case, "sentences", "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read()
    assert said == b""
    assert run.returncode == 0


def test_a_narrow_encoding_of_the_terminal_breaks_nothing(case: str) -> None:
    """Texts have curly quotes and ellipses; a terminal may have neither."""
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for arguments in (
        ("show", case, "articles"),
        ("explain", case, "1-lna.txt"),
        ("search", case, "sea"),
    ):
        run = process(*arguments, env=narrow)
        assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupted_process_ends_with_130(tmp_path: Path) -> None:
    """It waits for standard input when it is stopped."""
    with subprocess.Popen(
        [sys.executable, "-m", "stemma.cli", "build", "-", "--out", str(tmp_path / "c")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        _wait_until_asleep(run.pid)
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=20)
    assert run.returncode == 130
    assert said == b"stemma: stopped; the same command goes on from here.\n"


def _wait_until_asleep(pid: int) -> None:
    """Waits until a process has used no processor time for half a second."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        time.sleep(3)
        return
    last, quiet = "", 0
    while quiet < 5:
        fields = stat.read_text().split()
        used = " ".join(fields[13:15])
        quiet = quiet + 1 if used == last and fields[2] == "S" else 0
        last = used
        time.sleep(0.1)


def test_python_runs_the_package() -> None:
    command = [sys.executable, "-m", "stemma", "show", "no-such-case", "articles"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("stemma: 'no-such-case' is no case.")
