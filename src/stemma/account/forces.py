"""Who did it where no name tells it: police, an army, prosecutors, rebels."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from stemma.account.facing import are_copies, are_done_to_one
from stemma.account.sides import UNORDERED, Difference, Side
from stemma.account.slots import DONE, status_of
from stemma.model import Event, Mention

_FORCES = {
    word: words.split()[0]
    for words in (
        "police policeman policemen policewoman", "army soldier soldiers troops paratroopers",
        "prosecutors prosecutor", "rebels rebel insurgents insurgent guerrillas militants militant",
        "customs", "firefighters firemen", "bandits pirates", "protesters demonstrators rioters",
    )
    for word in words.split()
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")
_HARM = ("ASSAULT", "COERCE")


def by_other_forces(
    event: Event, mentions: Sequence[Mention], families: Mapping[str, frozenset[str]]
) -> Iterator[Difference]:
    """A difference for each two forces of which reports of harm to one party say that they did it."""
    by_force: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions if event.type in _HARM else ():
        force = _force(one)
        if force and status_of(one) == DONE:
            by_force[force].append(one)
    for a, b in combinations(sorted(by_force), 2):
        pairs = [
            (one, other) for one in by_force[a] for other in by_force[b]
            if one.recipients and other.recipients and are_done_to_one(one, other)
            and not are_copies(one, other, families) and one.article_id != other.article_id
        ]  # fmt: skip
        if pairs:
            yield Difference(
                event.story_id, "actor", event.predicate, event.id,
                _side([one for one, _ in pairs]), _side([other for _, other in pairs]), UNORDERED,
                "sentences that tell of one event have it done by others",
            )  # fmt: skip


def _force(one: Mention) -> str:
    """The one force that a mention names as who did it, empty if it is none or several."""
    if len(one.actors) != 1:
        return ""
    words = _WORD.findall(one.actors[0].casefold())
    found = {_FORCES[word] for word in words if word in _FORCES}
    return found.pop() if len(found) == 1 else ""


def _side(mentions: Sequence[Mention]) -> Side:
    return Side(
        mentions[0].actors[0], tuple(sorted({m.id for m in mentions})),
        tuple(sorted({m.sentence_id for m in mentions})),
    )  # fmt: skip
