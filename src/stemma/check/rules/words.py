"""Words in quotation marks that the pile has otherwise, or not at all."""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

from stemma.check.found import Asked, Found, Match, point
from stemma.check.verdicts import PARTLY, WORDS
from stemma.text.countries import nations
from stemma.text.marks import quoted_spans
from stemma.text.tokens import words

_FEWEST = 3  # words in marks that are a quotation rather than a name or a term
_ALIKE = 0.6  # of the words, for others to be the same quotation in other words


class _Word(NamedTuple):
    """A word as quotations are compared: contractions in full, forms of one country's name as one."""

    n: str
    start: int
    end: int


_SHORT = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "n't": "not"}
_LONGEST = 4  # words of a country's name


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    tokens = words(text)
    at = 0
    while at < len(tokens):
        size, code = 1, ""
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            nation = nations().get(tuple(t.n for t in tokens[at : at + length]))
            if nation is not None and nation.how == "name" and tokens[at].t[:1].isupper():
                size, code = length, f"nation {nation.code}"
                break
        start, end = tokens[at].start, tokens[at + size - 1].end
        found += [_Word(n, start, end) for n in ([code] if code else _full(tokens[at].n))]
        at += size
    return found


def _full(word: str) -> list[str]:
    if word in ("cannot", "can't"):
        return ["can", "not"]
    for end, full in _SHORT.items():
        if word.endswith(end) and len(word) > len(end):
            return [word[: -len(end)], full]
    return [word]


class _Held(NamedTuple):
    """Where a quotation stands in the pile, as words of a sentence, and how much of it does."""

    share: float
    match: Match
    first: int
    last: int
    tokens: list[_Word]


def quotations(asked: Asked) -> Iterator[Found]:
    """Each stretch in marks is looked for in all that may tell the same, in marks there or not."""
    for start, end in quoted_spans(asked.telling.text):
        said = _words(asked.telling.text[start:end])
        if len(said) < _FEWEST:
            continue
        held = [_held([t.n for t in said], match) for match in asked.near]
        best = max(held, key=lambda one: one.share, default=None)
        if best is None or best.share < _ALIKE:
            yield Found(PARTLY, "the quotation was not found", start, end)
        elif best.share < 1:
            yield _differs(asked.telling.text, start, end, said, best)


def quoted_in(asked: Asked) -> list[Match]:
    """The sentences that have a quotation of the draft's sentence, or most of it."""
    found = []
    for start, end in quoted_spans(asked.telling.text):
        said = [word.n for word in _words(asked.telling.text[start:end])]
        if len(said) > _FEWEST:
            found += [m for m in asked.near if _held(said, m).share >= _ALIKE]
    return found


def _held(said: list[str], match: Match) -> _Held:
    tokens = _words(match.telling.text)
    shown = [t.n for t in tokens]
    blocks = [op for op in Indel.opcodes(said, shown) if op.tag == "equal"]
    if not blocks:
        return _Held(0.0, match, 0, 0, tokens)
    # What differs at either end stands beside what is equal.
    first = max(blocks[0].dest_start - blocks[0].src_start, 0)
    last = min(blocks[-1].dest_end + len(said) - blocks[-1].src_end, len(shown))
    equal = sum(op.src_end - op.src_start for op in blocks)
    if equal < len(said) <= _FEWEST:
        return _Held(0.0, match, 0, 0, tokens)
    return _Held(equal / max(len(said), last - first), match, first, last, tokens)


def _differs(text: str, start: int, end: int, said: list[_Word], held: _Held) -> Found:
    """The words that differ, shown; what was left out behind dots is no difference."""
    shown = [t.n for t in held.tokens[held.first : held.last]]
    changes = [op for op in Indel.opcodes([t.n for t in said], shown) if op.tag != "equal"]
    own = [text[start:end][said[op.src_start].start : said[op.src_end - 1].end]
           for op in changes if op.src_end > op.src_start]  # fmt: skip
    tokens = held.tokens[held.first : held.last]
    theirs = [held.match.telling.text[tokens[op.dest_start].start : tokens[op.dest_end - 1].end]
              for op in changes if op.dest_end > op.dest_start]  # fmt: skip
    where = point(held.match, tokens[0].start, tokens[-1].end)
    return Found(WORDS, _told(own, theirs, where.text), start, end, (where,))


def _told(own: list[str], theirs: list[str], whole: str) -> str:
    if len(own) + len(theirs) > 4:
        return f"the pile has «{whole}»"
    yours, other = " … ".join(own), " … ".join(theirs)
    if not yours:
        return f"the pile has «{other}» too, which you leave out"
    if not other:
        return f"you quote «{yours}», which the pile does not have"
    return f"you quote «{yours}», the pile has «{other}»"
