"""An archetype -> the reading that it has at each place of its family."""

from collections.abc import Iterator, Sequence

from stemma.model import Archetype
from stemma.pedigree.wordings import BASE, Box, Chosen, Readings, Wordings


def original_readings(made: Wordings, archetype: Archetype) -> Readings | None:
    """The readings of the version that has it; of one that was put together, those with which the
    base's words become it. None if there are no such."""
    nearest = made.of.get(archetype.witness_id)
    if nearest is not None and not archetype.restored:
        return made.all[nearest].readings
    chosen = _matched(made, _bare(archetype.wording))
    if chosen is None:
        return None
    at = dict(chosen)
    return tuple(at.get(number, BASE) for number in range(len(made.places)))


def _matched(made: Wordings, text: str) -> Chosen | None:
    """A way through the boxes that gives a text, white space apart: for every length that can be
    reached, the first choice that does."""
    between = _between(made)
    reached: dict[int, Chosen] = {len(between[0]): ()} if text.startswith(between[0]) else {}
    for box, shared in zip(made.boxes, between[1:], strict=True):
        now: dict[int, Chosen] = {}
        options = list(_options(made, box))
        for at, chosen in reached.items():
            for words, readings in options:
                if text.startswith(words + shared, at):
                    now.setdefault(at + len(words + shared), chosen + readings)
        reached = now
    return reached.get(len(text))


def _between(made: Wordings) -> Sequence[str]:
    """What stands before, between and behind the boxes."""
    starts = [made.family.start, *(box.end for box in made.boxes)]
    ends = [*(box.start for box in made.boxes), made.family.end]
    return [_bare(made.base(a, b)) for a, b in zip(starts, ends, strict=True)]


def _options(made: Wordings, box: Box) -> Iterator[tuple[str, Chosen]]:
    """What may stand in a box: the base's words, these with one other reading, what a wording has."""
    chosen: list[Chosen] = [tuple((at, BASE) for at in box.places)]
    chosen += [
        tuple((p, reading if p == at else BASE) for p in box.places)
        for at in box.places
        for reading in range(1, len(made.places[at].texts))
    ]
    chosen += [tuple((at, one.readings[at]) for at in box.places) for one in made.all]
    return ((_bare(made.spliced(box, one)), one) for one in chosen)


def _bare(text: str) -> str:
    return "".join(text.split())
