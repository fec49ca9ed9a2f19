"""A text and the spans marked in it -> a tree of pieces, in which spans nest and never cross."""

from collections.abc import Sequence
from typing import NamedTuple

from stemma.report.plain import contained
from stemma.report.view import Node


class Mark(NamedTuple):
    """A span to be marked; of spans that are equal, the lower rank stands outside."""

    start: int
    end: int
    rank: int
    kind: str
    anchor: str | None
    number: int = 0
    target: str | None = None
    said: str = ""
    style: str = ""


def mark(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Node, ...]:
    """The pieces of `text[start:end]`. A mark that crosses another is split; its first part keeps
    the anchor, the last its number. An anchor is given once."""
    inside = [m for m in marks if start <= m.start < m.end and m.start < end]
    inside.sort(key=lambda m: (m.start, -m.end, m.rank, m.anchor or ""))
    once = []
    seen: set[str | None] = set()
    for m in inside:
        once.append(m._replace(anchor=None) if m.anchor in seen else m)
        seen.add(m.anchor)
    return _nest(text, start, end, once)


def _nest(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Node, ...]:
    found: list[Node] = []
    at = start
    pending = list(marks)
    while pending:
        first = pending.pop(0)
        if first.start > at:
            found.append(Node("text", contained(text[at : first.start])))
        to = min(first.end, end)
        within, beyond = _divided(pending, to)
        found.append(_node(first, _nest(text, first.start, to, within)))
        at, pending = to, beyond
    if at < end:
        found.append(Node("text", contained(text[at:end])))
    return tuple(found)


def _divided(marks: Sequence[Mark], to: int) -> tuple[list[Mark], list[Mark]]:
    """Marks before an offset and behind it; one that lies across it becomes two."""
    within, beyond = [], []
    for m in marks:
        if m.start >= to:
            beyond.append(m)
        elif m.end <= to:
            within.append(m)
        else:
            within.append(m._replace(end=to, number=0))
            beyond.append(m._replace(start=to, anchor=None))
    beyond.sort(key=lambda m: (m.start, -m.end, m.rank, m.anchor or ""))
    return within, beyond


def _node(m: Mark, inside: tuple[Node, ...]) -> Node:
    return Node(m.kind, "", m.anchor, inside, m.number, m.target, m.said, m.style)
