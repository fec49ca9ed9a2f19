"""Which sentences of an article stand behind the one before them in the original too.

A page that was stitched together has its sentences shuffled, so that "the same speaker goes on" gives words
to somebody who did not say them. What other witnesses of the same two sentences show decides. An article that
has little or nothing in common with others is taken to be as it was written, unless most are stitched.
One from which others have their passages, and which has none from them, is as it was written.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from stemma.model import Part, Sentence, Witness

# Of the pairs of an article's shared sentences those that others have too, for its other sentences to be
# taken to follow on one another as well; with fewer pairs there is nothing to judge by.
_UNBROKEN = 0.75
_FEWEST = 5
# Of them those that others have at the most on a page that is stitched.
_BROKEN = 0.5
# Passages that others have from an article, at the least, and of all its passages: a stitched page of which
# little else is in the pile may have one that still has its dateline.
_GIVEN, _GIVES = 2, 0.1
# What shows that an article has passages from others. On the farm (100 pages, a fifth and two fifths of the
# words swapped) no stitched page gave any and had none of these; of the others two thirds did.
_TAKEN = ("copied", "swapped", "orphaned", "foreign")


# Of an article's passages those that others have too, at the most, where none is shown to be taken from
# them, for it to count as one that has nothing in common with others.
_LITTLE = 0.25


def _kinds_of(parts: Iterable[Part]) -> dict[str, Counter[str]]:
    """Article -> how many of its passages are of each kind."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        kinds[part.article_id][part.kind] += 1
    return kinds


def little_shared(parts: Iterable[Part]) -> frozenset[str]:
    """The articles that have little in common with others, and nothing that is taken from them."""
    return frozenset(
        article
        for article, held in _kinds_of(parts).items()
        if not any(held[kind] for kind in _TAKEN)
        # What somebody said may be quoted by all who heard it.
        and held["own"] + held["quotation"] >= (1 - _LITTLE) * sum(held.values())
    )


def as_written(parts: Iterable[Part]) -> frozenset[str]:
    """The articles whose passages others have from them, and which have none from others. `parts`: what
    others that repeat an article have of it left out (see `apart`)."""
    return frozenset(
        article
        for article, held in _kinds_of(parts).items()
        if held["exemplar"] >= max(_GIVEN, _GIVES * sum(held.values()))
        and not any(held[kind] for kind in _TAKEN)
    )


def runs(
    sentences: Iterable[Sentence],
    witnesses: Iterable[Witness],
    written: frozenset[str] = frozenset(),
    repeated: Mapping[str, str] | None = None,
    little: frozenset[str] = frozenset(),
) -> dict[str, frozenset[int]]:
    """Article -> numbers of its sentences (in order) that follow on the one before. `witnesses`: those of
    families of shared prose; `written`: articles that are known not to be stitched; `repeated`: article ->
    the one that it repeats (see `repeats`), with which it counts as one; `little`: articles that share little
    (see `little_shared`)."""
    of = repeated or {}
    inside: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        inside[sentence.article_id].append(sentence)
    families = _families(witnesses)
    steps = _steps(inside, families, of)
    shown = {
        article: _shown(of.get(article, article), held, families, steps)
        for article, held in inside.items()
    }
    sharing = {a for a, held in inside.items() if any(families.get(s.id) for s in held)}
    whole = {a for a in sharing if _is_whole(shown[a])}
    own = {a for a in inside if of.get(a, a) == a}
    first = sharing & own
    quiet = (set(inside) - sharing) | (little - _broken(shown))
    # Where most of those that can be told are stitched, the rest are not trusted either.
    if 2 * len(whole & first) >= len(first - quiet) or 2 * len(quiet & own) > len(own):
        whole |= quiet
    return {
        article: frozenset(
            n
            for n in range(1, len(held))
            if article in written or shown[article].get(n, article in whole)
        )
        for article, held in inside.items()
    }


def stitched(
    sentences: Iterable[Sentence], witnesses: Iterable[Witness], repeated: Mapping[str, str]
) -> frozenset[str]:
    """The articles of whose neighbouring passages that are on other pages most stand beside one another on
    none of these. See `runs`."""
    inside: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        inside[sentence.article_id].append(sentence)
    families = _families(witnesses)
    steps = _steps(inside, families, repeated)
    return _broken(
        {
            article: _shown(repeated.get(article, article), held, families, steps)
            for article, held in inside.items()
        }
    )


def _broken(shown: Mapping[str, Mapping[int, bool]]) -> frozenset[str]:
    return frozenset(
        article
        for article, held in shown.items()
        if len(held) >= _FEWEST and sum(held.values()) < _BROKEN * len(held)
    )


def _is_whole(shown: Mapping[int, bool]) -> bool:
    return len(shown) >= _FEWEST and sum(shown.values()) >= _UNBROKEN * len(shown)


def _families(witnesses: Iterable[Witness]) -> dict[str, set[str]]:
    """Sentence -> the families that it has passages of."""
    found: dict[str, set[str]] = defaultdict(set)
    for witness in witnesses:
        found[witness.sentence_id].add(witness.family_id)
    return found


def _steps(
    inside: Mapping[str, Sequence[Sentence]],
    families: Mapping[str, set[str]],
    of: Mapping[str, str],
) -> dict[tuple[str, str], set[str]]:
    """Two families, one behind the other -> the articles that have them so, those that repeat one as that."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, held in inside.items():
        for one, other in pairwise(sorted(held, key=lambda s: s.start)):
            for first in families.get(one.id, ()):
                for second in families.get(other.id, ()):
                    found[first, second].add(of.get(article, article))
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
