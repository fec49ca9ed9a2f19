"""The normal form of a text, with the way back to the original's offsets.

Folds what carries no meaning of its own (curly quotes, kinds of dashes and spaces, ligatures,
invisible characters), so that the rest of stemma needs one pattern for each thing.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂「」『』", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys(
            "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "
        ),
    }
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# A base letter with what combines with it is one unit: "é" may be one code point or two.
_UNIT = re.compile(rf"[{_INVISIBLE}]+|[^\W\d_](?:[{_INVISIBLE}]*[\u0300-\u036f])+|[^\x00-\u024f]")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in normal form. `pieces` holds (normal start, original start, normal length,
    original length); inside a piece of equal lengths characters stand one for one."""

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]

    @property
    def same_offsets(self) -> bool:
        """Whether every character stands for one of the original, at its place."""
        return len(self.pieces) == 1 and self.pieces[0][1:3] == (0, self.pieces[0][3])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's offsets of a span of the normal form; of half a unit, the whole unit."""
        return self._original(start, last=False), self._original(end, last=True)

    def _original(self, offset: int, *, last: bool) -> int:
        at = offset - 1 if last and offset else offset
        piece = self.pieces[max(bisect_right(self.pieces, at, key=lambda p: p[0]) - 1, 0)]
        n_start, o_start, n_length, o_length = piece
        if n_length == o_length:
            return o_start + (offset - n_start)
        return o_start + (o_length if last else 0)


def normalise(text: str) -> Normal:
    """Fold `text`. The normal form of a normal form is itself."""
    folded = text.translate(_ONE_TO_ONE)
    if folded.isascii() or (unicodedata.is_normalized("NFKC", folded) and not _odd(folded)):
        return Normal(folded, ((0, 0, len(folded), len(folded)),))
    return _rebuild(folded)


def _odd(folded: str) -> bool:
    return any(_unit(m.group()) != m.group() for m in _UNIT.finditer(folded))


def _unit(unit: str) -> str:
    unit = re.sub(f"[{_INVISIBLE}]", "", unit)
    # NFKC may itself yield a dash or a quotation mark that folds further.
    return unicodedata.normalize("NFKC", unit).translate(_ONE_TO_ONE)


def _rebuild(folded: str) -> Normal:
    out: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    done = length = 0

    def add(piece: str, original: int) -> None:
        nonlocal length
        if piece or original:
            pieces.append((length, done, len(piece), original))
            out.append(piece)
            length += len(piece)

    for match in _UNIT.finditer(folded):
        unit = _unit(match.group())
        if unit == match.group():
            continue
        add(folded[done : match.start()], match.start() - done)
        done = match.start()
        add(unit, len(match.group()))
        done = match.end()
    add(folded[done:], len(folded) - done)
    # Empty pieces (invisible characters) would hide the piece that starts at the same offset.
    kept = tuple(p for p in pieces if p[2]) or ((0, 0, 0, 0),)
    return Normal("".join(out), kept)
