"""The normal form and the way back."""

import pytest
from hypothesis import example, given
from tests.strategies import INVISIBLE, SEEDS, any_texts, ascii_texts, needs_seeds

from stemma.text.normal import normalise


@given(any_texts())
def test_every_span_lies_in_the_original_and_in_order(text: str) -> None:
    normal = normalise(text)
    reached = 0
    for at in range(len(normal.text)):
        start, end = normal.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= reached or normal.span(at - 1, at) == (start, end)  # two of one unit
        reached = max(reached, end)


@given(any_texts())
def test_no_visible_character_is_left_out(text: str) -> None:
    normal = normalise(text)
    covered = {at for i in range(len(normal.text)) for at in range(*normal.span(i, i + 1))}
    assert all(text[at] in _UNSEEN for at in range(len(text)) if at not in covered)


_UNSEEN = (
    INVISIBLE
    + "\u200f\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
)


@given(any_texts())
def test_a_span_of_several_characters_runs_from_the_first_to_the_last(text: str) -> None:
    normal = normalise(text)
    length = len(normal.text)
    for first in range(0, length, 3):
        last = min(first + 4, length)
        start, end = normal.span(first, first + 1)[0], normal.span(last - 1, last)[1]
        assert normal.span(first, last) == (start, end)


@given(any_texts())
@example("e\u200b\u0301")
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(ascii_texts())
def test_ascii_is_its_own_normal_form(text: str) -> None:
    normal = normalise(text)
    assert normal.text == text
    assert all(
        normal.span(i, j) == (i, j) for i in range(0, len(text), 7) for j in (i + 1, len(text))
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“So”, she said", '"So", she said'),
        ("«So» „so‟", '"So" "so"'),
        ("it‘s the workers’ hall", "it's the workers' hall"),
        ("1914–1918 — a non‑stop war", "1914-1918 - a non-stop war"),
        ("12\u00a0000\u202fmen\tleft", "12 000 men left"),
        ("the ﬁnal ofﬁce", "the final office"),
        ("and so on…", "and so on..."),
        ("cafe\u0301 cafés", "café cafés"),
        ("soft\u00adhyphen, zero\u200bwidth, \ufeffmark", "softhyphen, zerowidth, mark"),
        ("ＡＢＣ１２３", "ABC123"),
        ("", ""),
        ("\u200b\u200b", ""),
    ],
)
def test_what_is_folded(text: str, shown: str) -> None:
    assert normalise(text).text == shown


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("the ﬁnal vote", "final", "ﬁnal"),
        ("the ﬁnal vote", "vote", "vote"),
        ("the ﬁnal vote", "inal", "ﬁnal"),  # half a unit is the whole unit
        ("soft\u00adhyphen rule", "softhyphen", "soft\u00adhyphen"),
        ("soft\u00adhyphen rule", "rule", "rule"),
        ("a cafe\u0301 opened", "café", "cafe\u0301"),
        ("wait… then", "...", "…"),
        ("wait… then", "then", "then"),
        ("\ufeff“Go”", '"Go"', "“Go”"),
    ],
)
def test_the_way_back(text: str, part: str, original: str) -> None:
    normal = normalise(text)
    at = normal.text.index(part)
    start, end = normal.span(at, at + len(part))
    assert text[start:end] == original


@needs_seeds
def test_the_seeds_are_folded_to_plain_marks() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        normal = normalise(text)
        assert not set("“”‘’–—\u00a0") & set(normal.text)
        assert normal.span(0, len(normal.text)) == (0, len(text))
