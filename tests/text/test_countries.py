"""The table of country names, and the forms read from it."""

import re
from importlib.resources import files

import pytest

from stemma.text.countries import compared, known_forms, nation_named, nations


def _rows() -> list[list[str]]:
    text = files("stemma.text").joinpath("countries.tsv").read_text(encoding="utf-8")
    header, *lines = text.splitlines()
    assert header.startswith("#")
    return [line.split("\t") for line in lines]


def _forms(row: list[str]) -> list[str]:
    return [form for form in (row[2], row[3], *row[4].split(";")) if form]


def test_every_line_has_eight_clean_columns() -> None:
    for row in _rows():
        assert len(row) == 8
        assert re.fullmatch(r"[A-Z]{2}", row[0])
        assert re.fullmatch(r"[A-Z]{3}", row[1])
        assert row[2]
        assert row[3] != row[2]
        assert all(cell == cell.strip() for cell in row)
        for cell in filter(None, row[4:]):
            assert all(form and form == form.strip() for form in cell.split(";"))


def test_every_country_is_there_once_and_in_order() -> None:
    codes = [row[0] for row in _rows()]
    assert len(codes) == 249
    assert codes == sorted(set(codes))
    assert len({row[1] for row in _rows()}) == len(codes)


def test_a_form_belongs_to_one_country() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for row in _rows():
        forms = _forms(row)
        assert len(forms) == len(set(forms))
        for form in forms:
            owners.setdefault(compared(form), set()).add(row[0])
    assert {form: codes for form, codes in owners.items() if len(codes) > 1} == {}
    assert {form: codes.pop() for form, codes in owners.items()} == known_forms()


def test_forms_are_not_empty_and_do_not_begin_with_the() -> None:
    assert [form for form in known_forms() if not form or form[0] == "the"] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "US"),
        ("U.S.", "US"),
        ("US", "US"),
        ("U.S.A.", "US"),
        ("UNITED STATES OF AMERICA", "US"),
        ("U.K.", "GB"),
        ("Great Britain", "GB"),
        ("Russian Federation", "RU"),
        ("People’s Republic of China", "CN"),
        ("Republic of China", "TW"),
        ("Islamic Republic of Iran", "IR"),
        ("Syrian Arab Republic", "SY"),
        ("N. Korea", "KP"),
        ("Republic of Korea", "KR"),
        ("ROK", "KR"),
        ("Democratic Republic of the Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Cote d’Ivoire", "CI"),
        ("Co\u0302te d'Ivoire", "CI"),
        ("Turkiye", "TR"),
        ("Viet Nam", "VN"),
        ("Burma", "MM"),
        ("Holland", "NL"),
        ("Guinea", "GN"),
        ("Guinea–Bissau", "GW"),
        ("Papua New Guinea", "PG"),
        ("Georgia", "GE"),
        ("Chad", "TD"),
        ("Trinidad & Tobago", "TT"),
    ],
)
def test_well_known_forms(name: str, code: str) -> None:
    assert known_forms()[compared(name)] == code


@pytest.mark.parametrize(
    "name",
    [
        "us",
        "America",
        "Congo",
        "Korea",
        "Virgin Islands",
        "IN",
        "It",
        "DE",
        "FRA",
        "CAR",
        "reunion",
    ],
)
def test_ambiguous_names_codes_and_common_words_are_no_forms(name: str) -> None:
    assert compared(name) not in known_forms()


def test_people_capitals_and_houses_belong_to_one_country() -> None:
    cells = [(row[0], form) for row in _rows() for cell in row[5:8] for form in cell.split(";")]
    forms = [compared(form) for _, form in cells if form]
    assert len(forms) == len(set(forms))
    assert len(nations()) == len(set(forms) | set(known_forms()))


@pytest.mark.parametrize(
    ("name", "code", "how"),
    [
        ("Danish", "DNK", "people"),
        ("Danes", "DNK", "people"),
        ("Copenhagen", "DNK", "capital"),
        ("Downing Street", "GBR", "house"),
        ("North Korean", "PRK", "people"),
        ("U.S.", "USA", "name"),
        ("Turkey", "TUR", "name"),
    ],
)
def test_what_stands_for_a_country(name: str, code: str, how: str) -> None:
    found = nations()[compared(name)]
    assert (found.code, found.how) == (code, how)
    assert nation_named(name) == found


@pytest.mark.parametrize("name", ["Korean", "Congolese", "Dominican", "us", "English"])
def test_what_may_be_two_countries_or_a_common_word_is_none(name: str) -> None:
    assert compared(name) not in nations()
    assert nation_named(name) is None
