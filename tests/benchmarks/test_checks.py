"""The drafts that measure a check: what a script does to a sentence, and the tables."""

from pathlib import Path
from random import Random

from benchmarks import altered, checks, drafts
from benchmarks.farm.library import load_library

SENTENCE = {
    "text": "Fire chief Joris Bram said about 40 people were missing by Monday night.",
    "quotes": [
        {"speaker": "Joris Bram", "kind": "indirect", "words": "about 40 people were missing"}
    ],
    "figures": [{"what": "missing", "low": 40, "high": 40}],
}


def test_a_figure_is_changed_to_one_that_nothing_has() -> None:
    made = altered.figure(SENTENCE["text"], SENTENCE, {40, 41, 42}, Random(1))
    assert made is not None
    assert made != SENTENCE["text"]
    assert not any(f" {n} " in made for n in (40, 41, 42))


def test_a_speaker_is_changed_to_another_person() -> None:
    made = altered.speaker(
        SENTENCE["text"], SENTENCE, ["Joris Bram", "Ann Lee", "Hollin Coal"], Random(1)
    )
    assert made == SENTENCE["text"].replace("Joris Bram", "Ann Lee")


def test_a_date_is_changed_outside_of_quotations_only() -> None:
    made = altered.date(SENTENCE["text"], Random(1))
    assert made is not None
    assert "Monday" not in made
    assert altered.date('"We met on Monday," she said.', Random(1)) is None


def test_a_status_is_turned() -> None:
    assert altered.status("The wall will not be mended.", Random(2)) == "The wall will be mended."
    assert altered.status("The bridge was closed.", Random(2)) == "The bridge was not closed."


def test_what_is_invented_names_the_piles_people() -> None:
    made = altered.invented(["Ann Lee", "Bo Rask"], ["Orvik"], Random(1), altered.INVENTED[0])
    assert "Orvik" in made
    assert "Ann Lee" in made or "Bo Rask" in made


def test_what_is_said_again_names_sentences_that_are_there() -> None:
    import tomllib

    again = tomllib.loads(checks.REWORDED.read_text("utf-8"))
    for part, folder in (("development", checks.FARM), ("held_out", checks.HELD_OUT)):
        library = load_library(folder)
        for name, text in again[part].items():
            wire, number = name.split()
            assert library.wire(wire).sentences[int(number)].text != text


def test_every_sentence_of_the_drafts_is_judged_and_shown() -> None:
    rows = [line.split("\t") for line in drafts.JUDGED.read_text("utf-8").splitlines()[1:]]
    paths = {path.stem: path for path in drafts.DRAFTS.glob("*.txt")}
    assert len(paths) == 5
    for stem, path in paths.items():
        said = [line for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
        assert [int(row[1]) for row in rows if row[0] == stem] == list(range(len(said)))
    assert all(row[5] in drafts.VERDICTS for row in rows)
    assert sum(row[2] != drafts.NOTHING for row in rows) >= 15
    table = drafts.drafts_table()
    assert table is not None
    assert table in (drafts.DOCS / "check.md").read_text("utf-8")
