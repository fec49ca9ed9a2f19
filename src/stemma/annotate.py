"""One text through the layers that need no pile: sentences, tokens, names, syntax and times, as rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from stemma.clean import clean
from stemma.errors import Remark, Unreadable, UsageError
from stemma.model import Article, Sentence, columns, span_id
from stemma.read import Source, read_source
from stemma.reader import Reader, load
from stemma.reader.reading import named
from stemma.text.tokens import tokenize
from stemma.times import UNKNOWN, Anchor, Timex, tag_times, tense_of_tree

Row = dict[str, Any]
_READ = ("names", "syntax", "times")  # layers that rest on what the reader sees, and so on English


def annotate(
    source: Source,
    layers: Sequence[str] = ("sentences", "tokens"),
    reader: Reader | None = None,
    date: str | None = None,
) -> Iterator[Row]:
    """Rows of the layers asked for, in the text's order; each has `layer`, `id`, `article_id`,
    `start`, `end` and `text`. `reader`: what reads names, syntax and tenses, else the one that is shipped;
    `date`: when the text was written, for its times, as a day, a month or a year in ISO 8601. Of a text in
    another language than English these layers have one row that says so.

    Raises Unreadable, ReaderError, and UsageError for a layer that is not known, or no date.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise UsageError(
                f"There is no layer '{layer}'.", remedy=f"Layers: {', '.join(LAYERS)}."
            )
    anchor = _anchor(date)
    reads = bool(set(_READ) & set(layers))
    for found in read_source(source):
        if isinstance(found, Remark):
            continue
        if isinstance(found, Unreadable):
            raise found
        article, sentences = found.article, clean(found.article, found.layout).sentences
        foreign = (article.language or "en") != "en"
        if reads and not foreign:
            reader = reader or load()
            readings = list(reader.read([s.text for s in sentences]).iter_rows(named=True))
        else:
            readings = [{}] * len(sentences)
        if "times" in layers and not foreign:
            readings = _with_times(sentences, readings, anchor)
        for sentence, reading in zip(sentences, readings, strict=True):
            for layer in layers:
                if not foreign or layer not in _READ:
                    yield from LAYERS[layer](sentence, reading)
        if reads and foreign:
            yield from (_not_read(article, layer) for layer in layers if layer in _READ)


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


def _sentences(sentence: Sentence, _: Row) -> Iterator[Row]:
    yield {"layer": "sentences", **{name: getattr(sentence, name) for name in columns(Sentence)}}


def _tokens(sentence: Sentence, _: Row) -> Iterator[Row]:
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


def _names(sentence: Sentence, reading: Row) -> Iterator[Row]:
    for start, end, kind in named(reading["starts"], reading["ends"], reading["names"]):
        yield _span("names", sentence, start, end, {"kind": kind, "how": reading["how"]})


def _syntax(sentence: Sentence, reading: Row) -> Iterator[Row]:
    """A row for each word; `head_id` is that of the word it hangs on, null at the root."""
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


def _with_times(
    sentences: Sequence[Sentence], readings: Sequence[Row], anchor: Anchor
) -> list[Row]:
    """The readings with the times of each sentence. A date told from one before is told within a block."""
    found: list[Row] = []
    block, before = "", list[str]()
    for sentence, reading in zip(sentences, readings, strict=True):
        if sentence.block_id != block:
            block, before = sentence.block_id, []
        times = tag_times(sentence.text, anchor, tense_of_tree(reading), before)
        before += [one.value for one in times if one.first is not None]
        found.append({**reading, "times": times})
    return found


def _times(sentence: Sentence, reading: Row) -> Iterator[Row]:
    times: list[Timex] = reading["times"]
    for one in times:
        said = {
            "type": one.type, "value": one.value, "mod": one.mod or None,
            "first": one.first and one.first.isoformat(), "last": one.last and one.last.isoformat(),
            "how": one.how, "reason": one.reason,
        }  # fmt: skip
        yield _span("times", sentence, one.start, one.end, said)


def _span(layer: str, sentence: Sentence, start: int, end: int, said: Row) -> Row:
    return {
        "layer": layer, "id": _id(layer, sentence, start, end), "article_id": sentence.article_id,
        "sentence_id": sentence.id, "start": sentence.start + start, "end": sentence.start + end,
        **said, "text": sentence.text[start:end],
    }  # fmt: skip


def _id(layer: str, sentence: Sentence, start: int, end: int) -> str:
    kind = {"names": "name", "syntax": "word", "times": "timex"}[layer]
    return span_id(kind, sentence.article_id, sentence.start + start, sentence.start + end)


LAYERS: dict[str, Callable[[Sentence, Row], Iterator[Row]]] = {
    "sentences": _sentences,
    "tokens": _tokens,
    "names": _names,
    "syntax": _syntax,
    "times": _times,
}
