"""Expressions of time -> TIMEX3 values, as TimeML writes them, with how each value was told.

`words` (what each word may be) -> `symbols` (a sentence as a line of classes) -> `dates`, `relative`,
`lengths`, `clocks` (rules over such lines, `rules`) -> `phrases` (what is said) -> `joins` (what is one
expression) -> `resolve` (values, by `anchor`, `tense`, `recurring` and `values`) -> `tagger`. For a
pile: `pages` (what a line says of itself), `reports` and `begins` (which lines are of one report, when a
story was told) -> `anchored` (when a passage was said) -> `telling` (one by the other, with `settled` and
`deeds`) -> `rows`.
"""

from stemma.times.anchor import UNKNOWN, Anchor
from stemma.times.anchored import Pile
from stemma.times.pages import (
    Line,
    Page,
    Wording,
    begins,
    is_pasted,
    opened_with,
    opens_on,
    shown_date,
)
from stemma.times.rows import said_of, timexes_of
from stemma.times.tagger import Timex, may_have_times, tag_times
from stemma.times.tense import Tense, tense_of_tree

__all__ = [
    "UNKNOWN",
    "Anchor",
    "Line",
    "Page",
    "Pile",
    "Tense",
    "Timex",
    "Wording",
    "begins",
    "is_pasted",
    "may_have_times",
    "opened_with",
    "opens_on",
    "said_of",
    "shown_date",
    "tag_times",
    "tense_of_tree",
    "timexes_of",
]
