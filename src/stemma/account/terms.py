"""Terms of prison: how long somebody must serve, which tellings of one verdict may have otherwise."""

import re
from collections.abc import Iterable

from stemma.account.outcomes import About
from stemma.model import Actor, Figure, Sentence

_IMPOSED = frozenset("sentence jail imprison condemn".split())
# Words that tell of prison only where it is named beside them.
_SENT = frozenset("send go get receive give serve".split())
_PRISON = re.compile(r"\b(?:prison|jail|bars|custody|penitentiary|imprisonment)\b", re.IGNORECASE)
# What is asked for, feared or foretold is no sentence.
_OPEN = re.compile(
    r"\b(?:if|could|may|might|would|will|can|ask\w*|demand\w*|want\w*|seek\w*|sought|faces?|facing|request\w*"
    r"|recommend\w*|unless|whether|suspended|already|served)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_UNITS = frozenset(("year", "month"))


def term_of(figure: Figure, sentence: Sentence | None, people: Iterable[Actor]) -> About | None:
    """Whose term of prison a figure is; None if it is none, or whose is not told in its sentence. `people`:
    actors. Who is named last before it has to serve it."""
    done = (figure.predicate or "").split(" ")[0]
    if sentence is None or figure.kind != "duration" or figure.unit not in _UNITS:
        return None
    if done not in _IMPOSED and not (done in _SENT and _PRISON.search(sentence.text)):
        return None
    before = sentence.text[: figure.start - sentence.start]
    if _OPEN.search(before):
        return None
    person = _named_last(before, [one for one in people if one.story_id == figure.story_id])
    return About(figure.kind, f"prison term of {person}", figure.unit or "", "") if person else None


def _named_last(text: str, people: Iterable[Actor]) -> str:
    """The person whose surname comes last in a text; of several with that name who is named in full there,
    else who is told of most."""
    bearers: dict[str, list[Actor]] = {}
    for one in people:
        if one.kind == "person" and (words := _WORD.findall(one.name)):
            bearers.setdefault(words[-1], []).append(one)
    named = [word for word in _WORD.findall(text) if word in bearers]
    if not named:
        return ""
    found = bearers[named[-1]]
    return max(found, key=lambda one: (one.name in text, one.carriers, one.name)).name
