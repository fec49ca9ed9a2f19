"""Whether two reports that were joined as one event speak of the same, so that what they say can disagree.

Reports are joined by likelihood, and of an everyday deed (`votes`, `wears`, `responds`) a page tells many.
What is shown as a disagreement has to be one: both sides name a party in common and none that differs, each
says plainly that it was so or was not, and they are not one writer's own words on one page.
"""

from collections.abc import Iterator, Mapping, Sequence

from stemma.account.deeds import LEAST_ALIKE
from stemma.account.parties import main_word, sides_named
from stemma.account.slots import (
    DONE,
    GOING_ON,
    NOT_DONE,
    PLAIN,
    is_denial_of_somebody,
    rules,
    status_of,
)
from stemma.model import Mention
from stemma.text.likeness import alike

_NEVER = "never happened"
_BESIDE = frozenset(("stated", "as reported", "say"))


def facing(
    mentions: Sequence[Mention], families: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of one that says that it happened, and one that says of the same that it did not. Who denies that
    somebody did it does not deny that it happened. `families`: sentence -> those of its passages."""
    done = [one for one in mentions if status_of(one) in (DONE, GOING_ON)]
    for other in mentions:
        if status_of(other) == NOT_DONE and says_no(other) and not is_denial_of_somebody(other):
            yield from (
                (one, other) for one in done
                if are_copies(one, other, families) or of_the_same(one, other)
            )  # fmt: skip


def says_no(one: Mention) -> bool:
    """Whether a mention says plainly that the deed was not done."""
    told = set(rules(one))
    return bool(told & PLAIN) and told <= PLAIN | _BESIDE


def are_copies(one: Mention, other: Mention, families: Mapping[str, frozenset[str]]) -> bool:
    """Whether two mentions stand in versions of one sentence, which speak of the same."""
    none: frozenset[str] = frozenset()
    ours, theirs = (families.get(m.sentence_id, none) for m in (one, other))
    return not ours.isdisjoint(theirs)


def of_the_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions of an event name a party in common and none that differs, and their days don't
    exclude each other."""
    return tell_of_one(one, other) and not _days_exclude(one, other)


def tell_of_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions name somebody or something in common, and nothing else on the same side; one page
    that tells of both in its own words tells of two."""
    if own_words(one, other):
        return False
    sides = _both(one, other)
    if _denies_own(one, other) or _denies_own(other, one):
        return not _differ(sides[0])
    # `The blast never happened` says it of the one that is told of, whoever is named there.
    never = _NEVER in {*rules(one), *rules(other)}
    shared = never or any(ours and theirs and not _differ((ours, theirs)) for ours, theirs in sides)
    # Of everyday deeds people do many: one with an object and one without are two.
    whole = one.type is not None or all(bool(ours) == bool(theirs) for ours, theirs in sides)
    return shared and whole and not any(map(_differ, sides))


def _denies_own(denial: Mention, other: Mention) -> bool:
    """Whether who denies it is who does it as another has it: `accused the guards of firing on a dinghy`,
    `the guards deny that shots were fired at the boat`."""
    denying = {main_word(s.removeprefix("!")) for s in denial.sources if s.startswith("!")}
    return other.type is not None and bool(denying & {main_word(words) for words in other.actors})


def are_done_to_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell of harm or the like to one party, or on one day to nobody else, so that they
    can disagree on who did it."""
    done_to = _both(one, other)[1]
    on_a_day = one.first is not None and one.first == one.last
    one_day = on_a_day and (one.first, one.last) == (other.first, other.last)
    agree = bool(done_to[0] & done_to[1]) or (one_day and not _differ(done_to))
    return agree and not _days_exclude(one, other) and not own_words(one, other)


def _both(one: Mention, other: Mention) -> list[tuple[set[str], set[str]]]:
    """Whom two mentions name: as who does it, and as whom it is done to."""
    return list(zip(sides_named(one), sides_named(other), strict=True))


def _differ(sides: tuple[set[str], set[str]]) -> bool:
    """Whether both sides name somebody, and nobody whom the other may mean: a dinghy may be the boat."""
    ours, theirs = sides
    if not ours or not theirs or ours & theirs:
        return False
    words = [*sorted(ours), *sorted(theirs)]
    return not bool((alike(words)[: len(ours), len(ours) :] >= LEAST_ALIKE).any())


def own_words(one: Mention, other: Mention) -> bool:
    """Whether both are the words of one page, of no speaker: a writer tells of two things, or weighs them."""
    voices = [(m.quote_id, *m.sources) for m in (one, other)]
    return one.article_id == other.article_id and voices == [(None,), (None,)]


def _days_exclude(one: Mention, other: Mention) -> bool:
    days = (one.first, one.last, other.first, other.last)
    if not all(days):
        return False
    return bool(one.last < other.first or other.last < one.first)  # type: ignore[operator]
