"""To whom a request, an offer, a charge or a threat is made, and to whom something is given or said: who
grants it or turns it down, who does a thing at it, who gets it, and who would bring a threat about. And whose
one is that somebody answers."""

from collections.abc import Iterator

from stemma.events.agents import acts, group_of, is_time, speaks
from stemma.events.doers import actor_of
from stemma.events.lexicon import NOUNS
from stemma.events.objects import body_of, direct
from stemma.events.owners import agents_of
from stemma.events.tree import Tree
from stemma.events.words import HANDS
from stemma.text.people import BODIES

_MADE = frozenset("REQUEST ACCUSE THREATEN".split())
_OFFERS = frozenset("offer invitation overture".split())


def answering(tree: Tree, n: int) -> list[int]:
    """Whom the request, offer or charge that a noun tells of was made to."""
    verb = tree.heads[n]
    got = verb >= 0 and tree.lemmas[verb] in ("receive", "get")
    asks = got or any(tree.case(k) == "for" for k in tree.below(n, "nmod"))
    call = tree.lemmas[n] == "call" and asks
    made = call or NOUNS[tree.lemmas[n]] in _MADE or tree.lemmas[n] in _OFFERS
    if not made:
        return []
    found = _answers(tree, n) or passed_to(tree, n) or _at_it(tree, n)
    return [k for k in found if acts(tree, k)]


def offered(tree: Tree, n: int) -> list[int]:
    """`turned down a settlement offered by the city`, `offered to go, an offer that the mayor declined`: whom
    what a verb offers is offered to."""
    if tree.passive(n):
        noun = tree.heads[n] if tree.rels[n] == "acl" else -1
        while noun >= 0 and tree.rels[noun] == "nmod":
            noun = tree.heads[noun]
        found = _answers(tree, noun) if noun >= 0 else []
    else:
        named = [k for k in tree.below(n, "appos", "parataxis") if k > n]
        named = [k for k in named if tree.lemmas[k] in _OFFERS | {tree.lemmas[n]}]
        found = [j for k in named for j in _answers(tree, k)]
    return [k for k in found if acts(tree, k)]


def _answers(tree: Tree, n: int) -> list[int]:
    """Who does with it what only those do who were asked: `rejected the offer`, `a call that he heeded`."""
    verb = tree.heads[n]
    if verb >= 0 and tree.rels[n] == "obj" and not tree.passive(verb):
        threw = tree.lemmas[verb] == "throw" and tree.has(verb, "out")
        return actor_of(tree, verb) if tree.lemmas[verb] in _ANSWERS or threw else []
    clauses = [v for v in tree.below(n, "acl") if tree.lemmas[v] in _ANSWERS]
    about = [v for v in clauses if any(tree.words[k] in _WHICH for k in tree.below(v, "obj"))]
    return [k for v in about if not tree.passive(v) for k in actor_of(tree, v)]


_WHICH = ("which", "that")
_ANSWERS = frozenset(
    "get grant reject refuse accept receive ignore dismiss deny decline heed answer defy spurn rebuff turn "
    "meet approve resist".split()
)


def _at_it(tree: Tree, n: int) -> list[int]:
    """`met at the request of France`, `kept it, despite two calls by the union`: who was asked is who does or
    does not do it; of a passive, a body that comes together."""
    verb = tree.heads[n]
    asks = NOUNS[tree.lemmas[n]] == "REQUEST"
    if verb < 0 or not asks or tree.rels[n] != "obl" or tree.case(n) not in ("at", "despite"):
        return []
    if not tree.passive(verb):
        return actor_of(tree, verb)
    bodies = [k for k in tree.below(verb, "nsubj") if tree.lemmas[k] in BODIES]
    return agents_of(tree, verb) or bodies


def passed_to(tree: Tree, n: int) -> list[int]:
    """`handed the mayor a petition`, `sent a letter to the board`: to whom what asks something is given."""
    verb = tree.heads[n]
    if verb < 0 or tree.lemmas[verb] not in HANDS or tree.rels[n] not in ("obj", "nsubj"):
        return []
    to = [k for k in tree.below(verb, "obl") if tree.case(k) == "to" and not is_time(tree, k)]
    return [k for k in (*tree.below(verb, "iobj"), *to) if acts(tree, k)]


def written_to(tree: Tree, n: int) -> list[int]:
    """`handed the mayor a petition demanding that …`: who gets the paper whose words a verb tells."""
    noun = tree.heads[n]
    if noun not in range(n) or tree.xpos[n] != "VBG" or tree.mark(n):
        return []
    papers = [noun] if tree.rels[n] == "acl" else tree.below(noun, "obj")
    papers = [k for k in papers if k < n and NOUNS.get(tree.lemmas[k]) in _MADE | {"PROTEST"}]
    return [j for k in papers for j in passed_to(tree, k)]


def asker(tree: Tree, k: int) -> int | None:
    """Whose a request, an offer or a charge is that is granted or rejected: `a request by the union`, `a rise
    offered by the mine`; with whom a deal is signed."""
    if group_of(tree, k) == "deal":
        near = (j for j in tree.below(k, "nmod") if tree.case(j) == "with" and acts(tree, j))
        return next(near, None) or next(offering(tree, k), None)
    if group_of(tree, k) not in ("asks", "blame"):
        return body_of(tree, k) or next(offering(tree, k), None)
    own = [j for j in tree.below(k, "nmod") if tree.full[j] == "nmod:poss"]
    cases = ("by", "from", "of") if group_of(tree, k) == "asks" else ("by", "from")
    by = [j for j in tree.below(k, "nmod") if tree.case(j) in cases]
    named = [j for j in (*own, *by) if tree.upos[j] != "PRON" and acts(tree, j)]
    named = [j for j in named if not is_time(tree, j)]
    return next(iter(named), None) or next(offering(tree, k), None) or _source(tree, k)


def _source(tree: Tree, k: int) -> int | None:
    """`resisted demands from the union`, where the reader hangs the union on the verb."""
    verb = tree.heads[k]
    if verb < 0 or tree.rels[k] != "obj":
        return None
    behind = [j for j in tree.below(verb, "obl") if tree.case(j) == "from" and j > k]
    return next((j for j in behind if acts(tree, j) and not is_time(tree, j)), None)


def offering(tree: Tree, k: int) -> Iterator[int]:
    """`a settlement of a million offered by the city`: who offers or asks it."""
    of = [j for j in tree.below(k, "nmod") if tree.case(j) == "of"]
    verbs = (v for at in (k, *of) for v in tree.below(at, "acl") if tree.lemmas[v] in _PUTS)
    return (j for v in verbs if tree.passive(v) for j in agents_of(tree, v) if acts(tree, j))


_PUTS = frozenset(
    "offer propose make put draft demand request submit table suggest promise".split()
)


def provoking(tree: Tree, n: int) -> list[int]:
    """`warned that it would leave unless the mayor paid`, `warned that strikers would be dismissed`: who
    would bring a threat about, or whom it would befall."""
    said = tree.below(n, "ccomp", "xcomp")
    spared = [v for clause in (n, *said) for v in tree.below(clause, "advcl")]
    spared = [
        v for v in spared if v > n and tree.mark(v).split(" ")[0] in ("unless", "until", "if")
    ]
    spared = [v for v in spared if not tree.passive(v)]
    hit = [v for v in said if tree.passive(v) and tree.mark(v) == "that"]
    found = [k for v in (*spared, *hit) for k in tree.below(v, "nsubj")]
    return [k for k in found if k > n and acts(tree, k) and tree.upos[k] != "PRON"][:1]


# -- what is given or said ---------------------------------------------------------------------------


GIVES = frozenset(
    "grant give offer provide deliver hand lend donate supply award send bring".split()
)


def given_to(tree: Tree, n: int) -> list[int]:
    """`lent a lorry to the bakery`, `passed the tape on to Oman`: to whom something is given."""
    if tree.lemmas[n] not in GIVES | _LENDS or tree.below(n, "iobj"):
        return []
    if any(acts(tree, k) and tree.upos[k] == "NOUN" for k in direct(tree, n)):
        return []  # `sent the men to a camp`
    to = [
        k for k in tree.below(n, "obl") if tree.case(k) == "to" and k > n and not is_time(tree, k)
    ]
    inner = (j for k in direct(tree, n) for j in tree.below(k, "nmod") if tree.case(j) == "to")
    found = [*to, *(j for j in inner if acts(tree, j))]
    taken = [
        k for k in found if acts(tree, k) or speaks(tree, k) or group_of(tree, k) == "building"
    ]
    return taken[:1] if direct(tree, n) or tree.lemmas[n] == "pass" else []


def meant_for(tree: Tree, n: int) -> list[int]:
    """`promised lorries for the miners`: who is to have what is promised."""
    goods = [k for k in direct(tree, n) if not acts(tree, k) and tree.lemmas[k] not in NOUNS]
    near = [j for k in goods for j in tree.below(k, "nmod") if tree.case(j) == "for"]
    return [j for j in near if acts(tree, j) and not is_time(tree, j)][:1]


_LENDS = frozenset(
    "dedicate leak forward lend loan sell pass transfer entrust return bequeath distribute".split()
)


def addressed(tree: Tree, n: int) -> list[int]:
    """`told the envoy that … and warned that …`: words that go on are said to the same one."""
    above = tree.heads[n]
    if tree.rels[n] != "conj" or tree.below(n, "nsubj", "obj", "iobj") or above < 0:
        return []
    above = max(k for k in (above, *tree.below(above, "conj")) if k < n)
    if (
        tree.lemmas[above] not in _ADDRESSES
        or tree.lemmas[n] not in _ADDRESSED
        or tree.passive(above)
    ):
        return []
    found = [k for k in direct(tree, above) if acts(tree, k)]
    return [k for k in found if group_of(tree, k) != "press" and k < n]


_ADDRESSES = frozenset(
    "tell thank ask summon assure inform call telephone phone address remind notify implore beg urge".split()
)
_ADDRESSED = frozenset(
    "warn promise pledge vow threaten assure caution demand insist offer agree propose apologise apologize "
    "ask request urge".split()
)
