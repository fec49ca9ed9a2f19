"""Which wordings may belong together: cheap, and wrong at times. Alignment decides.

Wordings come longest first. Each is held against the bases found so far with which it shares a
run of five items, and what no base explains of it becomes a base itself. Frequencies thus count
bases, not copies: a run that a thousand copies share points at one base and is never dropped.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from stemma.lineage.align import Match, align
from stemma.lineage.passages import Form

RUN = 5  # items in a key
_STOCK = 48  # bases that a run may point at before it is a stock phrase
_TRIED = 8  # bases that a wording is aligned with, the likeliest first
_FRESH = 0.5  # of a stretch must not be explained by another base yet


class Proposal(NamedTuple):
    """An accepted alignment of wording `form` with wording `base` (indices), `a` is the base."""

    base: int
    form: int
    match: Match


def propose(forms: Sequence[Form]) -> list[Proposal]:
    """Accepted alignments of each wording with the bases before it. `forms` in their own order."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found: list[Proposal] = []
    for number, form in enumerate(forms):
        explained = [False] * len(form.items)
        for base in _likely(form, index):
            match = align(forms[base], form)
            if match is not None and _fresh(match, explained):
                found.append(Proposal(base, number, match))
                explained[match.b_start : match.b_end] = [True] * (match.b_end - match.b_start)
        _index(number, form, explained, index)
    return found


def _likely(form: Form, index: dict[tuple[str, ...], list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for i in range(len(form.items) - RUN + 1):
        bases = index.get(form.items[i : i + RUN])
        if bases is not None and len(bases) <= _STOCK:
            shared.update(bases)
    return [base for base, _ in sorted(shared.items(), key=lambda kv: (-kv[1], kv[0]))[:_TRIED]]


def _fresh(match: Match, explained: Sequence[bool]) -> bool:
    stretch = explained[match.b_start : match.b_end]
    return sum(stretch) <= _FRESH * len(stretch)


def _index(
    number: int, form: Form, explained: Sequence[bool], index: dict[tuple[str, ...], list[int]]
) -> None:
    for i in range(len(form.items) - RUN + 1):
        if not any(explained[i : i + RUN]):
            bases = index[form.items[i : i + RUN]]
            if len(bases) <= _STOCK and (not bases or bases[-1] != number):
                bases.append(number)
