"""What shows that two reports are of two events, and what shows that they are of one."""

from dataclasses import replace

import numpy as np
import pytest

from stemma.account.apart import are_apart, by_one_side, told_as_one
from stemma.account.compared import FEATURES, Compared
from stemma.account.deeds import Deed
from stemma.account.same import same_events

ONE_PAIR = np.array([0]), np.array([1])


def deed(key: str, word: str, kind: str | None, **more: object) -> Deed:
    more["near"] = dict.fromkeys(str(more.pop("near", "")).split(), 0.5)
    sets = {
        k: frozenset(str(v).split()) if k not in ("mode", "sentence", "near") else v
        for k, v in more.items()
    }
    return Deed(key, key, frozenset(word.split()), kind, **sets)  # type: ignore[arg-type]


def groups(*deeds: Deed) -> list[list[str]]:
    return [[one.key for one in group] for group in same_events(deeds)]


def test_what_two_parties_do_in_one_sentence_is_two_events() -> None:
    line = "Oman backed the text, which was put forward with the support of Chad."
    backs = deed("a", "back", "SUPPORT", who="oman", sentence=line)
    support = replace(deed("b", "support", "SUPPORT", who="chad", sentence=line), page="a")
    assert are_apart(backs, support)
    assert not are_apart(backs, replace(support, who=backs.who))
    assert not are_apart(backs, replace(support, who=frozenset()))
    assert not are_apart(backs, replace(support, again=frozenset({"a"})))
    assert not are_apart(backs, replace(support, page="c", sentence="Chad supports it."))


def test_other_words_of_another_type_in_one_sentence_are_another_event() -> None:
    line = "The wall collapsed in a storm."
    fell = deed("a", "collapse", None, sentence=line)
    storm = replace(deed("b", "storm", None, sentence=line), page="a")
    assert are_apart(fell, storm)
    assert are_apart(replace(fell, type="ASSAULT"), storm)
    assert not are_apart(fell, replace(storm, page="c"))
    assert not are_apart(fell, replace(storm, again=frozenset({"a"})))
    assert not are_apart(fell, replace(storm, lemmas=frozenset({"collapse"})))
    fires = replace(fell, lemmas=frozenset({"fire"}))
    assert not are_apart(fires, replace(storm, lemmas=frozenset({"burn"})))


def test_of_one_thing_a_sentence_speaks_in_the_same_words() -> None:
    """`accused the firm of leaks in its records, and blamed it for lies about the leaks`."""
    line = "Chad accused the firm of leaks in its records, and blamed it for lies about the leaks."
    leaks = deed("a", "accuse", "ACCUSE", said="leak record", sentence=line)
    lies = replace(deed("b", "blame", "ACCUSE", said="lie pump leak", sentence=line), page="a")
    assert not are_apart(leaks, lies)
    assert are_apart(leaks, replace(lies, said=frozenset({"lie"})))
    many = replace(leaks, said=leaks.said | {"fraud", "tax"})
    assert are_apart(many, replace(lies, said=lies.said | {"bribe"}))
    assert not are_apart(many, replace(lies, said=lies.said | {"bribe"}, page="c"))


def test_what_one_side_does_in_other_words_is_one_event() -> None:
    resigns = deed("a", "resign", "RETREAT", who="holm", persons="holm")
    leaves = deed("b", "stepdown step", "RETREAT", who="holm", persons="holm")
    assert by_one_side(resigns, leaves)
    assert not by_one_side(resigns, replace(leaves, who=frozenset({"berg"})))
    assert not by_one_side(resigns, replace(leaves, lemmas=frozenset({"withdraw"})))
    expels = deed("a", "expel", "SANCTION", who="oman", whom="diplomat")
    kicks = deed("b", "kickout kick", "SANCTION", who="oman", whom="envoy")
    assert by_one_side(expels, kicks)
    assert not by_one_side(expels, replace(kicks, whom=frozenset({"bank"})))
    vetoes = deed("a", "veto", "REJECT", who="chad", whom="resolution")
    blocks = deed("b", "block", "REJECT", who="chad", whom="resolution")
    assert by_one_side(vetoes, blocks)
    assert not by_one_side(vetoes, replace(blocks, whom=frozenset({"offer"})))


def test_workers_strike_and_shells_strike() -> None:
    work = deed("a", "strike", "PROTEST", mode="strike", who="miner")
    assert are_apart(work, deed("b", "strike", "ASSAULT", mode="heavy-weapons", whom="village"))
    assert not are_apart(work, deed("b", "strike", "ASSAULT"))  # `Strike paralyses port`


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"mode": "crowd-control"}, {"mode": "firearms"}, True),
        ({"mode": "heavy-weapons"}, {"mode": "firearms"}, True),
        ({"mode": "firearms"}, {}, False),
        ({"struck": "DNK"}, {"struck": "GRC"}, True),
        ({"struck": "DNK"}, {"struck": "DNK GRC"}, False),
    ],
)
def test_by_what_and_to_whom_shots_are_fired(
    one: dict[str, str], other: dict[str, str], apart: bool
) -> None:
    made = [
        deed(key, "fire", "ASSAULT", **more)  # type: ignore[arg-type]
        for key, more in (("a", one), ("b", other))
    ]
    assert are_apart(*made) is apart


def test_where_two_sides_fought_each_has_its_dead() -> None:
    one, other = (
        deed(key, "clash", "ASSAULT", struck=of) for key, of in (("a", "DNK"), ("b", "GRC"))
    )
    assert not are_apart(one, other)


def test_a_thing_that_shakes_is_not_what_shakes_another() -> None:
    windows = Deed("a", "a", frozenset({"shake"}), who=frozenset({"window"}), sentence="x")
    news = Deed("b", "b", frozenset({"shake"}), who=frozenset({"news"}), whom=frozenset({"city"}),
                sentence="y")  # fmt: skip
    quake = Deed("c", "c", frozenset({"shake"}), who=frozenset({"quake"}),
                 whom=frozenset({"window"}), sentence="z")  # fmt: skip
    assert are_apart(windows, news)
    assert not are_apart(windows, quake)


def test_who_punishes_one_other_in_akin_words_does_it_once() -> None:
    one = deed("a", "expel", "SANCTION", who="lund", whom="envoy")
    other = deed("b", "kickout", "SANCTION", who="lund", whom="envoy")
    assert groups(one, other) == [["a", "b"]]
    assert groups(one, deed("b", "kickout", "SANCTION", who="osta", whom="clerk")) == [["a"], ["b"]]


# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "word", "one", "other"),
    [
        ("ACCUSE", "accuse", "theft", "rude language"),
        ("REQUEST", "demand", "new bridge", "lower rent"),
        ("THREATEN", "warn", "flood", "layoff plant"),
        ("AGREE", "agree", "share port", "ceasefire release prisoner"),
    ],
)
def test_who_says_another_thing_says_it_another_time(
    kind: str, word: str, one: str, other: str
) -> None:
    said = deed("a", word, kind, who="Holm", said=one)
    assert are_apart(said, deed("b", word, kind, who="Holm", said=other))
    assert groups(said, deed("b", word, kind, who="Holm", said=other)) == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("theft", "steal money"),
        ("bribe clerk", "corruption"),
        ("delay", "postpone vote"),
        ("theft", ""),
    ],
)
def test_the_same_in_other_words_is_not_kept_apart(one: str, other: str) -> None:
    said = deed("a", "accuse", "ACCUSE", who="Holm", said=one)
    assert not are_apart(said, deed("b", "accuse", "ACCUSE", who="Holm", said=other))


def test_one_inquiry_and_one_charge_may_be_told_of_in_any_words() -> None:
    fire = deed("a", "investigate", "ACCUSE", mode="investigate", said="fire")
    assert not are_apart(
        fire, deed("b", "investigate", "ACCUSE", mode="investigate", said="negligence")
    )
    charge = deed("a", "charge", "ACCUSE", mode="allege", said="manslaughter")
    assert not are_apart(charge, deed("b", "charge", "ACCUSE", mode="allege", said="boy"))


# -- harm -----------------------------------------------------------------------------------------


def test_gas_is_not_fired_from_a_gun() -> None:
    gas = deed("a", "attack", "ASSAULT", mode="unconventional")
    assert are_apart(gas, deed("b", "attack", "ASSAULT", mode="heavy-weapons"))
    assert are_apart(deed("b", "attack", "ASSAULT", mode="firearms"), gas)
    # A plane may have brought it, and who says only that they attacked may mean it.
    assert not are_apart(gas, deed("b", "attack", "ASSAULT", mode="aerial"))
    assert not are_apart(gas, deed("b", "attack", "ASSAULT"))


def test_harm_by_one_side_to_one_other_is_one_whatever_it_is_called() -> None:
    raid = deed("a", "raid", "ASSAULT", who="Norland", lands="NOR", whom="depot", struck="DNK")
    on_land = deed(
        "b", "attack", "ASSAULT", who="Norland", lands="NOR", whom="Danmark", struck="DNK"
    )
    assert groups(raid, on_land) == [["a", "b"]]
    elsewhere = deed(
        "b", "attack", "ASSAULT", who="Norland", lands="NOR", whom="Sverige", struck="SWE"
    )
    assert groups(raid, elsewhere) == [["a"], ["b"]]


def test_a_report_that_names_nobody_goes_to_the_harm_that_is_told_alike() -> None:
    on_depot = {"who": "Norland", "lands": "NOR", "whom": "depot", "struck": "DNK"}
    words = ("attack", "strike", "strike")
    ours = [
        deed(f"a{n}", word, "ASSAULT", mode="heavy-weapons", **on_depot)
        for n, word in enumerate(words)
    ]
    gas = [
        deed(f"b{n}", "attack", "ASSAULT", manner="gas", mode="unconventional", whom="Danmark", struck="DNK")
        for n in range(3)
    ]  # fmt: skip
    assert groups(*ours, *gas) == [["a0", "a1", "a2"], ["b0", "b1", "b2"]]


# -- talks ----------------------------------------------------------------------------------------


def talks(key: str, word: str = "meeting", **more: str) -> Deed:
    return deed(key, word, "CONSULT", **more)


def test_talks_of_three_sides_are_no_talks_of_two() -> None:
    three = talks("a", manner="trilateral", persons="Holm", who="Holm")
    assert are_apart(three, talks("b", who="his", whom="Holm", persons="Holm"))
    assert are_apart(three, talks("b", manner="bilateral"))
    # Who is named alone may have met any number, and so may those whom one phrase names.
    assert not are_apart(three, talks("b", who="Holm", persons="Holm"))
    assert not are_apart(three, talks("b", who="Holm", whom="counterpart", persons="Holm"))


def test_who_is_received_for_talks_is_at_them() -> None:
    text = "Holm, who hosted her colleagues at Monday's talks, was content."
    host = talks("a", "host", near="talk Monday", sentence=text)
    at = talks("b", "talk", near="host colleague", sentence=text)
    assert told_as_one(host, at)
    assert groups(host, at) == [["a", "b"]]
    assert not told_as_one(host, talks("b", "talk", near="host colleague", sentence="Another."))
    assert not told_as_one(host, talks("b", "talk", near="before", sentence=text))
    # Others may have met beside a summit.
    assert not told_as_one(talks("a", "meet", near="summit", sentence=text),
                           talks("b", "summit", near="meet", sentence=text))  # fmt: skip


def test_what_is_true_of_a_meeting_is_true_of_who_is_received_for_it() -> None:
    text = "Holm hosted two ministers at the talks."
    host = talks("a", "host", near="talk", sentence=text)
    at = talks("b", "talk", near="host", sentence=text, manner="trilateral", who="Holm")
    other = talks("c", "talk", manner="trilateral", who="Holm")
    assert groups(host, at, other) == [["a", "b", "c"]]
    assert groups(host, at, talks("c", "talk", manner="bilateral", who="Holm")) == [
        ["a", "b"],
        ["c"],
    ]


def test_their_talks_are_those_that_the_sentence_has_named() -> None:
    text = "The talks of Holm and Berg go on, and their talks may last."
    named = talks("a", "talk", persons="Holm Berg", who="Holm Berg", sentence=text)
    assert told_as_one(named, talks("b", "talk", who="their", sentence=text))
    assert not told_as_one(named, talks("b", "talk", who="Dahl", persons="Dahl", sentence=text))


# -- what one does of himself ---------------------------------------------------------------------


def test_what_one_person_does_of_himself_is_not_what_another_does() -> None:
    told = {"sentence": "Holm released his returns."}
    holm = deed("a", "release", "", who="Holm", persons="Holm", **told)
    reed = deed("b", "release", "", who="Reed", persons="Reed", **told)
    again = deed("c", "release", "", who="they", persons="", **told)
    for one, other, apart in ((holm, reed, True), (holm, again, False), (holm, holm, False)):
        pair = [replace(each, key=key, type=None) for each, key in ((one, "x"), (other, "y"))]
        assert are_apart(*pair) == apart
    harm = [replace(one, type="ASSAULT") for one in (holm, reed)]
    assert not are_apart(*harm)


def test_what_a_court_refuses_no_minister_refused() -> None:
    court = deed("a", "refuse", "REJECT", who="court", sentence="A court refused to free him.")
    other = deed("b", "refuse", "REJECT", who="actor-1", sentence="Holm refused to step down.")
    judge = deed("c", "refuse", "REJECT", who="actor-2", sentence="Judge Ferl refused to free him.")
    assert are_apart(court, other)
    assert are_apart(other, court)
    assert not are_apart(court, judge)


def test_a_visit_to_a_country_is_none_to_a_town() -> None:
    abroad = deed("a", "visit", "CONSULT", who="holm", whom="actor-1", struck="CHL")
    town = deed("b", "visit", "CONSULT", who="holm", whom="town")
    assert are_apart(abroad, town)
    assert are_apart(town, abroad)
    assert not are_apart(abroad, deed("c", "visit", "CONSULT", who="holm", whom="capital"))


def test_arms_say_the_same_whatever_they_are_called() -> None:
    """`the gas attack`, `a chemical weapons attack`: two words for the arms that a mode names."""
    gas = deed("a", "attack", "ASSAULT", manner="gas toxic", mode="unconventional", whom="syria")
    weapons = deed("b", "attack", "ASSAULT", manner="chemical weapon", mode="unconventional")
    ((named,), (bare,)) = (
        [name for name, held in zip(FEATURES, Compared(two).features(*ONE_PAIR)[0], strict=True)
         if name.startswith("manner") and held]
        for two in ([gas, weapons], [gas, replace(weapons, mode="explosives")])
    )  # fmt: skip
    assert named == "manner shared"
    assert bare != "manner shared"
