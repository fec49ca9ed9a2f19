"""How near words are by WordNet, on a WordNet of a few senses."""

import pytest
from training.senses import LEAST, Nearness, particled
from training.wordnet import Key, Sense, WordNet


def net() -> WordNet:
    """Harm, with kill and murder below it; death, which kill causes; sing, far from all of these; and the
    noun murder."""
    harm, kill, murder, die, sing, deed = (Key("v", n) for n in (1, 2, 3, 4, 5, 6))
    noun = Key("n", 7)
    given = (
        (harm, 30, ("harm",), ()), (kill, 35, ("kill", "slay"), (("@", harm), (">", die))),
        (murder, 41, ("murder",), (("@", kill), ("+", noun))), (die, 30, ("die", "pass away"), ()),
        (sing, 36, ("sing", "slay"), ()), (deed, 36, ("act",), ()), (noun, 4, ("murder",), (("+", murder),)),
    )  # fmt: skip
    senses = {key: Sense(key, *rest, "") for key, *rest in given}
    of = {
        ("harm", "v"): (harm,), ("kill", "v"): (kill,), ("slay", "v"): (sing, kill),
        ("murder", "v"): (murder,), ("die", "v"): (die,), ("pass away", "v"): (die,),
        ("sing", "v"): (sing,), ("murder", "n"): (noun,), ("act", "v"): (deed,),
    }  # fmt: skip
    counts = {lemma: tuple(50 if n == 0 else 0 for n in range(len(k))) for lemma, k in of.items()}
    return WordNet(senses, of, counts)


def near() -> dict[tuple[str, str], float]:
    words = ("harm", "kill", "slay", "murder", "die", "passaway", "sing")
    return {(a, b): value for a, b, value in Nearness(net(), words).pairs()}


def test_one_sense_is_nearest_and_what_is_caused_is_near() -> None:
    found = near()
    assert found["die", "passaway"] == 1
    assert LEAST <= found["die", "kill"] < 1
    assert ("kill", "sing") not in found


def test_a_rare_sense_counts_less() -> None:
    found = near()
    assert found["sing", "slay"] == 1
    assert ("kill", "slay") not in found  # it mostly means to sing here


def test_a_word_is_less_near_than_another_of_its_sense_to_what_is_above() -> None:
    found = near()
    assert ("harm", "murder") not in found
    assert found.get(("kill", "murder"), 0) < 1


def test_verbs_with_a_particle_are_one_word() -> None:
    assert particled(net()) == {"passaway": "pass away"}


def test_who_lacks_wordnet_is_told_what_to_install(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FileNotFoundError, match="wordnet-base"):
        WordNet.read(tmp_path)
