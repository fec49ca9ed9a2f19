"""Which sentence tells an event best: whole, in a page's own voice, and as it was first written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stemma.account.originals import Originals
from stemma.account.slots import DISPUTED, DONE, status_of
from stemma.model import Archetype, Mention, Names, Sentence, Witness

_SHORTEST, _LONGEST = 40, 320  # characters of a sentence that is good to read
_GLUED = 4  # words of a headline that a sentence begins with by no chance


@dataclass(frozen=True)
class Telling:
    """What is known of sentences. `headlines`: ids of sentences that are set as headlines; `speech`: ids of
    quotes that stand in quotation marks; `wordings`: of what sentences share."""

    sentences: Mapping[str, Sentence]
    headlines: frozenset[str]
    speech: frozenset[str]
    archetypes: Iterable[Archetype]
    families: Mapping[str, Sequence[Witness]]
    wordings: Originals
    originals: frozenset[str] = field(init=False)
    _set: frozenset[tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        # Of a copy that is cut its first sentence may look like a headline.
        held = (self.sentences[one] for one in self.headlines)
        above = (tuple(s.text.split()) for s in held if not self.wordings.repeats(s.article_id))
        object.__setattr__(self, "_set", frozenset(one for one in above if len(one) >= _GLUED))
        found = frozenset(one.witness_id for one in self.archetypes if not one.conjecture)
        object.__setattr__(self, "originals", found)

    def set_above(self, sentence: Sentence) -> int:
        """The less, the better to read: prose, a headline, prose to which a page's headline is glued."""
        if sentence.id in self.headlines:
            return 1
        words = tuple(sentence.text.split())
        return 2 * any(words[:n] in self._set for n in range(_GLUED, len(words)))

    def is_original(self, sentence: str) -> bool:
        """Whether a sentence has the likely original wording of what it shares."""
        return any(w.id in self.originals and w.whole for w in self.families.get(sentence, ()))


class Wanted(NamedTuple):
    """What is said of an event: its type and status, the ids of the actors who do it, and its first and last
    day."""

    type: str | None
    status: str
    who: Names
    days: tuple[str | None, str | None]


# `The last serious flood was in January 1976` tells of no flood that other pages tell of.
_EARLIER = re.compile(r"\b(?:last|previous|earlier)(?: [\w-]+)? $", re.IGNORECASE)


def _is_an_earlier(one: Mention, sentence: Sentence) -> bool:
    """Whether a deed is named as another one of its kind that came before."""
    return bool(_EARLIER.search(sentence.text[: one.start - sentence.start]))


_STANDS = ("main", "said", "aside")


def best_telling(mentions: Sequence[Mention], known: Telling, wanted: Wanted) -> Mention:
    """Of the mentions of an event the one whose sentence is to be shown: that is no headline and no fragment,
    says what most mentions say and what is wanted, in nobody's quoted words, tells of it and not in passing,
    names who and when, and is the likely original."""
    who = set(wanted.who)
    status = DONE if wanted.status == DISPUTED else wanted.status

    def order(one: Mention) -> tuple[object, ...]:
        sentence = known.sentences[one.sentence_id]
        said = len(sentence.text)
        spoken = one.quote_id in known.speech
        # Somebody's words that only touch on it are no better to read than a headline.
        above = known.set_above(sentence) or int(spoken and one.stands == "aside")
        shown = bool(one.actors) + bool(one.recipients) + bool(one.first or one.last)
        return (
            status_of(one) != status, _is_an_earlier(one, sentence), above, sentence.fragment,
            not _SHORTEST <= said <= _LONGEST, one.type != wanted.type,
            spoken, (one.first, one.last) != wanted.days, _STANDS.index(one.stands),
            who.isdisjoint(one.actor_ids), known.wordings.standing_of(sentence), -shown,
            not known.is_original(sentence.id),
            sentence.article_id, sentence.start, one.start,
        )  # fmt: skip

    return min(mentions, key=order)
