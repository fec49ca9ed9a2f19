"""Who says that something happened, by the words above and beside a predicate."""

from dataclasses import replace

from stemma.events import words as w
from stemma.events.clause import Status, changed, negated
from stemma.events.mentions import subject_of
from stemma.events.tree import Tree

_STEPS = 8  # words above a predicate that are looked at, at most


def told(tree: Tree, n: int, found: Status) -> Status:
    """The chain of voices above a predicate; the innermost denies or says it."""
    voices: list[str] = []
    at = n
    for _ in range(_STEPS):
        head = tree.heads[at]
        voice, denies = _voice(tree, at)
        if voice:
            voices.insert(0, "!" + voice if denies else voice)
            if denies and found.polarity == "positive":
                found = changed(found, "denied", polarity="negative", certainty="certain")
        if head < 0:
            break
        at = head
    return replace(found, sources=tuple(dict.fromkeys(voices)))


def _voice(tree: Tree, at: int) -> tuple[str, bool]:
    """Who tells what is at or below a word, by the clause that governs it or stands beside it."""
    head = tree.heads[at]
    if head >= 0 and tree.rels[at] in ("ccomp", "xcomp", "obj", "obl", "acl", "nmod"):
        rel, lemma = tree.rels[at], tree.lemmas[head]
        denies = lemma in w.DENIES and not negated(tree, head)
        tells = rel == "ccomp" and lemma in w.TOLD
        wants = lemma in w.ASKS and (
            rel != "xcomp" or bool(tree.below(head, "obj", "iobj") or tree.below(at, "nsubj"))
        )
        if denies or tells or wants:
            subject = _speaker(tree, head)
            if subject:
                return subject, denies
    for kid in tree.below(at, "parataxis"):
        alone = not tree.below(kid, "ccomp")
        if alone and tree.lemmas[kid] in w.TOLD and tree.below(kid, "nsubj"):
            return _speaker(tree, kid), False
    for kid in tree.below(at, "obl", "nmod", "advmod"):
        if tree.case(kid) in ("according to", "according"):
            return tree.shown(tree.span(kid)).removeprefix("according to "), False
    return "", False


def _speaker(tree: Tree, verb: int) -> str:
    found = subject_of(tree, verb)
    return tree.shown(tree.span(found[0])) if found else ""


def asked(tree: Tree, n: int, found: Status) -> Status:
    """A question leaves open what it asks."""
    last = tree.words[-1] if tree.words else ""
    top = tree.heads[n] < 0 or tree.rels[n] in ("conj", "xcomp")
    open_ = top and tree.words[0] not in w.TAKEN_FOR_GRANTED
    return changed(found, "a question", certainty="unclear") if last == "?" and open_ else found
