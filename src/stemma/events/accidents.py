"""Harm that nobody does: what comes upon people, and what harms them by itself."""

from stemma.events.agents import acts, group_of
from stemma.events.doers import antecedent
from stemma.events.lexicon import NOUNS
from stemma.events.mentions import Mention, heads_of
from stemma.events.objects import HARM
from stemma.events.tree import Tree
from stemma.model import ACCIDENT


def accident(tree: Tree, mention: Mention, kind: str) -> str:
    """`a fire which killed four`, `killed by falling rock`: harm that nobody does."""
    heads = heads_of(tree, mention.actors)
    heads = [antecedent(tree, tree.heads[k], k) if tree.upos[k] == "PRON" else k for k in heads]
    if tree.passive(mention.head) and not heads:
        heads = _befell(tree, mention.head)
    found = any(tree.lemmas[k] in _ACCIDENTS or _went_off(tree, k) for k in heads)
    return ACCIDENT if found and kind == "ASSAULT" else ""


def _went_off(tree: Tree, k: int) -> bool:
    """`a boiler exploded, killing four`: a thing that is nobody's arm bursts by itself."""
    by_itself = tree.lemmas[tree.heads[k]] in _BURSTS and tree.rels[k] == "nsubj"
    thing = tree.upos[k] == "NOUN" and not (acts(tree, k) or hits(tree, k))
    return by_itself and thing and tree.lemmas[k] not in _PLANTED


_BURSTS = frozenset("explode burst detonate blow rupture collapse capsize overturn".split())
_PLANTED = frozenset(
    "device explosive charge vest belt package parcel letter suitcase car van truck motorcycle motorbike "
    "vehicle projectile attack".split()
)


def _befell(tree: Tree, n: int) -> list[int]:
    """What came upon those of whom a passive tells: `killed when the wind turned`, `killed in a crash`."""
    clauses = [k for k in tree.below(n, "advcl") if tree.mark(k) in ("when", "as")]
    later = [k for k in tree.below(n, "advcl") if tree.mark(k) == "after"]
    burst = [k for clause in later for k in tree.below(clause, "nsubj") if _went_off(tree, k)]
    inside = [k for k in tree.below(n, "obl") if tree.case(k) == "in"]
    return [*inside, *burst, *(k for clause in clauses for k in tree.below(clause, "nsubj"))]


_ACCIDENTS = frozenset(
    "accident avalanche blaze cable collapse collision crash cyclone disease earthquake epidemic eruption "
    "fire flame flood fog frost heat hurricane ice landslide lightning mudslide quake rain rock smoke snow "
    "storm tornado train tsunami typhoon virus water wave wildfire wind".split()
)


def hits(tree: Tree, k: int) -> bool:
    """`the attack that killed nine`, `the war has killed`, `missiles hit the base`."""
    harms = NOUNS.get(tree.lemmas[k]) in HARM or tree.lemmas[k] == "war"
    return harms or group_of(tree, k) in ("weapons", "vessel")
