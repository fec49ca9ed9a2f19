"""Archives by Info-ZIP, GNU tar, gzip, bzip2 and xz."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.read.forms import FOLDER, MADE, PILE, articles, read, troubles

from stemma.read import Limits, Options, sources
from stemma.read.files import Source

TARS = ["pile.tar", "pile.tar.gz", "pile.tar.bz2", "pile.tar.xz"]


@pytest.mark.parametrize("name", ["pile.zip", *TARS])
def test_a_member_is_called_by_archive_and_name(name: str) -> None:
    found = articles(read(name, MADE / name))
    assert sorted(one.path for one in found) == [f"{name}/{told.path}" for told in PILE]
    assert {one.format for one in found} == {f"text in {'zip' if 'zip' in name else 'tar'}"}
    assert {one.text for one in found} == {told.text for told in PILE}


def test_short_names_of_compressed_tars_are_known() -> None:
    found = articles(read("pile.tgz", MADE / "pile.tar.gz"))
    assert sorted(one.path for one in found)[0] == "pile.tgz/1-ardel-courier.txt"


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz"])
def test_a_compressed_file_is_read_as_what_it_was(ending: str) -> None:
    name = f"1-ardel-courier.txt.{ending}"
    (one,) = articles(read(name, MADE / name))
    assert (one.path, one.format, one.text) == (name, "text", PILE[0].text)


def test_a_locked_member_is_told_and_the_others_are_read() -> None:
    found = read("mixed.zip", MADE / "mixed.zip")
    inner = [f"mixed.zip/pile.zip/{told.path}" for told in PILE]
    assert [one.path for one in articles(found)] == [f"mixed.zip/{PILE[1].path}", *inner]
    assert {one.format for one in articles(found)} == {"text in zip", "text in zip in zip"}
    (told,) = troubles(found)
    assert told.startswith("mixed.zip/1-ardel-courier.txt: ")
    assert "locked with a password" in told


def test_a_zip_in_a_zip_is_opened_to_a_depth() -> None:
    found = read("mixed.zip", MADE / "mixed.zip", Options(limits=Limits(depth=1)))
    assert [one.path for one in articles(found)] == [f"mixed.zip/{PILE[1].path}"]
    assert any("lies too deep" in told and "--limit depth=2" in told for told in troubles(found))


def test_the_parts_of_a_saved_page_are_left_out_in_a_folder_and_in_an_archive() -> None:
    names = [f"pages/{told.name}.html" for told in PILE]
    found = [one.locator for one in sources([str(MADE)]) if isinstance(one, Source)]
    assert [name for name in found if name.startswith("pages/")] == names
    assert len(list((MADE / "pages").rglob("frame.html"))) == len(PILE)
    inside = read("pages.zip", MADE / "pages.zip")
    assert [one.path for one in articles(inside)] == [f"pages.zip/{name}" for name in names]
    assert troubles(inside) == []


def test_dumps_and_databases_lie_in_archives_too(tmp_path: Path) -> None:
    found = read("all.zip", MADE / "dumps.zip")
    paths = [one.path for one in articles(found)]
    assert [path for path in paths if path.endswith(("#2", "/2"))] == [
        "all.zip/pile.sqlite#reports/2",
        "all.zip/utf-16.csv#2",
        "all.zip/wörter/pile.jsonl.gz#2",
    ]
    assert troubles(found) == []
    assert {one.format for one in articles(found)} == {
        "sqlite in zip",
        "csv in zip",
        "jsonl in zip",
    }


def test_too_many_members_are_told() -> None:
    for name in ("pile.zip", *TARS):
        found = read(name, MADE / name, Options(limits=Limits(members=3)))
        assert len(articles(found)) in (2, 3)
        assert any("--limit members=" in told for told in troubles(found))


def test_an_archive_is_read_from_standard_input() -> None:
    for name in ("pile.zip", "pile.tar.gz", "pile.sqlite"):
        assert len(articles(read("stdin", (MADE / name).read_bytes()))) == len(PILE)


def test_the_pile_itself_stands_unchanged() -> None:
    assert [path.name for path in sorted(FOLDER.iterdir())] == [told.path for told in PILE]


# -- tar ------------------------------------------------------------------------------------------


def tarred(**how: Any) -> bytes:
    """Three texts, and a second name (a hard link) of the first."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", **how) as archive:
        for name in ("müller.txt", "b.txt", "c.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = len(name.encode())
            archive.addfile(entry, io.BytesIO(name.encode()))
        again = tarfile.TarInfo("again.txt")
        again.type, again.linkname = tarfile.LNKTYPE, "b.txt"
        archive.addfile(again)
    return held.getvalue()


def test_a_second_name_in_a_tar_is_a_file_of_the_same_bytes() -> None:
    found = {one.path: one.text for one in articles(read("a.tar", tarred()))}
    assert found["a.tar/again.txt"] == found["a.tar/b.txt"] == "b.txt"


def test_a_name_that_is_no_unicode_ends_nothing() -> None:
    data = tarred(format=tarfile.GNU_FORMAT, encoding="latin-1")
    assert articles(read("a.tar", data))[0].path == "a.tar/m?ller.txt"


@pytest.mark.parametrize(
    "way", ["damaged", "inside a header", "before a header", "inside a member"]
)
def test_a_tar_that_breaks_off_says_so(way: str) -> None:
    data = tarred()
    at = data.index(b"c.txt")
    broken = {
        "damaged": data[: at + 148] + b"XXXXXXXX" + data[at + 156 :],
        "inside a header": data[: at + 200],
        "before a header": data[:at],
        "inside a member": data[: at + 514],
    }[way]
    found = read("a.tar", broken)
    assert [one.path for one in articles(found)][:2] == ["a.tar/müller.txt", "a.tar/b.txt"]
    (told,) = troubles(found)
    assert "'a.tar' breaks off." in told


def test_only_a_drive_leads_out_of_an_archive() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in ("A: the story.txt", "C:\\evil.txt"):
            archive.writestr(name, "The dyke broke.")
    found = read("a.zip", held.getvalue())
    assert [one.path for one in articles(found)] == ["a.zip/A: the story.txt"]
    assert "leads out" in troubles(found)[0]


def test_a_wrapping_is_no_level_of_depth_and_yet_not_endless() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt.gz", gzip.compress(b"The dyke broke."))
    options = Options(limits=Limits(depth=1))
    assert len(articles(read("a.zip", held.getvalue(), options))) == 1
    data = b"The dyke broke."
    for _ in range(6):
        data = gzip.compress(data)
    assert "lies too deep" in troubles(read("a.gz", data))[0]


def test_a_packing_that_is_not_known_says_so() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "The dyke broke.")
    data = bytearray(held.getvalue())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + at] = 97
    (told,) = troubles(read("a.zip", bytes(data)))
    assert "packed in a way that can't be read" in told
    assert "permissions" not in told
