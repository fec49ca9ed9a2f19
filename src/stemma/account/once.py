"""Two events of a story that can't both be so: a deed that is done once, told of two days, and the opposite
ends of one matter (`approved the decree`, `rejected the decree`)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from stemma.account.facing import are_copies, tell_of_one
from stemma.account.parties import main_word
from stemma.account.sides import CONFLICTING, UNORDERED, Difference, Side, Slots
from stemma.account.slots import DONE, PLANNED, status_of
from stemma.account.spots import also_elsewhere
from stemma.model import Event, Mention
from stemma.text.opposites import OPPOSITES

# Deeds that are done once to one thing, or by it; words of one line tell the same.
_ONCE = {
    word: line.split()[0]
    for line in (
        "arrest apprehend detain", "resign quit", "sack dismiss oust fire", "approve adopt ratify",
        "reject veto", "sign initial", "sink capsize founder", "crash", "collapse", "derail", "explode",
        "burst breach", "die", "assassinate murder", "elect", "appoint", "inaugurate", "bury", "marry",
        "extradite", "free", "convict", "acquit", "sentence", "dissolve", "reopen open", "resume", "close",
        "abdicate", "repeal", "annul", "hijack", "kidnap abduct",
    )
    for word in line.split()
}  # fmt: skip
# Of them, those to which nothing is done to anybody: whom the reader sees there is where it was.
_BY_ITSELF = frozenset(
    "crash sink capsize founder collapse derail explode burst die resign quit abdicate".split()
)
_FAR = 6  # days between two tellings from which they may well be of two deeds
_MANY = 24  # events of one word in a story; of more nobody can say which are one
_ANOTHER = re.compile(
    r"\b(?:again|another|second|third|latest|previous|earlier|last|new)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:an?|the|his|her|its|their)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|his|her|its|their)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|several|many|more|dozens?|scores|hundreds"
    r"|thousands|people|men|women|both|all)\b",
    re.IGNORECASE,
)


def that_exclude_each_other(slots: Slots) -> Iterator[Difference]:
    """A difference for each two such events, of those whose words have the same or opposite meanings."""
    by_word: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in slots.events:
        word = event.predicate.split(" ")[0]
        if event.story_id and (word in _ONCE or word in OPPOSITES):
            by_word[event.story_id, _ONCE.get(word, word)].append(event)
    few = {
        key: sorted(held, key=lambda e: e.id) for key, held in by_word.items() if len(held) <= _MANY
    }
    for (_, word), held in sorted(few.items()):
        for one, other in combinations(held, 2):
            yield from _on_two_days(one, other, slots)
        yield from _opposites(held, few, word, slots)


def _opposites(
    held: Sequence[Event],
    by_word: Mapping[tuple[str, str], Sequence[Event]],
    word: str,
    slots: Slots,
) -> Iterator[Difference]:
    """Of reports that are one event, and of two events."""
    for one in held:
        yield from _opposite(one, one, slots)
        for opposite in sorted(OPPOSITES.get(word, ())):
            for other in by_word.get((one.story_id or "", opposite), ()) if word < opposite else ():
                yield from _opposite(one, other, slots)


def _on_two_days(one: Event, other: Event, slots: Slots) -> Iterator[Difference]:
    if one.predicate.split(" ")[0] not in _ONCE or _on_one_page(one, other, slots):
        return
    pairs = [
        (a, b) for a in _dated(one, slots) for b in _dated(other, slots)
        if a.first != b.first and a.type == b.type and _days_between(a, b) <= _FAR
        and not are_copies(a, b, slots.families) and _of_one_thing(a, b, slots)
    ]  # fmt: skip
    if pairs:
        ours, theirs = _parted(pairs)
        yield Difference(
            one.story_id, "date", one.predicate, one.id, _side(ours[0].first or "", ours),
            _side(theirs[0].first or "", theirs), UNORDERED,
            "it is done once, and the sentences have it on different days",
        )  # fmt: skip
        yield from also_elsewhere(one, pairs, slots)


def _opposite(one: Event, other: Event, slots: Slots) -> Iterator[Difference]:
    pairs = [
        (a, b) for a in _dated(one, slots) for b in _dated(other, slots)
        if a.first == b.first and a.article_id != b.article_id and _word(a) < _word(b)
        and _word(b) in OPPOSITES.get(_word(a), ()) and _of_one_thing(a, b, slots)
    ]  # fmt: skip
    if pairs:
        ours, theirs = _parted(pairs)
        yield Difference(
            one.story_id, "status", one.predicate, one.id, _side(ours[0].predicate, ours),
            _side(theirs[0].predicate, theirs), CONFLICTING,
            "sentences tell the opposite of one matter on one day",
        )  # fmt: skip


def _word(one: Mention) -> str:
    word = one.predicate.split(" ")[0]
    return _ONCE.get(word, word)


def _parted(pairs: Sequence[tuple[Mention, Mention]]) -> tuple[list[Mention], list[Mention]]:
    """The pairs of one day each, side by side."""
    days = pairs[0][0].first, pairs[0][1].first
    held = [(a, b) for a, b in pairs if (a.first, b.first) == days]
    return [a for a, _ in held], [b for _, b in held]


def _dated(event: Event, slots: Slots) -> list[Mention]:
    """The mentions that tell an event as done, or set, on a day of theirs."""
    return [
        one for one in slots.mentions.get(event.id, ())
        if one.first and one.first == one.last and not one.first.startswith("-")
        and status_of(one) in (DONE, PLANNED)
    ]  # fmt: skip


def _on_one_page(one: Event, other: Event, slots: Slots) -> bool:
    """Whether a page gives both their days: it means two deeds."""
    ours, theirs = ({m.article_id for m in _dated(e, slots)} for e in (one, other))
    return not ours.isdisjoint(theirs)


def _days_between(a: Mention, b: Mention) -> int:
    return abs((date.fromisoformat(a.first or "") - date.fromisoformat(b.first or "")).days)


def _of_one_thing(a: Mention, b: Mention, slots: Slots) -> bool:
    """Whether two mentions are of one deed but for the day: done to one person or thing that both name, or
    by it where nothing is done to anybody."""
    if status_of(a) != status_of(b) or not tell_of_one(a, b):
        return False
    if any(_ANOTHER.search(name) for m in (a, b) for name in (*m.actors, *m.recipients)):
        return False
    by_itself = any(word in _BY_ITSELF for m in (a, b) for word in m.predicate.split(" ")[:1])
    side = 1 if a.recipients and b.recipients and not by_itself else 0
    words = [(m.actors, m.recipients)[side] for m in (a, b)]
    ids = [(m.actor_ids, m.recipient_ids)[side] for m in (a, b)]
    known = {one for one in set(ids[0]) & set(ids[1]) if _is_somebody(one, slots)}
    if side == 0 and (a.recipients or b.recipients) and not (known or by_itself):
        return False
    return bool(known) or _is_thing(words[0], words[1], side)


def _is_somebody(actor: str, slots: Slots) -> bool:
    """Whether an actor is a person with a name; a body does many deeds."""
    known = slots.actors.get(actor)
    return known is not None and known.kind == "person" and known.name[:1].isupper()


def _is_thing(ours: Sequence[str], theirs: Sequence[str], side: int) -> bool:
    """Whether both are told of one thing, which is not counted. What something is done to is meant alone if
    both have `the`."""
    shape = _DEFINITE if side else _ARTICLE
    one_each = len(ours) == len(theirs) == 1 and all(
        shape.match(w) and not _COUNTED.search(w) for w in (*ours, *theirs)
    )
    return one_each and main_word(ours[0]) == main_word(theirs[0]) and _fits(ours[0], theirs[0])


def _fits(one: str, other: str) -> bool:
    """Whether neither has a word for the thing that the other has not, but for what one leaves out."""
    ours, theirs = (
        {w.casefold() for w in re.findall(r"[^\W\d_][\w’'-]+", words)} - {"the", "an", "its", "his", "her"}
        for words in (one, other)
    )  # fmt: skip
    return ours <= theirs or theirs <= ours


def _side(value: str, mentions: Iterable[Mention]) -> Side:
    held = list(mentions)
    return Side(
        value, tuple(sorted({m.id for m in held})), tuple(sorted({m.sentence_id for m in held}))
    )


__all__ = ["that_exclude_each_other"]
