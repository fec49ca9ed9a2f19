"""The table of words that are near in meaning by WordNet: written to ``stemma/text/senses.npz``.

    PYTHONPATH=src:. python -m training.senses [--wordnet /usr/share/wordnet] [--out FILE]

Two words are as near as their nearest senses are, less where a sense is rare: `strike` the walkout and
`strike` the attack are common, the baseball throw is not. Two words of one sense are as near as can be. Else
it counts how much the least meaning above both says, of what both say (Lin 1998: the seldomer a meaning or
anything under it was counted in running text, the more it says); verbs of one group are near, and so is a
deed to what it causes or implies (`kill`, `die`). A noun stands for the verbs that it is derived from
(`attack`), so that verbs and nouns are compared with each other. No chance is in it.

The words are verbs and nouns of what is done or happens that were counted in running text, and those of
`text/deeds.txt` and `text/likeness.npz`. Kept are the pairs from `LEAST` on, their nearness in 16 steps.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import log
from pathlib import Path

import numpy as np
from training.wordnet import BESIDE, CAUSES, DERIVED, ENTAILS, FOLDER, Key, WordNet

from stemma.text.deeds import lines_of
from stemma.text.likeness import vectors

OUT = Path(__file__).parents[1] / "src" / "stemma" / "text" / "senses.npz"
LEAST = 0.7  # two words that are less near speak of two deeds
STEPS = 15
# Fields of nouns for what is done, happens, is said or is so; see lexnames(5WN).
_DEEDS = frozenset((4, 10, 11, 19, 22, 26))
_GROUPED, _LED_TO, _TURNED = 0.9, 0.8, 0.95
_SEEN = 0.5  # added to each count, as most senses were never counted

Near = dict[Key, float]


class Nearness:
    """How near senses and words are."""

    def __init__(self, net: WordNet, words: Iterable[str]) -> None:
        self._net, self._spaced = net, particled(net)
        found = {word: self._senses_of(word) for word in sorted(set(words))}
        self.words = {word: own for word, own in found.items() if own}
        self._turned_to: dict[Key, Near] = {}
        self._having: dict[Key, list[tuple[str, float]]] = defaultdict(list)
        for word, own in self.words.items():
            for key, share in own.items():
                self._having[key].append((word, share))

    def pairs(self) -> Iterator[tuple[str, str, float]]:
        """Each two words that are near, in order, with how near they are."""
        near = {key: self._near(key) for key in sorted(self._having)}
        for word, own in self.words.items():
            best: dict[str, float] = defaultdict(float)
            for key, share in own.items():
                for end, value in near[key].items():
                    for other, its in self._having[end]:
                        best[other] = max(best[other], value * share * its)
            for other in sorted(best):
                if other > word and best[other] >= LEAST:
                    yield word, other, min(best[other], 1.0)

    def _senses_of(self, word: str) -> Near:
        """The senses of a word, with how common each is: 1 for the commonest."""
        found: Near = {}
        for pos in "nv":
            lemma = (self._spaced.get(word, word), pos)
            keys, counts = self._net.of.get(lemma, ()), self._net.counts.get(lemma, ())
            for n, (key, count) in enumerate(zip(keys, counts, strict=True)):
                # Senses stand in order of how common they are; of most the counts say no more.
                if pos == "v" or self._net.senses[key].field in _DEEDS:
                    found[key] = (count + _SEEN) / (n + 1) ** 0.5
        most = max(found.values(), default=1.0)
        return {key: min(1.0, (value / most) ** 0.35) for key, value in found.items()}

    def _near(self, key: Key) -> Near:
        """The senses of words that are near one."""
        found: Near = {}
        for start, first in self._turned(key).items():
            for middle, value in self._around(start).items():
                for end, last in self._turned(middle).items():
                    whole = first * value * last
                    if end in self._having and whole >= LEAST:
                        found[end] = max(found.get(end, 0.0), whole)
        return found

    def _turned(self, key: Key) -> Near:
        """A sense, and those of the other part of speech that it is derived from or that are from it."""
        if key not in self._turned_to:
            others = (other for other in self._net.to(key, DERIVED) if self._is_deed(other))
            self._turned_to[key] = {key: 1.0} | {
                other: _TURNED for other in others if other.pos != key.pos
            }
        return self._turned_to[key]

    def _is_deed(self, key: Key) -> bool:
        return key.pos == "v" or (key.pos == "n" and self._net.senses[key].field in _DEEDS)

    def _around(self, key: Key) -> Near:
        """The senses near one of the same part of speech."""
        found: Near = {}
        says = self._says[key]
        for above in self._net.above(key):
            most = 2 * self._says[above] / max(says + self._says[above], 1e-9)
            for other in self._of_words[above] if most >= LEAST else ():
                value = 2 * self._says[above] / max(says + self._says[other], 1e-9)
                if value >= LEAST:
                    found[other] = max(found.get(other, 0.0), value)
        for other in self._net.to(key, BESIDE):
            found[other] = max(found.get(other, 0.0), _GROUPED)
        for other in self._net.to(key, CAUSES | ENTAILS):
            found[other] = max(found.get(other, 0.0), _LED_TO)
        for other in self._leading[key]:
            found[other] = max(found.get(other, 0.0), _LED_TO)
        found[key] = 1.0
        return found

    @cached_property
    def _below(self) -> dict[Key, list[Key]]:
        """A sense -> it and all below it."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in self._net.senses:
            if self._is_deed(key):
                for above in self._net.above(key):
                    found[above].append(key)
        return found

    @cached_property
    def _of_words(self) -> dict[Key, list[Key]]:
        """The same of those alone that lead to a word of the table."""
        return {
            key: [one for one in below if not self._having.keys().isdisjoint(self._turned(one))]
            for key, below in self._below.items()
        }

    @cached_property
    def _leading(self) -> dict[Key, list[Key]]:
        """A sense -> those that cause or imply it."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in self._net.senses:
            for other in self._net.to(key, CAUSES | ENTAILS):
                found[other].append(key)
        return found

    @cached_property
    def _says(self) -> dict[Key, float]:
        """How much a sense says: the logarithm of how seldom it or one below it was counted."""
        own: dict[Key, float] = defaultdict(float)
        for (_, pos), keys in self._net.of.items():
            for key in keys:
                own[key] += _SEEN / len(self._net.senses[key].words) if pos in "nv" else 0
        for lemma, counts in self._net.counts.items():
            for key, count in zip(self._net.of[lemma], counts, strict=True):
                own[key] += count
        total = {pos: sum(v for key, v in own.items() if key.pos == pos) for pos in "nv"}
        return {
            key: log(total[key.pos] / max(sum(own[one] for one in below), _SEEN))
            for key, below in self._below.items()
        }


def particled(net: WordNet) -> dict[str, str]:
    """Verbs with a particle, written as `text/deeds.txt` has them: `stepdown` -> `step down`."""
    two = {lemma for lemma, pos in net.of if pos == "v" and lemma.count(" ") == 1}
    return {lemma.replace(" ", ""): lemma for lemma in sorted(two)}


def words_of(net: WordNet) -> set[str]:
    """The words of the table."""
    joined = {lemma: word for word, lemma in particled(net).items()}
    counted = {
        lemma
        for (lemma, pos), counts in net.counts.items()
        if pos in "nv" and sum(counts) > 0 and "-" not in lemma
    }
    known = {joined.get(lemma, lemma) for lemma in counted}
    return {w for w in known | set(lines_of()) | set(vectors().at) if w.isalpha() and w.isascii()}


def main() -> None:
    """Make the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wordnet", type=Path, default=FOLDER)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    net = WordNet.read(given.wordnet)
    near = list(Nearness(net, words_of(net)).pairs())
    words = sorted({word for one, other, _ in near for word in (one, other)})
    at = {word: n for n, word in enumerate(words)}
    np.savez_compressed(
        given.out,
        words=np.array(" ".join(words)),
        counts=np.bincount([at[one] for one, _, _ in near], minlength=len(words)).astype(np.uint16),
        others=np.array([at[other] for _, other, _ in near], dtype=np.uint16),
        near=np.array([round(STEPS * value) for _, _, value in near], dtype=np.uint8),
    )
    print(f"{len(words)} words, {len(near)} pairs; {given.out}, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
