"""The record of a mention of an event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a sentence, as it names them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """A place in a sentence that tells of a deed, or might. Offsets are characters of the sentence, end
    exclusive; `start` and `end` are those of the predicate with all its words.

    `type`: PLOVER's, None for what is not coded (`how` has the reason). `predicate`: the lemmas that carry
    it. `sources`: the voices from the outer to the inner, `!` before one that denies. `contexts`: PLOVER's,
    by the words of the clause. `place`: the name of where it happened, if the clause has one.
    """

    start: int
    end: int
    text: str
    predicate: str
    type: str | None
    mode: str | None
    cameo: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    polarity: str
    certainty: str
    time: str
    sources: tuple[str, ...]
    how: str
    contexts: tuple[str, ...] = ()
    place: Party | None = None
