"""Search with filters, and each hit in its context."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.report.comparison import head, tail
from stemma.report.plain import contained, one_line
from stemma.report.shown import Shown, titles
from stemma.search import Hit, search
from stemma.text.tokens import Token, words
from stemma.web.held import Held
from stemma.web.links import passage

ON_A_PAGE = 25
MOST = 1000  # hits that are looked at, the best first
_AROUND = 160  # characters before and behind a hit
_LONGEST = 600  # characters of a hit


class Shade(NamedTuple):
    """A piece of a hit; `hit`: whether it is one of the words that were looked for."""

    text: str
    hit: bool


class Place(NamedTuple):
    """A sentence that was found, in its surroundings."""

    siglum: str
    title: str
    path: str
    kind: str
    href: str
    article: str
    before: str
    pieces: tuple[Shade, ...]
    after: str


class Finding(NamedTuple):
    """What was looked for and found. `kinds`: of blocks, with how many hits each has; `every`: whether all
    sentences were looked at, and not only the best MOST."""

    query: str
    kind: str
    article: str
    kinds: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    offset: int
    total: int
    every: bool = True


def find(held: Held, query: str, kind: str, article: str, offset: int) -> Finding:
    """The hits of a page. `article`: a part of its path or title, or its id. Raises UsageError for a
    query without a word."""
    shown = held.shown
    best = search(held, query, MOST)
    hits = [hit for hit in best if _in_article(shown, hit, article)]
    kinds: dict[str, int] = {}
    for hit in hits:
        kinds[hit.kind] = kinds.get(hit.kind, 0) + 1
    kept = [hit for hit in hits if not kind or hit.kind == kind]
    wanted = {token.n.casefold() for token in words(query)}
    places = tuple(_place(shown, hit, wanted) for hit in kept[offset : offset + ON_A_PAGE])
    every = len(best) < MOST
    return Finding(
        query, kind, article, tuple(sorted(kinds.items())), places, offset, len(kept), every
    )


def _in_article(shown: Shown, hit: Hit, article: str) -> bool:
    if not article:
        return True
    held = shown.rows.articles[hit.article_id]
    names = (held.id, held.path, held.title or "", held.site or "")
    return any(article.casefold() in name.casefold() for name in names)


def _place(shown: Shown, hit: Hit, wanted: set[str]) -> Place:
    article = shown.rows.articles[hit.article_id]
    return Place(
        siglum=shown.rows.sigla[article.id],
        title=titles(shown.rows, article),
        path=one_line(article.path),
        kind=hit.kind,
        href=passage(article.id, hit.start, hit.end),
        article=article.id,
        before=tail(article.text[max(hit.start - 2 * _AROUND, 0) : hit.start], _AROUND),
        pieces=tuple(_shaded(_near(hit.text, wanted), wanted)),
        after=head(article.text[hit.end : hit.end + 2 * _AROUND], _AROUND),
    )


def _near(text: str, wanted: set[str]) -> str:
    """A sentence, or of a very long one what stands around the first word that was looked for."""
    if len(text) <= _LONGEST:
        return text
    first = next((t.start for t in words(text[:100_000]) if t.n.casefold() in wanted), 0)
    start = max(first - _LONGEST // 2, 0)
    cut = text[start : start + _LONGEST]
    return f"{'…' * bool(start)}{cut}{'…' * (start + _LONGEST < len(text))}"


def _shaded(text: str, wanted: set[str]) -> Iterator[Shade]:
    at = 0
    for start, end in _joined([t for t in words(text) if t.n.casefold() in wanted], text):
        if start > at:
            yield Shade(contained(text[at:start]), False)
        yield Shade(contained(text[start:end]), True)
        at = end
    if at < len(text):
        yield Shade(contained(text[at:]), False)


def _joined(tokens: Sequence[Token], text: str) -> list[tuple[int, int]]:
    """Words that follow on one another are one piece."""
    found: list[tuple[int, int]] = []
    for token in tokens:
        start, end = token.start, token.end
        if found and not any(c.isalnum() for c in text[found[-1][1] : start]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
