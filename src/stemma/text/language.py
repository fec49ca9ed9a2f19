"""Which language a text is in: whether it is English, by its commonest words, else by a model."""

import re
from typing import NamedTuple

# Among running words of English these are two in five; of other languages hardly one in ten.
_ENGLISH = frozenset(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had "
    "an they which one you were all her she there would their we him been has when who will no more if "
    "out so said what up its about than into them can only other said after also over before how".split()
)
# Words of other languages that look like English ones: `in`, `an`, `as`, `was`, `a`, `on`, `he`, `me`.
_AMBIGUOUS = frozenset("in an as was a on he me or so are no to is at all had her".split())
_SHARE = 0.2  # of all words, English common words, from which on a text is English
_PLAIN_SHARE = 0.09  # of all words, those that no other language has
_SOME = 0.04  # of all words, of those, below which a text is another language's
_FEWEST = 12  # words, below which nothing is said
_READ = 4000  # characters that are looked at


class Language(NamedTuple):
    """A language tag (ISO 639-1), None if it is not known, and how it is known."""

    tag: str | None
    how: str


def language_of(text: str, given: str | None = None) -> Language:
    """The language of a text; `given`: what its file says, which counts where the text is too short.

    The model is that of `py3langid` (Lui and Baldwin 2012); it is asked only if a text does not
    read as English, since it takes half a second to load.
    """
    shown = _middle(text)
    words = re.findall(r"[^\W\d_]+", shown.casefold())
    if _in_other_letters(shown):
        return Language(_by_model(shown), "by its letters (py3langid)")
    if len(words) < _FEWEST:
        if given:
            return Language(given.lower()[:2], "given")
        return Language(None, f"unknown: fewer than {_FEWEST} words")
    common = sum(word in _ENGLISH for word in words) / len(words)
    plain = sum(word in _ENGLISH and word not in _AMBIGUOUS for word in words) / len(words)
    if common >= _SHARE and plain >= _PLAIN_SHARE:
        return Language("en", f"{common:.0%} of its words are common words of English")
    tag = _by_model(shown)
    if tag == "en" or (given or "").lower().startswith(tag):
        return Language(
            tag, "by its letters (py3langid)" if tag == "en" else "given, and by its letters"
        )
    return Language(tag, "by its letters (py3langid)")


def may_be_english(text: str) -> bool:
    """Whether nothing speaks against a text's being English: it is short, or has some of the words that
    no other language has."""
    words = re.findall(r"[^\W\d_]+", text[:_READ].casefold())
    plain = sum(word in _ENGLISH and word not in _AMBIGUOUS for word in words)
    return len(words) < _FEWEST or plain >= _SOME * len(words)


def _by_model(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])


def _in_other_letters(text: str) -> bool:
    """Whether most letters are none of the Latin alphabet, as in Arabic, Chinese or Greek."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(letter < "\u0250" for letter in letters)
    return len(letters) >= _FEWEST and latin < len(letters) / 2


def _middle(text: str) -> str:
    """Out of a long text, a piece past its head, which may be a menu."""
    start = min(len(text) // 4, 2000) if len(text) > _READ else 0
    return text[start : start + _READ]
