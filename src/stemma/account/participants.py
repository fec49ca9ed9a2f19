"""Who does it to whom, by all reports of an event."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stemma.account.parties import PRONOUNS, main_word
from stemma.account.slots import is_denial_of_somebody, shared
from stemma.model import Mention, Names
from stemma.text.countries import nation_named
from stemma.text.numbers import ONES, TENS
from stemma.text.people import PEOPLE


def participants_of(votes: Sequence[Mention], kind: str | None) -> tuple[Names, Names]:
    """Who and whom. Nobody does a thing to himself."""
    talking = _partners(votes) if kind == "CONSULT" else None
    if talking:
        return talking
    who = _not_denied(_named(votes, 0), votes)
    struck = _named_first(_struck(votes))
    return who, _named([_without(one, who) for one in struck], 1)


def _not_denied(who: Names, votes: Sequence[Mention]) -> Names:
    """Those of whom nobody denies that they did it: on that no vote is taken."""
    denied = {name for one in votes if is_denial_of_somebody(one) for name in one.actor_ids}
    return tuple(name for name in who if name not in denied)


def _struck(votes: Sequence[Mention]) -> Sequence[Mention]:
    """The reports, those that only name the country in which it was done without whom it struck, where others
    say that: `the attack in Norland` beside `the attack on the town of Lund`."""
    lands = [
        one.recipients == (one.place,) and nation_named(one.place or "") is not None
        for one in votes
    ]
    if not any(one.recipients and not land for land, one in zip(lands, votes, strict=True)):
        return votes
    return [
        replace(one, recipients=(), recipient_ids=()) if land else one
        for land, one in zip(lands, votes, strict=True)
    ]


def _named_first(votes: Sequence[Mention]) -> Sequence[Mention]:
    """The reports, those that only say how many people it struck without them, where others name whom."""
    if not any(one.recipient_ids for one in votes):
        return votes
    return [
        replace(one, recipients=()) if not one.recipient_ids and _is_count(one.recipients) else one
        for one in votes
    ]


def _is_count(words: Names) -> bool:
    """Whether all that is said of people is how many: `almost 90 people`, `dozens`."""
    return bool(words) and all(map(_counts, words))


def _counts(said: str) -> bool:
    words = said.casefold().split()
    number = any(word[:1].isdigit() or word in _NUMBERS for word in words[:4])
    return number and not _KINDS.isdisjoint((words[-1], words[-1].removesuffix("s")))


_NUMBERS = frozenset(
    (*ONES, *TENS, *"hundred hundreds thousand thousands dozen dozens scores".split())
)
_KINDS = _NUMBERS | PEOPLE | frozenset("people person others men women children civilians".split())


def filled(
    speaks: Mention, copies: Sequence[Mention], trust: Sequence[float] | None = None
) -> Mention:
    """A report with the parties that most of its copies name on a side on which it names nobody itself, or by
    a mere pronoun. `trust`: how much each copy counts, the more, the fewer of its words are others than the
    original's; given where the report has other words itself, so that its own parties are but one vote."""
    weights = trust or [1.0] * len(copies)
    known = list(zip(copies, weights, strict=True))
    if trust or _is_nobody(speaks.actors, speaks.actor_ids):
        found = _most((one.actors, one.actor_ids, weight) for one, weight in known)
        if found and set(found[0]).isdisjoint(speaks.recipients):
            speaks = replace(speaks, actors=found[0], actor_ids=found[1])
    if trust or _is_nobody(speaks.recipients, speaks.recipient_ids):
        found = _most((one.recipients, one.recipient_ids, weight) for one, weight in known)
        if found and set(found[0]).isdisjoint(speaks.actors):
            speaks = replace(speaks, recipients=found[0], recipient_ids=found[1])
    return speaks


def _is_nobody(words: Names, ids: Names) -> bool:
    """Whether words name nobody: there are none, or pronouns of which nobody knows whom they mean."""
    return not ids and PRONOUNS.issuperset(word.casefold() for word in words)


def _most(named: Iterable[tuple[Names, Names, float]]) -> tuple[Names, Names] | None:
    """The names and ids that most copies have which name anybody; of names that mean the same actors the
    commonest."""
    said: dict[Names, float] = defaultdict(float)
    words: dict[Names, Counter[tuple[Names, Names]]] = defaultdict(Counter)
    for names, ids, weight in named:
        if not _is_nobody(names, ids):
            key = ids or tuple(map(main_word, names))
            said[key] += weight
            words[key][names, ids] += 1
    if not said:
        return None
    best = words[min(said, key=lambda key: (-round(said[key], 6), key))]
    return min(best, key=lambda pair: (-best[pair], pair))


def _without(one: Mention, who: Names) -> Mention:
    """A mention less those of its recipients who do the deed."""
    left = tuple(name for name in one.recipient_ids if name not in who)
    if left == one.recipient_ids:
        return one
    return replace(one, recipient_ids=left, recipients=one.recipients if left else ())


def _partners(votes: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Those who talk with each other, of whom a report may name either: all whom most reports name on one
    side or the other, each where most have him; None unless there are two. Of two whom reports have on both
    sides the one that more of them have as who stands there."""
    both = [
        replace(
            one,
            actors=(*one.actors, *one.recipients),
            actor_ids=(*one.actor_ids, *one.recipient_ids),
        )
        for one in votes
    ]
    found = _named(both, 0)
    if len(found) < 2:
        return None
    leads = {
        name: sum((name in one.actor_ids) - (name in one.recipient_ids) for one in votes)
        for name in found
    }
    apart = any(one.actor_ids and one.recipient_ids for one in votes)
    whom = tuple(name for name in found if leads[name] < 0)
    if not whom and apart and len(found) == 2 and len(set(leads.values())) == 2:
        whom = (min(found, key=lambda name: leads[name]),)
    return tuple(name for name in found if name not in whom), whom


def ids_of(one: Mention, side: int) -> Names:
    """The actors on the first or second side of a mention."""
    return (one.actor_ids, one.recipient_ids)[side]


def _named(votes: Sequence[Mention], side: int) -> Names:
    """The actors that more than half of the reports name which name any, if they are a third of those that
    name anybody; a report that has a mere pronoun for them counts only where no other names anybody."""
    words = [(one, (one.actors, one.recipients)[side]) for one in votes]
    naming = [one for one, said in words if not PRONOUNS.issuperset(w.casefold() for w in said)]
    naming = naming or [one for one, said in words if said]
    found = shared([ids_of(one, side) for one in naming], more=True)
    count = Counter(name for one in naming for name in ids_of(one, side))
    return tuple(name for name in found if count[name] >= len(naming) / 3)
