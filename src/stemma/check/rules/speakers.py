"""A speaker of the draft who is not the one that the pile has for these words."""

import re
from collections.abc import Iterator, Sequence

from stemma.check.found import Asked, Found, Match, Pointer, point
from stemma.check.telling import Named, Speech, Telling, name_keys
from stemma.check.terms import stem, terms
from stemma.check.verdicts import OTHER_SPEAKER, PARTLY
from stemma.text.candidates import COMMON
from stemma.text.tokens import compared_words

_KNOWN = ("attributed", "restored")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|does|do|did)\b|'(?:s|re)\b",
    re.IGNORECASE,
)
# `Lind's account` is hers, and her driver is somebody else.
_OWNS = re.compile(
    r"['’]s? (?!(?:\w+ )?(?:description|account|words?|version|phrase|statement|remarks?|claims?|report"
    r"|letter|testimony|speech|views?|argument|warning|promise|comments?|answer|denial)\b)[a-z]"
)
_GOES_ON = re.compile(r" (?!(?:of|and|or|as|who|from|for|in|at|with)\b)\w")
_SHARED = 0.3  # of what the draft's speaker says, in words, that another speech has, to be the same
_PRONOUNS = frozenset("he she it they who i we you him her them one".split())


def speakers(asked: Asked) -> Iterator[Found]:
    """Each speaker is held against those to whom the pile gives the same. Where it gives it to nobody the
    speaker is not found."""
    for speech in asked.telling.speeches:
        told = _is_told(asked.telling, speech)
        held = list(_same(asked.telling, speech, asked.others)) if named(speech) else []
        held = [(m, o) for m, o in held if told or o.cue == speech.cue]
        known = [(m, o) for m, o in held if o.status in _KNOWN and named(o)]
        if not held or any(is_one(asked.telling, speech, m.telling, o) for m, o in known):
            continue
        if any(_does_so(asked.telling, speech, match) for match in asked.others):
            continue
        start, end = speech.span or speech.pieces[0]
        if known:
            match, other = known[0]
            said = f"you give it to «{speech.speaker}», the pile to «{_called(other)}»"
            described = _described(asked.telling, speech) and not _described(match.telling, other)
            if described:
                said += "; nothing shows that they are one"
            verdict = PARTLY if described else OTHER_SPEAKER
            yield Found(verdict, said, start, end, (_at(match, other),))
        elif not _stands(asked.telling, speech, asked.others):
            match, other = held[0]
            said = f"the pile does not say that it was «{speech.speaker}»"
            yield Found(PARTLY, said, start, end, (_at(match, other),))


def _does_so(telling: Telling, speech: Speech, match: Match) -> bool:
    """Whether a passage has the same person do with the same word what it gives to whoever tells of it: `the
    letter shows that Lind warned the council`."""
    inside = [n for n in telling.names if speech.span and _inside(n, speech.span)]
    # `Chad's envoy, Ewa Brask` is not whoever else is Chad's envoy.
    seen = [n.text for n in _people(telling, speech) or inside]
    own = [set(name_keys(name)) - COMMON for name in (seen or [speech.speaker])]
    told = match.telling
    for deed in told.deeds:
        # Of `the engineer, Lind, warned` the name stands beside the verb.
        beside = [n.text for n in told.names if not told.text[n.end : deed.start].strip(" ,")]
        theirs = [set(name_keys(name)) for name in (*deed.who, *beside)]
        # `Ewa Brask` is no `Joan Brask`.
        named = any(a and b and (a <= b or b <= a) for a in own for b in theirs)
        if named and stem(speech.cue) in map(stem, deed.predicate.split()):
            return True
    return False


def _called(speech: Speech) -> str:
    """The words for a speaker; of a pronoun the name that it stands for."""
    if set(compared_words(speech.speaker)) <= _PRONOUNS and speech.names:
        return max(sorted(speech.names), key=lambda name: (name[:1].isupper(), len(name)))
    return speech.speaker


def _described(telling: Telling, speech: Speech) -> bool:
    """Whether words without a name say who speaks (`the company`), who may be one that has a name."""
    span = speech.span
    inside = [n for n in telling.names if span and _inside(n, span)]
    return not inside and not any(name[:1].isupper() for name in speech.names)


def _is_told(telling: Telling, speech: Speech) -> bool:
    """Whether what a speaker is given is a clause, and no mere thing that he deals with: `backed the
    plan`."""
    if speech.kind != "indirect":
        return True
    said = " ".join(telling.text[a:b] for a, b in speech.pieces)
    verbs = any(d.verb and a <= d.start < b for d in telling.deeds for a, b in speech.pieces)
    return verbs or bool(_VERB.search(said))


def _stands(telling: Telling, speech: Speech, others: Sequence[Match]) -> bool:
    """Whether the speaker is named where the pile has the same without saying whose it is."""
    own = person(telling, speech)
    return bool(own) and any(own & match.telling.keys for match in others)


def named(speech: Speech) -> bool:
    """Whether more than a pronoun says who speaks."""
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


def is_one(telling: Telling, one: Speech, other_telling: Telling, other: Speech) -> bool:
    """Whether two may have one speaker: a person's surname in common, or, where one is only described, any of
    the words that describe them."""
    mine, theirs = person(telling, one), person(other_telling, other)
    if mine and theirs:
        if mine & theirs and _namesakes(telling, one, other_telling, other):
            return False
        # A name that both have may be that of a house: `Bee Steel director Ann Holm`.
        known = bool(mine & _names(other) | theirs & _names(one))
        return (bool(mine & theirs) and not (mine - theirs and theirs - mine)) or (
            known and not mine & theirs
        )
    if (mine and _names(other)) or (theirs and _names(one)):
        return bool(mine & _names(other) | theirs & _names(one))
    a, b = _all_keys(one), _all_keys(other)
    return bool(a & b) or not (a and b)


def _namesakes(telling: Telling, one: Speech, other_telling: Telling, other: Speech) -> bool:
    """Whether two have a surname in common and first names of their own (`Ann Brook`, `Joan Brook`). Short
    forms and other spellings begin with the same letter, mostly."""
    mine, theirs = _firsts(telling, one), _firsts(other_telling, other)
    return bool(mine and theirs) and not {n[0] for n in mine} & {n[0] for n in theirs}


def _firsts(telling: Telling, speech: Speech) -> set[str]:
    """The first words of the names of people that have more than a surname."""
    seen = [n.text for n in _people(telling, speech)]
    known = [name for name in speech.names if name[:1].isupper()]
    keys = [name_keys(name) for name in (*seen, *known)]
    surnames = {some[-1] for name in seen if (some := name_keys(name))}
    return {some[0] for some in keys if len(some) > 1 and (some[-1] in surnames or not surnames)}


def person(telling: Telling, speech: Speech) -> set[str]:
    """The surnames of people that the words for a speaker name; of a pronoun those of whom it means."""
    found = _people(telling, speech)
    if found:
        return {key for name in found for key in name_keys(name.text)[-1:]}
    pointed = set(compared_words(speech.speaker)) <= _PRONOUNS
    return _names(speech) if pointed or speech.span is None else set()


def _people(telling: Telling, speech: Speech) -> list[Named]:
    """The people whom the words for a speaker name. What only says whose he is names him not: `Lind's
    lawyer`, and `Lind` of `Lind Steel director Ann Holm`."""
    span = speech.span
    if span is None:
        return []
    found = [n for n in telling.names if n.kind == "PER" and _inside(n, span)]
    return [
        n
        for n in found
        if not _OWNS.match(telling.text, n.end)
        and not (_GOES_ON.match(telling.text, n.end) and any(o.start > n.end for o in found))
    ]


def _inside(name: Named, span: tuple[int, int]) -> bool:
    return span[0] <= name.start and name.end <= span[1]


def _names(speech: Speech) -> set[str]:
    """The last words of all names of the actor who speaks."""
    found = {key for name in speech.names if name[:1].isupper() for key in name_keys(name)[-1:]}
    return found - COMMON


def _all_keys(speech: Speech) -> set[str]:
    found = set(name_keys(speech.speaker)) | {k for name in speech.names for k in name_keys(name)}
    titles = {w for name in (speech.speaker, *speech.names) for w in compared_words(name)}
    return (found | titles) - COMMON - _PRONOUNS
