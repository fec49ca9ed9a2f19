"""Sentences as the reader sees them -> who said what: quotations and reported claims, with their speakers.

`speech` (what stands in quotation marks), `claims` (what the reader's head for attributions sees, made whole
by `clauses`) -> `joined` (whose words are whose, over the ends of sentences) -> `rows`; over all articles
`spoken` (which actor is meant), `runs` (which sentences follow on one another in the original too) and
`restored` (whose an orphan is).
"""

from collections.abc import Iterable, Sequence

from stemma.model import Block
from stemma.quotes.claims import Line, Seen, claims, line_of
from stemma.quotes.given import by_hand, kept
from stemma.quotes.joined import Said, joined
from stemma.quotes.places import Place
from stemma.quotes.repeats import apart, in_several, repeats, repeats_of
from stemma.quotes.restored import restored
from stemma.quotes.rows import quotes_of
from stemma.quotes.runs import as_written, little_shared, runs, stitched
from stemma.quotes.speech import Speech, speeches
from stemma.quotes.spoken import spoken_by


def said_in(
    text: str,
    blocks: Iterable[Block],
    lines: Sequence[Line],
    goes_on: Iterable[int] = (),
    seen: Seen | None = None,
) -> list[Said]:
    """What is said in one article. `text`: the article's; `lines`: the sentences of these blocks, in order;
    `goes_on`: see `joined`; `seen`: see `claims`."""
    found = [_placed(s, block.start) for block in blocks for s in speeches(block.text)]
    return joined(text, lines, claims(lines, seen), found, goes_on)


def _placed(one: Speech, at: int) -> Speech:
    return one._replace(
        start=one.start + at, end=one.end + at, first=one.first + at, last=one.last + at
    )


__all__ = [
    "Line",
    "Place",
    "Said",
    "Seen",
    "apart",
    "as_written",
    "by_hand",
    "in_several",
    "kept",
    "line_of",
    "little_shared",
    "quotes_of",
    "repeats",
    "repeats_of",
    "restored",
    "runs",
    "said_in",
    "spoken_by",
    "stitched",
]
