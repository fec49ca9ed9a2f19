"""The stage that finds who said what, over a pile of invented pages."""

from pathlib import Path

import pytest

from stemma.case import Case
from stemma.flow import build
from stemma.frames import records_of
from stemma.model import Quote

QUOTED = "“We felt that we had to do something about the dyke at once.”"
REST = (
    "The harbour board of Halden met on Monday to talk about the boats.",
    "Nine ferries had been damaged by the storm in the night before.",
    "The water in the lower town stood two metres high on Sunday evening.",
    "Soldiers with shovels cleared the road to Port Elden by noon.",
    "The bridge across the Lorn river stays shut until the end of May.",
    "Nobody knows how many houses in the valley have to be given up.",
)
TOLD = f"{QUOTED[:-2]},” Ann Brook, the mayor of Halden, told reporters on Sunday."


def case_of(folder: Path, **pages: list[str]) -> Case:
    folder.mkdir(parents=True)
    for name, sentences in pages.items():
        text = "\n\n".join([f"The news of {name}", " ".join(sentences)])
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return build([str(folder)], folder.parent / "case", workers=1)


def of_page(case: Case, name: str) -> list[Quote]:
    paths = {row["id"]: row["path"] for row in case.table("articles").iter_rows(named=True)}
    quotes = records_of(Quote, case.table("quotes"))
    return [q for q in quotes if paths[q.article_id] == f"{name}.txt"]


def spoken(case: Case, name: str) -> Quote:
    (one,) = (q for q in of_page(case, name) if "do something" in q.text)
    return one


def test_an_orphan_gets_its_speaker_from_a_page_that_names_him(tmp_path: Path) -> None:
    case = case_of(
        tmp_path / "p", honest=[REST[0], TOLD, *REST[1:]], cut=[REST[2], QUOTED, REST[0]]
    )
    given, orphan = spoken(case, "honest"), spoken(case, "cut")
    assert (given.status, given.speaker) == ("attributed", "Ann Brook, the mayor of Halden")
    assert (orphan.status, orphan.speaker) == ("restored", given.speaker)
    assert orphan.witness_ids == (given.id,)
    assert given.article_id in orphan.how


def test_one_page_alone_restores_nothing(tmp_path: Path) -> None:
    case = case_of(tmp_path / "p", cut=[REST[2], QUOTED, REST[0]])
    assert spoken(case, "cut").status == "orphan"


def test_a_page_that_says_only_she_restores_nothing(tmp_path: Path) -> None:
    she = TOLD.replace("Ann Brook, the mayor of Halden,", "she")
    case = case_of(
        tmp_path / "p", pronoun=[REST[0], she, *REST[1:]], cut=[REST[2], QUOTED, REST[0]]
    )
    assert spoken(case, "pronoun").status == "orphan"
    assert spoken(case, "cut").status == "orphan"


def test_a_name_that_stands_near_restores_nothing(tmp_path: Path) -> None:
    near = "Ann Brook, the mayor of Halden, walked along the harbour on Sunday."
    case = case_of(
        tmp_path / "p", near=[REST[0], near, QUOTED, *REST[1:]], cut=[REST[2], QUOTED, REST[0]]
    )
    assert spoken(case, "near").status == spoken(case, "cut").status == "orphan"


def test_two_pages_that_name_two_dispute_it(tmp_path: Path) -> None:
    other = TOLD.replace("Ann Brook, the mayor of Halden,", "Tom Reed, the head of the board,")
    case = case_of(
        tmp_path / "p", one=[REST[0], TOLD, *REST[1:]], two=[REST[1], other, REST[4]],
        cut=[REST[2], QUOTED, REST[0]],
    )  # fmt: skip
    orphan = spoken(case, "cut")
    assert (orphan.status, orphan.speaker, len(orphan.witness_ids)) == ("disputed", None, 2)


def test_a_spun_witness_counts(tmp_path: Path) -> None:
    spun = "“We felt that we needed to do something about the dam at once.”"
    case = case_of(tmp_path / "p", honest=[REST[0], TOLD, *REST[1:]], cut=[REST[2], spun, REST[0]])
    assert spoken(case, "cut").status == "orphan" or spoken(case, "cut").speaker


@pytest.mark.parametrize(
    ("order", "speaker"),
    [((0, 1, 2, 3), "Ann Brook, the mayor of Halden"), ((1, 0, 3, 2), None)],
)
def test_the_speaker_goes_on_in_an_honest_page_and_not_in_a_mosaic(
    tmp_path: Path, order: tuple[int, ...], speaker: str | None
) -> None:
    more = "“Nobody in the whole of the valley has to leave her house tonight.”"
    original = [TOLD, more, *REST]
    stitched = [*(original[n] for n in order), REST[4], REST[3], REST[5], REST[2]]
    case = case_of(tmp_path / "p", page=stitched)
    (alone,) = (q for q in of_page(case, "page") if "leave her house" in q.text)
    if speaker:
        assert (alone.status, alone.speaker) == ("attributed", speaker)
        assert alone.text.startswith("“We felt")
    else:
        assert (alone.status, alone.speaker) == ("orphan", None)


def test_a_stitched_page_gives_nobody_the_words_behind_another_s(tmp_path: Path) -> None:
    more = "“Nobody in the whole of the valley has to leave her house tonight.”"
    one, two = [REST[0], TOLD, *REST[1:]], [*REST[::-1], more]
    stitched = [REST[3], REST[1], TOLD, more, REST[0], REST[5], REST[2], REST[4]]
    case = case_of(tmp_path / "p", one=one, two=two, stitched=stitched)
    (alone,) = (q for q in of_page(case, "stitched") if "leave her house" in q.text)
    assert alone.status == "orphan"
    assert spoken(case, "stitched").status == "attributed"


def test_a_page_in_another_language_has_none(tmp_path: Path) -> None:
    german = (
        "Der Deich bei Halden ist am Sonntag gebrochen, und das Wasser lief in die untere Stadt.",
        "„Wir mussten etwas tun“, sagte die Bürgermeisterin Ann Brook am Montag in Halden.",
    )
    case = case_of(tmp_path / "p", deich=list(german))
    assert len(case.table("quotes")) == 0


def test_every_quote_of_a_pile_lies_where_it_says(anselm: Case) -> None:
    texts = {row["id"]: row["text"] for row in anselm.table("articles").iter_rows(named=True)}
    sentences = set(anselm.table("sentences")["id"])
    quotes = records_of(Quote, anselm.table("quotes"))
    assert quotes
    for one in quotes:
        text = texts[one.article_id]
        assert text[one.start : one.end] == one.text
        assert one.sentence_id in sentences
        if one.speaker_start is not None:
            assert text[one.speaker_start : one.speaker_end] == one.speaker
    assert len({one.id for one in quotes}) == len(quotes)
