"""What one word above a deed says of its status: a table of rules, the first that fits decides."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from stemma.events import words as w
from stemma.events.agents import is_time
from stemma.events.clause import (
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
from stemma.events.complements import governed
from stemma.events.governed import JOINED, as_governor, is_complement, kind_of
from stemma.events.outcomes import beside, called_off, did, held_all_the_same, is_false, of_plan
from stemma.events.tree import NOMINAL, Tree


class Step(NamedTuple):
    """From a word to the one above it, what was found so far, how the two are joined, the lemma above, and
    the word that subordinates the one below."""

    tree: Tree
    at: int
    head: int
    found: Status
    rel: str
    lemma: str
    mark: str

    def ahead(self, certainty: str, why: str) -> Status:
        """As it was found, wished or meant, and to come."""
        return changed(willed(self.found, certainty, why), why, time="future")

    def kind(self) -> str:
        """What the word above makes of the one below."""
        return kind_of(self.tree, self.at, self.head, self.lemma)


def step(tree: Tree, at: int, head: int, found: Status) -> Status:
    """What one word above says of the status of what is below it."""
    one = Step(tree, at, head, found, tree.rels[at], tree.lemmas[head], tree.mark(at))
    for rule in _RULES:
        told = rule(one)
        if told is not None:
            return told
    return governed(tree, at, head, one.lemma, found)


def _outcome(one: Step) -> Status | None:
    return came(one.tree, one.at, one.head, one.found)


def _in_case(one: Step) -> Status | None:
    """`in the event of an attack`."""
    tree, head = one.tree, one.head
    event = one.rel == "nmod" and (tree.words[head], tree.case(head)) == ("event", "in")
    if event or tree.case(one.at).startswith("in case of"):
        return changed(doubted(one.found, "possible", "in case"), "in case", time="future")
    return None


def _whether_to(one: Step) -> Status | None:
    """`weighs whether to leave`."""
    to = one.mark.startswith("whether") and one.tree.has(one.at, "to")
    return one.ahead("possible", one.mark) if to else None


def _ought(one: Step) -> Status | None:
    """`ought to have left`, `ought to leave`."""
    word = one.tree.words[one.head]
    if word in ("ought", "supposed") and "have" in auxiliaries(one.tree, one.at):
        return flipped(changed(one.found, word, time="past"), word)
    if word == "ought":
        return changed(doubted(one.found, "probable", "ought"), "ought", time="future")
    return None


def _going_to(one: Step) -> Status | None:
    """`is not going to leave`."""
    if one.tree.words[one.head] != "going" or one.rel != "xcomp":
        return None
    return flipped(one.found, "not going to") if negated(one.tree, one.head) else one.found


def _about_to(one: Step) -> Status | None:
    """`is about to leave`; who was about to did not."""
    if one.tree.words[one.head] != "about" or one.mark != "to":
        return None
    if set(auxiliaries(one.tree, one.head)) & w.WAS:
        return flipped(one.found, "was about to")
    return changed(one.found, "about to", time="future")


def _asked(one: Step) -> Status | None:
    """`asked why it fell`, `asked who fired`, `asked if it fell`."""
    if one.rel == "ccomp" and asked_why(one.tree, one.at):
        return one.found
    if one.rel == "ccomp" and asked_who(one.tree, one.at, one.head):
        return changed(one.found, "asked who", certainty="unclear")
    if one.mark == "if" and _asks_if(one.tree, one.at, one.head, one.lemma):
        return changed(one.found, one.mark, certainty="unclear")
    open_ = "whether" in one.mark.split() and one.rel == "advcl"
    if open_ and not _or_not(one.tree, one.at):
        return changed(one.found, one.mark, certainty="unclear")
    return None


def _first_to(one: Step) -> Status | None:
    """`was the first to leave`."""
    to = one.mark == "to" and one.rel in ("xcomp", "advcl", "csubj")
    if to and _ranked(one.tree, one.head, one.lemma):
        return None if of_clause(one.tree, one.head).time == "future" else one.found
    return None


def _called_to(one: Step) -> Status | None:
    """`shouted at them to leave`."""
    to = one.rel == "advcl" and one.mark == "to" and one.lemma in w.UTTERS
    return one.ahead("unclear", one.lemma) if to and one.tree.below(one.head, "obl") else None


def _beside_it(one: Step) -> Status | None:
    """A clause that only stands beside its verb."""
    tree, at, head = one.tree, one.at, one.head
    if one.rel == "advcl" and one.mark == "by" and tree.xpos[at] == "VBG":
        return as_governor(tree, head, one.found, at)  # `will answer by calling up reserves`
    if one.rel == "advcl" and not is_complement(tree, at, head, one.lemma, one.mark):
        return _adverbial(tree, at, head, one.mark, one.found)
    return None


def _only_joined(one: Step) -> Status | None:
    loose = ("conj", "parataxis", "appos", "dislocated", "discourse", "root")
    return one.found if one.rel in loose else None


def _whether(one: Step) -> Status | None:
    """`unclear whether he left`."""
    if "whether" in one.mark.split() or (one.mark == "if" and one.rel == "ccomp"):
        return changed(one.found, one.mark, certainty="unclear")
    return None


def _false(one: Step) -> Status | None:
    """`it is untrue that he left`."""
    said = one.mark == "that" and one.lemma in w.FALSE and one.tree.below(one.head, "cop")
    return flipped(one.found, "false") if said and not negated(one.tree, one.head) else None


def _discussed(one: Step) -> Status | None:
    """`an exchange was discussed`, but not `the raid was discussed`."""
    about = one.lemma in ("discuss", "debate", "explore") and one.tree.upos[one.at] == "NOUN"
    told = one.rel == "obj" or one.tree.full[one.at] == "nsubj:pass"
    known = one.tree.has(one.at, "the", "this", "that", *w.LATELY)
    known = known or any(one.tree.full[k] == "nmod:poss" for k in one.tree.kids[one.at])
    if about and told and not known and one.found.time != "future":
        return changed(doubted(one.found, "possible", "discussed"), "discussed", time="future")
    return None


def _subject(one: Step) -> Status | None:
    if one.rel in ("nsubj", "csubj"):
        return _as_subject(one.tree, one.at, one.head, one.found)
    return None


def _proved_false(one: Step) -> Status | None:
    """`reports of a coup proved false`."""
    false = one.rel in ("acl", "nmod") and is_false(one.tree, one.head)
    return flipped(one.found, "false") if false else None


def _cleared(one: Step) -> Status | None:
    """`acquitted the man of bribery`."""
    of = one.rel == "nmod" and one.mark == "" and one.tree.case(one.at) == "of"
    return flipped(one.found, "acquitted") if of and _acquitted(one.tree, one.head) else None


def _not_he(one: Step) -> Status | None:
    """`it was not the mayor who left`."""
    relative = one.tree.full[one.at] == "acl:relcl"
    return flipped(one.found, "it was not") if relative and _cleft(one.tree, one.head) else None


def _deadline(one: Step) -> Status | None:
    """`gave them two days to leave`."""
    given = one.mark == "to" and _given_time(one.tree, one.at, one.head)
    return one.ahead("unclear", "a deadline") if given else None


def _of_noun(one: Step) -> Status | None:
    """A clause of a noun: `nothing to fear`, `no way to leave`, `the right to leave`."""
    tree, head, found, mark = one.tree, one.head, one.found, one.mark
    if one.rel != "acl":
        return None
    if not mark and _wanted(tree, one.at, head):
        return one.ahead("unclear", "want")
    aims = tree.xpos[one.at] == "VBG" and one.lemma in ("focus", "goal", "idea", "prospect")
    if mark not in ("to", "of", "that", "for to") and not aims:
        return found
    if tree.below(one.at, "nsubj") and set(auxiliaries(tree, one.at)) & w.IS:
        return found  # `the judges, who are to hear it`
    if tree.words[head] == "nothing":
        return flipped(changed(found, "nothing to", time="past"), "nothing to")
    if mark != "to" or tree.below(one.at, "nsubj"):
        return None  # `the deal under which they are to leave`
    lacks = tree.rels[head] == "obj" and tree.lemmas[tree.heads[head]] == "lack"
    plain = not one.kind()
    if plain and (lacks or tree.has(head, "no")):
        return flipped(changed(found, "no way to", time="future"), "no way to")
    if _ranked(tree, head, one.lemma):
        return found
    return one.ahead("possible", "to") if plain else None


_RULES: tuple[Callable[[Step], Status | None], ...] = (
    _outcome, _in_case, _whether_to, _ought, _going_to, _about_to, _asked, _first_to, _called_to, _deadline,
    _beside_it, _only_joined, _whether, _false, _discussed, _subject, _proved_false, _cleared, _not_he,
    _of_noun,
)  # fmt: skip


def is_undone(tree: Tree, at: int, head: int) -> bool:
    """`the expulsion will not be reversed`: only what was done is."""
    subject = tree.full[at] == "nsubj:pass" and tree.upos[at] == "NOUN"
    return subject and tree.lemmas[head] in w.UNDOES


def _ranked(tree: Tree, head: int, lemma: str) -> bool:
    """`the first thing to fall`, `the last to leave`: it did."""
    first = ("first", "last", "second", "third")
    return lemma in first or any(tree.words[k] in first for k in tree.below(head, "amod"))


def asked_who(tree: Tree, at: int, head: int) -> bool:
    """`are trying to find out who planted it`, but not `found out who`."""
    who = any(tree.words[k] in ("who", "what") for k in tree.below(at, "nsubj", "obj"))
    if not who or tree.lemmas[head] not in w.SEEKS:
        return False
    return tree.lemmas[head] in ("ask", "wonder", "investigate") or tree.xpos[head] == "VB"


def asked_why(tree: Tree, at: int) -> bool:
    """`wants to know why it was ignored`: that it was is taken for granted."""
    first = min(tree.under(at), default=at)
    finite = tree.xpos[at] in ("VBD", "VBN") and not set(auxiliaries(tree, at)) & w.WILL
    return tree.words[first] in ("why", "how") and finite and bool(tree.below(at, "nsubj"))


def _or_not(tree: Tree, at: int) -> bool:
    """`whether or not they like it`: it is all the same."""
    inside = [tree.words[k] for k in sorted(tree.under(at))]
    return ("or", "not") in pairwise(inside)


def _cleft(tree: Tree, head: int) -> bool:
    """`it was not the mayor who`."""
    said = bool(tree.below(head, "cop")) and tree.has(head, "it") and tree.lemmas[head] != "time"
    return said and negated(tree, head)


def _given_time(tree: Tree, at: int, head: int) -> bool:
    """`gave them two days to leave`, `have until Sunday to leave`."""
    verb = tree.heads[head] if tree.rels[at] == "acl" else head
    if verb < 0 or tree.lemmas[verb] not in ("give", "have"):
        return False
    if tree.lemmas[verb] == "have":
        return any(tree.case(k) == "until" for k in tree.below(verb, "obl"))
    return bool(tree.below(verb, "iobj")) and any(is_time(tree, k) for k in tree.below(verb, "obj"))


def _acquitted(tree: Tree, head: int) -> bool:
    """`acquitted the man of bribery`, where the charge hangs on the man."""
    return tree.rels[head] == "obj" and (tree.lemmas[tree.heads[head]], "of") in JOINED


def _wanted(tree: Tree, at: int, head: int) -> bool:
    """`wants the two men freed`."""
    above = tree.heads[head]
    wants = above >= 0 and tree.lemmas[above] in ("want", "need", "like")
    return wants and tree.xpos[at] == "VBN" and tree.rels[head] == "obj"


def came(tree: Tree, at: int, head: int, found: Status) -> Status | None:
    """What became of it, where it is what a plan or bid is for."""
    rel, mark = tree.rels[at], tree.mark(at)
    if rel == "advcl" and mark == "to":
        noun = beside(tree, at, head)
        return None if noun is None else of_plan(tree, noun, found)
    hoped = mark == "that" and tree.lemmas[head] == "hope"
    says = rel == "acl" and tree.xpos[at] == "VBG" and tree.lemmas[head] in w.MOTIONS
    # `a plan for a raid`, but not `a motion on the raid`
    named = rel == "nmod" and tree.lemmas[head] not in w.MOTIONS
    named = named and tree.case(at) in ("for", "of", "to")
    asked_for = named or mark == "to" or hoped or says
    return of_plan(tree, head, found) if asked_for else None


def _asks_if(tree: Tree, at: int, head: int, lemma: str) -> bool:
    """`would not say if`, `asked if`: what stands behind is open, not a condition."""
    if at < head or lemma not in w.OPEN:
        return False
    return lemma in ("ask", "wonder", "check", "see") or negated(tree, head)


def _adverbial(tree: Tree, at: int, head: int, mark: str, found: Status) -> Status:
    first = mark.split(" ")[0]
    if mark in ("as if", "as though"):
        return flipped(doubted(found, "probable", mark), mark)
    if first == "lest":
        return changed(doubted(found, "possible", first), first, time="future")
    if first in ("if", "unless", "provided") and mark != "if as":
        return _condition(tree, at, head, found)
    bare = tree.xpos[at] == "VB" or auxiliaries(tree, at) == ["be"]
    if mark in ("to", "in order", "in to", "in order to", "so that") and bare:
        above = of_clause(tree, head)
        if did(tree, at, head, above):
            return changed(found, "and did", time="past")
        sure = (above.time, above.certainty, above.polarity) == ("future", "certain", "positive")
        sure = sure and not tree.below(at, "nsubj") and not tree.passive(head)
        weight = "probable" if sure else "possible"  # `will meet on Monday to sign it`
        return changed(willed(found, weight, "to"), "to", time="future")
    # `as it has advised them to do`, `that may take long, as they left on Friday`
    done = first == "as" and (set(auxiliaries(tree, at)) & w.HAVE or tree.xpos[at] == "VBD")
    if first in w.WHEN and of_clause(tree, head).time == "future" and not done:
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
    if is_undone(tree, at, head) or held_all_the_same(tree, at, head):
        return found
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
        return governed(tree, below, head, lemma, found)  # `the trial is set to begin`
    if tree.passive(head) and lemma in w.GOVERNORS:
        return governed(tree, at, head, lemma, found)
    if lemma in w.TAKES_PLACE or tree.rels[at] == "csubj" or tree.passive(head):
        return as_governor(tree, head, found, at)
    above = of_clause(tree, head, at)
    lasting = above.time == "present" and tree.case(head) in ("in", "under", "on")
    return (
        changed(found, "its verb", time=above.time) if above.time == "future" or lasting else found
    )
