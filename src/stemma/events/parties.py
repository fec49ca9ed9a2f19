"""Who does it to whom, once the type of a deed is known: of what its clause names, those who can."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stemma.events.agents import acts, group_of, holder_of, is_measure, is_time, speaks
from stemma.events.doers import joined_passive
from stemma.events.lexicon import DONE_TO, NOUNS, TOWARDS
from stemma.events.mentions import NOUN, Mention, spans_of, told_of
from stemma.events.tree import Span, Tree

# Deeds that are done to things and places as well as to people.
HARM = frozenset("ASSAULT COERCE PROTEST MOBILIZE".split())
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
    heads = zip(mention.actors, heads_of(tree, mention.actors), strict=True)
    actors = tuple(span for span, k in heads if not _no_actor(tree, k))
    borne = zip(mention.recipients, heads_of(tree, mention.recipients), strict=True)
    found = (span for span, k in borne if _is_borne(tree, k))
    return Sides(actors, tuple(s for s in found if tree.shown(s).casefold() not in _EACH_OTHER))


def _is_borne(tree: Tree, k: int) -> bool:
    """Whether an untyped deed is done to what a phrase names: not where it stands, nor whose a thing is."""
    if tree.rels[k] not in ("obl", "nmod"):
        return True
    placed = tree.names[k].endswith("LOC") and tree.case(k).split(" ")[-1] in _PLACED
    owned = tree.full[k] == "nmod:poss" and tree.rels[tree.heads[k]] == "obl"
    return acts(tree, k) and not placed and not owned


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
            behind = holder_of(tree, n)
            if behind is not None and tree.lemmas[n] in NOUNS | dict.fromkeys(_TOOLS):
                yield behind


_TOOLS = (
    "missile rocket shell bomb jet warplane plane drone gun ship navy force fire artillery tank helicopter "
    "decision move step order spokesman statement letter message veto vote"
).split()


# -- verbs ----------------------------------------------------------------------------------------


def direct(tree: Tree, n: int) -> list[int]:
    """What a verb is done to: its object, or the subject of a passive."""
    if not tree.passive(n):
        return tree.below(n, "iobj") or tree.below(n, "obj")
    found = tree.below(n, "nsubj")
    found = [tree.heads[n] if tree.words[k] in _RELATIVE else k for k in found]
    return found or ([tree.heads[n]] if tree.rels[n] == "acl" else [])


_RELATIVE = frozenset("who which that whom".split())


def _of_verb(tree: Tree, mention: Mention, kind: str) -> list[int]:
    n = mention.head
    objects = direct(tree, n) or _inherited(tree, mention)
    if kind == "CONSULT":
        met = [k for k in objects if acts(tree, k)]
        return met or [k for k in _beside(tree, n, kind) if tree.case(k) in _MET_WITH]
    shot = [k for k in objects if group_of(tree, k) in ("weapons", "troops")]
    if kind in HARM and shot and tree.lemmas[n] in _SHOT:
        return _beside(tree, n, kind)
    people = [k for k in objects if acts(tree, k) and not _expletive(tree, n, k)]
    if people and not _own(tree, people):
        return people
    told = told_of(tree, n)
    if told:
        return told
    things = [k for k in objects if tree.words[k] not in _THINGS and not acts(tree, k)]
    beside = _beside(tree, n, kind)
    if kind in HARM and things:
        return _robbed(tree, n) or things
    held = [k for k in (holder_of(tree, thing) for thing in things) if k is not None]
    if kind in _OF_WORDS:
        return beside or held or _of_clause(tree, n)
    known = [k for k in things if group_of(tree, k) or tree.lemmas[k] in NOUNS]
    laws = [k for k in known if group_of(tree, k) in ("law", "deal", "asks", "blame", "bars")]
    return laws or beside or held or known or _of_clause(tree, n) or (people if not beside else [])


def _robbed(tree: Tree, n: int) -> list[int]:
    """`seized two boxes from the board`: whose they were."""
    if tree.lemmas[n] not in ("seize", "confiscate", "impound", "steal", "commandeer", "take"):
        return []
    near = [
        *tree.below(n, "obl"),
        *(k for o in tree.below(n, "obj") for k in tree.below(o, "nmod")),
    ]
    found = [k for k in near if tree.case(k) == "from" and acts(tree, k)]
    return [k for k in found if not tree.names[k].endswith("LOC")]


_SHOT = frozenset(
    "fire launch shoot throw lob hurl drop send deploy move mass test position".split()
)


_MET_WITH = ("with", "to", "between")


def _inherited(tree: Tree, mention: Mention) -> list[int]:
    """The object of a passive that stands joined to another: `was seized and burned`."""
    n = mention.head
    return direct(tree, tree.heads[n]) if joined_passive(tree, n) else []


def _own(tree: Tree, people: list[int]) -> bool:
    """`withdrew its troops`: people who are moved by those whose they are."""
    return any(
        tree.full[k] == "nmod:poss" and tree.words[k] in ("its", "their", "his", "her", "our")
        for n in people
        for k in tree.below(n, "nmod")
        if group_of(tree, n) in ("troops", "keepers", "envoy", "police")
    )


def _expletive(tree: Tree, n: int, k: int) -> bool:
    """`considered it important to`."""
    return tree.words[k] == "it" and bool(tree.below(n, "xcomp", "ccomp"))


def _beside(tree: Tree, n: int, kind: str) -> list[int]:
    """Whom a preposition names beside a verb; one of several."""
    found = [k for k in tree.below(n, "obl") if _is_beside(tree, k, kind)]
    return found[:1]


def _is_beside(tree: Tree, k: int, kind: str) -> bool:
    case = tree.case(k).split(" ")[-1]
    if case not in TOWARDS or is_time(tree, k):
        return False
    placed = case in _WHERE and tree.names[k].endswith("LOC")
    if acts(tree, k):
        return not placed or (kind in HARM and case not in _ABOUT)
    return kind == "ASSAULT" and case in _AT and (bool(group_of(tree, k)) or speaks(tree, k))


_AT = frozenset("at on against into".split())


def _of_clause(tree: Tree, n: int) -> list[int]:
    """Whom what is promised, refused or threatened would befall: `threatened to bomb the capital`."""
    for clause in tree.below(n, "xcomp"):
        found = [k for k in direct(tree, clause) if acts(tree, k) and tree.words[k] != "it"]
        found = found or _beside(tree, clause, "")
        if found:
            return found
    return []


# -- nouns ----------------------------------------------------------------------------------------


def _of_noun(tree: Tree, mention: Mention, kind: str) -> list[int]:
    heads = heads_of(tree, mention.recipients)
    found = [one for one in (_suffers(tree, mention, k, kind) for k in heads) if one is not None]
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


_CONVERSE = frozenset("talk meeting conversation discussion negotiation call dialogue dialog".split())


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
