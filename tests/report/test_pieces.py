"""The pure parts: nesting of marks, containment of text, letters, whole percentages."""

import pytest

from stemma.report.marked import Mark, mark
from stemma.report.pages import _whole_percents
from stemma.report.plain import contained, one_line
from stemma.report.view import Node
from stemma.report.words import relies_on, siglum


def _text(nodes: tuple[Node, ...]) -> str:
    return "".join(node.text + _text(node.inside) for node in nodes)


def _anchors(nodes: tuple[Node, ...]) -> list[str]:
    return [a for n in nodes for a in [*filter(None, [n.anchor]), *_anchors(n.inside)]]


TEXT = "one two three four five"


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 23), (0, 7), (4, 13)],
        [(0, 7), (4, 13), (8, 18)],
        [(4, 13), (4, 13), (4, 7)],
        [],
    ],
)
def test_marks_lose_no_text_and_give_each_anchor_once(spans: list[tuple[int, int]]) -> None:
    marks = [Mark(a, b, n, "witness", f"w{n}", number=n) for n, (a, b) in enumerate(spans)]
    nodes = mark(TEXT, 0, len(TEXT), marks)
    assert _text(nodes) == TEXT
    assert sorted(_anchors(nodes)) == [f"w{n}" for n in range(len(spans))]


def test_a_mark_that_crosses_another_is_split() -> None:
    nodes = mark(TEXT, 0, len(TEXT), [Mark(0, 7, 0, "a", "a"), Mark(4, 13, 0, "b", "b")])
    assert [(n.kind, n.anchor, _text((n,))) for n in nodes] == [
        ("a", "a", "one two"),
        ("b", None, " three"),
        ("text", None, " four five"),
    ]


def test_what_a_piece_opens_it_closes() -> None:
    assert contained("a\u202eb") == "a\u202eb\u202c"
    assert contained("\u2069a\u202cb") == "ab"
    assert contained("\u2067\u202ba") == "\u2067\u202ba\u202c\u2069"
    assert contained("\u2067a\u2069b") == "\u2067a\u2069b"


def test_control_characters_are_replaced() -> None:
    assert contained("a\x00b\x1bc") == "a\ufffdb\ufffdc"
    assert one_line(" a\n b\t") == "a b"


def test_letters_of_pages() -> None:
    assert [siglum(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"
    ]  # fmt: skip


def test_unknown_not_stated_and_known_are_three_answers() -> None:
    assert relies_on(None) == "not examined yet"
    assert relies_on(()) == "not stated"
    assert relies_on(("the mayor",)) == "the mayor"


@pytest.mark.parametrize("amounts", [{"a": 1, "b": 1, "c": 1}, {"a": 999, "b": 1}, {"a": 7}])
def test_percentages_add_up_to_a_hundred(amounts: dict[str, int]) -> None:
    assert sum(_whole_percents(amounts, sum(amounts.values())).values()) == 100


def test_nothing_has_no_shares() -> None:
    assert _whole_percents({"a": 0}, 0) == {"a": 0}
