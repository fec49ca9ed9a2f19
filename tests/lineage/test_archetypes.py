"""The likely original: attested or put together, what every witness lost, and the sides of swaps."""

import pytest
from hypothesis import given
from tests.lineage.tracing import (
    BAKERS,
    INQUIRY,
    LNA,
    PIER,
    ROOFS,
    Traced,
    exchanged,
    of_articles,
    piles,
    swapped,
    traced,
)

from stemma.model import Archetype, Article
from stemma.text.tokens import compared_words

REST = (
    "relations have sunk to their lowest point since the fishing war, the envoy told a group of "
    "reporters on the quay."
)
LOST = f"-Aldovan {REST}"
TALKS = (
    "Traders hope that X-Aldovan talks will open before the herring come back to the bay this year."
)
TRADE = "A book on X-Aldovan trade was launched in the harbour library to a crowd of nine."


def only(found: Traced) -> Archetype:
    (archetype,) = found.descent.archetypes
    return archetype


# -- attested, or a conjecture --------------------------------------------------------------------


def test_the_wording_that_all_witnesses_have_is_attested() -> None:
    found = only(traced(PIER, PIER))
    assert (found.wording, found.text, found.conjecture) == (PIER, PIER, False)
    assert (found.restored, found.lost) == ((), None)
    assert found.how == "all witnesses have the same words"


def test_an_attested_original_is_one_witness_whole() -> None:
    found = traced(swapped(ROOFS, ("214", "241")), LNA + ROOFS, swapped(ROOFS, ("houses", "homes")))
    archetype = only(found)
    assert (archetype.wording, archetype.conjecture) == (ROOFS, False)
    assert found.path(archetype) == "1.txt"
    assert archetype.restored == ()


def test_two_copies_with_different_swaps_give_back_an_original_that_is_not_in_the_pile() -> None:
    """Each has one of the two words exchanged; which are the replacements, the other sentences show."""
    head, _, rest = exchanged({}).partition("\n\n")
    found = traced(exchanged({0: "l", 2: "h"}), exchanged({0: "h", 3: "l"}), rest, rest, rest)
    (conjecture,) = [a for a in found.descent.archetypes if a.conjecture]
    assert conjecture.wording == head
    assert conjecture.text != head
    (restored,) = conjecture.restored
    assert "not yet exchanged" in restored
    assert "no witness has them all" in conjecture.how
    edges = [c for c in found.descent.copies if c.family_id == conjecture.family_id]
    assert {found.path(c) for c in edges} == {"0.txt", "1.txt"}
    assert {(c.exemplar_id, c.direction) for c in edges} == {(conjecture.id, "forward")}


def test_what_each_of_three_copies_kept_gives_the_whole_original() -> None:
    """No article has all of it, but each sentence stands unchanged in one of them."""
    found = traced(
        exchanged({0: "l", 1: "h"}), exchanged({0: "h", 1: "l"}), exchanged({2: "l", 3: "h"})
    )
    assert {a.wording for a in found.descent.archetypes} == set(exchanged({}).split("\n\n"))
    assert not any(a.conjecture for a in found.descent.archetypes)


def test_a_doubtful_place_is_said_to_be_doubtful() -> None:
    found = only(traced(PIER, swapped(PIER, ("wooden", "timber"))))
    assert found.how.endswith("at 1 of them it is not sure which is older")


# Six exchanges of a word, of which each article makes one.
OTHERS = (
    ("board", "panel"), ("lorries", "trucks"), ("Tuesday", "Monday"), ("voted", "chose"),
    ("close", "shut"), ("late", "early"),
)  # fmt: skip


@pytest.mark.parametrize("end", [".", " and sheds."])
def test_a_word_that_is_taken_out_leaves_one_space(end: str) -> None:
    """Two articles have words more that the others have not."""
    text = f"{PIER[:-1]} wherever they go{end}"
    without = text.replace("wooden ", "").replace(" go", "")
    found = only(traced(text, text, *[swapped(without, pair) for pair in OTHERS]))
    assert (found.wording, found.conjecture) == (without, True)


@pytest.mark.parametrize("gone", [" at Marrow Point", " wooden", " late", "ferry "])
def test_words_that_are_put_back_stand_between_spaces(gone: str) -> None:
    """Two articles lack words that the others have."""
    without = PIER.replace(gone, "")
    found = only(
        traced(without, without, *[swapped(PIER, pair) for pair in OTHERS if pair[0] not in gone])
    )
    assert (found.wording, found.conjecture) == (PIER, True)


def test_where_places_overlap_each_word_is_put_in_once() -> None:
    """Two articles have two words exchanged, and one the whole phrase that they stand in."""
    base = swapped(PIER, ("old ferry", "ageing boat"))
    wide = PIER.replace("the old ferry terminal at Marrow Point", "the quay")
    found = only(traced(base, base, wide, *[swapped(PIER, pair) for pair in OTHERS]))
    assert (found.wording, found.conjecture) == (PIER, True)


@given(piles())
def test_a_conjecture_is_made_of_the_witnesses_words(articles: list[Article]) -> None:
    found = of_articles(articles)
    inside: dict[str, set[str]] = {}
    for witness in found.lineage.witnesses:
        inside.setdefault(witness.family_id, set()).update(compared_words(witness.text))
    for archetype in found.descent.archetypes:
        assert archetype.lost is None
        assert set(compared_words(archetype.wording)) <= inside[archetype.family_id]
        assert archetype.conjecture or archetype.wording == archetype.text
        assert archetype.conjecture or not archetype.restored
        assert "  " not in archetype.wording
        assert archetype.how


# -- what every witness lost ----------------------------------------------------------------------


@pytest.mark.parametrize("hyphen", ["-", "‐", "–", "−"])
def test_a_word_that_hangs_on_a_hyphen_has_lost_the_one_before_it(hyphen: str) -> None:
    text = LOST.replace("-", hyphen)
    found = traced(text, text)
    archetype = only(found)
    assert archetype.conjecture
    assert archetype.lost == "a word before '-Aldovan'"
    assert archetype.wording == f"[…]{hyphen}Aldovan {REST}"
    assert {copy.exemplar_id for copy in found.descent.copies} == {archetype.id}
    assert {found.path(copy) for copy in found.descent.copies} == {"0.txt", "1.txt"}
    for copy in found.descent.copies:
        assert copy.direction == "forward"
        assert "as all others do: damage of a common ancestor" in copy.how


@pytest.mark.parametrize(
    ("before", "others", "shown"),
    [
        (("Kestrian",), "1 time", "Kestrian"),
        (("Kestrian", "Kestrian"), "2 times", "Kestrian"),
        (("U.K.",), "1 time", "U.K."),
        (("Lornish", "Kestrian"), "1 time", "Kestrian"),
    ],
)
def test_the_rest_of_the_pile_shows_which_word_it_may_be(
    before: tuple[str, ...], others: str, shown: str
) -> None:
    rest = [text.replace("X", word) for text, word in zip((TALKS, TRADE), before, strict=False)]
    found = only(traced(LOST, LOST, *rest))
    assert found.lost == (
        f"a word before '-Aldovan', perhaps '{shown}', which stands so {others} elsewhere in the pile"
    )
    assert found.wording == f"[{shown}]-Aldovan {REST}"


def test_the_country_stands_for_its_adjective() -> None:
    other = "Traders hope that the Kestria-Aldova council will meet before the herring come back."
    assert only(traced(LOST, LOST, other)).wording.startswith("[Kestria]-Aldovan relations")


def test_a_witness_that_has_the_word_shows_that_not_all_have_lost_it() -> None:
    for copies in (1, 2, 8):
        found = traced(*[LOST] * copies, f"Kestrian{LOST}")
        assert only(found).lost is None
        assert not any("as all others do" in copy.how for copy in found.descent.copies)
    assert only(traced(LOST, f"{LNA}Kestrian{LOST}")).wording == f"Kestrian{LOST}"


@pytest.mark.parametrize(
    "text",
    [
        f"-{PIER}",
        f"- {PIER}",
        f"—{BAKERS}",
        f"—{LOST[1:]}",
        f"-{PIER.replace('The h', 'H')[0].lower()}{PIER[1:]}",
    ],
)
def test_an_item_of_a_list_or_what_somebody_says_has_lost_nothing(text: str) -> None:
    found = traced(text, text)
    assert (only(found).lost, only(found).conjecture) == (None, False)


# -- the sides of swaps ---------------------------------------------------------------------------


def test_which_side_of_a_swap_is_the_replacement_is_learnt_from_the_pile() -> None:
    found = traced(exchanged({}), exchanged({}), exchanged({0: "l", 1: "l", 2: "l", 3: "l"}))
    (before,) = found.lineage.swaps
    (swap,) = found.descent.swaps
    assert (before.spun, swap.spun) == (None, "trucks")
    assert swap.how.startswith(f"{before.how}; 'trucks' is the replacement: ")
    assert swap.how.endswith(" bits over 4 places")


def test_the_replacement_is_the_same_whichever_side_comes_first_in_the_alphabet() -> None:
    texts = (exchanged({}), exchanged({}), exchanged({0: "l", 1: "l", 2: "l", 3: "l"}))
    found = traced(*[text.replace("trucks", "carts") for text in texts])
    assert [swap.spun for swap in found.descent.swaps] == ["carts"]


def test_a_swap_that_goes_both_ways_has_no_replacement() -> None:
    found = traced(exchanged({0: "l", 1: "l"}), exchanged({2: "l", 3: "l"}))
    assert found.descent.swaps == found.lineage.swaps
    assert [swap.spun for swap in found.descent.swaps] == [None]


def test_an_article_that_no_longer_fits_decides_by_itself() -> None:
    found = traced(INQUIRY, swapped(INQUIRY, ("international", "worldwide")))
    (swap,) = found.descent.swaps
    assert swap.spun == "worldwide"
    (copy,) = found.descent.copies
    assert (found.path(copy), copy.direction) == ("1.txt", "forward")
