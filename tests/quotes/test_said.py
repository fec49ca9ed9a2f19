"""Who said what in invented passages, as the reader that is shipped sees them, row by row."""

import pytest
from tests.quotes.conftest import Heard

from stemma.model import Quote
from stemma.quotes.rows import NO_MARKS, NO_QUESTION, UNCLOSED, is_named

ANN = "Ann Brook"
HOLDS = "“The dyke will hold,”"


def only(found: list[Quote]) -> Quote:
    (one,) = found
    return one


def said(found: list[Quote]) -> list[tuple[str, str | None, str]]:
    return [(one.status, one.speaker, one.text) for one in found]


def check(text: str, found: list[Quote]) -> None:
    """What holds for any rows."""
    placed = [(q.start, q.end) for q in found if q.cue or NO_MARKS not in q.flags]
    assert placed == sorted(placed)
    assert len({q.id for q in found}) == len(found)
    by_id = {q.id: q for q in found}
    for one in found:
        assert text[one.start : one.end] == one.text
        pieces = [tuple(map(int, piece.split("-"))) for piece in one.pieces]
        assert pieces[0][0] == one.start
        assert pieces[-1][1] == one.end
        assert one.how
        if one.speaker_start is not None:
            assert text[one.speaker_start : one.speaker_end] == one.speaker
        if one.cue_start is not None and one.cue_end is not None:
            assert text[one.cue_start : one.cue_end] == one.cue
            assert all(b <= one.cue_start or one.cue_end <= a for a, b in pieces)
        if one.within_id:
            outer = by_id[one.within_id]
            assert outer.start <= one.start
            assert one.end <= outer.end
        assert one.status in ("attributed", "orphan")
        assert (one.status == "attributed") == bool(one.speaker and is_named(one.speaker))


# -- where who said it stands ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (f"{HOLDS} said Ann Brook, the mayor of Halden.", f"{ANN}, the mayor of Halden", HOLDS),
        (f"{HOLDS} the mayor of Halden said on Sunday.", "the mayor of Halden", HOLDS),
        ("Ann Brook said: “The dyke will hold.”", ANN, "“The dyke will hold.”"),
        ("“The dyke will hold”, according to Ann Brook.", ANN, "“The dyke will hold”"),
        ("As the minister put it, “this is the end of the road”.", "the minister",
         "“this is the end of the road”"),
        ("“Is the dyke safe?” asked Ann Brook.", ANN, "“Is the dyke safe?”"),
        ("“Nobody may enter the harbour,” the order reads.", "the order",
         "“Nobody may enter the harbour,”"),
        # By a dash.
        ("“The dyke will hold until the spring.” — Ann Brook", ANN,
         "“The dyke will hold until the spring.”"),
        ("\"The dyke will hold until the spring.\" - Ann Brook", ANN,
         "\"The dyke will hold until the spring.\""),
        ("'We had an hour' – Halden mayor", "Halden mayor", "'We had an hour'"),
        # In a headline.
        ("Mayor Ann Brook: “The dyke will hold”", "Mayor Ann Brook", "“The dyke will hold”"),
        ("Mayor: ‘Dyke will hold’", "Mayor", "‘Dyke will hold’"),
        ("‘Dyke will hold’, says Ann Brook", ANN, "‘Dyke will hold’"),
        # On a channel.
        ("Halden police said on Twitter: “Stay away from the harbour.”", "Halden police",
         "“Stay away from the harbour.”"),
        ("“That could set back the whole matter,” the diplomat was quoted as saying by the agency.",
         "the diplomat", "“That could set back the whole matter,”"),
    ],
)  # fmt: skip
def test_direct_speech_has_its_speaker(heard: Heard, text: str, speaker: str, content: str) -> None:
    found = heard(text)
    check(text, found)
    one = only(found)
    assert (one.status, one.kind, one.speaker, one.text) == (
        "attributed", "direct", speaker, content,
    )  # fmt: skip


@pytest.mark.parametrize("marks", ["“”", "”“", "””", '""', "„“", "«»", "‘’"])
@pytest.mark.parametrize(
    "text", ["<The dyke will hold,> said Ann Brook.", "Ann Brook said: <The dyke will hold.>"]
)
def test_marks_of_any_kind_and_direction(heard: Heard, text: str, marks: str) -> None:
    text = text.replace("<", marks[0]).replace(">", marks[1])
    one = only(heard(text))
    assert (one.status, one.kind, one.speaker, one.flags) == ("attributed", "direct", ANN, ())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“The dyke,” Ann Brook said, “will hold until the spring.”", 2),
        ("“The dyke will hold,” Ann Brook said on Sunday. “We have looked at it.”", 2),
        ("''The dyke will hold,'' said Ann Brook. ``Nobody has to leave.''", 2),
        ("'The dyke will hold,' said Ann Brook. 'We have looked at it.'", 2),
        ("Ann Brook said: “We looked on Monday.\n\n“We looked on Tuesday.\n\n“It holds.”", 3),
    ],
)
def test_split_speech_is_one_quote(heard: Heard, text: str, pieces: int) -> None:
    found = heard(text)
    check(text, found)
    one = only(found)
    assert (one.status, one.kind, one.speaker) == ("attributed", "direct", ANN)
    assert len(one.pieces) == pieces


# -- missing marks ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The dyke will hold, said Ann Brook on Sunday.", "“The dyke will hold"),
        ("“We looked at it on Monday. It will hold until spring, Ann Brook said. Nobody answered.",
         "“We looked at it on Monday. It will hold until spring"),
        ("The dyke will hold,” said Ann Brook.", "The dyke will hold,”"),
        ("Ann Brook said: “The dyke will hold. We have looked at it.",
         "“The dyke will hold. We have looked at it."),
    ],
)  # fmt: skip
def test_a_missing_mark_is_flagged_and_the_speaker_s_words_end_before_his_name(
    heard: Heard, text: str, content: str
) -> None:
    found = heard(text)
    check(text, found)
    one = only(found)
    assert (one.status, one.speaker, one.text) == ("attributed", ANN, content)
    assert one.flags == (UNCLOSED,)


def test_in_the_paragraphs_of_a_longer_speech_others_are_reported_within_it(heard: Heard) -> None:
    text = "Brook said: “We looked at it. The mayor told us that it holds.\n\n“We believed her.”"
    found = heard(text)
    check(text, found)
    outer, inner = found
    assert outer.speaker == "Brook"
    assert outer.text.endswith("“We believed her.”")
    assert (inner.speaker, inner.within_id) == ("The mayor", outer.id)


@pytest.mark.parametrize(
    "text",
    [
        "I have no doubt that we did the right thing.",
        "I was at the harbour when the dyke broke.",
        "My brother was with me.",
    ],
)
def test_the_first_person_outside_of_marks_is_flagged_and_nobody_s(heard: Heard, text: str) -> None:
    found = heard(f"Nobody spoke. {text}\n")
    assert all(one.status == "orphan" for one in found)
    assert [one.flags for one in found] == [(NO_MARKS,)]


def test_the_first_person_in_marks_is_not_flagged(heard: Heard) -> None:
    found = heard("“I think that I was wrong,” Ann Brook said.")
    assert [one.flags for one in found if one.kind == "direct"] == [()]


# -- no speech -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The “experts” went home on Monday.",
        "The so-called “safe zone” was empty on Monday.",
        "He read “The Mill on the Floss” and went to bed.",
        "Her latest book, “The Salt Road”, was published in May.",
        "John “Johnny” Reed left the room.",
        "The ship “Morning Star” sank in the harbour.",
        "The mayor, whom everybody calls “the Heron”, walked home.",
        "Nobody spoke. The boats left the harbour at noon.",
        "The White House declined to comment.",
    ],
)
def test_titles_nicknames_and_words_in_doubt_are_no_speech(heard: Heard, text: str) -> None:
    assert heard(text) == []


# -- mixed and indirect --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The mayor called the plan “a gift to the sea”.", "The mayor",
         "the plan “a gift to the sea”"),
        ("Ann Brook told reporters that “the dyke will hold until the spring”, but nobody believed "
         "her.", ANN, "that “the dyke will hold until the spring”"),
        ("In a statement, the ministry said the bridge “will stay shut for as long as it takes”.",
         "the ministry", "the bridge “will stay shut for as long as it takes”"),
        ("Brook added that she “had never seen such a thing”.", "Brook",
         "that she “had never seen such a thing”"),
    ],
)  # fmt: skip
def test_mixed_speech_has_its_speaker(heard: Heard, text: str, speaker: str, content: str) -> None:
    found = heard(text)
    check(text, found)
    one = only(found)
    assert (one.status, one.kind, one.speaker, one.text) == (
        "attributed", "mixed", speaker, content,
    )  # fmt: skip


def test_a_few_words_in_marks_are_speech_where_somebody_is_said_to_use_them(heard: Heard) -> None:
    one = only(heard("What the mayor called “a small leak” had become a river."))
    assert (one.status, one.speaker, one.text) == ("attributed", "the mayor", "“a small leak”")


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Brook: dyke will hold", "Brook", ":", "dyke will hold"),
        ("Dyke will hold, Ann Brook says", ANN, "says", "Dyke will hold"),
        ("DYKE WILL HOLD, SAYS MAYOR", "MAYOR", "SAYS", "DYKE WILL HOLD"),
        # Groups and houses.
        ("Kestria, Aldovia and Lorn deny that the ships were theirs.",
         "Kestria, Aldovia and Lorn", "deny", "that the ships were theirs"),
        ("The Kremlin denied that its ships had entered the bay.", "The Kremlin", "denied",
         "that its ships had entered the bay"),
        ("Moscow accused Kestria of breaking the truce.", "Moscow", "accused",
         "Kestria of breaking the truce"),
        ("The ministry insisted in a statement that the bridge was safe.", "The ministry",
         "insisted", "that the bridge was safe"),
        ("Reed's lawyers argue he was never there.", "Reed's lawyers", "argue",
         "he was never there"),
        # Officials without a name.
        ("A senior official, who spoke on condition of anonymity, said that the talks had failed.",
         "A senior official, who spoke on condition of anonymity", "said",
         "that the talks had failed"),
        ("Two officials briefed on the talks, speaking not for attribution, said the deal was dead.",
         "Two officials briefed on the talks, speaking not for attribution", "said",
         "the deal was dead"),
        # Documents and media.
        ("The report says that 12 people died in the storm.", "The report", "says",
         "that 12 people died in the storm"),
        ("The letter, dated May 4, states that no ship may enter the harbour.",
         "The letter, dated May 4", "states", "that no ship may enter the harbour"),
        ("According to the Lorn Herald, the dyke was built in 1953.", "the Lorn Herald",
         "According to", "the dyke was built in 1953"),
        ("Reuters reported that the harbour had been closed.", "Reuters", "reported",
         "that the harbour had been closed"),
        ("The harbour has been closed, the news agency MPA reports.", "the news agency MPA",
         "reports", "The harbour has been closed"),
        # Nouns that report.
        ("The mayor's claim that the dyke was safe was wrong.", "The mayor's", "claim",
         "that the dyke was safe"),
        ("Reed's promise to rebuild the bridge was welcomed by the mayor.", "Reed's", "promise",
         "to rebuild the bridge"),
        ("The minister thinks the deal is dead.", "The minister", "thinks", "the deal is dead"),
    ],
)  # fmt: skip
def test_indirect_speech_has_its_speaker(
    heard: Heard, text: str, speaker: str, cue: str, content: str
) -> None:
    found = heard(text)
    check(text, found)
    one = only(found)
    assert (one.status, one.kind, one.speaker, one.cue, one.text) == (
        "attributed", "indirect", speaker, cue, content,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "There are fears that the dyke will break.",
        "It is believed that the dyke broke at dawn.",
    ],
)
def test_what_nobody_in_particular_says_is_an_orphan(heard: Heard, text: str) -> None:
    one = only(heard(text))
    assert (one.status, one.kind, one.speaker) == ("orphan", "indirect", None)
    assert "does not say who says so" in one.how


def test_a_verb_that_goes_on_has_the_same_speaker(heard: Heard) -> None:
    found = heard("Reed said the bridge was safe, adding that it would open in May.")
    assert [(q.speaker, q.cue) for q in found] == [("Reed", "said"), ("Reed", "adding")]


# -- one within another ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Ann Brook said that the ministry had denied that there was any danger.", ANN,
         "the ministry"),
        ("“The minister told me that there was no danger,” Ann Brook said.", ANN, "The minister"),
        ("Ann Brook said that Tom Reed had told her that the dyke would hold.", ANN, "Tom Reed"),
        ("Reed called the mayor's claim that “the dyke will hold” a lie.", "Reed", "the mayor's"),
    ],
)  # fmt: skip
def test_what_is_reported_within_the_words_of_another_says_so(
    heard: Heard, text: str, outer: str, inner: str
) -> None:
    found = heard(text)
    check(text, found)
    one, other = found
    assert (one.speaker, one.within_id) == (outer, None)
    assert (other.speaker, other.within_id) == (inner, one.id)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It will hold,” said Ann Brook, but “it may not for long,” her deputy Tom Reed warned.",
         [ANN, "her deputy Tom Reed"]),
        ("Ann Brook said “it will hold” and Tom Reed said “it will not hold”.", [ANN, "Tom Reed"]),
        ("“It will hold,” Ann Brook said. “It will not,” Tom Reed answered.", [ANN, "Tom Reed"]),
    ],
)  # fmt: skip
def test_two_who_speak_side_by_side_share_no_words(
    heard: Heard, text: str, speakers: list[str]
) -> None:
    found = heard(text)
    check(text, found)
    assert [one.speaker for one in found] == speakers
    assert [one.within_id for one in found] == [None, None]
    assert found[0].end <= found[1].start


# -- orphans ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("pronoun", ["he", "she", "they", "one of them", "others"])
def test_a_pronoun_leaves_an_orphan_with_what_its_passage_says(heard: Heard, pronoun: str) -> None:
    one = only(heard(f"“We have to leave now,” {pronoun} said."))
    assert (one.status, one.speaker, one.cue) == ("orphan", pronoun, "said")
    assert "not who that is" in one.how


@pytest.mark.parametrize(
    "text",
    [
        "“It will hold until spring.” The boats lay in the harbour.",
        "The boats lay in the harbour. “It will hold until the spring.” It rained.",
        "“Are we insisting on it? No.”",
        "Ann Brook walked along the harbour. “It will hold until the spring.”",
    ],
)
def test_speech_that_no_words_report_is_nobody_s(heard: Heard, text: str) -> None:
    found = [one for one in heard(text) if one.kind == "direct"]
    assert [(one.status, one.speaker, one.cue) for one in found] == [("orphan", None, None)]
    assert "no words of its passage" in found[0].how


def test_a_name_in_the_sentence_behind_is_not_the_speaker_s(heard: Heard) -> None:
    found = heard("“The dyke will hold.” Tom Reed left the room.")
    assert said(found) == [("orphan", None, "“The dyke will hold.”")]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("“No,” Ann Brook said.", (NO_QUESTION,)),
        ("“Of course,” said the minister.", (NO_QUESTION,)),
        ("“Yes, we knew of it,” Tom Reed said.", (NO_QUESTION,)),
        ("“Not at all,” Tom Reed said.", (NO_QUESTION,)),
        ("“Nobody has to leave,” Tom Reed said.", ()),
        ("“No ship may enter the harbour,” Tom Reed said.", ()),
    ],
)
def test_an_answer_without_its_question_is_flagged(
    heard: Heard, text: str, flags: tuple[str, ...]
) -> None:
    assert only(heard(text)).flags == flags


# -- odd text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["", "“", "””””", "“ ”", "said", "“said”", "he said he said he said", "—" * 50, "“a” " * 300,
     "「The dyke will hold」, said Ann Brook.", "قال “The dyke” said", "“" + "word " * 3000],
)  # fmt: skip
def test_odd_text_gives_rows_that_lie_in_it(heard: Heard, text: str) -> None:
    if text.strip():
        check(text, heard(text))


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("he", False), ("one of them", False), ("Others", False), ("they all", False), ("", False),
        ("the mayor", True), ("one of the boatmen", True), ("Ann Brook", True), ("a man", True),
        ("his lawyer", True), ("U.S. officials", True),
    ],
)  # fmt: skip
def test_who_is_named_or_described(speaker: str, named: bool) -> None:
    assert is_named(speaker) is named
