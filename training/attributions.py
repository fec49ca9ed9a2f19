"""Our own text with attributions marked in it: who is the source, which words report, what is reported.

One paragraph a line, an empty line between documents, ``#`` begins a remark. In a paragraph:

    [S1 The minister] [C1 said] [Q1 that [S2 the bank] had [C2 denied] [Q2 any loss]].

``S`` source, ``C`` cue, ``Q`` content; the number joins the three parts of one attribution (several numbers,
``S1,2``, where one source serves two). A content in pieces has its number twice. A part that is not in the
text is left out. ``N`` marks words between quotation marks that nobody is quoted for: a title, a nickname,
a word held at arm's length. Run as a program, it checks files and counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

_MARK = re.compile(r"\[(?P<part>[SCQN])(?P<numbers>\d+(?:,\d+)*)? |(?P<close>\])")


@dataclass(frozen=True)
class Part:
    """Marked words: code points of the paragraph, end exclusive."""

    part: str
    number: int
    start: int
    end: int


@dataclass
class Paragraph:
    """A paragraph without its marks, and its parts."""

    text: str
    parts: list[Part] = field(default_factory=list)

    @property
    def attributions(self) -> dict[int, list[Part]]:
        """The parts of each attribution by its number; words that quote nobody are left out."""
        found: dict[int, list[Part]] = {}
        for part in self.parts:
            if part.part != "N":
                found.setdefault(part.number, []).append(part)
        return found


def paragraph(line: str) -> Paragraph:
    """Reads one line. Raises ValueError where marks do not fit together."""
    text: list[str] = []
    length, last = 0, 0
    opened: list[tuple[str, list[int], int]] = []
    parts: list[Part] = []
    for mark in _MARK.finditer(line):
        text.append(line[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark["close"] is None:
            numbers = [int(n) for n in (mark["numbers"] or "0").split(",")]
            if (numbers == [0]) != (mark["part"] == "N"):
                raise ValueError(f"a number is missing or too many: {mark[0]!r} in {line[:60]!r}")
            opened.append((mark["part"], numbers, length))
        elif not opened:
            raise ValueError(f"']' closes nothing at {line[max(0, last - 30) : last]!r}")
        else:
            part, numbers, start = opened.pop()
            parts.extend(Part(part, number, start, length) for number in numbers)
    text.append(line[last:])
    if opened:
        raise ValueError(f"{opened[-1][0]} is not closed: {line[:60]!r}")
    made = Paragraph("".join(text), sorted(parts, key=lambda p: (p.start, -p.end)))
    _checked(made)
    return made


def _checked(made: Paragraph) -> None:
    for number, parts in made.attributions.items():
        kinds = Counter(part.part for part in parts)
        if not kinds["Q"]:
            raise ValueError(f"attribution {number} has no content: {made.text[:60]!r}")
        for part in parts:
            words = made.text[part.start : part.end]
            if not words or words != words.strip():
                raise ValueError(f"blanks at an edge: {words!r} in {made.text[:60]!r}")


def documents(path: Path) -> list[list[Paragraph]]:
    """The documents of a file. Raises ValueError with file and line."""
    found: list[list[Paragraph]] = [[]]
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            found.append([])
            continue
        try:
            found[-1].append(paragraph(line.strip()))
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error
    return [document for document in found if document]


def _main() -> None:
    for name in sys.argv[1:]:
        found = documents(Path(name))
        count: Counter[str] = Counter()
        for document in found:
            for one in document:
                for parts in one.attributions.values():
                    kinds = {part.part for part in parts}
                    marked = any(
                        one.text[p.start : p.end][0] in "\"“”'‘«„" for p in parts if p.part == "Q"
                    )
                    count["attributions"] += 1
                    count["direct" if marked else "other"] += 1
                    count["without source"] += "S" not in kinds
                    count["without cue"] += "C" not in kinds
                count["nobody's"] += sum(part.part == "N" for part in one.parts)
        print(f"{name}: {len(found)} documents, {dict(count)}")


if __name__ == "__main__":
    _main()
