"""Datelines, agency tags and credits: many forms, and what only looks like one."""

import pytest
from hypothesis import given
from tests.strategies import SEEDS, any_texts, needs_seeds

from stemma.text.tags import find_tags


@given(any_texts())
def test_tags_lie_in_the_text_in_order_and_apart(text: str) -> None:
    reached = 0
    for tag in find_tags(text):
        assert reached <= tag.start < tag.end <= len(text)
        assert tag.kind in ("dateline", "agency", "credit")
        assert tag.name or tag.place
        assert tag.how
        reached = tag.end


@pytest.mark.parametrize(
    ("text", "name", "place", "date"),
    [
        ("HALDEN (HPA) - The dyke broke.", "HPA", "HALDEN", None),
        ("PORT LORN (HPA) – The dyke broke.", "HPA", "PORT LORN", None),
        ("HALDEN (Corvus) — The dyke broke.", "Corvus", "HALDEN", None),
        ("HALDEN (Corvus)— The dyke broke.", "Corvus", "HALDEN", None),
        ("HALDEN, Norvane (HPA) -- The dyke broke.", "HPA", "HALDEN, Norvane", None),
        ("HALDEN, April 3 (Corvus) - The dyke broke.", "Corvus", "HALDEN", "April 3"),
        ("HALDEN, 3 April 2016 (Corvus) - It broke.", "Corvus", "HALDEN", "3 April 2016"),
        ("HALDEN, Sept. 3 (Corvus) - It broke.", "Corvus", "HALDEN", "Sept. 3"),
        ("Halden, April 3 (Corvus) - It broke.", "Corvus", "Halden", "April 3"),
        ("HALDEN (Lorn News Agency) - It broke.", "Lorn News Agency", "HALDEN", None),
        ("HALDEN (AB/CD) - It broke.", "AB/CD", "HALDEN", None),
        ("HALDEN (mpa) - It broke.", "mpa", "HALDEN", None),
        ("PORT LORN, April 3 /NSP/ - It broke.", "NSP", "PORT LORN", "April 3"),
        ("PORT LORN /NSP/ -- It broke.", "NSP", "PORT LORN", None),
        ("PORT LORN, April 3. /NSP/. It broke.", "NSP", "PORT LORN", "April 3"),
        ("(HPA) - The dyke broke.", "HPA", None, None),
        ("(HPA) The dyke broke.", "HPA", None, None),
        # A mosaic keeps it in the middle of its body.
        ("The envoy came. HALDEN (HPA) - The dyke broke.", "HPA", "HALDEN", None),
    ],
)
def test_agency_tags(text: str, name: str, place: str | None, date: str | None) -> None:
    assert [(t.kind, t.name, t.place, t.date) for t in find_tags(text)] == [
        ("agency", name, place, date)
    ]


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("PORT LORN – The dyke broke.", "PORT LORN", None),
        ("PORT LORN, Norvane — The dyke broke.", "PORT LORN, Norvane", None),
        ("HALDEN, April 3 - The dyke broke.", "HALDEN", "April 3"),
        ("Port Lorn, April 3 – “It broke.”", "Port Lorn", "April 3"),
    ],
)
def test_datelines(text: str, place: str, date: str | None) -> None:
    assert [(t.kind, t.name, t.place, t.date) for t in find_tags(text)] == [
        ("dateline", None, place, date)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Source: Corvus", "Corvus"),
        ("Source: The Lorn News Agency.", "Lorn News Agency"),
        ("Reporting by Anna Brook", "Anna Brook"),
        ("Copyright 2016 Corvus", "Corvus"),
        ("© 2016 Corvus", "Corvus"),
        ("— Corvus", "Corvus"),
        ("(Corvus)", "Corvus"),
        ("The dyke broke at dawn. (Corvus)", "Corvus"),
        ("“The dyke broke at dawn.” (Corvus)", "Corvus"),
        ("The dyke broke at dawn. — Corvus", "Corvus"),
        ("The dyke broke at dawn, the mayor said, NSP reports.", "NSP"),
        ("The dyke broke at dawn, the Corvus news agency reported.", "Corvus"),
    ],
)
def test_credits(text: str, name: str) -> None:
    assert [(t.kind, t.name) for t in find_tags(text)] == [("credit", name)]


@pytest.mark.parametrize(
    "text",
    [
        "The Lorn Dyke Board (LDB) will meet on Monday.",
        "The inquiry was led by the Lorn Dyke Board (LDB).",
        "Officials of the Lorn Dyke Board (LDB) - and others - left.",
        "The boats (12) - more or less - were lost.",
        "She won (3-1).",
        "He met the mayor (left) - and the owner.",
        "LORN - a town of fishermen - slept.",
        "The dyke broke, state media reported.",
        "The dyke broke, as reported.",
        "According to the mayor, the press reported.",
        "He left - and never came back.",
        "The owner said: “No” - and left.",
        "A Lorn-Halden train was late.",
        "Copyright law is old.",
        "The source said no.",
        "the HALDEN-based Corvus",
        "",
    ],
)
def test_what_is_no_tag(text: str) -> None:
    assert find_tags(text) == []


def test_offsets_count_the_original_text() -> None:
    text = "\u200bThe eﬀort ended. HALDEN\u00a0(HPA)\u00a0— The dyke broke."
    (tag,) = find_tags(text)
    assert text[tag.start : tag.end] == "HALDEN\u00a0(HPA)\u00a0— "


@needs_seeds
def test_the_seeds_have_one_agency_tag_among_them() -> None:
    lines = [line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text().splitlines()]
    found = [tag for line in lines for tag in find_tags(line) if tag.kind == "agency"]
    assert len(found) == 1
    assert found[0].place
