"""Numerals that are no figure: the pronoun `one`, `no doubt`, `all but four`, what it is said not to be."""

from collections.abc import Sequence

from stemma.figures.numerals import word, words
from stemma.figures.phrases import Phrase
from stemma.figures.saying import Said
from stemma.figures.syntax import Syntax
from stemma.text.tokens import Token

_BEHIND_ONE = frozenset(
    "another day by on must can could should may might would cannot way thing more time side point reason "
    "who that whose -".split()
)
_BEFORE_ONE = frozenset(
    "no another this that the new every any each which by on old last next first".split()
)
_SUPERLATIVE = frozenset("most least few best worst top main only first last".split())
_HARM = frozenset(
    "casualties casualty injuries injury deaths death victims fatalities survivors arrests damages".split()
)
_DONE = frozenset("die survive vote abstain escape attend drown perish oppose suffer".split())


# `2,000, and not 900`; `not 900 but 2,000`
_REFUSED = tuple((before, "not") for before in ("and", ",", "but"))


def no_figure(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    """Why a numeral is no figure; None if it is one."""
    if words(found, max(phrase.begin - 2, 0), 2) == ("all", "but"):
        return "'all but' it: the rest is counted"
    before = words(found, max(phrase.begin - 2, 0), min(2, phrase.begin))
    if before in _REFUSED or (before[-1:] == ("not",) and word(found, phrase.last) == "but"):
        return "the sentence says that it is another"
    if _is_name(found, phrase, syntax):
        return "a name"
    if phrase.form == "zero":
        return _no_zero(found, phrase, said, syntax)
    if found[phrase.first].n == "one" and phrase.last == phrase.first + 1:
        return _no_one(found, phrase, said, syntax)
    return None


def _is_name(found: Sequence[Token], phrase: Phrase, syntax: Syntax) -> bool:
    """`Zero Hedge`, `Seven Oaks`: one capitalised word that the reader takes for a name."""
    if phrase.last - phrase.first != 1 or not found[phrase.first].t[0].isupper():
        return False
    own = syntax.inside(found[phrase.first].start, found[phrase.first].end)
    return bool(own) and syntax.upos[own[0]] == "PROPN"


def _no_one(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    behind = word(found, phrase.last)
    if behind in _BEHIND_ONE or word(found, phrase.first - 1) in _BEFORE_ONE:
        return "'one' is a pronoun or part of a phrase"
    if behind == "of":
        last = found[min(phrase.last + 4, len(found) - 1)]
        near = syntax.inside(found[phrase.last].start, last.end)
        best = any(
            syntax.xpos[n] in ("JJS", "RBS") or syntax.words[n] in _SUPERLATIVE for n in near
        )
        return "'one of the' before a superlative" if best else None
    if said.what is None and (said.predicate is None or said.role == "other"):
        return "'one' counts nothing"
    return None


def _no_zero(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    shown, behind = found[phrase.first].n, word(found, phrase.last)
    if shown in ("not", "neither") or (shown == "none" and behind == "of") or behind in _HARM:
        return None
    if shown == "none":
        return "'none' that is part of nothing"
    done = said.predicate is not None and syntax.lemmas[said.predicate[0]] in _DONE
    if shown == "nobody" or phrase.last - phrase.first == 2:
        return None if _suffered(syntax, said) or done else "'no one' as a pronoun"
    what = said.what
    plural = what is not None and (syntax.xpos[what] == "NNS" or syntax.words[what] == "aircraft")
    return None if plural and said.role == "object" else "'no' that counts nothing"


def _suffered(syntax: Syntax, said: Said) -> bool:
    """Whether what is said of it is a passive or a state."""
    if said.predicate is None or said.role == "subject":
        return said.predicate is not None and syntax.has(said.predicate[0], "cop")
    helpers = [n for n in syntax.below(said.predicate[0], "aux") if syntax.lemmas[n] == "have"]
    return all(syntax.word(n + 1) == "been" for n in helpers)
