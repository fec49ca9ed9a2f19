"""A sentence -> its phrases that may mean an actor."""

from collections.abc import Iterator

from stemma.actors.phrase import Phrase
from stemma.actors.phrases import describe
from stemma.actors.roles import TOO_GENERAL, role
from stemma.actors.sentence import Read

_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves".split()
)


def phrases_of(read: Read) -> list[Phrase]:
    """The phrases of a sentence that may mean an actor, in order; one may lie inside another."""
    spans = dict.fromkeys(_spans(read))
    found = (describe(read, *span) for span in sorted(spans))
    return [phrase for phrase in found if _may_act(phrase)]


def _may_act(phrase: Phrase) -> bool:
    if phrase.kind != "noun":
        return True
    return phrase.sort == "organisation" and (
        phrase.definite == "the" or phrase.country is not None
    )


def _spans(read: Read) -> Iterator[tuple[int, int]]:
    covered: set[int] = set()
    countries = {(a, b) for a, b, _ in read.nations}
    for a, b, kind in read.names:
        if (a, b) in countries and not (kind == "PER" and _has_title(read, a)):
            continue
        head = _bearer(read, read.head(a, b), a)
        first, last = read.phrase(head)
        yield min(first, a), max(last, b)
        covered.update(range(a, b), (head,))
    for a, b, _ in read.nations:
        if not covered.issuperset(range(a, b)) and not _inside_name(read, a, b):
            yield _nation_span(read, a, b)
            covered.update(range(a, b))
    for word, form in enumerate(read.forms):
        if read.upos[word] == "PRON":
            if form in _PRONOUNS and read.relation(word) != "expl":
                yield word, word + 1
        elif word not in covered and _is_office(read, word):
            yield read.phrase(word, office=True)


def _bearer(read: Read, head: int, first: int) -> int:
    """The head of the phrase that a name is in: the office that it hangs from without a comma, or its own."""
    above = read.heads[head]
    if above < 0 or read.relation(head) not in ("flat", "appos", "nmod"):
        return head
    office = role(read.forms[above])
    if office is None or office.sort != "person" or not above < first:
        return head
    return head if any(read.upos[w] == "PUNCT" for w in range(above, first)) else above


def _has_title(read: Read, name: int) -> bool:
    return any(read.rels[kid] == "nmod:desc" for kid in read.kids[name])


def _inside_name(read: Read, a: int, b: int) -> bool:
    """Whether a country's form is part of the longer name of a body, a place, or, but for an adjective, a
    person."""
    for first, last, kind in read.names_in(a, b):
        if first <= a and b <= last and last - first > b - a:
            return kind != "PER" or first != a
    return False


def _nation_span(read: Read, a: int, b: int) -> tuple[int, int]:
    """A country with its article, and nothing else."""
    return (a - 1 if a and read.upos[a - 1] == "DET" and read.heads[a - 1] in range(a, b) else a), b


def _is_office(read: Read, word: int) -> bool:
    if read.upos[word] not in ("NOUN", "PROPN") or read.relation(word) in (
        "compound",
        "flat",
        "fixed",
    ):
        return False
    if read.rels[word] == "nmod:desc":
        return False
    plural = read.xpos[word] in ("NNS", "NNPS")
    if read.forms[word] in TOO_GENERAL or (not plural and read.lemmas[word].lower() in TOO_GENERAL):
        return False
    return (
        role(read.forms[word], plural) is not None
        or role(read.lemmas[word].lower(), plural) is not None
    )
