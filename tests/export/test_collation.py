"""The table of a family: every witness is the sum of its cells, and the cells are those of the variants."""

from dataclasses import replace

from hypothesis import given
from tests.export import making
from tests.export.making import hard_piles, rows_of, words_of
from tests.lineage.tracing import BRIDGE, PIER, ROOFS, VALVE, swapped
from tests.strategies import article_of

from stemma.export.collation import Collation, collated, held, said, text_of
from stemma.export.original import original
from stemma.export.rows import Rows
from stemma.model import Article, Family


def of(*texts: str) -> tuple[Rows, Collation]:
    """The table of the only family of some texts."""
    rows = rows_of([article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)])
    (family,) = rows.families
    return rows, collated(rows, family)


def shown(made: Collation) -> list[list[str | None]]:
    """For each place what each version has."""
    table = []
    for number, segment in enumerate(made.segments):
        if segment.places or segment.cut:
            cells = [(version, version.cells[number]) for version in made.versions]
            table.append([text_of(v, c).strip(" .,") if c else None for v, c in cells])
    return table


def check(rows: Rows, family: Family) -> None:
    """What holds of every table."""
    made = collated(rows, family)
    assert made.versions[made.base].witness.id == family.base_id
    assert made.segments[0].first == 0
    assert made.segments[-1].last == len(made.versions[made.base].words)
    assert all(a.last == b.first for a, b in zip(made.segments, made.segments[1:], strict=False))
    for number, version in enumerate(made.versions):
        cells = [cell for cell in version.cells if cell is not None]
        assert "".join(text_of(version, cell) for cell in cells) == version.witness.text
        assert [n for cell in cells for n in said(version, cell)] == words_of(rows, version.witness)
        for segment, reading in zip(made.segments, held(made)[number], strict=True):
            assert (reading is None) == (number in segment.cut)
    check_variants(rows, made)


def check_variants(rows: Rows, made: Collation) -> None:
    """Every variant is in the readings of its witnesses, and no other has it."""
    for variant in rows.variants.get(made.family.id, []):
        if variant.how.startswith("the witness is cut short"):
            continue
        (segment,) = (one for one in made.segments if variant.place in one.places)
        holders = {
            made.versions[number].witness.id
            for reading in segment.readings
            for number in reading.versions
            if variant.id in reading.variants
        }
        assert holders == set(variant.witness_ids)
        if len(segment.places) == 1:
            (reading,) = (one for one in segment.readings if variant.id in one.variants)
            assert reading.kind == variant.kind
            # Without what stands around it, an "'s" is another word.
            said = "".join(making.said(variant.text))
            assert "".join(reading.words).replace("'", "") == said.replace("'", "")


def test_every_family(rows: Rows) -> None:
    assert rows.families
    for family in rows.families:
        check(rows, family)


@given(hard_piles())
def test_whatever_a_machine_hands_on(pile: list[Article]) -> None:
    rows = rows_of(pile)
    for family in rows.families:
        check(rows, family)


def test_the_table_does_not_depend_on_the_order_of_variants(rows: Rows) -> None:
    for family in rows.families[:40]:
        turned = replace(rows, variants={k: v[::-1] for k, v in rows.variants.items()})
        assert collated(turned, family) == collated(rows, family)


def test_a_place_has_a_cell_for_each_version() -> None:
    _, made = of(PIER, swapped(PIER, ("wooden", "timber")), PIER)
    assert sorted(shown(made)[0], key=str) == ["timber", "wooden", "wooden"]
    assert len(shown(made)) == 1


def test_places_that_overlap_are_one_segment() -> None:
    one = swapped(ROOFS, ("fire brigade", "mayor"))
    two = swapped(ROOFS, ("brigade", "chief"))
    _, made = of(ROOFS, ROOFS, one, two)
    (cells,) = shown(made)
    assert sorted(map(str, cells)) == ["fire brigade", "fire brigade", "fire chief", "mayor"]


def test_a_cut_ends_at_the_edge_of_a_segment() -> None:
    words = ROOFS.split()
    _, made = of(ROOFS, " ".join(words[4:]), " ".join(words[:-5]))
    head, tail = shown(made)
    assert head == ["The storm tore the", None, "The storm tore the"]
    assert tail == ["after a night of searching"] * 2 + [None]


def test_a_change_behind_a_cut_is_no_reading_of_the_cut_witness() -> None:
    late = swapped(ROOFS, ("night", "week"))
    _, made = of(ROOFS, ROOFS, late, " ".join(ROOFS.split()[:-5]))
    place = next(one for one in made.segments if one.places)
    assert place.cut == (3,)
    assert [reading.versions for reading in place.readings] == [(0, 1), (2,)]


def test_records_that_contradict_each_other_still_hold_every_word() -> None:
    rows, made = of(PIER, swapped(PIER, ("wooden", "timber")))
    (variant,) = rows.variants[made.family.id]
    rows.variants[made.family.id] = [replace(variant, end=variant.start, text="")]
    again = collated(rows, made.family)
    assert len(again.segments) == 1
    for version in again.versions:
        assert text_of(version, version.cells[0] or (0, 0)) == version.witness.text


def test_a_second_passage_of_an_article_has_a_name_of_its_own() -> None:
    _, made = of(f"{PIER}\n\n{VALVE}\n\n{PIER}", PIER)
    assert [version.name for version in made.versions] == ["A", "A-2", "B"]


def test_the_likely_original_is_made_of_readings(rows: Rows) -> None:
    for family in rows.families:
        made, archetype = collated(rows, family), rows.archetypes.get(family.id)
        of = original(made, archetype)
        if archetype is None:
            assert of.readings == (0,) * len(made.segments)
            continue
        assert of.whole
        words = [
            n for s, r in zip(made.segments, of.readings, strict=True) for n in s.readings[r].words
        ]
        bare = archetype.wording.partition("]")[2] if archetype.lost else archetype.wording
        assert words == making.said(bare)


def test_what_is_lost_in_all_witnesses() -> None:
    hanging = (
        "-Lornian relations with the council of the seven ports have never been as bad, he said."
    )
    rows, made = of(f"{hanging}\n\nA new phase of Kestrian-Lornian trade began.", hanging)
    assert original(made, rows.archetypes[made.family.id]).lost == "Kestrian"
    rows, made = of(hanging, hanging)
    assert original(made, rows.archetypes[made.family.id]).lost == ""


def test_a_quotation_has_no_likely_original() -> None:
    rows, made = of(
        BRIDGE, BRIDGE.replace("the mayor told a crowd outside the town hall.", "said Ann.")
    )
    assert original(made, rows.archetypes.get(made.family.id)).lost is None
