"""Which actor the words mean that name a speaker: a name, a title, a country, or a pronoun of whom nothing
else fits in the same passage."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.model import ActorMention, Quote, mention_at
from stemma.quotes.rows import pointed
from stemma.text.candidates import TITLES
from stemma.text.tokens import compared_words

_AND = re.compile(r",? and |, ")
_RANKS = TITLES | frozenset("gov col gen sen rep lt capt sgt prof rev miss madam".split())
# Words before a name that make it another's: `a spokesman for Ann Holm`, `Bob Lee and Ann Holm`.
_OF_ANOTHER = frozenset("for to by with and or against near of".split())
_BEHIND = re.compile(r"\s*(?:$|[,;:()]|(?:of|at|in|from|who|whose|that)\b)")
_AROUND = " ,;:–—-"


def spoken_by(
    quotes: Sequence[Quote],
    mentions: Mapping[str, Sequence[ActorMention]],
    names: Mapping[str, str],
) -> list[Quote]:
    """The quotes with their actors. `mentions`: sentence -> its mentions; `names`: actor -> its name. A quote
    whose passage only points at its speaker (`he said`) is attributed if it is known who that is."""
    return [_spoken(quote, mentions.get(quote.sentence_id, ()), names) for quote in quotes]


def _spoken(quote: Quote, mentions: Sequence[ActorMention], names: Mapping[str, str]) -> Quote:
    if quote.speaker_start is None or quote.speaker_end is None:
        return quote
    found = _own(quote, (quote.speaker_start, quote.speaker_end), mentions)
    if found is None or _several(quote, mentions):
        return quote
    actor = found.actor_id or ""
    made = replace(quote, actor_id=actor)
    if quote.status != "orphan":
        return made
    why = f"«{quote.speaker}» is {names.get(actor, 'an actor without a name')}: {found.how}"
    how = quote.how.replace(pointed(quote.speaker or ""), why)
    return replace(made, status="attributed", how=how)


def _own(
    quote: Quote, span: tuple[int, int], mentions: Sequence[ActorMention]
) -> ActorMention | None:
    """The mention that the words for the speaker are; of a name behind a title or a house (`defense attorney
    Ann Holm`) the name."""
    start, end = span
    first = mention_at(mentions, start, end)
    inside = sorted(
        (m for m in mentions if start <= m.start and m.end <= end and m.kind == "name"),
        key=lambda m: (m.start, -m.end),
    )
    for one in ([first] if first else []) + inside:
        here = one.start - start, one.end - start
        if one.actor_id is not None and is_own(quote.speaker or "", *here):
            return one
    return None


def _several(quote: Quote, mentions: Sequence[ActorMention]) -> bool:
    """Whether the words name several: `Peru, Chile and Oman`."""
    parts = [part for part in _AND.split(quote.speaker or "") if part]
    names = {m.text: m.actor_id for m in mentions}
    return (
        len(parts) > 1
        and all(part in names for part in parts)
        and len({*map(names.get, parts)}) > 1
    )


def is_own(speaker: str, start: int, end: int) -> bool:
    """Whether a name (a span) in the words for a speaker is the speaker's own, and not that of somebody by
    whom the speaker is known: `a spokesman for Ann Holm`, `Ann Holm's lawyer`."""
    before = compared_words(speaker[speaker.rfind(",", 0, start) + 1 : start])
    at = max((n for n, word in enumerate(before) if word in _OF_ANOTHER), default=None)
    if at is not None:
        title = [word for word in before[at + 1 :] if word not in _RANKS or word == "state"]
        if before[at] != "of" or not title:  # `Secretary of State Ann Holm` is her own title
            return False
    return bool(_BEHIND.match(speaker, end)) or not speaker[end:].strip(_AROUND)
