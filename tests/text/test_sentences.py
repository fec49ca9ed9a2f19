"""Sentences: nothing lost, and the hard cases one by one (`|` shows where to cut)."""

import pytest
from hypothesis import given
from tests.strategies import INVISIBLE, SEEDS, any_texts, needs_seeds

from stemma.text.sentences import Cut, split_sentences


def cut_up(text: str) -> list[str]:
    return [text[cut.start : cut.end] for cut in split_sentences(text)]


def assert_covered(text: str, cuts: list[Cut]) -> None:
    """In order, no overlap, and only white space (or what nobody sees) between the cuts."""
    reached = 0
    for cut in cuts:
        assert reached <= cut.start < cut.end <= len(text)
        assert not text[reached : cut.start].strip(INVISIBLE + " \n\r\t").strip()
        assert cut.how
        reached = cut.end
    assert not text[reached:].strip(INVISIBLE + " \n\r\t").strip()


@given(any_texts())
def test_only_white_space_lies_between_sentences(text: str) -> None:
    visible = "".join(c for c in text if c not in INVISIBLE)
    for prose in (True, False):
        assert_covered(visible, split_sentences(visible, prose=prose))


@given(any_texts())
def test_the_cuts_do_not_depend_on_how_marks_are_drawn(text: str) -> None:
    plain = text.translate(
        str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
    )
    assert split_sentences(text) == split_sentences(plain)


@given(any_texts())
def test_what_is_no_prose_is_cut_alike_and_never_a_fragment(text: str) -> None:
    cuts = split_sentences(text, prose=False)
    assert not any(cut.fragment for cut in cuts)
    assert [cut[:2] for cut in cuts] == [cut[:2] for cut in split_sentences(text)]


INITIALS = [
    "Envoys of the U.S. Navy met on Monday. |They left at noon.",
    "The fleet of the U.S. sailed on Monday. |It came back.",
    "The ships came home to the U.S. |The crews were paid.",
    "Nobody asked the U.S. for help.",
    "Officials in the U.S. and the U.K. agreed. |Others did not.",
    "“We left the U.S.” |The others stayed.",
    "He said it to the U.N. |Then he left.",
    "The U.N. Council met in the U.K. Parliament.",
    "The book is by J.R.R. Marlow. |It sold well.",
    "J. K. Harlow wrote it. |A. B. Lind agreed.",
    "It was him and I. |The rest left.",
    "She holds a Ph.D. in law. |He does not.",
    "She holds a Ph.D. |He does not.",
]
ABBREVIATIONS = [
    "The talks began at 9 a.m. and ended at noon. |All went home.",
    "The talks began at 9 a.m. |The doors closed at ten.",
    "The talks began at 9 a.m. Monday in Lorn.",
    "Mr. Abel met Dr. Brand and Gen. Costa. |Mrs. Dunn left.",
    "St. Mary's is near. |Mt. Ebel is far.",
    "It was made by Marlow & Co. |The shop closed.",
    "The Lorn Ferry Co. Ltd. bought it. |It sank.",
    "Jan. 5 was cold. |On Feb. 6 it rained.",
    "No. 5 won the race. |It was boat No. 10.",
    "The crowd asked and she said no. |The crowd left.",
    "The council said no. |A second vote failed.",
    "It closed (at 5 p.m.). |They left.",
]
GLUED = [
    "He used it as a pretext.|The talks failed.",
    "“It holds”.|Marrow said he was glad.",
    "“It holds.”|Marrow said he was glad.",
    "Envoys warn of weaker ties|The U.S. said ties were weak.",
    "Talks end without a deal|They will meet again.",
    "It ended in 2003.|The peace held.",
    "It ended in 2003.|”Our task is peace”, Dale said.",
    "He had not counted on it.|”That may happen”, he said.",
    "and then the harbours.|Kestria’s U.N. envoy said so.",
    "But that is all.|What is next? |Nobody knows.",
    "Is it over?|The crowd left.",
    "They came back to the U.S.|The crews were paid.",
    "While the most recent U.S.|”Minister Lin and I agreed”.",
    "He shouted “never”!|The crowd left.",
    "“Is it true”?|Marrow asked.",
    "It was a pretext.|NATO said so.",
]
CUT_WORDS = [
    "The plan stands. |-Kestrian relations are cold.",
    "“Not a fact has been shown”. |-Kestrian relations are cold.",
    "-Kestrian relations are cold. |They were warm.",
    "A group will look at the poor state of U.S. -Kestria ties. |It met twice.",
]
QUOTES = [
    "“Will they come?” she asked. |No one knew.",
    "“Stop!” he cried. |They did not.",
    "“Will they come?” |Nobody said a word.",
    "He said: “We go.” |They went.",
    "He said “We go”. |“They stay”. |So be it.",
    "(It was closed.) |They left.",
    "‘Go’, he said. |‘Stay’, said she.",
]
NO_END = [
    "Prices rose 3.5 percent to 1,200.75 crowns. |Wages fell.",
    "Read it at example.com today. |Or at www.example.org on Sunday.",
    "They use Node.js daily. |It works.",
    "They use ASP.NET daily. |It works.",
    "See http://lorn.example/Docs/Report.Final for it. |It is long.",
    "Write to A.Lind@example.com today.",
    "He paused... then he went on. |All was well.",
    "He paused… |Then he went on.",
    "He paused ... |Then he went on.",
    "The LinkedIn page was up. |YouTube was down.",
    "McThey and YouTheWorld signed. |It was late.",
    "He came. |20 others followed. |$5 was paid.",
    "Who knew?!? |Nobody. |Nobody!!! |So it is.",
    "Éric came. |Öyvind left.",
]


@pytest.mark.parametrize(
    "marked", [*INITIALS, *ABBREVIATIONS, *GLUED, *CUT_WORDS, *QUOTES, *NO_END]
)
def test_hard_cases(marked: str) -> None:
    assert cut_up(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_a_question_inside_quotes_loses_nothing() -> None:
    text = "“Are we asking for it? No”. He sat down."
    assert cut_up(text)[-1] == "He sat down."
    assert "".join(cut_up(text)).replace(" ", "") == text.replace(" ", "")


def test_everything_on_one_line() -> None:
    marked = (
        "The ships left Lorn.|The crews had not been paid, the owner said. |“We had no choice”.|"
        "Marrow blamed the weather.|”It was fog”, she told the U.K. inquiry. |-Kestrian trade fell. |"
        "Nobody knows why.|The inquiry meets at 9 a.m. Monday."
    )
    assert cut_up(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-Kestrian relations are cold.", "head missing"),
        ("and then they left.", "head missing"),
        (", the owner said.", "head missing"),
        ("The owner of the ferry", "tail missing"),
        ("The visit came after a steep fall in U.K.", "tail missing"),
    ],
)
def test_fragments_say_what_is_missing(text: str, why: str) -> None:
    (cut,) = split_sentences(text)
    assert cut.fragment
    assert why in cut.how


@pytest.mark.parametrize(
    "text",
    [
        "The dyke holds.",
        "“The dyke holds”.",
        "“The dyke holds.”",
        "Does it hold?",
        "They went home to the U.K.",
        "(The dyke holds.)",
        "20 men came.",
        "The dyke ' holds '.",
    ],
)
def test_whole_sentences_are_no_fragments(text: str) -> None:
    (cut,) = split_sentences(text)
    assert not cut.fragment


def test_no_text_no_sentence() -> None:
    assert split_sentences("") == split_sentences(" \n\t\u200b") == []


@needs_seeds
def test_the_seeds_are_covered_and_no_sentence_is_absurdly_long() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cuts = split_sentences(line)
            assert_covered(line, cuts)
            assert all(line[c.start : c.end].count(" ") < 75 for c in cuts)
