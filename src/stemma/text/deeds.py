"""Words that news use for one kind of deed, verbs and the nouns of them (`deeds.txt`)."""

from functools import cache
from importlib.resources import files

# Ends of words that a noun has and its verb has not, the longest first; what is left is compared.
_ENDS = (
    "isation", "ization", "ations", "ation", "ition", "ments", "ment", "ances", "ance", "ence", "sion",
    "tion", "ings", "ing", "als", "al", "ers", "er", "ors", "or", "ed", "es", "e", "s", "t",
)  # fmt: skip
_SHORTEST = 4


@cache
def lines_of() -> dict[str, frozenset[int]]:
    """Word -> the lines that it stands in. One cached dict for all callers: read it, do not change it."""
    text = files("stemma.text").joinpath("deeds.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[int]] = {}
    for number, words in enumerate(lines):
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def stem(lemma: str) -> str:
    """What a verb and its noun have in common, as far as their letters show it: `arriv` of `arrival`."""
    for end in _ENDS:
        if lemma.endswith(end) and len(lemma) - len(end) >= _SHORTEST:
            return lemma[: -len(end)]
    return lemma


def akin(one: str, other: str) -> bool:
    """Whether two lemmas may tell of one deed by a line that has both, or by their stems."""
    if stem(one) == stem(other):
        return True
    known = lines_of()
    return bool(known.get(one, frozenset()) & known.get(other, frozenset()))
