"""What the draft's sentence says is done, where nothing that comes near says so."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found, Match
from stemma.check.rules.status import main_deeds, same_deeds
from stemma.check.telling import Deed
from stemma.check.terms import stem, terms
from stemma.check.verdicts import PARTLY

_CALLS = frozenset(map(stem, "call describe label brand dub term".split()))
_SURE = 0.5  # from which other words may say the same deed
_WORDS = 0.6  # of the plain words that a sentence with the deed as a noun must have


def deeds(asked: Asked) -> Iterator[Found]:
    """If no passage is sure to tell the same, one at least must tell one of the sentence's deeds."""
    if not asked.others or asked.others[0].like.same >= _SURE:
        return
    own = main_deeds(asked.telling)
    if own and not any(_tells(deed, match) for deed in own for match in asked.others):
        said = f"nothing tells of «{own[0].text}»"
        yield Found(PARTLY, said, own[0].start, own[0].end)


def names_it(asked: Asked) -> Iterator[Found]:
    """What somebody calls a thing, where no passage has the word: `called the plan a triumph`."""
    keys = frozenset[str]().union(*(match.telling.keys for match in asked.others))
    for speech in asked.telling.speeches:
        if stem(speech.cue) not in _CALLS or not asked.others:
            continue
        start, end = speech.pieces[-1]
        said = terms(asked.telling.text[start:end])
        if said and said[-1].kind == "word" and said[-1].key not in keys:
            a, b = start + said[-1].start, start + said[-1].end
            yield Found(PARTLY, f"nothing tells of «{asked.telling.text[a:b]}»", a, b)


def _tells(deed: Deed, match: Match) -> bool:
    """Whether a passage tells a deed by its verb, or by another word and most of the rest with it."""
    if same_deeds(deed, match):
        return True
    named = any(stem(word) in match.telling.keys for word in deed.predicate.split())
    return named and match.like.plain >= _WORDS
