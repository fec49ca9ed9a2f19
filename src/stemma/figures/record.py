"""The record of a figure."""

from dataclasses import dataclass

QUALIFIERS = (
    "exact", "at least", "more than", "at most", "less than", "about", "almost", "range", "vague",
)  # fmt: skip
# Kinds that say how much or how many; then those that don't.
QUANTITIES = ("count", "money", "share", "vote", "measure", "duration")
KINDS = (*QUANTITIES, "ordinal", "age", "year", "time", "identifier", "score", "other")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence. Offsets are characters of the sentence, end exclusive; None where nothing is.

    `low`, `high`: the bounds as stated, None for an open end. `what`: the lemma of what is counted, with the
    span of its noun phrase, whose last word is its head. `predicate`: the lemma of what is said of it, with
    its span. `role`: subject, object or other, of what is done. `per`: of a rate, what it is for.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    qualifier: str
    kind: str
    unit: str | None
    what: str | None
    what_start: int | None
    what_end: int | None
    predicate: str | None
    predicate_start: int | None
    predicate_end: int | None
    role: str
    per: str | None
    how: str


def plain(
    text: str, start: int, end: int, low: float | None, high: float | None, qualifier: str,
    kind: str, reason: str,
) -> Figure:  # fmt: skip
    """A figure that counts nothing: a name, a year, a score."""
    return Figure(
        start, end, text[start:end], low, high, qualifier, kind, None, None, None, None, None, None,
        None, "other", None, f"{kind}: {reason}",
    )  # fmt: skip
