"""Pronouns -> the one actor of the passage that fits; where two fit, or none, they stay unresolved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from stemma.actors.groups import Groups, Placed
from stemma.actors.nouns import REACH
from stemma.actors.phrase import Phrase

_SELF = ("himself", "herself", "itself", "themselves")
_NEAREST, _FARTHEST = 100, 1000  # mentions and words of one sentence
_PARTS = ("nsubj", "obj", "obl", "nmod", "conj")
_OWN = ("his", "its", "their", "her")
_YOU = frozenset("you your yours yourself yourselves".split())
_FIRST = {"i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i",
          "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we"}  # fmt: skip


def join_pronouns(groups: Groups) -> None:
    """Resolves pronouns in the order of the text; what is resolved helps those behind it."""
    sentences: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        sentences[mention.place.article, mention.place.number].append(n)
    genders = _genders(groups)
    for here in sentences.values():
        _learn_genders(groups, here, genders)
    for (article, number), here in sorted(sentences.items()):
        back = [sentences.get((article, number - k), []) for k in range(1, REACH + 1)]
        passage = groups.mentions[here[0]].place.passage
        back = [some for some in back if some and groups.mentions[some[0]].place.passage == passage]
        for n in here:
            if groups.mentions[n].phrase.kind == "pronoun":
                _resolve(groups, n, here, back, genders)


def _genders(groups: Groups) -> dict[int, str]:
    """Group -> the gender that its titles tell."""
    found: dict[int, set[str]] = defaultdict(set)
    for n, mention in enumerate(groups.mentions):
        if groups.known[n] and mention.phrase.gender and mention.phrase.sort == "person":
            found[groups.of(n)].add(mention.phrase.gender)
    return {group: told.pop() for group, told in found.items() if len(told) == 1}


def _learn_genders(groups: Groups, here: Sequence[int], genders: dict[int, str]) -> None:
    """What reflexives and possessives say of the subjects of their clauses, before anything else is asked."""
    for n in here:
        phrase = groups.mentions[n].phrase
        if phrase.kind == "pronoun" and phrase.gender and len(here) <= _NEAREST:
            subject = _own_subject(groups, n, here, genders)
            if subject is not None:
                genders.setdefault(groups.of(subject), phrase.gender)


def _resolve(
    groups: Groups,
    n: int,
    here: Sequence[int],
    back: Sequence[Sequence[int]],
    genders: dict[int, str],
) -> None:
    mention = groups.mentions[n]
    if mention.phrase.lemma in _FIRST or mention.phrase.lemma in _YOU:
        _first_person(groups, n, here)
        return
    if not mention.phrase.sort and not mention.phrase.plural:
        groups.leave(n, "nobody named")
        return
    if _empty(mention):
        groups.leave(n, "it may stand for nobody: a clause follows")
        return
    # Mentions of a sentence follow one another; of a very long one the nearest are looked at.
    at = n - here[0]
    here = here[max(at - _NEAREST, 0) : at]
    subject = _own_subject(groups, n, here, genders)
    if subject is not None:
        _settle(groups, n, subject, "the subject of its clause", genders)
        return
    subject_noun = _thing_above(mention)
    if subject_noun:
        groups.leave(n, f"may mean {subject_noun}")
        return
    before = [m for m in here if _apart(mention, groups.mentions[m])]
    quoted = mention.read.quoted[mention.phrase.head]
    if any(mention.read.quoted):
        # Nobody names himself in his own words, so that marks part a pronoun from the names around them.
        before = [
            m for m in before if mention.read.quoted[groups.mentions[m].phrase.head] == quoted
        ]
        back = () if quoted else back
    named = {groups.of(m) for m in here if _is_in_what_it_says(mention, groups.mentions[m])}
    before = [m for m in before if groups.of(m) not in named]
    back = [[m for m in some if groups.of(m) not in named] for some in back]
    near = list(_fitting(groups, mention, before, genders))
    far = [m for some in back for m in _fitting(groups, mention, some, genders)]
    others = _others(mention, (before, *back), groups)
    above = [m for m in near if groups.mentions[m].phrase.head in _subjects_above(mention)]
    for fits, how in (
        (near + far, "the only one that fits in the passage"),
        (near if above else [], "the subject of the sentence, the only one in it that fits"),
    ):
        if len({groups.of(m) for m in fits}) == 1 and not others and _can_join(groups, fits[0]):
            _settle(groups, n, fits[0], how, genders)
            return
    shown = list(dict.fromkeys([*(groups.mentions[m].text for m in near + far), *others]))
    groups.leave(
        n,
        f"may mean {' or '.join(shown[:3])}" if shown else "nothing before it in the passage fits",
    )


def _empty(mention: Placed) -> bool:
    """Whether an `it` is the subject of `is` and a noun or adjective: `it is clear that …`."""
    read, word = mention.read, mention.phrase.head
    if mention.phrase.lemma != "it" or read.relation(word) not in ("nsubj", "expl"):
        return False
    return any(read.rels[kid] == "cop" for kid in read.kids[read.heads[word]])


def _subjects_above(mention: Placed) -> set[int]:
    """The subjects of the verbs that the pronoun's own clause hangs on."""
    read, word = mention.read, mention.phrase.head
    found: set[int] = set()
    while (word := read.heads[word]) >= 0:
        found.update(kid for kid in read.kids[word] if read.relation(kid) == "nsubj")
    return found


def _settle(groups: Groups, n: int, other: int, how: str, genders: dict[int, str]) -> None:
    """Joins a pronoun; its gender is known of the other from now on."""
    groups.join(n, other, f"{how}: {groups.mentions[other].text}")
    gender = groups.mentions[n].phrase.gender
    if gender:
        genders.setdefault(groups.of(other), gender)


def _can_join(groups: Groups, m: int) -> bool:
    """Whether a mention is somebody: a name that may mean two is a candidate all the same."""
    phrase = groups.mentions[m].phrase
    unsure = " may mean " in groups.why[m]
    return groups.known[m] or (phrase.kind in ("title", "group", "noun") and not unsure)


def _first_person(groups: Groups, n: int, here: Sequence[int]) -> None:
    wanted = _FIRST.get(groups.mentions[n].phrase.lemma, "you")
    for m in here:
        if m < n and wanted != "you" and _FIRST.get(groups.mentions[m].phrase.lemma) == wanted:
            groups.join(n, m, "the same speaker in the sentence")
            return
    groups.leave(n, "whoever speaks")


def _fitting(
    groups: Groups, pronoun: Placed, mentions: Sequence[int], genders: dict[int, str]
) -> Iterator[int]:
    for m in mentions:
        other = groups.mentions[m].phrase
        known = groups.known[m] or other.kind in ("name", "title", "group")
        if known and _agree(pronoun.phrase, other, genders.get(groups.of(m), other.gender)):
            yield m


def _agree(pronoun: Phrase, other: Phrase, gender: str) -> bool:
    if other.kind == "pronoun":
        return (
            pronoun.plural == other.plural
            and pronoun.sort == other.sort
            and gender == pronoun.gender
        )
    if pronoun.sort == "person":
        return other.sort == "person" and not other.plural and gender in ("", pronoun.gender)
    if pronoun.plural:
        return other.plural and other.sort in ("group", "organisation", "person")
    return other.sort in ("organisation", "country", "media") and not other.plural


def _others(pronoun: Placed, sentences: Sequence[Sequence[int]], groups: Groups) -> list[str]:
    """Other nouns that `it` or `they` may mean, in the nearest sentence with a noun; people are mentions, so
    that `he` has none."""
    if pronoun.phrase.sort == "person":
        return []
    before, *back = sentences
    found = _nouns(pronoun, pronoun, before, groups, pronoun.phrase.first)
    for some in back:
        if found or any(_agree(pronoun.phrase, groups.mentions[m].phrase, "") for m in before):
            break
        first = groups.mentions[some[0]]
        found = _nouns(pronoun, first, some, groups, len(first.read.words))
        before = some
    return found


def _nouns(
    pronoun: Placed, within: Placed, some: Sequence[int], groups: Groups, last: int
) -> list[str]:
    read = within.read
    held: set[int] = set()
    for m in some:
        held.update(range(groups.mentions[m].phrase.first, groups.mentions[m].phrase.last))
    tags = ("NNS", "NNPS") if pronoun.phrase.plural else ("NN", "NNP")
    return [
        read.words[w]
        for w in range(max(last - _FARTHEST, 0), last)
        if read.xpos[w] in tags and w not in held and read.relation(w) in _PARTS
    ]


def _apart(pronoun: Placed, other: Placed) -> bool:
    """Whether grammar allows that the two are one: a subject is no object of its verb, and what holds a
    pronoun is not meant by it."""
    read, word, head = pronoun.read, pronoun.phrase.head, other.phrase.head
    if other.phrase.first <= word < other.phrase.last:
        return False
    if read.rels[word] != "nmod:poss" and read.heads[word] == read.heads[head]:
        return read.words[word].lower() in _SELF or read.relation(head) == "conj"
    if read.relation(word) == "obj" and head == _shared_subject(pronoun):
        return read.words[word].lower() in _SELF
    return read.heads[word] != head or read.rels[word] != "conj"


def _is_in_what_it_says(pronoun: Placed, other: Placed) -> bool:
    """Whether a name stands in what the pronoun is the speaker of: `Ann Holm had fled, she added` is said by
    somebody else, who else would say so of herself by a pronoun."""
    read, word, at = pronoun.read, pronoun.phrase.head, other.phrase.head
    verb = read.heads[word]
    if other.phrase.kind == "pronoun" or verb < 0 or read.relation(word) != "nsubj":
        return False
    said = [kid for kid in read.kids[verb] if read.relation(kid) == "ccomp"]
    joined = any(read.relation(kid) == "cc" for kid in read.kids[verb])
    if not said and not joined and read.relation(verb) in ("parataxis", "conj"):
        said = [read.heads[verb]]
    chain = [at]
    while read.heads[chain[-1]] >= 0 and chain[-1] != verb:
        chain.append(read.heads[chain[-1]])
    below = chain[: chain.index(verb)] if verb in chain else chain
    return at < word and any(one in below for one in said)


def _shared_subject(pronoun: Placed) -> int | None:
    """The noun that does what a pronoun is the object of, from a clause above: `the colonel who is thought to
    have hired him`."""
    read, verb = pronoun.read, pronoun.read.heads[pronoun.phrase.head]
    for _ in range(_CLAUSES):
        if verb < 0:
            return None
        subjects = [kid for kid in read.kids[verb] if read.relation(kid) == "nsubj"]
        if subjects:
            relative = read.words[subjects[0]].lower() in ("who", "that", "which")
            return read.heads[verb] if relative and read.relation(verb) == "acl" else subjects[0]
        if read.relation(verb) not in ("xcomp", "conj"):
            return None
        verb = read.heads[verb]
    return None


_CLAUSES = 4


def _own_subject(
    groups: Groups, n: int, here: Sequence[int], genders: dict[int, str]
) -> int | None:
    """The subject of the clause in which a reflexive or possessive stands, if it fits."""
    mention = groups.mentions[n]
    read, word = mention.read, mention.phrase.head
    own = read.words[word].lower()
    if own not in _SELF and not (own in _OWN and read.rels[word] == "nmod:poss"):
        return None
    subject = _clause_subject(mention)
    if subject is None:
        return None
    fits = [m for m in here if groups.mentions[m].phrase.head == subject]
    found = list(_fitting(groups, mention, fits, genders))
    one = len({groups.of(m) for m in found}) == 1
    return found[0] if one and _can_join(groups, found[0]) else None


def _thing_above(mention: Placed) -> str:
    """The subject of the clause, where it is a plain noun that an `its` or `their` in it may well mean."""
    read, own = mention.read, mention.phrase.lemma
    subject = _clause_subject(mention) if own in ("its", "their") else None
    tag = "NN" if own == "its" else "NNS"
    return read.words[subject] if subject is not None and read.xpos[subject] == tag else ""


def _clause_subject(mention: Placed) -> int | None:
    read, word = mention.read, mention.read.heads[mention.phrase.head]
    while word >= 0 and read.upos[word] not in ("VERB", "AUX"):
        if read.relation(word) == "nsubj":
            return None
        word = read.heads[word]
    while word >= 0:
        for kid in read.kids[word]:
            if read.relation(kid) == "nsubj":
                return kid if kid < mention.phrase.head else None
        if read.relation(word) not in ("xcomp", "conj", "advcl"):
            return None
        word = read.heads[word]
    return None
