"""A tree of a sentence while it is mended: its heads and relations may still be changed."""

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass
class Draft:
    """A tree that may still be changed: heads from 0, the root's is -1; relations with their subtypes."""

    words: Sequence[str]
    lemmas: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    names: Sequence[str]
    heads: list[int]
    rels: list[str]

    def __post_init__(self) -> None:
        self._kids: list[list[int]] = [[] for _ in self.heads]
        for n, head in enumerate(self.heads):
            if head >= 0:
                self._kids[head].append(n)

    def kids(self, n: int, *rels: str) -> list[int]:
        """The words that hang on a word by one of these relations, their subtypes apart."""
        below = self._kids[n] if n >= 0 else [k for k, head in enumerate(self.heads) if head < 0]
        return [k for k in below if self.rels[k].split(":")[0] in rels] if below else []

    def rel(self, n: int) -> str:
        """A relation without its subtype."""
        return self.rels[n].split(":")[0]

    def hang(self, n: int, head: int, rel: str) -> None:
        """Hangs a word on another one, unless it would hang on itself."""
        at = head
        for _ in self.heads:
            if at == n:
                return
            at = self.heads[at] if at >= 0 else -1
        if self.heads[n] >= 0:
            self._kids[self.heads[n]].remove(n)
        if head >= 0:
            insort(self._kids[head], n)
        self.heads[n], self.rels[n] = head, rel

    def between(self, first: int, last: int, *words: str) -> bool:
        """Whether one of these words stands between two."""
        return any(word in words for word in self.words[first + 1 : last])


Rule = Callable[[Draft, int], None]


def each_word(draft: Draft, *rules: tuple[Callable[[Draft, int], bool], Iterable[Rule]]) -> None:
    """Mends a tree word by word, from the first to the last: to each the rules for words of its kind, one
    kind after another. A rule changes what is surely wrong, and leaves what may be right."""
    for n in range(len(draft.words)):
        for is_of_kind, own in rules:
            if is_of_kind(draft, n):
                for rule in own:
                    rule(draft, n)


def is_any(draft: Draft, n: int) -> bool:
    """Any word."""
    return True


def is_verb(draft: Draft, n: int) -> bool:
    """A verb."""
    return draft.upos[n] == "VERB"


def is_joined_verb(draft: Draft, n: int) -> bool:
    """A verb that goes on with the clause of another: `came and went`."""
    return is_verb(draft, n) and draft.rel(n) == "conj"
