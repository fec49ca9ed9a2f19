"""What the clause of a predicate says of it: that it did not happen, that it is doubted, and when."""

from dataclasses import dataclass, replace

from stemma.events import words as w
from stemma.events.agents import is_time
from stemma.events.tree import Tree

ORDER = ("certain", "probable", "possible", "unclear")


@dataclass(frozen=True)
class Status:
    """`intended`: what is not certain is so because it is willed, asked or promised, and nobody doubts it.
    `sources`: the chain of voices from the outer to the inner, `!` before one that denies; empty where
    the text itself says it. `how`: the rules that decided, in their order."""

    polarity: str = "positive"
    certainty: str = "certain"
    time: str = "past"
    intended: bool = False
    sources: tuple[str, ...] = ()
    how: tuple[str, ...] = ()


def changed(found: Status, why: str, **changes: str) -> Status:
    """With other values, and the reason."""
    return replace(found, how=(*found.how, why), **changes)  # type: ignore[arg-type]


def flipped(found: Status, why: str) -> Status:
    """With the other polarity."""
    other = "negative" if found.polarity == "positive" else "positive"
    return changed(found, why, polarity=other)


def doubted(found: Status, certainty: str, why: str) -> Status:
    """Never surer than before."""
    if ORDER.index(certainty) <= ORDER.index(found.certainty):
        return found
    return replace(changed(found, why, certainty=certainty), intended=False)


def willed(found: Status, certainty: str, why: str) -> Status:
    """As `doubted`, where somebody wants or means to do it."""
    made = doubted(found, certainty, why)
    return replace(made, intended=made is not found and found.certainty == "certain")


def of_predicate(tree: Tree, n: int, below: int = -1) -> Status:
    """By the predicate itself; `below`: the word that is asked about, which denies nothing here."""
    if tree.upos[n] in ("VERB", "AUX") or tree.below(n, "cop", "aux"):
        return of_clause(tree, n, below)
    found = Status()
    if _no(tree, n):
        found = flipped(found, "no")
    if any(tree.lemmas[k] in w.TAKES_PLACE and negated(tree, k) for k in tree.below(n, "acl")):
        found = flipped(found, "never happened")
    return _described(tree, n, found)


def _described(tree: Tree, n: int, found: Status) -> Status:
    """By the adjectives of a noun: `an alleged raid`, `a planned visit`, `the coming vote`."""
    for kid in tree.below(n, "amod", "compound"):
        word = tree.words[kid]
        if word in w.ALLEGED:
            found = doubted(found, w.ALLEGED[word], word)
        elif word in w.AHEAD_ADJECTIVES:
            certainty = w.AHEAD_ADJECTIVES[word]
            found = changed(doubted(found, certainty, word), word, time="future")
        elif word in w.UNDONE_ADJECTIVES:
            found = flipped(found, word)
    for kid in tree.below(n, "acl"):
        if tree.xpos[kid] == "VBN" and tree.lemmas[kid] in w.SET and not auxiliaries(tree, kid):
            found = changed(doubted(found, "probable", tree.words[kid]), "planned", time="future")
    if any(tree.full[k] == "nmod:poss" and tree.has(k, "next") for k in tree.kids[n]):
        found = changed(doubted(found, "probable", "next"), "next", time="future")
    return found


def of_clause(tree: Tree, n: int, below: int = -1) -> Status:
    """By the auxiliaries, adverbs and pronouns of a predicate's own clause."""
    aux = auxiliaries(tree, n)
    if _imperative(tree, n):
        found = Status(certainty="unclear", time="future", how=("an order",))
        return flipped(found, "not") if negated(tree, n, below) else found
    if _is_wished(tree, n, aux):
        found = Status(certainty="unclear", time="future", how=("that it be",))
        return flipped(found, "not") if negated(tree, n, below) else found
    found = Status(time=_tense(tree, n, aux))
    found = _modal(tree, n, aux, found)
    if tree.lemmas[n] in ("convene", "call") and found.time == "past" and _for_a_day(tree, n):
        found = changed(doubted(found, "probable", "for a day"), "for a day", time="future")
    if negated(tree, n, below):
        found = flipped(found, "not")
    if _had_it(tree, n):
        found = flipped(found, "had it")
    if found.time == "future" and _conditional(tree, n) and not _arranged(tree, n):
        found = doubted(found, "possible", "if")
    if any(tree.lemmas[k] in ("likelihood", "probability") for k in tree.below(n, "obl")):
        found = doubted(found, "probable", "likelihood")
    for kid in tree.below(n, "advmod", "discourse", "parataxis"):
        if tree.words[kid] in w.ADVERBS:
            found = doubted(found, w.ADVERBS[tree.words[kid]], tree.words[kid])
        elif tree.words[kid] in w.NEARLY and kid < n and tree.lemmas[n] not in w.MULTIPLIED:
            found = flipped(found, tree.words[kid])
    return found


def _had_it(tree: Tree, n: int) -> bool:
    """`Had the dam not burst, we would be dry`: what is supposed here is the contrary of what was."""
    first = min(tree.under(n), default=n)
    inverted = tree.words[first] == "had" and tree.heads[first] == n and not tree.mark(n)
    return inverted and tree.rels[n] in ("advcl", "ccomp") and bool(tree.below(n, "nsubj"))


def _for_a_day(tree: Tree, n: int) -> bool:
    """`convened it for Tuesday night`, `have called a strike for May 1`."""
    things = tree.below(n, "obj")
    near = [*tree.below(n, "obl"), *(k for thing in things for k in tree.below(thing, "nmod"))]
    days = [k for k in near if tree.case(k) == "for" and is_time(tree, k)]
    named = any(tree.words[j].rstrip(".")[:3] in _DAYS for k in days for j in tree.under(k))
    return named and (bool(things) or tree.lemmas[n] == "convene")


# Weekdays and months as they begin, written out or cut short.
_DAYS = frozenset(word[:3] for word in w.MONTHS)


def _imperative(tree: Tree, n: int) -> bool:
    """`Leave the square`: a bare verb in front, alone or in quotes."""
    if tree.xpos[n] not in ("VB", "VBP") or tree.below(n, "nsubj", "mark") or headline(tree):
        return False
    before = [k for k in range(n) if tree.upos[k] not in ("PUNCT", "AUX", "PART", "INTJ")]
    return not before and set(auxiliaries(tree, n)) <= {"do"}


def _is_wished(tree: Tree, n: int, aux: list[str]) -> bool:
    """`insist that the case be closed`"""
    return (
        aux == ["be"]
        and tree.xpos[n] == "VBN"
        and tree.mark(n) == "that"
        and tree.rels[n] == "ccomp"
    )


def _arranged(tree: Tree, n: int) -> bool:
    """`are to meet on Friday, unless the road is shut`: it is planned all the same."""
    to_be = tree.has(n, "to") and set(auxiliaries(tree, n)) & w.IS
    only = [tree.mark(k) for k in tree.below(n, "advcl") if tree.mark(k) in ("if", "unless")]
    return bool(to_be) and only == ["unless"]


def _conditional(tree: Tree, n: int) -> bool:
    return any(tree.mark(k) in ("if", "unless") for k in tree.below(n, "advcl"))


def negated(tree: Tree, n: int, below: int = -1) -> bool:
    """`not`, `never`, `no one`, `without …ing`; an odd number of them."""
    if _until(tree, n):
        return False  # `did not leave until May`
    own = [k for k in tree.below(n, "advmod", "cc", "preconj", "mark") if k < n]
    said = [k for k in own if tree.words[k] in w.NOT and not _not_only(tree, k)]
    count = len(said)
    count += any(tree.has(k, "never") for k in tree.below(n, "advmod") if k < n)
    if (
        not count
        and tree.rels[n] == "conj"
        and tree.has(n, "or", "nor")
        and not tree.below(n, "aux", "nsubj")
    ):
        count = sum(tree.words[k] in w.NOT for k in tree.below(tree.heads[n], "advmod"))
    joined = [
        k for k in tree.below(n, "nsubj", "obj", "obl", "advmod")
        if tree.lemmas[k] != "doubt" and not _second(tree, n, k) and k not in said
    ]  # fmt: skip
    count += any(_no(tree, k) and not _aside(tree, k) for k in joined if k != below)
    first = next(iter(tree.kids[n]), n)
    inverted = tree.words[first] == "neither" and tree.rels[n] != "conj"
    inverted = inverted and first not in joined
    count += inverted and not any(tree.words[k] == "neither" for k in own)
    if tree.rels[n] in ("acl", "advcl") and tree.mark(n) in w.WITHOUT:
        count += 1
    return count % 2 == 1


def _aside(tree: Tree, k: int) -> bool:
    """`welcomed it without joy`, `claimed victory with barely half of the votes counted`: how it was done."""
    if tree.rels[k] != "obl":
        return False
    return tree.case(k) in w.WITHOUT or not any(tree.words[j] in w.NO for j in tree.kids[k])


def _second(tree: Tree, n: int, k: int) -> bool:
    """What the reader took for another subject: `are selling 30 boats, none of them new`."""
    subjects = tree.below(n, "nsubj")
    return k > n and k in subjects and k != subjects[0] < n


def _until(tree: Tree, n: int) -> bool:
    behind = tree.below(n, "obl", "advmod", "advcl")
    said = any("until" in (tree.case(k), tree.mark(k)) for k in behind)
    return said and any(tree.words[k] in ("not", "n't") for k in tree.under(n))


def _not_only(tree: Tree, k: int) -> bool:
    """`not only`, `not by rebels but by soldiers`: it was done all the same."""
    if k + 1 >= len(tree.words):
        return False
    other = tree.upos[k + 1] == "ADP" and "but" in tree.words[k + 2 :]
    return other or tree.words[k + 1] in ("only", "just", "merely", "least")


def _no(tree: Tree, n: int) -> bool:
    """Whether a phrase denies what it names: `no one`, `none of them`, `neither side`, `not a single`."""
    if tree.words[n] in w.NOBODY:
        return True
    if tree.case(n) in w.WITHOUT:
        return True
    hardly = frozenset() if is_time(tree, n) else w.HARDLY  # `barely a day after`
    said = [k for k in tree.kids[n] if k < n and tree.words[k] in w.NO | hardly]
    return any(not _not_only(tree, k) for k in said)


def _tense(tree: Tree, n: int, aux: list[str]) -> str:
    if set(aux) & w.WILL or _going_to(tree, n):
        return "future"
    if tree.has(n, "to") and set(aux) & w.IS:
        return "future"
    if tree.has(n, "to") and aux == ["be"] and tree.below(n, "nsubj") and tree.rels[n] in _APART:
        return "future"  # `all to be charged`
    if set(aux) & w.WAS and tree.xpos[n] == "VBG" and _reported(tree, n):
        return "present"
    if set(aux) & w.WAS or "had" in aux or "did" in aux:
        return "past"
    if set(aux) & w.HAVE:
        return "present" if "been" in aux and tree.xpos[n] == "VBG" else "past"
    if tree.xpos[n] == "VBG" and set(aux) & w.IS:
        return "future" if _ahead(tree, n) else "present"
    if set(aux) & w.IS and tree.xpos[n] == "VBN":
        return "present"
    if set(aux) & w.IS or "do" in aux or "does" in aux:
        return "present"
    if tree.xpos[n] in ("VBZ", "VBP"):
        return "future" if _ahead(tree, n) else ("past" if headline(tree) else "present")
    if tree.xpos[n] == "VB" and headline(tree):
        return "future" if tree.has(n, "to") else "past"
    return "past"


def _ahead(tree: Tree, n: int) -> bool:
    """Whether a time beside a verb is one to come: `next week`, or `on 1 July` with a present."""
    beside = [(k, j) for k in tree.below(n, "obl", "advmod") for j in tree.under(k)]
    if any(tree.words[j] in w.TO_COME for _, j in beside):
        return True
    dated = any(tree.words[j] in w.MONTHS and tree.case(k) == "on" for k, j in beside)
    return dated and not headline(tree)


def _going_to(tree: Tree, n: int) -> bool:
    head = tree.heads[n]
    return tree.rels[n] == "xcomp" and head >= 0 and tree.words[head] == "going"


def headline(tree: Tree) -> bool:
    """Whether a sentence is set like a headline: it ends in no stop."""
    return bool(tree.words) and tree.words[-1] not in w.STOPS


def _modal(tree: Tree, n: int, aux: list[str], found: Status) -> Status:
    if tree.has(n, "to") and "have" in aux and set(aux) & w.WAS:
        return flipped(changed(found, "was to have", time="past"), "was to have")
    perfect = "have" in aux and (tree.xpos[n] in ("VBN", "VBG", "VBD") or "been" in aux)
    if tree.rels[n] == "advcl" and not tree.mark(n) and tree.words[min(tree.under(n))] == "should":
        return changed(doubted(found, "possible", "should"), "should", time="future")
    for word in aux:
        if word in ("would", "should", "'d") and perfect:
            if negated(tree, n):
                why = f"{word} have"
                found = changed(found, why, time="past")
                # `it should not have sent them`: but it did
                return flipped(found, why) if word == "should" else found
            return flipped(changed(found, f"{word} have", time="past"), f"{word} have")
        if word in ("could", "might") and perfect and _but(tree, n):
            return flipped(changed(found, f"{word} have, but", time="past"), f"{word} have, but")
        if word == "would" and tree.has(n, "later") and tree.heads[n] < 0:
            return changed(found, "would later", time="past")
        if word in w.MODALS:
            sure = word == "must" or (word in ("can", "ca") and negated(tree, n))
            certainty = "probable" if sure and perfect else w.MODALS[word]
            if word == "would" and _reported(tree, n):
                return changed(found, "would, as reported", time="future")
            if word == "could" and tree.mark(n).startswith("before"):
                return flipped(changed(found, "before it could", time="past"), "before it could")
            if word in ("could", "can", "ca") and negated(tree, n) and not perfect:
                return changed(found, "can not", time="past" if word == "could" else "present")
            when = "past" if perfect else found.time if _goes_on(tree, n, aux) else "future"
            when = "present" if _goes_on(tree, n, aux) and not perfect else when
            return doubted(changed(found, word, time=when), certainty, word)
    return found


_APART = ("advcl", "parataxis", "conj", "root", "dep", "appos")
_MARKS = frozenset(("``", "“", '"', "''", "”"))


def _but(tree: Tree, n: int) -> bool:
    """`could have left, but stayed`."""
    return any(tree.has(k, "but") for k in tree.below(n, "conj", "parataxis"))


def _goes_on(tree: Tree, n: int, aux: list[str]) -> bool:
    return "be" in aux and tree.xpos[n] == "VBG"


def _reported(tree: Tree, n: int) -> bool:
    head = tree.heads[n]
    if n < head and sum(word in _MARKS for word in tree.words[:n]) % 2:
        return False  # in his own words: `"I would accept that," he said`
    if head >= 0 and tree.rels[n] == "conj" and not _supposed(tree, n):
        n, head = head, tree.heads[head]  # `said that it knew and would come`
    told = w.TOLD | w.DENIES | w.VOWS
    inside = head >= 0 and tree.rels[n] == "ccomp" and tree.lemmas[head] in told
    return inside and not _supposed(tree, n)


def _supposed(tree: Tree, n: int) -> bool:
    """Whether a condition or the like hangs on a clause: anything but an aim and where and how it is."""
    marks = [tree.mark(k).split(" ")[0] for k in tree.below(n, "advcl")]
    bare = [k for k in tree.below(n, "advcl") if not tree.mark(k) and tree.xpos[k] != "VBG"]
    bare = [k for k in bare if tree.words[min(tree.under(k))] not in _HOW]
    return bool(bare) or any(mark in _IFS for mark in marks)


_HOW = frozenset("where how when".split())  # `would be rebuilt where it stood`
_IFS = frozenset("if unless provided once until were had should whether".split())


def auxiliaries(tree: Tree, n: int) -> list[str]:
    """The auxiliary verbs of a word, in small letters: its own, or those that it shares with the verb that it
    is joined to (`will arrest and deport`)."""
    own = [tree.words[k] for k in tree.below(n, "aux", "cop")]
    if own or tree.rels[n] != "conj" or tree.below(n, "nsubj") or tree.has(n, "to"):
        return own
    return _shared(tree, n, tree.heads[n])


def _shared(tree: Tree, n: int, head: int) -> list[str]:
    above = [tree.words[k] for k in tree.below(head, "aux")]
    if tree.xpos[n] in ("VB", "VBP"):
        # `could be jailed and lose his post`
        own = [word for word in above if word in w.MODALS or word in w.WILL]
        return above if tree.xpos[head] == "VB" and tree.xpos[n] == "VB" else own
    perfect = "have" in above and tree.xpos[head] == "VBN"
    # `would have preferred it, and walked out`
    parted = any(tree.words[k] == "," for k in tree.kids[n])
    regular = tree.xpos[n] == "VBD" and tree.words[n].endswith("ed") and not parted
    alike = tree.xpos[n] == "VBN" or regular
    return above if perfect and alike else []
