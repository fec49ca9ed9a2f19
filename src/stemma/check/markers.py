"""The words by which a sentence denies, doubts or looks ahead, and how far they reach: by the words alone,
beside what the tree tells of each deed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stemma.check.terms import terms
from stemma.text.tokens import words

DENIES, DOUBTS, AHEAD, ENDED = "denied", "possible", "planned or expected", "ended"
CLAIMED = "claimed"
_REACH = 5  # words with a meaning that a marker reaches over, at most
_CLASSES = {
    DENIES: (
        "not no never nobody nothing none neither nor n't cannot without deny denies denied denying "
        "denial reject rejects rejected rejecting refuse refuses refused refusing refute refutes refuted "
        "refuting decline declines declined fail fails failed failing unable false hardly dispute "
        "disputes disputed disputing instead rather"
    ),
    DOUBTS: (
        "may might could perhaps possibly possible possibility maybe alleged allegedly whether if unless "
        "unclear doubtful doubt doubts doubted consider considers considered considering suspect suspects "
        "suspected hint hints hinted threaten threatens threatened would uncertain potential "
        "potentially"
    ),
    AHEAD: (
        "will would shall plan plans planned planning intend intends intended expect expects expected due "
        "should ought scheduled promise promises promised promising pledge pledges pledged vow vows vowed "
        "hope hopes hoped want wants wanted wish wishes wished ask asks asked ordered order orders demand "
        "demands demanded request requests requested propose proposes proposed apply applies applied seek "
        "seeks sought next tomorrow soon ahead going"
    ),
    CLAIMED: (
        "allegation allegations claim claims claimed accuse accuses accused accusing accusation accusations "
        "allege alleges suspicion suspicions"
    ),
    ENDED: (
        "finish finishes finished complete completes completed end ends ended conclude concludes "
        "concluded cease ceases ceased"
    ),
}
_KIND = {word: kind for kind, some in _CLASSES.items() for word in some.split()}
_MORE = {"would": (DOUBTS, AHEAD), "unless": (DOUBTS, DENIES)}
_IS_TO = re.compile(r"\b(?:is|are|was|were) (?:\w+ )?to (?:be )?\w+", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:not|n't|cannot|refused to) (?:rule|exclude)\w*(?: out)?\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\bnot (?:want(?:ing)? |authori[sz]ed )?to (?:be |speak)(?:named|identified|quoted)?\w*",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"(?:den[iy]|reject|refus|refut|declin|disput|fail)", re.IGNORECASE)
_ENDS = re.compile(r"[,;:.!?–—]| but | while | although | though | because | who | which ")


class Marker(NamedTuple):
    """A word that denies, doubts or looks ahead, the first word behind it, and all that it reaches over;
    `verb`: a verb that denies."""

    kind: str
    start: int
    end: int
    first: str
    over: frozenset[str]
    verb: bool = False


def markers(text: str) -> list[Marker]:
    """The markers of a sentence, in order."""
    found = sorted(_found(text), key=lambda one: one[1:])
    return [
        Marker(kind, start, end, *_reach(text, end), verb=bool(_REFUSES.match(text, start)))
        for kind, start, end in found
    ]


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    left_open = [match.span() for match in _OPEN.finditer(text)]
    yield from ((DOUBTS, start, end) for start, end in left_open)
    left_open += [match.span() for match in _UNNAMED.finditer(text)]
    for token in words(text):
        month = token.t == "May" and token.start > 0
        if month or any(start <= token.start < end for start, end in left_open):
            continue
        if token.n.endswith("n't") and len(token.n) > 3:
            yield DENIES, token.start, token.end
        for kind in _MORE.get(token.n, (_KIND[token.n],) if token.n in _KIND else ()):
            yield kind, token.start, token.end
    for match in _IS_TO.finditer(text):
        yield AHEAD, match.start(), match.end()


def _reach(text: str, at: int) -> tuple[str, frozenset[str]]:
    """The words behind a marker up to the end of its clause."""
    stop = _ENDS.search(text, at)
    found = [term.key for term in terms(text[at : stop.start() if stop else len(text)])[:_REACH]]
    return (found[0] if found else ""), frozenset(found)
