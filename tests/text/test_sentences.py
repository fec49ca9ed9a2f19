"""Sentences: nothing lost, and the hard cases one by one (`|` shows where to cut)."""

from time import process_time

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


ENDS_OR_GOES_ON = [
    "The ferry left at 4 p.m. |Marrow stayed.",
    "The ferry left at 4 p.m. Tuesday and 5 p.m. EST on Sunday.",
    "One of the piers reopened around 2 p.m. , although the fog stayed.",
    "It left at 7p.m.|The pier was empty.",
    "It came in Nov. |Marrow came on Thurs. Dec. 4.",
    "He moved to Lorn, Mass. in May. |They live on Kern Ave. in Lorn.",
    "They live on Kern Ave. |Marrow lives next door.",
    "He saw boats, nets, etc. |Marrow saw none.",
    "Brig. Gen. P. Costa met Ex-Gov. Lind.",
    "It took 9 hrs. 20 min. |It rained.",
    "There is no Plan B. |Marrow said so.",
    "It fell to -3 C. |Pipes froze.",
    "The blame is Marrow’s. |Dale said so, but Lind didn’t. |Brand did.",
    "LORN. April 4 (Kern) - The ferry sank. |It was old.",
    "1. Open the door. |2. Leave.",
    "The peace held. [12] [3] |Marrow signed it.[4]|It was brief.",
    "He owns the ferry. |eFerry is its name.",
]
LOW_STARTS = [
    "The ferry sank at noon.|nobody drowned.",
    "The ferry sank at noon.|in the evening it rained.",
    "The ferry sank. |it was old. |they said so.",
    "the ferry sank. |rain fell. |no one came",
    "what did they see? |nothing much",
    "What did they see? |why did they go?",
    "It sank (in fog). |it was old.",
    "what did they see? asked the owner.",
    "He said it was “old”.|she said it was not.",
    "Is it over?|nobody knows.",
    "“Is it over?”he asked.",
    "They read it at lorn.com or kern.it said so.",
    "They use the file notes.txt daily.",
    "They paid Marlow Ltd. and left.",
]
SPACES = [
    "The ferry sank .|It was old . |Nobody drowned .",
    "He called it “old” .|Marrow agreed.",
    "“We came late. ”|The owner then left.",
    "“We came late. ”he said.|“We always do.”",
    "“We came late”, said the owner.|“ We are sorry.”",
    "« We came late. » |« We are sorry. »",
    "“I said ‘never.’”|Marrow laughed.",
    "“We came late.”|”We always do.”",
]
GLUED_MORE = [
    "It ended in 2003.|2004 was worse.",
    "It sank.|12 men came late.",
    "It cost 4.25 crowns or 1,200.5 marks.",
    "It cost $3.2bn.|Nobody paid.",
    "They came on May 4.|Nobody met them.",
    "The ferry sank.|©2011 The Lorn Post.",
    "The ferry sank.|(Reporting by A. Lind)",
    "The ferry sank.|@lornpost said so.",
    "The ferry sank.|-It did?",
    "They read lorn.com.|Nobody else does.",
    "It was old.|Mr. Lind said so.|E.U. ships came.",
    "Write to Marrow.Lind@example.com today.",
]
UNMARKED = [
    "Ferry sinks off Lorn |The owner has blamed fog.",
    "Ferry sinks off Lorn |In the morning, rain fell.",
    "Ferry sinks off Lorn |Officials blamed fog.",
    "Ferry sinks off Lorn |KERN (AP) - Fog was blamed.",
    "FERRY SINKS OFF LORN |Marrow has blamed fog.",
    "The owner wants to be paid by |The insurers say no.",
    "Ferry sinks off Lorn |It’s a blow to the owner.",
    "The ferry at dusk (Photo by Ada Lind) |Fog was blamed.",
    "LORN (AP) _ The ferry sank.",
    "“We are sorry” |He said no more.",
    "West Lorn Police said nothing in the Plan A meeting of The Post.",
    "They went to sea with Marrow, Dale, and the Kern Two brothers.",
    "May 4, 2011 |Marrow left.",
    "Posted on June 3, 2011 by admin |Marrow left.",
    "Updated 3 hours ago |Marrow left.",
    "By Ada Lind |LORN - The ferry sank.",
    "Ferry sinks, owner blames fog |Monday, May 4, 2011 |The ferry sank.",
    "The ferry at dusk |Image: Ada Lind.",
    "Image copyright Kern |Image caption The ferry at dusk",
    "The ferry sank. |(Photo: Ada Lind) |Fog was blamed.",
    "The ferry sank (Lorn is near). |(Kern) Fog was blamed.",
    "The ferry sank. |Advertisement |Fog was blamed. |Comments",
    "The facts:|• It sank |• It was old",
    "“It was old.” |- Ada Lind |“It was fog.” |- B. Dale",
]
HEADLINES = [
    "Ferry sinks off Lorn |Nine people have died in the bay of Lorn, the owner said.",
    "Storm shuts airports |Passengers slept on camp beds.",
    "Owner blames fog for ferry disaster |The owner of a ferry that sank has blamed fog.",
    "Ferry sinks in fog |June 3, 2011 |A ferry has sunk in fog off Lorn.",
    "Lorn Quay |The quay was rebuilt in May.",
    "He told the House Committee on Ways and Means of it on Monday and the Senate on Tuesday.",
    "The president of Lorn Monday signed the bill.",
]
TOLD = [
    "They sold all their boats to Marlow Corp. |Workers were paid in May.",
    "She used to work for Marlow Inc. |Employees of the firm wept.",
    "They heard it from the U.S. Army and the U.S. State Department.",
    "They read of it in Washington, D.C. |Later they wrote to him.",
    "He was born in Jan. |March was cold.",
    "Yahoo! Inc. was sold. |Nobody wept.",
    "The film “Stop!” (1965) is old. |He saw it.",
    "It was said so [citation needed] by all. [who said so] |They left.",
]
APART = [
    "Dr . Ken Berry met George W . Bush . |They talked .",
    "The U.S . Senate met . |It was late .",
    "It was in Lodge No . 8 . |He has a Ph.D . in law .",
    "It was cold .|NATO said so .|U.S. troops left .",
    "He has a Ph.D .|They use .NET daily .",
    "It sank.. |they drowned.",
]
LOW_MORE = [
    "it sank “in the fog.” |nobody drowned. |fog was thick",
    "“it sank.” he said so himself. |nobody drowned.",
    "It ended in 1966.|he was glad.",
    "It sank (in the fog).|the owner wept.",
    "It was old.|however, it sailed.",
    "It was old.|it’s gone.",
    "He said it was “old.”|she left.",
    "The law is dead;|the lawyers are not.",
    "Fish &amp;the chips",
    "It was of use.|eBay sold it.",
]
NUMBERS = [
    "It fell to 64.|12 months ago it stood at 33.",
    "They came .|60 have stayed .",
    "It costs a lot.|$5 is too much.",
    "They came at noon.|12 - that is how many.",
    "See fig.3 of the book.",
    "It rose .5 percent.",
    "He lives at 319 S. Denver Street. |It fell to 3 C. |Pipes froze.",
    "It takes effect on Jan.1.|Smokers know.",
    "What we know: |1) The ferry sank. |2) It was old.",
    "He lost his way. |http://lorn.example/map shows it.",
]
PAGES = [
    "Filed under |Politics |North Lorn |Crime",
    "The ferry sank. |Related Topics |Ferries |Fog",
    "Topics include fog and ferries.",
    "Tags: fog, ferries",
    "Home > News > World |The ferry sank.",
    "“It was old” |He said no more.",
    "(AP) The ferry sank. |(AP) It was old.",
    "It was in the Lorn Sun, May 4, 2011 and in the Post.",
]


@pytest.mark.parametrize("marked", [*ENDS_OR_GOES_ON, *LOW_STARTS, *SPACES, *GLUED_MORE, *UNMARKED])
def test_clean_and_damaged_news(marked: str) -> None:
    assert cut_up(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [*HEADLINES, *TOLD, *APART, *LOW_MORE, *NUMBERS, *PAGES],
    ids=lambda marked: marked[:40],
)
def test_what_pages_and_farms_run_together(marked: str) -> None:
    assert cut_up(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


PIECES = [
    "Share ", "a. ", '. "', "In a b, ", "[1] ", "•", "(a: ", "Tags A ", '"Tags A', "A b ", "the A ",
    "aaaA", "x;the ", "1) A b ", "U.S. A ", "Image ", "Aa" * 40 + " ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        split_sentences("x " + piece * count)
        return process_time() - started

    # The best of three on the process's own clock: a machine with other work must not fail it.
    assert min(seconds(16_000) for _ in range(3)) < 10 * seconds(4_000) + 0.2


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


@pytest.mark.parametrize(
    "text",
    [
        "For six years Viktor K. drove the minister to meetings and waited outside.",
        '"We counted people who had run home," Fire Chief Ewa Lind told reporters.',
    ],
)
def test_a_circumstance_or_an_open_quotation_is_no_headline(text: str) -> None:
    assert [text[cut.start : cut.end] for cut in split_sentences(text)] == [text]
