"""Names compared."""

import pytest

from stemma.actors.names import begins_with, core, ends_with, initials, one_person, sound


def form(name: str) -> tuple[str, ...]:
    return tuple(name.lower().replace(".", "").replace("-", " ").split())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergei Petrenko", "Sergey Petrenko"),
        ("Bashir al-Hamdan", "Bashir Hamdan"),
        ("Anna Maria Lindt", "Anna Lindt"),
        ("J. Marlow", "John Marlow"),
        ("Staffan de Vries", "Stafan de Vries"),
        ("Ali Reza Nazari", "Reza Nazari"),
        ("Yuri Galkin", "Iuri Galkin"),
    ],
)
def test_one_person_spelled_otherwise(left: str, right: str) -> None:
    assert one_person(form(left), form(right))
    assert one_person(form(right), form(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bill Marlow", "Helen Marlow"),
        ("John Marlow Jr.", "John Marlow Sr."),
        ("John Marlow", "John Marlow Jr."),
        ("George H Bell", "George W Bell"),
        ("Anna Lindt", "Anna Lund"),
        ("Kim Jong Nam", "Kim Jong Il"),
        ("Peter Hansen", "Peter Hanson"),
        # One letter can part two spellings, and can part brother and sister.
        ("Mohammed Khalil", "Muhammed Khalil"),
        ("Daniel Orlov", "Daniela Orlov"),
    ],
)
def test_names_that_look_alike_are_two(left: str, right: str) -> None:
    assert not one_person(form(left), form(right))
    assert not one_person(form(right), form(left))


def test_the_ends_of_a_name() -> None:
    assert ends_with(form("Staffan de Vries"), form("de Vries"))
    assert ends_with(form("Sergey Petrenko"), form("Petrenko"))
    assert not ends_with(form("Petrenko"), form("Petrenko"))
    assert not ends_with(form("Sergey Petrenko"), form("Sergey"))
    assert begins_with(form("Kim Jong Nam"), form("Kim"))


def test_short_words_keep_their_sound() -> None:
    assert sound("kim") == "kim"
    assert sound("lee") != sound("li")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Ministry of Defence", "ministry of defense"),
        ("Danish Ministry of Defence", "ministry of defense"),
        ("South African Labour Board", "labor board"),
        ("Acme Inc.", "acme"),
        ("Bank of France", "bank of france"),
        ("Denmark", "denmark"),
    ],
)
def test_the_core_of_a_body(name: str, expected: str) -> None:
    assert core(form(name)) == form(expected)


def test_initials_with_and_without_little_words() -> None:
    assert initials(form("World Food Programme")) == {"wfp"}
    assert initials(form("Organisation for the Protection of Rivers")) == {"oftpor", "opr"}
    assert initials(form("Rivers")) == set()
