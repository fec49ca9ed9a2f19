"""Who says what in a sentence, decoded: which words report, and for each such cue whose words, and which."""

from collections.abc import Iterator, Sequence
from math import inf

import numpy as np

from stemma.model.told import Told

CUES = ("O", "B", "I")
PARTS = ("none", "source", "content")
_CUE = -2.0  # log-odds from which on a word may begin a cue; how sure it is, is told
# What it costs to begin a stretch of each part, in log-odds, so that few are begun.
_SOURCE, _CONTENT = 1.0, 4.0


def told_of(cues: np.ndarray, parts: np.ndarray) -> list[Told]:
    """The attributions of a sentence by the scores of its words: `cues` (word, `CUES`), `parts` (cue's first
    word, word, `PARTS`)."""
    found = []
    chances = _log_softmax(cues.astype(np.float64))
    for first, last in _cues(chances):
        scores = _log_softmax(parts[first].astype(np.float64))
        scores[first:last, 1:] = -np.inf
        labels = _labels(scores - scores[:, :1])
        source, content = list(_runs(labels, 1)), tuple(_runs(labels, 2))
        gain = scores[:, 1] - scores[:, 0]
        best = max(source, key=lambda run: (gain[slice(*run)].sum(), -run[0]), default=None)
        sure = round(float(np.exp(chances[first, 1])), 3)
        found.append(Told((first, last), best, content, sure))
    return found


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    raised = scores - scores.max(axis=-1, keepdims=True)
    made: np.ndarray = raised - np.log(np.exp(raised).sum(axis=-1, keepdims=True))
    return made


def _cues(chances: np.ndarray) -> Iterator[tuple[int, int]]:
    """First word, and behind the last, of each cue. Its later words need not stand beside one another (`has,
    he says, denied` is rare); what is between them is no part of what is reported."""
    begins = chances[:, 1] - np.logaddexp(chances[:, 0], chances[:, 2]) > _CUE
    at = 0
    while at < len(chances):
        if not begins[at]:
            at += 1
            continue
        end = at + 1
        while end < len(chances) and not begins[end] and chances[end, 2] > chances[end, 0]:
            end += 1
        yield at, end
        at = end


def _labels(scores: np.ndarray) -> list[int]:
    """The best row of labels; `scores` (word, label) beside those of no part. In plain numbers, for these
    are too few for arrays to pay."""
    none, source, content, back = 0.0, -inf, -inf, []
    for row in scores.tolist():
        # From any label to itself for nothing, to another part at a cost.
        ways = (
            _best(none, source, content),
            _best(none - _SOURCE, source, content - _SOURCE),
            _best(none - _CONTENT, source - _CONTENT, content),
        )
        back.append([before for _, before in ways])
        none, source, content = (best + own for (best, _), own in zip(ways, row, strict=True))
    at = _best(none, source, content)[1]
    labels = []
    for before in reversed(back):
        labels.append(at)
        at = before[at]
    return labels[::-1]


def _best(none: float, source: float, content: float) -> tuple[float, int]:
    """The best of three and its label, of equals the first."""
    if none >= source and none >= content:
        return none, 0
    return (source, 1) if source >= content else (content, 2)


def _runs(labels: Sequence[int], wanted: int) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for n, label in enumerate([*labels, -1]):
        if label == wanted and start is None:
            start = n
        elif label != wanted and start is not None:
            yield start, n
            start = None
