"""What verbs mean that stand in no list: written to ``stemma/events/meanings.tsv``.

    PYTHONPATH=src:. python -m training.meanings [--out src/stemma/events/meanings.tsv] [--show]

A log-linear model over PLOVER's types and none learns what a verb is for from what WordNet knows of it and
from the reader's vector of the word alone. It learns from the verbs in the lists of `stemma.events.lexicon`;
verbs that WordNet's texts have and that are in no list are examples of none. Looked at are the fields of the
senses, all that is above them, the words of their glosses, and the types of listed words that share a
sense or stand above, below or beside it, or are nouns of it; a sense weighs as often as it was counted. What
the table has of a verb in a list is what a model says that had not seen it. With ``--show``, the verbs in no
list, by type, for a person to look through. No chance is in it.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from training.typed import fitted
from training.wordnet import ABOVE, BESIDE, DERIVED, Key, WordNet

from stemma.events.lexicon import ALSO_NOUNS, ALSO_VERBS, NOUNS, VERBS
from stemma.events.phrases import PHRASES
from stemma.events.types import NONE
from stemma.reader import vector_of
from stemma.reader.model import OnnxReader

OUT = Path(__file__).parents[1] / "src" / "stemma" / "events" / "meanings.tsv"
FOLDS = 5
PENALTY = 0.8
VECTOR = 3.0  # what the vector of a word is multiplied by
MOST = 1.5  # that the types of neighbours count
LEAST = 0.1  # share from which a type stands in the table
SHOWN = 0.2  # the same to be shown
Shares = Mapping[str, float]
_WORD = re.compile("[a-z]+(-[a-z]+)*( [a-z]+)?")


@dataclass(frozen=True)
class Knowledge:
    """WordNet with what is below each sense, the types of listed words by part of speech, and the listed
    words that have a sense, with their shares of it."""

    net: WordNet
    below: Mapping[Key, Sequence[Key]]
    listed: Mapping[str, Mapping[str, Shares]]
    having: Mapping[Key, Sequence[tuple[str, float]]]

    def counted(self, word: str) -> int:
        """How often a verb was counted in running text."""
        return sum(self.net.counts.get((word, "v"), ()))


def senses(net: WordNet, word: str, pos: str = "v") -> list[tuple[Key, float]]:
    """The senses of a word with their shares: by counts, and by their order where none was counted."""
    keys, counts = net.of.get((word, pos), ()), net.counts.get((word, pos), ())
    weights = [(count + 0.5) / (1 + 0.3 * n) for n, count in enumerate(counts)]
    return [(key, w / sum(weights)) for key, w in zip(keys, weights, strict=True)]


def knowledge(net: WordNet) -> Knowledge:
    """What there is to learn from."""
    below: dict[Key, list[Key]] = defaultdict(list)
    for sense in net.senses.values():
        for above in net.to(sense.key, ABOVE):
            below[above].append(sense.key)
    verbs = {word: _mixed(kind, ALSO_VERBS.get(word, ())) for word, kind in VERBS.items()}
    verbs |= {word: _mixed(NONE, also) for word, also in ALSO_VERBS.items() if word not in verbs}
    verbs |= {word: {kind: 1.0} for word, kind in PHRASES.items()}
    nouns = {word: _mixed(kind, ALSO_NOUNS.get(word, ())) for word, kind in NOUNS.items()}
    listed = {"v": verbs, "n": nouns}
    having: dict[Key, list[tuple[str, float]]] = defaultdict(list)
    for pos, words_of in listed.items():
        for word in words_of:
            for key, share in senses(net, word, pos):
                having[key].append((word, share))
    return Knowledge(net, below, listed, having)


def _mixed(kind: str, also: Iterable[str]) -> Shares:
    """A word's own type, thrice, and the others that it may stand for."""
    found = Counter({kind: 3}) + Counter(also)
    return {name: count / found.total() for name, count in found.items()}


# -- what is seen of a verb ----------------------------------------------------------------------------


def features(known: Knowledge, word: str) -> dict[str, float]:
    """Names of what is so of a verb, with how much it is so."""
    found: dict[str, float] = defaultdict(float)
    near: dict[str, float] = defaultdict(float)
    for key, share in senses(known.net, word):
        for name, much in _of_sense(known, key):
            found[name] += share * much
        for name, much in _near(known, word, key):
            near[name] += share * much
    found |= {name: min(MOST, much) for name, much in near.items()}
    _, _, particle = word.partition(" ")
    if particle:
        found |= {"phrase": 1.0, f"particle {particle}": 1.0}
    found["often"] = 0.2 * math.log1p(known.counted(word))
    found["many"] = 0.3 * math.log1p(len(known.net.of.get((word, "v"), ())))
    return found


def _of_sense(known: Knowledge, key: Key) -> Iterator[tuple[str, float]]:
    net = known.net
    sense = net.senses[key]
    yield f"field {sense.field}", 1.0
    yield from ((f"above {one.place}", 1.0) for one in net.above(key))
    nouns = [one for one in net.to(key, DERIVED) if one.pos == "n"]
    for noun in nouns:
        yield f"noun field {net.senses[noun].field}", 1 / len(nouns)
        yield from ((f"noun above {one.place}", 0.5 / len(nouns)) for one in net.above(noun))
    yield from ((f"gloss {word}", 0.7) for word in re.findall("[a-z-]+", sense.gloss))


def _near(known: Knowledge, word: str, key: Key) -> Iterator[tuple[str, float]]:
    """The types of listed words beside a sense of a word, and those in its gloss."""
    net = known.net
    above = net.to(key, ABOVE)
    beside = [one for top in above for one in known.below[top] if one != key]
    for how, keys, much in (
        ("same", (key,), 3.0),
        ("above", above, 3.0),
        ("below", known.below.get(key, ()), 3.0),
        ("beside", beside, 1.5),
        ("group", net.to(key, BESIDE), 3.0),
        ("noun", net.to(key, DERIVED), 3.0),
    ):
        for one in keys:
            yield from _types(known, word, one, how, much)
    for told in re.findall("[a-z-]+", net.senses[key].gloss):
        verb = next((one for one in _bases(told) if one in known.listed["v"]), "")
        if verb and verb != word:
            yield from ((f"gloss verb {kind}", x) for kind, x in known.listed["v"][verb].items())
        yield from (
            (f"gloss noun {kind}", x) for kind, x in known.listed["n"].get(told, {}).items()
        )


def _types(
    known: Knowledge, word: str, key: Key, how: str, much: float
) -> Iterator[tuple[str, float]]:
    for other, share in known.having.get(key, ()):
        if other != word:
            listed = known.listed[key.pos][other]
            yield from ((f"{how} {kind}", much * share * x) for kind, x in listed.items())


def _bases(told: str) -> Iterator[str]:
    """The forms that a verb in a gloss may have in a list."""
    yield told
    for end in ("s", "ed", "d", "ing"):
        if told.endswith(end):
            yield told[: -len(end)]
            yield told[: -len(end)] + "e"


# -- learning ------------------------------------------------------------------------------------------


def fold_of(word: str) -> int:
    """Which fold a verb is in, by a hash of it."""
    return int(hashlib.sha256(word.encode()).hexdigest(), 16) % FOLDS


def words(known: Knowledge) -> list[str]:
    """The verbs that are asked of: all of WordNet's, of one word or two."""
    found = {word for word, pos in known.net.of if pos == "v"}
    return sorted(word for word in found if _WORD.fullmatch(word))


def taught(known: Knowledge, word: str) -> Shares | None:
    """The types of a verb that is learnt from."""
    if word in known.listed["v"]:
        return known.listed["v"][word]
    return {NONE: 1.0} if known.counted(word) else None


def shares(known: Knowledge, asked: Sequence[str], vectors: np.ndarray) -> dict[str, Shares]:
    """Verb -> type -> share. Of a verb in a list, what those of the other folds teach; of the others, what
    all teach: a person has looked them through (`unlisted`), and left out what is no deed."""
    types = [*sorted(set(VERBS.values())), NONE]
    given = _matrix([features(known, word) for word in asked], vectors)
    shown = [taught(known, word) for word in asked]
    wanted = np.array([[(one or {}).get(kind, 0.0) for kind in types] for one in shown])
    folds = np.array([fold_of(word) for word in asked])
    learnt = wanted.sum(axis=1) > 0
    found = _said(given, given[learnt], wanted[learnt])
    listed = np.array([word in known.listed["v"] for word in asked])
    for fold in range(FOLDS):
        rows, own = learnt & (folds != fold), listed & (folds == fold)
        found[own] = _said(given[own], given[rows], wanted[rows])
    return {
        word: dict(zip(types, row.tolist(), strict=True))
        for word, row in zip(asked, found, strict=True)
    }


def _said(asked: csr_matrix, given: csr_matrix, wanted: np.ndarray) -> np.ndarray:
    """The shares that some rows teach of others."""
    scores = asked @ fitted(csr_matrix(given), wanted, PENALTY)
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True))


def _matrix(rows: Sequence[Mapping[str, float]], vectors: np.ndarray) -> csr_matrix:
    seen = Counter(name for row in rows for name in row)
    number = {name: n for n, name in enumerate(sorted(n for n, c in seen.items() if c > 1))}
    cells = [
        (n, number[name], much)
        for n, row in enumerate(rows)
        for name, much in row.items()
        if name in number
    ]
    across, down, much = zip(*cells, strict=True)
    named = csr_matrix((much, (across, down)), (len(rows), len(number)))
    apart = VECTOR * (vectors - vectors.mean(axis=0))
    return csr_matrix(hstack([named, csr_matrix(apart), np.ones((len(rows), 1))]))


def vectors(asked: Sequence[str]) -> np.ndarray:
    """What the reader makes of each word alone; zeros where it makes nothing."""
    read = {
        row["text"]: vector_of(row["vector"])
        for row in OnnxReader().read(list(asked)).iter_rows(named=True)
    }
    width = max(len(one) for one in read.values())
    return np.array([read[word] if len(read[word]) else np.zeros(width) for word in asked])


def written(found: Mapping[str, Shares]) -> Iterator[str]:
    """The lines of the table: a verb, and the types that it may stand for with their shares in a hundred."""
    for word, each in found.items():
        kept = sorted(
            ((kind, share) for kind, share in each.items() if kind != NONE and share >= LEAST),
            key=lambda one: (-one[1], one[0]),
        )
        if kept:
            yield word + "\t" + " ".join(f"{kind} {100 * share:.0f}" for kind, share in kept)


def unlisted(known: Knowledge, found: Mapping[str, Shares]) -> Iterator[str]:
    """Verbs in no list, by the type that they most likely have."""
    each = [
        (kind, -share, word)
        for word, row in found.items()
        if word not in known.listed["v"]
        for kind, share in row.items()
        if kind != NONE and share >= SHOWN
    ]
    for kind, share, word in sorted(each):
        yield f"{kind}\t{-share:.2f}\t{known.counted(word)}\t{word}"


def main() -> None:
    """Makes the table and writes it, or shows what is in no list."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--show", action="store_true", help="print verbs in no list, write nothing")
    given = parser.parse_args()
    known = knowledge(WordNet.read())
    asked = words(known)
    found = shares(known, asked, vectors(asked))
    if given.show:
        print("\n".join(unlisted(known, found)))
        return
    lines = list(written(found))
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} of {len(asked)} verbs, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
