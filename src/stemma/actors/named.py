"""Phrases that name somebody or something: the name in them, its titles, sort and sector."""

from stemma.actors.phrase import (
    Phrase,
    country_in,
    definite,
    gender_of,
    is_title,
    office_sector,
    shown,
)
from stemma.actors.roles import (
    ADDRESS,
    THINGS,
    Role,
    body,
    is_between_states,
    is_called_media,
    is_media,
    role,
)
from stemma.actors.sentence import Read
from stemma.text.countries import Nation
from stemma.text.forenames import genders

_NAMING = ("PROPN", "NOUN", "X")
_SORTS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def name_in(read: Read, first: int, last: int, head: int) -> tuple[int, int, str] | None:
    """The name that a phrase is one of: it holds the head, or stands beside it without a comma."""
    for a, b, kind in read.names_in(first, last):
        a, b = max(a, first), min(b, last)
        if a <= head < b:
            office = role(read.forms[head]) if kind != "PER" else None
            return None if office is not None and office.sort == "person" else (a, b, kind)
        if kind == "PER" and a > head and _beside(read, head, a):
            return a, b, kind
    if read.upos[head] == "PROPN" and role(read.words[head].lower()) is None:
        return _run(read, first, last, head)
    return None


def _beside(read: Read, head: int, name: int) -> bool:
    """Whether the name behind an office is that of its bearer: `secretary of state Ann Bee`."""
    office = role(read.forms[head])
    if office is None or office.sort != "person":
        return False
    between = range(head + 1, name)
    if any(read.words[k] in (",", "(", ":", "and", "or") or is_title(read, k) for k in between):
        return False
    return name == head + 1 or read.upos[name - 1] != "ADP"


def _run(read: Read, first: int, last: int, head: int) -> tuple[int, int, str]:
    a = b = head
    while a > first and read.upos[a - 1] == "PROPN":
        a -= 1
    while b + 1 < last and read.upos[b + 1] == "PROPN":
        b += 1
    return a, b + 1, ""


def named(read: Read, first: int, last: int, head: int, a: int, b: int, label: str) -> Phrase:
    """A phrase with a name in words `a` to before `b`, which the reader labels so."""
    a, nation = _without_nation(read, a, b, label)
    a = _without_titles(read, a, b, label)
    while b - a > 1 and read.upos[a] == "ADJ" and read.words[a].islower():
        a += 1
    words = [w for w in range(a, b) if read.upos[w] != "PUNCT" and read.xpos[w] != "POS"]
    if not any(read.words[w][0].isupper() and read.upos[w] in _NAMING for w in words):
        label = ""
    form = tuple(read.forms[w] for w in words)
    sort = _sort(read, form, label, head, a, b)
    roles, titles = _titles(read, first, a, sort)
    own = body(form) if sort == "organisation" else None
    nation = nation or country_in(read, first, a)
    start, end = read.span(first, last)
    return Phrase(
        first, last, head, start, end, "name", sort, form, shown(read, a, b), titles, roles,
        nation.code if nation else None, nation.how if nation else "",
        _sector(sort, form, own, roles, read, first, a),
        gender_of(read, first, a, roles) or _called(form, label),
        read.xpos[head] in ("NNS", "NNPS") and sort != "person",
        definite(read, first, head), frozenset(), read.forms[head], label,
    )  # fmt: skip


def _called(form: tuple[str, ...], label: str) -> str:
    """The gender that a given name tells; of a surname alone nothing is known."""
    return genders().get(form[0], "") if label == "PER" and len(form) > 1 else ""


def _sort(read: Read, form: tuple[str, ...], label: str, head: int, a: int, b: int) -> str:
    if is_between_states(form):
        return "organisation"
    last = form[-1] if form else ""
    if label == "PER" and len(form) > 1 and last in THINGS:
        return "place"
    if label != "PER" and form and (is_media(form) or is_called_media(read.forms, a, b)):
        return "media"
    return _SORTS.get(label, "")


def _without_nation(read: Read, a: int, b: int, label: str) -> tuple[int, Nation | None]:
    """Past the country that stands before a name (`Danish`, `US`), and that country."""
    for first, last, nation in read.nations_in(a, b):
        if first == a and last < b and (nation.how in ("name", "people")):
            # A body keeps its country in its name, as a man keeps what is no adjective.
            cut = label == "PER" and (nation.how == "people" or read.words[first].isupper())
            return (last if cut else a), nation
        if first > a:
            break
    return a, None


def _without_titles(read: Read, a: int, b: int, label: str) -> int:
    while label == "PER" and b - a > 1 and is_title(read, a):
        a += 1
    return a


def _titles(read: Read, first: int, a: int, sort: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The nouns of the offices that stand before a name, and the titles as written."""
    if sort not in ("person", ""):
        return (), ()
    before = [w for w in range(first, a) if read.upos[w] in ("NOUN", "PROPN") and is_title(read, w)]
    roles = tuple(
        read.forms[w] for w in before if read.forms[w] not in ADDRESS and not _general(read, w)
    )
    if not roles:
        return (), ()
    start = first
    while start < a and (read.upos[start] in ("DET", "PUNCT", "PART") or _owner(read, start, a)):
        start += 1
    return roles, (shown(read, start, a),)


def _general(read: Read, word: int) -> bool:
    """Whether this is the second half of `Secretary-General`, `Attorney General`."""
    before = {f for f in read.forms[max(word - 2, 0) : word] if f != "-"}
    return read.forms[word] == "general" and bool(
        before & {"secretary", "attorney", "director", "consul"}
    )


def _owner(read: Read, word: int, last: int) -> bool:
    """Whether a word belongs to a possessive before the title: `Aldova's`."""
    marks = [w for w in range(word, last) if read.xpos[w] == "POS"]
    return bool(marks) or read.xpos[word] == "PRP$"


def _sector(
    sort: str, form: tuple[str, ...], own: Role | None, roles: tuple[str, ...],
    read: Read, first: int, a: int,
) -> str | None:  # fmt: skip
    if is_between_states(form):
        return "IGO"
    if sort == "media":
        return "JRN"
    if own is not None:
        return own.sector
    return office_sector(read, first, a, roles)
