"""Which true events pages tell, and how many of them are found."""

import pytest
from benchmarks import happened
from benchmarks.pile import Pile, made_pile


@pytest.fixture(scope="module")
def pile() -> object:
    with made_pile(12, 3, 0.2, ["--events", "dyke"], until="account", dated=True) as made:
        yield made


def test_found_counts_the_events_that_have_a_type_alone() -> None:
    held = {
        "a raid": {"plover": ["ASSAULT", "COERCE"]},
        "a talk": {"plover": ["CONSULT"]},
        "a storm": {"plover": [""]},
        "a walk": {"plover": ["PROTEST", ""]},
        "nobody said": {"plover": []},
    }
    row = happened.found_of(held, {"a raid", "a storm"})
    assert row == {"events on pages": 5, "typed found": 50.0}
    assert happened.found_of({}, set())["typed found"] == 0.0


def test_the_events_of_a_pile_are_those_whose_words_its_pages_have(pile: Pile) -> None:
    held = happened.told_events(pile)
    found = {one.truth for one in happened.mentions(pile) if one.truth}
    assert found
    assert found <= held.keys()
    row = happened.measured(pile)
    assert row["events on pages"] == len(held) >= row["events"] == len(found)
    assert 0 < row["typed found"] <= 100
    assert {"events on pages", "typed found"} <= set(happened._ROWS.values())
