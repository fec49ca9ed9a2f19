"""What a figure is of, so that two figures of one thing are compared and no others."""

from typing import NamedTuple

from stemma.model import Figure
from stemma.text.people import PEOPLE

_OUTCOMES = {
    word: name
    for name, words in {
        "dead": "die kill dead death fatality murder slay massacre slaughter drown perish execute "
        "assassinate gas toll body corpse killing victim",
        "injured": "injure wound hurt injury wounded injured casualty hospitalise hospitalize",
        "missing": "miss missing disappear unaccounted",
        "arrested": "arrest apprehend nab detain detention seize jail imprison hold",
        "evacuated": "evacuate evacuation displace flee evacuee",
        "rescued": "rescue save pull free",
    }.items()
    for word in words.split()
}
# Who is on a ship or a plane, and who comes to a march, whichever way it is told of people.
_ABOARD = frozenset(("aboard", "on board", "carry"))
_GATHERED = frozenset("march demonstrate protest rally gather attend".split())
# So much of a thing lies in a place, whichever way it is told.
_HELD = frozenset("hold contain store stock keep house lie be".split())
# What `claims` them dies; whoever else claims something only says it.
_CLAIMED = frozenset(("life", "victim"))
# Words for people that say no more than that they are some.
_ANYBODY = frozenset("people person man human life other victim soul individual one".split())
# Who is taken away from a protest, by the words of either side.
_MARCHING = frozenset(
    "demonstrator protester protestor marcher activist rioter hooligan troublemaker striker picket dissident "
    "supporter participant agitator".split()
)
ABOARD = "aboard"
_COMPARED = ("count", "money", "share", "vote", "measure", "duration")


class About(NamedTuple):
    """`of`: what is counted and what became of it; `scope`: whom or what exactly, empty for people at
    large."""

    kind: str
    of: str
    unit: str
    scope: str


def outcome_of(figure: Figure) -> str:
    """What became of those whom a figure counts; empty where none of the outcomes did."""
    found = about(figure)
    return found.of if found and found.of in _OUTCOMES.values() else ""


def about(figure: Figure) -> About | None:
    """What a figure is of; None where it counts nothing, or its sentence does not say what."""
    if figure.kind not in _COMPARED or (figure.low is None and figure.high is None):
        return None
    what, done = figure.what or "", figure.predicate or ""
    outcome = _OUTCOMES.get(done.split(" ")[0]) or _OUTCOMES.get(what)
    if done == "claim" and what in _CLAIMED:
        outcome = "dead"
    if not what and not outcome:
        return None
    if outcome and figure.kind == "count":
        if outcome == "arrested" and what in _MARCHING:
            return About(figure.kind, outcome, "", "")
        if not what or what in _ANYBODY or what in _OUTCOMES:
            return About(figure.kind, outcome, "", "")
        if what in PEOPLE:
            return About(figure.kind, outcome, "", what)
        return About(figure.kind, f"{what}, {done}", "", "")
    if not done:
        return None
    if figure.kind == "count" and (what in _ANYBODY or what in PEOPLE):
        whom = "" if what in _ANYBODY else what
        if done in _ABOARD:
            return About(figure.kind, ABOARD, "", whom)
        if done in _GATHERED:
            return About(figure.kind, "people, march", "/", whom)
        what = "people" if what in _ANYBODY else what
    if figure.kind == "measure" and what and done in _HELD:
        done = "held"
    return About(figure.kind, f"{what}, {done}", f"{figure.unit or ''}/{figure.per or ''}", "")
