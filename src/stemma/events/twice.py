"""Which mentions of a sentence tell of one event: an attack and whom it killed, a clash and its name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.events.agents import is_time
from stemma.events.tree import Tree

# What harm does to people and things: told beside an attack it is no second deed.
_DONE_TO = frozenset("kill wound injure maim hurt destroy damage flatten".split())
# Harm that does not strike by itself: `the war killed thousands`, `a threat that hurt` are no one deed.
_NO_STROKE = frozenset(
    "war battle conflict fight violence fighting occupation rape torture".split()
)
_LATER = frozenset("then later earlier afterwards before".split())
_IN = frozenset("in by during".split())
# What makes a noun name the deed of its verb: `clashed in the worst fight in years`, `in an assault`.
_ONE = frozenset("a an".split())
_RANKED = frozenset(
    "first second third last latest biggest largest worst deadliest bloodiest heaviest longest".split()
)


class Carried(NamedTuple):
    """A mention as it is asked here: its main word, its type, and whether it is said to be so."""

    top: int
    type: str | None
    status: tuple[str, str]


def twice(tree: Tree, mentions: Sequence[Carried]) -> dict[int, tuple[int, ...]]:
    """Mention -> those before it in the list that tell of the same event, by number."""
    found: dict[int, set[int]] = {}
    for n, one in enumerate(mentions):
        for k, other in enumerate(mentions[:n]):
            if _is_one(tree, one, other):
                found.setdefault(n, set()).add(k)
    return {n: tuple(sorted(others)) for n, others in found.items()}


def _is_one(tree: Tree, one: Carried, other: Carried) -> bool:
    if one.type is None or one.type != other.type:
        return False
    alike = one.status == other.status
    return any(
        _harms(tree, deed.top, harm.top, alike) or (alike and _is_called(tree, deed.top, harm.top))
        for deed, harm in ((one, other), (other, one))
    )


def _harms(tree: Tree, deed: int, harm: int, alike: bool) -> bool:
    """Whether a verb tells what a deed of the sentence did: `an attack that killed nine`, `shelled the town,
    wounding two`, `nine were killed in the attack`, `killed nine and wounded two`. `alike`: whether both are
    said to be so; a clause that tells of a noun is of it even if others deny having done it."""
    if tree.lemmas[harm] not in _DONE_TO or tree.upos[harm] != "VERB" or deed == harm:
        return False
    if tree.lemmas[deed] in _NO_STROKE or tree.mark(harm):
        return False
    return any(
        _tells_of(tree, deed, verb) or (alike and (verb == deed or _did(tree, deed, verb)))
        for verb in _joined(tree, harm)
    )


def _joined(tree: Tree, harm: int) -> Iterator[int]:
    """The verb, and those before it that it goes on from without a time of its own, as long as they tell of
    harm likewise."""
    yield harm
    at = harm
    while tree.rels[at] == "conj" and tree.lemmas[tree.heads[at]] in _DONE_TO:
        if any(is_time(tree, k) for k in tree.below(at, "obl")) or tree.has(at, *_LATER):
            return
        at = tree.heads[at]
        yield at


def _tells_of(tree: Tree, noun: int, verb: int) -> bool:
    """`an attack that killed nine`, `an attack in which nine were killed`."""
    if tree.rels[verb] != "acl" or tree.heads[verb] != noun or tree.full[verb] != "acl:relcl":
        return False
    return _in_which(tree, verb) if tree.passive(verb) else _subject_is_which(tree, verb)


def _did(tree: Tree, deed: int, verb: int) -> bool:
    """`the attack killed nine`, `nine were killed in the attack`, `shelled the town, wounding two`."""
    if tree.upos[deed] == "NOUN":
        done = tree.rels[deed] == "nsubj" and not tree.passive(verb)
        held = tree.rels[deed] == "obl" and tree.case(deed) in _IN
        return tree.heads[deed] == verb and (done or held)
    behind = tree.heads[verb] == deed and tree.rels[verb] == "advcl" and verb > deed
    return behind and tree.xpos[verb] == "VBG" and tree.first(verb, "nsubj") is None


def _subject_is_which(tree: Tree, verb: int) -> bool:
    return any(tree.words[k] in ("that", "which") for k in tree.below(verb, "nsubj"))


def _in_which(tree: Tree, verb: int) -> bool:
    """`an attack in which nine were killed`."""
    return any(tree.words[k] == "which" and tree.case(k) in _IN for k in tree.below(verb, "obl"))


def _is_called(tree: Tree, deed: int, noun: int) -> bool:
    """`clashed in the worst fight in years`: a noun behind `in` that is one, or the first or worst, of what
    the verb says."""
    if tree.upos[deed] != "VERB" or tree.upos[noun] != "NOUN" or tree.heads[noun] != deed:
        return False
    if tree.rels[noun] != "obl" or tree.case(noun) != "in" or noun < deed:
        return False
    beside = {tree.words[k] for k in tree.below(noun, "det", "amod")}
    return bool(beside & (_ONE | _RANKED))
