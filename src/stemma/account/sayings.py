"""What one speaker said, over all its wordings, pages and families: quotes of the same words, folded, with
the footing of all of them together.

Two quotes are one saying if they have the same speaker, and the one's words stand in the other's in order,
but for a few; with the same numbers, and with a `not` in both or in neither. What has most words in common
and differs in these is `reported differently`, and stays beside it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemma.account.footing import footing_of
from stemma.account.pool import Pool
from stemma.model import Quote, Saying, Sentence, group_id
from stemma.text.candidates import COMMON
from stemma.text.tokens import compared_words

_SAME = 0.8  # of the shorter one's words, in order
_COVERED = 0.5  # of the longer one's words, unless the shorter is quoted
_NEAR = (
    0.6  # of the shorter one's words, for what differs to be the same saying reported differently
)
_FEWEST = 3  # words of content that tell one saying from another
_QUOTED = 6  # words in quotation marks that do
_NEGATIONS = frozenset(["not", "no", "never", "n't", "nobody", "nothing", "none", "neither", "nor"])
_DENIALS = frozenset("deny denies denied denying denial refute refutes refuted refuting".split())
_NUMBER = re.compile(r"\d")
_KNOWN = ("attributed", "restored")
_KINDS = {"direct": 0, "mixed": 1, "indirect": 2}


class _Words(NamedTuple):
    """A quote as it is compared."""

    quote: Quote
    words: tuple[str, ...]
    numbers: frozenset[str]
    negated: bool

    @property
    def is_told(self) -> bool:
        """Whether its words are enough to tell it from another: some that are not among the commonest, or
        several in quotation marks."""
        content = sum(word not in COMMON for word in self.words)
        return content >= _FEWEST or (self.quote.kind == "direct" and len(self.words) >= _QUOTED)


class _Group(NamedTuple):
    """Quotes of one saying; the first is the fullest."""

    members: list[_Words]
    differs: set[int]


def sayings_of(
    quotes: Iterable[Quote], pool: Pool, names: Mapping[str, str], again: Collection[str] = ()
) -> list[Saying]:
    """A row for each thing that a known speaker said, in order of id. `names`: actor -> its name; `again`:
    articles that repeat another one. Quotes within another's words are the other's."""
    by_speaker: dict[tuple[str, str], list[_Words]] = defaultdict(list)
    for quote in quotes:
        if quote.status in _KNOWN and quote.within_id is None and quote.speaker and quote.story_id:
            key = quote.actor_id or " ".join(compared_words(quote.speaker))
            by_speaker[quote.story_id, key].append(_words(quote))
    found = [
        saying
        for _, said in sorted(by_speaker.items())
        for saying in _of_speaker(_groups(said, again), pool, names)
    ]
    return sorted(found, key=lambda saying: saying.id)


def _words(quote: Quote) -> _Words:
    spans = [tuple(map(int, piece.split("-"))) for piece in quote.pieces]
    text = " ".join(quote.text[a - quote.start : b - quote.start] for a, b in spans)
    words = tuple(compared_words(text))
    if words[:1] == ("that",):
        words = words[1:]
    numbers = frozenset(word for word in words if _NUMBER.search(word))
    # Who denies that it is so says that it is not.
    denied = not _DENIALS.isdisjoint(compared_words(quote.cue or ""))
    return _Words(quote, words, numbers, _NEGATIONS.isdisjoint(words) == denied)


def _groups(said: Sequence[_Words], again: Collection[str]) -> list[_Group]:
    """The fullest first: each joins the first group whose fullest quote it repeats. What stands on a page
    that repeats another one comes last: its words stand for none."""

    def order(one: _Words) -> tuple[object, ...]:
        quote = one.quote
        return quote.article_id in again, -len(one.words), _KINDS[quote.kind], quote.id

    found: list[_Group] = []
    index: dict[str, set[int]] = defaultdict(set)
    for one in sorted(said, key=order):
        content = {word for word in one.words if word not in COMMON}
        near = sorted({n for word in content for n in index[word]})
        same = next((n for n in near if _is_same(found[n].members[0], one)), None)
        if same is not None:
            found[same].members.append(one)
            continue
        differs = {n for n in near if _is_near(found[n].members[0], one)}
        for n in differs:
            found[n].differs.add(len(found))
        for word in content:
            index[word].add(len(found))
        found.append(_Group([one], differs))
    return found


def _is_same(longer: _Words, shorter: _Words) -> bool:
    if longer.words == shorter.words:
        return True
    if not shorter.numbers <= longer.numbers or not shorter.is_told:
        return False
    common = LCSseq.similarity(longer.words, shorter.words)
    if common < _SAME * len(shorter.words):
        return False
    whole = common >= _COVERED * len(longer.words)
    if whole and (longer.numbers != shorter.numbers or longer.negated != shorter.negated):
        return False
    return whole or shorter.quote.kind == "direct"


def _is_near(longer: _Words, shorter: _Words) -> bool:
    if not shorter.is_told:
        return False
    common = LCSseq.similarity(longer.words, shorter.words)
    return common >= _NEAR * len(shorter.words) and common >= _COVERED * len(longer.words)


def _of_speaker(groups: Sequence[_Group], pool: Pool, names: Mapping[str, str]) -> Iterator[Saying]:
    ids = [group_id("saying", [m.quote.id for m in group.members]) for group in groups]
    for number, group in enumerate(groups):
        fullest = group.members[0].quote
        quotes = sorted((m.quote for m in group.members), key=lambda q: q.id)
        found = footing_of([_passage(quote) for quote in quotes], pool)
        actors = {q.actor_id for q in quotes if q.actor_id}
        yield Saying(
            id=ids[number],
            story_id=fullest.story_id,
            actor_id=min(actors) if actors else None,
            speaker=names.get(fullest.actor_id or "", fullest.speaker or ""),
            quote_ids=tuple(quote.id for quote in quotes),
            carriers=found.carriers,
            texts=found.texts,
            reporters_min=found.least,
            reporters_max=found.most,
            reporters=found.names,
            differs=tuple(sorted(ids[n] for n in group.differs)),
            denies=(),
            denied_by=(),
            article_id=fullest.article_id,
            start=fullest.start,
            end=fullest.end,
            how="; ".join([_how(group), *found.reasons]),
            text=fullest.text,
        )


def _passage(quote: Quote) -> Sentence:
    return Sentence(
        id=quote.sentence_id, article_id=quote.article_id, block_id="", start=quote.start,
        end=quote.end, fragment=False, how="what is said", text=quote.text,
    )  # fmt: skip


def _how(group: _Group) -> str:
    count = len(group.members)
    if count == 1:
        return "said in one place"
    texts = len({m.words for m in group.members})
    return f"{count} quotes of one speaker with the same words" + (
        f", in {texts} wordings" if texts > 1 else ""
    )
