"""Which type a mention has, if any: what the model and the lists say of it, and whether those that it names
could do such a deed. What is not coded has a reason."""

from collections.abc import Mapping
from typing import Any

from stemma.events.accidents import accident, hits
from stemma.events.agents import acts, group_of, holder_of, speaks
from stemma.events.attacks import in_blows, in_words
from stemma.events.deedless import no_deed
from stemma.events.features import LIKELY, features
from stemma.events.idioms import idiom
from stemma.events.lexicon import ALSO_NOUNS, HANDED, NOUNS, PLAIN, VIOLENT
from stemma.events.meanings import meant
from stemma.events.mentions import NOUN, VERB, Mention, heads_of
from stemma.events.noun_senses import VAGUE, bare_noun
from stemma.events.objects import HARM, direct
from stemma.events.own import (
    LEFT,
    NO_ONE,
    QUIT,
    READY,
    armed_go,
    is_ahead,
    is_bound,
    own_type,
    several,
    surely,
)
from stemma.events.parties import INSTRUMENTS, SPOKEN
from stemma.events.senses import other_sense
from stemma.events.states import state_of
from stemma.events.tree import Tree
from stemma.events.types import NONE, shipped
from stemma.text.people import BODIES

SURE = 0.3  # share of a type below which a mention is not coded
UNLISTED = 0.97  # the same for a verb that is in no list: running text has very many of them
MEANT = 0.8  # the same of the type that it means by the table of meanings
BOTH = 0.9  # the same where people or bodies do it to others: of such verbs more tell of deeds
AGAINST = 0.9  # share from which the model decides against the type of a noun
OTHER = 0.8  # the same for a verb, where the type is none that the verb may stand for
LEAST = 0.02  # share of the type of a verb's own that is given where the model has another
SENSE = 0.6  # share of another type that a word may stand for, from which it does
NO_MORE = 0.7  # share of none from which a verb that has one sense is none
EVEN = 0.5  # share of none from which a noun of many uses is none
AHEAD = 0.6  # the same for a promise or a threat, where the verb is of what is yet to come
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
    why = "" if told else _nobodys(tree, mention, kind)
    if why in _LOOSE and (surely(tree, mention) or _is_sure(tree, mention, kind, shares[kind])):
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
        if not own:
            return None, f"not coded: no type is likely enough ({said})"
        if not is_bound(tree, mention):
            return own, f"type by its verb: {own}; by the model {said}"
    if own and kind not in (own, *also) and (shares[kind] < OTHER or plain) and not ahead:
        return None, f"not coded: no type is likely enough ({said})"
    alone = not (mention.actors or mention.recipients)
    least = ALONE if alone and (kind != own or mention.kind == VERB) else SURE
    if mention.kind == VERB and kind != own:
        rare = kind == "AID" and shares[kind] >= UNLISTED  # `pulled children from windows`
        known = meant(tree, mention).get(kind, 0) >= LIKELY
        if not own and kind not in (*also, *HARM) and not rare and not known:
            return None, f"not coded: its verb is in no list ({said})"
        unlisted = BOTH if _between_parties(tree, mention) else UNLISTED
        if known:
            unlisted = MEANT
        least = EVEN if kind in also else least if own else unlisted
    if shares[kind] < least:
        return None, f"not coded: no type is likely enough ({said})"
    if own == "CONSULT" and kind == "AGREE":
        return own, f"type by its verb: {own}; by the model {said}"  # to come is told by its status
    return kind, f"type by the model: {said}"


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
        of_few = lemma not in PLAIN | _OF_MANY and share < EVEN and _is_done_by(tree, mention)
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


# -- parties that could not do it ----------------------------------------------------------------------


def _nobodys(tree: Tree, mention: Mention, kind: str) -> str:
    """Why those that a mention names can't do or suffer such a deed; empty if they can."""
    if mention.kind == NOUN:
        return bare_noun(tree, mention)
    if mention.kind != VERB:
        return ""
    n = mention.head
    why = accident(tree, mention, kind) or _no_actor(tree, mention, kind)
    if why:
        return why
    objects = direct(tree, n)
    if tree.lemmas[n] in LEFT and objects and armed_go(tree, mention):
        return ""
    private = tree.lemmas[n] in LEFT and mention.actors and not _public(tree, mention)
    if private and not any(_is_left(tree, k) for k in objects):
        return _NO_LEAVING
    given = tree.below(n, "obj") if tree.below(n, "iobj") else []
    if kind == "AID" and given and not any(_may_suffer(tree, k, kind) for k in given):
        return "what is given is no aid"
    if kind == "CONSULT":
        return _no_company(tree, mention, objects)
    if not objects:
        return _no_object(tree, mention, kind)
    if any(_may_suffer(tree, k, kind) for k in objects) or tree.lemmas[n] in VIOLENT:
        return ""
    if kind in HARM and any(hits(tree, k) for k in heads_of(tree, mention.actors)):
        return ""
    if kind in ("ACCUSE", "SUPPORT", "REJECT", "AGREE") and tree.lemmas[n] in _JUDGING:
        return ""
    if kind == "REQUEST" and tree.lemmas[n] in ("demand", "request"):
        return ""  # whatever it is
    clause = tree.below(n, "xcomp", "ccomp")
    if kind == "REQUEST" and tree.lemmas[n] == "demand":
        return ""
    if kind in ("PROTEST", "THREATEN") or (kind in ("REQUEST", "AGREE") and clause):
        return ""
    return _NO_SUFFERER


def _is_left(tree: Tree, k: int) -> bool:
    """`left the talks`, `left the coalition`."""
    return group_of(tree, k) in ("deal", "meet", "staff") or tree.lemmas[k] in _JOINT


_NO_SUFFERER = "what it is done to is nothing that such a deed is done to"
_NO_LEAVING = "nobody withdraws from anything"
_LOOSE = (_NO_SUFFERER, _NO_LEAVING)  # what the model may know better
_JUDGING = frozenset(
    "support back turn defy ignore flout investigate condemn denounce "
    "criticise criticize blast slam deplore decry lambast deride praise welcome hail "
    "applaud commend endorse laud salute reject veto oppose rebuff dismiss spurn disapprove protest "
    "repudiate castigate excoriate approve ratify".split()
)


def _no_actor(tree: Tree, mention: Mention, kind: str) -> str:
    n = mention.head
    if tree.passive(n) or tree.first(n, "nsubj") is None:
        return ""
    named = tree.below(n, "nsubj")
    if kind == "MOBILIZE" and any(tree.lemmas[k] in NOUNS and not acts(tree, k) for k in named):
        return "nobody does it"  # `the blast at the mill sent up a cloud`
    subjects = heads_of(tree, mention.actors)
    able = speaks if kind in SPOKEN else acts
    if any(able(tree, k) or group_of(tree, k) in INSTRUMENTS.get(kind, ()) for k in subjects):
        return ""
    if kind in HARM and any(hits(tree, k) for k in subjects):
        return ""
    if any(tree.upos[k] in ("PRON", "DET") or tree.words[k] == "one" for k in subjects):
        return ""
    if any(tree.lemmas[k] in NOUNS and holder_of(tree, k) is not None for k in subjects):
        return ""
    return "nobody does it" if subjects else ""


_ARMS = frozenset("troops weapons police vessel keepers armed".split())
_GIVEN = frozenset(
    "relief money goods weapons troops keepers held vessel rights land building".split()
)
_LEAVABLE = frozenset("land vessel deal meet firm state staff law keepers".split())
# What several are in together, and where they sit.
_JOINT = frozenset(
    "coalition alliance cabinet bloc pact union organisation organization table chamber session council "
    "committee partnership federation".split()
)
_PAPERS = dict.fromkeys(
    "paper document text protocol declaration charter communique statement".split(), ""
)
_SIGNED = frozenset("sign seal ink initial ratify conclude clinch forge adopt".split())
_LOOKS = frozenset("examine inspect scrutinise scrutinize audit check review question".split())


def _may_suffer(tree: Tree, k: int, kind: str) -> bool:
    if tree.lemmas[tree.heads[k]] in _LOOKS and kind == "ACCUSE":
        return acts(tree, k) or tree.lemmas[k] in NOUNS or group_of(tree, k) in ("blame", "harm")
    if tree.lemmas[tree.heads[k]] in LEFT:
        left = group_of(tree, k) in _LEAVABLE or tree.lemmas[k] in _JOINT
        return left or tree.names[k].endswith(("LOC", "ORG"))
    if kind == "RETREAT" and tree.lemmas[k] in READY | QUIT:
        return True
    if tree.words[k] in NO_ONE:
        return True
    if kind == "REQUEST" and tree.lemmas[tree.heads[k]] == "urge":
        return True  # `urged restraint`
    if kind == "SANCTION" and tree.lemmas[k] in ALSO_NOUNS:
        return True
    if kind == "MOBILIZE":
        return group_of(tree, k) in _ARMS or tree.lemmas[k] in NOUNS
    if kind in ("AID", "COOPERATE") and not acts(tree, k):
        return group_of(tree, k) in _GIVEN or tree.lemmas[k] in NOUNS
    if tree.lemmas[tree.heads[k]] == "order":
        return acts(tree, k) or tree.lemmas[k] in NOUNS or group_of(tree, k) in ("law", "bars")
    if acts(tree, k) or tree.upos[k] in ("NUM", "PROPN") or tree.lemmas[k] in NOUNS:
        return True
    if tree.lemmas[tree.heads[k]] in _SIGNED:
        return group_of(tree, k) in ("deal", "law", "meet") or tree.lemmas[k] in NOUNS | _PAPERS
    if tree.upos[k] == "PRON":
        return kind not in (
            "COERCE",
            "RETREAT",
            "AID",
            "COOPERATE",
            "MOBILIZE",
            "CONCEDE",
            "SANCTION",
        )
    return bool(group_of(tree, k)) or holder_of(tree, k) is not None


def _no_company(tree: Tree, mention: Mention, objects: list[int]) -> str:
    """Nobody meets alone: whom, with whom or, of a journey, where must be said."""
    n = mention.head
    if any(acts(tree, k) for k in objects):
        return "" if tree.lemmas[n] not in _JOURNEYS or _goes_to(tree, n) else "no place is named"
    beside = [k for k in tree.below(n, "obl") if tree.case(k) in ("with", "to", "between")]
    if any(acts(tree, k) for k in beside):
        return ""
    if tree.lemmas[n] in _JOURNEYS | {"visit", "tour"}:
        return "" if _goes_to(tree, n) else "no place is named"
    heads = heads_of(tree, mention.actors)
    many = len(heads) > 1 or any(several(tree, k) or tree.lemmas[k] in _SITTING for k in heads)
    many = many or tree.has(n, "together") or tree.lemmas[n] in _BETWEEN
    if many and tree.lemmas[n] in _TOGETHER | _BETWEEN:
        return ""
    return "nobody is met"


_JOURNEYS = frozenset("travel fly arrive".split())
_TOGETHER = frozenset(
    "meet talk confer negotiate consult discuss debate converse parley huddle hold convene sit "
    "reconvene".split()
)
_SITTING = BODIES | {"assembly", "bloc", "panel"}
# Of these it need not be said between whom.
_BETWEEN = frozenset("negotiate mediate broker intercede arbitrate".split())


def _goes_to(tree: Tree, n: int) -> bool:
    near = tree.below(n, "obl", "obj")
    return any(tree.names[k].endswith("LOC") for k in near)


def _no_object(tree: Tree, mention: Mention, kind: str) -> str:
    """Deeds that need an object, where there is none: `the manager withdrew`, `she left`."""
    n = mention.head
    if tree.below(n, "ccomp", "xcomp") or tree.passive(n):
        return ""
    public = _public(tree, mention)
    office = len(mention.words) > 1 and tree.lemmas[n] in ("step", "stand", "bow", "give")
    if kind == "RETREAT" and not public and tree.lemmas[n] not in _ALONE_TOO and not office:
        return _NO_LEAVING
    if tree.lemmas[n] in HANDED and not tree.below(n, "obl"):
        return "what it is done to is not said"
    if kind == "COERCE" and tree.lemmas[n] in _GOES:
        return "they only go"  # `drove off in a van`
    return ""


_GOES = frozenset("drive march push haul turn".split())


def _public(tree: Tree, mention: Mention) -> bool:
    """Whether those who go are troops, a state or a body, and no private persons."""
    heads = heads_of(tree, mention.actors)
    groups = {group_of(tree, k) for k in heads}
    if tree.lemmas[mention.head] in LEFT:
        groups -= {"crowd"}
    named = any(tree.names[k].endswith(("LOC", "ORG")) for k in heads)
    return named or bool(
        groups & {"troops", "armed", "state", "keepers", "police", "crowd", "envoy"}
    )


_ALONE_TOO = frozenset(
    "resign surrender capitulate abdicate quit disarm demobilise demobilize".split()
)
