"""Phrases that are a country, its people, or a capital or house that stands for its government."""

from stemma.actors.phrase import Phrase, definite, shown
from stemma.actors.roles import role
from stemma.actors.sentence import Read
from stemma.text.countries import Nation, nations

# Verbs whose subject speaks, decides or acts, so that a capital as their subject is a government.
_PLACE_VERBS = frozenset("be have lie host see remain look experience".split())
# Prepositions behind which a capital is a party rather than a place.
_PARTY = frozenset("between with against by toward towards".split())
_DONE_TO = frozenset(
    "accuse blame urge warn tell ask press pressure criticise criticize condemn support back punish persuade "
    "embarrass irk anger alarm threaten thank praise call".split()
)
_OWNED = frozenset(
    "intent intention focus stance position policy decision support role plan offer demand claim response "
    "reaction view ally alliance ambition interest refusal willingness concern relation relationship tie "
    "backing involvement view connection link approach move effort statement denial influence".split()
)


def nation_of(read: Read, head: int, first: int, last: int) -> Phrase | None:
    """A phrase that is a country's name, its people's, its capital's or a house's, and nothing more."""
    for a, b, nation in _within(read, first, last):
        if a <= head < b and not _longer_name(read, a, b, nation, first, last):
            return _nation(read, first, last, head, (a, b), nation)
    return None


def _within(read: Read, first: int, last: int) -> list[tuple[int, int, Nation]]:
    """The nations of a run of words; of one that is part of a longer form, what it says by itself."""
    near = read.nations_in(first, last)
    found = [one for one in near if first <= one[0] and one[1] <= last]
    if near and not found:
        own = nations().get(tuple(f for f in read.forms[first:last] if f not in ("-", "the")))
        return [(first, last, own)] if own else []
    return found


def _longer_name(read: Read, a: int, b: int, nation: Nation, start: int, stop: int) -> bool:
    """Whether the reader sees a longer name, or a person, where a country's stands."""
    before = a - 1
    if before >= start and read.upos[before] == "PROPN" and a <= read.heads[before] < b:
        return True
    for first, last, kind in read.names_in(a, b):
        first, last = max(first, start), min(last, stop)
        if first <= a and b <= last:
            alone = last - first == b - a
            if alone and nation.how in ("people", "capital"):
                return kind == "PER" and any(read.rels[k] == "nmod:desc" for k in read.kids[first])
            return kind == "PER" or not (alone or _only_with(read, first, last, a, b))
    return False


def _only_with(read: Read, first: int, last: int, a: int, b: int) -> bool:
    """Whether a name is the country's but for an article or a state behind a comma."""
    rest = [w for w in range(first, last) if not a <= w < b]
    return all(read.upos[w] in ("DET", "PUNCT") for w in rest)


def _nation(
    read: Read, first: int, last: int, head: int, at: tuple[int, int], nation: Nation
) -> Phrase:
    a, b = at
    form = tuple(read.forms[w] for w in range(a, b) if read.upos[w] != "PUNCT")
    kind, sort = {
        "name": ("country", "country"), "people": ("country", "country"),
        "capital": ("name", "place"), "house": ("house", "organisation"),
    }[nation.how]  # fmt: skip
    if nation.how == "capital" and speaks(read, head):
        kind, sort = "country", "country"
    elif nation.how == "people" and _people(read, head):
        kind, sort = "group", "group"
    start, end = read.span(first, last)
    return Phrase(
        first, last, head, start, end, kind, sort, form, shown(read, a, b),
        country=nation.code, by=nation.how, sector="GOV" if kind == "house" else None,
        plural=sort == "group" and read.xpos[head] in ("NNS", "NNPS"), definite=definite(read, first, head),
        lemma="".join(form), label=next((k for x, _, k in read.names_in(a, b) if x == a), ""),
    )  # fmt: skip


def _people(read: Read, head: int) -> bool:
    """Whether a word means people (`Danes`, `the Danish`) rather than a country (`America`)."""
    if read.relation(head) in ("amod", "compound"):
        return False
    the = any(read.words[kid].lower() == "the" for kid in read.kids[head])
    return read.xpos[head] in ("NNS", "NNPS") or (the and read.upos[head] != "PROPN")


def speaks(read: Read, word: int) -> bool:
    """Whether the name of a capital stands for its government: as who says or does something, as whose
    intent or ally it is, or as a party to relations. A place is where something is or happens."""
    relation, head = read.rels[word], read.heads[word]
    if relation == "conj" and head >= 0:
        return read.upos[head] == "PROPN" and speaks(read, head)
    if relation == "nsubj":
        return read.upos[head] == "VERB" and read.lemmas[head] not in _PLACE_VERBS
    if relation in ("obj", "iobj"):
        return read.lemmas[head] in _DONE_TO
    if relation == "nmod:poss":
        return role(read.forms[head]) is not None or read.lemmas[head] in _OWNED
    if (
        relation == "nmod"
        and read.lemmas[head] in _OWNED
        and read.case(word) in ("of", "to", "from")
    ):
        return True
    return relation in ("nmod", "obl") and read.case(word) in _PARTY
