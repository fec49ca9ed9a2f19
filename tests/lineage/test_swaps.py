"""Swaps are learnt from the pile: at two places of origin, or at one with other evidence."""

import pytest
from tests.lineage.tracing import INQUIRY, PIER, Traced, swapped, traced

# Two sentences with one frame each for a word, `X`.
FIRST = "The court in the lower town heard that X had been seen near the wreck before it burned."
SECOND = (
    "On the night after the fair a keeper wrote in his book that X came across the dunes alone."
)


def two(one: str, other: str, codes: dict[tuple[str, ...], str] | None = None) -> Traced:
    """`one` in both frames, against `other` in both."""
    text = f"{FIRST}\n\n{SECOND}"
    return traced(text.replace("X", one), text.replace("X", other), codes=codes)


def sides(found: Traced) -> set[tuple[str, str]]:
    return {(swap.left, swap.right) for swap in found.lineage.swaps}


def test_seen_at_two_places() -> None:
    found = two("smugglers", "traffickers")
    (swap,) = found.lineage.swaps
    assert (swap.left, swap.right, swap.places, swap.carriers) == ("smugglers", "traffickers", 2, 2)
    assert swap.how == "seen at 2 places of origin"
    assert swap.spun is None
    assert len(swap.variant_ids) == 2
    assert {v.swap_id for v in found.lineage.variants} == {swap.id}
    assert {v.kind for v in found.lineage.variants} == {"swap"}
    assert {f.texts for f in found.lineage.families} == {1}


def test_seen_at_one_place_it_is_a_wording() -> None:
    text = FIRST.replace("X", "smugglers")
    found = traced(text, text.replace("smugglers", "traffickers"))
    assert found.lineage.swaps == []
    assert [v.kind for v in found.lineage.variants] == ["wording"]


def test_copies_of_one_place_are_one_place() -> None:
    """However many pages carry it, one sentence is one place of origin."""
    text = FIRST.replace("X", "smugglers")
    other = text.replace("smugglers", "traffickers")
    assert traced(*[text] * 4, *[other] * 4).lineage.swaps == []


def test_phrases_are_swapped_too() -> None:
    assert sides(two("a fishing boat", "a trawling vessel")) == set()
    assert sides(two("smugglers", "dealers in contraband")) == {
        ("dealers in contraband", "smugglers")
    }


def test_an_article_that_no_longer_fits_shows_the_replacement() -> None:
    found = traced(INQUIRY, swapped(INQUIRY, ("international", "worldwide")))
    (swap,) = found.lineage.swaps
    assert (swap.left, swap.right, swap.spun) == ("international", "worldwide", "worldwide")
    assert swap.how == "the article before it no longer fits"
    assert found.family.texts == 1


def test_an_article_that_fits_shows_nothing() -> None:
    found = traced(INQUIRY, swapped(INQUIRY, ("international", "independent")))
    assert found.lineage.swaps == []


def test_initials_and_what_they_stand_for() -> None:
    text = PIER.replace("Marrow Point", "the Lorn Coastal Authority")
    found = traced(text, text.replace("Lorn Coastal Authority", "LCA"))
    assert sides(found) == {("lca", "lorn coastal authority")}
    assert found.lineage.swaps[0].how == "initials and what they stand for"
    dotted = traced(text, text.replace("Lorn Coastal Authority", "L.C.A."))
    assert sides(dotted) == {("lca", "lorn coastal authority")}


def test_a_name_and_its_longer_form() -> None:
    text = PIER.replace("The harbour board", "Visitors from Kestria")
    found = traced(text, text.replace("Kestria", "the Kestrian Federation"))
    assert (
        "longer form" in " ".join(swap.how for swap in found.lineage.swaps) or sides(found) == set()
    )


def test_forms_of_one_country() -> None:
    text = PIER.replace("The harbour board", "Engineers from South Korea")
    found = traced(text, text.replace("South Korea", "Republic of Korea"))
    assert sides(found) == {("republic of korea", "south korea")}
    assert found.family.texts == 1
    assert "country" in found.lineage.swaps[0].how


def test_two_countries_are_no_swap() -> None:
    found = two("Denmark", "Norway")
    assert found.lineage.swaps == []
    assert {v.kind for v in found.lineage.variants} == {"name"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve boats", "forty boats"),
        ("12 boats", "14 boats"),
        ("dozens", "hundreds"),
        ("everyone on Monday", "everyone on Friday"),
        ("Petra", "Marta"),
        ("Anna Holm", "Ilse Marten"),
        ("he", "she"),
        ("those", "these"),
    ],
)
def test_numbers_weekdays_names_and_small_words_are_never_swaps(one: str, other: str) -> None:
    assert two(one, other).lineage.swaps == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("smuggler", "smugglers"), ("walking", "walked"), ("claims", "claimed"), ("boats", "boat"),
     ("party", "parties"), ("women", "woman")],
)  # fmt: skip
def test_inflections_are_never_swaps(one: str, other: str) -> None:
    assert two(one, other).lineage.swaps == []


def test_inflections_of_one_pair_are_seen_together() -> None:
    found = traced(
        FIRST.replace("X", "a smuggler") + "\n\n" + SECOND.replace("X", "smugglers"),
        FIRST.replace("X", "a trafficker") + "\n\n" + SECOND.replace("X", "traffickers"),
    )
    assert sides(found) == {("smuggler", "trafficker"), ("smugglers", "traffickers")}
    assert {swap.how for swap in found.lineage.swaps} == {
        "seen at one place of origin, and in other inflections at more"
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [("had never", "had surely"), ("no boats", "many boats"), ("boats were", "boats are")],
)
def test_what_takes_a_negation_away_is_never_a_swap(one: str, other: str) -> None:
    assert two(one, other).lineage.swaps == []


def three(one: str, other: str) -> Traced:
    """`one` in three frames, against `other`."""
    text = f"{FIRST}\n\n{SECOND}\n\n{PIER.replace('wooden piers', 'X wooden piers')}"
    return traced(text.replace("X", one), text.replace("X", other))


def test_plain_words_need_a_third_place() -> None:
    assert two("about sixty boats", "around sixty boats").lineage.swaps == []
    assert sides(three("about sixty", "around sixty")) == {("about", "around")}
    assert sides(three("these", "those")) == set()


def test_it_runs_with_no_list_at_all_and_learns_what_the_pile_shows() -> None:
    found = two("smugglers", "traffickers", codes={})
    assert sides(found) == {("smugglers", "traffickers")}
    country = PIER.replace("The harbour board", "Engineers from South Korea")
    alone = traced(country, country.replace("South Korea", "Republic of Korea"), codes={})
    assert alone.lineage.swaps == []
    assert alone.family.carriers == 2


def test_a_swap_id_does_not_depend_on_which_side_the_base_has() -> None:
    once = two("smugglers", "traffickers").lineage.swaps
    again = two("traffickers", "smugglers").lineage.swaps
    assert {swap.id for swap in once} == {swap.id for swap in again}


def test_what_exchanges_with_everything_is_no_synonym() -> None:
    """A word that stands for a dozen others is a slot, so that those are not made one class."""
    words = (
        "smugglers traffickers soldiers pilgrims nuns shepherds tinkers dancers poachers".split()
    )
    text = f"{FIRST}\n\n{SECOND}"
    found = traced(*[text.replace("X", word) for word in words])
    assert all(family.texts > 1 for family in found.lineage.families)
