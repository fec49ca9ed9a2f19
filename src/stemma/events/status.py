"""What a sentence holds of a deed that it names: whether it happened, how sure that is, when, and by whom."""

from itertools import pairwise

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
from stemma.events.governed import (
    JOINED,
    NEVER,
    as_governor,
    governed,
    is_complement,
    kind_of,
    words_before,
)
from stemma.events.outcomes import beside, called_off, is_false, of_plan
from stemma.events.taken import known, presupposes
from stemma.events.tree import NOMINAL, Tree
from stemma.events.voices import asked, told

_STEPS = 8  # words above a predicate that are looked at, at most


def status_of(tree: Tree, n: int) -> Status:
    """The status of the predicate that a word heads."""
    found = of_predicate(tree, n)
    if known(tree, n):
        return told(tree, n, changed(found, "told of as known"))
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
        found = _step(tree, at, head, found)
        if _loose(tree, at, head) or _on_its_own(tree, at, head):
            break
        at = head
    return asked(tree, n, told(tree, n, found))


def _is_undone(tree: Tree, at: int, head: int) -> bool:
    """`the expulsion will not be reversed`: only what was done is."""
    subject = tree.full[at] == "nsubj:pass" and tree.upos[at] == "NOUN"
    return subject and tree.lemmas[head] in w.UNDOES


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
    if rel == "ccomp" and (_asked_who(tree, at, head) or _asked_why(tree, at)):
        return True
    unsaid = tree.lemmas[head] in ("exclude", "confirm") and tree.rels[head] == "xcomp"
    if (rel in ("ccomp", "obj") and unsaid) or _is_undone(tree, at, head):
        return True
    if "whether" in tree.mark(at).split() or _came(tree, at, head, Status()) is not None:
        return True
    if rel in ("advcl", "appos", "parataxis", "amod", "compound", "dislocated", "advmod"):
        return not is_complement(tree, at, head, tree.lemmas[head], tree.mark(at))
    if rel == "acl":
        mark = tree.mark(at)
        open_ = mark == "to" and not kind_of(tree, at, head, tree.lemmas[head])
        return open_ or mark not in ("to", "of", "that")
    if rel in ("obl", "nmod"):
        return not kind_of(tree, at, head, tree.lemmas[head])
    return False


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
    if tree.words[head] == "ought":
        return changed(doubted(found, "probable", "ought"), "ought", time="future")
    if tree.words[head] == "going" and rel == "xcomp":
        return flipped(found, "not going to") if negated(tree, head) else found
    if tree.words[head] == "about" and mark == "to":
        if set(auxiliaries(tree, head)) & w.WAS:
            return flipped(found, "was about to")
        return changed(found, "about to", time="future")
    if rel == "ccomp" and _asked_why(tree, at):
        return found
    if rel == "ccomp" and _asked_who(tree, at, head):
        return changed(found, "asked who", certainty="unclear")
    if mark == "if" and _asks_if(tree, at, head, lemma):
        return changed(found, mark, certainty="unclear")
    if "whether" in mark.split() and rel == "advcl" and not _or_not(tree, at):
        return changed(found, mark, certainty="unclear")
    ranked = mark == "to" and rel in ("xcomp", "advcl", "csubj") and _ranked(tree, head, lemma)
    if ranked and of_clause(tree, head).time != "future":
        return found
    if rel == "advcl" and mark == "to" and lemma in w.UTTERS and tree.below(head, "obl"):
        return changed(willed(found, "unclear", lemma), lemma, time="future")
    if rel == "advcl" and not is_complement(tree, at, head, lemma, mark):
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
    if mark == "to" and _given_time(tree, at, head):
        return changed(willed(found, "unclear", "a deadline"), "a deadline", time="future")
    if rel == "acl" and not mark and _wanted(tree, at, head):
        return changed(willed(found, "unclear", "want"), "want", time="future")
    aims = tree.xpos[at] == "VBG" and lemma in ("focus", "goal", "idea", "prospect")
    if rel == "acl" and mark not in ("to", "of", "that", "for to") and not aims:
        return found
    if rel == "acl" and tree.words[head] == "nothing":
        return flipped(changed(found, "nothing to", time="past"), "nothing to")
    lacks = tree.rels[head] == "obj" and tree.lemmas[tree.heads[head]] == "lack"
    if (
        rel == "acl"
        and mark == "to"
        and (lacks or tree.has(head, "no"))
        and not kind_of(tree, at, head, lemma)
    ):
        return flipped(changed(found, "no way to", time="future"), "no way to")
    if rel == "acl" and mark == "to" and _ranked(tree, head, lemma):
        return found
    if rel == "acl" and mark == "to" and not kind_of(tree, at, head, lemma):
        return changed(willed(found, "possible", "to"), "to", time="future")
    return governed(tree, at, head, lemma, found)


def _ranked(tree: Tree, head: int, lemma: str) -> bool:
    """`the first thing to fall`, `the last to leave`: it did."""
    first = ("first", "last", "second", "third")
    return lemma in first or any(tree.words[k] in first for k in tree.below(head, "amod"))


def _asked_who(tree: Tree, at: int, head: int) -> bool:
    """`are trying to find out who planted it`, but not `found out who`."""
    who = any(tree.words[k] in ("who", "what") for k in tree.below(at, "nsubj", "obj"))
    if not who or tree.lemmas[head] not in w.SEEKS:
        return False
    return tree.lemmas[head] in ("ask", "wonder", "investigate") or tree.xpos[head] == "VB"


def _asked_why(tree: Tree, at: int) -> bool:
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


def _came(tree: Tree, at: int, head: int, found: Status) -> Status | None:
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
        did = [
            k
            for k in tree.below(head, "conj")
            if tree.lemmas[k] == "do" and not tree.below(k, "obj")
        ]
        if did and not negated(tree, did[0]):
            return changed(found, "and did", time="past")
        above = of_clause(tree, head)
        sure = (above.time, above.certainty, above.polarity) == ("future", "certain", "positive")
        sure = sure and not tree.below(at, "nsubj") and not tree.passive(head)
        weight = "probable" if sure else "possible"  # `will meet on Monday to sign it`
        return changed(willed(found, weight, "to"), "to", time="future")
    done = first == "as" and set(auxiliaries(tree, at)) & w.HAVE  # `as it has advised them to do`
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
    if _is_undone(tree, at, head):
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
