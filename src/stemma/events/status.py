"""What a sentence holds of a deed that it names: whether it happened, how sure that is, when, and by whom."""

from stemma.events import words as w
from stemma.events.above import asked_who, asked_why, came, is_undone, step
from stemma.events.clause import Status, changed, flipped, of_predicate, willed
from stemma.events.governed import NEVER, is_complement, kind_of, words_before
from stemma.events.rehung import HELP, PART
from stemma.events.taken import known, presupposes
from stemma.events.tree import Tree
from stemma.events.voices import asked, told

_STEPS = 8  # words above a predicate that are looked at, at most


def status_of(tree: Tree, n: int) -> Status:
    """The status of the predicate that a word heads."""
    found = of_predicate(tree, n)
    if known(tree, n):
        return told(tree, n, changed(found, "told of as known"))
    above = tree.heads[n]
    if tree.rels[n] == "acl" and tree.mark(n) == "in" and tree.lemmas[above] in HELP | PART:
        return status_of(tree, above)  # `demanded help in probing the raid`
    if _proposed(tree, n):
        found = changed(willed(found, "unclear", "a motion"), "a motion", time="future")
    before = words_before(tree, n)
    if NEVER.search(before) and not (before.endswith("out of") and tree.xpos[n] != "VBG"):
        return told(
            tree, n, changed(flipped(found, before), before, time="past", certainty="certain")
        )
    at = n
    for _ in range(_STEPS):
        head = tree.heads[at]
        if head < 0:
            break
        found = step(tree, at, head, found)
        if _loose(tree, at, head) or _on_its_own(tree, at, head):
            break
        at = head
    return asked(tree, n, told(tree, n, found))


def _proposed(tree: Tree, n: int) -> bool:
    """`a resolution on an inquiry`: what a motion is to bring about."""
    above = tree.heads[n]
    about = tree.rels[n] == "nmod" and tree.case(n) in ("on", "for")
    known = tree.has(n, "the", "this", "that", "its", "their")
    return about and not known and tree.lemmas[n] in _BROUGHT and tree.lemmas[above] in w.MOTIONS


_BROUGHT = frozenset(
    "probe inquiry investigation sanction embargo ceasefire cease-fire truce mission ban withdrawal "
    "referendum".split()
)


def _on_its_own(tree: Tree, at: int, head: int) -> bool:
    """`was due to land, and Oman delivered boats`: a clause that is whole by itself."""
    finite = tree.xpos[at] in ("VBD", "VBZ", "VBP") and bool(tree.below(at, "nsubj"))
    tensed = any(tree.words[k] in w.WAS | w.IS | w.HAVE for k in tree.below(at, "aux"))
    bare = tree.has(head, "to") and tree.rels[head] in ("xcomp", "advcl")
    return tree.rels[at] == "conj" and (finite or tensed) and bare


def _loose(tree: Tree, at: int, head: int) -> bool:
    """Whether what stands higher says nothing more of a word: it is an adjunct, or in a relative clause."""
    rel = tree.rels[at]
    if rel == "obj" and presupposes(tree, head):
        return True
    if rel == "ccomp" and (asked_who(tree, at, head) or asked_why(tree, at)):
        return True
    unsaid = tree.lemmas[head] in ("exclude", "confirm") and tree.rels[head] == "xcomp"
    if (rel in ("ccomp", "obj") and unsaid) or is_undone(tree, at, head):
        return True
    if "whether" in tree.mark(at).split() or came(tree, at, head, Status()) is not None:
        return True
    if rel == "advcl" and tree.mark(at) == "by" and tree.xpos[at] == "VBG":
        return tree.rels[head] == "acl"  # `broke a promise to cut it by raising it`
    if rel in ("advcl", "appos", "parataxis", "amod", "compound", "dislocated", "advmod"):
        return not is_complement(tree, at, head, tree.lemmas[head], tree.mark(at))
    if rel == "acl":
        mark = tree.mark(at)
        open_ = mark == "to" and not kind_of(tree, at, head, tree.lemmas[head])
        return open_ or mark not in ("to", "of", "that")
    if rel == "nmod" and tree.case(at) == "of" and tree.lemmas[head] in w.SPELLS:
        return False  # `called for a day of protest`
    if rel in ("obl", "nmod"):
        return not kind_of(tree, at, head, tree.lemmas[head])
    return False
