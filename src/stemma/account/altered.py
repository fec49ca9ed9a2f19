"""What one version of a sentence has otherwise than another: its day, a *not*, or a name. Versions that only
have other words for the same are no disagreement, and numbers are told with figures (`tolls`)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Indel

from stemma.account.sides import CONFLICTING, MOST, Difference, Side, Slots
from stemma.model import Actor, Sentence, Timex
from stemma.text.calendar import WEEKDAYS
from stemma.text.tokens import Token, words

# Words that say no.
NO = re.compile(
    r"\b(?:not?|never|nobody|nothing|none|neither|nor|cannot|without|hardly|den(?:y|ies|ied|ying)"
    r"|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|dismiss(?:es|ed|ing)?)\b|n['’]t\b",
    re.IGNORECASE,
)
# What a version may have for a `no`: the one says by a word what the other says by two.
_LIKE_NO = re.compile(
    r"^(?:un|in|im|il|ir|dis|non)\w{3,}|^(?:fail|refus|declin|lack|avoid|prevent|stop|ban|bar|rul|contradict"
    r"|disput|repudiat|unable|few|little|rarely|seldom|only|barely|scarcely|zero)",
    re.IGNORECASE,
)
_ALIKE = 0.6  # of the words of both, in order, for two sentences to differ in places only
_FEW = 4  # words of a place, on either side
_NAME = 3  # words of a name at a sentence's beginning
_NAMES = ("person", "country", "organisation", "place", "group", "media")


class _Place(NamedTuple):
    """Where two versions differ: words of the one and of the other; either may be none."""

    own: Sequence[Token]
    other: Sequence[Token]


class _Found(NamedTuple):
    """What a place tells otherwise: its slot, the two values, and the rows that say so."""

    slot: str
    value: str
    other: str
    rows: tuple[str, str]


def told_otherwise(slots: Slots) -> Iterator[Difference]:
    """A difference for each place of a sentence at which its versions tell otherwise."""
    known = _Known(slots)
    seen: set[tuple[str, frozenset[str]]] = set()
    for _, groups in sorted(known.versions.items()):
        base, *others = groups
        made: dict[tuple[str, str, str], list[tuple[_Found, list[Sentence]]]] = defaultdict(list)
        for group in others[:MOST]:
            for found in known.differences(base[0], group[0]):
                made[found.slot, found.value, found.other].append((found, group))
        for (slot, *_), held in sorted(made.items()):
            theirs = [one for _, group in held for one in group]
            pair = slot, frozenset(one.id for one in (*base, *theirs))
            story = known.stories.get(base[0].article_id)
            if story and pair not in seen:
                seen.add(pair)
                yield known.difference(story, held, base, theirs)


class _Known:
    """What is known of the sentences that have versions."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self.stories = {
            one.article_id: one.story_id
            for held in slots.mentions.values() for one in held if one.story_id
        }  # fmt: skip

    @cached_property
    def versions(self) -> dict[str, list[list[Sentence]]]:
        """Family -> its versions, each with the sentences that have it: first the one on most pages, of those
        the nearest to the original."""
        inside: dict[str, dict[tuple[str, ...], list[Sentence]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for name, families in sorted(self._slots.families.items()):
            sentence = self._slots.grounds.sentences.get(name)
            if sentence is not None and not sentence.fragment:
                shown = tuple(token.n for token in words(sentence.text))
                for family in families:
                    inside[family][shown].append(sentence)
        return {
            family: sorted(held.values(), key=self._standing)
            for family, held in inside.items() if len(held) > 1
        }  # fmt: skip

    def _standing(self, held: Sequence[Sentence]) -> tuple[int, int, str]:
        known = self._slots.wordings
        return -len(held), known.standing_of(held[0]) if known else 0, held[0].id

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], Sequence[Actor]]:
        """Story and last word of a name -> those whom it may mean."""
        found: dict[tuple[str, str], list[Actor]] = defaultdict(list)
        for actor in self._slots.actors.values():
            if actor.kind in _NAMES:
                for last in {
                    name.split()[-1].casefold() for name in (actor.name, *actor.aliases) if name
                }:
                    found[actor.story_id or "", last].append(actor)
        return found

    def differences(self, one: Sentence, other: Sentence) -> Iterator[_Found]:
        """What two versions tell otherwise."""
        for place in _places(words(one.text), words(other.text)):
            found = (
                self._day(place, one, other)
                or self._no(place, one, other)
                or self._name(place, one, other)
            )
            if found:
                yield found

    def _day(self, place: _Place, one: Sentence, other: Sentence) -> _Found | None:
        ours, theirs = ([t.n for t in some if t.n in WEEKDAYS] for some in (place.own, place.other))
        if not (len(ours) == len(theirs) == 1) or ours == theirs:
            return None
        found = self._timex(one, place.own), self._timex(other, place.other)
        if found[0] is None or found[1] is None:
            return None
        return _Found("date", found[0].text, found[1].text, (found[0].id, found[1].id))

    def _timex(self, sentence: Sentence, some: Sequence[Token]) -> Timex | None:
        at = next(t.start for t in some if t.n in WEEKDAYS) + sentence.start
        held = self._slots.times.get(sentence.id, ())
        return next((one for one in held if one.start <= at < one.end), None)

    def _no(self, place: _Place, one: Sentence, other: Sentence) -> _Found | None:
        """One says no where the other does not, and says it in no other way."""
        texts = [" ".join(t.t for t in some) for some in place]
        says = [bool(NO.search(text)) for text in texts]
        silent = place.own if says[1] else place.other
        if says[0] == says[1] or any(_LIKE_NO.match(t.n) for t in silent):
            return None
        if len(NO.findall(one.text)) == len(NO.findall(other.text)):
            return None
        ours, theirs = ("it is not so" if no else "it is so" for no in says)
        return _Found("status", ours, theirs, (one.id, other.id))

    def _name(self, place: _Place, one: Sentence, other: Sentence) -> _Found | None:
        story = self.stories.get(one.article_id) or ""
        shown = [" ".join(t.t for t in some) for some in place]
        if not all(some and all(t.t[:1].isupper() for t in some) for some in place):
            return None
        found = [self._named.get((story, some[-1].t.casefold()), ()) for some in place]
        ids = [{actor.id for actor in some} for some in found]
        if not ids[0] or not ids[1] or ids[0] & ids[1]:
            return None
        if {a.kind for a in found[0]}.isdisjoint(a.kind for a in found[1]):
            return None  # who speaks for a body may be named for it
        lands = [{a.country for a in some if a.country and a.kind == "country"} for some in found]
        if lands[0] & lands[1] or _is_short(shown[0], shown[1]) or _is_short(shown[1], shown[0]):
            return None
        return _Found("actor", shown[0], shown[1], (one.id, other.id))

    def difference(
        self, story: str, held: Sequence[tuple[_Found, list[Sentence]]], base: Sequence[Sentence],
        others: Sequence[Sentence],
    ) -> Difference:  # fmt: skip
        """The row for one place."""
        found = held[0][0]
        near = self._slots.in_sentences.get(base[0].id, ())
        event = near[0][1] if near else None
        about = near[0][0].predicate if near else "told"
        return Difference(
            story, found.slot, about, event,
            Side(found.value, (found.rows[0], *_ids(base[1:])), _ids(base)),
            Side(found.other, (*(one.rows[1] for one, _ in held), ), _ids(others)),
            CONFLICTING, f"versions of one sentence: a copy has {_SAID[found.slot]}",
        )  # fmt: skip


def _is_short(name: str, other: str) -> bool:
    """Whether a name may be a short form of another: its first letters, or a word of it."""
    plain = re.sub(r"[^\w]", "", name).casefold()
    letters = "".join(word[0] for word in other.casefold().split())
    return plain in letters or plain[:4] == re.sub(r"[^\w]", "", other).casefold()[:4]


_SAID = {"date": "another day", "status": "a `not` more or less", "actor": "another name"}


def _ids(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    return tuple(sorted({one.id for one in sentences}))


def _places(own: Sequence[Token], other: Sequence[Token]) -> Iterator[_Place]:
    """Where two versions differ in few words."""
    ours, theirs = [t.n for t in own], [t.n for t in other]
    if Indel.normalized_similarity(ours, theirs) < _ALIKE:
        return
    done = (0, 0)
    spans = []
    for op in Indel.opcodes(ours, theirs):
        if op.tag == "equal":
            spans.append((done[0], op.src_start, done[1], op.dest_start))
            done = op.src_end, op.dest_end
    # What stands before the first word in common may be of another sentence, and so may what stands behind
    # the last one, but for a word or a name.
    spans.append((done[0], len(own), done[1], len(other)))
    for n, (a0, a1, b0, b1) in enumerate(spans):
        least, most = (0, _FEW) if 0 < n < len(spans) - 1 else (1, _NAME if n == 0 else 1)
        sizes = a1 - a0, b1 - b0
        if max(sizes) > 0 and all(least <= size <= most for size in sizes):
            yield _Place(own[a0:a1], other[b0:b1])
