"""What the word that governs a deed says of it: that it is planned, doubted, asked for or prevented."""

import re

from stemma.events import words as w
from stemma.events.clause import (
    ORDER,
    Status,
    auxiliaries,
    changed,
    doubted,
    flipped,
    of_predicate,
    willed,
)
from stemma.events.doers import agents_of
from stemma.events.outcomes import called_off, of_plan_told_on
from stemma.events.taken import presupposes
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
    ("talk", "of"): "possible",
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
    if mark in ("from", "of", "against"):
        return lemma in w.CLAUSE_GOVERNORS or lemma in w.ASKS or lemma in w.KEEPS
    if mark == "to" and tree.upos[head] == "ADJ" and lemma in w.CLAUSE_GOVERNORS:
        return True
    if mark == "" and w.CLAUSE_GOVERNORS.get(lemma) == "undone" and not tree.below(head, "xcomp"):
        return not parted
    passive = mark == "to" and tree.passive(head) and not tree.has(head, "up")
    return passive and w.CLAUSE_GOVERNORS.get(lemma) in ("undone", "unclear", "done", "probable")


def _only_meant(tree: Tree, head: int, above: Status) -> bool:
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


def as_governor(tree: Tree, head: int, found: Status, at: int) -> Status:
    """The status of the verb above holds for what is below, too."""
    above = of_predicate(tree, head, at)
    found = doubted(found, above.certainty, tree.lemmas[head])
    if above.polarity == "negative":
        found = flipped(found, "not " + tree.lemmas[head])
    return changed(found, tree.lemmas[head], time=above.time)


def governed(tree: Tree, at: int, head: int, lemma: str, found: Status) -> Status:
    """By the verb, adjective or noun that a deed is a complement of."""
    kind = kind_of(tree, at, head, lemma)
    if tree.lemmas[at] in w.CLAIMS and lemma in w.REJECTS:
        return found  # who denies it is told apart
    if tree.lemmas[at] in w.PLEAS and lemma in w.REJECTS | w.TURNS_DOWN and tree.rels[at] == "obj":
        return found  # `rejected calls for his resignation`: the calls were made
    if lemma in w.SAID and tree.rels[at] == "xcomp" and tree.passive(head):
        when = "past" if tree.has(at, "have") else "present"
        when = found.time if found.time == "future" else when
        sure = "possible" if lemma in ("rumour", "rumor") else "probable"
        return changed(doubted(found, sure, f"{lemma} to"), f"{lemma} to", time=when)
    if (
        lemma == "go"
        and tree.rels[at] == "obl"
        and tree.case(at) == "on"
        and tree.upos[at] == "NOUN"
    ):
        return as_governor(tree, head, found, at)  # `is to go on trial`
    if lemma == "deny" and tree.rels[at] == "obj" and tree.passive(head):
        return changed(flipped(found, "was denied"), "was denied", time="past")
    above = of_predicate(tree, head, at)
    if lemma == "have" and tree.rels[at] == "xcomp" and tree.has(at, "to"):
        return changed(found, "have to", time="past" if above.time == "past" else "future")
    if lemma in ("remain", "stay") and tree.rels[at] == "xcomp":
        return as_governor(tree, head, found, at)
    if lemma in ("like", "love", "prefer") and tree.has(head, "would") and tree.has(at, "to"):
        return changed(willed(found, "unclear", "would like"), "would like", time="future")
    liked = lemma in ("like", "love", "prefer") and tree.has(head, "would", "'d")
    if liked and tree.rels[at] == "obj" and tree.upos[at] in NOMINAL:
        return changed(willed(found, "unclear", "would like"), "would like", time="future")
    if lemma in ("accuse", "charge") and tree.passive(head) and tree.mark(at) in ("of", "with"):
        return found if agents_of(tree, head) else doubted(found, "possible", lemma)
    if lemma == "truth" and tree.has(head, "no"):
        return flipped(found, "no truth")
    called = [k for k in tree.below(head, "xcomp") if k != at and tree.lemmas[k] in w.ADJECTIVES]
    if called and tree.rels[at] == "ccomp":
        return doubted(found, w.ADJECTIVES[tree.lemmas[called[0]]][0], tree.lemmas[called[0]])
    kept = tree.rels[head] == "xcomp" and tree.lemmas[tree.heads[head]] in ("decline", "refuse")
    if lemma in ("exclude", "rule") and (kept or above.polarity == "negative"):
        return changed(doubted(found, "possible", "not ruled out"), "not ruled out", time="future")
    if lemma == "chance" and any(tree.words[k] in w.LITTLE for k in tree.kids[head]):
        return changed(flipped(doubted(found, "probable", lemma), lemma), lemma, time="future")
    if lemma in w.EVIDENCE and tree.has(head, "no"):
        return flipped(doubted(found, "probable", lemma), f"no {lemma}")
    if lemma == "doubt" and tree.has(head, "no"):
        return found
    if lemma in ("try", "attempt") and tree.xpos[head] == "VBG":
        when = "future" if above.time == "present" else "past"
        return changed(willed(found, "possible", lemma), lemma, time=when)
    if lemma == "help" and above.polarity == "negative":
        return found  # could not help laughing
    if lemma == "confirm" and (kept or above.polarity == "negative"):
        return doubted(found, "possible", "not confirmed")
    if lemma in ("confirm", "say") and above.polarity == "negative" and above.time != "past":
        sure = "unclear" if lemma == "say" else "possible"
        return changed(found, f"not {lemma}", certainty=sure)
    if lemma in w.DENIES and tree.rels[at] == "ccomp" and above.polarity == "negative":
        return doubted(found, "probable", f"not {lemma}")
    if lemma in w.SIGNS and tree.mark(at) == "that" and not tree.has(head, "no"):
        return doubted(found, "probable", lemma)
    no_truth = tree.lemmas[tree.heads[head]] == "truth"
    if lemma in w.TOLD_OF and tree.case(at) == "of" and not tree.has(at, "the") and not no_truth:
        return doubted(found, "possible", f"{lemma} of")
    if lemma == "call" and tree.rels[at] == "xcomp" and tree.xpos[at] == "VBN":
        return doubted(found, "possible", "called so")
    if lemma == "hope" and tree.mark(at) == "to" and _has_day(tree, at):
        return changed(willed(found, "probable", "hope"), "hope", time="future")
    if lemma == "look" and tree.case(at) == "like":
        return doubted(found, "probable", "looks like")
    if lemma == "plan" and tree.upos[head] == "NOUN" and tree.case(at) == "for":
        return changed(doubted(found, "possible", lemma), lemma, time="future")
    if lemma in ("speak", "tell") and tree.case(at) == "of":
        said = [k for s in tree.below(head, "nsubj") for k in tree.below(s, "amod")]
        sure = next(
            (w.ALLEGED[tree.words[k]] for k in said if tree.words[k] in w.ALLEGED), "certain"
        )
        return doubted(found, sure, "an account")
    if lemma == "wish" and tree.has(at, "had"):
        return changed(flipped(found, "wished it had"), "wished it had", time="past")
    if any(tree.words[k] in w.WRONGLY for k in tree.below(head, "advmod")):
        return flipped(found, "wrongly")
    if lemma in w.UNSURE and above.polarity == "negative":
        return doubted(found, w.UNSURE[lemma], f"not {lemma}")
    if lemma == "suppose" and set(auxiliaries(tree, head)) & w.WAS:
        return flipped(
            changed(found, "was supposed", time="past", certainty="certain"), "was supposed"
        )
    if kind == "undone" and NEVER.search(words_before(tree, head)):
        return changed(found, "too late", time="past")
    if kind == "undone" and tree.upos[at] in NOMINAL and _only_meant(tree, head, above):
        return changed(doubted(found, "possible", lemma), lemma, time="future")
    if kind == "undone":
        certainty = above.certainty
        found = changed(flipped(found, lemma), lemma, time=above.time, certainty=certainty)
        return flipped(found, f"not {lemma}") if above.polarity == "negative" else found
    if lemma in ("stop", "cease", "quit") and tree.xpos[at] == "VBG":
        return changed(found, lemma, time=above.time)
    if kind == "done":
        return as_governor(tree, head, found, at)
    if kind == "doubted":
        found = flipped(doubted(found, "probable", lemma), lemma)
        return changed(found, lemma, time="future") if tree.mark(at) == "to" else found
    if kind in ORDER:
        came = of_plan_told_on(tree, at, head, found)
        if came is not None:
            return came
        weigh = doubted if lemma in w.THOUGHT else willed
        found = changed(weigh(found, kind, lemma), lemma, time=_later(tree, at, lemma, found))
        return flipped(found, f"not {lemma}") if above.polarity == "negative" else found
    if tree.upos[at] in NOMINAL and tree.upos[head] == "VERB":
        return _object(tree, at, head, found)
    return found


def _has_day(tree: Tree, at: int) -> bool:
    """Whether it is said when: `hopes to deliver it by July`."""
    beside = [j for k in tree.below(at, "obl") for j in (k, *tree.kids[k])]
    return any(tree.words[j] in w.MONTHS | {"next", "tomorrow"} for j in beside)


def _later(tree: Tree, at: int, lemma: str, found: Status) -> str:
    """The time of what is planned, asked or believed."""
    aux = {tree.words[k] for k in tree.below(at, "aux")}
    if tree.rels[at] == "xcomp" and lemma in ("want", "desire", "need", "like", "wish") and not aux:
        return "future"  # `wanted the army called out`
    foreseen = tree.rels[at] == "obj" and lemma in w.FORESEEN
    if foreseen and tree.upos[at] in NOMINAL:
        return "future"  # `expect a second storm`
    joined = (lemma, tree.mark(at) or tree.case(at))
    if joined in JOINED and joined[1] != "on" and joined != ("talk", "of"):
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


def kind_of(tree: Tree, at: int, head: int, lemma: str) -> str:
    """What a word above makes of a deed below it: undone, done, doubted, or how sure; empty if nothing."""
    rel = tree.rels[at]
    if came_close(tree, head, lemma, tree.mark(at)):
        return "undone"
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


def _object(tree: Tree, at: int, head: int, found: Status) -> Status:
    """What is an object happens when its verb does, if it is yet to."""
    case = tree.case(at).split(" ")[0]
    if (
        tree.rels[at] not in ("obj", "obl")
        or case in w.EARLIER | w.BESIDE
        or presupposes(tree, head)
    ):
        return found
    above = of_predicate(tree, head)
    if tree.lemmas[head] == "have" and found.time == "future":
        return found  # `has no plans to`
    if tree.rels[at] == "obj" and tree.lemmas[head] in w.CARRIES:
        return as_governor(tree, head, found, at)
    if above.time == "future":
        return changed(
            doubted(found, above.certainty, tree.lemmas[head]), "its verb", time="future"
        )
    return found
