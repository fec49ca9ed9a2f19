"""What conflicts are made of: what is compared, two sides of a slot, and the verdicts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stemma.account.grounds import Grounds
from stemma.account.originals import Originals
from stemma.model import Actor, Event, Figure, Mention, Saying, Timex

COMPATIBLE, UPDATED, OTHER_SCOPE, UNORDERED, CONFLICTING = (
    "compatible", "updated", "other scope", "different with order unknown", "conflicting",
)  # fmt: skip
MOST = 8  # values of one slot of which each is set against each; of more, each against the next


@dataclass(frozen=True)
class Slots:
    """What is compared. `event_of`: figure -> the event that its sentence gives it for; `times`: sentence ->
    its expressions of time; `actors`: by id; `families`: sentence -> the families of its passages;
    `wordings`: of what sentences share."""

    events: Sequence[Event]
    mentions: Mapping[str, Sequence[Mention]]
    figures: Sequence[Figure]
    event_of: Mapping[str, str]
    times: Mapping[str, Sequence[Timex]]
    sayings: Sequence[Saying]
    actors: Mapping[str, Actor]
    families: Mapping[str, frozenset[str]]
    grounds: Grounds
    wordings: Originals | None = None

    @cached_property
    def in_sentences(self) -> Mapping[str, Sequence[tuple[Mention, str]]]:
        """Sentence -> its mentions, each with the event that it is of, in order."""
        found: dict[str, list[tuple[Mention, str]]] = defaultdict(list)
        for event, held in self.mentions.items():
            for one in held:
                found[one.sentence_id].append((one, event))
        for some in found.values():
            some.sort(key=lambda pair: (pair[0].start, pair[1]))
        return found


class Side(NamedTuple):
    """A value with the rows that say so and their sentences."""

    value: str
    rows: tuple[str, ...]
    sentences: tuple[str, ...]


class Difference(NamedTuple):
    """Two sides, what of, and the verdict with its reason. `told`: whether a sentence has both itself, each
    from a source of its own."""

    story: str | None
    slot: str
    of: str
    event: str | None
    one: Side
    other: Side
    verdict: str
    why: str
    told: bool = False


def meet(one: Figure, other: Figure) -> bool:
    """Whether two figures leave room for one number."""
    low = max(one.low or 0.0, other.low or 0.0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def pairs_of(one: Difference) -> Iterator[frozenset[str]]:
    """The sentences of both sides, each with each."""
    for ours in one.one.sentences:
        yield from (frozenset((ours, theirs)) for theirs in one.other.sentences)
