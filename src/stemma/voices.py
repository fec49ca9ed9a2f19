"""Whom a pronoun in reported words means: the one who says them."""

from typing import NamedTuple

import polars as pl

from stemma.model import Names
from stemma.text.people import BODIES

_I = frozenset("i me my we us our".split())
_IT = frozenset("it its".split())
_HE = frozenset("he his she her".split())
_KNOWN = ("attributed", "restored")


class Voice(NamedTuple):
    """Who says a quote: in whose words, as which actor if that is known, which pronouns of others' reports
    of it mean the speaker, and whether all that is said is such a report and no speech."""

    words: str
    ids: Names
    pronouns: frozenset[str]
    indirect: bool

    def is_meant(self, pronoun: str) -> bool:
        """Whether a pronoun that does a deed in these words, and that names nobody else, is the speaker: who
        says *I* or *we*, and of whom it is said that *it would help*."""
        return pronoun.casefold() in (self.pronouns if self.indirect else _I)


def voices_of(quotes: pl.DataFrame) -> dict[str, Voice]:
    """Quote -> its speaker. `quotes`: with the column `speaker_is`, the kind of actor that the speaker is."""
    known = quotes.filter(pl.col("status").is_in(_KNOWN) & pl.col("speaker").is_not_null())
    columns = ("id", "speaker", "actor_id", "speaker_is", "kind")
    return {
        name: Voice(said, (actor,) if actor else (), _pronouns(said, what), kind == "indirect")
        for name, said, actor, what, kind in known.select(columns).iter_rows()
    }


def _pronouns(words: str, kind: str | None) -> frozenset[str]:
    """By the kind of the actor, else by the last word (`the harbour board`)."""
    if kind == "person":
        return _HE
    body = kind is not None or words.casefold().split()[-1] in BODIES
    return _IT if body else frozenset()
