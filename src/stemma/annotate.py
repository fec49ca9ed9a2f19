"""One text through the layers that need no pile: its sentences and tokens, as rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from stemma.clean import clean
from stemma.errors import Remark, Unreadable, UsageError
from stemma.model import Sentence, columns, span_id
from stemma.read import Source, read_source
from stemma.text.tokens import tokenize

Row = dict[str, Any]


def annotate(source: Source, layers: Sequence[str] = ("sentences", "tokens")) -> Iterator[Row]:
    """Rows of the layers asked for, in the text's order; each has `layer`, `id`, `article_id`,
    `start`, `end` and `text`. Raises Unreadable, and UsageError for a layer that is not known."""
    for layer in layers:
        if layer not in LAYERS:
            raise UsageError(
                f"There is no layer '{layer}'.", remedy=f"Layers: {', '.join(LAYERS)}."
            )
    for found in read_source(source):
        if isinstance(found, Remark):
            continue
        if isinstance(found, Unreadable):
            raise found
        for sentence in clean(found.article, found.layout).sentences:
            for layer in layers:
                yield from LAYERS[layer](sentence)


def _sentences(sentence: Sentence) -> Iterator[Row]:
    yield {"layer": "sentences", **{name: getattr(sentence, name) for name in columns(Sentence)}}


def _tokens(sentence: Sentence) -> Iterator[Row]:
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


LAYERS: dict[str, Callable[[Sentence], Iterator[Row]]] = {
    "sentences": _sentences,
    "tokens": _tokens,
}
