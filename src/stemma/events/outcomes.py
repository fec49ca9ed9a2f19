"""What became of what was planned, promised or tried, where the sentence says so."""

from stemma.events import words as w
from stemma.events.clause import Status, changed, flipped, negated
from stemma.events.lexicon import NOUNS
from stemma.events.tree import Tree

_NEAR = 6  # words behind a verb in which it may say that it came to nothing


def of_plan(tree: Tree, noun: int, found: Status) -> Status | None:
    """The status of what a plan, bid or attempt is for, if that came to nothing."""
    if tree.lemmas[noun] in w.UNDONE_NOUNS:
        return _undone(found, tree.lemmas[noun])
    above = tree.heads[noun]
    if above >= 0 and tree.rels[noun] in ("obj", "obl", "nsubj"):
        kept = _kept(tree, noun, above, found)
        if kept is not None:
            return kept
    if above < 0 or tree.lemmas[noun] not in w.PLANS | w.ASKED | w.MOTIONS:
        return None
    verb = tree.lemmas[above]
    subject = tree.rels[noun] == "nsubj"
    if subject and _short(tree, above):
        return _undone(found, verb)
    if negated(tree, above):
        return None
    failed = verb in w.MISCARRY and (subject or tree.rels[noun] == "obl")
    if failed or (subject and called_off(tree, above)):
        return _undone(found, verb)
    drops = w.TURNS_DOWN if tree.lemmas[noun] in w.ASKED else w.DROPS
    dropped = verb in drops | w.DROPS and (not subject or tree.passive(above))
    if dropped and tree.rels[noun] in ("obj", "nsubj") and _truly(tree, above, verb):
        return _undone(found, verb)
    return None


def _kept(tree: Tree, noun: int, above: int, found: Status) -> Status | None:
    """`broke a promise to`, `took the chance to`."""
    lemma, verb = tree.lemmas[noun], tree.lemmas[above]
    through = verb == "fall" and tree.has(above, "through")
    if tree.rels[noun] == "nsubj" and not negated(tree, above):
        if lemma in w.PROMISES | {"deal", "accord"} and (verb in w.MISCARRY or through):
            return _undone(found, verb)
        if (
            lemma in ("hope", "prospect", "chance")
            and verb in w.DASHED
            and tree.xpos[above] != "VBG"
        ):
            return _undone(found, verb)
    if verb == "come" and tree.has(above, "nothing") and tree.case(noun) == "of":
        return _undone(found, "nothing came of it")
    if negated(tree, above) or (tree.rels[noun] == "nsubj" and not tree.passive(above)):
        return None
    promised, chance = lemma in w.PROMISES, lemma in w.CHANCES
    if (promised and verb in w.BROKEN) or (chance and verb in w.LOST):
        return _undone(found, verb)
    if (promised and verb in w.KEPT) or (chance and verb in w.TAKEN):
        return changed(found, verb, time="past", certainty="certain")
    return None


def beside(tree: Tree, at: int, head: int) -> int | None:
    """The noun of a plan just before a clause with `to` that the reader hung on the verb."""
    joined = tree.below(head, "obj", "nsubj")
    before = [k for k in joined if k < at and tree.words[k + 1] == "to"]
    known = w.PLANS | w.UNDONE_NOUNS | w.ASKED | w.PROMISES | w.CHANCES
    return next((k for k in before if tree.lemmas[k] in known), None)


def _undone(found: Status, why: str) -> Status:
    return changed(flipped(found, why), why, time="past", certainty="certain")


def _truly(tree: Tree, verb: int, lemma: str) -> bool:
    """Whether a verb that means more than one thing means that something is dropped here."""
    if lemma in ("give", "shoot", "vote", "throw", "beat", "turn", "swat", "knock", "strike"):
        return tree.has(verb, "up", "down", "out", "back", "off")
    return True


def _short(tree: Tree, verb: int) -> bool:
    """`came to nothing`, `ended in failure`, `fell three votes short`."""
    near = range(verb + 1, min(verb + _NEAR, len(tree.words)))
    found = [n for n in near if tree.words[n] in w.NOTHING]
    return any(tree.words[n] != "success" or tree.words[n - 1] == "without" for n in found)


def called_off(tree: Tree, verb: int) -> bool:
    """Whether a verb is `call off`."""
    return tree.lemmas[verb] == "call" and tree.has(verb, "off")


def held_all_the_same(tree: Tree, talks: int, head: int) -> bool:
    """`the talks collapsed after an hour`, `the truce broke down`: they were held, and it was kept until
    then, unless that was before them."""
    kept = tree.lemmas[talks] in ("truce", "ceasefire", "cease-fire", "armistice")
    if tree.upos[talks] != "NOUN" or not (kept or NOUNS.get(tree.lemmas[talks]) == "CONSULT"):
        return False
    parted = tree.lemmas[head] == "break" and tree.has(head, "down", "off", "up")
    before = any(tree.mark(k).startswith("before") for k in tree.below(head, "advcl"))
    return (parted or tree.lemmas[head] in w.MISCARRY) and not before


def of_plan_told_on(tree: Tree, at: int, head: int, found: Status) -> Status | None:
    """`had planned to …, but stayed` did not happen, `had promised to … and did` did."""
    if not tree.has(head, "had"):
        return None
    for kid in tree.below(head, "conj", "parataxis"):
        links = {tree.words[k] for k in tree.below(kid, "cc")}
        if "but" in links or (tree.lemmas[kid] == "do" and negated(tree, kid)):
            return _undone(found, "but")
        if "and" in links and tree.lemmas[kid] in ("do", tree.lemmas[at]):
            return changed(found, "and did", time="past", certainty="certain")
    return None


def did(tree: Tree, at: int, head: int, above: Status) -> bool:
    """Whether who did one thing to do another did that too: `went there to see it and did`; what was used,
    words that were the point, what is done by a vote: `used a ladder to get in`, `marched to demand a
    recount`, `voted to reject the accord`. `above`: the status of the first."""
    again = [
        k for k in tree.below(head, "conj") if tree.lemmas[k] == "do" and not tree.below(k, "obj")
    ]
    if again:
        return not negated(tree, again[0])
    done = (above.time, above.certainty, above.polarity) == ("past", "certain", "positive")
    if not done or tree.below(at, "nsubj") or negated(tree, at):
        return False
    used = tree.lemmas[head] == "use" and bool(tree.below(head, "obj"))
    voted = tree.lemmas[head] == "vote" and tree.lemmas[at] in w.BY_VOTE
    return used or voted or (tree.lemmas[head] in w.SPEAKS_UP and tree.lemmas[at] in w.OUT_LOUD)


def is_false(tree: Tree, claim: int) -> bool:
    """`reports of a coup proved false`, `the claim was a lie`."""
    above = tree.heads[claim]
    if above < 0 or tree.lemmas[claim] not in w.CLAIMS or tree.rels[claim] not in ("nsubj", "obj"):
        return False
    called = (above, *tree.below(above, "xcomp", "obj"))
    return any(tree.lemmas[k] in w.FALSE and not negated(tree, k) for k in called)
