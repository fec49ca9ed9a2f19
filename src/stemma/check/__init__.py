"""A draft's sentence against the sentences of a case: whether it stands there, and what it tells otherwise.

`terms` (words as they are compared) -> `telling` (what a sentence tells) -> `lookup` (which sentences may tell
the same) -> `same` (whether they do) -> `rules` (what differs, each rule a module) -> `verdicts`.
"""

from collections.abc import Sequence

from stemma.check.found import Asked, Found, Match, Pointer, Rule, point
from stemma.check.lookup import Lookup, lookup
from stemma.check.rules import RULES
from stemma.check.same import SAME, Likeness, likeness
from stemma.check.telling import UNSEEN, Amount, Deed, Named, Speech, Telling, When, name_keys
from stemma.check.terms import digits, stem, terms
from stemma.check.verdicts import NOT_FOUND, VERDICTS


def judged(asked: Asked, rules: Sequence[Rule] = RULES) -> list[Found]:
    """All that the rules find of a sentence of a draft, gravest first; of one that nothing tells, that."""
    if not asked.others:
        end = len(asked.telling.text)
        return [Found(NOT_FOUND, "no passage of the pile tells this", 0, end)]
    found = [one for rule in rules for one in rule(asked)]
    return sorted(found, key=lambda one: (VERDICTS.index(one.verdict), one.start))


__all__ = [
    "RULES", "SAME", "UNSEEN", "VERDICTS", "Amount", "Asked", "Deed", "Found", "Likeness", "Lookup", "Match",
    "Named", "Pointer", "Rule", "Speech", "Telling", "When", "digits", "judged", "likeness", "lookup",
    "name_keys", "point", "stem", "terms",
]  # fmt: skip
