"""Lemmas as edits of the word: what is taken off its end, what is put there, and the case; and their mending
by the lemmas that are known."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

# A rule is `CASE|CUT|ENDING`: case `l` lowers all, `k` keeps, `c` capitalises; CUT letters go off the end.


def rule_of(word: str, lemma: str) -> str:
    """The rule that makes `lemma` of `word`; a rule `=LEMMA` where no edit of the end does."""
    for case, base in (("k", word), ("l", word.lower()), ("c", word.capitalize())):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        if shared >= min(len(base), len(lemma), 2) or shared == len(lemma):
            return f"{case}|{len(base) - shared}|{lemma[shared:]}"
    return f"={lemma}"


def apply_rule(rule: str, word: str) -> str:
    """The lemma of a word by a rule. A rule that would leave nothing of it leaves the word as it is."""
    if rule.startswith("="):
        return rule[1:]
    case, cut, ending = rule.split("|", 2)
    base = word.lower() if case == "l" else word.capitalize() if case == "c" else word
    left = max(len(base) - int(cut), 0)
    return base[:left] + ending if left or (ending and int(cut) == len(base)) else word


class Lexicon(NamedTuple):
    """`known`: lemmas of verbs, nouns and adjectives; `forms`: word and part of speech -> lemma, where that
    follows no rule."""

    known: frozenset[str]
    forms: dict[tuple[str, str], str]

    def mended(self, word: str, upos: str, lemma: str) -> str:
        """The lemma of a word of which the model says `lemma`: that of its form, else if it is no known one
        (`urg` of `urged`) the known one that the word may be a form of, else as it is."""
        if upos not in _MENDED:
            return lemma
        small = word.casefold()
        if (small, upos) in self.forms:
            return self.forms[small, upos]
        if lemma.casefold() in self.known:
            return lemma
        if small == f"{lemma}e":  # no ending is `e` alone
            return small
        return next((base for base in bases(small) if base in self.known), lemma)


_MENDED = ("VERB", "NOUN", "ADJ", "AUX")


def read_lexicon(lines: Iterable[str]) -> Lexicon:
    """From the lines of `lemmas.txt`: a lemma, or a form, its part of speech and its lemma with tabs."""
    rows = [line.split("\t") for line in lines]
    known = frozenset(row[0] for row in rows if len(row) == 1)
    return Lexicon(known, {(row[0], row[1]): row[2] for row in rows if len(row) == 3})


def bases(word: str) -> Iterator[str]:
    """What a word in small letters may be a form of, the likelier first."""
    for end in ("ies", "ied"):
        if word.endswith(end):
            yield word[: -len(end)] + "y"
    for end in ("ed", "ing", "es", "s", "d"):
        stem = word[: -len(end)]
        if word.endswith(end) and len(stem) > 1:
            yield stem + "e"
            yield stem
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
