"""Files cut at random places and with random bytes: what comes of them is read or told, nothing else."""

import io
import random
import time
import zlib
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from tests.read import forms
from tests.read.forms import MADE, PILE, page, read
from tests.read.warcs import Record, warc

from stemma.errors import Unreadable
from stemma.read import Read

TRIES = 8
LONGEST = 10.0  # seconds that a small file may take, far above what any of them does


def _parquet() -> bytes:
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(forms.rows()), out)
    return out.getvalue()


def _files() -> dict[str, bytes]:
    paths = [
        path for path in sorted(MADE.rglob("*")) if path.is_file() and "_files" not in str(path)
    ]
    records = [Record(told.url, page(told).encode(), "text/html") for told in PILE]
    return {
        **{path.relative_to(MADE).as_posix(): path.read_bytes() for path in paths},
        "by-hand.csv": forms.table().encode(),
        "by-hand.jsonl": forms.json_lines().encode(),
        "by-hand.rss": forms.rss(True).encode(),
        "by-hand.atom": forms.atom("xhtml").encode(),
        "by-hand-feed.json": forms.json_feed("content_html").encode(),
        "warcio.warc": warc(records, compressed=False),
        "pyarrow.parquet": _parquet(),
    }


FILES = _files()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes cut somewhere, changed at some places, or both."""
    kept = bytearray(data)
    if chance.random() < 0.5:
        kept = kept[: chance.randrange(len(data))]
    for _ in range(chance.choice([0, 1, 3, 30])):
        # Half of the changes go into the head, where the structure is.
        within = chance.choice([len(kept), min(len(kept), 256)])
        if within:
            kept[chance.randrange(within)] = chance.randrange(256)
    return bytes(kept)


def check(found: list[Read | Unreadable]) -> None:
    for one in found:
        if isinstance(one, Unreadable):
            assert one.what
            assert one.remedy
            continue
        text = one.article.text
        assert text.strip()
        text.encode()
        for block in one.layout:
            assert 0 <= block.start < block.end <= len(text)
            assert block.text == text[block.start : block.end]


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_read_or_told(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(zlib.crc32(name.encode()))
    for _ in range(TRIES):
        data = damaged(FILES[name], chance)
        begun = time.process_time()
        check(read(name.rpartition("/")[2], data))
        assert time.process_time() - begun < LONGEST
    # What libraries say of a damaged file is no message of ours.
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("name", ["pile.sqlite", "pyarrow.parquet", "pile.zip", "wget.warc.gz"])
def test_the_same_of_files_on_disk(name: str, tmp_path: Path) -> None:
    chance = random.Random(zlib.crc32(name.encode()) + 1)
    path = tmp_path / name
    for _ in range(TRIES):
        path.write_bytes(damaged(FILES[name], chance))
        check(read(name, path))


@pytest.mark.parametrize("name", FILES)
def test_a_file_under_a_wrong_ending_is_read_or_told(name: str) -> None:
    for ending in (".txt", ".html", ".csv", ".json", ".eml", ".warc", ".pdf", ".tar", ""):
        check(read(f"a{ending}", FILES[name]))


def test_a_member_whose_checksum_is_wrong_is_damaged_and_the_others_are_read() -> None:
    data = bytearray(FILES["pile.zip"])
    at = data.index(b"PK\x03\x04", 10) - 30  # inside the first member's packed text
    data[at] ^= 255
    found = read("pile.zip", bytes(data))
    assert len([one for one in found if isinstance(one, Read)]) == len(PILE) - 1
    (told,) = [one for one in found if isinstance(one, Unreadable)]
    assert told.what == f"'pile.zip/{PILE[0].path}' is damaged."


@pytest.mark.parametrize("ending", ["gz", "xz"])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(ending: str) -> None:
    data = FILES[f"1-ardel-courier.txt.{ending}"]
    found = read(f"a.txt.{ending}", data[: len(data) * 4 // 5])
    (whole,) = [one for one in found if isinstance(one, Read)]
    assert PILE[0].text.startswith(whole.article.text[:-1])
    assert len(whole.article.text) > 500
    assert any("breaks off" in str(one) for one in found)
