"""What the draft has as one version of a sentence has it, and other versions have otherwise: a number, a day
or quoted words that a copy changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from stemma.check.found import Asked, Found, Match, point
from stemma.check.rules.words import quoted_in
from stemma.check.verdicts import DISPUTED
from stemma.text.calendar import MONTHS, WEEKDAYS
from stemma.text.candidates import is_number
from stemma.text.marks import quoted_spans
from stemma.text.tokens import Token, words

_WORDED = 0.75  # of the words, in order, for two sentences to be versions of one
_MOST = 3  # words of a place that differs, on either side
_QUOTED = 4  # words in marks that the draft must have, for a change inside them to count


class _Place(NamedTuple):
    """Where two versions differ: words of the one and of the other."""

    own: Sequence[Token]
    other: Sequence[Token]


def versions(asked: Asked) -> Iterator[Found]:
    """A version that the draft agrees with is held against the others of its wording. Those on fewer pages
    dispute nothing: most copies leave a number as it was."""
    shown: set[str] = set()
    for held in asked.others:
        for other in asked.near:
            if other.row == held.row or other.pages < held.pages:
                continue
            for place in _places(held, other):
                where = _span(asked, held, place)
                if where and where not in shown and not _is_rare(asked, held, place):
                    shown.add(where)
                    yield _found(asked, where, other, place)


def _is_rare(asked: Asked, held: Match, place: _Place) -> bool:
    """Whether fewer pages have the other words than the draft's, in whatever version."""
    pages = [0, 0]
    for match in asked.near:
        found = words(match.telling.text)
        shown = [t.n for t in found]
        has = _in(shown, place.own), _in(shown, place.other)
        if has[0] != has[1] and _is_version(words(held.telling.text), found):
            pages[has[1]] += match.pages
    return pages[1] < pages[0]


def _is_version(a: Sequence[Token], b: Sequence[Token]) -> bool:
    same = Indel.normalized_similarity([t.n for t in a], [t.n for t in b])
    return same >= _WORDED


def _places(held: Match, other: Match) -> Iterator[_Place]:
    """Where a number, a day or quoted words of two versions differ."""
    a, b = words(held.telling.text), words(other.telling.text)
    if not _is_version(a, b):
        return
    ops = Indel.opcodes([t.n for t in a], [t.n for t in b])
    quoted = [quoted_spans(one.telling.text) for one in (held, other)]
    spans, done = [], (0, 0)
    for op in ops:
        if op.tag == "equal":
            spans.append((done[0], op.src_start, done[1], op.dest_start))
            done = op.src_end, op.dest_end
    for a0, a1, b0, b1 in (*spans, (done[0], len(a), done[1], len(b))):
        for own, theirs in _pairs(a[a0:a1], b[b0:b1]):
            said = _inside(own, quoted[0]) and _inside(theirs, quoted[1])
            if said or (_numbers(own) and _numbers(theirs)):
                yield _Place(own, theirs)


def _pairs(
    own: Sequence[Token], theirs: Sequence[Token]
) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Equally many words pair off one by one; of others the few that differ are one place."""
    if len(own) == len(theirs):
        yield from (([a], [b]) for a, b in zip(own, theirs, strict=True) if a.n != b.n)
    elif 0 < len(own) <= _MOST and 0 < len(theirs) <= _MOST:
        yield own, theirs


def _inside(some: Sequence[Token], spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= some[0].start and some[-1].end <= b for a, b in spans)


def _numbers(some: Sequence[Token]) -> bool:
    return any(is_number(t) or t.n in WEEKDAYS or t.n in MONTHS for t in some)


def _span(asked: Asked, held: Match, place: _Place) -> str:
    """The draft's own words there, if it has those of the one version and not those of the other."""
    shown = held.telling.text[place.own[0].start : place.own[-1].end]
    mine = [t.n for t in words(asked.telling.text)]
    if not _in(mine, place.own) or _in(mine, place.other):
        return ""
    if not _numbers(place.own):
        # Words of a quotation count where the draft quotes them.
        said = [words(asked.telling.text[a:b]) for a, b in quoted_spans(asked.telling.text)]
        inside = [t.n for some in said if len(some) >= _QUOTED for t in some]
        if not _in(inside, place.own) or held.row not in {m.row for m in quoted_in(asked)}:
            return ""
    return shown


def _in(mine: Sequence[str], some: Sequence[Token]) -> bool:
    wanted = [t.n for t in some]
    return any(mine[n : n + len(wanted)] == wanted for n in range(len(mine) - len(wanted) + 1))


def _found(asked: Asked, shown: str, other: Match, place: _Place) -> Found:
    start = asked.telling.text.casefold().find(shown.casefold())
    where = point(other, place.other[0].start, place.other[-1].end)
    said = f"another version of this sentence has «{where.text}» for «{shown}»"
    end = start + len(shown) if start >= 0 else len(asked.telling.text)
    return Found(DISPUTED, said, max(start, 0), end, (where,))
