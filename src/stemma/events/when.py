"""What beside a predicate says when it happened."""

from collections.abc import Iterator

from stemma.events.agents import is_time
from stemma.events.lexicon import NOUNS
from stemma.events.partaking import partakes
from stemma.events.sameday import (
    COUNTED,
    JUDGED,
    SHORT,
    after_it,
    beside_subject,
    counted_off,
    follows,
    goes_on_by,
    is_counted_apart,
    is_dated_by_of,
    is_of_crime,
    is_relative,
    is_told,
)
from stemma.events.sequence import EARLIER, LATER
from stemma.events.tree import Span, Tree
from stemma.events.words import CARRIES, TAKES_PLACE
from stemma.text.calendar import MONTHS

# What puts it beside that deed, on the same day.
_TOGETHER = frozenset(("at", "in", "during", "on", "amid", "by", ""))
_GOES = TAKES_PLACE - {"be", "follow", "go"} | {"get"}  # `the trial began`, `got under way`
_WITH_IT = frozenset("refuse decline remain stay leave".split())  # `will stay shut on Monday`
_IN_IT = frozenset(("at", "in", "into", "during"))  # `read aloud at the funeral on Monday`
# Verbs that say that a deed ends, which of some may be its only day.
_ENDS = frozenset("end collapse conclude close finish fail".split())
_MEETS = frozenset("meet gather convene assemble".split())
_EXPECTED = frozenset("expect schedule set plan slate suppose".split())
_EITHER = frozenset("shut hit cut put set let shed spread quit split burst cost cast".split())
_AHEAD = frozenset("seek run stand campaign compete".split())  # `seeks a term in the fall election`
# Verbs of setting about what their clause tells: `tried on Monday to climb the fence`.
_SETS_ABOUT = frozenset("begin start try attempt manage proceed fail".split())
# What is called for is done later, if at all.
_CALLS = frozenset(
    "agree appeal ask call consider contemplate demand draft mull opt order plan pledge prefer prepare "
    "promise propose push request schedule seek threaten urge want weigh".split()
)
_INTENDS = frozenset("intend plan mean hope aim expect".split())
_SET_FOR = frozenset("schedule plan set slate expect fix book".split())
_COMES_ABOUT = CARRIES | frozenset("agree strike conclude stage broker hammer negotiate".split())
# At what one is is where one speaks.
_OCCASIONS = frozenset("host chair address attend visit receive tour meet".split())
# What happens at one go, and what it does to people and things.
_SUDDEN = frozenset(
    "attack strike assault airstrike blast explosion bombing raid ambush shooting stabbing crash collision "
    "derailment quake earthquake tremor fire blaze storm hurricane tornado flood avalanche landslide "
    "mudslide eruption stampede collapse".split()
)
_HARMS = frozenset(
    "kill injure wound maim destroy damage flatten devastate level claim leave wreck hit strike gut shake "
    "rock trap bury".split()
)
_DEEP = 4  # clauses that one goes up
_APART = ("acl", "advcl", "parataxis", "appos", "conj")
_BESIDE = ("obl", "advmod", "nmod", "obj", "dep", "amod", "compound")


def beside(tree: Tree, words: tuple[int, ...], ahead: bool = False) -> list[Span]:
    """The stretches of characters, first and behind the last, of what hangs on the words of a predicate as a
    time would: `vetoed on Monday`, `the raid of 3 May`, `Monday's raid`. Clauses are none, nor is another
    deed that these words are about (`condemned the raid of Monday`, `an inquiry into Monday's raid`): its
    times are its own. `ahead`: the deed is to come, so that a time right behind its noun is its own, whatever
    verb it hangs on (`considers a strike on 20 May`)."""
    own = {*_beside(tree, words), *(_behind(tree, words) if ahead else ())}
    return sorted(own | {*_of_verb(tree, words)})


def _of_verb(tree: Tree, words: tuple[int, ...]) -> Iterator[Span]:
    """Times that hang on the verb that only says that what a noun tells is done or goes on (`the trial began
    on Monday`, `joined the search on Monday`), or that it is not done (`refused to leave on Monday`), or on
    one of whose clause a deed without a time is part."""
    for n in words:
        above = tree.heads[n]
        if above >= 0 and above not in words:
            yield from _of_clause(tree, n, above, words)
        for kid in [*_not_done(tree, n), *_within(tree, n)]:
            yield from times_at(tree, kid, words, -1)
        yield from (_whole(tree, unit) for unit in counted_off(tree, n))
        for verb in after_it(tree, n):
            yield from times_at(tree, verb, words, -1)
        if tree.upos[n] == "VERB" and not is_dated(tree, n):
            yield from beside_subject(tree, n)
        yield from _of_sudden(tree, n, words)
        yield from _of_what_is_made(tree, n, words)


def _not_done(tree: Tree, n: int) -> list[int]:
    return tree.below(n, "xcomp") if tree.lemmas[n] in _WITH_IT else []


def _within(tree: Tree, n: int) -> list[int]:
    """The verbs of the clauses of a predicate without a time on whose day it is done: `were killed when it
    fell on Monday`, `speaking on Monday, he said`, `the chairman, who hosted talks on Monday, said`."""
    if tree.upos[n] != "VERB" or is_dated(tree, n):
        return []
    kids = tree.below(n, "advcl")
    found = [kid for kid in kids if _is_meanwhile(tree, kid) or _is_beside(tree, kid)]
    for subject in tree.below(n, "nsubj"):
        found += [
            kid for kid in tree.below(subject, "acl") if tree.full[kid] == "acl:relcl"
            and tree.lemmas[kid] in _OCCASIONS and tree.xpos[kid] == "VBD" and tree.words[kid - 2] == ","
        ]  # fmt: skip
    return [*found, *(kid for one in found for kid in _set_about(tree, one))]


def _is_beside(tree: Tree, n: int) -> bool:
    """`speaking`, without anything that puts it before or behind."""
    return tree.xpos[n] == "VBG" and not tree.below(n, "mark", "aux")


def _of_clause(tree: Tree, n: int, above: int, words: tuple[int, ...]) -> Iterator[Span]:
    verb = tree.upos[above] == "VERB"
    at = tree.upos[n] == "NOUN" and tree.rels[n] == "obl" and tree.case(n) in _IN_IT
    own = verb and (_is_carried(tree, n, above) or at or _is_refused(tree, n, above))
    if own:
        behind = n if at and not _goes_on(tree, n, above) else -1
        yield from times_at(tree, above, words, behind)
    if own or (at and tree.rels[above] == "xcomp"):  # `leaving two dead in a clash`
        n = above if verb else tree.heads[above]
    elif _counts(tree, above) and _is_carried(tree, above, tree.heads[above]):
        n = tree.heads[above]  # `two days of bargaining ended on Friday`
        yield from times_at(tree, n, words, -1)
    for up in _along(tree, n):
        yield from [_bare(tree, up)] if is_time(tree, up) else times_at(tree, up, words, -1)
        if is_time(tree, up) or is_dated(tree, up):
            break
        for kid in _within(tree, up) if n not in tree.below(up, "advcl") else ():
            yield from times_at(tree, kid, words, -1)


def _goes_on(tree: Tree, n: int, verb: int) -> bool:
    """Whether what is done in the course of a deed, or in one that is told of as new, is done on its day
    wherever that is said: `broke windows on Monday during a march`. What is known by its name may be an
    older one: `was jailed on Monday in the raid`."""
    if tree.lemmas[verb] in JUDGED:
        return False
    new = tree.has(n, "a", "an") or any(tree.xpos[k] == "JJS" for k in tree.below(n, "amod"))
    return tree.case(n) == "during" or new


def _is_carried(tree: Tree, n: int, verb: int) -> bool:
    """Whether a verb says no more of a deed than that it takes place, goes on or ends."""
    if verb < 0 or tree.upos[n] != "NOUN":
        return False
    ends = tree.lemmas[verb] in _ENDS and (tree.lemmas[n] in SHORT or _counts(tree, n))
    return (
        (partakes(tree, n) and tree.lemmas[verb] not in _CALLS)
        or (tree.rels[n] == "nsubj" and (tree.lemmas[verb] in _GOES or ends))
        or (tree.rels[n] == "obj" and tree.lemmas[verb] in CARRIES)
        or (tree.rels[n] == "nsubj" and tree.lemmas[verb] in _SET_FOR and tree.passive(verb))
        or goes_on_by(tree, n, verb)
        or _is_blow(tree, n, verb)
    )


def _is_blow(tree: Tree, n: int, verb: int) -> bool:
    """Whether a verb says what something sudden did: `the blast killed two on Monday`."""
    does = tree.full[n] == "nsubj" and tree.lemmas[n] in _SUDDEN
    return does and tree.lemmas[verb] in _HARMS


def _of_sudden(tree: Tree, n: int, words: tuple[int, ...]) -> Iterator[Span]:
    """Times of something sudden that a verb says what it did: `Monday's blast killed two`, `a blast that
    woke the town on Monday has killed two`; and of itself by such a clause about it."""
    nouns = [k for k in tree.below(n, "nsubj") if _is_blow(tree, k, n)]
    for noun in [n, *nouns] if tree.lemmas[n] in _SUDDEN else nouns:
        clauses = [k for k in tree.below(noun, "acl") if tree.lemmas[k] in _HARMS]
        for verb in clauses:
            if any(tree.words[k] in ("that", "which") for k in tree.below(verb, "nsubj")):
                yield from times_at(tree, verb, words, -1)
    if not is_dated(tree, n):
        for noun in nouns:
            yield from _beside(tree, (noun,))


def _of_what_is_made(tree: Tree, n: int, words: tuple[int, ...]) -> Iterator[Span]:
    """Times of a clause about a deed that says that it was made or is to be: `an agreement that ministers
    reached on Monday`, `the vote, scheduled for Monday`."""
    if tree.upos[n] != "NOUN" or any(tree.upos[k] == "VERB" for k in words):
        return
    for verb in tree.below(n, "acl"):
        done = any(tree.words[k] in ("that", "which") for k in tree.below(verb, "obj"))
        passive = tree.passive(verb) or tree.xpos[verb] == "VBN"
        if (tree.lemmas[verb] in _COMES_ABOUT and (done or passive)) or (
            tree.lemmas[verb] in _SET_FOR and passive
        ):
            yield from times_at(tree, verb, words, -1)


def _set_about(tree: Tree, n: int) -> list[int]:
    """The deed that a verb says somebody set about."""
    kids = tree.below(n, "xcomp", "advcl") if tree.lemmas[n] in _SETS_ABOUT else []
    return [kid for kid in kids if tree.has(kid, "to")]


def _is_refused(tree: Tree, n: int, verb: int) -> bool:
    return tree.rels[n] == "xcomp" and tree.lemmas[verb] in _WITH_IT


def _counts(tree: Tree, n: int) -> bool:
    """`two days`"""
    return tree.lemmas[n] in COUNTED and bool(tree.below(n, "nummod"))


def is_dated(tree: Tree, n: int) -> bool:
    """Whether a predicate has a time of its own; how long something took is none."""
    kids = tree.below(n, "obl", "advmod")
    return any(is_time(tree, k) and not _counts(tree, k) for k in kids)


def _bare(tree: Tree, n: int) -> Span:
    """A time without what hangs on it as a clause: `June 5, when the panel meets`."""
    inner = [n, *tree.below(n, "nmod", "compound", "nummod", "flat")]
    return tree.starts[min(inner)], tree.ends[max(inner)]


def _along(tree: Tree, n: int) -> Iterator[int]:
    """The predicates, or the time itself, on whose day the clause of a word tells of something, from the
    nearest upwards."""
    for _ in range(_DEEP):
        if not _same_day(tree, n):
            return
        n = tree.heads[n]
        if n < 0 or not (tree.upos[n] == "VERB" or is_time(tree, n)):
            return
        yield n


def _same_day(tree: Tree, n: int) -> bool:
    """Whether a clause that has no time of its own tells of the day of the one above: `crashed on Monday,
    killing four`, `fell on Monday when it burst`, `will meet on Monday to sign it`."""
    above = tree.heads[n]
    if above < 0 or is_dated(tree, n):
        return False
    if tree.rels[n] == "conj":
        return _goes_with(tree, n, above)
    if tree.rels[n] == "xcomp":
        return tree.has(n, "to") and _is_to_be(tree, above)
    if tree.rels[n] == "parataxis":  # `left on Monday, acquitted of theft`
        return tree.xpos[n] == "VBN" and not tree.below(n, "nsubj", "aux")
    if tree.rels[n] != "advcl":
        return False
    mark = tree.mark(n)
    if mark == "to":
        return tree.lemmas[above] in _MEETS | _SETS_ABOUT | {
            "use"
        }  # `used the session to announce`
    if _is_meanwhile(tree, n):
        return True
    if mark == "by":  # `answered on Monday by calling up reserves`
        return tree.xpos[n] == "VBG" and is_told(tree, above)
    return not mark and tree.xpos[n] in ("VBG", "VBN")


def _goes_with(tree: Tree, n: int, above: int) -> bool:
    """`fell on Monday and burst`, `fled on Monday and was caught`; not where a clause about a thing stands
    between, of which it may be a part: `left on Monday over a fire that ruined the hall and killed two`."""
    told = tree.xpos[n] in ("VBD", "VBN") or tree.words[n] in _EITHER
    if not is_told(tree, above) or not told or tree.below(n, "mark"):
        return False
    if tree.below(n, "nsubj") and not follows(tree, n, above):
        return False
    inner = [k for k in range(above + 1, n) if is_relative(tree, k)]
    if inner and "," not in tree.words[inner[-1] : n]:
        return False
    return all(tree.words[k] in ("was", "were") for k in tree.below(n, "aux"))


def _is_to_be(tree: Tree, above: int) -> bool:
    """`is expected to come`, `tried to come`; `Monday, when they intend to come`."""
    if tree.lemmas[above] in _INTENDS and _says_when(tree, above):
        return True
    return tree.lemmas[above] in _SETS_ABOUT or (
        tree.lemmas[above] in _EXPECTED and tree.passive(above)
    )


def _is_meanwhile(tree: Tree, n: int) -> bool:
    """Whether a clause says what else happened then: `when it fell`, `as it fell`, `while it was falling`;
    not `as he has said` or `while it has fallen`."""
    if tree.mark(n) == "as":  # not `as he did in 2021`
        return tree.lemmas[n] != "do" and not any(
            tree.lemmas[k] == "have" for k in tree.below(n, "aux")
        )
    if tree.mark(n) == "while":
        return tree.xpos[n] == "VBG"
    return _says_when(tree, n)


def _says_when(tree: Tree, n: int) -> bool:
    return tree.mark(n) == "when" or any(tree.words[k] == "when" for k in tree.below(n, "advmod"))


def times_at(tree: Tree, verb: int, words: tuple[int, ...], behind: int) -> Iterator[Span]:
    """What hangs on a verb as a time would, behind a word."""
    for kid in tree.below(verb, "obl", "advmod"):
        if kid > behind and kid not in words and not _has_own(tree, verb, kid):
            yield from _parts(tree, kid)


def _parts(tree: Tree, n: int) -> Iterator[Span]:
    """A phrase, cut at the years that are a thing's: `the 1995 returns`, `figures from 2010`."""
    inner = [n, *_below(tree, n)]
    first = min(inner)
    for cut in [*(k for k in range(first, max(inner) + 1) if _is_things(tree, k)), max(inner) + 1]:
        if cut > first:
            yield tree.starts[first], tree.ends[cut - 1]
        first = cut + 1


def _is_things(tree: Tree, year: int) -> bool:
    """Whether a year tells of which year a thing is, and not when what is done to it was done."""
    noun = tree.heads[year]
    if not (tree.words[year].isdigit() and len(tree.words[year]) == 4) or noun < 0:
        return False
    behind = year > 1 and tree.words[year - 1] in ("from", "of")
    noun = year - 2 if behind else noun  # wherever the reader hangs it
    named = tree.upos[noun] in ("NOUN", "PROPN") and tree.lemmas[noun] not in NOUNS
    thing = named and not is_time(tree, noun)
    before = year < noun and tree.words[noun - 1 if noun else 0] != ","
    return thing and (before or tree.case(year) in _OF_YEAR)


_OF_YEAR = frozenset("from of for".split())


def _whole(tree: Tree, n: int) -> Span:
    inner = [n, *_below(tree, n)]
    return tree.starts[min(inner)], tree.ends[max(inner)]


def _behind(tree: Tree, words: tuple[int, ...]) -> Iterator[Span]:
    for n in words:
        above = tree.heads[n]
        if tree.upos[n] != "NOUN" or above < 0 or tree.rels[n] not in ("obj", "obl", "nsubj"):
            continue
        behind = max([n, *_below(tree, n)]) + 1
        for kid in tree.below(above, "obl", "advmod", "nmod"):
            inner = [kid, *_below(tree, kid)]
            if min(inner) == behind and tree.lemmas[kid] not in NOUNS:
                yield tree.starts[min(inner)], tree.ends[max(inner)]


def _beside(tree: Tree, words: tuple[int, ...]) -> Iterator[Span]:
    for n in words:
        for kid in tree.kids[n]:
            apart = kid in words or is_counted_apart(tree, n, kid) or _has_own(tree, n, kid)
            if tree.rels[kid] in _BESIDE and not apart:
                own = tree.upos[n] != "VERB" and is_time(tree, kid)  # `the flood of 1998`
                yield from [_whole(tree, kid)] if own else _parts(tree, kid)


def _has_own(tree: Tree, n: int, kid: int) -> bool:
    """Whether the times inside what hangs on a word are those of another deed. What happens *at* talks
    happens on their day."""
    if tree.case(kid).split(" ")[0] in LATER | EARLIER and not is_time(tree, kid):
        return True  # `since the war of 1998`, whatever stands behind it
    if tree.lemmas[n] in _AHEAD and not is_time(tree, kid):
        return True
    if is_of_crime(tree, n, kid):
        return True
    together = tree.rels[kid] != "obj" and tree.case(kid).split(" ")[0] in _TOGETHER
    if (tree.upos[n] == "VERB" and together) or is_time(tree, kid):
        return False
    return tree.lemmas[kid] in NOUNS or is_dated_by_of(tree, kid)


def _below(tree: Tree, n: int) -> list[int]:
    found = []
    for kid in tree.kids[n]:
        # A possessive dates what it stands before: `condemned last week's raid`.
        apart = tree.rels[kid] in _APART or tree.full[kid] == "nmod:poss"
        since = tree.case(kid).split(" ")[0] in LATER | EARLIER
        # `for the first time since 1998` says nothing of when.
        since = since and (tree.lemmas[n] == "time" or not is_time(tree, kid))
        if apart or since or tree.lemmas[kid] in NOUNS or _dates_another(tree, n, kid):
            continue
        found += [kid, *_below(tree, kid)]
    return found


def _dates_another(tree: Tree, n: int, month: int) -> bool:
    """Whether a month dates a noun that another noun is about: `for the sake of elections in May`."""
    named = tree.words[month] in MONTHS and not tree.below(month, "nummod")
    return named and _is_about(tree, n)


def _is_about(tree: Tree, n: int) -> bool:
    above = tree.heads[n]
    nouns = above >= 0 and tree.upos[n] == tree.upos[above] == "NOUN"
    return nouns and tree.rels[n] == "nmod" and tree.case(n) == "of"
