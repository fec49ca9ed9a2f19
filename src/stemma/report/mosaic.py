"""The parts of an article -> its mosaic: one bar, from the first character to the last, by where each
passage comes from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stemma.model import Article, Part
from stemma.report.shown import Shown
from stemma.report.view import Mosaic, Tile
from stemma.report.words import PARTS, listed

WIDTH = 640  # of the longest article's bar, in pixels
_LETTER = 9  # across, of a letter
_FEWEST = 40  # pixels of the shortest bar
_OMEGA = "ω"


class Origin(NamedTuple):
    """What a part is, the page that it was copied from (ω: a likely original), and what is said of it."""

    kind: str
    letter: str
    said: str


def origin(shown: Shown, part: Part) -> Origin:
    """Where a part comes from."""
    found = shown.rows.exemplars.get(part.copy_id or "")
    letter = ""
    if found is not None and part.kind in ("copied", "swapped"):
        exemplar = found.split("-")
        letter = _OMEGA if exemplar[0] == "archetype" else shown.rows.sigla.get(exemplar[1], "")
    said = PARTS[part.kind]
    whence = {"": "", _OMEGA: " from the likely original"}.get(letter, f" from {letter}")
    return Origin(part.kind, letter, f"{said}{whence}: {shown.reason(part.how)}")


def mosaic(shown: Shown, article: Article, longest: int) -> Mosaic | None:
    """The bar of an article, as long as its text is beside the longest; None if its parts are not
    known."""
    parts = shown.rows.parts.get(article.id)
    if not parts:
        return None
    width = max(round(WIDTH * len(article.text) / max(longest, 1)), _FEWEST)
    tiles = tuple(_tiles(shown, parts, width / max(len(article.text), 1)))
    return Mosaic(width, _said(parts), tiles)


def longest(articles: Sequence[Article]) -> int:
    """Characters of the longest text."""
    return max((len(article.text) for article in articles), default=1)


def _tiles(shown: Shown, parts: Sequence[Part], scale: float) -> Iterator[Tile]:
    """What follows on each other and comes from the same page is one tile."""
    found = [(part, origin(shown, part)) for part in parts]
    for (kind, letter), held in groupby(found, key=lambda one: (one[1].kind, one[1].letter)):
        run = list(held)
        start, end = run[0][0].start * scale, run[-1][0].end * scale
        width = max(round(end - start, 1), 1)
        room = width >= _LETTER * len(letter) + 3
        said = run[0][1].said.partition(":")[0] if len(run) > 1 else run[0][1].said
        yield Tile(round(start, 1), width, kind, letter if room else "", said)


def _said(parts: Sequence[Part]) -> str:
    """What the bar shows, in words."""
    amounts: Counter[str] = Counter()
    for part in parts:
        amounts[part.kind] += part.end - part.start
    total = max(sum(amounts.values()), 1)
    shares = [(round(100 * amounts[kind] / total), PARTS[kind]) for kind in PARTS if amounts[kind]]
    return listed([f"{said} {percent} %" for percent, said in shares], len(PARTS))
