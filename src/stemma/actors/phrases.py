"""Any noun phrase -> what it says: a pronoun, a country, a name, an office, a group or another noun."""

from dataclasses import replace

from stemma.actors.named import name_in, named
from stemma.actors.nation import nation_of
from stemma.actors.phrase import Phrase, country_in, definite, gender_of, office_sector, shown
from stemma.actors.roles import is_place, role
from stemma.actors.sentence import Read

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f", False)),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("", "", True)),
}
_GOVERNMENT = frozenset("government administration regime authorities".split())
# A government that was, or will be, is not the country's of now.
_OTHER_TIMES = frozenset(
    "previous former next future last new interim transitional earlier first".split()
)


def describe(read: Read, first: int, last: int) -> Phrase:
    """What the noun phrase of words `first` to before `last` says."""
    head = read.head(first, last)
    known = _PRONOUNS.get(read.words[head].lower())
    if read.upos[head] == "PRON" or (known and last - first == 1):
        return _pronoun(read, first, last, head, known)
    if _several(read, first, last, head):
        return replace(_common(read, first, last, head), kind="noun", sort="group", plural=True)
    nation = nation_of(read, head, first, last)
    if nation is not None:
        return nation
    found = name_in(read, first, last, head)
    if found is not None:
        return named(read, first, last, head, *found)
    return _common(read, first, last, head)


def _several(read: Read, first: int, last: int, head: int) -> bool:
    """Whether a phrase names one and another, such as `Ann Bee and Carl Dew`."""
    if any(a <= head < b for a, b, _ in read.nations_in(head, head + 1) if b - a > 1):
        return False
    inside = next(((a, b) for a, b, _ in read.names_in(head, head + 1)), (head, head + 1))
    return any(
        read.rels[kid] == "conj" and inside[1] <= kid < last and read.upos[kid] in ("NOUN", "PROPN")
        for kid in read.kids[head]
    )


def _pronoun(
    read: Read, first: int, last: int, head: int, known: tuple[str, str, bool] | None
) -> Phrase:
    sort, gender, plural = known or ("", "", False)
    start, end = read.span(first, last)
    return Phrase(
        first, last, head, start, end, "pronoun", sort, gender=gender, plural=plural,
        lemma=read.words[head].lower(),
    )  # fmt: skip


def _common(read: Read, first: int, last: int, head: int) -> Phrase:
    word = read.forms[head]
    plural = read.xpos[head] in ("NNS", "NNPS")
    lemma = _singular(read, head, word, plural)
    found = role(word, plural) or role(lemma, plural)
    inside = country_in(read, first, last)
    sort = found.sort if found else ("place" if is_place(lemma) else "thing")
    kind = {"person": "title", "group": "group"}.get(sort, "noun")
    marks = _marks(read, first, last, head)
    if word in _GOVERNMENT and inside is not None and not marks & _OTHER_TIMES:
        sort, kind = "country", "country"
    sector = found.sector if found else None
    if found is not None and sort in ("person", "group"):
        sector = office_sector(read, first, last, (word,))
    start, end = read.span(first, last)
    return Phrase(
        first, last, head, start, end, kind, sort, titles=_office(read, first, last, sort), roles=(lemma,),
        country=inside.code if inside else None, by=inside.how if inside else "", sector=sector,
        gender=gender_of(read, head, head + 1, ()), plural=plural or sort == "group",
        definite=definite(read, first, head), marks=marks, lemma=lemma,
    )  # fmt: skip


def _singular(read: Read, head: int, word: str, plural: bool) -> str:
    if plural and word.endswith("s") and role(word[:-1]) is not None:
        return word[:-1]
    return word if read.upos[head] == "PROPN" else read.lemmas[head].lower()


def _office(read: Read, first: int, last: int, sort: str) -> tuple[str, ...]:
    if sort != "person":
        return ()
    start = first
    while start < last - 1 and (read.upos[start] == "DET" or read.xpos[start] == "PRP$"):
        start += 1
    return (shown(read, start, last),)


def _marks(read: Read, first: int, last: int, head: int) -> frozenset[str]:
    """The words that narrow a noun down, as compared."""
    return frozenset(
        read.lemmas[w].lower()
        for w in range(first, last)
        if w != head and read.upos[w] in ("NOUN", "PROPN", "ADJ", "NUM") and read.xpos[w] != "POS"
    )
