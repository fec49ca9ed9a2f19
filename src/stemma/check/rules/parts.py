"""A part of the draft's sentence of which nothing that it rests on tells."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found
from stemma.check.terms import Term
from stemma.check.verdicts import PARTLY

_FEWEST = 4  # words in a row, those without a meaning of their own left out
_SHARE = 0.45  # of the sentence's words


def parts(asked: Asked) -> Iterator[Found]:
    """The longest run of words that stand in no passage that tells the same, if it is a good part of the
    sentence."""
    if not asked.others:
        return
    keys = frozenset[str]().union(*(match.telling.keys for match in asked.others))
    run = _longest(asked.telling.terms, keys)
    if len(run) >= _FEWEST and len(run) >= _SHARE * len(asked.telling.terms):
        start, end = run[0].start, run[-1].end
        said = f"of «{asked.telling.text[start:end]}» nothing was found"
        yield Found(PARTLY, said, start, end)


def _longest(found: tuple[Term, ...], keys: frozenset[str]) -> list[Term]:
    best: list[Term] = []
    run: list[Term] = []
    for term in found:
        run = [] if term.key in keys else [*run, term]
        if len(run) > len(best):
            best = run
    return best
