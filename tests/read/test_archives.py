"""Archives by Info-ZIP, GNU tar, gzip, bzip2 and xz."""

from pathlib import Path

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
