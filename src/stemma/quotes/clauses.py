"""What is reported, from end to end: pieces that the reader sees word by word, made whole by the sentence's
tree."""

from collections.abc import Mapping, Sequence
from typing import Any

Run = tuple[int, int]  # words: first, behind the last
_MARKS = ("PUNCT", "SYM")
_ROUNDS = 8  # what is taken in may take in more
_CLAUSES = ("acl", "advcl")
_ASIDES = ("acl", "advcl", "appos", "parataxis")


def whole(reading: Mapping[str, Any], pieces: Sequence[Run], others: Sequence[Run]) -> list[Run]:
    """The pieces with what hangs on their words beside them, gaps of marks closed, and without the head of
    a phrase that is cut off. `others`: words of the cue and the source, which are no part of it."""
    heads, tags, rels = reading["heads"], reading["upos"], reading["rels"]
    closed = {n for run in others for n in range(*run)}
    free = [n not in closed for n in range(len(heads))]
    made = _once(heads, tags, rels, pieces, free)
    for _ in range(_ROUNDS):
        again = _once(heads, tags, rels, made, free)
        if again == made:
            break
        made = again
    return made


def _once(
    heads: Sequence[int],
    tags: Sequence[str],
    rels: Sequence[str],
    pieces: Sequence[Run],
    free: Sequence[bool],
) -> list[Run]:
    kept = _bridged(heads, _joined(tags, pieces, free), free)
    made = [_grown(heads, tags, rels, run, free) for run in kept]
    made = [_trimmed(heads, tags, run) for run in _joined(tags, made, free)]
    return _connected(tags, [(a, b) for a, b in made if a < b], free)


def whole_phrase(reading: Mapping[str, Any], run: Run, others: Sequence[Run]) -> Run:
    """A source with what hangs on its words beside them, up to the cue and the content, and up to a clause
    about it that these are in: `gunmen` in `gunmen carrying out their threat to shoot`."""
    closed = {n for other in others for n in range(*other)}
    free = [n not in closed for n in range(len(reading["heads"]))]
    grown = _grown(reading["heads"], reading["upos"], reading["rels"], run, free)
    for n in range(run[1], grown[1]):
        clause = reading["upos"][n] == "VERB" and reading["rels"][n].split(":")[0] in _CLAUSES
        if clause and any(_hangs(reading["heads"], word, n, n + 1) for word in closed):
            return grown[0], n
    # What hangs on a word that was taken in last may stand on the other side.
    return run if grown == run else whole_phrase(reading, grown, others)


def _connected(tags: Sequence[str], pieces: Sequence[Run], free: Sequence[bool]) -> list[Run]:
    """The longest piece, and those that nothing but the cue, the source and marks part from it: what is
    reported is parted by who reports it, and else by nothing."""
    groups: list[list[Run]] = []
    for first, last in pieces:
        gap = range(groups[-1][-1][1], first) if groups else range(0)
        if groups and not any(free[n] and tags[n] not in _MARKS for n in gap):
            groups[-1].append((first, last))
        else:
            groups.append([(first, last)])
    return max(groups, key=lambda g: (sum(b - a for a, b in g), -g[0][0]), default=[])


def _joined(tags: Sequence[str], pieces: Sequence[Run], free: Sequence[bool]) -> list[Run]:
    found: list[Run] = []
    for first, last in sorted(pieces):
        gap = range(found[-1][1], first) if found else range(0)
        if found and all(free[n] and tags[n] in _MARKS for n in gap):
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found


def _bridged(heads: Sequence[int], pieces: Sequence[Run], free: Sequence[bool]) -> list[Run]:
    """The pieces, those joined that have a word between them on which words of both hang: a verb that was
    not seen between its subject and its object."""
    found: list[Run] = []
    for first, last in pieces:
        before = found[-1] if found else (0, 0)
        gap = range(before[1], first) if found else range(0)
        governs = any(
            n + 1 in heads[before[0] : before[1]] and n + 1 in heads[first:last] for n in gap
        )
        if governs and all(free[n] for n in gap):
            found[-1] = before[0], last
        else:
            found.append((first, last))
    return found


def _grown(
    heads: Sequence[int], tags: Sequence[str], rels: Sequence[str], run: Run, free: Sequence[bool]
) -> Run:
    """With the words on either side that hang on words of it; a mark only if more follows. Behind a comma
    the reporter may go on in his own words: what the reader did not see as content there is none."""
    first, last = run
    at = last
    while at < len(heads) and free[at]:
        if tags[at] not in _MARKS and not _hangs(heads, at, first, last):
            break
        if at and tags[at - 1] in _MARKS and _aside(heads, rels, at, first, last):
            break
        at += 1
        if tags[at - 1] not in _MARKS:
            last = at
    at = first
    while at and free[at - 1]:
        if tags[at - 1] in _MARKS or not _hangs(heads, at - 1, first, last):
            break
        at -= 1
        first = at
    return first, last


def _aside(heads: Sequence[int], rels: Sequence[str], word: int, first: int, last: int) -> bool:
    """Whether a word begins a clause or an apposition that hangs on one within."""
    while rels[word].split(":")[0] not in _ASIDES:
        word = heads[word] - 1
        if word < 0 or first <= word < last:
            return False
    return True


def _hangs(heads: Sequence[int], word: int, first: int, last: int) -> bool:
    """Whether a word hangs on one within, be it through others."""
    for _ in range(len(heads)):
        word = heads[word] - 1
        if word < 0:
            return False
        if first <= word < last:
            return True
    return False


def _trimmed(heads: Sequence[int], tags: Sequence[str], run: Run) -> Run:
    """Without words at the end that belong to what comes behind (`… in the`)."""
    first, last = run
    while last - first > 1 and tags[last - 1] in ("ADP", "DET", "CCONJ", "SCONJ", "PART"):
        head = heads[last - 1] - 1
        if first <= head < last:
            break
        last -= 1
    return first, last
