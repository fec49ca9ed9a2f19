"""Words before and behind a number that say how its bounds are meant."""

from collections.abc import Sequence

from stemma.figures.lexicon import BEFORE, BEHIND, FILLERS, Unit
from stemma.figures.numerals import word, words
from stemma.text.tokens import Token

_LONGEST = max(map(len, BEFORE))
_SPEAKING = frozenset("talked spoke asked told tell worried talk complained think thought".split())
_WHILE = frozenset("for of just well lasted took after spent little".split())
_STRETCHES = frozenset("just well only far".split())


def qualifier(
    found: Sequence[Token], first: int, last: int, unit: Unit | None
) -> tuple[str | None, int, int]:
    """The qualifier's name, the first piece of what is shown, and its end. The number is from `first` to
    before `last`, a sign of money included."""
    for phrase, name in BEHIND.items():
        if words(found, last, len(phrase)) == phrase:
            return name, first, last + len(phrase)
    at = first
    while word(found, at - 1) in FILLERS:
        at -= 1
    for length in range(min(_LONGEST, at), 0, -1):
        name_at = BEFORE.get(words(found, at - length, length))
        if name_at and (length > 1 or _holds(found, at - 1, unit)):
            return name_at, _stretched(found, at - length), last
    return None, at if at < first and found[at].n == "all" else first, last


def _stretched(found: Sequence[Token], begin: int) -> int:
    """`just over` and `well over` are shown whole."""
    while word(found, begin - 1) in _STRETCHES:
        begin -= 1
    return begin


def _holds(found: Sequence[Token], at: int, unit: Unit | None) -> bool:
    """Whether a word that may be a preposition is a qualifier here."""
    shown, before = found[at].n, word(found, at - 1)
    if shown == "over" and unit and unit.kind == "duration":
        return before in _WHILE
    if shown == "within":
        return unit is not None
    if shown == "passed":
        return word(found, at + 1).isdigit() or found[at + 1].kind == "number"
    return not (shown == "about" and before in _SPEAKING)


def bounds(
    low: float | None, high: float | None, name: str | None, form: str
) -> tuple[float | None, float | None, str]:
    """Low, high and the name of the qualifier; an end that is not stated is open."""
    if form in ("range", "vague") and name in (None, "about"):
        return low, high, form
    if name in ("at least", "more than"):
        return low, None, name
    if name in ("at most", "less than", "almost"):
        return None, high if high is not None else low, name
    return low, high, name or "exact"
