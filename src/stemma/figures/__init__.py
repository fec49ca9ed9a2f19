"""Figures: every number of a sentence, with its bounds, what it counts and what is said of that.

`figures` reads one sentence as the reader gives it: `numerals` (what is written) → `ranges`, `qualifiers` and
units (`phrases`) → `counting` (what is counted) and `saying` (what is said of it) → `kinds`. What its form
alone tells (`forms`) is taken first, and `nothing` leaves out what is no figure. The number as written is
kept: an open end is None, and nothing is averaged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from stemma.figures import forms, kinds
from stemma.figures.counting import Amount
from stemma.figures.nothing import no_figure
from stemma.figures.numerals import numerals, pieces, word
from stemma.figures.phrases import Phrase, phrases
from stemma.figures.record import KINDS, QUALIFIERS, QUANTITIES, Figure, plain
from stemma.figures.saying import Said, counted
from stemma.figures.syntax import Syntax
from stemma.text.forms import irregular
from stemma.text.tokens import Token


class _Read(NamedTuple):
    """A sentence: its text, its pieces and its tree."""

    text: str
    found: list[Token]
    syntax: Syntax


def figures(text: str, reading: Mapping[str, Any]) -> list[Figure]:
    """The figures of a sentence in order. `reading`: its row of `stemma.reader.READINGS`."""
    read = _Read(text, pieces(text), Syntax.of(reading))
    taken, made = _by_form(read)
    free = [not _touches(token.start, token.end, taken) for token in read.found]
    quantities = phrases(read.found, numerals(read.found, free))
    for n, phrase in enumerate(quantities):
        near = (
            quantities[n - 1] if n else None,
            quantities[n + 1] if n + 1 < len(quantities) else None,
        )
        own = list(_figure(read, phrase, *near))
        if n and len(own) == 1 and made and _is_carried(read, phrase):
            own = [_carried(read, own[0], phrase, made[-1], quantities[n - 1])]
        made.extend(own)
    spans = [(one.start, one.end) for one in made]
    made += [
        _fixed(read, one) for one in forms.ordinals(text) if not _touches(one.start, one.end, spans)
    ]
    return sorted(made, key=lambda one: (one.start, one.end))


def _touches(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


# -- by form --------------------------------------------------------------------------------------


def _by_form(read: _Read) -> tuple[list[tuple[int, int]], list[Figure]]:
    """The characters that are known by form, and their figures."""
    matches = forms.matches(read.text)
    taken = [match.span() for _, _, match in matches]
    made = [_fixed(read, one) for one in forms.fixed(matches)]
    for kind, match in forms.pairs(read.text, read.found):
        if _touches(*match.span(), taken):
            continue
        taken.append(match.span())
        made.extend(_sides(read, match.span()) if kind == "vote" else [_score(read, match.span())])
    return taken, made


def _fixed(read: _Read, one: forms.Fixed) -> Figure:
    qualifier = "exact" if one.low == one.high else "range"
    return plain(read.text, one.start, one.end, one.low, one.high, qualifier, one.kind, one.reason)


def _score(read: _Read, span: tuple[int, int]) -> Figure:
    return plain(read.text, *span, None, None, "exact", "score", "two numbers of a game")


def _sides(read: _Read, span: tuple[int, int]) -> Iterator[Figure]:
    """The two sides of `10-2`: of the second nothing is said but that it was the other side."""
    inside = [n for n, token in enumerate(read.found) if span[0] <= token.start < span[1]]
    said = counted(Amount(read.syntax, read.syntax.inside(*span), "count"))
    for at in (inside[0], inside[-1]):
        value = int(read.found[at].n)
        one = Phrase(
            at, at + 1, at, at + 1, at + 1, value, value, "exact", None, None, "number", "a number"
        )
        here = said if at == inside[0] else _other_side(said)
        yield _quantity(read, one, here, "vote", "two numbers with a dash where a vote is told")


def _other_side(said: Said) -> Said:
    return said._replace(predicate=None, role="other", rule="the other side of a vote")


# -- by grammar -----------------------------------------------------------------------------------


def _figure(
    read: _Read, phrase: Phrase, before: Phrase | None, after: Phrase | None
) -> Iterator[Figure]:
    said = _said(read, phrase)
    if no_figure(read.found, phrase, said, read.syntax) is not None:
        return
    if before is not None and _is_other_side(read, before, phrase):
        first = _said(read, before)
        told = _other_side(said)._replace(what=first.what)
        yield _quantity(read, phrase, told, "vote", "two numbers with 'to' where a vote is told")
        return
    kind, reason = kinds.kind_of(read.found, phrase, said, read.syntax)
    if after is not None and _is_other_side(read, phrase, after):
        kind, reason = "vote", "two numbers with 'to' where a vote is told"
    if kind in QUANTITIES:
        yield _quantity(read, phrase, said, kind, reason)
    else:
        start, end = _shown(read, phrase)
        yield plain(read.text, start, end, phrase.low, phrase.high, phrase.qualifier, kind, reason)


def _said(read: _Read, phrase: Phrase) -> Said:
    signed = phrase.unit is not None and phrase.unit.kind == "money"
    signed = signed and phrase.first > 0 and not word(read.found, phrase.first - 1).isalpha()
    first = read.found[phrase.first - signed].start
    words = read.syntax.inside(first, read.found[phrase.unit_end - 1].end)
    magnitude = phrase.unit is None or phrase.unit.name == "magnitude"
    kind = "count" if magnitude or phrase.unit is None else phrase.unit.kind
    return counted(Amount(read.syntax, words, kind, phrase.form == "ratio"))


def _is_other_side(read: _Read, before: Phrase, phrase: Phrase) -> bool:
    """The 2 of `10 votes to 2`, in a sentence that tells of a vote."""
    between = [token.n for token in read.found[before.last : phrase.first]]
    if between not in (["to"], ["votes", "to"]) or phrase.unit or before.unit:
        return False
    falling = (before.high or 0) > (phrase.high or 0)
    return falling and forms.ballot({token.n for token in read.found})


def _is_carried(read: _Read, phrase: Phrase) -> bool:
    """Whether a bare number is of what the one before it is of: `…, down from 18`, `… and Ames 20`."""
    if phrase.unit is not None or phrase.begin != phrase.first:
        return False
    before = tuple(token.n for token in read.found[max(phrase.first - 3, 0) : phrase.first])
    if before[-1:] in (("from",), ("to",)) and before[-2:-1] in (("up",), ("down",)):
        return before[:1] in ((",",), ("(",))
    name = read.found[phrase.first - 1]
    inside = read.syntax.inside(name.start, name.end) if phrase.first > 1 else range(0)
    named = any(read.syntax.upos[n] == "PROPN" for n in inside)
    behind = read.found[phrase.last].n if phrase.last < len(read.found) else "."
    return named and before[-2:-1] in ((",",), ("and",)) and behind in (",", ".", ";", "and")


def _carried(read: _Read, own: Figure, phrase: Phrase, before: Figure, first: Phrase) -> Figure:
    """A bare number with the kind and unit of the figure before it, and with what that counts."""
    missed = before.end < read.found[first.first].start
    if own.kind not in ("count", "vote") or before.kind not in QUANTITIES or missed:
        return own
    named = read.found[phrase.first - 1].n not in ("from", "to")
    # `Ames rose 4 percent and Lorn 20`: the subject is another.
    behind = (before.what_start or 0) >= before.start or not named
    what = before if behind else replace(own, what=None, what_start=None, what_end=None)
    return replace(
        own, kind=before.kind, unit=before.unit, what=what.what, what_start=what.what_start,
        what_end=what.what_end, per=before.per, how=f"{own.how}; of what the one before it is of",
    )  # fmt: skip


def _shown(read: _Read, phrase: Phrase) -> tuple[int, int]:
    return read.found[phrase.begin].start, read.found[phrase.end - 1].end


def _quantity(read: _Read, phrase: Phrase, said: Said, kind: str, reason: str) -> Figure:
    start, end = _shown(read, phrase)
    unit = kinds.unit_of(phrase, kind, said, read.syntax)
    what = _what(read.syntax, said, read.found[phrase.unit_end - 1].end)
    return Figure(
        start, end, read.text[start:end], phrase.low, phrase.high, phrase.qualifier, kind, unit,
        *what, *_predicate(read.syntax, said), said.role, phrase.per,
        f"{phrase.reason}; {kind}: {reason}; {said.rule}",
    )  # fmt: skip


def _what(syntax: Syntax, said: Said, number: int) -> tuple[str | None, int | None, int | None]:
    """Lemma and span of what is counted, less the number that ends at `number`."""
    if said.what is None:
        return None, None, None
    first = said.what
    while (
        first > 0 and syntax.heads[first - 1] == said.what and _describes(syntax, first - 1, number)
    ):
        first -= 1
    return syntax.lemmas[said.what], syntax.starts[first], syntax.ends[said.what]


def _describes(syntax: Syntax, n: int, number: int) -> bool:
    joined = syntax.rels[n] in ("compound", "amod") and syntax.upos[n] != "NUM"
    return joined and (syntax.starts[n] >= number or syntax.ends[n] < number)


def _predicate(syntax: Syntax, said: Said) -> tuple[str | None, int | None, int | None]:
    if said.predicate is None:
        return None, None, None
    first, last = said.predicate
    known = (
        irregular().get(syntax.words[first].casefold()) if syntax.upos[first] == "VERB" else None
    )
    lemma = " ".join([known or syntax.lemmas[first], *syntax.words[first + 1 : last + 1]])
    return lemma, syntax.starts[first], syntax.ends[last]


__all__ = ["KINDS", "QUALIFIERS", "QUANTITIES", "Figure", "figures"]
