"""What the scorer of starts is trained on: damage that is the same every time, and the truth with it."""

import re
from pathlib import Path

import pytest
from training.damage import Damage, together
from training.starts import asked, lexicon, splits

from stemma.text.starts import model

ROOT = Path(__file__).parents[2]
OWN = ROOT / "training" / "own"
GOLD = ROOT.parent / "shared" / "gold" / "train"
PARAGRAPH = ["The ferry of Ada Lind sank off Lorn.", "Nobody drowned.", "She has blamed fog."]


def test_damage_keeps_the_truth_and_can_be_done_again() -> None:
    heads = ["Ferry sinks in fog", "Owner blames fog"]
    first, again = Damage(heads, {}, seed=4), Damage(heads, {}, seed=4)
    made = [first(PARAGRAPH) for _ in range(200)]
    assert made == [again(PARAGRAPH) for _ in range(200)]
    assert len({one.text for one in made}) > 20
    for text, starts in made:
        assert 0 in starts
        assert all(not text[start].isspace() for start in starts)
        assert all(start == 0 or text[start - 1].isspace() for start in starts)


def test_what_the_splitter_asks_and_what_is_true() -> None:
    marked = together(["Ferry sinks off Lorn", "Ada Lind has blamed fog.", "She wept."], " ")
    found = [(marked.text[place.at :].split()[0], true) for place, true in asked(marked)]
    assert ("Ada", True) in found
    assert ("Lind", False) in found
    assert "She" not in dict(found)


def test_an_abbreviation_is_asked() -> None:
    marked = together(["He lives in the U.S.", "Ships of the U.S. Navy left."], " ")
    found = [(marked.text[place.at :].split()[0], true) for place, true in asked(marked)]
    assert {("Ships", True), ("Navy", False)} <= set(found)


def test_what_is_held_back_is_not_trained_on() -> None:
    lines = (OWN / "splits.txt").read_text(encoding="utf-8").splitlines()
    trained = {re.sub(r"\s", "", one.text) for one in splits(OWN)}
    assert len(splits(OWN)) == len(lines) - len(lines[4::5])
    kept = {re.sub(r"\s", "", together(line.split("⏎"), "").text) for line in lines[4::5]}
    assert not trained & kept


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold at {GOLD}")
def test_the_words_that_are_shipped_are_those_of_the_treebanks() -> None:
    made, shipped = lexicon(GOLD), model()
    assert (made.kinds, made.proud, made.frequent) == (
        shipped.kinds,
        shipped.proud,
        shipped.frequent,
    )
