"""Starts that only words tell: the scorer is sane, the same every time, and quick."""

from math import isfinite

import pytest
from hypothesis import given
from tests.strategies import any_texts

from stemma.text.normal import normalise
from stemma.text.sentences import split_sentences
from stemma.text.starts import Look, Place, gaps, goes_on, linked, model, score, shape


def scores(text: str) -> dict[str, float]:
    """The word behind each place that is asked, and its score."""
    return {
        text[at:].split()[0]: score(text, Place(0, True, gap, at))
        for gap, at in gaps(text, 0, len(text))
    }


def test_a_name_behind_some_of_them_starts_nothing() -> None:
    text = "Six men, four of them Danes, were freed."
    at = text.index("Danes")
    assert goes_on(text, at - 1, at)
    other = "It was read to all of them Danes came later."
    at = other.index("Danes")
    assert not goes_on(other, at - 1, at)


def test_a_headline_and_its_text() -> None:
    found = scores("Storm shuts Lorn airport Passengers slept on camp beds for Lorn Air.")
    assert max(found, key=lambda word: found[word]) == "Passengers"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met the owner of the ferry in Lorn.", ["Lorn"]),
        ("The Bank of Lorn said so.", ["Bank", "Lorn"]),
        ("She told Ada Lind that she would leave Kern.", ["Ada", "Lind", "Kern"]),
    ],
)
def test_names_start_nothing(text: str, names: list[str]) -> None:
    assert all(scores(text).get(name, -1.0) < 0 for name in names)


def test_a_plural_verb_shows_that_one_ends_a_name() -> None:
    whole = "Both flights of the Halden One were put off because of fog over the bay."
    assert [cut.how for cut in split_sentences(whole, prose=True)] == ["end of block"]


def test_what_is_asked() -> None:
    def asked(text: str) -> list[str]:
        found = gaps(text, 0, len(text))
        return [text[at:] for gap, at in found if not goes_on(text, gap, at)]

    # An end mark is no matter of words, days start nothing, and two words are no sentence.
    assert asked("He left. She came home late") == []
    assert asked("He left Monday for LORN in the north") == ["LORN in the north"]
    assert asked("FERRY SINKS OFF LORN AND KERN") == []
    assert asked("Ferry sinks in eastern Lorn") == []
    assert asked("Ferry sinks June 3, 2011") == ["June 3, 2011"]
    assert asked("They met on Friday June 3, 2011") == []
    assert asked("It ends in tiesThe talks end too") == ["The talks end too"]


def test_a_bound_name_is_not_looked_at() -> None:
    assert linked("boats of Marrow", Place(0, True, 8, 9), model())
    assert not linked("boats of The", Place(0, True, 8, 9), model())


def test_how_words_are_written() -> None:
    assert [shape(word) for word in ("", "NATO", "A", "Lorn", "12", "$5", "low")] == list(".U1Cddl")


def test_the_weights_are_those_of_a_model() -> None:
    known = model()
    assert 3000 < len(known.weights) < 30_000
    assert all(isfinite(weight) and abs(weight) < 9 for weight in known.weights.values())
    assert known.frequent <= set(known.kinds)
    assert known.proud <= set(known.kinds)
    assert {len(kind) for kind in known.kinds.values()} == {1}
    assert all(word == word.lower() for word in known.kinds)


@given(any_texts())
def test_any_text_has_scores_that_stay_the_same(text: str) -> None:
    normal = normalise(text).text
    for gap, at in gaps(normal, 0, len(normal)):
        assert 0 < gap <= at < len(normal)
        place = Place(0, True, gap, at)
        assert isfinite(score(normal, place))
        assert score(normal, place) == score(normal, place)


def test_what_is_far_off_is_not_looked_at() -> None:
    near = "They came home late Passengers slept on camp beds."
    far = "x " * 300 + near
    at = far.index("Passengers")
    look = Look(far, Place(0, True, at - 1, at), model())
    assert look.near()[0] == "bias"
    assert score(far, Place(0, True, at - 1, at)) == score(
        "x " * 100 + near, Place(0, True, at - 401, at - 400)
    )
