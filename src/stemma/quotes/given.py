"""Speakers that a person gave to quotes, or took away from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from stemma.model import Actor, ActorMention, Given, Outcome, Quote
from stemma.model.by_hand import reason
from stemma.text.tokens import compared_words

_Form = tuple[str, ...]
_Names = Mapping[_Form, set[str]]


class ByHand(NamedTuple):
    """Quotes as corrected, and what became of each correction, in order of id."""

    quotes: list[Quote]
    outcomes: list[Outcome]


def by_hand(
    quotes: Sequence[Quote],
    given: Iterable[Given],
    actors: Sequence[Actor],
    mentions: Iterable[ActorMention],
) -> ByHand:
    """The quotes with the speakers that a person gave. A speaker who is an actor of the quote's story, by
    any of the actor's names there, is that actor; an empty one leaves the quote without a speaker."""
    corrections = list(given)
    if not corrections:
        return ByHand(list(quotes), [])
    wanted = {one.quote_id: one for one in corrections}
    called = _called(actors, mentions)
    made: dict[str, Quote] = {}
    outcomes = {one.id: _gone(one) for one in corrections}
    for quote in quotes:
        one = wanted.get(quote.id)
        if one is not None:
            made[quote.id], outcomes[one.id] = _corrected(quote, one, called)
    rows = [made.get(quote.id, quote) for quote in quotes]
    return ByHand(rows, [outcomes[name] for name in sorted(outcomes)])


def kept(
    quotes: Sequence[Quote], corrected: Iterable[Quote], given: Iterable[Given]
) -> list[Quote]:
    """The quotes, with those that a person left without a speaker as they were `corrected`: what other
    pages say does not give them one again."""
    taken = {one.quote_id for one in given if not one.speaker}
    bare = {quote.id: quote for quote in corrected if quote.id in taken}
    return [bare.get(quote.id, quote) for quote in quotes]


def _called(
    actors: Sequence[Actor], mentions: Iterable[ActorMention]
) -> dict[str | None, tuple[_Names, _Names, _Names]]:
    """Story -> its actors by their names, by their other names, and by other words that mean them."""
    story = {actor.id: actor.story_id for actor in actors}
    found: dict[str | None, tuple[dict[_Form, set[str]], ...]] = defaultdict(
        lambda: (defaultdict(set), defaultdict(set), defaultdict(set))
    )
    for actor in actors:
        found[actor.story_id][0][_form(actor.name)].add(actor.id)
        for alias in actor.aliases:
            found[actor.story_id][1][_form(alias)].add(actor.id)
    for mention in mentions:
        if mention.actor_id in story and mention.kind != "pronoun":
            found[story[mention.actor_id]][2][_form(mention.text)].add(mention.actor_id)
    return {name: (one, two, three) for name, (one, two, three) in found.items()}


def _form(name: str) -> _Form:
    words = compared_words(name)
    return tuple(words[1:] if words[:1] == ["the"] else words)


def _gone(one: Given) -> Outcome:
    how = (
        f"not applied: no quote '{one.quote_id}' is found now; its page, or its words, are another"
    )
    return Outcome(one.id, one.id, False, how)


def _corrected(
    quote: Quote, one: Given, called: Mapping[str | None, tuple[_Names, _Names, _Names]]
) -> tuple[Quote, Outcome]:
    was = f"before: «{quote.speaker}»" if quote.speaker else "before: nobody"
    bare = replace(quote, speaker_start=None, speaker_end=None, actor_id=None, witness_ids=())
    if not one.speaker:
        how = f"{reason(one.why)}: not said by whom its passage seems to name; {was}; {quote.how}"
        made = replace(bare, status="orphan", speaker=None, how=how)
        return made, Outcome(one.id, one.id, True, f"applied; {was}, now nobody")
    actor, which = _actor(one.speaker, called.get(quote.story_id))
    how = f"{reason(one.why)}: said by {one.speaker}; {was}; {quote.how}"
    made = replace(bare, status="attributed", speaker=one.speaker, actor_id=actor, how=how)
    return made, Outcome(one.id, one.id, True, f"applied; {was}; {which}")


def _actor(speaker: str, called: tuple[_Names, _Names, _Names] | None) -> tuple[str | None, str]:
    """The actor of a story that goes by a name, and what to say of it."""
    for names in called or ():
        fitting = names.get(_form(speaker), set())
        if len(fitting) == 1:
            (actor,) = fitting
            return actor, f"who is {actor}"
        if fitting:
            return None, f"several actors of its story are called «{speaker}», so that it is none"
    return None, f"no actor of its story is called «{speaker}»"
