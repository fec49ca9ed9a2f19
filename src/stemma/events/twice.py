"""Which mentions of a sentence tell of one event: an attack and whom it killed, a clash and its name, a
resignation and that it was handed in, rockets that were fired and what they struck."""

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
# What says that the deed is done which its object names: `handed in his resignation`, `imposed penalties`.
_DOES = frozenset(
    "hand tender submit impose inflict sign conclude grant launch stage mount commit conduct hold declare "
    "lodge file".split()
)
# How a weapon gets to where it strikes.
_SENT = frozenset("fire launch drop hurl throw lob".split())
_MET = frozenset("meet gather convene assemble".split())
_SPOKEN = frozenset("discuss talk confer negotiate".split())


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
        _harms(tree, deed.top, harm.top, alike)
        or (alike and _is_told(tree, deed.top, harm.top, one.type))
        or (one.type == "CONSULT" and _met_to(tree, deed.top, harm.top))
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


def _is_told(tree: Tree, deed: int, again: int, kind: str) -> bool:
    """Whether a verb and what stands behind it, or before, are the same deed."""
    if tree.upos[deed] != "VERB":
        return False
    if tree.upos[again] == "NOUN":
        return _is_called(tree, deed, again) or _does(tree, deed, again)
    return kind == "ASSAULT" and _sent(tree, deed, again)


def _is_called(tree: Tree, deed: int, noun: int) -> bool:
    """`clashed in the worst fight in years`, `accused them of lies, a charge that they denied`: a noun behind
    `in`, or behind a comma, that is one, or the first or worst, of what the verb says."""
    if noun < deed or not _clause(tree, noun, deed):
        return False
    if tree.case(noun):
        fits = tree.rels[noun] == "obl" and tree.case(noun) == "in"
    else:
        fits = tree.rels[noun] in ("parataxis", "appos", "obl") and tree.has(noun, ",")
    beside = {tree.words[k] for k in tree.below(noun, "det", "amod")}
    return fits and bool(beside & (_ONE | _RANKED))


def _clause(tree: Tree, noun: int, deed: int) -> bool:
    """Whether the first verb above a noun is that of a deed, or is joined to it: `stormed the bank and freed
    nine, in an assault that …`."""
    verb = next((k for k in tree.above(noun) if tree.upos[k] == "VERB"), None)
    if verb is not None and tree.rels[verb] == "conj" and verb > deed:
        return deed in (verb, tree.heads[verb])
    return verb == deed


def _does(tree: Tree, verb: int, noun: int) -> bool:
    """`handed in his resignation`, `penalties that the union imposed`, `a pact, signed on Monday`: whether
    the verb says that the deed is done which the noun names."""
    if tree.lemmas[verb] not in _DOES:
        return False
    if tree.heads[verb] == noun and tree.rels[verb] == "acl":
        return tree.passive(verb) or any(
            tree.words[k] in ("that", "which") for k in tree.below(verb, "obj")
        )
    done = tree.rels[noun] == "obj" or (tree.rels[noun] == "nsubj" and tree.passive(verb))
    return tree.heads[noun] == verb and done


def _met_to(tree: Tree, verb: int, other: int) -> bool:
    """`met to discuss the report`."""
    if tree.lemmas[verb] not in _MET or tree.lemmas[other] not in _SPOKEN:
        return False
    joined = tree.heads[other] == verb and tree.rels[other] in ("advcl", "xcomp")
    return joined and tree.mark(other) == "to"


def _sent(tree: Tree, verb: int, participle: int) -> bool:
    """`rockets fired from the hills struck a market`, `hit by bullets fired from a car`: whether what strikes
    was sent as a participle says."""
    weapon = tree.heads[participle]
    if tree.lemmas[participle] not in _SENT or tree.rels[participle] != "acl" or weapon < 0:
        return False
    if tree.full[participle] == "acl:relcl" or tree.heads[weapon] != verb:
        return False
    struck = tree.rels[weapon] == "obl" and tree.case(weapon) == "by"
    return struck or (tree.rels[weapon] == "nsubj" and not tree.passive(verb))
