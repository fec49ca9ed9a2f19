"""The footing of any passages: what each kind adds to *at least* and to *at most*."""

import random
import time

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.account.ledger import Given, Ledger, given, ledger
from tests.account.test_statements import IN_OTHER_WORDS, SAID, TEXTS, WIRE
from tests.lineage.tracing import BAKERS, LNA, ORCHARD, PIER, ROOFS, SLUICE, VALVE, swapped

from stemma.account import Grounds, account_of, footing_of, pool_of
from stemma.model import Sentence, Witness

HALDEN = "LORN (Halden) - "
WHOLE = "\n\n".join(WIRE)
ALL_OF_WIRE = ("harbour board", "Bakers", "sluice", "Growers", "Inspectors", "Aid groups")


# -- what counts ----------------------------------------------------------------------------------


def test_a_passage_that_stands_nowhere_else_has_one_reporter() -> None:
    found = ledger(PIER, BAKERS).footing("harbour board")
    assert (found.carriers, found.texts, found.least, found.most, found.names) == (1, 1, 1, 1, ())
    assert "1 of unknown origin: no tag names the writer" in found.reasons


def test_a_tag_on_it_names_that_one() -> None:
    found = ledger(LNA + PIER, BAKERS).footing("harbour board")
    assert (found.least, found.most, found.names) == (1, 1, ("LNA",))


def test_copies_without_a_tag_are_one_writing() -> None:
    found = ledger(PIER, PIER, swapped(PIER, ("wooden", "timber"))).footing("harbour board")
    assert (found.carriers, found.texts, found.least, found.most) == (3, 2, 1, 1)


def test_a_passage_of_unknown_origin_beside_a_named_one_may_have_another_reporter() -> None:
    found = ledger(PIER, LNA + BAKERS, BAKERS).footing("harbour board", "Bakers")
    assert (found.least, found.most, found.names) == (1, 2, ("LNA",))


def test_two_named_families_have_two_reporters() -> None:
    found = ledger(LNA + PIER, PIER, HALDEN + BAKERS, BAKERS).footing("harbour board", "Bakers")
    assert (found.least, found.most, found.names) == (2, 2, ("Halden", "LNA"))


def test_two_families_of_one_name_have_one_reporter() -> None:
    found = ledger(LNA + PIER, PIER, f"LORN (LNA) - {BAKERS}", BAKERS)
    assert found.bounds("harbour board", "Bakers") == (1, 1)


def test_two_forms_of_one_name_are_one_reporter() -> None:
    found = ledger(LNA + PIER, PIER, f"LORN (Lorn News Agency) - {BAKERS}", BAKERS)
    assert found.bounds("harbour board", "Bakers") == (1, 1)
    assert found.footing("harbour board", "Bakers").names == ("LNA",)


def test_two_families_that_name_nobody_have_one_at_least_and_two_at_most() -> None:
    assert ledger(PIER, PIER, BAKERS, BAKERS).bounds("harbour board", "Bakers") == (1, 2)


def test_two_names_on_one_prose_are_one_at_least_and_two_at_most() -> None:
    assert ledger(LNA + PIER, HALDEN + PIER).bounds("harbour board") == (1, 2)


@pytest.mark.parametrize("many", [2, 3, 4])
def test_a_quotation_in_words_of_their_own_has_as_many_reporters(many: int) -> None:
    found = ledger(*IN_OTHER_WORDS[:many]).footing(SAID)
    assert (found.least, found.most) == (many, many)
    assert f"the words around a quotation were written separately by {many}" in found.reasons


def test_a_quotation_without_words_around_it_shows_one_reporter() -> None:
    assert ledger(f'"{SAID}."', f'"{SAID}."', IN_OTHER_WORDS[1]).bounds(SAID)[0] == 1


def test_residue_raises_the_upper_bound_alone() -> None:
    texts = (*IN_OTHER_WORDS[:2], LNA + PIER, PIER)
    before = ledger(*texts).bounds(SAID, "harbour board")
    after = ledger(*texts, ROOFS).bounds(SAID, "harbour board", "roofs")
    assert before == (2, 3)
    assert after == (2, 4)


@pytest.mark.parametrize("head", ["", LNA])
def test_what_a_copying_page_added_may_be_anothers_whatever_its_head_says(head: str) -> None:
    """Six paragraphs of a wire in the wire's order, and one that no other article has."""
    found = ledger(f"{head}{WHOLE}\n\n{ROOFS}", WHOLE)
    assert found.bounds(*ALL_OF_WIRE) == (1, 1)
    assert found.bounds(*ALL_OF_WIRE, "roofs") == (1, 2)
    short = ledger(f"{head}{PIER}\n\n{ROOFS}", PIER)
    assert short.bounds("harbour board", "roofs") == (1, 2)


def test_the_head_of_a_page_that_shares_nothing_speaks_for_all_of_it() -> None:
    found = ledger(f"{LNA}{PIER}\n\n{ROOFS}", BAKERS).footing("harbour board", "roofs")
    assert (found.least, found.most, found.names) == (1, 1, ("LNA",))


@pytest.mark.parametrize("head", ["", LNA])
def test_the_passages_of_an_unbroken_repost_have_one_writer(head: str) -> None:
    found = ledger(head + WHOLE, WHOLE)
    assert found.bounds(*ALL_OF_WIRE) == (1, 1)
    assert found.footing(*ALL_OF_WIRE).carriers == 2


def test_two_agencies_in_one_unbroken_page_are_at_most_two() -> None:
    """Two names are never at most one."""
    text = WHOLE.replace(SLUICE, HALDEN + SLUICE)
    found = ledger(LNA + text, WHOLE).footing(*ALL_OF_WIRE)
    assert found.names == ("Halden", "LNA")
    assert found.most == 2


def test_all_that_a_family_has_counts_asked_for_or_not() -> None:
    found = ledger(PIER, LNA + PIER, swapped(PIER, ("wooden", "timber")))
    one = [s for s in found.sentences if "timber" in s.text]
    told = footing_of(one, found.pool)
    assert (told.carriers, told.texts, told.names) == (3, 2, ("LNA",))


def test_a_part_of_a_sentence_is_of_the_family_that_it_lies_in() -> None:
    found = ledger(f"{BAKERS} {PIER}", PIER, LNA + PIER)
    (sentence,) = [s for s in found.sentences if s.text.startswith("MARROW")]
    at = sentence.text.index("old ferry")
    part = Sentence(
        sentence.id, sentence.article_id, sentence.block_id, sentence.start + at,
        sentence.start + at + 40, True, "asked for", sentence.text[at : at + 40],
    )  # fmt: skip
    assert footing_of([part], found.pool) == found.footing("harbour board")


def test_nothing_asked_for_has_no_footing() -> None:
    found = footing_of([], ledger(PIER, PIER).pool)
    assert (found.carriers, found.texts, found.least, found.most, found.names) == (0, 0, 0, 0, ())
    assert found.reasons == ("no passage was asked for",)


# -- what always holds ----------------------------------------------------------------------------

ASKED = (PIER, BAKERS, ROOFS, ORCHARD, SAID)
MORE = (*TEXTS, ROOFS, f"{ROOFS}\n\n{ORCHARD}", f"{HALDEN}{WHOLE}\n\n{ROOFS}", f'"{SAID}."')


def passages(found: Ledger, witnesses: list[Witness]) -> list[Sentence]:
    """Witnesses as passages."""
    inside = {s.id: s for s in found.sentences}
    return [
        Sentence(w.sentence_id, w.article_id, inside[w.sentence_id].block_id, w.start, w.end, True,
                 w.how, w.text)
        for w in witnesses
    ]  # fmt: skip


@settings(max_examples=30)
@for_any(st.lists(st.sampled_from(MORE), max_size=6))
def test_one_family_is_counted_as_its_statement_is(texts: list[str]) -> None:
    found = ledger(*texts)
    for statement in found.account.statements:
        told = footing_of(passages(found, found.pool.inside[statement.family_id]), found.pool)
        assert (told.carriers, told.texts) == (statement.carriers, statement.texts)
        assert (told.least, told.most) == (statement.reporters_min, statement.reporters_max)
        assert told.names == statement.reporters


@settings(max_examples=30)
@for_any(st.lists(st.sampled_from(MORE), min_size=1, max_size=6), st.randoms())
def test_bounds_hold_for_any_passages(texts: list[str], chance: random.Random) -> None:
    found = ledger(*texts)
    asked = chance.sample(list(found.sentences), chance.randint(1, len(found.sentences)))
    told = footing_of(asked, found.pool)
    assert 1 <= told.least <= told.most
    assert len(told.names) <= told.most
    assert told.reasons
    assert footing_of([*reversed(asked), asked[0]], found.pool) == told


@settings(max_examples=20)
@for_any(st.lists(st.sampled_from(MORE), min_size=1, max_size=5), st.randoms())
def test_more_passages_never_lower_what_is_shown(texts: list[str], chance: random.Random) -> None:
    found = ledger(*texts)
    some = chance.sample(list(found.sentences), chance.randint(1, len(found.sentences)))
    less, more = footing_of(some, found.pool), footing_of(found.sentences, found.pool)
    assert less.least <= more.least
    assert less.carriers <= more.carriers
    assert set(less.names) <= set(more.names)


# -- many copies ----------------------------------------------------------------------------------

REPORT = f"{LNA}{PIER} {IN_OTHER_WORDS[0]}\n\n{BAKERS}\n\n{SLUICE}\n\n{ORCHARD}"


def test_five_hundred_copies_of_an_article_count_as_one_does() -> None:
    other = f"{HALDEN}{IN_OTHER_WORDS[1]}"
    one, many = ledger(REPORT, REPORT, other), ledger(*[REPORT] * 500, other)
    for words in ("harbour board", "Bakers", SAID):
        assert many.counts(words) == one.counts(words)
        assert many.bounds(words) == one.bounds(words)
        assert many.statement(words).texts == one.statement(words).texts
    assert many.bounds(SAID, "harbour board", "Bakers") == one.bounds(
        SAID, "harbour board", "Bakers"
    )
    assert many.footing("harbour board").carriers == 500


def test_the_time_for_copies_grows_with_their_number() -> None:
    def seconds(rows: Given) -> float:
        started = time.process_time()
        account_of(pool_of(*rows))
        footing_of([s for s in rows[2] if SAID in s.text], pool_of(*rows))
        return time.process_time() - started

    few, many = (given(*[REPORT] * copies, *IN_OTHER_WORDS) for copies in (100, 800))
    once, more = (min(seconds(rows) for _ in range(3)) for rows in (few, many))
    assert more < 3 * 8 * max(once, 0.01)


def test_what_a_copy_has_is_counted_as_a_page_and_raises_nothing() -> None:
    """A pool without the copy gives the bounds; the copy's own dateline names no second reporter."""
    report = [PIER, BAKERS, SLUICE, ORCHARD, VALVE]
    texts = ["\n\n".join([f"MARROW POINT (LNA) - {PIER}", *report[1:]]), f"{ROOFS}\n\n{PIER}"]
    copy = "\n\n".join([f"LORN (Halden) - {PIER}", *report[1:]])
    alone, more = ledger(*texts), ledger(*texts, copy)
    sentences = {one.id: one for one in more.sentences}
    asked = frozenset(one.id for one in more.sentences if PIER in one.text)
    old = frozenset(one.id for one in alone.sentences if PIER in one.text)
    assert len(asked) == len(old) + 1
    before = Grounds(alone.pool, sentences, [], {}).of(old).footing
    after = Grounds(alone.pool, sentences, [], {}, more.pool).of(asked).footing
    assert after == before._replace(carriers=before.carriers + 1)
    assert Grounds(more.pool, sentences, [], {}).of(asked).footing.most > before.most
    only = Grounds(alone.pool, sentences, [], {}, more.pool).of(asked - old).footing
    assert only.carriers > 0
