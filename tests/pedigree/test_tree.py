"""What each wording was copied from, and which reading is the older."""

import pytest
from tests.pedigree.conftest import Made
from tests.pedigree.families import ARCHETYPE, BASE, article, witness

from stemma.pedigree import Change, Pedigree, in_words, order

LEVEE, SPUN = {"dyke": "levee"}, {"dyke": "levee", "nine": "19"}


@pytest.fixture
def chain(made: Made) -> Pedigree:
    """B was copied from the likely original, C from B, D has A's words, E's descent is open."""
    copies = {"B": (None, "forward"), "C": ("B", "forward"), "D": ("A", "undecided"),
              "E": (None, "undecided")}  # fmt: skip
    versions = {"A": {}, "B": LEVEE, "C": SPUN, "D": {}, "E": {"town": "city"}}
    return made(versions, copies, archetype="A")


def test_the_likely_original_is_the_root(chain: Pedigree) -> None:
    assert chain.root == 0
    assert chain.nodes == 4
    assert chain.decided == 2
    of = chain.wordings.of
    assert chain.edges[of[witness("B")]].exemplar == 0
    assert chain.edges[of[witness("C")]].exemplar == of[witness("B")]
    assert not chain.edges[of[witness("E")]].forward
    assert 0 not in chain.edges


def test_changes_are_against_what_it_was_copied_from(chain: Pedigree) -> None:
    of = chain.wordings.of
    assert chain.changes(0, of[witness("C")]) == (
        Change("dyke", "levee", ("swap",)),
        Change("nine", "19", ("swap",)),
    )
    assert chain.changes(of[witness("B")], of[witness("C")]) == (Change("nine", "19", ("swap",)),)


def _ages(tree: Pedigree, **swaps: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for (at, reading), age in tree.ages(swaps).items():
        place = tree.wordings.places[at]
        found.setdefault(place.texts[0], {})[place.texts[reading]] = age
    return found


def test_only_a_decided_copy_shows_which_reading_is_older(chain: Pedigree) -> None:
    assert _ages(chain) == {
        "dyke": {"dyke": "older", "levee": "later"},
        "nine": {"nine": "older", "19": "later"},
        "town": {"town": "perhaps older"},
    }


def test_of_several_differences_only_the_replacement_of_a_swap_is_known_to_be_later(
    made: Made,
) -> None:
    tree = made({"A": {}, "B": SPUN}, {"B": (None, "forward")}, archetype="A")
    perhaps = {"dyke": {"dyke": "perhaps older"}, "nine": {"nine": "perhaps older"}}
    known = {"dyke": {"dyke": "older", "levee": "later"}}
    assert _ages(tree) == perhaps
    assert _ages(tree, swap_dyke="levee") == perhaps | known
    assert _ages(tree, swap_dyke="dyke") == perhaps


def test_a_reading_that_was_changed_back_is_perhaps_older(made: Made) -> None:
    copies = {"B": (None, "forward"), "C": ("B", "forward"), "D": ("C", "forward")}
    versions = {"A": {}, "B": LEVEE, "C": SPUN, "D": {"nine": "19"}}
    tree = made(versions, copies, archetype="A")
    assert _ages(tree)["dyke"] == {"dyke": "perhaps older"}
    assert _ages(tree)["nine"] == {"nine": "older", "19": "later"}


def test_which_of_two_has_the_older_words(chain: Pedigree) -> None:
    def told(one: str, other: str) -> tuple[int | None, str]:
        return order(chain, witness(one), witness(other))

    assert told("A", "C") == (0, "reasons of C; reasons of B")
    assert told("C", "D") == (1, "reasons of C; reasons of B")
    assert told("B", "C") == (0, "reasons of C")
    assert told("A", "D") == (None, "nothing shows which came first")
    assert told("A", "E") == (None, "reasons of E")
    assert told("C", "E") == (None, "reasons of E")


def test_two_that_changed_the_original_each_for_itself(made: Made) -> None:
    copies = {"B": (None, "forward"), "C": (None, "forward")}
    tree = made({"A": {}, "B": LEVEE, "C": {"nine": "19"}}, copies, archetype="A")
    found = order(tree, witness("B"), witness("C"))
    assert found.first is None
    assert found.how.startswith("neither was copied from the other")


def test_of_a_version_without_a_row_nothing_is_said(made: Made) -> None:
    tree = made({"A": {}, "B": LEVEE}, archetype="A")
    assert tree.edges == {}
    assert order(tree, witness("A"), witness("B")) == (None, "nothing is said of their descent")


def test_the_same_words_from_two_exemplars_are_two_wordings(made: Made) -> None:
    copies = {"B": (None, "forward"), "C": (None, "undecided")}
    tree = made({"A": {}, "B": LEVEE, "C": LEVEE}, copies, archetype="A")
    assert len(tree.wordings.all) == 3
    assert {edge.forward for edge in tree.edges.values()} == {True, False}


def test_the_same_words_word_for_word(made: Made) -> None:
    tree = made({"A": {}, "B": {}}, {"B": ("A", "forward")}, archetype="A")
    assert len(tree.wordings.all) == 1
    assert order(tree, witness("B"), witness("A")) == (1, "reasons of B")


def test_a_circle_ends(made: Made) -> None:
    copies = {"A": ("B", "undecided"), "B": ("A", "undecided")}
    tree = made({"A": {}, "B": LEVEE}, copies, archetype="A", restored=("x",), text="gone")
    assert order(tree, witness("A"), witness("B")).first is None
    same = made({"A": {}, "B": {}}, copies, archetype="A")
    assert len(same.wordings.all) == 1


# -- the readings of a likely original -------------------------------------------------------------


def test_a_conjecture_is_read_off_its_words(made: Made) -> None:
    text = BASE.replace("dyke", "levee").replace("nine", "19").replace("Monday,", "Monday ,")
    versions = {"A": {}, "B": LEVEE, "C": {"nine": "19"}, "D": {"nine": "90"}}
    tree = made(versions, archetype="B", restored=("why",), text=text)
    assert tree.root is None
    assert tree.nodes == 5
    assert tree.original is not None
    read = [p.texts[r] for p, r in zip(tree.wordings.places, tree.original, strict=True)]
    assert read == ["levee", "19"]


def test_words_that_no_version_explains_are_not_guessed(made: Made) -> None:
    tree = made({"A": {}, "B": LEVEE}, {"B": (None, "forward")}, "A", "Something else.", ("why",))
    assert tree.original is None
    assert tree.changes(None, 1) == ()
    assert tree.ages({}) == {}


def test_what_all_have_lost_leaves_the_readings_of_its_witness(made: Made) -> None:
    tree = made({"A": {}, "B": {}}, {"A": (None, "forward")}, "A", f"[US]-{BASE}")
    assert tree.root is None
    assert tree.original == ()
    assert tree.edges[0].exemplar is None


def test_reasons_name_pages() -> None:
    how = f"it may be a copy of {witness('B')} or of {ARCHETYPE}: «a» for «—», «—» for «b»"
    assert in_words(how, {article("B"): "b.txt"}.__getitem__) == (
        "it may be a copy of b.txt or of the likely original: «a» added, nothing for «b»"
    )
