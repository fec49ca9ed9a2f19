"""The type of what one party does to another, where both are given."""

from collections.abc import Iterable, Mapping
from math import exp
from typing import Any

from stemma.events.doers import subject_of
from stemma.events.features import features
from stemma.events.lexicon import EMPTY, NOUNS, VERBS
from stemma.events.mentions import LENT, NOUN, VERB, Mention, mentions
from stemma.events.tree import Span, Tree
from stemma.events.types import Types, shipped, vector_of

_GOVERNS = frozenset(("AGREE", "THREATEN", "REQUEST", "REJECT"))
_THEMSELVES = frozenset("it he she they".split())
_LEAST = 0.03  # share of a mention that is still asked
_HOPS = 3  # clauses above a mention that are looked at, at most
_DEEP = 6  # words above a mention that count, at most
# What speaks for a mention, as `python -m training.joins` fits it to our own rows.
JOINS = {
    "its actor is who": 1.53, "its recipient is whom": -0.03, "its actor is whom": -0.21,
    "its recipient is who": 0.82, "both are its own": 0.5, "known": 0.0, "empty": -0.85,
    "light verb": 3.35, "noun": 1.21, "governs": 0.43, "depth": -0.87, "in a party": -1.92,
    "under one that governs": -0.83, "under another": -1.1, "between them": 1.31,
    "before them": 0.19, "behind them": -1.34, "a clause beside": -1.27, "the top": -0.17,
}  # fmt: skip
_FLAT = 0.7  # how much of that counts: the choice is less sure where sentences are longer than ours


def types_between(
    text: str, reading: Mapping[str, Any], actor: Span, recipient: Span, model: Types | None = None
) -> dict[str, float]:
    """Type -> share, for two stretches of characters of a sentence: the sum over the mentions that may join
    them, each by how well it does."""
    model = model or shipped()
    tree = Tree.of(text, reading)
    who, whom = set(tree.inside(*actor)), set(tree.inside(*recipient))
    total = dict.fromkeys(model.types, 0.0)
    for share, mention in weighed(tree, mentions(tree), who, whom):
        found = model.shares(features(tree, mention, who, whom), vector_of(reading))
        for kind, value in found.items():
            total[kind] += share * value
    return total


def weighed(
    tree: Tree, found: list[Mention], who: set[int], whom: set[int]
) -> list[tuple[float, Mention]]:
    """Mentions with their shares, the likeliest first. Without any, the top of the sentence is one."""
    found = found or [Mention(tree.top(range(len(tree.words))), (), VERB)]
    grown = [exp(fit(tree, one, who, whom)) for one in found]
    shares = [one / sum(grown) for one in grown]
    pairs = [(share, one) for share, one in zip(shares, found, strict=True) if share > _LEAST]
    return sorted(pairs, key=lambda pair: -pair[0])


def fit(tree: Tree, mention: Mention, who: set[int], whom: set[int]) -> float:
    """How well a mention joins two parties."""
    return _FLAT * sum(JOINS[name] * value for name, value in joins(tree, mention, who, whom))


def joins(
    tree: Tree, mention: Mention, who: set[int], whom: set[int]
) -> Iterable[tuple[str, float]]:
    """What speaks for or against a mention, in the order of `JOINS`."""
    head, lemma = mention.head, tree.lemmas[mention.head]
    kind = VERBS.get(lemma) or NOUNS.get(lemma)
    acts = _meets(mention.actors, who) or _says_so(tree, mention, who)
    suffers = _meets(mention.recipients, whom)
    above, top = _above(tree, mention), _top(mention)
    first, last = min(who | whom, default=0), max(who | whom, default=0)
    seen: tuple[float, ...] = (
        acts, suffers, _meets(mention.actors, whom), _meets(mention.recipients, who),
        acts and suffers, bool(kind), lemma in EMPTY, mention.kind == LENT, mention.kind == NOUN,
        kind in _GOVERNS and mention.kind == VERB, min(len(list(tree.above(head))), _DEEP),
        head in who | whom, above in _GOVERNS, bool(above) and above not in _GOVERNS,
        first < head < last, head < first, head > last, tree.rels[top] in ("acl", "advcl"),
        tree.heads[top] < 0,
    )  # fmt: skip
    return zip(JOINS, seen, strict=True)


def _says_so(tree: Tree, mention: Mention, who: set[int]) -> bool:
    """Whether a pronoun acts in a clause whose speaker is who: `Norvane said that it had …`."""
    top = _top(mention)
    pronoun = any(tree.words[first] in _THEMSELVES for first, _ in mention.actors)
    if not pronoun or tree.rels[top] != "ccomp" or tree.heads[top] < 0:
        return False
    return not who.isdisjoint(subject_of(tree, tree.heads[top]))


def _top(mention: Mention) -> int:
    return mention.head if mention.lent is None else mention.lent


def _above(tree: Tree, mention: Mention) -> str:
    """What the nearest verb tells that governs a mention; empty if none does."""
    at = _top(mention)
    for _ in range(_HOPS):
        head = tree.heads[at]
        aim = tree.rels[at] == "advcl" and tree.mark(at) == "to"
        if head < 0 or not (aim or tree.rels[at] in ("xcomp", "ccomp")):
            return ""
        if tree.lemmas[head] in VERBS:
            return VERBS[tree.lemmas[head]]
        at = head
    return ""


def _meets(spans: Iterable[Span], words: set[int]) -> bool:
    return any(not words.isdisjoint(range(*span)) for span in spans)
