"""Events: what a sentence tells of, who does it to whom, of which type, and with what status.

`events` reads one sentence as the reader gives it: `mentions` (predicates and who does what to whom, by the
`tree`) → `features`, `types` (PLOVER's type by a log-linear model) → `modes` (mode and CAMEO code),
`contexts`, `places`, `status` (polarity, certainty, time and voices, by rules; `clause`, `voices` and
`outcomes` are its). `given` types what joins two parties that are known; `lexicon`, `groups` and `words` have
the words. What is looked at and not coded is kept with the reason.
"""

from collections.abc import Mapping
from typing import Any

from stemma.events.clause import Status
from stemma.events.contexts import contexts_of
from stemma.events.features import features
from stemma.events.given import types_between
from stemma.events.lexicon import EMPTY, NOUNS, VERBS
from stemma.events.mentions import NOUN, VERB, Mention, is_nominal, mentions
from stemma.events.modes import code_of, mode_of
from stemma.events.places import place_of
from stemma.events.record import EventMention, Party
from stemma.events.seen import Seen, Sight, row_of_sight, sight, sight_of
from stemma.events.status import status_of
from stemma.events.tree import Span, Tree
from stemma.events.types import NONE, shipped, vector_of
from stemma.events.words import DENIES

SURE = 0.3  # share of a type below which a mention is not coded
# Types whose verb is one event with the clause that it governs.
GOVERN = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN"))
UNLISTED = 0.85  # the same for a verb that is in no list: running text has very many of them
AGAINST = 0.9  # share from which the model decides against the type of a noun
ALONE = 0.55  # the same where neither who nor whom is known


def events(text: str, reading: Mapping[str, Any]) -> list[EventMention]:
    """The mentions of a sentence in order. `reading`: its row of `stemma.reader.READINGS`."""
    tree = Tree.of(text, reading)
    vector = vector_of(reading)
    found: dict[int, EventMention] = {}
    for one in sorted(mentions(tree), key=lambda one: len(list(tree.above(one.head)))):
        found[one.head] = _event(tree, one, vector, _governor(tree, one, found))
    return sorted(found.values(), key=lambda one: (one.start, one.end))


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
    kind, why = _typed(tree, mention, vector)
    if governor and kind:
        kind, why = None, f"not coded: it is what '{governor}' is about"
    mode = mode_of(tree, mention, kind) if kind else None
    code = code_of(tree, mention, kind, mode) if kind else None
    found = status_of(tree, mention.lent if mention.lent is not None else mention.head)
    contexts = contexts_of(tree, mention, kind, code) if kind else ()
    place = place_of(tree, mention)
    start, end = tree.starts[mention.words[0]], tree.ends[mention.words[-1]]
    return EventMention(
        start, end, tree.text[start:end], " ".join(tree.lemmas[n] for n in mention.words), kind, mode,
        code, _parties(tree, mention.actors), _parties(tree, mention.recipients), found.polarity,
        found.certainty, found.time, found.sources, _how(mention, why, found), contexts,
        next(iter(_parties(tree, () if place is None else (place,))), None),
    )  # fmt: skip


def _typed(tree: Tree, mention: Mention, vector: Any) -> tuple[str | None, str]:
    """The type, or none, and why."""
    if mention.unknown:
        return None, f"not coded: {mention.unknown}"
    why = _no_deed(tree, mention)
    if why:
        return None, f"not coded: {why}"
    who = [n for span in mention.actors for n in range(*span)]
    whom = [n for span in mention.recipients for n in range(*span)]
    shares = shipped().shares(features(tree, mention, who, whom), vector)
    kind = max(shares, key=lambda name: shares[name])
    said = f"{kind} {shares[kind]:.2f}"
    own = NOUNS.get(tree.lemmas[mention.head]) if mention.kind == NOUN else None
    if own and kind != own and shares[kind] < AGAINST:
        return own, f"type by its noun: {own}; by the model {said}"
    if kind == NONE:
        return None, f"not coded: nothing that PLOVER has a type for ({said})"
    least = SURE if mention.actors or mention.recipients else ALONE
    if mention.kind == VERB and not _is_listed(tree, mention):
        least = UNLISTED
    if shares[kind] < least:
        return None, f"not coded: no type is likely enough ({said})"
    return kind, f"type by the model: {said}"


def _is_listed(tree: Tree, mention: Mention) -> bool:
    """Whether the lists class a verb, be it with its particle or without."""
    lemmas = [tree.lemmas[n] for n in mention.words]
    return bool({lemmas[0], " ".join(lemmas), tree.lemmas[mention.head]} & VERBS.keys())


def _no_deed(tree: Tree, mention: Mention) -> str:
    """Why a verb is no deed of its own; empty if it may be one."""
    head = mention.head
    if mention.kind != VERB:
        return ""
    if tree.lemmas[head] in EMPTY:
        return "a verb that tells of no deed of its own"
    if tree.lemmas[head] in DENIES and tree.below(head, "ccomp"):
        return "a denial, of what has its own row"
    if tree.lemmas[head] not in VERBS and any(is_nominal(tree, k) for k in tree.below(head, "obj")):
        return "its object tells of the deed"
    return ""


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
    "sight_of", "status", "types_between",
]  # fmt: skip
