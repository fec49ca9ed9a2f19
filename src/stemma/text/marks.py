"""Quotation marks: which open and which close, without trusting the way they are drawn.

Farms and careless software turn curly marks the wrong way round, so that a mark's neighbours and
the marks before it decide. Direction as drawn is used by nothing here.
"""

import re
from typing import NamedTuple

from stemma.text.normal import Normal, normalise

# Two strokes, or two of one: typewriters' and TeX's way to write a double mark.
_MARK = re.compile(r"\"|''|``|'")
_CORNER = re.compile("[「」『』｢｣]")
_OPENING = "「『｢"
_NEAR = 200  # characters looked at behind a mark


class Mark(NamedTuple):
    """A quotation mark. `opens`: whether a quotation starts (or else ends) here; `single`: one
    stroke; `how`: neighbours (of the mark) or parity (of the marks before it)."""

    start: int
    end: int
    opens: bool
    single: bool
    how: str


def quote_marks(text: str) -> list[Mark]:
    """The quotation marks of one block of text, apostrophes left out."""
    normal = normalise(_corners(text))
    return [_at(normal, mark) for mark in roles(normal.text)]


def _corners(text: str) -> str:
    """The text with double marks for its corner brackets, and single ones for those that stand within
    others: these alone show which are within."""
    if _CORNER.search(text) is None:
        return text
    depth = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal depth
        opens = match.group() in _OPENING
        depth = depth + 1 if opens else max(depth - 1, 0)
        return '"' if depth <= opens else "'"

    return _CORNER.sub(mark, text)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans between an opening mark and the mark that closes it. A quotation that began before
    the text or ends behind it runs to the text's edge."""
    spans: list[tuple[int, int]] = []
    opened: Mark | None = None
    for mark in quote_marks(text):
        if mark.opens and opened is None:
            opened = mark
        elif not mark.opens and opened is not None and mark.single == opened.single:
            # A single mark inside a double quotation ends a quotation within it, not the whole.
            spans.append((opened.end, mark.start))
            opened = None
        elif not mark.opens and opened is None and not spans and not mark.single:
            spans.append((0, mark.start))
    return spans if opened is None else [*spans, (opened.end, len(text))]


def roles(text: str) -> list[Mark]:
    """As `quote_marks`, of a text already in normal form."""
    marks: list[Mark] = []
    open_double = open_single = False
    for match in _MARK.finditer(text):
        single = match.group() == "'"
        before, after = _neighbours(text, match.start(), match.end())
        if single:
            role = _single_role(before, after, open_single)
            if role is None:
                continue
            opens, how, open_single = role, "neighbours", role
        else:
            opens, how = _double_role(before, after, open_double)
            opens, how = _misplaced(text, match.span(), opens, open_double) or (opens, how)
            open_double = opens
        marks.append(Mark(match.start(), match.end(), opens, single, how))
    return marks


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    # A text's edge counts as white space.
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "


def _double_role(before: str, after: str, is_open: bool) -> tuple[bool, str]:
    loose_before = before.isspace() or before in "([-'/"
    loose_after = after.isspace() or after in ".,;:!?)]-'/"
    if loose_before and not loose_after:
        return True, "neighbours"
    if loose_after and not loose_before:
        return False, "neighbours"
    return not is_open, "parity"


def _misplaced(
    text: str, span: tuple[int, int], opens: bool, is_open: bool
) -> tuple[bool, str] | None:
    """The role of a mark whose space stands on the wrong side of it, if it is one."""
    at, end = span
    before, behind = text[max(at - 2, 0) : at], text[end : end + _NEAR]
    if opens and is_open and re.fullmatch(r"[.?!] ", before):
        # `"We will. "he said`: nobody opens a quotation twice.
        last = behind[:1].isalpha() and text.find('"', end) < 0
        return (False, "parity") if behind[:1].islower() or last else None
    if opens and behind[:1] == '"' and re.search(r"[.?!,]$", before):
        return False, "neighbours"  # `"We go.""They stay."`
    if opens and is_open and re.fullmatch(r"[.?!,]'", before):
        return False, "parity"  # a quotation within it has just ended
    next_one = re.search(r'\S"(?!\w)', behind)
    if not opens and not is_open and re.fullmatch(r"[\w ][.?!]", before) and next_one:
        # `"Yes", he said." We go."`: nobody closes a quotation twice.
        again = text.find('"', 0, at) >= 0 and '"' not in behind[: next_one.end() - 1]
        return (True, "parity") if again else None
    return None


def _single_role(before: str, after: str, is_open: bool) -> bool | None:
    if before.isalnum() and after.isalnum():
        return None
    if (before.isspace() or before in '(["-') and after.isalnum() and not is_open:
        return True
    if before in ".?!" and after.isupper() and after != "S" and not is_open:
        return True  # glued to the stop of the sentence before
    # The "s'" of a plural closes nothing unless a single mark is open.
    if is_open and not before.isspace() and not after.isalnum():
        return False
    # A spinner's "'low point, '" puts a space before the mark that closes.
    if is_open and before.isspace() and not after.isalnum():
        return False
    return None


def _at(normal: Normal, mark: Mark) -> Mark:
    start, end = normal.span(mark.start, mark.end)
    return mark._replace(start=start, end=end)
