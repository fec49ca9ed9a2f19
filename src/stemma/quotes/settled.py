"""Two things that marks alone leave open: where speech ends whose closing mark is missing, and which of two
claims side by side has a speech that the reader gives to both."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from stemma.quotes.claims import Claim
from stemma.quotes.places import Place, Places
from stemma.quotes.speech import Speech
from stemma.text.tokens import words


def ended(text: str, speeches: Sequence[Speech], claims: Iterable[Claim]) -> list[Speech]:
    """The speeches; one that is never closed ends before the words that say who said it, if these stand
    behind what they report. In the paragraphs of a longer speech, only the last of which is closed, they may
    be its own words, and nothing is cut."""
    behind = sorted(
        (claim for claim in claims if claim.cue and claim.content and _begins(claim) > 0),
        key=lambda claim: claim.content[0][0],
    )
    starts = [claim.content[0][0] for claim in behind]
    made = []
    for number, one in enumerate(speeches):
        after = speeches[number + 1].start if number + 1 < len(speeches) else len(text)
        if not one.closed and (after == len(text) or text[one.end : after].strip()):
            ends = [
                claim.content[-1][1]
                for claim in behind[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
                if _begins(claim) < one.end
            ]
            end = min([one.end, *ends])
            one = one._replace(end=end, last=end)
        made.append(one)
    return made


def _begins(claim: Claim) -> int:
    """Where the words that report begin, if all that is reported stands before them, else 0."""
    said = [place for place in (claim.cue, claim.source) if place is not None]
    first = min(start for start, _ in said)
    return first if claim.content[-1][1] <= first else 0


def parted(text: str, claims: Sequence[Claim], speeches: Iterable[Speech]) -> list[Claim]:
    """The claims; a speech that several have goes to that whose cue or source is nearest, unless one reports
    the other."""
    made = list(claims)
    pieces = sorted((piece, n) for n, claim in enumerate(made) for piece in claim.content)
    held = Places([piece for piece, _ in pieces])
    for one in speeches:
        place = one.start, one.end
        near = (pieces[number] for number in held.overlapping(place))
        holders = sorted({n for piece, n in near if _within(place, piece)})
        if len(holders) < 2:
            continue
        nearest = min(holders, key=lambda n: _distance(made[n], place))
        for n in holders:
            if n != nearest and not _reports(made[n], made[nearest]):
                made[n] = made[n]._replace(content=tuple(_without(text, made[n].content, place)))
    return made


def _within(one: Place, other: Place) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _reports(one: Claim, other: Claim) -> bool:
    """Whether either of two claims is part of what the other reports."""
    return any(
        a.cue is not None and any(_within(a.cue, piece) for piece in b.content)
        for a, b in ((one, other), (other, one))
    )


def _distance(claim: Claim, place: Place) -> int:
    said = [span for span in (claim.cue, claim.source) if span is not None]
    return min((max(a - place[1], place[0] - b, 0) for a, b in said), default=0)


def _without(text: str, content: Iterable[Place], place: Place) -> Iterator[Place]:
    """Content but for a speech that is not its own."""
    for piece in content:
        if not _within(place, piece):
            yield piece
            continue
        for start, end in ((piece[0], place[0]), (place[1], piece[1])):
            rest = text[start:end]
            if len(words(rest)) > 1:  # not a mere `and`
                yield start + len(rest) - len(rest.lstrip()), end - len(rest) + len(rest.rstrip())
