"""Who does it to whom, once the type of a deed is known: of what its clause names, those who can."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from stemma.events.agents import acts, group_of, is_time, speaks
from stemma.events.asked import (
    GIVES,
    addressed,
    asker,
    given_to,
    meant_for,
    offered,
    offering,
    provoking,
    written_to,
)
from stemma.events.doers import actor_of, subject_of
from stemma.events.lexicon import NOUNS, SHOTS, THROWN, TOWARDS, VERBS
from stemma.events.mentions import (
    NOUN,
    VERB,
    Mention,
    heads_of,
    is_posted,
    is_sent,
    spans_of,
    sums_up,
    told_of,
)
from stemma.events.nominal import AT, OF_WORDS, of_noun
from stemma.events.objects import (
    HARM,
    PUTS_DOWN,
    behind_it,
    blamed,
    broken_of,
    called_for,
    cleared,
    cut_off,
    direct,
    expletive,
    hit,
    is_count,
    is_placed,
    is_struck_there,
    no_time,
    own_people,
    robbed,
    whose,
)  # fmt: skip
from stemma.events.tree import Span, Tree

# Deeds with what else may do them: a resolution condemns, a law bans, a missile hits.
_SAYING = frozenset("law deal asks blame".split())
INSTRUMENTS = {
    **dict.fromkeys("ACCUSE REQUEST SUPPORT REJECT THREATEN".split(), _SAYING),
    **dict.fromkeys("COERCE SANCTION CONCEDE".split(), frozenset(("law", "bars"))),
    "AID": frozenset(("vessel",)),
}
# Deeds of those who can speak.
SPOKEN = frozenset("AGREE THREATEN REQUEST ACCUSE REJECT CONCEDE SUPPORT".split())
_THINGS = frozenset("it which that what this these those one".split())
EACH_OTHER = frozenset(("each other", "one another", "each", "the other"))


class Sides(NamedTuple):
    """Who and whom, in spans of words."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


def sides_of(tree: Tree, mention: Mention, kind: str) -> Sides:
    """Both, of a deed of a type. Who is not told, or can't be known, is left out rather than guessed."""
    if mention.kind == VERB and kind in _BORNE and tree.lemmas[mention.head] in _RECEIVES:
        return _received(tree, mention)
    who = list(dict.fromkeys(_who(tree, mention, kind)))
    found = _of_verb(tree, mention, kind) if mention.kind == VERB else of_noun(tree, mention, kind)
    if (
        not found
        and mention.kind != VERB
        and kind in ("AGREE", "THREATEN")
        and not mention.recipients
    ):
        found = _of_clause(tree, mention.head)  # `a pledge to free the hostages`
    whom = [k for k in dict.fromkeys(found) if k not in who and no_time(tree, k, kind)]
    actors = spans_of(tree, who)
    names = {tree.shown(span).casefold() for span in actors}
    recipients = spans_of(tree, whom)
    return Sides(
        tuple(dict.fromkeys(actors)),
        tuple(
            span
            for span in dict.fromkeys(recipients)
            if tree.shown(span).casefold() not in names | EACH_OTHER and span not in actors
        ),
    )


def _received(tree: Tree, mention: Mention) -> Sides:
    """`received a sentence of two years`, `got help from Oman`: what comes to the subject, from somebody."""
    n = mention.head
    whom = [k for k in subject_of(tree, n) if speaks(tree, k)]
    near = [
        *tree.below(n, "obl"),
        *(k for o in tree.below(n, "obj") for k in tree.below(o, "nmod")),
    ]
    source = [k for k in near if tree.case(k) in ("from", "by") and acts(tree, k)]
    return Sides(spans_of(tree, source[:1]), spans_of(tree, whom))


_RECEIVES = frozenset("receive get draw incur earn".split())
_BORNE = frozenset("SANCTION COERCE ASSAULT ACCUSE AID SUPPORT THREATEN REQUEST".split())


def _who(tree: Tree, mention: Mention, kind: str) -> Iterator[int]:
    """Those that act; of a thing, who is behind it: `the army's guns`, `an American strike`."""
    if not mention.actors and kind in ("RETREAT", "MOBILIZE"):
        yield from _moved(tree, mention)
    for n in heads_of(tree, mention.actors):
        able = speaks(tree, n) if kind in SPOKEN else acts(tree, n)
        if able or group_of(tree, n) in INSTRUMENTS.get(kind, ()):
            yield n
        elif mention.kind != NOUN:
            behind = behind_it(tree, n)
            if behind is not None:
                yield behind
            elif kind not in SPOKEN and _is_manned(tree, n):
                yield n


def _moved(tree: Tree, mention: Mention) -> list[int]:
    """`soldiers were withdrawn`: they go, whoever sent them."""
    n = mention.head
    if mention.kind != VERB or not tree.passive(n):
        return []
    return [k for k in direct(tree, n) if is_posted(tree, n, k)]


# What a crew is in, who stand for it where nobody else does.
_MANNED = frozenset(
    "warplane jet plane aircraft bomber helicopter gunship gunboat warship submarine frigate destroyer "
    "tank patrol boat ship howitzer mortar gun cannon".split()
)


def _is_manned(tree: Tree, n: int) -> bool:
    return tree.lemmas[n] in _GUNS or (tree.lemmas[n] in _MANNED and bool(group_of(tree, n)))


_GUNS = frozenset("artillery battery armour armor".split())


def _of_verb(tree: Tree, mention: Mention, kind: str) -> list[int]:
    n = mention.head
    found = given_to(tree, n) if kind in _GOODS else []
    found = found or (meant_for(tree, n) if kind == "AGREE" else [])
    if kind == "REQUEST":
        found = found or written_to(tree, n) or addressed(tree, n)
    found = found or _summed_up(tree, n, kind) or _of_its_clause(tree, n, kind)
    found = found or (addressed(tree, n) if kind in OF_WORDS else [])
    found = found or (offered(tree, n) if kind == "AGREE" else [])
    return found or (provoking(tree, n) if kind == "THREATEN" else [])


def _is_imposed(tree: Tree, n: int, k: int) -> bool:
    """`imposed a curfew`: what is done, and nobody to whom."""
    return tree.lemmas[n] in ("impose", "declare", "order") and group_of(tree, k) == "bars"


# What is seized or kept and is nobody's: `seized power`.
_NOBODYS = frozenset("power control initiative work job".split())


def _driven(tree: Tree, n: int) -> list[int]:
    """`fired tear gas to drive back the crowd`: whom it is meant for."""
    shots = tree.below(n, "obj")  # the reader may hang it on the shots
    near = (n, *shots, *(j for k in shots for j in tree.below(k, "conj")))
    clauses = [v for k in near for v in tree.below(k, "advcl", "xcomp", "acl")]
    clauses = [v for v in clauses if tree.mark(v) == "to" and v > n]
    return [k for v in clauses for k in direct(tree, v) if acts(tree, k)]


def _summed_up(tree: Tree, n: int, kind: str) -> list[int]:
    """`accused him of theft, a charge that he denied`: whoever made the charge."""
    noun = tree.heads[n]
    if kind not in ("REJECT", "CONCEDE") or tree.rels[n] != "acl" or noun not in range(n):
        return []
    verb = sums_up(tree, noun) if tree.lemmas[noun] in NOUNS else None
    return [] if verb is None else [k for k in actor_of(tree, verb) if acts(tree, k)]


def _of_its_clause(tree: Tree, n: int, kind: str) -> list[int]:
    objects = direct(tree, n)
    if kind == "CONSULT":
        met = [k for k in objects if acts(tree, k)]
        return met or [k for k in _beside(tree, n, kind) if tree.case(k) in _MET_WITH]
    shot = [k for k in objects if group_of(tree, k) in ("weapons", "troops")]
    if tree.lemmas[n] in _SHOT | _TRADED:
        shot += [k for k in objects if tree.lemmas[k] in SHOTS | THROWN]
    if kind in HARM and shot and tree.lemmas[n] in _SHOT | _TRADED:
        return [hit(tree, k) for k in _beside(tree, n, kind)] or _driven(tree, n)
    held_to_be = blamed(tree, n)
    if held_to_be or tree.lemmas[n] in PUTS_DOWN:
        return held_to_be
    people = [k for k in objects if acts(tree, k) and not expletive(tree, n, k)]
    people = people or [k for k in objects if is_count(tree, k, kind)]
    people = [k for k in people if not is_sent(tree, n, k) and not _pulled_out(tree, n, k)]
    if people and (kind in SPOKEN or not own_people(tree, people)):
        return people
    told = told_of(tree, n)
    if told:
        return told
    things = [k for k in objects if tree.words[k] not in _THINGS and not acts(tree, k)]
    beside = _beside(tree, n, kind)
    if kind in HARM and things:
        left = [k for k in things if tree.lemmas[k] not in _NOBODYS and not _is_imposed(tree, n, k)]
        theirs = robbed(tree, n) or cut_off(tree, left) or broken_of(tree, n, left)
        cases = [k for k in left if kind == "COERCE" and group_of(tree, k) in ("blame", "law")]
        return theirs or _kept_from(tree, left, kind) or cleared(tree, cases) or left
    about = things + called_for(tree, n, kind)
    held = [k for k in (whose(tree, thing) for thing in about) if k is not None]
    if kind == "REQUEST" and not held and not beside:
        held = [
            j for k in things for j in tree.under(k) if tree.case(j) == "from" and acts(tree, j)
        ]
    if kind in OF_WORDS:
        return beside or held or _of_clause(tree, n)
    known = [k for k in things if group_of(tree, k) or tree.lemmas[k] in NOUNS]
    given = tree.lemmas[n] in GIVES or any(tree.lemmas[k] == "blame" for k in known)
    known = [] if given else known  # what is given is not to whom, nor is `traded blame`
    laws = [k for k in known if group_of(tree, k) in ("law", "deal", "asks", "blame", "bars")]
    partner = _partner(tree, n) if any(group_of(tree, k) == "deal" for k in laws) else []
    if partner and not held:
        return partner
    if kind == "REJECT":
        held = held or [j for k in things for j in offering(tree, k)][:1]
    freed = cleared(tree, laws) if kind in ("CONCEDE", "RETREAT") else []
    laws = freed or [k for k in map(partial(asker, tree), laws) if k is not None] or laws
    if tree.lemmas[n] in _SIGNS:
        laws = [k for k in laws if group_of(tree, k) != "deal"]  # `signed a treaty`: with nobody
        known = [k for k in known if group_of(tree, k) != "deal"]
    return laws or beside or held or known or _of_clause(tree, n) or (people if not beside else [])


_SIGNS = frozenset("sign ink initial conclude reach strike seal clinch".split())


def _pulled_out(tree: Tree, n: int, k: int) -> bool:
    """`soldiers were withdrawn`: they are what somebody moves, and not whom."""
    moved = tree.lemmas[n] in ("withdraw", "pull", "redeploy", "deploy", "station", "post")
    return moved and group_of(tree, k) in ("troops", "keepers", "police")


def _kept_from(tree: Tree, things: list[int], kind: str) -> list[int]:
    """`hampered the monitors' movements`: whose they are, where they are no thing that can be touched."""
    if kind != "COERCE":
        return []
    own = [j for k in things for j in tree.below(k, "nmod") if tree.full[j] == "nmod:poss"]
    return [j for j in own if acts(tree, j) and tree.upos[j] != "PRON" and not is_time(tree, j)]


def _partner(tree: Tree, n: int) -> list[int]:
    """`recalled its envoy from Oman and suspended the pact`: whom the deed before this one is done to."""
    verb = tree.heads[n]
    if tree.rels[n] != "conj" or tree.upos[verb] != "VERB" or tree.below(n, "nsubj"):
        return []
    near = [
        *tree.below(verb, "obl"),
        *(j for k in direct(tree, verb) for j in tree.below(k, "nmod")),
    ]
    towards = [k for k in near if tree.case(k) in ("from", "with", "to", "against")]
    return [k for k in towards if acts(tree, k) and tree.names[k] not in ("O", "_")][:1]


_GOODS = frozenset("AID COOPERATE".split())
_SHOT = frozenset(
    "aim fire toss fling "
    "open fire launch shoot throw lob hurl drop send deploy move mass test position".split()
)


_TRADED = frozenset("open trade exchange return".split())  # `opened fire`
_MET_WITH = ("with", "to", "between")


def _beside(tree: Tree, n: int, kind: str) -> list[int]:
    """Whom a preposition names beside a verb; one of several."""
    found = [k for k in tree.below(n, "obl") if _is_beside(tree, k, kind)]
    return sorted(found, key=lambda k: is_placed(tree, k, tree.aim(k)))[:1]  # rather than a place


def _is_beside(tree: Tree, k: int, kind: str) -> bool:
    case = tree.aim(k)
    if case not in TOWARDS | {"outside"} or is_time(tree, k):
        return False
    if kind == "PROTEST" and tree.case(k) in ("outside", "in front of"):
        return acts(tree, k) or group_of(tree, k) == "building"
    placed = is_placed(tree, k, case)
    shot = tree.lemmas[tree.heads[k]] in _SHOT | _TRADED
    if case == "from" and kind == "ASSAULT" and shot:
        return False  # where the guns stood
    if case == "with" and tree.lemmas[tree.heads[k]] in ("abstain", "vote"):
        return False  # who votes alike
    if acts(tree, k):
        return not placed or (kind in HARM and is_struck_there(tree, tree.heads[k], k, case))
    if kind == "PROTEST" and shot and case == "at":
        return speaks(tree, k)  # `threw eggs at a van`
    aimed = case in AT or (shot and case == "over")
    return kind == "ASSAULT" and aimed and (bool(group_of(tree, k)) or speaks(tree, k))


def _of_clause(tree: Tree, n: int) -> list[int]:
    """Whom what is promised, refused or threatened would befall: `threatened to bomb the capital`, `pledged
    to improve relations with Oman`."""
    for clause in tree.below(n, "xcomp", "acl" if tree.upos[n] == "NOUN" else "xcomp"):
        if tree.below(clause, "nsubj"):
            continue  # it is no clause of what is promised
        objects = direct(tree, clause)
        suits = tree.lemmas[clause] in _TO_PARTIES
        struck = VERBS.get(tree.lemmas[clause]) == "ASSAULT"
        hit_it = [k for k in objects if struck and group_of(tree, k) in _STRUCK]
        found = [k for k in objects if (acts(tree, k) or suits) and tree.words[k] != "it"] or hit_it
        found = found or _beside(tree, clause, "")
        before = [k for k in tree.below(clause, "obl") if tree.case(k) == "before"]
        found = found or [k for k in before if acts(tree, k)]
        found = found or [
            j
            for k in objects
            for j in tree.below(k, "nmod")
            if tree.case(j) == "with" and acts(tree, j)
        ]
        if found:
            return found
    return []


_STRUCK = frozenset("building vessel weapons land".split())
# What is done to parties alone: `threatened to sue the paper`.
_TO_PARTIES = frozenset("sue prosecute boycott dissolve sanction punish".split())
