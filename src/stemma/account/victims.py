"""Harm to one person or thing that a story tells of in several words: `the killing of Holm`, `was shot`."""

from collections.abc import Sequence

from stemma.account.deeds import Deed
from stemma.account.parties import PRONOUNS
from stemma.text.people import BODIES, PEOPLE

# What is done to a person once in a story, as a rule. Two sides may each recall an envoy or bar the other's
# ships, so that of sanctions and the like it says nothing.
_ONCE = frozenset("ASSAULT COERCE RETREAT".split())
_HELD = frozenset(("arrest", "seize"))  # modes in which somebody is taken
_FREED = frozenset(("release",))
# Harm that goes on beside other harm: who was kidnapped may have been killed later.
_OF_ITS_OWN = frozenset("abduct torture sexual".split())
_HURT = frozenset("wound wounding injure injury hurt".split())
# Words in the singular that are many, of whom others may have been struck elsewhere.
_MANY = BODIES | frozenset("people police staff crew crowd public livestock".split())
_DEAD = frozenset(
    "kill killing murder assassinate assassination execute execution death die slay".split()
)


def are_of_one_victim(ours: Sequence[Deed], theirs: Sequence[Deed]) -> bool:
    """Whether two rows tell of harm to one person or thing, of whom somebody was taken or let go; one at
    least leaves open who did it. A sentence that has both tells of two deeds."""
    kinds = {one.type for one in (*ours, *theirs)}
    if len(kinds) > 1 or not kinds <= _ONCE or _in_one_sentence(ours, theirs):
        return False
    if all(_union(group, "who") - PRONOUNS for group in (ours, theirs)):
        return False
    modes, others = ({one.mode for one in group} - {None} for group in (ours, theirs))
    both = _same_victim(ours, theirs)
    if kinds == {"ASSAULT"}:
        return (
            bool(both) and modes & _OF_ITS_OWN == others & _OF_ITS_OWN and not _worse(ours, theirs)
        )
    people = both & (_union(ours, "persons") | PEOPLE)
    wanted = _HELD if kinds == {"COERCE"} else _FREED
    return bool(people and modes and others) and modes | others <= wanted


def _in_one_sentence(ours: Sequence[Deed], theirs: Sequence[Deed]) -> bool:
    return not {one.sentence for one in ours}.isdisjoint(one.sentence for one in theirs)


def _same_victim(ours: Sequence[Deed], theirs: Sequence[Deed]) -> frozenset[str]:
    """The persons, and the single people and things without a name, that both are told of."""
    persons = _union(ours, "persons") & _union(theirs, "persons")
    alone = _union(ours, "alone") & _union(theirs, "alone")
    both = _union(ours, "whom") & _union(theirs, "whom") & (persons | alone)
    return frozenset(one for one in both - PRONOUNS - _MANY if not one[:1].isdigit())


def _worse(ours: Sequence[Deed], theirs: Sequence[Deed]) -> bool:
    """Whether the one wounds and the other kills."""
    words, others = _union(ours, "lemmas"), _union(theirs, "lemmas")
    return bool((words & _HURT and others & _DEAD) or (others & _HURT and words & _DEAD))


def _union(deeds: Sequence[Deed], of: str) -> frozenset[str]:
    return frozenset().union(*(getattr(one, of) for one in deeds))
