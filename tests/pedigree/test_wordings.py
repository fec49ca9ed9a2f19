"""Versions that read alike are one wording, with a reading at each place."""

from tests.pedigree.conftest import Made
from tests.pedigree.families import BASE, witness

from stemma.pedigree import ABSENT


def test_versions_with_the_same_words_are_one_wording(made: Made) -> None:
    tree = made({"A": {}, "B": {"dyke": "levee"}, "C": {}, "D": {"dyke": "levee"}, "E": {}})
    first, second = tree.wordings.all
    assert [w.id for w in first.witnesses] == [witness(x) for x in "ACE"]
    assert [w.id for w in second.witnesses] == [witness(x) for x in "BD"]
    assert tree.wordings.of[witness("D")] == 1


def test_the_base_is_the_first_and_then_the_larger_come(made: Made) -> None:
    other, third = {"dyke": "levee"}, {"nine": "19"}
    tree = made({"A": {}, "B": other, "C": third, "D": third})
    assert [len(one.witnesses) for one in tree.wordings.all] == [1, 2, 1]


def test_a_place_has_the_readings_of_all(made: Made) -> None:
    tree = made({"A": {}, "B": {"nine": "19"}, "C": {"nine": "90", "dyke": "levee"}})
    assert [place.texts for place in tree.wordings.places] == [
        ("dyke", "levee"),
        ("nine", "19", "90"),
    ]
    assert {one.readings for one in tree.wordings.all} == {(0, 0), (0, 1), (1, 2)}


def test_what_is_cut_off_has_no_reading(made: Made) -> None:
    tree = made({"A": {}, "B": {"nine": "19"}, "C": {}}, ends={"C": "Monday"})
    short = tree.wordings.all[tree.wordings.of[witness("C")]]
    places = {place.texts[0]: at for at, place in enumerate(tree.wordings.places)}
    assert short.readings[places["nine"]] == ABSENT
    assert short.end == BASE.index(", killing")
    (box,) = tree.wordings.boxes
    assert tree.wordings.text(short.number, box) is None


def test_a_cut_makes_no_box(made: Made) -> None:
    tree = made({"A": {}, "B": {}}, ends={"B": "Monday"})
    assert len(tree.wordings.places) == 1
    assert tree.wordings.boxes == ()


def test_places_that_overlap_are_one_box(made: Made) -> None:
    tree = made({"A": {}, "B": {"old dyke broke": ""}, "C": {"dyke": "levee"}})
    (box,) = tree.wordings.boxes
    texts = [tree.wordings.text(one.number, box) for one in tree.wordings.all]
    assert sorted(map(str, texts)) == ["", "old dyke broke", "old levee broke"]


def test_words_put_in_touch_no_others(made: Made) -> None:
    tree = made({"A": {}, "B": {"old dyke": "", "broke": "+then"}, "C": {"old": "+very"}})
    said = [tree.wordings.text(one.number, box) for box in tree.wordings.boxes
            for one in tree.wordings.all]  # fmt: skip
    assert "very" in {text.strip() for text in said if text}


def test_a_variant_that_does_not_fit_its_base_is_passed_over(made: Made) -> None:
    tree = made({"A": {}, "B": {"dyke": "levee"}})
    assert all(BASE[p.start : p.end] == p.texts[0] for p in tree.wordings.places)
