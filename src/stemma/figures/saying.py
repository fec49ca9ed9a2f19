"""A sentence's tree -> what is said of what is counted."""

from typing import NamedTuple

from stemma.figures.counting import (
    DIMENSION,
    STATES,
    Amount,
    measures,
    named,
    told_of,
    worth_before,
)
from stemma.figures.lexicon import ASIDE, DEEDS, GROUPS, RAISING, UNITS
from stemma.figures.syntax import NOMINAL, Syntax

_JOINED = ("conj", "appos", "flat", "compound", "nummod", "dep", "list", "orphan", "det", "amod")
_PLACES = ("aboard", "inside", "onboard", "overboard")
Words = tuple[int, int]


class Said(NamedTuple):
    """What is counted and what is said of it, as words of the sentence; None where nothing is.
    `predicate` is its first and last word. `role`: subject, object or other, of what is done."""

    what: int | None
    predicate: Words | None
    role: str
    rule: str


def counted(amount: Amount) -> Said:
    """What a number counts, and what is said of that."""
    syntax, top = amount.syntax, amount.top
    if top is None:
        return Said(None, None, "other", "no word of it in the tree")
    what, rule = named(amount, top)
    anchor = what if what is not None and syntax.is_above(top, what) else top
    size = syntax.heads[top]
    worth = worth_before(amount)
    if worth is not None:
        return Said(what, (worth, worth), "other", rule)
    if rule == DIMENSION:
        return Said(what, (size, size), "other", rule)
    predicate, role, how = _predicate(amount, anchor, what)
    if what is None and predicate is not None and role != "subject":
        what = told_of(amount, _last_below(syntax, top, predicate[1]), predicate[0])
        rule = rule if what is None else "what the verb tells the amount of"
    if predicate is not None and what == predicate[1]:
        predicate = None
    return Said(what, predicate, role, f"{rule}; {how}")


def _last_below(syntax: Syntax, top: int, predicate: int) -> int:
    """The word through which a number hangs on its predicate."""
    at = top
    while (
        syntax.heads[at] >= 0
        and syntax.heads[at] != predicate
        and syntax.upos[syntax.heads[at]] != "VERB"
    ):
        if syntax.heads[at] == predicate or syntax.rels[at] == "root":
            break
        at = syntax.heads[at]
    return at


def _predicate(amount: Amount, anchor: int, what: int | None) -> tuple[Words | None, str, str]:
    """First and last word of the predicate, the role in it, and how it was found."""
    syntax = amount.syntax
    if _whole_of(syntax, anchor) or _part_of_word(amount, what):
        return None, "other", "only the whole that others are part of"
    state = _state(amount, anchor, what)
    if state is not None:
        return state, "object", "the state named behind it"
    at = anchor
    while syntax.heads[at] >= 0:
        head = syntax.heads[at]
        if head in amount.words:
            at = head
            continue
        step = _step(amount, at, head)
        if step == "stop":
            return _participle(syntax, at) or (
                None,
                "other",
                "only the whole that others are part of",
            )
        if step == "deed":
            return (head, head), "object", "the noun of a deed"
        if step != "up":
            return _governed(syntax, at, head)
        at = head
    return _of_root(syntax, at)


def _whole_of(syntax: Syntax, anchor: int) -> bool:
    """`Of the 45 on board, 12 survived.`"""
    cases = [n for n in syntax.below(anchor, "case") if syntax.words[n] == "of"]
    head = syntax.heads[anchor]
    return bool(cases) and cases[0] == 0 and head >= 0 and head > anchor


def _part_of_word(amount: Amount, what: int | None) -> bool:
    """`a 12-member panel`: the number is part of a word."""
    syntax = amount.syntax
    compound = what == amount.behind + 1 and syntax.word(amount.behind) == "-"
    return compound and amount.kind == "count" and what is not None


def _step(amount: Amount, at: int, head: int) -> str:
    """Whether to go on to the head: `up`, `stop`, `deed`, or `verb` if it is the predicate."""
    syntax = amount.syntax
    rel, case = syntax.rels[at], syntax.case(at)
    if syntax.words[head] in ASIDE and rel in ("obl", "advmod", "nummod", "nmod", "npadvmod"):
        return "up" if syntax.upos[head] in ("ADV", "ADP", "ADJ", "NOUN", "SCONJ") else "verb"
    nominal = syntax.upos[head] in (*NOMINAL, "NUM", "ADJ", "SYM", "DET")
    if rel in _JOINED and nominal:
        copular = syntax.has(head, "cop") and rel not in ("conj", "appos")
        return "verb" if copular and head < at else "up"
    if rel not in ("nmod", "obl", "advmod") or not nominal or syntax.has(head, "cop"):
        return "verb"
    return _nominal_step(amount, head, case)


def _nominal_step(amount: Amount, head: int, case: str) -> str:
    syntax = amount.syntax
    if case in ("including", "among", "but", "than", "besides"):
        return "up"
    if case in ("of", "by", "to", "on", "at") and syntax.lemmas[head].casefold() in DEEDS:
        return "deed"
    if syntax.lemmas[head].casefold() in GROUPS or (syntax.upos[head] == "NUM" and case != "of"):
        return "up"
    # A place in a noun phrase is said of nothing (*residents of two villages*); a time goes with the verb.
    return "up" if amount.measured and case != "of" and syntax.upos[head] != "PROPN" else "stop"


def _governed(syntax: Syntax, at: int, head: int) -> tuple[Words | None, str, str]:
    rel = syntax.rels[at]
    role = {"nsubj": "subject", "obj": "object", "iobj": "object"}.get(rel, "other")
    if rel == "nsubj" and syntax.passive[at]:
        role = "object"
    copula = next(syntax.below(head, "cop"), None)
    if rel == "nsubj" and copula is not None and _is_number(syntax, head):
        return (copula, copula), "subject", "the copula before a number"
    raised = _raised(syntax, head, rel)
    if raised is not None:
        return _span(syntax, raised), "object", "what is said to have been"
    return _span(syntax, head), role, f"the word that governs it ({rel})"


def _is_number(syntax: Syntax, n: int) -> bool:
    counted = syntax.has(n, "nummod") and (syntax.words[n],) in UNITS
    return syntax.upos[n] in ("NUM", "SYM") or counted


def _raised(syntax: Syntax, verb: int, rel: str) -> int | None:
    """`12 are believed to have drowned`, `left 40 homeless`, `40 would have to be moved`."""
    must = rel == "nsubj" and syntax.lemmas[verb] in ("have", "need")
    if rel not in ("nsubj", "obj") or not (must or measures(syntax, verb, RAISING)):
        return None
    for n in syntax.below(verb, "xcomp"):
        if not must or any(syntax.words[c] == "be" for c in syntax.below(n, "aux")):
            return n
    return None


def _of_root(syntax: Syntax, at: int) -> tuple[Words | None, str, str]:
    """Of a number or noun that is the root: its copula, or the participle behind it."""
    for n in syntax.below(at, "cop"):
        return (n, n), "other", "the copula"
    if syntax.upos[at] in ("VERB", "AUX"):
        return _span(syntax, at), "other", "the root"
    return _participle(syntax, at) or (None, "other", "no verb")


def _participle(syntax: Syntax, at: int) -> tuple[Words | None, str, str] | None:
    for n in syntax.below(at, "acl"):
        if n > at and syntax.upos[n] in ("VERB", "ADJ"):
            return _span(syntax, n), "object", "the participle behind it"
    return None


# -- states ---------------------------------------------------------------------------------------


def _state(amount: Amount, anchor: int, what: int | None) -> Words | None:
    """`12 dead`, `10 in favour`, `130 people on board`, right behind the number or what it counts."""
    syntax, at = amount.syntax, amount.behind
    if what is not None and what >= at and _clear(syntax, at, what):
        at = what + 1
    word, behind = syntax.word(at), syntax.word(at + 1)
    alone = what is None or _with(syntax, anchor) or _left(syntax, what)
    if word in STATES and not _before_noun(syntax, at) and not syntax.has(anchor, "cop"):
        return (at, at) if alone else None
    if _is_of_them(syntax, what, at):
        return at, at
    if word == "voting" and behind in ("against", "for"):
        return at, at + 1
    if word in _PLACES and _with(syntax, anchor):
        return at, at
    if (word in ("in", "on") and behind in ("favour", "favor", "board")) or (
        word == "without" and _left(syntax, what)
    ):
        return (at, at + 1) if at + 1 < len(syntax.words) else None
    return (at, at) if word in ("against", "for", "opposed") and _listed(syntax, at) else None


def _is_of_them(syntax: Syntax, what: int | None, at: int) -> bool:
    """`three of them children`."""
    pronoun = what is not None and what == at - 1 and syntax.words[what] in ("them", "whom", "us")
    ends = syntax.upos[at + 1 : at + 2] in ([], ["PUNCT"], ["CCONJ"])
    return pronoun and ends and syntax.xpos[at : at + 1] == ["NNS"]


def _clear(syntax: Syntax, first: int, last: int) -> bool:
    plain = ("ADJ", "NOUN", "ADP", "DET", "NUM", "PROPN")
    return all(syntax.upos[n] in plain for n in range(first, last))


def _before_noun(syntax: Syntax, at: int) -> bool:
    return syntax.upos[at + 1 : at + 2] == ["NOUN"] and syntax.heads[at] == at + 1


def _with(syntax: Syntax, anchor: int) -> bool:
    return any(syntax.words[c] == "with" for c in syntax.below(anchor, "mark", "case"))


def _left(syntax: Syntax, what: int | None) -> bool:
    head = syntax.heads[what] if what is not None else -1
    return head >= 0 and syntax.words[head] in ("left", "leaves", "leaving", "leave")


def _listed(syntax: Syntax, at: int) -> bool:
    """`10 for and 2 against`: nothing but a mark or a conjunction behind it."""
    return syntax.upos[at + 1 : at + 2] in ([], ["PUNCT"], ["CCONJ"])


def _span(syntax: Syntax, n: int) -> Words:
    """A predicate with its preposition, or with how was voted."""
    if syntax.lemmas[n] == "vote" and syntax.upos[n] == "VERB":
        if syntax.word(n + 1) in ("against", "for", "yes", "no"):
            return n, n + 1
        if syntax.word(n + 1) == "in" and syntax.word(n + 2) in ("favour", "favor"):
            return n, n + 2
    cases = [c for c in syntax.below(n, "case") if c < n]
    if not cases or syntax.upos[n] not in NOMINAL or not syntax.has(n, "cop", "nsubj"):
        return n, n
    return (cases[0], cases[0]) if syntax.words[cases[0]] in _PLACES else (cases[0], n)
