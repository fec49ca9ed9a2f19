"""Which deed of its kind a mention means, and how its sentence tells of it."""

from stemma.events.lexicon import LIGHT
from stemma.events.tree import Tree

# Adjectives that say when, how surely or how gravely, and not which deed of a kind is meant.
SAYS_LITTLE = frozenset(
    "last first second third next new recent latest late early previous former past present current ongoing "
    "alleged suspected reported supposed apparent possible potential likely planned proposed deadly fatal "
    "terrible tragic horrific brutal major big large great small serious huge massive sudden such same "
    "own".split()
)
# What stands before the noun of deeds that are several, or any of a kind.
_OF_ANY = frozenset(
    "any no every each such more further other another many several some few all both future possible dozen "
    "hundred thousand various numerous repeated".split()
)

_FIRST = ("first", "second", "third", "last", "latest")


def which(tree: Tree, words: tuple[int, ...]) -> tuple[tuple[str, ...], bool]:
    """Of a deed told by a noun, or by a verb that lends itself to one: what says which of its kind it is, and
    whether it is several or any."""
    top = tree.top(words) if words else -1
    if top >= 0 and tree.upos[top] == "VERB" and tree.lemmas[top] in LIGHT:
        nouns = [n for n in words if n != top and tree.upos[n] == "NOUN" and tree.heads[n] == top]
        top = nouns[-1] if nouns else top
    if top < 0 or tree.upos[top] not in ("NOUN", "PROPN"):
        return (), False
    beside = tree.kids[top]
    said = [n for n in beside if tree.full[n] in ("compound", "amod")]
    # `chemical weapons attack`: what is said of the weapons says which attack.
    said += [k for n in said for k in tree.kids[n] if tree.full[k] in ("compound", "amod")]
    shown = {n: tree.shown((n, n + 1)) for n in said}
    manner = [
        shown[n] if _are_initials(shown[n]) else tree.lemmas[n] for n in said
        if tree.lemmas[n] not in SAYS_LITTLE | _OF_ANY
        and (tree.upos[n] in ("NOUN", "ADJ") or _are_initials(shown[n]))
    ]  # fmt: skip
    counted = any(tree.rels[n] == "nummod" and tree.lemmas[n] not in ("one", "1") for n in beside)
    of_any = {tree.lemmas[n] for n in beside if tree.rels[n] in ("det", "amod", "nummod")}
    if tree.has(top, *_FIRST):
        of_any -= {"such"}  # `the first such swap`
    any_of = not of_any.isdisjoint(_OF_ANY)
    return tuple(dict.fromkeys([*manner, *_ways(tree, said)])), counted or any_of


def _ways(tree: Tree, said: list[int]) -> list[str]:
    """How many sides take part: `three-way talks` are trilateral ones."""
    words = [f"{tree.words[n - 2]}-way" for n in said if tree.lemmas[n] == "way" and n > 1]
    return [SIDES[one] for one in (*words, *(tree.lemmas[n] for n in said)) if one in SIDES]


SIDES = {
    **dict.fromkeys(("bilateral", "two-way"), "bilateral"),
    **dict.fromkeys(("trilateral", "three-way", "tripartite", "trilateral"), "trilateral"),
    **dict.fromkeys(("quadrilateral", "four-way", "quadripartite"), "quadrilateral"),
}


_LEVEL = frozenset("root conj xcomp parataxis".split())


def stands(tree: Tree, words: tuple[int, ...]) -> str:
    """`main`: the sentence tells it, or tells of it as its subject; `said`: somebody says it in what the
    sentence tells; `aside`: it is mentioned in passing."""
    if not words:
        return "aside"
    top = tree.top(words)
    rels = [tree.rels[n] for n in (top, *tree.above(top))]
    if rels[0] == "nsubj":
        rels = rels[1:]
    if all(rel in _LEVEL for rel in rels):
        return "main"
    return "said" if all(rel in _LEVEL or rel == "ccomp" for rel in rels) else "aside"


def is_news(tree: Tree, words: tuple[int, ...]) -> bool:
    """Whether a sentence tells a deed in the simple past, as news is told: `the council met`, `two men were
    hurt`; not `has met`, `had met`, `was meeting`, nor a noun, nor what goes on a tale of what came before
    (`the engine then stopped, and the ship sank`)."""
    top = tree.top(words) if words else -1
    if top < 0 or tree.upos[top] != "VERB" or stands(tree, words) != "main" or _goes_on(tree, top):
        return False
    helpers = {tree.words[k] for k in tree.below(top, "aux")}
    if tree.xpos[top] == "VBD":
        return not helpers
    return (
        tree.xpos[top] == "VBN"
        and tree.passive(top)
        and bool(helpers)
        and helpers <= {"was", "were"}
    )


def _goes_on(tree: Tree, n: int) -> bool:
    """Whether a verb, or one that it stands beside, has a `then` of its own."""
    while n >= 0:
        if any(tree.words[k] == "then" for k in tree.below(n, "advmod")):
            return True
        n = tree.heads[n] if tree.rels[n] == "conj" else -1
    return False


def _are_initials(word: str) -> bool:
    """Of a name: `the US strike` is one by the US, `the Cyprus strike` may be one in Cyprus."""
    letters = word.replace(".", "")
    return len(letters) <= _INITIALS and letters.isupper()


_INITIALS = 3  # letters at most
