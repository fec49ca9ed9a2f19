"""A family's archetype -> the line that says what the likely original was."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from stemma.model import Archetype
from stemma.pedigree import Pedigree
from stemma.report.plain import one_line
from stemma.report.shown import Shown
from stemma.report.view import Original, Stretch

_MOST_LETTERS = 8  # the versions of a statement are all listed beside it
# What lineage puts in for a word that is lost before a hyphen.
_LOST = re.compile(r"\[[^\[\]]*\](?=-)")
_MARKS = "\"“”'‘’.,;:!?()"


def original(shown: Shown, made: Pedigree) -> Original | None:
    """None where all versions have the same words and nothing is lost, or where no original is looked
    for."""
    if made.archetype is None or made.nodes == 1:
        return None
    archetype, all_wordings = made.archetype, made.wordings
    number = all_wordings.of.get(archetype.witness_id)
    inside = all_wordings.all[number].witnesses if number is not None else ()
    held, more = shown.some(inside, _MOST_LETTERS)
    is_shown = made.root is not None and made.root == all_wordings.of[all_wordings.family.base_id]
    return Original(
        said=_said(made, archetype, is_shown),
        stretches=() if is_shown else _stretches(made, archetype),
        conjecture=archetype.conjecture,
        pages=held,
        more=more,
        how=shown.reason(archetype.how),
        restored=tuple(map(shown.reason, archetype.restored)),
        lost=shown.reason(archetype.lost) if archetype.lost else "",
    )


def _said(made: Pedigree, archetype: Archetype, is_shown: bool) -> str:
    perhaps = "" if made.decided else "undecided, perhaps "
    if not archetype.conjecture:
        return f"{perhaps}the wording {'shown first, that' if is_shown else 'that stands'} on"
    if archetype.lost and not archetype.restored:
        return f"{perhaps}these words, of which no page has all; the rest is on"
    return f"{perhaps}these words, put together; no page has them all, the nearest is on"


def _stretches(made: Pedigree, archetype: Archetype) -> tuple[Stretch, ...]:
    """The wording, cut where it differs from what is shown. What the nearest version lacks is marked
    as restored."""
    nearest = made.wordings.of.get(archetype.witness_id)
    words = archetype.wording.split()
    base = _compared(made.wordings.family.text.split())
    own = base
    if nearest is not None and archetype.restored:
        own = _compared(made.wordings.all[nearest].witnesses[0].text.split())
    other = _differing(base, words)
    restored = _differing(own, words) if archetype.restored else set()
    marks = [
        "restored" if n in restored else "other" if n in other else "" for n in range(len(words))
    ]
    return tuple(_joined(words, marks, lost=archetype.lost is not None))


def _compared(words: Sequence[str]) -> list[str]:
    return [word.casefold().strip(_MARKS) for word in words]


def _differing(ours: Sequence[str], words: Sequence[str]) -> set[int]:
    """The places of words that do not stand in the other wording."""
    matcher = SequenceMatcher(None, ours, _compared(words), autojunk=False)
    found = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    return {at for *_, start, end in found for at in range(start, end)}


def _joined(words: Sequence[str], marks: Sequence[str], lost: bool) -> Iterator[Stretch]:
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and marks[end] == marks[at]:
            end += 1
        text = one_line(" ".join(words[at:end]))
        space = " " if end < len(words) else ""
        gap = _LOST.search(text) if lost else None
        if gap:
            yield from _with_gap(text, gap, marks[at], space)
        else:
            yield Stretch(text, marks[at])
            yield Stretch(space)
        at = end


def _with_gap(text: str, gap: re.Match[str], mark: str, space: str) -> Iterator[Stretch]:
    yield Stretch(text[: gap.start()], mark)
    yield Stretch(gap.group(), "lost")
    yield Stretch(text[gap.end() :] + space, "")
