"""Where one deed was done, as its reports have it: places that differ, and of which none is known to lie in
the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from stemma.account.facing import are_copies, are_done_to_one, of_the_same
from stemma.account.sides import MOST, UNORDERED, Difference, Side, Slots
from stemma.account.slots import DONE, status_of
from stemma.model import Event, Mention
from stemma.text.countries import compared, nations

# Words of what holds other places, or is not one place.
_WIDE = re.compile(
    r"\b(?:district|province|region|state|county|country|republic|north|south|east|west|northern|southern"
    r"|eastern|western|central|sea|ocean|gulf|coast|island|islands|border|frontier|area|zone|valley|territory"
    r"|river|road|highway|street|square|front|university|court|parliament|ministry|hospital|prison|airport"
    r"|station|port|capital|suburb|outskirts|city)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:[A-Z][\w’'.-]+)(?: (?:[A-Z][\w’'.-]+|of|the|de|la|el|al))*$")
_BEFORE = re.compile(r"\b(in|near|at|outside)\W+$", re.IGNORECASE)


def in_other_places(
    event: Event, mentions: Sequence[Mention], slots: Slots
) -> Iterator[Difference]:
    """The places that the reports of one event name behind the same word (`in`, `near`), two by two."""
    by_place: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in mentions:
        where = _where(one, slots)
        if where and status_of(one) == DONE:
            by_place[where].append(one)
    places = sorted(by_place)
    if len({name for _, name in places}) > MOST:
        return
    for a, b in combinations(places, 2):
        if a[0] != b[0] or a[1] == b[1] or _may_be_one(a[1], b[1], event, slots):
            continue
        pairs = [
            (one, other) for one in by_place[a] for other in by_place[b]
            if not are_copies(one, other, slots.families) and _of_one(one, other)
        ]  # fmt: skip
        if pairs:
            ours, theirs = [one for one, _ in pairs], [other for _, other in pairs]
            yield _difference(event, " ".join(a), " ".join(b), ours, theirs)


def also_elsewhere(
    event: Event, pairs: Sequence[tuple[Mention, Mention]], slots: Slots
) -> Iterator[Difference]:
    """The same of pairs of mentions that are known to be of one deed."""
    found: dict[tuple[str, str], list[tuple[Mention, Mention]]] = defaultdict(list)
    for one, other in pairs:
        a, b = _where(one, slots), _where(other, slots)
        if a and b and a[0] == b[0] and a[1] != b[1] and not _may_be_one(a[1], b[1], event, slots):
            found[" ".join(a), " ".join(b)].append((one, other))
    for (left, right), held in sorted(found.items())[:1]:
        yield _difference(
            event, left, right, [one for one, _ in held], [other for _, other in held]
        )


def _difference(
    event: Event, a: str, b: str, ours: Sequence[Mention], theirs: Sequence[Mention]
) -> Difference:
    return Difference(
        event.story_id, "place", event.predicate, event.id, _side(a, ours), _side(b, theirs), UNORDERED,
        "sentences that tell of one event name different places; the one may lie by the other",
    )  # fmt: skip


def _of_one(one: Mention, other: Mention) -> bool:
    return (
        one.first == other.first
        and one.last == other.last
        and (of_the_same(one, other) or are_done_to_one(one, other))
    )


def _where(one: Mention, slots: Slots) -> tuple[str, str] | None:
    """The word before a mention's place and its name, if it is one narrow place."""
    sentence = slots.grounds.sentences.get(one.sentence_id)
    name = one.place or ""
    if (
        sentence is None
        or not _NAME.match(name)
        or _WIDE.search(name)
        or nations().get(compared(name))
    ):
        return None
    found = re.search(rf"\b{re.escape(name)}\b", sentence.text)
    before = _BEFORE.search(sentence.text[: found.start()]) if found else None
    return (before[1].casefold(), name) if before else None


def _may_be_one(a: str, b: str, event: Event, slots: Slots) -> bool:
    """Whether a name is part of the other, or a sentence of the story has both, which then tells how they
    lie to each other."""
    if set(a.casefold().split()) & set(b.casefold().split()):
        return True
    pages = {m.article_id for m in slots.mentions.get(event.id, ())}
    return any(
        a in one.text and b in one.text
        for page in sorted(pages) for one in slots.grounds.in_article(page)
    )  # fmt: skip


def _side(value: str, mentions: Sequence[Mention]) -> Side:
    return Side(
        value, tuple(sorted({m.id for m in mentions})),
        tuple(sorted({m.sentence_id for m in mentions})),
    )  # fmt: skip
