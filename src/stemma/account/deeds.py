"""Reports of events as they are compared."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log, sqrt

import numpy as np

from stemma.text.deeds import lines_of, stem
from stemma.text.likeness import alike
from stemma.text.senses import nearness


@dataclass(frozen=True, eq=False)
class Deed:
    """A report of an event. `lemmas`: of the words that carry it; `who` and `whom`: actors by id, others by
    the lemma of their main word; `context`: the other words of its sentence with their weights (the square of
    which sum to 1); `near`: likewise those of its clause; `article`: likewise all words of its article;
    `page`: its article; `days`: the first and last it may lie on, as ISO days; `ahead`: it is to come;
    `denied`: it is said not to be so; `many`: it is of several deeds, or of none that is known; `lands`: the
    countries of the actors who do it; `persons`, `bodies`: those among its actors and recipients; `after`:
    keys of reports that its sentence puts before it; `again`: of those that tell of the same event there;
    `manner`: lemmas that say which deed of its kind it is; `mode`: PLOVER's; `struck`: the countries of those
    whom it is done to; `said`: the lemmas of what a deed of words says; `crowds`: those of `who` that are a
    plural; `alone`: those of `whom` that have no name and are one; `sentence`: the text that tells of it,
    empty if that is not known."""

    key: str
    page: str
    lemmas: frozenset[str]
    type: str | None = None
    who: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    days: tuple[str | None, str | None] = (None, None)
    ahead: bool = False
    denied: bool = False
    many: bool = False
    lands: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    mode: str | None = None
    struck: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    sentence: str = ""
    context: Mapping[str, float] = field(default_factory=dict)
    near: Mapping[str, float] = field(default_factory=dict)
    article: Mapping[str, float] = field(default_factory=dict)


class Contexts:
    """The telling words of sentences and articles as vectors of length 1: the rarer in the pile, the heavier.
    `words`: text of a sentence -> its telling words with their counts; `counted`: the texts by which it is
    told how rare a word is, all if they are not given."""

    def __init__(
        self, words: Mapping[str, Mapping[str, int]], counted: Set[str] | None = None
    ) -> None:
        self._words = words
        pile = [of for text, of in words.items() if counted is None or text in counted]
        self._known = Counter(word for of in pile for word in of)
        self._count = len(pile)

    def of(self, text: str, heads: Iterable[str]) -> dict[str, float]:
        """Those of a sentence, less those that carry the report."""
        without = set(heads)
        left = {w: float(n) for w, n in self._words.get(text, {}).items() if w not in without}
        return self._weighed(left)

    def of_words(self, words: Iterable[str]) -> dict[str, float]:
        """Those of some words, each once."""
        return self._weighed({word: 1.0 for word in words if self._known[word]})

    def of_article(self, texts: Iterable[str]) -> dict[str, float]:
        """Those of all sentences of an article; a word that comes again counts less each time."""
        total: Counter[str] = Counter()
        for text in texts:
            total.update(self._words.get(text, {}))
        return self._weighed({word: 1 + log(n) for word, n in sorted(total.items())})

    def _weighed(self, counts: Mapping[str, float]) -> dict[str, float]:
        weights = {
            w: n * log((1 + self._count) / max(self._known[w], 1)) for w, n in counts.items()
        }
        size = sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / size for word, weight in weights.items()} if size else {}


OF_A_KIND = 0.64  # two words for people or things that are more alike do not tell two deeds apart
LEAST_ALIKE = 0.45  # two words that are less alike speak of two deeds


def marks(deeds: Sequence[Deed]) -> list[set[str]]:
    """For each report what it may have in common with another of its event: the stems and lines of its words,
    and pairs of words that are alike."""
    known = lines_of()
    lemmas = sorted({lemma for deed in deeds for lemma in deed.lemmas})
    of_lemma = {
        lemma: {f"stem {stem(lemma)}", *(f"line {n}" for n in known.get(lemma, ()))}
        for lemma in lemmas
    }
    joined = (alike(lemmas) >= LEAST_ALIKE) | (nearness(lemmas) > 0)
    for a, b in np.argwhere(np.triu(joined, 1)).tolist():
        both = f"alike {lemmas[a]} {lemmas[b]}"
        of_lemma[lemmas[a]].add(both)
        of_lemma[lemmas[b]].add(both)
    found = [set().union(*(of_lemma[lemma] for lemma in deed.lemmas)) for deed in deeds]
    for deed, own in zip(deeds, found, strict=True):
        if deed.type and deed.mode:
            own.add(f"mode {deed.type} {deed.mode}")
    return found
