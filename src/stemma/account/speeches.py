"""Quotations cut into the sentences that were said, each wording once with all places that have it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stemma.model import Quote
from stemma.text.candidates import COMMON, TITLES
from stemma.text.marks import quoted_spans
from stemma.text.tokens import Token, compared_words, words

_END = re.compile(r"[.!?…]+[\"'”’»」』)]*\s+(?=[^\s])")

Words = tuple[str, ...]


class Spoken(NamedTuple):
    """A sentence, or a part of one, in quotation marks: its place in the article, the tokens with places in
    it, the speaker (an actor or words; empty if unknown), and the words said before and behind it."""

    quote: Quote
    start: int
    tokens: tuple[Token, ...]
    speaker: str
    before: Words
    behind: Words

    @property
    def words(self) -> Words:
        """Its words as they are compared."""
        return tuple(token.n for token in self.tokens)


class Wording(NamedTuple):
    """The places with the same words, in order of their quotes' ids."""

    words: Words
    places: tuple[Spoken, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that have it."""
        return frozenset(one.quote.article_id for one in self.places)

    @property
    def speakers(self) -> frozenset[str]:
        """Whom its places name."""
        return frozenset(one.speaker for one in self.places if one.speaker)


def wordings(quotes: Iterable[Quote]) -> list[Wording]:
    """The wordings of what is quoted, those on most pages first."""
    held: dict[Words, list[Spoken]] = defaultdict(list)
    for quote in sorted(quotes, key=lambda q: q.id):
        for one in spoken_in(quote):
            held[one.words].append(one)
    found = [Wording(words, tuple(places)) for words, places in held.items()]
    return sorted(found, key=lambda one: (-len(one.articles), one.places[0].quote.id, one.words))


def spoken_in(quote: Quote) -> list[Spoken]:
    """The sentences of a quotation that stand in quotation marks."""
    if quote.kind == "indirect":
        return []
    cut = [
        (start, words(quote.text[start - quote.start : end - quote.start]))
        for start, end in _sentences(quote)
    ]
    cut = [(start, tokens) for start, tokens in cut if tokens]
    said: list[Words] = [tuple(token.n for token in tokens) for _, tokens in cut]
    around: Sequence[Words] = [(), *said, ()]
    speaker = named(quote)
    return [
        Spoken(quote, start, tuple(tokens), speaker, around[n], around[n + 2])
        for n, (start, tokens) in enumerate(cut)
    ]


def _sentences(quote: Quote) -> Iterator[tuple[int, int]]:
    """Their places in the article."""
    for piece in quote.pieces:
        first, last = map(int, piece.split("-"))
        text = quote.text[first - quote.start : last - quote.start]
        spans = [(0, len(text))] if quote.kind == "direct" else quoted_spans(text)
        for start, end in spans:
            at = start
            for match in _END.finditer(text, start, end):
                yield first + at, first + match.end()
                at = match.end()
            yield first + at, first + end


def named(quote: Quote) -> str:
    """The speaker as speakers are compared: an actor, or the words that name one; empty if unknown."""
    if quote.status not in ("attributed", "restored") or not quote.speaker:
        return ""
    return quote.actor_id or " ".join(
        word for word in compared_words(quote.speaker) if word not in COMMON and word not in TITLES
    )
