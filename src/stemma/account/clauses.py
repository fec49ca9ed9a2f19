"""Whether passages that share quoted words were written by different hands: the words that each has around
the quotation can't be made of the other's.

A copier exchanges some words of a reporting clause, cuts it or drops it; it does not write another, nor put
it on the quotation's other side. So clauses that are long enough to be recognised are held against each
other, names and verbs of saying with them and the commonest words left out, by what is in order in both.
"""

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemma.text.candidates import COMMON
from stemma.text.marks import quoted_spans
from stemma.text.tokens import words

FEWEST = 4  # words of a clause
FEWEST_OF_CONTENT = 2  # of them, not among the commonest
_ALIKE = 0.34  # of the shorter clause's words, in order; what chance leaves in common
_ALIKE_BEHIND = 0.5  # the same, where one stands before the quotation and the other behind it

_SAME = 0.7  # of the longer clause's words, in order: the same, but for some words exchanged


class Clause(NamedTuple):
    """A sentence's own words before and behind what it quotes, as compared."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All of them."""
        return self.before + self.behind

    @property
    def content(self) -> tuple[str, ...]:
        """Of them, those that are not among the commonest."""
        return tuple(word for word in self.words if word not in COMMON)

    @property
    def is_told(self) -> bool:
        """Whether it is long enough to be told from another."""
        return len(self.words) >= FEWEST and len(self.content) >= FEWEST_OF_CONTENT


def clause_of(sentence: str) -> Clause:
    """The words outside quotation marks; none where nothing is quoted, since marks may be lost."""
    spans = quoted_spans(sentence)
    if not spans:
        return Clause()
    outside = [t for t in words(sentence) if not any(a <= t.start < b for a, b in spans)]
    first = spans[0][0]
    return Clause(
        tuple(t.n for t in outside if t.start < first),
        tuple(t.n for t in outside if t.start >= first),
    )


def apart(one: Clause, other: Clause) -> bool:
    """Whether two clauses are shown to be written separately."""
    if not (one.is_told and other.is_told):
        return False
    across = not (one.before and other.before) and not (one.behind and other.behind)
    common = LCSseq.similarity(one.content, other.content)
    shorter = min(len(one.content), len(other.content))
    return common <= (_ALIKE_BEHIND if across else _ALIKE) * shorter


def alike(one: Clause, other: Clause) -> bool:
    """Whether two clauses are one, but for some words exchanged."""
    if bool(one.before) != bool(other.before) or bool(one.behind) != bool(other.behind):
        return False
    longer = max(len(one.words), len(other.words))
    return LCSseq.similarity(one.words, other.words) >= _SAME * longer
