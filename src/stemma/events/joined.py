"""Who did what a passive tells, where he hangs on something else than its verb."""

from stemma.events.agents import acts
from stemma.events.lexicon import NOUNS, VERBS
from stemma.events.tree import Tree


def agents_joined(tree: Tree, n: int) -> list[int]:
    """`was shot and killed by the guards`: who did both."""
    pair = [k for k in tree.below(n, "conj") if k == n + 2 and tree.joined_passive(k)]
    both = [k for k in pair if VERBS.get(tree.lemmas[k]) == VERBS.get(tree.lemmas[n], "-")]
    return [j for k in both for j in tree.below(k, "obl") if tree.case(j) == "by" and acts(tree, j)]


def agents_behind(tree: Tree, n: int) -> list[int]:
    """`was pelted with eggs by students`: who did it, where the reader hung him on what it was done with."""
    beside = [k for k in tree.below(n, "obl") if tree.lemmas[k] not in NOUNS and not acts(tree, k)]
    inner = [j for k in beside for j in tree.below(k, "nmod") if tree.case(j) == "by"]
    return [j for j in inner if acts(tree, j)]
