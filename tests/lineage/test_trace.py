"""The whole of lineage: what is joined, what is not, and what holds whatever the pile."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lineage.tracing import (
    BAKERS,
    BRIDGE,
    ORCHARD,
    PIER,
    ROOFS,
    SLUICE,
    VALVE,
    ids,
    of_articles,
    piles,
    swapped,
    traced,
)

from stemma.model import Article, Witness
from stemma.text.tokens import words

# -- what is joined -------------------------------------------------------------------------------


def test_equal_sentences_are_one_family() -> None:
    found = traced(PIER, f"{BAKERS} {PIER}")
    assert (found.family.carriers, found.family.texts, found.family.kind) == (2, 1, "prose")
    assert found.family.text == PIER
    assert found.lineage.variants == []
    assert len(found.descent.copies) == 1


def test_a_copy_is_found_beneath_its_swaps() -> None:
    spun = swapped(
        PIER, ("board", "panel"), ("old", "ageing"), ("wooden", "timber"), ("lorries", "trucks")
    )
    found = traced(PIER, spun)
    assert found.family.carriers == 2
    assert found.family.core == len(words(PIER)) - 4


def test_swaps_that_are_undone_let_more_be_found() -> None:
    """Half of the last sentence is exchanged; what for was learnt from the others."""
    swaps = [("harbour", "port"), ("lorries", "trucks"), ("old", "ageing"), ("crack", "split")]
    others = (
        "At noon the harbour was closed to all lorries on the orders of the old coastguard.",
        "Drivers who had come with lorries slept in an old shed beside the harbour that night.",
        "Rocks beneath the sand crack when the tide turns, a teacher told her class on the beach.",
        "Walls of clay crack sooner than walls of brick, as every builder in the town will know.",
    )
    last = "Children watched old lorries crack every harbour road they took."
    text = "\n\n".join([*others, last])
    assert traced(last, swapped(last, *swaps)).lineage.families == []
    found = traced(text, swapped(text, *swaps))
    assert len(found.lineage.families) == 5
    assert {variant.kind for variant in found.lineage.variants} == {"swap"}
    assert {family.texts for family in found.lineage.families} == {1}


def test_a_part_of_a_sentence_is_a_witness_of_that_part() -> None:
    tail = "the old ferry terminal at Marrow Point because its wooden piers can no longer carry lorries."
    found = traced(f"{PIER} {BAKERS}", f"Nothing was said of {tail}")
    assert found.family.carriers == 2
    for witness in found.lineage.witnesses:
        assert words(witness.text)[-16:][0].n == "the"
        assert witness.text.endswith("carry lorries.")
    assert tail in [witness.text for witness in found.lineage.witnesses]


def test_one_witness_may_be_cut_and_says_so() -> None:
    cut = PIER[: PIER.index(" because")] + "."
    found = traced(PIER, PIER, cut)
    short = [w for w in found.lineage.witnesses if found.path(w) == "2.txt"]
    assert [(w.whole, w.how) for w in short] == [(False, "aligned")]
    assert found.family.texts == 1
    (variant,) = found.lineage.variants
    assert (variant.kind, variant.how) == ("omission", "the witness is cut short here")
    assert variant.base_text == "because its wooden piers can no longer carry lorries"
    assert (variant.text, variant.start) == ("", variant.end)


def test_glued_sentences_are_two_families() -> None:
    found = traced(f"{PIER} {BAKERS}", PIER + BAKERS)
    assert sorted(f.text for f in found.lineage.families) == [BAKERS, PIER]
    assert {f.carriers for f in found.lineage.families} == {2}


def test_a_dateline_tag_is_left_out_of_the_comparison() -> None:
    found = traced(PIER, f"MARROW POINT (LNA) - {PIER}")
    assert (found.family.texts, found.lineage.variants) == (1, [])
    assert {witness.text for witness in found.lineage.witnesses} == {PIER}
    starts = {found.path(w): w.start for w in found.lineage.witnesses}
    assert starts == {"0.txt": 0, "1.txt": len("MARROW POINT (LNA) - ")}
    tagged = next(w for w in found.lineage.witnesses if found.path(w) == "1.txt")
    assert found.family.base_id == tagged.id


def test_a_sentence_twice_in_one_article_is_a_family_without_a_copy() -> None:
    found = traced(f"{PIER}\n\n{BAKERS}\n\n{PIER}", ORCHARD)
    assert (found.family.carriers, found.family.witnesses) == (1, 2)
    assert found.descent.copies == []


def test_a_sentence_that_stands_once_is_no_family() -> None:
    assert traced(PIER, BAKERS, ORCHARD).lineage == ([], [], [], [], [])
    assert traced().lineage == ([], [], [], [], [])


# -- what is not ----------------------------------------------------------------------------------


def test_two_reports_of_one_event_in_different_words_are_not_joined() -> None:
    """They share names, titles of office and a number."""
    one = (
        "Defence Minister Ilse Marten told parliament on Monday that 1,400 soldiers would leave "
        "Camp Orrin by the end of June. Foreign Minister Tomas Reyl welcomed the step."
    )
    other = (
        "By late June Camp Orrin is to lose 1,400 soldiers, lawmakers heard at the start of the week "
        "from Defence Minister Ilse Marten. There was praise from Foreign Minister Tomas Reyl, whose "
        "party had long asked for it."
    )
    assert traced(one, other).lineage.families == []


@pytest.mark.parametrize(
    "phrase",
    [
        "United Kingdom of Great Britain and Northern Ireland",
        "Lorn Commission for the Protection of Migrating Birds and Coastal Waters",
        "Foreign Minister of the Kestrian Republic Tomas Anders Reyl",
    ],
)
def test_a_long_name_joins_nothing(phrase: str) -> None:
    one = f"Every boat now has to be registered with the {phrase} before it may leave the bay."
    other = f"Nobody living upstream had ever heard of the {phrase}, a survey found last autumn."
    assert traced(one, other).lineage.families == []


@pytest.mark.parametrize(
    "caption",
    [
        "President Anna Holm and Foreign Minister Tomas Reyl of Kestria with Defence Minister Ilse Marten.",
        "President Anna Holm, Defence Minister Ilse Marten, Foreign Minister Tomas Reyl.",
    ],
)
def test_a_caption_of_names_and_titles_joins_nothing(caption: str) -> None:
    assert traced(f"{PIER}\n\n{caption}", f"{ROOFS}\n\n{caption}").lineage.families == []


@pytest.mark.parametrize(
    "stock",
    [
        "at the end of the day",
        "did not immediately respond to a request",
        "for the first time since",
    ],
)
def test_a_stock_phrase_joins_nothing(stock: str) -> None:
    one = f"Fishermen mended their nets {stock} and sang about a drowned girl in the dunes."
    other = f"The bank raised its rates {stock}, which pleased savers less than had been hoped."
    assert traced(one, other).lineage.families == []


def test_a_shared_quotation_in_different_prose_is_a_common_statement() -> None:
    said = (
        "Nobody in this valley asked for a bridge and nobody in this valley is going to pay for one"
    )
    found = traced(
        f'"{said}," the mayor shouted from the steps of the town hall.',
        f'Standing in the rain, Anna Holm answered her critics: "{said}."',
    )
    assert found.family.kind == "quotation"
    assert (found.family.carriers, found.descent.copies) == (2, [])


def test_a_quotation_with_its_clause_is_prose() -> None:
    found = traced(BRIDGE, BRIDGE)
    assert found.family.kind == "prose"
    assert len(found.descent.copies) == 1


# -- no transitive closure ------------------------------------------------------------------------


def test_a_chain_of_overlaps_is_not_one_family() -> None:
    """The middle sentence shares its head with one and its tail with the other."""
    head = "The harbour board voted late on Tuesday to close the old ferry terminal"
    tail = "while bakers along the river were handing out warm bread through their windows"
    found = traced(
        f"{head} and to sell what is left of the piers to a scrap dealer.",
        f"{head} {tail}.",
        f"School was out by noon, {tail}.",
    )
    assert found.carriers() == {("0.txt", "1.txt"), ("1.txt", "2.txt")}
    assert all("0.txt" not in c or "2.txt" not in c for c in found.carriers())


# -- what always holds ----------------------------------------------------------------------------


@given(piles())
def test_offsets_give_back_the_texts(articles: list[Article]) -> None:
    found = of_articles(articles)
    text = {a.id: a.text for a in articles}
    lineage = found.lineage
    for rows in (
        lineage.families,
        lineage.witnesses,
        lineage.parallels,
        lineage.variants,
        found.descent.copies,
        found.descent.archetypes,
    ):
        for row in rows:
            assert text[row.article_id][row.start : row.end] == row.text
    base_article = {family.id: family.article_id for family in lineage.families}
    for variant in lineage.variants:
        base = text[base_article[variant.family_id]]
        assert base[variant.base_start : variant.base_end] == variant.base_text
        assert (variant.base_text, variant.base_start) != (variant.text, variant.start)
    for parallel in lineage.parallels:
        assert parallel.base_article_id == base_article[parallel.family_id]
        assert 0 <= parallel.base_start < parallel.base_end <= len(text[parallel.base_article_id])


@given(piles())
def test_every_witness_but_the_base_runs_parallel_to_it(articles: list[Article]) -> None:
    lineage = of_articles(articles).lineage
    bases = {family.base_id for family in lineage.families}
    base_of = {family.id: family.base_id for family in lineage.families}
    assert sorted(p.witness_id for p in lineage.parallels) == sorted(
        w.id for w in lineage.witnesses if w.id not in bases
    )
    assert all(p.base_id == base_of[p.family_id] for p in lineage.parallels)
    assert all(p.matched >= 6 for p in lineage.parallels)


@given(piles())
def test_counts_are_those_of_the_witnesses(articles: list[Article]) -> None:
    lineage = of_articles(articles).lineage
    for family in lineage.families:
        inside = [w for w in lineage.witnesses if w.family_id == family.id]
        assert family.witnesses == len(inside) > 1
        assert family.carriers == len({w.article_id for w in inside})
        assert family.texts == len({w.wording for w in inside})
        assert next(w for w in inside if w.id == family.base_id).wording == 0


@given(piles())
def test_no_word_lies_in_two_witnesses_of_a_family(articles: list[Article]) -> None:
    for a, b in combinations(of_articles(articles).lineage.witnesses, 2):
        if (a.family_id, a.article_id) == (b.family_id, b.article_id):
            assert apart(a, b), (a.text, b.text)


def apart(a: Witness, b: Witness) -> bool:
    return a.article_id != b.article_id or a.end <= b.start or b.end <= a.start


def test_no_word_lies_in_two_families() -> None:
    """One page has the sentence's head and one its tail; both have the middle."""
    head = "The storm tore the roofs off 214 houses in the lower town, the fire"
    tail = "214 houses in the lower town, the fire brigade said after a night of searching."
    witnesses = traced(ROOFS, head, tail).lineage.witnesses
    assert len({w.article_id for w in witnesses}) == 3
    assert all(apart(a, b) for a, b in combinations(witnesses, 2))


@given(piles())
def test_ids_are_unique_and_in_order(articles: list[Article]) -> None:
    for rows in of_articles(articles).lineage:
        assert ids(rows) == sorted(set(ids(rows)))


@given(piles())
def test_every_reference_names_a_row(articles: list[Article]) -> None:
    found = of_articles(articles)
    lineage, descent = found.lineage, found.descent
    families, witnesses = set(ids(lineage.families)), set(ids(lineage.witnesses))
    variants, parallels = set(ids(lineage.variants)), set(ids(lineage.parallels))
    swaps = set(ids(lineage.swaps))
    assert {w.family_id for w in lineage.witnesses} == families
    assert all(set(v.witness_ids) <= witnesses and v.witness_ids for v in lineage.variants)
    assert {v.swap_id for v in lineage.variants} - {None} == swaps
    assert all(set(s.variant_ids) <= variants and s.variant_ids for s in lineage.swaps)
    archetypes = set(ids(descent.archetypes))
    assert {a.family_id for a in descent.archetypes} <= families
    assert {a.witness_id for a in descent.archetypes} <= witnesses
    assert {c.parallel_id for c in descent.copies} <= parallels
    assert {c.copy_id for c in descent.copies} <= witnesses
    assert {c.exemplar_id for c in descent.copies} <= witnesses | archetypes
    assert set(ids(descent.swaps)) == swaps


@given(piles(), st.randoms())
def test_shuffled_sentences_give_the_same_records(
    articles: list[Article], chance: random.Random
) -> None:
    again = list(articles)
    chance.shuffle(again)
    assert of_articles(again).lineage == of_articles(articles).lineage
    assert of_articles(again).descent == of_articles(articles).descent


@given(piles())
def test_a_family_id_is_formed_from_its_least_member(articles: list[Article]) -> None:
    lineage = of_articles(articles).lineage
    for family in lineage.families:
        members = [w.id for w in lineage.witnesses if w.family_id == family.id]
        assert family.id == "family-" + min(one.removeprefix("witness-") for one in members)


def test_progress_is_told_from_nothing_to_all() -> None:
    from stemma.lineage import trace

    told: list[tuple[int, int]] = []
    found = traced(PIER, swapped(PIER, ("wooden", "timber")), ROOFS, SLUICE, VALVE)
    trace(found.sentences, found.surfaces, progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert all(done < total for done, total in told)
