"""The words of a sentence as a check compares them: by their stems, countries by their codes, numbers by
their digits, and without the words that have no meaning of their own."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.text.candidates import COMMON
from stemma.text.countries import nations
from stemma.text.numbers import ONES, TENS
from stemma.text.tokens import words

# Words that report or point in time; they say nothing of what is told, and have rules of their own.
_PLAIN = COMMON | frozenset(
    "said say says saying told tell tells according added adds mr mrs ms dr just still now only even "
    "while because since if whether both all any some many much few several own too again however "
    "though although there up out off down back where why along upon within without across among "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
    "one's us's".split()
)
_LONGEST_NAME = 5  # words of a country's name
_KEPT = 4  # letters that a stem keeps at least
_ENDS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ating", "ates", "ated", "ate", "itions",
    "ition", "utions", "ution", "ements", "ement", "ments", "ment", "ances", "ance", "ences", "ence", "ingly",
    "edly", "ions", "ion", "ators", "ator", "ings", "ing", "ers", "ors", "ive", "ally", "ial", "al", "ly",
    "er", "or", "ed", "es", "s", "e",
)  # fmt: skip
_TO_I = ("ies", "ied", "y")
_STRONG = {
    "broke": "break", "broken": "break", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise",
    "gave": "give", "given": "give", "went": "go", "gone": "go", "came": "come", "took": "take",
    "taken": "take", "found": "find", "left": "leave", "held": "hold", "won": "win", "lost": "lose",
    "met": "meet", "struck": "strike", "stricken": "strike", "spoke": "speak", "spoken": "speak",
    "sent": "send", "paid": "pay", "sold": "sell", "bought": "buy", "brought": "bring", "led": "lead",
    "fled": "flee", "shot": "shoot", "fought": "fight", "caught": "catch", "dug": "dig", "hid": "hide",
    "hidden": "hide", "kept": "keep", "knew": "know", "known": "know", "made": "make", "saw": "see",
    "seen": "see", "stood": "stand", "swore": "swear", "sworn": "swear", "threw": "throw",
    "thrown": "throw", "told": "tell", "wrote": "write", "written": "write", "drew": "draw",
    "drawn": "draw", "began": "begin", "begun": "begin", "ran": "run", "sank": "sink", "sunk": "sink",
    "stole": "steal", "stolen": "steal", "flew": "fly", "flown": "fly", "grew": "grow", "grown": "grow",
    "died": "die", "dead": "die", "deaths": "die", "death": "die", "dying": "die", "dies": "die",
    "men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life",
}  # fmt: skip


class Term(NamedTuple):
    """A word or name of a sentence: what it is compared by, and its characters. `kind`: word, number, name
    (a capital inside the sentence) or nation."""

    key: str
    start: int
    end: int
    kind: str


def terms(text: str) -> list[Term]:
    """The terms of a sentence, in order."""
    tokens = words(text)
    shown = [t.n for t in tokens]
    found: list[Term] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        size, code = _nation(shown, at, token.t)
        if code:
            found.append(Term(code, token.start, tokens[at + size - 1].end, "nation"))
        elif token.n not in _PLAIN:
            found += _terms_of(token.t, token.n, token.start, token.end)
        at += size
    return found


def _nation(shown: Sequence[str], at: int, written: str) -> tuple[int, str]:
    if written[:1].isupper():
        for size in range(min(_LONGEST_NAME, len(shown) - at), 0, -1):
            found = nations().get(tuple(shown[at : at + size]))
            if found is not None and found.how in ("name", "people"):
                return size, f"nation {found.code}"
    return 1, ""


def _terms_of(written: str, compared: str, start: int, end: int) -> Iterator[Term]:
    number = digits(compared)
    if number:
        yield Term(number, start, end, "number")
        return
    kind = "name" if written[:1].isupper() and start > 0 else "word"
    yield Term(stem(compared), start, end, kind)


def digits(word: str) -> str:
    """A number in digits, be it written in words; empty of any other word."""
    if word in ONES and word not in ("one", "a"):
        return str(ONES[word])
    if word in TENS:
        return str(TENS[word])
    return word if re.fullmatch(r"\d[\d.,]*", word) else ""


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What a word and those made from it have in common: `vetoed`, `vetoes`; `removal`, `remove`."""
    word = _STRONG.get(word, word)
    for end in _TO_I:
        if word.endswith(end) and len(word) - len(end) >= _KEPT - 1:
            return word[: -len(end)] + "i"
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _KEPT:
            word = word[: -len(end)]
            break
    if len(word) > _KEPT and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word
