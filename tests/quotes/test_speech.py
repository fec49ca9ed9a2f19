"""Speech by its marks alone, whichever way they are drawn, and told from titles, nicknames and doubt."""

import itertools

import pytest
from hypothesis import given
from tests.strategies import any_texts, texts

from stemma.quotes.speech import Speech, may_be_said, speeches

# The same passage with `<` and `>` for the marks, as pages draw them.
DRAWN = ['""', "“”", "”“", "””", "““", "„“", "«»", "»«", "''''", "‘‘’’", "「」", "『』", "｢｣"]


def drawn(text: str, marks: str) -> str:
    half = len(marks) // 2
    return text.replace("<", marks[:half]).replace(">", marks[half:])


def shown(text: str) -> list[str]:
    return [text[one.first : one.last] for one in speeches(text)]


@pytest.mark.parametrize("marks", DRAWN)
@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("<The dyke will hold,> said Ann Brook.", ["The dyke will hold,"]),
        ("Brook said: <The dyke will hold.>", ["The dyke will hold."]),
        ("<The dyke,> she said, <will hold.>", ["The dyke,", "will hold."]),
        ("<It holds.> Nobody spoke. <It does not.>", ["It holds.", "It does not."]),
        ("She called it <a gift>, and he <a curse>.", ["a gift", "a curse"]),
        ("<No.>", ["No."]),
        ("(<It holds,> she said.)", ["It holds,"]),
    ],
)
def test_marks_are_paired_whichever_way_they_are_drawn(
    text: str, inside: list[str], marks: str
) -> None:
    assert shown(drawn(text, marks)) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("``It holds,'' she said.", ["It holds,"]),
        ("'It holds,' she said. 'It will.'", ["It holds,", "It will."]),
        ("The workers' boat isn't Dunn's.", []),
        ("\"He said 'no' to me,\" she said.", ["He said 'no' to me,"]),
        ("\"He told me, 'It holds.'\"", ["He told me, 'It holds.'"]),
        ('"He read "The Salt Road" to me," she said.', ['He read "The Salt Road" to me,']),
        ("‹It holds,› she said. ›It will.‹", ["It holds,", "It will."]),
        ("‚It holds,‘ she said.", ["It holds,"]),
        ("«He said ‹no› to me,» she said.", ["He said ‹no› to me,"]),
        ("「He said 『no』 to me,」 she said.", ["He said 『no』 to me,"]),
        ("『He said 「no」 to me,』 she said.", ["He said 「no」 to me,"]),
        ("She said: 「We go. 『It holds.』 We stay.」", ["We go. 『It holds.』 We stay."]),
        ("She said『It holds』and left.", ["It holds"]),
        ("「It holds.」「It will.」", ["It holds.", "It will."]),
        ('""', []),
        ('" "', []),
        ("", []),
    ],
)
def test_single_and_nested_marks(text: str, inside: list[str]) -> None:
    assert shown(text) == inside


def test_a_mark_that_is_never_closed_reaches_to_the_end_of_the_block() -> None:
    (one,) = speeches('Brook said: "It holds. We looked.  ')
    assert one == Speech(12, 33, 13, 33, True, False, False)


def test_a_mark_that_is_never_closed_ends_where_the_next_speech_begins() -> None:
    text = '"It holds. "It does not," she said.'
    first, second = speeches(text)
    assert text[first.first : first.last] == "It holds."
    assert (first.opened, first.closed) == (True, False)
    assert text[second.first : second.last] == "It does not,"
    assert second.closed


def test_a_mark_that_was_never_opened_reaches_to_the_beginning() -> None:
    (one,) = speeches('It holds," she said.')
    assert one == Speech(0, 10, 0, 9, False, True, False)


def test_a_single_mark_that_is_never_closed_is_an_apostrophe() -> None:
    assert speeches("the '80s were dry") == []


def test_an_open_mark_does_not_swallow_a_long_block() -> None:
    (one,) = speeches('"' + "word " * 5000)
    assert one.last <= 6_001


@given(any_texts())
def test_speeches_lie_inside_in_order_and_hold_words(text: str) -> None:
    found = speeches(text)
    for one in found:
        assert 0 <= one.start <= one.first < one.last <= one.end <= len(text)
        assert text[one.first : one.last].strip()
        assert one.opened or one.closed
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(texts())
def test_with_marks_of_one_kind_the_direction_decides_nothing(text: str) -> None:
    straight = text.translate(dict.fromkeys(map(ord, "“”„‟«»"), '"'))
    for other in ("“", "”"):
        assert shown(straight.replace('"', other)) == [
            part.replace('"', other) for part in shown(straight)
        ]


@pytest.mark.parametrize(
    ("text", "tags", "said"),
    [
        ('"It will hold until spring," he said.', "PRON AUX VERB ADP NOUN PUNCT", True),
        ('"It will hold until the spring"', "PRON AUX VERB ADP DET NOUN", True),
        ('"No way."', "DET NOUN PUNCT", True),
        ('"Are we insisting?"', "AUX PRON VERB PUNCT", True),
        ('"Go!"', "VERB PUNCT", True),
        # A title, a nickname, words in doubt.
        ('"The Mill on the Floss" was read', "DET PROPN ADP DET PROPN", False),
        ('John "Johnny" Reed', "PROPN", False),
        ('the "experts" left', "NOUN", False),
        ('the "safe zone" was empty', "ADJ NOUN", False),
        ('a "small leak"', "ADJ NOUN", False),
        ('the "do-gooders" left', "VERB", False),
        ('her book, "The Salt Road", was', "DET PROPN PROPN", False),
        ('"What We Saw in Halden"', "PRON PRON VERB ADP PROPN", False),
    ],
)
def test_what_may_be_said_and_what_not(text: str, tags: str, said: bool) -> None:
    (one,) = speeches(text)
    assert may_be_said(text, one, tags.split()) is said


def test_very_many_marks_take_linear_time() -> None:
    assert len(speeches('"It holds," he said. ' * 10_000)) == 10_000
    assert speeches('"' * 20_000) is not None
    assert len(speeches('"It holds. ' * 5_000)) >= 4_999
