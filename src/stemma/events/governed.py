"""Which word governs a deed, and what it makes of it: planned, doubted, asked for or prevented."""

import re

from stemma.events import words as w
from stemma.events.clause import Status, auxiliaries, changed, doubted, flipped, of_predicate
from stemma.events.outcomes import called_off
from stemma.events.tree import NOMINAL, Tree

# Words just before a predicate that say that it did not happen.
NEVER = re.compile(
    r"(\b(instead of|rather than|far from|(in )?place of|short of|(hair|whisker|inch|inches|ace) of|yet to"
    r"|lack of|absence of|out of)"
    r"|\btoo \w+ to)$"
)


def words_before(tree: Tree, n: int) -> str:
    """The three words before a predicate."""
    return " ".join(tree.words[max(_left(tree, n) - 3, 0) : _left(tree, n)])


def _left(tree: Tree, n: int) -> int:
    """The first word of a predicate with its articles and adjectives."""
    first = n
    while first - 1 in tree.kids[n] and tree.rels[first - 1] in ("det", "amod", "compound"):
        first -= 1
    return first


# A word and what joins a clause to it, where the two say that it did not happen, or that it is charged.
JOINED = {
    ("decide", "against"): "undone", ("close", "to"): "undone", ("charge", "with"): "possible",
    ("clear", "of"): "undone", ("acquit", "of"): "undone", ("absolve", "of"): "undone",
    ("innocent", "of"): "undone",
    ("trial", "for"): "possible", ("indict", "for"): "possible", ("want", "for"): "possible",
    ("talk", "of"): "possible", ("invite", "to"): "unclear",
    ("hold", "for"): "possible", ("arrest", "for"): "possible", ("detain", "for"): "possible",
    ("decide", "on"): "possible", ("vote", "on"): "possible",
    ("vote", "against"): "undone", ("advise", "against"): "unclear", ("warn", "against"): "unclear",
}  # fmt: skip


def came_close(tree: Tree, head: int, lemma: str, mark: str) -> bool:
    """`came close to`."""
    return lemma == "come" and mark == "to" and tree.has(head, "close", "near")


def is_complement(tree: Tree, at: int, head: int, lemma: str, mark: str) -> bool:
    """Whether an adverbial clause is what its verb is about: `prevented from landing`."""
    first = min(tree.under(at), default=at)
    # `held him guilty, recalling its men`
    parted = first > head and "," in (tree.words[first], tree.words[first - 1])
    if (lemma, mark) in JOINED or came_close(tree, head, lemma, mark):
        return True
    if is_denied(tree, at, head):
        return True
    if mark in ("from", "of", "against"):
        return lemma in w.CLAUSE_GOVERNORS or lemma in w.ASKS or lemma in w.KEEPS
    if mark == "to" and tree.upos[head] == "ADJ" and lemma in w.CLAUSE_GOVERNORS:
        return True
    if mark == "" and w.CLAUSE_GOVERNORS.get(lemma) == "undone" and not tree.below(head, "xcomp"):
        return not parted
    passive = mark == "to" and tree.passive(head) and not tree.has(head, "up")
    return passive and w.CLAUSE_GOVERNORS.get(lemma) in ("undone", "unclear", "done", "probable")


def is_denied(tree: Tree, at: int, head: int) -> bool:
    """`refuted having fled`: what is denied, which the reader may take for what went with it."""
    behind = min(tree.under(at), default=at) == head + 1 and tree.words[head + 1].endswith("ing")
    clause = tree.rels[at] in ("advcl", "xcomp") and not tree.mark(at)
    return clause and behind and tree.lemmas[head] in w.DENIES and not tree.below(head, "obj")


def as_governor(tree: Tree, head: int, found: Status, at: int) -> Status:
    """The status of the verb above holds for what is below, too."""
    above = of_predicate(tree, head, at)
    found = doubted(found, above.certainty, tree.lemmas[head])
    if above.polarity == "negative":
        found = flipped(found, "not " + tree.lemmas[head])
    return changed(found, tree.lemmas[head], time=above.time)


def kind_of(tree: Tree, at: int, head: int, lemma: str) -> str:
    """What a word above makes of a deed below it: undone, done, doubted, or how sure; empty if nothing."""
    rel = tree.rels[at]
    if came_close(tree, head, lemma, tree.mark(at)):
        return "undone"
    if lemma == "vote" and rel == "xcomp" and tree.lemmas[at] in w.BY_VOTE:
        return "done"
    if lemma == "close" and set(auxiliaries(tree, head)) & w.IS:
        return "probable"
    joined = (lemma, tree.mark(at) or tree.case(at))
    if joined in JOINED and not (joined == ("want", "for") and not tree.passive(head)):
        return JOINED[joined]
    if any(tree.full[k] == "compound:prt" and tree.words[k] == "up" for k in tree.kids[head]):
        return ""
    if (
        lemma == "call"
        and tree.case(at) != "for"
        and tree.mark(at).split(" ")[0] not in ("to", "for")
    ):
        return ""  # what somebody calls it
    done_from = tree.mark(at) == "from" or (
        tree.case(at) == "from" and tree.words[at].endswith("ing")
    )
    if done_from and lemma in w.KEEPS:
        return "undone"
    if rel == "obj" and called_off(tree, head):
        return "undone"
    if lemma == "ask" and tree.case(at) in ("about", "of"):
        return ""  # `asked about the raid`
    clause = rel in ("xcomp", "ccomp", "acl", "csubj", "advcl") or tree.mark(at) in ("to", "from")
    if clause and lemma in w.CLAUSE_GOVERNORS:
        kind = w.CLAUSE_GOVERNORS[lemma]
        if kind == "undone" and tree.upos[head] == "NOUN":
            return ""
        if lemma == "think" and tree.mark(at) == "of":
            return "possible"
        if rel == "ccomp" and at < head and lemma in w.UTTERS:
            return ""  # what is quoted
        told = rel == "ccomp" and not tree.has(at, "to") and bool(tree.below(at, "nsubj"))
        if lemma in ("tell", "warn") and told:
            ahead = set(auxiliaries(tree, at)) & (w.WILL | {"would"})
            return "possible" if lemma == "warn" and ahead else ""
        finite = rel == "ccomp" and tree.xpos[at] in ("VBD", "VBZ", "VBP", "VBN")
        return "" if kind in ("undone", "done") and finite else kind
    if rel == "compound" and lemma in w.THREATS:
        return w.GOVERNORS.get(lemma, "possible")
    if rel in ("obj", "obl", "nmod", "acl", "xcomp", "ccomp", "nsubj") and lemma in w.GOVERNORS:
        loose = rel in ("obl", "nmod") and tree.case(at) not in (*w.COMPLEMENTS, "")
        return "" if loose else w.GOVERNORS[lemma]
    return ""


def only_meant(tree: Tree, head: int, above: Status) -> bool:
    """`to prevent more raids`, `may avert a strike`: that it is kept from happening is only meant."""
    return above.certainty != "certain" or (
        tree.has(head, "to") and tree.xpos[head] == "VB" and not _managed(tree, head)
    )


def _managed(tree: Tree, head: int) -> bool:
    above = tree.heads[head]
    return tree.rels[head] == "xcomp" and w.CLAUSE_GOVERNORS.get(tree.lemmas[above]) in (
        "done",
        "undone",
    )


def has_day(tree: Tree, at: int) -> bool:
    """Whether it is said when: `hopes to deliver it by July`."""
    beside = [j for k in tree.below(at, "obl") for j in (k, *tree.kids[k])]
    return any(tree.words[j] in w.MONTHS | {"next", "tomorrow"} for j in beside)


def later(tree: Tree, at: int, lemma: str, found: Status) -> str:
    """The time of what is planned, asked or believed."""
    aux = {tree.words[k] for k in tree.below(at, "aux")}
    if tree.rels[at] == "xcomp" and lemma in ("want", "desire", "need", "like", "wish") and not aux:
        return "future"  # `wanted the army called out`
    foreseen = tree.rels[at] == "obj" and lemma in w.FORESEEN
    if foreseen and tree.upos[at] in NOMINAL:
        return "future"  # `expect a second storm`
    joined = (lemma, tree.mark(at) or tree.case(at))
    if joined in JOINED and joined[1] != "on" and joined not in (("talk", "of"), ("invite", "to")):
        return found.time
    if tree.xpos[at] == "VBN" and not tree.has(at, "to") and lemma == "fear":
        return found.time
    bare = tree.xpos[at] in ("VB", "VBP") or tree.words[at] == tree.lemmas[at]
    idea = lemma == "think" and tree.mark(at) == "of"
    if idea or (bare and w.CLAUSE_GOVERNORS.get(lemma) == "unclear"):
        return "past" if "have" in aux else "future"
    if tree.mark(at) == "with" or (lemma in w.CLAIMS | {"suspicion"} and tree.mark(at) != "to"):
        return found.time
    if tree.xpos[at] in ("VBD", "VBZ", "VBP") or (aux - {"to", "be", "been", "have"}):
        return found.time
    if lemma in w.BELIEVED:
        if tree.xpos[at] == "VBG" and "be" in aux:
            return "present"
        passive = tree.xpos[at] == "VBN" and "be" in aux and tree.has(at, "to")
        ahead = (tree.xpos[at] == "VB" or passive) and not aux & w.HAVE and lemma in w.EXPECTED
        return "future" if ahead else found.time if tree.xpos[at] != "VB" else "present"
    return "past" if "have" in aux else "future"
