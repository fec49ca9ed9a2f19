"""Figures: every number of a sentence, with its bounds, what it counts and what is said of that.

`figures` reads one sentence as the reader gives it. The number as written is kept: an open end is None, and
nothing is averaged. What a number is not (an age, a year, a name, a score) is told apart by `kind`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stemma.figures import forms, kinds
from stemma.figures.counting import Amount
from stemma.figures.lexicon import Unit
from stemma.figures.numerals import numerals, pieces
from stemma.figures.phrases import Phrase, phrases
from stemma.figures.saying import Said, counted
from stemma.figures.syntax import Syntax
from stemma.text.tokens import Token

QUALIFIERS = (
    "exact", "at least", "more than", "at most", "less than", "about", "almost", "range", "vague",
)  # fmt: skip
KINDS = (
    "count", "money", "share", "vote", "measure", "duration", "ordinal", "age", "year", "time",
    "identifier", "score", "other",
)  # fmt: skip
# Kinds that say how much or how many.
QUANTITIES = ("count", "money", "share", "vote", "measure", "duration")


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


def figures(text: str, reading: Mapping[str, Any]) -> list[Figure]:
    """The figures of a sentence in order, none inside another. `reading`: its row of `READINGS`."""
    syntax, found = Syntax.of(reading), pieces(text)
    known = list(forms.fixed(text))
    votes, scores = _pairs(text, found)
    free = [not _inside(token, [*forms.covered(text), *votes, *scores]) for token in found]
    read = phrases(found, numerals(found, free))
    made = [_plain(text, one) for one in [*known, *map(_score, scores)]]
    made += [figure for one in read for figure in _figures(text, found, one, syntax)]
    made += [figure for one in votes for figure in _votes(text, found, one, syntax)]
    made += _ranks(text, made, found, syntax)
    return sorted(made, key=lambda one: (one.start, one.end))


Span = tuple[int, int]


def _inside(token: Token, spans: Sequence[Span]) -> bool:
    return any(a < token.end and token.start < b for a, b in spans)


def _pairs(text: str, found: list[Token]) -> tuple[list[Span], list[Span]]:
    covered = forms.covered(text)
    kept = [
        (kind, match.span())
        for kind, match in forms.pairs(text, found)
        if not any(a < match.end() and match.start() < b for a, b in covered)
    ]
    return [s for kind, s in kept if kind == "vote"], [s for kind, s in kept if kind == "score"]


def _score(span: Span) -> forms.Fixed:
    return forms.Fixed(*span, "score", None, None, "two numbers of a game")


def _plain(text: str, one: forms.Fixed) -> Figure:
    return Figure(
        one.start, one.end, text[one.start : one.end], one.low, one.high, _width(one), one.kind, None,
        None, None, None, None, None, None, "other", None, one.reason,
    )  # fmt: skip


def _width(one: forms.Fixed) -> str:
    return "range" if one.low != one.high else "exact"


# -- quantities -----------------------------------------------------------------------------------


def _figures(text: str, found: Sequence[Token], phrase: Phrase, syntax: Syntax) -> Iterator[Figure]:
    said = _said(found, phrase, syntax)
    if kinds.no_figure(found, phrase, said, syntax) is not None:
        return
    kind, reason = _kind(found, phrase, said, syntax)
    if kind in QUANTITIES:
        yield _quantity(text, found, phrase, said, kind, reason, syntax)
    else:
        span = found[phrase.begin].start, found[phrase.end - 1].end
        fixed = forms.Fixed(*span, kind, phrase.low, phrase.high, reason)
        yield _with_bounds(_plain(text, fixed), phrase)


def _with_bounds(figure: Figure, phrase: Phrase) -> Figure:
    values = {name: getattr(figure, name) for name in Figure.__dataclass_fields__}
    return Figure(**{**values, "qualifier": phrase.qualifier})


def _said(found: Sequence[Token], phrase: Phrase, syntax: Syntax) -> Said:
    last = phrase.whole_last - 1
    first = phrase.first - 1 if _signed(found, phrase) else phrase.first
    words = syntax.inside(found[first].start, found[last].end)
    kind = phrase.unit.kind if phrase.unit else "count"
    return counted(Amount(syntax, words, kind, phrase.form == "ratio"))


def _signed(found: Sequence[Token], phrase: Phrase) -> bool:
    money = phrase.unit is not None and phrase.unit.kind == "money"
    return money and phrase.first > 0 and not found[phrase.first - 1].n.isalpha()


def _kind(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> tuple[str, str]:
    """The kind, and why."""
    if reason := kinds.age(found, phrase, syntax):
        return "age", reason
    if reason := kinds.year(found, phrase, said, syntax):
        return "year", reason
    if kinds.mass(found, phrase, said, syntax):
        return "measure", "pounds that are a weight"
    if phrase.unit is not None:
        return phrase.unit.kind, f"its unit is {phrase.unit.name}"
    if _votes_named(syntax, said):
        return "vote", "votes are counted"
    if _ballots(syntax, said):
        return "vote", "what is said of it is how was voted"
    return "count", "it counts what is named or left out"


def _votes_named(syntax: Syntax, said: Said) -> bool:
    """Votes, abstentions, a majority; but not votes of confidence."""
    if said.what is None or syntax.lemmas[said.what] not in ("vote", "abstention", "majority"):
        return False
    return not (syntax.word(said.what + 1) == "of" and syntax.word(said.what + 2) in ("no", "confidence"))


def _ballots(syntax: Syntax, said: Said) -> bool:
    if said.predicate is None:
        return False
    first, last = said.predicate
    shown = " ".join(syntax.words[first : last + 1])
    return shown in (
        "in favour",
        "in favor",
        "against",
        "for",
        "opposed",
        "abstained",
    ) or shown.startswith(("voted", "abstain"))


def _quantity(
    text: str,
    found: Sequence[Token],
    phrase: Phrase,
    said: Said,
    kind: str,
    reason: str,
    syntax: Syntax,
) -> Figure:
    start, end = found[phrase.begin].start, found[phrase.end - 1].end
    unit = phrase.unit.name if phrase.unit else _unit(kind, syntax, said)
    unit = "pound" if unit == "GBP" and kind == "measure" else unit
    return Figure(
        start, end, text[start:end], phrase.low, phrase.high, phrase.qualifier, kind, unit,
        *_what(syntax, said), *_predicate(syntax, said), said.role, phrase.per,
        f"{phrase.reason}; {kind}: {reason}; {said.rule}",
    )  # fmt: skip


def _unit(kind: str, syntax: Syntax, said: Said) -> str:
    if kind == "vote":
        return "votes"
    if said.what is not None and syntax.words[said.what] in ("times", "occasions"):
        return "times"
    return "persons" if kinds.counts_persons(syntax, said) else "things"


def _what(syntax: Syntax, said: Said) -> tuple[str | None, int | None, int | None]:
    if said.what is None:
        return None, None, None
    first = said.what
    while (
        first > 0
        and syntax.heads[first - 1] == said.what
        and syntax.rels[first - 1] in ("compound", "amod")
    ):
        first -= 1
    return syntax.lemmas[said.what], syntax.starts[first], syntax.ends[said.what]


def _predicate(syntax: Syntax, said: Said) -> tuple[str | None, int | None, int | None]:
    if said.predicate is None:
        return None, None, None
    first, last = said.predicate
    lemma = syntax.lemmas[first] if first == last else " ".join([syntax.lemmas[first], *syntax.words[first + 1 : last + 1]])  # fmt: skip
    return lemma, syntax.starts[first], syntax.ends[last]


# -- votes and ranks ------------------------------------------------------------------------------


def _votes(text: str, found: Sequence[Token], span: Span, syntax: Syntax) -> Iterator[Figure]:
    """The two sides of `10-2`: of the second nothing is said but that it was the other side."""
    inside = [
        token for token in found if span[0] <= token.start < span[1] and token.kind == "number"
    ]
    words = syntax.inside(*span)
    said = counted(Amount(syntax, words, "count"))
    for n, token in enumerate(inside[:2]):
        value = int(token.n)
        predicate = _predicate(syntax, said) if n == 0 else (None, None, None)
        yield Figure(
            token.start, token.end, token.t, value, value, "exact", "vote", "votes",
            *_what(syntax, said), *predicate, said.role if n == 0 else "other", None,
            "a number; vote: two numbers with a dash where a vote is told; "
            + (said.rule if n == 0 else "the other side"),
        )  # fmt: skip


def _ranks(
    text: str, made: Sequence[Figure], found: Sequence[Token], syntax: Syntax
) -> list[Figure]:
    taken = [(one.start, one.end) for one in made]
    return [
        _plain(text, one)
        for one in forms.ordinals(text)
        if not any(a < one.end and one.start < b for a, b in taken)
    ]


__all__ = ["KINDS", "QUALIFIERS", "QUANTITIES", "Figure", "figures"]
