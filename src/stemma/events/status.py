"""What a sentence holds of a deed that it names: whether it happened, how sure that is, when, and by whom."""

import re
from itertools import pairwise

from stemma.events import words as w
from stemma.events.clause import (
    ORDER,
    Status,
    auxiliaries,
    changed,
    doubted,
    flipped,
    negated,
    of_clause,
    of_predicate,
    willed,
)
from stemma.events.lexicon import NOUNS, VERBS
from stemma.events.mentions import agents_of
from stemma.events.outcomes import beside, called_off, is_false, of_plan, of_plan_told_on
from stemma.events.tree import NOMINAL, Tree
from stemma.events.voices import asked, told

# Words just before a predicate that say that it did not happen.
_UNDONE = re.compile(
    r"(\b(instead of|rather than|far from|(in )?place of|short of|(hair|whisker|inch|inches|ace) of|yet to|lack of|absence of|out of)"
    r"|\btoo \w+ to)$"
)
_STEPS = 8  # words above a predicate that are looked at, at most


def status_of(tree: Tree, n: int) -> Status:
    """The status of the predicate that a word heads."""
    found = of_predicate(tree, n)
    if known(tree, n):
        return told(tree, n, changed(found, "told of as known"))
    before = _before(tree, n)
    if _UNDONE.search(before) and not (before.endswith("out of") and tree.xpos[n] != "VBG"):
        return told(
            tree, n, changed(flipped(found, before), before, time="past", certainty="certain")
        )
    at = n
    for _ in range(_STEPS):
        head = tree.heads[at]
        if head < 0:
            break
        found = _step(tree, at, head, found)
        if _loose(tree, at, head):
            break
        at = head
    return asked(tree, n, told(tree, n, found))


def _loose(tree: Tree, at: int, head: int) -> bool:
    """Whether what stands higher says nothing more of a word: it is an adjunct, or in a relative clause."""
    rel = tree.rels[at]
    if rel == "obj" and presupposes(tree, head):
        return True
    if rel == "ccomp" and _asked_who(tree, at, head):
        return True
    if "whether" in tree.mark(at).split() or _came(tree, at, head, Status()) is not None:
        return True
    if rel in ("advcl", "appos", "parataxis", "amod", "compound", "dislocated", "advmod"):
        return not _complement(tree, head, tree.lemmas[head], tree.mark(at))
    if rel == "acl":
        mark = tree.mark(at)
        open_ = mark == "to" and not _kind(tree, at, head, tree.lemmas[head])
        return open_ or mark not in ("to", "of", "that")
    if rel in ("obl", "nmod"):
        return not _kind(tree, at, head, tree.lemmas[head])
    return False


def _before(tree: Tree, n: int) -> str:
    """The three words before a predicate."""
    return " ".join(tree.words[max(_left(tree, n) - 3, 0) : _left(tree, n)])


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
    """Whether the object of a verb is a deed done, whether the verb's own is or not: `will condemn the raid`."""
    lemma = tree.lemmas[head]
    judges = VERBS.get(lemma) == "ACCUSE" and lemma not in w.CHARGES
    return tree.upos[head] == "VERB" and (judges or lemma in w.AFTERWARDS)


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


def _left(tree: Tree, n: int) -> int:
    """The first word of a predicate with its articles and adjectives."""
    first = n
    while first - 1 in tree.kids[n] and tree.rels[first - 1] in ("det", "amod", "compound"):
        first -= 1
    return first


# -- what stands above ----------------------------------------------------------------------------


def _step(tree: Tree, at: int, head: int, found: Status) -> Status:
    """What one word above says of the status of what is below it."""
    rel, lemma = tree.rels[at], tree.lemmas[head]
    mark = tree.mark(at)
    aux = auxiliaries(tree, at)
    came = _came(tree, at, head, found)
    if came is not None:
        return came
    event = rel == "nmod" and (tree.words[head], tree.case(head)) == ("event", "in")
    if event or tree.case(at).startswith("in case of"):
        return changed(doubted(found, "possible", "in case"), "in case", time="future")
    if mark.startswith("whether") and tree.has(at, "to"):
        return changed(willed(found, "possible", mark), mark, time="future")
    if tree.words[head] in ("ought", "supposed") and "have" in aux:
        return flipped(changed(found, tree.words[head], time="past"), tree.words[head])
    if tree.words[head] == "going" and rel == "xcomp":
        return flipped(found, "not going to") if negated(tree, head) else found
    if tree.words[head] == "about" and mark == "to":
        if set(auxiliaries(tree, head)) & w.WAS:
            return flipped(found, "was about to")
        return changed(found, "about to", time="future")
    if rel == "ccomp" and _asked_who(tree, at, head):
        return changed(found, "asked who", certainty="unclear")
    if mark == "if" and _asks_if(tree, at, head, lemma):
        return changed(found, mark, certainty="unclear")
    if "whether" in mark.split() and rel == "advcl" and not _or_not(tree, at):
        return changed(found, mark, certainty="unclear")
    if rel == "advcl" and mark == "to" and lemma in w.UTTERS and tree.below(head, "obl"):
        return changed(willed(found, "unclear", lemma), lemma, time="future")
    if rel == "advcl" and not _complement(tree, head, lemma, mark):
        return _adverbial(tree, at, head, mark, found)
    if rel in ("conj", "parataxis", "appos", "dislocated", "discourse", "root"):
        return found
    if "whether" in mark.split() or (mark == "if" and rel == "ccomp"):
        return changed(found, mark, certainty="unclear")
    if mark == "that" and lemma in w.FALSE and tree.below(head, "cop") and not negated(tree, head):
        return flipped(found, "false")
    if rel in ("nsubj", "csubj"):
        return _as_subject(tree, at, head, found)
    if rel in ("acl", "nmod") and is_false(tree, head):
        return flipped(found, "false")
    if rel == "nmod" and mark == "" and tree.case(at) == "of" and _acquitted(tree, head):
        return flipped(found, "acquitted")
    if tree.full[at] == "acl:relcl" and _cleft(tree, head):
        return flipped(found, "it was not")
    if rel == "acl" and not mark and _wanted(tree, at, head):
        return changed(willed(found, "unclear", "want"), "want", time="future")
    if rel == "acl" and mark not in ("to", "of", "that", "for to"):
        return found
    if rel == "acl" and tree.words[head] == "nothing":
        return flipped(changed(found, "nothing to", time="past"), "nothing to")
    lacks = tree.rels[head] == "obj" and tree.lemmas[tree.heads[head]] == "lack"
    if (
        rel == "acl"
        and mark == "to"
        and (lacks or tree.has(head, "no"))
        and not _kind(tree, at, head, lemma)
    ):
        return flipped(changed(found, "no way to", time="future"), "no way to")
    if rel == "acl" and mark == "to" and not _kind(tree, at, head, lemma):
        return changed(willed(found, "possible", "to"), "to", time="future")
    return _governed(tree, at, head, lemma, found)


def _asked_who(tree: Tree, at: int, head: int) -> bool:
    """`are trying to find out who planted it`, but not `found out who`."""
    who = any(tree.words[k] in ("who", "what") for k in tree.below(at, "nsubj", "obj"))
    if not who or tree.lemmas[head] not in w.SEEKS:
        return False
    return tree.lemmas[head] in ("ask", "wonder", "investigate") or tree.xpos[head] == "VB"


def _or_not(tree: Tree, at: int) -> bool:
    """`whether or not they like it`: it is all the same."""
    inside = [tree.words[k] for k in sorted(tree.under(at))]
    return ("or", "not") in pairwise(inside)


def _cleft(tree: Tree, head: int) -> bool:
    """`it was not the mayor who`."""
    said = bool(tree.below(head, "cop")) and tree.has(head, "it") and tree.lemmas[head] != "time"
    return said and negated(tree, head)


def _acquitted(tree: Tree, head: int) -> bool:
    """`acquitted the man of bribery`, where the charge hangs on the man."""
    return tree.rels[head] == "obj" and (tree.lemmas[tree.heads[head]], "of") in _BESIDE


def _wanted(tree: Tree, at: int, head: int) -> bool:
    """`wants the two men freed`."""
    above = tree.heads[head]
    wants = above >= 0 and tree.lemmas[above] in ("want", "need", "like")
    return wants and tree.xpos[at] == "VBN" and tree.rels[head] == "obj"


def _came(tree: Tree, at: int, head: int, found: Status) -> Status | None:
    """What became of it, where it is what a plan or bid is for."""
    rel, mark = tree.rels[at], tree.mark(at)
    if rel == "advcl" and mark == "to":
        noun = beside(tree, at, head)
        return None if noun is None else of_plan(tree, noun, found)
    hoped = mark == "that" and tree.lemmas[head] == "hope"
    return of_plan(tree, head, found) if rel == "nmod" or mark == "to" or hoped else None


def _asks_if(tree: Tree, at: int, head: int, lemma: str) -> bool:
    """`would not say if`, `asked if`: what stands behind is open, not a condition."""
    if at < head or lemma not in w.OPEN:
        return False
    return lemma in ("ask", "wonder", "check", "see") or negated(tree, head)


# A word and what joins a clause to it, where the two say that it did not happen, or that it is charged.
_BESIDE = {
    ("decide", "against"): "undone", ("close", "to"): "undone", ("charge", "with"): "possible",
    ("clear", "of"): "undone", ("acquit", "of"): "undone", ("absolve", "of"): "undone", ("innocent", "of"): "undone",
    ("trial", "for"): "possible", ("indict", "for"): "possible", ("want", "for"): "possible",
    ("talk", "of"): "possible",
    ("vote", "against"): "undone", ("advise", "against"): "unclear", ("warn", "against"): "unclear",
}  # fmt: skip


def _came_close(tree: Tree, head: int, lemma: str, mark: str) -> bool:
    return lemma == "come" and mark == "to" and tree.has(head, "close", "near")


def _complement(tree: Tree, head: int, lemma: str, mark: str) -> bool:
    """Whether an adverbial clause is what its verb is about: `prevented from landing`."""
    if (lemma, mark) in _BESIDE or _came_close(tree, head, lemma, mark):
        return True
    if mark in ("from", "of", "against"):
        return lemma in w.CLAUSE_GOVERNORS or lemma in w.ASKS or lemma in w.KEEPS
    if mark == "to" and tree.upos[head] == "ADJ" and lemma in w.CLAUSE_GOVERNORS:
        return True
    if mark == "" and w.CLAUSE_GOVERNORS.get(lemma) == "undone":
        return True
    passive = mark == "to" and tree.passive(head) and not tree.has(head, "up")
    return passive and w.CLAUSE_GOVERNORS.get(lemma) in ("undone", "unclear", "done", "probable")


def _adverbial(tree: Tree, at: int, head: int, mark: str, found: Status) -> Status:
    first = mark.split(" ")[0]
    if mark in ("as if", "as though"):
        return flipped(doubted(found, "probable", mark), mark)
    if first == "lest":
        return changed(doubted(found, "possible", first), first, time="future")
    if first in ("if", "unless", "provided") and mark != "if as":
        return _condition(tree, at, head, found)
    if mark in ("to", "in order", "in to", "in order to", "so that") and tree.xpos[at] == "VB":
        did = [
            k
            for k in tree.below(head, "conj")
            if tree.lemmas[k] == "do" and not tree.below(k, "obj")
        ]
        if did and not negated(tree, did[0]):
            return changed(found, "and did", time="past")
        return changed(willed(found, "possible", "to"), "to", time="future")
    if first in w.WHEN and of_clause(tree, head).time == "future":
        return changed(found, first, time="future")
    return found


def _condition(tree: Tree, at: int, head: int, found: Status) -> Status:
    aux = {tree.words[k] for k in tree.below(head, "aux")}
    if {"would", "have"} <= aux:
        return changed(found, "if, would have", time="past", polarity="negative")
    bare = tree.xpos[at] == "VBN" and not auxiliaries(tree, at)
    bare = bare and of_clause(tree, head).time == "future"
    when = "future" if bare or found.time != "past" else found.time
    return changed(doubted(found, "possible", "if"), "if", time=when)


def _as_subject(tree: Tree, at: int, head: int, found: Status) -> Status:
    """A deed as the subject: `a meeting was cancelled`, `talks will begin`, `a strike is possible`."""
    if tree.upos[at] not in NOMINAL and tree.rels[at] == "nsubj":
        return found
    lemma = tree.lemmas[head]
    if tree.rels[at] == "csubj" and tree.upos[head] == "ADJ" and tree.mark(at) != "that":
        if tree.has(at, "to") and lemma in w.NEEDFUL:
            return changed(willed(found, "unclear", lemma), lemma, time="future")
        if lemma not in w.ADJECTIVES:
            return found  # `it is unknown how many were killed`, `it was wrong to bomb it`
    clause = tree.mark(at) == "that"
    if lemma == "true" and clause and negated(tree, head, at):
        return flipped(found, "not true")
    if w.CLAUSE_GOVERNORS.get(lemma) == "doubted" and clause:
        return flipped(doubted(found, "probable", lemma), lemma)
    if lemma in w.UNSURE and negated(tree, head, at):
        return doubted(found, w.UNSURE[lemma], f"not {lemma}")
    if lemma in w.ADJECTIVES:
        certainty, when = w.ADJECTIVES[lemma]
        when = found.time if clause else when
        return changed(doubted(found, certainty, lemma), lemma, time=when)
    told = any(tree.mark(k) == "that" for k in tree.below(at, "acl"))
    if clause and lemma in ("appear", "seem"):
        return doubted(found, "probable", lemma)
    if clause or (lemma == "be" and told):
        return found  # `it is a shame that`, `there is no doubt that`
    fell = lemma == "fall" and tree.has(head, "through")
    if lemma in w.CALLED_OFF or fell or called_off(tree, head):
        return changed(flipped(found, lemma), lemma, time="past", certainty="certain")
    if w.GOVERNORS.get(lemma) == "undone" and tree.passive(head):
        return changed(flipped(found, lemma), lemma, time="past", certainty="certain")
    if lemma in w.TAKES_PLACE and lemma != "be" and negated(tree, head, at):
        found = changed(found, lemma, certainty="certain", time=of_predicate(tree, head).time)
        return flipped(found, f"not {lemma}")
    if found.certainty != "certain" or lemma in w.UNSURE:
        return found
    below = tree.first(head, "xcomp")
    if below is not None and tree.lemmas[below] in w.TAKES_PLACE:
        return _governed(tree, below, head, lemma, found)  # `the trial is set to begin`
    if tree.passive(head) and lemma in w.GOVERNORS:
        return _governed(tree, at, head, lemma, found)
    if lemma in w.TAKES_PLACE or tree.rels[at] == "csubj" or tree.passive(head):
        return _as_governor(tree, head, found, at)
    above = of_clause(tree, head, at)
    lasting = above.time == "present" and tree.case(head) in ("in", "under", "on")
    return (
        changed(found, "its verb", time=above.time) if above.time == "future" or lasting else found
    )


def _as_governor(tree: Tree, head: int, found: Status, at: int) -> Status:
    """The status of the verb above holds for what is below, too."""
    above = of_predicate(tree, head, at)
    found = doubted(found, above.certainty, tree.lemmas[head])
    if above.polarity == "negative":
        found = flipped(found, "not " + tree.lemmas[head])
    return changed(found, tree.lemmas[head], time=above.time)


def _governed(tree: Tree, at: int, head: int, lemma: str, found: Status) -> Status:
    """By the verb, adjective or noun that a deed is a complement of."""
    kind = _kind(tree, at, head, lemma)
    if tree.lemmas[at] in w.CLAIMS and lemma in w.REJECTS:
        return found  # who denies it is told apart
    if lemma in w.SAID and tree.rels[at] == "xcomp" and tree.passive(head):
        when = "past" if tree.has(at, "have") else "present"
        when = found.time if found.time == "future" else when
        sure = "possible" if lemma in ("rumour", "rumor") else "probable"
        return changed(doubted(found, sure, f"{lemma} to"), f"{lemma} to", time=when)
    if lemma == "deny" and tree.rels[at] == "obj" and tree.passive(head):
        return changed(flipped(found, "was denied"), "was denied", time="past")
    above = of_predicate(tree, head, at)
    if lemma == "have" and tree.rels[at] == "xcomp" and tree.has(at, "to"):
        return changed(found, "have to", time="past" if above.time == "past" else "future")
    if lemma in ("like", "love", "prefer") and tree.has(head, "would") and tree.has(at, "to"):
        return changed(willed(found, "unclear", "would like"), "would like", time="future")
    if lemma in ("accuse", "charge") and tree.passive(head) and tree.mark(at) in ("of", "with"):
        return found if agents_of(tree, head) else doubted(found, "possible", lemma)
    if lemma == "truth" and tree.has(head, "no"):
        return flipped(found, "no truth")
    called = [k for k in tree.below(head, "xcomp") if k != at and tree.lemmas[k] in w.ADJECTIVES]
    if called and tree.rels[at] == "ccomp":
        return doubted(found, w.ADJECTIVES[tree.lemmas[called[0]]][0], tree.lemmas[called[0]])
    if lemma == "rule" and above.polarity == "negative":
        return changed(doubted(found, "possible", "not ruled out"), "not ruled out", time="future")
    if lemma == "chance" and any(tree.words[k] in w.LITTLE for k in tree.kids[head]):
        return changed(flipped(doubted(found, "probable", lemma), lemma), lemma, time="future")
    if lemma in w.EVIDENCE and tree.has(head, "no"):
        return flipped(doubted(found, "probable", lemma), f"no {lemma}")
    if lemma == "doubt" and tree.has(head, "no"):
        return found
    if lemma in ("try", "attempt") and above.time == "present" and tree.xpos[head] == "VBG":
        return changed(willed(found, "possible", lemma), lemma, time="future")
    if lemma == "help" and above.polarity == "negative":
        return found  # could not help laughing
    if lemma in ("confirm", "say") and above.polarity == "negative" and above.time != "past":
        sure = "unclear" if lemma == "say" else "possible"
        return changed(found, f"not {lemma}", certainty=sure)
    if lemma in w.DENIES and tree.rels[at] == "ccomp" and above.polarity == "negative":
        return doubted(found, "probable", f"not {lemma}")
    if lemma in w.SIGNS and tree.mark(at) == "that" and not tree.has(head, "no"):
        return doubted(found, "probable", lemma)
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
    if kind == "undone" and _UNDONE.search(_before(tree, head)):
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
        return _as_governor(tree, head, found, at)
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


def _later(tree: Tree, at: int, lemma: str, found: Status) -> str:
    """The time of what is planned, asked or believed."""
    aux = {tree.words[k] for k in tree.below(at, "aux")}
    joined = (lemma, tree.mark(at) or tree.case(at))
    if joined in _BESIDE and joined != ("talk", "of"):
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


def _kind(tree: Tree, at: int, head: int, lemma: str) -> str:
    rel = tree.rels[at]
    if _came_close(tree, head, lemma, tree.mark(at)):
        return "undone"
    if lemma == "close" and set(auxiliaries(tree, head)) & w.IS:
        return "probable"
    joined = (lemma, tree.mark(at) or tree.case(at))
    if joined in _BESIDE and not (joined == ("want", "for") and not tree.passive(head)):
        return _BESIDE[joined]
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
        return _as_governor(tree, head, found, at)
    if above.time == "future":
        return changed(
            doubted(found, above.certainty, tree.lemmas[head]), "its verb", time="future"
        )
    return found
