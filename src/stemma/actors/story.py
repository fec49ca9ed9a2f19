"""The mentions of one story -> groups, rule after rule; a later rule sees what the earlier ones joined."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.actors.bodies import join_bodies, join_countries
from stemma.actors.groups import Groups, Placed
from stemma.actors.names import Form, sound, sounds
from stemma.actors.nouns import join_called, join_nouns
from stemma.actors.people import Swapped, join_people
from stemma.actors.phrase import Phrase
from stemma.actors.pronouns import join_pronouns
from stemma.actors.roles import is_place
from stemma.actors.titles import join_neighbours, join_titles

_QUARTERS = frozenset("eastern western northern southern central".split())
# Mentions behind `in` and the like that make a place of what the reader takes for a person.
_SURELY = 2
# The share of its mentions that does so of a name that nobody is called by in full or with a title: that of
# a country of which the reader knows nothing (`Kestria rejected`).
_PARTLY = 0.2
# Names of countries that are as well known as those of other places.
_TWO_PLACES = frozenset({("georgia",)})


def resolve(
    mentions: Sequence[Placed], swapped: Swapped = (), media: frozenset[Form] = frozenset()
) -> Groups:
    """Joins the mentions of one story, given in the order of articles and places. `media`: names that
    agency tags and credits give."""
    settled = _with_sorts(list(mentions), media)
    groups = Groups(settled)
    join_countries(groups)
    join_people(groups, swapped)
    join_bodies(groups)
    join_neighbours(groups)
    join_titles(groups)
    join_called(groups)
    join_nouns(groups)
    join_pronouns(groups)
    return groups


def _with_sorts(mentions: list[Placed], media: frozenset[Form]) -> list[Placed]:
    """One sort for each name: what the reader sees in it most often in the story."""
    votes: dict[Form, Counter[str]] = defaultdict(Counter)
    named = [one for one in mentions if one.phrase.kind == "name" and one.phrase.sort]
    heard = {_spelled(one.phrase.name) for one in named if not one.place.again}
    for mention in named:
        if not mention.place.again or _spelled(mention.phrase.name) not in heard:
            votes[_spelled(mention.phrase.name)][_vote(mention)] += 1
    surnames = _surnames(votes)
    told: set[str | None] = {
        m.phrase.country for m in mentions if m.phrase.country and m.phrase.name not in _TWO_PLACES
    }
    houses = _houses(votes)
    sorts = {
        form: "organisation"
        if form in houses and not (found["inside"] or found["titled"] or found["place"])
        else _most(form, found, surnames, media)
        for form, found in votes.items()
        if form
    }
    return [_settled(mention, sorts, surnames, told) for mention in mentions]


def _houses(votes: Mapping[Form, Counter[str]]) -> frozenset[Form]:
    """The single words with which organisations of the story begin, and no person and no place."""
    begins: dict[Form, set[str]] = defaultdict(set)
    for form, found in votes.items():
        if len(form) > 1:
            begins[form[:1]].update(sort for sort, n in found.items() if n)
    surnames = _surnames(votes)
    return frozenset(
        form
        for form, sorts in begins.items()
        if sorts == {"organisation"} and sounds(form)[-1] not in surnames
    )


def _surnames(votes: Mapping[Form, Counter[str]]) -> frozenset[str]:
    people = (form for form, found in votes.items() if found["person"] or found["titled"])
    full = (form for form in people if len(form) > 1)
    return frozenset(sounds(form)[-1] for form in full)


def _spelled(form: Form) -> Form:
    return tuple(map(sound, form))


def _vote(mention: Placed) -> str:
    """What one mention says of its name: behind `in`, `town of` or `eastern` it is a place's, whatever the
    reader sees."""
    phrase, read = mention.phrase, mention.read
    case, above = read.case(phrase.head), read.heads[phrase.head]
    inside = case in ("in", "near") or (
        case == "of" and above >= 0 and is_place(read.lemmas[above])
    )
    inside = inside or _is_land(mention)
    inside = inside or not _QUARTERS.isdisjoint(read.forms[phrase.first : phrase.head])
    if phrase.sort == "person" and (phrase.roles or phrase.gender):
        return "titled"
    return "inside" if inside and phrase.sort in ("person", "place") else phrase.sort


def _is_land(mention: Placed) -> bool:
    """Whether what stands behind a name shows that it is no person's: `Osta, which …`, `Osta's border`."""
    read, behind = mention.read, mention.phrase.last
    if behind + 1 >= len(read.forms) or mention.phrase.roles or mention.phrase.gender:
        return False
    if read.forms[behind] == ",":
        return read.forms[behind + 1] == "which"
    owned = read.heads[mention.phrase.head]
    owns = read.rels[mention.phrase.head] == "nmod:poss" and owned >= behind
    of = read.case(mention.phrase.head) == "of" and 0 <= owned < mention.phrase.first
    held = read.lemmas[owned].lower() if owns or of else ""
    if held == "minister":
        return any(read.forms[k] in _STATELY for k in read.kids[owned])
    return held in _OF_LANDS or (of and held in _OF_STATES)


# What a land has, and no person; the same behind which `of` names one: `president of Osta`.
_OF_LANDS = frozenset(
    "ministry capital border frontier embassy consulate coast airspace currency constitution parliament "
    "population".split()
)
_OF_STATES = frozenset("president ambassador republic kingdom army navy".split())
_STATELY = frozenset("prime foreign interior defence defense finance".split())


def _most(form: Form, found: Counter[str], surnames: frozenset[str], media: frozenset[Form]) -> str:
    inside, titled = found.pop("inside", 0), found.pop("titled", 0)
    found["person"] += titled
    if form in media and not found["person"]:
        return "media"
    if len(form) == 1 and sounds(form)[-1] in surnames and (found["person"] or not inside):
        return "person"
    found["place"] += inside
    best = max(found.values())
    if inside and not titled and (inside >= _SURELY or found["place"] == best):
        return "place"
    partly = found["place"] >= max(_SURELY, _PARTLY * (found["place"] + found["person"]))
    if len(form) == 1 and partly and not titled and best == found["person"]:
        return "place"
    # Of as many votes an organisation is likelier than a person, and both than a place.
    return min(sort for sort, n in found.items() if n == best)


def _settled(
    mention: Placed, sorts: Mapping[Form, str], surnames: frozenset[str], told: set[str | None]
) -> Placed:
    phrase = mention.phrase
    if phrase.name in _TWO_PLACES and phrase.kind == "country" and phrase.country not in told:
        return _with(mention, replace(phrase, kind="name", sort="place", country=None))
    if phrase.by == "capital" and phrase.label == "PER" and sounds(phrase.name)[-1] in surnames:
        return _with(mention, replace(phrase, kind="name", sort="person", country=None, by=""))
    if phrase.kind == "name" and phrase.by != "capital":
        sort = sorts.get(_spelled(phrase.name)) or _by_surname(phrase, surnames)
        if sort != phrase.sort:
            return _with(mention, replace(phrase, sort=sort))
    return mention


def _by_surname(phrase: Phrase, surnames: frozenset[str]) -> str:
    """A name in which the reader saw none is a person's whose surname it is, else nobody's."""
    return (
        "person" if len(phrase.name) == 1 and sounds(phrase.name)[-1] in surnames else phrase.sort
    )


def _with(mention: Placed, phrase: Phrase) -> Placed:
    return Placed(phrase, mention.read, mention.place)
