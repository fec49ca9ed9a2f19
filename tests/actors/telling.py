"""Invented articles -> their cast: an article is paragraphs, a paragraph is sentences."""

from functools import lru_cache

import polars as pl

from stemma.actors import Cast, Place, Read, find_cast
from stemma.reader import Reader, load

Articles = dict[str, list[list[str]]]


@lru_cache(maxsize=1)
def reader() -> Reader:
    return load()


@lru_cache(maxsize=4096)
def read(sentence: str) -> Read:
    rows: pl.DataFrame = reader().read([sentence])
    return Read.of(rows.row(0, named=True))


def articles(*texts: str) -> Articles:
    """Articles `a`, `b` …; a line is a paragraph, ` / ` parts its sentences."""
    names = (f"a{number:012x}" for number in range(len(texts)))
    return {
        name: [line.strip().split(" / ") for line in text.strip().split("\n")]
        for name, text in zip(names, texts, strict=True)
    }


def placed(pile: Articles) -> list[tuple[Place, Read]]:
    found = []
    for article, paragraphs in pile.items():
        at = number = 0
        for count, paragraph in enumerate(paragraphs):
            for sentence in paragraph:
                place = Place(article, f"sentence-{article}-{at}", at, f"{article} {count}", number)
                found.append((place, read(sentence)))
                at, number = at + len(sentence) + 1, number + 1
    return found


def cast(*texts: str, **options: object) -> Cast:
    """The cast of one story made of these articles."""
    return find_cast("story-a000000000000", placed(articles(*texts)), **options)  # type: ignore[arg-type]


def who(found: Cast, text: str) -> list[str | None]:
    """The names of the actors that the mentions with these characters mean, in the order of the pile."""
    names = {actor.id: actor.name for actor in found.actors}
    rows = sorted(found.mentions, key=lambda m: (m.article_id, m.start, m.end))
    return [names[m.actor_id] if m.actor_id else None for m in rows if m.text == text]


def why(found: Cast, text: str) -> list[str]:
    rows = sorted(found.mentions, key=lambda m: (m.article_id, m.start, m.end))
    return [m.how for m in rows if m.text == text]
