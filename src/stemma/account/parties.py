"""Whom mentions name."""

from stemma.model import Mention

PRONOUNS = frozenset(
    "i me my we us our he him his she her it its they them their who whom whose which that one".split()
)
# Of whom such words mean, nobody can say that others tell of them.
_NOBODY_NAMED = PRONOUNS | {"the two", "both", "the three", "both sides"}


def is_of_pronouns(one: Mention) -> bool:
    """Whether a mention tells of nobody but whom a pronoun means, and nobody denies it."""
    sides = {*one.actors, *one.recipients}
    denied = any(voice.startswith("!") for voice in one.sources)
    return bool(sides) and not _parties(one) and not denied


def _parties(one: Mention) -> set[str]:
    """Whom a mention names: actors by id, and the last words of what else it says, but for pronouns."""
    ids = {*one.actor_ids, *one.recipient_ids}
    names = [name.casefold() for name in (*one.actors, *one.recipients)]
    return ids | {name.split()[-1] for name in names if name and name not in _NOBODY_NAMED}
