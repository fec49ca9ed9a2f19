"""One text through the layers that need no pile, as rows: sentences, tokens, names and so on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from stemma.clean import clean
from stemma.errors import Remark, Unreadable, UsageError
from stemma.events import events
from stemma.figures import figures
from stemma.model import Article, Block, Quote, Sentence, columns, span_id
from stemma.quotes import line_of, quotes_of, said_in
from stemma.read import Source, read_source
from stemma.reader import Reader, load
from stemma.reader.reading import named
from stemma.text.tokens import tokenize
from stemma.times import UNKNOWN, Anchor, tag_times, tense_of_tree

Row = dict[str, Any]
# The kinds of blocks in which somebody may be quoted, as in a case.
QUOTED_IN = ("headline", "paragraph", "caption", "insert", "dateline")
_OF_A_PILE = (
    "story_id",
    "actor_id",
    "witness_ids",
)  # columns of a quote that one text alone cannot fill


class _Seen(NamedTuple):
    """A sentence, and what the layers may know of it."""

    sentence: Sentence
    reading: Row  # as in `stemma.reader.READINGS`; empty unless a layer asks for it
    anchor: Anchor
    dates: list[str]  # values of the dates before it in its block, to which the layer of times adds
    quotes: Sequence[Quote]  # reported in it or standing in it; empty unless asked for


def annotate(
    source: Source,
    layers: Sequence[str] = ("sentences", "tokens"),
    reader: Reader | None = None,
    date: str | None = None,
) -> Iterator[Row]:
    """Rows of the layers asked for, in the text's order; each has `layer`, `id`, `article_id`,
    `start`, `end` and `text`. `reader`: what reads sentences for names, syntax, times, figures,
    events and quotes, else the one that is shipped; `date`: when the text was written, for its times,
    as a day, a month or a year in ISO 8601. Of a text in another language than English these layers
    have one row that says so.

    Raises Unreadable, ReaderError, and UsageError for a layer that is not known, or no date.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise UsageError(
                f"There is no layer '{layer}'.", remedy=f"Layers: {', '.join(LAYERS)}."
            )
    layers, anchor = list(dict.fromkeys(layers)), _anchor(date)
    read = [layer for layer in layers if layer in READ]
    for found in read_source(source):
        if isinstance(found, Remark):
            continue
        if isinstance(found, Unreadable):
            raise found
        article, cleaned = found.article, clean(found.article, found.layout)
        sentences = cleaned.sentences
        foreign = (article.language or "en") != "en"
        if read and not foreign:
            reader = reader or load()
            readings = list(reader.read([s.text for s in sentences]).iter_rows(named=True))
        else:
            readings = [{}] * len(sentences)
        said = (
            _said(article, cleaned.blocks, sentences, readings)
            if "quotes" in layers and not foreign
            else {}
        )
        for seen in _each(sentences, readings, anchor, said):
            for layer in layers:
                if not (foreign and layer in READ):
                    yield from LAYERS[layer](seen)
        if foreign:
            yield from (_not_read(article, layer) for layer in read)


def _each(
    sentences: Sequence[Sentence],
    readings: Sequence[Row],
    anchor: Anchor,
    said: Mapping[str, Sequence[Quote]],
) -> Iterator[_Seen]:
    block, dates = "", list[str]()
    for sentence, reading in zip(sentences, readings, strict=True):
        if sentence.block_id != block:
            block, dates = sentence.block_id, []
        yield _Seen(sentence, reading, anchor, dates, said.get(sentence.id, ()))


def _said(
    article: Article,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    readings: Sequence[Row],
) -> dict[str, list[Quote]]:
    """Sentence -> its quotes. Alone, a text is taken to be as it was written: each of its sentences follows
    on the one before."""
    inside = [block for block in blocks if block.kind in QUOTED_IN]
    number = {block.id: n for n, block in enumerate(inside)}
    lines = [
        line_of(sentence, number[sentence.block_id], reading)
        for sentence, reading in zip(sentences, readings, strict=True)
        if sentence.block_id in number
    ]
    said = said_in(article.text, inside, lines, range(1, len(lines)))
    found: dict[str, list[Quote]] = {}
    for quote in quotes_of(article.text, lines, said, {}):
        found.setdefault(quote.sentence_id, []).append(quote)
    return found


def _anchor(date: str | None) -> Anchor:
    anchor = Anchor.of(date) if date else UNKNOWN
    if date and not anchor.days:
        raise UsageError(f"'{date}' is no date.", remedy="Give one like 2017-04-12 or 2017-04.")
    return anchor


def _not_read(article: Article, layer: str) -> Row:
    how = f"not read: the text is in another language than English ({article.language})"
    name = span_id(layer, article.id, 0, 0)
    return {
        "layer": layer,
        "id": name,
        "article_id": article.id,
        "start": 0,
        "end": 0,
        "how": how,
        "text": "",
    }


def _sentences(seen: _Seen) -> Iterator[Row]:
    yield {
        "layer": "sentences",
        **{name: getattr(seen.sentence, name) for name in columns(Sentence)},
    }


def _tokens(seen: _Seen) -> Iterator[Row]:
    sentence = seen.sentence
    for token in tokenize(sentence.text):
        start, end = sentence.start + token.start, sentence.start + token.end
        yield {
            "layer": "tokens",
            "id": span_id("token", sentence.article_id, start, end),
            "article_id": sentence.article_id,
            "sentence_id": sentence.id,
            "start": start,
            "end": end,
            "n": token.n,
            "kind": token.kind,
            "text": token.t,
        }


def _names(seen: _Seen) -> Iterator[Row]:
    sentence, reading = seen.sentence, seen.reading
    for start, end, kind in named(reading["starts"], reading["ends"], reading["names"]):
        yield _span("names", sentence, start, end, {"kind": kind, "how": reading["how"]})


def _syntax(seen: _Seen) -> Iterator[Row]:
    """A row for each word; `head_id` is that of the word it hangs on, null at the root."""
    sentence, reading = seen.sentence, seen.reading
    spans = list(zip(reading["starts"], reading["ends"], strict=True))
    for n, (start, end) in enumerate(spans):
        head = reading["heads"][n]
        above = spans[head - 1] if head else None
        said = {
            "word": n + 1, "lemma": reading["lemmas"][n], "upos": reading["upos"][n],
            "xpos": reading["xpos"][n], "feats": reading["feats"][n], "head": head,
            "head_id": _id("syntax", sentence, *above) if above else None, "rel": reading["rels"][n],
            "how": reading["how"],
        }  # fmt: skip
        yield _span("syntax", sentence, start, end, said)


def _times(seen: _Seen) -> Iterator[Row]:
    """A row for each expression of time; its dates are known to those behind it in the block."""
    tense_of = tense_of_tree(seen.reading)
    for time in tag_times(seen.sentence.text, seen.anchor, tense_of, seen.dates):
        if time.first is not None:
            seen.dates.append(time.value)
        said = asdict(time)
        said["mod"] = time.mod or None
        for name in ("first", "last"):
            said[name] = said[name] and said[name].isoformat()
        yield _found("times", seen.sentence, said)


def _figures(seen: _Seen) -> Iterator[Row]:
    """A row for each figure; the spans of what is counted and of the predicate are the article's too."""
    for figure in figures(seen.sentence.text, seen.reading):
        said = asdict(figure)
        for name in ("what_start", "what_end", "predicate_start", "predicate_end"):
            if said[name] is not None:
                said[name] += seen.sentence.start
        yield _found("figures", seen.sentence, said)


def _events(seen: _Seen) -> Iterator[Row]:
    """A row for each place that tells of a deed or might; spans of parties and places are the article's."""
    for event in events(seen.sentence.text, seen.reading):
        said = asdict(event)
        where = [said["place"]] if said["place"] else []
        for party in (*said["actors"], *said["recipients"], *where):
            party["start"] += seen.sentence.start
            party["end"] += seen.sentence.start
        for name in ("actors", "recipients", "sources", "contexts"):
            said[name] = list(said[name])
        yield _found("events", seen.sentence, said)


def _quotes(seen: _Seen) -> Iterator[Row]:
    """A row for each quotation and reported claim; what only a pile can tell is left out."""
    for quote in seen.quotes:
        row = asdict(quote)
        yield {"layer": "quotes", **{name: row[name] for name in row if name not in _OF_A_PILE}}


def _found(layer: str, sentence: Sentence, said: Row) -> Row:
    """The row of what a stage found, which has its place in the sentence and its text itself."""
    own = {name: value for name, value in said.items() if name not in ("start", "end", "text")}
    return _span(layer, sentence, said["start"], said["end"], own)


def _span(layer: str, sentence: Sentence, start: int, end: int, said: Row) -> Row:
    return {
        "layer": layer, "id": _id(layer, sentence, start, end), "article_id": sentence.article_id,
        "sentence_id": sentence.id, "start": sentence.start + start, "end": sentence.start + end,
        **said, "text": sentence.text[start:end],
    }  # fmt: skip


def _id(layer: str, sentence: Sentence, start: int, end: int) -> str:
    return span_id(READ[layer], sentence.article_id, sentence.start + start, sentence.start + end)


LAYERS: dict[str, Callable[[_Seen], Iterator[Row]]] = {
    "sentences": _sentences,
    "tokens": _tokens,
    "names": _names,
    "syntax": _syntax,
    "times": _times,
    "figures": _figures,
    "events": _events,
    "quotes": _quotes,
}
# The layers that rest on what the reader sees, and so on English, and what the ids of their rows begin with.
READ = {"names": "name", "syntax": "word", "times": "timex", "figures": "figure",
        "events": "mention", "quotes": "quote"}  # fmt: skip
