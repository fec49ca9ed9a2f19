"""Who reports, by the sentence's tree: where the words that the reader sees can't be the speaker, and whom a
pronoun of the same sentence means."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stemma.quotes.subjects import by_tree

Run = tuple[int, int]  # words: first, behind the last
# `to X, this is wrong`, `for X, …`, `according to X`: prepositions that a speaker may stand behind.
_LEADS = frozenset(["by", "from", "according", "per", "to", "for"])
_RELATIVE = frozenset(["who", "which", "that"])
_PERSONAL = frozenset(["he", "she"])


def speaking(reading: Mapping[str, Any], cue: Run, source: Run | None) -> tuple[Run | None, str]:
    """The speaker, and why if he is not the one that was seen: of a passive verb its agent, and instead of
    words behind a preposition the verb's subject."""
    verb = _head(reading, cue)
    nearer = None if source is None else _nearer(reading, cue, source)
    if nearer is not None:
        return nearer, f"the clause about «{reading['words'][nearer[0]]}» goes on"
    told = None if source is None else by_tree(reading, verb, source)
    if told is not None:
        return told
    if source is not None and not _is_circumstance(reading, source):
        return source, ""
    for rels, why in ((("obl:agent",), "it is said by"), (("nsubj",), "the verb's subject is")):
        found = [n for n in _below(reading, verb) if reading["rels"][n] in rels]
        if found and (source is not None or rels == ("obl:agent",)):
            return (found[0], found[0] + 1), f"{why} «{reading['words'][found[0]]}»"
    return source, ""


def _nearer(reading: Mapping[str, Any], cue: Run, source: Run) -> Run | None:
    """The noun whose relative clause the verb goes on with (`X called Y, who is 88 and confirmed that`), if
    no mark parts the two and the source stands before it."""
    before = cue[0] - 2
    if before < 0 or reading["words"][before + 1].lower() != "and":
        return None
    if reading["upos"][before] == "PUNCT":
        return None
    heads, rels = reading["heads"], reading["rels"]
    for at in (before, *_above(heads, before)):
        if rels[at] != "acl:relcl":
            continue
        who = [n for n in _below(reading, at) if reading["words"][n].lower() == "who"]
        noun = heads[at] - 1
        if who and rels[who[0]] == "nsubj" and source[1] <= noun < who[0]:
            return noun, noun + 1
        return None
    return None


def _head(reading: Mapping[str, Any], run: Run) -> int:
    """The word of a run that the others hang on."""
    heads = reading["heads"]
    return next((n for n in range(*run) if not run[0] <= heads[n] - 1 < run[1]), run[0])


def _is_circumstance(reading: Mapping[str, Any], source: Run) -> bool:
    """Whether a source is a circumstance (`on the understanding that …`), and nobody who speaks."""
    head = _head(reading, source)
    if reading["upos"][head] == "VERB" and reading["rels"][head] in ("acl", "advcl", "ccomp"):
        return True
    cases = [n for n in _below(reading, head) if reading["rels"][n] == "case"]
    before = {reading["words"][n].lower() for n in cases if n < head}
    return reading["rels"][head].split(":")[0] == "obl" and bool(before) and not before & _LEADS


def _below(reading: Mapping[str, Any], word: int) -> Iterator[int]:
    return (n for n, head in enumerate(reading["heads"]) if head - 1 == word)


def meant(reading: Mapping[str, Any], source: Run) -> Run | None:
    """Whom a pronoun means, if the sentence itself tells: what a relative clause describes; and for `he` or
    `she` the subject of the clause that this one depends on, if it is the only person named before."""
    if source[1] != source[0] + 1:
        return None
    word = reading["words"][source[0]].lower()
    if word in _RELATIVE:
        return _described(reading, source[0])
    return _subject_above(reading, source[0]) if word in _PERSONAL else None


def _described(reading: Mapping[str, Any], pronoun: int) -> Run | None:
    heads, rels, tags = reading["heads"], reading["rels"], reading["upos"]
    for at in _above(heads, pronoun):
        if rels[at] == "acl:relcl":
            noun = heads[at] - 1
            return (noun, noun + 1) if tags[noun] in ("NOUN", "PROPN") and noun < pronoun else None
        if rels[at] != "conj":
            return None
    return None


def _above(heads: Sequence[int], word: int) -> Iterator[int]:
    """The words that a word hangs on, from its head up."""
    for _ in heads:
        word = heads[word] - 1
        if word < 0:
            return
        yield word


def _subject_above(reading: Mapping[str, Any], pronoun: int) -> Run | None:
    heads, rels, names = reading["heads"], reading["rels"], reading["names"]
    persons = [n for n in range(pronoun) if names[n] == "B-PER"]
    chain = list(_above(heads, pronoun))
    # `X met the minister, and she said`: beside one another, she may be either.
    if len(persons) != 1 or not chain or any(rels[at] == "conj" for at in chain[:-1]):
        return None
    if rels[chain[0]] == "parataxis" and not any(
        rels[n] == "ccomp" for n in _below(reading, chain[0])
    ):
        return None  # `Ann Holm was hurt, she said`: who says it would not name herself
    root = chain[-1]
    for at in (n for n in _below(reading, root) if n < pronoun):
        if rels[at] in ("nsubj", "nsubj:pass") and _bears(reading, at, persons[0]):
            return persons[0], persons[0] + 1
    return None


def _bears(reading: Mapping[str, Any], noun: int, name: int) -> bool:
    """Whether a name is a noun's own: its head, or what it is called."""
    if noun == name:
        return True
    return reading["heads"][name] - 1 == noun and reading["rels"][name] in (
        "appos",
        "flat",
        "nmod:desc",
    )
