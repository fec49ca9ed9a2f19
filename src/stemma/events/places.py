"""Where a deed happened, by the clause that tells of it."""

from collections.abc import Iterator

from stemma.events.mentions import Mention
from stemma.events.tree import Span, Tree
from stemma.events.words import TAKES_PLACE

_AT = frozenset(
    "in at near on outside inside off around across throughout along within through over above".split()
)
_LOOSE = frozenset(("on", "over", "above"))  # of these only what names a place itself
_TOWNS = frozenset(
    "town city village port province district capital region island state county suburb area camp valley "
    "gulf outskirts centre center streets north south east west coast part".split()
)
_DEEP = 3  # nouns between a predicate and the name of a place, at most


def place_of(tree: Tree, mention: Mention) -> Span | None:
    """The name of the place: beside the predicate first, then of whom or what it was done to; never of who
    did it."""
    who = {n for span in mention.actors for n in range(*span)}
    tops = [n for n in (mention.lent, mention.head) if n is not None]
    above = tree.heads[mention.head]
    if above >= 0 and tree.rels[mention.head] == "nsubj" and tree.lemmas[above] in TAKES_PLACE:
        tops.append(above)  # `talks began in Geneva`
    beside = [k for top in tops for k in tree.below(top, "obl", "nmod")]
    done_to = [k for top in tops for k in tree.below(top, "obj") if k != mention.head]
    for found in (beside, done_to):
        for n in (name for k in found for name in _names(tree, k, k in beside)):
            if n not in who:
                return tree.span(n)
    return None


def _names(tree: Tree, n: int, itself: bool, deep: int = _DEEP) -> Iterator[int]:
    """Names of places in a phrase, the outer first."""
    case = tree.case(n).split(" ")[-1]
    placed = case in _AT and (case not in _LOOSE or tree.names[n].endswith("LOC"))
    if itself and not placed:
        return
    if itself and tree.names[n].endswith("LOC"):
        yield n
    if deep == 0:
        return
    for kid in tree.below(n, "nmod", "appos"):
        of = tree.case(kid) == "of" and itself and tree.lemmas[n] in _TOWNS
        if of or tree.rels[kid] == "appos":
            yield from (kid,) if tree.names[kid].endswith("LOC") else ()
        elif tree.case(kid) != "of":
            yield from _names(tree, kid, True, deep - 1)
