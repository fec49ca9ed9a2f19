"""Every word that a list of this stage has, by which lemmas that the reader cut short are mended."""

from stemma.events import words
from stemma.events.lexicon import (
    ALSO_VERBS,
    ASPECTS,
    BARRIERS,
    EMPTY,
    LIGHT,
    NOUNS,
    OF_OBJECT,
    VERBS,
)
from stemma.text.deeds import lines_of

_SHOWS = ("unfurl", "unroll", "hoist")  # of banners and flags, beside their idioms
KNOWN = frozenset(
    {*VERBS, *ALSO_VERBS, *NOUNS, *EMPTY, *LIGHT, *OF_OBJECT, *BARRIERS}.union(
        *ASPECTS.values(), words.CLAUSE_GOVERNORS, words.GOVERNORS, words.TOLD, words.DENIES,
        words.ASKS, words.TAKES_PLACE, words.CALLED_OFF, words.CARRIES, lines_of(), _SHOWS,
    )
)  # fmt: skip
