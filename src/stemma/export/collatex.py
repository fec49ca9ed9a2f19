"""Families as CollateX reads and writes them: JSON Lines, a family on each line, in the same order in three
files.

`collatex-input.jsonl` holds the tokens of the witnesses, to be aligned; `collatex-tables.jsonl` the
alignment that the case records, as CollateX (Java) prints one; `collatex-index.jsonl` what each line is.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from stemma.case import Case
from stemma.export.collation import Collation, Segment, Version, collated
from stemma.export.files import write_abreast
from stemma.export.rows import Rows, load
from stemma.model import Family, Swap

_FOLDED = frozenset({"swap", "spelling"})

Phrase = tuple[str, ...]
Token = dict[str, str]


class _Tokens(NamedTuple):
    """A family in the making: for each version, its tokens in each segment; None where it is cut."""

    made: Collation
    cells: list[list[list[Token] | None]]


def collatex(case: Case, folder: Path) -> list[Path]:
    """The input and the table of every family, and an index of both."""
    paths = [folder / f"collatex-{name}.jsonl" for name in ("input", "tables", "index")]
    return write_abreast(paths, lines(load(case)))


def lines(rows: Rows) -> Iterator[tuple[str, str, str]]:
    """For each family its line of the input, of the tables and of the index."""
    known = _classes(rows.swaps)
    for number, family in enumerate(rows.families, 1):
        made = _tokens(rows, family, known)
        yield _line(_input(made)), _line(_table(made)), _line(_entry(rows, number, made.made))


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _input(tokens: _Tokens) -> Mapping[str, Any]:
    witnesses = [
        {"id": version.name, "tokens": [token for cell in cells for token in cell or ()]}
        for version, cells in zip(tokens.made.versions, tokens.cells, strict=True)
    ]
    return {"family": tokens.made.family.id, "witnesses": witnesses}


def _table(tokens: _Tokens) -> Mapping[str, Any]:
    made = tokens.made
    table = [
        column
        for at, segment in enumerate(made.segments)
        for column in _columns(segment, [cells[at] for cells in tokens.cells])
    ]
    names = [version.name for version in made.versions]
    return {"family": made.family.id, "witnesses": names, "table": table}


def _columns(segment: Segment, cells: list[list[Token] | None]) -> Iterator[list[list[Token]]]:
    """A place is one column; where all have the same words each word is one."""
    if segment.places or len(segment.readings) > 1:
        yield [cell or [] for cell in cells]
        return
    for at in range(segment.last - segment.first):
        yield [[cell[at]] if cell else [] for cell in cells]


def _entry(rows: Rows, line: int, made: Collation) -> Mapping[str, Any]:
    family, versions = made.family, made.versions
    archetype = rows.archetypes.get(family.id)
    return {
        "line": line,
        "family": family.id,
        "kind": family.kind,
        "story": family.story_id,
        "base": versions[made.base].name,
        "witnesses": {
            version.name: {
                "witness": version.witness.id,
                "article": version.witness.article_id,
                "path": rows.articles[version.witness.article_id].path,
            }
            for version in versions
        },
        "original": archetype.wording if archetype else None,
        "text": family.text,
    }


# -- tokens ---------------------------------------------------------------------------------------


def _tokens(rows: Rows, family: Family, known: Mapping[Phrase, Phrase]) -> _Tokens:
    made = collated(rows, family)
    found: list[list[list[Token] | None]] = [[] for _ in made.versions]
    for at, segment in enumerate(made.segments):
        undone = _undone(segment, known)
        for number, version in enumerate(made.versions):
            cell = version.cells[at]
            found[number].append(
                None if cell is None else list(_cell(version, cell, undone.get(number)))
            )
    return _Tokens(made, found)


def _cell(version: Version, cell: tuple[int, int], undone: Phrase | None) -> Iterator[Token]:
    """The tokens of a cell; one token for all of them if a swap or a spelling is undone in it."""
    first, last = cell
    if undone is not None and first < last:
        yield {"t": _shown(version, first, last), "n": " ".join(undone)}
        return
    for at in range(first, last):
        yield {"t": _shown(version, at, at + 1), "n": version.words[at].n}


def _shown(version: Version, first: int, last: int) -> str:
    """The characters of some words with the marks and spaces that belong to them. All of a version's
    together are its text."""
    start = _bound(version, first)
    return version.witness.text[start : _bound(version, last)]


def _bound(version: Version, word: int) -> int:
    """Where a word's share of the text begins: behind the last white space before it, so that marks stand
    with the word that they touch."""
    text, words = version.witness.text, version.words
    if word == 0:
        return 0
    if word == len(words):
        return len(text)
    start = words[word].start
    gap = text[words[word - 1].end : start]
    if not gap or gap[-1].isspace():
        return start
    marks = gap.split()[-1]
    return start - len(marks) if len(marks) < len(gap) else start


def _undone(segment: Segment, known: Mapping[Phrase, Phrase]) -> Mapping[int, Phrase]:
    """Version -> the words that stand for its own: those of the class, for what the base has and for each
    swap or spelling of it."""
    folded = [one for one in segment.readings if one.kind in _FOLDED]
    if not folded:
        return {}
    base = segment.readings[0]
    words = known.get(base.words) or next(
        (known[one.words] for one in folded if one.words in known), base.words
    )
    return {version: words for one in (base, *folded) for version in one.versions}


def _classes(swaps: Iterable[Swap]) -> dict[Phrase, Phrase]:
    """Phrase -> the one that stands for its class: if possible one that is never the replacement, then the
    shortest."""
    members: dict[Phrase, set[Phrase]] = defaultdict(set)
    spun = {tuple(swap.spun.split()) for swap in swaps if swap.spun}
    for swap in swaps:
        sides = tuple(swap.left.split()), tuple(swap.right.split())
        joined = set[Phrase](sides).union(*(members[side] for side in sides))
        for one in joined:
            members[one] = joined
    return {
        phrase: min(held, key=lambda one: (one in spun, len(one), one))
        for phrase, held in members.items()
    }
