"""A word of the draft in whose place the pile has the opposite: `illegal` for `legal`, `early` for `late`."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found, Match, point
from stemma.check.terms import Term, stem
from stemma.check.verdicts import STATUS
from stemma.text.marks import quoted_spans
from stemma.text.opposites import OPPOSITES
from stemma.text.tokens import words

_NEAR = 0.15  # of likeness below the likeliest passage, for another to count beside it
_NOT = ("un", "il", "im", "in", "ir", "dis", "non")
_FEWEST = 4  # letters of a word that such a beginning turns round
# `income` is no opposite of `come`.
_OWN_WORDS = frozenset(
    "income increase impress inform indeed insure invest inside intent intend under unit united union undo "
    "discover display dispatch discuss distress district impose import improve imprison immense implant "
    "incite include input install inspect instruct interest interpret invade invent irrigate".split()
)
_BARE = frozenset(("last",))
_OPPOSITES: dict[str, frozenset[str]] = {
    stem(word): frozenset(map(stem, others)) for word, others in OPPOSITES.items()
}


def opposites(asked: Asked) -> Iterator[Found]:
    """Words that all of the likeliest passages lack, and whose opposites these have."""
    if not asked.others:
        return
    best = asked.others[0].like.same
    near = [m for m in asked.others if m.like.same >= best - _NEAR]
    inside = quoted_spans(asked.telling.text)
    for term in asked.telling.terms:
        if term.kind != "word" or any(a <= term.start < b for a, b in inside):
            continue
        own = asked.telling.text[term.start : term.end].casefold()
        if term.key in _BARE and own != term.key:
            continue  # what lasted is not the last
        against = [_against(term, own, match) for match in near]
        if against and all(against):
            start, end = against[0] or (0, 0)
            where = point(near[0], start, end)
            said = f"you write «{own}», the pile has «{where.text}»"
            yield Found(STATUS, said, term.start, term.end, (where,))


def _against(term: Term, own: str, match: Match) -> tuple[int, int] | None:
    """Where a passage has the opposite of a word, unless it has the word itself."""
    if any(other.key == term.key for other in match.telling.terms):
        return None
    for token in words(match.telling.text):
        opposite = stem(token.n) in _OPPOSITES.get(term.key, ())
        if opposite or turned(own, token.n) or turned(token.n, own):
            return token.start, token.end
    return None


def turned(plain: str, other: str) -> bool:
    """Whether a word is another with `un`, `il` or the like before it."""
    return len(plain) >= _FEWEST and any(
        other == before + plain and other not in _OWN_WORDS and stem(other) not in _OWN_STEMS
        for before in _NOT
    )


_OWN_STEMS = frozenset(map(stem, _OWN_WORDS))
