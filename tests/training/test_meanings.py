"""What verbs mean, by a small WordNet made here: neighbours, particles, and what stands in the table."""

from training.meanings import features, knowledge, taught, unlisted, words, written
from training.wordnet import Key, Sense, WordNet

from stemma.events.types import NONE

HIT, STAB, HUM = Key("v", 1), Key("v", 2), Key("v", 3)
NET = WordNet(
    senses={
        HIT: Sense(HIT, 35, ("attack",), (), "use force against"),
        STAB: Sense(STAB, 35, ("skewer down", "lance"), (("@", HIT),), "wound with a blade"),
        HUM: Sense(HUM, 39, ("hum",), (), "sound like a bee"),
    },
    of={
        ("attack", "v"): (HIT,),
        ("lance", "v"): (STAB,),
        ("skewer down", "v"): (STAB,),
        ("hum", "v"): (HUM,),
    },
    counts={
        ("attack", "v"): (9,),
        ("lance", "v"): (0,),
        ("skewer down", "v"): (0,),
        ("hum", "v"): (4,),
    },
)


def test_a_verb_has_the_type_of_what_is_above_it() -> None:
    known = knowledge(NET)
    found = features(known, "lance")
    assert found["above ASSAULT"] > 0
    assert found["gloss verb ASSAULT"] > 0  # `wound`
    assert not any(name.endswith(" ASSAULT") for name in features(known, "hum"))


def test_a_verb_with_its_particle_is_one_word() -> None:
    found = features(knowledge(NET), "skewer down")
    assert found["particle down"] == 1
    assert "phrase" not in features(knowledge(NET), "lance")


def test_verbs_in_no_list_are_of_none_if_texts_have_them() -> None:
    known = knowledge(NET)
    assert taught(known, "hum") == {NONE: 1.0}
    assert taught(known, "lance") is None
    assert max(taught(known, "attack") or {}) != NONE
    assert words(known) == ["attack", "hum", "lance", "skewer down"]


def test_the_table_has_what_is_likely_and_never_none() -> None:
    found = {
        "lance": {"ASSAULT": 0.6, "COERCE": 0.25, "AID": 0.05, NONE: 0.1},
        "hum": {"ASSAULT": 0.02, NONE: 0.98},
        "attack": {"ASSAULT": 0.9, NONE: 0.1},
    }
    assert list(written(found)) == ["lance\tASSAULT 60 COERCE 25", "attack\tASSAULT 90"]
    shown = [line.split("\t")[-1] for line in unlisted(knowledge(NET), found)]
    assert shown == ["lance", "lance"]  # by both of its types; `attack` is in a list
