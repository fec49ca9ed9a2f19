"""Which reports have a voice, and to which of these the others belong.

A page that repeats another one is no second witness. Its reports are held against those of the other pages
only once it is settled which of these are copies of one another, so that nothing of it can join what they
part. A voice of its own has what no other page tells, and a copy that has another number, day, name or *not*.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.account.copied import Report, copies_of
from stemma.account.originals import Originals
from stemma.model import Mention, Witness


class Voiced(NamedTuple):
    """Groups of copies of one report among those that have a voice; and report without a voice -> the one of
    which it is a copy."""

    groups: list[list[Report]]
    copied: dict[str, str]


def voiced(
    reports: Sequence[Report],
    witnesses: Sequence[Witness],
    known: Originals,
    mentions: Mapping[str, Mention],
) -> Voiced:
    """Reports that are one through copying. Those that are slips of a copier are left out."""
    alone = known.alone()
    groups = copies_of(reports, witnesses, known.firsts, alone)
    own: list[Report] = []
    theirs: dict[str, str] = {}
    for group in groups:
        speaking = _speaking(group, known, mentions)
        own += speaking
        heard = {one.id for one in speaking}
        if speaking:
            theirs |= {
                one.id: known.copied_of(one, speaking).id for one in group if one.id not in heard
            }
    if len(own) == len(reports):
        return Voiced(groups, {})
    told = {one.sentence_id for one in own}
    kept = [one for one in witnesses if one.sentence_id in told]
    return Voiced(copies_of(own, kept, known.firsts, [p for p in alone if p[0].id in told]), theirs)


def _speaking(
    group: Sequence[Report], known: Originals, mentions: Mapping[str, Mention]
) -> list[Report]:
    first = [one for one in group if not known.repeats(one.article_id)]
    if not first:
        return [] if known.is_slip(known.speaker(group, mentions)) else list(group)
    speaker = known.speaker(first, mentions)
    return [*first, *(one for one in known.others(speaker, group) if known.repeats(one.article_id))]
