"""Reports of one event that are copies of each other: the same words at the same place of a sentence that
several articles have, swapped words and all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from stemma.model import Sentence, Witness
from stemma.text.tokens import compared_words

ALIKE = 0.5  # of the words of a short sentence and its copy that are the same
_FEWEST = 2  # words that are no accident


class Report(NamedTuple):
    """A mention as it is joined with others. `at`: its first character within the sentence; `heads`: the
    lemmas that carry it; `who`, `whom`: actors by id, others by the lemma of their main word; `near`: the
    telling words of its clause; `after`: the mentions that its sentence puts before it; `again`: those that
    tell of the same event there; `manner`: which deed of its kind it is; `many`: it is of several, or of
    any of a kind; `said`: the lemmas of what a deed of words says; `news`: it is told as news is, in the
    simple past; `passing`: the expressions of time of the deed beside which it is told in passing."""

    id: str
    article_id: str
    sentence_id: str
    story_id: str
    at: int
    sentence: str
    heads: tuple[str, ...]
    who: tuple[str, ...]
    whom: tuple[str, ...]
    near: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    many: bool = False
    said: tuple[str, ...] = ()
    news: bool = False
    passing: tuple[str, ...] = ()


def alike(text: str, other: str) -> float:
    """The share of the words of the longer of two sentences that stand in both, in order; of those of the
    shorter one, where nothing but its head or its foot was left out (a dateline)."""
    ours, theirs = compared_words(text), compared_words(other)
    shorter, longer = sorted((ours, theirs), key=len)
    same = LCSseq.similarity(ours, theirs)
    cut = len(shorter) >= _FEWEST and shorter in (longer[: len(shorter)], longer[-len(shorter) :])
    return same / len(shorter if cut else longer) if shorter else 0.0


Place = tuple[str, str, int]  # story, text of the sentence, first character in it


def copies_of(
    reports: Sequence[Report],
    witnesses: Iterable[Witness],
    firsts: Mapping[str, str] | None = None,
    alone: Iterable[tuple[Sentence, Sentence]] = (),
) -> list[list[Report]]:
    """The reports that are one through copying, each list in order of id, in order of the least ids. Reports
    of different stories are never one. `firsts`: family -> the sentence that has its likely original, against
    which others are held; where none is known it is the commonest. `alone`: sentences of no family, each with
    the one on the page that its page repeats."""
    by_place: dict[Place, list[Report]] = defaultdict(list)
    for report in reports:
        by_place[_place(report)].append(report)
    joined = _Joined(by_place)
    for places in _aligned(reports, witnesses, firsts or {}):
        joined.join(places)
    of_sentence = _by_sentence(reports)
    for copy, first in alone:
        texts = [(one.text, of_sentence.get(one.id, set())) for one in (first, copy)]
        for places in _of_family(texts):
            joined.join(places)
    groups = [
        sorted(one for place in places for one in by_place[place]) for places in joined.groups()
    ]
    return sorted(groups, key=lambda group: group[0].id)


def _by_sentence(reports: Iterable[Report]) -> dict[str, set[Place]]:
    found: dict[str, set[Place]] = defaultdict(set)
    for report in reports:
        found[report.sentence_id].add(_place(report))
    return found


def _place(report: Report) -> Place:
    return report.story_id, report.sentence, report.at


class _Joined:
    """Places that are one, joined pair by pair."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._above = {place: place for place in places}

    def _top(self, place: Place) -> Place:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, places: Sequence[Place]) -> None:
        """All of them are one."""
        tops = sorted({self._top(place) for place in places})
        for other in tops[1:]:
            self._above[other] = tops[0]

    def groups(self) -> Iterable[list[Place]]:
        """The places that are one, in order."""
        found: dict[Place, list[Place]] = defaultdict(list)
        for place in sorted(self._above):
            found[self._top(place)].append(place)
        return found.values()


def _aligned(
    reports: Sequence[Report], witnesses: Iterable[Witness], firsts: Mapping[str, str]
) -> Iterator[list[Place]]:
    """Places that stand at one word of a family's likely original, within what the family shares."""
    inside: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        inside[report.sentence_id][report.sentence].append(_place(report))
    families: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for witness in witnesses:
        for text, held in inside.get(witness.sentence_id, {}).items():
            families[witness.family_id][text] += 1
            start = max(text.find(witness.text), 0)
            end = start + len(witness.text)
            places[witness.family_id, text].update(p for p in held if start <= p[2] < end)
    for family, texts in sorted(families.items()):
        if len(texts) > 1:
            ordered = _ordered(texts, firsts.get(family))
            yield from _of_family([(text, places[family, text]) for text in ordered])


def _ordered(texts: Mapping[str, int], first: str | None) -> list[str]:
    return sorted(texts, key=lambda text: (text != first, -texts[text], text))


def _of_family(texts: Sequence[tuple[str, set[Place]]]) -> Iterator[list[Place]]:
    base = _words(texts[0][0])
    found: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for text, places in texts:
        words = _words(text)
        to = _mapping([w for w, _ in words], [w for w, _ in base])
        for place in sorted(places):
            number = _number(words, place[2])
            if number in to:
                found[place[0], to[number]].append(place)
    yield from (places for _, places in sorted(found.items()) if len(places) > 1)


def _words(text: str) -> list[tuple[str, int]]:
    """The words of a sentence, compared without case and what stands at their ends, with their places."""
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((word.casefold().strip(".,;:!?\"'“”‘’()[]-"), at))
        at += len(word)
    return found


def _number(words: Sequence[tuple[str, int]], at: int) -> int:
    """The number of the word that a character stands in."""
    return max((n for n, (_, start) in enumerate(words) if start <= at), default=0)


def _mapping(words: Sequence[str], base: Sequence[str]) -> dict[int, int]:
    """Word -> word of the base: those that are equal, and those that stand alone in each other's place."""
    found: dict[int, int] = {}
    for op in Levenshtein.opcodes(words, base):
        ours, theirs = (range(op.src_start, op.src_end), range(op.dest_start, op.dest_end))
        if op.tag == "equal" or (op.tag == "replace" and len(ours) == len(theirs)):
            found.update(zip(ours, theirs, strict=True))
    return found
