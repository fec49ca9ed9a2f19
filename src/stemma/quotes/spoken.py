"""Which actor the words mean that name a speaker: a name, a title, a country, or a pronoun of whom nothing
else fits in the same passage."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.model import ActorMention, Quote, mention_at
from stemma.quotes.rows import pointed

_AND = re.compile(r",? and |, ")


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
    found = mention_at(mentions, quote.speaker_start, quote.speaker_end)
    if found is None or found.actor_id is None or _several(quote, mentions):
        return quote
    made = replace(quote, actor_id=found.actor_id)
    if quote.status != "orphan":
        return made
    why = (
        f"«{quote.speaker}» is {names.get(found.actor_id, 'an actor without a name')}: {found.how}"
    )
    how = quote.how.replace(pointed(quote.speaker or ""), why)
    return replace(made, status="attributed", how=how)


def _several(quote: Quote, mentions: Sequence[ActorMention]) -> bool:
    """Whether the words name several: `Peru, Chile and Oman`."""
    parts = [part for part in _AND.split(quote.speaker or "") if part]
    names = {m.text: m.actor_id for m in mentions}
    return (
        len(parts) > 1
        and all(part in names for part in parts)
        and len({*map(names.get, parts)}) > 1
    )
