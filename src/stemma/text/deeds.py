"""Words that news use for one kind of deed, verbs and the nouns of them (`deeds.txt`)."""

from functools import cache
from importlib.resources import files

# Ends of words that a noun has and its verb has not, the longest first, with what must be left at least.
_ENDS = (
    ("isation", 4), ("ization", 4), ("ations", 3), ("ation", 3), ("ition", 4), ("ments", 4), ("ment", 4),
    ("ances", 4), ("ance", 4), ("ence", 4), ("sion", 4), ("tion", 4), ("ings", 3), ("ing", 3), ("ise", 4),
    ("ize", 4), ("ate", 3), ("ure", 4), ("ery", 3), ("ary", 4), ("ist", 4), ("age", 4), ("ter", 5),
    ("ion", 4), ("als", 3), ("al", 3), ("ers", 4), ("er", 4), ("ors", 4), ("or", 4), ("ed", 3), ("ee", 4),
    ("es", 4), ("th", 4), ("s", 4),
)  # fmt: skip
_SHORTEST = 3


@cache
def lines_of() -> dict[str, frozenset[int]]:
    """Word -> the lines that it stands in. One cached dict for all callers: read it, do not change it."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(_lines()):
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def line(number: int) -> list[str]:
    """The words of a line; the first names what it is of."""
    return _lines()[number]


def count_of_lines() -> int:
    """How many lines there are."""
    return len(_lines())


@cache
def _lines() -> list[list[str]]:
    text = files("stemma.text").joinpath("deeds.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


@cache
def stem(lemma: str) -> str:
    """What a verb and its noun have in common, as far as their letters show it: `arriv` of `arrival`."""
    end = next((e for e, least in _ENDS if lemma.endswith(e) and len(lemma) - len(e) >= least), "")
    left = lemma[: len(lemma) - len(end)]
    while len(left) > _SHORTEST and left[-1] in "eiy":
        left = left[:-1]
    doubled = len(left) > _SHORTEST and left[-1] == left[-2] and left[-1] not in "aeiou"
    return left[:-1] if doubled else left


def akin(one: str, other: str) -> bool:
    """Whether two lemmas may tell of one deed by a line that has both, or by their stems."""
    if stem(one) == stem(other):
        return True
    known = lines_of()
    return bool(known.get(one, frozenset()) & known.get(other, frozenset()))
