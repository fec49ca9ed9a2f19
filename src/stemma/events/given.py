"""The type of what one party does to another, where both are given."""

from collections.abc import Iterable, Mapping
from math import exp
from typing import Any

from stemma.events.features import features
from stemma.events.lexicon import EMPTY, NOUNS, VERBS
from stemma.events.mentions import LENT, VERB, Mention, mentions
from stemma.events.tree import Span, Tree
from stemma.events.types import Types, shipped, vector_of

_GOVERNS = frozenset(("AGREE", "THREATEN", "REQUEST", "REJECT"))
_LEAST = 0.03  # share of a mention that is still asked


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
    """How well a mention joins two parties: by its own, by what its words mean, by its height."""
    lemma = tree.lemmas[mention.head]
    kind = VERBS.get(lemma) or NOUNS.get(lemma)
    joins = 2.0 * _meets(mention.actors, who) + 2.0 * _meets(mention.recipients, whom)
    joins += 0.5 * _meets(mention.actors, whom) + 0.5 * _meets(mention.recipients, who)
    joins += 1.0 * bool(kind) - 1.5 * (lemma in EMPTY) + 0.4 * (mention.kind == LENT)
    joins += 0.5 * (kind in _GOVERNS and mention.kind == VERB)
    joins -= 0.1 * len(list(tree.above(mention.head)))
    return joins - 3.0 * (mention.head in who | whom)


def _meets(spans: Iterable[Span], words: set[int]) -> bool:
    return any(not words.isdisjoint(range(*span)) for span in spans)
