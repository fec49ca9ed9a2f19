"""Whether passages that share quoted words were written by different hands: their own words around the
quotation have nothing in common.

A copier exchanges words of a reporting clause, cuts it or drops it; it does not write another. So clauses
that are long enough to be recognised are held against each other, by what they say beside the words that
were spoken (of which a copy may have lost the marks), names and verbs of saying, which two reporters of one
speech have in common.
"""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from stemma.text.candidates import COMMON, name_tokens
from stemma.text.marks import quoted_spans
from stemma.text.tokens import words

Clause = tuple[str, ...]
FEWEST = 3  # words beside names and verbs of saying
_ALIKE = 0.2  # of the shorter clause's words, in order; what chance leaves in common
_SAYING = frozenset(
    "said says say saying told tells telling added adds adding asked asks replied stated declared announced "
    "insisted according statement reporters journalists".split()
)


def clause_of(sentence: str) -> Clause:
    """A sentence's own words outside quotation marks, without names, verbs of saying and common words."""
    tokens = words(sentence)
    spans = quoted_spans(sentence)
    named = name_tokens(tokens)
    return tuple(
        token.n
        for token, is_name in zip(tokens, named, strict=True)
        if not is_name
        and token.n not in COMMON
        and token.n not in _SAYING
        and not any(start <= token.start < end for start, end in spans)
    )


def spoken(sentence: str) -> frozenset[str]:
    """The words of a sentence that stand in quotation marks."""
    spans = quoted_spans(sentence)
    return frozenset(
        token.n for token in words(sentence) if any(a <= token.start < b for a, b in spans)
    )


def apart(one: Clause, other: Clause) -> bool:
    """Whether two clauses are shown to be written separately."""
    shorter = min(len(one), len(other))
    return shorter >= FEWEST and LCSseq.similarity(one, other) <= _ALIKE * shorter


def hands(clauses: Sequence[Clause]) -> list[int]:
    """Indices of clauses of which each is apart from every other one, as many as are easily found: the
    longest first."""
    order = sorted(range(len(clauses)), key=lambda i: (-len(clauses[i]), clauses[i], i))
    found: list[int] = []
    for i in order:
        if len(clauses[i]) >= FEWEST and all(apart(clauses[i], clauses[j]) for j in found):
            found.append(i)
    return sorted(found)
