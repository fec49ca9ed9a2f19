"""What in a sentence may be a report of an event, when it says it happened, and what came before it."""

from functools import cache
from typing import Any

import pytest

from stemma.events import Seen, events, sight, tree_of
from stemma.reader.model import OnnxReader


@cache
def reader() -> OnnxReader:
    return OnnxReader()


def seen(text: str) -> dict[str, Seen]:
    """By its words."""
    (reading,) = reader().read([text]).iter_rows(named=True)
    return {
        one.mention.text: one for one in sight(tree_of(text, reading), events(text, reading)).seen
    }


def when(text: str, word: str) -> str:
    return " | ".join(text[a:b] for a, b in seen(text)[word].when)


def events_in(text: str) -> dict[str, tuple[str, ...]]:
    return {word: one.heads for word, one in seen(text).items() if one.event}


def test_what_somebody_will_not_do_is_no_event() -> None:
    assert events_in('"I will not run away," the mayor said.') == {}
    assert "run" in events_in("The mayor will not run away.")


def test_shots_are_no_blaze_and_no_return() -> None:
    assert events_in("The guards opened fire on the boat.") == {"opened": ("fire",)}
    assert events_in("The rebels returned fire.") == {"returned": ("returnfire",)}
    assert "fire" not in events_in("Residents heard heavy machine-gun fire for an hour.")
    assert "fire" in events_in("Residents saw a fire at the mill.")
    assert events_in("The rebels returned to the mill.")["returned"] == ("return",)


def test_what_carries_a_deed_that_a_noun_tells() -> None:
    assert events_in("Lund hit the bank with sanctions.") == {"hit": ("sanction",)}
    assert events_in("Ann Holm signed a ceasefire deal with the rebels on Monday.") == {
        "signed a ceasefire deal": ("sign", "deal")
    }
    assert when("Ann Holm claimed victory on Monday.", "claimed victory") == "on Monday"
    assert when("Ann Holm claimed victory on Monday in an election.", "election") == ""


def test_what_is_broken_and_what_can_be_done_are_no_deeds() -> None:
    assert set(events_in("The truce collapsed on Sunday.")) == {"collapsed"}
    assert "talks" in events_in("The talks with the rebels collapsed on Sunday.")
    assert not events_in("It is a ford that a goat can cross.")
    assert "crossed" in events_in("It is a ford that a goat crossed.")


def test_a_body_is_no_happening() -> None:
    assert "Opposition" not in events_in("Opposition cries foul.")
    assert "collision" in events_in("The collision closed the port.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ferry sank off the cape on Tuesday.", "sank"),
        ("The collision killed nobody.", "collision"),
        ("The derailment closed the line for nine hours.", "derailment"),
        ("A fire destroyed the old mill on Monday.", "fire"),
        ("Guards arrested four smugglers at the pier.", "arrested"),
    ],
)
def test_what_happens_is_an_event_whether_plover_has_a_type_for_it_or_not(
    text: str, word: str
) -> None:
    assert seen(text)[word].event


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She said the harbour was closed.", "said"),
        ("The mayor has two brothers in the capital.", "has"),
        ("They think the bridge is safe.", "think"),
    ],
)
def test_states_and_telling_are_none(text: str, word: str) -> None:
    assert not seen(text)[word].event


def test_people_and_things_are_no_happenings() -> None:
    found = seen("The champion of the government met a fighter in the department.")
    assert set(found) == {"met"}


def test_a_time_belongs_to_the_words_that_it_hangs_on() -> None:
    assert "on Monday" in when("The council vetoed the plan on Monday.", "vetoed")
    assert "Monday" in when("Monday's raid killed three men.", "raid")


def test_the_time_of_another_deed_is_its_own() -> None:
    text = "The minister condemned last week's attack on the pier."
    assert "last week" not in when(text, "condemned")
    assert "last week" in when(text, "attack")
    asked = "The council asked for an inquiry into the attack of last week."
    assert "last week" not in when(asked, "inquiry")
    until = "Peru suspended its aid until an inquiry into the coup attempt of 8 June is complete."
    assert "8 June" not in when(until, "inquiry")
    assert "last week" in when(asked, "attack")
    assert "Monday" in when("The two leaders met at Monday's talks.", "met")


def test_what_is_made_use_of_is_not_done_by_who_uses_it() -> None:
    assert not seen("The president used the attack as a pretext for war.")["attack"].who


def test_a_time_right_behind_a_deed_to_come_is_its_own() -> None:
    text = "The union is considering a strike on 20 October."
    assert "20 October" in when(text, "strike")
    assert "Monday" not in when("The paper described the raid on Monday.", "raid")


def test_what_a_sentence_puts_first() -> None:
    text = "The crew fled after the explosion."
    found = list(seen(text).values())
    (fled,) = [one for one in found if one.mention.text == "fled"]
    assert [found[n].mention.text for n in fled.after] == ["explosion"]
    text = "The guards searched the house before they arrested the owner."
    found = list(seen(text).values())
    (arrested,) = [one for one in found if one.mention.text == "arrested"]
    assert [found[n].mention.text for n in arrested.after] == ["searched"]


def test_a_sentence_without_a_deed() -> None:
    (reading,) = reader().read(["Very quiet, all of it."]).iter_rows(named=True)
    found: Any = sight(tree_of("Very quiet, all of it.", reading), [])
    assert [one for one in found.seen if one.event] == []


@pytest.mark.parametrize(
    ("text", "word", "manner", "many"),
    [
        ("They traded nine guards, the first such swap in years.", "swap", [], False),
        ("They traded nine guards, and such a swap is rare.", "swap", [], True),
        ("The gas attack killed nine people.", "gas attack", ["gas"], False),
        ("A chemical attack killed nine people.", "attack", ["chemical"], False),
        ("The UK strike on the port killed nine people.", "strike", ["UK"], False),
        ("The recent attack on the port killed nine people.", "attack", [], False),
        ("They fear more attacks on the port.", "attacks", [], True),
        ("The army carried out 40 raids on the port.", "carried out 40 raids", [], True),
        ("The two boats collided.", "collided", [], False),
    ],
)
def test_which_deed_of_its_kind_is_meant(
    text: str, word: str, manner: list[str], many: bool
) -> None:
    one = seen(text)[word]
    assert (list(one.manner), one.many) == (manner, many)


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [
        ("The council vetoed the plan.", "vetoed", "main"),
        ("The attack on the port killed nine people.", "attack", "main"),
        ("The mayor said the council had vetoed the plan.", "vetoed", "said"),
        ("The mayor, who had vetoed the plan, resigned.", "vetoed", "aside"),
    ],
)
def test_how_a_sentence_tells_of_it(text: str, word: str, stands: str) -> None:
    assert seen(text)[word].stands == stands


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("The trial began on Monday in the old town.", "trial", "on Monday"),
        ("The singers joined the search on Monday.", "search", "on Monday"),
        ("A tanker crashed on Monday, killing two men.", "killing", "on Monday"),
        ("His letter was read aloud at the funeral on Monday.", "funeral", "on Monday"),
    ],
)
def test_a_time_of_the_verb_above_is_that_of_what_it_tells(text: str, word: str, days: str) -> None:
    assert days in when(text, word)


def test_how_many_sides_talk_is_told_in_several_words() -> None:
    three = seen("The two visitors stayed for the three-way talks.")["talks"].manner
    assert "trilateral" in three
    assert "trilateral" in seen("The trilateral talks went on.")["talks"].manner
    assert "trilateral" not in seen("The talks found a way out.")["talks"].manner


def test_what_is_said_of_what_it_is_done_with_says_which_deed_it_is() -> None:
    assert (
        "chemical" in seen("The chemical weapons attack shocked the town.")["weapons attack"].manner
    )


def test_words_are_no_attack_and_to_say_it_again_is_no_deed() -> None:
    assert not seen("She called the speech a slanderous attack on the crew.")["attack"].event
    assert not seen("The mayor repeated the council's stance on Monday.")["repeated"].event
    assert seen("The crew repeated the test on Monday.")["repeated"].event


@pytest.mark.parametrize(
    ("text", "word", "own", "others"),
    [
        ("Trucks crossed the frontier on Friday for the first time since the war of 1998.", "crossed",
         "Friday", "1998"),
        ("The court sat on Monday, for the first time since 2019.", "sat", "Monday", "2019"),
        ("Police raided the club two days after the concert of 3 May.", "raided", "", "3 May"),
        ("The garrison surrendered on Sunday before the arrival of the fleet on Tuesday.", "surrendered",
         "Sunday", "Tuesday"),
    ],
)  # fmt: skip
def test_what_it_came_after_has_its_own_time(text: str, word: str, own: str, others: str) -> None:
    found = when(text, word)
    assert own in found
    assert others not in found


def test_a_time_that_bounds_a_deed_is_its_own() -> None:
    assert "Monday" in when("The army has shelled the town since Monday.", "shelled")


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            "Three people were killed when a bridge over the Torv collapsed on Monday.",
            "killed",
            "Monday",
        ),
        (
            "The pact was shelved on Monday, when the cabinet suspended the talks.",
            "suspended",
            "Monday",
        ),
        ("The vote is on June 5, when the council will examine the plan.", "examine", "June 5"),
        (
            "Guards fired at each other late on Monday, leaving two men dead in a clash.",
            "clash",
            "Monday",
        ),
        ("A dam burst on Monday when the river rose, flooding a mill.", "flooding", "Monday"),
        ("The envoys will meet on Monday to sign an agreement.", "sign an agreement", "Monday"),
        ("Talks between the union and the port collapsed on Monday.", "Talks", "Monday"),
        (
            "Two days of bargaining over an empty patch of sea ended on Monday with a handshake.",
            "bargaining",
            "Monday",
        ),
        (
            "She left the court on Monday, acquitted of theft after 90 days in jail.",
            "acquitted",
            "Monday",
        ),
    ],
)
def test_a_deed_without_a_time_has_that_of_its_clause(text: str, word: str, day: str) -> None:
    assert day in when(text, word)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            "Two guards, who had joined when the fort was built in 1990, fled on Monday.",
            "fled",
            "1990",
        ),
        ("He would not seek another term in the autumn vote.", "seek", "autumn"),
        ("The siege of the fort collapsed in May, and the harvest on Monday.", "siege", "Monday"),
        ("The council agreed on Monday to send a doctor.", "send", "Monday"),
    ],
)
def test_nor_has_it_that_of_another_deed(text: str, word: str, day: str) -> None:
    assert day not in when(text, word)


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        # What was set about, is meant or is set for a day.
        ("The miners tried on Monday to climb the gate.", "climb", "Monday"),
        ("Further strikes are planned for Monday, when nurses intend to march.", "march", "Monday"),
        ("Further strikes are planned for Monday.", "strikes", "Monday"),
        ("The vote, scheduled for Monday, was called off.", "vote", "Monday"),
        ("The port opened under an agreement that envoys reached on Monday.", "agreement", "Monday"),
        # What goes on in the meantime.
        ("The hall burned down on Monday while the prefect was dining.", "dining", "Monday"),
        ("Guards caught the driver as he tried to board a ferry on Monday.", "caught", "Monday"),
        ("Youths broke windows on Monday during a march.", "march", "Monday"),
        ("Two men were hurt on Monday in an attack on a bus.", "attack", "Monday"),
        # Where one speaks.
        ("Speaking at a rally on Monday, the mayor accused the army of lying.", "accused", "Monday"),
        ("The chairman, who hosted envoys at Monday's meeting, denounced the raid and warned the rebels.",
         "denounced", "Monday"),
        ("The chairman, who hosted envoys at Monday's meeting, denounced the raid and warned the rebels.",
         "warned", "Monday"),
        # What something sudden did, and that itself.
        ("A blast that shook the port on Monday has killed two men.", "killed", "Monday"),
        ("A blast that shook the port on Monday has killed two men.", "blast", "Monday"),
        ("The blast killed two men on Monday.", "blast", "Monday"),
        # From which it is counted.
        ("The minister stepped down on Friday, a day after marchers were driven from the square.",
         "driven", "a day"),
        ("A day after the miners were driven from the square, the premier fled on Friday.",
         "driven", "A day"),
        ("The gang fled on Monday and was caught at the pier.", "caught", "Monday"),
        # What goes on from there.
        ("All twelve captives were freed at dawn on Monday, and their captors surrendered.",
         "surrendered", "Monday"),
        ("The envoy praised the pact on Monday, but the council failed to agree.", "agree", "Monday"),
        ("On Monday the queen said that she was ill and urged the envoys to leave.",
         "urged", "Monday"),
        # Out of what it comes.
        ("They signed the pact on Monday after six hours of talks.", "talks", "Monday"),
        ("She spoke on Monday after a meeting with the miners.", "meeting", "Monday"),
        ("The search was widened on Monday.", "search", "Monday"),
        ("They used the session on Monday to prolong the pact.", "prolong", "Monday"),
        # Put in between.
        ("A judge in Holm on Monday fined the driver of a bus that had burned.", "fined", "Monday"),
        ("The ministers, meeting in Holm on Monday, expelled two envoys.", "expelled", "Monday"),
    ],
)  # fmt: skip
def test_a_clause_beside_a_deed_says_its_day(text: str, word: str, days: str) -> None:
    assert days in when(text, word)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("He was charged on Monday in an attack that killed two.", "attack", "Monday"),
        ("The mayor, who resigned on Monday, denounced the raid.", "denounced", "Monday"),
        ("Having arrived on Monday, the envoy met the rebels.", "met", "Monday"),
        (
            "The convoy will leave on Monday, as the envoy has advised it to do.",
            "advised",
            "Monday",
        ),
        ("He left on Monday over a fire that ruined the hall and hit the town.", "hit", "Monday"),
        (
            "They signed an agreement that envoys reached on Monday.",
            "signed an agreement",
            "Monday",
        ),
        ("Meeting in the harbour on Monday, the party called for talks.", "talks", "Monday"),
        ("The union planned on Friday to stage a march.", "stage a march", "Friday"),
        ("The siege killed twenty people on Monday.", "siege", "Monday"),
        ("She spoke on Monday after the talks in Osta.", "talks", "Monday"),
        (
            "Twelve captives were freed on Monday, and a court later fined their captors.",
            "fined",
            "Monday",
        ),
        ("Twelve captives were freed on Monday, and their captors have fled.", "fled", "Monday"),
        ("The raid in Holm on Monday killed two, and was denounced.", "denounced", "Monday"),
        ("The deal was widened after nine days of talks that a ship had ended.", "ended", "nine"),
    ],
)
def test_and_a_clause_about_something_else_does_not(text: str, word: str, day: str) -> None:
    assert day not in when(text, word)


def test_news_is_told_in_the_simple_past() -> None:
    assert seen("The council met in the old hall.")["met"].news
    assert seen("Two men were hurt near the pier.")["hurt"].news
    assert not seen("The engine then stopped, and the ferry sank off Lorn.")["sank"].news
    for text, word in [
        ("The council has met in the old hall.", "met"),
        ("Two men had been hurt near the pier.", "hurt"),
        ("The council will meet in the old hall.", "meet"),
        ("The guards, who fled to the hills, are well.", "fled"),
        ("The raid lasted for an hour.", "raid"),
    ]:
        assert not seen(text)[word].news


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Trucks rolled in on Friday after the army gave way to the miners.", "gave", "on Friday"),
        ("Police on Monday broke up a march that killed nine people.", "killed", "on Monday"),
        ("The boat sank on Monday; fishermen rescued nine men.", "rescued", "on Monday"),
        ("Trucks rolled in on Friday after the army had given way.", "given", "on Friday"),
        (
            "The quake killed nine on Monday, as rescue teams began to land in Lund.",
            "land",
            "on Monday",
        ),
        ("Miners blocked the road on Friday until police arrested them.", "arrested", "on Friday"),
        ("The men were given until Friday, said Holm, after the army gave way.", "gave", ""),
        ("Trucks rolled in on Friday after the army gave way for years.", "gave", ""),
        ("The mayor will speak on Friday after the army gave way.", "gave", ""),
        ("Trucks rolled in on Friday before the army gave way.", "gave", ""),
        ("Trucks rolled in on Friday while the army has gone.", "gone", ""),
        ("The mayor, who once shut the port, left on Friday.", "shut", ""),
        ("The mayor, who bought the port, was arrested on Friday.", "bought", ""),
        ("The mayor said on Monday that he had bought the port.", "bought", ""),
    ],
)
def test_what_is_told_in_passing_is_told_beside_a_day(text: str, word: str, day: str) -> None:
    assert " | ".join(text[a:b] for a, b in seen(text)[word].passing) == day


def test_whose_time_it_is() -> None:
    answered = "The king answered on Saturday by calling up reserves."
    assert "on Saturday" in when(answered, "calling up")
    judged = "Eight men were sentenced on Monday to two years for arson on the night of May 3."
    assert "May 3" not in when(judged, "sentenced")
    assert "2021" not in when("The bishop has offered to mediate, as he did in 2021.", "mediate")
    two = (
        "Charged with fraud two days after they were seized, Ana Holm and Per Lund were let out on bail by "
        "the court on Friday."
    )
    assert "two days" not in when(two, "seized")


def again(text: str) -> set[tuple[str, str]]:
    """Pairs of words that tell of one event, the later one first."""
    (reading,) = reader().read([text]).iter_rows(named=True)
    found = sight(tree_of(text, reading), events(text, reading)).seen
    return {(one.mention.text, found[n].mention.text) for one in found for n in one.again}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The raid that killed nine farmers lasted an hour.", {("killed", "raid")}),
        ("Gunmen shelled the town, wounding two nurses.", {("wounding", "shelled")}),
        ("The bombing on Tuesday killed twelve people.", {("killed", "bombing")}),
        (
            "The mayor condemned the attack, in which nine people were killed and hundreds were injured.",
            {("killed", "attack"), ("injured", "attack"), ("injured", "killed")},
        ),
        ("Police stormed a bank on Friday in an assault that left two dead.", {("assault", "stormed")}),
        ("Two guards were killed and six prisoners wounded.", {("wounded", "killed")}),
        ("Rebels killed two guards on Monday and wounded six on Friday.", set()),
        (
            "Gunmen stormed the mill and freed two clerks, in an assault that lasted an hour.",
            {("assault", "stormed")},
        ),
        ("The union accused the mayor of theft, a charge that she denied.", {("charge", "accused")}),
        ("The bishop handed in his resignation on Monday.", {("resignation", "handed in")}),
        ("The mayor deplored the penalties that Norland imposed.", {("imposed", "penalties")}),
        ("The ministers will meet on Friday to discuss the dam.", {("discuss", "meet")}),
        ("Rockets fired from the hills hit a crowded mill on Sunday.", {("hit", "fired")}),
        ("The guard was hit by a bullet fired from a car.", {("fired", "hit")}),
        # What is behind the comma is another's, and who fired is not what struck.
        ("The soldiers who fired on the barge struck the mill.", set()),
        # Another deed, another day, or harm that no single deed did.
        ("Gunmen shelled the town and kidnapped two nurses.", set()),
        ("Soldiers attacked the port after rebels had killed two guards.", set()),
        ("The war killed thousands of people.", set()),
        ("Troops raided the town in the north.", set()),
    ],
)  # fmt: skip
def test_what_a_sentence_tells_twice(text: str, pairs: set[tuple[str, str]]) -> None:
    assert again(text) == pairs
