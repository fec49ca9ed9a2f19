"""Of which event a figure is, by its sentence."""

from tests.account.events import figure, mention, sentence

from stemma.accounts import _given_for


def given(text: str, verb: str, number: str, state: str) -> dict[str, str]:
    """The events of a figure whose predicate is a state, beside a mention of one verb."""
    one = sentence("A", text)
    told = mention(one, verb, predicate={"left": "leave", "hit": "hit"}[verb])
    at = one.start + one.text.index(state)
    made = figure(one, number, 4, 4, predicate=state, predicate_start=at, predicate_end=at + 4)
    return _given_for([made], {one.id: [told]}, {told.id: "event-x"})


def test_who_is_left_dead_is_counted_for_what_left_them_so() -> None:
    found = given("The last flood left four people dead.", "left", "four", "dead")
    assert list(found.values()) == ["event-x"]


def test_another_verb_or_one_far_away_is_not_what_left_them_so() -> None:
    assert not given("The storm hit four villages with two people dead.", "hit", "four", "dead")
    far = "She left the hall of the old council before four people were found dead."
    assert not given(far, "left", "four", "dead")
