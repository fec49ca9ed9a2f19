"""Our own stories with their reports of happenings (`own/same.txt`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SAME = Path(__file__).parent / "own" / "same.txt"
_REPORT = re.compile(r"\[([^\[\]=]+)(?:=(\d+))?\]")


class Report(NamedTuple):
    """A mention by its characters, and the number of its happening; None for one that is told of once."""

    start: int
    end: int
    number: int | None


class Sentence(NamedTuple):
    """A sentence of an article of a story, without its marks."""

    article: int
    text: str
    reports: tuple[Report, ...]


@dataclass
class Story:
    """A story: its articles are counted from 1."""

    name: str
    sentences: list[Sentence] = field(default_factory=list)


def stories(path: Path = SAME) -> list[Story]:
    """The stories in order. Raises ValueError for a line that breaks the rules of the file."""
    found: list[Story] = []
    article = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("= "):
            found.append(Story(line[2:]))
            article = 0
        elif line and not line.startswith("#"):
            article += line.startswith("+ ")
            if not found or not article:
                raise ValueError(f"line {number}: a sentence outside of an article")
            found[-1].sentences.append(_sentence(article, line.removeprefix("+ "), number))
    return found


def _sentence(article: int, line: str, number: int) -> Sentence:
    text, at = "", 0
    reports: list[Report] = []
    for match in _REPORT.finditer(line):
        text += line[at : match.start()]
        start, at = len(text), match.end()
        text += match[1]
        reports.append(Report(start, len(text), int(match[2]) if match[2] else None))
    text += line[at:]
    if set("[]=") & set(text):
        raise ValueError(f"line {number}: a mark that is not closed")
    return Sentence(article, text, tuple(reports))
