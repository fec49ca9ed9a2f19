"""A text read as a check reads it: its sentences, and what each of them tells. A draft, or a primary
document."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from stemma.actors import Cast, Place, Read, find_cast
from stemma.check import UNSEEN, Amount, Deed, Named, Speech, Telling, When
from stemma.clean import clean
from stemma.errors import NothingUsable, Remark, Unreadable
from stemma.events import events
from stemma.figures import figures
from stemma.model import ActorMention, Article, Block, Quote, Sentence
from stemma.quotes import line_of, quotes_of, said_in, spoken_by
from stemma.read import Source, read_source
from stemma.reader import Reader
from stemma.reader.reading import named, vector_of
from stemma.text.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from stemma.text.candidates import TITLES
from stemma.times import Anchor, tag_times, tense_of_tree

Row = Mapping[str, Any]
# What is checked, and what counts as evidence: not the furniture of pages.
KINDS = ("headline", "paragraph", "caption", "insert", "dateline")
_BESIDE = 2  # sentences before and behind that may name what a sentence leaves out


class Text(NamedTuple):
    """A text, and its sentences in order with what they tell."""

    article: Article
    blocks: dict[str, Block]
    sentences: list[Sentence]
    tellings: list[Telling]


def read_texts(source: Source, reader: Reader, anchor: Anchor) -> Iterator[Text]:
    """The texts of a file. Raises Unreadable, and NothingUsable for a file without a sentence."""
    some = False
    for found in read_source(source):
        if isinstance(found, Remark):
            continue
        if isinstance(found, Unreadable):
            raise found
        cleaned = clean(found.article, found.layout)
        blocks = {b.id: b for b in cleaned.blocks if b.kind in KINDS}
        sentences = [s for s in cleaned.sentences if s.block_id in blocks]
        if sentences:
            some = True
            yield _read(found.article, blocks, sentences, reader, anchor)
    if not some:
        raise NothingUsable(
            f"There is no sentence in '{source.locator}'.", remedy="Give a text in sentences."
        )


def _read(
    article: Article, blocks: dict[str, Block], sentences: list[Sentence], reader: Reader, anchor: Anchor
) -> Text:  # fmt: skip
    readings = list(reader.read([s.text for s in sentences]).iter_rows(named=True))
    cast = _cast(article, sentences, readings)
    mentions: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in cast.mentions:
        mentions[mention.sentence_id].append(mention)
    names = {actor.id: actor.name for actor in cast.actors}
    quotes = spoken_by(_quotes(article, blocks, sentences, readings), mentions, names)
    known = {a.id: (a.name, *a.aliases, *a.titles) for a in cast.actors}
    times = _times(sentences, readings, anchor)
    tellings = [
        _telling(sentence, reading, quotes, known, mentions[sentence.id], when)
        for sentence, reading, when in zip(sentences, readings, times, strict=True)
    ]
    return Text(article, blocks, sentences, _beside(tellings))


def _cast(article: Article, sentences: Sequence[Sentence], readings: Sequence[Row]) -> Cast:
    places = [
        (Place(article.id, s.id, s.start, s.block_id, n), Read.of(reading))
        for n, (s, reading) in enumerate(zip(sentences, readings, strict=True))
    ]
    return find_cast(article.id, places)


def _quotes(
    article: Article,
    blocks: Mapping[str, Block],
    sentences: Sequence[Sentence],
    readings: Sequence[Row],
) -> list[Quote]:
    number = {name: n for n, name in enumerate(blocks)}
    lines = [
        line_of(s, number[s.block_id], reading)
        for s, reading in zip(sentences, readings, strict=True)
    ]
    said = said_in(article.text, list(blocks.values()), lines, range(1, len(lines)))
    return list(quotes_of(article.text, lines, said, {}))


def _times(
    sentences: Sequence[Sentence], readings: Sequence[Row], anchor: Anchor
) -> Iterator[tuple[When, ...]]:
    block, dates = "", list[str]()
    for sentence, reading in zip(sentences, readings, strict=True):
        if sentence.block_id != block:
            block, dates = sentence.block_id, []
        found = tag_times(sentence.text, anchor, tense_of_tree(reading), dates)
        dates += [one.value for one in found if one.first is not None]
        yield tuple(
            When(
                t.start, t.end, t.text, t.type, t.value,
                t.first.isoformat() if t.first else None, t.last.isoformat() if t.last else None,
            )
            for t in found
        )  # fmt: skip


def _telling(
    sentence: Sentence,
    reading: Row,
    quotes: Sequence[Quote],
    known: Mapping[str, tuple[str, ...]],
    mentions: Sequence[ActorMention],
    times: tuple[When, ...],
) -> Telling:
    aliases = [name for m in mentions if m.actor_id for name in known[m.actor_id]]
    return Telling.of(
        sentence.id, sentence.text, vector_of(reading["vector"]),
        names=names_in(sentence.text, reading),
        amounts=tuple(
            Amount(f.start, f.end, f.text, f.low, f.high, f.qualifier, f.kind, f.unit or "", f.what or "")
            for f in figures(sentence.text, reading)
        ),
        times=times, deeds=deeds_in(sentence.text, reading),
        speeches=speeches_in(sentence.start, sentence.end, quotes, known),
        aliases=tuple(dict.fromkeys(aliases)),
    )  # fmt: skip


def names_in(text: str, reading: Row) -> tuple[Named, ...]:
    """The names of a sentence."""
    found = [
        Named(start, end, text[start:end], kind)
        for start, end, kind in named(reading["starts"], reading["ends"], reading["names"])
    ]
    spans = zip(reading["starts"], reading["ends"], reading["upos"], strict=True)
    for start, end, upos in spans:
        shown = text[start:end]
        known = any(n.start <= start and end <= n.end for n in found)
        if upos == "PROPN" and shown[:1].isupper() and not known and _may_be_name(shown):
            found.append(Named(start, end, shown, UNSEEN))
    return tuple(sorted(found))


def _may_be_name(word: str) -> bool:
    small = word.casefold().rstrip(".")
    dated = small in WEEKDAYS or small in MONTHS or small[:3] in SHORT_MONTHS
    return len(small) > 2 and not dated and small not in TITLES and word.isalpha()


def deeds_in(text: str, reading: Row) -> tuple[Deed, ...]:
    """The deeds of a sentence."""
    return tuple(
        Deed(
            e.start, e.end, e.text, e.predicate, e.type, tuple(p.text for p in e.actors),
            tuple(p.text for p in e.recipients), e.polarity, e.certainty, e.time, e.sources,
            not e.how.startswith("noun"),
        )
        for e in events(text, reading)
    )  # fmt: skip


def speeches_in(
    start: int, end: int, quotes: Sequence[Quote], known: Mapping[str, tuple[str, ...]]
) -> tuple[Speech, ...]:
    """What is said in a sentence (characters of its text), by quotes of the text. `known`: actor -> its
    names."""
    found = []
    for quote in quotes:
        spans = [tuple(map(int, piece.split("-"))) for piece in quote.pieces]
        pieces = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and start < b
        )
        if pieces and quote.within_id is None:
            at = quote.speaker_start, quote.speaker_end
            inside = at[0] is not None and at[1] is not None and start <= at[0] and at[1] <= end
            found.append(Speech(
                pieces, quote.kind, quote.status, (quote.speaker or "").strip(" ,;:–—-"),
                frozenset(known.get(quote.actor_id or "", ())), (quote.cue or "").casefold(),
                (at[0] - start, at[1] - start) if inside else None,  # type: ignore[operator]
                quote.id,
            ))  # fmt: skip
    return tuple(found)


def _beside(tellings: Sequence[Telling]) -> list[Telling]:
    return [
        beside(one, [*tellings[max(n - _BESIDE, 0) : n], *tellings[n + 1 : n + 1 + _BESIDE]])
        for n, one in enumerate(tellings)
    ]


def beside(one: Telling, others: Sequence[Telling]) -> Telling:
    """A sentence with the words and times of those beside it."""
    around = frozenset[str]().union(*(other.keys for other in others))
    return replace(one, around=around, before=tuple(t for o in others for t in o.times))
