"""A text read as a check reads it."""

import pytest

from stemma.drafts import Text, read_texts
from stemma.errors import NothingUsable
from stemma.read import stdin_source
from stemma.reader import load
from stemma.times import Anchor


def read(text: str) -> Text:
    return next(read_texts(stdin_source(text.encode()), load(), Anchor.of("2024-05-08")))


def test_a_sentence_with_all_that_it_tells() -> None:
    made = read(
        "A wall of the quarry in Orvik fell on Tuesday and killed seven workers, Lena Brask said."
    )
    (telling,) = made.tellings
    assert [(a.text, a.what) for a in telling.amounts] == [("seven", "worker")]
    assert [(t.text, t.first) for t in telling.times] == [("Tuesday", "2024-05-07")]
    (speech,) = telling.speeches
    assert (speech.speaker, speech.kind, speech.status) == ("Lena Brask", "indirect", "attributed")
    assert {"fell", "killed"} <= {deed.text for deed in telling.deeds}
    assert "Lena Brask" in [name.text for name in telling.names]


def test_a_pronoun_brings_the_names_of_whom_it_means() -> None:
    made = read("Lena Brask came to the quarry. She spoke to the families.")
    assert "Lena Brask" in made.tellings[1].aliases


def test_a_sentence_knows_the_words_beside_it() -> None:
    made = read("Lena Brask came to the quarry. The families waited in the school.")
    assert "brask" in made.tellings[1].around


def test_a_page_is_read_by_its_markup() -> None:
    made = read("<html><body><h1>Wall falls</h1><p>A wall of the quarry fell.</p></body></html>")
    assert [s.text for s in made.sentences] == ["Wall falls", "A wall of the quarry fell."]


def test_a_text_without_a_sentence() -> None:
    with pytest.raises(NothingUsable):
        read("Advertisement\n")
