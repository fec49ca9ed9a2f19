"""What the reporters of a passage rely on: the speakers to whom its witnesses give what it says. A spokesman
and the one he speaks for are told apart, where a text tells them apart; a passage that nobody is given is
`not stated`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from stemma.model import Quote, Witness
from stemma.text.called import called
from stemma.text.normal import normalise

_MOST = 0.5  # of a passage that must be what somebody said, for him to be its basis
_KNOWN = ("attributed", "restored")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


class _Passage(Protocol):
    """A span of an article."""

    @property
    def article_id(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Heard(NamedTuple):
    """A quote with the spans of what is said and of what says by whom it is, and with their hull."""

    quote: Quote
    spans: tuple[tuple[int, int], ...]
    start: int
    end: int


def bases_of(
    witnesses: Iterable[Witness], quotes: Iterable[Quote], names: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Family -> whom its witnesses rely on, see `speakers_of`."""
    inside: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        inside[witness.family_id].append(witness)
    said = heard_in(quotes)
    return {family: ranked(held, said, names) for family, held in inside.items()}


def speakers_of(
    passages: Iterable[_Passage], quotes: Iterable[Quote], names: Mapping[str, str]
) -> tuple[str, ...]:
    """To whom passages give what they say, the most often named first; none where no passage names anybody.
    `quotes`: of all articles; `names`: actor -> its name. Who is quoted within somebody else's words is not
    whom the reporter relies on."""
    return ranked(passages, heard_in(quotes), names)


def heard_in(quotes: Iterable[Quote]) -> dict[str, list[Heard]]:
    """Article -> the quotes of it whose speakers are known, made ready for `ranked`."""
    said: dict[str, list[Heard]] = defaultdict(list)
    for quote in quotes:
        if quote.within_id is None and quote.status in _KNOWN and quote.speaker:
            said[quote.article_id].append(_said(quote))
    return said


def _said(quote: Quote) -> Heard:
    spans = [(int(a), int(b)) for a, b in (piece.split("-") for piece in quote.pieces)]
    for start, end in (
        (quote.cue_start, quote.cue_end),
        (quote.speaker_start, quote.speaker_end),
    ):
        spans += [(start, end)] if start is not None and end is not None else []
    first, last = min((a for a, _ in spans), default=0), max((b for _, b in spans), default=0)
    return Heard(quote, tuple(spans), first, last)


def ranked(
    passages: Iterable[_Passage], said: Mapping[str, Sequence[Heard]], names: Mapping[str, str]
) -> tuple[str, ...]:
    """See `speakers_of`; `said`: see `heard_in`."""
    return ranking(relied_on(passage, said, names) for passage in passages)


def relied_on(
    passage: _Passage, said: Mapping[str, Sequence[Heard]], names: Mapping[str, str]
) -> frozenset[str]:
    """To whom one passage gives what it says."""
    start, end = passage.start, passage.end
    near = [one for one in said.get(passage.article_id, ()) if one.start < end and start < one.end]
    return frozenset(
        names.get(one.quote.actor_id or "", called(one.quote.speaker or ""))
        for one in near
        if _shared(passage, one) >= _MOST * (end - start)
    )


def ranking(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The names that passages give, the most often named first; once, however they are capitalised and
    printed and whichever article they have."""
    counts = Counter(chain.from_iterable(found))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    of: dict[str, str] = {}
    total: Counter[str] = Counter()
    for name, count in ranked:
        folded = _ARTICLE.sub("", normalise(name).text).casefold()
        of.setdefault(folded, name)
        total[of[folded]] += count
    return tuple(name for name, _ in sorted(total.items(), key=lambda item: (-item[1], item[0])))


def _shared(passage: _Passage, one: Heard) -> int:
    """Characters of the passage that are said, or that say by whom it is."""
    first, last = passage.start, passage.end
    return sum(max(min(end, last) - max(start, first), 0) for start, end in one.spans)


def stated(bases: Sequence[str]) -> str:
    """Why a passage has these bases, for its `how`."""
    if not bases:
        return "basis not stated: no witness says whom it goes by"
    return f"goes by {', '.join(bases)}"
