"""How alike two reports of a story are, by what is known of both: a row of numbers for each pair."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from stemma.account.deeds import LEAST_ALIKE, Deed
from stemma.text.deeds import count_of_lines, line, lines_of, stem
from stemma.text.likeness import alike
from stemma.text.senses import nearness

# Verbs that say little of themselves: who does it to whom must show that two are one.
LOOSE = frozenset(
    "be have do make take get give go come put set note see find know think want need use keep let show try "
    "work play run turn hold bring leave move look feel seem continue happen occur follow become include "
    "begin start end expect cause lead allow help lose win pay cost open close address raise face".split()
)
# Verbs of telling: two that say something say as a rule different things.
TELLING = frozenset(
    "say tell report add ask call claim insist state explain recall joke complain write speak describe argue "
    "believe reply answer comment remark mention".split()
)
# What joins the words of two reports, the closest first.
LINKS = ("same word", "loose word", "telling word", "same stem", "akin")
# What both tell of their deeds.
_TOLD = (
    "same type", "other type", "who shared", "who differs", "whom shared", "whom differs", "sides crossed",
    "place shared", "place differs", "number shared", "number differs", "day shared", "day differs",
    "one ahead", "one denied", "one page", "one sentence", "head crossed",
    "manner shared", "manner alike", "manner differs", "one untyped", "same mode", "mode differs",
)  # fmt: skip
# Those that count otherwise where no word is shared.
_OTHERWISE = (
    "same type", "other type", "who shared", "who differs", "whom shared", "whom differs", "day shared",
    "one untyped", "one denied", "one ahead", "same mode", "mode differs",
)  # fmt: skip
_CLOSE = 3  # of `_words`: how alike they are
FEATURES = (
    "bias", *LINKS, "narrow line", "lines alike", "names the line", "alike", "alike, squared",
    "more than alike", "alike and context", "alike and article",
    "one sense", "one sense, squared", "one sense and context", "one sense and near", "one sense and article",
    "context", *(f"{link} and context" for link in LINKS),
    "near", *(f"{link} and near" for link in LINKS),
    "article", *(f"{link} and article" for link in LINKS),
    *_TOLD, *(f"otherwise and {told}" for told in _OTHERWISE),
    "only same type",
)  # fmt: skip
_MORE = 0.6

_Rows: TypeAlias = Any  # sparse.csr_array, which has no types


class Compared:
    """Reports of one story, made ready for comparing any two of them by their numbers."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        lines = {str(n): n for n in range(count_of_lines())}
        words = _columns(w for d in deeds for w in (*d.who, *d.whom, *d.lemmas))
        self._lemmas = _rows([_ones(d.lemmas) for d in deeds], words)
        self._who = _rows([_ones(d.who) for d in deeds], words)
        self._whom = _rows([_ones(d.whom) for d in deeds], words)
        self._loose = _rows([_ones(d.lemmas & LOOSE) for d in deeds], words)
        self._telling = _rows([_ones(d.lemmas & TELLING) for d in deeds], words)
        self._stems = _rows([_ones({stem(w) for w in d.lemmas}) for d in deeds])
        self._lines = _rows([_narrow(d.lemmas) for d in deeds], lines)
        self._kin = _rows([_unit(_narrow(d.lemmas)) for d in deeds], lines)
        self._firsts = _rows([_firsts(d.lemmas) for d in deeds], lines)
        self._context = _rows([d.context for d in deeds])
        self._near = _rows([d.near for d in deeds])
        self._place = _rows([_ones(d.place) for d in deeds])
        self._numbers = _rows([_ones(w for w in d.context if w[0].isdigit()) for d in deeds])
        self._articles, self._page = _articles(deeds)
        self._alike = _Alike([deed.lemmas for deed in deeds], _likeness)
        self._senses = _Alike([deed.lemmas for deed in deeds], nearness)
        self._manners = _Manners(deeds)
        self._types = _codes(d.type for d in deeds)
        self._modes = _codes(d.mode and f"{d.type} {d.mode}" for d in deeds)
        self._sentences = _codes(
            f"{d.page} {sorted(d.context)}" if d.context else d.key for d in deeds
        )
        self._ahead = np.array([d.ahead for d in deeds])
        self._denied = np.array([d.denied for d in deeds])
        self._first = np.array([_day(d.days[0]) for d in deeds])
        self._last = np.array([_day(d.days[1]) for d in deeds])

    def features(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The numbers of `FEATURES`, each between 0 and 1, for pairs of reports by their numbers."""
        links = self._links(a, b)
        near, article = _both(self._context, a, b), self._articled(a, b)
        beside = _both(self._near, a, b)
        words = self._words(a, b, links, near, article)
        senses = self._sensed(a, b, links, (near, beside, article))
        told = self._told(a, b)
        columns = [
            np.ones(len(a)), *links, *words, *senses,
            near, *(near * link for link in links), beside, *(beside * link for link in links),
            article, *(article * link for link in links),
            *told, *_otherwise(links, words, senses, told),
        ]  # fmt: skip
        return np.column_stack([np.asarray(one, dtype=float) for one in columns])

    def _links(self, a: np.ndarray, b: np.ndarray) -> list[np.ndarray]:
        """For each of `LINKS` whether it is the one."""
        shared = _both(self._lemmas, a, b)
        loose = (shared > 0) & (_both(self._loose, a, b) == shared)
        little = _both(self._telling, a, b) + _both(self._loose, a, b)
        telling = (shared > 0) & ~loose & (little == shared)
        stems = (shared == 0) & (_both(self._stems, a, b) > 0)
        kin = (shared == 0) & ~stems & (_both(self._lines, a, b) > 0)
        return [(shared > 0) & ~loose & ~telling, loose, telling, stems, kin]

    def _words(
        self,
        a: np.ndarray,
        b: np.ndarray,
        links: Sequence[np.ndarray],
        near: np.ndarray,
        article: np.ndarray,
    ) -> list[np.ndarray]:
        """How near the words of two reports are that have none in common."""
        kin = links[-1]
        close = np.where(np.any(links[:3], axis=0), 0.0, self._alike.of(a, b))
        return [
            kin * _most(self._lines, a, b), kin * _both(self._kin, a, b),
            kin & _crossed(self._lines, self._firsts, a, b), close, close * close,
            np.maximum(close - _MORE, 0), close * near, close * article,
        ]  # fmt: skip

    def _sensed(
        self,
        a: np.ndarray,
        b: np.ndarray,
        links: Sequence[np.ndarray],
        beside: Sequence[np.ndarray],
    ) -> list[np.ndarray]:
        """How near in meaning the words of two reports are that have none in common."""
        near = np.where(np.any(links[:3], axis=0), 0.0, self._senses.of(a, b))
        return [near, near * near, *(near * one for one in beside)]

    def _articled(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """How alike the articles are."""
        count = self._articles.shape[0]
        pairs, back = np.unique(self._page[a] * count + self._page[b], return_inverse=True)
        return _both(self._articles, pairs // count, pairs % count)[back]

    def _told(self, a: np.ndarray, b: np.ndarray) -> list[np.ndarray]:
        """What both tell of their deeds."""
        typed = (self._types[a] >= 0) & (self._types[b] >= 0)
        alike_typed = self._types[a] == self._types[b]
        moded = (self._modes[a] >= 0) & (self._modes[b] >= 0)
        alike_moded = self._modes[a] == self._modes[b]
        first, last = self._first, self._last
        one_day = (
            (first[a] > 0) & (first[a] == last[a]) & (first[a] == first[b]) & (last[a] == last[b])
        )
        apart = ((last[a] > 0) & (last[a] < first[b])) | ((last[b] > 0) & (last[b] < first[a]))
        head = _crossed(self._lemmas, self._who, a, b) | _crossed(self._lemmas, self._whom, a, b)
        return [
            typed & alike_typed, typed & ~alike_typed, *_sides(self._who, a, b), *_sides(self._whom, a, b),
            _crossed(self._who, self._whom, a, b), *_sides(self._place, a, b), *_sides(self._numbers, a, b),
            one_day, apart, self._ahead[a] != self._ahead[b], self._denied[a] != self._denied[b],
            self._page[a] == self._page[b], self._sentences[a] == self._sentences[b], head,
            *self._manners.of(a, b),
            (self._types[a] >= 0) != (self._types[b] >= 0), moded & alike_moded, moded & ~alike_moded,
        ]  # fmt: skip


def _otherwise(
    links: Sequence[np.ndarray],
    words: Sequence[np.ndarray],
    senses: Sequence[np.ndarray],
    told: Sequence[np.ndarray],
) -> list[np.ndarray]:
    """What both tell, where no word but something else links them; and where nothing does."""
    of = dict(zip(_TOLD, told, strict=True))
    worded = np.any(links[:3], axis=0)
    linked = ~worded & (np.any(links[3:], axis=0) | (words[_CLOSE] > 0) | (senses[0] > 0))
    return [
        *(linked & of[name] for name in _OTHERWISE),
        *(~worded & ~linked & of[name] for name in ("same type",)),
    ]


def _likeness(words: Sequence[str]) -> np.ndarray:
    found = alike(words)
    return np.where(found < LEAST_ALIKE, 0.0, found)


class _Alike:
    """How alike the words of reports are by a table of words: the most of any two."""

    def __init__(
        self,
        words: Sequence[frozenset[str]],
        likeness: Callable[[Sequence[str]], np.ndarray],
    ) -> None:
        lemmas = sorted({lemma for own in words for lemma in own})
        at = {lemma: n for n, lemma in enumerate(lemmas)}
        self._table = likeness(lemmas)
        most = max((len(own) for own in words), default=1)
        rows = [[at[lemma] for lemma in sorted(own)] or [0] for own in words]
        self._own = np.array([row + [row[0]] * (most - len(row)) for row in rows])

    def of(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Of pairs of reports."""
        found = np.zeros(len(a))
        if self._table.size:
            for left in self._own[a].T:
                for right in self._own[b].T:
                    found = np.maximum(found, self._table[left, right])
        return found


class _Manners:
    """What is said of which deed of its kind two reports mean."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        self._rows = _rows([_ones(_said_of_kind(deed)) for deed in deeds])
        self._alike = _Alike([deed.manner for deed in deeds], _likeness)

    def of(self, a: np.ndarray, b: np.ndarray) -> list[np.ndarray]:
        """Whether a word is shared, else how alike two are; and whether both say it, and neither is so."""
        shared, differs = _sides(self._rows, a, b)
        close = np.where(shared | ~differs, 0.0, self._alike.of(a, b))
        return [shared, close, differs & (close == 0)]


def _said_of_kind(deed: Deed) -> frozenset[str]:
    """Words that say which deed of its kind a report means, and the arms that these are: `gas attack` and
    `chemical weapons attack` say the same."""
    arms = deed.mode if deed.manner and deed.type == "ASSAULT" else None
    return deed.manner | {arms} if arms else deed.manner


# -- rows of numbers ------------------------------------------------------------------------------


def _columns(words: Iterable[str]) -> dict[str, int]:
    return {word: n for n, word in enumerate(sorted(set(words)))}


def _ones(words: Iterable[str]) -> dict[str, float]:
    return dict.fromkeys(words, 1.0)


def _unit(values: Mapping[str, float]) -> dict[str, float]:
    size = sqrt(sum(value * value for value in values.values()))
    return {word: value / size for word, value in values.items()}


def _narrow(lemmas: Iterable[str]) -> dict[str, float]:
    """The lines of `deeds.txt` that have a word, by how narrow each is."""
    found = {n for word in lemmas for n in lines_of().get(word, ())}
    return {str(n): 1 / sqrt(log(2 + len(line(n)))) for n in sorted(found)}


def _firsts(lemmas: Iterable[str]) -> dict[str, float]:
    """The lines that a word names, as it stands first there."""
    found = {n for word in lemmas for n in lines_of().get(word, ()) if line(n)[0] == word}
    return _ones(str(n) for n in sorted(found))


def _rows(found: Sequence[Mapping[str, float]], at: Mapping[str, int] | None = None) -> _Rows:
    at = _columns(word for one in found for word in one) if at is None else at
    ends = np.cumsum([0, *(len(one) for one in found)])
    columns = np.array([at[word] for one in found for word in one], dtype=np.int64)
    values = np.array([value for one in found for value in one.values()], dtype=float)
    return sparse.csr_array((values, columns, ends), shape=(len(found), max(len(at), 1)))


def _articles(deeds: Sequence[Deed]) -> tuple[_Rows, np.ndarray]:
    """A row for each article, and the article of each report."""
    pages = {deed.page: deed.article for deed in deeds}
    at = {page: n for n, page in enumerate(pages)}
    return _rows(list(pages.values())), np.array([at[deed.page] for deed in deeds])


def _codes(values: Iterable[str | None]) -> np.ndarray:
    known: dict[str, int] = {}
    return np.array([-1 if v is None else known.setdefault(v, len(known)) for v in values])


def _day(day: str | None) -> int:
    return int(day[:10].replace("-", "")) if day else 0


def _product(one: _Rows, other: _Rows, a: np.ndarray, b: np.ndarray) -> _Rows:
    return sparse.csr_array(one[a].multiply(other[b]))


def _both(rows: _Rows, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.asarray(_product(rows, rows, a, b).sum(axis=1)).ravel()


def _most(rows: _Rows, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.asarray(_product(rows, rows, a, b).max(axis=1).toarray()).ravel()


def _sides(rows: _Rows, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whether something is shared, and whether both have something and nothing is."""
    has = np.diff(rows.indptr) > 0
    shared = _both(rows, a, b) > 0
    return shared, has[a] & has[b] & ~shared


def _crossed(one: _Rows, other: _Rows, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    there, back = _product(one, other, a, b).sum(axis=1), _product(other, one, a, b).sum(axis=1)
    return (np.asarray(there).ravel() > 0) | (np.asarray(back).ravel() > 0)
