"""Speech and attributions of one article, joined: which words in quotation marks are whose, over the ends of
sentences, and which are nobody's as the passage stands."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stemma.quotes.claims import Claim, Line, is_known
from stemma.quotes.places import Place, Places
from stemma.quotes.settled import ended, parted
from stemma.quotes.speech import Speech, may_be_said

SURE = 0.72  # probability from which on words are taken to report
SURE_OF_SPEECH = 0.25  # the same, of words in quotation marks
_MOST = 0.5  # of a speech's part in a sentence that is seen as content, for all of it to be
_MARKS = "\"\u201c\u201d\u201e'\u2018\u2019\u00ab\u00bb`"
# Who said it, behind a dash: `"We go." - Ann Holm`.
_BEHIND_DASH = re.compile(r"\s*(?P<dash>--|[-\u2013\u2014\u2015])\s*(?P<who>[^\W\d_][^\n]{1,80})")
_LONGEST_NAME = 8  # words


class Said(NamedTuple):
    """Content with who said it, as far as the passage tells. `kind`: direct, mixed or indirect; `alone`: no
    words of the passage report it."""

    claim: Claim
    kind: str
    alone: bool


class _Page:
    """An article while speech is given to claims. `goes_on`: numbers of the sentences that are known to
    stand behind the one before them in the original too."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        speeches: Sequence[Speech],
        goes_on: Iterable[int],
    ) -> None:
        self.text, self.lines, self.speeches = text, lines, speeches
        self.goes_on = frozenset(goes_on)
        self.claims: list[Claim] = []
        self.taken: set[Speech] = set()
        self.line_places = Places([(line.start, line.end) for line in lines])
        self.speech_places = Places([(one.start, one.end) for one in speeches])
        self.by_line: dict[int, list[int]] = {}
        self.by_end: dict[int, list[int]] = {}

    def number(self) -> None:
        """Puts the claims in order, to be looked up from here on."""
        self.claims.sort(key=lambda c: (c.cue or (0, 0), c.content))
        for number in range(len(self.claims)):
            self._note(number)

    def add(self, claim: Claim) -> None:
        """One more claim, behind the others."""
        self.claims.append(claim)
        self._note(len(self.claims) - 1)

    def give(self, number: int, one: Speech, why: str) -> None:
        """Gives a speech to a claim."""
        self.taken.add(one)
        claim = self.claims[number]
        content, more = claim.content, (one.start, one.end)
        behind = not content or content[-1][1] < one.start
        content = (*content, more) if behind else _merged([*content, more])
        how = claim.how if claim.how[-1:] == (why,) else (*claim.how, why)
        self.claims[number] = claim._replace(content=content, how=how)
        self._note_end(number)

    def line_at(self, at: int) -> int:
        """Number of the sentence that has a character."""
        return self.line_places.at(at) or 0

    def speeches_in(self, place: Place) -> list[Speech]:
        """The speeches that have a character of a place."""
        return [self.speeches[n] for n in self.speech_places.overlapping(place)]

    def marked_end(self, claim: Claim) -> int | None:
        """Where the last piece of content ends that begins with a mark."""
        return next((b for a, b in reversed(claim.content) if self.text[a] in _MARKS), None)

    def _note(self, number: int) -> None:
        self.by_line.setdefault(self.claims[number].line, []).append(number)
        self._note_end(number)

    def _note_end(self, number: int) -> None:
        end = self.marked_end(self.claims[number])
        if end is not None:
            self.by_end.setdefault(self.line_at(end - 1), []).append(number)


def joined(
    text: str,
    lines: Sequence[Line],
    claims: Sequence[Claim],
    speeches: Sequence[Speech],
    goes_on: Iterable[int] = (),
) -> list[Said]:
    """What is said in an article, in order; all places are those of `text`."""
    speeches = ended(text, speeches, [claim for claim in claims if claim.sure >= SURE])
    page = _Page(text, lines, speeches, goes_on)
    for claim in sorted(claims, key=lambda c: (-c.sure, c.cue or (0, 0))):
        _take(page, claim)
    page.claims[:] = parted(text, page.claims, speeches)
    page.number()
    for one in speeches:
        if one not in page.taken:
            _attach(page, one)
    rest = [s for s in speeches if s not in page.taken and _may_be_said(page, s)]
    found = [Said(c, _kind(page, c), False) for c in page.claims if c.content]
    found += [Said(_nobodys(page, s), "direct", True) for s in rest]
    return sorted(found, key=lambda said: (said.claim.content, said.claim.cue or (0, 0)))


def _nobodys(page: _Page, one: Speech) -> Claim:
    why = ("no words of its passage say who said it",)
    return Claim(page.line_at(one.start), None, None, ((one.start, one.end),), 0.0, why)


def _may_be_said(page: _Page, one: Speech) -> bool:
    place = one.first, one.last
    lines = (page.lines[n] for n in page.line_places.overlapping(place))
    tags = [line.reading["upos"][n] for line in lines for n in line.words(place)]
    return may_be_said(page.text, one, tags)


def _overlap(one: Place, other: Place) -> int:
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def _take(page: _Page, claim: Claim) -> None:
    """Keeps a claim with the whole of each speech that its content has most of. One that is hardly seen is
    kept for the sake of a speech that no other has; one without content, for one that may follow."""
    line, pieces = page.lines[claim.line], list(claim.content)
    fresh = []
    for one in page.speeches_in((line.start, line.end)):
        if claim.cue is not None and one.start <= claim.cue[0] < one.end:
            continue  # what is claimed within a speech is the speaker's, and takes nothing
        here = _overlap((one.start, one.end), (line.start, line.end))
        if here and sum(_overlap(p, (one.start, one.end)) for p in pieces) >= _MOST * here:
            pieces.append((one.start, one.end))
            fresh += [one] if one not in page.taken else []
    known = claim.cue is None or is_known(line, claim.cue)
    least = SURE_OF_SPEECH if fresh or not claim.content else SURE
    if claim.sure >= least and (known or (fresh and claim.sure >= SURE)):
        page.taken.update(fresh)
        page.claims.append(claim._replace(content=_merged(pieces)))


def _merged(pieces: Iterable[Place]) -> tuple[Place, ...]:
    found: list[Place] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def _attach(page: _Page, one: Speech) -> None:
    """Gives a speech that no claim's content has to the claim beside it that reports it, if one does."""
    at = page.line_at(one.start)
    chosen = _beside(page, one, at) or _goes_on(page, one, at)
    if chosen is not None:
        number, why = chosen
        page.give(number, one, why)
        return
    signed = _signed(page, one, at)
    if signed is not None:
        page.add(signed)
        page.taken.add(one)


def _beside(page: _Page, one: Speech, at: int) -> tuple[int, str] | None:
    """A claim without content in the speech's own sentence; before it, with a colon; or right behind it."""
    last = page.line_at(max(one.end - 1, one.start))
    for number in sorted(n for line in {at - 1, at, last + 1} for n in page.by_line.get(line, ())):
        claim = page.claims[number]
        if claim.content or claim.cue is None or one.start <= claim.cue[0] < one.end:
            continue
        if claim.line == at:
            return number, "it stands in the same sentence"
        leads = (
            page.text[claim.cue[1] : one.start].strip().endswith(":")
            or page.text[claim.cue[1] - 1 : one.start].strip() == ":"
        )
        if claim.line == at - 1 and leads:
            return number, "a colon leads to it"
        if claim.line == last + 1 and _starts_with(page, claim):
            return number, "the sentence behind it begins with who said it"
    return None


def _starts_with(page: _Page, claim: Claim) -> bool:
    line = page.lines[claim.line]
    first = min(place[0] for place in (claim.cue, claim.source) if place is not None)
    same = claim.line and page.lines[claim.line - 1].block == line.block
    return bool(same) and first - line.start <= 2


def _goes_on(page: _Page, one: Speech, at: int) -> tuple[int, str] | None:
    """The claim whose speech ends the sentence before, if this speech begins the next one."""
    if at not in page.goes_on or one.start - page.lines[at].start > 1:
        return None
    before = page.lines[at - 1]
    here = page.speeches_in((before.start, before.end))
    open_before = any(not s.closed and before.start < s.end <= before.end for s in here)
    if before.block != page.lines[at].block and not open_before:
        return None
    near = (*page.by_line.get(at - 1, ()), *page.by_end.get(at - 1, ()))
    for number in sorted(set(near), reverse=True):
        end = page.marked_end(page.claims[number])
        if end is None:
            continue
        if page.claims[number].line == at - 1 or before.start <= end - 1 < before.end:
            return number, "the same speech goes on in the next sentence"
    return None


def _signed(page: _Page, one: Speech, at: int) -> Claim | None:
    """Who signs a speech behind a dash."""
    found = _BEHIND_DASH.match(page.text, one.end)
    if found is None or not one.closed:
        return None
    start = found.start("who")
    number = page.line_at(start)
    line = page.lines[number]
    end = min(line.end, found.end())
    words = line.words((start, end))
    named = [n for n in words if line.reading["names"][n] != "O"]
    if not words or len(words) > _LONGEST_NAME or not named or named[0] > words[0] + 1:
        return None
    while words[-1] > named[-1] and line.reading["upos"][words[-1]] == "PUNCT":
        words = words[:-1]
    place = line.starts[words[0]], line.ends[words[-1]]
    cue = found.start("dash"), found.end("dash")
    return Claim(at, cue, place, ((one.start, one.end),), 1.0, ("who said it is signed behind it",))


def _kind(page: _Page, claim: Claim) -> str:
    """direct: all words are quoted; indirect: none; else mixed."""
    total = inside = 0
    for piece in claim.content:
        speeches = page.speeches_in(piece)
        ends = Places([(s.first, s.last) for s in speeches])
        for line in (page.lines[n] for n in page.line_places.overlapping(piece)):
            spoken = [n for n in line.words(piece) if line.reading["upos"][n] != "PUNCT"]
            total += len(spoken)
            inside += sum(ends.at(line.starts[n]) is not None for n in spoken)
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"
