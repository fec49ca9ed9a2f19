"""Quotation marks: what opens and what closes, however it is drawn."""

import pytest
from hypothesis import given
from tests.strategies import any_texts

from stemma.text.marks import quote_marks, quoted_spans


def drawn(text: str) -> str:
    """The text with `<` and `>` for double marks that open and close, `{` and `}` for single."""
    signs = {(True, False): "<", (False, False): ">", (True, True): "{", (False, True): "}"}
    out = list(text)
    for mark in quote_marks(text):
        assert mark.end == mark.start + 1
        out[mark.start] = signs[mark.opens, mark.single]
    return "".join(out)


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text)]


@given(any_texts())
def test_marks_and_quoted_spans_lie_in_the_text_in_order(text: str) -> None:
    marks = quote_marks(text)
    assert [mark.start for mark in marks] == sorted({mark.start for mark in marks})
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(mark.how in ("neighbours", "parity") for mark in marks)
    reached = 0
    for start, end in quoted_spans(text):
        assert reached <= start <= end <= len(text)
        reached = end


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("“We go”, she said.", "<We go>, she said."),
        ("”We go“, she said.", "<We go>, she said."),
        ("”We go”, she said, “now”.", "<We go>, she said, <now>."),
        ("“We go“ and “stay“", "<We go> and <stay>"),
        ('"We go," she said. "Now."', "<We go,> she said. <Now.>"),
        ("«We go», „now“", "<We go>, <now>"),
        ("a so-called (“safe”) dyke", "a so-called (<safe>) dyke"),
        ("“Now”—she left", "<Now>—she left"),
    ],
)
def test_direction_as_drawn_decides_nothing(text: str, roles: str) -> None:
    assert drawn(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("He wasn’t sure.”That may be”, he said.", "He wasn’t sure.<That may be>, he said."),
        ("“It may be”.Marrow said “no”.", "<It may be>.Marrow said <no>."),
        ("in 2003.”Our task is peace”, she said.", "in 2003.<Our task is peace>, she said."),
        ("the vote in the U.N.”We agreed”.", "the vote in the U.N.<We agreed>."),
        ('a "b" c"d", e', "a <b> c<d>, e"),
    ],
)
def test_glued_marks_go_by_what_stands_around_and_before(text: str, roles: str) -> None:
    assert drawn(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ hall, isn’t it?",
        "O'Brien's and the girls' rooms",
        "five o'clock",
        "She couldn´t",
        "the boss's, the bosses' and the bosses’ cars",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert quote_marks(text) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("‘Go’, he said.", "{Go}, he said."),
        ("a 'low tide, ' he said", "a {low tide, } he said"),
        ("the workers' ‘Go’ was heard", "the workers' {Go} was heard"),
        ("“She said ‘no’ twice”", "<She said {no} twice>"),
    ],
)
def test_single_marks(text: str, roles: str) -> None:
    assert drawn(text) == roles


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We go”, she said, “now”.", ["We go", "now"]),
        ("She said: “We go now", ["We go now"]),  # the closing mark is missing
        ("and so we go”, she said.", ["and so we go"]),  # the opening one stood in another block
        ("no quotation at all", []),
        ("“We go.” “We stay.”", ["We go.", "We stay."]),
        ("”We go”, she said", ["We go"]),
        ("‘We go’, she said", ["We go"]),
        ("“Is it ‘so’ or not?” she asked.", ["Is it ‘so’ or not?"]),
        ("“‘No’ was the word”, she said.", ["‘No’ was the word"]),
    ],
)
def test_quoted_spans(text: str, parts: list[str]) -> None:
    assert quoted(text) == parts
