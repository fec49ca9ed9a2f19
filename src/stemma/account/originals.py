"""Who speaks for a report that was copied: the copy that has the likely original's words, and those that say
another thing than it does. All other copies have no voice of their own, however many there are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from rapidfuzz.distance import LCSseq

from stemma.account.copied import ALIKE, Report, alike
from stemma.model import Archetype, Mention, Sentence, Witness
from stemma.text.calendar import MONTHS, WEEKDAYS
from stemma.text.countries import nations
from stemma.text.numbers import ONES, TENS
from stemma.text.tokens import compared_words

_LONGER = 2  # words by which a copy of a sentence may be longer
_SIZES = tuple(sorted({len(form) for form in nations()}, reverse=True))
_WORD = re.compile(r"[^\W_]+(?:[.,’']\w+)*")
_TELLING = frozenset(
    "no not never nobody nothing none neither nor cannot without today yesterday tomorrow".split()
) | {*MONTHS, *WEEKDAYS, *ONES, *TENS}


class Originals:
    """How near sentences are to the likely original of what they share. `published`: article -> its day;
    `again`: articles that repeat another one, with that. `firsts`: family -> the sentence with its likely
    original."""

    def __init__(
        self,
        sentences: Mapping[str, Sentence],
        witnesses: Iterable[Witness],
        archetypes: Iterable[Archetype],
        published: Mapping[str, str],
        again: Mapping[str, str] | None = None,
    ) -> None:
        self._sentences, self._published, self._again = sentences, published, again or {}
        self._standing: dict[str, tuple[int, ...]] = {}
        held = list(witnesses)
        self._inside: dict[str, list[Witness]] = defaultdict(list)
        for witness in self._telling(held):
            self._inside[witness.sentence_id].append(witness)
        first = {one.family_id: one.witness_id for one in archetypes}
        texts = {w.id: w for w in held}
        self._families = _by_article(held)
        self._words = {family: texts[name].text for family, name in first.items() if name in texts}
        self.firsts = {
            family: self._sentences[texts[name].sentence_id].text
            for family, name in first.items()
            if name in texts
        }

    def _telling(self, witnesses: Sequence[Witness]) -> Iterator[Witness]:
        """Those that show what is shared: a passage of which all copies are on pages that repeat another one
        is its page's own."""
        first = Counter(w.family_id for w in witnesses if w.article_id not in self._again)
        return (w for w in witnesses if w.article_id in self._again or first[w.family_id] > 1)

    def inside(self, sentence: str) -> Sequence[Witness]:
        """The witnesses in a sentence, without what only pages share with it that repeat another one."""
        return self._inside.get(sentence, ())

    def copied_of(self, one: Report, others: Sequence[Report]) -> Report:
        """Of several reports the one of which another is a copy: that on the page which its page repeats."""
        page = self._again.get(one.article_id)
        return min(others, key=lambda other: (other.article_id != page, other.id))

    def repeats(self, article: str) -> bool:
        """Whether an article repeats another one, so that it has no voice."""
        return article in self._again

    def standing(self, sentence: str) -> tuple[int, ...]:
        """The less, the nearer a sentence is to the original: by the words that are others, and whether it is
        as long, or is cut."""
        if sentence not in self._standing:
            held = self._inside.get(sentence, ())
            exact = [self._is_exact(w) for w in held]
            whole = all(w.whole for w in held)
            changed = sum(self._changed(w) for w, same in zip(held, exact, strict=True) if not same)
            self._standing[sentence] = changed, int(not all(exact)), int(not whole)
        return self._standing[sentence]

    def _changed(self, witness: Witness) -> int:
        """How many words of a witness its original has not, or not there."""
        own = compared_words(witness.text)
        first = compared_words(self._words.get(witness.family_id, witness.text))
        return len(own) - LCSseq.similarity(own, first)

    def departs(self, sentence: str) -> bool:
        """Whether a sentence has other words than the original of what it shares."""
        return not all(self._is_exact(w) for w in self._inside.get(sentence, ()))

    def standing_of(self, sentence: Sentence) -> int:
        """The less, the nearer what is to be shown: it has the original's words, is on a page that repeats
        another one, or has other words. What is too short for a family is known by its page alone."""
        return 2 * self.departs(sentence.id) + self.repeats(sentence.article_id)

    def _is_exact(self, witness: Witness) -> bool:
        """Whether a witness has the words of its original, however they are set."""
        first = self._words.get(witness.family_id, witness.text)
        return witness.text == first or compared_words(witness.text) == compared_words(first)

    def text(self, sentence: Sentence) -> str:
        """The words of a sentence, or those of the original where it is a version of that from end to end."""
        held = self._inside.get(sentence.id, ())
        return (
            self.firsts.get(held[0].family_id, sentence.text) if len(held) == 1 else sentence.text
        )

    def texts(self) -> frozenset[str]:
        """The words of all sentences on pages that repeat no other, of each original once."""
        held = self._sentences.values()
        return frozenset(self.text(one) for one in held if one.article_id not in self._again)

    def alone(self) -> list[tuple[Sentence, Sentence]]:
        """The sentences of no family (they are too short, or too much of them was exchanged) on pages that
        repeat another one, each with that of which it is a copy there."""
        pages = {*self._again, *self._again.values()}
        inside: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self._sentences.values():
            if sentence.article_id in pages:
                inside[sentence.article_id].append(sentence)
        found = []
        for page, first in sorted(self._again.items()):
            for sentence in inside[page]:
                if self._inside.get(sentence.id):
                    continue
                likest = max(
                    inside[first],
                    key=lambda one: (alike(sentence.text, one.text), one.id),
                    default=None,
                )
                if likest is not None and alike(sentence.text, likest.text) >= ALIKE:
                    found.append((sentence, likest))
        return found

    def is_slip(self, report: Report) -> bool:
        """Whether a report that only pages have which repeat others is made by other words for what those
        say: its sentence is a copy of theirs, and neither longer nor with names or numbers of its own."""
        first = self._copied.get(report.sentence_id)
        return (
            report.article_id in self._again
            and first is not None
            and len(report.sentence.split()) <= len(first.split()) + _LONGER
            and _named_alike(report.sentence) <= _named_alike(first)
        )

    @cached_property
    def _copied(self) -> dict[str, str]:
        """Sentence on a page that repeats another one -> the words of that of which it is a copy."""
        found = {copy.id: first.text for copy, first in self.alone()}
        for copy, first in self._again.items():
            theirs = self._families.get(first, {})
            for family, one in self._families.get(copy, {}).items():
                if family in theirs:
                    found[one.sentence_id] = self._sentences[theirs[family].sentence_id].text
        return found

    def speaker(self, group: Sequence[Report], mentions: Mapping[str, Mention]) -> Report:
        """The copy of a report that speaks for all: of those on pages that repeat no other and that have
        the original's words the one that knows most, of equals that on the first page."""

        def order(one: Report) -> tuple[object, ...]:
            day = self._published.get(one.article_id)
            return (
                one.article_id in self._again, self.standing(one.sentence_id),
                _known(mentions[one.id]), day is None, day or "", one.id,
            )  # fmt: skip

        return min(group, key=order)

    def others(self, speaker: Report, group: Iterable[Report]) -> list[Report]:
        """The copies that say another thing than the one that speaks for them: one has a number, a day, a
        name or a `not` that is not in its words; on a page that repeats another one, in those of no other."""
        held = list(group)
        own = telling_words(speaker.sentence)
        first = [one for one in held if not self.repeats(one.article_id)]
        known = _named_alike(speaker.sentence).union(*(_named_alike(one.sentence) for one in first))
        return [
            one
            for one in held
            if (
                not _named_alike(one.sentence) <= known
                if self.repeats(one.article_id)
                else not telling_words(one.sentence) <= own
            )
        ]


@lru_cache(maxsize=4096)
def _named_alike(text: str) -> frozenset[str]:
    """The telling words, with one word for all that names a country, its capital too: who copies exchanges
    these as he exchanges other words."""
    spelled = compared_words(text)
    left: list[str] = []
    found: set[str] = set()
    at = 0
    while at < len(spelled):
        size = next((n for n in _SIZES if tuple(spelled[at : at + n]) in nations()), 0)
        if size:
            found.add(nations()[tuple(spelled[at : at + size])].code)
        else:
            left.append(spelled[at])
        at += size or 1
    return frozenset(found) | (telling_words(text) & frozenset(left))


def _by_article(witnesses: Iterable[Witness]) -> dict[str, dict[str, Witness]]:
    found: dict[str, dict[str, Witness]] = defaultdict(dict)
    for one in witnesses:
        found[one.article_id][one.family_id] = one
    return found


def _known(one: Mention) -> tuple[int, int]:
    """The less, the more a mention knows."""
    known = bool(one.actors) + bool(one.recipients) + bool(one.place) + bool(one.first or one.last)
    return -known, -len(one.actor_ids) - len(one.recipient_ids)


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The numbers, days, names and negations among words."""
    words = [(found[0].replace("’", "'"), found.start()) for found in _WORD.finditer(text)]
    return frozenset(
        word.casefold().removesuffix("'s").removesuffix("'")
        for word, start in words
        if word.casefold() in _TELLING
        or any(sign.isdigit() for sign in word)
        or word.casefold().endswith("n't")
        or (start > 0 and word[0].isupper())
    )
