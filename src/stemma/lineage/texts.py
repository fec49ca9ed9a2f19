"""Which articles are one distinct text: bodies that are equal, or lie inside one another, once swaps
and spelling are undone."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stemma.lineage.passages import Surface
from stemma.model import Sentence, Witness

Key = tuple[str, ...]


def distinct_texts(
    sentences: Iterable[Sentence], witnesses: Iterable[Witness], made: Mapping[str, Surface]
) -> dict[str, str]:
    """Article id -> id of its distinct text: the least article whose body contains it and is itself
    contained in no longer one. `sentences`: those of the bodies; `made`: text -> surface, for every
    sentence."""
    bodies = _bodies(sentences, witnesses, made)
    # Marks alone (a row of emoji, a line of dashes) are no text that another could have.
    bodies = {article: body for article, body in bodies.items() if any(body)}
    # Equal bodies are one from here on, so that copies cost nothing.
    least: dict[tuple[Key, ...], str] = {}
    for article, body in bodies.items():
        least.setdefault(body, article)
    distinct = {article: body for body, article in least.items()}
    postings: dict[Key, set[str]] = defaultdict(set)
    for article, body in distinct.items():
        for key in body:
            postings[key].add(article)
    containers = {article: _containers(article, distinct, postings) for article in distinct}
    largest = {article: _largest(around, containers) for article, around in containers.items()}
    return {article: largest[least[body]] for article, body in bodies.items()}


def _bodies(
    sentences: Iterable[Sentence], witnesses: Iterable[Witness], made: Mapping[str, Surface]
) -> dict[str, tuple[Key, ...]]:
    shared = {w.sentence_id: w for w in sorted(witnesses, key=lambda w: w.id)}
    bodies: dict[str, list[Key]] = defaultdict(list)
    for sentence in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        key = _key(sentence, shared.get(sentence.id), made[sentence.text])
        bodies[sentence.article_id].append(key)
    return {article: tuple(body) for article, body in sorted(bodies.items())}


def _key(sentence: Sentence, witness: Witness | None, made: Surface) -> Key:
    """The family and wording if the whole sentence is a witness of it, else the sentence's words."""
    if witness is not None and witness.whole and _is_all(sentence, witness, made):
        return witness.family_id, str(witness.wording)
    return made.whole


def _is_all(sentence: Sentence, witness: Witness, made: Surface) -> bool:
    before = witness.start - sentence.start
    # A dateline before the passage is no part of its wording.
    return witness.end >= sentence.end - 1 and before <= 60 and bisect(made.whole_ends, before) <= 6


def _containers(
    article: str, bodies: Mapping[str, tuple[Key, ...]], postings: Mapping[Key, set[str]]
) -> set[str]:
    rarest = sorted(set(bodies[article]), key=lambda key: (len(postings[key]), key))
    around: set[str] = set(postings[rarest[0]])
    for key in rarest[1:]:
        if len(around) == 1:
            break
        around &= postings[key]
    return {
        other for other in around if other == article or _inside(bodies[article], bodies[other])
    }


def _inside(short: Sequence[Key], long: Sequence[Key]) -> bool:
    """Whether the keys of `short` stand in `long` in the same order."""
    rest = iter(long)
    return all(key in rest for key in short)


def _largest(around: set[str], containers: Mapping[str, set[str]]) -> str:
    return min(one for one in around if all(one in containers[other] for other in containers[one]))
