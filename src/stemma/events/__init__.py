"""Events: what a sentence tells of, who does it to whom, of which type, and with what status.

`events` reads one sentence as the reader gives it: `mentions` (predicates; `doers`, `owners`: who does what
to whom, by the `tree`) → `features`, `types` (PLOVER's type by a log-linear model), `coded` (whether it has
any; `able`, `deedless` and `states`: what has none) → `parties` (who and whom, once the type is known;
`nominal`: of a noun; `untyped`: if there is none; `agents`: who can act; `referents`: whom a pronoun means)
→ `modes` (mode and CAMEO code), `contexts`, `places`, `status` (polarity, certainty, time and voices, by
rules; `clause`, `taken`, `above`, `complements`, `governed`, `voices` and `outcomes` are its). `given`
types what joins two parties that are known; `lexicon`, `idioms`, `turns`, `groups` and `words` have the
words. What is looked at and not coded keeps its reason."""

from collections.abc import Mapping
from typing import Any

from stemma.events.clause import Status
from stemma.events.coded import ALONE, SURE, typed
from stemma.events.contexts import contexts_of
from stemma.events.given import types_between
from stemma.events.lexicon import VERBS
from stemma.events.mentions import Mention, mentions
from stemma.events.modes import code_of, mode_of
from stemma.events.parties import sides_of
from stemma.events.places import place_of
from stemma.events.record import EventMention, Party
from stemma.events.seen import Seen, Sight, row_of_sight, sight, sight_of
from stemma.events.status import status_of
from stemma.events.tree import Span, Tree
from stemma.events.types import vector_of
from stemma.events.untyped import untyped
from stemma.model import ACCIDENT

# Types whose verb is one event with the clause that it governs.
GOVERN = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN"))


def events(text: str, reading: Mapping[str, Any], tree: Tree | None = None) -> list[EventMention]:
    """The mentions of a sentence in order. `reading`: its row of `stemma.reader.READINGS`; `tree`: made of
    these before."""
    tree = tree or Tree.of(text, reading)
    vector = vector_of(reading)
    found: dict[int, EventMention] = {}
    for one in sorted(mentions(tree), key=lambda one: len(list(tree.above(one.head)))):
        found[one.head] = _event(tree, one, vector, _governor(tree, one, found))
    return sorted(found.values(), key=lambda one: (one.start, one.end))


def tree_of(text: str, reading: Mapping[str, Any]) -> Tree:
    """What `events` and `sight` ask of a sentence, for both at once."""
    return Tree.of(text, reading)


def _governor(tree: Tree, mention: Mention, found: Mapping[int, EventMention]) -> str:
    """The predicate that tells of what is promised, refused, asked or threatened here as its own deed."""
    if mention.lent is not None or tree.rels[mention.head] != "xcomp":
        return ""
    above = found.get(tree.heads[mention.head])
    return above.text if above is not None and above.type in GOVERN else ""


def status(text: str, reading: Mapping[str, Any], start: int, end: int) -> Status:
    """The status of the predicate that stands in some characters of a sentence."""
    tree = Tree.of(text, reading)
    inside = tree.inside(start, end)
    return status_of(tree, tree.top(inside)) if inside else Status()


def _event(tree: Tree, mention: Mention, vector: Any, governor: str) -> EventMention:
    kind, why = typed(tree, mention, vector)
    if governor and (kind or {tree.lemmas[mention.head]} & VERBS.keys()):
        kind, why = None, f"not coded: it is what '{governor}' is about"
    # Of harm that nobody did those who suffer it are told in the same way.
    harm = kind or ("ASSAULT" if why.endswith(ACCIDENT) else None)
    sides = sides_of(tree, mention, harm) if harm else untyped(tree, mention)
    mode = mode_of(tree, mention, kind) if kind else None
    code = code_of(tree, mention, kind, mode) if kind else None
    found = status_of(tree, mention.lent if mention.lent is not None else mention.head)
    contexts = contexts_of(tree, mention, kind, code) if kind else ()
    place = place_of(tree, mention)
    start, end = tree.starts[mention.words[0]], tree.ends[mention.words[-1]]
    return EventMention(
        start, end, tree.text[start:end], " ".join(tree.lemmas[n] for n in mention.words), kind, mode,
        code, _parties(tree, sides.actors), _parties(tree, sides.recipients), found.polarity,
        found.certainty, found.time, found.sources, _how(mention, why, found), contexts,
        next(iter(_parties(tree, () if place is None else (place,))), None),
    )  # fmt: skip


def _parties(tree: Tree, spans: tuple[Span, ...]) -> tuple[Party, ...]:
    return tuple(
        Party(tree.starts[first], tree.ends[last - 1], tree.shown((first, last)))
        for first, last in spans
    )


def _how(mention: Mention, why: str, found: Status) -> str:
    rules = ", ".join(dict.fromkeys(found.how)) or "stated"
    return f"{mention.kind}; {why}; status: {rules}"


__all__ = [
    "ALONE", "SURE", "EventMention", "Party", "Seen", "Sight", "Status", "events", "row_of_sight", "sight",
    "sight_of", "status", "tree_of", "types_between",
]  # fmt: skip
