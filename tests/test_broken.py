"""Every way in which a pile is broken: what is said of it, with which remedy and exit status, and
that the rest of the pile, and what the case held before, stays whole."""

import bz2
import errno
import gzip
import io
import json
import lzma
import os
import resource
import subprocess
import sys
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import pytest

from stemma.case import Case
from stemma.cli import main
from stemma.flow import build
from stemma.model import SCHEMA_VERSION

Output = pytest.CaptureFixture[str]

GOOD = {
    "1-lna.txt": "Dyke breaks at Halden\n\nThe dyke at Halden broke at dawn on Sunday, and water ran "
    "into the lower town, the mayor said. Nobody was hurt.\n",
    "2-gull.txt": "Halden under water\n\nSoldiers were sent from the garrison at Lorn with boats and "
    "pumps, officials said on Sunday. The railway ran trains to the hills all day.\n",
}
LINE = "The ferry company offered two of its vessels, and the railway ran trains all day, it said."


def good(folder: Path) -> Path:
    """A pile of two good articles."""
    folder.mkdir(parents=True)
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def paths(case: Path) -> list[str]:
    return sorted(Case(case).table("articles")["path"])


def failures(case: Path) -> list[dict[str, str]]:
    return list(Case(case).table("failures").iter_rows(named=True))


def rest(case: Path) -> dict[str, list[str]]:
    """The sentences of the good articles."""
    sentences = Case(case).table("sentences")
    held = dict(Case(case).table("articles").select("path", "id").iter_rows())
    return {
        name: sentences.filter(pl.col("article_id") == held[name])["text"].to_list()
        for name in GOOD
    }


class Broken(NamedTuple):
    """A broken file: its name and bytes; the row on it: its `path` (if another than the name),
    words of what, why and remedy, whether it was used all the same; the articles that it still
    gives."""

    name: str
    data: Callable[[], bytes]
    what: str
    why: str
    remedy: str
    path: str = ""
    outcome: str = "left out"
    gives: tuple[str, ...] = ()


def zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return held.getvalue()


def bomb(megabytes: int) -> bytes:
    """A gzip file that unpacks to a thousand times its size."""
    squeeze = zlib.compressobj(9, wbits=31)
    parts = [squeeze.compress(bytes(1024 * 1024)) for _ in range(megabytes)]
    return b"".join([*parts, squeeze.flush()])


def jsonl(*texts: str) -> bytes:
    return "\n".join(json.dumps({"text": text}) for text in texts).encode()


def seventh_line_broken() -> bytes:
    lines = [json.dumps({"text": f"{LINE} {n}"}) for n in range(1, 11)]
    lines[6] = '{"text": "cut o'
    return "\n".join(lines).encode()


def warc() -> bytes:
    """A WET archive of three pages, as RFC-like text."""
    parts = []
    for number in range(3):
        body = f"{LINE} {number}".encode()
        head = (
            "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
            f"WARC-Target-URI: http://gull.example/{number}\r\nWARC-Date: 2019-03-06T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:0000000{number}>\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        parts.append(head.encode() + body + b"\r\n\r\n")
    return b"".join(parts)


PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
TRUE_TEXT = "She said the café in Besançon would reopen – “soon”, and left. " + LINE

BROKEN = [
    Broken("empty.txt", lambda: b"", "is empty", "", "fetch it again"),
    Broken("blank.md", lambda: b" \n\n", "is empty", "", "fetch it again"),
    Broken("picture", lambda: PNG, "is no text", "picture", "install a reader"),
    Broken("picture.png", lambda: PNG, "no reader for '.png'", "package", "Leave it out"),
    Broken(
        "latin.txt", lambda: TRUE_TEXT.encode("cp1252"), "no valid UTF-8", "cp1252", "as UTF-8",
        outcome="used", gives=("latin.txt",),
    ),
    Broken(
        "damaged.txt", lambda: TRUE_TEXT.encode() + b"\xff", "no valid UTF-8", "1 place.", "as UTF-8",
        outcome="used", gives=("damaged.txt",),
    ),
    Broken(
        "cut.txt.gz", lambda: gzip.compress(os.urandom(6000).hex().encode())[:-2000], "breaks off",
        "What stands before that was read", "Fetch it again", outcome="used", gives=("cut.txt.gz",),
    ),
    Broken(
        "cut.txt.xz", lambda: lzma.compress(os.urandom(90000).hex().encode())[:-2000], "breaks off",
        "What stands before that was read", "Fetch it again", outcome="used", gives=("cut.txt.xz",),
    ),
    Broken(
        "cut.txt.bz2", lambda: bz2.compress(os.urandom(900000).hex().encode())[:-200000], "breaks off",
        "What stands before that was read", "Fetch it again", outcome="used", gives=("cut.txt.bz2",),
    ),
    Broken("no.gz", lambda: b"Not packed at all.", "is no gzip file", "'.gz'", "--format"),
    Broken(
        "cut.warc", lambda: warc()[:-40], "breaks off", "56 of 92 bytes",
        "Fetch it again", outcome="used", gives=("cut.warc#1", "cut.warc#2"),
    ),
    Broken(
        "cut.warc.gz", lambda: b"".join(map(gzip.compress, warc().partition(b"WARC/1.0")[1:]))[:-20],
        "breaks off", "was read", "Fetch it again", outcome="used",
    ),
    Broken(
        "seven.jsonl", seventh_line_broken, "Line 7 is no valid JSON", "column", "Mend or remove",
        gives=tuple(f"seven.jsonl#{n}" for n in range(1, 11) if n != 7),
    ),
    Broken(
        "array.json", lambda: b'[{"text": "' + LINE.encode() + b'"},\n {"text": ', "Record 2",
        "line 2 column", "one record a line", gives=("array.json#1",),
    ),
    Broken(
        "table.csv", lambda: b"title,words\nDyke,It broke.\n", "no column of text", "title, words",
        "--map text=COLUMN",
    ),
    Broken(
        "row.csv", lambda: f'title,text\na,"{LINE}"\nb,c,d,e\nf,"{LINE} 2"\n'.encode(),
        "Row 2 (up to line 3) is no valid CSV", "4 cells, the header 2", "RFC 4180",
        gives=("row.csv#1", "row.csv#3"),
    ),
    Broken(
        "mark.csv", lambda: f'title,text\na,"{LINE}"\nb,"It broke.\n'.encode(), "is no valid CSV",
        "unexpected end of data", "RFC 4180", gives=("mark.csv#1",),
    ),
    *(
        Broken(name, data.encode, f"'{name}' holds no article.", "Nothing stands in it", "Leave it out")
        for name, data in (
            ("head.csv", "text,title\n"), ("none.json", "[]"), ("none.jsonl", '{"articles": []}'),
            ("none.rss", '<rss version="2.0"><channel><title>Lorn</title></channel></rss>'),
        )
    ),
    Broken("none.zip", zipped, "'none.zip' holds no article.", "zip files", "Leave it out"),
    Broken("none.tar", tarred, "'none.tar' holds no article.", "tar files", "Leave it out"),
    Broken("no.parquet", lambda: b"PAR1 and so on", "can't be read as Parquet", "", "Fetch it again"),
    Broken(
        "no.sqlite", lambda: b"SQLite format 3\0" + bytes(3000), "can't be read as SQLite", "",
        "Fetch it again",
    ),
    Broken(
        "slip.zip", lambda: zipped(("../../evil.txt", b"Out."), ("b.txt", LINE.encode())),
        "leads out of its archive", "overwrite", "where the archive comes from",
        path="slip.zip/../../evil.txt", gives=("slip.zip/b.txt",),
    ),
    Broken(
        "slip.tar", lambda: tarred(("/etc/evil.txt", b"Out."), ("b.txt", LINE.encode())),
        "leads out of its archive", "overwrite", "where the archive comes from",
        path="slip.tar//etc/evil.txt", gives=("slip.tar/b.txt",),
    ),
    Broken(
        "bomb.zip", lambda: zipped(("a.txt", LINE.encode()), ("b.txt", bytes(64 << 20))),
        "unpacks to more than", "fill a machine", "--limit ratio=NUMBER", path="bomb.zip/b.txt",
        gives=("bomb.zip/a.txt",),
    ),
    Broken(
        "bomb.txt.gz", lambda: bomb(40), "unpacks to more than", "fill a machine",
        "--limit ratio=NUMBER",
    ),
    Broken("cut.zip", lambda: zipped(("a.txt", b"Text."))[:-10], "as zip", "", "Fetch it again"),
    Broken(
        "damaged.zip",
        lambda: zipped(("a.txt", LINE.encode()), ("b.txt", LINE[::-1].encode())).replace(
            zlib.compress(LINE.encode(), wbits=-15)[:20], b"\xff" * 20
        ),
        "is damaged", "", "Fetch it again", path="damaged.zip/a.txt",
        gives=("damaged.zip/b.txt",),
    ),
    Broken(
        "book.docx", lambda: zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")),
        "office document", "XML parts", "Save it as PDF, HTML or text",
    ),
    Broken(
        "page.html",
        lambda: b"<html><head><title>Nothing</title></head><body><script>x()</script></body></html>",
        "holds no text", "visible", "save it from a browser",
    ),
    Broken("no.pdf", lambda: b"%PDF-1.7\nnothing follows", "as PDF", "", "Fetch it again"),
    Broken("no.rss", lambda: b"<html2>no feed", "is no feed", "", "--format"),
    Broken(
        "cut.xml", lambda: b'<?xml version="1.0"?><rss version="2.0"><channel><item><description>'
        + LINE.encode() + b"</description></item><item><desc",
        "no well-formed feed", "What could be read", "Fetch it again", outcome="used",
        gives=("cut.xml#1",),
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The sentences of the good articles where nothing is broken beside them."""
    folder = tmp_path_factory.mktemp("whole")
    build([str(good(folder / "pile"))], folder / "case", workers=1)
    return rest(folder / "case")


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_broken_file_is_told_and_the_rest_is_whole(
    broken: Broken, tmp_path: Path, capsys: Output, whole: dict[str, list[str]]
) -> None:
    pile = good(tmp_path / "pile")
    (pile / broken.name).write_bytes(broken.data())
    assert main(["build", str(pile), "--out", str(tmp_path / "case"), "--workers", "1"]) == 0
    assert "failures" in capsys.readouterr().out
    rows = failures(tmp_path / "case")
    found = [row for row in rows if broken.what in row["what"]]
    assert len(found) == 1, rows
    (row,) = found
    assert row["path"] == (broken.path or broken.name)
    assert (broken.why in row["why"], broken.remedy in row["remedy"]) == (True, True), row
    assert row["outcome"] == broken.outcome
    given = set(paths(tmp_path / "case")) - set(GOOD)
    assert set(broken.gives) <= given
    if broken.outcome == "left out":
        assert given == set(broken.gives)
    assert rest(tmp_path / "case") == whole


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_pile_of_nothing_else_ends_with_1_and_says_why(
    broken: Broken, tmp_path: Path, capsys: Output
) -> None:
    if broken.gives or broken.outcome == "used":
        return
    (tmp_path / broken.name).write_bytes(broken.data())
    assert main(["build", str(tmp_path / broken.name), "--out", str(tmp_path / "case")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "No article could be read." in said.err
    assert broken.what in said.err
    assert f"stemma show {tmp_path / 'case'} failures" in said.err


@pytest.mark.parametrize("broken", [b for b in BROKEN if not b.gives], ids=lambda b: b.name)
def test_nothing_usable_added_to_a_case_leaves_it_as_it_was(
    broken: Broken, tmp_path: Path, capsys: Output
) -> None:
    if broken.outcome == "used":
        return
    case = tmp_path / "case"
    build([str(good(tmp_path / "pile"))], case, workers=1)
    before = {p.name: p.read_bytes() for p in (case / "tables").iterdir()}
    (tmp_path / broken.name).write_bytes(broken.data())
    assert main(["build", str(tmp_path / broken.name), "--out", str(case)]) == 1
    assert "The case is as it was." in capsys.readouterr().err
    after = {p.name: p.read_bytes() for p in (case / "tables").iterdir()}
    assert {n for n in before if before[n] != after[n]} == {"failures.parquet"}
    assert broken.what in " ".join(row["what"] for row in failures(case))


def test_two_files_with_the_same_text_are_two_carriers_and_that_is_said(
    tmp_path: Path, whole: dict[str, list[str]]
) -> None:
    pile = good(tmp_path / "pile")
    for name in ("3-copy.txt", "4-copy.txt"):
        (pile / name).write_text(GOOD["1-lna.txt"], encoding="utf-8")
    case = build([str(pile)], tmp_path / "case", workers=1)
    (row,) = failures(tmp_path / "case")
    assert (row["path"], row["outcome"]) == ("1-lna.txt", "used")
    assert row["what"] == "3 articles have the same text."
    assert "3 carriers and one text" in row["why"]
    assert "stemma remove" in row["remedy"]
    texts = case.table("articles").filter(pl.col("text") == GOOD["1-lna.txt"])["text_id"]
    assert len(texts) == 3
    assert texts.n_unique() == 1
    assert rest(tmp_path / "case") == whole


# -- sizes and limits -----------------------------------------------------------------------------


def one_line(path: Path, megabytes: int) -> None:
    piece = (LINE + " ").encode() * 11_000
    with open(path, "wb") as stream:
        for _ in range(megabytes * 1024 * 1024 // len(piece) + 1):
            stream.write(piece)


# Runs a command and prints its exit status and its peak memory in kilobytes. In a process of its own, for
# a child's peak can't be below what its parent held, and this runner holds much.
PEAK = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("long.txt", "has 2"),
        ("long.jsonl", "Line 1 has more than 16,777,216 bytes."),
        ("long.csv", "Row 1 has more than 16,777,216 bytes."),
        ("long.html", "has 2"),
    ],
)
def test_200_megabytes_in_one_line_are_told_in_little_memory(
    name: str, what: str, tmp_path: Path, whole: dict[str, list[str]]
) -> None:
    pile = good(tmp_path / "pile")
    one_line(pile / name, 200)
    command = [
        sys.executable, "-m", "stemma.cli", "build", str(pile), "--out", str(tmp_path / "case"),
        "--workers", "1",
    ]  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-c", PEAK, *command], capture_output=True, text=True, check=True
    )
    status, peak = map(int, run.stdout.split())
    assert status == 0
    (row,) = failures(tmp_path / "case")
    assert what in row["what"]
    assert row["remedy"]
    assert peak / 1024 < 500
    assert rest(tmp_path / "case") == whole


def test_a_limit_can_be_raised_and_the_file_is_then_read(tmp_path: Path, capsys: Output) -> None:
    pile = good(tmp_path / "pile")
    (pile / "bomb.txt.gz").write_bytes(gzip.compress((LINE + "\n").encode() * 200_000))
    build_it = ["build", str(pile), "--out", str(tmp_path / "case"), "--workers", "1"]
    assert main(build_it) == 0
    assert "--limit ratio" in failures(tmp_path / "case")[0]["remedy"]
    assert main([*build_it, "--limit", "ratio=1000", "--limit", "file=8M", "--until", "read"]) == 0
    assert "file=NUMBER" in failures(tmp_path / "case")[0]["remedy"]
    assert main([*build_it, "--limit", "ratio=1000", "--until", "read"]) == 0
    assert "bomb.txt.gz" in paths(tmp_path / "case")
    assert failures(tmp_path / "case") == []
    capsys.readouterr()


@pytest.mark.parametrize("wrong", ["size=3", "file", "file=much", "file=-1", "ratio="])
def test_a_limit_that_is_none_is_wrong_use(wrong: str, tmp_path: Path, capsys: Output) -> None:
    pile = good(tmp_path / "pile")
    assert main(["build", str(pile), "--out", str(tmp_path / "c"), "--limit", wrong]) == 2
    said = capsys.readouterr().err
    assert f"'{wrong}' is no limit." in said
    assert "file, record, unpacked, ratio, members, depth" in said


def test_archives_in_archives_are_opened_so_deep_and_no_deeper(tmp_path: Path) -> None:
    data = zipped(("a.txt", LINE.encode()))
    for number in range(5):
        data = zipped((f"{number}.zip", data), (f"text{number}.txt", f"{LINE} {number}".encode()))
    pile = good(tmp_path / "pile")
    (pile / "deep.zip").write_bytes(data)
    build([str(pile)], tmp_path / "case", workers=1, until="read")
    (row,) = failures(tmp_path / "case")
    assert "lies too deep" in row["what"]
    assert "--limit depth=" in row["remedy"]
    assert len(paths(tmp_path / "case")) == len(GOOD) + 3


def test_an_archive_of_very_many_files_is_cut_off_and_says_so(tmp_path: Path) -> None:
    from stemma.read import Limits

    pile = good(tmp_path / "pile")
    members = [(f"{n:03}.txt", f"{LINE} {n}".encode()) for n in range(20)]
    (pile / "many.zip").write_bytes(zipped(*members))
    build([str(pile)], tmp_path / "case", workers=1, until="read", limits=Limits(members=5))
    (row,) = failures(tmp_path / "case")
    assert row["what"] == "'many.zip' holds more than 5 files."
    assert len(paths(tmp_path / "case")) == len(GOOD) + 5


def test_a_thousand_bad_records_are_listed_up_to_a_hundred_and_counted(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    (pile / "bad.jsonl").write_text("{\n" * 1000 + json.dumps({"text": LINE}))
    build([str(pile)], tmp_path / "case", workers=1, until="read")
    rows = failures(tmp_path / "case")
    assert len(rows) == 101
    assert "900 more records of 'bad.jsonl' could not be used." in {row["what"] for row in rows}
    assert "bad.jsonl#1001" in paths(tmp_path / "case")


# -- folders, disks, other builds -----------------------------------------------------------------


def test_a_folder_that_cannot_be_read_is_told_and_the_rest_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output, whole: dict[str, list[str]]
) -> None:
    """Root reads every folder, so that the fault is put in where the system would make it."""
    pile = good(tmp_path / "pile")
    (pile / "locked").mkdir()
    (pile / "locked" / "c.txt").write_text(LINE)
    real = os.scandir

    def scandir(path: Any = ".") -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    command = ["build", str(pile), "--out", str(tmp_path / "case"), "--workers", "1"]
    assert main(command) == 0
    (row,) = failures(tmp_path / "case")
    assert (row["path"], row["what"]) == ("locked", "The folder 'locked' can't be read.")
    assert "Permission denied" in row["why"]
    assert "permissions" in row["remedy"]
    assert rest(tmp_path / "case") == whole
    monkeypatch.undo()
    assert main(command) == 0
    assert failures(tmp_path / "case") == []
    assert "locked/c.txt" in paths(tmp_path / "case")
    capsys.readouterr()


def test_a_file_that_cannot_be_opened_is_told_and_read_once_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import builtins

    pile = good(tmp_path / "pile")
    (pile / "locked.txt").write_text(LINE)
    real = builtins.open

    def opened(path: Any, *args: Any, **given: Any) -> Any:
        if str(path).endswith("locked.txt"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, *args, **given)

    monkeypatch.setattr(builtins, "open", opened)
    build([str(pile)], tmp_path / "case", workers=1)
    (row,) = failures(tmp_path / "case")
    assert (row["path"], row["what"]) == ("locked.txt", "'locked.txt' can't be opened.")
    assert "Permission denied" in row["why"]
    monkeypatch.undo()
    build([str(pile)], tmp_path / "case", workers=1)
    assert failures(tmp_path / "case") == []


def limited(bytes_a_file: int) -> Callable[[], None]:
    """What a process can do to itself: no file that it writes may be larger."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_a_file, bytes_a_file))

    return limit


@pytest.mark.parametrize("kilobytes", [2, 8, 16])
def test_a_full_disk_stops_the_build_and_loses_nothing(tmp_path: Path, kilobytes: int) -> None:
    """The system refuses to write, at one place or another; when there is room, the same command
    ends as if nothing had been."""
    case = tmp_path / "case"
    build([str(good(tmp_path / "pile"))], case, workers=1)
    before = {p.name: p.read_bytes() for p in (case / "tables").iterdir()}
    more = tmp_path / "more"
    more.mkdir()
    for number in range(12):
        (more / f"{number}.txt").write_text(os.urandom(1500).hex() + f" {LINE} {number}.\n")
    command = [sys.executable, "-m", "stemma.cli", "build", str(more), "--out", str(case)]
    run = subprocess.run(
        [*command, "--workers", "1"], capture_output=True, text=True,
        preexec_fn=limited(kilobytes * 1024),
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith("stemma: ")
    assert run.stderr.count("\n") == 1
    assert "space on the disk" in run.stderr
    assert {p.name: p.read_bytes() for p in (case / "tables").iterdir()} == before
    assert main(["show", str(case), "articles"]) == 0
    build([str(more)], case, workers=1)
    build([str(tmp_path / "pile"), str(more)], tmp_path / "fresh", workers=1)
    for path in (tmp_path / "fresh" / "tables").iterdir():
        assert path.read_bytes() == (case / "tables" / path.name).read_bytes()


def test_a_case_of_a_newer_version_is_refused_and_left_alone(
    tmp_path: Path, capsys: Output
) -> None:
    pile = good(tmp_path / "pile")
    case = build([str(pile)], tmp_path / "case", workers=1)
    manifest = {**case.manifest, "schema": SCHEMA_VERSION + 1}
    (tmp_path / "case" / "manifest.json").write_text(json.dumps(manifest))
    before = {p: p.read_bytes() for p in (tmp_path / "case").rglob("*") if p.is_file()}
    for command in (["build", str(pile), "--out"], ["show"]):
        tail = ["articles"] if command == ["show"] else []
        assert main([*command, str(tmp_path / "case"), *tail]) == 1
        said = capsys.readouterr().err
        assert "made by a newer stemma" in said
        assert "Update stemma" in said
    assert {p: p.read_bytes() for p in (tmp_path / "case").rglob("*") if p.is_file()} == before


def test_an_output_path_inside_the_input_is_wrong_use(tmp_path: Path, capsys: Output) -> None:
    pile = good(tmp_path / "pile")
    assert main(["build", str(pile), "--out", str(pile / "case")]) == 2
    said = capsys.readouterr().err
    assert "would lie inside the pile" in said
    assert "outside the pile" in said
    assert not (pile / "case").exists()


def test_the_same_build_started_twice_at_once(tmp_path: Path) -> None:
    """One of the two does the work, the other is told; or, if one was quick, both do."""
    pile = good(tmp_path / "pile")
    for number in range(150):
        (pile / f"more-{number}.txt").write_text(f"Report {number}\n\n{LINE} {number}.\n" * 20)
    command = [
        sys.executable,
        "-m",
        "stemma.cli",
        "build",
        str(pile),
        "--out",
        str(tmp_path / "case"),
    ]
    runs: list[subprocess.CompletedProcess[str]] = []

    def run() -> None:
        runs.append(subprocess.run([*command, "--workers", "1"], capture_output=True, text=True))

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = [one for one in runs if one.returncode]
    assert len(lost) <= 1
    for one in lost:
        assert one.returncode == 1
        assert "Another build is writing" in one.stderr
        assert "Wait until it has ended" in one.stderr
    assert len(paths(tmp_path / "case")) == len(GOOD) + 150


def test_a_build_while_another_holds_the_case_ends_with_1(tmp_path: Path, capsys: Output) -> None:
    pile = good(tmp_path / "pile")
    case = build([str(pile)], tmp_path / "case", workers=1)
    with case.locked():
        assert main(["build", str(pile), "--out", str(tmp_path / "case")]) == 1
        assert "Another build is writing" in capsys.readouterr().err
    assert main(["build", str(pile), "--out", str(tmp_path / "case")]) == 0
    capsys.readouterr()


def test_what_is_said_of_a_file_goes_with_the_file(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    (pile / "empty.txt").write_text("")
    (pile / "bad.jsonl").write_text("{\n" + json.dumps({"text": LINE}))
    build([str(pile)], tmp_path / "case", workers=1)
    assert len(failures(tmp_path / "case")) == 2
    (pile / "empty.txt").unlink()
    (pile / "bad.jsonl").unlink()
    build([str(pile)], tmp_path / "case", workers=1)
    assert failures(tmp_path / "case") == []


def test_a_file_to_which_two_ways_lead_counts_once(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    (pile / "sub").mkdir()
    (pile / "sub" / "c.txt").write_text(LINE)
    os.symlink("1-lna.txt", pile / "link.txt")
    build([str(pile), str(pile / "sub"), str(pile)], tmp_path / "case", workers=1)
    assert paths(tmp_path / "case") == ["1-lna.txt", "2-gull.txt", "sub/c.txt"]
    rows = failures(tmp_path / "case")
    assert {row["outcome"] for row in rows} == {"used"}
    assert "'c.txt' is the same file as 'sub/c.txt'." in {row["what"] for row in rows}


def test_a_case_inside_the_pile_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    build([str(pile)], tmp_path / "case", workers=1)
    (tmp_path / "case").rename(pile / "old")
    build([str(pile)], tmp_path / "new", workers=1)
    assert paths(tmp_path / "new") == list(GOOD)
    (row,) = failures(tmp_path / "new")
    assert row["what"] == "The folder 'old' is a case, and no part of the pile."


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=(LINE,))
    writer.start()
    case = build([str(tmp_path / "pipe")], tmp_path / "case", workers=1)
    writer.join()
    assert case.table("articles")["text"].to_list() == [LINE]


def test_a_row_that_fits_two_files_describes_none_and_that_is_said(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    (pile / "sub").mkdir()
    (pile / "sub" / "c.txt").write_text(LINE)
    (pile / "other").mkdir()
    (pile / "other" / "c.txt").write_text(LINE + " So it said.")
    (tmp_path / "meta.csv").write_text("file,outlet\nc.txt,Gull\n1-lna.txt,LNA\n")
    case = build([str(pile)], tmp_path / "case", workers=1, meta=tmp_path / "meta.csv")
    sites = dict(case.table("articles").select("path", "site").iter_rows())
    assert sites == {"1-lna.txt": "LNA", "2-gull.txt": None, "other/c.txt": None, "sub/c.txt": None}
    assert any("c.txt" in row["what"] for row in failures(tmp_path / "case"))


def test_texts_of_marks_alone_are_not_one_text(tmp_path: Path) -> None:
    pile = good(tmp_path / "pile")
    for name, text in (("a", "... ---"), ("b", "😀😀 🔥"), ("c", "***")):
        (pile / f"{name}.txt").write_text(text)
    case = build([str(pile)], tmp_path / "case", workers=1)
    assert case.table("articles")["text_id"].n_unique() == len(GOOD) + 3


def test_a_damaged_table_is_told_and_a_damaged_manifest_can_be_deleted(
    tmp_path: Path, capsys: Output
) -> None:
    pile, case = good(tmp_path / "pile"), tmp_path / "case"
    build([str(pile)], case, workers=1)
    whole = {p.name: p.read_bytes() for p in (case / "tables").iterdir()}
    (case / "manifest.json").write_text("{")
    assert main(["build", str(pile), "--out", str(case)]) == 1
    assert "Delete the file and build again" in capsys.readouterr().err
    (case / "manifest.json").unlink()
    assert main(["build", str(pile), "--out", str(case)]) == 0
    assert {p.name: p.read_bytes() for p in (case / "tables").iterdir()} == whole
    (case / "tables" / "articles.parquet").write_bytes(b"")
    for command in (["show", str(case), "articles"], ["report", str(case)]):
        assert main(command) == 1
        said = capsys.readouterr()
        assert "is damaged" in said.err
        assert "Build the case anew in another folder" in said.err


# -- languages ------------------------------------------------------------------------------------

GERMAN = (
    "Deich bei Halden gebrochen\n\nDer Deich bei Halden ist am Sonntag gebrochen, und das Wasser lief "
    "in die untere Stadt, sagte die Bürgermeisterin. Soldaten wurden mit Booten und Pumpen geschickt.\n"
)


def test_text_that_is_not_english_gets_lineage_only_and_that_is_said(
    tmp_path: Path, capsys: Output, whole: dict[str, list[str]]
) -> None:
    pile = good(tmp_path / "pile")
    for name in ("de-1.txt", "de-2.txt"):
        (pile / name).write_text(GERMAN.replace("Sonntag", "Montag" if "2" in name else "Sonntag"))
    assert main(["build", str(pile), "--out", str(tmp_path / "case"), "--workers", "1"]) == 0
    assert "2 articles are not in English (de: 2)" in capsys.readouterr().out
    case = Case(tmp_path / "case")
    german = case.table("articles").filter(pl.col("language") == "de")
    assert sorted(german["path"]) == ["de-1.txt", "de-2.txt"]
    assert german["story_id"].null_count() == 2
    families = case.table("witnesses").filter(pl.col("article_id").is_in(german["id"].to_list()))
    assert len(families) > 0
    assert not set(families["family_id"]) & set(case.table("statements")["family_id"])
    assert rest(tmp_path / "case") == whole
    (row,) = failures(tmp_path / "case")
    assert (row["outcome"], row["path"]) == ("used", "de-1.txt")
    assert "2 articles are in another language than English (de)." in row["what"]
    assert main(["report", str(tmp_path / "case")]) == 0
    assert "In other languages than English" in (tmp_path / "case" / "report.html").read_text()
    capsys.readouterr()


def test_a_pile_in_another_language_alone_still_makes_a_report(
    tmp_path: Path, capsys: Output
) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.txt").write_text(GERMAN)
    assert main(["build", str(pile), "--out", str(tmp_path / "case")]) == 0
    assert main(["report", str(tmp_path / "case")]) == 0
    assert Case(tmp_path / "case").table("stories").is_empty()
    capsys.readouterr()
