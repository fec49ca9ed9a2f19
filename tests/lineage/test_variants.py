"""Where the versions of a sentence differ, and what kind each difference is."""

import pytest
from tests.lineage.tracing import (
    BRIDGE,
    INQUIRY,
    ORCHARD,
    PIER,
    ROOFS,
    VALVE,
    Traced,
    swapped,
    traced,
)

from stemma.model import Variant


def places(found: Traced) -> set[tuple[str, str, str]]:
    """What stands at the offsets of each variant: path, text, path of the base with its text."""
    base = {family.id: found.articles[family.article_id] for family in found.lineage.families}
    shown = set()
    for v in found.lineage.variants:
        assert base[v.family_id].text[v.base_start : v.base_end] == v.base_text
        shown.add((found.path(v), found.articles[v.article_id].text[v.start : v.end], v.base_text))
    return shown


def only(found: Traced) -> Variant:
    (variant,) = found.lineage.variants
    return variant


@pytest.mark.parametrize(
    ("text", "old", "new", "kind"),
    [
        (ROOFS, "214", "241", "number"),
        (ROOFS, "214", "a dozen", "number"),
        (VALVE, "Petra", "Marta", "name"),
        (PIER, "Marrow Point", "Sand End", "name"),
        (BRIDGE, "will", "shall", "quote words"),
        (BRIDGE, "valley", "town", "quote words"),
        (PIER, "harbour", "harbor", "spelling"),
        (PIER, "wooden", "timber", "wording"),
        (INQUIRY, "an international", "an worldwide", "swap"),
        (VALVE, "The valve", "the valve", "spelling"),
    ],
)
def test_kind_of_a_substitution(text: str, old: str, new: str, kind: str) -> None:
    if old not in text:
        old, new = new, old
    found = traced(text, swapped(text, (old, new)))
    assert {v.kind for v in found.lineage.variants} in (
        {kind},
        set() if kind == "spelling" else {kind},
    )
    for v in found.lineage.variants:
        assert {v.base_text, v.text} <= {
            one for side in (old, new) for one in (*side.split(), side)
        }
        assert v.how
    places(found)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("labour", "labor"),
        ("programme", "program"),
        ("defence", "defense"),
        ("centre", "center"),
        ("travelled", "traveled"),
        ("licence", "license"),
        ("catalogue", "catalog"),
        ("judgement", "judgment"),
        ("grey", "gray"),
        ("tyre", "tire"),
        ("cannot", "can not"),
        ("cooperation", "co-operation"),
        ("per cent", "percent"),
        ("cheque", "check"),
        ("anaemia", "anemia"),
        ("manoeuvre", "maneuver"),
        ("ageing", "aging"),
        ("storey", "story"),
    ],
)
def test_british_and_american_spellings_are_one_text(british: str, american: str) -> None:
    text = (
        f"A clerk in the lower town wrote the word {british} on the wall behind her desk in chalk."
    )
    found = traced(text, text.replace(british, american))
    assert {v.kind for v in found.lineage.variants} == {"spelling"}
    assert found.family.texts == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("sank", "sunk"), ("affect", "effect"), ("ensure", "insure"), ("guilty", "quietly"),
     ("north", "south"), ("won", "lost"), ("hard", "harder"), ("accept", "except")],
)  # fmt: skip
def test_another_word_is_no_spelling(one: str, other: str) -> None:
    text = f"A clerk in the lower town wrote the word {one} on the wall behind her desk in chalk."
    found = traced(text, text.replace(one, other))
    assert {v.kind for v in found.lineage.variants} == {"wording"}
    assert found.family.texts == 2


def test_a_case_of_letters_or_quote_marks_is_no_difference() -> None:
    found = traced(BRIDGE, BRIDGE.replace('"', "”"), BRIDGE.replace('"', "„"))
    assert (found.lineage.variants, found.family.texts) == ([], 1)


def test_an_addition_and_an_omission() -> None:
    longer = swapped(PIER, ("because", "late at night because"))
    found = traced(PIER, PIER, longer)
    added = only(found)
    assert (added.kind, added.base_text, added.text) == ("addition", "", "late at night")
    assert places(found) == {("2.txt", "late at night", "")}
    assert added.base_start == added.base_end == PIER.index(" because")
    found = traced(longer, longer, PIER)
    gone = only(found)
    assert (gone.kind, gone.base_text, gone.text) == ("omission", "late at night", "")
    assert gone.start == gone.end == PIER.index(" because")
    assert found.family.texts == 2


def test_words_moved_inside_a_sentence_are_order() -> None:
    moved = (
        "Late on Tuesday the harbour board voted to close the old ferry terminal at Marrow Point "
        "because its wooden piers can no longer carry lorries."
    )
    found = traced(PIER, PIER, moved)
    assert {v.kind for v in found.lineage.variants} == {"order"}
    assert places(found) == {("2.txt", "Late on Tuesday", ""), ("2.txt", "", "late on Tuesday")}


def test_words_more_or_less_inside_quotation_marks() -> None:
    found = traced(BRIDGE, BRIDGE, BRIDGE.replace("in this valley ", ""))
    assert (only(found).kind, only(found).base_text) == ("quote words", "in this valley")


def test_a_swap_inside_quotation_marks_is_quote_words() -> None:
    """A machine that rewords a quotation falsifies it: this is never folded."""
    one = f"{BRIDGE}\n\n{ORCHARD} Nobody in this valley asked for frost."
    other = swapped(one, ("valley", "dale"), ("frost", "rime"))
    found = traced(one, other)
    assert "quote words" in {v.kind for v in found.lineage.variants if v.text in ("valley", "dale")}


def test_each_version_keeps_its_own_reading() -> None:
    found = traced(
        ROOFS, ROOFS, swapped(ROOFS, ("214", "241")), swapped(ROOFS, ("214", "nearly 250"))
    )
    assert found.family.texts == 3
    assert places(found) == {("2.txt", "241", "214"), ("3.txt", "nearly 250", "214")}
    assert len({v.place for v in found.lineage.variants}) == 1
    assert {w.wording for w in found.lineage.witnesses} == {0, 1, 2}


def test_equal_readings_are_one_variant_with_its_witnesses() -> None:
    other = swapped(ROOFS, ("214", "241"))
    found = traced(ROOFS, ROOFS, ROOFS, other, other)
    held = only(found).witness_ids
    assert len(held) == 2
    assert [w.id for w in found.lineage.witnesses if w.text == other] == sorted(held)


def test_several_differences_in_one_sentence() -> None:
    spun = swapped(VALVE, ("Petra", "Marta"), ("an hour", "two hours"), ("village", "hamlet"))
    found = traced(VALVE, VALVE, spun)
    assert found.kinds() == [
        ("name", "Marta", "Petra"),
        ("number", "an", "two"),
        ("wording", "hamlet", "village"),
        ("wording", "hour", "hours"),
    ]
    assert [v.place for v in sorted(found.lineage.variants, key=lambda v: v.base_start)] == [
        1,
        2,
        3,
        4,
    ]


def test_the_place_of_a_difference_behind_a_dateline() -> None:
    """Offsets are those of the article, the dateline and the paragraphs before included."""
    spun = f"{ORCHARD}\n\nMARROW POINT (LNA) - {swapped(ROOFS, ('214', '241'))}"
    found = traced(ROOFS, spun)
    variant = only(found)
    shown = {variant.base_text: variant.base_start, variant.text: variant.start}
    assert shown == {"214": ROOFS.index("214"), "241": spun.index("241")}


def test_no_one_is_no_number() -> None:
    nobody = (
        "The clerk wrote on Monday that the pumps gave an alarm at dawn, which nobody had answered."
    )
    found = traced(nobody, nobody, swapped(nobody, ("nobody", "no one")))
    assert {v.kind for v in found.lineage.variants} == {"wording"}


def test_what_stands_on_two_sides_of_a_mark_are_two_differences() -> None:
    said = '"Nobody sails above the law in this harbor," District Pilot Ewa Lind said outside the long shed.'
    found = traced(said, said, swapped(said, ("harbor", "town"), ("District Pilot Ewa", "")))
    kinds = {(v.kind, v.base_text, v.text) for v in found.lineage.variants}
    assert kinds == {("quote words", "harbor", "town"), ("omission", "District Pilot Ewa", "")}
    places(found)
