"""One text through the layers that need no pile: sentences, tokens, names, syntax, figures, as rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from stemma.clean import clean
from stemma.errors import Remark, Unreadable, UsageError
from stemma.figures import figures
from stemma.model import Article, Sentence, columns, span_id
from stemma.read import Source, read_source
from stemma.reader import Reader, load
from stemma.reader.reading import named
from stemma.text.tokens import tokenize

Row = dict[str, Any]


def annotate(
    source: Source, layers: Sequence[str] = ("sentences", "tokens"), reader: Reader | None = None
) -> Iterator[Row]:
    """Rows of the layers asked for, in the text's order; each has `layer`, `id`, `article_id`,
    `start`, `end` and `text`. `reader`: what reads sentences for names, syntax and figures, else the one
    that is shipped. Of a text in another language than English these layers have one row that says so.

    Raises Unreadable, ReaderError, and UsageError for a layer that is not known.
    """
    for layer in layers:
        if layer not in LAYERS:
            raise UsageError(
                f"There is no layer '{layer}'.", remedy=f"Layers: {', '.join(LAYERS)}."
            )
    reads = bool(READ & set(layers))
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
        for sentence, reading in zip(sentences, readings, strict=True):
            for layer in layers:
                if not foreign or layer not in READ:
                    yield from LAYERS[layer](sentence, reading)
        if reads and foreign:
            yield from (_not_read(article, layer) for layer in layers if layer in READ)


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


def _figures(sentence: Sentence, reading: Row) -> Iterator[Row]:
    """A row for each figure; the spans of what is counted and of the predicate are the article's too."""
    for figure in figures(sentence.text, reading):
        said = asdict(figure)
        start, end = said.pop("start"), said.pop("end")
        for name in ("what_start", "what_end", "predicate_start", "predicate_end"):
            if said[name] is not None:
                said[name] += sentence.start
        yield _span("figures", sentence, start, end, said)


def _span(layer: str, sentence: Sentence, start: int, end: int, said: Row) -> Row:
    return {
        "layer": layer, "id": _id(layer, sentence, start, end), "article_id": sentence.article_id,
        "sentence_id": sentence.id, "start": sentence.start + start, "end": sentence.start + end,
        **said, "text": sentence.text[start:end],
    }  # fmt: skip


def _id(layer: str, sentence: Sentence, start: int, end: int) -> str:
    kind = {"names": "name", "syntax": "word", "figures": "figure"}[layer]
    return span_id(kind, sentence.article_id, sentence.start + start, sentence.start + end)


LAYERS: dict[str, Callable[[Sentence, Row], Iterator[Row]]] = {
    "sentences": _sentences,
    "tokens": _tokens,
    "names": _names,
    "syntax": _syntax,
    "figures": _figures,
}
# The layers that need the reader.
READ = frozenset({"names", "syntax", "figures"})
