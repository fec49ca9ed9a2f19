"""A draft's sentence against the sentences of a case: whether it stands there, and what it tells otherwise.

`terms` (words as they are compared) -> `telling` (what a sentence tells) -> `lookup` (which sentences may
tell the same) -> `same` (whether they do) -> `rules` (what differs, each rule a module) -> `verdicts`."""

from collections.abc import Sequence

from rapidfuzz.distance.Indel import normalized_similarity as _alike

from stemma.check.found import Asked, Dispute, Found, Match, Pointer, Rule, point
from stemma.check.lookup import Lookup, lookup
from stemma.check.rules import CAREFUL, RULES
from stemma.check.rules.words import quoted_in
from stemma.check.same import PERHAPS, SAME, Likeness, likeness
from stemma.check.telling import UNSEEN, Amount, Deed, Named, Speech, Telling, When, name_keys
from stemma.check.terms import digits, stem, terms
from stemma.check.verdicts import NOT_FOUND, PARTLY, VERDICTS
from stemma.text.tokens import compared_words

# Below the likeliest passage, for another to show a name or a figure.
_CLOSE = 0.4
# Of the words of two sentences, in order, from which one was made of the other, and must be held against it.
_WORDED = 0.85


def asked_of(telling: Telling, near: Sequence[Match]) -> Asked:
    """A sentence with those of the case that tell the same, likeliest first: which have its quotation, or are
    alike enough; where none is, those that may tell it in part. `near`: all that were looked at."""
    ranked = sorted(near, key=lambda match: (-match.like.same, match.row))
    quoted = {match.row for match in quoted_in(Asked(telling, (), ranked))}
    same = [m for m in ranked if m.like.same >= SAME or m.row in quoted]
    return Asked(telling, same or [m for m in ranked if m.like.same >= PERHAPS], ranked)


def judged(asked: Asked, rules: Sequence[Rule] = RULES) -> list[Found]:
    """All that the rules find of a sentence of a draft, gravest first; of one that nothing tells, that."""
    if not asked.others:
        end = len(asked.telling.text)
        return [Found(NOT_FOUND, "no passage of the pile tells this", 0, end)]
    best = asked.others[0].like.same
    close = [m for m in asked.others if m.like.same >= best - _CLOSE or m.like.same > best]
    own = compared_words(asked.telling.text)
    worded = [m for m in close if _alike(own, compared_words(m.telling.text)) >= _WORDED]
    strict = asked._replace(others=worded or close, wide=asked.others)
    weak = all(match.like.same < SAME for match in asked.others) and not quoted_in(asked)
    found = [one for rule in rules if rule in CAREFUL or not weak for one in rule(strict)]
    if weak:
        said = "what comes nearest tells this in part at the most"
        found.append(Found(PARTLY, said, 0, len(asked.telling.text)))
    return sorted(found, key=lambda one: (VERDICTS.index(one.verdict), one.start))


__all__ = [
    "PERHAPS", "RULES", "SAME", "UNSEEN", "VERDICTS", "Amount", "Asked", "Deed", "Dispute", "Found",
    "Likeness", "Lookup", "Match", "Named", "Pointer", "Rule", "Speech", "Telling", "When",
    "asked_of", "digits", "judged", "likeness", "lookup", "name_keys", "point", "stem", "terms",
]  # fmt: skip
