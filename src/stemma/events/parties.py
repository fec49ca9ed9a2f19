"""Who does it to whom, once the type of a deed is known: of what its clause names, those who can."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from stemma.events.agents import acts, group_of, holder_of, is_measure, is_time, speaks
from stemma.events.doers import is_name
from stemma.events.lexicon import DONE_TO, NOUNS, SHOTS, TOWARDS, VERBS
from stemma.events.mentions import NOUN, VERB, Mention, is_moved, spans_of, told_of
from stemma.events.objects import (
    HARM,
    SPEECHES,
    asker,
    behind_it,
    blamed,
    called_for,
    direct,
    expletive,
    is_count,
    own_people,
    robbed,
    whose,
)  # fmt: skip
from stemma.events.tree import Span, Tree

# Deeds of words between parties: a thing is only what they are about.
_OF_WORDS = frozenset("CONSULT AGREE THREATEN REQUEST".split())
# Deeds with what else may do them: a resolution condemns, a law bans, a missile hits.
_SAYING = frozenset("law deal asks blame".split())
INSTRUMENTS = {
    **dict.fromkeys("ACCUSE REQUEST SUPPORT REJECT THREATEN".split(), _SAYING),
    **dict.fromkeys("COERCE SANCTION CONCEDE".split(), frozenset(("law", "bars"))),
}
# Deeds of those who can speak.
SPOKEN = frozenset("AGREE THREATEN REQUEST ACCUSE REJECT CONCEDE SUPPORT".split())
# Of these cases of a place only harm has a party: `the attack in Oman`, but not `talks in Oman`.
_WHERE = frozenset("in at over about for into".split())
_THINGS = frozenset("it which that what this these those one".split())
_ABOUT = frozenset("about over for into".split())


class Sides(NamedTuple):
    """Who and whom, in spans of words."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]


def sides_of(tree: Tree, mention: Mention, kind: str) -> Sides:
    """Both, of a deed of a type. Who is not told, or can't be known, is left out rather than guessed."""
    who = list(dict.fromkeys(_who(tree, mention, kind)))
    found = (
        _of_noun(tree, mention, kind) if mention.kind != "verb" else _of_verb(tree, mention, kind)
    )
    whom = [k for k in dict.fromkeys(found) if k not in who and _no_time(tree, k, kind)]
    actors = spans_of(tree, who)
    names = {tree.shown(span).casefold() for span in actors}
    recipients = spans_of(tree, whom)
    return Sides(
        tuple(dict.fromkeys(actors)),
        tuple(
            span
            for span in dict.fromkeys(recipients)
            if tree.shown(span).casefold() not in names | _EACH_OTHER and span not in actors
        ),
    )


def untyped(tree: Tree, mention: Mention) -> Sides:
    """Of a deed that PLOVER has no type for: all but times, measures, weather and other deeds as actors."""
    known = [k for k in heads_of(tree, mention.actors) if not _no_actor(tree, k)]
    known = [behind_it(tree, k) or k if tree.lemmas[k] in SPEECHES else k for k in known]
    actors = spans_of(tree, known)
    found = spans_of(tree, _people(tree, mention)) or _borne(tree, mention)
    return Sides(
        actors,
        tuple(s for s in found if tree.shown(s).casefold() not in _EACH_OTHER and s not in actors),
    )


def _people(tree: Tree, mention: Mention) -> list[int]:
    """The people that an untyped verb has for its object."""
    n = mention.head
    objects = direct(tree, n) if mention.kind == VERB else []
    people = [k for k in objects if acts(tree, k) and tree.upos[k] != "PRON"]
    if tree.lemmas[n] in _GOES | {"enter", "reach", "flee"}:
        people = [k for k in people if not tree.names[k].endswith("LOC") and not _is_place(tree, k)]
    if not people and tree.lemmas[n] in _DAMAGES:
        held = [holder_of(tree, k) or k for k in objects]
        people = [k for k in held if acts(tree, k) or group_of(tree, k) == "building"]
    return [k for k in people if not is_moved(tree, n, k) and not expletive(tree, n, k)]


_DAMAGES = frozenset(
    "break smash damage deface burn wreck trash ransack search paint daub stone".split()
)


def _borne(tree: Tree, mention: Mention) -> list[Span]:
    """Else what the mention has as to whom it is done."""
    both = zip(mention.recipients, heads_of(tree, mention.recipients), strict=True)
    return [span for span, k in both if _is_borne(tree, mention, k)]


def _is_borne(tree: Tree, mention: Mention, k: int) -> bool:
    """Whether an untyped deed is done to what a phrase names: not where it stands, nor whose a thing is, nor
    with whom somebody came."""
    gone = tree.lemmas[mention.head] in _GOES | {"enter", "reach", "flee"}
    if gone and (tree.names[k].endswith("LOC") or _is_place(tree, k)):
        return False
    if tree.rels[k] not in ("obl", "nmod"):
        return not is_moved(tree, mention.head, k) or not acts(tree, k)
    case = tree.aim(k)
    if tree.rels[k] == "obl" and (k < mention.head or not _aims(tree, mention.head, case, k)):
        return False  # in front stands where and when: `On its website, the firm …`
    own = tree.heads[k] in (mention.head, mention.lent)
    placed = case in _PLACED and (tree.names[k].endswith("LOC") or _is_place(tree, k))
    along = case == "with" and tree.lemmas[mention.head] in _GOES
    owned = not own and (tree.full[k] == "nmod:poss" or case in ("of", "from", "by"))
    return (
        acts(tree, k)
        and bool(case or own)
        and not (placed or owned or along or is_measure(tree, k))
    )


_GOES = frozenset(
    "land arrive come go travel fly sail return walk drive ride appear leave depart cross move stand sit "
    "live stay wait begin end start open close dine eat".split()
)


def _aims(tree: Tree, n: int, case: str, k: int) -> bool:
    """Whether a preposition behind an untyped verb may name whom: `shouted at the mayor`, but not `held posts
    at two banks` or `flew to Oman`."""
    if case == "at":
        return tree.lemmas[n] in _AIMING
    return not (case == "to" and tree.names[k].endswith("LOC"))


_AIMING = frozenset(
    "shout laugh point aim throw hurl look stare wave spit swear scream yell jeer whistle swing snap".split()
)


def _is_place(tree: Tree, k: int) -> bool:
    """`in the harbour town of Port Holm`."""
    return group_of(tree, k) in ("land", "building") or tree.lemmas[k] in ("country", "world")


_EACH_OTHER = frozenset(("each other", "one another", "each", "the other"))
_PLACED = _WHERE | frozenset(("on", "of", "from", "near", "through", "across", ""))


def _no_actor(tree: Tree, k: int) -> bool:
    timed = is_time(tree, k) and tree.upos[k] != "NUM"
    thing = tree.lemmas[k] in _WEATHER or (tree.lemmas[k] in NOUNS and not acts(tree, k))
    return timed or is_measure(tree, k) or thing


_WEATHER = frozenset(
    "thunderstorm storm wind rain snow lightning hail frost heat fog sun night".split()
)


def _no_time(tree: Tree, k: int, kind: str) -> bool:
    """`killed nine` names people, `on the ninth` a day."""
    of_them = kind in HARM or tree.has(k, "the", "all")  # `the eleven were sentenced`
    counted = of_them and tree.upos[k] == "NUM" and tree.rels[k] in ("obj", "nsubj")
    counted = counted or is_count(tree, k, kind) or (tree.upos[k] == "NUM" and acts(tree, k))
    return counted or not is_time(tree, k)


def heads_of(tree: Tree, spans: Iterable[Span]) -> list[int]:
    """The main word of each stretch."""
    return [tree.top(range(*span)) for span in spans]


def _who(tree: Tree, mention: Mention, kind: str) -> Iterator[int]:
    """Those that act; of a thing, who is behind it: `the army's guns`, `an American strike`."""
    for n in heads_of(tree, mention.actors):
        able = speaks(tree, n) if kind in SPOKEN else acts(tree, n)
        if able or group_of(tree, n) in INSTRUMENTS.get(kind, ()):
            yield n
        elif mention.kind != NOUN:
            behind = behind_it(tree, n)
            if behind is not None:
                yield behind
            elif kind not in SPOKEN and tree.lemmas[n] in _MANNED:
                yield n


# What a crew is in, who stand for it where nobody else does.
_MANNED = frozenset(
    "warplane jet plane aircraft bomber helicopter gunship gunboat warship submarine frigate destroyer "
    "tank patrol boat ship".split()
)

# -- verbs ----------------------------------------------------------------------------------------


def _of_verb(tree: Tree, mention: Mention, kind: str) -> list[int]:
    n = mention.head
    objects = direct(tree, n)
    if kind == "CONSULT":
        met = [k for k in objects if acts(tree, k)]
        return met or [k for k in _beside(tree, n, kind) if tree.case(k) in _MET_WITH]
    shot = [k for k in objects if group_of(tree, k) in ("weapons", "troops")]
    if tree.lemmas[n] in _SHOT | _TRADED:
        shot += [k for k in objects if tree.lemmas[k] in SHOTS]
    if kind in HARM and shot and tree.lemmas[n] in _SHOT | _TRADED:
        return _beside(tree, n, kind)
    held_to_be = blamed(tree, n)
    if held_to_be:
        return held_to_be
    people = [k for k in objects if acts(tree, k) and not expletive(tree, n, k)]
    people = people or [k for k in objects if is_count(tree, k, kind)]
    if people and not own_people(tree, people):
        return people
    told = told_of(tree, n)
    if told:
        return told
    things = [k for k in objects if tree.words[k] not in _THINGS and not acts(tree, k)]
    beside = _beside(tree, n, kind)
    if kind in HARM and things:
        return robbed(tree, n) or _broken_of(tree, things) or things
    about = things + called_for(tree, n, kind)
    held = [k for k in (whose(tree, thing) for thing in about) if k is not None]
    if kind == "REQUEST" and not held and not beside:
        held = [
            j for k in things for j in tree.under(k) if tree.case(j) == "from" and acts(tree, j)
        ]
    if kind in _OF_WORDS:
        return beside or held or _of_clause(tree, n)
    known = [k for k in things if group_of(tree, k) or tree.lemmas[k] in NOUNS]
    known = [] if tree.lemmas[n] in _GIVES else known  # what is given is not to whom
    laws = [k for k in known if group_of(tree, k) in ("law", "deal", "asks", "blame", "bars")]
    partner = _partner(tree, n) if any(group_of(tree, k) == "deal" for k in laws) else []
    if partner and not held:
        return partner
    laws = [k for k in map(partial(asker, tree), laws) if k is not None] or laws
    return laws or beside or held or known or _of_clause(tree, n) or (people if not beside else [])


def _broken_of(tree: Tree, things: list[int]) -> list[int]:
    """`broke windows of the embassy`: whose the panes are."""
    panes = [k for k in things if tree.lemmas[k] in _PANES]
    return [j for k in panes for j in tree.below(k, "nmod") if tree.case(j) in ("of", "at")][:1]


_PANES = frozenset("window door gate windowpane pane".split())


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


_GIVES = frozenset(
    "grant give offer provide deliver hand lend donate supply award send bring".split()
)
_SHOT = frozenset(
    "open fire launch shoot throw lob hurl drop send deploy move mass test position".split()
)


_TRADED = frozenset("open trade exchange return".split())  # `opened fire`
_MET_WITH = ("with", "to", "between")


def _beside(tree: Tree, n: int, kind: str) -> list[int]:
    """Whom a preposition names beside a verb; one of several."""
    found = [k for k in tree.below(n, "obl") if _is_beside(tree, k, kind)]
    return found[:1]


def _is_beside(tree: Tree, k: int, kind: str) -> bool:
    case = tree.aim(k)
    if case not in TOWARDS | {"outside"} or is_time(tree, k):
        return False
    if kind == "PROTEST" and tree.case(k) in ("outside", "in front of"):
        return acts(tree, k) or group_of(tree, k) == "building"
    placed = case in _WHERE and tree.names[k].endswith("LOC")
    if acts(tree, k):
        return not placed or (kind in HARM and case not in _ABOUT)
    return kind == "ASSAULT" and case in _AT and (bool(group_of(tree, k)) or speaks(tree, k))


_AT = frozenset("at on against into".split())


def _of_clause(tree: Tree, n: int) -> list[int]:
    """Whom what is promised, refused or threatened would befall: `threatened to bomb the capital`, `pledged
    to improve relations with Oman`."""
    for clause in tree.below(n, "xcomp"):
        objects = direct(tree, clause)
        found = [k for k in objects if acts(tree, k) and tree.words[k] != "it"]
        found = found or _beside(tree, clause, "")
        found = found or [
            j
            for k in objects
            for j in tree.below(k, "nmod")
            if tree.case(j) == "with" and acts(tree, j)
        ]
        if found:
            return found
    return []


# -- nouns ----------------------------------------------------------------------------------------


def _of_noun(tree: Tree, mention: Mention, kind: str) -> list[int]:
    heads = heads_of(tree, mention.recipients)
    found = [one for one in (_suffers(tree, mention, k, kind) for k in heads) if one is not None]
    if not found and kind in HARM:
        found = _struck(tree, mention.head)
    if not found and tree.lemmas[mention.head] in DONE_TO:
        found = [
            k for k in tree.below(mention.head, "compound") if k < mention.head and acts(tree, k)
        ]
    return found or (_spoken_to(tree, mention.head) if kind == "CONSULT" else [])


def _spoken_to(tree: Tree, n: int) -> list[int]:
    """`asked the envoy during talks`: with whom they are; `told reporters during talks`: of whom nobody."""
    verb = tree.heads[n]
    if tree.lemmas[n] not in _CONVERSE or tree.rels[n] != "obl" or tree.case(n) != "during":
        return []
    spoken = [k for k in tree.below(verb, "obj", "iobj") if acts(tree, k)]
    return [] if tree.passive(verb) else [k for k in spoken if group_of(tree, k) != "press"]


_CONVERSE = frozenset(
    "talk meeting conversation discussion negotiation call dialogue dialog".split()
)


def _struck(tree: Tree, n: int) -> list[int]:
    """`an attack that killed nine people`, `a bank raid`: whom the clause behind a deed or the noun before it
    names."""
    clauses = [v for v in tree.below(n, "acl") if VERBS.get(tree.lemmas[v]) in HARM]
    active = [v for v in clauses if not tree.passive(v) and tree.below(v, "nsubj", "aux")]
    found = [k for v in active for k in direct(tree, v) if acts(tree, k) or group_of(tree, k)]
    before = [k for k in tree.below(n, "compound") if k < n and not is_name(tree, k)]
    return found or [
        k for k in before if group_of(tree, k) == "building" or tree.lemmas[k] == "bank"
    ]


def _suffers(tree: Tree, mention: Mention, k: int, kind: str) -> int | None:
    """Whom what hangs on a noun of a deed names; None if nobody."""
    case = tree.case(k).split(" ")[-1]
    placed = case in _WHERE and tree.names[k].endswith("LOC")
    if placed and (kind not in HARM or case in _ABOUT) and not _goes(tree, mention):
        return None
    if acts(tree, k) or (kind in HARM and (group_of(tree, k) or tree.names[k].endswith("LOC"))):
        return k
    if kind == "ASSAULT" and case in _AT and speaks(tree, k):
        return k  # things that no list has, but no thoughts
    if kind not in _OF_WORDS and group_of(tree, k) in ("law", "deal", "asks", "blame"):
        return k
    return holder_of(tree, k) if case in _WITH else None


_WITH = frozenset("with against of to between from".split())


def _goes(tree: Tree, mention: Mention) -> bool:
    return tree.lemmas[mention.head] in ("visit", "trip", "tour")
