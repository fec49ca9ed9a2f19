"""A sentence's tree -> what a number counts."""

from collections.abc import Sequence

from stemma.figures.lexicon import (
    COSTING,
    DIMENSIONS,
    GROUPS,
    LASTING,
    MEASURING,
    PERSONS,
    TOTALS,
    UNITS,
)
from stemma.figures.syntax import NOMINAL, Syntax

STATES = frozenset(
    "dead wounded injured missing homeless hurt ill unaccounted trapped alive unharmed hospitalised "
    "hospitalized infected displaced killed arrested detained rescued feared stranded opposed".split()
)
_BEFORE_NOUN = ("nummod", "compound", "amod", "det", "advmod", "nmod", "dep", "obl")
_CASH = frozenset(
    "loan cash aid damages fine tax fee debt grant sale cost bond stock share profit revenue good".split()
)
_RELATIVE = ("who", "which", "that")


class Amount:
    """A number in its tree: `words` are those of the number and its unit, `behind` the first word behind
    them, `kind` that of the unit (`count` where it has none), `ratio` whether it is `one in five`."""

    def __init__(
        self, syntax: Syntax, words: Sequence[int], kind: str, ratio: bool = False
    ) -> None:
        self.syntax, self.words, self.kind, self.ratio = syntax, words, kind, ratio
        self.behind = words[-1] + 1 if words else 0
        self.top = syntax.top(words)

    @property
    def measured(self) -> bool:
        """Whether its unit is not things."""
        return self.kind != "count"


def named(amount: Amount, top: int) -> tuple[int | None, str]:
    """The noun that is counted and the rule that found it, of a number whose top word is given."""
    for rule in (
        _within,
        _worth,
        _dimension,
        _behind_of,
        _before,
        _near,
        _cash,
        _amount_of,
        _relative,
    ):
        what = rule(amount, top)
        if what is not None:
            return what, _RULES[rule.__name__]
    return None, "no noun"


DIMENSION = "what is so long, wide or late"
_RULES = {
    "_worth": "what is worth it",
    "_within": "the noun between the two numbers",
    "_dimension": DIMENSION,
    "_behind_of": "what stands behind 'of'",
    "_before": "the noun that it stands before",
    "_near": "the noun behind it",
    "_cash": "what the money is",
    "_amount_of": "the noun that it is the amount of",
    "_relative": "a relative pronoun",
}


def _within(amount: Amount, top: int) -> int | None:
    """`one patient in 50`."""
    inside = [n for n in amount.words if amount.syntax.upos[n] == "NOUN"]
    return inside[0] if amount.ratio and inside else None


def _worth(amount: Amount, top: int) -> int | None:
    """`jewels worth more than $2m`: the noun before `worth`."""
    at = worth_before(amount)
    if at is None:
        return None
    subject = next(amount.syntax.below(at, "nsubj"), None)
    if subject is not None:
        return subject
    return at - 1 if at and amount.syntax.upos[at - 1] == "NOUN" else None


def worth_before(amount: Amount) -> int | None:
    """The word `worth` before an amount of money and its qualifier."""
    first = min(amount.words, default=0)
    near = range(max(0, first - 4), first) if amount.kind == "money" else range(0)
    return next((n for n in near if amount.syntax.words[n] == "worth"), None)


def _dimension(amount: Amount, top: int) -> int | None:
    """`The wall is 12 km long`, `waves 9 metres high`."""
    syntax, head = amount.syntax, amount.syntax.heads[top]
    if not amount.measured or head < 0 or syntax.words[head] not in DIMENSIONS:
        return None
    above = syntax.heads[head]
    if (told := _own_subject(syntax, head)) is not None:
        return told
    if (
        above >= 0
        and syntax.upos[above] == "NOUN"
        and syntax.rels[head] in ("amod", "acl", "nmod", "advmod")
    ):
        return above
    before = min(amount.words) - 1
    while before > 0 and syntax.upos[before] not in NOMINAL and before > min(amount.words) - 4:
        before -= 1
    return before if before >= 0 and syntax.upos[before] == "NOUN" else None


def _behind_of(amount: Amount, top: int) -> int | None:
    syntax, last = amount.syntax, max(amount.words)
    if _moves(amount, top):
        return None
    for n in range(last + 1, min(last + 8, len(syntax.words))):
        hangs = syntax.heads[n] in amount.words or (n - last <= 3 and amount.ratio)
        if hangs and syntax.case(n) == "of" and syntax.upos[n] in (*NOMINAL, "DET", "ADJ", "VERB"):
            return n
    return None


def _moves(amount: Amount, top: int) -> bool:
    """`rose to 5 per cent of output` tells of what rose."""
    head = amount.syntax.heads[top]
    return (
        amount.kind == "share" and head >= 0 and amount.syntax.rels[top] == "obl"
        and measures(amount.syntax, head, COSTING) and amount.syntax.case(top) in ("to", "from", "by")
    )  # fmt: skip


def _before(amount: Amount, top: int) -> int | None:
    syntax = amount.syntax
    head, rel = syntax.heads[top], syntax.rels[top]
    possessed = syntax.word(amount.behind)[:1] in ("'", "’")
    if possessed and amount.measured:
        return next(
            (n for n in range(amount.behind + 1, len(syntax.words)) if syntax.upos[n] == "NOUN"),
            None,
        )
    if head < amount.behind or rel not in _BEFORE_NOUN or syntax.upos[head] not in NOMINAL:
        return None
    if (
        amount.kind == "duration"
        and rel in ("obl", "nmod")
        and not possessed
        and not _hyphen(amount)
    ):
        return None
    return None if names_state(syntax, head) else head


def _hyphen(amount: Amount) -> bool:
    return "-" in [amount.syntax.words[n] for n in amount.words]


def _near(amount: Amount, top: int) -> int | None:
    """The head of the noun phrase that begins behind a number, whatever the tree says."""
    syntax, at = amount.syntax, amount.behind
    if amount.measured and not amount.ratio:
        return None
    if syntax.word(at) == "-" and syntax.word(at + 1) == "strong":
        at += 2
    while at < len(syntax.words) and syntax.upos[at] in ("ADJ", "NUM") and at < amount.behind + 4:
        if syntax.words[at] in STATES and syntax.upos[at + 1 : at + 2] not in (["NOUN"], ["ADJ"]):
            return None
        at += 1
    if at >= len(syntax.words) or syntax.upos[at] != "NOUN" or names_state(syntax, at):
        return None
    if syntax.words[at] == "voting":
        return None
    while syntax.upos[at + 1 : at + 2] == ["NOUN"] and syntax.heads[at] == at + 1:
        at += 1
    return at


def _cash(amount: Amount, top: int) -> int | None:
    """`$40bn in loans`, `$2m worth of goods`."""
    syntax, at = amount.syntax, amount.behind
    if amount.kind != "money" or syntax.word(at) not in ("in", "worth"):
        return None
    for n in range(at + 1, min(at + 4, len(syntax.words))):
        if syntax.upos[n] == "NOUN":
            known = {syntax.words[n], syntax.lemmas[n], syntax.words[n].removesuffix("s")}
            return n if known & _CASH or syntax.word(at) == "worth" else None
    return None


def _amount_of(amount: Amount, top: int) -> int | None:
    syntax = amount.syntax
    head, rel, case = syntax.heads[top], syntax.rels[top], syntax.case(top)
    if not 0 <= head < top or rel not in ("nmod", "appos") or syntax.upos[head] not in NOMINAL:
        return None
    if (syntax.words[head],) in UNITS or (case == "of" and _is_someone(syntax, head)):
        return None
    if case == "of" or (amount.kind in ("share", "money", "measure") and case in ("to", "at", "")):
        return head if head not in amount.words else None
    return None


def _is_someone(syntax: Syntax, n: int) -> bool:
    """`a mother of 12` counts no mothers."""
    known = syntax.lemmas[n] in PERSONS - GROUPS - TOTALS and syntax.lemmas[n] != "dead"
    return known and syntax.xpos[n] == "NN"


def _relative(amount: Amount, top: int) -> int | None:
    """`the 80,000 who crossed`, `four of which`."""
    for clause in amount.syntax.below(top, "acl"):
        for n in amount.syntax.below(clause, "nsubj"):
            if amount.syntax.words[n] in _RELATIVE:
                return n
    return None


def names_state(syntax: Syntax, n: int) -> bool:
    """`12 dead`: what is counted isn't named; `the 12 dead` are."""
    return syntax.words[n] in STATES | {"voting"} and not syntax.has(n, "det")


# -- where no noun stands beside it ---------------------------------------------------------------


def told_of(amount: Amount, anchor: int, predicate: int) -> int | None:
    """Of an amount, or of the number that a total is: the subject or object of the verb that governs it
    (*the bridge cost $3m*, *the toll rose to 45*, *they raised the fare to $2*)."""
    syntax = amount.syntax
    verb = anchor if syntax.rels[predicate] == "cop" else predicate
    if syntax.upos[predicate] not in ("VERB", "AUX") and not syntax.has(verb, "cop", "nsubj"):
        return None
    moved = _object(amount, anchor, verb)
    if moved is not None:
        return moved
    subject = _own_subject(syntax, verb)
    if subject is None or subject in amount.words or subject == anchor:
        return None
    return subject if _is_told(amount, anchor, predicate, subject) else None


def _object(amount: Amount, anchor: int, verb: int) -> int | None:
    """What is raised, cut or put, where the amount stands behind a preposition."""
    syntax = amount.syntax
    if syntax.case(anchor) not in ("by", "from", "to", "at"):
        return None
    for n in syntax.below(verb, "obj"):
        if n not in amount.words and syntax.upos[n] == "NOUN":
            # `cut the hole to 8 m`
            sized = amount.kind == "measure" and syntax.case(anchor) != "at"
            fits = sized or amount.kind in ("share", "money") or syntax.lemmas[n] in TOTALS
            return n if fits and n < anchor else None
    return None


def _is_told(amount: Amount, anchor: int, predicate: int, subject: int) -> bool:
    syntax = amount.syntax
    copula = syntax.rels[predicate] == "cop" or syntax.lemmas[predicate] == "be"
    direct = syntax.rels[anchor] in ("obj", "nsubj")
    if amount.kind == "count":
        total = syntax.lemmas[subject] in TOTALS or syntax.words[subject].rstrip("s") in TOTALS
        return (total and syntax.rels[anchor] != "nsubj") or (
            not copula and not direct and measures(syntax, predicate, COSTING - {"be", "take"})
        )
    if _is_someone(syntax, subject) and syntax.lemmas[predicate] not in ("weigh", "measure", "be"):
        return False
    if amount.kind == "duration":
        return (
            syntax.words[predicate] in DIMENSIONS or copula or measures(syntax, predicate, LASTING)
        )
    if direct:
        return measures(syntax, predicate, COSTING) and not _lost(syntax, amount, predicate)
    return copula or measures(syntax, predicate, MEASURING) or syntax.words[predicate] in DIMENSIONS


def _lost(syntax: Syntax, amount: Amount, verb: int) -> bool:
    """Who loses money or weight is not the amount of it."""
    return amount.kind in ("money", "measure") and syntax.lemmas[verb] in ("lose", "gain")


def measures(syntax: Syntax, n: int, verbs: frozenset[str]) -> bool:
    """Whether a word is a form of one of these verbs."""
    word = syntax.words[n]
    return bool({syntax.lemmas[n].casefold(), word, word.removesuffix("ed"), word.removesuffix("d"),
                 word.removesuffix("s")} & verbs)  # fmt: skip


def _own_subject(syntax: Syntax, verb: int) -> int | None:
    """The subject of a verb or of the one that it is joined to; none if that is a person by name."""
    at = verb
    for _ in range(4):
        for n in syntax.below(at, "nsubj"):
            thing = syntax.upos[n] in ("NOUN", "PROPN") and syntax.names[n][2:] != "PER"
            return n if thing else None
        if at < 0 or syntax.rels[at] not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        at = syntax.heads[at]
    return None
