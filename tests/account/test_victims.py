"""Rows that tell of harm to one person or thing are one, if no two of them exclude each other."""

from dataclasses import replace

import pytest

from stemma.account.deeds import Deed
from stemma.account.same import same_events
from stemma.account.victims import are_of_one_victim

HOLM = frozenset({"actor-holm"})


def deed(key: str, word: str, of: str = "ASSAULT", **more: object) -> Deed:
    given = {"whom": HOLM, "persons": HOLM, "sentence": key, **more}
    return Deed(key, key, frozenset({word}), of, **given)  # type: ignore[arg-type]


MURDER, SHOT = deed("a", "murder"), deed("b", "shoot", mode="firearms", who=frozenset({"gunman"}))


def test_the_murder_of_one_person_and_that_he_was_shot_are_one_event() -> None:
    assert are_of_one_victim([MURDER], [SHOT])
    assert [[one.key for one in group] for group in same_events([MURDER, SHOT])] == [["a", "b"]]
    later = replace(SHOT, days=("2021-03-04",) * 2)
    assert len(same_events([replace(MURDER, days=("2021-03-02",) * 2), later])) == 2


@pytest.mark.parametrize(
    "other",
    [
        replace(SHOT, whom=frozenset({"actor-berg"}), persons=frozenset({"actor-berg"})),
        replace(SHOT, type="COERCE"),
        replace(SHOT, sentence="a"),
        replace(SHOT, mode="abduct"),
        replace(SHOT, lemmas=frozenset({"wound"})),
    ],
)
def test_harm_to_another_of_another_kind_or_in_one_sentence_is_another(other: Deed) -> None:
    assert not are_of_one_victim([MURDER], [other])


def test_two_who_are_named_for_it_are_left_to_the_scorer() -> None:
    assert not are_of_one_victim([replace(MURDER, who=frozenset({"police"}))], [SHOT])


def test_a_thing_without_a_name_is_one_only_in_the_singular() -> None:
    mill = frozenset({"mill"})
    burnt, raided = (
        deed(key, word, whom=mill, persons=frozenset(), alone=mill)
        for key, word in (("a", "burn"), ("b", "raid"))
    )
    assert are_of_one_victim([burnt], [raided])
    assert not are_of_one_victim([burnt], [replace(raided, alone=frozenset())])
    crowd = {"whom": frozenset({"crowd"}), "alone": frozenset({"crowd"}), "persons": frozenset()}
    assert not are_of_one_victim([replace(burnt, **crowd)], [replace(raided, **crowd)])


def test_who_is_seized_is_arrested_and_who_is_fined_is_not() -> None:
    arrest = deed("a", "arrest", "COERCE", mode="arrest")
    assert are_of_one_victim([arrest], [deed("b", "seize", "COERCE", mode="seize")])
    assert not are_of_one_victim([arrest], [deed("b", "bar", "COERCE", mode="restrict")])
    freed = deed("b", "free", "RETREAT", mode="release")
    assert are_of_one_victim([deed("a", "release", "RETREAT", mode="release")], [freed])
