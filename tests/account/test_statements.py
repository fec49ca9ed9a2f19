"""Reporters at least and at most: what counts, what does not, and that the reasons say so."""

import random
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.account.ledger import ledger
from tests.lineage.tracing import (
    BAKERS,
    INQUIRY,
    ORCHARD,
    PIER,
    ROOFS,
    SLUICE,
    VALVE,
    swapped,
)

from stemma.model import TABLES

SAID = "Nobody in this valley asked for a bridge and nobody in this valley is going to pay for one"
IN_OTHER_WORDS = (
    f'The mayor would not be moved. "{SAID}," he shouted from the steps of the town hall.',
    f'Standing in the rain, Anna Holm answered her critics: "{SAID}."',
    f'Later came a letter, signed by six farmers. "{SAID}," it read, in green ink.',
    f'At the inn they still repeat what was said that day. "{SAID}," an old man recalled.',
)


# -- prose ----------------------------------------------------------------------------------------


def test_copies_without_a_tag_are_one_reporter_without_a_name() -> None:
    found = ledger(PIER, PIER, PIER, swapped(PIER, ("wooden", "timber")))
    assert found.counts("harbour board") == (1, 1, ())
    statement = found.statement("harbour board")
    assert (statement.carriers, statement.texts) == (4, 2)
    assert "4 articles share its prose, so one writing stands behind all of them" in statement.how
    assert "no witness names its reporter" in statement.how


def test_one_tagged_copy_names_the_reporter_of_all() -> None:
    found = ledger(PIER, f"MARROW POINT (LNA) - {PIER}", PIER)
    assert found.counts("harbour board") == (1, 1, ("LNA",))
    assert "LNA" in found.statement("harbour board").how
    (reporter,) = found.account.reporters
    assert reporter.text.startswith("MARROW POINT (LNA)")
    assert reporter.statement_id == found.statement("harbour board").id
    assert "agency" in reporter.how


def test_a_tag_in_the_middle_of_a_body_speaks_for_its_own_sentence_only() -> None:
    found = ledger(
        f"{BAKERS}\n\nMARROW POINT (LNA) - {PIER}\n\n{SLUICE}", f"{SLUICE}\n\n{PIER}\n\n{BAKERS}"
    )
    assert found.counts("harbour board")[2] == ("LNA",)
    assert found.counts("Bakers")[2] == ()
    assert found.counts("sluice")[2] == ()


def test_several_tags_on_one_prose_are_at_least_one_and_at_most_all() -> None:
    found = ledger(f"MARROW POINT (LNA) - {PIER}", f"MARROW POINT (Halden) - {PIER}")
    assert found.counts("harbour board") == (1, 2, ("Halden", "LNA"))
    how = found.statement("harbour board").how
    assert "name Halden, LNA: each may have reported it" in how
    assert "share its prose" in how


def test_two_names_are_never_at_most_one() -> None:
    """One stands on the passage, the other at the head of a page that may be one unbroken text."""
    found = ledger(f"MARROW POINT (LNA) - {PIER}", f"LORN (Halden) - {ROOFS} {PIER}")
    least, most, names = found.counts("harbour board")
    assert (least, most) == (1, len(names))
    both = ledger(f"MARROW POINT (LNA) - {BAKERS} {PIER}", f"LORN (Halden) - {ROOFS} {PIER}")
    least, most, names = both.counts("harbour board")
    assert (least, most) == (1, len(names))


def test_the_same_tag_on_many_copies_is_one_reporter() -> None:
    found = ledger(*[f"{place} (LNA) - {PIER}" for place in ("MARROW", "LORN", "ELDEN")])
    assert found.counts("harbour board") == (1, 1, ("LNA",))
    assert len(found.account.reporters) == 3


def test_a_sentence_that_one_article_has_twice() -> None:
    found = ledger(f"{PIER}\n\n{BAKERS}\n\n{PIER}", ORCHARD)
    assert found.statement("harbour board").carriers == 1
    assert "one article has it twice" in found.statement("harbour board").how


# -- quotations -----------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [2, 3, 4])
def test_a_quotation_in_separate_prose_may_have_as_many_reporters_as_texts(many: int) -> None:
    found = ledger(*IN_OTHER_WORDS[:many])
    assert found.counts(SAID) == (many, many, ())
    how = found.statement(SAID).how
    assert f"the words around it were written separately in {many} of them: {many} reporters" in how
    assert "a common statement, which shows no copying" in how
    assert f"{many} texts around it that share no prose next to it" in how


def test_copies_of_one_text_around_a_quotation_count_once() -> None:
    found = ledger(IN_OTHER_WORDS[0], IN_OTHER_WORDS[1], IN_OTHER_WORDS[1], IN_OTHER_WORDS[1])
    assert found.counts(SAID)[:2] == (2, 2)


def test_a_name_shows_a_reporter_of_a_quotation() -> None:
    found = ledger(
        f"MARROW POINT (LNA) - {IN_OTHER_WORDS[0]}",
        f"MARROW POINT (Halden) - {IN_OTHER_WORDS[1]}",
        IN_OTHER_WORDS[2],
    )
    assert found.counts(SAID) == (3, 3, ("Halden", "LNA"))


def test_two_texts_of_one_named_reporter_are_one() -> None:
    found = ledger(
        f"MARROW POINT (LNA) - {IN_OTHER_WORDS[0]}", f"MARROW POINT (LNA) - {IN_OTHER_WORDS[1]}"
    )
    assert found.counts(SAID) == (1, 1, ("LNA",))


# -- pages ----------------------------------------------------------------------------------------

WIRE = (PIER, BAKERS, SLUICE, ORCHARD, VALVE, INQUIRY)


def test_a_repost_with_the_tag_at_its_head_is_spoken_for_as_a_whole() -> None:
    repost = "MARROW POINT (LNA) - " + "\n\n".join(WIRE)
    found = ledger(repost, "\n\n".join(WIRE), f"{WIRE[0]}\n\n{WIRE[2]}")
    assert {s.reporters for s in found.account.statements} == {("LNA",)}
    assert {(s.reporters_min, s.reporters_max) for s in found.account.statements} == {(1, 1)}
    assert any("of the page" in r.how for r in found.account.reporters)


def test_a_credit_at_the_foot_speaks_for_an_unbroken_text() -> None:
    found = ledger("\n\n".join([*WIRE, "(LNA)"]), "\n\n".join(WIRE))
    assert {s.reporters for s in found.account.statements} == {("LNA",)}


def test_the_head_of_a_mosaic_speaks_for_its_own_sentence_only() -> None:
    """It took its first sentence from one agency and the rest from three other texts."""
    others = (
        "A clerk in the lower town wrote the names of the missing on the wall behind her desk in chalk.",
        "Two goats that had swum across the bay were given to the children of the island school.",
        "The court heard that smugglers had been seen near the wreck before it burned to the keel.",
        "Nobody could say who had rung the church bell that woke the valley shortly after three.",
    )
    mosaic = "\n\n".join(
        [f"MARROW POINT (LNA) - {PIER}", others[2], SLUICE, others[0], ORCHARD, others[3], BAKERS]
    )
    found = ledger(
        mosaic,
        "\n\n".join([PIER, BAKERS, SLUICE]),
        "\n\n".join([others[0], others[1], others[2]]),
        "\n\n".join([ORCHARD, VALVE, others[3]]),
    )
    assert found.counts("harbour board")[2] == ("LNA",)
    named = [s.text for s in found.account.statements if s.reporters]
    assert named == [found.statement("harbour board").text]


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("LNA", "Lorn News Agency", "LNA"),
        ("Halden", "Halden News", "Halden"),
        ("Halden", "Halden News Agency", "Halden"),
        ("LNA", "LNA", "LNA"),
    ],
)
def test_two_forms_of_one_name_are_one_reporter(one: str, other: str, shown: str) -> None:
    found = ledger(f"MARROW POINT ({one}) - {PIER}", f"MARROW POINT ({other}) - {PIER}")
    assert found.counts("harbour board") == (1, 1, (shown,))


@pytest.mark.parametrize(
    ("one", "other"), [("LNA", "LNR"), ("Halden", "Corvus"), ("Halden Post", "Halden Echo")]
)
def test_two_names_are_two(one: str, other: str) -> None:
    found = ledger(f"MARROW POINT ({one}) - {PIER}", f"MARROW POINT ({other}) - {PIER}")
    assert found.counts("harbour board")[1] == 2


# -- what always holds ----------------------------------------------------------------------------

TEXTS = (
    f"MARROW POINT (LNA) - {PIER}\n\n{BAKERS}",
    f"{BAKERS} {PIER}",
    f"LORN (Halden) - {ROOFS} {swapped(PIER, ('wooden', 'timber'))}",
    *IN_OTHER_WORDS,
    "\n\n".join([*WIRE, "(LNA)"]),
)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(TEXTS), max_size=6))
def test_at_least_never_exceeds_at_most(texts: list[str]) -> None:
    found = ledger(*texts)
    assert [s.family_id for s in found.account.statements] == sorted(f.id for f in found.families)
    for statement in found.account.statements:
        assert 1 <= statement.reporters_min <= statement.reporters_max <= max(statement.carriers, 1)
        assert len(statement.reporters) <= statement.reporters_max
        assert list(statement.reporters) == sorted(set(statement.reporters))
        assert statement.how
        assert statement.bases is None
    named = {(r.statement_id, r.name) for r in found.account.reporters}
    assert named == {(s.id, name) for s in found.account.statements for name in s.reporters}


@settings(max_examples=20)
@given(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=5), st.randoms())
def test_a_further_copy_changes_no_count_of_reporters(
    texts: list[str], chance: random.Random
) -> None:
    """Copy an article once more: pages rise, reporters stay as they are."""
    once = ledger(*texts)
    again = ledger(*texts, chance.choice(texts))

    def counts(found: object) -> dict[str, tuple[int, int, tuple[str, ...]]]:
        return {
            s.text: (s.reporters_min, s.reporters_max, s.reporters)
            for s in found.account.statements  # type: ignore[attr-defined]
        }

    before, after = counts(once), counts(again)
    assert {text: after[text] for text in before if text in after} == {
        text: count for text, count in before.items() if text in after
    }


def test_no_table_has_a_number_of_reporters_for_a_story_or_a_pile() -> None:
    counted = {
        name: [f.name for f in fields(record) if f.name.startswith("reporters_")]
        for name, record in TABLES.items()
    }
    assert {name for name, columns in counted.items() if columns} == {
        "statements",
        "sayings",
        "events",
        "conflicts",
    }
    for name in ("stories", "articles", "families"):
        names = {f.name for f in fields(TABLES[name])}
        assert not {n for n in names if "independ" in n or "reporter" in n or "origin" in n}


@pytest.mark.parametrize(
    "line",
    [
        "© 2016 Daily Plover. All rights reserved.",
        "© Getty Images",
        "Source: Facebook",
        "(File)",
        "(Correction)",
        "- The End",
        "- Ana Costa",
        "Story by Staff Writer",
        "This story was first published on Monday.",
    ],
)
def test_a_line_of_the_page_names_no_reporter(line: str) -> None:
    found = ledger("\n\n".join([*WIRE, line]), "\n\n".join(WIRE))
    assert {s.reporters for s in found.account.statements} == {()}


def test_a_copied_report_takes_its_quotation_along() -> None:
    """However often a report is copied, its quotation has no further reporter."""
    one = f"{PIER} {IN_OTHER_WORDS[0]} {BAKERS}"
    spun = one.replace("wooden piers", "timber piers")
    found = ledger(one, spun, f"{one} {SLUICE}", IN_OTHER_WORDS[1])
    assert found.counts(SAID)[:2] == (2, 2)


def test_footers_of_copies_are_no_separate_reporters() -> None:
    one = f"{PIER} {IN_OTHER_WORDS[0]} {BAKERS}"
    tagged = (f"MARROW POINT (LNA) - {one}", f"LORN (Halden) - {one}", f"{one}")
    least, most, _ = ledger(*tagged).counts(SAID)
    assert (least, most) == (1, 2)


def test_a_stitched_page_makes_two_reporters_no_one() -> None:
    """Beside the quotation it has a sentence of either report, and so would join them by a chain."""
    one = f"{PIER} {IN_OTHER_WORDS[0]}"
    other = f"{IN_OTHER_WORDS[1]} {BAKERS}"
    bridge = f"{PIER} {IN_OTHER_WORDS[2]} {BAKERS}"
    assert ledger(one, other).counts(SAID)[:2] == (2, 2)
    least, most, _ = ledger(one, other, bridge).counts(SAID)
    assert (least, most) == (2, 2)
    tagged = ledger(f"MARROW POINT (LNA) - {one}", f"LORN (Halden) - {other}")
    assert tagged.counts(SAID)[1] >= 2
