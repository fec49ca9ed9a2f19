"""Candidates for names and dates, and words for numbers, by their form alone.

They are cheap and may be wrong; they weigh evidence (a shared name proves no copying) and describe
differences, and later stages that read grammar replace them where they can.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stemma.text.tokens import Token

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
    "thousand thousands million millions billion billions trillion dozen dozens half quarter third "
    "thirds scores"
)
NUMBER_WORDS = frozenset(_UNITS.split())
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = frozenset(_MONTHS.split())
WEEKDAYS = frozenset(_DAYS.split())
_INSIDE = frozenset("of the and for de al el bin von van der la".split())
# Words that are capitalised for their place or rank rather than for being a name.
# Words without a meaning of their own: never a side of a swap, and worth little in common.
COMMON = frozenset(
    "a an the this that these those and or but nor so yet of in on at to for from by with as into "
    "over under about after before between during against through he she it they we you i his her "
    "its their our your him them us me who which what where when how is are was were be been being "
    "am do does did done has have had having will would can could shall should may might must not "
    "no n't 's there here than then also very more most less least other another such own same".split()
)
TITLES = frozenset(
    "president minister secretary ambassador king queen prince princess senator general chancellor "
    "premier governor mayor chief head leader spokesman spokeswoman spokesperson deputy vice prime "
    "foreign defense defence interior state envoy special commissioner director chairman "
    "chairwoman chair mr mrs ms dr sir lady lord professor captain colonel admiral judge justice "
    "pope sheikh sultan emir ayatollah former acting senior representative".split()
)


class Candidate(NamedTuple):
    """A run of tokens, from `first` to before `last`, that may be of the `kind` named."""

    first: int
    last: int
    kind: str


def name_tokens(tokens: Sequence[Token], *, inside: bool = False) -> list[bool]:
    """For each token whether it may be part of a name: capitalised, and not merely because it
    begins the sentence (`inside`: the tokens do not begin one). Headlines in capitals have none."""
    shown = [token for token in tokens if token.kind == "word" and len(token.t) > 1]
    capitals = sum(token.t[0].isupper() for token in shown)
    if shown and capitals > 0.8 * len(shown) > 3:
        return [False] * len(tokens)
    flags = [_capital(token) for token in tokens]
    if not inside:
        _forgive_first(tokens, flags)
    return flags


def names(tokens: Sequence[Token]) -> list[Candidate]:
    """Runs of name tokens; a title of office before a name belongs to the run."""
    flags = name_tokens(tokens)
    return [Candidate(first, last, "name") for first, last in _runs(tokens, flags)]


def dates(tokens: Sequence[Token]) -> list[Candidate]:
    """Weekdays, months with their day or year, and years on their own."""
    flags = [_date_part(tokens, i) for i in range(len(tokens))]
    return [Candidate(first, last, "date") for first, last in _runs(tokens, flags)]


def is_number(token: Token) -> bool:
    """Whether a token states a number, in digits or in words."""
    return token.kind == "number" or token.n in NUMBER_WORDS or bool(re.match(r"\d", token.n))


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.t[0].isupper() and token.n not in WEEKDAYS


def _forgive_first(tokens: Sequence[Token], flags: list[bool]) -> None:
    words = [i for i, token in enumerate(tokens) if token.kind != "mark"]
    if len(words) > 1 and flags[words[0]]:
        first, second = tokens[words[0]], words[1]
        alone = not flags[second] and not first.t.isupper()
        flags[words[0]] = not alone


def _runs(tokens: Sequence[Token], flags: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(flags):
        if not flags[i]:
            i += 1
            continue
        j = i + 1
        while j < len(flags) and (flags[j] or _joins(tokens, flags, j)):
            j += 1
        runs.append((i, j))
        i = j
    return runs


def _joins(tokens: Sequence[Token], flags: Sequence[bool], j: int) -> bool:
    return j + 1 < len(flags) and flags[j + 1] and (tokens[j].n in _INSIDE or tokens[j].t == "-")


def _date_part(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.n in WEEKDAYS or (token.kind == "number" and re.fullmatch(r"(19|20)\d\d", token.n)):
        return True
    near = [tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    if token.n in MONTHS and token.t[0].isupper():
        return token.n not in ("may", "march") or any(other.kind == "number" for other in near)
    by_month = any(other.n in MONTHS and other.t[0].isupper() for other in near)
    return token.kind == "number" and by_month and re.fullmatch(r"\d{1,2}", token.n) is not None
