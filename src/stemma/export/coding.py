"""The numbers and codes by which PLOVER, POLECAT and GDELT sort events, and those of actors.

Types, quad codes, auxiliary modes and scores are those of PLOVER's manual (Open Event Data Alliance, CC BY-SA
4.0). Where it contradicts itself, what is taken stands here.
"""

from typing import NamedTuple

from stemma.export.happened import happened
from stemma.model import Actor, Event
from stemma.text.cameo import nearest


class Kind(NamedTuple):
    """A type's quad code, and its score of conflict (below 0) and cooperation."""

    quad: int
    score: float


# SANCTION: 4 as in its own section; a table of the manual has 3. ACCUSE: printed as 3, but all of its modes
# are below 0, so that a minus must be missing.
KINDS = {
    "AGREE": Kind(1, 2.5),
    "CONSULT": Kind(1, 2.5),
    "SUPPORT": Kind(1, 5.0),
    "CONCEDE": Kind(1, 4.5),
    "COOPERATE": Kind(2, 9.5),
    "AID": Kind(2, 10.0),
    "RETREAT": Kind(2, 6.5),
    "REQUEST": Kind(3, 0.0),
    "ACCUSE": Kind(3, -3.0),
    "REJECT": Kind(3, -2.0),
    "THREATEN": Kind(3, -3.5),
    "PROTEST": Kind(4, -5.0),
    "SANCTION": Kind(4, -6.0),
    "MOBILIZE": Kind(4, -5.5),
    "COERCE": Kind(4, -7.0),
    "ASSAULT": Kind(4, -9.0),
}
_OF_A_MODE = {("ASSAULT", "unconventional"): -10.0}
QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}

# What is not said to have happened, or by some and denied by others, never goes without one of these.
_AUXILIARY = {
    "planned": "future",
    "possible": "hypothetical",
    "asked for": "hypothetical",
    "not done": "negation",
    "disputed": "hypothetical",
}
# CAMEO's codes of roles for PLOVER's sectors: of these the two mean the same by different letters, or CAMEO
# has none.
_ROLES = {"JRN": "MED", "MED": "HLH", "PRM": "", "PTY": "", "REL": "", "SOC": ""}
_LAST_ROOTS = {5: 1, 8: 2, 13: 3, 20: 4}  # of CAMEO, for each quad class of GDELT


def score(event: Event) -> float | None:
    """How cooperative an event of its type is, from -10 to 10."""
    kind = KINDS.get(event.type or "")
    return _OF_A_MODE.get((event.type or "", event.mode or ""), kind.score) if kind else None


def quad(event: Event) -> int | None:
    """Its quad code in PLOVER."""
    kind = KINDS.get(event.type or "")
    return kind.quad if kind else None


def auxiliary(event: Event) -> str | None:
    """PLOVER's auxiliary mode; None for what happened."""
    if happened(event):
        return None
    return _AUXILIARY.get(event.status, "hypothetical")


def cameo(event: Event) -> str | None:
    """Its code of CAMEO, or else the most general one of its type."""
    return event.cameo or nearest(event.type or "", event.mode)


def quad_class(code: str) -> int:
    """GDELT's quad class, which goes by the root of a code of CAMEO."""
    return next(quad for last, quad in _LAST_ROOTS.items() if int(code[:2]) <= last)


def role(actor: Actor) -> str:
    """CAMEO's code for the sector of an actor, empty without one."""
    return _ROLES.get(actor.sector or "", actor.sector or "")
