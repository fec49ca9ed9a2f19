"""Words and shapes that may be names or numbers, told by their form alone.

They are cheap and may be wrong; they weigh evidence (a shared name proves no copying) and describe
differences, and later stages that read grammar replace them where they can.
"""

import re
from collections.abc import Sequence

from stemma.text.calendar import WEEKDAYS
from stemma.text.numbers import ONES, TENS
from stemma.text.tokens import Token

_MANY = (
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half "
    "quarter third thirds scores"
)
_NUMBER_WORDS = frozenset([*ONES, *TENS, *_MANY.split()])
# Words without a meaning of their own: never a side of a swap, and worth little in common.
COMMON = frozenset(
    "a an the this that these those and or but nor so yet of in on at to for from by with as into "
    "over under about after before between during against through he she it they we you i his her "
    "its their our your him them us me who which what where when how is are was were be been being "
    "am do does did done has have had having will would can could shall should may might must not "
    "no n't 's there here than then also very more most less least other another such own same".split()
)
# Words that are capitalised for their place or rank rather than for being a name.
TITLES = frozenset(
    "president minister secretary ambassador king queen prince princess senator general chancellor "
    "premier governor mayor chief head leader spokesman spokeswoman spokesperson deputy vice prime "
    "foreign defense defence interior state envoy special commissioner director chairman "
    "chairwoman chair mr mrs ms dr sir lady lord professor captain colonel admiral judge justice "
    "pope sheikh sultan emir ayatollah former acting senior representative".split()
)


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


def is_number(token: Token) -> bool:
    """Whether a token states a number, in digits or in words."""
    return token.kind == "number" or token.n in _NUMBER_WORDS or bool(re.match(r"\d", token.n))


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.t[0].isupper() and token.n not in WEEKDAYS


def _forgive_first(tokens: Sequence[Token], flags: list[bool]) -> None:
    words = [i for i, token in enumerate(tokens) if token.kind != "mark"]
    if len(words) > 1 and flags[words[0]]:
        first, second = tokens[words[0]], words[1]
        alone = not flags[second] and not first.t.isupper()
        flags[words[0]] = not alone
