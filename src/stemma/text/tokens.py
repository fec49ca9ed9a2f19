"""Tokens: `t` as shown, `n` as compared (the names are CollateX's)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from stemma.text.normal import Normal, normalise

_TOKEN = re.compile(
    r"""
    (?P<initials>(?<![^\W_])(?:(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?|(?:[^\W\d_]\.){2,}))
    | (?P<number>\d+(?:[.,]\d+)*(?![^\W_]))
    | (?P<possessive>(?<=[^\W\d_.])'[sS](?![^\W_])|(?<=[^\W\d_]\.)'[sS](?![^\W_]))
    | (?P<word>[^\W\d_]+(?:'(?![sS](?![^\W_]))[^\W\d_]+)*(?!\w)|\w+)
    | (?P<mark>\.{2,}|[^\w\s])
    """,
    re.VERBOSE,
)
# Texts, and the longest of them, whose words are remembered: a pile has many names and sentences often.
_KEPT, _SHORT = 10_000, 400
# Written in capitals these are names (US, IT, WHO); their lower-case forms are common words.
_HOMOGRAPHS = {"US", "IT", "WHO", "AM", "OR", "IN", "ME", "AID", "IS", "AS"}


class Token(NamedTuple):
    """One token. `start`, `end`: code points of the text given; `kind`: word, number or mark."""

    t: str
    n: str
    start: int
    end: int
    kind: str


def tokenize(text: str) -> list[Token]:
    """Tokens of `text` in order. Every character that is no white space lies in exactly one."""
    normal = normalise(text)
    found = _TOKEN.finditer(normal.text)
    if normal.same_offsets:
        return [_plain_token(text, match) for match in found]
    return _merged(_token(text, normal, match) for match in found)


def _merged(tokens: Iterable[Token]) -> list[Token]:
    """One character may stand for several in the normal form (`⅓`, `№`): what overlaps is one."""
    found: list[Token] = []
    for token in tokens:
        if found and token.start < found[-1].end:
            last = found.pop()
            end = max(last.end, token.end)
            kind = token.kind if last.kind == "mark" else last.kind
            # Both are pieces of one text, the later never starting before the earlier.
            shown = last.t + token.t[last.end - token.start :]
            token = Token(shown, last.n + token.n, last.start, end, kind)
        found.append(token)
    return found


def words(text: str) -> list[Token]:
    """The tokens that are compared: words and numbers."""
    return [token for token in tokenize(text) if token.kind != "mark"]


def compared_words(text: str) -> list[str]:
    """The `n` of each word and number, in order; faster than `words` where no offset is needed."""
    return list(_remembered(text)) if len(text) <= _SHORT else _all_compared(text)


def _all_compared(text: str) -> list[str]:
    return [
        _compared(match.group(), match.lastgroup)
        for match in _TOKEN.finditer(normalise(text).text)
        if match.lastgroup != "mark"
    ]


_remembered = lru_cache(maxsize=_KEPT)(_all_compared)


def _plain_token(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    group = match.lastgroup
    kind = group if group in ("number", "mark") else "word"
    return Token(text[start:end], _compared(match.group(), group), start, end, str(kind))


def _token(text: str, normal: Normal, match: re.Match[str]) -> Token:
    start, end = normal.span(*match.span())
    group = match.lastgroup
    kind = group if group in ("number", "mark") else "word"
    return Token(text[start:end], _compared(match.group(), group), start, end, str(kind))


def _compared(shown: str, group: str | None) -> str:
    if group == "number":
        # "1,000" and "1000" are one number; "1,5" is left alone.
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", shown)
        return shown.replace(",", "") if grouped else shown
    if group == "initials":
        shown = shown.replace(".", "")
    return shown if shown in _HOMOGRAPHS else shown.casefold()
