"""Whom mentions name."""

import re

from stemma.model import Mention, Names

PRONOUNS = frozenset(
    "i me my we us our he him his she her it its they them their who whom whose which that one "
    "anyone anybody someone somebody everyone everybody nobody".split()
)
# Of whom such words mean, nobody can say that others tell of them.
_NOBODY_NAMED = PRONOUNS | {"the two", "both", "the three", "both sides"}
# Where the main word of a party ends: `the wife of a man`, `guards in the north`.
_ENDS = re.compile(
    r",| (?:of|in|from|at|on|for|with|who|that|which|to|under|near|by|behind|around) ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def sides_named(one: Mention) -> tuple[set[str], set[str]]:
    """Whom a mention names as who does it, and as whom it is done to: known actors, and the main words of
    others; a pronoun names nobody."""
    return _named(one.actor_ids, one.actors), _named(one.recipient_ids, one.recipients)


def is_of_pronouns(one: Mention) -> bool:
    """Whether a mention tells of nobody but whom a pronoun means, and nobody denies it."""
    denied = any(voice.startswith("!") for voice in one.sources)
    return bool(one.actors or one.recipients) and not any(sides_named(one)) and not denied


def main_word(words: str) -> str:
    """The main word of a party, without its plural."""
    found = _WORD.findall(_ENDS.split(words)[0]) or _WORD.findall(words) or [words]
    last = str(found[-1]).casefold().replace("’", "'").removesuffix("'s")
    return last.removesuffix("s") if len(last) > 3 else last


def _named(ids: Names, words: Names) -> set[str]:
    named = {main_word(one) for one in words if one.casefold() not in _NOBODY_NAMED}
    return {*ids, *(named - PRONOUNS)}
