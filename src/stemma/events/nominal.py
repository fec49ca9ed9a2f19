"""Whom a noun of a deed names as those to whom it is done, once its type is known."""

from stemma.events.agents import acts, group_of, holder_of, speaks
from stemma.events.lexicon import DONE_TO, VERBS
from stemma.events.mentions import Mention, heads_of
from stemma.events.objects import (
    HARM,
    OF_TWO_SIDES,
    direct,
    fallen,
    forestalled,
    is_placed,
    is_struck_there,
    whose,
)
from stemma.events.owners import is_name
from stemma.events.tree import Tree

# Deeds of words between parties: a thing is only what they are about.
OF_WORDS = frozenset("CONSULT AGREE THREATEN REQUEST".split())
AT = frozenset("at on against into".split())


def of_noun(tree: Tree, mention: Mention, kind: str) -> list[int]:
    """The main words of those to whom it is done."""
    heads = heads_of(tree, mention.recipients)
    found = [one for one in (_suffers(tree, mention, k, kind) for k in heads) if one is not None]
    found = found or (fallen(tree, mention.head) if kind in HARM else [])
    if not found and kind in HARM:
        found = _struck(tree, mention.head, kind)
    if not found and tree.lemmas[mention.head] in DONE_TO:
        by = heads_of(tree, mention.actors)
        near = [k for k in tree.below(mention.head, "compound") if k < mention.head and k not in by]
        found = [k for k in near if acts(tree, k)]
    if not found and kind == "REQUEST":
        about = [k for k in tree.below(mention.head, "nmod") if tree.case(k) == "for"]
        held = [whose(tree, k) or holder_of(tree, k) for k in about if not acts(tree, k)]
        found = [k for k in held if k is not None]  # `calls for the resignation of the mayor`
    if not found and kind == "REJECT" and mention.lent is not None:
        found = forestalled(tree, mention.lent)
    return found or (_spoken_to(tree, mention.head) if kind == "CONSULT" else [])


def _spoken_to(tree: Tree, n: int) -> list[int]:
    """`asked the envoy during talks`: with whom they are; `told reporters during talks`: of whom nobody."""
    verb = tree.heads[n]
    if tree.lemmas[n] not in _CONVERSE or tree.rels[n] != "obl" or tree.case(n) != "during":
        return []
    spoken = [k for k in tree.below(verb, "obj", "iobj") if acts(tree, k)]
    return [] if tree.passive(verb) else [k for k in spoken if group_of(tree, k) != "press"]


_CONVERSE = frozenset(
    "talk meeting conversation discussion negotiation call dialogue dialog".split()
)


def _struck(tree: Tree, n: int, kind: str) -> list[int]:
    """`an attack that killed nine people`, `a bank raid`: whom the clause behind a deed or the noun before it
    names."""
    behind = tree.below(n, "acl")
    clauses = [v for v in behind if VERBS.get(tree.lemmas[v]) in HARM or tree.lemmas[v] in _RUINS]
    active = [v for v in clauses if not tree.passive(v) and tree.below(v, "nsubj", "aux")]
    found = [k for v in active for k in direct(tree, v) if acts(tree, k) or group_of(tree, k)]
    if kind == "PROTEST":
        found = []  # `a strike that closed the ports`
    before = [k for k in tree.below(n, "compound") if k < n and not is_name(tree, k)]
    before = [] if tree.lemmas[n] == "arrest" else before  # `under house arrest`
    return found or [
        k for k in before if group_of(tree, k) == "building" or tree.lemmas[k] == "bank"
    ]


_RUINS = frozenset(
    "paralyse paralyze cripple destroy damage disrupt hit level flatten wreck ravage devastate gut maim "
    "kill wound injure".split()
)


def _suffers(tree: Tree, mention: Mention, k: int, kind: str) -> int | None:
    """Whom what hangs on a noun of a deed names; None if nobody."""
    case = tree.case(k).split(" ")[-1]
    placed, both = is_placed(tree, k, case), tree.lemmas[mention.head] in OF_TWO_SIDES
    there = kind in HARM and not both and is_struck_there(tree, mention.head, k, case)
    if placed and not there and not _goes(tree, mention):
        return None
    if group_of(tree, mention.head) == "deal" and case in ("on", "about", "over"):
        return None  # `a pact on migrants`
    if acts(tree, k) or (kind in HARM and (group_of(tree, k) or tree.names[k].endswith("LOC"))):
        return k
    if kind == "ASSAULT" and case in AT and speaks(tree, k):
        return k  # things that no list has, but no thoughts
    if kind not in OF_WORDS and group_of(tree, k) in ("law", "deal", "asks", "blame"):
        return k
    return holder_of(tree, k) if case in _WITH else None


_WITH = frozenset("with against of to between from".split())


def _goes(tree: Tree, mention: Mention) -> bool:
    return tree.lemmas[mention.head] in ("visit", "trip", "tour")
