"""A sentence's words and tree, as the grammar of figures asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stemma.figures.lexicon import IRREGULAR

NOMINAL = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True)
class Syntax:
    """The words of a sentence, counted from 0; the head of the root is -1; relations without subtypes."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lemmas: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    heads: Sequence[int]
    rels: Sequence[str]
    passive: Sequence[bool]
    names: Sequence[str]

    @classmethod
    def of(cls, reading: Mapping[str, Any]) -> "Syntax":
        """Of a row of the reader (`stemma.reader.READINGS`)."""
        words, rels = [word.casefold() for word in reading["words"]], reading["rels"]
        lemmas = [
            _lemma(*one) for one in zip(words, reading["lemmas"], reading["upos"], strict=True)
        ]
        return cls(
            reading["starts"], reading["ends"], words, lemmas, reading["upos"], reading["xpos"],
            [head - 1 for head in reading["heads"]], [rel.split(":")[0] for rel in rels],
            [rel.endswith(":pass") for rel in rels], reading["names"],
        )  # fmt: skip

    def inside(self, start: int, end: int) -> list[int]:
        """The words that touch a stretch of characters."""
        return [n for n in range(len(self.words)) if self.starts[n] < end and start < self.ends[n]]

    def below(self, n: int, *rels: str) -> Iterator[int]:
        """The words that hang on a word, by one of these relations if any are given."""
        for other, head in enumerate(self.heads):
            if head == n and (not rels or self.rels[other] in rels):
                yield other

    def has(self, n: int, *rels: str) -> bool:
        """Whether any word hangs on a word by one of these relations."""
        return any(True for _ in self.below(n, *rels))

    def case(self, n: int) -> str:
        """The preposition of a word, or nothing."""
        return next((self.words[c] for c in self.below(n, "case")), "")

    def word(self, n: int) -> str:
        """A word by its number, or nothing behind the last."""
        return self.words[n] if 0 <= n < len(self.words) else ""

    def is_above(self, low: int, high: int) -> bool:
        """Whether a word hangs on another, directly or through others."""
        at = self.heads[low]
        while at >= 0 and at != high:
            at = self.heads[at]
        return at == high

    def top(self, words: Sequence[int]) -> int | None:
        """The word of a stretch that hangs on none of the others; a mark only if there is no other."""
        tops = [n for n in words if self.heads[n] not in words]
        real = [n for n in tops if self.upos[n] not in ("PUNCT", "ADP", "ADV", "CCONJ")]
        return real[-1] if real else (tops[-1] if tops else None)


def _lemma(word: str, given: str, upos: str) -> str:
    """The reader's lemma, but for forms that it is known to cut short (`gunmen`, `witnesses`, `fled`)."""
    if upos in ("VERB", "AUX") and word in IRREGULAR:
        return IRREGULAR[word]
    if upos == "NOUN" and word.endswith("men") and given != word:
        return word[:-2] + "an"
    if upos == "NOUN" and word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if upos == "NOUN" and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return given
