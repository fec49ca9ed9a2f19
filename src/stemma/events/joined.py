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
    """`was pelted with eggs by students`, `was boarded ten miles east of Holm by men`: who did it, where the
    reader hung him on what it was done with, or how far away."""
    by = (j for j in tree.under(n) if j > n and tree.case(j) == "by" and acts(tree, j))
    return [j for j in by if tree.heads[j] != n and _is_loose(tree, n, tree.heads[j])][:1]


def _is_loose(tree: Tree, n: int, k: int) -> bool:
    """Whether all that is between a word and its verb is nobody and no deed."""
    while k != n:
        named = tree.rels[k] in ("obl", "advmod", "nmod") and not (
            acts(tree, k) and tree.upos[k] != "ADV"
        )
        if not named or tree.lemmas[k] in NOUNS or k < n:
            return False
        k = tree.heads[k]
    return True
