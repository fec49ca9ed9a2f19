"""The sentences of a case as a check asks for them."""

from stemma.case import Case
from stemma.evidence import Evidence


def row_of(found: Evidence, start: str) -> int:
    return next(n for n, text in enumerate(found.texts) if text.startswith(start))


def test_the_lookup_holds_every_sentence_that_was_read(quarry: Case) -> None:
    found = Evidence(quarry)
    assert found.lookup.size == len(found.texts) == len(quarry.made("reader", "readings"))


def test_a_sentence_knows_where_it_stands_and_whom_it_mentions(quarry: Case) -> None:
    found = Evidence(quarry)
    row = row_of(found, "Seven people died")
    found.prepare([row])
    (place,) = found.places(row)
    assert place.text == found.texts[row]
    assert "Lena Brask" in found.telling(row).aliases


def test_the_rest_is_read_only_when_it_is_asked_for(quarry: Case) -> None:
    found = Evidence(quarry)
    row = row_of(found, "Seven people died")
    found.prepare([row])
    assert found.telling(row).amounts == ()
    found.complete([row])
    telling = found.telling(row)
    assert [amount.text for amount in telling.amounts] == ["Seven"]
    assert [speech.speaker for speech in telling.speeches] == ["mayor Lena Brask"]
    assert telling.amounts[0].id in set(quarry.table("figures")["id"])


def test_surnames_that_the_case_knows_are_names(quarry: Case) -> None:
    from stemma.check import Telling

    found = Evidence(quarry)
    assert {"Brask", "Dorn"} <= found.surnames
    names = found.with_known(Telling.of("", "So Brask came.")).names
    assert [name.text for name in names] == ["Brask"]
