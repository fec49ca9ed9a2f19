"""Of which day a count is, by the words before an expression of time."""

import re

from stemma.text.unsaid import YEARLESS

# Where that is not the day on which it is said: `had put it at 40 on Monday`, `by Monday evening`.
_OF_A_DAY = re.compile(
    r"\b(?:by|as of|until|up to|had (?:\w+ )?(?:put|given|counted|reported|stood|been|said)\b[^.;]*\bon) $",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Whose day without its year still orders the reports of one story.
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]+(?:, [A-Z][\w .'-]+)?, $")


def counted_on(before: str, value: str | None, anchor: str | None) -> str | None:
    """The day of a count. `before`: its sentence up to the expression of time; `value`: what this means;
    `anchor`: when it was said. None where neither is a day; `--05-09` for a dateline without its year."""
    named = YEARLESS.fullmatch(value or "")
    if named and not anchor and _DATELINE.match(before):
        return f"--{named[1]}-{named[2]}"
    said = anchor if anchor and _DAY.fullmatch(anchor) else None
    told = (value or "")[:10]
    if _DAY.fullmatch(told) and _OF_A_DAY.search(before) and (said is None or told <= said):
        return told
    return said
