"""When a story was told, as far as the dates of its pages and the days that these name show it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.times.anchor import Anchor
from stemma.times.pages import Page, has_weekday

FEWEST = 4  # distinct texts with a date by which the beginning of a story is known
BEFORE = 4  # days before its first date on which a story may begin
MONTH = 31  # days around what is known of a story within which it is told, if no more is known


class Span(NamedTuple):
    """The days between which a story was told. `begun`: whether `first` is its beginning, rather than a
    month before what is known; `why`: what shows it."""

    first: date
    last: date
    begun: bool
    why: str

    @property
    def anchor(self) -> Anchor:
        """The same as an anchor."""
        return Anchor(self.first, self.last)


def spans(pages: Sequence[Page]) -> dict[str, Span]:
    """Story -> when it was told; only of stories of which something is known."""
    dated: dict[str, set[tuple[date, str]]] = defaultdict(set)
    named: dict[str, set[tuple[date, str]]] = defaultdict(set)
    texts: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if line.story is None:
                continue
            if page.latest and not line.insert:
                dated[line.story].add((page.latest, page.article_id))
                texts[line.story].add(page.text)
            named[line.story].update(
                (one.first, line.sentence.id)
                for one in line.days
                if one.first and has_weekday(one.text)
            )
    found = {story: _dated(held, len(texts[story])) for story, held in dated.items()}
    for story, held in named.items():
        if story not in found and held:
            span = _named(held)
            if span:
                found[story] = span
    return found


def _dated(held: set[tuple[date, str]], texts: int) -> Span:
    """By the dates of its pages."""
    (first, holder), (last, _) = min(held), max(held)
    begun = texts >= FEWEST
    why = f"no page of its story is older than {holder}, of {first.isoformat()}"
    return Span(first - timedelta(BEFORE if begun else MONTH), last, begun, why)


def _named(held: set[tuple[date, str]]) -> Span | None:
    """By days that are named with their weekdays, which is how news of these days are told."""
    (first, holder), (last, _) = min(held), max(held)
    if (last - first).days > MONTH:
        return None
    why = f"a page of its story says {first:%A} {first.isoformat()} ({holder})"
    return Span(first - timedelta(MONTH), last + timedelta(MONTH), False, why)
