"""A piece of an article and the log of everything that was done to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from benchmarks.farm.wires import Wire


@dataclass(frozen=True)
class Op:
    """One change: at code point ``at`` of the passage as it then was, before -> after."""

    op: str
    at: int
    before: str
    after: str
    note: str = ""


@dataclass
class Passage:
    """Text in the making. Every change goes through ``edit``, so the log is complete.

    ``exemplar`` is the passage of another page that this one was copied from, none where it was
    taken from the wire; ``dateline`` is what stands before it on its page, if anything does.
    """

    text: str
    role: str = "body"
    wire: str | None = None
    sentence: int | None = None
    part: str = "whole"
    ops: list[Op] = field(default_factory=list)
    exemplar: Passage | None = None
    dateline: Passage | None = None

    def edit(self, op: str, start: int, end: int, after: str, note: str = "") -> None:
        """Put ``after`` in the place of ``text[start:end]`` and log it."""
        before = self.text[start:end]
        self.ops.append(Op(op, start, before, after, note))
        self.text = self.text[:start] + after + self.text[end:]

    def fork(self, part: str) -> Passage:
        """A copy with the same history, which stands for a part of the sentence."""
        return replace(self, part=part, ops=list(self.ops))

    def copied(self) -> Passage:
        """A copy for another page; what was done at its edges stays behind on this one."""
        ops = [op for op in self.ops if op.op != "glue"]
        return replace(self, ops=ops, exemplar=self, dateline=None)

    @property
    def depth(self) -> int:
        """How many copies lead here from the wire: 1 where it was taken from the wire itself."""
        return 1 if self.exemplar is None else self.exemplar.depth + 1


def sentence_passage(wire: Wire, number: int, role: str = "body") -> Passage:
    """One sentence of a wire, untouched."""
    return Passage(wire.sentences[number].text, role, wire.id, number)


def title_passage(wire: Wire, role: str = "headline") -> Passage:
    """The headline of a wire, untouched; it belongs to no sentence."""
    return Passage(wire.title, role, wire.id)
