"""What a noun phrase of a sentence says of whom it means, and what its words tell."""

from dataclasses import dataclass

from stemma.actors.roles import ADDRESS, FORMER, GENDERS, is_between_states, role, sector_of
from stemma.actors.sentence import Read
from stemma.text.countries import Nation

_DEFINITE = frozenset("the this that these those his her its their our my your both such".split())
_NO_SOLDIERS = frozenset("secretary attorney director consul inspector".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of a sentence, from word `first` to before `last`, and what it says.

    `kind`: name, title (an office without a name), pronoun, country, house, group, or noun (any other);
    `sort`: person, organisation, country, place, group, media, thing, or empty where nothing tells it.
    `name`: its name as compared, `shown`: the same as written; `titles`: offices as written; `roles`: their
    nouns, in small letters; `country`: alpha-3, with `by`, how it is told; `marks`: what else stands before
    the head; `definite`: the (also this, his …), a, or empty; `label`: what kind of name the reader sees.
    """

    first: int
    last: int
    head: int
    start: int
    end: int
    kind: str
    sort: str
    name: tuple[str, ...] = ()
    shown: str = ""
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    by: str = ""
    sector: str | None = None
    gender: str = ""
    plural: bool = False
    definite: str = ""
    marks: frozenset[str] = frozenset()
    lemma: str = ""
    label: str = ""


def definite(read: Read, first: int, head: int) -> str:
    """Whether a phrase begins with `the` or an owner, with `a`, or with neither (empty)."""
    word = read.words[first].lower()
    if word in ("a", "an", "some", "another", "any", "every", "no", "each"):
        return "a"
    if word in _DEFINITE or any(read.xpos[w] == "POS" for w in range(first, head)):
        return "the"
    return ""


def gender_of(read: Read, first: int, last: int, roles: tuple[str, ...]) -> str:
    """The gender that the words of a phrase agree on; empty if they tell none."""
    told = {GENDERS[f] for f in (*read.forms[first:last], *roles) if f in GENDERS}
    return told.pop() if len(told) == 1 else ""


def shown(read: Read, a: int, b: int) -> str:
    """A run of words as written, without a possessive mark, its white space folded."""
    start, end = read.span(a, b)
    return " ".join(read.text[start:end].split())


def country_in(read: Read, first: int, last: int) -> Nation | None:
    """The country that a run of words tells of whoever it means: not one that an envoy is sent to."""
    for a, b, nation in read.nations_in(first, last):
        if a >= first and b <= last and nation.how in ("name", "people", "capital"):
            before = next((w for w in (a - 1, a - 2) if w >= first and read.upos[w] != "DET"), a)
            # An envoy for a country, or an ambassador to it, is not of it.
            return nation if read.upos[before] != "ADP" or read.forms[before] == "of" else None
    return None


def office_sector(read: Read, first: int, last: int, roles: tuple[str, ...]) -> str | None:
    """The sector of an office: what its nouns agree on, `former` ones apart; a president or secretary is of
    the government where the country is told, or a ministry."""
    if not roles:
        return None
    words = read.forms[first:last]
    if country_in(read, first, last) is None and any(is_between_states((w,)) for w in words):
        return "IGO"
    if roles == ("general",) and _NO_SOLDIERS & set(words):
        return None
    if FORMER & {*words, *read.forms[max(first - 2, 0) : first]}:
        return "ELI"
    found = sector_of(roles)
    if found or not {
        "president",
        "secretary",
        "chancellor",
        "leader",
        "official",
        "officials",
    } & set(roles):
        return found
    if {"state", "defense", "defence", "treasury", "foreign", "interior", "home", "prime"} & set(
        words
    ):
        return "GOV"
    if "vice" not in words and {"president", "chancellor", "official", "officials"} & set(roles):
        told = country_in(read, first, last)
        return "GOV" if told else None
    return None


def is_title(read: Read, word: int) -> bool:
    """Whether a word is a title or calling of a person, or a form of address."""
    form = read.forms[word]
    found = role(form)
    return form in ADDRESS or (found is not None and found.sort == "person")
