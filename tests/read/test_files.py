"""Which files make up a pile."""

import os
import socket
from pathlib import Path

import pytest

from stemma.errors import Unreadable, UsageError
from stemma.read import (
    Limits,
    Options,
    Source,
    digest,
    limits_of,
    read_source,
    sources,
    stdin_source,
)
from stemma.read.files import file_of
from stemma.read.wording import sentence


def pile(folder: Path, **files: str) -> Path:
    """A folder with files; `__` in a name is a `/`, `_` a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def found(*paths: Path) -> list[Source]:
    """The files of a pile in which every folder can be read."""
    given = list(sources([str(path) for path in paths]))
    assert not [one for one in given if isinstance(one, Unreadable)]
    return [one for one in given if isinstance(one, Source)]


def locators(*paths: Path) -> list[str]:
    return [source.locator for source in found(*paths)]


def test_files_come_in_order_of_their_names_inside_the_pile(tmp_path: Path) -> None:
    pile(tmp_path, b_txt="b", a_txt="a", north__c_txt="c", a__z_txt="z")
    assert locators(tmp_path) == ["a.txt", "a/z.txt", "b.txt", "north/c.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    pile(tmp_path, a_txt="a", _DS_Store="x", _git__config="x", north___hidden="x")
    (tmp_path / "~lock.txt").write_text("x")
    assert locators(tmp_path) == ["a.txt"]


def test_links_out_of_the_pile_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("Not of this pile.")
    inside = pile(tmp_path / "pile", a_txt="a")
    os.symlink(tmp_path / "out.txt", inside / "link.txt")
    os.symlink(tmp_path, inside / "up")
    assert locators(inside) == ["a.txt"]


def test_a_single_file_is_called_as_in_its_folder(tmp_path: Path) -> None:
    pile(tmp_path, a_txt="a")
    assert locators(tmp_path / "a.txt") == locators(tmp_path) == ["a.txt"]


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no\.txt"):
        locators(tmp_path / "no.txt")


def test_the_digest_is_of_name_and_bytes(tmp_path: Path) -> None:
    one, two = (pile(tmp_path / name, a_txt="The dyke.", b_txt="The dyke.") for name in ("x", "y"))
    first, again = ([digest(s) for s in found(p)] for p in (one, two))
    assert first == again
    assert len(set(first)) == 2
    (one / "a.txt").write_text("The dyke!")
    assert digest(found(one)[0]) not in first


def test_what_can_not_be_opened_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="opened"):
        digest(Source("gone.txt", str(tmp_path / "gone.txt")))


def test_a_file_too_large_is_unreadable(tmp_path: Path) -> None:
    pile(tmp_path, a_txt="The dyke broke.")
    (source,) = found(tmp_path)
    told = list(read_source(source, Options(limits=Limits(file=4))))
    assert [isinstance(one, Unreadable) and one.what for one in told] == ["'a.txt' has 15 bytes."]
    assert file_of(source).data() == b"The dyke broke."


def test_a_name_that_is_no_unicode_is_used_or_told(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w", encoding="utf-8") as handle:
        handle.write("The dyke broke.")
    for source in found(tmp_path):
        try:
            digest(source)
            paths = [
                one.article.path for one in read_source(source) if not isinstance(one, Unreadable)
            ]
        except Unreadable as error:
            paths = [error.what]
        assert all(path.encode("utf-8") for path in paths)  # else no table can hold it


def test_standard_input_is_a_source() -> None:
    source = stdin_source(b"The dyke broke.")
    assert source.locator == "stdin"
    (one,) = read_source(source)
    assert not isinstance(one, Unreadable)
    assert one.article.text == "The dyke broke."


def test_a_limit_may_be_larger_than_memory(tmp_path: Path) -> None:
    (source,) = found(pile(tmp_path, a_txt="The dyke broke."))
    limits = limits_of(["file=999999G", "record=99999999999999999999G"])
    (one,) = read_source(source, Options(limits=limits))
    assert not isinstance(one, Unreadable)


def test_what_can_not_be_opened_is_told_with_a_remedy_that_fits(tmp_path: Path) -> None:
    os.symlink(tmp_path / "pile" / "gone.txt", pile(tmp_path / "pile", a_txt="a") / "link.txt")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(tmp_path / "pile" / "plug"))
        assert locators(tmp_path / "pile") == ["a.txt", "link.txt"]
    for name in ("gone.txt", "link.txt"):
        with pytest.raises(Unreadable) as told:
            digest(Source(name, str(tmp_path / "pile" / name)))
        assert "permissions" not in told.value.remedy
        assert "bring back" in told.value.remedy


@pytest.mark.parametrize(
    ("said", "shown"), [("Why?", "Why?"), ("so it is", "so it is."), ("End..", "End.")]
)
def test_what_a_library_says_is_one_sentence(said: str, shown: str) -> None:
    assert sentence(said) == sentence(ValueError(said)) == shown
    assert sentence(EOFError()) == "EOFError."
