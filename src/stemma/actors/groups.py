"""Mentions as they stand in articles, and the groups that they are joined to, each join with its reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from stemma.actors.phrase import Phrase
from stemma.actors.sentence import Read


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence where it stands: `passage` is what it must share with others for a pronoun to reach
    over to it; `number` counts the sentences of the article; `again`: the article repeats another one, so
    that what it says counts for nothing that others say."""

    article: str
    sentence: str
    start: int
    passage: str
    number: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A phrase in a sentence of an article."""

    phrase: Phrase
    read: Read
    place: Place

    @property
    def start(self) -> int:
        """Its first character in the article."""
        return self.place.start + self.phrase.start

    @property
    def end(self) -> int:
        """Behind its last character in the article."""
        return self.place.start + self.phrase.end

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.read.text[self.phrase.start : self.phrase.end]


def voices(mentions: Iterable[Placed]) -> list[Placed]:
    """Those in articles that repeat no other, or all if there is none."""
    held = list(mentions)
    return [one for one in held if not one.place.again] or held


class Groups:
    """Mentions joined into groups; mentions are numbers, from 0 in their order."""

    def __init__(self, mentions: list[Placed]) -> None:
        self.mentions = mentions
        self._up = list(range(len(mentions)))
        # Why a mention is in its group, or why it is in none.
        self.why: list[str] = [""] * len(mentions)
        self.known: list[bool] = [False] * len(mentions)
        # What is to be said of the group of a mention.
        self.notes: dict[int, list[str]] = defaultdict(list)

    def of(self, mention: int) -> int:
        """The number of its group, which is its first mention."""
        while self._up[mention] != mention:
            self._up[mention] = self._up[self._up[mention]]
            mention = self._up[mention]
        return mention

    def join(self, mention: int, other: int, why: str) -> None:
        """Puts two mentions and their groups together; the reason is the first one's."""
        a, b = self.of(mention), self.of(other)
        self.known[mention] = self.known[other] = True
        self.why[mention] = self.why[mention] or why
        if a != b:
            self._up[max(a, b)] = min(a, b)

    def join_all(self, mentions: Iterable[int], why: str) -> None:
        """Puts all of them together; the first needs no reason."""
        first, *rest = mentions
        self.settle(first, "")
        for mention in rest:
            self.join(mention, first, why)

    def settle(self, mention: int, why: str) -> None:
        """It is an actor of its own, whatever joins it."""
        self.known[mention] = True
        self.why[mention] = self.why[mention] or why

    def leave(self, mention: int, why: str) -> None:
        """It stays without an actor, for this reason, unless a later rule finds one."""
        if not self.known[mention]:
            self.why[mention] = why

    def with_copies(self, every: "Groups") -> "Groups":
        """These groups, with the further mentions of others that begin with the same ones: each where most of
        those are that it was joined to there."""
        size, total = len(self.mentions), len(every.mentions)
        found = Groups([*self.mentions, *every.mentions[size:]])
        found._up[:size] = self._up
        found.why = [*self.why, *every.why[size:]]
        found.known = [*self.known, *every.known[size:]]
        found.notes.update(self.notes)
        inside: dict[int, list[int]] = defaultdict(list)
        for n in range(total):
            inside[every.of(n)].append(n)
        for n in range(size, total):
            held = inside[every.of(n)]
            own = Counter(self.of(m) for m in held if m < size and self.known[m])
            at = min(own, key=lambda m: (-own[m], m)) if own else next(m for m in held if m >= size)
            found._up[n] = at
        return found

    def members(self) -> dict[int, list[int]]:
        """Group -> its mentions that are known to be an actor's."""
        found: dict[int, list[int]] = defaultdict(list)
        for mention in range(len(self.mentions)):
            if self.known[mention]:
                found[self.of(mention)].append(mention)
        return dict(found)
