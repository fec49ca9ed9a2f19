"""What stands in quotation marks in a block: speech over any number of sentences, without trusting the way
marks are drawn, and told from words that are only held at arm's length."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stemma.text.marks import Mark, quote_marks
from stemma.text.tokens import words

_LONGEST = 6_000  # characters; a mark that never closes opens nothing so long
_SENTENCE = re.compile(r"[.!?…][\s\"'”’»›」』)]*$")
_NEAR = 200  # characters before a mark in which its sentence ends
_FEWEST = 4  # words that may be speech without a stop or comma at their end


class Speech(NamedTuple):
    """Words in quotation marks. `start`, `end`: with their marks; `first`, `last`: without. `opened`,
    `closed`: whether the mark is there; `single`: of one stroke."""

    start: int
    end: int
    first: int
    last: int
    opened: bool
    closed: bool
    single: bool


def speeches(text: str) -> list[Speech]:
    """The speeches of a block, in order; none lies inside another. A mark that is never closed reaches to
    the end of the block, one that was never opened from its beginning or the end of the speech before."""
    found: list[Speech] = []
    opened: Mark | None = None
    marks = quote_marks(text)
    inner: Mark | None = None
    for number, mark in enumerate(marks):
        if mark is inner:
            continue
        if opened is None:
            if mark.opens:
                opened = mark
            elif not mark.single and not found:
                found.append(Speech(0, mark.end, 0, mark.start, False, True, False))
            continue
        if mark.opens and mark.single == opened.single:
            if _nested(text, opened, mark):
                inner = _closing(marks[number + 1 : number + 3], mark) or inner
                continue
            found.append(_ended(text, opened, mark.start))
            opened = mark
        elif not mark.opens and mark.single == opened.single:
            found.append(
                Speech(opened.start, mark.end, opened.end, mark.start, True, True, mark.single)
            )
            opened = None
    if opened is not None and not opened.single:
        found.append(_ended(text, opened, len(text)))
    return [one for one in found if text[one.first : one.last].strip()]


def _nested(text: str, opened: Mark, mark: Mark) -> bool:
    """Whether a second opening mark is more likely a word within the speech than the next speech: the first
    one's sentence has not ended."""
    return not _SENTENCE.search(text[max(opened.end, mark.start - _NEAR) : mark.start].rstrip())


def _closing(following: Sequence[Mark], mark: Mark) -> Mark | None:
    """The mark that closes one within a speech: only if another, for the speech itself, comes next."""
    two = len(following) == 2 and all(m.single == mark.single and not m.opens for m in following)
    return following[0] if two else None


def _ended(text: str, opened: Mark, end: int) -> Speech:
    """A speech whose closing mark is missing: it ends with the block, or before the next speech."""
    last = min(end, opened.end + _LONGEST)
    last -= len(text[opened.end : last]) - len(text[opened.end : last].rstrip())
    return Speech(opened.start, last, opened.end, last, True, False, opened.single)


def may_be_said(text: str, one: Speech, tags: Sequence[str]) -> bool:
    """Whether these words can be speech by themselves, and not a title, a nickname or a word in doubt.
    `tags`: the parts of speech of its words."""
    inside = text[one.first : one.last].strip()
    count = len(words(inside))
    ends = inside[-1:] in ".!?,…" or (text[one.end : one.end + 1] in (",", ".") and count > 1)
    has_verb = any(tag in ("VERB", "AUX") for tag in tags)
    titled = count > 1 and all(
        word[:1].isupper() or len(word) < 4 for word in re.findall(r"[^\W\d_]+", inside)
    )
    if titled and inside[-1:] not in ".!?,…":
        return False
    return (ends and (has_verb or count >= 2)) or (has_verb and count >= _FEWEST)
