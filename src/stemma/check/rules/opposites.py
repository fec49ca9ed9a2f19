"""A word of the draft in whose place the pile has the opposite: `illegal` for `legal`, `early` for `late`."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found, Match, point
from stemma.check.terms import Term, stem
from stemma.check.verdicts import STATUS
from stemma.text.marks import quoted_spans
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
_PAIRS = (
    "early late|guilty innocent|rise fall|increase decrease|win lose|accept reject|allow ban|open close|"
    "arrive depart|enter leave|buy sell|strengthen weaken|support oppose|praise condemn|hire fire|"
    "higher lower|north south|east west|northern southern|eastern western|best worst|first last|"
    "majority minority|maximum minimum|succeed fail|import export|victory defeat|begin end|start stop|"
    "uphold overturn|release detain|public private|strong weak|widen narrow|cheap expensive|morning evening|"
    "friend enemy|ally enemy|approve reject|raise cut|more fewer|alive dead|inside outside|above below"
)


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in (pair.split() for pair in _PAIRS.split("|")):
        for a, b in ((stem(one), stem(other)), (stem(other), stem(one))):
            found[a] = found.get(a, frozenset()) | {b}
    return found


_OPPOSITES = _opposites()


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
