"""Who copied whom: which version came first, on what evidence, and where nothing shows it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lineage.tracing import (
    BAKERS,
    FREIGHT,
    LNA,
    ORCHARD,
    PIER,
    ROOFS,
    Traced,
    exchanged,
    ids,
    of_articles,
    piles,
    swapped,
    traced,
)
from tests.strategies import article_of

from stemma.model import Article, Copy

WRONG_NUMBER = swapped(ROOFS, ("214", "241"))
LOST_WORD = swapped(PIER, ("no longer carry", "carry"))
SAID = "Nobody in this valley asked for a bridge and nobody in this valley is going to pay for one"


def edges(found: Traced, path: str) -> list[Copy]:
    """The edges of one article's witnesses."""
    return [copy for copy in found.descent.copies if found.path(copy) == path]


def edge(found: Traced, path: str) -> Copy:
    (one,) = edges(found, path)
    return one


def exemplar(found: Traced, path: str) -> str:
    """Where the article's only witness was copied from: a path, or `archetype`."""
    wanted = edge(found, path).exemplar_id
    inside = {w.id: found.path(w) for w in found.lineage.witnesses}
    return inside.get(wanted, wanted.partition("-")[0])


def original(found: Traced) -> str:
    """Where the only archetype is attested."""
    (one,) = found.descent.archetypes
    assert not one.conjecture
    return found.path(one)


def dated(*pairs: tuple[str, str | None]) -> Traced:
    """Articles of these texts, with dates of publication."""
    made = [article_of(text, path=f"{i}.txt") for i, (text, _) in enumerate(pairs)]
    return of_articles([replace(a, published=day) for a, (_, day) in zip(made, pairs, strict=True)])


# -- which came first -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cut", "gone"),
    [
        (PIER[: PIER.index(" because")] + ".", "because its wooden piers can no longer carry lorries"),
        (PIER[PIER.index("the old") :], "The harbour board voted late on Tuesday to close"),
    ],
)  # fmt: skip
def test_what_is_whole_came_before_what_is_cut(cut: str, gone: str) -> None:
    found = traced(cut, PIER, PIER)
    assert original(found) != "0.txt"
    one = edge(found, "0.txt")
    assert (exemplar(found, "0.txt"), one.direction) == ("archetype", "forward")
    assert f"«—» for «{gone}" in one.how
    assert {copy.direction for copy in found.descent.copies if copy != one} == {"undecided"}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (PIER, ("wooden", "timber")),
        (ROOFS, ("214", "241")),
        (PIER, ("wooden piers", "piers")),
        (PIER, ("Marrow Point", "Sand End")),
    ],
)
def test_a_passage_with_an_agencys_tag_came_before_one_that_differs(
    text: str, change: tuple[str, str]
) -> None:
    found = traced(swapped(text, change), LNA + text)
    assert original(found) == "1.txt"
    assert edge(found, "0.txt").direction == "forward"
    assert edges(found, "1.txt") == []


def test_of_equal_passages_the_tagged_one_stands_for_the_original() -> None:
    found = traced(PIER, PIER, LNA + PIER, PIER)
    assert original(found) == "2.txt"
    assert {copy.direction for copy in found.descent.copies} == {"undecided"}


def test_a_word_that_is_exchanged_all_over_an_article_shows_it_to_be_the_copy() -> None:
    text = "\n\n".join(FREIGHT)
    found = traced(exchanged({0: "l", 1: "l", 2: "l", 3: "l"}), text, text, text)
    assert len(edges(found, "0.txt")) == 4
    for one in edges(found, "0.txt"):
        assert one.direction == "forward"
        assert one.exemplar_id.startswith("archetype-")
        assert "«trucks» for «lorries»" in one.how
    assert {found.path(a) for a in found.descent.archetypes} <= {"1.txt", "2.txt", "3.txt"}


def test_a_word_is_known_as_the_replacement_where_each_copy_exchanges_it_here_and_there() -> None:
    """Nobody has the whole original, but at most places most have its word."""
    found = traced(
        exchanged({0: "l"}), exchanged({1: "l", 2: "l"}), exchanged({3: "l"}), exchanged({0: "l"})
    )
    assert all("lorries" in archetype.wording for archetype in found.descent.archetypes)
    for copy in found.descent.copies:
        assert (copy.direction == "forward") == ("trucks" in copy.text)


@pytest.mark.parametrize("carriers", [2, 3, 5])
def test_equal_texts_show_nothing(carriers: int) -> None:
    found = traced(*[f"{PIER}\n\n{BAKERS}"] * carriers)
    assert len(found.descent.copies) == 2 * (carriers - 1)
    for copy in found.descent.copies:
        assert copy.direction == "undecided"
        assert "nothing shows which came first" in copy.how


@pytest.mark.parametrize(
    ("text", "change"), [(PIER, ("wooden", "timber")), (ROOFS, ("214", "241"))]
)
def test_one_difference_between_two_articles_shows_nothing(
    text: str, change: tuple[str, str]
) -> None:
    found = traced(text, swapped(text, change))
    (copy,) = found.descent.copies
    assert copy.direction == "undecided"
    assert copy.how.startswith("nothing shows which came first")
    assert {f"«{change[0]}»", f"«{change[1]}»"} <= set(copy.how.replace(":", " ").split())


def test_a_swap_that_goes_both_ways_shows_nothing() -> None:
    found = traced(exchanged({0: "l", 1: "l"}), exchanged({2: "l", 3: "l"}))
    assert [swap.spun for swap in found.descent.swaps] == [None]
    assert {copy.direction for copy in found.descent.copies} == {"undecided"}


def test_a_sentence_that_a_copier_left_alone_is_no_proof() -> None:
    """It has the original's very words, so that nobody can say which was taken from which."""
    text = "\n\n".join(FREIGHT)
    found = traced(text, text, exchanged({0: "l", 1: "l", 2: "l"}), exchanged({0: "l", 3: "l"}))
    left = next(c for c in edges(found, "2.txt") if c.text == FREIGHT[3])
    assert left.direction == "undecided"
    inside = {w.id: found.path(w) for w in found.lineage.witnesses}
    forward = [c for c in found.descent.copies if c.direction == "forward"]
    assert forward
    assert all(inside.get(c.exemplar_id) != "2.txt" for c in forward)


# -- copies of copies -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "damaged"), [(ROOFS, WRONG_NUMBER), (PIER, LOST_WORD)], ids=["number", "word lost"]
)
def test_a_copy_with_anothers_damage_hangs_on_that_one(text: str, damaged: str) -> None:
    further = damaged.replace("storm", "gale").replace("wooden", "timber")
    found = traced(LNA + text, *[text] * 7, damaged, further)
    assert exemplar(found, "9.txt") == "8.txt"
    assert exemplar(found, "8.txt") == "archetype"
    assert edge(found, "8.txt").direction == "forward"
    said = edge(found, "9.txt").how
    assert "both have «" in said
    assert "bits beyond the next best" in said


def test_two_damages_in_common_decide_which_was_copied() -> None:
    damaged = swapped(WRONG_NUMBER, ("fire brigade", "brigade"))
    further = swapped(damaged, ("houses", "homes"))
    found = traced(LNA + ROOFS, *[ROOFS] * 7, damaged, further)
    assert (exemplar(found, "9.txt"), edge(found, "9.txt").direction) == ("8.txt", "forward")
    said = edge(found, "9.txt").how
    assert said.startswith("both have «241» for «214», «—» for «fire» (")


def test_a_copy_without_the_damage_hangs_on_the_original() -> None:
    found = traced(LNA + ROOFS, *[ROOFS] * 5, WRONG_NUMBER, swapped(ROOFS, ("houses", "homes")))
    assert exemplar(found, "7.txt") == "archetype"


def test_other_passages_of_two_articles_speak_only_where_there_are_any() -> None:
    further = swapped(WRONG_NUMBER, ("houses", "homes"))
    alone = traced(LNA + ROOFS, *[ROOFS] * 7, WRONG_NUMBER, further)
    assert "other passages" not in edge(alone, "9.txt").how
    more = swapped(LOST_WORD, ("wooden", "timber"))
    found = traced(
        f"{LNA}{ROOFS}\n\n{LNA}{PIER}", *[f"{ROOFS}\n\n{PIER}"] * 7,
        f"{WRONG_NUMBER}\n\n{LOST_WORD}", f"{further}\n\n{more}",
    )  # fmt: skip
    assert all("other passages of the two" in one.how for one in edges(found, "9.txt"))
    assert all("stands beside it in both articles" in one.how for one in edges(found, "9.txt"))
    assert {one.direction for one in edges(found, "9.txt")} == {"forward"}


# -- dates ----------------------------------------------------------------------------------------

DAMAGED = swapped(WRONG_NUMBER, ("fire brigade", "brigade"))


def chain(first: str | None, second: str | None) -> Traced:
    """Eight originals, a damaged copy and a copy of that one, the last two with dates."""
    further = swapped(DAMAGED, ("houses", "homes"))
    return dated((LNA + ROOFS, None), *[(ROOFS, None)] * 7, (DAMAGED, first), (further, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (None, None),
        ("2020-02-01", "2020-02-05"),
        ("2020-02-01", "2020-02-01"),
        ("2020-02-09", None),
    ],
)
def test_a_date_that_fits_takes_nothing_from_an_exemplar(
    first: str | None, second: str | None
) -> None:
    assert edge(chain(first, second), "9.txt").how == edge(chain(None, None), "9.txt").how


def test_a_later_date_counts_against_an_exemplar() -> None:
    found = edge(chain("2020-02-05", "2020-02-01"), "9.txt")
    before = edge(chain(None, None), "9.txt")
    assert "its article has a later date (-3.0)" in found.how
    assert "later date" not in before.how
    assert beyond(found) == pytest.approx(beyond(before) - 3.0)


def beyond(copy: Copy) -> float:
    """How many bits speak for this exemplar rather than the next best."""
    return float(copy.how.partition(" bits beyond")[0].rpartition(" ")[2])


# -- quotations -----------------------------------------------------------------------------------


def test_who_may_have_heard_the_same_words_copied_nobody() -> None:
    clause = "the mayor told a crowd of angry farmers from the steps of the old town hall on Monday night."
    one = f'"{SAID}," {clause}'
    found = traced(one, swapped(one, ("angry", "furious")), f'Anna Holm answered: "{SAID}."')
    heard = [w for w in found.lineage.witnesses if w.quoted]
    assert found.family.kind == "prose"
    assert [found.path(w) for w in heard] == ["2.txt"]
    assert edges(found, "2.txt") == []
    assert len(found.descent.copies) == 1


def test_copies_word_for_word_of_a_sentence_that_is_mostly_quoted_are_copies() -> None:
    """Another has only its end, the clause with it, and so has its prose."""
    one = f'"{SAID} in a hundred years," the mayor told a crowd of farmers outside.'
    found = traced(one, one, one[one.index("is going to") :])
    assert found.family.kind == "prose"
    assert not any(w.quoted for w in found.lineage.witnesses)
    assert len(found.descent.copies) == 2
    assert original(found) in ("0.txt", "1.txt")


# -- what always holds ----------------------------------------------------------------------------


@given(piles())
def test_every_edge_stays_in_its_family_and_rests_on_an_alignment(articles: list[Article]) -> None:
    found = of_articles(articles)
    families = {family.id: family for family in found.lineage.families}
    witness = {w.id: w for w in found.lineage.witnesses}
    archetype = {a.id: a for a in found.descent.archetypes}
    parallel = {p.id: p for p in found.lineage.parallels}
    for copy in found.descent.copies:
        family = families[copy.family_id]
        assert family.kind == "prose"
        assert family.carriers > 1
        assert witness[copy.copy_id].family_id == family.id
        assert not witness[copy.copy_id].quoted
        assert copy.exemplar_id != copy.copy_id
        assert (witness | archetype)[copy.exemplar_id].family_id == family.id
        # The base has no alignment of its own; another's with it is the same.
        rests = parallel[copy.parallel_id]
        assert copy.copy_id in (rests.witness_id, rests.base_id)
        assert copy.direction in ("forward", "undecided")
        assert copy.how


@given(piles())
def test_each_witness_of_shared_prose_has_one_edge_but_for_the_likely_original(
    articles: list[Article],
) -> None:
    found = of_articles(articles)
    archetypes = {a.family_id: a for a in found.descent.archetypes}
    prose = {f.id for f in found.lineage.families if f.kind == "prose" and f.carriers > 1}
    assert set(archetypes) == prose
    stands_for = {a.witness_id for a in archetypes.values() if not a.conjecture}
    inside = [w for w in found.lineage.witnesses if w.family_id in prose and not w.quoted]
    assert sorted(copy.copy_id for copy in found.descent.copies) == sorted(
        w.id for w in inside if w.id not in stands_for
    )


@given(piles())
def test_edges_never_go_round_in_a_circle(articles: list[Article]) -> None:
    found = of_articles(articles)
    above = {copy.copy_id: copy.exemplar_id for copy in found.descent.copies}
    for start in above:
        met, at = {start}, above[start]
        while at in above:
            assert at not in met
            met.add(at)
            at = above[at]


DAYS = st.sampled_from([None, "2020-02-01", "2020-02-03T08:00:00Z", "2020-02"])


@given(piles(), st.lists(DAYS, min_size=5, max_size=5), st.permutations(range(5)))
def test_the_order_of_files_changes_no_edge_and_no_swap(
    articles: list[Article], days: Sequence[str | None], order: Sequence[int]
) -> None:
    made = [replace(a, published=day) for a, day in zip(articles, days, strict=False)]
    again = [made[i] for i in order if i < len(made)]
    assert of_articles(again).descent == of_articles(made).descent


@given(piles())
def test_rows_of_descent_are_in_order_of_id(articles: list[Article]) -> None:
    for rows in of_articles(articles).descent:
        assert ids(rows) == sorted(set(ids(rows)))


def test_a_pile_that_shares_nothing_has_no_descent() -> None:
    assert traced(PIER, BAKERS, ORCHARD).descent == ([], [], [])
