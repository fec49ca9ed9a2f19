"""Actors against gold of coreference (GUM's MISC column): what `measure actors` prints.

The mentions are given, with their words; the system says which of them are one actor. Nothing is fitted to
the gold, so that there is nothing to cross-validate.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stemma.actors import Place, Placed, Read, describe, resolve
from stemma.measure.conll import Sentence, files_of, read_conll
from stemma.measure.scores import b_cubed
from stemma.reader.model import OnnxReader

_SORTS = ("person", "organization", "place")
_BRACKET = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")


class GoldMention(NamedTuple):
    """A mention: number of its sentence in the document, first word, behind the last, and its entity."""

    sentence: int
    first: int
    last: int
    entity: str


def measure_actors(data: Path, genre: str = "news") -> dict[str, Any]:
    """B³ over gold mentions of people, organisations and places, with and without pronouns, and the same
    for mentions joined by equal head words. Data: CoNLL-U with GUM's entities; of a folder,
    the documents of a genre."""
    documents = _documents(data, genre)
    gold: list[Hashable] = []
    found: list[Hashable] = []
    plain: list[Hashable] = []
    pronouns: list[bool] = []
    for name, sentences in documents.items():
        mentions = list(gold_mentions(sentences))
        placed = _placed(name, sentences, mentions)
        order = sorted(range(len(placed)), key=lambda n: (placed[n].start, -placed[n].end, n))
        groups = resolve([placed[n] for n in order])
        of = {n: groups.of(k) if groups.known[k] else f"alone {n}" for k, n in enumerate(order)}
        gold += [(name, mention.entity) for mention in mentions]
        found += [(name, of[n]) for n in range(len(mentions))]
        plain += [(name, _head_word(mention)) for mention in placed]
        pronouns += [mention.phrase.kind == "pronoun" for mention in placed]
    every = [True] * len(gold)
    named = [not pronoun for pronoun in pronouns]
    return {
        "task": "actors", "documents": len(documents), "mentions": len(gold), "pronouns": sum(pronouns),
        "entities": len(set(gold)),
        **_score("b3", gold, found, named), **_score("b3_with_pronouns", gold, found, every),
        "same_head_b3_f1": _score("b3", gold, plain, named)["b3_f1"],
        "same_head_b3_with_pronouns_f1": _score("b3", gold, plain, every)["b3_f1"],
    }  # fmt: skip


def _score(
    name: str, gold: Sequence[Hashable], found: Sequence[Hashable], some: Sequence[bool]
) -> dict[str, float]:
    kept = [n for n, wanted in enumerate(some) if wanted]
    score = b_cubed([gold[n] for n in kept], [found[n] for n in kept])
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {f"{name}_{part}": round(100 * value, 2) for part, value in shares.items()}


def _documents(data: Path, genre: str) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for path in files_of(data, ".conllu", part="gum"):
        for sentence in read_conll(path):
            if data.is_file() or f"_{genre}_" in sentence.doc:
                found[sentence.doc].append(sentence)
    return dict(found)


def gold_mentions(sentences: Sequence[Sentence]) -> Iterator[GoldMention]:
    """The mentions of people, organisations and places in a document of GUM."""
    for number, sentence in enumerate(sentences):
        waiting: list[tuple[str, str, int]] = []
        for word, misc in enumerate(sentence.columns.get("misc", [])):
            told = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
            for opened, closed, ended in _BRACKET.findall(told.group(1)) if told else ():
                if opened:
                    entity, sort = opened.split("-")[:2]
                    waiting.append((entity.partition("[")[0], sort, word))
                if closed or ended:
                    entity = (ended or opened.split("-")[0]).partition("[")[0]
                    at = max(n for n, one in enumerate(waiting) if one[0] == entity)
                    _, sort, first = waiting.pop(at)
                    if sort in _SORTS:
                        yield GoldMention(number, first, word + 1, entity)


def _placed(
    name: str, sentences: Sequence[Sentence], mentions: Sequence[GoldMention]
) -> list[Placed]:
    rows = OnnxReader().read_words([s.text for s in sentences], [s.words for s in sentences])
    reads = [Read.of(row) for row in rows.iter_rows(named=True)]
    places: list[Place] = []
    at = 0
    for number, sentence in enumerate(sentences):
        places.append(Place(name, f"sentence-{number}", at, name, number))
        at += len(sentence.text) + 1
    return [
        Placed(describe(reads[m.sentence], m.first, m.last), reads[m.sentence], places[m.sentence])
        for m in mentions
    ]


def _head_word(mention: Placed) -> str:
    return mention.read.forms[mention.phrase.head]
