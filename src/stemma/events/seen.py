"""Everything in a sentence that may be a report of an event, with what reports are compared by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from stemma.events.agents import acts as is_somebody
from stemma.events.agents import group_of
from stemma.events.content import content
from stemma.events.happenings import CLAIM, happenings, is_happening
from stemma.events.idioms import is_struck_with, struck_with
from stemma.events.lexicon import LIGHT, OPEN_FIRE, SHOTS
from stemma.events.mentions import NOUN, Mention, mention_at
from stemma.events.passing import passing
from stemma.events.phrases import PARTED
from stemma.events.record import EventMention, Party
from stemma.events.referents import referent
from stemma.events.sequence import order
from stemma.events.status import status_of
from stemma.events.tree import Span, Tree
from stemma.events.twice import Carried, twice
from stemma.events.untyped import wrecks
from stemma.events.when import beside
from stemma.events.which import is_news, stands, which
from stemma.events.words import MISCARRY
from stemma.text.candidates import COMMON

Meant = tuple[
    int, int, int, str
]  # first character, behind the last, that of the main word, its lemma
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_LEAVES_OPEN = (
    "referent unknown", "it is what", "its object", "a denial", "a state", "a habit", "an opinion", "words",
    "a name for it", "it only", "it is asked", "a question", "silence", "a plan of", "an attack in words",
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """A mention with what it is compared by. `event`: whether it can be a report of one; `heads`: the lemmas
    of the words that carry it; `who`, `whom`: the characters of the main word of each actor and recipient,
    and its lemma; `place`: the characters of where, None if not said; `when`: stretches of characters that
    may say when; `near`: the lemmas of what stands with it in its clause; `after`: the numbers of those
    mentions of the sentence that it says came before; `again`: of those before it that tell of the same
    event; `manner`, `many`, `stands`: as in `which`; `somebody`:
    of each recipient whether it is one, and no thing that something is done with; `said`: the lemmas of what
    a deed of words says; `who_meant`, `whom_meant`: of each actor and recipient that is a pronoun the phrase
    that it means, as characters, those of its main word and its lemma; None where that is not known;
    `news`: as `is_news` in `which`; `passing`: stretches of characters that may say when the deed above was
    done, if it is told in passing."""

    mention: EventMention
    event: bool
    heads: tuple[str, ...]
    who: tuple[tuple[int, str], ...]
    whom: tuple[tuple[int, str], ...]
    place: Span | None
    when: tuple[Span, ...]
    near: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    manner: tuple[str, ...] = ()
    many: bool = False
    stands: str = "aside"
    somebody: tuple[bool, ...] = ()
    said: tuple[str, ...] = ()
    who_meant: tuple[Meant | None, ...] = ()
    whom_meant: tuple[Meant | None, ...] = ()
    news: bool = False
    passing: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Sight:
    """All mentions of a sentence in order, and its telling words with their counts."""

    seen: tuple[Seen, ...]
    words: Mapping[str, int]


def sight(tree: Tree, found: Sequence[EventMention]) -> Sight:
    """`found`: what `events` finds in the sentence; happenings that PLOVER has no type for are added."""
    taken = {(one.start, one.end) for one in found}
    more = [_mention(tree, one) for one in happenings(tree)]
    rows = [*found, *(one for one in more if (one.start, one.end) not in taken)]
    ordered = sorted(rows, key=lambda one: (one.start, one.end))
    carried = [carrying(tree, one) for one in ordered]
    before = order(tree, carried)
    again = twice(tree, [_carried(tree, *one) for one in zip(ordered, carried, strict=True)])
    seen = [
        replace(_seen(tree, one), after=before.get(n, ()), again=again.get(n, ()))
        for n, one in enumerate(ordered)
    ]
    return Sight(tuple(seen), _words(tree))


def _carried(tree: Tree, one: EventMention, words: tuple[int, ...]) -> Carried:
    return Carried(tree.top(words or (0,)), one.type, (one.polarity, one.certainty))


def carrying(tree: Tree, one: EventMention) -> tuple[int, ...]:
    """The words that carry a mention."""
    wanted = set(one.predicate.split())
    inside = tree.inside(one.start, one.end)
    return tuple(n for n in inside if tree.lemmas[n] in wanted) or tuple(inside)


def sight_of(
    text: str, reading: Mapping[str, Any], spans: Sequence[Span], found: Sequence[EventMention]
) -> Sight:
    """What stands in some stretches of characters that are known to report events, in their order. `found`:
    what `events` finds in the sentence; it types those whose main words are one."""
    tree = Tree.of(text, reading)
    return Sight(tuple(_given(tree, span, found) for span in spans), _words(tree))


def _given(tree: Tree, span: Span, found: Sequence[EventMention]) -> Seen:
    words = tuple(tree.inside(*span)) or (0,)
    head = tree.top(words)
    one = mention_at(tree, head)
    kinds = [m.type for m in found if tree.top(tree.inside(m.start, m.end) or [0]) == head]
    return _seen(tree, _mention(tree, replace(one, words=words), next(iter(kinds), None)))


def _words(tree: Tree) -> Mapping[str, int]:
    telling = [n for n in range(len(tree.words)) if tree.upos[n] in _TELLING]
    return Counter(tree.lemmas[n] for n in telling if tree.words[n] not in COMMON)


def _mention(tree: Tree, one: Mention, kind: str | None = None) -> EventMention:
    found = status_of(tree, one.head)
    start, end = tree.starts[one.words[0]], tree.ends[one.words[-1]]
    who, whom = (
        tuple(Party(tree.starts[a], tree.ends[b - 1], tree.shown((a, b))) for a, b in side)
        for side in (one.actors, one.recipients)
    )
    rules = ", ".join(dict.fromkeys(found.how)) or "stated"
    return EventMention(
        start, end, tree.text[start:end], " ".join(tree.lemmas[n] for n in one.words), kind, None, None, who,
        whom, found.polarity, found.certainty, found.time, found.sources,
        f"{NOUN}; not coded: nothing that PLOVER has a type for; status: {rules}",
    )  # fmt: skip


def _seen(tree: Tree, one: EventMention) -> Seen:
    words = carrying(tree, one)
    heads = _heads(tree, words)
    kind = one.how.split(";")[0]
    why = one.how.split("; ")[1].removeprefix("not coded: ")
    opened = one.type is None and why.startswith(_LEAVES_OPEN)
    top = tree.top(words or (0,))
    opened = opened or (one.type is None and (_is_able(tree, top) or _is_vow(one)))
    apart = _is_broken(tree, top) or is_struck_with(tree, top)
    is_one = bool(one.type) or (not opened and is_happening(frozenset(heads), kind))
    return Seen(
        one, is_one and bool(words) and not apart, heads or tuple(tree.lemmas[n] for n in words),
        tuple(_head(tree, party) for party in one.actors),
        tuple(_head(tree, party) for party in one.recipients),
        (one.place.start, one.place.end) if one.place else None,
        tuple(beside(tree, words, one.time == "future")),
        tuple(_near(tree, words)), (), (), *which(tree, words), stands(tree, words),
        tuple(_is_hit(tree, top, _main(tree, party)) for party in one.recipients),
        content(tree, words),
        tuple(_meant(tree, party) for party in one.actors),
        tuple(_meant(tree, party) for party in one.recipients),
        is_news(tree, words), tuple(passing(tree, words)),
    )  # fmt: skip


def _is_hit(tree: Tree, verb: int, n: int) -> bool:
    """Whether a deed is done to a party: to somebody, or to a place or vessel that it wrecks or robs."""
    thing = wrecks(tree, verb) and group_of(tree, n) in ("building", "vessel")
    return thing or is_somebody(tree, n)


def _is_able(tree: Tree, n: int) -> bool:
    """`a ford that a goat can cross`: nothing that happens."""
    return tree.full[n] == "acl:relcl" and any(tree.words[k] == "can" for k in tree.below(n, "aux"))


def _is_vow(one: EventMention) -> bool:
    """`I will not run away`: what somebody says of himself that he will not do."""
    own = any(party.text.casefold() in ("i", "we") for party in one.actors)
    return own and (one.polarity, one.time) == ("negative", "future")


def _is_broken(tree: Tree, n: int) -> bool:
    """`the truce collapsed`: what happens is told by the verb, and the truce was made before."""
    verb = tree.heads[n]
    truce = tree.lemmas[n] in ("truce", "ceasefire", "cease-fire", "armistice")
    return truce and verb >= 0 and tree.rels[n] == "nsubj" and tree.lemmas[verb] in MISCARRY


def _heads(tree: Tree, words: tuple[int, ...]) -> tuple[str, ...]:
    """The lemmas that carry a report: its main word, also with its particle as one word (`takeover` of `took
    over`), and what is joined to it; of a verb that only lends itself to a noun, the noun."""
    if not words:
        return ()
    top = tree.top(words)
    joined = [n for n in words if n != top and tree.upos[n] in _CARRY and tree.full[n] in _JOINED]
    nouns = [n for n in words if n != top and tree.upos[n] in ("NOUN", "PROPN")]
    if any(tree.upos[n] == "NOUN" for n in (top, *nouns)):  # a name beside a noun carries nothing
        joined, nouns = ([n for n in some if tree.upos[n] != "PROPN"] for some in (joined, nouns))
    light = tree.lemmas[top] in LIGHT and tree.upos[top] == "VERB"
    particles = [n for n in words if tree.upos[n] in ("ADP", "ADV") and tree.heads[n] == top]
    particles = particles if tree.upos[top] == "VERB" else []
    if tree.upos[top] == "VERB" and tree.lemmas[top] in OPEN_FIRE and not nouns:
        nouns = [n for n in tree.below(top, "obj") if tree.lemmas[n] in SHOTS]
        if nouns and tree.lemmas[top] == "return":
            return ("returnfire",)  # the other side's, and nobody's return
        light = bool(nouns)  # `opened fire` is no opening
    if means := struck_with(tree, top):
        return tuple(tree.lemmas[n] for n in means)  # `hit it with sanctions`
    light = light or (tree.upos[top] == "VERB" and tree.lemmas[top] in CLAIM)
    if light and nouns:
        # Of `signed a ceasefire accord` the accord carries it, and so does the signing.
        papers = [n for n in nouns if tree.lemmas[n] in _PAPERS]
        nouns = papers or nouns
        own = [top] if tree.lemmas[top] in _SAYS_MORE else []
        return tuple(dict.fromkeys(tree.lemmas[n] for n in [*own, *nouns]))
    found = [tree.lemmas[top] + tree.lemmas[n] for n in particles[:1]]
    # `ruled out` is no ruling: what tells a deed by its particle alone.
    alone = found and (light or tree.lemmas[top] in PARTED)
    found += [tree.lemmas[n] for n in ([] if alone else [top]) + joined]
    return tuple(dict.fromkeys(found))


_PAPERS = frozenset("accord agreement deal pact treaty paper document contract plan".split())
_SAYS_MORE = frozenset(("sign",))  # of verbs that lend themselves to a noun
_CARRY = ("NOUN", "VERB", "PROPN")
_JOINED = frozenset("obj flat fixed conj xcomp".split())


def _head(tree: Tree, party: Party) -> tuple[int, str]:
    n = _main(tree, party)
    return tree.starts[n], tree.lemmas[n]


def _meant(tree: Tree, party: Party) -> Meant | None:
    n = referent(tree, _main(tree, party))
    if n is None:
        return None
    first, last = tree.span(n)
    return tree.starts[first], tree.ends[last - 1], tree.starts[n], tree.lemmas[n]


def _main(tree: Tree, party: Party) -> int:
    return tree.top(tree.inside(party.start, party.end))


_OUTSIDE = frozenset("acl advcl parataxis appos conj ccomp csubj xcomp punct cc mark".split())
_UNDER = ("obj", "nsubj", "obl", "nmod", "compound", "acl")


def _near(tree: Tree, words: tuple[int, ...]) -> list[str]:
    """The telling words of the clause that a report heads, or of the one that a noun is part of."""
    if not words:
        return []
    top = tree.top(words)
    found, above = list(_inside(tree, top)), tree.heads[top]
    verbal = tree.upos[top] in ("VERB", "AUX")
    if above >= 0 and tree.rels[top] in _UNDER and (not verbal or tree.rels[top] == "acl"):
        found += [above, *_inside(tree, above)]
    elif above >= 0 and verbal and tree.rels[top] in ("conj", "xcomp", "advcl"):
        found += [k for s in tree.below(above, "nsubj") for k in (s, *_inside(tree, s))]
    telling = [n for n in found if tree.upos[n] in _TELLING and tree.words[n] not in COMMON]
    return list(dict.fromkeys(tree.lemmas[n] for n in telling if n not in words))


def _inside(tree: Tree, n: int) -> Iterator[int]:
    for kid in tree.kids[n]:
        if tree.rels[kid] not in _OUTSIDE:
            yield kid
            yield from _inside(tree, kid)


def row_of_sight(one: Sight) -> dict[str, Any]:
    """As it is kept; mentions and their parties are written with all their fields."""
    return {"seen": one.seen, "words": dict(one.words)}
