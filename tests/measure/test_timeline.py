"""The score of timelines, and timelines from a small corpus made here in the form of SemEval-2015 task 4."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import UsageError
from stemma.events import events
from stemma.events.tree import Tree
from stemma.measure import measure
from stemma.measure.concerned import Target
from stemma.measure.ordering import (
    ANCHOR,
    BEFORE,
    SAME,
    Moment,
    Score,
    added,
    closure,
    compared,
    stated,
)
from stemma.measure.timeline import Page, read_page, read_timeline, timeline_of, told_in
from stemma.reader.model import OnnxReader

GOLD = [
    Moment("2019", ("a",)),
    Moment("2019-06", ("b", "c")),
    Moment(None, ("d", "e")),
]


# -- the score ------------------------------------------------------------------------------------


def test_what_is_stated_and_what_follows() -> None:
    assert stated(GOLD) == [
        (ANCHOR, "a", "2019"), (ANCHOR, "b", "2019-06"), (ANCHOR, "c", "2019-06"), (SAME, "d", "e"),
        (BEFORE, "a", "b"), (BEFORE, "c", "d"),
    ]  # fmt: skip
    all_of_it = closure(GOLD)
    assert set(stated(GOLD)) < all_of_it
    assert {(BEFORE, "a", "e"), (BEFORE, "b", "d"), (SAME, "b", "c")} < all_of_it
    assert (BEFORE, "d", "a") not in all_of_it
    assert len(all_of_it) == 3 + 2 + 2 + 2 + 4


def test_a_timeline_is_as_good_as_itself() -> None:
    assert compared(GOLD, GOLD) == Score(6, 6, 6, 6)
    assert compared([], GOLD) == Score(0, 0, 6, 0)
    assert compared([], GOLD).f1 == 0


def test_what_follows_in_the_gold_is_right() -> None:
    score = compared([Moment("2019", ("a",)), Moment("2019-06", ("c",))], GOLD)
    assert score == Score(3, 3, 6, 2)  # before b is stated in the gold, before c follows
    assert score.precision == 1.0
    assert score.f1 == pytest.approx(2 * (1 / 3) / (4 / 3))


def test_a_wrong_date_costs_the_date_and_not_the_order() -> None:
    score = compared([Moment("2018", ("a",)), Moment("2019-06", ("b", "c"))], GOLD)
    assert (score.found, score.right) == (4, 3)


def test_order_turned_round() -> None:
    score = compared([Moment(None, ("b",)), Moment(None, ("a",))], GOLD)
    assert score == Score(1, 0, 6, 0)


def test_a_mention_that_stands_twice_is_two() -> None:
    twice = [Moment("2019", ("a", "a"))]
    assert compared(twice, GOLD) == Score(2, 1, 6, 1)
    assert compared(twice, twice) == Score(2, 2, 2, 2)
    assert compared([Moment("2019", ("a",))], twice) == Score(1, 1, 2, 1)


def test_scores_are_added() -> None:
    total = added([Score(2, 1, 4, 1), Score(2, 2, 0, 0)])
    assert total == Score(4, 3, 4, 1)
    assert (total.precision, total.recall) == (0.75, 0.25)
    assert added([]).f1 == 0


names = st.lists(st.sampled_from("abcdefgh"), max_size=3).map(tuple)
timelines = st.lists(
    st.builds(Moment, st.sampled_from([None, "2019", "2019-06"]), names), max_size=4
)


@given(timelines, timelines)
def test_what_is_stated_follows_and_the_score_is_even(
    one: list[Moment], other: list[Moment]
) -> None:
    assert set(stated(one)) <= closure(one)
    there, back = compared(one, other), compared(other, one)
    assert (there.found, there.right) == (back.gold, back.met)
    assert 0 <= there.f1 <= 1
    assert compared(one, one).right == compared(one, one).found


# -- whom an event concerns -----------------------------------------------------------------------


def whom(sentence: str, *names: str) -> list[str]:
    """The predicates that concern a target, by its names alone."""
    row = OnnxReader().read([sentence]).row(0, named=True)
    tree, target = Tree.of(sentence, row), Target(names, [])
    return [
        event.text
        for event in events(sentence, row)
        if any(target.is_party(tree, p, [], 0) for p in (*event.actors, *event.recipients))
    ]


@pytest.mark.parametrize(
    ("sentence", "names", "expected"),
    [
        ("Heron Motors bought a mill in Lorn.", ["Heron Motors"], ["bought"]),
        ("Heron Motors bought a mill in Lorn.", ["Heron"], []),
        ("Anna Merrow praised the bridge.", ["Anna Merrow"], ["praised"]),
        ("Merrow praised the bridge.", ["Anna Merrow"], ["praised"]),
        ("Anna praised the bridge.", ["Anna Merrow"], []),
        ("The bridge was praised by Merrow.", ["Anna Merrow"], ["praised"]),
        ("The LMG attacked the mill.", ["Lorn Mountain Guard"], ["attacked"]),
        ("The guard attacked the mill.", ["Lorn Mountain Guard"], []),
    ],
)
def test_an_event_concerns_whom_it_names(
    sentence: str, names: list[str], expected: list[str]
) -> None:
    assert whom(sentence, *names) == expected


# -- a corpus -------------------------------------------------------------------------------------

SENTENCES = [
    "Merrow opens bridge in Lorn",
    "June 20 , 2019",
    "Anna Merrow opened the bridge on Tuesday .",
    "She praised the workers .",
    "Merrow will visit Weir next month .",
    "She had sold a mill in March .",
    "Merrow did not thank the mayor .",
    "The mayor had criticised Merrow in 2017 .",
]
TIMELINE = """Anna Merrow
0\tXXXX-XX-XX\t7-4-visit
1\t2017-XX-XX\t7-7-criticised
2\t2019-06-18\t7-2-opened\t7-0-opens
2\t2019-06-18\t7-3-praised
10\tXXXX-XX-XX\t7-10-thanked
"""


def made(folder: Path) -> Path:
    tokens = [
        f'<token sentence="{number}" t_id="{number}-{at}">{word}</token>'
        for number, sentence in enumerate(SENTENCES)
        for at, word in enumerate(sentence.split())
    ]
    date = '<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2019-06-20"/>'
    text = f'<Document doc_id="7">{"".join(tokens)}<Markables>{date}</Markables></Document>'
    (folder / "corpus_CAT").mkdir(parents=True)
    (folder / "corpus_CAT" / "7_bridge.xml").write_text(f'<?xml version="1.0" ?>{text}', "utf-8")
    (folder / "TimeLines_Gold_Standard").mkdir()
    (folder / "TimeLines_Gold_Standard" / "anna_merrow.txt").write_text(TIMELINE, "utf-8")
    return folder


def test_a_page_has_words_and_a_date(tmp_path: Path) -> None:
    page = read_page(made(tmp_path) / "corpus_CAT" / "7_bridge.xml")
    assert (page.number, page.date) == ("7", "2019-06-20")
    assert page.sentences[2] == "Anna Merrow opened the bridge on Tuesday."
    assert page.tokens[2][-1] == (40, 41, ".")


def test_a_timeline_is_read_without_what_has_no_place(tmp_path: Path) -> None:
    names, timeline = read_timeline(made(tmp_path) / "TimeLines_Gold_Standard" / "anna_merrow.txt")
    assert names == ["Anna Merrow", "anna merrow"]
    assert timeline == [
        Moment("2017", ("7-7-criticised",)),
        Moment("2019-06-18", ("7-2-opened", "7-0-opens", "7-3-praised")),
        Moment("XXXX-XX-XX", ("7-10-thanked",)),
    ]


def test_a_line_that_was_broken_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A\n1\t2019-06-18\t7-2-opened8\t2019-06-18\t7-2-land\n", "utf-8")
    assert read_timeline(path)[1] == [Moment("2019-06-18", ("7-2-opened8", "7-2-land"))]


def test_events_stand_on_their_day_or_on_that_of_which_the_page_tells(tmp_path: Path) -> None:
    page = read_page(made(tmp_path) / "corpus_CAT" / "7_bridge.xml")
    told, actors = told_in([page])
    days = {one.name: one.date for one in told}
    assert days["7-2-opened"] == days["7-3-praised"] == days["7-0-opens"] == "2019-06-18"
    assert days["7-7-criticised"] == "2017"
    assert days["7-4-visit"] in (None, "2019-07")
    assert "7-6-thank" not in days
    timeline = timeline_of(Target(["Anna Merrow"], actors), told)
    assert [moment.date for moment in timeline] == sorted(m.date or "" for m in timeline)


def test_a_page_without_a_date_says_when_nothing_happened() -> None:
    page = Page("1", ["Merrow opened the bridge."], [[(0, 6, "Merrow"), (7, 13, "opened")]], "")
    (one,) = told_in([page])[0]
    assert (one.name, one.date) == ("1-0-opened", None)


def test_the_score_of_a_corpus(tmp_path: Path) -> None:
    found = measure("timeline", made(tmp_path / "corpora" / "lorn").parent)
    assert found["timelines"] == found["corpora"]["lorn"]["timelines"] == 1
    assert found["recall"] == round(100 * 5 / 7, 2)  # but for what no date is known of
    assert found["precision"] >= 40  # what she sold in March is found, and not in the gold
    with pytest.raises(UsageError, match="TimeLines_Gold_Standard"):
        measure("timeline", tmp_path / "none")
