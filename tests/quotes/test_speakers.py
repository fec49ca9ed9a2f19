"""Who reports: subjects, and whom a pronoun of the same sentence means; and what restores a speaker."""

from pathlib import Path

import pytest

from stemma.case import Case
from stemma.flow import build


def said(tmp_path: Path, *texts: str) -> list[tuple[str, str | None, str]]:
    """Status, speaker and words of the quotes of the first of some articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    case: Case = build([str(folder)], tmp_path / "case", until="quotes", workers=1)
    paths = dict(case.table("articles").select("id", "path").iter_rows())
    return [
        (row["status"], row["speaker"], row["text"])
        for row in case.table("quotes").sort("start").iter_rows(named=True)
        if paths[row["article_id"]] == "0.txt"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Harbour Minister Ivo Strand, who had told reporters that "the quay was sound", left on Monday.',
            "Harbour Minister Ivo Strand",
        ),
        (
            "Anna Holm has resigned; as she told the council on Monday, "
            'she "kept nothing but the key of the harbour office".',
            "Anna Holm",
        ),
        (
            "A member of the crew, on the understanding that neither he nor his ship be named, said that the "
            "engine had failed twice in May.",
            "A member of the crew",
        ),
    ],
    ids=["relative clause", "subject above", "circumstance"],
)  # fmt: skip
def test_the_sentence_tells_whose_words_they_are(tmp_path: Path, text: str, speaker: str) -> None:
    assert speaker in [who for status, who, _ in said(tmp_path, text) if status == "attributed"]


def test_a_pronoun_beside_two_names_means_neither(tmp_path: Path) -> None:
    text = 'Anna Holm met Vera Lund, and she said that "the quay had never been sound".'
    ((status, speaker, _),) = said(tmp_path, text)
    assert (status, speaker) == ("orphan", "she")


def test_a_pronoun_behind_what_it_says_is_nobody_named_in_that(tmp_path: Path) -> None:
    ((status, speaker, _),) = said(
        tmp_path, "Anna Holm was taken to Lorn by ship on Monday, she added."
    )
    assert (status, speaker) == ("orphan", "she")


def test_words_that_lost_their_marks_are_restored_to_nobody(tmp_path: Path) -> None:
    bare = "I told the council that nobody in the harbour wanted to hear it in May."
    found = said(tmp_path, bare, f'"{bare[:-1]}," Anna Holm said.')
    assert [status for status, _, _ in found if status == "restored"] == []


def test_what_is_claimed_within_speech_names_no_speaker_of_it(tmp_path: Path) -> None:
    """`Lund Lines wishes` is in the mouth of whoever speaks, whom no page names."""
    speech = '"Lund Lines wishes to apologise to the passengers who were on board on Saturday."'
    found = said(tmp_path, speech, f"{speech} Rain fell.")
    assert "restored" not in [status for status, _, text in found if text == speech]


def test_less_of_the_words_restores_their_speaker(tmp_path: Path) -> None:
    """The witness has lost a question, so that neither words nor sentences are the same."""
    whole = '"Would I have won in court? Possibly. Would the country have lost? I think so."'
    found = said(tmp_path, whole, f'"{whole.partition("? ")[2][:-2]}," Anna Holm said of it.')
    assert ("restored", "Anna Holm") in [(status, who) for status, who, _ in found]


def test_the_comma_behind_an_apposition_is_no_part_of_the_speaker(tmp_path: Path) -> None:
    text = '"The quay was never sound," Anna Holm, the engineer, said.'
    ((_, speaker, _),) = said(tmp_path, text)
    assert speaker == "Anna Holm, the engineer"
