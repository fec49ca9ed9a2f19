"""Whose verb it is, where the words beside it are another part of the sentence."""

import pytest
from tests.quotes.conftest import Heard


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Prosecutors say Lind, 61, accepted cash and the use of a boat.",
            "Prosecutors",
            "Lind, 61, accepted cash and the use of a boat",
        ),
        (
            "Under questioning by defense lawyer Tor Brask, Lind admitted that he had lied twice.",
            "Lind",
            "that he had lied twice",
        ),
        ("The mayor was accused by Ewa Lind of taking bribes.", "Ewa Lind", "of taking bribes"),
        (
            "Prosecutors arrested harbor master Tor Brask on Friday night and accused him of fraud.",
            "Prosecutors",
            "him of fraud",
        ),
        (
            "Ewa Lind, the former harbor master, pleaded not guilty on Monday to charges that she took "
            "$4,000 from a pilot.",
            "Ewa Lind, the former harbor master",
            "not guilty",
        ),
        (
            "A survey on May 3 had found “two cracks in the lower wall”.",
            "A survey on May 3",
            "“two cracks in the lower wall”",
        ),
        (
            "The town has aerial photographs which showed that the wall was dry.",
            "aerial photographs",
            "that the wall was dry",
        ),
    ],
)
def test_the_tree_tells_whose_verb_it_is(heard: Heard, text: str, speaker: str, said: str) -> None:
    (found,) = heard(text)
    assert (found.speaker, found.text) == (speaker, said)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Measles in Tarn: mayor sacks water chief", []),
        ("Measles outbreak: 30 ill in Tarn", []),
        ("President Lind: we will not yield", ["President Lind"]),
    ],
)
def test_before_a_colon_stands_what_a_headline_is_about_or_who_speaks(
    heard: Heard, text: str, speakers: list[str]
) -> None:
    assert [q.speaker for q in heard(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the letters 2,100 tonnes of wheat were stored in the silo.", "the letters"),
        ("According to Resolution 40 the sanctions will stay in force.", "Resolution 40"),
    ],
)
def test_a_number_behind_several_things_begins_what_is_said(
    heard: Heard, text: str, speaker: str
) -> None:
    assert [q.speaker for q in heard(text)] == [speaker]


def test_behind_according_to_stands_who_says_so(heard: Heard) -> None:
    found = heard("According to police, the driver, 30, said he had slept.")
    assert [(q.speaker, q.cue) for q in found if q.cue != "said"] == [("police", "According to")]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "Among the injured is Nils Brask, the deputy harbor master of the port at Lorn, police spokesman "
            "Tor Lind said.",
            "said",
            "police spokesman Tor Lind",
        ),
        (
            "The ferry was carrying four pilots, including one from the School of Lorn, Halden Air said.",
            "said",
            "Halden Air",
        ),
        (
            "Angry dockers entered the offices of Kestria's port authority before dawn and announced that "
            "they had dismissed the director.",
            "announced",
            "Angry dockers",
        ),
        (
            "The soldiers, among them Major Peter Brask, appeared in handcuffs before the High Court in "
            "Kestria and pleaded not guilty.",
            "pleaded",
            "The soldiers, among them Major Peter Brask",
        ),
        ("Dockers occupy Lorn port tower, say director removed", "say", None),
    ],
)
def test_who_is_named_in_what_is_said_or_done_before_does_not_speak(
    heard: Heard, text: str, cue: str, speaker: str | None
) -> None:
    assert [q.speaker for q in heard(text) if q.cue == cue] == [speaker]


def test_what_is_expected_of_somebody_he_did_not_say(heard: Heard) -> None:
    (found,) = heard("President Tor Brask is expected to ask Lind to form a government next week.")
    assert (found.status, found.speaker) == ("orphan", None)


def test_who_is_asked_is_not_who_asks(heard: Heard) -> None:
    asked, said = heard('Asked whether he regretted anything, Brask said: "I regret the boat."')
    assert (asked.cue, asked.speaker) == ("Asked", None)
    assert said.speaker == "Brask"


def test_the_subject_of_one_verb_goes_on_into_the_next(heard: Heard) -> None:
    found = heard("Divers have found the anchor and expect to lift it, said pilot Ewa Lind.")
    assert {q.speaker for q in found} == {"pilot Ewa Lind", "Divers"} or [
        q.speaker for q in found
    ] == ["pilot Ewa Lind"]


def test_a_claim_that_is_denied_is_no_claim_of_who_denies_it(heard: Heard) -> None:
    found = heard("Brask denied union claims that a valve had been left open for weeks.")
    assert [q.speaker for q in found if q.cue == "claims"] in ([], [None])
    assert [q.speaker for q in found if q.cue == "denied"] == ["Brask"]


@pytest.mark.parametrize(
    "text", ["Tarnholm fire: 19 dead as two more die in hospital", "More news: old bridge reopens"]
)
def test_what_a_line_is_about_does_not_speak(heard: Heard, text: str) -> None:
    assert [q for q in heard(text) if q.cue == ":"] == []


def test_who_speaks_before_a_colon_does(heard: Heard) -> None:
    found = heard("Lind: I paid the mayor in cash")
    assert [(q.speaker, q.text) for q in found if q.cue == ":"] == [
        ("Lind", "I paid the mayor in cash")
    ]
