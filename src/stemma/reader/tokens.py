"""Text -> words as treebanks of English cut them (Universal Dependencies, EWT and GUM).

These are finer than the tokens of lineage (`stemma.text.tokens`): `don't` is two, `U.S.-led` three.
"""

import re
from typing import NamedTuple

# Words that keep their full stop, in lower case.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev sen rep gov gen lt col capt cmdr sgt maj adm sr jr st mt ft no nos vs etc inc "
    "corp co ltd llc bros dept est al fig eq ph.d e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd pp vol ed eds cf approx tel ext univ assn "
    "bldg".split()
)
_WORD = re.compile(
    r"""
    (?P<address>https?://\S*[^\s.,;:!?)\]"'’”>]|www\.\S*[^\s.,;:!?)\]"'’”>]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})
    | (?P<initials>(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|(?<![^\W_])[A-Z]\.(?=\s+[A-Z]))
    | (?P<date>\d{1,4}/\d{1,2}/\d{2,4}(?!\w))
    | (?P<file>\w[\w-]{0,60}(?:\.[\w-]{1,40}){0,4}
        \.(?:com|org|net|pdf|docx?|xlsx?|html?|jpe?g|png|gif|uk|gov|edu)(?!\w))
    | (?P<prefixed>(?:e|co|re|pre|pro|anti|non|ex|semi|multi|post|sub|ultra|mid|un|inter|intra)-
        [^\W\d_]+(?!\w))
    | (?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|k|m|bn|am|pm)?(?![^\W_]))
    | (?P<handle>[@\#]\w+)
    | (?P<dots>\.{2,}|''|``|…+|-{2,}|[!?]{2,}|_{2,}|={2,}|\*{2,}|~{2,})
    | (?P<clitic>['’](?:s|re|ve|ll|d|m)\b(?![-\w]))
    | (?P<word>[^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m|t)\b)[^\W_]+)*\d*[^\W_]*|\w+)
    | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEGATION = re.compile(r"['’]t\b", re.I)
_NEGATED = re.compile(r"^(.+?)(n['’]t)$", re.I)
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3}


class Word(NamedTuple):
    """A word as shown, and its place in the text."""

    text: str
    start: int
    end: int


def cut_words(text: str) -> list[Word]:
    """The words and marks of a text in order; every character that is no white space is in one."""
    found: list[Word] = []
    at = 0
    while at < len(text):
        match = _WORD.search(text, at)
        if match is None:
            break
        start, end = match.span()
        end = _with_stop(text, start, end, match.lastgroup or "")
        end = _with_negation(text, start, end)
        found.extend(_parts(text, start, end))
        at = end
    return found


def _with_stop(text: str, start: int, end: int, kind: str) -> int:
    """The end of an abbreviation behind its full stop."""
    if text[end : end + 1] != "." or kind not in ("word", "initials"):
        return end
    if kind == "word" and text[start:end].casefold() in _ABBREVIATIONS:
        # "No." is an abbreviation before a number only.
        if text[start:end].casefold() in ("no", "nos", "co", "sat", "sun", "mar", "fig", "est"):
            return end + 1 if re.match(r"\.\s*[\d&,]", text[end:]) else end
        return end + 1
    return end


def _with_negation(text: str, start: int, end: int) -> int:
    match = _NEGATION.match(text, end) if text[end - 1 : end] in ("n", "N") else None
    return match.end() if match else end


def _parts(text: str, start: int, end: int) -> list[Word]:
    shown = text[start:end]
    negated = _NEGATED.match(shown) if shown.endswith(("t", "T")) else None
    cut = len(negated[1]) if negated else _FUSED.get(shown.casefold(), 0)
    if not cut:
        return [Word(shown, start, end)]
    return [Word(shown[:cut], start, start + cut), Word(shown[cut:], start + cut, end)]
