"""What the likely original of a family has in each segment: the readings from which its wording is put
together, and what stands in it that no witness has."""

import re
from typing import NamedTuple

from stemma.export.collation import Collation, held
from stemma.model import Archetype
from stemma.text.tokens import words

# How an archetype shows what is lost in all witnesses: a likely word or `…`, in brackets before a hyphen.
_LOST = re.compile(r"\A(?P<before>\W*?)\[(?P<word>[^\[\]]*)\](?=-)")
_UNKNOWN = "…"


class Original(NamedTuple):
    """`readings`: for each segment the number of the reading that it has; `whole`: whether these give its
    wording from end to end; `lost`: what no witness has at its head, empty if not known, else None."""

    readings: tuple[int, ...]
    whole: bool
    lost: str | None = None


def original(collation: Collation, archetype: Archetype | None) -> Original:
    """The readings of the archetype; of the base where there is none, or none that the witnesses have."""
    of_base = tuple(0 for _ in collation.segments)
    if archetype is None:
        return Original(of_base, False)
    text, lost = _bare(archetype)
    names = [version.witness.id for version in collation.versions]
    if archetype.witness_id in names:
        own = names.index(archetype.witness_id)
        readings = tuple(n for n in held(collation)[own] if n is not None)
        if collation.versions[own].witness.text == text and len(readings) == len(of_base):
            return Original(readings, True, lost)
    found = _put_together(collation, tuple(token.n for token in words(text)))
    return Original(found or of_base, found is not None, lost)


def _bare(archetype: Archetype) -> tuple[str, str | None]:
    """The wording as far as witnesses have it, and what is lost at its head."""
    found = _LOST.match(archetype.wording) if archetype.lost is not None else None
    if found is None:
        return archetype.wording, None
    word = "" if found["word"] == _UNKNOWN else found["word"]
    return found["before"] + archetype.wording[found.end() :], word


def _put_together(collation: Collation, said: tuple[str, ...]) -> tuple[int, ...] | None:
    """The readings that give these words one after another."""
    reached: dict[int, tuple[int, ...]] = {0: ()}
    for segment in collation.segments:
        further: dict[int, tuple[int, ...]] = {}
        for at, path in reached.items():
            for number, reading in enumerate(segment.readings):
                to = at + len(reading.words)
                if said[at:to] == reading.words:
                    further.setdefault(to, (*path, number))
        reached = further
    return reached.get(len(said))
