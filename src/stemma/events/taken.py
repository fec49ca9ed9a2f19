"""Deeds that a sentence speaks of as known: that they happened is told by the way, whatever stands above."""

from stemma.events import words as w
from stemma.events.clause import auxiliaries, negated
from stemma.events.lexicon import NOUNS, VERBS
from stemma.events.tree import Tree


def known(tree: Tree, n: int) -> bool:
    """Whether a noun tells of a deed as of one that everybody knows: `last week's raid`, `the recent raid`,
    `the raid that killed nine`."""
    if tree.upos[n] != "NOUN" or tree.lemmas[n] not in NOUNS or _left_open(tree, n):
        return False
    told_by = [k for k in tree.below(n, "acl") if _was(tree, k)]
    return bool(told_by) or any(tree.words[k] in w.LATELY for k in tree.kids[n]) or _dated(tree, n)


def _left_open(tree: Tree, n: int) -> bool:
    """`no raid`, `any raid`, `a planned raid`."""
    return any(
        tree.words[k] in w.NO | w.OPEN_DETS or tree.words[k] in w.AHEAD_ADJECTIVES
        for k in tree.kids[n]
    )


def _dated(tree: Tree, n: int) -> bool:
    """A day that is past stands before it; of a meeting a bare weekday may be one to come."""
    near = [
        k for k in tree.kids[n] if tree.full[k] in ("nmod:poss", "nmod:unmarked", "obl:unmarked")
    ]
    past = any(tree.has(k, "last") or tree.words[k] == "yesterday" for k in near)
    days = any(tree.words[k] in w.MONTHS and k < n for k in near)
    return past or (days and NOUNS[tree.lemmas[n]] in ("ASSAULT", "COERCE", "PROTEST"))


def _was(tree: Tree, k: int) -> bool:
    """Whether a clause behind a noun tells of it as done: `that killed nine`, `ordered by the general`."""
    aux = auxiliaries(tree, k)
    if tree.full[k] == "acl:relcl":
        subject = any(tree.words[j] in ("that", "which") for j in tree.below(k, "nsubj"))
        return subject and tree.xpos[k] == "VBD" and not aux and not negated(tree, k)
    return (
        tree.xpos[k] == "VBN" and not aux and tree.full[k] == "acl" and tree.lemmas[k] in _DONE_BY
    )


_DONE_BY = frozenset(
    "order carry launch conduct commit stage perform lead orchestrate blame".split()
)


def presupposes(tree: Tree, head: int) -> bool:
    """Whether the object of a verb is a deed done, be the verb's own or not: `will condemn the raid`."""
    lemma = tree.lemmas[head]
    judges = VERBS.get(lemma) == "ACCUSE" and lemma not in w.CHARGES
    taken_up = lemma in ("take", "bring") and tree.has(head, "up")
    return tree.upos[head] == "VERB" and (judges or taken_up or lemma in w.AFTERWARDS)
