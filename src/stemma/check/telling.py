"""What a sentence tells, as a check compares it: its words, names, figures, times, who says it, and its
deeds. The same of a draft's sentence and of a sentence of the case."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from stemma.check.lookup import Floats
from stemma.check.terms import Term, stem, terms
from stemma.text.candidates import TITLES
from stemma.text.countries import compared, nations


class Amount(NamedTuple):
    """A figure; see the table `figures`. Places are characters of the sentence."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    qualifier: str
    kind: str
    unit: str
    what: str
    id: str = ""


class When(NamedTuple):
    """An expression of time; see the table `timexes`. `first`, `last`: its days in ISO 8601, if known."""

    start: int
    end: int
    text: str
    type: str
    value: str
    first: str | None
    last: str | None
    id: str = ""


class Speech(NamedTuple):
    """What somebody says in it; `pieces`: the spans of what is said, `names`: the speaker's names and titles,
    `cue`: the lemma that reports, `kind`: direct, mixed or indirect; `span`: of the speaker's words."""

    pieces: tuple[tuple[int, int], ...]
    kind: str
    status: str
    speaker: str
    names: frozenset[str]
    cue: str
    span: tuple[int, int] | None = None
    id: str = ""


class Deed(NamedTuple):
    """What happens in it; see `stemma.events`. `who`, `whom`: as written; `verb`: told by a verb, and not by
    a noun alone."""

    start: int
    end: int
    text: str
    predicate: str
    type: str | None
    who: tuple[str, ...]
    whom: tuple[str, ...]
    polarity: str
    certainty: str
    time: str
    sources: tuple[str, ...]
    verb: bool = True


UNSEEN = "name"  # kind of a name that the reader saw as such by its part of speech alone


class Named(NamedTuple):
    """A name in it, as the reader sees it: PER, ORG, LOC or UNSEEN."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True)
class Telling:
    """One sentence, or the same sentence of several pages. Places count from its first character. `aliases`:
    all names of the actors that it mentions, be it by a pronoun; `around`: the words of the passages beside
    it; `before`: the same for times."""

    id: str
    text: str
    terms: tuple[Term, ...]
    vector: Floats
    names: tuple[Named, ...] = ()
    amounts: tuple[Amount, ...] = ()
    times: tuple[When, ...] = ()
    speeches: tuple[Speech, ...] = ()
    deeds: tuple[Deed, ...] = ()
    aliases: tuple[str, ...] = ()
    around: frozenset[str] = frozenset()
    before: tuple[When, ...] = ()
    keys: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, id: str, text: str, vector: Floats | None = None, **more: object) -> "Telling":
        """With the terms of its text."""
        found = tuple(terms(text))
        aliases: Iterable[str] = more.get("aliases", ())  # type: ignore[assignment]
        keys = {term.key for term in found} | {key for name in aliases for key in name_keys(name)}
        keys |= set(name_keys(text))
        own = np.zeros(0, dtype=np.float32) if vector is None else vector
        return cls(id, text, found, own, keys=frozenset(keys), **more)  # type: ignore[arg-type]

    def spoken(self, start: int, end: int) -> bool:
        """Whether some of these characters are said by somebody in it."""
        return any(a < end and start < b for one in self.speeches for a, b in one.pieces)


def name_keys(name: str) -> list[str]:
    """What a name is compared by: its words without titles, the codes of countries that it names or stands
    for, and its initials."""
    words = compared(name)
    found = [stem(word) for word in words if word not in TITLES]
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            nation = nations().get(words[at : at + size])
            if nation is not None:
                found.append(f"nation {nation.code}")
    return found


def initials(name: str) -> set[str]:
    """What a name of several words may be shortened to."""
    words = [word for word in compared(name) if word[:1].isalpha()]
    little = {"the", "of", "for", "and", "in", "on"}
    full = [word for word in words if word not in little]
    return {"".join(word[0] for word in some) for some in (words, full) if len(some) > 1}
