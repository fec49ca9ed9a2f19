"""Which sentences of an article stand behind the one before them in the original too.

A page that was stitched together has its sentences shuffled, so that "the same speaker goes on" gives words
to somebody who did not say them. What other witnesses of the same two sentences show decides. An article that
has nothing in common with others is taken to be as it was written, unless most of the others are stitched.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from stemma.model import Sentence, Witness

# Of the pairs of an article's shared sentences those that others have too, for its other sentences to be
# taken to follow on one another as well; with fewer pairs there is nothing to judge by.
_UNBROKEN = 0.75
_FEWEST = 5


def runs(sentences: Iterable[Sentence], witnesses: Iterable[Witness]) -> dict[str, frozenset[int]]:
    """Article -> numbers of its sentences (in order) that follow on the one before. `witnesses`: those of
    families of shared prose."""
    inside: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        inside[sentence.article_id].append(sentence)
    families = _families(witnesses)
    steps = _steps(inside, families)
    shown = {article: _shown(article, held, families, steps) for article, held in inside.items()}
    sharing = {a for a, held in inside.items() if any(families.get(s.id) for s in held)}
    whole = {a for a in sharing if _is_whole(shown[a])}
    # Where most of those that can be told are stitched, the rest are not trusted either.
    if 2 * len(whole) >= len(sharing):
        whole |= set(inside) - sharing
    return {
        article: frozenset(
            n for n in range(1, len(held)) if shown[article].get(n, article in whole)
        )
        for article, held in inside.items()
    }


def _is_whole(shown: Mapping[int, bool]) -> bool:
    return len(shown) >= _FEWEST and sum(shown.values()) >= _UNBROKEN * len(shown)


def _families(witnesses: Iterable[Witness]) -> dict[str, set[str]]:
    """Sentence -> the families that it has passages of."""
    found: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        found[witness.sentence_id].add(witness.family_id)
    return found


def _steps(
    inside: Mapping[str, Sequence[Sentence]], families: Mapping[str, set[str]]
) -> dict[tuple[str, str], set[str]]:
    """Two families, one behind the other -> the articles that have them so."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, held in inside.items():
        for one, other in pairwise(sorted(held, key=lambda s: s.start)):
            for first in families.get(one.id, ()):
                for second in families.get(other.id, ()):
                    found[first, second].add(article)
    return found


def _shown(
    article: str,
    held: Sequence[Sentence],
    families: Mapping[str, set[str]],
    steps: Mapping[tuple[str, str], set[str]],
) -> dict[int, bool]:
    """Number of a sentence -> whether other articles have it behind the one before; only of those of which
    they have both."""
    found = {}
    for number, (one, other) in enumerate(pairwise(sorted(held, key=lambda s: s.start)), 1):
        pairs = [(a, b) for a in families.get(one.id, ()) for b in families.get(other.id, ())]
        if pairs:
            found[number] = any(steps[pair] - {article} for pair in pairs)
    return found
