"""What somebody admits in the draft and denies in the pile, or the other way round."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found, Match, point
from stemma.check.markers import DENIES, markers
from stemma.check.rules.speakers import is_one, named
from stemma.check.telling import Speech, Telling
from stemma.check.terms import stem, terms
from stemma.check.verdicts import STATUS

_DENY = frozenset(map(stem, "deny reject dismiss refute dispute rebut contradict".split()))
_ADMIT = frozenset(map(stem, "admit confirm acknowledge concede confess accept affirm".split()))
_SHARED = 0.3  # of the words of what is admitted, for it to be what is denied


def stances(asked: Asked) -> Iterator[Found]:
    """A speaker who takes a stand is held against what the pile has him say to the same."""
    for speech in asked.telling.speeches:
        own = _stand(asked.telling, speech)
        if own is None or not named(speech):
            continue
        against = [
            (match, other)
            for match in asked.others
            for other in match.telling.speeches
            if _is_one(asked.telling, speech, match, other)
        ]
        stands = [_stand(match.telling, other) for match, other in against]
        # One page that has him take the same stand is enough.
        if own in stands or (not own) not in stands:
            continue
        match, other = against[stands.index(not own)]
        yield _found(asked.telling, speech, match, other)


def _is_one(telling: Telling, speech: Speech, match: Match, other: Speech) -> bool:
    if not named(other) or not is_one(telling, speech, match.telling, other):
        return False
    own, theirs = _said(telling, speech), _said(match.telling, other)
    return bool(own and theirs) and len(own & theirs) >= _SHARED * min(len(own), len(theirs))


def _said(telling: Telling, speech: Speech) -> set[str]:
    return {t.key for t in terms(" ".join(telling.text[a:b] for a, b in speech.pieces))}


def _stand(telling: Telling, speech: Speech) -> bool | None:
    """Whether it is so, by who says so; None if he takes no stand."""
    cue = {stem(word) for word in speech.cue.split()}
    if not cue & (_DENY | _ADMIT):
        return None
    said = " ".join(telling.text[a:b] for a, b in speech.pieces)
    turned = sum(one.kind == DENIES for one in markers(said)) % 2 == 1
    return bool(cue & _ADMIT) != turned


def _found(telling: Telling, speech: Speech, match: Match, other: Speech) -> Found:
    start, end = speech.pieces[0][0], speech.pieces[-1][1]
    said = (
        f"you write that «{speech.speaker}» {speech.cue} it, the pile that «{other.speaker}» "
        f"{other.cue} it"
    )
    where = point(match, other.pieces[0][0], other.pieces[-1][1], other.id)
    return Found(STATUS, said, start, end, (where,))
