"""What is said in short invented passages, as the reader that is shipped sees them."""

from collections.abc import Callable

import pytest

from stemma.clean import clean
from stemma.model import Article, Quote, article_id, columns
from stemma.quotes import line_of, quotes_of, said_in
from stemma.reader.model import OnnxReader

Heard = Callable[[str], list[Quote]]


@pytest.fixture(scope="session")
def reader() -> OnnxReader:
    """The reader, loaded once."""
    return OnnxReader()


def article(text: str) -> Article:
    """An article of which nothing else is known."""
    known = dict.fromkeys(columns(Article)) | {"published_how": "unknown", "language_how": "told"}
    known |= {"id": article_id(text, (), ""), "path": "a.txt", "format": "text", "text": text}
    return Article(**known)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def heard(reader: OnnxReader) -> Heard:
    """The quotes of a text, each sentence taken to follow on the one before."""

    def _heard(text: str) -> list[Quote]:
        parts = clean(article(text))
        number = {block.id: n for n, block in enumerate(parts.blocks)}
        read = reader.read([s.text for s in parts.sentences]).iter_rows(named=True)
        lines = [
            line_of(s, number[s.block_id], row)
            for s, row in zip(parts.sentences, read, strict=True)
        ]
        return quotes_of(text, lines, said_in(text, parts.blocks, lines, range(1, len(lines))), {})

    return _heard
