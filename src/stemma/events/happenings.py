"""Happenings for which PLOVER has no type: a collision, a flood, a death."""

from collections.abc import Iterator

from stemma.events.lexicon import LIGHT, NOUNS
from stemma.events.mentions import NOUN, Mention, is_nominal, is_party
from stemma.events.tree import Tree
from stemma.events.words import TOLD
from stemma.text.deeds import lines_of

# What is no happening of its own: states, thoughts, words, and what stands for another verb.
STATES = frozenset(
    "be have do say tell report add note state claim know think believe go come get seem appear remain become "
    "feel look show write describe include contain mean want need hope expect wish live follow continue try "
    "attempt manage happen occur take make give put let keep like love hate belong own depend consist involve "
    "concern matter lack deserve fear doubt understand remember forget consider regard see hear speak talk "
    "answer reply recall insist explain read ask call use stand sit lie stay wait exist represent reflect suggest "
    "indicate imply allow help start begin stop end try tend fail cost weigh measure last set".split()
)
# Who is named by a deed is no deed.
_PERSONS = ("er", "or", "ee", "man", "ist")
_NOT_DEEDS = frozenset(
    "gun help air place name title mark line run game match play party show post message order plan "
    "record report contract mine tax price bed call offer guilty champion victim hostage casualty body "
    "weapon knife clinic race jail hold cast deal exit field point".split()
)
_DEEDS = frozenset("fire fighter murder disorder surrender disaster order dinner danger".split())


def happenings(tree: Tree) -> Iterator[Mention]:
    """Nouns of a sentence that tell of a happening and are none of PLOVER's, with whom it befell."""
    for n in range(len(tree.words)):
        if _is_one(tree, n):
            yield _noun(tree, n)


def _noun(tree: Tree, n: int) -> Mention:
    """With those of whom it tells: `the death of three miners`, `the ferry's collision`."""
    of = [k for k in tree.below(n, "nmod") if tree.case(k) == "of" and is_party(tree, k)]
    own = [k for k in tree.below(n, "nmod") if tree.full[k] == "nmod:poss"]
    words = tuple(sorted((n, *tree.below(n, "compound"))))
    spans = tuple(tree.span(k) for k in (of or own)[:1])
    return Mention(n, words, NOUN, (), spans)


def _is_one(tree: Tree, n: int) -> bool:
    lemma = tree.lemmas[n]
    if tree.upos[n] != "NOUN" or lemma in NOUNS or is_nominal(tree, n) or lemma not in lines_of():
        return False
    if tree.rels[n] in ("compound", "flat", "fixed") or tree.names[n] not in ("O", "_"):
        return False
    if lemma in _NOT_DEEDS or (lemma.endswith(_PERSONS) and lemma not in _DEEDS):
        return False
    return True


def is_happening(lemmas: frozenset[str], kind: str) -> bool:
    """Whether the words of a mention that PLOVER has no type for tell of something that happens."""
    return kind == NOUN or bool(lemmas - STATES - TOLD - LIGHT)
