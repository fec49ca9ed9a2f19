"""What the verb, adjective or noun that a deed is a complement of says of it: a table of rules."""

from collections.abc import Callable
from typing import NamedTuple

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
from stemma.events.governed import (
    NEVER,
    as_governor,
    has_day,
    kind_of,
    later,
    only_meant,
    words_before,
)
from stemma.events.lexicon import NOUNS
from stemma.events.outcomes import of_plan_told_on
from stemma.events.owners import agents_of
from stemma.events.taken import presupposes
from stemma.events.tree import NOMINAL, Tree


class Joint(NamedTuple):
    """A deed at a word, the word above it with its lemma, what was found so far, what the word above makes
    of the deed (`kind_of`), and its own status."""

    tree: Tree
    at: int
    head: int
    lemma: str
    found: Status
    kind: str
    above: Status

    def rel(self, *names: str) -> bool:
        """Whether the deed is joined to the word above by one of these relations."""
        return self.tree.rels[self.at] in names

    def no(self) -> bool:
        """Whether `no` stands before the word above."""
        return self.tree.has(self.head, "no")

    def denied(self) -> bool:
        """Whether the word above is said not to be."""
        return self.above.polarity == "negative"

    def declined(self) -> bool:
        """Whether somebody declined to do what the word above says."""
        verb = self.tree.lemmas[self.tree.heads[self.head]]
        return self.tree.rels[self.head] == "xcomp" and verb in ("decline", "refuse")

    def nominal(self) -> bool:
        """Whether the deed is a noun."""
        return self.tree.upos[self.at] in NOMINAL


def governed(tree: Tree, at: int, head: int, lemma: str, found: Status) -> Status:
    """By the first rule that fits; as it was found if none does."""
    one = Joint(
        tree, at, head, lemma, found, kind_of(tree, at, head, lemma), of_predicate(tree, head, at)
    )
    for rule in _RULES:
        told = rule(one)
        if told is not None:
            return told
    return found


# -- words that were said -------------------------------------------------------------------------


def _rejected(one: Joint) -> Status | None:
    """`rejected claims that`: who denies it is told apart; `rejected calls for it`: these were made."""
    noun = one.tree.lemmas[one.at]
    claim = noun in w.CLAIMS and one.lemma in w.REJECTS
    plea = noun in w.PLEAS and one.lemma in w.REJECTS | w.TURNS_DOWN and one.rel("obj")
    return one.found if claim or plea else None


def _said_to(one: Joint) -> Status | None:
    """`is said to have left`."""
    if not (one.lemma in w.SAID and one.rel("xcomp") and one.tree.passive(one.head)):
        return None
    when = "past" if one.tree.has(one.at, "have") else "present"
    when = one.found.time if one.found.time == "future" else when
    sure = "possible" if one.lemma in ("rumour", "rumor") else "probable"
    return changed(doubted(one.found, sure, f"{one.lemma} to"), f"{one.lemma} to", time=when)


def _was_denied(one: Joint) -> Status | None:
    """`were denied a visit`."""
    if one.lemma == "deny" and one.rel("obj") and one.tree.passive(one.head):
        return changed(flipped(one.found, "was denied"), "was denied", time="past")
    return None


def _accused(one: Joint) -> Status | None:
    """`is accused of stealing it`: by nobody who is named."""
    blamed = one.lemma in ("accuse", "charge") and one.tree.passive(one.head)
    if not blamed or one.tree.mark(one.at) not in ("of", "with"):
        return None
    return one.found if agents_of(one.tree, one.head) else doubted(one.found, "possible", one.lemma)


def _no_truth(one: Joint) -> Status | None:
    """`no truth in the story`."""
    return flipped(one.found, "no truth") if one.lemma == "truth" and one.no() else None


def _no_evidence(one: Joint) -> Status | None:
    """`no sign of an outbreak`."""
    if one.lemma in w.EVIDENCE and one.no():
        return flipped(doubted(one.found, "probable", one.lemma), f"no {one.lemma}")
    return None


def _no_doubt(one: Joint) -> Status | None:
    """`no doubt that`."""
    return one.found if one.lemma == "doubt" and one.no() else None


def _not_confirmed(one: Joint) -> Status | None:
    """`have not confirmed that`, `declined to confirm a report`."""
    if one.lemma == "confirm" and (one.declined() or one.denied()):
        return doubted(one.found, "possible", "not confirmed")
    return None


def _not_said(one: Joint) -> Status | None:
    """`does not say that`."""
    if one.lemma == "say" and one.denied() and one.above.time != "past":
        return changed(one.found, "not say", certainty="unclear")
    return None


def _not_denied(one: Joint) -> Status | None:
    """`did not deny that`."""
    if one.lemma in w.DENIES and one.rel("ccomp") and one.denied():
        return doubted(one.found, "probable", f"not {one.lemma}")
    return None


def _a_sign(one: Joint) -> Status | None:
    """`signs that`."""
    if one.lemma in w.SIGNS and one.tree.mark(one.at) == "that" and not one.no():
        return doubted(one.found, "probable", one.lemma)
    return None


def _claim_of(one: Joint) -> Status | None:
    """`accounts of beatings`, `an allegation of fraud`, but not `a report of the fraud`."""
    of = one.lemma in w.TOLD_OF and one.tree.case(one.at) == "of"
    if not of or one.tree.has(one.at, "the"):
        return None
    untrue = one.tree.lemmas[one.tree.heads[one.head]] == "truth"
    return None if untrue else doubted(one.found, "possible", f"{one.lemma} of")


def _called_so(one: Joint) -> Status | None:
    """`called the vote rigged`."""
    if one.lemma == "call" and one.rel("xcomp") and one.tree.xpos[one.at] == "VBN":
        return doubted(one.found, "possible", "called so")
    return None


def _looks_like(one: Joint) -> Status | None:
    """`looks like a raid`."""
    if one.lemma == "look" and one.tree.case(one.at) == "like":
        return doubted(one.found, "probable", "looks like")
    return None


def _account(one: Joint) -> Status | None:
    """`an unconfirmed report spoke of a clash`."""
    if one.lemma not in ("speak", "tell") or one.tree.case(one.at) != "of":
        return None
    tree = one.tree
    said = [k for s in tree.below(one.head, "nsubj") for k in tree.below(s, "amod")]
    sure = next((w.ALLEGED[tree.words[k]] for k in said if tree.words[k] in w.ALLEGED), "certain")
    return doubted(one.found, sure, "an account")


def _wrongly(one: Joint) -> Status | None:
    """`falsely claimed`."""
    wrong = any(one.tree.words[k] in w.WRONGLY for k in one.tree.below(one.head, "advmod"))
    return flipped(one.found, "wrongly") if wrong else None


def _unsure(one: Joint) -> Status | None:
    """`is not sure that`."""
    if one.lemma in w.UNSURE and one.denied():
        return doubted(one.found, w.UNSURE[one.lemma], f"not {one.lemma}")
    return None


def _found_so(one: Joint) -> Status | None:
    """`thought it possible that`."""
    tree = one.tree
    below = [k for k in tree.below(one.head, "xcomp") if k != one.at]
    called = [tree.lemmas[k] for k in below if tree.lemmas[k] in w.ADJECTIVES]
    if called and one.rel("ccomp"):
        return doubted(one.found, w.ADJECTIVES[called[0]][0], called[0])
    return None


# -- what is willed, or as its verb is ------------------------------------------------------------


def _goes_on(one: Joint) -> Status | None:
    """`is to go on trial`, `remains closed`."""
    tree = one.tree
    trial = one.lemma == "go" and one.rel("obl") and tree.case(one.at) == "on"
    trial = trial and tree.upos[one.at] == "NOUN"
    stays = one.lemma in ("remain", "stay") and one.rel("xcomp")
    return as_governor(tree, one.head, one.found, one.at) if trial or stays else None


def _has_to(one: Joint) -> Status | None:
    """`have to leave`."""
    if one.lemma == "have" and one.rel("xcomp") and one.tree.has(one.at, "to"):
        when = "past" if one.above.time == "past" else "future"
        return changed(one.found, "have to", time=when)
    return None


def _would_like(one: Joint) -> Status | None:
    """`would like to leave`, `would prefer a recount`."""
    tree = one.tree
    if one.lemma not in ("like", "love", "prefer"):
        return None
    clause = tree.has(one.head, "would") and tree.has(one.at, "to")
    thing = tree.has(one.head, "would", "'d") and one.rel("obj") and one.nominal()
    if clause or thing:
        return changed(willed(one.found, "unclear", "would like"), "would like", time="future")
    return None


def _not_ruled_out(one: Joint) -> Status | None:
    """`declined to rule out a strike`."""
    if one.lemma in ("exclude", "rule") and (one.declined() or one.denied()):
        why = "not ruled out"
        return changed(doubted(one.found, "possible", why), why, time="future")
    return None


def _little_chance(one: Joint) -> Status | None:
    """`little chance of a truce`."""
    little = any(one.tree.words[k] in w.LITTLE for k in one.tree.kids[one.head])
    if one.lemma == "chance" and little:
        found = flipped(doubted(one.found, "probable", one.lemma), one.lemma)
        return changed(found, one.lemma, time="future")
    return None


def _trying(one: Joint) -> Status | None:
    """`is trying to take it`."""
    if one.lemma in ("try", "attempt") and one.tree.xpos[one.head] == "VBG":
        when = "future" if one.above.time == "present" else "past"
        return changed(willed(one.found, "possible", one.lemma), one.lemma, time=when)
    return None


def _could_not_help(one: Joint) -> Status | None:
    """`could not help laughing`."""
    return one.found if one.lemma == "help" and one.denied() else None


def _hopes_by(one: Joint) -> Status | None:
    """`hopes to deliver it by July`: that is a plan."""
    if one.lemma == "hope" and one.tree.mark(one.at) == "to" and has_day(one.tree, one.at):
        return changed(willed(one.found, "probable", "hope"), "hope", time="future")
    return None


def _plan_for(one: Joint) -> Status | None:
    """`a plan for a raid`."""
    noun = one.lemma == "plan" and one.tree.upos[one.head] == "NOUN"
    if noun and one.tree.case(one.at) == "for":
        return changed(doubted(one.found, "possible", one.lemma), one.lemma, time="future")
    return None


def _wished_it_had(one: Joint) -> Status | None:
    """`wished he had stayed`."""
    if one.lemma == "wish" and one.tree.has(one.at, "had"):
        return changed(flipped(one.found, "wished it had"), "wished it had", time="past")
    return None


def _was_supposed(one: Joint) -> Status | None:
    """`was supposed to open`."""
    if one.lemma == "suppose" and set(auxiliaries(one.tree, one.head)) & w.WAS:
        found = changed(one.found, "was supposed", time="past", certainty="certain")
        return flipped(found, "was supposed")
    return None


# -- by the kind of the word above ----------------------------------------------------------------


def _undone(one: Joint) -> Status | None:
    """`avoided a strike`, `refused to leave`."""
    if one.kind != "undone":
        return None
    if NEVER.search(words_before(one.tree, one.head)):
        return changed(one.found, "too late", time="past")
    if one.nominal() and only_meant(one.tree, one.head, one.above):
        return changed(doubted(one.found, "possible", one.lemma), one.lemma, time="future")
    found = changed(
        flipped(one.found, one.lemma), one.lemma, time=one.above.time, certainty=one.above.certainty
    )
    return flipped(found, f"not {one.lemma}") if one.denied() else found


def _stopped(one: Joint) -> Status | None:
    """`stopped shelling the port`."""
    if one.lemma in ("stop", "cease", "quit") and one.tree.xpos[one.at] == "VBG":
        return changed(one.found, one.lemma, time=one.above.time)
    return None


def _done(one: Joint) -> Status | None:
    """`managed to leave`."""
    return as_governor(one.tree, one.head, one.found, one.at) if one.kind == "done" else None


def _doubted(one: Joint) -> Status | None:
    """`doubts that he left`."""
    if one.kind != "doubted":
        return None
    found = flipped(doubted(one.found, "probable", one.lemma), one.lemma)
    return changed(found, one.lemma, time="future") if one.tree.mark(one.at) == "to" else found


def _planned(one: Joint) -> Status | None:
    """`plans to leave`, `asked them to leave`, `is believed to have left`."""
    if one.kind not in ORDER:
        return None
    came = of_plan_told_on(one.tree, one.at, one.head, one.found)
    if came is not None:
        return came
    weigh = doubted if one.lemma in w.THOUGHT else willed
    when = later(one.tree, one.at, one.lemma, one.found)
    found = changed(weigh(one.found, one.kind, one.lemma), one.lemma, time=when)
    return flipped(found, f"not {one.lemma}") if one.denied() else found


def _with_its_verb(one: Joint) -> Status | None:
    """What is an object happens when its verb does."""
    if one.nominal() and one.tree.upos[one.head] == "VERB":
        return _object(one.tree, one.at, one.head, one.found)
    return None


_RULES: tuple[Callable[[Joint], Status | None], ...] = (
    _rejected, _said_to, _goes_on, _was_denied, _has_to, _would_like, _accused, _no_truth, _found_so,
    _not_ruled_out, _little_chance, _no_evidence, _no_doubt, _trying, _could_not_help, _not_confirmed,
    _not_said, _not_denied, _a_sign, _claim_of, _called_so, _hopes_by, _looks_like, _plan_for, _account,
    _wished_it_had, _wrongly, _unsure, _was_supposed, _undone, _stopped, _done, _doubted, _planned,
    _with_its_verb,
)  # fmt: skip


def _object(tree: Tree, at: int, head: int, found: Status) -> Status:
    """What is an object happens when its verb does, if it is yet to."""
    case = tree.case(at).split(" ")[0]
    meets = NOUNS.get(tree.lemmas[at]) == "CONSULT" or tree.lemmas[at] in w.GATHERINGS
    if tree.rels[at] == "obl" and case in ("at", "during", "in", "to") and meets:
        above = of_predicate(tree, head)  # `will speak at the funeral`
        ahead = (above.time, above.certainty) == ("future", "certain")
        ahead = ahead and not tree.has(at, *w.LATELY)
        return changed(found, "its verb", time="future") if ahead else found
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
