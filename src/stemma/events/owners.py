"""Whose a deed is that a noun tells, and whom a passive names with `by`."""

from stemma.events.agents import (
    PLACED,
    acts,
    is_ground,
    is_means,
    is_measure,
    is_party,
    is_time,
    is_where,
    nation_of,
    whose_it_is,
)
from stemma.events.groups import GROUPS
from stemma.events.joined import agents_behind, agents_joined
from stemma.events.lexicon import DONE_TO, LIGHT, NOUNS
from stemma.events.tree import Tree
from stemma.text.people import BODIES

_PRONOUNS = frozenset("who which that whom".split())


def agents_of(tree: Tree, n: int) -> list[int]:
    """Whom a passive names with `by`."""
    by = [k for k in tree.below(n, "obl") if tree.case(k).startswith("by")]
    by = by or agents_behind(tree, n) or agents_joined(tree, n)
    by = [k for k in by if not is_measure(tree, k) and not is_means(tree, k)]
    return [k for k in by if tree.full[k] == "obl:agent" or not is_time(tree, k)][:1]


def is_relative(tree: Tree, n: int) -> bool:
    """Whether a phrase stands for the noun before its clause: `who`, `most of whom`."""
    of = tree.below(n, "nmod")
    return tree.words[n] in _PRONOUNS or any(tree.words[k] in ("whom", "which") for k in of)


def owners_of(tree: Tree, n: int) -> list[int]:
    """By possessive, `by`, `of` where it names who does it, a nation's adjective, or `ordered by`."""
    owners = [k for k in tree.below(n, "nmod") if tree.full[k] == "nmod:poss"]
    owners = [k for k in owners if not is_time(tree, k) and not is_where(tree, n, k)][:1]
    owners = [whose_it_is(tree, n) if tree.words[k] == "whose" else k for k in owners]
    lemma, kind = tree.lemmas[n], NOUNS.get(tree.lemmas[n], "")
    cases = ("by",) if kind in ("RETREAT", "AID") else ("by", "from")
    by = [k for k in tree.below(n, "nmod") if tree.case(k) in cases]
    if not kind:  # `the sale of fuel by generals`, where the reader hung them on the fuel
        by += [j for k in tree.below(n, "nmod") if tree.case(k) == "of" for j in tree.below(k, "nmod")
               if tree.case(j) == "by"]  # fmt: skip
    owners += [k for k in by if is_party(tree, k) or (tree.case(k) == "by" and acts(tree, k))]
    if not owners and kind:
        owners = [k for verb in done_by(tree, n) for k in agents_of(tree, verb)]
        owners = owners or _made_by(tree, n)
    backed = kind == "SUPPORT" and tree.case(n) == "with"
    if not owners and kind and (lemma not in DONE_TO or backed):
        of = [k for k in tree.below(n, "nmod") if tree.case(k) == "of"]
        owners = [k for k in of if is_party(tree, k) or acts(tree, k)]
        owners = [k for k in owners if not (_is_offered(tree, n, k) or is_ground(tree, k))]
    before = [k for k in _before(tree, n) if _does(tree, n, k)]
    return owners or before[: 2 if kind in _OF_TWO and _is_pair(tree, before) else 1]


def _is_offered(tree: Tree, n: int, k: int) -> bool:
    """`an offer of a hospital`, `the promise of nurses`: what is given, and not who gives it."""
    new = tree.has(k, "a", "an") or not tree.below(k, "det", "nmod:poss", "nmod")
    return tree.lemmas[n] in _OFFERS and new and not is_name(tree, k)


_OFFERS = frozenset("offer promise pledge supply delivery gift donation loan provision".split())
_OF_TWO = ("CONSULT", "COOPERATE")


def _is_pair(tree: Tree, words: list[int]) -> object:
    """`the Holm-Berg meeting`: two names that a hyphen joins."""
    return words[1:] and words[1] == words[0] + 2 and tree.words[words[1] - 1] in ("-", "–", "/")


def _made_by(tree: Tree, n: int) -> list[int]:
    """`the agreement which the ministers reached`, `the raid the army launched`."""
    loose = [v for v in tree.below(max(tree.heads[n], 0), "advcl") if v == n + 2]
    for verb in [*tree.below(n, "acl"), *loose]:
        subject = tree.first(verb, "nsubj")
        if kind_of_deal(tree, n) and tree.passive(verb) and tree.lemmas[verb] in _STRUCK:
            return [k for k in agents_of(tree, verb) if acts(tree, k)]
        makes = tree.lemmas[verb] in _DOING | LIGHT and not tree.passive(verb)
        if makes and subject is not None and not is_relative(tree, subject):
            return [subject] if acts(tree, subject) else []
    return []


def kind_of_deal(tree: Tree, n: int) -> bool:
    """`a deal struck by a mediator`: whether a noun is of what is agreed."""
    return GROUPS.get(tree.lemmas[n]) == "deal"


_STRUCK = frozenset("strike broker mediate negotiate reach sign seal clinch hammer arrange".split())


def _before(tree: Tree, n: int) -> list[int]:
    """What stands before a noun and tells what it is, also by the noun between: `US missile strike`."""
    near = [k for k in tree.below(n, "amod", "compound", "nmod") if k < n and not tree.case(k)]
    return [*near, *(j for k in near for j in tree.below(k, "compound", "amod"))]


def done_by(tree: Tree, n: int) -> list[int]:
    """`raids ordered by the general`: verbs behind a noun of a deed that only say who is behind it."""
    said = [k for k in tree.below(n, "acl") if tree.lemmas[k] in _DOING and tree.passive(k)]
    by = any(tree.case(k) == "by" for k in tree.below(n, "nmod"))
    return [k for k in said if by or agents_of(tree, k)]


def _does(tree: Tree, n: int, k: int) -> bool:
    """Whether what stands before a noun of a deed does it: `Kestrian raid`, `police raid`, `Holm visit`; a
    country's own name before an attack or a trip is where it happens."""
    kind = NOUNS.get(tree.lemmas[n], "")
    nation = nation_of(tree, k)
    if nation is not None:
        placed = nation.how in ("name", "capital") and not tree.shown((k, k + 1)).isupper()
        return not (placed and kind in PLACED)
    if tree.rels[k] != "compound" or tree.names[k].endswith("LOC") or not acts(tree, k):
        return False
    if k == 0 and tree.names[k] in ("O", "_"):
        return False  # a capital at the head of a sentence makes no name
    if tree.lemmas[n] in DONE_TO:
        if GROUPS.get(tree.lemmas[k]) in _POWERS and kind in _OF_POWERS:
            return True  # `police killings`, `newspaper endorsements`
        return tree.names[k].endswith("ORG") and kind in ("ACCUSE", "SUPPORT", "REJECT")
    group = GROUPS.get(tree.lemmas[k], "")
    if kind == "CONSULT" and tree.lemmas[k] in BODIES:
        return True  # `a cabinet meeting`
    return kind not in PLACED or is_name(tree, k) or group in ("troops", "police", "armed", "crowd")


_POWERS = frozenset(("police", "troops", "press"))
_OF_POWERS = frozenset(("ASSAULT", "COERCE", "SUPPORT", "ACCUSE"))
_DOING = frozenset(
    "carry launch conduct stage lead order commit perform mount make undertake wage direct authorise "
    "authorize orchestrate execute organise organize call".split()
)


def is_name(tree: Tree, n: int) -> bool:
    """Whether a word is of a name."""
    return tree.upos[n] == "PROPN" or tree.names[n] not in ("O", "_")
