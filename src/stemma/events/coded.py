"""Which type a mention has, if any: what the model and the lists say of it, and whether those that it names
could do such a deed. What is not coded has a reason."""

from collections.abc import Mapping
from typing import Any

from stemma.events.able import LOOSE, nobodys
from stemma.events.agents import acts, group_of
from stemma.events.attacks import in_blows, in_words
from stemma.events.deedless import no_deed
from stemma.events.features import LIKELY, features
from stemma.events.happenings import STATES
from stemma.events.idioms import idiom
from stemma.events.lexicon import LIGHT, NOUNS, PLAIN
from stemma.events.meanings import meant
from stemma.events.mentions import VERB, Mention, heads_of
from stemma.events.noun_senses import VAGUE
from stemma.events.objects import HARM, direct
from stemma.events.own import (
    is_ahead,
    is_bound,
    own_type,
    surely,
)
from stemma.events.senses import other_sense
from stemma.events.states import state_of
from stemma.events.tree import Tree
from stemma.events.types import NONE, shipped
from stemma.events.words import TOLD

SURE = 0.3  # share of a type below which a mention is not coded
AGREED = 0.2  # the same where lists and model say the same
UNLISTED = 0.97  # the same for a verb that is in no list: running text has very many of them
MEANT = 0.8  # the same of the type that it means by the table of meanings
# The same where people or bodies do it to others, or where the verb says by itself that something happens:
# of such verbs more tell of deeds. For the second reason 17 of 19 that the farm's authors tell of are right;
# from 0.8 to 0.9 it would be 14 of 17, with as many more that nobody takes for events.
BOTH = 0.9
AGAINST = 0.9  # share from which the model decides against the type of a noun
OTHER = 0.8  # the same for a verb, where the type is none that the verb may stand for
LEAST = 0.02  # share of the type of a verb's own that is given where the model has another
SENSE = 0.6  # share of another type that a word may stand for, from which it does
NO_MORE = 0.7  # share of none from which a verb that has one sense is none
EVEN = 0.5  # share of none from which a noun of many uses is none
AHEAD = 0.6  # the same for a promise or a threat, where the verb is of what is yet to come
CLEAR = 0.8  # the same of what is yet to come, where the verb says by itself what happens
GIVEN = 0.7  # share from which what a verb is done to need be nothing that we know
ALONE = 0.55  # the least share where neither who nor whom is known
# Types of what is yet to come, whatever the verb: `will send howitzers`, `will bomb the port`.
_AHEAD = frozenset(("AGREE", "THREATEN"))


def typed(tree: Tree, mention: Mention, vector: Any) -> tuple[str | None, str]:
    """The type, or none, and why."""
    if mention.unknown:
        return None, f"not coded: {mention.unknown}"
    why = no_deed(tree, mention)
    if why:
        return None, f"not coded: {why}"
    shares = _shares(tree, mention, vector)
    kind, how = _by_words(tree, mention, shares)
    if kind is None:
        return None, how
    if kind in ("ASSAULT", "ACCUSE") and in_words(tree, mention):
        return "ACCUSE", f"{how}; in words"
    kind = "ASSAULT" if kind == "ACCUSE" and in_blows(tree, mention) else kind
    told = mention.kind == VERB and idiom(tree, mention.head)
    why = "" if told else nobodys(tree, mention, kind)
    if why in LOOSE and (surely(tree, mention) or _is_sure(tree, mention, kind, shares[kind])):
        why = ""
    why = why or other_sense(tree, mention, kind) or state_of(tree, mention, kind)
    return (None, f"not coded: {why}") if why else (kind, how)


def _is_sure(tree: Tree, mention: Mention, kind: str, share: float) -> bool:
    """Whether a verb tells of such a deed, whatever it is done to: one of few uses, by the lists and the
    model alike."""
    own, also = own_type(tree, mention)
    lemma = tree.lemmas[mention.head]
    parted = len(mention.words) > 1
    return kind in (own, *also) and share >= GIVEN and (parted or lemma not in PLAIN | _OF_MANY)


# Verbs that tell of a deed only with what it is done to.
_OF_MANY = frozenset(
    "regret require save return release leave sell buy link grant examine sign supply own close open "
    "share exchange trade provide quit free".split()
)


def _shares(tree: Tree, mention: Mention, vector: Any) -> dict[str, float]:
    who = [n for span in mention.actors for n in range(*span)]
    whom = [n for span in mention.recipients for n in range(*span)]
    return shipped().shares(features(tree, mention, who, whom), vector)


def _by_words(tree: Tree, mention: Mention, shares: Mapping[str, float]) -> tuple[str | None, str]:
    kind = max(shares, key=lambda name: shares[name])
    said = f"{kind} {shares[kind]:.2f}"
    own, also = own_type(tree, mention)
    sure = surely(tree, mention)
    if sure:
        return sure, f"type by its words: {sure}; by the model {said}"
    if "REJECT" in also and any(_is_voted(tree, k) for k in direct(tree, mention.head)):
        own = "REJECT"  # `blocked the resolution`
    if own and kind == "THREATEN" and own != kind and not _is_done_by(tree, mention):
        return own, f"type by its verb: {own}; by the model {said}"
    if own and kind != own:
        what = "verb" if mention.kind == VERB else "noun"
        if _stands(tree, mention, also, (kind, shares[kind])) and shares[own] >= LEAST * (
            what == "verb"
        ):
            return own, f"type by its {what}: {own}; by the model {said}"
    if kind == NONE:
        return None, f"not coded: nothing that PLOVER has a type for ({said})"
    plain = mention.kind == VERB and tree.lemmas[mention.head] in PLAIN
    ahead = kind in _AHEAD and shares[kind] >= AHEAD and is_ahead(tree, mention)
    if own == "REQUEST" and kind == "THREATEN" and mention.kind == VERB:
        return (
            own,
            f"type by its verb: {own}; by the model {said}",
        )  # `will ask them to agree to sanctions`
    if ahead and mention.kind == VERB and kind not in (own, *also):
        if not own and shares[kind] >= CLEAR and _binds(tree, mention):
            return kind, f"type by the model: {said}"
        if not own:
            return None, f"not coded: no type is likely enough ({said})"
        if not is_bound(tree, mention):
            return own, f"type by its verb: {own}; by the model {said}"
    if own and kind not in (own, *also) and (shares[kind] < OTHER or plain) and not ahead:
        return None, f"not coded: no type is likely enough ({said})"
    least = _least(tree, mention, kind, shares[kind])
    if least is None:
        return None, f"not coded: its verb is in no list ({said})"
    if shares[kind] < least:
        return None, f"not coded: no type is likely enough ({said})"
    if own == "CONSULT" and kind == "AGREE":
        return own, f"type by its verb: {own}; by the model {said}"  # to come is told by its status
    return kind, f"type by the model: {said}"


def _least(tree: Tree, mention: Mention, kind: str, share: float) -> float | None:
    """The share that the likeliest type must have; None if its verb is in no list, and not likely enough to
    be looked at."""
    own, also = own_type(tree, mention)
    verb = mention.kind == VERB
    alone = not (mention.actors or mention.recipients)
    if kind == own and verb and not alone:
        return AGREED
    least = ALONE if alone and (kind != own or verb) else SURE
    if not verb or kind == own:
        return least
    if kind in also:
        return EVEN
    if own:
        return least
    rare = kind == "AID" and share >= UNLISTED  # `pulled children from windows`
    known = meant(tree, mention).get(kind, 0) >= LIKELY
    clear = kind not in _LOOSELY and _tells(tree, mention)
    if kind not in HARM and not rare and not known and not (clear and share >= BOTH):
        return None
    if known or clear:
        return MEANT
    return BOTH if _between_parties(tree, mention) else UNLISTED


def _binds(tree: Tree, mention: Mention) -> bool:
    """`Oman will pay the fishermen`: somebody is to do it, and no verb above tells of the promise."""
    own = tree.rels[mention.head] != "xcomp"
    return own and _tells(tree, mention) and _is_done_by(tree, mention)


def _tells(tree: Tree, mention: Mention) -> bool:
    """Whether a verb says by itself that something happens: not `took`, `kept` or `came`."""
    return tree.lemmas[mention.head] not in (STATES | TOLD | LIGHT) - {"pay"}


# Of what the model gives to whatever is taken or kept, and to whatever a crowd does.
_LOOSELY = frozenset(("COERCE", "PROTEST"))


def _between_parties(tree: Tree, mention: Mention) -> bool:
    """Whether somebody is named who acts, and somebody else to whom."""
    sides = (mention.actors, mention.recipients)
    return all(any(acts(tree, k) for k in heads_of(tree, side)) for side in sides)


def _is_done_by(tree: Tree, mention: Mention) -> bool:
    """Whether somebody is named who could do it: `will be excluded` threatens nobody."""
    return any(acts(tree, k) for k in heads_of(tree, mention.actors))


def _is_voted(tree: Tree, k: int) -> bool:
    spoken = NOUNS.get(tree.lemmas[k]) in ("ACCUSE", "SUPPORT", "REQUEST", "AGREE")
    return spoken or group_of(tree, k) in _VOTED


_VOTED = frozenset("law asks deal blame bars".split())


def _stands(tree: Tree, mention: Mention, also: tuple[str, ...], other: tuple[str, float]) -> bool:
    """Whether a word's own type stands against another one of the model's, with its share."""
    kind, share = other
    if mention.kind == VERB and kind == NONE:
        lemma = tree.lemmas[mention.head]
        named = NO_MORE if _between_parties(tree, mention) else EVEN
        of_few = lemma not in PLAIN | _OF_MANY and share < named and _is_done_by(tree, mention)
        return of_few or (share < NO_MORE and lemma in _PLAINLY)
    if mention.kind == VERB:
        return share < (SENSE if kind in also else OTHER)
    if kind == NONE and tree.lemmas[mention.head] in VAGUE:
        return share < EVEN
    return share < (SENSE if kind in also else AGAINST)


# Verbs that tell of little else than their own type.
_PLAINLY = frozenset(
    "criticise criticize investigate prosecute threaten indict sue march protest demonstrate "
    "denounce condemn accuse veto deport arrest detain mediate negotiate plunder club "
    "deploy expel donate lend bomb shell kidnap apologise apologize resign surrender ratify".split()
)
