"""Which articles are one distinct text: bodies that are equal, or lie inside one another, once swaps
and spelling are undone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stemma.model import Sentence, Witness
from stemma.text.tokens import words

Key = tuple[str, ...]


def distinct_texts(sentences: Iterable[Sentence], witnesses: Iterable[Witness]) -> dict[str, str]:
    """Article id -> id of its distinct text: the least article whose body contains it and is itself
    contained in no longer one. `sentences`: those of the bodies, in order of offset."""
    bodies = _bodies(sentences, witnesses)
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
    sentences: Iterable[Sentence], witnesses: Iterable[Witness]
) -> dict[str, tuple[Key, ...]]:
    shared = {w.sentence_id: w for w in sorted(witnesses, key=lambda w: w.id)}
    bodies: dict[str, list[Key]] = defaultdict(list)
    for sentence in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        bodies[sentence.article_id].append(_key(sentence, shared.get(sentence.id)))
    return {article: tuple(body) for article, body in sorted(bodies.items())}


def _key(sentence: Sentence, witness: Witness | None) -> Key:
    """The family and wording if the whole sentence is a witness of it, else the sentence's words."""
    if witness is not None and witness.whole and _is_all(sentence, witness):
        return witness.family_id, str(witness.wording)
    return tuple(token.n for token in words(sentence.text))


def _is_all(sentence: Sentence, witness: Witness) -> bool:
    # A dateline before the passage is no part of its wording.
    return (
        witness.end >= sentence.end - 1
        and witness.start - sentence.start <= 60
        and len(words(sentence.text[: witness.start - sentence.start])) <= 6
    )


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
