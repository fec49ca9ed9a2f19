"""A speaker of the draft who is not the one that the pile has for these words."""

from collections.abc import Iterator, Sequence

from stemma.check.found import Asked, Found, Match, Pointer, point
from stemma.check.telling import Speech, Telling, name_keys
from stemma.check.terms import terms
from stemma.check.verdicts import OTHER_SPEAKER, PARTLY
from stemma.text.candidates import COMMON
from stemma.text.tokens import compared_words

_KNOWN = ("attributed", "restored")
_SHARED = 0.3  # of what the draft's speaker says, in words, that another speech has, to be the same
_PRONOUNS = frozenset("he she it they who i we you him her them one".split())


def speakers(asked: Asked) -> Iterator[Found]:
    """Each speaker is held against those to whom the pile gives the same. Where it gives it to nobody the
    speaker is not found."""
    for speech in asked.telling.speeches:
        if not _named(speech):
            continue
        held = list(_same(asked.telling, speech, asked.others))
        if not held:
            continue
        if any(is_one(speech, other) for _, other in held) or _stands(speech, asked.others):
            continue
        start, end = speech.span or speech.pieces[0]
        known = [(m, o) for m, o in held if o.status in _KNOWN and o.speaker and _named(o)]
        if known:
            match, other = known[0]
            said = f"you give it to «{speech.speaker}», the pile to «{other.speaker}»"
            yield Found(OTHER_SPEAKER, said, start, end, (_at(match, other),))
        else:
            match, other = held[0]
            said = f"the pile does not say that it was «{speech.speaker}»"
            yield Found(PARTLY, said, start, end, (_at(match, other),))


def _named(speech: Speech) -> bool:
    return bool(set(compared_words(speech.speaker)) - _PRONOUNS - COMMON) or bool(speech.names)


def _at(match: Match, speech: Speech) -> Pointer:
    start, end = speech.span or speech.pieces[0]
    return point(match, start, end, speech.id)


def _same(
    telling: Telling, speech: Speech, others: Sequence[Match]
) -> Iterator[tuple[Match, Speech]]:
    """The speeches of other sentences that say the same."""
    own = _keys(telling, speech)
    for match in others:
        for other in match.telling.speeches:
            theirs = _keys(match.telling, other)
            shared = len(own & theirs)
            if own and theirs and shared >= _SHARED * min(len(own), len(theirs)):
                yield match, other


def _keys(telling: Telling, speech: Speech) -> set[str]:
    said = " ".join(telling.text[a:b] for a, b in speech.pieces)
    return {term.key for term in terms(said)}


def is_one(one: Speech, other: Speech) -> bool:
    """Whether two may have one speaker: a name in common, or, where one has only a title or is only described,
    that in common."""
    a, b = _all_keys(one), _all_keys(other)
    if not a or not b:
        return False
    names = (_proper(one), _proper(other))
    if all(names):
        return bool(names[0] & names[1])
    return bool(a & b)


def _all_keys(speech: Speech) -> set[str]:
    found = set(name_keys(speech.speaker)) | {k for name in speech.names for k in name_keys(name)}
    titles = {w for name in (speech.speaker, *speech.names) for w in compared_words(name)}
    return (found | titles) - COMMON - _PRONOUNS


def _proper(speech: Speech) -> set[str]:
    """The names of a speaker, without what describes him."""
    found = {
        key
        for name in (speech.speaker, *speech.names)
        for word in name.replace(",", " ").split()
        if word[:1].isupper()
        for key in name_keys(word)
    }
    return found - COMMON - _PRONOUNS


def _stands(speech: Speech, others: Sequence[Match]) -> bool:
    """Whether a sentence that tells the same names the speaker outside of what others say in it."""
    own = _proper(speech)
    for match in others:
        telling = match.telling
        if telling.speeches and any(one.status in _KNOWN for one in telling.speeches):
            continue
        if own and own <= telling.keys:
            return True
    return False
