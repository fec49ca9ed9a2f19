"""What beside a predicate says when it happened: times, and deeds before or after which it came."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemma.events.agents import is_time
from stemma.events.lexicon import NOUNS
from stemma.events.partaking import partakes
from stemma.events.tree import Span, Tree
from stemma.events.words import CARRIES, TAKES_PLACE

# What puts the deed above it later, and what puts it earlier, than the deed that it stands before.
_LATER = frozenset(("after", "since", "following", "once"))
_EARLIER = frozenset(("before", "until", "till", "ahead"))
# What puts it beside that deed, on the same day.
_TOGETHER = frozenset(("at", "in", "during", "on", "amid", "by", ""))
_GOES = TAKES_PLACE - {"be", "follow", "go"} | {"get"}  # `the trial began`, `got under way`
_WITH_IT = frozenset("refuse decline remain stay leave".split())  # `will stay shut on Monday`
_IN_IT = frozenset(("at", "in", "into", "during"))  # `read aloud at the funeral on Monday`
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
    on Monday`, `joined the search on Monday`), or that it is not done (`refused to leave on Monday`)."""
    for n in words:
        above = tree.heads[n]
        if above < 0 or above in words or tree.upos[above] != "VERB":
            continue
        noun = tree.upos[n] == "NOUN" and (
            partakes(tree, n)
            or (tree.rels[n] == "nsubj" and tree.lemmas[above] in _GOES)
            or (tree.rels[n] == "obj" and tree.lemmas[above] in CARRIES)
        )
        at = tree.upos[n] == "NOUN" and tree.rels[n] == "obl" and tree.case(n) in _IN_IT
        refused = tree.rels[n] == "xcomp" and tree.lemmas[above] in _WITH_IT
        if noun or refused or at:
            yield from _times(tree, above, words, n if at else -1)
        if _same_day(tree, n):
            yield from _times(tree, above, words, -1)
        up = tree.heads[above]
        if noun and up >= 0 and tree.upos[up] == "VERB" and _same_day(tree, above):
            yield from _times(tree, up, words, -1)


def _same_day(tree: Tree, n: int) -> bool:
    """Whether a clause that has no time of its own tells of the day of the one above: `crashed on Monday,
    killing four`, `fell on Monday when it burst`."""
    if tree.rels[n] == "conj" and tree.heads[n] >= 0:
        alike = tree.xpos[n] == tree.xpos[tree.heads[n]] == "VBD" and not tree.below(n, "nsubj")
        return alike and not any(is_time(tree, k) for k in tree.below(n, "obl", "advmod"))
    if tree.rels[n] != "advcl" or any(is_time(tree, k) for k in tree.below(n, "obl", "advmod")):
        return False
    mark = tree.mark(n)
    return mark in ("when", "as") or (not mark and tree.xpos[n] in ("VBG", "VBN"))


def _times(tree: Tree, verb: int, words: tuple[int, ...], behind: int) -> Iterator[Span]:
    """What hangs on a verb as a time would, behind a word."""
    for kid in tree.below(verb, "obl", "advmod"):
        if kid > behind and kid not in words and not _has_own(tree, verb, kid):
            inner = [kid, *_below(tree, kid)]
            yield tree.starts[min(inner)], tree.ends[max(inner)]


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
            if tree.rels[kid] in _BESIDE and kid not in words and not _has_own(tree, n, kid):
                inner = [kid, *_below(tree, kid)]
                yield tree.starts[min(inner)], tree.ends[max(inner)]


def _has_own(tree: Tree, n: int, kid: int) -> bool:
    """Whether the times inside what hangs on a word are those of another deed. What happens *at* talks
    happens on their day."""
    if tree.case(kid).split(" ")[0] in _LATER | _EARLIER and not is_time(tree, kid):
        return True  # `since the war of 1998`, whatever stands behind it
    if tree.lemmas[kid] not in NOUNS:
        return False
    together = tree.rels[kid] != "obj" and tree.case(kid).split(" ")[0] in _TOGETHER
    return tree.upos[n] != "VERB" or not together


def _below(tree: Tree, n: int) -> list[int]:
    found = []
    for kid in tree.kids[n]:
        # A possessive dates what it stands before: `condemned last week's raid`.
        apart = tree.rels[kid] in _APART or tree.full[kid] == "nmod:poss"
        since = tree.case(kid).split(" ")[0] in _LATER | _EARLIER
        # `for the first time since 1998` says nothing of when.
        since = since and (tree.lemmas[n] == "time" or not is_time(tree, kid))
        if apart or since or tree.lemmas[kid] in NOUNS:
            continue
        found += [kid, *_below(tree, kid)]
    return found


def order(tree: Tree, carried: Sequence[tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Mention -> the mentions of the sentence that it says came before, by number: `fled after the raid`.
    `carried`: the words of each."""
    of_word = {n: number for number, words in enumerate(carried) for n in words}
    found: dict[int, set[int]] = defaultdict(set)
    for n, number in of_word.items():
        above = of_word.get(tree.heads[n])
        said = tree.mark(n) or tree.case(n)
        word = said.split(" ")[0] if tree.rels[n] in ("advcl", "obl", "nmod") else ""
        if above is None or above == number:
            continue
        if word in _LATER:
            found[above].add(number)
        elif word in _EARLIER:
            found[number].add(above)
    return {number: tuple(sorted(before)) for number, before in found.items()}
