"""Harm that nobody does: accidents told with words of violence."""

from stemma.events.doers import antecedent
from stemma.events.mentions import Mention
from stemma.events.parties import heads_of
from stemma.events.tree import Tree


def accident(tree: Tree, mention: Mention, kind: str) -> str:
    """`a fire which killed four`, `killed by falling rock`: harm that nobody does."""
    heads = heads_of(tree, mention.actors)
    heads = [antecedent(tree, tree.heads[k], k) if tree.upos[k] == "PRON" else k for k in heads]
    if tree.passive(mention.head) and not heads:
        heads = _befell(tree, mention.head)
    found = kind == "ASSAULT" and any(tree.lemmas[k] in _ACCIDENTS for k in heads)
    return "an accident" if found else ""


def _befell(tree: Tree, n: int) -> list[int]:
    """What came upon those of whom a passive tells: `killed when the wind turned`, `killed in a crash`."""
    clauses = [k for k in tree.below(n, "advcl") if tree.mark(k) in ("when", "as")]
    inside = [k for k in tree.below(n, "obl") if tree.case(k) == "in"]
    return [*inside, *(k for clause in clauses for k in tree.below(clause, "nsubj"))]


_ACCIDENTS = frozenset(
    "accident avalanche blaze cable collapse collision crash cyclone disease earthquake epidemic eruption "
    "fire flame flood fog frost heat hurricane ice landslide lightning mudslide quake rain rock smoke snow "
    "storm tornado train tsunami typhoon virus water wave wildfire wind".split()
)
