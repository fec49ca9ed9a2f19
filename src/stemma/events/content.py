"""What a deed of words says: what somebody is accused or warned of, asked for or promised."""

from collections.abc import Iterator

from stemma.events.agents import acts, is_time, nation_of
from stemma.events.tree import Tree
from stemma.events.which import SAYS_LITTLE
from stemma.text.candidates import COMMON

_TELLING = ("NOUN", "VERB", "ADJ")
# Pronouns that say what is said: `blamed everything on the rain`.
_ALL = frozenset("everything nothing anything something".split())
_CLAUSES = ("xcomp", "ccomp", "acl", "csubj")
# What stands before it: `accused of theft`, `blamed for the fire`, `warned against delay`.
_BEFORE = frozenset("of for over about against that to from with on as".split())
_BESIDE = frozenset("to with from against on".split())


def content(tree: Tree, words: tuple[int, ...]) -> tuple[str, ...]:
    """The lemmas of what hangs on the words of a deed and is neither who does it, whom it is done to, nor
    when; empty where no more is told than the deed. Names are left out: most of what a story tells has
    them, and so are clauses that say more of a thing."""
    told = [
        (n, k) for n in words for k in tree.kids[n] if k not in words and _tells_what(tree, n, k)
    ]
    more = [k for n, k in told if not _is_somebody(tree, n, k)]
    found = [word for k in more or [k for _, k in told] for word in _telling(tree, k)]
    return tuple(dict.fromkeys(found))


def _is_somebody(tree: Tree, n: int, k: int) -> bool:
    """Whether a phrase is whom a word is said of or to, beside what is said: `blamed the builder for it`."""
    side = tree.rels[k] in ("obj", "iobj", "nsubj") and tree.words[k] not in _ALL
    return side and tree.lemmas[n] in _TO_SOMEBODY


_TO_SOMEBODY = frozenset(
    "accuse blame criticise criticize suspect ask urge tell order warn caution threaten request beg "
    "implore press invite assure promise remind".split()
)


def _tells_what(tree: Tree, n: int, kid: int) -> bool:
    rel = tree.rels[kid]
    if rel in _CLAUSES:
        return tree.full[kid] != "acl:relcl"
    before = (tree.case(kid) or tree.mark(kid)).split(" ")[0]
    if rel == "advcl":
        return before in _BEFORE
    if rel in ("obl", "nmod"):
        return before in _BEFORE and not (before in _BESIDE and acts(tree, kid))
    if rel == "obj" or (rel == "nsubj" and tree.passive(n)):
        return tree.words[kid] in _ALL or not acts(tree, kid)
    return rel == "compound" and tree.upos[n] == "NOUN" and not acts(tree, kid)


def _telling(tree: Tree, n: int) -> Iterator[str]:
    if tree.full[n] == "acl:relcl" or is_time(tree, n):
        return
    if tree.words[n] in _ALL or _is_telling(tree, n):
        yield tree.lemmas[n]
    for kid in tree.kids[n]:
        yield from _telling(tree, kid)


def _is_telling(tree: Tree, n: int) -> bool:
    plain = tree.upos[n] in _TELLING and tree.words[n] not in COMMON and not nation_of(tree, n)
    return plain and tree.lemmas[n] not in SAYS_LITTLE and tree.names[n] in ("O", "_")
