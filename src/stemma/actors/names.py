"""Names compared: spellings of one name, a surname and its bearer, a body and its initials."""

import re
from collections.abc import Sequence
from functools import lru_cache

from stemma.actors.roles import SUFFIXES
from stemma.text.countries import nations

Form = tuple[str, ...]

_PARTICLES = frozenset("al el bin ibn ul".split())
# Letters that transcriptions of one name exchange.
_SAME_SOUND = tuple((re.compile(pattern), to) for pattern, to in (
    (r"['’ʻ`]", ""), (r"ph", "f"), (r"kh|ch|q|ck", "k"), (r"gh", "g"), (r"sch", "sh"), (r"dj", "j"),
    (r"ou|oo", "u"), (r"ee|ie|yi|iy|ij|ii", "i"), (r"[ey]i|ey|aj|ai", "ei"), (r"ya|ia", "a"), (r"yu|iu", "u"),
    (r"y|j", "i"), (r"w", "v"), (r"x", "ks"), (r"c", "k"), (r"(.)\1", r"\1"),
))  # fmt: skip
_SPELLINGS = {
    "organisation": "organization", "centre": "center", "defence": "defense", "labour": "labor",
    "programme": "program", "theatre": "theater", "harbour": "harbor",
}  # fmt: skip
_LITTLE = frozenset("the of for and in on at to a de la du des".split())
_COMPANY = frozenset(
    "inc corp ltd co plc llc gmbh corporation incorporated limited company".split()
)


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A word with what spellings of one name exchange made equal; initials and short words stay."""
    if len(word) < 4:
        return word
    for pattern, to in _SAME_SOUND:
        word = pattern.sub(to, word)
    return word


def sounds(form: Form) -> Form:
    """A person's name by its sound, without particles (`al-`) and suffixes (`Jr.`)."""
    found = tuple(sound(w) for w in form if w not in _PARTICLES and w not in SUFFIXES)
    return found or form


def suffix(form: Form) -> str:
    """What tells father from son, if the name says it."""
    return next((SUFFIXES[word] for word in form[1:] if word in SUFFIXES), "")


def one_person(left: Form, right: Form) -> bool:
    """Whether two full names can be one person's: surnames alike, given names alike or the initial of one
    another, middle names of one missing in the other, and no `Jr.` against `Sr.`."""
    if suffix(left) != suffix(right):
        return False
    a, b = sounds(left), sounds(right)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or not _alike(short[-1], long[-1]):
        return False
    if not _alike(short[0], long[0]):
        return len(long) > len(short) and long[-len(short) :] == short
    return all(any(_alike(word, other) for other in long[1:-1]) for word in short[1:-1])


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and _initial(a) == _initial(b))


def _initial(word: str) -> str:
    return {"j": "i", "y": "i", "c": "k", "q": "k", "w": "v"}.get(word[0], word[0])


def ends_with(form: Form, short: Form) -> bool:
    """Whether a shorter name is the surname, or the last words, of a person's longer one."""
    a, b = sounds(form), sounds(short)
    return len(b) < len(a) and a[-len(b) :] == b


def begins_with(form: Form, short: Form) -> bool:
    """Whether a name is the first, given or family name, of a longer one."""
    a, b = sounds(form), sounds(short)
    return len(b) < len(a) and a[: len(b)] == b


def core(form: Form) -> Form:
    """A body's or a place's name without articles, its country and what makes it a company, in one
    spelling."""
    words = tuple(_SPELLINGS.get(word, word) for word in form if word != "the")
    if len(words) > 1 and words[-1] in _COMPANY:
        words = words[:-1]
    rest = _without_nation(words)
    return rest or words


def _without_nation(words: Form) -> Form:
    for size in (3, 2, 1):
        if len(words) > size + 1 and words[:size] in nations():
            return words[size:]
    return words


def initials(form: Form) -> set[str]:
    """What a name may be shortened to: its initials, with and without its little words."""
    words = [word for word in form if word[:1].isalnum()]
    full = [word for word in words if word not in _LITTLE]
    return {"".join(word[0] for word in some) for some in (words, full) if len(some) > 1}


def common(forms: Sequence[str], counts: Sequence[int]) -> str:
    """The fullest of the forms that are written often enough not to be a slip."""
    most = max(counts)
    usual = [form for form, n in zip(forms, counts, strict=True) if 10 * n >= most]
    return min(usual, key=lambda form: (-len(form.split()), -len(form), form))
