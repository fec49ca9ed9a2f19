"""What tells how somebody is, or what he uses to do, and is no deed that once happened."""

from stemma.events.agents import acts, is_time
from stemma.events.clause import auxiliaries, headline
from stemma.events.lexicon import NOUNS, VERBS
from stemma.events.mentions import VERB, Mention
from stemma.events.tree import Tree

_HABITS = frozenset(
    "always often usually normally regularly typically generally traditionally sometimes rarely seldom ever "
    "constantly frequently routinely commonly".split()
)
_EACH = frozenset("every each any".split())
# Of these even the present tells of a deed: `the president warns`, `Oman condemns`.
_SAYING = frozenset("ACCUSE REJECT REQUEST THREATEN AGREE CONCEDE".split())


def state_of(tree: Tree, mention: Mention, kind: str) -> str:
    """Why a verb is no deed but a state or a habit; empty if it is a deed."""
    n = mention.head
    if mention.kind != VERB:
        return ""
    if _attributive(tree, n):
        return "a state: it only says who somebody is"
    present = tree.xpos[n] in ("VBZ", "VBP") and not auxiliaries(tree, n)
    present = present and not (tree.xpos[n] == "VBP" and tree.lemmas[n] in _SAME_IN_PAST)
    present = present and not _is_wished(tree, n)
    if present and not headline(tree) and _habit(tree, n, kind):
        return "a state or habit"
    if tree.has(n, "used") and tree.has(n, "to"):
        return "a habit of the past"
    return ""


def _attributive(tree: Tree, n: int) -> bool:
    """`rebels battling the army`, deep inside a phrase: `a call of the rebels battling the army`."""
    above = tree.heads[n]
    bare = tree.rels[n] == "acl" and tree.xpos[n] == "VBG" and not auxiliaries(tree, n)
    if not bare or not acts(tree, above):
        return False
    inside = tree.rels[above] in ("nmod", "appos", "conj")
    return (inside and tree.lemmas[tree.heads[above]] not in NOUNS) or tree.rels[above] == "appos"


def _is_wished(tree: Tree, n: int) -> bool:
    """`demanded that each side release its prisoners`, `that she be freed and he resign`: a bare verb of what
    is asked for."""
    if tree.words[n] != tree.lemmas[n]:
        return False
    clause = tree.heads[n] if tree.rels[n] == "conj" else n
    above = tree.heads[clause]
    asks = above >= 0 and (
        VERBS.get(tree.lemmas[above]) == "REQUEST" or tree.lemmas[above] in _PROPOSES
    )
    return asks and tree.rels[clause] in ("ccomp", "xcomp")


_PROPOSES = frozenset("propose suggest vote agree decree".split())


def _habit(tree: Tree, n: int, kind: str) -> bool:
    if any(tree.words[k] in _HABITS for k in tree.below(n, "advmod")):
        return True
    if any(tree.has(k, *_EACH) for k in tree.below(n, "nsubj", "obl")):
        return True
    relative = tree.full[n] == "acl:relcl" and kind not in _SAYING
    if relative or tree.lemmas[n] in _LASTING:
        return True
    return kind in _DONE and not any(k > n for k in tree.below(n, "obl") if is_time(tree, k))


# Of these a bare form may as well be the past: `officers beat some of them`.
_SAME_IN_PAST = frozenset(
    "beat burst cast cut hit hurt let put quit rid set shed shut slit split spread thrust".split()
)
_LASTING = frozenset(
    "command require need respect host oppose recognise recognize govern rule".split()
)
# Of these a plain present tells what is always so.
_DONE = frozenset("COOPERATE AID COERCE SANCTION RETREAT MOBILIZE ASSAULT".split())
