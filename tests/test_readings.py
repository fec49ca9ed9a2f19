"""The step that reads: each distinct sentence once, whatever the pieces in which a pile came."""

from pathlib import Path

import polars as pl
import pytest

from stemma.case import Case
from stemma.flow import build, remove
from stemma.reader import model as module

LINE = "The ferry company of Lorn offered two of its vessels, the mayor said on Sunday."


def pile(folder: Path, **texts: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [str(folder / f"{name}.txt") for name in texts]


def processed(case: Case) -> dict[str, int]:
    run = case.run()
    assert run is not None
    return next(dict(stage["processed"]) for stage in run["stages"] if stage["stage"] == "reader")


def test_a_sentence_that_several_articles_have_is_read_once(tmp_path: Path) -> None:
    files = pile(
        tmp_path / "p", a=f"Boats for Halden\n\n{LINE}\n", b=f"Ships for Halden\n\n{LINE}\n"
    )
    case = build(files, tmp_path / "case", workers=1)
    assert processed(case) == {
        "articles": 2,
        "sentences": 3,
        "sentences_kept": 0,
        "sentences_same": 1,
    }
    names = case.table("names").filter(pl.col("text") == "Lorn")
    assert len(names) == 2
    texts = dict(case.table("articles").select("id", "text").iter_rows())
    for row in case.table("names").iter_rows(named=True):
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]


def test_adding_reads_only_what_is_new_and_taking_out_nothing(tmp_path: Path) -> None:
    files = pile(
        tmp_path / "p",
        a=f"Boats for Halden\n\n{LINE}\n",
        b=f"Ships for Halden\n\n{LINE} It was Ann Brook's idea.\n",
    )
    build(files[:1], tmp_path / "case", workers=1)
    case = build(files, tmp_path / "case", workers=1)
    assert processed(case) == {
        "articles": 1,
        "sentences": 2,
        "sentences_kept": 2,
        "sentences_same": 1,
    }
    whole = build(files, tmp_path / "whole", workers=1)
    assert case.table("names").equals(whole.table("names"))
    remove(case, ["b.txt"], workers=1)
    assert processed(case)["sentences"] == 0
    assert "Ann Brook" not in Case(tmp_path / "case").table("names")["text"].to_list()


def test_another_version_of_the_reader_reads_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = pile(tmp_path / "p", a=f"Boats for Halden\n\n{LINE}\n")
    build(files, tmp_path / "case", workers=1)
    more = pile(tmp_path / "p", b=f"Ships for Halden\n\n{LINE}\n")
    real = module._listed
    monkeypatch.setattr(module, "_listed", lambda folder: {**real(folder), "version": "next"})
    case = build([*files, *more], tmp_path / "case", workers=1)
    assert processed(case)["sentences"] == 3
    assert set(case.table("names")["how"]) == {"reader next"}


def test_what_is_not_english_and_what_is_furniture_is_not_read(tmp_path: Path) -> None:
    german = "Der Deich bei Halden ist am Sonntag gebrochen, und das Wasser lief in die Stadt Lorn hinein."
    files = pile(tmp_path / "p", a=german, b=f"Boats for Halden\n\nShare on Facebook\n\n{LINE}\n")
    case = build(files, tmp_path / "case", workers=1)
    assert processed(case) == {
        "articles": 1,
        "sentences": 2,
        "sentences_kept": 0,
        "sentences_same": 0,
    }
    assert "Facebook" not in case.table("names")["text"].to_list()
